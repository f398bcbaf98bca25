"""The word-by-word difference of two texts, exact in both directions.

In: two texts. Out: hunks of equal, deleted and inserted characters. Tokens are compared by their
keys, without white space: a word in another spelling is the partner of the same word, and only
its own letters stand in hunks. What is equal is found by `matching` and made readable by
`phrases`, on whole tokens; so no word is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.diff.matching import Block, blocks
from tracker.diff.phrases import Texts, readable, rewritten
from tracker.diff.tokens import Token, split, weight
from tracker.model import Hunk, Operation

_HEAVY = 4
"""By how much a word of content weighs more than the lightest sign, when words are matched."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Hunks of one text against another; `coarse` if they are not word by word throughout."""

    hunks: tuple[Hunk, ...]
    coarse: bool = False


def difference(old: str, new: str) -> Difference:
    """The hunks that turn `old` into `new`.

    The equal and deleted hunks joined are `old`, the equal and inserted ones `new`, always. Where
    only the white space between equal words differs, it stands in hunks of white space alone.
    Coarse is a stretch of two texts that is too large to be compared, or nearly all of two long
    texts that are not the same words: it is one deletion and one insertion.

    >>> [(h.operation, h.text) for h in difference("States shall act.", "States may act.").hunks]
    [('equal', 'States '), ('delete', 'shall'), ('insert', 'may'), ('equal', ' act.')]
    """
    if old == new:
        return Difference((Hunk("equal", old),) if old else ())
    return _difference(old, new)


# What changed between two rounds differs in the same way between all rounds around them.
@lru_cache(maxsize=4096)
def _difference(old: str, new: str) -> Difference:
    before, after = split(old), split(new)
    found, coarse = blocks(*_numbered(before, after))
    texts = Texts(before, after)
    found = readable(texts, found)
    if not coarse and rewritten(texts, found):
        found, coarse = _ends(found, len(before), len(after)), True
    return Difference(tuple(_spell(_pieces(before, after, found))), coarse)


def _numbered(old: Sequence[Token], new: Sequence[Token]) -> tuple[list[int], list[int], list[int]]:
    """The tokens' keys as numbers, and how much each of these weighs."""
    numbers: dict[str, int] = {}
    one, other = (
        [numbers.setdefault(token.key, len(numbers)) for token in text] for text in (old, new)
    )
    return one, other, [1 + round(_HEAVY * weight(key)) for key in numbers]


def _ends(found: Sequence[Block], olds: int, news: int) -> list[Block]:
    """Only the blocks with which both texts begin or end."""
    return [
        (i, j, length)
        for i, j, length in found
        if (i, j) == (0, 0) or (i + length, j + length) == (olds, news)
    ]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands in the old text and in the new one at a place; `partners` are one token in two
    spellings, or the white space after it."""

    old: str
    new: str
    partners: bool = False


def _pieces(old: Sequence[Token], new: Sequence[Token], found: Sequence[Block]) -> Iterator[_Piece]:
    """Both texts side by side, in order. White space that differs before a change is told with
    it: "red green" that became "red, green" has none lost."""
    at_old = at_new = 0
    spaces = "", ""
    for i, j, length in (*found, (len(old), len(new), 0)):
        yield from _gap(
            spaces[0] + "".join(t.text + t.space for t in old[at_old:i]),
            spaces[1] + "".join(t.text + t.space for t in new[at_new:j]),
        )
        at_old, at_new = i + length, j + length
        spaces = "", ""
        for n in range(length):
            left, right = old[i + n], new[j + n]
            yield _Piece(left.text, right.text, partners=True)
            spaces = left.space, right.space
            if left.space == right.space or n < length - 1:
                yield _Piece(*spaces, partners=True)
                spaces = "", ""


def _gap(old: str, new: str) -> Iterator[_Piece]:
    """A change, without the white space at the end of both its sides."""
    shared = 0
    for a, b in zip(reversed(old), reversed(new), strict=False):
        if a != b or not a.isspace():
            break
        shared += 1
    yield _Piece(old[: len(old) - shared], new[: len(new) - shared])
    yield _Piece(old[len(old) - shared :], new[len(new) - shared :])


def _spell(pieces: Iterable[_Piece]) -> list[Hunk]:
    """Hunks of pieces. The two spellings of a token stay apart from the changes beside it where
    the order of deletion and insertion can do that."""
    written: list[tuple[Operation, list[str]]] = []

    def write(operation: Operation, text: str) -> None:
        if text and written and written[-1][0] == operation:
            written[-1][1].append(text)
        elif text:
            written.append((operation, [text]))

    told = [piece for piece in pieces if piece.old or piece.new]
    for n, piece in enumerate(told):
        if piece.old == piece.new:
            write("equal", piece.old)
            continue
        following = told[n + 1] if n + 1 < len(told) else _Piece("", "")
        last = written[-1][0] if written else "equal"
        swapped = piece.partners and (
            last == "delete" or (last == "equal" and bool(following.new) and not following.old)
        )
        if swapped:
            write("insert", piece.new)
        write("delete", piece.old)
        if not swapped:
            write("insert", piece.new)
    return [Hunk(operation, "".join(texts)) for operation, texts in written]
