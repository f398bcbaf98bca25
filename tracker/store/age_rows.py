"""The ages of words as rows.

In: an `Analysis`. Out: the runs of words of every provision that share a history, and the histories
themselves: in which drafts words entered and left. What was changed and changed back between two
drafts follows from these, for every pair, and has no rows of its own.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from tracker.history import Aged, Ages, Life, Run, deletions
from tracker.store.analysis import Analysis
from tracker.store.keys import draft_key, provision_key
from tracker.store.tables import Row, put_rows, table

HISTORIES = table("word_histories", "id", "negotiation_id language words")
LIVES = table("word_lives", "history_id ordinal", "entered_draft_id left_draft_id")
RUNS = table(
    "word_runs",
    "provision_id field run_start",
    "run_end word_count history_id is_last certain",
)

Lives = tuple[Life, ...]

_OWN = "negotiation_id = ? AND language = ?"
_OF_HISTORY = f"history_id IN (SELECT id FROM word_histories WHERE {_OWN})"
_OF_PROVISION = (
    "provision_id IN (SELECT provisions.id FROM provisions "
    f"JOIN drafts ON drafts.id = draft_id WHERE {_OWN})"
)


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    scope = (found.negotiation, found.language)
    drafts = [draft_key(found.negotiation, one, found.language) for one in found.ages.symbols]
    words = _words(found.ages)
    keys = {lives: history_key(*scope, lives) for lives in words}
    put_rows(
        conn, HISTORIES, ((keys[one], *scope, count) for one, count in words.items()), _OWN, scope
    )
    put_rows(conn, LIVES, _lives(keys, drafts), _OF_HISTORY, scope)
    put_rows(conn, RUNS, _runs(found.ages, keys, drafts), _OF_PROVISION, scope)


def _words(ages: Ages) -> Counter[Lives]:
    """How many words of the negotiation have each history: a word counts in the draft in which it
    entered, where it stands once."""
    words: Counter[Lives] = Counter()
    for place in range(len(ages.drafts)):
        for _, run in ages.runs(place):
            words[run.lives] += run.words if run.entered == place else 0
    return words


def _lives(keys: Mapping[Lives, str], drafts: Sequence[str]) -> Iterator[Row]:
    for lives, key in keys.items():
        for ordinal, life in enumerate(lives, 1):
            left = None if life.left is None else drafts[life.left]
            yield key, ordinal, drafts[life.entered], left


def _runs(ages: Ages, keys: Mapping[Lives, str], drafts: Sequence[str]) -> Iterator[Row]:
    last = _last_printed(ages)
    for place, provisions in enumerate(ages.drafts):
        for one in provisions:
            provision = provision_key(drafts[place], one.eid)
            for run, is_last in _joined(one, last.get((place, one.eid), frozenset())):
                yield (
                    provision,
                    run.field,
                    run.start,
                    run.end,
                    run.words,
                    keys[run.lives],
                    int(is_last),
                    int(run.sure),
                )


def history_key(negotiation: str, language: str, lives: Iterable[Life]) -> str:
    """The id of a history, made of the rounds in which the words stood.

    >>> history_key("moon", "en", [Life(0, 3), Life(4, 5), Life(7, None)])
    'moon@en:1-3,5,8-'
    """
    spans = (
        f"{one.entered + 1}-"
        if one.left is None
        else f"{one.entered + 1}-{one.left}"
        if one.left > one.entered + 1
        else f"{one.left}"
        for one in lives
    )
    return f"{negotiation}@{language}:{','.join(spans)}"


def _last_printed(ages: Ages) -> dict[tuple[int, str], set[int]]:
    """By draft and provision, the first words of the runs that no draft prints any more before they
    are deleted."""
    found: dict[tuple[int, str], set[int]] = {}
    for one in deletions(ages):
        found.setdefault((one.place, one.eid), set()).add(one.run.first)
    return found


def _joined(one: Aged, last: Collection[int]) -> Iterator[tuple[Run, bool]]:
    """The runs of a provision; neighbours with the same history are one to a reader."""

    def alike(run: Run) -> tuple[object, ...]:
        return run.field, run.lives, run.sure, run.first in last

    for (*_, is_last), some in groupby(one.runs, alike):
        runs = list(some)
        words = sum(run.words for run in runs)
        yield replace(runs[0], end=runs[-1].end, words=words), bool(is_last)
