"""Texts that a person typed, in Markdown, plain text or Word: headings, numbers, points.

In: a reading without titled articles. Out: a draft with sections under their headings, numbered
paragraphs and points. The last resort of all conventions: it needs nothing but headings or numbers,
and gives way to any that recognises more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.errors import StructureError
from tracker.ingesters.base import About
from tracker.ingesters.printed import Found, Wording
from tracker.ingesters.walk.blocks import Block, gather, of_group
from tracker.ingesters.walk.body import Body, cut, next_numbers
from tracker.ingesters.walk.breaks import Openings
from tracker.ingesters.walk.furniture import furnish
from tracker.ingesters.walk.grammar import (
    ANNEX,
    ANNEX_WORDS,
    ARTICLE_WORDS,
    CAPITAL,
    NUMERAL,
    OPEN_BRACKET,
)
from tracker.ingesters.walk.headings import is_title
from tracker.ingesters.walk.numbering import Number, number_at_start
from tracker.ingesters.walk.titles import SEPARATOR
from tracker.ingesters.walk.tree import Node
from tracker.ingesters.walk.walked import Walk
from tracker.ingesters.walk.weave import Hyphens
from tracker.model import Draft
from tracker.read import Reading

FORMATS = frozenset(("text", "markdown", "docx", "odt", "html"))
"""What people type in; a PDF of unknown convention is read this way only when it is asked for."""

RECOGNISED = 0.3
"""The score of a text with enough headings or numbers: the least that counts."""

ENOUGH = 3
"""Headings and numbers that make a structure."""

UNRECOGNISED = (
    "no drafting convention was recognised; the text was read by its headings and numbers alone"
)
"""The warning on every draft of this convention."""

HEADING_WORDS = 14
"""Words; a longer line by itself is a sentence somebody forgot to end."""

OUTERMOST = 0
"""The level of annexes, which hold all headings below them."""

_ANNEX_LINE = Wording(rf"{OPEN_BRACKET}{CAPITAL}{ANNEX_WORDS}\s{{1,3}}{NUMERAL}\s*$", re.IGNORECASE)
_BILL = re.compile(r"(?:A|An|AN)\s+(?:BILL|Bill|ACT|Act)(?!\w)")
"""The beginning of a bill's long title, which is a sentence."""

_SUBSECTION = re.compile(r"\(1\)\s")
_STYLE = re.compile(r"(?:h|heading\s?)([1-6])\b", re.IGNORECASE)
_ARTICLE = re.compile(rf"{ARTICLE_WORDS}\s{{1,3}}{NUMERAL}", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?P<num>{ARTICLE_WORDS}\s{{1,3}}{NUMERAL}[.:]?|"
    r"(?:(?:Part|Chapter|Section|Rule|Clause)\s+)?(?:\d{1,3}(?:\.\d{1,3}){0,4}\.?|[IVXLC]{1,6}\.|[A-Z]\.))(?:\s+(?=\S)|$)"
)


class Plain:
    """The convention of texts that follow no other."""

    name = "plain"

    def score(self, reading: Reading) -> float:
        """Some headings or numbers, in a format that people type in."""
        if reading.raw or reading.format not in FORMATS:
            return 0.0
        own = [line for line in reading.lines if not line.region]
        titled = sum(1 for line in own if _ARTICLE.match(line.text))
        if titled >= ENOUGH or any(_ARTICLE.match(line.text) for line in own[:ENOUGH]):
            return 0.0
        marked = sum(1 for line in own if _level(line.style) or number_at_start(line.text))
        return RECOGNISED if marked >= ENOUGH else 0.0

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds.

        Raises:
            StructureError: there is no word outside the furniture.
        """
        lines, furniture = furnish(reading)
        hyphens = Hyphens(lines)
        gathered = gather(lines, Openings(_ANNEX_LINE, re.compile(""), (), ()), hyphens)
        measure = max((len(line.text) for line in lines), default=0)
        parted = [_parted(block, measure, hyphens) for block in gathered]
        heads = frozenset(id(parts[0]) for parts in parted if len(parts) > 1)
        walk = _Walk([part for parts in parted for part in parts], heads)
        walk.run()
        if not walk.tree.nodes:
            raise StructureError(f"{reading.name}: no words besides headers and notes in the file")
        draft = walk.draft(reading, about, self.name, furniture)
        return replace(draft, warnings=(UNRECOGNISED, *draft.warnings))


class _Walk(Walk):
    """The walk over the blocks: sections open under their headings, all else stands in them."""

    def __init__(self, blocks: Sequence[Block], heads: frozenset[int] = frozenset()) -> None:
        """`heads` are the ids of blocks that stood as headings above their text."""
        super().__init__()
        self.blocks = blocks
        styled = [_level(block.first.style) for block in blocks]
        # Who uses styles for some headings uses them for all.
        self.levels = (
            styled
            if any(styled)
            else [
                _heading(block, following, known=id(block) in heads)
                for block, following in zip(blocks, [*blocks[1:], None], strict=False)
            ]
        )
        self.following = next_numbers(blocks, self.levels)
        self.body = Body(self.tree, self._next_number)
        self.open: list[tuple[int, Node]] = []
        self.at = 0

    def run(self) -> None:
        """Place every block."""
        if self._titled():
            self.at = 1
            self.tree.open("longTitle", None).add(self.blocks[0].text, self.blocks[0].notes)
            self.title = self.blocks[0].text.text
        while self.at < len(self.blocks):
            block, level = self.blocks[self.at], self.levels[self.at]
            self.at += 1
            if level:
                self._section(block, level)
            elif not self.body.place(block):
                self._section(None, 1)
                self.body.place(block)

    def _titled(self) -> bool:
        """Whether the first block is the title of the whole: a heading without a number, and above
        all others or before one that has a number."""
        if len(self.blocks) < 2:
            return False
        first = self.blocks[0]
        if _BILL.match(first.text.text):
            return True
        if _NUMBER.match(first.text.text) or not is_title(first.text.text, small=True):
            return False
        if not self.levels[0]:
            # Nothing stands above the first line of a file, so no gap tells that it is a title.
            return (
                len(first.lines) == 1 and self.blocks[1].first.gap >= 1.0 and not first.first.block
            )
        others = [level for level in self.levels[1:] if level]
        return all(self.levels[0] < level for level in others) or bool(
            _NUMBER.match(self.blocks[1].text.text)
        )

    def _section(self, block: Block | None, level: int) -> None:
        """Open a section under its heading, or without one for what stands before the first."""
        annex = _annex(block) if block is not None else None
        if annex:
            level = OUTERMOST
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        titled = block is not None and _ARTICLE.match(block.text.text)
        kind = "attachment" if annex else "article" if titled else "section"
        node = self.tree.open(kind, self.open[-1][1] if self.open else None)
        self.open.append((level, node))
        self.body.enter(node)
        if block is None:
            return
        number = annex or _NUMBER.match(block.text.text)
        if number:
            end = number.end("num")
            separator = SEPARATOR.match(block.text.text, end)
            end = separator.end() if separator else end
            node.num = block.text.part(0, end)
            block = cut(block, end)
        node.heading = block.text
        node.heading_notes.extend(block.notes)

    def _next_number(self) -> Number | None:
        return self.following[self.at]


def _annex(block: Block) -> Found | None:
    """The title of a schedule or an annex, if the block is one."""
    match = ANNEX.match(block.text.text)
    if match is None or not (match["num"].isupper() or " " in match["num"].strip()):
        return None
    below = len(block.lines) > 1 and len(block.head.strip()) <= match.end("num")
    rest = match["rest"].strip()
    apart = not rest or below or SEPARATOR.match(match["rest"])
    return match if apart and (not rest or is_title(rest)) else None


def _parted(block: Block, measure: int, hyphens: Hyphens) -> list[Block]:
    """A block whose first line is a numbered heading above its text, in two: the line has room for
    the next word and that begins a sentence or a provision. `measure` is the longest line."""
    number = _NUMBER.match(block.first.text)
    if len(block.lines) < 2 or number is None or block.first.region or block.first.bottom:
        return [block]
    heading, below = block.first.text[number.end() :], block.lines[1].text.lstrip()
    opens = below[:1].isupper() or number_at_start(below) is not None
    if not is_title(heading) or len(heading.split()) > HEADING_WORDS or not opens:
        return [block]
    if len(block.first.text) + len(below.split(None, 1)[0]) + 2 >= measure:
        return [block]
    return [of_group(block.lines[:1], hyphens), of_group(block.lines[1:], hyphens)]


def _heading(block: Block, following: Block | None, *, known: bool) -> int:
    """The level of a heading from 1, 0 for text; `known` is one that is a heading at any rate."""
    text = block.text.text
    if not block.first.region and _annex(block):
        return OUTERMOST + 1
    if block.first.region or len(block.lines) > 2 or len(text.split()) > HEADING_WORDS:
        return 0
    number = _NUMBER.match(text)
    if not is_title(text[number.end() :] if number else text):
        return 0
    if number is None:
        alone = block.emphatic or _apart(block)
        return 1 if alone and number_at_start(text) is None else 0
    depth = number["num"].rstrip(".").count(".") + 1
    return depth if known or block.emphatic or _leads(following, depth) else 0


def _leads(following: Block | None, depth: int) -> bool:
    """Whether what follows a short numbered line stands under it: "2. Oil" above a sentence is a
    heading, above "3. Wicks" an entry of a list."""
    if following is None:
        return False
    if _SUBSECTION.match(following.text.text):
        return True
    inner = _NUMBER.match(following.text.text)
    if inner and (inner["num"][0].isdigit() or is_title(following.text.text)):
        return inner["num"].rstrip(".").count(".") + 1 > depth
    return len(following.text.text.split()) > HEADING_WORDS or following.text.text.endswith(
        (".", ":")
    )


def _level(style: str) -> int:
    """The level that a format's own style of heading says, 0 if it says none."""
    if style.casefold() == "title":
        return 1
    match = _STYLE.match(style)
    return int(match.group(1)) if match else 0


def _apart(block: Block) -> bool:
    """Whether a typed line stands alone, as headings do, without an end of a sentence."""
    line = block.first
    return len(block.lines) == 1 and line.gap >= 1.0 and not line.block and line.text[:1].isupper()
