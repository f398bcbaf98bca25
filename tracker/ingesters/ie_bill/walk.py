"""The body of an Irish bill: Parts, Chapters, sections, subsections, paragraphs, Schedules.

In: the blocks after the words of enactment. Out: `Node`s in the order of the document. Numbers open
units, told by their form, by what is open and, where both leave a doubt, by the indent and the name
of the style. A block without a number goes on with the unit that was opened last, and so does a
clause `(I)`, the `(a)` of a line that begins `(4) (a)`, and all of a Schedule: that is how the
Houses themselves mark up their bills, and a stage read from its ODT must align with one read from
their XML. What is quoted to stand in another Act opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median_low

from tracker.ingesters.ie_bill.blocks import NUMBER, Block
from tracker.ingesters.ie_bill.quotes import quoted
from tracker.ingesters.walk.numbering import letters, roman
from tracker.ingesters.walk.tree import Node
from tracker.ingesters.walk.weave import Woven, joined

_NUMERAL = r"(?:\d{1,3}[A-Z]?|[IVXLC]{1,7}|[A-Z])"
_COUNTED = r"(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH)"
TITLE = re.compile(
    rf"(?:(?P<part>PART|Part|CUID|Cuid)|(?P<chapter>CHAPTER|Chapter|CAIBIDIL|Caibidil))"
    rf"\s{_NUMERAL}"
    rf"|(?P<schedule>(?:SCHEDULE|Schedule|SCEIDEAL|Sceideal)(?:\s{_NUMERAL})?"
    rf"|{_COUNTED}\sSCHEDULE)"
)
_REFERENCE = re.compile(r"[\[(]?Sections?\s\d", re.IGNORECASE)
_ENDS = re.compile(r"[.,;:\u2013\u2014-]['\"\u2019\u201d]{0,2}$")
_HEADED = ("note", "head", "title")
HEADING_WORDS = 60
"""Words; a longer block without a number is no heading."""

NEAR = 0.012
"""Share of the page's width within which two indents are one."""


class Walk:
    """Goes through the blocks once; `units` are what it found."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.units: list[Node] = []
        self._blocks = blocks
        self._quoted = quoted(blocks)
        self._open: dict[str, Node] = {}
        self._indents = _indents(blocks, self._quoted)
        self._section = 0
        self._values = {"subsection": 0, "paragraph": 0, "subparagraph": 0}
        at = 0
        while at < len(blocks):
            at += self._take(at)

    def _take(self, at: int) -> int:
        """Read the block at a place; how many blocks were used."""
        block = self._blocks[at]
        title = None if self._quoted[at] else TITLE.fullmatch(block.text.text)
        if title and title.lastgroup == "schedule":
            return self._schedule(at)
        if title and "schedule" not in self._open:
            return self._titled(at, str(title.lastgroup))
        if "schedule" in self._open:
            self._last().add(block.text)
            return 1
        heading = self._heading_of_section(at)
        if heading or self._opens_section(at):
            self._open_section(at, heading)
            return heading + 1
        self._inner(at)
        return 1

    def _last(self) -> Node:
        return self.units[-1] if self.units else self._new("paragraph", None)

    def _new(self, kind: str, parent: Node | None, num: Woven | None = None) -> Node:
        unit = Node(kind, parent, num or Woven())
        self.units.append(unit)
        self._open[kind] = unit
        return unit

    def _close(self, *kinds: str) -> None:
        for kind in kinds:
            self._open.pop(kind, None)
            if kind in self._values:
                self._values[kind] = 0

    # Parts, Chapters, Schedules.

    def _titled(self, at: int, kind: str) -> int:
        self._close("chapter", "section", "subsection", "paragraph", "subparagraph")
        parent = None
        if kind == "part":
            self._close("part")
        else:
            parent = self._open.get("part")
        unit = self._new(kind, parent, self._blocks[at].text)
        used = 1
        while self._heads_title(at + used, first=used == 1):
            unit.heading = joined([unit.heading, self._blocks[at + used].text], " ")
            used += 1
        return used

    def _heads_title(self, at: int, *, first: bool) -> bool:
        """Whether a block is the heading of the Part or Chapter above it: not the heading of the
        section that follows, nor a title itself."""
        if at >= len(self._blocks) or not self._is_heading(at):
            return False
        block = self._blocks[at]
        if TITLE.fullmatch(block.text.text):
            return False
        if block.first.centred:
            return first or self._blocks[at - 1].look == block.look
        return first and self._heading_of_section(at) != 1

    def _schedule(self, at: int) -> int:
        self._open.clear()
        unit = self._new("hcontainer", None, self._blocks[at].text)
        self._open["schedule"] = unit
        used = 1
        for place in range(at + 1, min(at + 4, len(self._blocks))):
            block = self._blocks[place]
            if _REFERENCE.match(block.text.text) and not unit.text and not unit.heading:
                unit.add(block.text)
            elif not unit.heading and self._is_heading(place) and not block.first.region:
                unit.heading = block.text
            else:
                break
            used += 1
        return used

    # Sections.

    def _heading_of_section(self, at: int) -> int:
        """How many blocks from here on are the heading of a section that opens after them."""
        count = 0
        while count < 3 and self._is_heading(at + count):
            count += 1
            if self._opens_section(at + count, headed=True):
                return count
        return 0

    def _is_heading(self, at: int) -> bool:
        if at >= len(self._blocks) or self._quoted[at]:
            return False
        block = self._blocks[at]
        text = block.text.text
        if NUMBER.match(text) or len(text.split()) > HEADING_WORDS or block.first.region:
            return False
        if block.emphatic or any(word in block.style for word in _HEADED):
            return True
        return not block.style and text[:1].isupper() and _ENDS.search(text) is None

    def _opens_section(self, at: int, *, headed: bool = False) -> bool:
        if at >= len(self._blocks) or self._quoted[at] or "schedule" in self._open:
            return False
        match = NUMBER.match(self._blocks[at].text.text)
        if match is None or not match.group("section"):
            return False
        number = int(re.sub(r"\D", "", match.group("section")))
        if number == self._section + 1:
            return True
        lettered = match.group("section")[-2].isalpha()
        return (lettered and number == self._section) or (headed and number > self._section)

    def _open_section(self, at: int, heading: int) -> None:
        block = self._blocks[at + heading]
        match = NUMBER.match(block.text.text)
        assert match is not None  # `_opens_section` has seen it
        self._section = int(re.sub(r"\D", "", match.group("section")))
        self._close("section", "subsection", "paragraph", "subparagraph")
        parent = self._open.get("chapter") or self._open.get("part")
        section = self._new("section", parent, block.text.part(0, match.end()))
        section.heading = joined([b.text for b in self._blocks[at : at + heading]], " ")
        self._rest(block, match.end(), at + heading)

    # Inside sections.

    def _inner(self, at: int) -> None:
        block = self._blocks[at]
        if self._quoted[at] or not self._opens_inner(at, 0):
            self._last().add(block.text)

    def _rest(self, block: Block, start: int, at: int) -> None:
        """What follows a section's number: a subsection's number too, or words."""
        start += len(block.text.text[start:]) - len(block.text.text[start:].lstrip())
        if not self._opens_inner(at, start):
            self._add(block, start)

    def _add(self, block: Block, start: int) -> None:
        if text := block.text.part(start):
            self._last().add(text)

    def _opens_inner(self, at: int, start: int) -> bool:
        block = self._blocks[at]
        match = NUMBER.match(block.text.text, start)
        if match is None or not match.group("inner") or "section" not in self._open:
            return False
        kind, value = self._kind(match.group("inner"), at)
        if not kind:
            return False
        if kind == "subsection":
            self._close("subsection", "paragraph", "subparagraph")
        elif kind == "paragraph":
            self._close("paragraph", "subparagraph")
        self._values[kind] = value
        outer = ("section", "subsection", "paragraph")
        above = outer[: ("subsection", "paragraph", "subparagraph").index(kind) + 1]
        parent = next(self._open[name] for name in reversed(above) if name in self._open)
        self._new(kind, parent, block.text.part(start, match.end()))
        end = match.end()
        end += len(block.text.text[end:]) - len(block.text.text[end:].lstrip())
        # A paragraph's number beside its subsection's stays in the words: see the module.
        self._add(block, end)
        return True

    def _kind(self, inner: str, at: int) -> tuple[str, int]:
        """The kind of unit that `(inner)` opens, `""` for a clause, and its place in the count."""
        if inner[0].isdigit():
            return "subsection", int(re.sub(r"\D", "", inner))
        if inner.isupper():
            return "", 0
        as_letter, as_roman = letters(inner[0] if _added(inner) else inner), roman(inner)
        kind = self._lettered(as_letter, as_roman, at)
        return kind, (as_letter if kind == "paragraph" else as_roman) or 0

    def _lettered(self, as_letter: int | None, as_roman: int | None, at: int) -> str:
        if as_roman is None:
            return "paragraph" if as_letter else ""
        block = self._blocks[at]
        # After words that close (a) to (d), (i) may stand at the level of (a).
        for kind, left in self._indents.items():
            if abs(block.first.left - left) <= NEAR:
                return kind
        if as_letter is None:
            return "subparagraph"
        goes_on = as_letter == self._values["paragraph"] + 1
        inside = as_roman == self._values["subparagraph"] + 1
        if goes_on != inside:
            return "paragraph" if goes_on else "subparagraph"
        if "paragraph" in block.style:
            return "subparagraph" if "subparagraph" in block.style else "paragraph"
        return "subparagraph" if self._next_inner(at) != _after(as_letter) else "paragraph"

    def _next_inner(self, at: int) -> str:
        for place in range(at + 1, len(self._blocks)):
            match = NUMBER.match(self._blocks[place].text.text)
            if match and not self._quoted[place]:
                return match.group("inner") or ""
        return ""


def _indents(blocks: Sequence[Block], is_quoted: Sequence[bool]) -> dict[str, float]:
    """How far paragraphs and subparagraphs are set in, from numbers that can be only one of them;
    nothing if the document does not set them apart."""
    found: dict[str, list[float]] = {"paragraph": [], "subparagraph": []}
    for block, quote in zip(blocks, is_quoted, strict=True):
        match = None if quote else NUMBER.match(block.text.text)
        inner = match.group("inner") if match else None
        if inner and inner.islower():
            if roman(inner) is None:
                found["paragraph"].append(block.first.left)
            elif len(inner) > 1:
                found["subparagraph"].append(block.first.left)
    if not all(found.values()):
        return {}
    middle = {kind: median_low(lefts) for kind, lefts in found.items()}
    apart = middle["subparagraph"] - middle["paragraph"] > 2 * NEAR
    return middle if apart else {}


def _added(inner: str) -> bool:
    """Whether letters are a number put between two others: (aa), (ba), but not (ii)."""
    return len(inner) == 2 and roman(inner) is None


def _after(value: int) -> str:
    return chr(ord("a") + value % 26)
