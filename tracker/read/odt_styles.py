"""Styles and list numbers of OpenDocument texts.

In: the trees of `styles.xml` and `content.xml`. Out: the look of a named style, and what is printed
before a list item or numbered heading. Source: OpenDocument 1.3 part 3, 16.2, 16.30 to 16.34.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from tracker.read.blocks import Look, alphabetic, roman
from tracker.read.limits import based_on, refuse_label

Element = etree._Element

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = "{" + _NS + "text:1.0}"
STYLE = "{" + _NS + "style:1.0}"
OFFICE = "{" + _NS + "office:1.0}"
TABLE = "{" + _NS + "table:1.0}"
DRAW = "{" + _NS + "drawing:1.0}"
FO = "{" + _NS + "xsl-fo-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_LEVELS = {str(level): level for level in range(1, 11)}
"""Of a list; office programs read no more."""
_UNITS = {"cm": 1 / 21.0, "mm": 1 / 210.0, "in": 1 / 8.27, "pt": 1 / 595.0}


def integer(text: str | None, default: int) -> int:
    """A number of the file, or `default` for one that is none."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else default


class Styles:
    """Named styles, those of the document before those of the template; `file` is what messages
    call the file."""

    def __init__(self, roots: Iterable[Element], file: str = "") -> None:
        self.file = file
        self.elements: dict[str, dict[str, Element]] = {}
        self.lists: dict[str, Levels] = {}
        self.outline: Levels = {}
        self.chains: dict[tuple[str, str], list[Element]] = {}
        self.looks: dict[tuple[str, str, Look], Look] = {}
        self.properties: dict[tuple[str, str], str] = {}
        for root in roots:
            for element in root.iter(STYLE + "style"):
                family = self.elements.setdefault(element.get(STYLE + "family", ""), {})
                family[element.get(STYLE + "name", "")] = element
            for element in root.iter(TEXT + "list-style"):
                self.lists[element.get(STYLE + "name", "")] = _levels(element)
            for element in root.iter(TEXT + "outline-style"):
                self.outline = _levels(element)

    def chain(self, family: str, name: str) -> list[Element]:
        """A style and its parents, the most general first.

        Raises:
            ReadError: more styles than `based_on` allows.
        """
        if (family, name) not in self.chains:
            styles = self.elements.get(family, {})
            up = based_on(styles, name, lambda s: s.get(STYLE + "parent-style-name", ""), self.file)
            self.chains[family, name] = up[::-1]
        return self.chains[family, name]

    def name(self, key: str) -> str:
        """The name a person sees: that of the nearest style that is not automatic."""
        for element in reversed(self.chain("paragraph", key)):
            parent = element.getparent()
            if parent is not None and parent.tag == OFFICE + "styles":
                name = element.get(STYLE + "name", "").replace("_20_", " ")
                return element.get(STYLE + "display-name", name)
        return key

    def look(self, family: str, name: str, look: Look) -> Look:
        """`look` as changed by a style."""
        shown = self.looks.get((family, name, look))
        if shown is None:
            shown = look
            for element in self.chain(family, name):
                properties = element.find(STYLE + "text-properties")
                if properties is not None:
                    shown = _apply(shown, properties)
            self.looks[family, name, look] = shown
        return shown

    def property(self, key: str, attribute: str) -> str:
        """A paragraph property, from the style or its parents."""
        if (key, attribute) not in self.properties:
            self.properties[key, attribute] = self._property(key, attribute)
        return self.properties[key, attribute]

    def _property(self, key: str, attribute: str) -> str:
        for element in reversed(self.chain("paragraph", key)):
            properties = element.find(STYLE + "paragraph-properties")
            if properties is not None and properties.get(attribute) is not None:
                return properties.get(attribute, "")
        return ""

    def list_of(self, key: str) -> str:
        """The list style that a paragraph style names."""
        for element in reversed(self.chain("paragraph", key)):
            if element.get(STYLE + "list-style-name") is not None:
                return element.get(STYLE + "list-style-name", "")
        return ""

    def place(self, key: str, listed: str = "") -> tuple[float, bool]:
        """Left margin as a share of a page 21 cm wide, and whether it is centred; `listed` is the
        margin that a list gives to paragraphs whose style says none."""
        margin = self.property(key, FO + "margin-left") or listed
        measured = re.fullmatch(r"([0-9]{1,5}(?:\.[0-9]{1,5})?)(cm|mm|in|pt)", margin)
        left = 0.0
        if measured:
            left = float(measured.group(1)) * _UNITS[measured.group(2)]
        return round(min(left, 1.0), 4), self.property(key, FO + "text-align") == "center"


def _apply(look: Look, properties: Element) -> Look:
    changes: dict[str, bool | float] = {}
    weight, slant = properties.get(FO + "font-weight"), properties.get(FO + "font-style")
    struck = properties.get(STYLE + "text-line-through-style")
    under = properties.get(STYLE + "text-underline-style")
    position, size = properties.get(STYLE + "text-position"), properties.get(FO + "font-size", "")
    shown = properties.get(TEXT + "display")
    if shown:
        changes["hidden"] = shown == "none"
    if weight:
        changes["bold"] = weight == "bold" or integer(weight, 0) >= 600
    if slant:
        changes["italic"] = slant in ("italic", "oblique")
    if struck:
        changes["struck"] = struck != "none"
    if under:
        changes["underlined"] = under != "none"
    if position:
        changes["raised"] = position.startswith("super") or bool(re.match(r"[1-9]", position))
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,4})?pt", size):
        changes["size"] = float(size[:-2])
    return replace(look, **changes)  # type: ignore[arg-type]


Levels = Mapping[int, Element]
"""What a list style says of each level, from 1."""


def _levels(style: Element) -> Levels:
    """The levels of a `text:list-style` or `text:outline-style`."""
    found: dict[int, Element] = {}
    for element in style.iterchildren(*_NUMBERED):
        level = _LEVELS.get(element.get(TEXT + "level", ""))
        if level:
            found.setdefault(level, element)
    return found


@dataclass(slots=True)
class Counter:
    """The numbers of one list, by level (from 1); `name` is what messages call the file. `on` is
    the count with which this one goes on when it first counts."""

    style: Levels
    name: str
    counts: dict[int, int] = field(default_factory=dict)
    on: Counter | None = None

    def label(self, level: int, start: int | None) -> str:
        """Count one item; what is printed before it, with the blank after it.

        Raises:
            ReadError: it is longer than any number is.
        """
        if level > len(_LEVELS):
            return ""
        if self.on is not None:
            self.counts, self.on = dict(self.on.counts), None
        form = self.style.get(level)
        first = integer(form.get(TEXT + "start-value"), 1) if form is not None else 1
        if start is not None:
            self.counts[level] = start
        else:
            self.counts[level] = self.counts[level] + 1 if level in self.counts else first
        self.counts = {n: count for n, count in self.counts.items() if n <= level}
        if form is None:
            return ""
        printed = self._printed(form, level)
        refuse_label(printed, self.name)
        return printed + _blank_after(form) if printed else ""

    def _printed(self, form: Element, level: int) -> str:
        around = (form.get(STYLE + "num-prefix", ""), form.get(STYLE + "num-suffix", ""))
        if form.tag == TEXT + "list-level-style-bullet":
            sign = form.get(TEXT + "bullet-char", "")
            return (_BULLET if "\ue000" <= sign[:1] <= "\uf8ff" else sign).join(around)
        if not form.get(STYLE + "num-format"):
            return ""
        shown = min(max(integer(form.get(TEXT + "display-levels"), 1), 1), level)
        numbers = [
            numeral(self.counts.get(n, 1), self._format(n))
            for n in range(level - shown + 1, level + 1)
        ]
        return ".".join(number for number in numbers if number).join(around)

    def margin(self, level: int) -> str:
        """The left margin that a level gives its paragraphs, as the file says it."""
        form = self.style.get(level)
        aligned = None if form is None else form.find(f".//{STYLE}list-level-label-alignment")
        return aligned.get(FO + "margin-left", "") if aligned is not None else ""

    def _format(self, level: int) -> str:
        form = self.style.get(level)
        return form.get(STYLE + "num-format", "") if form is not None else ""


_BULLET = "•"
_NUMBERED = (
    TEXT + "list-level-style-number",
    TEXT + "list-level-style-bullet",
    TEXT + "outline-level-style",
)


def _blank_after(form: Element) -> str:
    aligned = form.find(f".//{STYLE}list-level-label-alignment")
    follows = aligned.get(TEXT + "label-followed-by", "") if aligned is not None else ""
    return "" if follows == "nothing" else " "


def numeral(number: int, form: str) -> str:
    """A number in one of the formats `1`, `a`, `A`, `i`, `I`; `""` in none.

    >>> numeral(3, "a"), numeral(9, "I"), numeral(2, "1"), numeral(2, "")
    ('c', 'IX', '2', '')
    """
    if not form:
        return ""
    if number < 1 or form not in ("a", "A", "i", "I"):
        return str(number)
    text = alphabetic(number) if form in "aA" else roman(number)
    return text.upper() if form.isupper() else text
