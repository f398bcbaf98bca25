"""The printed lines of a bill gathered into blocks: a heading, a paragraph, a point.

In: the lines of the text proper. Out: `Block`s. In text without positions a first line is set in
and the lines after it stand further left, all alike. A PDF with line numbers does not say how far a
line is set in: there a block ends where its last line is short or a heading's smaller type ends,
and a number opens one where the line before has ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.ingesters.us_bill.numbers import LABEL
from tracker.ingesters.walk.blocks import Block, of_group
from tracker.ingesters.walk.faces import anchors
from tracker.ingesters.walk.weave import Hyphens
from tracker.read import Line

HANGING = 0.055
"""Share of a line's columns by which a first line is set in, at most."""

ALIKE = 0.005
"""Share of a line's columns by which lines that begin alike may differ."""

SHORT = 0.03
"""Share of the page's width that the last line of a block leaves free, at least."""

_QUOTE = r"(?:``|\u2018\u2018|[`\u2018\u201c\"])?"
_NUMBER = r"\d{1,5}[A-Za-z]{0,3}(?:-\d{1,3}[A-Za-z]?)?"
SECTION = re.compile(
    rf"(?P<num>{_QUOTE}(?:(?:SECTION|SEC\.|Sec\.|Section)\s{_NUMBER}\.|\u00a7{{1,2}}\s?{_NUMBER}\.?))"
    r"(?=\s|$)"
)
"""How a section is headed. `Section 5 of …` in a sentence has no full stop."""

_CAPITALS = re.compile(rf"{_QUOTE}(?:SECTION|SEC\.|TITLE|DIVISION)\s")
"""Words that no sentence has in capitals."""
CONTAINER = re.compile(
    rf"(?P<num>{_QUOTE}(?:(?P<division>DIVISION)|(?P<title>TITLE)|(?P<subtitle>Subtitle|SUBTITLE)"
    r"|(?P<part>PART|Part)|(?P<subpart>SUBPART|Subpart)|(?P<subchapter>SUBCHAPTER|Subchapter)"
    r"|(?P<chapter>CHAPTER|Chapter))\s(?:[IVXLC]{1,7}|[A-Z]{1,2}|\d{1,3})\b"
    r"(?:\s?(?:--|[\u2014\u2013]))?)(?P<rest>.*)",
    re.DOTALL,
)
FRONT = re.compile(r"Whereas\b|Resolved\b|Be it enacted\b|That\b|Now, therefore, be it")
_ENDED = re.compile(r"(?:[.;:,\u2014)]|--|['\u2019\u201d\"]|\b(?:and|or))$")
_SENTENCE = re.compile(r"[.;:\u2014]['\u2019\u201d\"]{0,4}\.?$|--$")


def gather(lines: Sequence[Line], hyphens: Hyphens) -> list[Block]:
    """The blocks of a text."""
    groups: list[list[Line]] = []
    shown: list[Line] = []
    placed = any(line.bottom for line in lines)
    measure = max((line.right for line in lines), default=0.0)
    for line in lines:
        bare = _bare(line)
        if groups and (line.glued or not _begins(shown, bare, measure, placed=placed)):
            groups[-1].append(line)
            shown.append(bare)
        else:
            groups.append([line])
            shown = [bare]
    return [of_group(group, hyphens) for group in groups]


def _bare(line: Line) -> Line:
    """A line as it reads without the anchors of notes, which may stand in a number."""
    text, at = "", 0
    for run in anchors(line):
        text += line.text[at : run.start]
        at = run.end
    return replace(line, text=text + line.text[at:]) if at else line


def titled(text: str) -> bool:
    """Whether a line opens a section, or a title, subtitle or part with nothing but its heading."""
    if SECTION.match(text):
        return True
    container = CONTAINER.match(text)
    if container is None:
        return False
    return container["num"].endswith(("-", "\u2014", "\u2013")) or not container["rest"].strip()


def _begins(group: Sequence[Line], line: Line, measure: float, *, placed: bool) -> bool:
    last = group[-1]
    ending = last.text.rstrip()
    if titled(line.text):
        if _CAPITALS.match(line.text):
            return True
        ended = _ENDED.search(ending) or ending[-1:].isupper() or titled(group[0].text)
        return line.gap >= 1.0 or line.centred or bool(ended)
    if _is_heading(group, placed=placed):
        if not placed:
            return line.gap >= 1.0
        return round(line.size) != round(group[0].size) or line.text != line.text.upper()
    if FRONT.match(line.text) and _ENDED.search(ending):
        return True
    if placed:
        return _begins_on_page(last, line, measure)
    return _begins_in_text(group, line)


def _is_heading(group: Sequence[Line], *, placed: bool) -> bool:
    """Whether the block so far is a heading and nothing else: run-in text follows a number in
    capitals and small letters ("Sec. 5. The Board shall…")."""
    first = group[0].text
    section = SECTION.match(first)
    if section is None:
        return titled(first)
    rest = first[section.end() :]
    return rest == rest.upper()


def _begins_on_page(last: Line, line: Line, measure: float) -> bool:
    ending = last.text.rstrip()
    if LABEL.match(line.text) and _ENDED.search(ending):
        return True
    return last.right < measure - SHORT and bool(_SENTENCE.search(ending))


def _begins_in_text(group: Sequence[Line], line: Line) -> bool:
    last, first = group[-1], group[0]
    if line.gap >= 1.0:
        return not (line.text[:1].islower() and not _ENDED.search(last.text.rstrip()))
    if len(group) > 1:
        return abs(line.left - last.left) > ALIKE
    if abs(first.left - line.left) <= ALIKE:
        # Words that follow inner provisions are not set in; nor are one-line points less than it.
        return bool(LABEL.match(line.text) or _SENTENCE.search(last.text.rstrip()))
    return not 0.0 < first.left - line.left <= HANGING
