"""References that lead nowhere, and references that lead elsewhere than before.

In: a connection and drafts. Out: `DraftReferences` for each draft, `ReferenceChanges` for a pair.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from tracker.store.keys import comparison_key
from tracker.store.records.drafts import DraftRow
from tracker.store.records.pointers import (
    DraftReferences,
    ReferenceChange,
    ReferenceChanges,
    ReferenceRow,
)
from tracker.store.rows import provisions_by_id

_COLUMNS = (
    "provision_id, cross_references.ordinal, text_start, text_end, words, leads, "
    "target_provision_id, last_target_provision_id, near_provision_id, instrument, sure, why"
)
_TOLD = ("repointed", "stale", "dangling", "unclear")
"""What is listed one by one; of the rest it is enough to know how many there are."""


def of_drafts(conn: sqlite3.Connection, rounds: Sequence[DraftRow]) -> tuple[DraftReferences, ...]:
    """The references of each draft."""
    ids = json.dumps([one.id for one in rounds])
    looked_at = dict(
        conn.execute(
            "SELECT draft_id, for_references FROM drafts_looked_at "
            "WHERE draft_id IN (SELECT value FROM json_each(?))",
            (ids,),
        ).fetchall()
    )
    of_these = (
        "FROM provisions CROSS JOIN cross_references ON provision_id = provisions.id "
        "WHERE draft_id IN (SELECT value FROM json_each(?))"
    )
    counts: dict[tuple[str, str], int] = {
        (row[0], row[1]): row[2]
        for row in conn.execute(
            f"SELECT draft_id, leads, count(*) {of_these} GROUP BY 1, 2", (ids,)
        )
    }
    lost = conn.execute(
        f"SELECT {_COLUMNS} {of_these} AND leads = 'nowhere' "
        "ORDER BY sure DESC, provisions.ordinal, cross_references.ordinal",
        (ids,),
    ).fetchall()
    rows = list(_references(conn, lost).values())
    return tuple(
        DraftReferences(
            draft=one,
            looked_at=bool(looked_at[one.id]) if one.id in looked_at else None,
            nowhere=tuple(row for row in rows if row.provision.draft_id == one.id),
            within=counts.get((one.id, "exact"), 0) + counts.get((one.id, "nearest"), 0),
            others=counts.get((one.id, "elsewhere"), 0),
            unclear=counts.get((one.id, "unclear"), 0),
        )
        for one in rounds
    )


def changes(conn: sqlite3.Connection, old: DraftRow, new: DraftRow) -> ReferenceChanges:
    """What became of the references between two drafts."""
    pair = comparison_key(old.id, new.id)
    counts = dict(
        conn.execute(
            "SELECT outcome, count(*) FROM reference_changes WHERE comparison_id = ? GROUP BY 1",
            (pair,),
        ).fetchall()
    )
    found = conn.execute(
        "SELECT outcome, old_provision_id, old_ordinal, new_provision_id, new_ordinal, "
        "old_target, new_target, became_provision_id, sure, why FROM reference_changes "
        f"WHERE comparison_id = ? AND outcome IN ({', '.join('?' for _ in _TOLD)}) "
        "ORDER BY ordinal",
        (pair, *_TOLD),
    ).fetchall()
    seats = {(row[n], row[n + 1]) for row in found for n in (1, 3) if row[n] is not None}
    of = _references(
        conn,
        conn.execute(
            f"SELECT {_COLUMNS} FROM cross_references "
            "WHERE provision_id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({provision for provision, _ in seats})),),
        ).fetchall(),
    )
    became = provisions_by_id(conn, {row[7] for row in found if row[7]})
    return ReferenceChanges(
        tuple(
            ReferenceChange(
                outcome=row[0],
                old=of.get((row[1], row[2])),
                new=of.get((row[3], row[4])),
                old_target=row[5],
                new_target=row[6],
                became=became.get(row[7]),
                sure=bool(row[8]),
                why=row[9],
            )
            for row in found
        ),
        counts,
    )


def _references(
    conn: sqlite3.Connection, found: Iterable[sqlite3.Row]
) -> dict[tuple[str, int], ReferenceRow]:
    """References by their keys, in the order given."""
    rows = list(found)
    known = provisions_by_id(conn, {row[n] for row in rows for n in (0, 6, 7, 8) if row[n]})
    return {
        (row[0], row[1]): ReferenceRow(
            provision=known[row[0]],
            start=row[2],
            end=row[3],
            words=row[4],
            leads=row[5],
            target=known.get(row[6]),
            last=known.get(row[7]),
            near=known.get(row[8]),
            instrument=row[9],
            sure=bool(row[10]),
            why=row[11],
        )
        for row in rows
    }
