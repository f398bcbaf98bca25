"""Passages that stand elsewhere now, with what was edited inside them.

In: the changes of a comparison, or some. Out: pairs of a passage that is deleted in one place and
one that is inserted in another, of the same provision or not, and their hunks. Six words that are
deleted once and inserted once are where a passage is known by; from there it grows as far as the
words agree, over small edits, and to the ends of its sentence if little is left. So boilerplate,
which comes and goes in many places, is never told as moved, and time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.diff.spellings import key
from tracker.diff.tokens import labels
from tracker.diff.wording import difference
from tracker.model import Change, Hunk, Operation
from tracker.words import TOKEN

FEWEST = 9
"""Words that a passage must have in common with what it was; fewer meet by chance. A whole sentence
without an edit may have fewer, if it has enough to be known by."""

_SEED = 6
_GAP = 8
"""Words of an edit inside a passage, at most; longer ones part it in two."""

_REST = 4
"""Words that may be left to the end of a sentence that is taken along."""

SHARE = 0.6
"""The words of the sentences a passage stands in that it has in common, on both sides, at least:
less are words of a phrase that is used again."""

_SURE = 20
"""Words in common that are enough by themselves."""

_FAR = 40
"""Words of a sentence that are looked at on each side of a passage."""

_OPENING = frozenset("[(\"'\u2018\u201c\u201e\u00ab\u00bf")
_ENDS = re.compile(r"[.;:?!\n。；]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text of one side of a change: the place of the change among those given,
    and half-open offsets into the text that its hunks give for this side."""

    change: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A passage that was deleted at `old` and stands at `new`; its hunks turn the one text into
    the other, and `words` counts what they have in common."""

    old: Passage
    new: Passage
    hunks: tuple[Hunk, ...]
    words: int


@dataclass(frozen=True, slots=True)
class _Run:
    """A hunk that is deleted or inserted: its change, how many equal hunks stand before it there,
    its offset, its first word of all, and where its words stand."""

    change: int
    group: int
    at: int
    text: str
    first: int
    spans: tuple[tuple[int, int], ...]


class _Side:
    """All runs of one operation, their words one after the other."""

    def __init__(self, changes: Sequence[Change], operation: Operation) -> None:
        self.runs: list[_Run] = []
        self.keys: list[str] = []
        self.run_of: list[int] = []
        for number, change in enumerate(changes):
            if _told_elsewhere(change):
                continue
            at = group = 0
            for hunk in change.text:
                group += hunk.operation == "equal"
                if hunk.operation == operation:
                    self._add((number, group), at, hunk.text)
                at += len(hunk.text) if hunk.operation in ("equal", operation) else 0
        self.taken = bytearray(len(self.keys))

    def _add(self, place: tuple[int, int], at: int, text: str) -> None:
        spans: list[tuple[int, int]] = []
        start = 0
        for first, end in (*labels(text), (len(text), len(text))):
            spans += (m.span() for m in TOKEN.finditer(text, start, first) if m[0][0].isalnum())
            start = end
        self.runs.append(_Run(*place, at, text, len(self.keys), tuple(spans)))
        self.keys += (key(text[first:end]) for first, end in spans)
        self.run_of += [len(self.runs) - 1] * len(spans)

    def once(self) -> dict[tuple[str, ...], int]:
        """Where the runs of words stand that are there once; -1 for the others."""
        found: dict[tuple[str, ...], int] = {}
        for at in range(len(self.keys) - _SEED + 1):
            if self.run_of[at] == self.run_of[at + _SEED - 1]:
                seed = tuple(self.keys[at : at + _SEED])
                found[seed] = -1 if seed in found else at
        return found

    def bounds(self, word: int) -> tuple[int, int]:
        """The words of the run that holds one."""
        run = self.runs[self.run_of[word]]
        return run.first, run.first + len(run.spans)

    def place(self, first: int, last: int) -> tuple[_Run, int, int]:
        """The run of the words `[first, last)`, and their offsets in it, with signs before them
        that are printed in one piece with the first."""
        run = self.runs[self.run_of[first]]
        place = first - run.first
        start = run.spans[place][0]
        least = run.spans[place - 1][1] if place else 0
        while start > least and run.text[start - 1] in _OPENING:
            start -= 1
        return run, start, run.spans[last - 1 - run.first][1]

    def sentence_left(self, first: int, last: int) -> tuple[int, int]:
        """How many words of the same sentence and run stand before and behind these; no more are
        counted than make the sentence too long for its words to be a good part of it."""
        run = self.runs[self.run_of[first]]
        low, high = first - run.first, last - run.first
        least, most = max(0, low - _FAR), min(len(run.spans), high + _FAR)
        while low > least and not self._ends(run, low - 1):
            low -= 1
        while high < most and not self._ends(run, high - 1):
            high += 1
        return first - run.first - low, high - (last - run.first)

    def _ends(self, run: _Run, word: int) -> bool:
        """Whether a sentence or a line ends behind a word of a run."""
        end = run.spans[word][1]
        following = run.spans[word + 1][0] if word + 1 < len(run.spans) else len(run.text)
        return _ENDS.search(run.text, end, following) is not None


def moves(changes: Sequence[Change], fewest: int = FEWEST) -> tuple[Moved, ...]:
    """The passages that moved between these changes, or inside one, in the order of the old text.

    Args:
        fewest: words that a passage has in common with what it was, at least, if it is not a
            whole sentence without an edit.
    """
    old, new = _Side(changes, "delete"), _Side(changes, "insert")
    places = new.once()
    seeds = [
        (i, places[seed]) for seed, i in old.once().items() if i >= 0 and places.get(seed, -1) >= 0
    ]
    found = []
    for chain in _chains(old, new, _grown(old, new, seeds)):
        one = _moved(old, new, chain, fewest)
        if one is not None:
            found.append(one)
    return tuple(sorted(found, key=lambda m: (m.old.change, m.old.start, m.new.change)))


def _told_elsewhere(change: Change) -> bool:
    """Whether the words of a change are told with those of the provision that holds it."""
    return not change.words_deleted and not change.words_inserted


def _grown(
    old: _Side, new: _Side, seeds: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Seeds as far as the words agree: first words and length; no word twice."""
    done: set[tuple[int, int]] = set()
    for i, j in sorted(seeds):
        if (i, j) in done:
            continue
        (low_i, high_i), (low_j, high_j) = old.bounds(i), new.bounds(j)
        start = 0
        while (
            i - start > low_i
            and j - start > low_j
            and old.keys[i - start - 1] == new.keys[j - start - 1]
        ):
            start += 1
        end = _SEED
        while i + end < high_i and j + end < high_j and old.keys[i + end] == new.keys[j + end]:
            end += 1
        done.update((i + n, j + n) for n in range(-start, end))
        yield i - start, j - start, start + end


def _chains(
    old: _Side, new: _Side, runs: Iterator[tuple[int, int, int]]
) -> Iterator[list[tuple[int, int, int]]]:
    """Grown seeds that follow each other over small edits."""
    chain: list[tuple[int, int, int]] = []
    for run in sorted(runs):
        if chain:
            i, j, length = chain[-1]
            lost, come = run[0] - i - length, run[1] - j - length
            follows = (
                old.run_of[i] == old.run_of[run[0]]
                and new.run_of[j] == new.run_of[run[1]]
                and 0 <= lost <= _GAP
                and 0 <= come <= _GAP
            )
            if not follows:
                yield chain
                chain = []
        chain.append(run)
    if chain:
        yield chain


def _moved(
    old: _Side, new: _Side, chain: Sequence[tuple[int, int, int]], fewest: int
) -> Moved | None:
    words = sum(length for _, _, length in chain)
    (i, j, _), (last_i, last_j, length) = chain[0], chain[-1]
    ends = [i, last_i + length, j, last_j + length]
    # What is deleted and inserted at one place was rewritten there; it did not move.
    here = [side.runs[side.run_of[n]] for side, n in ((old, i), (new, j))]
    if here[0].change == here[1].change and here[0].group == here[1].group:
        return None
    if any(old.taken[ends[0] : ends[1]]) or any(new.taken[ends[2] : ends[3]]):
        return None
    left_old, left_new = old.sentence_left(*ends[:2]), new.sentence_left(*ends[2:])
    most = max(ends[1] - ends[0] + sum(left_old), ends[3] - ends[2] + sum(left_new))
    if words < min(fewest, most) or words < min(_SURE, SHARE * most):
        return None
    if max(left_old[0], left_new[0]) <= _REST:
        ends[0], ends[2] = ends[0] - left_old[0], ends[2] - left_new[0]
    if max(left_old[1], left_new[1]) <= _REST:
        ends[1], ends[3] = ends[1] + left_old[1], ends[3] + left_new[1]
    if any(old.taken[ends[0] : ends[1]]) or any(new.taken[ends[2] : ends[3]]):
        return None
    old.taken[ends[0] : ends[1]] = b"\1" * (ends[1] - ends[0])
    new.taken[ends[2] : ends[3]] = b"\1" * (ends[3] - ends[2])
    return _told(old.place(*ends[:2]), new.place(*ends[2:]), words)


def _told(old: tuple[_Run, int, int], new: tuple[_Run, int, int], words: int) -> Moved:
    """The passages, with the sign behind them that both have."""
    (run_old, start_old, end_old), (run_new, start_new, end_new) = old, new
    behind = run_old.text[end_old : end_old + 1], run_new.text[end_new : end_new + 1]
    if behind[0] == behind[1] and behind[0].strip() and not behind[0].isalnum():
        end_old, end_new = end_old + 1, end_new + 1
    return Moved(
        Passage(run_old.change, run_old.at + start_old, run_old.at + end_old),
        Passage(run_new.change, run_new.at + start_new, run_new.at + end_new),
        difference(run_old.text[start_old:end_old], run_new.text[start_new:end_new]).hunks,
        words,
    )
