"""What the last draft has of earlier instruments, read for a page.

In: a connection and a negotiation. Out: `BorrowedPage`; what is known beside some provisions.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.model import PrecedentFile
from tracker.store.records.borrowed import (
    ArticleRow,
    Beside,
    BorrowedPage,
    Borrowing,
    LostRow,
    Named,
    OriginRow,
    PartRow,
    PieceRow,
)
from tracker.store.records.drafts import ProvisionRow
from tracker.store.rows import drafts, provisions_of
from tracker.store.uptakes import looked_at

_PARTS = "(SELECT provision_id FROM borrowed_parts WHERE precedent_draft_id = ?)"


def page(conn: sqlite3.Connection, negotiation: str) -> BorrowedPage:
    """All that is told of what a negotiation's last draft borrowed."""
    rows = conn.execute(
        "SELECT borrowings.*, precedents.file, precedents.title, precedents.source FROM borrowings "
        "JOIN precedents ON precedents.draft_id = precedent_draft_id "
        "WHERE borrowings.negotiation_id = ? ORDER BY borrowings.ordinal",
        (negotiation,),
    ).fetchall()
    missing = conn.execute(
        "SELECT file, title, source FROM given_files WHERE negotiation_id = ?1 "
        "AND kind = 'precedent' AND file NOT IN "
        "(SELECT file FROM precedents WHERE negotiation_id = ?1) ORDER BY ordinal",
        (negotiation,),
    )
    return BorrowedPage(
        looked_at(conn, negotiation),
        tuple(_borrowing(conn, row) for row in rows),
        tuple(PrecedentFile(*row) for row in missing),
    )


def beside(conn: sqlite3.Connection, ids: Iterable[str]) -> Beside:
    """What is known beside provisions: matches of proposals, and where they come from."""
    wanted = json.dumps(sorted(set(ids)))
    surely, possibly = conn.execute(
        "SELECT count(DISTINCT CASE WHEN sure THEN proposal_id END), count(DISTINCT proposal_id) "
        "FROM proposal_matches WHERE kind <> 'deletion' "
        "AND provision_id IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).fetchone()
    origins: dict[str, dict[str, None]] = {}
    for title, called in conn.execute(
        "SELECT precedents.title, article.called FROM origins "
        "JOIN precedents ON precedents.draft_id = origins.precedent_draft_id "
        "JOIN origin_sources USING (provision_id, precedent_draft_id) "
        "JOIN borrowed_parts AS part ON part.provision_id = source_provision_id "
        "JOIN borrowed_articles AS article ON article.provision_id = part.article_provision_id "
        "WHERE origins.sure AND origins.provision_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY precedents.ordinal, article.ordinal",
        (wanted,),
    ):
        origins.setdefault(title, {})[called] = None
    told = tuple((title, tuple(called)) for title, called in origins.items())
    return Beside(surely, possibly - surely, told)


def _borrowing(conn: sqlite3.Connection, row: sqlite3.Row) -> Borrowing:
    asked = _Asked(conn, row["precedent_draft_id"], row["draft_id"])
    (precedent,) = drafts(conn, "id = ?", (row["precedent_draft_id"],))
    (draft,) = drafts(conn, "id = ?", (row["draft_id"],))
    origins = tuple(asked.origins())
    return Borrowing(
        PrecedentFile(row["file"], row["title"], row["source"]),
        precedent,
        draft,
        row["share_of_precedent"],
        row["share_of_draft"],
        bool(row["safeguards_looked_at"]),
        tuple(asked.articles()),
        tuple(asked.lost()),
        origins,
        {one.article_id: asked.named(one.article_id) for one in origins},
    )


class _Asked:
    """Reads what a draft has of one earlier instrument, with the provisions of both at hand."""

    def __init__(self, conn: sqlite3.Connection, precedent: str, draft: str) -> None:
        self._conn, self._precedent = conn, precedent
        self._of: dict[str, ProvisionRow] = {
            one.id: one for key in (precedent, draft) for one in provisions_of(conn, key)
        }
        self._called: dict[str, str] = dict(
            tuple(row)
            for row in conn.execute(
                "SELECT provision_id, called FROM origins WHERE precedent_draft_id = ?1 "
                "UNION ALL SELECT provision_id, called FROM borrowed_parts "
                "WHERE precedent_draft_id = ?1",
                (precedent,),
            )
        )

    def articles(self) -> Iterator[ArticleRow]:
        """What became of its articles."""
        parts: dict[str, list[PartRow]] = {}
        for article, part in self._parts():
            parts.setdefault(article, []).append(part)
        for row in self._rows(
            "SELECT provision_id, called, verdict, words, kept, sure, namesake_provision_id "
            "FROM borrowed_articles WHERE precedent_draft_id = ? ORDER BY ordinal"
        ):
            namesake = self.named(row[6]) if row[6] else None
            some = tuple(parts.get(row[0], ()))
            yield ArticleRow(*(self._of[row[0]], *row[1:5], bool(row[5]), namesake, some))

    def _parts(self) -> Iterator[tuple[str, PartRow]]:
        pieces: dict[str, list[PieceRow]] = {}
        for key, *piece, there in self._rows(
            "SELECT provision_id, text_start, text_end, became, words, instead, "
            f"elsewhere_provision_id FROM borrowed_words WHERE provision_id IN {_PARTS} "
            "ORDER BY provision_id, ordinal"
        ):
            elsewhere = self.named(there) if there else None
            pieces.setdefault(key, []).append(PieceRow(*(*piece, elsewhere)))
        into = self._ends("borrowed_into", "into_provision_id")
        for key, article, *values, sure in self._rows(
            "SELECT provision_id, article_provision_id, called, verdict, words, kept, added, sure "
            "FROM borrowed_parts WHERE precedent_draft_id = ? ORDER BY ordinal"
        ):
            held = (tuple(pieces.get(key, ())), into.get(key, ()))
            yield article, PartRow(*(self._of[key], *values, bool(sure), *held))

    def lost(self) -> Iterator[LostRow]:
        """The words that protect which did not come along, in the order of the instrument."""
        into = self._ends("lost_safeguards_from", "into_provision_id")
        for key, article, called, *words, whole, instead, share, sure in self._rows(
            "SELECT part.provision_id, article_provision_id, called, text_start, text_end, "
            "matched, whole, instead, share, lost.sure FROM lost_safeguards AS lost "
            "JOIN borrowed_parts AS part ON part.provision_id = lost.provision_id "
            "WHERE precedent_draft_id = ? ORDER BY part.ordinal, text_start"
        ):
            ends = (self._of[key], called, self._of[article])
            taken = into.get(key, ())
            yield LostRow(*(*ends, *words, bool(whole), instead, share, bool(sure), taken))

    def origins(self) -> Iterator[OriginRow]:
        """Where the draft's provisions come from."""
        runs: dict[str, list[tuple[int, int]]] = {}
        for key, start, end in self._rows(
            "SELECT provision_id, text_start, text_end FROM origin_words "
            "WHERE precedent_draft_id = ? ORDER BY provision_id, ordinal"
        ):
            runs.setdefault(key, []).append((start, end))
        sources: dict[str, list[Named]] = {}
        for key, source in self._rows(
            "SELECT provision_id, source_provision_id FROM origin_sources "
            "WHERE precedent_draft_id = ? ORDER BY provision_id, ordinal"
        ):
            sources.setdefault(key, []).append(self.named(source))
        for key, *values, is_new, sure in self._rows(
            "SELECT provision_id, called, article_provision_id, words, taken, is_new, sure "
            "FROM origins WHERE precedent_draft_id = ? ORDER BY ordinal"
        ):
            held = (tuple(runs.get(key, ())), tuple(sources.get(key, ())))
            yield OriginRow(*(self._of[key], *values, bool(is_new), bool(sure), *held))

    def _ends(self, table: str, column: str) -> Mapping[str, tuple[Named, ...]]:
        """By provision of the instrument, those of the draft that a table names."""
        found: dict[str, list[Named]] = {}
        for key, there in self._rows(
            f"SELECT provision_id, {column} FROM {table} WHERE provision_id IN {_PARTS} "
            "ORDER BY provision_id, ordinal"
        ):
            found.setdefault(key, []).append(self.named(there))
        return {key: tuple(some) for key, some in found.items()}

    def named(self, provision_id: str) -> Named:
        """A provision with its name; one without words of its own goes by its number."""
        one = self._of[provision_id]
        bare = one.number.strip(" .:") or one.heading or one.kind
        return Named(one, self._called.get(provision_id, bare))

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self._conn.execute(sql, (self._precedent,))]
