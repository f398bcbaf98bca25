"""The order in which a person reads a comparison, and the places that provisions left.

In: rows of a comparison, and the provisions of both drafts. Out: the rows in the order of the newer
draft, what was deleted where it stood: behind the new counterpart of what came before it, or first
in what its parent became, or behind the deleted provision it belonged to; and where what now stands
elsewhere had its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tracker.store.records import ChangeRow, ProvisionRow

# A provision that left its place does not show where its former neighbours stood.
_IN_PLACE = ("same", "renumbered", "merged", "split")
_LEFT = ("moved", "demoted", "promoted")


def in_reading_order(
    rows: Iterable[ChangeRow], old: Sequence[ProvisionRow], new: Sequence[ProvisionRow]
) -> list[ChangeRow]:
    """`rows` in the order of `new`, the deleted ones where they stood in `old`."""
    return _ordered(rows, old, new, {})


def departures(rows: Sequence[ChangeRow]) -> list[tuple[ChangeRow, ChangeRow | None]]:
    """What stands elsewhere in the newer draft, and where it stood.

    Args:
        rows: all rows of a comparison, in reading order.
    Returns:
        The rows of what was moved, lost or gained its rank, or went into another provision, each
        with the row behind which it would stand had it been deleted: None at the very beginning.
        What would stand right beside itself is left out.
    """
    old = _provisions(row.old for row in rows)
    new = _provisions(row.new for row in rows)
    leaving = _leaving(rows)
    if not leaving:
        return []
    gone = {key: replace(row, new=None) for key, row in leaving.items()}
    stubs = {id(one): leaving[key] for key, one in gone.items()}
    known = {one.id: one for one in new}
    ordered = _ordered(rows, old, new, gone)
    standing = [row.new for row in ordered if id(row) not in stubs and row.new is not None]
    found: list[tuple[ChangeRow, ChangeRow | None]] = []
    before: ChangeRow | None = None
    passed = 0
    for row in ordered:
        if id(row) not in stubs:
            before = row
            passed += row.new is not None
            continue
        went = stubs[id(row)]
        behind = standing[passed - 1] if passed else None
        ahead = standing[passed] if passed < len(standing) else None
        if not _is_in(behind, went.new, known) and not _is_in(ahead, went.new, known):
            found.append((went, before))
    return found


def _provisions(some: Iterable[ProvisionRow | None]) -> list[ProvisionRow]:
    each = {one.id: one for one in some if one is not None}
    return sorted(each.values(), key=lambda one: one.ordinal)


def _leaving(rows: Sequence[ChangeRow]) -> dict[str, ChangeRow]:
    """By the older provision the rows whose words now stand elsewhere, the outermost of them."""
    best: dict[str, ChangeRow] = {}
    came: dict[str, str] = {}
    for row in rows:
        if row.old is None or row.new is None:
            continue
        came.setdefault(row.old.id, row.new.id)
        held = best.get(row.new.id)
        if held is None or row.score > held.score:
            best[row.new.id] = row
    stayed = {row.old.id for row in rows if row.old and row.new and row.relation == "same"}
    found = {
        row.old.id: row
        for row in rows
        if row.old is not None
        and row.new is not None
        and row.old.id not in stayed
        and (row.relation in _LEFT or (row.relation == "merged" and best[row.new.id] is not row))
    }

    def goes_along(row: ChangeRow) -> bool:
        above = row.old.parent_id if row.old is not None else None
        target = row.new.parent_id if row.new is not None else None
        return above is not None and above in found and came.get(above) == target

    return {key: row for key, row in found.items() if not goes_along(row)}


def _is_in(
    provision: ProvisionRow | None,
    outer: ProvisionRow | None,
    known: Mapping[str, ProvisionRow],
) -> bool:
    """Whether a provision is another one or stands in it."""
    one = provision
    while one is not None and outer is not None and one.id != outer.id:
        one = known.get(one.parent_id or "")
    return one is not None and outer is not None


def _ordered(
    rows: Iterable[ChangeRow],
    old: Sequence[ProvisionRow],
    new: Sequence[ProvisionRow],
    gone: Mapping[str, ChangeRow],
) -> list[ChangeRow]:
    """The reading order; `gone` are rows, by provision of `old`, that go where it stood."""
    of_new: dict[str, list[ChangeRow]] = {}
    deleted: dict[str, ChangeRow] = {}
    counterpart: dict[str, ChangeRow] = {}
    for row in rows:
        if row.new is not None:
            of_new.setdefault(row.new.id, []).append(row)
            if row.old is not None:
                counterpart.setdefault(row.old.id, row)
        elif row.old is not None:
            deleted[row.old.id] = row
    heads, tails, first = _placed(deleted, counterpart, old, gone)
    ordered = list(first)
    open_tails: list[tuple[int, list[ChangeRow]]] = []
    for provision in new:
        while open_tails and open_tails[-1][0] >= provision.depth:
            ordered.extend(open_tails.pop()[1])
        ordered.extend(of_new.get(provision.id, ()))
        ordered.extend(heads.get(provision.id, ()))
        open_tails.append((provision.depth, tails.get(provision.id, [])))
    while open_tails:
        ordered.extend(open_tails.pop()[1])
    return ordered


def _placed(
    deleted: Mapping[str, ChangeRow],
    counterpart: Mapping[str, ChangeRow],
    old: Sequence[ProvisionRow],
    gone: Mapping[str, ChangeRow],
) -> tuple[dict[str, list[ChangeRow]], dict[str, list[ChangeRow]], list[ChangeRow]]:
    """Where each deleted provision goes: right behind a new provision (as the first inside it),
    behind all that is inside a new provision, or before everything."""
    heads: dict[str, list[ChangeRow]] = {}
    tails: dict[str, list[ChangeRow]] = {}
    first: list[ChangeRow] = []
    slot: dict[str, list[ChangeRow]] = {}
    # For each parent: where a child that comes next in the old draft would go.
    after: dict[str, list[ChangeRow]] = {}
    parent = {one.id: one.parent_id or "" for one in old}

    def place_in(above: str) -> list[ChangeRow]:
        if above in after:
            return after[above]
        if above in slot:
            return slot[above]
        target = counterpart[above].new if above in counterpart else None
        return first if target is None else heads.setdefault(target.id, [])

    for provision in old:
        above = provision.parent_id or ""
        row = counterpart.get(provision.id)
        if provision.id in deleted:
            place = place_in(above)
            place.append(deleted[provision.id])
            slot[provision.id] = after[above] = place
        elif provision.id in gone:
            after[above] = place_in(above)
            after[above].append(gone[provision.id])
        elif row is not None and row.new is not None and row.relation in _IN_PLACE:
            after[above] = tail = tails.setdefault(row.new.id, [])
            # What comes behind a chapter that is gone comes behind what is left of it.
            while above in deleted:
                above = parent[above]
                after[above] = tail
    return heads, tails, first
