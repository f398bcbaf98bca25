"""Where a new block begins among printed lines.

In: the lines gathered so far, the next line, how it opens, what the pages show. Out: whether it
begins a block: at a gap, at the format's own paragraph, at a number that opens a provision, at a
first-line indent; over a page break only if the line before ended its sentence. A line that begins
with a number because it was broken there ("under subparagraphs (a), / (b) and (c)") begins none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracker.ingesters.marks.options import OPTION
from tracker.ingesters.printed import Opens
from tracker.ingesters.walk.faces import ending_of, is_bold, is_centred
from tracker.ingesters.walk.numbering import Number, number_at_start
from tracker.read import Line

GAP = 0.45
"""Empty space, in lines, that separates blocks."""

INDENT = 0.015
"""Share of the page's width by which a first line is set in."""

COLUMN = 0.15
"""Share of the page's width by which one column of a table stands left of the next, at least."""

PAGE_END = 0.75
"""Text that ends higher on its page does not go on overleaf (share of the page's height)."""

_ENDS = re.compile(
    r"[.;:!?\]\u3002\uff1b\uff1a\u061b\u061f\uff01\uff1f]['\"\u201d\u2019)]?$|[;,]\s*(?:and|or|et|ou|y|o)$|,$"
)
_SENTENCE_END = re.compile(
    r"[.;:!?\]\u3002\uff1b\uff1a\u061b\u061f\uff01\uff1f]['\"\u201d\u2019)]?$|[;,]\s*(?:and|or|et|ou|y|o)$"
)
_STOP = re.compile(r"[.;:!?\]\u3002\uff1b\uff1a\u061b\u061f\uff01\uff1f]['\"\u201d\u2019)]?$")
_REMARK = re.compile(
    r"[.;:!?\]\u3002\uff1b]\s?[(\uff08](?:[^()\uff08\uff09]|\([^()]{1,60}\)){2,200}[)\uff09]$"
)
"""Who proposed a sentence, behind its end."""

_COMMA = re.compile(r"[,\u060c\uff0c]$")
_ENUMERATION = re.compile(
    r"\s*(?:[,)]|(?:and|or|to|et|ou|y|o|e|u|\u0438|\u0438\u043b\u0438)\s+[(\d])"
)
"""What follows a number that is named, not opened: "(b) and (c)", "(b), "."""

NUMBER = 12
"""Characters; a longer cell is not a number alone."""

HEADING_WORDS = 12
"""Words; a longer block before a page break is no heading."""

SHORT = 0.7
"""Share of the measure; a shorter line ends what it belongs to, stop or none."""

FULL = 0.03
"""Share of the page's width by which a line may be short of the measure and still fill it."""


@dataclass(frozen=True, slots=True)
class Openings:
    """What a line must match at its start to open a titled provision; or, before any line that
    matches `units`, a part of the preamble; a line that matches one of `formulas` stands alone
    there; a line that matches `numbers` opens a numbered provision after the end of a sentence."""

    titles: Opens
    units: Opens
    front: Sequence[Opens]
    formulas: Sequence[Opens]
    numbers: Opens | None = None


class Pages:
    """What the pages show: how far their lines run, and which end in notes."""

    def __init__(self, lines: Sequence[Line], noted: Collection[int]) -> None:
        self._noted = noted
        self._measure: dict[int, float] = {}
        for line in lines:
            self._measure[line.page] = max(line.right, self._measure.get(line.page, 0.0))

    def ended_early(self, line: Line) -> bool:
        """Whether a page's last line of text leaves room that no note fills."""
        return 0.0 < line.bottom < PAGE_END and line.page not in self._noted

    def short(self, line: Line) -> bool:
        """Whether a line ends so early that it was not broken there for want of room."""
        return line.right < SHORT * self._measure[line.page]

    def full(self, line: Line) -> bool:
        """Whether a line runs as far as any on its page."""
        return line.right > 0.0 and line.right >= self._measure[line.page] - FULL


@dataclass(frozen=True, slots=True)
class Opening:
    """How a line begins: with a title (and whether that is all), with words of the preamble, with
    a number; the last number of each style that opened a block; whether the line below it is less
    set in; and whether it begins with a number of another form."""

    titled: bool
    alone: bool
    front: bool
    number: Number | None
    counted: dict[str, int]
    indented: bool
    other: bool

    def succeeds(self, text: str) -> bool:
        """Whether the number at the start of `text` goes on with the count, and is not one of
        those that a sentence names."""
        number = self.number
        if number is None or _ENUMERATION.match(text[number.end :]):
            return False
        return any(self.counted.get(style) == value - 1 for style, value in number.values.items())


def begins(
    group: Sequence[Line], line: Line, opening: Opening, opens: Openings, pages: Pages
) -> bool:
    last = group[-1]
    if line.glued or _beside_number(group, line):
        return False
    if line.block or last.block or line.region != last.region or line.cell != last.cell:
        return True
    if line.page != last.page:
        return _begins_overleaf(group, line, opening, opens, pages)
    if line.gap >= GAP:
        return True
    ending = ending_of(last)
    headed = bool(opens.titles.match(group[0].text))
    if opening.titled and (headed or _STOP.search(ending)):
        return True
    if opening.number and (headed or _may_open(opening, line.text, ending)):
        return True
    if opening.number and pages.short(last) and _counts_on(group, opening.number):
        return True
    if opening.number and _typed_below(last, line, opening.number):
        return True
    labelled = opening.other or OPTION.match(line.text) is not None
    if labelled and (_SENTENCE_END.search(ending) or _REMARK.search(ending)):
        return True
    if opening.front:
        return True
    if line.size and is_bold(line) != is_bold(last):
        return True
    return bool(_SENTENCE_END.search(ending)) and (
        line.left > last.left + INDENT and len(group) > 1
    )


def _typed_below(last: Line, line: Line, number: Number) -> bool:
    """Whether somebody who types set a numbered line further in than the one above it."""
    deeper = not line.size and line.left > last.left + INDENT
    return deeper and not _ENUMERATION.match(line.text[number.end :])


def _beside_number(group: Sequence[Line], line: Line) -> bool:
    """Whether the cell before holds nothing but the number of what this cell says: acts on the web
    set their points in tables without rules."""
    number, here = group[0].cell, line.cell
    if len(group) > 1 or number is None or here is None:
        return False
    printed = group[0].text
    found = number_at_start(f"{printed} X") if len(printed) <= NUMBER else None
    return (
        number[:2] == here[:2]
        and number[2] < here[2]
        and found is not None
        and (found.end == len(printed))
    )


def _begins_overleaf(
    group: Sequence[Line], line: Line, opening: Opening, opens: Openings, pages: Pages
) -> bool:
    last = group[-1]
    ending = ending_of(last)
    if is_bold(line) != is_bold(last):
        return True
    ended = bool(_SENTENCE_END.search(ending))
    # Headings do not go on overleaf, nor does a page that ended early.
    if is_bold(last) or (pages.ended_early(last) and (ended or not line.text[:1].islower())):
        return True
    if opening.titled and (
        _STOP.search(ending)
        or opening.alone
        or line.bold
        or line.italic
        or is_centred(line)
        or opens.titles.match(group[0].text)
        or _reads_like_heading(group)
    ):
        return True
    if opening.number and _may_open(opening, line.text, ending):
        return True
    # The first column of a table's next row.
    if 0.0 < line.left < _margin(group) - COLUMN:
        return True
    indented = opening.indented or line.left > _margin(group) + INDENT
    capital = _capital(line.text)
    if opening.other and ended:
        return True
    if not ended:
        # Recitals end with a comma; overleaf only the next one's first line tells.
        return bool(_COMMA.search(ending)) and indented and (capital or bool(opening.number))
    if indented:
        return True
    return capital and not _first_line_set_in(group) and not pages.full(last)


def set_in(line: Line, following: Line | None) -> bool:
    """Whether the next line of the same paragraph is less set in."""
    return (
        following is not None
        and following.page == line.page
        and following.gap < GAP
        and line.left > following.left + INDENT
    )


def _first_line_set_in(group: Sequence[Line]) -> bool:
    return len(group) > 1 and set_in(group[0], group[1])


def stands_alone(line: Line, following: Line | None) -> bool:
    """Whether a title's line has no stop, as the end of a sentence would, and is not gone on with
    ("as set out in / Article 5 / of this treaty")."""
    if line.text.rstrip().endswith((".", ",", ";")):
        return False
    return following is None or following.gap >= GAP or not following.text[:1].islower()


def _may_open(opening: Opening, text: str, ending: str) -> bool:
    """Whether the line before ended so that a number can open a provision: after a comma only the
    next of those that are open can."""
    return bool(
        opening.succeeds(text)
        if _COMMA.search(ending)
        else _ENDS.search(ending) or _REMARK.search(ending)
    )


def _counts_on(group: Sequence[Line], number: Number) -> bool:
    """Whether a number is the next after the one that the block itself began with."""
    before = number_at_start(group[0].text)
    return before is not None and any(
        before.values.get(style) == value - 1 for style, value in number.values.items()
    )


def opens_front(group: Sequence[Line], line: Line, opens: Openings) -> bool:
    """Whether a line goes on with the preamble in a block of its own: after a formula that stands
    alone, or with words that open a part of it after the end of others or after a heading."""
    alone = len(group) == 1
    if alone and any(formula.match(group[0].text) for formula in opens.formulas):
        return True
    if not any(pattern.match(line.text) for pattern in opens.front):
        return False
    ending = ending_of(group[-1])
    return bool(_ENDS.search(ending) or ending.endswith(")")) or (
        alone and _reads_like_heading(group)
    )


def _reads_like_heading(group: Sequence[Line]) -> bool:
    """Whether a block that no stop ends may be a heading: short, and not numbered."""
    words = sum(len(line.text.split()) for line in group)
    text = group[0].text
    return words <= HEADING_WORDS and text[:1].isupper() and number_at_start(text) is None


def _margin(group: Sequence[Line]) -> float:
    return min(line.left for line in group)


def _capital(text: str) -> bool:
    """Whether a text begins as sentences do: with a capital, or in a script that has none."""
    first = text[:1]
    return first.isupper() or (first.isalpha() and first.upper() == first.lower())
