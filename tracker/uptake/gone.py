"""Words that a proposal strikes, and that a later draft no longer has.

In: what a proposal strikes, the draft before, the draft after. Out: `Gone`. It says less than words
that entered: a revision strikes much, and there are few ways to strike. A cut out of a sentence
that otherwise stays is rare; that a whole paragraph went is not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tracker.uptake.findings import Run
from tracker.uptake.reading import PHRASE
from tracker.uptake.shared import OFTEN, Index, Stretch
from tracker.uptake.words import Phrase, Read, Words, counted, covered, phrases, telling

FEWEST, FEWEST_LOOSE = 3, 8
"""Words, numbers not counted, that one must have struck out of what stayed; and else."""

WENT = 0.8
"""The share of the words struck in a provision that must have gone. The rest may stand in some
other sentence."""

WHOLE, REST = 0.8, 0.5
"""The share of a provision that is as much as all of it; and the share that one provision of the
draft after must have, if it is still there. Others have its set phrases."""

BESIDE = 3
"""Words on each side of a cut that must have stayed."""


How = Literal["cut", "whole", "part"]
"""Words went out of a sentence that stayed; a provision went; words went with others."""


@dataclass(slots=True)
class Gone:
    """A provision (its number in the draft before), the runs that went, and the chance of it;
    `words` are places of the struck words in the proposal's old text."""

    place: int
    chance: float
    runs: tuple[Run, ...]
    context: int
    words: int


class Struck:
    """What went between two drafts. A phrase that stands not half as often as before went."""

    def __init__(self, before: Read, index: Index, after: Read) -> None:
        self.before, self.index = before, index
        there, here = counted(after.texts, PHRASE), counted(before.texts, PHRASE)
        kept = {phrase for phrase, times in here.items() if 2 * there[phrase] >= times}
        self.kept = [covered(text.found, kept, PHRASE) for text in before.texts]
        self.rest = _rests(before.texts, after.texts)
        full = [n for n, text in enumerate(before.texts) if len(text) >= FEWEST_LOOSE]
        self._whole = sum(self.went(n) for n in full) / max(1, len(full))
        self.words = max(1, sum(len(text) for text in before.texts))
        self.share = 1 - sum(sum(kept) for kept in self.kept) / self.words
        self._cuts = sorted(last - first for kept in self.kept for first, last in _cuts(kept))

    def went(self, place: int) -> bool:
        """Whether a whole provision went."""
        return self.rest[place] < REST

    def chance(self, words: int, how: How) -> float:
        """How probable it is that so many words went: for a cut, that one about as long begins at
        just this word; for a provision that a provision went; else, that a word went."""
        if how == "cut":
            like = bisect_right(self._cuts, 2 * words) - bisect_left(self._cuts, words // 2)
            return max(1, like) / self.words
        return self._whole if how == "whole" else self.share


def _rests(before: Sequence[Words], after: Sequence[Words]) -> list[float]:
    """Of each provision before the share of its words that one provision after has, 0 to 1."""
    there: dict[Phrase, dict[int, None]] = {}
    for place, text in enumerate(after):
        for phrase in phrases(text.found, PHRASE):
            there.setdefault(phrase, {})[place] = None
    found = []
    for text in before:
        marks: dict[int, bytearray] = {}
        for at, phrase in enumerate(phrases(text.found, PHRASE)):
            for place in there.get(phrase, ()) if len(there.get(phrase, ())) <= OFTEN else ():
                mark = marks.setdefault(place, bytearray(len(text)))
                mark[at : at + PHRASE] = b"\1" * PHRASE
        found.append(max((sum(mark) for mark in marks.values()), default=0) / max(1, len(text)))
    return found


def _cuts(kept: bytearray) -> Iterator[tuple[int, int]]:
    """Where words went between words that stayed, half-open."""
    first = kept.find(0)
    while first >= 0:
        last = kept.find(1, first)
        last = len(kept) if last < 0 else last
        if stayed(kept, first, last):
            yield first, last
        first = kept.find(0, last)


def stayed(kept: bytearray, first: int, last: int) -> int:
    """How many words beside these stayed; 0 if those of one side did not."""
    before, after = kept[max(0, first - BESIDE) : first], kept[last : last + BESIDE]
    return len(before) + len(after) if all(before) and all(after) else 0


@dataclass(slots=True)
class _Pieces:
    """What of the struck words stands in one provision: all, and those that went."""

    all: list[tuple[Stretch, int, int]] = field(default_factory=list)
    struck: int = 0
    went: int = 0


def gone(old: Words, struck: bytearray, between: Struck) -> list[Gone]:
    """The provisions out of which went what was to be struck, in the order of the draft.

    Args:
        old: the words of the proposal's old text.
        struck: which of them the proposal strikes.
    """
    if sum(struck) < FEWEST:
        return []
    pieces: dict[int, _Pieces] = {}
    for quote in between.index.quotations(old):
        marks = struck[quote.at : quote.at + quote.length]
        kept = between.kept[quote.place][quote.there : quote.there + quote.length]
        for first, last in _marked(marks):
            here = pieces.setdefault(quote.place, _Pieces())
            here.all.append((quote, first, last))
            here.struck += last - first
            here.went += kept[first:last].count(0)
    found = (_told(place, here, old, between) for place, here in sorted(pieces.items()))
    return [one for one in found if one is not None]


def _marked(marks: bytearray) -> Iterator[tuple[int, int]]:
    first = marks.find(1)
    while first >= 0:
        last = marks.find(0, first)
        last = len(marks) if last < 0 else last
        yield first, last
        first = marks.find(1, last)


def _told(place: int, pieces: _Pieces, old: Words, between: Struck) -> Gone | None:
    text, kept = between.before.texts[place], between.kept[place]
    how: How = "whole" if pieces.struck >= WHOLE * len(text) else "part"
    if how == "whole":
        if not between.went(place):
            return None
    elif pieces.went < WENT * pieces.struck:
        return None
    runs, beside = [], []
    for quote, first, last in pieces.all:
        there = quote.there + first
        runs.append(_run(quote, first, last, text, old))
        beside.append(stayed(kept, there, there + last - first))
    if how == "part" and all(beside):
        how = "cut"
    words = sum(run.new for run in runs)
    if words < (FEWEST if how == "cut" else max(FEWEST_LOOSE, pieces.struck / 2)):
        return None
    chance = min(1.0, len(runs) * between.chance(pieces.struck, how))
    runs.sort(key=lambda run: run.start)
    return Gone(place, chance, tuple(runs), sum(beside) if how == "cut" else 0, pieces.struck)


def _run(quote: Stretch, first: int, last: int, text: Words, old: Words) -> Run:
    """The words `first` to before `last` of a quotation."""
    here, there, size = quote.at + first, quote.there + first, last - first
    return Run(
        text.starts[there],
        text.ends[there + size - 1],
        old.starts[here],
        old.ends[here + size - 1],
        words=size,
        new=sum(telling(word) for word in text.found[there : there + size]),
    )
