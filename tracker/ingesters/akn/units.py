"""From the elements of an Akoma Ntoso document to provisions.

In: a document element. Out: provisions, furniture and the page they were read from. `Walk` goes
through the document once, in its order, and gives every word to the unit it stands in; what no
rule places is furniture of the kind `unplaced`. A unit is a provision being read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tracker.akn.eid import EidMaker
from tracker.ingesters.akn.elements import (
    BLOCKS,
    DOCUMENTS,
    HEADS,
    IF_NUMBERED,
    INLINE,
    KINDS,
    NOTES,
    PARTS,
    TRANSPARENT,
    UNITS,
)
from tracker.ingesters.akn.words import Words, blocks_of, collapse, flat, local
from tracker.model import Furniture, Mark, MarkKind, Provision, Span

LONGEST_NUMBER = 60
"""Characters of a number that are looked for in the words; longer, it is none."""

_CORE = re.compile(r"[\w](?:.*[\w])?", re.DOTALL)


@dataclass(slots=True)
class Unit:
    """A provision being read, or (`real` false) a part of the document that is none.

    `loose` says what words become that stand in it directly: `text`, or else a kind of furniture
    or of provision. `follower` is the provision that took the last of them.
    """

    kind: str
    eid: str | None
    parent: str | None
    name: str = ""
    real: bool = True
    loose: str = "text"
    num: str = ""
    heading: str = ""
    num_spans: list[Span] = field(default_factory=list)
    heading_spans: list[Span] = field(default_factory=list)
    blocks: list[tuple[int, str, list[Mark]]] = field(default_factory=list)
    has_inner: bool = False
    follower: Unit | None = None


class Walk:
    """One file, read: its `provisions` and `furniture` in the order of the document, and the
    `page` they stand on, a line for each block."""

    def __init__(self, root: etree._Element, document: etree._Element) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._units: list[Unit] = []
        self._furniture: list[Furniture] = []
        tags = {local(element) for element in root.iter(etree.Element)}
        given = {_given(element) for element in root.iter(etree.Element)}
        basic = frozenset({"article"} if "article" in tags else {"section"})
        self._maker = EidMaker(basic=basic, reserved=frozenset(given))
        top = Unit("", None, None, real=False, loose="paragraph")
        self._inside(document, top)
        # What stands beside the document (components, in version 3.0) belongs to the draft.
        for child in root if root is not document else ():
            if child is not document:
                self._place(child, top)
        self.provisions = tuple(self._provision(u) for u in self._units if _says_something(u))
        self.furniture = tuple(sorted(self._furniture, key=lambda piece: (piece.start, piece.end)))
        self.page = "".join(self._lines)

    # Going through the document. Two calls deep for a level, so that Python's stack suffices.

    def _inside(self, element: etree._Element, unit: Unit) -> None:
        if local(element) in TRANSPARENT and _is_mixed(element):
            self._words(element, unit)
            return
        self._stray(element.text, unit)
        for child in element:
            self._place(child, unit)
            self._stray(child.tail, unit)

    def _place(self, element: etree._Element, unit: Unit) -> None:
        tag = local(element)
        if not tag or tag == "meta":
            return
        if tag in HEADS or _is_title(element, unit):
            self._head(element, tag, unit)
        elif tag in NOTES:
            self._aside("footnote", flat(element))
        elif tag == "toc":
            self._words(element, _part(unit, "contents"))
        elif tag in PARTS:
            annexed = tag == "preface" and unit.kind == "attachment"
            self._inside(element, unit if annexed else _part(unit, PARTS[tag]))
        elif tag == "container" and "cover" in element.get("name", "").lower():
            self._inside(element, _part(unit, "cover"))
        elif self._is_unit(element, tag, unit):
            inner = self._open(element, KINDS.get(tag, tag), unit)
            if tag == "crossHeading":
                self._head(element, "heading", inner)
            else:
                self._inside(element, inner)
        elif tag in TRANSPARENT or tag in DOCUMENTS:
            self._inside(element, unit)
        elif tag in BLOCKS or tag in INLINE:
            self._words(element, unit)
        else:
            self._aside("unplaced", flat(element))

    def _is_unit(self, element: etree._Element, tag: str, unit: Unit) -> bool:
        if tag in IF_NUMBERED:
            return any(local(child) in HEADS for child in element)
        if tag in DOCUMENTS:
            return unit.kind != "attachment"
        return tag in UNITS

    def _open(self, element: etree._Element, kind: str, outer: Unit) -> Unit:
        if local(element) in DOCUMENTS:
            kind = "attachment"
        printed = next((child for child in element if local(child) == "num"), None)
        num = "" if printed is None else " ".join(words.text for words in blocks_of(printed))
        return self._new(kind, num, outer, given=_given(element), name=element.get("name", ""))

    def _new(self, kind: str, num: str, outer: Unit, *, given: str = "", name: str = "") -> Unit:
        if not given or not self._maker.keep(given, kind, outer.eid):
            given = self._maker.make(kind, num, outer.eid)
        unit = Unit(kind, given, outer.eid, name=name)
        outer.has_inner = True
        self._units.append(unit)
        return unit

    # Words.

    def _head(self, element: etree._Element, tag: str, unit: Unit) -> None:
        if not unit.real:
            self._words(element, unit)
            return
        for words in blocks_of(element):
            if tag == "num" and unit.num:
                self._aside("unplaced", words.text)
            elif words.text:
                start = self._line(words.text)
                before = unit.num if tag == "num" else unit.heading
                at = len(before) + 1 if before else 0
                span = Span(at, 1, start, start + len(words.text))
                joined = f"{before} {words.text}" if before else words.text
                if tag == "num":
                    unit.num = joined
                    unit.num_spans.append(span)
                else:
                    unit.heading = joined
                    unit.heading_spans.append(span)
            for _, _, _, printed in words.marks:
                self._aside("unplaced", printed)
            self._notes(words)

    def _stray(self, text: str | None, unit: Unit) -> None:
        """Characters that stand directly in an element which is to hold elements only."""
        words = collapse(text or "")
        if words:
            self._block(Words(words), unit)

    def _words(self, element: etree._Element, unit: Unit) -> None:
        for words in blocks_of(element):
            self._block(words, unit)

    def _block(self, words: Words, unit: Unit) -> None:
        """Give a block to a unit, to one made for it, or to the furniture."""
        if unit.loose in ("cover", "contents"):
            self._aside(unit.loose, words.text)
            for _, _, _, printed in words.marks:
                self._aside(unit.loose, printed)
        else:
            taker = self._taker(unit)
            start = self._line(words.text) if words.text else self._length
            taker.blocks.append((start, words.text, [self._mark(m) for m in words.marks]))
        self._notes(words)

    def _taker(self, unit: Unit) -> Unit:
        """The provision that loose words in `unit` go to: itself; after its inner provisions, a
        wrap-up; in a preamble a formula; in a body a paragraph for each block."""
        if unit.loose == "text" and not unit.has_inner:
            return unit
        kind = "wrapUp" if unit.loose == "text" else unit.loose
        follower = unit.follower
        if kind != "paragraph" and follower is not None and self._units[-1] is follower:
            return follower
        unit.follower = self._new(kind, "", unit)
        return unit.follower

    def _mark(self, mark: tuple[MarkKind, int, int, str]) -> Mark:
        kind, start, end, printed = mark
        if not printed:
            return Mark(kind, start, end)
        at = self._line(printed)
        return Mark(kind, start, end, printed, spans=(Span(0, 1, at, at + len(printed)),))

    def _notes(self, words: Words) -> None:
        for note in words.notes:
            self._aside("footnote", note)

    def _aside(self, kind: str, text: str) -> None:
        if text:
            start = self._line(text)
            self._furniture.append(Furniture(kind, text, 1, start, start + len(text)))

    def _line(self, text: str) -> int:
        """Add a line to the page; where it begins."""
        start = self._length
        self._lines.append(text + "\n")
        self._length += len(text) + 1
        return start

    # The result.

    def _provision(self, unit: Unit) -> Provision:
        texts: list[str] = []
        marks: list[Mark] = []
        spans: list[Span] = []
        at = 0
        for order, (start, text, on_it) in enumerate(unit.blocks):
            cut = 0 if order else repeated(unit.num, (unit.kind, unit.name), text, unit.has_inner)
            if cut:
                kept = text[:cut].rstrip()
                piece = Furniture("repeated-number", kept, 1, start, start + len(kept))
                self._furniture.append(piece)
            rest = text[cut:]
            if rest:
                spans.append(Span(at, 1, start + cut, start + len(text)))
            for mark in on_it:
                first, last = (at + max(place - cut, 0) for place in (mark.start, mark.end))
                if mark.printed or first < last:
                    marks.append(Mark(mark.kind, first, last, mark.printed, spans=mark.spans))
            if rest:
                texts.append(rest)
                at += len(rest) + 1
        text = "\n".join(texts)
        return Provision(
            eid=unit.eid or "",
            kind=unit.kind,
            num=unit.num,
            heading=unit.heading,
            text=text,
            parent=unit.parent,
            marks=tuple(_inside_of(mark, len(text)) for mark in marks),
            spans=tuple(spans),
            num_spans=tuple(unit.num_spans),
            heading_spans=tuple(unit.heading_spans),
        )


def repeated(num: str, names: tuple[str, ...], text: str, has_inner: bool) -> int:
    """How many characters at the start of `text` only repeat the number `num`.

    A number counts as repeated when a bracket or dot follows it, or when the block is nothing
    else; "2 members" in a paragraph 2 is no repetition. An opening bracket that is left over
    belongs to the number of an inner provision (Irish bills print "1. (" and then "1) This…").

    >>> repeated("1", ("section",), "1. (", True), repeated("a", ("point",), "(a) to act", False)
    (4, 4)
    >>> repeated("2", ("paragraph",), "2 members", False), repeated("1", ("x",), "1.5 %", False)
    (0, 0)
    """
    core = _CORE.search(num)
    if core is None or not text:
        return 0
    number = core.group()
    if len(number) > LONGEST_NUMBER:
        return 0
    whole = {num, number, *(f"{name} {number}" for name in names if name)}
    if text.casefold() in {one.casefold() for one in whole}:
        return len(text)
    pattern = rf"[\[(]{{0,3}}{re.escape(number)}(?:\.(?=[\s(\[]|$)|[)\]:](?!\d))[.)\]:]{{0,3}}\s?"
    match = re.match(pattern, text, re.IGNORECASE)
    if match is None:
        return 0
    rest = text[match.end() :]
    return len(text) if has_inner and rest and not rest.strip("([ ") else match.end()


def _inside_of(mark: Mark, length: int) -> Mark:
    """The mark with its range inside a text of `length`: a remark may stand behind the last."""
    if mark.end <= length:
        return mark
    return Mark(mark.kind, min(mark.start, length), length, mark.printed, spans=mark.spans)


def _says_something(unit: Unit) -> bool:
    """Whether a unit is to be a provision: one that only wraps furniture (a back cover in the
    conclusions) is not."""
    if unit.kind not in ("conclusions", "wrapUp", "formula", "paragraph"):
        return True
    return bool(unit.num or unit.heading or unit.blocks or unit.has_inner)


def _is_title(element: etree._Element, unit: Unit) -> bool:
    """Whether a paragraph of a Schedule without a heading is styled as its title (Irish bills)."""
    styled = element.get("style-name", "").endswith("title")
    return styled and unit.kind == "hcontainer" and not unit.heading


def _part(unit: Unit, loose: str) -> Unit:
    return Unit("", unit.eid, unit.parent, real=False, loose=loose)


def _given(element: etree._Element) -> str:
    """The identifier that the document gives, `""` if there is none to use."""
    given = element.get("eId") or element.get("id") or ""
    return "" if any(character.isspace() for character in given) else given


def _is_mixed(element: etree._Element) -> bool:
    """Whether an element holds words directly."""
    return any(text and not text.isspace() for text in _direct(element))


def _direct(element: etree._Element) -> Iterator[str | None]:
    yield element.text
    for child in element:
        yield child.tail
