"""Word (.docx) → one page with a line for each paragraph.

In: bytes. Out: paragraphs in the order of the document, cells, notes, comments and text boxes after
the paragraph they hang on, with the automatic numbers printed out. Tracked changes are kept with
who and when: inserted text underlined, deleted text struck, so that nobody takes one side's wish
for the draft. What paragraphs become whose ends were deleted or inserted: `tracked_paragraphs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from tracker.errors import ReadError
from tracker.read.archive import open_archive
from tracker.read.blocks import GONE, Sheet
from tracker.read.docx_inline import (
    SKIPPED,
    Inline,
    Waiting,
    change_of,
    fields_match,
    note_forms,
    tracked_in,
)
from tracker.read.docx_numbering import Item, Numbering, integer, printed_before, val
from tracker.read.docx_package import Package, W
from tracker.read.docx_styles import Styles, apply
from tracker.read.docx_tables import cell_change, inside
from tracker.read.limits import shallow
from tracker.read.lines import Line
from tracker.read.tracked_paragraphs import NONE, Change, Paragraph, put
from tracker.read.xml import text_of

Element = etree._Element

_DRAWN = {"diagramData": "SmartArt drawing", "chart": "chart", "subDocument": "sub-document"}
_PAGE_WIDTH = 12240
"""Twips of the page that indents are shares of: 8.5 inches."""


def read_docx(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...], tuple[str, ...]]:
    """Read a Word document: its page, its lines, and warnings about words that are not in them.

    Raises:
        ReadError: what `open_archive` and `parse_xml` refuse, no Word text in the archive, or an
            embedded document (`w:altChunk`), whose words only Word can bring in; what is hostile.
    """
    with shallow(name):
        reader = _Reader(open_archive(data, name), name)
        reader.read()
    return reader.sheet.pages, tuple(reader.sheet.lines), tuple(reader.warnings())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands, and the tracked change that all of it is in."""

    region: str = ""
    cell: tuple[int, int, int] | None = None
    change: Change = NONE


class _Reader:
    """Reads the parts into one sheet."""

    def __init__(self, members: dict[str, bytes], name: str) -> None:
        self.package = Package(members, name)
        self.name = name
        self.sheet = Sheet(name)
        self.relations = self.package.relations(self.package.main)
        self.root = self.package.parse(self.package.main)
        self.styles = Styles(self.part("styles"), name)
        self.now = Numbering.read(self.part("numbering"), name)
        self.then = self.now.afresh()
        notes = {kind: self.notes(kind) for kind in ("footnote", "endnote", "comment")}
        forms = note_forms([self.part("settings"), self.root])
        self.inline = Inline(self.styles, notes, forms, name)
        self.inline.codes = self.root is None or fields_match(self.root)
        self.open: list[Paragraph[Waiting]] = []
        self.tables = 0
        self.number = ""

    def part(self, kind: str) -> Element | None:
        """The tree of the part of a kind that the main part points at."""
        for found, path in self.relations.values():
            if found == kind:
                return self.package.parse(path)
        return None

    def notes(self, kind: str) -> dict[str, Element]:
        """Notes or comments by their id."""
        root = self.part(kind + "s")
        return {note.get(W + "id", ""): note for note in root} if root is not None else {}

    def read(self) -> None:
        """Headers once, the body, footers once."""
        body = self.root.find(W + "body") if self.root is not None else None
        if body is None:
            raise ReadError(
                f"{self.name}: no body in {self.package.main}; the file is not a Word document"
            )
        self.margin("header")
        self.blocks(body, _Place())
        self.margin("footer")

    def warnings(self) -> Iterator[str]:
        """What the lines do not hold, in sentences."""
        hidden = " ".join(" ".join(self.inline.hidden).split())
        if hidden:
            yield (
                f"hidden text was left out ({len(hidden.split())} words, the first: "
                f"{hidden[:60]!r}); show it in Word if it belongs to the draft"
            )
        drawn = [_DRAWN[kind] for kind, _ in self.relations.values() if kind in _DRAWN]
        for what in sorted(set(drawn)):
            yield f"{drawn.count(what)} × {what}: its words are not read"

    def margin(self, kind: str) -> None:
        """Headers or footers, each part and each text once."""
        seen: set[str] = set()
        for path in dict.fromkeys(path for found, path in self.relations.values() if found == kind):
            root = self.package.parse(path)
            said = text_of(root) if root is not None else ""
            if root is not None and said not in seen:
                seen.add(said)
                self.blocks(root, _Place(kind))

    def blocks(self, parent: Element, place: _Place) -> None:
        """Paragraphs and tables, looking through what only wraps them."""
        self._blocks(parent, place)
        self.finish(place)

    def _blocks(self, parent: Element, place: _Place) -> None:
        for child in parent:
            if child.tag == W + "p":
                self.paragraph(child, place)
            elif child.tag == W + "tbl":
                self.finish(place)
                self.table(child, place)
            elif child.tag == W + "altChunk":
                raise ReadError(
                    f"{self.name}: an embedded document (w:altChunk) stands in the text, and its "
                    "words are in another format; open the file in Word and save it again"
                )
            elif isinstance(child.tag, str) and child.tag not in SKIPPED:
                change = change_of(child)
                self._blocks(child, replace(place, change=change) if change else place)

    def table(self, element: Element, place: _Place) -> None:
        """The cells of a table, row by row; columns are those of its grid."""
        table, self.tables = self.tables, self.tables + 1
        region = place.region or "table"
        for row, line in enumerate(inside(element, "tr")):
            properties = line.find(W + "trPr")
            in_row = next(reversed(tracked_in(properties)), place.change)
            column = integer(val(properties, "gridBefore"), 0)
            for cell in inside(line, "tc"):
                said = cell.find(W + "tcPr")
                change = cell_change(said) or in_row
                self.blocks(cell, _Place(region, (table, row, column), change))
                column += max(integer(val(said, "gridSpan"), 1), 1)

    def paragraph(self, element: Element, place: _Place) -> None:
        """Read a paragraph; put it on the sheet once its end stands in both texts."""
        read = self._read(element, element.find(W + "pPr"), place)
        if self.number and any(text.strip() for text, _ in read.stretches):
            read.stretches.insert(0, (self.number + " ", read.look.plain()))
            self.number = ""
        self.open.append(read)
        if not read.brought and not read.gone:
            self.finish(place)

    def _read(
        self, element: Element, properties: Element | None, place: _Place
    ) -> Paragraph[Waiting]:
        key = val(properties, "pStyle") or self.styles.default
        look = self.styles.look(key, self.styles.base)
        own = properties.find(W + "rPr") if properties is not None else None
        changes = tracked_in(own)
        if place.change[0]:
            look = look.tracked(*place.change)
            changes.append(place.change)
        stretches = list(self.inline.read(element, look))
        waiting, self.inline.waiting = self.inline.waiting, []
        now, then, renumbered = self.items(properties)
        left, centred = self.place(properties, key, self.now.left(now.num, now.level))
        shown = replace(apply(look, own), hidden=False) if own is not None else look
        return Paragraph(
            look=shown,
            stretches=stretches,
            now=lambda: now.label(self.now),
            then=lambda: then.label(self.then),
            style=self.styles.name(key),
            left=left,
            centred=centred,
            brought=next((one for one in changes if one[0] not in GONE), None),
            gone=next((one for one in changes if one[0] in GONE), None),
            renumbered=renumbered,
            waiting=waiting,
        )

    def items(self, properties: Element | None) -> tuple[Item, Item, Change | None]:
        """The places of a paragraph in the lists of the new text and of the old, and who changed
        them."""
        now = self.item(properties)
        if properties is None:
            return now, now, None
        changed = properties.find(W + "pPrChange")
        old = properties if changed is None else changed.find(W + "pPr")
        then = self.item(old, then=True)
        numbered = properties.find(W + "numPr")
        said = [
            one for one in (changed, *(numbered if numbered is not None else ())) if one is not None
        ]
        by = next((one for one in said if one.get(W + "author") is not None), None)
        if by is None or now == then:
            return now, then, None
        kind = "inserted" if now.num else "deleted"
        return now, then, (kind, by.get(W + "author", ""), by.get(W + "date", ""))

    def item(self, properties: Element | None, *, then: bool = False) -> Item:
        """The place that properties give a paragraph in a list; with `then` the one before a
        tracked change of just that."""
        key = val(properties, "pStyle") or self.styles.default
        num, level = self.styles.numbering(properties, key, then=then)
        if num and level < 0:
            level = self.now.level_of(num, key)
        return Item(num, level, printed_before(properties) if then else "")

    def finish(self, place: _Place) -> None:
        """Put what was read on the sheet, and what hangs on it."""
        group, self.open = self.open, []
        for waiting in put(self.sheet, group, place.region, place.cell):
            self.hanging(waiting, place)

    def hanging(self, waiting: Waiting, place: _Place) -> None:
        """A text box (in the region of its paragraph), a note or a comment."""
        fields, self.inline.fields = self.inline.fields, []
        if waiting.kind == "box":
            self.blocks(waiting.element, place)
        else:
            self.inline.inside.append(waiting.kind)
            if waiting.kind == "comment":
                self.comment(waiting.element)
            else:
                self.number = waiting.number
                self.blocks(waiting.element, _Place("footnote"))
                self.number = ""
            self.inline.inside.pop()
        self.inline.fields = fields

    def comment(self, element: Element) -> None:
        """A comment, with who wrote it and when."""
        start = len(self.sheet.lines)
        self.blocks(element, _Place("comment"))
        self.sheet.sign(start, element.get(W + "author", ""), element.get(W + "date", ""))

    def place(self, properties: Element | None, key: str, numbered: int) -> tuple[float, bool]:
        """Left indent as a share of a page 8.5 inches wide, and whether it is centred."""
        own = properties.find(W + "ind") if properties is not None else None
        styled = self.styles.property(key, "ind")
        twips = 0
        for indent in (own, None if numbered >= 0 else styled):
            if indent is not None:
                twips = integer(indent.get(W + "left", indent.get(W + "start", "")), -1)
                if twips >= 0:
                    break
        else:
            twips = max(numbered, 0)
        align = properties.find(W + "jc") if properties is not None else None
        align = align if align is not None else self.styles.property(key, "jc")
        centred = align is not None and align.get(W + "val") == "center"
        return round(min(max(twips / _PAGE_WIDTH, 0.0), 1.0), 4), centred
