"""Printed lines gathered into blocks: headings, paragraphs, points, each as the eye sees it.

In: the lines of the text proper. Out: `Block`s. A new block begins at a gap, at the format's own
paragraph, at a number that opens a provision, at a first-line indent; over a page break only if the
line before ended its sentence. A line that begins with a number because it was broken there
("under subparagraphs (a), / (b) and (c)") begins none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.ingesters.numbering import Number, number_at_start
from tracker.ingesters.weave import Hyphens, Weaver, Woven, of_line
from tracker.read import Line

GAP = 0.45
"""Empty space, in lines, that separates blocks."""

INDENT = 0.015
"""Share of the page's width by which a first line is set in."""

PAGE_END = 0.75
"""Text that ends higher on its page does not go on overleaf (share of the page's height)."""

_ENDS = re.compile(
    r"[.;:!?\]\u3002\uff1b\uff1a\u061b]['\"\u201d\u2019)]?$|[;,]\s*(?:and|or|et|ou|y|o)$|,$"
)
_SENTENCE_END = re.compile(
    r"[.;:!?\]\u3002\uff1b\uff1a\u061b]['\"\u201d\u2019)]?$|[;,]\s*(?:and|or|et|ou|y|o)$"
)
_STOP = re.compile(r"[.;:!?\]\u3002\uff1b\uff1a\u061b]['\"\u201d\u2019)]?$")
_COMMA = re.compile(r"[,\u060c]$")
_ENUMERATION = re.compile(
    r"\s*(?:[,)]|(?:and|or|to|et|ou|y|o|e|u|\u0438|\u0438\u043b\u0438)\s+[(\d])"
)
"""What follows a number that is named, not opened: "(b) and (c)", "(b), "."""

HEADING_WORDS = 12
"""Words; a longer block before a page break is no heading."""

_RAISED_NOTE = re.compile(r"\d{1,3}|\*{1,3}|[a-z]")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's anchor: its characters, and the offset in the block's text where it stood."""

    at: int
    printed: Woven


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. `text` runs over all of them; `notes` are taken out of it.
    `head` is the part of the text on the first line."""

    lines: tuple[Line, ...]
    text: Woven
    notes: tuple[Note, ...] = ()
    head: str = ""

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def emphatic(self) -> bool:
        """Whether all of it is set like a heading: bold, italic or centred, or styled as one."""
        return all(line.bold or line.italic or _centred(line) for line in self.lines) or (
            self.first.style.casefold().startswith(("h1", "h2", "h3", "h4", "h5", "h6", "heading"))
        )


def _centred(line: Line) -> bool:
    return line.centred and line.left > 0.25


@dataclass(frozen=True, slots=True)
class Openings:
    """What a line must match at its start to open a titled provision; or, before any line that
    matches `units`, a part of the preamble; a line that matches one of `formulas` stands alone
    there."""

    titles: re.Pattern[str]
    units: re.Pattern[str]
    front: Sequence[re.Pattern[str]]
    formulas: Sequence[re.Pattern[str]]


def gather(lines: Sequence[Line], opens: Openings, hyphens: Hyphens) -> list[Block]:
    """The blocks of a text."""
    groups: list[list[Line]] = []
    counted: dict[str, int] = {}
    front = True
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        titled = bool(opens.titles.match(line.text))
        opens_front = front and bool(groups) and _opens_front(groups[-1], line, opens)
        alone = titled and _stands_alone(line, following)
        opening = _Opening(titled, alone, opens_front, number_at_start(line.text), counted)
        if groups and not _begins(groups[-1], line, opening, opens):
            groups[-1].append(line)
            continue
        groups.append([line])
        front = front and not opens.units.match(line.text)
        if titled:
            counted.clear()
        elif opening.number:
            counted.update(opening.number.values)
    return [of_group(group, hyphens) for group in groups]


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a line begins: with a title (and whether that is all), with words of the preamble, with
    a number; and the last number of each style that opened a block."""

    titled: bool
    alone: bool
    front: bool
    number: Number | None
    counted: dict[str, int]

    def succeeds(self, text: str) -> bool:
        """Whether the number at the start of `text` goes on with the count, and is not one of
        those that a sentence names."""
        number = self.number
        if number is None or _ENUMERATION.match(text[number.end :]):
            return False
        return any(self.counted.get(style) == value - 1 for style, value in number.values.items())


def of_group(lines: Sequence[Line], hyphens: Hyphens) -> Block:
    """A block of these lines, the anchors of footnotes lifted out of its text."""
    weaver = Weaver(hyphens)
    notes: list[Note] = []
    head = 0
    for line in lines:
        start = 0
        for run in line.runs:
            printed = line.text[run.start : run.end].strip()
            if run.raised and _RAISED_NOTE.fullmatch(printed) and run.start > 0:
                weaver.add(of_line(line, start, run.start), glued=_glued(line, start))
                notes.append(Note(weaver.length, of_line(line, run.start, run.end)))
                start = run.end
        weaver.add(of_line(line, start), glued=_glued(line, start))
        head = head or weaver.length
    text = weaver.woven()
    return Block(tuple(lines), text, tuple(notes), text.text[:head])


def _glued(line: Line, start: int) -> bool:
    """Whether what follows a footnote's anchor belongs to the word before it."""
    return start > 0 and not line.text[start : start + 1].isspace()


def _begins(group: Sequence[Line], line: Line, opening: _Opening, opens: Openings) -> bool:
    last = group[-1]
    if line.block or last.block or line.region != last.region:
        return True
    if line.page != last.page:
        return _begins_overleaf(group, line, opening, opens)
    if line.gap >= GAP:
        return True
    ending = last.text.rstrip()
    headed = bool(opens.titles.match(group[0].text))
    if opening.titled and (headed or _STOP.search(ending)):
        return True
    if opening.number and (headed or _may_open(opening, line.text, ending)):
        return True
    if opening.front:
        return True
    if line.size and line.bold != last.bold:
        return True
    return bool(_SENTENCE_END.search(ending)) and (
        line.left > last.left + INDENT and len(group) > 1
    )


def _begins_overleaf(group: Sequence[Line], line: Line, opening: _Opening, opens: Openings) -> bool:
    last = group[-1]
    ending = last.text.rstrip()
    if line.bold != last.bold:
        return True
    # Headings do not go on overleaf, nor does a page that ended early.
    if last.bold or 0.0 < last.bottom < PAGE_END:
        return True
    if opening.titled and (
        _STOP.search(ending)
        or opening.alone
        or line.bold
        or line.italic
        or _centred(line)
        or opens.titles.match(group[0].text)
        or _reads_like_heading(group)
    ):
        return True
    if opening.number and _may_open(opening, line.text, ending):
        return True
    ended = bool(_SENTENCE_END.search(ending))
    return ended and (line.text[:1].isupper() or line.left > _margin(group) + INDENT)


def _stands_alone(line: Line, following: Line | None) -> bool:
    """Whether a title's line has no stop, as the end of a sentence would, and is not gone on with
    ("as set out in / Article 5 / of this treaty")."""
    if line.text.rstrip().endswith((".", ",", ";")):
        return False
    return following is None or following.gap >= GAP or not following.text[:1].islower()


def _may_open(opening: _Opening, text: str, ending: str) -> bool:
    """Whether the line before ended so that a number can open a provision: after a comma only the
    next of those that are open can."""
    return bool(opening.succeeds(text) if _COMMA.search(ending) else _ENDS.search(ending))


def _opens_front(group: Sequence[Line], line: Line, opens: Openings) -> bool:
    """Whether a line goes on with the preamble in a block of its own: after a formula that stands
    alone, or with words that open a part of it after the end of others or after a heading."""
    alone = len(group) == 1
    if alone and any(formula.match(group[0].text) for formula in opens.formulas):
        return True
    if not any(pattern.match(line.text) for pattern in opens.front):
        return False
    ending = group[-1].text.rstrip()
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
