"""Stretches of words that belong together, and how rarely they would by chance.

In: what a proposal and a provision have in common. Out: `Group`s with their runs of new words, how
surprising these are, and what holds them in place: old words around them that are the same too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log2

from tracker.uptake.findings import Run
from tracker.uptake.reading import PHRASE, New, Reading
from tracker.uptake.shared import Stretch
from tracker.uptake.words import Phrase, Words

GAP = 2
"""Words that may have been exchanged between two stretches which belong together."""

EXCHANGES = log2((GAP + 1) ** 2)
"""What each such gap adds to the ways to match, in bits."""

HANGING = 0.35
"""What a bit of surprise is worth where no old words hold the new ones in place, and of words that
follow a new one where few do: words hang together in set phrases. Set so that proposals against
texts on other subjects match no more often than told."""

SENTENCE = 8
"""Old words directly around new ones from which on they stand in the same sentence: there is one
place for them, and they match by chance only if the proposal changes it just there."""

LOOK_BACK = 8
"""Groups of stretches in one provision that a further one may go on."""


@dataclass(slots=True)
class Group:
    """Stretches that follow one another in a provision, with small exchanges between them.

    `bits` is how surprising its new words are, `hanging` those of them that follow a new one. They
    match at one of `tries` places of the proposal and at one of `room` places of the draft, or of
    `held` if old words around them are the same: `context` tells how many. `runs` say of each
    whether it is known by itself.
    """

    stretches: list[Stretch]
    bits: float = 0.0
    hanging: float = 0.0
    tries: int = 1
    room: int = 1
    held: int = 0
    context: int = 0
    runs: list[tuple[Run, bool]] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    """Places of the matched new words in the proposal, and in the provision."""
    there: list[int] = field(default_factory=list)

    def chance(self, room: int | None = None) -> float:
        """log2 of the expected number of such matches; `room` if there is less than `self.room`."""
        room = self.room if room is None else min(room, self.room)
        found = log2(self.tries * min(self.held or room, room)) - self.bits
        if not self.held:
            return found if found > 0 else HANGING * found
        return found if self.context >= SENTENCE else found + (1 - HANGING) * self.hanging


def joined(stretches: list[Stretch]) -> Iterator[Group]:
    """Stretches of one provision, those together that only a small exchange parts."""
    groups: list[Group] = []
    for stretch in sorted(stretches, key=lambda s: (s.at, s.there)):
        for group in groups[-LOOK_BACK:]:
            last = group.stretches[-1]
            gaps = (
                stretch.at - last.at - last.length,
                stretch.there - last.there - last.length,
            )
            if all(0 <= gap <= GAP for gap in gaps):
                group.stretches.append(stretch)
                break
        else:
            groups.append(Group([stretch]))
    yield from groups


def weighed(group: Group, asked: New, reading: Reading, room: int) -> Group:
    """The group with its runs of new words, how surprising they are, and what holds them; `room`
    is in how many places they might stand if nothing does."""
    group.room = max(1, room)
    group.tries = asked.words
    text = asked.text
    for stretch in group.stretches:
        there = reading.new[stretch.place][stretch.there : stretch.there + stretch.length]
        here = asked.marks[stretch.at : stretch.at + stretch.length]
        new = [n for n, (a, b) in enumerate(zip(here, there, strict=True)) if a and b]
        if not new:
            continue
        row = text.found[stretch.at : stretch.at + stretch.length]
        marks = bytearray(stretch.length)
        for n in new:
            marks[n] = 1
        group.bits += reading.frequencies.of_row(row, marks)
        after = bytearray(a and b for a, b in zip(marks, b"\0" + marks, strict=False))
        group.hanging += reading.frequencies.of_row(row, after)
        group.new += [stretch.at + n for n in new]
        group.there += [stretch.there + n for n in new]
        held = 0
        for first, last in _spans(new):
            group.runs.append(_run(stretch, (first, last), marks, text, reading))
            beside = (row[max(0, first - PHRASE) : first], row[last + 1 : last + 1 + PHRASE])
            places = [*_places(beside, reading.places), *([group.held] if group.held else [])]
            group.held = min(places, default=0)
            held = max(held, _around(marks, first, last))
        group.context = max(group.context, held)
    group.bits -= EXCHANGES * (len(group.stretches) - 1)
    if group.held and group.context >= SENTENCE:
        group.tries = asked.changes
        group.held = 1
    return group


def _spans(new: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last word of runs of new words that fewer than `PHRASE` old ones part."""
    first = last = new[0]
    for n in new[1:]:
        if n - last > PHRASE:
            yield first, last
            first = n
        last = n
    yield first, last


def _around(marks: bytearray, first: int, last: int) -> int:
    """How many old words stand directly around a run of new ones."""
    before = first - marks.rfind(1, 0, first) - 1
    after = marks.find(1, last + 1)
    return before + (after if after >= 0 else len(marks)) - last - 1


def _places(beside: Sequence[Phrase], places: dict[Phrase, int]) -> Iterator[int]:
    """In how many places of the draft each of the old phrases stands."""
    return (places[phrase] for phrase in beside if len(phrase) == PHRASE)


def _run(
    stretch: Stretch, span: tuple[int, int], marks: bytearray, text: Words, reading: Reading
) -> tuple[Run, bool]:
    """The run of the words of a stretch from the first to the last of `span`, and whether it is
    known by itself."""
    first, last = span
    other = reading.read.texts[stretch.place]
    here, there = stretch.at, stretch.there
    run = Run(
        start=other.starts[there + first],
        end=other.ends[there + last],
        proposal_start=text.starts[here + first],
        proposal_end=text.ends[here + last],
        words=last - first + 1,
        new=sum(marks[first : last + 1]),
    )
    return run, reading.before.stands(text.found[here + first : here + last + 1])
