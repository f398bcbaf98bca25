"""The words of an Akoma Ntoso element, block by block.

In: an element with text. Out: its blocks (a `p`, a row of a table, an item), white space
collapsed, with the marks that are on them and the notes that were taken out of them. Line marks
(`eol`) and breaks are spaces. Names of elements are compared without their name space, because
that changed with every version of the standard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tracker.ingesters.akn.elements import BLOCKS, BREAKS, NOTES, ROWS
from tracker.model import MarkKind

_MARKS: dict[str, MarkKind] = {"ins": "added", "del": "struck"}
_NAMED: dict[str, MarkKind] = {
    "bracket": "bracket",
    "alternative": "alternative",
    "proponent": "proponent",
    "agreed": "agreed",
}
_WHITE = re.compile(r"\s+")
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")
"""Characters that only say where a line may break; no other reader gives them."""


@dataclass(slots=True)
class Words:
    """One block. A mark is (kind, start, end, printed words); a note is its words."""

    text: str = ""
    marks: list[tuple[MarkKind, int, int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def local(element: etree._Element) -> str:
    """The name of an element without its name space; `""` for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def flat(element: etree._Element) -> str:
    """All characters of an element on one line, notes and remarks too, single-spaced."""
    reader = _Reader(plain=True)
    reader.read(element, in_row=True)
    reader.flush()
    return " ".join(block.text for block in reader.blocks)


def collapse(text: str) -> str:
    """White space made single spaces and none at the ends."""
    return _WHITE.sub(" ", text).strip()


def blocks_of(element: etree._Element) -> list[Words]:
    """The blocks of an element, those without any words left out."""
    reader = _Reader()
    reader.read(element, in_row=local(element) in ROWS)
    reader.flush()
    return reader.blocks


class _Reader:
    """Walks an element and cuts its characters into blocks; a `plain` one takes notes and remarks
    as text. Two calls deep for a level of XML, so that Python's stack suffices."""

    def __init__(self, *, plain: bool = False) -> None:
        self.blocks: list[Words] = []
        self._plain = plain
        self._parts: list[str] = []
        self._length = 0
        self._now = Words()

    def read(self, element: etree._Element, *, in_row: bool) -> None:
        """Take the characters inside `element`, not its tail."""
        self._add(element.text)
        for child in element:
            self._child(child, local(child), in_row=in_row)
            self._add(child.tail)

    def _child(self, child: etree._Element, tag: str, *, in_row: bool) -> None:
        if not tag or tag == "meta" or self._taken_aside(child, tag):
            return
        opens = tag in BLOCKS and not in_row
        spaced = (tag in BLOCKS or tag in NOTES) and in_row
        # A word broken at the end of a line says so (`breakWith`) and is one word.
        joins = child.get("breakWith") is not None or self._goes_on(child, tag)
        before = spaced or (tag in BREAKS and not joins)
        after = spaced or (tag in BREAKS and tag not in ("eol", "eop"))
        if opens:
            self.flush()
        elif before:
            self._add(" ")
        start, block = self._length, self._now
        self.read(child, in_row=in_row or tag in ROWS)
        if opens:
            self.flush()
        elif after:
            self._add(" ")
        # A mark that runs over several blocks (an inserted list) is not simple: its words stay.
        if block is self._now:
            self._mark(child, tag, start)

    def _goes_on(self, child: etree._Element, tag: str) -> bool:
        """Whether a line ends where no blank was: after a hyphen or dash, between two brackets."""
        last = self._parts[-1][-1:] if self._parts else ""
        if tag not in ("eol", "eop") or not last:
            return False
        return last in "-\u2010\u2013\u2014/" or (last == ")" and (child.tail or "")[:1] == "(")

    def _taken_aside(self, child: etree._Element, tag: str) -> bool:
        """Whether an element is a note or a remark, which are kept beside the text."""
        if self._plain or (tag not in NOTES and tag != "remark"):
            return False
        words = flat(child)
        if words and tag in NOTES:
            self._now.notes.append(words)
        elif words:
            kind = _NAMED.get(child.get("class", ""), "note")
            self._now.marks.append((kind, self._length, self._length, words))
        return True

    def _mark(self, child: etree._Element, tag: str, start: int) -> None:
        kind = _NAMED.get(child.get("name", "")) if tag == "inline" else _MARKS.get(tag)
        end = self._length - 1 if self._ends_in_space() else self._length
        if kind and end > start:
            self._now.marks.append((kind, start, end, ""))

    def _ends_in_space(self) -> bool:
        return not self._parts or self._parts[-1].endswith(" ")

    def _add(self, text: str | None) -> None:
        if not text:
            return
        plain = _WHITE.sub(" ", _UNSEEN.sub("", text))
        if self._ends_in_space():
            plain = plain.removeprefix(" ")
        if plain:
            self._parts.append(plain)
            self._length += len(plain)

    def flush(self) -> None:
        """End the block that is being read."""
        block = self._now
        block.text = "".join(self._parts).rstrip(" ")
        length = len(block.text)
        block.marks = [(k, min(s, length), min(e, length), w) for k, s, e, w in block.marks]
        if block.text or block.notes or block.marks:
            self.blocks.append(block)
        self._parts, self._length, self._now = [], 0, Words()
