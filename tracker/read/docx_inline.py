"""The text inside a Word paragraph: runs, tracked changes, fields, notes, symbols, equations.

In: a `w:p`, and the look it begins with. Out: stretches of text. What hangs on the paragraph (text
boxes, notes, comments) is kept in `Inline.waiting` for the reader of blocks. Of a field only the
result shows, of alternative contents only the first, of hidden text nothing; how much was hidden is
counted. A note is read where it is first named, and never in a note of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from tracker.errors import ReadError
from tracker.read.blocks import BREAK, Look, Stretch
from tracker.read.docx_numbering import integer, val
from tracker.read.docx_package import MC, M, W
from tracker.read.docx_styles import Styles, apply
from tracker.read.numerals import numeral

Element = etree._Element

CHANGES = {
    W + "ins": "inserted",
    W + "del": "deleted",
    W + "moveTo": "moved-here",
    W + "moveFrom": "moved-away",
}
SKIPPED = {
    W + "rPr", W + "pPr", W + "instrText", W + "delInstrText", W + "sectPr", W + "tblPr",
    W + "tblGrid", W + "trPr", W + "tcPr", W + "sdtPr", W + "sdtEndPr", W + "fldData",
    W + "rt", W + "annotationRef", W + "tblPrEx", W + "smartTagPr", W + "customXmlPr",
}  # fmt: skip
_CHARACTERS = {
    W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "softHyphen": "",
    W + "br": BREAK, W + "cr": BREAK,
}  # fmt: skip
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOLS = {
    0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0x2D: "−",
}  # fmt: skip
"""Places in the font Symbol, as Unicode; only those that legal texts use."""


def change_of(element: Element) -> tuple[str, str, str] | None:
    """What a `w:ins`, `w:del`, `w:moveTo` or `w:moveFrom` says: the change, by whom, when."""
    kind = CHANGES.get(str(element.tag))
    if kind is None:
        return None
    return kind, element.get(W + "author", ""), element.get(W + "date", "")


def tracked_in(properties: Element | None) -> list[tuple[str, str, str]]:
    """The tracked changes of a paragraph's mark or a table's row; the last says what is gone."""
    found = [change_of(child) for child in properties] if properties is not None else []
    return [one for one in found if one is not None]


@dataclass(slots=True)
class Waiting:
    """What hangs on a paragraph: a text box, a note with its number, a comment."""

    kind: str
    element: Element
    number: str = ""


@dataclass(slots=True)
class Inline:
    """Reads the text of paragraphs, one after the other. `codes` says that the fields of the file
    begin and end as they should, so that what stands in their codes can be left out; `inside` are
    the kinds of the notes that are being read, `numbers` those of the notes named so far."""

    styles: Styles
    notes: dict[str, dict[str, Element]]
    forms: dict[str, tuple[str, int]]
    name: str = ""
    counted: dict[str, int] = field(default_factory=dict)
    waiting: list[Waiting] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    codes: bool = True
    inside: list[str] = field(default_factory=list)
    numbers: dict[tuple[str, str], str] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)

    def read(self, parent: Element, look: Look) -> Iterator[Stretch]:
        """Stretches of text inside a paragraph, or anything that stands in one."""
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            change = change_of(child)
            if change:
                yield from self.read(child, look.tracked(*change))
            elif tag == W + "r":
                style = val(child.find(W + "rPr"), "rStyle")
                shown = apply(self.styles.look(style, look), child.find(W + "rPr"))
                yield from self.read(child, shown)
            elif tag == MC + "AlternateContent":
                chosen = next(iter(child.iterchildren(MC + "Choice", MC + "Fallback")), None)
                if chosen is not None:
                    yield from self.read(chosen, look)
            elif tag == M + "f":
                yield from self._fraction(child, look)
            else:
                yield from self._leaf(child, tag, look)

    def _leaf(self, child: Element, tag: str, look: Look) -> Iterator[Stretch]:
        if tag in (W + "t", W + "delText", M + "t"):
            yield from self._said(child.text or "", look)
        elif tag in _CHARACTERS:
            yield from self._said(_CHARACTERS[tag], look)
        elif tag == W + "sym":
            yield from self._said(_symbol(child), look)
        elif tag == W + "fldChar":
            self._field(child.get(W + "fldCharType", ""))
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            number = self._call(child, tag.removeprefix(W).removesuffix("Reference"), look)
            yield from self._said(number, replace(look, raised=True))
        elif tag == W + "commentReference":
            self._hang("comment", child.get(W + "id", ""))
        elif tag == W + "txbxContent":
            self.waiting.append(Waiting("box", child))
        else:
            yield from self.read(child, look)

    def _said(self, text: str, look: Look) -> Iterator[Stretch]:
        if self.codes and any(self.fields):
            return
        if look.hidden:
            self.hidden.append(text)
        else:
            yield text, look

    def _field(self, kind: str) -> None:
        """A complex field: its code, in which other fields may stand, then its result."""
        if kind == "begin":
            self.fields.append(True)
        elif kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _fraction(self, element: Element, look: Look) -> Iterator[Stretch]:
        for order, tag in enumerate(("num", "den")):
            part = element.find(M + tag)
            if order:
                yield from self._said("/", look)
            if part is not None:
                yield from self.read(part, look)

    def _call(self, reference: Element, kind: str, look: Look) -> str:
        """The number of a note, which is then waiting to be read; the same one if it was named
        before."""
        key = reference.get(W + "id", "")
        if key not in self.notes[kind]:
            return ""
        number = ""
        if reference.get(W + "customMarkFollows") not in ("1", "true"):
            if (kind, key) not in self.numbers:
                form, first = self.forms[kind]
                self.counted[kind] = self.counted.get(kind, first - 1) + 1
                self.numbers[kind, key] = numeral(self.counted[kind], form)
            number = self.numbers[kind, key]
        if not look.hidden and not any(self.fields):
            self._hang(kind, key, number)
        return number

    def _hang(self, kind: str, key: str, number: str = "") -> None:
        """Let a note or comment wait, once: a file can name it as often as it likes."""
        note = self.notes[kind].get(key)
        if note is None:
            return
        if kind in self.inside:
            a = "an" if kind == "endnote" else "a"
            raise ReadError(
                f"{self.name}: {a} {kind} ({key!r}) inside {a} {kind}, which Word does not allow; "
                "the file is damaged or hostile, open it in Word and save it again"
            )
        if (kind, key) not in self.taken:
            self.taken.add((kind, key))
            self.waiting.append(Waiting(kind, note, number))


def _symbol(element: Element) -> str:
    """A character of a symbol font; its private code says nothing without the font."""
    code = element.get(W + "char", "")
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= point <= 0xF0FF:
        place = point - 0xF000
        if element.get(W + "font", "").casefold() != "symbol":
            return "•"
        if 0x61 <= place <= 0x7A:
            return _GREEK[place - 0x61]
        return _SYMBOLS.get(place, "•")
    return chr(point) if 32 <= point < 0xD800 else ""


def fields_match(root: Element) -> bool:
    """Whether every field that begins ends; a lost end would hide all that follows."""
    depth = 0
    for element in root.iter(W + "fldChar"):
        kind = element.get(W + "fldCharType")
        depth += 1 if kind == "begin" else -1 if kind == "end" else 0
        if depth < 0:
            return False
    return depth == 0


def note_forms(roots: list[Element | None]) -> dict[str, tuple[str, int]]:
    """How footnotes and endnotes are numbered, and from what number on."""
    forms = {"footnote": ("decimal", 1), "endnote": ("lowerRoman", 1)}
    for kind in forms:
        for root in roots:
            said = None if root is None else next(root.iter(f"{W}{kind}Pr"), None)
            if said is not None:
                form, first = forms[kind]
                start = integer(val(said, "numStart"), first)
                forms[kind] = (val(said, "numFmt") or form, start)
    return forms
