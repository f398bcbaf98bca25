"""Runs of words that two rows of words share.

In: two rows of codes. Out: `Block`s: where each begins, how long it is. `in_order` finds the
longest common subsequence and leaves out what is shared by chance; `anywhere` finds long runs
wherever they stand. Both are linear or bounded: beyond `LARGEST` only long runs are found, which
the answer says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence, Set

from rapidfuzz.distance import Indel

Block = tuple[int, int, int]
"""Where a run begins in the one row and in the other, and how many words it has."""

LARGEST = 100_000_000
"""The largest product of two rows' lengths that is compared word by word: 12 MB, 0.1 s."""

LONG = 8
"""Words from which on a run is the same words wherever it stands, not the same by chance."""

MUCH = 4
"""Times as many words must differ on either side of common words for these to say nothing."""

LONE = 8
"""Words that must differ on either side of a single word, whatever it is."""

PASSES = 4
"""What is left out makes more words differ around others; few texts need so many passes."""

MOST_TRIED = 16
"""Of places where a run may have stood, so many are tried: a text may be one block repeated."""


def in_order(
    one: Sequence[int], other: Sequence[int], common: Set[int]
) -> tuple[list[Block], bool]:
    """The runs that two rows share, in the order of both, and whether they were compared word by
    word.

    A run of one or two words that are `common` says nothing where much on both sides of it differs:
    it is left out.

    >>> in_order([1, 2, 3, 4], [1, 9, 3, 4], frozenset())
    ([(0, 0, 1), (2, 2, 2)], True)
    """
    head = _shared(one, other)
    most = min(len(one), len(other)) - head
    tail = _shared(one[::-1], other[::-1], most)
    middle = one[head : len(one) - tail], other[head : len(other) - tail]
    fine = len(middle[0]) * len(middle[1]) <= LARGEST
    blocks = [(0, 0, head)] if head else []
    if fine:
        found = Indel.opcodes(*middle)
        between = [
            (op.src_start + head, op.dest_start + head, op.src_end - op.src_start)
            for op in found
            if op.tag == "equal"
        ]
    else:
        between = [(i + head, j + head, n) for i, j, n in _rising(anywhere(*middle, least=LONG))]
    blocks += between
    if tail:
        blocks.append((len(one) - tail, len(other) - tail, tail))
    blocks = _placed(_slid(blocks, one, other), one, other, common)
    return _meant(blocks, one, (len(one), len(other)), common), fine


def _shared(one: Sequence[int], other: Sequence[int], most: int | None = None) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or count == most:
            break
        count += 1
    return count


def _rising(blocks: Sequence[Block]) -> list[Block]:
    """Of blocks in the order of the second row those that are in the order of the first too: each
    that begins behind the last one kept."""
    kept: list[Block] = []
    end = 0
    for block in sorted(blocks, key=lambda x: x[1]):
        if block[0] >= end:
            kept.append(block)
            end = block[0] + block[2]
    return kept


def _slid(blocks: Sequence[Block], one: Sequence[int], other: Sequence[int]) -> list[Block]:
    """The blocks, with words that were torn off their neighbours put back: in "the old and the new
    rule" made of "the new rule", the first "the" is as well the second, beside its neighbours."""
    found: list[Block] = []
    for block in blocks:
        while found and (joined := _joined(found[-1], block, one, other)) is not None:
            found.pop()
            block = joined
        found.append(block)
    return found


def _joined(first: Block, second: Block, one: Sequence[int], other: Sequence[int]) -> Block | None:
    """Two blocks between which only one row has words, as one, if the shorter of them can wander
    over these words to the longer."""
    (a, b, m), (i, j, n) = first, second
    if (a + m == i) == (b + m == j) or m == n:
        return None
    # Both stand in the row that has the words between: there the shorter is a second time.
    row, end, start = (other, b + m, j) if a + m == i else (one, a + m, i)
    least = min(m, n)
    if start - end < least:
        return None
    if m < n and list(row[start - m : start]) == list(row[end - m : end]):
        return i - m, j - m, m + n
    if n < m and list(row[end : end + n]) == list(row[start : start + n]):
        return a, b, m + n
    return None


def _placed(
    blocks: Sequence[Block], one: Sequence[int], other: Sequence[int], common: Set[int]
) -> list[Block]:
    """The blocks, with words that only one row has put where they read as a phrase.

    Of "by day and [by night and] in fog" and "by day [and by night] and in fog" both are exact; a
    phrase rather begins with a word such as "and" than ends with it.
    """
    found: list[Block] = []
    for block in blocks:
        if found:
            first, block = _phrased(found.pop(), block, one, other, common)
            found.append(first)
        found.append(block)
    return found


def _phrased(
    first: Block, second: Block, one: Sequence[int], other: Sequence[int], common: Set[int]
) -> tuple[Block, Block]:
    (a, b, m), (i, j, n) = first, second
    if (a + m == i) == (b + m == j):
        return first, second
    row, start, end = (other, b + m, j) if a + m == i else (one, a + m, i)
    best, shift = -1, 0
    back = 0
    # All ways in which the words between can stand further to the front.
    while back < m and row[start - back - 1] == row[end - back - 1]:
        back += 1
    for by in range(back, -n, -1):
        if by < 0 and row[start - by - 1] != row[end - by - 1]:
            break
        reads = (row[start - by] in common) + (row[end - by - 1] not in common)
        if reads > best:
            best, shift = reads, by
    return (a, b, m - shift), (i - shift, j - shift, n + shift)


def _meant(
    blocks: Sequence[Block], one: Sequence[int], ends: tuple[int, int], common: Set[int]
) -> list[Block]:
    """The blocks without those that are shared by chance."""
    kept = list(blocks)
    for _ in range(PASSES):
        before, kept = kept, _without_chance(kept, one, ends, common)
        if len(before) == len(kept):
            break
    return kept


def _without_chance(
    blocks: Sequence[Block], one: Sequence[int], ends: tuple[int, int], common: Set[int]
) -> list[Block]:
    kept: list[Block] = []
    for n, (i, j, length) in enumerate(blocks):
        before = kept[-1] if kept else (0, 0, 0)
        after = blocks[n + 1] if n + 1 < len(blocks) else (*ends, 0)
        edge = min(
            i - before[0] - before[2] + j - before[1] - before[2],
            after[0] - i - length + after[1] - j - length,
        )
        says_little = length <= 2 and all(code in common for code in one[i : i + length])
        if (says_little and edge >= MUCH * length) or (length == 1 and edge >= LONE):
            continue
        kept.append((i, j, length))
    return kept


def anywhere(
    one: Sequence[int],
    other: Sequence[int],
    *,
    least: int,
    telling: Callable[[int, int], bool] | None = None,
) -> list[Block]:
    """Runs of at least `least` words of `other` that stand somewhere in `one`, the longest at each
    place, each word of either row in one run at most; in the order of `other`. A code below 0 is
    equal to nothing.

    Args:
        telling: whether a run of `one`, from where to where, may be the source of another.
    """
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for i in range(len(one) - least + 1):
        gram = tuple(one[i : i + least])
        if min(gram) >= 0:
            places[gram].append(i)
    taken = bytearray(len(one))
    found: list[Block] = []
    j = 0
    while j + least <= len(other):
        start, length = _longest(places, one, other, j, (least, taken))
        if length == 0:
            j += 1
        elif telling is None or telling(start, start + length):
            taken[start : start + length] = b"\1" * length
            found.append((start, j, length))
            j += length
        else:  # no part of it is telling either
            j += length - least + 1
    return found


def _longest(
    places: dict[tuple[int, ...], list[int]],
    one: Sequence[int],
    other: Sequence[int],
    j: int,
    rules: tuple[int, bytearray],
) -> tuple[int, int]:
    """The longest run of `one` that is not taken and equal to `other` from `j` on."""
    least, taken = rules
    there = places.get(tuple(other[j : j + least]))
    if not there:
        return 0, 0
    best = (0, 0)
    tried = 0
    used = 0
    for i in there:
        if taken[i]:
            used += 1
            continue
        if tried == MOST_TRIED:
            break
        tried += 1
        n = 0
        while (
            i + n < len(one)
            and j + n < len(other)
            and one[i + n] == other[j + n] >= 0
            and not taken[i + n]
        ):
            n += 1
        if n >= least and n > best[1]:
            best = (i, n)
    if used > MOST_TRIED:
        there[:] = [i for i in there if not taken[i]]
    return best
