"""Writing the database: what a `Store` can do.

In: negotiations, drafts, comparisons and threads. Out: one SQLite file. A draft is written in one
transaction, or not at all; writing what is there already does not touch the file. What the file
holds does not depend on the order in which drafts were put in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal

from sqlite_utils import Database

from tracker.decisions import Ruling
from tracker.errors import StoreError
from tracker.history import Difference, differences, threads
from tracker.model import Alignment, Comparison, Draft, Negotiation, Round, Thread
from tracker.store import (
    analysis_rows,
    comparison_rows,
    decision_rows,
    draft_rows,
    given_rows,
    negotiation_rows,
    source_files,
    thread_rows,
)
from tracker.store.analysis import Analysis, Given
from tracker.store.draft_rows import Functions
from tracker.store.keys import draft_key
from tracker.store.outdated import Outdated, outdated
from tracker.store.positions import count_rounds
from tracker.store.records import DraftRow
from tracker.store.rows import drafts
from tracker.store.schema import remove_empty, storable, told_in_one_line

Outcome = Literal["new", "unchanged", "replaced"]

_LISTED = "negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)"
"""Of a negotiation's own drafts: not of what stands beside it."""


class Store:
    """One database, open for writing."""

    def __init__(
        self, path: Path, db: Database, *, made: bool = False, existed: bool = False
    ) -> None:
        """`made`: there was no database in the file before; `existed`: there was a file."""
        self.path = path
        self._made = made
        self._existed = existed
        self._db = db
        self._conn = db.conn
        self._search_is_old = False

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if error is not None and self._made:
            remove_empty(self.path, existed=self._existed)

    def close(self) -> None:
        """Close the database."""
        self._conn.close()

    def catch_up(self) -> None:
        """Write what a database that was made by an older version has no rows of."""
        with self.transaction():
            draft_rows.write_missing_reports(self._conn)
            for negotiation, language in self._conn.execute(
                "SELECT DISTINCT negotiation_id, language FROM drafts "
                f"WHERE {_LISTED} ORDER BY 1, 2"
            ).fetchall():
                self.follow(negotiation, language)

    def follow(self, negotiation: str, language: str) -> None:
        """Make the threads of a negotiation's drafts in one language anew, from the alignments
        that are stored; nothing happens where not all pairs are compared."""
        drafts = self.all_drafts(negotiation, language)
        alignments = self.alignments(negotiation, language)
        if len(alignments) == len(drafts) * (len(drafts) - 1) // 2:
            found = threads(drafts, alignments)
            ways = differences(drafts, alignments, found)
            self.put_threads(negotiation, language, found, ways)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is put inside is written together at the end, or nothing of it; inside another
        transaction it becomes part of that. No other process writes meanwhile.

        Raises:
            StoreError: another process goes on writing, or the disk is full or fails.
        """
        with told_in_one_line(self.path):
            if self._conn.in_transaction:
                with self._db.atomic():
                    yield
                return
            self._conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                if self._search_is_old:
                    self._conn.execute(
                        "INSERT INTO provisions_fts(provisions_fts) VALUES ('rebuild')"
                    )
            except BaseException:
                self._db.rollback()
                raise
            else:
                self._db.commit()
            finally:
                self._search_is_old = False

    def negotiation(self, negotiation: str) -> Negotiation | None:
        """A negotiation as it was put in."""
        with told_in_one_line(self.path):
            return negotiation_rows.read(self._conn, negotiation)

    def put_negotiation(self, negotiation: Negotiation) -> None:
        """Write a negotiation, its rounds, facts, stories and claims; its drafts take the names of
        their rounds, and those of one day their order.

        Raises:
            StoreError: two rounds have one id or symbol.
        """
        negotiation_rows.check(negotiation)
        with storable(negotiation.id), self.transaction():
            negotiation_rows.write(self._conn, negotiation)
            for language in self.languages(negotiation.id):
                count_rounds(self._conn, negotiation.id, language)

    def check_free(self, draft: Draft, *, replace: bool = False) -> bool:
        """Whether there is anything to write for this draft: False if it is there already.

        Raises:
            StoreError: its symbol is taken, by another file or another reading, and `replace` is
                False.
        """
        there = self.draft(draft.negotiation, draft.symbol, draft.language)
        if there is not None and there != draft and not replace:
            raise _taken(there, draft)
        return there != draft

    def draft(self, negotiation: str, symbol: str, language: str) -> Draft | None:
        """A whole draft, equal to the one that was put in; None if there is none."""
        with told_in_one_line(self.path):
            return draft_rows.read(self._conn, draft_key(negotiation, symbol, language))

    def all_drafts(self, negotiation: str, language: str) -> list[Draft]:
        """All drafts of a negotiation in one language, whole and in order."""
        return self._drafts("negotiation_id = ? AND language = ?", negotiation, language)

    def drafts_called(self, symbol: str) -> list[Draft]:
        """All drafts with this symbol, of any negotiation and language."""
        return self._drafts(f"symbol = ? AND {_LISTED}", symbol)

    def alignments(self, negotiation: str, language: str) -> dict[tuple[str, str], Alignment]:
        """The alignments of all stored pairs, by the symbols of the older and the newer draft."""
        with told_in_one_line(self.path):
            return comparison_rows.read(self._conn, negotiation, language)

    def drafts(self, negotiation: str, language: str | None = None) -> list[DraftRow]:
        """The drafts of a negotiation, by language and position."""
        with told_in_one_line(self.path), self._named_columns():
            found = drafts(self._conn, "negotiation_id = ?", (negotiation,))
            return [one for one in found if language in (None, one.language)]

    def put_draft(
        self,
        draft: Draft,
        round: Round | None,
        functions: Functions,
        comparisons: Sequence[Comparison],
        threads: Sequence[Thread] | None,
        xml_file: str,
        replace: bool = False,
        differences: Sequence[Difference] = (),
    ) -> Outcome:
        """Write a draft with its comparisons and the threads that go through it.

        Args:
            round: what the manifest says of it; None takes what `put_negotiation` was told.
            functions: by eId, the legal function and the words that showed it.
            comparisons: with every other stored draft of its language; no others stay.
            threads: all of its negotiation and language, anew; None leaves them as they are.
            xml_file: the name of the article-level XML.
            replace: whether another file, or another reading of the same, may take the place of
                what is there; the old file's hash stays on record.
            differences: where the threads and the comparisons do not agree, of the same drafts.
        Raises:
            StoreError: the symbol is taken, or what was given does not fit together.
        """
        with storable(draft.symbol), self.transaction():
            there = self.draft(draft.negotiation, draft.symbol, draft.language)
            self.check_free(draft, replace=replace)
            before = self._conn.total_changes
            self.put_alone(draft, functions, xml_file, round)
            self._put_compared(draft, comparisons)
            if threads is not None:
                self.put_threads(draft.negotiation, draft.language, threads, differences)
            if self._conn.total_changes == before:
                return "unchanged"
            return "new" if there is None else "replaced"

    def put_alone(
        self, draft: Draft, functions: Functions, xml_file: str, round: Round | None = None
    ) -> None:
        """Write a draft and nothing of what it is compared with, as `put_draft` does.

        Raises:
            StoreError: its negotiation is not known, or its parts do not fit together.
        """
        draft_rows.check(draft)
        with storable(draft.symbol), self.transaction():
            if not negotiation_rows.is_known(self._conn, draft.negotiation):
                raise StoreError(f"{draft.symbol}: negotiation {draft.negotiation!r} is not known")
            told = round or negotiation_rows.round_of(self._conn, draft)
            if draft_rows.write(self._conn, draft, told, functions, xml_file):
                self._search_is_old = True
            count_rounds(self._conn, draft.negotiation, draft.language)

    def keeps_file(self, sha256: str) -> bool:
        """Whether the file with this hash is kept, for its pages."""
        with told_in_one_line(self.path):
            return source_files.is_kept(self._conn, sha256)

    def put_file(self, sha256: str, content: bytes) -> None:
        """Keep a file that a stored draft is read from, as long as one is.

        Raises:
            StoreError: its hash is another, or no draft is read from it.
        """
        with self.transaction():
            source_files.keep(self._conn, sha256, content)

    def _put_compared(self, draft: Draft, comparisons: Sequence[Comparison]) -> None:
        key = draft_key(draft.negotiation, draft.symbol, draft.language)
        places = comparison_rows.places(self._conn, draft.negotiation, draft.language)
        comparison_rows.write(self._conn, draft.negotiation, key, comparisons, places)

    def outdated(self, negotiation: str, language: str) -> Outdated:
        """What another version of the rules made."""
        with told_in_one_line(self.path):
            return outdated(self._conn, negotiation, language)

    def put_threads(
        self,
        negotiation: str,
        language: str,
        threads: Sequence[Thread],
        differences: Sequence[Difference] = (),
    ) -> None:
        """Make `threads` the threads of a negotiation's drafts in one language, and `differences`
        where they do not agree with the comparisons.

        Raises:
            StoreError: one has no members, or one that is not in the database.
        """
        with self.transaction():
            thread_rows.write(self._conn, negotiation, language, threads)
            thread_rows.write_differences(self._conn, negotiation, language, differences)

    def put_comparisons(
        self, negotiation: str, language: str, comparisons: Sequence[Comparison]
    ) -> None:
        """Write comparisons of stored drafts anew; the others stay, and so do the threads, which
        are to be put next."""
        with self.transaction():
            places = comparison_rows.places(self._conn, negotiation, language)
            comparison_rows.rewrite(self._conn, negotiation, comparisons, places)

    def rulings(self, negotiation: str) -> tuple[Ruling, ...]:
        """What people decided of links, and what becomes of it, in the order of their file."""
        with told_in_one_line(self.path):
            return decision_rows.read(self._conn, negotiation)

    def put_rulings(self, negotiation: str, rulings: Sequence[Ruling]) -> None:
        """Make these the decisions of a negotiation, which must be known. Comparisons and threads
        that follow them are to be put next."""
        with self.transaction():
            decision_rows.write(self._conn, negotiation, rulings)

    def given(self, negotiation: str) -> Given:
        """What stands beside the drafts of a negotiation, as it was put in."""
        with told_in_one_line(self.path):
            return given_rows.read(self._conn, negotiation)

    def put_given(self, negotiation: str, given: Given) -> None:
        """Make this what stands beside the drafts of a negotiation, which must be known."""
        with storable(negotiation), self.transaction():
            if given_rows.write(self._conn, negotiation, given):
                self._search_is_old = True

    def analysed(self, negotiation: str, language: str) -> str:
        """What the stored analysis was made of, `""` if there is none."""
        with told_in_one_line(self.path):
            return analysis_rows.made_of(self._conn, negotiation, language)

    def forget_analysis(self, negotiation: str, language: str) -> None:
        """Say of drafts that nothing is known of them together any more."""
        with self.transaction():
            analysis_rows.forget(self._conn, negotiation, language)

    def languages(self, negotiation: str) -> list[str]:
        """The languages in which there are drafts of a negotiation."""
        with told_in_one_line(self.path):
            found = self._conn.execute(
                "SELECT DISTINCT language FROM drafts WHERE negotiation_id = ? ORDER BY language",
                (negotiation,),
            )
            return [row[0] for row in found]

    def put_analysis(self, found: Analysis) -> None:
        """Make this the analysis of its negotiation and language, whose drafts, comparisons and
        threads must be stored."""
        with self.transaction():
            analysis_rows.write(self._conn, found)

    def _drafts(self, scope: str, *values: str) -> list[Draft]:
        with told_in_one_line(self.path):
            ids = self._conn.execute(
                f"SELECT id FROM drafts WHERE {scope} ORDER BY negotiation_id, language, position",
                values,
            ).fetchall()
            found = (draft_rows.read(self._conn, row[0]) for row in ids)
            return [draft for draft in found if draft is not None]

    @contextmanager
    def _named_columns(self) -> Iterator[None]:
        self._conn.row_factory = sqlite3.Row
        try:
            yield
        finally:
            self._conn.row_factory = None


def _taken(there: Draft, draft: Draft) -> StoreError:
    if there.source.sha256 != draft.source.sha256:
        return StoreError(
            f"{draft.source.name}: symbol {draft.symbol} ({draft.language}) is already taken by a "
            f"file with sha256 {there.source.sha256}; use --replace to put this one in its place"
        )
    return StoreError(
        f"{draft.source.name}: {draft.symbol} ({draft.language}) was read from this file before, "
        f"with another result or date ({there.date}); use --replace to take the new reading"
    )
