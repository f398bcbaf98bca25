"""Both ends of what moved, was split or put together, linked with each other.

In: all rows of a comparison, with those that stand where something was. Out: `End`s: for a row, the
other places where its words stand or stood, in words, each with the key of its place in the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from tracker.store.records import ChangeRow, ProvisionRow
from web.changes.card_groups import left
from web.terms.names import Names
from web.translation import later

MOST = 12
"""Of the parts of one provision, so many are linked."""

_MOVED_FROM, _CAME_FROM = later("Moved from %(place)s"), later("Came from %(place)s")
_MORE = later("More of it in %(place)s")
_MOVED_TO = later("Moved to %(place)s")
_THERE = {
    "merged": later("Put together with others in %(place)s"),
    "demoted": later("Now only a part of another: %(place)s"),
    "promoted": later("Now an article of its own: %(place)s"),
}


@dataclass(frozen=True, slots=True)
class End:
    """One link: what is `said` of a `place`, the name of that place, and the key under which a page
    finds it; `possibly` if it is a guess that this became that."""

    said: str
    name: str
    key: str
    possibly: bool = False

    def at(self, place: str) -> Markup:
        """What is said, with the place as HTML."""
        return escape(self.said) % {"place": place}


class Ends:
    """Knows all rows, so that it can name every end."""

    def __init__(self, rows: Sequence[ChangeRow], names: Names) -> None:
        self._names = names
        self._of_link = {row.link_id: row for row in rows if not left(row)}
        self._left = {row.link_id for row in rows if left(row)}
        self._parts: dict[str, list[ChangeRow]] = {}
        split = {row.old.id for row in rows if row.relation == "split" and row.old is not None}
        for row in self._of_link.values():
            if row.old is not None and row.new is not None and row.old.id in split:
                self._parts.setdefault(row.old.id, []).append(row)

    def of(self, row: ChangeRow) -> tuple[End, ...]:
        """The other ends of a row."""
        if left(row):
            there = self._of_link[row.link_id]
            assert there.new is not None
            name = self._names.full(there.new)
            return (End(_said_there(row), name, row.link_id, not row.certain),)
        if row.old is None:
            return ()
        found: list[End] = []
        if row.link_id in self._left:
            said = str(_MOVED_FROM if row.relation == "moved" else _CAME_FROM)
            found.append(End(said, self._names.full(row.old), place_left(row), not row.certain))
        others = [one for one in self._parts.get(row.old.id, ()) if one.link_id != row.link_id]
        for one in others[:MOST]:
            name = self._name(one.new)
            found.append(End(str(_MORE), name, one.link_id, not one.certain))
        return tuple(found)

    def _name(self, provision: ProvisionRow | None) -> str:
        return self._names.full(provision) if provision is not None else ""


def place_left(row: ChangeRow) -> str:
    """The key of the place where a row's provision stood."""
    return f"was-{row.link_id}"


def _said_there(row: ChangeRow) -> str:
    return str(_THERE.get(row.relation, _MOVED_TO))
