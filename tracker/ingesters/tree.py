"""A draft in the making: provisions with woven texts, and the marks that drafters put on them.

In: provisions opened one after the other, with blocks of text. Out: the tuple of `Provision`s, each
with its eId, its marks and its spans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.akn.eid import EidMaker
from tracker.ingesters.blocks import Note
from tracker.ingesters.weave import Woven, joined
from tracker.model import Mark, Provision

AGREED = re.compile(
    r"[\[(]\s?(?:provisionally\s)?agreed(?:\s(?:ad\sreferendum|in\sprinciple|provisionally))?\s?[\])]",
    re.IGNORECASE,
)
"""The mark of text on which the negotiators agree, in brackets of either kind."""


@dataclass(slots=True)
class Node:
    """A provision in the making. `text` holds one woven text a block, `heading_notes` the anchors
    of footnotes in its number and heading."""

    kind: str
    parent: Node | None
    num: Woven = field(default_factory=Woven)
    heading: Woven = field(default_factory=Woven)
    text: list[Woven] = field(default_factory=list)
    notes: list[tuple[int, Note]] = field(default_factory=list)
    heading_notes: list[Note] = field(default_factory=list)

    def add(self, text: Woven, notes: tuple[Note, ...] = ()) -> None:
        """Take in a block of text, with the anchors of the footnotes in it."""
        self.notes.extend((len(self.text), note) for note in notes)
        self.text.append(text)


class Tree:
    """The provisions of a draft in document order."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []

    def open(self, kind: str, parent: Node | None, num: Woven | None = None) -> Node:
        """Begin a provision inside `parent`."""
        node = Node(kind, parent, num or Woven())
        self.nodes.append(node)
        return node

    def provisions(self) -> tuple[Provision, ...]:
        """All provisions, in document order, with their eIds."""
        maker = EidMaker()
        eids: dict[int, str] = {}
        found = []
        for node in self.nodes:
            above = eids[id(node.parent)] if node.parent is not None else None
            eids[id(node)] = maker.make(node.kind, node.num.text, above)
            found.append(_provision(node, eids[id(node)], above))
        return tuple(found)


def _provision(node: Node, eid: str, parent: str | None) -> Provision:
    heading, agreed_heading = _lift_agreed(node.heading)
    text, agreed_text = _lift_agreed(joined(node.text, "\n"))
    marks = [
        Mark("agreed", 0, len(text.text), mark.text, spans=mark.spans)
        for mark in (*agreed_heading, *agreed_text)
    ]
    if node.kind == "hcontainer":
        marks.append(Mark("alternative", 0, len(text.text)))
    marks += [Mark("bracket", start, end) for start, end in brackets(text.text)]
    marks += _note_marks(node, text)
    return Provision(
        eid=eid,
        kind=node.kind,
        num=node.num.text,
        heading=heading.text,
        text=text.text,
        parent=parent,
        marks=tuple(marks),
        spans=text.spans,
        num_spans=node.num.spans,
        heading_spans=heading.spans,
    )


def _lift_agreed(text: Woven) -> tuple[Woven, list[Woven]]:
    """The text without its marks of agreement, and these, which are said of it and not in it."""
    found = [match.span() for match in AGREED.finditer(text.text)]
    return (text.without(found), [text.part(*span) for span in found]) if found else (text, [])


def _note_marks(node: Node, text: Woven) -> list[Mark]:
    """Where footnotes are anchored, as offsets in the provision's text; those of its number and
    heading stand before it."""
    starts, at = [], 0
    for block in node.text:
        starts.append(at)
        at += len(block.text) + 1 if block else 0
    found = [
        Mark("note", 0, 0, note.printed.text, spans=note.printed.spans)
        for note in node.heading_notes
    ]
    for block_number, note in node.notes:
        place = min(starts[block_number] + note.at, len(text.text))
        found.append(Mark("note", place, place, note.printed.text, spans=note.printed.spans))
    return found


def brackets(text: str) -> list[tuple[int, int]]:
    """The ranges of square brackets, outer before inner, each with its own characters.

    A bracket that is not closed runs to the end of the text, one that was not opened from its
    beginning: drafters bracket over paragraphs.

    >>> brackets("a [b [c]] d"), brackets("[x"), brackets("y]")
    ([(2, 9), (5, 8)], [(0, 2)], [(0, 2)])
    """
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        if character == "[":
            opened.append(at)
        elif character == "]":
            found.append((opened.pop() if opened else 0, at + 1))
    found.extend((start, len(text)) for start in opened)
    return sorted(found, key=lambda x: (x[0], -x[1]))
