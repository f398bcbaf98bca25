"""Rows of the database as records.

In: a connection and the keys of what is wanted. Out: the records of `tracker.store.records`, in
the order of the document.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from tracker.model import RELATIONS, Mark
from tracker.store.records import ComparisonRow, DraftRow, ProvisionRow, SourceRow

_PROVISIONS = """
SELECT p.id, p.draft_id, p.eid, p.ordinal, p.kind, p.is_article, p.number, p.heading, p.text,
    p.parent_id, p.depth, p.page, p.legal_function, p.function_evidence, p.word_count, p.address,
    m.thread_id
FROM provisions AS p LEFT JOIN thread_members AS m ON m.provision_id = p.id
"""
_MARKS = """
SELECT marks.provision_id, marks.kind, marks.text_start, marks.text_end, marks.printed,
    marks.proponent
FROM marks
"""


def drafts(conn: sqlite3.Connection, where: str, values: Sequence[object] = ()) -> list[DraftRow]:
    """The drafts for which `where` is true, by language and position."""
    found = conn.execute(
        f"SELECT * FROM drafts WHERE {where} ORDER BY negotiation_id, language, position", values
    )
    return [DraftRow(**{**dict(row), "partial": bool(row["partial"])}) for row in found]


def sources(conn: sqlite3.Connection, draft_id: str) -> list[SourceRow]:
    """The files of a draft, the current one first."""
    found = conn.execute(
        "SELECT * FROM sources WHERE draft_id = ? ORDER BY current DESC, id", (draft_id,)
    )
    return [SourceRow(**{**dict(row), "current": bool(row["current"])}) for row in found]


def comparisons(
    conn: sqlite3.Connection, where: str, values: Sequence[object] = ()
) -> list[ComparisonRow]:
    """The comparisons for which `where` is true."""
    found = conn.execute(f"SELECT * FROM comparisons WHERE {where} ORDER BY id", values)
    return [
        ComparisonRow(
            id=row["id"],
            negotiation_id=row["negotiation_id"],
            old_draft_id=row["old_draft_id"],
            new_draft_id=row["new_draft_id"],
            rounds_apart=row["rounds_apart"],
            counts={relation: row[f"{relation}_count"] for relation in RELATIONS},
            reworded=row["reworded_count"],
            words_deleted=row["words_deleted"],
            words_inserted=row["words_inserted"],
        )
        for row in found
    ]


def provisions_of(conn: sqlite3.Connection, draft_id: str) -> list[ProvisionRow]:
    """All provisions of a draft."""
    marks = conn.execute(
        f"{_MARKS} JOIN provisions ON provisions.id = marks.provision_id "
        "WHERE provisions.draft_id = ? ORDER BY marks.provision_id, marks.ordinal",
        (draft_id,),
    )
    found = conn.execute(f"{_PROVISIONS} WHERE p.draft_id = ? ORDER BY p.ordinal", (draft_id,))
    return _provisions(found, marks)


def provisions_by_id(conn: sqlite3.Connection, ids: Iterable[str]) -> dict[str, ProvisionRow]:
    """The provisions with these ids; ids that are none are left out."""
    wanted = json.dumps(sorted(set(ids)))
    marks = conn.execute(
        f"{_MARKS} WHERE marks.provision_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY marks.provision_id, marks.ordinal",
        (wanted,),
    )
    found = conn.execute(
        f"{_PROVISIONS} WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id", (wanted,)
    )
    return {provision.id: provision for provision in _provisions(found, marks)}


def subtree(conn: sqlite3.Connection, provision_id: str) -> list[ProvisionRow]:
    """A provision and all that is inside it."""
    found = conn.execute(
        "WITH RECURSIVE inside(id) AS (SELECT ? UNION ALL SELECT provisions.id FROM provisions "
        "JOIN inside ON provisions.parent_id = inside.id) SELECT id FROM inside",
        (provision_id,),
    )
    inside = provisions_by_id(conn, [row[0] for row in found])
    return sorted(inside.values(), key=lambda provision: provision.ordinal)


def _provisions(found: Iterable[sqlite3.Row], marked: Iterable[sqlite3.Row]) -> list[ProvisionRow]:
    marks: dict[str, list[Mark]] = {}
    for provision_id, kind, start, end, printed, proponent in marked:
        mark = Mark(kind, start, end, printed, proponent)
        marks.setdefault(provision_id, []).append(mark)
    rows = []
    for key, draft_id, eid, ordinal, kind, is_article, *others in found:
        others.append(tuple(marks.get(key, ())))
        rows.append(ProvisionRow(key, draft_id, eid, ordinal, kind, bool(is_article), *others))
    return rows


def sentences(evidence: str) -> tuple[str, ...]:
    """Evidence as it is stored, one reason each.

    >>> sentences("same heading; same number")
    ('same heading', 'same number')
    """
    return tuple(evidence.split("; ")) if evidence else ()
