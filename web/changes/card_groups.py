"""The rows of a comparison, those of one card together.

In: rows in reading order. Out: groups of them, one an article, or one provision outside articles.
Where something left its place, a row without a newer provision stands there for it: its relation
says that it is not deleted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.store.comparing import departures
from tracker.store.records import ChangeRow, ProvisionRow


def left(row: ChangeRow) -> bool:
    """Whether a row stands where a provision was that is elsewhere now."""
    return row.new is None and row.relation != "deleted"


def with_places_left(rows: Sequence[ChangeRow]) -> list[ChangeRow]:
    """The rows, and one more where each provision stood that is elsewhere now."""
    behind: dict[int, list[ChangeRow]] = {}
    for row, before in departures(rows):
        behind.setdefault(id(before), []).append(replace(row, new=None))
    if not behind:
        return list(rows)
    found = behind.get(id(None), [])
    for row in rows:
        found.append(row)
        found += behind.get(id(row), ())
    return found


def groups(rows: Sequence[ChangeRow]) -> list[list[ChangeRow]]:
    """The rows of one article together; a row outside articles by itself."""
    found: list[list[ChangeRow]] = []
    inside: int | None = None
    known = {one.id: one for row in rows for one in (row.old, row.new) if one is not None}
    for row in rows:
        starts = _is_unit(row)
        if found and same_new(found[-1][-1], row):
            found[-1].append(row)
            continue
        deeper = inside is not None and row.depth > inside
        if deeper and not starts and _in_unit(row, known):
            found[-1].append(row)
            continue
        found.append([row])
        inside = row.depth if starts and not left(row) else None
    return [_best_first(group) for group in found]


def same_new(before: ChangeRow, row: ChangeRow) -> bool:
    """Whether two rows end in the same provision."""
    return before.new is not None and row.new is not None and before.new.id == row.new.id


def _best_first(group: list[ChangeRow]) -> list[ChangeRow]:
    """Of several that became one, the likest stands for all; the others come right behind it."""
    heads = [row for row in group if same_new(group[0], row)]
    best = max(heads, key=lambda row: row.score, default=group[0])
    return [best, *(row for row in group if row is not best)]


def _in_unit(row: ChangeRow, known: Mapping[str, ProvisionRow]) -> bool:
    """Whether a row stands in an article: a chapter that is gone may stand deeper than articles."""
    one = row.new if row.new is not None else row.old
    while one is not None and not one.is_article:
        one = known.get(one.parent_id or "")
    return one is not None


def _is_unit(row: ChangeRow) -> bool:
    # An article that became part of another stands among the parts of that one.
    standing = row.new if row.new is not None else row.old
    return standing is not None and standing.is_article
