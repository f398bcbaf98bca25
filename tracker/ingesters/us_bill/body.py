"""The text of a bill as printed: titles, sections, their levels, what they quote.

In: blocks, one after the other. Out: `Units`. Quoted matter, each paragraph of which opens with
quotation marks, stands in a `quotedStructure` of its own, with a count of its own. Words that
follow inner provisions belong to the provision in whose measure they are set; a PDF with line
numbers does not show the measure, and there they close what the last number stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.ingesters.us_bill.blocks import ALIKE, CONTAINER, SECTION, titled
from tracker.ingesters.us_bill.level import Level, heads_amount, measure
from tracker.ingesters.us_bill.numbers import LABEL, RANKS, named, readings
from tracker.ingesters.us_bill.units import Unit, Units
from tracker.ingesters.walk.blocks import Block

CONTAINERS = ("division", "title", "subtitle", "chapter", "subchapter", "part", "subpart")

_OPENS_QUOTE = re.compile(r"``|\u2018\u2018|\u201c")
_QUOTE_ENDS = re.compile(r"(?:''|\u2019\u2019|\u201d)[.;,]?(?:\s(?:and|or))?$")
_HEADING = re.compile(r"[A-Z][^.;:\u2014]{0,160}\.(?:--|\u2014)")
_LISTS = re.compile(r"\bcontents\b[^.]{0,80}(?:follows:|--|:)$", re.IGNORECASE)
_ITEM = re.compile(r"(?:``|\u2018\u2018|\u201c)?Sec\.")
"""An item of a table of contents; sections of their own are headed in capitals."""
_ENTRY = re.compile(r"(?:Sec\.|TITLE|Subtitle|DIVISION|PART|Part|CHAPTER|Chapter)\s")

ENTRY_WORDS = 20
"""Words of an item in a table of contents, at most."""


class Body:
    """The walk over the blocks of a bill's text. What `place` returns True for is listed in a
    table of contents, and no provision."""

    def __init__(self, units: Units, blocks: Sequence[Block], *, appropriates: bool) -> None:
        """`appropriates` says that the bill grants amounts under headings without numbers."""
        self._units = units
        self._appropriates = appropriates
        self._blocks = blocks
        self._last = {block.text.text.casefold(): n for n, block in enumerate(blocks)}
        self._own = Level()
        self._quoted: Level | None = None
        self._lists = False

    def place(self, at: int) -> bool:
        """Place the block at `at`; True if it is an entry in a table of contents."""
        block = self._blocks[at]
        text = block.text.text
        if self._lists and not self._ends_list(at):
            return True
        self._lists = False
        self._units.anchor(block)
        if self._quoted is not None and not _OPENS_QUOTE.match(text) and titled(text):
            self._quoted = None
        # A quotation lasts until its closing marks, though a paragraph may lack its opening ones.
        if self._quoted is not None or (_OPENS_QUOTE.match(text) and self._is_quotation(at)):
            self._place_quoted(at)
        elif (container := CONTAINER.match(text)) and titled(text):
            self._open_container(block, container, self._own)
        elif section := SECTION.match(text):
            self._open_section(block, section, self._own)
        elif self._heads_container(block):
            assert self._own.home is not None
            self._own.home.heading = block.text
        elif self._appropriates and heads_amount(block):
            unit = self._units.open("level", "", self._own.above)
            unit.heading = block.text
            self._own.enter(unit)
        else:
            self._place_inside(at, self._own)
        self._lists = bool(_LISTS.search(text)) and self._quoted is None
        return False

    def _ends_list(self, at: int) -> bool:
        """Whether a table of contents is over: entries are headed in small letters, sections in
        capitals, unless the section's own title is what returns."""
        text = self._blocks[at].text.text
        if not _ENTRY.match(text):
            section = SECTION.match(text)
            return section is not None or LABEL.match(text) is not None
        if text.startswith("Sec."):
            return False
        return self._last[text.casefold()] == at

    def _is_quotation(self, at: int) -> bool:
        """Whether a block is quoted as a whole: it opens a provision, or follows words that lead to
        a quotation."""
        text = self._blocks[at].text.text
        before = self._blocks[at - 1].text.text if at else ""
        return (
            self._quoted is not None
            or before.endswith((":", "--", "\u2014"))
            or (LABEL.match(text) is not None or SECTION.match(text) is not None)
        )

    def _is_item(self, at: int) -> bool:
        """Whether "Sec. 5. Lamps." in a quotation is an item of a table of contents: the last
        words of the quotation, or followed by another. A section has text."""
        text = self._blocks[at].text.text
        if not _ITEM.match(text) or len(text.split()) > ENTRY_WORDS:
            return False
        following = self._blocks[at + 1].text.text if at + 1 < len(self._blocks) else ""
        return bool(_QUOTE_ENDS.search(text) or titled(following))

    # What holds sections

    def _open_container(self, block: Block, match: re.Match[str], level: Level) -> None:
        kind = next(kind for kind in CONTAINERS if match[kind])
        kinds = [unit.kind for unit in level.containers]
        if kind in kinds:
            del level.containers[kinds.index(kind) :]
        else:
            rank = CONTAINERS.index(kind)
            while level.containers and CONTAINERS.index(level.containers[-1].kind) > rank:
                level.containers.pop()
        unit = self._units.open(kind, match["num"], level.above)
        unit.num = block.text.part(0, match.end("num"))
        unit.heading = block.text.part(match.end("num"))
        level.containers.append(unit)
        level.enter(unit)

    def _heads_container(self, block: Block) -> bool:
        """Whether a block is the heading of the title or part whose number stands above it."""
        unit, text = self._own.above, block.text.text
        if unit is None or self._own.home is not unit:
            return False
        empty = not (unit.heading or unit.text or unit.inner)
        return empty and text.isupper() and not text.endswith((".", ";", ":", ","))

    def _open_section(self, block: Block, match: re.Match[str], level: Level) -> None:
        unit = self._units.open("section", match["num"], level.above)
        unit.num = block.text.part(0, match.end())
        rest = block.text.part(match.end())
        level.enter(unit)
        if rest.text.isupper() or level.quote:
            unit.heading = rest
        elif rest:
            self._place_rest(block, match.end(), level, unit)

    def _place_rest(self, block: Block, at: int, level: Level, unit: Unit) -> None:
        """Text that runs on behind a section's number, and may open with a number itself."""
        label = LABEL.match(block.text.text[at:].lstrip())
        lead = len(block.text.text[at:]) - len(block.text.text[at:].lstrip())
        if label is None or not self._open_numbered(
            block, label, level, offset=at + lead, following=""
        ):
            unit.text.append(block.text.part(at))

    # What stands in them

    def _place_inside(self, at: int, level: Level) -> None:
        block = self._blocks[at]
        label = LABEL.match(block.text.text)
        if level.home is None:
            level.enter(self._own_home())
        if label is None or not self._open_numbered(
            block, label, level, offset=0, following=self._next_label(at)
        ):
            self._place_words(block, level)

    def _open_numbered(
        self,
        block: Block,
        label: re.Match[str],
        level: Level,
        *,
        offset: int,
        following: str,
        room: int = len(RANKS),
    ) -> bool:
        """Open what a block's first number counts, and what a second number right behind it
        counts inside that; False if the number is none of a bill."""
        announced = None
        if level is not self._own and self._own.deepest is not None:
            texts = self._own.deepest.text
            announced = named(texts[-1].text) if texts else None
        text = block.text.text
        inner = LABEL.match(text[offset + label.end() :].lstrip())
        rank = level.levels.place(label["label"], inner["label"] if inner else following, announced)
        if rank is None:
            return False
        level.ranks = [one for one in level.ranks if one[0] < rank]
        assert level.deepest is not None
        unit = self._units.open(RANKS[rank], label["num"], level.deepest)
        level.ranks.append((rank, unit, measure(block)))
        unit.num = block.text.part(offset, offset + label.end())
        after = offset + label.end()
        heading = _HEADING.match(text[after:].lstrip())
        if heading:
            start = len(text) - len(text[after:].lstrip())
            after = start + heading.end()
            unit.heading = block.text.part(start, after)
            inner = LABEL.match(text[after:].lstrip())
        # "(b)(1)" is a paragraph in a subsection; "(b) (c)" names two of a kind.
        deeper = inner and any(way.rank > rank for way in readings(inner["label"]))
        if inner and deeper and room > 1:
            start = len(text) - len(text[after:].lstrip())
            if self._open_numbered(
                block, inner, level, offset=start, following=following, room=room - 1
            ):
                return True
        rest = block.text.part(after)
        if rest:
            unit.text.append(rest)
        return True

    def _place_words(self, block: Block, level: Level) -> None:
        """Words without a number, which may follow inner provisions."""
        holder = level.deepest
        assert holder is not None
        if level.ranks:
            left = block.first.left
            holder = level.ranks[-2][1] if len(level.ranks) > 1 else level.home
            if not block.first.bottom:
                inside = [unit for _, unit, column in level.ranks if abs(column - left) <= ALIKE]
                holder = inside[-1] if inside else level.home
        assert holder is not None
        self._units.give(block.text, holder)

    def _own_home(self) -> Unit:
        """The section that is open; words before any stand in one without a number."""
        if self._own.home is None:
            self._own.enter(self._units.open("section", "", None))
        assert self._own.home is not None
        return self._own.home

    def _next_label(self, at: int) -> str:
        """The label of the next block in the same section that has one."""
        for block in self._blocks[at + 1 : at + 30]:
            text = block.text.text
            if titled(text):
                return ""
            label = LABEL.match(text)
            if label:
                return label["label"]
        return ""

    # Quotations

    def _place_quoted(self, at: int) -> None:
        block = self._blocks[at]
        if self._quoted is None:
            self._own_home()
            quote = self._units.open("quotedStructure", "", self._own.deepest)
            quote.quoted = True
            self._quoted = Level(quote, quote)
        text = block.text.text
        section = SECTION.match(text)
        if section and self._is_item(at):
            self._units.give(block.text, self._quoted.home or self._own_home())
        elif section:
            self._open_section(block, section, self._quoted)
        elif (container := CONTAINER.match(text)) and titled(text):
            self._open_container(block, container, self._quoted)
        else:
            self._place_inside(at, self._quoted)
        if _QUOTE_ENDS.search(block.text.text):
            following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
            if following is None or not _OPENS_QUOTE.match(following.text.text):
                self._quoted = None
