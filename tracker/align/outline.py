"""The provisions of a draft as a numbered outline, with the words of each and of all inside it.

In: a `Draft`. Out: an `Outline`: plain lists indexed by a provision's place in the document, which
is what the numeric work of this package runs on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tracker.align.similarity import Text
from tracker.model import Draft, Provision
from tracker.words import bare_number, words

UNITS = frozenset({"article", "section", "rule", "clause"})
"""Kinds that can be the basic unit: the one whose numbers people cite."""

CONTAINERS = frozenset(
    {"book", "tome", "part", "subpart", "title", "subtitle", "chapter", "subchapter", "division"}
)


@dataclass(frozen=True, slots=True)
class Node:
    """One provision in an outline: its place, its parent's place (-1: none), its level."""

    place: int
    provision: Provision
    parent: int
    level: str
    depth: int


class Outline:
    """A draft's provisions as nodes, with children, levels and words.

    `levels` maps a level to the places of its nodes in document order. Levels are `container`,
    `unit`, `inner1`, `inner2`, … (below a unit) and, for all that stands outside units and
    containers, the provision's own kind.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.nodes: list[Node] = []
        self.place: dict[str, int] = {}
        self.children: list[list[int]] = []
        holders = _holders(draft)
        for place, provision in enumerate(draft.provisions):
            parent = self.place[provision.parent] if provision.parent is not None else -1
            above = self.nodes[parent] if parent >= 0 else None
            level, depth = _level(provision, above, holders)
            self.nodes.append(Node(place, provision, parent, level, depth))
            self.place[provision.eid] = place
            self.children.append([])
            if parent >= 0:
                self.children[parent].append(place)
        self._numbers = [bare_number(n.provision.num) for n in self.nodes]
        self.own = [words(n.provision.heading + "\n" + n.provision.text) for n in self.nodes]

    @cached_property
    def levels(self) -> dict[str, list[int]]:
        """The places of each level's nodes, in document order."""
        found: dict[str, list[int]] = {}
        for node in self.nodes:
            found.setdefault(node.level, []).append(node.place)
        return found

    @cached_property
    def whole(self) -> list[list[str]]:
        """The words of each provision and of everything inside it, in document order."""
        gathered = [list(own) for own in self.own]
        for node in reversed(self.nodes):
            inner: list[str] = []
            for child in self.children[node.place]:
                inner.extend(gathered[child])
            gathered[node.place].extend(inner)
        return gathered

    @cached_property
    def texts(self) -> list[Text]:
        """The same as texts, whose terms are counted when they are first asked for."""
        return [Text(gathered) for gathered in self.whole]

    def descendants(self, place: int) -> list[int]:
        """The places of everything inside the provision at `place`, in document order."""
        found: list[int] = []
        for child in self.children[place]:
            found.append(child)
            found.extend(self.descendants(child))
        return found

    @cached_property
    def _order(self) -> dict[int, tuple[int | None, int | None]]:
        found: dict[int, tuple[int | None, int | None]] = {}
        for places in self.levels.values():
            ends: list[int | None] = [None, *places, None]
            for n, place in enumerate(places):
                found[place] = (ends[n], ends[n + 2])
        return found

    def beside(self, place: int) -> tuple[int | None, int | None]:
        """The provisions of the same level before and after the one at `place`."""
        return self._order[place]

    def number(self, place: int) -> str:
        """The printed number, reduced to what tells it from others.

        `Article 5`, `Art. 5.` and `5` are `5`; `(a)` is `a`; no number is `""`.
        """
        return self._numbers[place]


def _holders(draft: Draft) -> frozenset[str]:
    """eIds of provisions that hold basic units: a `section` with articles inside is no unit, one
    with clauses below its paragraphs is."""
    kinds = {p.eid: p.kind for p in draft.provisions}
    parents = {p.eid: p.parent for p in draft.provisions}
    found: set[str] = set()
    for provision in draft.provisions:
        if provision.kind in UNITS:
            above = provision.parent
            while above is not None and kinds[above] in UNITS | CONTAINERS:
                if kinds[above] in UNITS and kinds[above] != provision.kind:
                    found.add(above)
                above = parents[above]
    return frozenset(found)


def _level(provision: Provision, above: Node | None, holders: frozenset[str]) -> tuple[str, int]:
    if above is not None and (above.level == "unit" or above.level.startswith("inner")):
        depth = above.depth + 1
        return f"inner{depth}", depth
    if provision.kind in CONTAINERS or provision.eid in holders:
        return "container", 0
    if provision.kind in UNITS:
        return "unit", 0
    if above is not None and above.level != "container":
        depth = above.depth + 1
        return f"inner{depth}", depth
    return provision.kind, 0
