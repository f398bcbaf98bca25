"""Rows of the database as records.

In: a connection and the keys of what is wanted. Out: the records of `tracker.store.records`, in
the order of the document.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from tracker.model import RELATIONS, Furniture, Mark, MarkField, Span
from tracker.report import Share
from tracker.store.records import ComparisonRow, DraftReport, DraftRow, ProvisionRow, SourceRow

_PROVISIONS = """
SELECT p.id, p.draft_id, p.eid, p.ordinal, p.kind, p.is_article, p.number, p.heading, p.text,
    p.parent_id, p.depth, p.page, p.legal_function, p.function_evidence, p.word_count, p.address,
    m.thread_id
FROM provisions AS p LEFT JOIN thread_members AS m ON m.provision_id = p.id
"""
_MARKS = """
SELECT marks.provision_id, marks.kind, marks.text_start, marks.text_end, marks.printed,
    marks.proponent, marks.date, marks.how, marks.field
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


def warnings(conn: sqlite3.Connection, draft_id: str, *, errors: bool = False) -> tuple[str, ...]:
    """The warnings that travel with a draft, or the errors of its reading."""
    found = conn.execute(
        "SELECT warning FROM draft_warnings WHERE draft_id = ? AND is_error = ? ORDER BY ordinal",
        (draft_id, int(errors)),
    )
    return tuple(row[0] for row in found)


def draft_report(conn: sqlite3.Connection, draft: DraftRow) -> DraftReport:
    """What a draft was read from and where it went."""
    of_file = (
        "JOIN sources ON sources.id = source_id "
        "WHERE sources.draft_id = ? AND sources.current = 1 ORDER BY ordinal"
    )
    pieces = "SELECT furniture.kind, text, page, page_start, page_end FROM furniture"
    furniture = tuple(Furniture(*row) for row in conn.execute(f"{pieces} {of_file}", (draft.id,)))
    shares = conn.execute(
        f"SELECT place, characters, share FROM reading_shares {of_file}", (draft.id,)
    )
    kinds = sorted({piece.kind for piece in furniture})
    commonest = "GROUP BY kind ORDER BY count(*) DESC, kind"
    return DraftReport(
        draft=draft,
        sources=tuple(sources(conn, draft.id)),
        counts={kind: sum(piece.kind == kind for piece in furniture) for kind in kinds},
        furniture=furniture,
        shares=tuple(Share(*row) for row in shares),
        warnings=warnings(conn, draft.id),
        errors=warnings(conn, draft.id, errors=True),
        provisions=_pairs(
            conn,
            f"SELECT kind, count(*) FROM provisions WHERE draft_id = ? {commonest}",
            draft.id,
        ),
        marks=_pairs(
            conn,
            "SELECT marks.kind AS kind, count(*) FROM marks JOIN provisions "
            "ON provisions.id = provision_id WHERE draft_id = ? GROUP BY 1 ORDER BY 2 DESC, 1",
            draft.id,
        ),
    )


def _pairs(conn: sqlite3.Connection, sql: str, draft_id: str) -> tuple[tuple[Any, int], ...]:
    return tuple((row[0], row[1]) for row in conn.execute(sql, (draft_id,)))


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
    for provision_id, *values in marked:
        marks.setdefault(provision_id, []).append(mark_of(values))
    rows = []
    for key, draft_id, eid, ordinal, kind, is_article, *others in found:
        others.append(tuple(marks.get(key, ())))
        rows.append(ProvisionRow(key, draft_id, eid, ordinal, kind, bool(is_article), *others))
    return rows


def mark_of(columns: Sequence[Any], spans: tuple[Span, ...] = ()) -> Mark:
    """A mark, from the columns of its row from `kind` on, `field` the last."""
    kind, start, end, printed, by, date, how, field = columns
    of: MarkField = "num" if field == "number" else field
    return Mark(kind, start, end, printed, by, spans, date, how, of)


def sentences(evidence: str) -> tuple[str, ...]:
    """Evidence as it is stored, one reason each.

    >>> sentences("same heading; same number")
    ('same heading', 'same number')
    """
    return tuple(evidence.split("; ")) if evidence else ()


def thread_at(conn: sqlite3.Connection, address: str) -> sqlite3.Row | None:
    """The row of the thread to which the address of any of its provisions leads, with the id of
    that provision as `asked`; None if there is none."""
    found: sqlite3.Row | None = conn.execute(
        "SELECT threads.*, provisions.id AS asked FROM provisions "
        "JOIN thread_members ON thread_members.provision_id = provisions.id "
        "JOIN threads ON threads.id = thread_members.thread_id WHERE provisions.address = ?",
        (address,),
    ).fetchone()
    return found
