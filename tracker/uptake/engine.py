"""Proposals against the drafts of a negotiation.

In: proposals, and the drafts in their order, of one language. Out: `Match`es. What a proposal says
that its own old text and the drafts before do not is looked for in what a later draft says and no
draft before it did. Headings are not looked at. The work grows with the length of all texts
together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log2

from tracker.model import NOT_OFFICIAL, Draft
from tracker.uptake.content import content
from tracker.uptake.dating import Order, aimed_at, order
from tracker.uptake.entered import Found, entered
from tracker.uptake.findings import Match, Proposal, Run
from tracker.uptake.gone import Struck, gone
from tracker.uptake.reading import PHRASE, Reading, new_in
from tracker.uptake.shared import Index
from tracker.uptake.words import Phrases, Read, Words, covered, phrases, words_of

REPORTED = 2e-3
"""The largest expected number of matches by chance that is told at all."""

SURE = 1e-4
"""The largest that is told without "possibly"."""

ENOUGH = 3
"""Words of content, new on both sides, that are told without "possibly". The chance is that of
words in general; at one place of a text few changes make sense, and whoever makes one may come
upon the same word or number. Of the pairs that a person judged (the development half), 18 of 58
with less are right, 14 of 15 with so much."""

OLD_PHRASE = 3
"""Words in a row of the old text that are old in the new one."""

FEW = (
    "the same words are so few that anybody who changes this place may write them, however rare "
    "they are elsewhere"
)
"""The doubt where words that entered say less than `ENOUGH`."""

_LEAST = -200.0
"""log2 of the smallest chance that is told; nothing is less likely than a wrong model."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A proposal, its words, and which of them its old text has; `struck` is the mirror. `known`
    is the old text, or that of the provision it aims at."""

    proposal: Proposal
    text: Words
    old: Words
    known: Words
    old_here: bytearray
    struck: bytearray


def uptake(
    proposals: Sequence[Proposal],
    drafts: Sequence[Draft],
    *,
    background: Sequence[str] = (),
    limit: float = REPORTED,
) -> tuple[Match, ...]:
    """What of proposals stands in later drafts, and in no draft before.

    Args:
        proposals: in any order, with ids of their own.
        drafts: in the order of the rounds, all of one negotiation and one language.
        background: other texts in that language that show what phrases are usual, so that these
            count less; texts of the same kind that have nothing to do with the negotiation.
        limit: the largest expected number of matches by chance (`Match.chance`) of words that
            entered, above 0; deletions are told whatever it is.
    Returns:
        In the order of the proposals; those of one by draft, then words that entered, the rarest
        first, then deletions in the order of the draft.
    """
    reads = [Read.of(draft) for draft in drafts]
    indexes = [Index(read) for read in reads]
    asked = [_asked(proposal, drafts) for proposal in proposals]
    before = Phrases(PHRASE)
    written = [words_of(text) for text in background]
    found: dict[int, list[Match]] = defaultdict(list)
    for place, read in enumerate(reads):
        when = [order(one.proposal.date, drafts, place) for one in asked]
        reading = Reading(read, indexes[place], before, written)
        unseen = tuple(_of_drafts(drafts[:place], read.draft))
        for number, one in enumerate(asked):
            if when[number] != "later":
                doubts = (*unseen, *_of_date(when[number]))
                found[number] += _entered(one, reading, doubts, limit)
        if place and not read.draft.partial:
            struck = Struck(reads[place - 1], indexes[place - 1], read)
            for number, one in enumerate(asked):
                if when[number] != "later" and not _told(found[number], "deletion"):
                    found[number] += _gone(one, struck, read, when[number])
        before.take(read.texts)
        written += read.texts
    return _shared([match for number in range(len(asked)) for match in found[number]])


def _asked(proposal: Proposal, drafts: Sequence[Draft]) -> _Asked:
    """The words of a proposal. Without an old text, that of the provision it aims at is old."""
    text, old = words_of(proposal.text), words_of(proposal.old_text)
    known = old
    if not proposal.old_text and proposal.aims_at and drafts:
        draft = drafts[aimed_at(proposal.date, drafts)]
        meant = [p.text for p in draft.provisions if p.eid == proposal.aims_at]
        known = words_of("\n".join(meant))
    return _Asked(
        proposal,
        text,
        old,
        known,
        covered(text.found, set(phrases(known.found, OLD_PHRASE)), OLD_PHRASE),
        bytearray(1 - mark for mark in _in(old, text)),
    )


def _in(old: Words, text: Words) -> bytearray:
    return covered(old.found, set(phrases(text.found, OLD_PHRASE)), OLD_PHRASE)


def _entered(
    asked: _Asked, reading: Reading, others: tuple[str, ...], limit: float
) -> Iterator[Match]:
    """Words that entered; `others` are doubts that all matches with this draft share."""
    new = new_in(asked.text, reading.before, asked.old_here)
    found, coarse = entered(new, asked.known.found, reading, log2(limit))
    draft = reading.read.draft
    for one in found:
        doubts = _doubts(one, asked.text, others)
        yield Match(
            proposal=asked.proposal.id,
            draft=draft.symbol,
            stands_in=draft.symbol,
            eid=draft.provisions[one.place].eid,
            kind="new place" if one.known else "new words",
            runs=one.runs,
            share=len(one.new) / new.words,
            chance=2.0 ** max(one.chance, _LEAST),
            context=one.context,
            sure=not doubts,
            doubts=doubts,
            elsewhere=tuple(draft.provisions[place].eid for place in sorted(one.elsewhere)),
            coarse=coarse,
        )


def _doubts(one: Found, asked: Words, others: tuple[str, ...]) -> tuple[str, ...]:
    """Why a match may be none; `asked` are the words of the proposal."""
    doubts = []
    if content(asked.found[n] for n in one.new if n not in asked.units | asked.parts) < ENOUGH:
        doubts.append(FEW)
    if one.chance > log2(SURE):
        doubts.append("words like these may well match by chance")
    return (*doubts, *others)


def _of_drafts(before: Sequence[Draft], draft: Draft) -> Iterator[str]:
    """Why the words may have stood in a draft before all the same. Where all are paraphrases, the
    page says so by itself."""
    for standing in NOT_OFFICIAL:
        if draft.source.standing != standing and any(
            one.source.standing == standing for one in before
        ):
            yield f"of a draft before only a {standing} is here, and it may have had these words"
    if before and all(one.partial for one in before):
        yield "the drafts before are here in part only, and may have had these words elsewhere"


def _of_date(when: Order) -> Iterator[str]:
    if when == "unclear":
        yield "the proposal's date does not tell whether it came first"


def _gone(asked: _Asked, struck: Struck, after: Read, when: Order) -> Iterator[Match]:
    draft = struck.before.draft
    for one in gone(asked.old, asked.struck, struck):
        doubts = tuple(_of_date(when))
        if one.chance > SURE:
            doubts = ("much else went too, and the rule may stand there in other words", *doubts)
        yield Match(
            proposal=asked.proposal.id,
            draft=after.draft.symbol,
            stands_in=draft.symbol,
            eid=draft.provisions[one.place].eid,
            kind="deletion",
            runs=one.runs,
            share=min(1.0, one.words / sum(asked.struck)),
            chance=one.chance,
            context=one.context,
            sure=not doubts,
            doubts=doubts,
        )


def _told(found: Sequence[Match], kind: str) -> bool:
    return any(match.kind == kind for match in found)


def _shared(found: Sequence[Match]) -> tuple[Match, ...]:
    """The matches, each with the other proposals that match its words."""
    there: dict[tuple[str, str, bool], list[Match]] = defaultdict(list)
    for match in found:
        there[_where(match)].append(match)
    return tuple(
        replace(
            match,
            also=tuple(
                dict.fromkeys(
                    other.proposal
                    for other in there[_where(match)]
                    if other.proposal != match.proposal and _overlap(match.runs, other.runs)
                )
            ),
        )
        for match in found
    )


def _where(match: Match) -> tuple[str, str, bool]:
    return match.stands_in, match.eid, match.kind == "deletion"


def _overlap(ones: Sequence[Run], others: Sequence[Run]) -> bool:
    """Whether half of what is shorter stands in the other."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ones for b in others)
    return 2 * both >= min(sum(r.end - r.start for r in runs) for runs in (ones, others))
