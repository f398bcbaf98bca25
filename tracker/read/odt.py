"""OpenDocument text (.odt) → one page with a line for each paragraph.

In: bytes. Out: paragraphs in the order of the document, cells, notes, comments and text boxes after
the paragraph they hang on, with list numbers printed out. Tracked changes are kept with who and
when: inserted text underlined, deleted text struck where it stood. A paragraph that was deleted
whole is a line of its own; where only the end of a paragraph was deleted, it is one line with the
next, as it is in the new text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.errors import ReadError
from tracker.read.archive import open_archive
from tracker.read.blocks import Look, Sheet, Stretch, common_change
from tracker.read.limits import shallow
from tracker.read.lines import Line
from tracker.read.odt_inline import (
    PARAGRAPHS,
    SKIPPED,
    Inline,
    is_hidden,
    master_pages,
    parted,
    tracked_regions,
)
from tracker.read.odt_styles import (
    DC,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    XML_ID,
    Counter,
    Element,
    Styles,
    integer,
)
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
    counter: Counter | None = None
    level: int = 0
    list_style: str = ""

    def outside(self) -> _Place:
        """The same place, no longer in a list."""
        return _Place(self.region, self.cell)


class _Reader:
    """Reads the body into one sheet."""

    def __init__(self, styles: Styles, body: Element, name: str) -> None:
        self.styles = styles
        self.sheet = Sheet(name)
        self.inline = Inline(styles, tracked_regions(body))
        self.label = ""
        self.lists: dict[str, Counter] = {}
        self.last_of_style: dict[str, Counter] = {}
        self.outline = Counter(styles.outline, name)
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
        """Paragraphs, lists and tables, looking through what only wraps them."""
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
                self.table(child, place)
            elif tag in (TEXT + "change-start", TEXT + "change-end"):
                self.inline.mark(child)
            elif tag == TEXT + "change":
                self.put(list(self.inline.deleted(child)), "", place)
                self.hanging(place)
            elif tag == OFFICE + "annotation":
                self.comment(child)
            else:
                self.blocks(child, place)

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
        style = element.get(TEXT + "style-name") or place.list_style or self._style_inside(element)
        level, counter = place.level + 1, place.counter
        if counter is None:
            counter = self._counter(element, style)
            self.lists[element.get(XML_ID, "")] = counter
            self.last_of_style[style] = counter
        elif style != place.list_style and style in self.styles.lists:
            counter = self._fresh(style, counter)
        inner = replace(place, counter=counter, level=level, list_style=style)
        for item in element:
            if item.tag in (TEXT + "change-start", TEXT + "change-end"):
                self.inline.mark(item)
            elif item.tag == TEXT + "list-item":
                nested = next(iter(item), None)
                if nested is None or nested.tag != TEXT + "list":
                    self.label = self._label(item, counter, level)
            if isinstance(item.tag, str):
                self.blocks(item, inner)
            self.label = ""

    def _label(self, item: Element, counter: Counter, level: int) -> str:
        """The number of an item; one that the file prints itself counts too."""
        start = item.get(TEXT + "start-value")
        counted = counter.label(level, integer(start, 1) if start else None)
        printed = item.findtext(TEXT + "number", "").strip()
        return printed + " " if printed else counted

    def numbered(self, element: Element, place: _Place) -> None:
        """A paragraph that says of itself on which level of which list it stands."""
        key = element.get(TEXT + "list-id", "")
        style = element.get(TEXT + "style-name", "")
        counter = self.lists.setdefault(key, self._fresh(style))
        level = max(integer(element.get(TEXT + "level"), 1), 1)
        self.label = self._label(element, counter, level)
        self.blocks(element, replace(place, counter=counter, level=level, list_style=style))
        self.label = ""

    def _style_inside(self, element: Element) -> str:
        first = element.find(f"{TEXT}list-item/{TEXT}p")
        return self.styles.list_of(first.get(TEXT + "style-name", "")) if first is not None else ""

    def _counter(self, element: Element, style: str) -> Counter:
        """A new count, or the one that this list goes on with."""
        before = self.lists.get(element.get(TEXT + "continue-list", "\0"))
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self.last_of_style.get(style)
        return self._fresh(style, before)

    def _fresh(self, style: str, before: Counter | None = None) -> Counter:
        """A count of a list style that begins, or goes on from another."""
        counts = dict(before.counts) if before is not None else {}
        return Counter(self.styles.lists.get(style, {}), self.sheet.name, counts)

    def paragraph(self, element: Element, place: _Place) -> None:
        """A paragraph or heading, then what hangs on it."""
        key = element.get(TEXT + "style-name", "")
        look = self.styles.look("paragraph", key, Look())
        stretches = list(self.inline.read(element, look))
        label, self.label = self.label, ""
        if element.tag == TEXT + "h" and not label and place.counter is None:
            label = self._outline(element, stretches)
        self.put(stretches, key, place, "" if look.hidden else label, look)
        self.hanging(place)

    def put(
        self,
        stretches: list[Stretch],
        key: str,
        place: _Place,
        label: str = "",
        look: Look | None = None,
    ) -> None:
        """Put a paragraph on the sheet, and before or after it those that were deleted whole."""
        listed = place.counter.margin(place.level) if place.counter else ""
        for part, style, is_main in parted(stretches, key):
            left, centred = self.styles.place(style, listed)
            if is_main and label and look and any(text.strip() for text, _ in part):
                change = common_change(part)
                part.insert(0, (label, look.tracked(*change) if change[0] else look))
            self.sheet.add(
                part,
                style=self.styles.name(style),
                region=place.region,
                left=left,
                centred=centred,
                cell=place.cell,
            )

    def hanging(self, place: _Place) -> None:
        """Boxes (in the region of their paragraph), notes and comments."""
        waiting, self.inline.waiting = self.inline.waiting, []
        for one in waiting:
            if one.kind == "comment":
                self.comment(one.element)
            elif one.kind == "note":
                self.label = one.number + " " if one.number else ""
                self.blocks(one.element, _Place("footnote"))
                self.label = ""
            else:
                self.blocks(one.element, place.outside())

    def comment(self, element: Element) -> None:
        """A comment, with who wrote it and when."""
        start = len(self.sheet.lines)
        self.blocks(element, _Place("comment"))
        by, date = element.findtext(DC + "creator", ""), element.findtext(DC + "date", "")
        for n in range(start, len(self.sheet.lines)):
            line = self.sheet.lines[n]
            runs = tuple(run if run.by else replace(run, by=by, date=date) for run in line.runs)
            self.sheet.lines[n] = replace(line, runs=runs)

    def _outline(self, element: Element, stretches: list[Stretch]) -> str:
        if element.get(TEXT + "is-list-header") == "true":
            return ""
        if not any(text.strip() for text, _ in stretches):
            return ""
        start = element.get(TEXT + "start-value")
        if element.get(TEXT + "restart-numbering") != "true":
            start = None
        level = max(integer(element.get(TEXT + "outline-level"), 1), 1)
        counted = self.outline.label(level, integer(start, 1) if start else None)
        printed = element.findtext(TEXT + "number", "").strip()
        return printed + " " if printed else counted


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
