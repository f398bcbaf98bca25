"""A phrase through all drafts, answered from texts that are kept ready.

In: a database, a negotiation and a language; a phrase. Out: a `PhrasePage`. A phrase cannot be
stored, and to read all texts for each question takes too long: `Shelf` keeps those of the last few
negotiations that were asked, for as long as the database stays as it is.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tracker.history import (
    Issue,
    Negotiated,
    Passage,
    PhraseBook,
)
from tracker.model import Alignment, Link, Member, Thread
from tracker.store.absences import of_threads
from tracker.store.keys import comparison_key
from tracker.store.reader import Reader
from tracker.store.records.absences import Absence
from tracker.store.records.drafts import DraftRow, ProvisionRow
from tracker.store.rows import drafts

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
        absent: Mapping[tuple[str, int], Absence] = MappingProxyType({}),
    ) -> None:
        """`provisions` are in the order of `book.passages`, with whether their link to the draft
        before is certain; `absent` says of threads how sure it is that a draft lacks them."""
        self.drafts = tuple(rounds)
        self.provisions = tuple(one for one, _ in provisions)
        self.by_id = {one.id: one for one in self.provisions}
        self.doubtful = frozenset(one.id for one, certain in provisions if not certain)
        self.absent = absent
        self.all_of = _all_of(self.provisions)
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
        self.members = _members(self.provisions)
        threads = [
            Thread(key, tuple(Member(symbols[one.draft_id], one.eid) for one in members))
            for key, members in self.members.items()
        ]
        issues = [Issue(one.symbol, one.partial) for one in rounds]
        self.negotiated = Negotiated(issues, threads, alignments)

    def at(self, symbol: str) -> int:
        """The place of a draft."""
        return next(n for n, one in enumerate(self.drafts) if one.symbol == symbol)


def _members(provisions: Iterable[ProvisionRow]) -> dict[str, list[ProvisionRow]]:
    """The provisions by thread."""
    found: dict[str, list[ProvisionRow]] = {}
    for one in provisions:
        found.setdefault(one.thread_id or one.address, []).append(one)
    return found


def _all_of(provisions: Iterable[ProvisionRow]) -> dict[str, str]:
    """By provision what it is all the text of: what holds nothing else, and says no word itself."""
    every = list(provisions)
    bare = {one.id for one in every if not one.text.strip()}
    inside = Counter(one.parent_id for one in every)
    return {
        one.id: one.parent_id
        for one in every
        if one.parent_id is not None and one.parent_id in bare and inside[one.parent_id] == 1
    }


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


_Read = tuple[
    list[DraftRow],
    list[tuple[ProvisionRow, bool]],
    Mapping[tuple[str, str], Alignment],
    Mapping[tuple[str, int], Absence],
]


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
    place = {one.id: n for n, one in enumerate(rounds)}
    lives: dict[str, list[str]] = {}
    for thread, members in _members(row for row, _ in provisions).items():
        lives[thread] = [""] * len(rounds)
        for member in members:
            lives[thread][place[member.draft_id]] = member.id
    return rounds, provisions, alignments, of_threads(conn, rounds, lives)


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


def telling_phrases(conn: sqlite3.Connection, negotiation: str, language: str) -> tuple[str, ...]:
    """Phrases worth asking for first, the most telling first; none before the analysis."""
    found = conn.execute(
        "SELECT phrase FROM telling_phrases WHERE negotiation_id = ? AND language = ? "
        "ORDER BY ordinal",
        (negotiation, language),
    )
    return tuple(row[0] for row in found)
