"""From the elements of a bill of the US Congress to provisions.

In: the root of a bill in either vocabulary, and which changes its text leaves out. Out: provisions,
furniture and the page that they were read from: all characters outside the metadata, white space
made single spaces, a line for each block. `Walk` goes through the tree once, in its order. Words
that close a sentence behind a quotation are printed on the line where it ends, and so are they
here; what another text of the same print holds is furniture of the kind `other-layer`.
"""

from __future__ import annotations

import re

from lxml import etree

from tracker.ingesters.us_bill.elements import (
    AFTER_QUOTE,
    BLOCKS,
    BREAKS,
    CELLS,
    DUBLIN_CORE,
    FURNITURE,
    HEADING,
    META,
    NUMBER,
    ONLY_ELEMENTS,
    QUOTED,
    ROWS,
    UNITS,
)
from tracker.ingesters.us_bill.layers_xml import Change, change, local
from tracker.ingesters.us_bill.units import Unit, Units
from tracker.ingesters.walk.weave import Woven, joined
from tracker.model import Furniture, Span

_WHITE = re.compile(r"\s+")


class Walk:
    """One text of one file, read: its `provisions` and `furniture` in the order of the document,
    the `page` they stand on, and its official `title`."""

    def __init__(self, root: etree._Element, left_out: Change = "") -> None:
        self._left_out = left_out
        self._lines: list[str] = []
        self._length = 0
        self._units = Units()
        self._furniture: list[Furniture] = []
        self._parts: list[str] = []
        self._others: list[str] = []
        top = Unit("", None, None)
        self._inside(root, top, in_row=False)
        self._flush(top)
        self.provisions = self._units.provisions()
        self.furniture = tuple(sorted(self._furniture, key=lambda f: (f.start, f.end)))
        self.page = "".join(self._lines)
        titles = [p.text for p in self.provisions if p.kind == "longTitle"]
        self.title = " ".join(titles[0].split()) if titles else ""

    # Going through the tree. Two calls deep for a level, so that Python's stack suffices.

    def _inside(self, element: etree._Element, unit: Unit, *, in_row: bool) -> None:
        self._say(element.text)
        for child in element:
            self._child(child, unit, in_row=in_row)
            self._say(child.tail)

    def _child(self, child: etree._Element, unit: Unit, *, in_row: bool) -> None:
        tag = _name(child)
        if not tag or tag in META:
            return
        if self._left_out and change(child) == self._left_out:
            self._leave_out(child, tag, unit)
        elif tag in BREAKS:
            self._say(" ")
        elif AFTER_QUOTE in (tag, child.get("role")) and not unit.aside:
            self._close_sentence(child, unit)
        elif in_row:
            apart = tag in BLOCKS or tag in ROWS or tag in CELLS or tag in UNITS
            self._say(" " if apart else "")
            self._inside(child, unit, in_row=True)
            self._say(" " if apart else "")
        elif unit.aside == "cover" and FURNITURE.get(tag, "cover") != "cover":
            self._part(child, FURNITURE[tag], unit)
        elif unit.aside or tag not in (*UNITS, *NUMBER, *HEADING, *FURNITURE):
            self._words(child, tag, unit)
        elif tag in UNITS and UNITS[tag] == unit.kind == "conclusions":
            self._words(child, "block", unit)
        elif tag in UNITS:
            self._unit(child, UNITS[tag], unit)
        elif tag in NUMBER or tag in HEADING:
            self._head(child, tag, unit)
        elif tag == "toc" and unit.quoted:
            self._words(child, tag, unit)
        else:
            self._part(child, FURNITURE.get(tag, "unplaced"), unit)

    def _words(self, child: etree._Element, tag: str, unit: Unit) -> None:
        """What holds words: a block of its own, or a part of the block that is open."""
        starts_line = tag in BLOCKS or tag in ROWS or (unit.aside and _is_titled(tag))
        role = child.get("role", "")
        if role == "endorsement" and not unit.aside:
            self._part(child, role, unit)
        elif starts_line or tag == "toc":
            self._flush(unit)
            self._inside(child, unit, in_row=tag in ROWS)
            self._flush(unit)
        elif not unit.aside and _only_elements(child) and tag not in ("content", "text"):
            self._part(child, "unplaced", unit)
        else:
            self._inside(child, unit, in_row=False)

    def _part(self, child: etree._Element, kind: str, unit: Unit) -> None:
        """A part of the document that is furniture. The official title of a bill stands on its
        cover in the DTD, and is a provision all the same."""
        self._flush(unit)
        titles = [e for e in child if _name(e) == "official-title"] if kind == "cover" else []
        aside = Unit("", unit.eid, unit.parent, aside=kind)
        if titles:
            self._say(child.text)
            for inner in child:
                if inner in titles and not self._is_left_out(inner):
                    self._unit(inner, "longTitle", unit)
                else:
                    self._child(inner, aside, in_row=False)
                    self._flush(aside)
                self._say(inner.tail)
        else:
            self._inside(child, aside, in_row=False)
        self._flush(aside)

    def _is_left_out(self, element: etree._Element) -> bool:
        return bool(self._left_out) and change(element) == self._left_out

    def _leave_out(self, child: etree._Element, tag: str, unit: Unit) -> None:
        """What the other text alone holds: inside a line its words, else all its blocks."""
        within = not (tag in UNITS or tag in BLOCKS or tag in ROWS or tag in FURNITURE)
        if within and any(part.strip() for part in self._parts):
            self._others.append(" ".join(str(part) for part in child.itertext()))
            return
        self._flush(unit)
        aside = Unit("", unit.eid, unit.parent, aside="other-layer")
        self._inside(child, aside, in_row=tag in ROWS)
        self._flush(aside)

    def _unit(self, child: etree._Element, kind: str, outer: Unit) -> None:
        self._flush(outer)
        number = next((e for e in child if _name(e) in NUMBER), None)
        printed = "" if number is None else _plain("".join(map(str, number.itertext())))
        inner = self._units.open(kind, printed, outer)
        inner.quoted = outer.quoted or _name(child) in QUOTED
        self._inside(child, inner, in_row=False)
        self._flush(inner)

    # Words.

    def _head(self, child: etree._Element, tag: str, unit: Unit) -> None:
        """A number or heading; one that stands where no provision is open is text."""
        self._flush(unit)
        self._inside(child, unit, in_row=True)
        if not unit.kind:
            self._flush(unit)
            return
        words = self._taken()
        if not words:
            return
        if tag in NUMBER and not unit.num:
            unit.num = words
        elif tag in NUMBER:
            self._furnish("unplaced", words)
        else:
            unit.heading = joined((unit.heading, words), " ")

    def _close_sentence(self, child: etree._Element, unit: Unit) -> None:
        """Words behind a quotation go on where its last provision ends."""
        self._flush(unit)
        self._inside(child, unit, in_row=True)
        words = self._taken()
        if words:
            self._units.close_sentence(words, unit)

    def _say(self, text: str | None) -> None:
        if text:
            self._parts.append(text)

    def _flush(self, unit: Unit) -> None:
        """End the block that is open: its words are those of `unit`."""
        words = self._taken()
        if words:
            self._give(words, unit)
        others, self._others = self._others, []
        for other in others:
            left_out = self._line(_plain(other))
            if left_out:
                self._furnish("other-layer", left_out)

    def _give(self, words: Woven, unit: Unit) -> None:
        if unit.aside:
            self._furnish(unit.aside, words)
        else:
            self._units.give(words, unit)

    def _taken(self) -> Woven:
        words = self._line(_plain("".join(self._parts)))
        self._parts.clear()
        return words

    def _line(self, text: str) -> Woven:
        """Put a line on the page."""
        if not text:
            return Woven()
        start = self._length
        self._lines.append(text + "\n")
        self._length += len(text) + 1
        return Woven(text, (Span(0, 1, start, start + len(text)),))

    def _furnish(self, kind: str, words: Woven) -> None:
        for span in words.spans:
            self._furniture.append(Furniture(kind, words.text, span.page, span.start, span.end))


def _name(element: etree._Element) -> str:
    """The local name; with its prefix for metadata, whose `title` is another than the bill's."""
    tag = local(element)
    space = etree.QName(element).namespace if tag else None
    return f"dc:{tag}" if space and space.startswith(DUBLIN_CORE) else tag


def _is_titled(tag: str) -> bool:
    """Whether an element begins a line where it is no provision: on a cover, in a text left out."""
    return tag in UNITS or tag in NUMBER or tag in HEADING or tag in FURNITURE or tag[:3] == "dc:"


def _only_elements(element: etree._Element) -> bool:
    """Whether an element that is not known stands where words may not stand."""
    parent = element.getparent()
    return parent is not None and local(parent) in ONLY_ELEMENTS


def _plain(text: str) -> str:
    return _WHITE.sub(" ", text).strip()
