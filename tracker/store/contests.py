"""Contested words, read.

In: a connection; a negotiation and what to show of it, or the provisions of a page. Out:
`ContestPage`, `ContestRow`s. Each answer costs a few queries, however many contests there are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.store.records.contests import (
    ContestName,
    ContestPage,
    ContestRound,
    ContestRow,
    ContestSpot,
)
from tracker.store.records.drafts import DraftRow, ProvisionRow
from tracker.store.rows import drafts, provisions_by_id

_HEADS = """
SELECT contests.*, (
    SELECT provision_id FROM contest_spots
    WHERE contest_id = contests.id AND draft_id = last_draft_id AND ordinal = 1
) AS provision_id
FROM contests
"""
_OF = "contest_id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which contests: by how they ended and who is named, `""` for all; so many, from this one."""

    outcome: str = ""
    name: str = ""
    limit: int = 100
    offset: int = 0


def contest_page(
    conn: sqlite3.Connection, negotiation: str, language: str, wanted: Wanted
) -> ContestPage | None:
    """The contests of a negotiation, longest first; None if nobody has looked for them yet."""
    scope = (negotiation, language)
    looked = "SELECT 1 FROM analyses WHERE negotiation_id = ? AND language = ?"
    if conn.execute(looked, scope).fetchone() is None:
        return None
    where, values = _condition(scope, wanted)
    (total,) = conn.execute(f"SELECT count(*) FROM contests WHERE {where}", values).fetchone()
    heads = conn.execute(
        f"{_HEADS} WHERE {where} ORDER BY rounds_contested DESC, contests.ordinal LIMIT ? OFFSET ?",
        (*values, wanted.limit, wanted.offset),
    ).fetchall()
    of_all = "contests WHERE negotiation_id = ? AND language = ?"
    outcomes = conn.execute(f"SELECT outcome, count(*) FROM {of_all} GROUP BY outcome", scope)
    names = conn.execute(
        "SELECT name, count(DISTINCT contest_id) FROM contest_names WHERE contest_id IN "
        f"(SELECT id FROM {of_all}) GROUP BY name ORDER BY 2 DESC, 1",
        scope,
    )
    rounds = drafts(conn, "negotiation_id = ? AND language = ?", scope)
    rows = _rows(conn, heads, rounds)
    return ContestPage(
        drafts=tuple(rounds),
        total=total,
        outcomes={row[0]: row[1] for row in outcomes},
        names={row[0]: row[1] for row in names},
        rows=rows,
        provisions=tuple(_around(conn, [row.provision.id for row in rows])),
    )


def contests_on(conn: sqlite3.Connection, provisions: Iterable[str]) -> tuple[ContestRow, ...]:
    """The contests that have words in any of these provisions, in the order in which they began."""
    heads = conn.execute(
        f"{_HEADS} WHERE contests.id IN (SELECT contest_id FROM contest_spots "
        "WHERE provision_id IN (SELECT value FROM json_each(?))) ORDER BY contests.ordinal",
        (json.dumps(sorted(set(provisions))),),
    ).fetchall()
    if not heads:
        return ()
    scope = (heads[0]["negotiation_id"], heads[0]["language"])
    return _rows(conn, heads, drafts(conn, "negotiation_id = ? AND language = ?", scope))


def _condition(scope: tuple[str, str], wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    where = "negotiation_id = ? AND language = ?"
    values: tuple[str, ...] = scope
    if wanted.outcome:
        where, values = f"{where} AND outcome = ?", (*values, wanted.outcome)
    if wanted.name:
        where = f"{where} AND id IN (SELECT contest_id FROM contest_names WHERE name = ?)"
        values = (*values, wanted.name)
    return where, values


def _rows(
    conn: sqlite3.Connection, heads: Sequence[sqlite3.Row], found: Sequence[DraftRow]
) -> tuple[ContestRow, ...]:
    ids = json.dumps([head["id"] for head in heads])
    by_id = {one.id: one for one in found}
    rounds = _rounds(conn, ids, by_id)
    provisions = provisions_by_id(conn, [head["provision_id"] for head in heads])
    return tuple(
        ContestRow(
            id=head["id"],
            kind=head["kind"],
            label=head["label"],
            words=head["words"],
            rounds=rounds[head["id"]],
            names=tuple(dict.fromkeys(n for one in rounds[head["id"]] for n in one.names)),
            entered=by_id[head["entered_draft_id"]],
            again=bool(head["again"]),
            outcome=head["outcome"],
            resolved=by_id.get(head["resolved_draft_id"]),
            kept=head["kept"],
            instead=head["instead"],
            certain=bool(head["certain"]),
            provision=provisions[head["provision_id"]],
        )
        for head in heads
    )


def _rounds(
    conn: sqlite3.Connection, ids: str, by_id: Mapping[str, DraftRow]
) -> dict[str, tuple[ContestRound, ...]]:
    """By contest: the drafts that mark its words, in their order."""
    names: dict[tuple[str, str], list[ContestName]] = {}
    spots: dict[tuple[str, str], list[ContestSpot]] = {}
    order = "ORDER BY contest_id, draft_id, ordinal"
    for contest, draft, *values in conn.execute(
        f"SELECT contest_id, draft_id, name, wants FROM contest_names WHERE {_OF} {order}", (ids,)
    ):
        names.setdefault((contest, draft), []).append(ContestName(*values))
    for contest, draft, *values in conn.execute(
        "SELECT contest_id, contest_spots.draft_id, contest_spots.provision_id, address, "
        "thread_id, field, text_start, text_end FROM contest_spots "
        "JOIN provisions ON provisions.id = contest_spots.provision_id "
        "LEFT JOIN thread_members AS member ON member.provision_id = provisions.id "
        f"WHERE {_OF} ORDER BY contest_id, contest_spots.draft_id, contest_spots.ordinal",
        (ids,),
    ):
        spots.setdefault((contest, draft), []).append(ContestSpot(*values))
    found: dict[str, list[ContestRound]] = {}
    for contest, draft, words in conn.execute(
        f"SELECT contest_id, draft_id, words FROM contest_rounds WHERE {_OF}", (ids,)
    ):
        key = contest, draft
        named, stood = tuple(names.get(key, ())), tuple(spots.get(key, ()))
        found.setdefault(contest, []).append(ContestRound(by_id[draft], words, named, stood))
    return {
        contest: tuple(sorted(rounds, key=lambda one: one.draft.position))
        for contest, rounds in found.items()
    }


def _around(conn: sqlite3.Connection, ids: Sequence[str]) -> list[ProvisionRow]:
    """The provisions that these stand in, however deep."""
    above = conn.execute(
        "WITH RECURSIVE up(id) AS (SELECT value FROM json_each(?) UNION "
        "SELECT provisions.parent_id FROM provisions JOIN up ON provisions.id = up.id "
        "WHERE provisions.parent_id IS NOT NULL) SELECT id FROM up",
        (json.dumps(sorted(set(ids))),),
    ).fetchall()
    return list(provisions_by_id(conn, [row[0] for row in above]).values())
