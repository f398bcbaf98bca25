"""Proposals and the words of drafts that match them, as text or JSON-ready data.

In: proposals, the `Match`es that were found for them, the drafts. Out: the matches, the rarest
first, deletions last, each with its author, its words and how likely it is by chance. A match is
never called more than that: that words are the same does not say who had them from whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, log10

from tracker.precedent.shares import percent, rounded
from tracker.render.rounds import Rounds, number, wrapped
from tracker.store.records.uptakes import CHECKED, told_chance
from tracker.uptake import Match, Proposal
from tracker.uptake.dating import aimed_at, order

FEW = 8
"""Other proposals with the same words that are named; JSON has all."""

LONGEST = 60
"""Words of a match that are printed."""


@dataclass(frozen=True, slots=True)
class Held:
    """Proposals held against drafts: what was found, and the texts that showed which phrases are
    usual."""

    proposals: tuple[Proposal, ...]
    matches: tuple[Match, ...]
    background: tuple[str, ...] = ()


def uptake_data(held: Held, rounds: Rounds) -> dict[str, object]:
    """All matches, as the `uptake` command gives them in JSON, in the order of the text."""
    of = {one.id: one for one in held.proposals}
    return {
        "rounds": rounds.data(),
        "proposals": len(held.proposals),
        "background": list(held.background),
        "matches": [_data(one, of[one.proposal], rounds) for one in _ordered(held.matches, rounds)],
    }


def _data(one: Match, proposal: Proposal, rounds: Rounds) -> dict[str, object]:
    place = rounds.places[one.stands_in]
    return {
        "proposal": proposal.id,
        "author": proposal.author,
        "date": proposal.date,
        "source": proposal.source,
        "draft": one.draft,
        "stands_in": one.stands_in,
        "eid": one.eid,
        "name": rounds.name(place, one.eid),
        "kind": one.kind,
        "text": _words(one, rounds),
        "words": one.words,
        "new_words": one.new,
        "share": rounded(one.share),
        "chance": told_chance(one.chance),
        "sure": one.sure,
        "doubts": list(one.doubts),
        "elsewhere": list(one.elsewhere),
        "also": list(one.also),
        "coarse": one.coarse,
        "runs": [
            {
                "start": run.start,
                "end": run.end,
                "proposal_start": run.proposal_start,
                "proposal_end": run.proposal_end,
            }
            for run in one.runs
        ],
    }


def uptake_text(held: Held, rounds: Rounds) -> str:
    """The same in plain text; proposals with the same words are told together."""
    of = {one.id: one for one in held.proposals}
    ordered = _ordered(held.matches, rounds)
    entered = [one for one in ordered if one.kind != "deletion"]
    gone = [one for one in ordered if one.kind == "deletion"]
    blocks = ["\n".join(_summary(held, rounds))]
    for some, head in ((entered, "WORDS THAT ENTERED"), (gone, "WORDS THAT WENT")):
        if some:
            blocks.append(head)
            blocks += ("\n".join(_told(one, of, rounds)) for one in _together(some))
    return rounds.told("\n\n".join(blocks))


def _summary(held: Held, rounds: Rounds) -> Iterator[str]:
    authors = len({one.author for one in held.proposals})
    yield wrapped(
        f"{number(len(held.proposals), 'proposal')} of {number(authors, 'author')}, against "
        f"{number(len(rounds), 'draft')}."
    )
    for deletion, said in (
        (False, "Words that entered the text after them"),
        (True, "Words that they would strike, and that are gone,"),
    ):
        some = [one for one in held.matches if (one.kind == "deletion") == deletion]
        yield wrapped(f"{said} {_counted(some)}.")
    if held.matches:
        yield wrapped(
            "A match says that the words are the same, not who had them from whom: both may have "
            "them from a third text. How often such words would match by chance is an estimate, "
            "made from how usual they are and what stands around them."
        )
        yield wrapped(
            f"Only {rounds.listed(range(len(rounds)))} were compared. If there were drafts between "
            "them that are not here, the words may come from one of those, and not from the "
            "proposal."
        )
    if held.background:
        usual = ", ".join(held.background)
        yield wrapped(f"Phrases that are usual in {usual} count for less.")


def _counted(matches: Sequence[Match]) -> str:
    """How many proposals are matched, and how many of them surely."""
    found = {one.proposal for one in matches}
    sure = {one.proposal for one in matches if one.sure}
    if not found:
        return "match none of them"
    if not sure:
        return f"possibly match {len(found):,} of them"
    more = f", and possibly {len(found - sure):,} more" if found - sure else ""
    return f"match {len(sure):,} of them{more}"


def _told(one: Match, of: Mapping[str, Proposal], rounds: Rounds) -> Iterator[str]:
    proposal = of[one.proposal]
    place = rounds.places[one.stands_in]
    possibly = "" if one.sure else "possibly "
    where = f"{rounds.titled(place, one.eid)} of {rounds.the(place)}"
    known = "; ".join(x for x in (proposal.date, proposal.source) if x)
    yield wrapped(
        f"{where} {possibly}matches {proposal.author}"
        + (f" ({known})" if known else "")
        + f" [{proposal.id}]",
        "  ",
    )
    yield wrapped(f"“{_short(_words(one, rounds))}”", "    ", "      ")
    yield wrapped(_how(one, proposal, rounds), "    ")
    if one.doubts:
        yield wrapped(f"why only possibly: {'; '.join(one.doubts)}", "    ", "      ")
    if one.also:
        yield wrapped(f"the same words in proposals of {_others(one, of)}", "    ", "      ")
    if one.elsewhere:
        there = [rounds.name(rounds.places[one.draft], eid) for eid in one.elsewhere]
        yield wrapped(f"they stand in {', '.join(there)} too", "    ", "      ")
    if one.coarse:
        yield wrapped("the text repeats itself: not every place was looked at", "    ")


def _how(one: Match, proposal: Proposal, rounds: Rounds) -> str:
    """How many words, how new, when, what part; of what is told for sure how likely by chance."""
    words, share = number(one.words, "word"), percent(one.share)
    when = _when(one, proposal, rounds)
    if one.kind == "deletion":
        return (
            f"{words}, gone {when}; {share} of what it would strike; words like these go anyway "
            f"{_often(one.chance)}"
        )
    new = "known before, but not in this place"
    if one.kind == "new words":
        new = "in no earlier draft here"
    said = [f"{words}, {new}, {when}", f"{share} of what it would put in"]
    if one.context:
        said.append(f"{number(one.context, 'word')} around them the same too")
    if one.sure:
        said.append(f"by chance {_one_in(one.chance)} such proposals would match")
    return "; ".join(said)


def _when(one: Match, proposal: Proposal, rounds: Rounds) -> str:
    """In which draft after the proposal."""
    if order(proposal.date, rounds.drafts, rounds.places[one.draft]) == "unclear":
        return f"in {rounds.the(rounds.places[one.draft])}"
    after = rounds.places[one.draft] - aimed_at(proposal.date, rounds.drafts)
    return "in the next draft here" if after == 1 else f"{after} drafts later"


def _one_in(chance: float) -> str:
    """One proposal in how many would match so by chance.

    >>> _one_in(0.04), _one_in(2e-12), _one_in(0.8)
    ('one in 20', 'fewer than one in 300', 'most')
    """
    if chance >= 0.5:
        return "most"
    if told_chance(chance) != chance:
        return f"fewer than one in {CHECKED}"
    tens = 10 ** floor(-log10(chance))
    return f"one in {int(1 / chance / tens) * tens:,}"


def _often(chance: float) -> str:
    """A probability in words.

    >>> _often(0.25), _often(0.00001)
    ('one time in 4', 'less than one time in 300')
    """
    if told_chance(chance) != chance:
        return f"less than one time in {CHECKED}"
    return "most of the time" if chance > 0.5 else f"one time in {round(1 / chance):,}"


def _others(one: Match, of: Mapping[str, Proposal]) -> str:
    """Who else proposed these words."""
    authors: dict[str, list[str]] = {}
    for other in one.also:
        authors.setdefault(of[other].author, []).append(other)
    told = [f"{author} [{', '.join(ids[:FEW])}]" for author, ids in list(authors.items())[:FEW]]
    more = len(authors) - FEW
    return "; ".join(told) + (f"; and {number(more, 'author')} more" if more > 0 else "")


def _words(one: Match, rounds: Rounds) -> str:
    text = rounds.provisions[rounds.places[one.stands_in]][one.eid].text
    return " … ".join(" ".join(text[run.start : run.end].split()) for run in one.runs)


def _short(text: str) -> str:
    found = text.split()
    more = len(found) - LONGEST
    return text if more <= 0 else f"{' '.join(found[:LONGEST])} … ({more} more words)"


def _ordered(matches: Sequence[Match], rounds: Rounds) -> list[Match]:
    """What entered first, then deletions; the sure before the possible, the rarest first."""

    def key(one: Match) -> tuple[bool, bool, float, int, str, str]:
        place = rounds.places[one.stands_in]
        return one.kind == "deletion", not one.sure, one.chance, place, one.eid, one.proposal

    return sorted(matches, key=key)


def _together(ordered: Sequence[Match]) -> Iterator[Match]:
    """The matches without those that one before them tells as having the same words, which it does
    only of proposals whose own match there is as doubtful as it is."""
    doubts = {_key(one, one.proposal): one.doubts for one in ordered}
    told: set[tuple[str, str, str, bool]] = set()
    for one in ordered:
        if _key(one, one.proposal) not in told:
            also = tuple(n for n in one.also if doubts.get(_key(one, n)) == one.doubts)
            told |= {_key(one, other) for other in (one.proposal, *also)}
            yield replace(one, also=also)


def _key(one: Match, proposal: str) -> tuple[str, str, str, bool]:
    return proposal, one.stands_in, one.eid, one.kind == "deletion"
