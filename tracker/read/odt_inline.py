"""The text inside an OpenDocument paragraph: spans, notes, fields, tracked changes.

In: a `text:p` or `text:h`, and the look it begins with. Out: stretches of text. What was deleted
stands where it was; a deleted paragraph end is the character `END` and the style of the paragraph
that it ended. What hangs on the paragraph (boxes, notes, comments) waits in
`Inline.waiting`. Of fields the result shows; hidden text does not, and is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tracker.read.blocks import BREAK, Look, Stretch, beginning, stays
from tracker.read.odt_styles import DC, DRAW, MATH, OFFICE, STYLE, TEXT, XML_ID, Element, Styles
from tracker.read.xml import text_of

END = "\x1e"
"""Stands in a stretch for the end of a deleted paragraph; no XML file can hold it."""

SKIPPED = {
    TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "script",
    TEXT + "user-field-decls", TEXT + "variable-decls", TEXT + "ruby-text", TEXT + "dde-connection",
    OFFICE + "forms", TEXT + "table-of-content-source", TEXT + "number",
    TEXT + "alphabetical-index-source", TEXT + "illustration-index-source",
    TEXT + "table-index-source", TEXT + "bibliography-source", TEXT + "user-index-source",
    TEXT + "object-index-source", OFFICE + "event-listeners", OFFICE + "binary-data",
    OFFICE + "annotation-end",
}  # fmt: skip
PARAGRAPHS = {TEXT + "p", TEXT + "h"}


@dataclass(frozen=True, slots=True)
class Region:
    """A tracked change: `inserted` or `deleted`, by whom, when, and what was taken away; `brought`
    says that this had been inserted before."""

    change: str
    by: str = ""
    date: str = ""
    deletion: Element | None = None
    brought: bool = False

    def look(self, look: Look) -> Look:
        """The look of text in this change."""
        inner = look.tracked("inserted", self.by, self.date) if self.brought else look
        return inner.tracked(self.change, self.by, self.date)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What hangs on a paragraph: a box, a note with its number, a comment."""

    kind: str
    element: Element
    number: str = ""


def tracked_regions(body: Element) -> dict[str, Region]:
    """The tracked changes of words, by their id; those of formats change no word."""
    found: dict[str, Region] = {}
    for region in body.iter(TEXT + "changed-region"):
        key = region.get(TEXT + "id") or region.get(XML_ID) or ""
        for tag, change in (("deletion", "deleted"), ("insertion", "inserted")):
            said = region.find(TEXT + tag)
            if said is None:
                continue
            info = said.find(OFFICE + "change-info")
            by = info.findtext(DC + "creator", "") if info is not None else ""
            date = info.findtext(DC + "date", "") if info is not None else ""
            gone = said if change == "deleted" else None
            brought = gone is not None and region.find(TEXT + "insertion") is not None
            found[key] = Region(change, by.strip(), date.strip(), gone, brought)
            break
    return found


@dataclass(slots=True)
class Inline:
    """Reads the text of paragraphs, one after the other."""

    styles: Styles
    regions: dict[str, Region]
    open: dict[str, Region] = field(default_factory=dict)
    waiting: list[Waiting] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    objects: int = 0

    def read(self, parent: Element, look: Look) -> Iterator[Stretch]:
        """Stretches of text inside a paragraph."""
        yield from self._said(parent.text, look)
        for child in parent:
            if isinstance(child.tag, str) and child.tag not in SKIPPED:
                yield from self._child(child, child.tag, look)
            yield from self._said(child.tail, look)

    def _child(self, child: Element, tag: str, look: Look) -> Iterator[Stretch]:
        if tag in (TEXT + "s", TEXT + "tab"):
            yield from self._said(" ", look)
        elif tag == TEXT + "line-break":
            yield from self._said(BREAK, look)
        elif tag == TEXT + "note":
            yield from self._note(child, look)
        elif tag == OFFICE + "annotation":
            self.waiting.append(Waiting("comment", child))
        elif tag == TEXT + "change":
            yield from self.deleted(child)
        elif tag in (TEXT + "change-start", TEXT + "change-end"):
            self.mark(child)
        elif tag.startswith(DRAW):
            self._drawing(child)
        elif is_hidden(child):
            self.hidden.append(text_of(child))
        elif tag.startswith((TEXT, MATH)) or tag == OFFICE + "text":
            style = child.get(TEXT + "style-name", "") if tag == TEXT + "span" else ""
            yield from self.read(child, self.styles.look("text", style, look) if style else look)

    def mark(self, element: Element) -> None:
        """Begin or end a tracked insertion."""
        key = element.get(TEXT + "change-id", "")
        self.open.pop(key, None)
        if element.tag == TEXT + "change-start" and key in self.regions:
            self.open[key] = self.regions[key]

    def look(self, look: Look) -> Look:
        """The look of text that stands here, with the tracked insertion that it is in."""
        region = next(reversed(self.open.values()), None)
        return look if region is None else region.look(look)

    def _said(self, text: str | None, look: Look) -> Iterator[Stretch]:
        if not text:
            return
        if look.hidden:
            self.hidden.append(text)
        else:
            yield text, self.look(look)

    def _note(self, element: Element, look: Look) -> Iterator[Stretch]:
        citation = element.find(TEXT + "note-citation")
        number = text_of(citation).strip() if citation is not None else ""
        body = element.find(TEXT + "note-body")
        if body is not None and not look.hidden:
            self.waiting.append(Waiting("note", body, number))
        yield from self._said(number, replace(look, raised=True))

    def _drawing(self, element: Element) -> None:
        """A frame or shape: what text stands in it is read after the paragraph."""
        boxed = next(element.iter(*PARAGRAPHS), None) is not None
        if boxed:
            self.waiting.append(Waiting("box", element))
        elif next(element.iter(DRAW + "object"), None) is not None:
            self.objects += 1

    def deleted(self, point: Element) -> Iterator[Stretch]:
        """The text that a tracked change took away here; it stands in one place only."""
        region = self.regions.pop(point.get(TEXT + "change-id", ""), None)
        if region is None or region.deletion is None:
            return
        outer, self.open = self.open, {}
        ended = None
        for element in region.deletion.iter(*PARAGRAPHS):
            key = element.get(TEXT + "style-name", "")
            look = self.styles.look("paragraph", key, Look())
            if ended is not None:
                yield END + ended, region.look(look)
            ended = key
            for text, shown in self.read(element, look):
                yield text, region.look(shown)
        self.open = outer


def is_hidden(element: Element) -> bool:
    """Whether a section, field or paragraph is switched off."""
    if element.get(TEXT + "is-hidden") == "true" or element.get(TEXT + "display") == "none":
        return True
    hides = element.iterchildren(TEXT + "hidden-paragraph")
    return element.tag in PARAGRAPHS and any(e.get(TEXT + "is-hidden") == "true" for e in hides)


def master_pages(roots: list[Element]) -> set[str]:
    """The page styles that paragraphs and tables ask for, and the first one."""
    used = {"Standard"}
    for root in roots:
        for style in root.iter(STYLE + "style"):
            used.add(style.get(STYLE + "master-page-name", "Standard"))
    return used


def parted(stretches: list[Stretch], key: str) -> Iterator[tuple[list[Stretch], str, bool]]:
    """A paragraph, cut at the deleted paragraph ends that nothing of the new text stands around:
    the words, the style, and whether it is what stays, or is empty, in the new text.

    What stays is one line; ends inside it are blanks, deleted too.
    """
    parts: list[tuple[list[Stretch], str]] = [([], key)]
    for text, look in stretches:
        if text.startswith(END):
            parts[-1] = ([*parts[-1][0], (END, look)], text[1:])
            parts.append(([], key))
        else:
            parts[-1][0].append((text, look))
    staying = [n for n, (part, _) in enumerate(parts) if stays(part)] or [len(parts) - 1]
    first, last = staying[0], staying[-1]
    for part, style in parts[:first]:
        yield _blanked(part), style, False
    kept = [part if n == first else beginning(part) for n, (part, _) in enumerate(parts)]
    yield _blanked([s for part in kept[first : last + 1] for s in part]), key, True
    for part, style in parts[last + 1 :]:
        yield _blanked(part), style, False


def _blanked(stretches: list[Stretch]) -> list[Stretch]:
    return [(" " if text == END else text, look) for text, look in stretches]
