"""The links between a draft and what was made of it, as known from the changes.

In: the older draft, and the units of the newer with the eIds that their words come from. Out:
`Edge`s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mutation_trees import Unit

from tracker.model import Draft, Provision


@dataclass(frozen=True, slots=True)
class Edge:
    """What a provision became; `optional` links count neither for nor against."""

    old: str
    new: str
    relation: str


class _Lineage:
    """Which provisions became which, and which others hold what they became."""

    def __init__(self) -> None:
        self._became: dict[str, set[str]] = {}
        self._came_from: dict[str, set[str]] = {}
        self._holders: dict[str, set[str]] = {}

    def add(self, old: str, new: str) -> None:
        """A provision that became another."""
        self._became.setdefault(old, set()).add(new)
        self._came_from.setdefault(new, set()).add(old)
        self.hold(old, new)

    def hold(self, old: str, new: str) -> None:
        """A provision whose words stand in another."""
        self._holders.setdefault(old, set()).add(new)

    def relation(self, one: Provision, unit: Unit, above: Unit | None) -> str:
        """What `one` became with `unit`, by the first of the scoring rules that holds."""
        became, sources = self._became[one.eid], self._came_from[unit.eid]
        together = all(self._became[source] == became for source in sources)
        if len(sources) > 1 and not (len(became) > 1 and together):
            return "merged"
        if len(became) > 1:
            return "split"
        if one.kind != unit.kind:
            return "demoted" if one.kind == "article" else "promoted"
        if unit.moved or (
            above is not None
            and one.parent is not None
            and above.eid not in self._holders.get(one.parent, ())
        ):
            return "moved"
        return "same" if one.num == unit.num else "renumbered"


def edges_of(old: Draft, units: Sequence[Unit]) -> Iterator[Edge]:
    """The links, named, and behind them those that are optional."""
    before = {p.eid: p for p in old.provisions}
    lineage = _Lineage()
    known: list[tuple[Provision, Unit, Unit | None]] = []
    along: list[Edge] = []
    for unit, above in (pair for one in units for pair in one.walk()):
        for source in dict.fromkeys(unit.sources):
            one = before[source]
            if one.kind == "article" and unit.kind == "paragraph":
                inside = (p.eid for p in old.provisions if p.eid.startswith(f"{source}__"))
                along += [Edge(eid, unit.eid, "optional") for eid in inside]
            if above is not None and source in above.sources and one.kind != "article":
                along.append(Edge(source, unit.eid, "optional"))
                continue
            known.append((one, unit, above))
            lineage.add(source, unit.eid)
    for edge in along:
        lineage.hold(edge.old, edge.new)
    for one, unit, above in known:
        yield Edge(one.eid, unit.eid, lineage.relation(one, unit, above))
    yield from along
