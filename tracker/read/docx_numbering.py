"""The automatic numbers of Word paragraphs, as they are printed.

In: the trees of `numbering.xml` and `styles.xml`. Out: for each paragraph in order, its label
(`1.`, `(a)`, `Article 3`). Word keeps the numbers out of the text; a treaty without them is
unreadable, and a renumbered one looks unchanged. Source: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tracker.read.blocks import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Element = etree._Element


def val(element: Element | None, tag: str, default: str = "") -> str:
    """`w:val` of a child."""
    child = element.find(W + tag) if element is not None else None
    return child.get(W + "val", default) if child is not None else default


def integer(text: str, default: int) -> int:
    """A number of the file, or `default` for one that is none."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else default


@dataclass(slots=True)
class Level:
    """One level of a list."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    legal: bool = False
    style: str = ""

    @classmethod
    def read(cls, element: Element) -> Level:
        """From a `w:lvl`."""
        return cls(
            format=val(element, "numFmt", "decimal"),
            text=val(element, "lvlText"),
            start=integer(val(element, "start", "0"), 0),
            restart=integer(val(element, "lvlRestart", "-1"), -1),
            legal=element.find(W + "isLgl") is not None,
            style=val(element, "pStyle"),
        )


@dataclass(slots=True)
class Numbering:
    """Lists of a document, and how far each has counted."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, root: Element | None) -> Numbering:
        """From `numbering.xml`, if there is one."""
        self = cls()
        if root is None:
            return self
        linked: dict[str, str] = {}
        for element in root.iterchildren(W + "abstractNum"):
            key = element.get(W + "abstractNumId", "")
            self.abstract[key] = _levels(element)
            linked[key] = val(element, "numStyleLink")
        named = {
            val(element, "styleLink"): element.get(W + "abstractNumId", "")
            for element in root.iterchildren(W + "abstractNum")
        }
        for key, style in linked.items():
            if style and style in named and not self.abstract[key]:
                self.abstract[key] = self.abstract[named[style]]
        for element in root.iterchildren(W + "num"):
            self._read_num(element)
        return self

    def _read_num(self, element: Element) -> None:
        key, base = element.get(W + "numId", ""), val(element, "abstractNumId")
        self.list_of[key] = base
        self.levels[key] = dict(self.abstract.get(base, {}))
        self.starts[key] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            ilvl = integer(override.get(W + "ilvl", "0"), 0)
            level = override.find(W + "lvl")
            if level is not None:
                self.levels[key][ilvl] = Level.read(level)
            start = val(override, "startOverride")
            if start:
                self.starts[key][ilvl] = integer(start, 1)
        for ilvl, read in self.levels[key].items():
            if read.style:
                self.by_style.setdefault(read.style, (key, ilvl))

    def label(self, num: str, ilvl: int) -> str:
        """Count one paragraph of list `num` on level `ilvl`; what is printed before its text."""
        levels = self.levels.get(num, {})
        level = levels.get(ilvl)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.list_of[num], {})
        first = (num, ilvl) not in self.begun
        self.begun.add((num, ilvl))
        if first and ilvl in self.starts[num]:
            counts[ilvl] = self.starts[num][ilvl]
        else:
            counts[ilvl] = counts[ilvl] + 1 if ilvl in counts else level.start
        for deeper in [n for n in counts if n > ilvl]:
            restart = levels[deeper].restart if deeper in levels else -1
            # 0: never; k: only after a paragraph of level k or above; else after any above.
            if restart < 0 or ilvl < restart:
                del counts[deeper]
        if level.format in ("bullet", "none") and "%" not in level.text:
            return level.text if level.format == "none" else ""

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            shown = levels.get(at, Level())
            counted = counts.setdefault(at, shown.start)
            form = "decimal" if level.legal and at != ilvl else shown.format
            return numeral(counted, form)

        return re.sub("%([1-9])", number, level.text)


def _levels(element: Element) -> dict[int, Level]:
    return {
        integer(level.get(W + "ilvl", "0"), 0): Level.read(level)
        for level in element.iterchildren(W + "lvl")
    }


def _letters(number: int) -> str:
    """Word doubles letters past z: 27 is aa, 28 is bb."""
    if not 0 < number <= 780:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def numeral(number: int, form: str) -> str:
    """A number in one of Word's forms; forms not known here are given as decimal.

    >>> numeral(4, "upperRoman"), numeral(28, "lowerLetter"), numeral(7, "decimalZero")
    ('IV', 'bb', '07')
    """
    if form == "lowerLetter":
        return _letters(number)
    if form == "upperLetter":
        return _letters(number).upper()
    if form == "lowerRoman":
        return roman(number)
    if form == "upperRoman":
        return roman(number).upper()
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        tens = number % 100 // 10
        return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if tens != 1 else 0, "th")
    return "" if form in ("none", "bullet") else str(number)
