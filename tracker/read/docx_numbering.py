"""The automatic numbers of Word paragraphs, as they are printed.

In: the tree of `numbering.xml`. Out: for each paragraph in order, its label (`1.`, `(a)`,
`Article 3`) with the blank after it. Word keeps the numbers out of the text; a treaty without them
is unreadable, and a renumbered one looks unchanged. Source: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tracker.read.docx_package import W
from tracker.read.limits import refuse_label
from tracker.read.numerals import numeral

Element = etree._Element


def val(element: Element | None, tag: str, default: str = "") -> str:
    """`w:val` of a child."""
    child = element.find(W + tag) if element is not None else None
    return child.get(W + "val", default) if child is not None else default


def integer(text: str, default: int) -> int:
    """A number of the file, or `default` for one that is none."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else default


_FORMATS = ("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter")
_ORIGINAL = re.compile(r"%[1-9]:([0-9]{1,6}):([0-9]{1,3}):([^%]*)")


def printed_before(properties: Element | None) -> str:
    """The number that a paragraph had before a tracked change of its number, as the file says it
    (`w:numberingChange`: level, number, format and what follows, of each level; 17.13.5.24)."""
    said = properties.find(f"{W}numPr/{W}numberingChange") if properties is not None else None
    original = said.get(W + "original", "") if said is not None else ""
    printed = ""
    for number, form, rest in _ORIGINAL.findall(original):
        known = int(form) < len(_FORMATS)
        printed += numeral(int(number), _FORMATS[int(form)] if known else "decimal") + rest
    return printed + " " if printed.strip() else ""


_LEVELS = 9
"""Of a list; Word reads no more (17.9.6)."""


@dataclass(slots=True)
class Level:
    """One level of a list; `left` is its indent in twips, -1 if it says none."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    legal: bool = False
    style: str = ""
    blank: str = " "
    left: int = -1

    @classmethod
    def read(cls, element: Element) -> Level:
        """From a `w:lvl`."""
        legal = element.find(W + "isLgl")
        indent = element.find(f"{W}pPr/{W}ind")
        left = "" if indent is None else indent.get(W + "left", indent.get(W + "start", ""))
        return cls(
            format=val(element, "numFmt", "decimal"),
            text=val(element, "lvlText"),
            start=integer(val(element, "start", "0"), 0),
            restart=integer(val(element, "lvlRestart", "-1"), -1),
            legal=legal is not None and legal.get(W + "val", "1") not in ("0", "false", "off"),
            style=val(element, "pStyle"),
            blank="" if val(element, "suff") == "nothing" else " ",
            left=integer(left, -1),
        )


@dataclass(slots=True)
class Numbering:
    """Lists of a document, and how far each has counted."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)
    name: str = ""

    @classmethod
    def read(cls, root: Element | None, name: str = "") -> Numbering:
        """From `numbering.xml`, if there is one; `name` is what messages call the file."""
        self = cls(name=name)
        if root is None:
            return self
        linked: dict[str, str] = {}
        named: dict[str, str] = {}
        for element in root.iterchildren(W + "abstractNum"):
            key = element.get(W + "abstractNumId", "")
            self.abstract[key] = _levels(element)
            linked[key] = val(element, "numStyleLink")
            named[val(element, "styleLink")] = key
        for key, style in linked.items():
            if style and style in named and not self.abstract[key]:
                self.abstract[key] = self.abstract[named[style]]
        for element in root.iterchildren(W + "num"):
            self._read_num(element)
        return self

    def afresh(self) -> Numbering:
        """The same lists, of which nothing is counted yet."""
        return Numbering(
            abstract=self.abstract,
            list_of=self.list_of,
            levels=self.levels,
            starts=self.starts,
            name=self.name,
        )

    def _read_num(self, element: Element) -> None:
        key, base = element.get(W + "numId", ""), val(element, "abstractNumId")
        self.list_of[key] = base
        self.levels[key] = dict(self.abstract.get(base, {}))
        self.starts[key] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            ilvl = integer(override.get(W + "ilvl", "0"), 0)
            if not 0 <= ilvl < _LEVELS:
                continue
            level = override.find(W + "lvl")
            if level is not None:
                self.levels[key][ilvl] = Level.read(level)
            start = val(override, "startOverride")
            if start:
                self.starts[key][ilvl] = integer(start, 1)

    def level_of(self, num: str, style: str) -> int:
        """The level of list `num` that a paragraph style numbers; the first if none names it."""
        levels = self.levels.get(num, {})
        return next((ilvl for ilvl, level in levels.items() if level.style == style), 0)

    def left(self, num: str, ilvl: int) -> int:
        """The indent, in twips, that a level gives its paragraphs; -1 if it says none."""
        level = self.levels.get(num, {}).get(ilvl)
        return level.left if level else -1

    def label(self, num: str, ilvl: int) -> str:
        """Count one paragraph of list `num` on level `ilvl`; what is printed before its text.

        Raises:
            ReadError: it is longer than any number is.
        """
        levels = self.levels.get(num, {})
        level = levels.get(ilvl)
        if level is None:
            return ""
        refuse_label(level.text, self.name)
        counts = self._count(num, ilvl, level, levels)
        if level.format == "bullet" and "%" not in level.text:
            shown = "".join(_BULLET if _is_private(c) else c for c in level.text)
            return shown + level.blank if shown.strip() else ""

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            shown = levels.get(at, Level())
            counted = counts.setdefault(at, shown.start)
            # Legal numbering keeps the leading zero that a level asks for (1.01).
            legal = level.legal and shown.format != "decimalZero"
            return numeral(counted, "decimal" if legal else shown.format)

        printed = re.sub("%([1-9])", number, level.text)
        refuse_label(printed, self.name)
        return printed + level.blank if printed else ""

    def _count(self, num: str, ilvl: int, level: Level, levels: dict[int, Level]) -> dict[int, int]:
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
        return counts


@dataclass(frozen=True, slots=True)
class Item:
    """The list and the level (from 0) that a paragraph is numbered in, `""` for none; `printed` is
    a number that the file itself says it had."""

    num: str = ""
    level: int = 0
    printed: str = ""

    def label(self, lists: Numbering) -> str:
        """Count the paragraph; the number that is printed before it."""
        counted = lists.label(self.num, self.level) if self.num else ""
        return self.printed or counted


_BULLET = "•"


def _is_private(character: str) -> bool:
    """Whether a character is a place in a symbol font, which says nothing without the font."""
    return "\ue000" <= character <= "\uf8ff"


def _levels(element: Element) -> dict[int, Level]:
    found = {
        integer(level.get(W + "ilvl", "0"), 0): level for level in element.iterchildren(W + "lvl")
    }
    return {ilvl: Level.read(found[ilvl]) for ilvl in range(_LEVELS) if ilvl in found}
