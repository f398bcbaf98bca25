"""Printed lines gathered into blocks: headings, paragraphs, points, each as the eye sees it.

In: the lines of the text proper, and what opens a unit of the convention (`breaks.Openings`). Out:
`Block`s, each with its text woven from its lines and the anchors of footnotes lifted out of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracker.ingesters.walk.breaks import (
    Opening,
    Openings,
    Pages,
    begins,
    opens_front,
    set_in,
    stands_alone,
)
from tracker.ingesters.walk.faces import anchors, is_centred, stands_out
from tracker.ingesters.walk.numbering import number_at_start
from tracker.ingesters.walk.weave import Hyphens, Weaver, Woven, of_line, seams
from tracker.read import Line


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
        return self.styled or all(stands_out(line) or is_centred(line) for line in self.lines)

    @property
    def styled(self) -> bool:
        """Whether the format itself calls it a heading."""
        style = self.first.style.casefold()
        return style.startswith(("h1", "h2", "h3", "h4", "h5", "h6", "heading"))


def gather(
    lines: Sequence[Line], opens: Openings, hyphens: Hyphens, noted: Collection[int] = ()
) -> list[Block]:
    """The blocks of a text; `noted` are the pages whose foot was taken by notes."""
    groups: list[list[Line]] = []
    counted: dict[str, int] = {}
    front = True
    pages = Pages(lines, noted)
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        titled = bool(opens.titles.match(line.text))
        in_front = front and bool(groups) and opens_front(groups[-1], line, opens)
        alone = titled and stands_alone(line, following)
        indented = set_in(line, following)
        number = number_at_start(line.text)
        other = opens.numbers is not None and opens.numbers.match(line.text) is not None
        opening = Opening(titled, alone, in_front, number, counted, indented, other)
        if groups and not begins(groups[-1], line, opening, opens, pages):
            groups[-1].append(line)
            continue
        groups.append([line])
        front = front and not opens.units.match(line.text)
        if titled:
            counted.clear()
        elif opening.number:
            counted.update(opening.number.values)
    return [of_group(group, hyphens) for group in groups]


def of_group(lines: Sequence[Line], hyphens: Hyphens) -> Block:
    """A block of these lines, the anchors of footnotes lifted out of its text."""
    weaver = Weaver(hyphens)
    notes: list[Note] = []
    head, heading = 0, True
    for before, line in zip([None, *lines], lines, strict=False):
        heading = heading and (before is None or line.glued)
        if line.glued and before and (before.text[-1:].isspace() or line.text[:1].isspace()):
            weaver.space()
        start, touching = 0, seams(line)
        for run in anchors(line):
            part = of_line(line, start, run.start, touching)
            weaver.add(part, glued=_glued(line, start))
            notes.append(Note(weaver.length, of_line(line, run.start, run.end, touching)))
            start = run.end
        weaver.add(of_line(line, start, None, touching), glued=_glued(line, start))
        head = weaver.length if heading or not head else head
    text = weaver.woven()
    return Block(tuple(lines), text, tuple(notes), text.text[:head])


def _glued(line: Line, start: int) -> bool:
    """Whether what follows a footnote's anchor belongs to the word before it; what follows words
    that were taken out goes on in their line."""
    return line.glued if start == 0 else not line.text[start : start + 1].isspace()
