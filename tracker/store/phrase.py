"""A phrase through all drafts, answered from texts that are kept ready.

In: a database, a negotiation and a language; a phrase. Out: a `PhrasePage`. A phrase cannot be
stored, and to read all texts for each question takes too long: `Shelf` keeps those of the last few
negotiations that were asked, for as long as the database stays as it is.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.history import (
    Hit,
    Issue,
    Negotiated,
    Passage,
    PhraseBook,
    PhraseCourse,
    Stay,
    ThreadCourse,
    occurrence,
)
from tracker.model import Alignment, Link, Member, Thread
from tracker.store.keys import comparison_key
from tracker.store.reader import Reader
from tracker.store.records.drafts import DraftRow, ProvisionRow
from tracker.store.records.phrase import (
    Began,
    Ended,
    PhraseCell,
    PhraseCount,
    PhrasePage,
    PhraseRow,
    PhraseSeen,
    PhraseStand,
    PhraseStay,
)
from tracker.store.rows import drafts
from tracker.words import words

MOST_KEPT = 4
"""The texts of so many negotiations are kept ready: some ten megabytes each, if they are long."""

_PROVISIONS = """
SELECT p.id, p.draft_id, p.eid, p.ordinal, p.kind, p.is_article, p.number, p.heading, p.text,
    p.parent_id, p.depth, p.page, p.legal_function, p.function_evidence, p.word_count, p.address,
    m.thread_id, m.certain
FROM provisions AS p JOIN drafts ON drafts.id = p.draft_id
LEFT JOIN thread_members AS m ON m.provision_id = p.id
WHERE drafts.negotiation_id = ? AND drafts.language = ?
ORDER BY drafts.position, p.ordinal
"""
_LINKS = """
SELECT older.symbol, newer.symbol, links.old_provision_id, links.new_provision_id, relation, score
FROM links JOIN comparisons ON comparisons.id = comparison_id
JOIN drafts AS older ON older.id = old_draft_id
JOIN drafts AS newer ON newer.id = new_draft_id
WHERE comparison_id IN (SELECT value FROM json_each(?))
    AND links.old_provision_id IS NOT NULL AND links.new_provision_id IS NOT NULL
ORDER BY links.comparison_id, links.ordinal
"""


class Texts:
    """The texts of a negotiation in one language, ready to be asked. Nothing in it changes."""

    def __init__(
        self,
        rounds: Sequence[DraftRow],
        provisions: Sequence[tuple[ProvisionRow, bool]],
        alignments: Mapping[tuple[str, str], Alignment],
    ) -> None:
        """`provisions` are in the order of `book.passages`, with whether their link to the draft
        before is certain."""
        self.drafts = tuple(rounds)
        self.provisions = tuple(one for one, _ in provisions)
        self.by_id = {one.id: one for one in self.provisions}
        self.doubtful = frozenset(one.id for one, certain in provisions if not certain)
        self.place = {one.id: n for n, one in enumerate(rounds)}
        symbols = {one.id: one.symbol for one in rounds}
        language = rounds[0].language
        self.book = PhraseBook(
            (
                Passage(symbols[one.draft_id], one.eid, one.number, one.heading, one.text)
                for one in self.provisions
            ),
            language,
        )
        self.members: dict[str, list[ProvisionRow]] = {}
        for one in self.provisions:
            self.members.setdefault(one.thread_id or one.address, []).append(one)
        threads = [
            Thread(key, tuple(Member(symbols[one.draft_id], one.eid) for one in members))
            for key, members in self.members.items()
        ]
        issues = [Issue(one.symbol, one.partial) for one in rounds]
        self.negotiated = Negotiated(issues, threads, alignments)

    def at(self, symbol: str) -> int:
        """The place of a draft."""
        return next(n for n, one in enumerate(self.drafts) if one.symbol == symbol)


@dataclass(frozen=True, slots=True)
class Question:
    """A phrase as somebody typed it; the draft to show it in (`""`: the last that has it), and in
    how many places at most."""

    asked: str
    stemmed: bool = False
    symbol: str = ""
    most_seen: int = 100


class Shelf:
    """The texts that were asked last. Serves all threads of a server."""

    def __init__(self, reader: Reader, state: Callable[[], str]) -> None:
        """`state` tells what the database is as of now, as `Library.state` does."""
        self._reader = reader
        self._state = state
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, str], tuple[str, Texts]] = OrderedDict()

    def texts(self, negotiation: str, language: str) -> Texts | None:
        """The texts as they are in the database now; None if there is no draft. Whoever asks for
        the same texts at the same time waits until they are read, instead of reading them too."""
        key = (negotiation, language)
        with self._lock:
            with self._reader.reading() as conn:
                state = self._state()
                kept = self._kept.get(key)
                if kept is not None and kept[0] == state:
                    self._kept.move_to_end(key)
                    return kept[1]
                found = _read(conn, negotiation, language)
            if found is None:
                self._kept.pop(key, None)
                return None
            texts = Texts(*found)
            self._kept[key] = (state, texts)
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            return texts


_Read = tuple[list[DraftRow], list[tuple[ProvisionRow, bool]], Mapping[tuple[str, str], Alignment]]


def _read(conn: sqlite3.Connection, negotiation: str, language: str) -> _Read | None:
    scope = (negotiation, language)
    rounds = drafts(conn, "negotiation_id = ? AND language = ?", scope)
    if not rounds:
        return None
    provisions: list[tuple[ProvisionRow, bool]] = []
    for row in conn.execute(_PROVISIONS, scope):
        key, draft, eid, ordinal, kind, is_article, *others, certain = row
        one = ProvisionRow(key, draft, eid, ordinal, kind, bool(is_article), *others)
        provisions.append((one, certain != 0))
    eids = {one.id: one.eid for one, _ in provisions}
    links: dict[tuple[str, str], list[Link]] = {}
    compared = (json.dumps(_neighbours(rounds)),)
    for old, new, before, after, relation, score in conn.execute(_LINKS, compared):
        link = Link(eids[before], eids[after], relation, score)
        links.setdefault((old, new), []).append(link)
    alignments = {pair: Alignment(*pair, tuple(found)) for pair, found in links.items()}
    return rounds, provisions, alignments


def _neighbours(rounds: Sequence[DraftRow]) -> list[str]:
    """The comparisons that say where a phrase came from: of each draft with the one before, and
    further back as long as there are only partial ones between."""
    found: list[str] = []
    for n, new in enumerate(rounds):
        for old in reversed(rounds[:n]):
            found.append(comparison_key(old.id, new.id))
            if not old.partial:
                break
    return found


def phrase_page(texts: Texts, question: Question) -> PhrasePage:
    """What becomes of a phrase; what has no word in it stands nowhere."""
    book = texts.book
    phrase = book.phrase(question.asked, stemmed=question.stemmed)
    hits = list(book.find(phrase))
    course = texts.negotiated.course(book, phrase, hits)
    rows = _rows(texts, course)
    shown = texts.at(question.symbol) if question.symbol else _last(course)
    seen = tuple(_seen(texts, hits, shown, question.most_seen)) if shown is not None else ()
    return PhrasePage(
        drafts=texts.drafts,
        words=phrase.words,
        stemmed=phrase.stemmed,
        cut=len(words(question.asked)) > len(phrase.words),
        unknown=phrase.unknown,
        counts=tuple(_counts(texts, course, rows)),
        rows=rows,
        entered=course.entered,
        left=course.left,
        shown=shown,
        seen=seen,
        provisions=tuple(_around(texts, rows, seen)),
    )


def _last(course: PhraseCourse) -> int | None:
    """The place of the last draft that has the phrase."""
    return next((n for n, one in reversed([*enumerate(course.counts)]) if one.occurrences), None)


def _rows(texts: Texts, course: PhraseCourse) -> tuple[PhraseRow, ...]:
    """First those that have it in the last draft, in its order, then those that had it longest."""

    def key(row: PhraseRow) -> tuple[int, int]:
        return -texts.place[row.provision.draft_id], row.provision.ordinal

    return tuple(sorted((_row(texts, one) for one in course.threads), key=key))


def _row(texts: Texts, course: ThreadCourse) -> PhraseRow:
    members: dict[int, list[ProvisionRow]] = {}
    for one in texts.members[course.thread]:
        members.setdefault(texts.place[one.draft_id], []).append(one)
    having: dict[int, list[PhraseStand]] = {}
    for stand in course.stands:
        for one in members[stand.place]:
            if one.eid == stand.eid:
                sure = one.id not in texts.doubtful
                having.setdefault(stand.place, []).append(PhraseStand(one, stand.occurrences, sure))
    cells = tuple(
        _cell(having.get(n, ()), members.get(n, ()), partial=draft.partial)
        for n, draft in enumerate(texts.drafts)
    )
    stays = tuple(_stay(texts, stay, members, again=n > 0) for n, stay in enumerate(course.stays))
    last = having[max(having)][-1].provision
    return PhraseRow(course.thread, last, cells, stays)


def _cell(
    stands: Sequence[PhraseStand], members: Sequence[ProvisionRow], *, partial: bool
) -> PhraseCell:
    if stands:
        return PhraseCell("has", tuple(stands))
    if members:
        return PhraseCell("lacks", without=members[0])
    return PhraseCell("uncovered" if partial else "absent")


def _stay(
    texts: Texts, stay: Stay, members: Mapping[int, Sequence[ProvisionRow]], *, again: bool
) -> PhraseStay:
    before = [n for n in members if n < stay.entered]
    began: Began = (
        "first"
        if stay.entered == 0
        else "moved"
        if stay.came_from
        else "back"
        if again
        else "added"
        if before
        else "seen"
        if all(one.partial for one in texts.drafts[: stay.entered])
        else "new"
    )
    stands_on = stay.left is not None and stay.left in members
    ended: Ended = (
        "" if stay.left is None else "moved" if stay.went_to else "removed" if stands_on else "gone"
    )
    # What was put in or taken out is told by the link that the provision continues by.
    asked = [n for n in (stay.entered if before else None, stay.left) if n is not None]
    links = [one.id for n in asked for one in members.get(n, ())]
    moved_surely = stay.came_surely and stay.went_surely
    certain = moved_surely and texts.doubtful.isdisjoint(links)
    ends = (stay.came_from, stay.went_to)
    return PhraseStay(stay.entered, stay.left, began, ended, *ends, certain)


def _counts(texts: Texts, course: PhraseCourse, rows: Sequence[PhraseRow]) -> Iterator[PhraseCount]:
    stays = [stay for row in rows for stay in row.stays]
    for n, (draft, one) in enumerate(zip(texts.drafts, course.counts, strict=True)):
        came = sum(x.entered == n and x.began not in ("first", "moved") for x in stays)
        left = sum(x.left == n and x.ended != "moved" for x in stays)
        yield PhraseCount(draft, one.occurrences, one.provisions, came, left)


def _seen(texts: Texts, hits: Iterable[Hit], shown: int, most: int) -> Iterator[PhraseSeen]:
    draft = texts.drafts[shown].id
    for hit in hits:
        provision = texts.provisions[hit.passage]
        if provision.draft_id == draft and most > 0:
            most -= 1
            one = occurrence(texts.book, hit)
            yield PhraseSeen(provision, hit.field, one.before, one.found, one.after)


def _around(
    texts: Texts, rows: Sequence[PhraseRow], seen: Sequence[PhraseSeen]
) -> Iterator[ProvisionRow]:
    """The provisions that are named, and those that they stand in."""
    named = [stand.provision for row in rows for cell in row.cells for stand in cell.stands]
    done: set[str] = set()
    for one in (*named, *(place.provision for place in seen)):
        at: ProvisionRow | None = one
        while at is not None and at.id not in done:
            done.add(at.id)
            yield at
            at = texts.by_id.get(at.parent_id or "")


def telling_phrases(conn: sqlite3.Connection, negotiation: str, language: str) -> tuple[str, ...]:
    """Phrases worth asking for first, the most telling first; none before the analysis."""
    found = conn.execute(
        "SELECT phrase FROM telling_phrases WHERE negotiation_id = ? AND language = ? "
        "ORDER BY ordinal",
        (negotiation, language),
    )
    return tuple(row[0] for row in found)
