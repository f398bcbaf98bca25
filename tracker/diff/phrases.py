"""Differences as a person would mark them.

In: the equal blocks of two texts. Out: fewer blocks, in better places. A block that holds little
(`of the`) between two larger changes is given up, so that phrases change, not every second word;
so is a word that is printed in one piece with changes on both sides. A change that could as well
stand elsewhere (`, b` or `b,` of a list) stands where a sentence, a line or a clause ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tracker.diff.matching import Block
from tracker.diff.tokens import MIDDLE, Token, weights

SHARE = 0.6
"""A block goes that weighs no more than this share of the smaller of the changes beside it."""

MOST = 2.0
"""What weighs more is always kept: two words of content and what stands between them."""

KEPT = 0.1
"""If less than this share of what differs is kept, nothing of it is."""

LONG = 60
"""Words that such a stretch has at least, on both sides."""

PASSAGE = 6.0
"""What weighs more is a passage that was kept, however much was not."""

_PASSES = 4


class Texts:
    """Two texts as tokens, and how much stands in any stretch of them."""

    def __init__(self, old: Sequence[Token], new: Sequence[Token]) -> None:
        self.old = old
        self.new = new
        self._old = [0.0, *accumulate(weights(old))]
        self._new = [0.0, *accumulate(weights(new))]

    def lost(self, start: int, end: int) -> float:
        """The weight of a stretch of the old text."""
        return self._old[end] - self._old[start]

    def come(self, start: int, end: int) -> float:
        """The weight of a stretch of the new text."""
        return self._new[end] - self._new[start]

    def changed(self, left: Block, right: Block) -> float:
        """The weight of the change between two blocks: the mean of its sides, so that a mere
        insertion counts half of a replacement."""
        i, j = left[0] + left[2], left[1] + left[2]
        return (self.lost(i, right[0]) + self.come(j, right[1])) / 2


def readable(texts: Texts, blocks: Sequence[Block]) -> list[Block]:
    """The blocks that are worth keeping, in the places where they read best."""
    ends: Block = (len(texts.old), len(texts.new), 0)
    kept = list(blocks)
    for _ in range(_PASSES):
        before = len(kept)
        kept = _without_weak(texts, kept, ends)
        if len(kept) == before:
            break
    return _slid(texts, _grown(texts, kept, ends), ends)


def rewritten(texts: Texts, blocks: Sequence[Block]) -> bool:
    """Whether so little is kept between the ends of two long texts that they are other texts."""
    olds, news = len(texts.old), len(texts.new)
    inner = [
        (i, i + length)
        for i, j, length in blocks
        if (i, j) != (0, 0) and (i + length, j + length) != (olds, news)
    ]
    held = [texts.lost(*one) for one in inner]
    ends = sum(texts.lost(i, i + length) for i, _, length in blocks) - sum(held)
    smaller = min(texts.lost(0, olds), texts.come(0, news)) - ends
    return smaller >= LONG and sum(held) < KEPT * smaller and max(held, default=0) <= PASSAGE


def _without_weak(texts: Texts, blocks: Sequence[Block], ends: Block) -> list[Block]:
    """The blocks without those that are weak between their neighbours, from left to right: what
    is given up adds to the change on its left."""
    start: Block = (0, 0, 0)
    kept: list[Block] = []
    for n, block in enumerate(blocks):
        left = kept[-1] if kept else start
        following = blocks[n + 1] if n + 1 < len(blocks) else ends
        if not _weak(texts, left, block, following):
            kept.append(block)
    return kept


def _weak(texts: Texts, left: Block, block: Block, right: Block) -> bool:
    i, _, length = block
    least = min(texts.changed(left, block), texts.changed(block, right))
    if not least:
        return False
    if length == 1 and _glued(texts, left, block, right):
        return True
    return texts.lost(i, i + length) <= min(MOST, SHARE * least)


def _glued(texts: Texts, left: Block, block: Block, right: Block) -> bool:
    """Whether a single token is printed in one piece with changes on both sides, as a word is from
    which the brackets fall."""
    i, j, _ = block
    before_old, before_new = left[0] + left[2] < i, left[1] + left[2] < j
    after_old, after_new = i + 1 < right[0], j + 1 < right[1]
    joined = (
        (before_old and after_old and not texts.old[i - 1].space and not texts.old[i].space),
        (before_new and after_new and not texts.new[j - 1].space and not texts.new[j].space),
    )
    return any(joined)


def _grown(texts: Texts, blocks: Sequence[Block], ends: Block) -> list[Block]:
    """The blocks with what is equal at the beginning and the end of the changes between them: a
    weak block that is gone may have had its partner there."""
    found: list[Block] = [(0, 0, 0)]
    for right in (*blocks, ends):
        i, j, length = found[-1]
        at_old, at_new = i + length, j + length
        end_old, end_new = right[0], right[1]
        while at_old < end_old and at_new < end_new and _same(texts, at_old, at_new):
            at_old, at_new = at_old + 1, at_new + 1
        found[-1] = (i, j, at_old - i)
        while end_old > at_old and end_new > at_new and _same(texts, end_old - 1, end_new - 1):
            end_old, end_new = end_old - 1, end_new - 1
        found.append((end_old, end_new, right[2] + right[0] - end_old))
    return [block for block in found if block[2]]


def _same(texts: Texts, i: int, j: int) -> bool:
    return texts.old[i].key == texts.new[j].key


_LINE, _SENTENCE, _CLAUSE, _COMMA, _WORD = 5, 4, 4, 3, 1
_ENDS = {
    ".": _SENTENCE,
    "?": _SENTENCE,
    "!": _SENTENCE,
    "。": _SENTENCE,
    ";": _CLAUSE,
    ":": _CLAUSE,
}
_COMMAS = frozenset(",，،、")


def _slid(texts: Texts, blocks: Sequence[Block], ends: Block) -> list[Block]:
    """The blocks with every pure insertion or deletion moved to where it reads best."""
    found: list[Block] = []
    rest = list(blocks)
    for n in range(len(rest) + 1):
        right = rest[n] if n < len(rest) else ends
        if not found:
            if right[2]:
                found.append(right)
            continue
        left = found[-1]
        lost = right[0] - left[0] - left[2]
        come = right[1] - left[1] - left[2]
        if bool(lost) != bool(come):
            tokens, start, length = (
                (texts.old, left[0] + left[2], lost)
                if lost
                else (texts.new, left[1] + left[2], come)
            )
            shift = _best(tokens, start, length, (left[2], right[2]))
            found[-1] = (left[0], left[1], left[2] + shift)
            right = (right[0] + shift, right[1] + shift, right[2] - shift)
        if right[2]:
            found.append(right)
    return [block for block in found if block[2]]


def _best(tokens: Sequence[Token], start: int, length: int, room: tuple[int, int]) -> int:
    """By how many tokens a stretch is moved to read best; `room` is how far it may go back and
    forth. No farther than its own length: beyond, the same places come again. Best is where it
    meets the change beside it, which then are one."""
    back = 0
    while back < min(room[0], length) and (
        tokens[start - back - 1].key == tokens[start - back - 1 + length].key
    ):
        back += 1
    forth = 0
    while forth < min(room[1], length) and (
        tokens[start + forth].key == tokens[start + forth + length].key
    ):
        forth += 1
    joins = {-back: back == room[0] and start > back, forth: forth == room[1]}
    joins[forth] = joins[forth] and start + forth + length < len(tokens)

    def value(shift: int) -> tuple[bool, float, int, int]:
        borders = _border(tokens, start + shift) + _border(tokens, start + shift + length)
        return joins.get(shift, False), borders, -abs(shift), shift

    return max(range(-back, forth + 1), key=value)


def _border(tokens: Sequence[Token], at: int) -> float:
    """How well a change may begin or end before a token."""
    if at in (0, len(tokens)):
        return _LINE + 1
    before, after = tokens[at - 1], tokens[at]
    if "\n" in before.space:
        return _LINE
    if before.text in _ENDS and before.space:
        return _ENDS[before.text]
    if after.text in _COMMAS:
        return _COMMA
    if before.text in _COMMAS:
        return _COMMA - 1
    return _WORD * (weights((after,))[0] < MIDDLE) + (bool(before.space) / 2)
