"""Findings, read for pages.

In: a connection; a comparison, links, or pairs of rounds. Out: `FindingRow`s in the order of
telling, with the words that show them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from tracker.store.records.findings import FindingRow, FindingsPage, FindingWords

_FINDINGS = """
SELECT findings.link_id, findings.comparison_id, findings.rank, findings.first, findings.kind,
    findings.sentence, findings.certain, findings.why, thread_members.thread_id,
    CASE WHEN links.old_provision_id IS NULL THEN older.partial = 0
        WHEN links.new_provision_id IS NULL THEN newer.partial = 0 ELSE 1 END,
    links.old_provision_id, links.new_provision_id
FROM findings
JOIN links ON links.id = findings.link_id
JOIN comparisons ON comparisons.id = findings.comparison_id
JOIN drafts AS older ON older.id = comparisons.old_draft_id
JOIN drafts AS newer ON newer.id = comparisons.new_draft_id
LEFT JOIN thread_members
    ON thread_members.provision_id = coalesce(links.new_provision_id, links.old_provision_id)
"""
_THESE = "WHERE link_id IN (SELECT value FROM json_each(?))"


def between(conn: sqlite3.Connection, comparison_id: str) -> FindingsPage:
    """All findings of a comparison."""
    found = conn.execute(
        f"{_FINDINGS} WHERE findings.comparison_id = ? ORDER BY findings.rank", (comparison_id,)
    ).fetchall()
    rows = _rows(conn, found)
    return FindingsPage(bool(rows) or looked(conn, comparison_id), rows)


def first(
    conn: sqlite3.Connection, comparison_ids: Iterable[str]
) -> dict[str, tuple[FindingRow, ...]]:
    """The findings to see first, by comparison; no entry where the drafts were not looked at."""
    ids = list(comparison_ids)
    found = conn.execute(
        f"{_FINDINGS} WHERE findings.comparison_id IN (SELECT value FROM json_each(?)) "
        "AND findings.first = 1 ORDER BY findings.comparison_id, findings.rank",
        (json.dumps(ids),),
    ).fetchall()
    told: dict[str, list[FindingRow]] = {one: [] for one in ids if looked(conn, one)}
    for row in _rows(conn, found):
        told.setdefault(row.comparison_id, []).append(row)
    return {one: tuple(rows) for one, rows in told.items()}


def of_links(conn: sqlite3.Connection, link_ids: Iterable[str]) -> dict[str, list[FindingRow]]:
    """The findings that are told of these links, by link, in the order of telling."""
    wanted = set(link_ids)
    found = conn.execute(
        f"{_FINDINGS} WHERE findings.link_id IN (SELECT link_id FROM finding_places "
        "WHERE place_link_id IN (SELECT value FROM json_each(?))) ORDER BY findings.rank",
        (json.dumps(sorted(wanted)),),
    ).fetchall()
    told: dict[str, list[FindingRow]] = {}
    for row in _rows(conn, found):
        for place in row.places:
            if place in wanted:
                told.setdefault(place, []).append(row)
    return told


def looked(conn: sqlite3.Connection, comparison_id: str) -> bool:
    """Whether the drafts of a comparison were looked at for findings."""
    found = conn.execute(
        "SELECT EXISTS (SELECT 1 FROM comparisons JOIN drafts ON drafts.id = new_draft_id "
        "JOIN analyses ON analyses.negotiation_id = drafts.negotiation_id "
        "AND analyses.language = drafts.language WHERE comparisons.id = ?)",
        (comparison_id,),
    ).fetchone()
    return bool(found[0])


def _rows(conn: sqlite3.Connection, found: Sequence[sqlite3.Row]) -> tuple[FindingRow, ...]:
    if not found:
        return ()
    ids = (json.dumps([row[0] for row in found]),)
    words: dict[str, list[FindingWords]] = {}
    for link_id, *one in conn.execute(
        "SELECT link_id, side, provision_id, field, text_start, text_end, words "
        f"FROM finding_words {_THESE} ORDER BY link_id, ordinal",
        ids,
    ):
        words.setdefault(link_id, []).append(FindingWords(*one))
    also = _lists(conn, "finding_kinds", "kind", ids)
    places = _lists(conn, "finding_places", "place_link_id", ids)
    return tuple(
        FindingRow(
            link_id=row[0],
            comparison_id=row[1],
            rank=row[2],
            first=bool(row[3]),
            kind=row[4],
            sentence=row[5],
            certain=bool(row[6]),
            why=row[7],
            also=tuple(also.get(row[0], ())),
            places=tuple(places.get(row[0], ())),
            words=tuple(words.get(row[0], ())),
            thread_id=row[8],
            covered=bool(row[9]),
            old_id=row[10],
            new_id=row[11],
        )
        for row in found
    )


def _lists(
    conn: sqlite3.Connection, table: str, column: str, ids: tuple[str]
) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for link_id, value in conn.execute(
        f"SELECT link_id, {column} FROM {table} {_THESE} ORDER BY link_id, ordinal", ids
    ):
        told.setdefault(link_id, []).append(value)
    return told
