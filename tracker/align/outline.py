"""The provisions of a draft as a numbered outline, with the words of each and of all inside it.

In: a `Draft`. Out: an `Outline`: plain lists indexed by a provision's place in the document, which
is what the numeric work of this package runs on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tracker.model import Draft, Provision
from tracker.words import bare_number, words

UNITS = frozenset({"article", "section", "rule", "clause"})
"""Kinds that can be the basic unit: the one whose numbers people cite."""

CONTAINERS = frozenset(
    {"book", "tome", "part", "subpart", "title", "subtitle", "chapter", "subchapter", "division"}
)


LONGEST_CAPTION = 10
"""Words of a first sentence that can be a caption."""


@dataclass(frozen=True, slots=True)
class Node:
    """One provision in an outline: its place, its parent's place (-1: none), its level."""

    place: int
    provision: Provision
    parent: int
    level: str
    depth: int


class Outline:
    """A draft's provisions as nodes, with children, levels and the words of their own heading and
    text.

    `numbers` are the printed numbers, reduced (see `number`). `levels` maps a level to the places
    of its nodes in document order. Levels are `container`, `unit`, `inner1`, `inner2`, … (below a
    unit) and, for all that stands outside units and containers, the provision's own kind.
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
        self.numbers = [bare_number(n.provision.num) for n in self.nodes]
        self.headings = [words(n.provision.heading) for n in self.nodes]
        self.texts = [self._text(node) for node in self.nodes]

    def _text(self, node: Node) -> list[str]:
        """The words of a provision's text. Where it names its own unit ("nothing in this Article
        12 …"), the number is left out: it says no more than where the words stand."""
        text = words(node.provision.text)
        unit = self.units[node.place]
        label = words(self.nodes[unit].provision.num) if unit >= 0 else []
        if len(label) != 2 or label[1] not in text:
            return text
        return [
            word for before, word in zip(["", *text], text, strict=False) if [before, word] != label
        ]

    @cached_property
    def captions(self) -> list[tuple[str, ...]]:
        """The words by which each provision is called: its heading, or a short first sentence that
        stands like one before the text (`Time limits. The Board shall …`); none where neither is.
        """
        found: list[tuple[str, ...]] = []
        for node in self.nodes:
            heading = self.headings[node.place]
            if not heading:
                first, stop, rest = node.provision.text.partition(". ")
                heading = words(first) if stop and rest and len(first) < 120 else []
                heading = heading if len(heading) <= LONGEST_CAPTION else []
            found.append(tuple(heading))
        return found

    @cached_property
    def levels(self) -> dict[str, list[int]]:
        """The places of each level's nodes, in document order."""
        found: dict[str, list[int]] = {}
        for node in self.nodes:
            found.setdefault(node.level, []).append(node.place)
        return found

    def descendants(self, place: int) -> list[int]:
        """The places of everything inside the provision at `place`, in document order."""
        found: list[int] = []
        waiting = self.children[place][::-1]
        while waiting:
            found.append(waiting.pop())
            waiting += self.children[found[-1]][::-1]
        return found

    def printed(self, place: int) -> list[str]:
        """Heading and text of the provision and of all inside it, in order."""
        inside = (self.nodes[p].provision for p in (place, *self.descendants(place)))
        return [text for one in inside for text in (one.heading, one.text) if text]

    def words(self, place: int) -> list[str]:
        """The words of the provision, with all inside it, in order."""
        return [word for text in self.printed(place) for word in words(text)]

    @cached_property
    def _order(self) -> dict[int, tuple[int | None, int | None]]:
        found: dict[int, tuple[int | None, int | None]] = {}
        for places in self.levels.values():
            ends: list[int | None] = [None, *places, None]
            for n, place in enumerate(places):
                found[place] = (ends[n], ends[n + 2])
        return found

    @cached_property
    def _lengths(self) -> list[int]:
        found = [len(h) + len(t) for h, t in zip(self.headings, self.texts, strict=True)]
        for node in reversed(self.nodes):
            if node.parent >= 0:
                found[node.parent] += found[node.place]
        return found

    def length(self, place: int) -> int:
        """How many words the provision has, with all inside it."""
        return self._lengths[place]

    @cached_property
    def units(self) -> list[int]:
        """The place of the basic unit in which each provision stands, or its own; -1 outside."""
        found: list[int] = []
        for node in self.nodes:
            above = found[node.parent] if node.parent >= 0 else -1
            found.append(node.place if node.level == "unit" else above)
        return found

    def beside(self, place: int) -> tuple[int | None, int | None]:
        """The provisions of the same level before and after the one at `place`."""
        return self._order[place]

    @cached_property
    def _ranks(self) -> dict[int, int]:
        return {p: n for places in self.levels.values() for n, p in enumerate(places)}

    def rank(self, place: int) -> int:
        """Which of its level the provision is, from 0."""
        return self._ranks[place]

    def has_words(self, place: int) -> bool:
        """Whether the provision has a heading or text of its own."""
        return bool(self.headings[place] or self.texts[place])

    def number(self, place: int) -> str:
        """The printed number, reduced to what tells it from others.

        `Article 5`, `Art. 5.` and `5` are `5`; `(a)` is `a`; no number is `""`.
        """
        return self.numbers[place]


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
