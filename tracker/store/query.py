"""What the viewer and the command line ask the database: reading only.

In: the path of a database. Out: the records of `tracker.store.records`. What is not there is None
or empty; a database that cannot be read is a `StoreError`. One `Library` serves all threads of a
server; each method sees one consistent state of the database.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from tracker.model import Claim, Fact, Story
from tracker.store import (
    absences,
    ages,
    borrowed,
    claims,
    comparing,
    contests,
    draft_rows,
    findings,
    flow,
    force,
    grid_ways,
    grids,
    histories,
    linked,
    naming,
    phrase,
    phrase_course,
    pointers,
    search,
    source_files,
    suggesting,
    traces,
    uptakes,
    ways,
    word_turns,
)
from tracker.store.reader import Reader
from tracker.store.records import (
    ChangeRow,
    ComparisonPage,
    ComparisonRow,
    DecisionRow,
    DraftReport,
    DraftRow,
    FindingRow,
    FindingsPage,
    Grid,
    NegotiationRow,
    ProvisionRow,
    RoundRow,
    SearchResult,
    ThreadPage,
)
from tracker.store.records.ages import WordAges, WordCohort, WordPassage, WordThread
from tracker.store.records.borrowed import Beside, BorrowedPage
from tracker.store.records.claims import ClaimRow
from tracker.store.records.contests import ContestPage, ContestRow
from tracker.store.records.exports import Compared, Kept
from tracker.store.records.flow import Flow
from tracker.store.records.force import ArticleForce, DraftForce, ForceCounts
from tracker.store.records.grids import GridPage
from tracker.store.records.links import LinkPage
from tracker.store.records.phrase import PhrasePage
from tracker.store.records.pointers import DraftReferences, ReferenceChanges
from tracker.store.records.source_files import SourcePage, SourcePages
from tracker.store.records.suggestions import Suggestions
from tracker.store.records.traces import Traces
from tracker.store.records.uptakes import UptakePage
from tracker.store.rows import (
    comparisons,
    draft_report,
    drafts,
    provisions_by_id,
    provisions_of,
    sources,
    subtree,
    warnings,
)

_LISTED = "SELECT id FROM negotiations WHERE beside IS NULL ORDER BY id"
"""Those that stand beside others are not listed."""

_GUESSES = """
SELECT count(*) FROM links JOIN changes ON changes.link_id = links.id
WHERE comparison_id = ? AND NOT certain AND (relation <> 'same' OR text_changed OR heading_changed)
"""


class Library:
    """Everything that is read from one database."""

    def __init__(self, path: Path) -> None:
        self._reader = Reader(path)
        self._texts = phrase.Shelf(self._reader, self.state)
        self._known = suggesting.Shelf(self._reader, self.state)

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._reader.path

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._reader.close()

    def state(self) -> str:
        """A short text that changes whenever the database is written to, and when another file
        takes its place, which may have been written to as often: for ETags and what is kept."""
        with self._reader.reading() as conn:
            size = conn.execute("PRAGMA page_count").fetchone()[0]
            # Read under the same lock: the file change counter of SQLite's header.
            with self._reader.path.open("rb") as file:
                header = file.read(28)
            file_now = self._reader.path.stat()
            which = f"{file_now.st_dev:x}-{file_now.st_ino:x}-{file_now.st_mtime_ns:x}"
            return f"{int.from_bytes(header[24:28], 'big'):x}-{size:x}-{which}"

    def negotiations(self) -> list[NegotiationRow]:
        """All negotiations, by id."""
        with self._reader.reading() as conn:
            ids = [row[0] for row in conn.execute(_LISTED)]
            return [_negotiation(conn, one) for one in ids]

    def negotiation(self, negotiation: str) -> NegotiationRow | None:
        """One negotiation."""
        with self._reader.reading() as conn:
            found = conn.execute(
                "SELECT 1 FROM negotiations WHERE id = ?", (negotiation,)
            ).fetchone()
            return _negotiation(conn, negotiation) if found else None

    def drafts(self, negotiation: str, language: str | None = None) -> list[DraftRow]:
        """The drafts in order; of the negotiation's own language, or of its first that has any,
        unless one is named."""
        with self._reader.reading() as conn:
            return _drafts(conn, negotiation, language)

    def rounds(self, negotiation: str, language: str | None = None) -> list[RoundRow]:
        """The drafts in order with their sizes and what changed since the one before."""
        with self._reader.reading() as conn:
            found = _drafts(conn, negotiation, language)
            before: DraftRow | None = None
            rounds = []
            for draft in found:
                since = _comparison(conn, before.id, draft.id) if before else None
                counts = conn.execute(
                    "SELECT count(*), coalesce(sum(is_article), 0) FROM provisions "
                    "WHERE draft_id = ?",
                    (draft.id,),
                ).fetchone()
                guesses = conn.execute(_GUESSES, (since.id,)).fetchone()[0] if since else 0
                rounds.append(RoundRow(draft, counts[0], counts[1], since, guesses))
                before = draft
            return rounds

    def draft(self, negotiation: str, symbol: str, language: str | None = None) -> DraftRow | None:
        """A draft by its symbol; if it is there in several languages and none is named, in the
        negotiation's own or else the first."""
        with self._reader.reading() as conn:
            found = drafts(conn, "negotiation_id = ? AND symbol = ?", (negotiation, symbol))
            own = _language(conn, negotiation) if language is None else language
            for draft in found:
                if draft.language == own:
                    return draft
            return found[0] if found and language is None else None

    def provisions(self, draft_id: str) -> list[ProvisionRow]:
        """A draft's provisions in document order, with their marks (without the marks' spans)."""
        with self._reader.reading() as conn:
            return provisions_of(conn, draft_id)

    def provision(self, provision_id: str) -> ProvisionRow | None:
        """A provision by its id."""
        with self._reader.reading() as conn:
            return provisions_by_id(conn, [provision_id]).get(provision_id)

    def inside(self, provision_id: str) -> list[ProvisionRow]:
        """A provision and all that is inside it, in document order."""
        with self._reader.reading() as conn:
            return subtree(conn, provision_id)

    def traces(self, provision_ids: Iterable[str]) -> Traces:
        """Where the characters of these provisions were read."""
        with self._reader.reading() as conn:
            return traces.traces(conn, provision_ids)

    def report(self, draft_id: str) -> DraftReport | None:
        """What a draft was read from, where its characters went, what belongs to no provision."""
        with self._reader.reading() as conn:
            draft = next(iter(drafts(conn, "id = ?", (draft_id,))), None)
            return draft_report(conn, draft) if draft is not None else None

    def warnings(self, draft_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The warnings that travel with these drafts, of those that have any."""
        with self._reader.reading() as conn:
            said = {one: warnings(conn, one) for one in draft_ids}
            return {one: some for one, some in said.items() if some}

    def source_pages(self, draft_id: str) -> SourcePages | None:
        """What there is of the file that a draft is read from."""
        with self._reader.reading() as conn:
            return source_files.pages(conn, draft_id)

    def source_page(self, draft: DraftRow, number: int) -> SourcePage | None:
        """A page, from 1, of the file that a draft is read from; None if it has no such page."""
        with self._reader.reading() as conn:
            return source_files.page(conn, draft, number)

    def source_file(self, sha256: str) -> bytes | None:
        """The bytes of a file that is kept for its pages, None if it is not.

        Raises:
            StoreError: they are not those any more that were put in.
        """
        with self._reader.reading() as conn:
            return source_files.content(conn, sha256)

    def comparisons(self, negotiation: str) -> list[ComparisonRow]:
        """All comparisons of a negotiation, in numbers."""
        with self._reader.reading() as conn:
            return comparisons(conn, "negotiation_id = ?", (negotiation,))

    def comparison(self, old_draft_id: str, new_draft_id: str) -> ComparisonPage | None:
        """Two drafts of one language compared, the older one first."""
        with self._reader.reading() as conn:
            compared = _comparison(conn, old_draft_id, new_draft_id)
            if compared is None:
                return None
            ids = (old_draft_id, new_draft_id)
            ends = {draft.id: draft for draft in drafts(conn, "id IN (?, ?)", ids)}
            rows = comparing.all_rows(
                conn,
                compared.id,
                provisions_of(conn, old_draft_id),
                provisions_of(conn, new_draft_id),
            )
            rows = absences.with_absences(conn, compared.id, rows)
            old, new = ends[old_draft_id], ends[new_draft_id]
            return ComparisonPage(
                compared,
                old,
                new,
                tuple(rows),
                ways.decisions_between(
                    conn, new.negotiation_id, new.language, old.symbol, new.symbol
                ),
                ways.differences(conn, old_draft_id, new_draft_id),
            )

    def compared(self, old_draft_id: str, new_draft_id: str) -> Compared | None:
        """All that an export of two drafts of one language holds, the older one first."""
        with self._reader.reading() as conn:
            page = self.comparison(old_draft_id, new_draft_id)
            if page is None:
                return None
            return Compared(
                _negotiation(conn, page.new.negotiation_id),
                page,
                tuple(sources(conn, old_draft_id)),
                tuple(sources(conn, new_draft_id)),
                findings.between(conn, page.comparison.id).findings,
                tuple(_drafts(conn, page.new.negotiation_id, page.new.language)),
            )

    def kept(self, draft_id: str) -> Kept | None:
        """A draft as it was put in, to the letter."""
        with self._reader.reading() as conn:
            row = next(iter(drafts(conn, "id = ?", (draft_id,))), None)
            draft = draft_rows.read(conn, draft_id)
            if row is None or draft is None:
                return None
            return Kept(_negotiation(conn, row.negotiation_id), row, draft)

    def findings(self, comparison_id: str) -> FindingsPage:
        """What a reader should know of the changes between two drafts, the most telling first."""
        with self._reader.reading() as conn:
            return findings.between(conn, comparison_id)

    def first_findings(self, comparison_ids: Iterable[str]) -> dict[str, tuple[FindingRow, ...]]:
        """The findings to see first, by comparison; no entry where nobody looked yet."""
        with self._reader.reading() as conn:
            return findings.first(conn, comparison_ids)

    def findings_of(self, link_ids: Iterable[str]) -> dict[str, list[FindingRow]]:
        """The findings that are told of these links, by link."""
        with self._reader.reading() as conn:
            return findings.of_links(conn, link_ids)

    def decisions(self, negotiation: str) -> tuple[DecisionRow, ...]:
        """What people decided of a negotiation's links, in the order of their file."""
        with self._reader.reading() as conn:
            return ways.decisions_of(conn, negotiation)

    def change(self, link_id: str) -> ChangeRow | None:
        """One row of a comparison by its id."""
        with self._reader.reading() as conn:
            row = comparing.one_row(conn, link_id)
            return absences.with_absence(conn, row) if row is not None else None

    def link(self, address: str) -> LinkPage | None:
        """What happened between two drafts at the address of a change."""
        with self._reader.reading() as conn:
            return linked.link_page(conn, address)

    def link_address(self, link_id: str) -> str | None:
        """The permanent address of a change by the id of its row."""
        with self._reader.reading() as conn:
            return linked.change_of(conn, link_id)

    def thread(self, address: str) -> ThreadPage | None:
        """The thread to which the address of any of its provisions leads."""
        with self._reader.reading() as conn:
            return histories.thread_page(conn, address)

    def threads(
        self, negotiation: str, language: str | None = None, *, articles_only: bool = False
    ) -> Grid:
        """All threads by round, in the reading order of the newest draft; what it lacks stands
        where it last stood."""
        with self._reader.reading() as conn:
            rounds = _drafts(conn, negotiation, language)
            return grids.grid(conn, rounds, articles_only=articles_only)

    def grid_page(self, negotiation: str, language: str | None = None) -> GridPage:
        """The articles by round (all provisions, where a text has no articles), with where each
        stands, what came or went between them, and which kinds of findings are told of them."""
        with self._reader.reading() as conn:
            return grid_ways.page(conn, _drafts(conn, negotiation, language))

    def grid_inside(self, rounds: Sequence[DraftRow], thread: str) -> GridPage:
        """The threads that stand inside the articles of one thread, by round."""
        with self._reader.reading() as conn:
            return grid_ways.inside(conn, rounds, thread)

    def uptakes(self, negotiation: str) -> UptakePage:
        """What of the proposals for a text stands in its drafts."""
        with self._reader.reading() as conn:
            return uptakes.page(conn, negotiation)

    def borrowed(self, negotiation: str) -> BorrowedPage:
        """What a negotiation's last draft has of earlier instruments, and what it left out."""
        with self._reader.reading() as conn:
            return borrowed.page(conn, negotiation)

    def beside(self, ids: Iterable[str]) -> Beside:
        """What proposals match provisions with these ids, and where these come from."""
        with self._reader.reading() as conn:
            return borrowed.beside(conn, ids)

    def search(
        self,
        text: str,
        negotiation: str | None = None,
        *,
        language: str | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> SearchResult:
        """Provisions that hold all words (and "phrases") of `text`, whatever is typed."""
        with self._reader.reading() as conn:
            return search.search(
                conn, text, negotiation=negotiation, language=language, limit=limit, offset=offset
            )

    def suggest(self, text: str, negotiation: str | None = None) -> Suggestions:
        """Drafts, headings and words that `text` may be the beginning of."""
        known = self._known.known()
        with self._reader.reading() as conn:
            return suggesting.suggest(conn, known, text, negotiation)

    def resolve(
        self, negotiation: str, text: str, language: str | None = None
    ) -> ProvisionRow | None:
        """The provision that people call `text` (`article 21`, `21(2)(a)`, an eId, an address), in
        the newest draft that has one."""
        with self._reader.reading() as conn:
            found = conn.execute(
                "SELECT provisions.id FROM provisions JOIN drafts ON drafts.id = draft_id "
                "WHERE address = ? AND negotiation_id = ?",
                (text.strip(), negotiation),
            ).fetchone()
            if found:
                return provisions_by_id(conn, [found[0]])[found[0]]
            for draft in reversed(_drafts(conn, negotiation, language)):
                named = naming.find(provisions_of(conn, draft.id), text)
                if named is not None:
                    return named
            return None

    def stories(self, negotiation: str) -> list[Story]:
        """What there is to see in a negotiation, in the manifest's order."""
        return [
            Story(*row)
            for row in self._rows(
                "SELECT title, text, symbol, provision_eid FROM stories "
                "WHERE negotiation_id = ? ORDER BY ordinal",
                negotiation,
            )
        ]

    def facts(self, negotiation: str, symbol: str | None = None) -> dict[str, list[Fact]]:
        """What is said of each round, by the symbol of its draft, in the order of the rounds."""
        found: dict[str, list[Fact]] = {}
        for row in self._rows(
            "SELECT facts.symbol, text, sure, provision_eid, source FROM facts "
            "LEFT JOIN rounds USING (negotiation_id, symbol) WHERE facts.negotiation_id = ? "
            "ORDER BY rounds.ordinal, facts.symbol, facts.ordinal",
            negotiation,
        ):
            if symbol in (None, row[0]):
                found.setdefault(row[0], []).append(Fact(*row[1:]))
        return found

    def claims(self, negotiation: str, symbol: str | None = None) -> list[Claim]:
        """What others say of a negotiation's drafts, in the manifest's order."""
        return [
            Claim(*row)
            for row in self._rows(
                "SELECT provision_eid, text, source, date, symbol FROM claims "
                "WHERE negotiation_id = ? ORDER BY ordinal",
                negotiation,
            )
            if symbol in (None, row[4])
        ]

    def word_thread(self, address: str) -> WordThread | None:
        """The provision to whose thread an address leads, in each draft that holds it."""
        with self._reader.reading() as conn:
            return ages.word_thread(conn, address)

    def word_ages(self, draft: DraftRow, provision_ids: Sequence[str]) -> WordAges | None:
        """The age of every word of provisions of one draft and of what is inside them; None if
        nobody has looked."""
        with self._reader.reading() as conn:
            return ages.word_ages(conn, draft, provision_ids)

    def word_cohorts(self, negotiation: str, language: str) -> tuple[WordCohort, ...]:
        """What is left of each round's words; nothing if nobody has looked."""
        with self._reader.reading() as conn:
            return ages.cohorts(conn, negotiation, language)

    def words_back(self, rounds: Sequence[DraftRow]) -> tuple[WordPassage, ...]:
        """Words that were deleted and came back, in all drafts of a negotiation and language."""
        with self._reader.reading() as conn:
            return word_turns.came_back(conn, rounds)

    def words_changed_back(
        self, rounds: Sequence[DraftRow], old: DraftRow, new: DraftRow
    ) -> tuple[WordPassage, ...]:
        """What was changed between two of these drafts and changed back before the second."""
        with self._reader.reading() as conn:
            return word_turns.changed_back(conn, rounds, old, new)

    def phrase(
        self, negotiation: str, language: str, question: phrase.Question
    ) -> PhrasePage | None:
        """What became of a phrase in all drafts of one language; None if there are none."""
        texts = self._texts.texts(negotiation, language)
        return phrase_course.phrase_page(texts, question) if texts is not None else None

    def telling_phrases(self, negotiation: str, language: str) -> tuple[str, ...]:
        """Phrases worth following, the most telling first; nothing if nobody has looked."""
        with self._reader.reading() as conn:
            return phrase.telling_phrases(conn, negotiation, language)

    def contests(
        self, negotiation: str, language: str, wanted: contests.Wanted
    ) -> ContestPage | None:
        """Words that were contested, the longest contested first; None if nobody has looked."""
        with self._reader.reading() as conn:
            return contests.contest_page(conn, negotiation, language, wanted)

    def contests_on(self, provision_ids: Sequence[str]) -> tuple[ContestRow, ...]:
        """The contests that have words in any of these provisions, in the order of their begin."""
        with self._reader.reading() as conn:
            return contests.contests_on(conn, provision_ids)

    def claims_judged(
        self, negotiation: str, about: Iterable[str] | None = None
    ) -> tuple[ClaimRow, ...]:
        """What others say of a negotiation's drafts, with what the texts say of it; with `about`
        only what is about these provisions, whatever their number was when it was said."""
        with self._reader.reading() as conn:
            own = _language(conn, negotiation)
            rounds = drafts(conn, "negotiation_id = ? AND language = ?", (negotiation, own))
            return claims.claims(conn, negotiation, rounds, about)

    def force(self, rounds: Sequence[DraftRow]) -> tuple[DraftForce, ...]:
        """How much each of these drafts obliges, permits and protects."""
        with self._reader.reading() as conn:
            return force.of_drafts(conn, rounds)

    def force_of(self, provision_ids: Iterable[str]) -> Mapping[str, ForceCounts]:
        """The same of provisions, without what is inside them; those without any are left out."""
        with self._reader.reading() as conn:
            return force.of_provisions(conn, provision_ids)

    def force_of_articles(self, old: DraftRow, new: DraftRow) -> tuple[ArticleForce, ...]:
        """The same of every article of two drafts of one language, the older first."""
        with self._reader.reading() as conn:
            return force.of_articles(conn, old, new)

    def flow(self, rounds: Sequence[DraftRow]) -> Flow | None:
        """What became of the articles of each of these drafts, which are of one language and in
        order, in the next; None if two of them have not been compared."""
        with self._reader.reading() as conn:
            return flow.flow(conn, rounds)

    def references(self, rounds: Sequence[DraftRow]) -> tuple[DraftReferences, ...]:
        """The references of each draft, those that lead nowhere one by one."""
        with self._reader.reading() as conn:
            return pointers.of_drafts(conn, rounds)

    def reference_changes(self, old: DraftRow, new: DraftRow) -> ReferenceChanges:
        """What became of the references between two drafts, the older first."""
        with self._reader.reading() as conn:
            return pointers.changes(conn, old, new)

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self._reader.reading() as conn:
            return [tuple(row) for row in conn.execute(sql, values)]


def _negotiation(conn: sqlite3.Connection, negotiation: str) -> NegotiationRow:
    row = conn.execute("SELECT * FROM negotiations WHERE id = ?", (negotiation,)).fetchone()
    found = drafts(conn, "negotiation_id = ?", (negotiation,))
    dates = sorted(draft.date for draft in found)
    return NegotiationRow(
        **dict(row),
        draft_count=len(found),
        first_date=dates[0] if dates else "",
        last_date=dates[-1] if dates else "",
        languages=tuple(sorted({draft.language for draft in found})),
        standings=tuple(sorted({draft.standing for draft in found})),
    )


def _language(conn: sqlite3.Connection, negotiation: str) -> str:
    row = conn.execute("SELECT language FROM negotiations WHERE id = ?", (negotiation,)).fetchone()
    return str(row[0]) if row else ""


def _drafts(conn: sqlite3.Connection, negotiation: str, language: str | None) -> list[DraftRow]:
    found = drafts(conn, "negotiation_id = ?", (negotiation,))
    if language is None:
        language = _language(conn, negotiation)
        languages = [draft.language for draft in found]
        if languages and language not in languages:
            language = languages[0]
    return [draft for draft in found if draft.language == language]


def _comparison(
    conn: sqlite3.Connection, old_draft_id: str, new_draft_id: str
) -> ComparisonRow | None:
    ends = (old_draft_id, new_draft_id)
    found = comparisons(conn, "old_draft_id = ? AND new_draft_id = ?", ends)
    return found[0] if found else None
