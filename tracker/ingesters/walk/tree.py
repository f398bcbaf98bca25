"""A draft in the making: provisions with woven texts, and the anchors of footnotes in them.

In: provisions opened one after the other, with blocks of text. Out: the tuple of `Provision`s, each
with its eId, its spans and, as marks, its footnotes' anchors; `tracker.ingesters.marks.apply` finds
the other marks once the draft is whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.akn.eid import EidMaker
from tracker.ingesters.walk.blocks import Note
from tracker.ingesters.walk.weave import Woven, joined
from tracker.model import Mark, Provision


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

    @property
    def labels_what_follows(self) -> bool:
        """Whether it is an alternative's label with nothing under it so far."""
        inside = self.parent is not None and self.parent.kind == "paragraph"
        return self.kind == "hcontainer" and not any(self.text) and not inside


class Tree:
    """The provisions of a draft in document order."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []

    def open(self, kind: str, parent: Node | None, num: Woven | None = None) -> Node:
        """Begin a provision inside `parent`. A unit whose title follows at once on the label of an
        alternative ("Option 1 for Article 5") stands in that, and that in what holds the unit."""
        last = self.nodes[-1] if self.nodes else None
        if kind == "article" and last and last.labels_what_follows:
            # The label may be what holds the unit already; nothing stands in itself.
            if parent is not last:
                last.parent = parent
            parent = last
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
    text = joined(node.text, "\n")
    return Provision(
        eid=eid,
        kind=node.kind,
        num=node.num.text,
        heading=node.heading.text,
        text=text.text,
        parent=parent,
        marks=tuple(_note_marks(node, text)),
        spans=text.spans,
        num_spans=node.num.spans,
        heading_spans=node.heading.spans,
    )


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
