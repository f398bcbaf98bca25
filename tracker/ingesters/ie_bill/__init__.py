"""Bills of the Oireachtas, the Irish parliament, as its Bills Office issues them.

In: a reading (ODT, or any format with lines). Out: a draft with long title, enacting formula,
Parts, Chapters, sections, subsections `(1)`, paragraphs `(a)`, subparagraphs `(i)` and Schedules,
under the eIds that the Houses' own XML of bills uses (`section_2-subsection_1-paragraph_a`). What
stands before the long title is contents or cover; what repeats the bill's title after the last
provision is its back cover.

Source: the XML of bills at github.com/Oireachtas/bills, and the drafting of Irish bills since 2014.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.akn.eid import EidMaker, number_part
from tracker.errors import StructureError
from tracker.ingesters import layers
from tracker.ingesters.base import About, assemble
from tracker.ingesters.ie_bill.blocks import NUMBER, Block, blocks_of
from tracker.ingesters.ie_bill.walk import TITLE, Walk
from tracker.ingesters.walk.anchored import Anchor, with_anchors
from tracker.ingesters.walk.footnotes import with_anchors as with_raised_anchors
from tracker.ingesters.walk.tree import Node
from tracker.ingesters.walk.weave import joined
from tracker.model import Draft, Furniture, Provision
from tracker.read import Line, Reading

ENACTED = re.compile(
    r"be it (?:therefore )?enacted by the oireachtas\b|achtaítear\b.{0,40}\bag an oireachtas\b",
    re.IGNORECASE,
)
_LONG_TITLE = re.compile(r"An Act to\b|AN ACT TO\b|Acht (?:do|chun)\b|ACHT (?:DO|CHUN)\b")
_RECITAL = re.compile(r"(?:AND )?WHEREAS\b|(?:And )?Whereas\b")
_SHORT_TITLE = {
    "en": re.compile(r".{0,300}\bBill\b,? \d{4}", re.IGNORECASE),
    "ga": re.compile(r"(?:An )?Bille\b.{0,300}\d{4}", re.IGNORECASE),
}
_CONTENTS = re.compile(r"CONTENTS|ARRANGEMENT OF SECTIONS|CLÁR", re.IGNORECASE)
_ACTS = re.compile(r"ACTS REFERRED TO|NA HACHTANNA DÁ DTAGRAÍTEAR", re.IGNORECASE)
_MEMORANDUM = re.compile(
    r"EXPLANATORY (?:AND FINANCIAL )?MEMORANDUM|EXPLANATORY NOTES?", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,7}")
_REGIONS = {
    "header": "running-head",
    "footer": "running-head",
    "footnote": "footnote",
    "comment": "comment",
}
_BY_NAME = ("part", "section")
"""Kinds that the Houses name by themselves, whatever they stand in; so they do Schedules."""

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


class IrishBill:
    """The convention of Irish bills."""

    name = "ie-bill"

    def score(self, reading: Reading) -> float:
        """The words of enactment, a long title, and sections numbered from 1."""
        if reading.raw:
            return 0.0
        enacted = _enacted(reading.lines)
        if enacted is None:
            return 0.0
        before = any(_LONG_TITLE.match(line.text) for line in reading.lines[:enacted])
        after = any(line.text.startswith("1.") for line in reading.lines[enacted:])
        return 0.6 + 0.2 * before + 0.2 * after

    def layers(self, reading: Reading) -> tuple[str, ...]:
        """`("before", "after")` where the file has tracked changes."""
        tracked = any(run.change for line in reading.lines for run in line.runs)
        return (layers.BEFORE, layers.AFTER) if tracked else ()

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft that the reading holds. Of a file with tracked changes it is the text that
        `about.layer` names; without a name the text after them, with marks on what is new.

        Raises:
            StructureError: no words of enactment, so that it is not clear where the bill begins.
        """
        if not self.layers(reading):
            return self._assembled(reading, about, _read(reading, about.language), "")
        which: layers.Side = "before" if about.layer == layers.BEFORE else "after"
        cut = layers.side(reading, which)
        read = _read(cut.reading, about.language)
        if about.layer:
            return cut.traced(self._assembled(cut.reading, about, read, which))
        furniture = (*cut.set_apart(read.furniture), *cut.furniture)
        read = _Read(read.title, cut.provisions(read.provisions), furniture)
        return self._assembled(reading, about, read, which)

    def _assembled(self, reading: Reading, about: About, read: _Read, layer: str) -> Draft:
        return assemble(
            reading,
            about,
            convention=self.name,
            title=read.title,
            provisions=read.provisions,
            furniture=read.furniture,
            layer=layer,
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a bill, or of one text of it."""

    title: str
    provisions: tuple[Provision, ...]
    furniture: tuple[Furniture, ...]


def _read(reading: Reading, language: str) -> _Read:
    aside = [line for line in reading.lines if line.region in _REGIONS]
    text = [line for line in reading.lines if line.region not in _REGIONS]
    lines = with_raised_anchors(text, (line for line in aside if line.region == "footnote"))
    furniture = [_aside(x, _kind(x)) for x in aside]
    enacted = _enacted(lines)
    if enacted is None:
        raise StructureError(
            f"{reading.name}: no words of enactment (“Be it enacted by the Oireachtas”), so "
            "it is not clear where the bill begins; name another convention"
        )
    front = blocks_of(lines[:enacted])
    body = blocks_of(lines[enacted:])
    first = _long_title(front)
    furniture += _front_matter(front[:first])
    titles = {b.text.text.casefold() for b in front[:first] if _is_title(b)}
    end = _end(body, titles)
    furniture += _back_matter(body[end:])
    units = [*_opening(front[first:]), *_formula(body), *Walk(body[1:end]).units]
    anchors = _anchors((*front[first:], *body[:end]))
    provisions = with_anchors(_provisions(units), anchors)
    return _Read(_title(front[:first], language), provisions, tuple(furniture))


def _enacted(lines: Sequence[Line]) -> int | None:
    """The line with the words of enactment."""
    return next((n for n, line in enumerate(lines) if ENACTED.match(line.text)), None)


def _kind(line: Line) -> str:
    if line.region in ("header", "footer") and _PAGE_NUMBER.fullmatch(line.text):
        return "page-number"
    return _REGIONS[line.region]


def _aside(line: Line, kind: str) -> Furniture:
    return Furniture(kind, line.text, line.page, line.start, line.start + len(line.text))


# Before the words of enactment.


def _long_title(front: Sequence[Block]) -> int:
    """Where the long title begins: the last block that opens like one."""
    starts = [n for n, block in enumerate(front) if _LONG_TITLE.match(block.text.text)]
    return starts[-1] if starts else len(front)


def _is_title(block: Block) -> bool:
    return any(pattern.fullmatch(block.text.text) for pattern in _SHORT_TITLE.values())


def _title(front: Sequence[Block], language: str) -> str:
    pattern = _SHORT_TITLE.get(language, _SHORT_TITLE["en"])
    found = [b.text.text for b in front if pattern.fullmatch(b.text.text)]
    return found[0] if found else ""


def _front_matter(front: Iterable[Block]) -> list[Furniture]:
    """Contents from their heading to the Acts referred to or to the bill's title; else cover."""
    found: list[Furniture] = []
    kind = "cover"
    for block in front:
        text = block.text.text
        if _CONTENTS.fullmatch(text):
            kind = "contents"
        elif _ACTS.fullmatch(text) or _is_title(block):
            kind = "cover"
        found += _furniture(block, kind)
    return found


def _furniture(block: Block, kind: str) -> list[Furniture]:
    """A block with its notes' anchors as furniture, one piece a span of the page."""
    parts = [block.text, *(anchor for _, anchor in block.notes)]
    return [
        Furniture(kind, part.text[s.at : s.at + s.end - s.start], s.page, s.start, s.end)
        for part in parts
        for s in part.spans
    ]


def _opening(blocks: Sequence[Block]) -> list[Node]:
    """The long title, and the recitals of the few bills that have a preamble."""
    units: list[Node] = []
    for block in blocks:
        if not units or _RECITAL.match(block.text.text):
            units.append(Node("recital" if units else "longTitle", None))
        units[-1].add(block.text)
    return units


def _formula(body: Sequence[Block]) -> list[Node]:
    formula = Node("formula", None)
    formula.add(body[0].text)
    return [formula]


# After the last provision.


def _end(body: Sequence[Block], titles: set[str]) -> int:
    """Where the bill ends: at an explanatory memorandum, or where, after the last number, its
    title stands again, alone or in the table of the back cover."""
    numbered = [n for n, block in enumerate(body) if _opens(block)]
    last = numbered[-1] if numbered else 0
    for n, block in enumerate(body):
        text = block.text.text.casefold()
        if n and _MEMORANDUM.fullmatch(text):
            return n
        if n <= last:
            continue
        covered = block.first.region == "table" and text.startswith(tuple(titles))
        if text in titles or (titles and covered):
            return n
    return len(body)


def _opens(block: Block) -> bool:
    return bool(TITLE.fullmatch(block.text.text) or NUMBER.match(block.text.text))


def _back_matter(blocks: Iterable[Block]) -> list[Furniture]:
    found: list[Furniture] = []
    kind = "cover"
    for block in blocks:
        if _MEMORANDUM.fullmatch(block.text.text):
            kind = "explanatory-note"
        elif _is_title(block):
            kind = "cover"
        found += _furniture(block, kind)
    return found


# Provisions.


def _provisions(units: Sequence[Node]) -> tuple[Provision, ...]:
    maker = EidMaker(basic=frozenset({"section"}))
    eids: dict[int, str] = {}
    found: list[Provision] = []
    for unit in units:
        above = eids[id(unit.parent)] if unit.parent is not None else None
        eid = _given(unit, above)
        if not eid or not maker.keep(eid, unit.kind, above):
            eid = maker.make(unit.kind, unit.num.text, above)
        eids[id(unit)] = eid
        text = joined(unit.text, "\n")
        found.append(
            Provision(
                eid=eid,
                kind=unit.kind,
                num=unit.num.text,
                heading=unit.heading.text,
                text=text.text,
                parent=above,
                spans=text.spans,
                num_spans=unit.num.spans,
                heading_spans=unit.heading.spans,
            )
        )
    return tuple(found)


def _given(unit: Node, above: str | None) -> str:
    """The eId that the Houses give; `""` for what they give none."""
    number = _number(unit.num.text)
    if unit.kind == "hcontainer":
        return f"schedule_{number}" if number else "schedule"
    if not number:
        return ""
    own = f"{unit.kind}_{number}"
    return own if unit.kind in _BY_NAME or not above else f"{above}-{own}"


def _number(num: str) -> str:
    """The number in an eId: none of "SCHEDULE", 2 of "SECOND SCHEDULE"."""
    first, _, rest = num.casefold().partition(" ")
    if first in _ORDINALS:
        return str(_ORDINALS.index(first) + 1)
    return number_part(num) if rest or not first.isalpha() else ""


def _anchors(blocks: Iterable[Block]) -> Iterator[Anchor]:
    """The anchors of footnotes in blocks whose words stand in provisions."""
    for block in blocks:
        for at, printed in block.notes:
            yield Anchor(block.text, at, printed)
