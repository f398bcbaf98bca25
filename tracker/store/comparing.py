"""Two drafts compared, row by row, in the order in which a person reads them.

In: a connection and the two drafts' provisions. Out: `ChangeRow`s. The order is that of
`reading_order`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from tracker.model import Decision, Hunk
from tracker.store import decision_rows
from tracker.store.reading_order import departures as departures
from tracker.store.reading_order import in_reading_order as in_reading_order
from tracker.store.records import ChangeRow, ProvisionRow, RunnerUp
from tracker.store.records.comparisons import Light
from tracker.store.rows import provisions_by_id, sentences

_LINKS = """
SELECT links.id, links.relation, links.score, links.certain, links.evidence,
    links.old_provision_id, links.new_provision_id, links.runner_up_provision_id,
    links.runner_up_score, changes.words_deleted, changes.words_inserted, changes.number_changed,
    changes.heading_changed, changes.text_changed, changes.coarse
FROM links JOIN changes ON changes.link_id = links.id
"""
_HUNKS = """
SELECT hunks.link_id, hunks.field, hunks.ordinal, hunks.operation, hunks.text, hunks.trivial,
    renumbered_references.hunk_ordinal
FROM links CROSS JOIN hunks ON hunks.link_id = links.id
LEFT JOIN renumbered_references ON renumbered_references.link_id = hunks.link_id
    AND renumbered_references.hunk_ordinal = hunks.ordinal AND hunks.field = 'text'
    AND hunks.operation <> 'equal'
"""
_ORDER = "ORDER BY links.ordinal"
_ALL = "WHERE links.comparison_id = ?"
_SOME = """
WHERE links.comparison_id = ? AND (links.new_provision_id IN (SELECT value FROM json_each(?))
    OR links.old_provision_id IN (SELECT value FROM json_each(?)))
"""


def all_rows(
    conn: sqlite3.Connection,
    comparison_id: str,
    old: Sequence[ProvisionRow],
    new: Sequence[ProvisionRow],
) -> list[ChangeRow]:
    """The rows of a whole comparison in reading order."""
    known = {provision.id: provision for provision in (*old, *new)}
    found = conn.execute(f"{_LINKS} {_ALL} {_ORDER}", (comparison_id,)).fetchall()
    hunks = conn.execute(f"{_HUNKS} {_ALL}", (comparison_id,))
    return in_reading_order(_rows(conn, found, hunks, known), old, new)


def rows_within(
    conn: sqlite3.Connection,
    comparison_id: str,
    old: Sequence[ProvisionRow],
    new: Sequence[ProvisionRow],
) -> tuple[list[ChangeRow], list[ChangeRow]]:
    """The rows of a stretch of text: those that end or were deleted in it, in reading order, and
    those by which its words went elsewhere."""
    known = {provision.id: provision for provision in (*old, *new)}
    ids = (
        comparison_id,
        json.dumps([provision.id for provision in new]),
        json.dumps([provision.id for provision in old]),
    )
    found = conn.execute(f"{_LINKS} {_SOME} {_ORDER}", ids).fetchall()
    hunks = conn.execute(f"{_HUNKS} {_SOME}", ids)
    rows = _rows(conn, found, hunks, known)
    inside = {provision.id for provision in new}
    here = [row for row in rows if row.new is None or row.new.id in inside]
    gone = [row for row in rows if row.new is not None and row.new.id not in inside]
    return in_reading_order(here, old, new), gone


def _rows(
    conn: sqlite3.Connection,
    found: Sequence[sqlite3.Row],
    hunk_rows: Iterable[sqlite3.Row],
    known: Mapping[str, ProvisionRow],
) -> list[ChangeRow]:
    hunks: dict[tuple[str, str], list[Hunk]] = {}
    light: dict[str, dict[tuple[str, int], Literal["trivial", "numbering"]]] = {}
    for link_id, field, ordinal, operation, text, trivial, renumbered in hunk_rows:
        hunks.setdefault((link_id, field), []).append(Hunk(operation, text))
        if trivial or renumbered:
            held = light.setdefault(link_id, {})
            held[field, ordinal - 1] = "trivial" if trivial else "numbering"
    missing = {row[end] for row in found for end in (5, 6, 7) if row[end] and row[end] not in known}
    provisions = {**known, **provisions_by_id(conn, missing)} if missing else known
    ids = json.dumps([row[0] for row in found])
    decided = decision_rows.of_links(conn, "links.id IN (SELECT value FROM json_each(?))", (ids,))
    return [
        _row(row, hunks, provisions, decided.get(row[0], ()), light.get(row[0], {}))
        for row in found
    ]


def _row(
    row: sqlite3.Row,
    hunks: Mapping[tuple[str, str], list[Hunk]],
    provisions: Mapping[str, ProvisionRow],
    decided: tuple[Decision, ...],
    light: Light,
) -> ChangeRow:
    (link_id, relation, score, certain, evidence, old, new, runner_up, runner_up_score,
     deleted, inserted, number, heading, text, coarse) = row  # fmt: skip
    return ChangeRow(
        link_id=link_id,
        relation=relation,
        score=score,
        certain=bool(certain),
        evidence=sentences(evidence),
        old=provisions[old] if old else None,
        new=provisions[new] if new else None,
        runner_up=RunnerUp(provisions[runner_up], runner_up_score) if runner_up else None,
        text=tuple(hunks.get((link_id, "text"), ())),
        heading=tuple(hunks.get((link_id, "heading"), ())),
        words_deleted=deleted,
        words_inserted=inserted,
        number_changed=bool(number),
        heading_changed=bool(heading),
        text_changed=bool(text),
        coarse=bool(coarse),
        decided=decided,
        light=light,
    )


def one_row(conn: sqlite3.Connection, link_id: str) -> ChangeRow | None:
    """The row of one link, None if there is none."""
    found = conn.execute(f"{_LINKS} WHERE links.id = ?", (link_id,)).fetchall()
    hunks = conn.execute(f"{_HUNKS} WHERE links.id = ?", (link_id,))
    return next(iter(_rows(conn, found, hunks, {})), None)


def rows_from(conn: sqlite3.Connection, comparison_id: str, old: ProvisionRow) -> list[ChangeRow]:
    """The rows of one provision of the older draft."""
    which = "WHERE links.comparison_id = ? AND links.old_provision_id = ?"
    found = conn.execute(f"{_LINKS} {which} {_ORDER}", (comparison_id, old.id)).fetchall()
    hunks = conn.execute(f"{_HUNKS} {which}", (comparison_id, old.id))
    return _rows(conn, found, hunks, {old.id: old})
