"""All threads of a negotiation as a grid.

In: a connection and the drafts of a negotiation and language. Out: `Grid`, a row a thread and a
column a draft, in one order that is made of those of all drafts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from tracker.store.records import DraftRow, Grid, GridCell, GridRow


def grid(
    conn: sqlite3.Connection,
    rounds: Sequence[DraftRow],
    *,
    articles_only: bool = False,
    only: Iterable[str] | None = None,
) -> Grid:
    """All threads that stand in these drafts, which are all of one negotiation and language;
    `only` names those that are wanted."""
    column = {draft.id: number for number, draft in enumerate(rounds)}
    cells: dict[str, list[list[GridCell]]] = {}
    heads: dict[str, sqlite3.Row] = {}
    orders: list[list[str]] = [[] for _ in rounds]
    condition = "AND threads.is_article = 1" if articles_only else ""
    values = [json.dumps(list(column))]
    if only is not None:
        condition += " AND threads.id IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(sorted(only)))
    found = conn.execute(f"{_CELLS} {condition} ORDER BY provisions.ordinal", values).fetchall()
    for row in sorted(found, key=lambda one: column[one["draft_id"]]):
        at = column[row["draft_id"]]
        heads[row["thread_id"]] = row
        of_thread = cells.setdefault(row["thread_id"], [[] for _ in rounds])
        of_thread[at].append(_cell(row))
        if len(of_thread[at]) == 1:
            orders[at].append(row["thread_id"])
    return Grid(
        drafts=tuple(rounds),
        rows=tuple(
            GridRow(
                thread_id=one,
                label=heads[one]["label"],
                kind=heads[one]["thread_kind"],
                is_article=bool(heads[one]["is_article"]),
                depth=heads[one]["depth"],
                changed_words=heads[one]["thread_changed_words"],
                cells=tuple(tuple(cell) for cell in cells[one]),
            )
            for one in merged_order(orders)
        ),
    )


_CELLS = """
SELECT thread_members.thread_id, threads.label, threads.kind AS thread_kind, threads.is_article,
    threads.changed_words AS thread_changed_words, provisions.draft_id, provisions.id,
    provisions.address, provisions.number, provisions.heading, provisions.depth,
    provisions.legal_function, thread_members.relation, thread_members.certain,
    thread_members.rounds_missed, thread_members.changed_words
FROM thread_members
JOIN threads ON threads.id = thread_members.thread_id
JOIN provisions ON provisions.id = thread_members.provision_id
WHERE thread_members.draft_id IN (SELECT value FROM json_each(?))
"""


def _cell(row: sqlite3.Row) -> GridCell:
    return GridCell(
        provision_id=row["id"],
        address=row["address"],
        number=row["number"],
        heading=row["heading"],
        legal_function=row["legal_function"],
        relation=row["relation"],
        certain=bool(row["certain"]),
        rounds_missed=row["rounds_missed"],
        changed_words=row["changed_words"],
    )


def merged_order(orders: Sequence[Sequence[str]]) -> list[str]:
    """One order out of several, given from the oldest to the newest: that of the newest, and what
    it lacks behind the one that came before it in the newest that has it.

    >>> merged_order([["a", "x", "b", "y"], ["b", "a", "c"]])
    ['b', 'y', 'a', 'x', 'c']

    What nothing known came before stands in front of the first that is known; what shares nothing
    with any newer order goes to the end:

    >>> merged_order([["x", "y", "b"], ["a", "b"]]), merged_order([["x"], ["a", "b"]])
    (['a', 'x', 'y', 'b'], ['a', 'b', 'x'])
    """
    front: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    roots: list[str] = []
    placed: set[str] = set()
    for order in reversed(orders):
        leading, first, arrived = _new_in(order, placed)
        placed.update(leading, *arrived.values())
        if first is None:
            roots.extend(leading)
        else:
            front.setdefault(first, [])[:0] = leading
        for one, group in arrived.items():
            behind.setdefault(one, [])[:0] = group
    return _walked(roots, front, behind)


def _new_in(
    order: Sequence[str], placed: set[str]
) -> tuple[list[str], str | None, dict[str, list[str]]]:
    """What an order has that is not placed yet: before the first that is, that first, and what
    comes behind each."""
    leading: list[str] = []
    arrived: dict[str, list[str]] = {}
    anchor = first = None
    for one in order:
        if one in placed:
            anchor, first = one, first or one
        elif anchor is None:
            leading.append(one)
        else:
            arrived.setdefault(anchor, []).append(one)
    return leading, first, arrived


def _walked(
    roots: Sequence[str],
    front: Mapping[str, Sequence[str]],
    behind: Mapping[str, Sequence[str]],
) -> list[str]:
    """All, each with what goes in front of it and behind it; without recursion, for chains can be
    long."""
    merged: list[str] = []
    waiting = [(one, False) for one in reversed(roots)]
    while waiting:
        one, is_turn = waiting.pop()
        if is_turn:
            merged.append(one)
            waiting.extend((x, False) for x in reversed(behind.get(one, ())))
        else:
            waiting.append((one, True))
            waiting.extend((x, False) for x in reversed(front.get(one, ())))
    return merged
