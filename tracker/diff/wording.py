"""The word-by-word difference of two texts, exact in both directions.

In: two texts. Out: hunks of equal, deleted and inserted characters. Tokens become single
characters, which diff-match-patch compares without a clock (with its default time limit, four idle
runs gave two outputs) and whose clean-up then merges confetti into phrases without cutting words.
"""

from __future__ import annotations

from dataclasses import dataclass

from diff_match_patch import diff_match_patch

from tracker.model import Hunk, Operation
from tracker.words import TOKEN

LARGEST = 1_000_000
"""The largest product of the token counts of what differs that is compared word by word; beyond
it diff-match-patch takes seconds, and the whole difference is one deletion and one insertion."""

_PRIVATE_USE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
_CODES = sum(len(r) for r in _PRIVATE_USE)

_OPERATIONS: dict[int, Operation] = {-1: "delete", 0: "equal", 1: "insert"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Hunks of one text against another; `coarse` if they are not word by word."""

    hunks: tuple[Hunk, ...]
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    """A token as printed, and the white space after it, which is not compared."""

    text: str
    space: str


def difference(old: str, new: str) -> Difference:
    """The hunks that turn `old` into `new`.

    The equal and deleted hunks joined are `old`, the equal and inserted ones `new`, always. Where
    only the white space between equal words differs, it stands in hunks of white space alone.

    >>> [(h.operation, h.text) for h in difference("States shall act.", "States may act.").hunks]
    [('equal', 'States '), ('delete', 'shall'), ('insert', 'may'), ('equal', ' act.')]
    """
    if old == new:
        return Difference((Hunk("equal", old),) if old else ())
    before, after = _split(old), _split(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle_old, middle_new = before[head : len(before) - tail], after[head : len(after) - tail]
    coarse = len(middle_old) * len(middle_new) > LARGEST or (
        len({t.text for t in middle_old} | {t.text for t in middle_new}) > _CODES
    )
    runs: list[tuple[int, int]] = [(0, head)]
    if coarse:
        runs += [(-1, len(middle_old)), (1, len(middle_new))]
    else:
        runs += _compare(middle_old, middle_new)
    runs.append((0, tail))
    return Difference(tuple(_tidy(_spell(before, after, runs))), coarse)


def _split(text: str) -> list[_Token]:
    """The tokens of a text; a first empty token carries any leading white space."""
    found: list[_Token] = []
    start = end = 0
    for match in TOKEN.finditer(text):
        if match.start() > 0 or found:
            found.append(_Token(text[start:end], text[end : match.start()]))
        start, end = match.span()
    if text:
        found.append(_Token(text[start:end], text[end:]))
    return found


def _common(old: list[_Token], new: list[_Token]) -> int:
    count = 0
    for left, right in zip(old, new, strict=False):
        if left.text != right.text:
            break
        count += 1
    return count


def _compare(old: list[_Token], new: list[_Token]) -> list[tuple[int, int]]:
    """Runs of (operation, number of tokens) by diff-match-patch."""
    codes: dict[str, str] = {}
    spare = (chr(c) for r in _PRIVATE_USE for c in r)

    def encode(tokens: list[_Token]) -> str:
        for token in tokens:
            if token.text not in codes:
                codes[token.text] = next(spare)
        return "".join(codes[token.text] for token in tokens)

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(encode(old), encode(new), False)
    engine.diff_cleanupSemantic(found)
    return [(operation, len(text)) for operation, text in found]


class _Writer:
    """Hunks in the making; stretches of one operation are joined once, at the end."""

    def __init__(self) -> None:
        self._written: list[tuple[Operation, list[str]]] = []

    def write(self, operation: Operation, text: str) -> None:
        """Append a stretch of text."""
        if not text:
            return
        if self._written and self._written[-1][0] == operation:
            self._written[-1][1].append(text)
        else:
            self._written.append((operation, [text]))

    def hunks(self) -> list[Hunk]:
        """All that was written."""
        return [Hunk(operation, "".join(texts)) for operation, texts in self._written]


def _spell(old: list[_Token], new: list[_Token], runs: list[tuple[int, int]]) -> list[Hunk]:
    """Hunks of text from runs of tokens."""
    writer = _Writer()
    i = j = 0
    for operation, length in runs:
        if operation == 0:
            for left, right in zip(old[i : i + length], new[j : j + length], strict=True):
                if left.space == right.space:
                    writer.write("equal", left.text + left.space)
                else:
                    writer.write("equal", left.text)
                    writer.write("delete", left.space)
                    writer.write("insert", right.space)
            i, j = i + length, j + length
        elif operation < 0:
            writer.write("delete", "".join(t.text + t.space for t in old[i : i + length]))
            i += length
        else:
            writer.write("insert", "".join(t.text + t.space for t in new[j : j + length]))
            j += length
    return writer.hunks()


def _tidy(hunks: list[Hunk]) -> list[Hunk]:
    """Give the white space at the end of both a deletion and its insertion back to the equal text:
    "red green" that became "red, green" gained a comma and lost nothing."""
    writer = _Writer()
    at = 0
    while at < len(hunks):
        here, following = hunks[at], hunks[at + 1] if at + 1 < len(hunks) else None
        if following is None or "equal" in (here.operation, following.operation):
            writer.write(here.operation, here.text)
            at += 1
            continue
        shared = _shared_space(here.text, following.text)
        for hunk in (here, following):
            writer.write(hunk.operation, hunk.text[: len(hunk.text) - len(shared)])
        writer.write("equal", shared)
        at += 2
    return writer.hunks()


def _shared_space(one: str, other: str) -> str:
    """The white space with which both texts end."""
    shared = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b or not a.isspace():
            break
        shared += 1
    return one[len(one) - shared :]
