"""Threads as pages and as a grid.

In: a connection and a thread or a negotiation. Out: `ThreadPage`, one provision through all drafts
of its language; `Grid`, all threads by round.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.model import Claim, Fact
from tracker.store import findings
from tracker.store.comparing import rows_from, rows_within
from tracker.store.keys import comparison_key
from tracker.store.records import (
    ChangeRow,
    DraftRow,
    Grid,
    GridCell,
    GridRow,
    ProvisionRow,
    ThreadMember,
    ThreadPage,
    ThreadRound,
)
from tracker.store.rows import drafts, provisions_by_id, sentences, subtree, thread_at
from tracker.store.ways import decisions_on, differences_on


def thread_page(conn: sqlite3.Connection, address: str) -> ThreadPage | None:
    """The thread to which an address leads, None if there is none."""
    found = thread_at(conn, address)
    if found is None:
        return None
    rounds = drafts(
        conn, "negotiation_id = ? AND language = ?", (found["negotiation_id"], found["language"])
    )
    members: dict[str, list[ThreadMember]] = {}
    for row in conn.execute(
        "SELECT * FROM thread_members WHERE thread_id = ? ORDER BY ordinal", (found["id"],)
    ).fetchall():
        draft = next(one for one in rounds if one.id == row["draft_id"])
        members.setdefault(draft.id, []).append(_member(conn, draft, row))
    members = _told(conn, members)
    last = [member for one in rounds for member in members.get(one.id, ())][-1]
    own = [member.provision.id for some in members.values() for member in some]
    return ThreadPage(
        id=found["id"],
        negotiation_id=found["negotiation_id"],
        language=found["language"],
        label=found["label"],
        kind=found["kind"],
        is_article=bool(found["is_article"]),
        asked=provisions_by_id(conn, [found["asked"]])[found["asked"]],
        rounds=tuple(ThreadRound(one, tuple(members.get(one.id, ()))) for one in rounds),
        rounds_present=found["rounds_present"],
        rounds_missed=found["rounds_missed"],
        changed_words=found["changed_words"],
        became=_became(conn, rounds, last.provision),
        decisions=decisions_on(conn, own),
        differences=differences_on(conn, own),
    )


def _told(
    conn: sqlite3.Connection, members: Mapping[str, Sequence[ThreadMember]]
) -> dict[str, list[ThreadMember]]:
    """The members with the findings that are told of their changes."""
    rows = [row.link_id for some in members.values() for one in some for row in one.changes]
    found = findings.of_links(conn, rows)
    told: dict[str, list[ThreadMember]] = {}
    for draft, some in members.items():
        for one in some:
            of = {f.link_id: f for row in one.changes for f in found.get(row.link_id, ())}
            ranked = sorted(of.values(), key=lambda finding: finding.rank)
            told.setdefault(draft, []).append(replace(one, findings=tuple(ranked)))
    return told


def _became(
    conn: sqlite3.Connection, rounds: Sequence[DraftRow], last: ProvisionRow
) -> tuple[ChangeRow, ...]:
    following = [draft.id for draft in rounds]
    following = following[following.index(last.draft_id) + 1 :]
    if not following:
        return ()
    rows = rows_from(conn, comparison_key(last.draft_id, following[0]), last)
    return tuple(row for row in rows if row.new is not None)


def _member(conn: sqlite3.Connection, draft: DraftRow, row: sqlite3.Row) -> ThreadMember:
    inside = subtree(conn, row["provision_id"])
    before = subtree(conn, row["from_provision_id"]) if row["from_provision_id"] else []
    changes: list[ChangeRow] = []
    moved_out: list[ChangeRow] = []
    if before:
        compared = comparison_key(before[0].draft_id, draft.id)
        changes, moved_out = rows_within(conn, compared, before, inside)
    itself = next((one for one in changes if _joins(one, before[0], inside[0])), None)
    eids = json.dumps([provision.eid for provision in inside])
    return ThreadMember(
        provision=inside[0],
        provisions=tuple(inside),
        from_provision=before[0] if before else None,
        relation=row["relation"],
        score=row["link_score"],
        certain=itself.certain if itself else not before,
        evidence=sentences(row["evidence"]),
        runner_up=itself.runner_up if itself else None,
        rounds_missed=row["rounds_missed"],
        changed_words=row["changed_words"],
        changes=tuple(changes),
        moved_out=tuple(moved_out),
        facts=_facts(conn, draft, eids),
        claims=_claims(conn, draft, eids),
    )


def _joins(row: ChangeRow, old: ProvisionRow, new: ProvisionRow) -> bool:
    return row.old == old and row.new == new


def _facts(conn: sqlite3.Connection, draft: DraftRow, eids: str) -> tuple[Fact, ...]:
    found = conn.execute(
        "SELECT text, sure, provision_eid, source FROM facts WHERE negotiation_id = ? "
        "AND symbol = ? AND provision_eid IN (SELECT value FROM json_each(?)) ORDER BY ordinal",
        (draft.negotiation_id, draft.symbol, eids),
    )
    return tuple(Fact(*row) for row in found)


def _claims(conn: sqlite3.Connection, draft: DraftRow, eids: str) -> tuple[Claim, ...]:
    found = conn.execute(
        "SELECT provision_eid, text, source, date, symbol FROM claims WHERE negotiation_id = ? "
        "AND symbol = ? AND provision_eid IN (SELECT value FROM json_each(?)) ORDER BY ordinal",
        (draft.negotiation_id, draft.symbol, eids),
    )
    return tuple(Claim(*row) for row in found)


def grid(
    conn: sqlite3.Connection, rounds: Sequence[DraftRow], *, articles_only: bool = False
) -> Grid:
    """All threads that stand in these drafts, which are all of one negotiation and language."""
    column = {draft.id: number for number, draft in enumerate(rounds)}
    cells: dict[str, list[list[GridCell]]] = {}
    heads: dict[str, sqlite3.Row] = {}
    orders: list[list[str]] = [[] for _ in rounds]
    for row in conn.execute(
        f"{_CELLS} {'AND threads.is_article = 1' if articles_only else ''} "
        "ORDER BY provisions.draft_id, provisions.ordinal",
        (json.dumps(list(column)),),
    ):
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
