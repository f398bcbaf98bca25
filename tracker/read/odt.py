"""OpenDocument text (.odt) → one page with a line for each paragraph.

In: bytes. Out: paragraphs in the order of the document, cells, notes, comments and text boxes after
the paragraph they hang on, with list numbers printed out. Tracked changes are kept with who and
when: inserted text underlined, deleted text struck where it stood. What paragraphs become whose
ends were deleted or inserted: `tracked_paragraphs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.errors import ReadError
from tracker.read.archive import open_archive
from tracker.read.blocks import Look, Sheet, Stretch
from tracker.read.limits import shallow
from tracker.read.lines import Line
from tracker.read.odt_inline import (
    PARAGRAPHS,
    SKIPPED,
    Inline,
    Region,
    Waiting,
    is_hidden,
    master_pages,
    parted,
    tracked_regions,
)
from tracker.read.odt_lists import NO_LABEL, Label, Lists, Pair, nothing
from tracker.read.odt_styles import DC, OFFICE, STYLE, TABLE, TEXT, Element, Styles, integer
from tracker.read.tracked_paragraphs import Count, Paragraph, put
from tracker.read.xml import parse_xml, text_of

MOST_COLUMNS = 1_000
"""A repeated cell moves the column on; damaged files repeat a million times."""


def read_odt(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...], tuple[str, ...]]:
    """Read an OpenDocument text: its page, its lines, and warnings about words not in them.

    Raises:
        ReadError: encrypted, hostile, what `open_archive` and `parse_xml` refuse, or no text.
    """
    members = open_archive(data, name)
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise ReadError(f"{name}: the document is encrypted; save a copy without a password")
    if "content.xml" not in members:
        raise ReadError(f"{name}: no content.xml in the archive; the file is damaged, get it again")
    content = parse_xml(members["content.xml"], f"{name} (content.xml)")
    template = None
    if "styles.xml" in members:
        template = parse_xml(members["styles.xml"], f"{name} (styles.xml)")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ReadError(f"{name}: an OpenDocument file, but not a text; save the text as .odt")
    roots = [root for root in (template, content) if root is not None]
    with shallow(name):
        reader = _Reader(Styles(roots, name), body, name)
        reader.margins(roots, "header")
        reader.blocks(body, _Place())
        reader.margins(roots, "footer")
    return reader.sheet.pages, tuple(reader.sheet.lines), tuple(reader.warnings())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in lists and tables a paragraph stands."""

    region: str = ""
    cell: tuple[int, int, int] | None = None
    counter: Pair | None = None
    level: int = 0
    list_style: str = ""

    def outside(self) -> _Place:
        """The same place, no longer in a list."""
        return _Place(self.region, self.cell)


@dataclass(frozen=True, slots=True)
class _Hanging:
    """What hangs on a paragraph, and the changes that it is in."""

    waiting: Waiting
    open: dict[str, Region]


class _Reader:
    """Reads the body into one sheet."""

    def __init__(self, styles: Styles, body: Element, name: str) -> None:
        self.styles = styles
        self.sheet = Sheet(name)
        self.inline = Inline(styles, tracked_regions(body))
        self.open: list[Paragraph[_Hanging]] = []
        self.label = NO_LABEL
        self.lists = Lists(styles, name)
        self.tables = 0

    def warnings(self) -> Iterator[str]:
        """What the lines do not hold, in sentences."""
        hidden = " ".join(" ".join(self.inline.hidden).split())
        if hidden:
            yield (
                f"hidden text was left out ({len(hidden.split())} words, the first: "
                f"{hidden[:60]!r}); show it if it belongs to the draft"
            )
        if self.inline.objects:
            yield f"{self.inline.objects} × embedded formula or chart: its words are not read"

    def margins(self, roots: list[Element], kind: str) -> None:
        """Headers or footers of the page styles in use, each text once."""
        used = master_pages(roots)
        masters = [m for root in roots for m in root.iter(STYLE + "master-page")]
        seen: set[str] = set()
        for master in masters:
            for side in (kind, kind + "-left", kind + "-first"):
                element = master.find(STYLE + side) if master.get(STYLE + "name") in used else None
                said = text_of(element).strip() if element is not None else ""
                if element is not None and said and said not in seen:
                    seen.add(said)
                    self.blocks(element, _Place(kind))

    def blocks(self, parent: Element, place: _Place) -> None:
        """Paragraphs, lists and tables, looking through what only wraps them; no paragraph goes on
        behind them."""
        self._blocks(parent, place)
        self.flush(place)

    def _blocks(self, parent: Element, place: _Place) -> None:
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            if is_hidden(child):
                self.inline.hidden.append(" ".join(text_of(p) for p in child.iter(*PARAGRAPHS)))
            elif tag in PARAGRAPHS:
                self.paragraph(child, place)
            elif tag == TEXT + "list":
                self.items(child, place)
            elif tag == TEXT + "numbered-paragraph":
                self.numbered(child, place)
            elif tag == TABLE + "table":
                self.flush(place)
                self.table(child, place)
            elif tag in (TEXT + "change-start", TEXT + "change-end"):
                self.inline.mark(child)
            elif tag == TEXT + "change":
                self.put(list(self.inline.deleted(child)), "", place, alone=True)
            elif tag == OFFICE + "annotation":
                self.flush(place)
                self.comment(child)
            else:
                self._blocks(child, place)

    def table(self, element: Element, place: _Place) -> None:
        """The cells of a table, row by row; columns are those of its grid."""
        table, self.tables = self.tables, self.tables + 1
        region = place.region or "table"
        for row, line in enumerate(_rows(element)):
            column = 0
            for cell in line.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
                self.blocks(cell, _Place(region, (table, row, column)))
                repeated = integer(cell.get(TABLE + "number-columns-repeated"), 1)
                column += min(max(repeated, 1), MOST_COLUMNS)

    def items(self, element: Element, place: _Place) -> None:
        """A list, or a list inside an item of one."""
        style = element.get(TEXT + "style-name") or place.list_style
        style = style or self.lists.style_inside(element)
        level, counter = place.level + 1, place.counter
        if counter is None:
            counter = self.lists.begun(element, style)
        elif style != place.list_style and style in self.styles.lists:
            counter = self.lists.fresh(style, counter)
        inner = replace(place, counter=counter, level=level, list_style=style)
        for item in element:
            if item.tag in (TEXT + "change-start", TEXT + "change-end"):
                self.inline.mark(item)
            elif item.tag == TEXT + "list-item":
                nested = next(iter(item), None)
                if nested is None or nested.tag != TEXT + "list":
                    self.label = counter.item(item, level)
            if isinstance(item.tag, str):
                self._blocks(item, inner)
            self.label = NO_LABEL

    def numbered(self, element: Element, place: _Place) -> None:
        """A paragraph that says of itself on which level of which list it stands."""
        style = element.get(TEXT + "style-name", "")
        counter = self.lists.named(element.get(TEXT + "list-id", ""), style)
        level = max(integer(element.get(TEXT + "level"), 1), 1)
        self.label = counter.item(element, level)
        self._blocks(element, replace(place, counter=counter, level=level, list_style=style))
        self.label = NO_LABEL

    def paragraph(self, element: Element, place: _Place) -> None:
        """A paragraph or heading, then what hangs on it."""
        key = element.get(TEXT + "style-name", "")
        look = self.styles.look("paragraph", key, Look())
        stretches = list(self.inline.read(element, look))
        label, self.label = self.label, NO_LABEL
        if element.tag == TEXT + "h" and label is NO_LABEL and place.counter is None:
            label = self.lists.heading(element, stretches)
        self.put(stretches, key, place, NO_LABEL if look.hidden else label, look)

    def put(
        self,
        stretches: list[Stretch],
        key: str,
        place: _Place,
        label: Label = NO_LABEL,
        look: Look | None = None,
        *,
        alone: bool = False,
    ) -> None:
        """Keep a paragraph, or those that it was before; all is put on the sheet once an end
        stands in both texts. What was deleted between paragraphs stands `alone`."""
        listed = place.counter.now.margin(place.level) if place.counter else ""
        ended, self.inline.ended = self.inline.ended, []
        around = None if alone else next(reversed(self.inline.open.values()), None)
        for words, deleted, region in parted(stretches, ended, alone=alone):
            style = key
            then: Count = label.then
            if deleted is not None:
                listed_in = (place.counter, place.list_style)
                own = label.then if region is None and place.counter is not None else nothing
                then = self.lists.deleted(deleted, *listed_in, own)
                style = deleted.get(TEXT + "style-name", "") if region or alone else key
            left, centred = self.styles.place(style, listed)
            change = region or around
            brought, gone = change.of_end if change is not None else (None, None)
            one: Paragraph[_Hanging] = Paragraph(
                look=look or Look(),
                stretches=words,
                now=lambda: label.now,
                then=then,
                style=self.styles.name(style),
                left=left,
                centred=centred,
                brought=brought,
                gone=gone,
            )
            self.open.append(one)
        waiting, self.inline.waiting = self.inline.waiting, []
        for hanging in waiting:
            inside = {"": hanging.region} if hanging.region else dict(self.inline.open)
            one.waiting.append(_Hanging(hanging, inside))
        if one.brought is None:
            self.flush(place)

    def flush(self, place: _Place) -> None:
        """Put what is open on the sheet, and what hangs on it: boxes (in the region of their
        paragraph), notes and comments."""
        group, self.open = self.open, []
        for hanging in put(self.sheet, group, place.region, place.cell, by_first=True):
            outer, self.inline.open = self.inline.open, hanging.open
            self.hanging(hanging.waiting, place)
            self.inline.open = outer

    def hanging(self, one: Waiting, place: _Place) -> None:
        """A box, a note with its number, or a comment."""
        if one.kind == "comment":
            self.comment(one.element)
        elif one.kind == "note":
            printed = one.number + " " if one.number else ""
            self.label = Label(printed, lambda: printed)
            self.blocks(one.element, _Place("footnote"))
            self.label = NO_LABEL
        else:
            self.blocks(one.element, place.outside())

    def comment(self, element: Element) -> None:
        """A comment, with who wrote it and when."""
        start = len(self.sheet.lines)
        self.blocks(element, _Place("comment"))
        by, date = element.findtext(DC + "creator", ""), element.findtext(DC + "date", "")
        self.sheet.sign(start, by, date)


def _rows(element: Element) -> Iterator[Element]:
    """Rows of a table, looking through groups of rows, but not into tables in cells."""
    for child in element:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in (
            TABLE + "table-header-rows",
            TABLE + "table-rows",
            TABLE + "table-row-group",
        ):
            yield from _rows(child)
