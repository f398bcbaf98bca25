"""Headings that no word announces: "II. Organizational matters", "A. Sessions", a line in bold.

In: blocks. Out: which are headings, and in which open section each stands. Print tells the level
(larger stands above smaller, bold above italic), then the form of the number (I, A, 1, (a), none).
In a format without print only Roman numbers and capital letters that count on are headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.ingesters.walk.blocks import Block
from tracker.ingesters.walk.faces import is_bold, stands_out
from tracker.ingesters.walk.headings import is_title
from tracker.ingesters.walk.numbering import letters, roman
from tracker.ingesters.walk.tree import Node

STYLES = {"roman": 0, "LETTER": 1, "arabic": 2, "(letter)": 3, "(roman)": 4, "option": 5, "": 5}
"""Forms of a heading's number, and the level of each; none is the lowest."""

MOST_WORDS = 45
"""Words of a heading; longer bold text is text."""

_NUMBERED = re.compile(
    r"(?P<open>\[\s?)?(?P<label>[IVXLC]{1,8}|[A-Z]|\d{1,2}|\([a-z]{1,5}\))"
    r"(?P<bis>\s?(?:bis|ter))?(?P<dot>\.)?(?=\s|$)"
)
_OPTION = re.compile(
    r"\[?\s?(?:Option|Alternative|Variante?|Opci[oó]n|Вариант|الخيار)\s+"
    r"(?:\d{1,2}|[IVX]{1,5}|[A-Z])\b\s?[.:)]?\]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: where its number ends in its text (0: none), the form and value of the number,
    and its level, compared like tuples: smaller is higher."""

    end: int
    style: str
    value: int
    level: tuple[int, ...]

    @property
    def option(self) -> bool:
        """Whether it opens one of several alternatives."""
        return self.style == "option"


class Sections:
    """The sections of one document that are open, outermost first."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._styled = any(block.styled for block in blocks)
        self._printed = any(_stands_out(block) for block in blocks)
        self._open: list[tuple[Heading, Node]] = []

    def heading(self, block: Block, following: Block | None) -> Heading | None:
        """What the block is as a heading, None if it is none; `following` is the next block."""
        text = block.text.text
        if following is None or block.first.region == "table" or not is_title(text):
            return None
        if len(text.split()) > MOST_WORDS:
            return None
        out = _stands_out(block)
        option = _OPTION.match(text)
        if option and out:
            return self._made(block, option.end(), "option", 0)
        match = _NUMBERED.match(text)
        if match is None:
            return self._made(block, 0, "", 0) if out else None
        rest = text[match.end() :].strip()
        style, value = self._count(match["label"])
        if not rest:
            counts = style in ("roman", "LETTER") and self._goes_on(style, value)
            alike = block.emphatic or not self._printed
            return (
                self._made(block, match.end(), style, value)
                if counts and alike and is_title(following.text.text)
                else None
            )
        if match["dot"] is None and not match["label"].startswith("("):
            return self._made(block, 0, "", 0) if out else None
        counts = style in ("roman", "LETTER") and self._goes_on(style, value)
        if out or (not self._printed and counts and is_title(rest)):
            return self._made(block, match.end(), style, value)
        return None

    def _made(self, block: Block, end: int, style: str, value: int) -> Heading:
        depth = re.search(r"\d", block.first.style) if block.styled else None
        named = int(depth.group()) if depth else 7 if self._styled else 0
        italic = int(style != "option" and not is_bold(block.first))
        level = (named, -round(block.first.size), STYLES[style], italic)
        return Heading(end, style, value, level)

    def _count(self, label: str) -> tuple[str, int]:
        """The form and value of a number; a letter that is also Roman is what goes on."""
        plain = label.strip("()")
        if plain.isdecimal():
            return "arabic", int(plain)
        upper = plain.isupper()
        found = [
            (style.upper() if upper and style == "letter" else style, value)
            for style, value in (("roman", roman(plain)), ("letter", letters(plain)))
            if value is not None
        ]
        if not upper:
            found = [(f"({style})", value) for style, value in found]
        if not found:
            return "", 0
        going = [one for one in found if self._follows(*one)]
        return (going or [one for one in found if one[1] == 1] or found)[0]

    def _follows(self, style: str, value: int) -> bool:
        return any(h.style == style and h.value == value - 1 for h, _ in self._open)

    def _goes_on(self, style: str, value: int) -> bool:
        return value == 1 or self._follows(style, value)

    def parent(self, heading: Heading) -> Node | None:
        """The section that a heading stands in, None for the outermost; all that it does not
        stand in are closed."""
        while self._open and self._open[-1][0].level >= heading.level:
            self._open.pop()
        return self._open[-1][1] if self._open else None

    def enter(self, heading: Heading, node: Node) -> None:
        """The section `node` of this heading is open."""
        self._open.append((heading, node))

    def leave_options(self) -> bool:
        """Close the alternatives, and what is in them; False if none was open."""
        place = next((n for n, (h, _) in enumerate(self._open) if h.option), None)
        if place is None:
            return False
        del self._open[place:]
        return True

    def clear(self) -> None:
        """Close all sections."""
        self._open.clear()

    @property
    def innermost(self) -> Node | None:
        """The section that is open."""
        return self._open[-1][1] if self._open else None


def _stands_out(block: Block) -> bool:
    """Whether all of it is bold or italic, or the format calls it a heading."""
    return block.styled or all(map(stands_out, block.lines))
