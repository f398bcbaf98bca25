"""OpenDocument text (.odt) → one page with a line for each paragraph.

In: bytes. Out: paragraphs in the order of the document, cells and notes in their place, with list
numbers printed out. Tracked changes are kept: inserted text underlined, deleted text struck where
it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.errors import ReadError
from tracker.read.archive import open_archive
from tracker.read.blocks import BREAK, Look, Sheet, Stretch
from tracker.read.lines import Line
from tracker.read.odt_styles import (
    DRAW,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    Counter,
    Element,
    Styles,
    integer,
)  # fmt: skip
from tracker.read.xml import parse_xml, text_of

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SKIPPED = {
    TEXT + "hidden-text", TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "script",
    TEXT + "user-field-decls", TEXT + "variable-decls", TEXT + "ruby-text", TEXT + "dde-connection",
    OFFICE + "annotation", OFFICE + "forms", TEXT + "table-of-content-source",
    TEXT + "alphabetical-index-source", TEXT + "illustration-index-source",
    TEXT + "table-index-source", TEXT + "bibliography-source", TEXT + "user-index-source",
    OFFICE + "event-listeners", OFFICE + "binary-data",
}  # fmt: skip
_PARAGRAPHS = {TEXT + "p", TEXT + "h"}


def read_odt(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Read an OpenDocument text.

    Raises:
        ReadError: encrypted, what `open_archive` and `parse_xml` refuse, or no text in the archive.
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
    reader = _Reader(Styles([root for root in (template, content) if root is not None]))
    reader.changes(body)
    reader.margins(template, content, "header")
    reader.blocks(body)
    reader.margins(template, content, "footer")
    return reader.sheet.pages, tuple(reader.sheet.lines)


@dataclass(slots=True)
class _Place:
    """Where in lists and tables a paragraph stands."""

    region: str = ""
    counter: Counter | None = None
    level: int = 0
    list_style: str = ""


class _Reader:
    """Reads the body into one sheet."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.sheet = Sheet()
        self.deletions: dict[str, Element] = {}
        self.insertions: set[str] = set()
        self.open: set[str] = set()
        self.label = ""
        self.lists: dict[str, Counter] = {}
        self.last_of_style: dict[str, Counter] = {}
        self.outline = Counter(styles.outline)
        self.waiting: list[tuple[Element, str, str]] = []

    def changes(self, body: Element) -> None:
        """Learn the tracked changes."""
        for region in body.iter(TEXT + "changed-region"):
            key = region.get(TEXT + "id") or region.get(_XML_ID) or ""
            deletion = region.find(TEXT + "deletion")
            if deletion is not None:
                self.deletions[key] = deletion
            elif region.find(TEXT + "insertion") is not None:
                self.insertions.add(key)

    def margins(self, template: Element | None, content: Element, kind: str) -> None:
        """Headers or footers of the page styles in use, each text once."""
        if template is None:
            return
        used = {"Standard"}
        for root in (template, content):
            for style in root.iter(STYLE + "style"):
                used.add(style.get(STYLE + "master-page-name", "Standard"))
        masters = [m for m in template.iter(STYLE + "master-page") if m.get(STYLE + "name") in used]
        seen: set[str] = set()
        for master in masters:
            for side in (kind, kind + "-left", kind + "-first"):
                element = master.find(STYLE + side)
                said = text_of(element).strip() if element is not None else ""
                if element is not None and said and said not in seen:
                    seen.add(said)
                    self.blocks(element, _Place(region=kind))

    def blocks(self, parent: Element, place: _Place | None = None) -> None:
        """Paragraphs, lists and tables, looking through what only wraps them."""
        place = place or _Place()
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED or _hidden(child):
                continue
            if tag in _PARAGRAPHS:
                self.paragraph(child, place)
            elif tag == TEXT + "list":
                self.items(child, place)
            elif tag == TABLE + "table":
                self.blocks(child, _Place(region=place.region or "table"))
            elif tag == TEXT + "change-start":
                self.open.add(child.get(TEXT + "change-id", ""))
            elif tag == TEXT + "change-end":
                self.open.discard(child.get(TEXT + "change-id", ""))
            elif tag == TEXT + "change":
                self.sheet.add(list(self.deleted(child)), region=place.region)
            else:
                self.blocks(child, place)

    def items(self, element: Element, place: _Place) -> None:
        """A list, or a list inside an item of one."""
        style = element.get(TEXT + "style-name") or place.list_style or self._style_inside(element)
        level, counter = place.level + 1, place.counter
        if counter is None:
            counter = self._counter(element, style)
            self.lists[element.get(_XML_ID, "")] = counter
            self.last_of_style[style] = counter
        elif style != place.list_style and style in self.styles.lists:
            counter = Counter(self.styles.lists[style], dict(counter.counts))
        inner = _Place(place.region, counter, level, style)
        for item in element:
            if item.tag == TEXT + "list-item":
                start = item.get(TEXT + "start-value")
                nested = next(iter(item), None)
                if nested is None or nested.tag != TEXT + "list":
                    value = integer(start, 1) if start else None
                    self.label = counter.label(level, value)
            if isinstance(item.tag, str):
                self.blocks(item, inner)
            self.label = ""

    def _style_inside(self, element: Element) -> str:
        first = element.find(f"{TEXT}list-item/{TEXT}p")
        return self.styles.list_of(first.get(TEXT + "style-name", "")) if first is not None else ""

    def _counter(self, element: Element, style: str) -> Counter:
        """A new count, or the one that this list goes on with."""
        before = self.lists.get(element.get(TEXT + "continue-list", "\0"))
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self.last_of_style.get(style)
        found = self.styles.lists.get(style)
        return Counter(found, dict(before.counts)) if before is not None else Counter(found)

    def paragraph(self, element: Element, place: _Place) -> None:
        """A paragraph or heading, then the notes and frames that hang on it."""
        key = element.get(TEXT + "style-name", "")
        look = self.styles.look("paragraph", key, Look())
        stretches = list(self.inline(element, look)) if look is not None else []
        label, self.label = self.label, ""
        if not label and element.tag == TEXT + "h" and place.counter is None:
            label = self._outline(element, stretches)
        if label and look is not None:
            stretches.insert(0, (label + " ", look))
        left, centred = self.styles.place(key)
        self.sheet.add(
            stretches,
            style=self.styles.name(key),
            region=place.region,
            left=left,
            centred=centred,
        )
        waiting, self.waiting = self.waiting, []
        for inside, label, region in waiting:
            self.label = label
            self.blocks(inside, _Place(region=region or place.region))
            self.label = ""

    def _outline(self, element: Element, stretches: list[Stretch]) -> str:
        if element.get(TEXT + "is-list-header") == "true":
            return ""
        if not any(text.strip() for text, _ in stretches):
            return ""
        return self.outline.label(integer(element.get(TEXT + "outline-level"), 1), None)

    def inline(self, parent: Element, look: Look) -> Iterator[Stretch]:
        """Stretches of text inside a paragraph."""
        yield self._said(parent.text, look)
        for child in parent:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED:
                yield from self._child(child, child.tag, look)
            yield self._said(child.tail, look)

    def _child(self, child: Element, tag: str, look: Look) -> Iterator[Stretch]:
        if tag in (TEXT + "s", TEXT + "tab"):
            yield self._said(" ", look)
        elif tag == TEXT + "line-break":
            yield BREAK, look
        elif tag == TEXT + "span":
            inner = self.styles.look("text", child.get(TEXT + "style-name", ""), look)
            if inner is not None:
                yield from self.inline(child, inner)
        elif tag == TEXT + "note":
            citation = child.find(TEXT + "note-citation")
            number = text_of(citation).strip() if citation is not None else ""
            body = child.find(TEXT + "note-body")
            if body is not None:
                self.waiting.append((body, number, "footnote"))
            yield self._said(number, replace(look, raised=True))
        elif tag == DRAW + "text-box":
            self.waiting.append((child, "", ""))
        elif tag == TEXT + "change":
            yield from self.deleted(child)
        elif tag == TEXT + "change-start":
            self.open.add(child.get(TEXT + "change-id", ""))
        elif tag == TEXT + "change-end":
            self.open.discard(child.get(TEXT + "change-id", ""))
        elif not _hidden(child):
            yield from self.inline(child, look)

    def _said(self, text: str | None, look: Look) -> Stretch:
        inserted = bool(self.open & self.insertions)
        return text or "", replace(look, underlined=True) if inserted else look

    def deleted(self, point: Element) -> Iterator[Stretch]:
        """The text that a tracked change took away here, struck."""
        deletion = self.deletions.get(point.get(TEXT + "change-id", ""))
        if deletion is None:
            return
        first = True
        for element in deletion.iter(*_PARAGRAPHS):
            if not first:
                yield BREAK, Look(struck=True)
            first = False
            for text, look in self.inline(element, Look()):
                yield text, replace(look, struck=True)


def _hidden(element: Element) -> bool:
    return element.get(TEXT + "is-hidden") == "true" or element.get(TEXT + "display") == "none"
