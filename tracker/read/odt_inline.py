"""The text inside an OpenDocument paragraph: spans, notes, fields, tracked changes.

In: a `text:p` or `text:h`, and the look it begins with. Out: stretches of text. What was deleted
stands where it was; a deleted paragraph end is the character `END`, and the paragraph that it
ended stands in `Inline.ended`. What hangs on the paragraph (boxes, notes, comments) waits in
`Inline.waiting`. Of fields the result shows; hidden text does not, and is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tracker.read.blocks import BREAK, Look, Stretch
from tracker.read.odt_styles import DC, DRAW, MATH, OFFICE, STYLE, TEXT, XML_ID, Element, Styles
from tracker.read.tracked_paragraphs import Change
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

    @property
    def of_end(self) -> tuple[Change | None, Change | None]:
        """The changes by which the end of a paragraph that is in this one came, and went."""
        came, went = (("inserted", self.by, self.date), ("deleted", self.by, self.date))
        if self.change == "deleted":
            return came if self.brought else None, went
        return came, None


@dataclass(frozen=True, slots=True)
class Ended:
    """A deleted paragraph: its element, and the change that took its end away; None for the last
    of a deletion, whose end stays."""

    element: Element
    region: Region | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What hangs on a paragraph: a box, a note with its number, a comment; and the change by which
    it went with its paragraph."""

    kind: str
    element: Element
    number: str = ""
    region: Region | None = None


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
    ended: list[Ended] = field(default_factory=list)

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
        last: Element | None = None
        waiting, self.waiting = self.waiting, []
        for element in _outermost(region.deletion):
            key = element.get(TEXT + "style-name", "")
            look = self.styles.look("paragraph", key, Look())
            if last is not None:
                self.ended.append(Ended(last, region))
                yield END, region.look(look)
            last = element
            for text, shown in self.read(element, look):
                yield text, region.look(shown)
        if last is not None:
            self.ended.append(Ended(last, None))
        self.waiting = [*waiting, *(replace(one, region=region) for one in self.waiting)]
        self.open = outer


def _outermost(parent: Element) -> Iterator[Element]:
    """The paragraphs in a deletion, but not those in their notes and boxes, which hang on them."""
    for child in parent:
        if child.tag in PARAGRAPHS:
            yield child
        elif isinstance(child.tag, str):
            yield from _outermost(child)


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


def parted(
    stretches: list[Stretch], ended: list[Ended], *, alone: bool
) -> Iterator[tuple[list[Stretch], Element | None, Region | None]]:
    """A paragraph, cut at the deleted paragraph ends in it: the words, the deleted paragraph that
    says in which list they stood (None: the paragraph itself), and what took their end away.
    What was deleted between paragraphs stands `alone`."""
    ends = [one for one in ended if one.region is not None]
    words: list[Stretch] = []
    at = 0
    for text, look in stretches:
        if text == END:
            yield words, ends[at].element, ends[at].region
            words, at = [], at + 1
        else:
            words.append((text, look))
    here = ended[-1] if ended and (ends or alone) else None
    yield words, here.element if here is not None and here.region is None else None, None
