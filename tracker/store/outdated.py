"""What another version of the rules made of drafts that are stored.

In: a negotiation and a language. Out: the drafts and the pairs of drafts whose rows bear another
fingerprint than the rules have now, or none.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from tracker import engine


@dataclass(frozen=True, slots=True)
class Outdated:
    """The symbols of drafts whose legal jobs, and of pairs of drafts (the older first) whose
    comparison, another version of the rules made (or nobody, of a pair); whether it made the
    `analysis` of all, or none is there though there are drafts. False if there is nothing of all
    that."""

    drafts: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    analysis: bool = False

    def __bool__(self) -> bool:
        return bool(self.drafts or self.pairs or self.analysis)


def outdated(conn: sqlite3.Connection, negotiation: str, language: str) -> Outdated:
    """What is outdated of a negotiation in one language."""
    scope = negotiation, language, engine.fingerprint()
    drafts = conn.execute(
        "SELECT symbol FROM drafts WHERE negotiation_id = ? AND language = ? AND engine <> ?", scope
    ).fetchall()
    pairs = conn.execute(
        "SELECT older.symbol, newer.symbol FROM drafts AS older JOIN drafts AS newer "
        "ON newer.negotiation_id = older.negotiation_id AND newer.language = older.language "
        "AND newer.position > older.position LEFT JOIN comparisons "
        "ON old_draft_id = older.id AND new_draft_id = newer.id "
        "WHERE older.negotiation_id = ? AND older.language = ? AND comparisons.engine IS NOT ?",
        scope,
    ).fetchall()
    (analysis,) = conn.execute(
        "SELECT EXISTS (SELECT 1 FROM drafts WHERE negotiation_id = ?1 AND language = ?2) AND NOT "
        "EXISTS (SELECT 1 FROM analyses WHERE negotiation_id = ?1 AND language = ?2 AND "
        "engine = ?3)",
        scope,
    ).fetchone()
    return Outdated(
        frozenset(row[0] for row in drafts), frozenset((a, b) for a, b in pairs), bool(analysis)
    )
