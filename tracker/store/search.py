"""Full-text search: what a person types, whatever it is, to provisions.

In: any text. Out: `SearchResult`. Words between double quotation marks are a phrase; all words and
phrases must occur. Nothing of what is typed is taken as an operator.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from tracker.store.records import DraftRow, SearchHit, SearchResult, Segments
from tracker.store.rows import drafts, provisions_by_id

MOST_TERMS = 32
"""What is typed beyond this many words and phrases is not looked at."""

_LONGEST = 1000
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD_CHARACTER = re.compile(r"[^\W_]")

# Noncharacters, which no text may hold, mark what was found.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"

_FROM = """
FROM provisions_fts
JOIN provisions ON provisions.rowid = provisions_fts.rowid
JOIN drafts ON drafts.id = provisions.draft_id
WHERE provisions_fts MATCH :match
    AND drafts.negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)
    AND (:negotiation IS NULL OR drafts.negotiation_id = :negotiation)
    AND (:language IS NULL OR drafts.language = :language)
"""
_HITS = f"""
SELECT provisions.id, provisions.draft_id,
    highlight(provisions_fts, 0, :open, :close), highlight(provisions_fts, 1, :open, :close),
    snippet(provisions_fts, 2, :open, :close, '…', 32)
{_FROM}
ORDER BY bm25(provisions_fts, 4.0, 4.0, 1.0), drafts.negotiation_id, drafts.language,
    drafts.position DESC, provisions.ordinal
LIMIT :limit OFFSET :offset
"""


def match_expression(text: str) -> str:
    """What was typed as an FTS5 expression, `""` if there is nothing to look for.

    >>> print(match_expression('critical "human rights" OR -'))
    "critical" "human rights" "OR"
    """
    return " ".join(f'"{term}"' for term in terms(text)[:MOST_TERMS])


def terms(text: str) -> list[str]:
    """The words and phrases of what was typed, also those beyond `MOST_TERMS`.

    >>> terms('critical "human rights" -')
    ['critical', 'human rights']
    """
    # FTS5 reads up to a NUL; half a surrogate pair cannot be sent to SQLite at all.
    found = (
        re.sub("[\x00\ud800-\udfff]", " ", phrase or word).strip()
        for phrase, word in _TERM.findall(text[:_LONGEST])
    )
    return [term for term in found if _WORD_CHARACTER.search(term)]


def search(
    conn: sqlite3.Connection,
    text: str,
    *,
    negotiation: str | None,
    language: str | None,
    limit: int,
    offset: int,
) -> SearchResult:
    """The hits for `text`, best first, then newest first."""
    match = match_expression(text)
    if not match:
        return SearchResult(text, 0)
    values = {
        "match": match,
        "negotiation": negotiation,
        "language": language,
        "open": _OPEN,
        "close": _CLOSE,
        "limit": max(0, limit),
        "offset": max(0, offset),
    }
    total = conn.execute(f"SELECT count(*) {_FROM}", values).fetchone()[0]
    return SearchResult(text, total, _hits(conn, conn.execute(_HITS, values).fetchall()))


def exists(conn: sqlite3.Connection, text: str) -> bool:
    """Whether any provision has all these words."""
    match = match_expression(text)
    values = {"match": match, "negotiation": None, "language": None}
    return bool(match) and conn.execute(f"SELECT 1 {_FROM} LIMIT 1", values).fetchone() is not None


def _hits(conn: sqlite3.Connection, found: Sequence[sqlite3.Row]) -> tuple[SearchHit, ...]:
    provisions = provisions_by_id(conn, [row[0] for row in found])
    known: dict[str, DraftRow] = {}
    for draft_id in sorted({row[1] for row in found}):
        known[draft_id] = drafts(conn, "id = ?", (draft_id,))[0]
    return tuple(
        SearchHit(
            provision=provisions[row[0]],
            draft=known[row[1]],
            number=_segments(row[2]),
            heading=_segments(row[3]),
            snippet=_segments(row[4]),
        )
        for row in found
    )


def _segments(marked: str) -> Segments:
    pieces: list[tuple[str, bool]] = []
    hit = False
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece in (_OPEN, _CLOSE):
            hit = piece == _OPEN
        elif piece:
            pieces.append((piece, hit))
    return tuple(pieces)
