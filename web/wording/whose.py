"""Whose words: what of proposals stands in later drafts, beside what the proposals say.

In: the proposals of a negotiation and the matches that are stored. Out: a page that says *matches*:
that words are the same does not say who had them from whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, render_template

from tracker.store.records.drafts import DraftRow
from tracker.store.records.uptakes import MatchRow, ProposalRow, UptakePage
from web import shelf
from web.terms.names import Names
from web.translation import _
from web.wording import match_texts
from web.wording.match_texts import Piece
from web.wording.match_words import around, chance, how, often, summary

pages = Blueprint("whose", __name__)

PER_PAGE = 60
"""Matches that one page shows with both texts."""

GONE_SHOWN = 200
"""Words that went which one page lists."""

Key = tuple[str, str, bool]
"""A proposal, the provision that it matches, and whether the words are gone."""


@dataclass(frozen=True, slots=True)
class Told:
    """A match as it is shown: `how` says how long and how new it is, `chance` how rarely that
    happens by itself, `around` what beside it is the same, `also` who else proposed these words and
    matches no less surely. `anchors` are those of the proposals that are told here first."""

    match: MatchRow
    how: str
    chance: str
    around: str
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
    if author and not any(one.author == author for one in page.authors):
        shelf.missing(
            _(
                "There is no proposal of “%(author)s” in this negotiation.",
                author=shelf.brief(author),
            )
        )
    chosen = [
        one
        for one in page.matches
        if author in ("", one.proposal.author) and (within is None or one.provision.id in within)
    ]
    doubts = {_key(one, one.proposal): one.doubts for one in page.matches}
    drafts = _drafts(page, row.id)
    return render_template(
        "proposals.html",
        negotiation=row,
        page=page,
        author=author,
        address=place,
        place=named,
        summary=summary(page),
        compared=drafts,
        matching=[one for one in page.authors if one.entered],
        others=[one for one in page.authors if not one.entered],
        unofficial=shelf.unofficial(drafts),
        **_entered([one for one in chosen if one.kind != "deletion"], doubts, asked),
        **_gone([one for one in chosen if one.kind == "deletion"], doubts),
    )


def _entered(
    chosen: Sequence[MatchRow], doubts: Mapping[Key, tuple[str, ...]], asked: int
) -> dict[str, object]:
    """What the page shows of words that entered, by its names there; `asked` is the number of the
    part that is asked for, from 1."""
    entered = list(_together(chosen, doubts))
    last_page = max(1, -(-len(entered) // PER_PAGE))
    if asked > last_page:
        shelf.missing(_("There is no page %(n)s of these matches.", n=asked))
    shown = list(_told(entered[(asked - 1) * PER_PAGE : asked * PER_PAGE], chosen, doubts))
    return {
        "sure": [one for one in shown if one.match.sure],
        "possible": [one for one in shown if not one.match.sure],
        "places": places(chosen),
        "asked": asked,
        "last_page": last_page,
    }


def _gone(chosen: Sequence[MatchRow], doubts: Mapping[Key, tuple[str, ...]]) -> dict[str, object]:
    """What the page shows of words that went, by its names there: `gone_count` passages, which
    `gone_asked` proposals would strike."""
    gone = list(_together(chosen, doubts))
    return {
        "gone": gone[:GONE_SHOWN],
        "gone_count": len(gone),
        "gone_asked": len({one.proposal.address for one in chosen}),
        "gone_doubts": _shared([one.doubts for one in gone]),
        "often": often,
    }


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
        shelf.no_provision(address)
    last = page.members[-1].provision
    name = Names([last], shelf.library().provision, page.language).full(last)
    return name, frozenset(one.id for member in page.members for one in member.provisions)


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
    """Matches with the words of both sides; `chosen` are all from which they were taken."""
    seen: set[str] = set()
    there = {one.proposal.address for one in chosen}
    for one in matches:
        same = (other for other in one.also if doubts[_key(one, other)] == one.doubts)
        addresses = [one.proposal.address, *(other.address for other in same)]
        anchors = tuple(at for at in dict.fromkeys(addresses) if at in there and at not in seen)
        seen.update(anchors)
        yield Told(
            one,
            how(one),
            chance(one.chance),
            around(one),
            match_texts.proposed(one),
            match_texts.drafted(one),
            one.also,
            anchors,
        )


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
