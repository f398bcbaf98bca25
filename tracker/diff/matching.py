"""Which tokens of a text are which tokens of another.

In: the keys of two texts as numbers, and the weights of these. Out: equal blocks, in order, and
whether a stretch was left that is too large to be compared. Runs of tokens that stand once in both
texts are the anchors: the longest increasing row of them is kept, first of long runs, then of
shorter ones between them. What is left between anchors is small, and gets its heaviest common
subsequence, by diff-match-patch: a word of content is not given up for a comma. So no more than the
stretch that cannot be compared is coarse, and time and memory stay near linear.

Source: the anchors are Bram Cohen's patience diff, of runs instead of lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

LARGEST = 2_000_000
"""The largest product of token counts that is compared without anchors: some 1,400 tokens each.
Larger stretches that have no run in common, or the same runs again and again, read as noise."""

_SMALL = 900
"""Below this product there is nothing to anchor."""

_RUNS = (24, 8, 4)
_LAST_RUNS = (2, 1)
"""Lengths of the runs that serve as anchors; the last ones only where there is no other way."""

LONG = 10_000
"""The largest product of lengths that diff-match-patch compares; beyond it it takes seconds."""

_FIRST = 0xF0000
"""The first of 131,000 characters for private use."""

Block = tuple[int, int, int]
"""Where an equal run begins in the old and the new text, and its length."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is to be compared: `[i, i_end)` with `[j, j_end)`, from a length of runs on."""

    i: int
    i_end: int
    j: int
    j_end: int
    level: int


def blocks(
    old: Sequence[int], new: Sequence[int], weights: Sequence[int]
) -> tuple[list[Block], bool]:
    """The equal blocks of two sequences, and whether some stretch was too large to be compared.

    Args:
        weights: by number, how much it counts that such a token is kept; 1 at least.

    >>> blocks([0, 1, 2, 3], [0, 4, 2, 3], [1] * 5)
    ([(0, 0, 1), (2, 2, 2)], False)
    >>> blocks([1, 2], [2, 1], [1, 1, 5])
    ([(1, 0, 1)], False)
    """
    found: list[Block] = []
    coarse = False
    waiting = [_Stretch(0, len(old), 0, len(new), 0)]
    while waiting:
        left, ends = _trimmed(old, new, waiting.pop())
        found += ends
        rows, columns = left.i_end - left.i, left.j_end - left.j
        if not rows or not columns:
            continue
        parts = [] if rows * columns <= _SMALL else _anchored(old, new, left)
        if parts:
            waiting += parts
        elif rows * columns <= LARGEST:
            found += _subsequence(old, new, left, weights)
        else:
            coarse = True
    return _joined(sorted(found)), coarse


def _trimmed(old: Sequence[int], new: Sequence[int], one: _Stretch) -> tuple[_Stretch, list[Block]]:
    """A stretch without what is equal at its ends, and that."""
    i, j, i_end, j_end = one.i, one.j, one.i_end, one.j_end
    while i < i_end and j < j_end and old[i] == new[j]:
        i, j = i + 1, j + 1
    while i_end > i and j_end > j and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
    ends = [(one.i, one.j, i - one.i), (i_end, j_end, one.i_end - i_end)]
    return _Stretch(i, i_end, j, j_end, one.level), [end for end in ends if end[2]]


def _anchored(old: Sequence[int], new: Sequence[int], one: _Stretch) -> list[_Stretch]:
    """The stretches around the anchors of a stretch; each token of an anchor begins one, which
    is then trimmed. Nothing, if there is no anchor."""
    large = (one.i_end - one.i) * (one.j_end - one.j) > LARGEST
    lengths = (*_RUNS, *_LAST_RUNS) if large else _RUNS
    for level in range(one.level, len(lengths)):
        row = _increasing(_unique(old, new, one, lengths[level]))
        if row:
            known = set(row)
            row = [(i, j) for i, j in row if (i - 1, j - 1) not in known]
            starts = [(one.i, one.j), *row]
            ends = [*row, (one.i_end, one.j_end)]
            return [
                _Stretch(i, i_end, j, j_end, level + 1)
                for (i, j), (i_end, j_end) in zip(starts, ends, strict=True)
            ]
    return []


def _unique(
    old: Sequence[int], new: Sequence[int], one: _Stretch, length: int
) -> list[tuple[int, int]]:
    """Where the runs of a length stand that stand once in both sides of a stretch."""

    def once(text: Sequence[int], start: int, end: int) -> dict[tuple[int, ...], int]:
        places: dict[tuple[int, ...], int] = {}
        for at in range(start, end - length + 1):
            run = tuple(text[at : at + length])
            places[run] = -1 if run in places else at
        return places

    olds, news = once(old, one.i, one.i_end), once(new, one.j, one.j_end)
    return [(i, news[run]) for run, i in olds.items() if i >= 0 and news.get(run, -1) >= 0]


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs, given by their first place, that increases in the second."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(tops, j)
        before.append(last[at - 1] if at else -1)
        if at == len(tops):
            tops.append(j)
            last.append(n)
        else:
            tops[at] = j
            last[at] = n
    row: list[tuple[int, int]] = []
    n = last[-1] if last else -1
    while n >= 0:
        row.append(pairs[n])
        n = before[n]
    return row[::-1]


def _subsequence(
    old: Sequence[int], new: Sequence[int], one: _Stretch, weights: Sequence[int]
) -> list[Block]:
    """The heaviest common subsequence: the longest one of texts in which each token stands as
    often as it weighs."""
    olds, of_old = _copied(old, one.i, one.i_end, weights)
    news, of_new = _copied(new, one.j, one.j_end, weights)
    shared: dict[tuple[int, int], int] = {}
    for i, j, length in _equal(olds, news):
        for n in range(length):
            pair = of_old[i + n], of_new[j + n]
            shared[pair] = shared.get(pair, 0) + 1
    found: list[Block] = []
    last_i = last_j = -1
    for (i, j), copies in shared.items():
        # The copies of a token may be shared between two of its kind: the first gets it.
        if i > last_i and j > last_j and 2 * copies >= weights[old[i]]:
            found.append((i, j, 1))
            last_i, last_j = i, j
    return found


def _equal(old: Sequence[int], new: Sequence[int]) -> Iterator[Block]:
    """The equal blocks of a longest common subsequence: by diff-match-patch, and of long stretches
    by the same measure in C."""
    if len(old) * len(new) > LONG:
        for code in Indel.opcodes(old, new):
            if code.tag == "equal":
                yield code.src_start, code.dest_start, code.src_end - code.src_start
        return
    numbers: dict[int, str] = {}
    texts = [
        "".join([numbers.setdefault(n, chr(_FIRST + len(numbers))) for n in text])
        for text in (old, new)
    ]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # with its clock, four idle runs gave two outputs
    i = j = 0
    for operation, text in engine.diff_main(*texts, False):
        if operation == 0:
            yield i, j, len(text)
        i += len(text) if operation <= 0 else 0
        j += len(text) if operation >= 0 else 0


def _copied(
    text: Sequence[int], start: int, end: int, weights: Sequence[int]
) -> tuple[list[int], list[int]]:
    """The tokens of a stretch as often as they weigh, and the place of each copy."""
    places = [n for n in range(start, end) for _ in range(weights[text[n]])]
    return [text[n] for n in places], places


def _joined(found: Sequence[Block]) -> list[Block]:
    """Blocks that follow each other without a gap are one."""
    joined: list[Block] = []
    for i, j, length in found:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (i, j):
            joined[-1] = (*joined[-1][:2], joined[-1][2] + length)
        else:
            joined.append((i, j, length))
    return joined
