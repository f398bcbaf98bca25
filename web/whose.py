"""Whose words: what of proposals stands in later drafts, beside what the proposals say.

In: the proposals of a negotiation and the matches that are stored. Out: a page that says *matches*:
that words are the same does not say who had them from whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor, log10

from flask import Blueprint, render_template

from tracker.store.records.drafts import DraftRow
from tracker.store.records.uptakes import MatchRow, ProposalRow, UptakePage
from web import shelf
from web.names import Names
from web.phrases import draft_name, number, plural

pages = Blueprint("whose", __name__)

PER_PAGE = 60
"""Matches that one page shows with both texts."""

GONE_SHOWN = 200
"""Words that went which one page lists."""

AROUND = 280
"""Characters that are shown on each side of words that match."""

RARE = 6
"""Powers of ten beyond which "a million" is enough: no estimate of this kind is better."""

Piece = tuple[str, str]
"""A stretch of a text, and `new` if it matches and is new, `same` if it is the same but known,
else `""`."""

Key = tuple[str, str, bool]
"""A proposal, the provision that it matches, and whether the words are gone."""

Ends = tuple[int, int, int, int]
"""Where new words that match begin and end, and where those do with the same words around them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A match as it is shown: `how` says how long and how new it is, `chance` how rarely that
    happens by itself, `also` who else proposed these words and matches no less surely. `anchors`
    are those of the proposals that are told here first."""

    match: MatchRow
    how: str
    chance: str
    proposed: tuple[Piece, ...]
    drafted: tuple[Piece, ...]
    also: tuple[ProposalRow, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A provision with words that match, its first match, and by whom: those whose proposals match
    surely, and those whose do only possibly."""

    match: MatchRow
    surely: tuple[str, ...]
    possibly: tuple[str, ...]


@pages.get("/n/<negotiation>/proposals")
def proposals(negotiation: str) -> str:
    """What was proposed for a text, and which of it stands in later drafts."""
    row = shelf.negotiation_or_404(negotiation)
    author, place = shelf.text_asked("author"), shelf.text_asked("in")
    asked = shelf.page_asked()
    page = shelf.library().uptakes(row.id)
    named, within = _within(place) if place else ("", None)
    chosen = [
        one
        for one in page.matches
        if author in ("", one.proposal.author) and (within is None or one.provision.id in within)
    ]
    if author and not any(one.author == author for one in page.authors):
        shelf.missing(f"no proposal of “{shelf.brief(author)}” in this negotiation")
    doubts = {_key(one, one.proposal): one.doubts for one in page.matches}
    entered = list(_together([one for one in chosen if one.kind != "deletion"], doubts))
    gone = list(_together([one for one in chosen if one.kind == "deletion"], doubts))
    last_page = max(1, -(-len(entered) // PER_PAGE))
    if asked > last_page:
        shelf.missing(f"no page {asked} of these matches")
    shown = list(_told(entered[(asked - 1) * PER_PAGE : asked * PER_PAGE], chosen, doubts))
    return render_template(
        "proposals.html",
        negotiation=row,
        page=page,
        author=author,
        address=place,
        place=named,
        summary=summary(page),
        sure=[one for one in shown if one.match.sure],
        possible=[one for one in shown if not one.match.sure],
        places=places([one for one in chosen if one.kind != "deletion"]),
        gone=gone[:GONE_SHOWN],
        gone_count=len(gone),
        gone_doubts=_shared([one.doubts for one in gone]),
        often=often,
        matching=[one for one in page.authors if one.entered],
        others=[one for one in page.authors if not one.entered],
        asked=asked,
        last_page=last_page,
        unofficial=shelf.unofficial(_drafts(page, row.id)),
    )


def _drafts(page: UptakePage, negotiation: str) -> list[DraftRow]:
    """The drafts that the proposals were held against: that words stood in none before is said of
    them all."""
    held = page.analysed and page.proposals
    return shelf.library().drafts(negotiation) if held else []


def _shared(doubts: Sequence[tuple[str, ...]]) -> list[str]:
    """The doubts that all have."""
    first = doubts[0] if doubts else ()
    return [one for one in first if all(one in other for other in doubts)]


def _within(address: str) -> tuple[str, frozenset[str]]:
    """The provision of this address: its last name, and its ids in all rounds with all that is
    inside it."""
    page = shelf.library().thread(address)
    if page is None:
        shelf.missing(f"no provision with the address “{shelf.brief(address)}”")
    last = page.members[-1].provision
    name = Names([last], shelf.library().provision, page.language).full(last)
    return name, frozenset(one.id for member in page.members for one in member.provisions)


def summary(page: UptakePage) -> list[str]:
    """The whole in a few sentences."""
    found = [
        f"{plural(page.proposals, 'proposal')} by {plural(len(page.authors), 'author')}, held "
        f"against {plural(page.drafts, 'draft')}."
    ]
    for surely, possibly, what in (
        (_sum(page, "surely"), _sum(page, "possibly"), "Words that entered the text after them"),
        (
            _sum(page, "surely_gone"),
            _sum(page, "possibly_gone"),
            "Words that they would strike, and that are gone,",
        ),
    ):
        found.append(f"{what} {_counted(surely, possibly)}.")
    return found


def _sum(page: UptakePage, column: str) -> int:
    return sum(int(getattr(one, column)) for one in page.authors)


def _counted(surely: int, possibly: int) -> str:
    """How many proposals are matched.

    >>> _counted(3, 2), _counted(0, 1), _counted(0, 0)
    ('match 3 of them, and possibly 2 more', 'possibly match 1 of them', 'match none of them')
    """
    if not surely:
        return f"possibly match {number(possibly)} of them" if possibly else "match none of them"
    more = f", and possibly {number(possibly)} more" if possibly else ""
    return f"match {number(surely)} of them{more}"


def _key(match: MatchRow, proposal: ProposalRow) -> Key:
    return proposal.proposal_id, match.provision.id, match.kind == "deletion"


def _together(
    matches: Sequence[MatchRow], doubts: Mapping[Key, tuple[str, ...]]
) -> Iterator[MatchRow]:
    """The matches without those that one before them tells as having the same words, which it does
    only of those with the same doubts. Proposals whose own match is less sure are not named with a
    sure one."""
    told: set[Key] = set()
    for one in matches:
        if _key(one, one.proposal) not in told:
            of = {other: doubts[_key(one, other)] for other in one.also}
            told |= {_key(one, other) for other, some in of.items() if some == one.doubts}
            also = (other for other, some in of.items() if not some or some == one.doubts)
            yield replace(one, also=tuple(also))


def _told(
    matches: Sequence[MatchRow],
    chosen: Sequence[MatchRow],
    doubts: Mapping[Key, tuple[str, ...]],
) -> Iterator[Told]:
    """Matches with the words of both sides."""
    seen: set[str] = set()
    there = {one.proposal.address for one in chosen if one.kind != "deletion"}
    for one in matches:
        same = (other for other in one.also if doubts[_key(one, other)] == one.doubts)
        addresses = [one.proposal.address, *(other.address for other in same)]
        anchors = tuple(at for at in dict.fromkeys(addresses) if at in there and at not in seen)
        seen.update(anchors)
        yield Told(
            one,
            how(one),
            chance(one.chance),
            pieces(
                one.proposal.text,
                [
                    (
                        *(r.proposal_start, r.proposal_end),
                        *(r.proposal_common_start, r.proposal_common_end),
                    )
                    for r in one.runs
                ],
            ),
            pieces(
                one.provision.text,
                [(r.start, r.end, r.common_start, r.common_end) for r in one.runs],
            ),
            one.also,
            anchors,
        )


def how(one: MatchRow) -> str:
    """How many words, how new, when."""
    new = "nowhere before" if one.kind == "new words" else "known before, but not in this place"
    return f"{plural(one.words, 'word')}, {new}, {when(one)}"


def when(one: MatchRow) -> str:
    """In which draft after the proposal."""
    if one.drafts_later is None:
        return f"in {draft_name(one.draft.name, one.draft.symbol)}"
    return "in the next draft" if one.drafts_later == 1 else f"{one.drafts_later} drafts later"


def chance(expected: float) -> str:
    """How often such words would match by themselves, as a sentence.

    >>> chance(0.00004)
    'By chance one would expect less than one such match in 20,000 proposals.'
    >>> chance(2e-12)
    'By chance one would expect less than one such match in a million proposals.'
    >>> chance(0.7)
    'Words like these would match most proposals by chance.'
    """
    if expected >= 0.5:
        return "Words like these would match most proposals by chance."
    power = -log10(expected)
    many = "a million"
    if power < RARE:
        tens = 10 ** floor(power)
        many = number(int(1 / expected / tens) * tens)
    return f"By chance one would expect less than one such match in {many} proposals."


def often(probability: float) -> str:
    """How often such words go anyway.

    >>> often(0.25), often(0.00001), often(0.9)
    ('one time in 4', 'less than one time in 1,000', 'most of the time')
    """
    if probability < 0.001:
        return "less than one time in 1,000"
    return (
        "most of the time" if probability > 0.5 else f"one time in {number(round(1 / probability))}"
    )


def pieces(text: str, runs: Sequence[Ends]) -> tuple[Piece, ...]:
    """A text with the words that match marked, and the same words around them; long stretches
    between are cut at blanks.

    >>> pieces("a b c d", [(2, 3, 2, 5)])
    (('a ', ''), ('b', 'new'), (' c', 'same'), (' d', ''))
    """
    new = [(start, end, "new") for start, end, _, _ in runs]
    ends = sorted({0, len(text), *(end for run in runs for end in run)})
    marked: list[tuple[int, int, str]] = []
    for start, end in pairwise(ends):
        held = [kind for first, last, kind in new if first <= start and end <= last]
        same = any(first <= start and end <= last for _, _, first, last in runs)
        mark = held[0] if held else "same" if same else ""
        if marked and marked[-1][2] == mark:
            marked[-1] = (marked[-1][0], end, mark)
        else:
            marked.append((start, end, mark))
    return tuple(
        (
            text[start:end]
            if mark
            else _between(text[start:end], first=not start, last=end == len(text)),
            mark,
        )
        for start, end, mark in marked
        if start < end
    )


def _between(text: str, *, first: bool = False, last: bool = False) -> str:
    """What stands beside runs, cut in the middle, or on the side that is far from them."""
    if len(text) <= (AROUND if first or last else 2 * AROUND):
        return text
    head, tail = text[:AROUND].rpartition(" ")[0], text[-AROUND:].partition(" ")[2]
    if first:
        return f"… {tail}"
    return f"{head} …" if last else f"{head} … {tail}"


def places(matches: Sequence[MatchRow]) -> list[Place]:
    """The provisions that match, in the order of the drafts, with the authors."""
    by: dict[str, list[MatchRow]] = {}
    for one in sorted(matches, key=lambda m: (m.stands_in.position, m.provision.ordinal)):
        by.setdefault(one.provision.id, []).append(one)
    found = []
    for some in by.values():
        surely = dict.fromkeys(one.proposal.author for one in some if one.sure)
        possibly = dict.fromkeys(one.proposal.author for one in some if not one.sure)
        rest = tuple(author for author in possibly if author not in surely)
        found.append(Place(some[0], tuple(surely), rest))
    return found
