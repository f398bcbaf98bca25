"""Printed lines gathered into blocks: headings, paragraphs, points, each as the eye sees it.

In: the lines of the text proper. Out: `Block`s. A new block begins at a gap, at the format's own
paragraph, at a number that opens a provision, at a first-line indent; over a page break only if the
line before ended its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
_RAISED_NOTE = re.compile(r"\d{1,3}|\*{1,3}|[a-z]")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's anchor: its characters, and the offset in the block's text where it stood."""

    at: int
    printed: Woven


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. `text` runs over all of them; `notes` are taken out of it."""

    lines: tuple[Line, ...]
    text: Woven
    notes: tuple[Note, ...] = ()

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
    """What a line must match at its start to open a numbered provision, or a titled one."""

    numbers: re.Pattern[str]
    titles: re.Pattern[str]


def gather(lines: Sequence[Line], opens: Openings, hyphens: Hyphens) -> list[Block]:
    """The blocks of a text."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, opens):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [of_group(group, hyphens) for group in groups]


def of_group(lines: Sequence[Line], hyphens: Hyphens) -> Block:
    """A block of these lines, the anchors of footnotes lifted out of its text."""
    weaver = Weaver(hyphens)
    notes: list[Note] = []
    for line in lines:
        start = 0
        for run in line.runs:
            printed = line.text[run.start : run.end].strip()
            if run.raised and _RAISED_NOTE.fullmatch(printed) and run.start > 0:
                weaver.add(of_line(line, start, run.start), glued=_glued(line, start))
                notes.append(Note(weaver.length, of_line(line, run.start, run.end)))
                start = run.end
        weaver.add(of_line(line, start), glued=_glued(line, start))
    return Block(tuple(lines), weaver.woven(), tuple(notes))


def _glued(line: Line, start: int) -> bool:
    """Whether what follows a footnote's anchor belongs to the word before it."""
    return start > 0 and not line.text[start : start + 1].isspace()


def _begins(group: Sequence[Line], line: Line, opens: Openings) -> bool:
    last = group[-1]
    if line.block or last.block or line.region != last.region:
        return True
    ended = bool(_SENTENCE_END.search(last.text.rstrip()))
    if line.page != last.page:
        if opens.titles.match(line.text) or line.bold != last.bold:
            return True
        # Headings do not go on overleaf, nor does a page that ended early.
        if last.bold or 0.0 < last.bottom < PAGE_END:
            return True
        if opens.numbers.match(line.text) and _ENDS.search(last.text.rstrip()):
            return True
        return ended and (line.text[:1].isupper() or line.left > _margin(group) + INDENT)
    if line.gap >= GAP:
        return True
    after_end = _ENDS.search(last.text.rstrip()) or opens.titles.match(group[0].text)
    if after_end and (opens.numbers.match(line.text) or opens.titles.match(line.text)):
        return True
    if line.size and line.bold != last.bold:
        return True
    return ended and line.left > last.left + INDENT and len(group) > 1


def _margin(group: Sequence[Line]) -> float:
    return min(line.left for line in group)
