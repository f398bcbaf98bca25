"""What somebody who types a few letters may look for: drafts, headings, words.

In: the database, and what was typed. Out: `Suggestions`. Headings and words are read once for each
state of the database and kept; letters are compared without case and accents.
"""

from __future__ import annotations

import sqlite3
import threading
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tracker.stems import stems
from tracker.store.reader import Reader
from tracker.store.records import DraftRow
from tracker.store.records.suggestions import HeadingFound, Suggestions
from tracker.store.rows import drafts, provisions_by_id
from tracker.store.search import exists
from tracker.words import words

MOST = 5
"""Of each sort."""

TRIED = 20
"""So many words, the commonest, are looked at for what completes the last one."""

SHORTEST = 2
"""One letter is the beginning of too much."""

LONGEST = 200
"""Nobody types more than that and waits for a suggestion; a name or a symbol is shorter."""

LIKE = 0.7
"""Share of letters that must agree for one word to be taken for another."""

_LISTED = "negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)"

# Of a provision that stands in several drafts, the last heading; in each language.
_HEADINGS = f"""
SELECT provisions.id, provisions.heading, thread_id, is_article, symbol, negotiation_id, language
FROM provisions JOIN drafts ON drafts.id = provisions.draft_id
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
WHERE heading <> '' AND {_LISTED}
ORDER BY negotiation_id, language, position DESC, provisions.ordinal
"""
_TEXTS = f"""
SELECT heading, text FROM provisions JOIN drafts ON drafts.id = draft_id WHERE {_LISTED}
"""


@dataclass(frozen=True, slots=True)
class _Heading:
    words: tuple[str, ...]
    length: int
    is_article: bool
    order: int
    provision_id: str
    scope: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What can be suggested. `terms` are folded words in alphabetical order, `printed` how each
    is mostly written, `counts` how often it stands in the texts."""

    drafts: tuple[DraftRow, ...]
    headings: tuple[_Heading, ...]
    terms: tuple[str, ...]
    printed: dict[str, str]
    counts: dict[str, int]


class Shelf:
    """What can be suggested from a database as it is now. Serves all threads of a server."""

    def __init__(self, reader: Reader, state: Callable[[], str]) -> None:
        """`state` tells what the database is as of now, as `Library.state` does."""
        self._reader = reader
        self._state = state
        self._lock = threading.Lock()
        self._kept: tuple[str, Known] | None = None

    def known(self) -> Known:
        """Read anew where the database has changed."""
        with self._lock, self._reader.reading() as conn:
            state = self._state()
            if self._kept is None or self._kept[0] != state:
                self._kept = state, _read(conn)
            return self._kept[1]


def suggest(
    conn: sqlite3.Connection, known: Known, text: str, negotiation: str | None
) -> Suggestions:
    """What `text` may be the beginning of, in one negotiation or in all."""
    asked = tuple(_folded(text[:LONGEST]))
    if len(text) > LONGEST or sum(map(len, asked)) < SHORTEST:
        return Suggestions()
    headings = [
        one
        for one in known.headings
        if negotiation in (None, one.scope[0]) and _begins(asked, one.words)
    ]
    headings.sort(key=lambda one: (not one.is_article, one.length, one.order))
    rows = provisions_by_id(conn, [one.provision_id for one in headings[:MOST]])
    return Suggestions(
        drafts=_drafts(known.drafts, text, negotiation),
        headings=tuple(HeadingFound(*one.scope, rows[one.provision_id]) for one in headings[:MOST]),
        words=_completed(conn, known, text, asked),
        instead=_instead(known, asked),
    )


def folded_symbol(text: str) -> str:
    """A symbol as people type it: without blanks and case.

    >>> folded_symbol(" a/res/79/ 243 ")
    'a/res/79/243'
    """
    return "".join(text.split()).casefold()


def _read(conn: sqlite3.Connection) -> Known:
    counts: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for heading, text in conn.execute(_TEXTS):
        for word in (*words(heading), *words(text)):
            if any(letter.isalpha() for letter in word):
                forms[_fold(word)][word] += 1
    for term, some in forms.items():
        counts[term] = some.total()
    # As it is mostly written; of forms written as often the first by its letters.
    printed = {term: min(some, key=lambda x: (-some[x], x)) for term, some in forms.items()}
    return Known(
        drafts=tuple(drafts(conn, _LISTED)),
        headings=_headings(conn),
        terms=tuple(sorted(counts)),
        printed=printed,
        counts=dict(counts),
    )


def _headings(conn: sqlite3.Connection) -> tuple[_Heading, ...]:
    found: dict[str, _Heading] = {}
    for key, heading, thread, is_article, symbol, negotiation, language in conn.execute(_HEADINGS):
        own = tuple(_folded(heading))
        scope = (negotiation, language, symbol)
        one = _Heading(own, len(own), bool(is_article), len(found), key, scope)
        found.setdefault(thread or key, one)
    return tuple(found.values())


def _folded(text: str) -> list[str]:
    return [_fold(word) for word in words(text)]


def _fold(word: str) -> str:
    """A word without case and accents.

    >>> _fold("Pénale")
    'penale'
    """
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)) or word


def _begins(asked: Sequence[str], own: Sequence[str]) -> bool:
    """Every word stands in the heading, the last one perhaps only begun."""
    whole = all(word in own for word in asked[:-1])
    return whole and any(word.startswith(asked[-1]) for word in own)


def _drafts(known: Sequence[DraftRow], text: str, negotiation: str | None) -> tuple[DraftRow, ...]:
    asked = folded_symbol(text)
    scored = []
    for order, one in enumerate(known):
        symbol, name = folded_symbol(one.symbol), folded_symbol(one.name)
        if negotiation not in (None, one.negotiation_id):
            continue
        if asked in symbol or (len(asked) > SHORTEST and asked in name):
            scored.append((symbol != asked, not symbol.endswith(asked), order, one))
    return tuple(one for *_, one in sorted(scored, key=lambda entry: entry[:3]))[:MOST]


def _completed(
    conn: sqlite3.Connection, known: Known, text: str, asked: Sequence[str]
) -> tuple[str, ...]:
    """The text with its last word completed, unless that word is at its end. Only what would be
    found, and of the forms of one word the commonest."""
    if text[-1:].isspace() or len(asked[-1]) < SHORTEST:
        return ()
    begun = asked[-1]
    first = bisect_left(known.terms, begun)
    # The last possible word that begins so.
    last = bisect_left(known.terms, begun + "\U0010ffff")
    some = [term for term in known.terms[first:last] if term != begun]
    some.sort(key=lambda term: (-known.counts[term], term))
    before = [known.printed.get(word, word) for word in asked[:-1]]
    found: dict[str, str] = {}
    for term in some[:TRIED]:
        whole = " ".join([*before, known.printed[term]]).lower()
        if exists(conn, whole):
            found.setdefault(stems([term], "en")[0], whole)
    return tuple(found.values())[:MOST]


def _instead(known: Known, asked: Sequence[str]) -> str:
    """The words with those that no text has replaced by what is spelt most like them."""
    replaced = []
    for word in asked:
        if word in known.counts or not any(letter.isalpha() for letter in word):
            replaced.append(word)
            continue
        near = process.extract(
            word, known.terms, scorer=OSA.normalized_similarity, score_cutoff=LIKE, limit=10
        )
        if not near:
            return ""
        best = min(near, key=lambda one: (-one[1], -known.counts[one[0]], one[0]))
        replaced.append(best[0])
    if replaced == list(asked):
        return ""
    return " ".join(known.printed.get(word, word) for word in replaced).lower()
