"""Words that came back, and what was changed between two drafts and changed back.

In: a connection, the drafts of a negotiation in one language. Out: `WordPassage`s. What words did
follows from their history alone, so that only those runs are read that are to be shown.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.history.ages_text import word_spans
from tracker.store.ages import RUNS, field_of, histories, run_of, words_of
from tracker.store.records import DraftRow
from tracker.store.records.ages import TurnKind, WordLives, WordPassage
from tracker.store.rows import provisions_by_id

Turn = tuple[TurnKind, int, int]
"""What words did: how, and in which two rounds."""

Wanted = dict[int, dict[str, tuple[WordLives, Turn]]]
"""By the round in which to show them, by the id of their history, the words to be shown."""


def came_back(conn: sqlite3.Connection, rounds: Sequence[DraftRow]) -> tuple[WordPassage, ...]:
    """The words that came back, in the draft that brought them back and in its order. `rounds` are
    all drafts of one negotiation and language."""
    wanted: Wanted = {}
    for key, lives in _histories_of(conn, rounds).items():
        for before, life in pairwise(lives):
            if before.left is not None:
                turn: Turn = ("left and came back", before.left, life.entered)
                wanted.setdefault(life.entered, {})[key] = lives, turn
    return tuple(_passages(conn, rounds, wanted))


def changed_back(
    conn: sqlite3.Connection, rounds: Sequence[DraftRow], old: DraftRow, new: DraftRow
) -> tuple[WordPassage, ...]:
    """What was changed between two drafts and changed back before the second. Words that came back
    are shown in the newer of the two, words that passed in the draft that brought them. `rounds`
    are all drafts of the negotiation and language."""
    wanted: Wanted = {}
    for key, lives in _histories_of(conn, rounds).items():
        turn = turned(lives, old.position, new.position)
        if turn is not None:
            position = new.position if turn[0] == "left and came back" else turn[1]
            wanted.setdefault(position, {})[key] = lives, turn
    return tuple(_passages(conn, rounds, wanted))


def turned(lives: WordLives, old: int, new: int) -> Turn | None:
    """What words did between two rounds, as `tracker.history.there_and_back` has it.

    >>> from tracker.store.records.ages import WordLife
    >>> turned((WordLife(1, 3), WordLife(5, None)), 2, 6)
    ('left and came back', 3, 5)
    >>> turned((WordLife(3, 5),), 2, 6), turned((WordLife(3, 5),), 2, 4)
    (('came in and left', 3, 5), None)
    """
    at_old = next((one for one in lives if one.holds(old)), None)
    at_new = next((one for one in lives if one.holds(new)), None)
    if at_old is not None and at_new is not None:
        if at_old != at_new and at_old.left is not None:
            return "left and came back", at_old.left, at_new.entered
    elif at_old is None and at_new is None:
        between = [(one.entered, one.left) for one in lives if one.entered > old]
        ended = [(entered, left) for entered, left in between if left is not None and left <= new]
        if ended:
            return "came in and left", ended[0][0], ended[-1][1]
    return None


def _histories_of(conn: sqlite3.Connection, rounds: Sequence[DraftRow]) -> dict[str, WordLives]:
    return histories(conn, rounds[0].negotiation_id, rounds[0].language) if rounds else {}


def _passages(
    conn: sqlite3.Connection, rounds: Sequence[DraftRow], wanted: Wanted
) -> Iterator[WordPassage]:
    partial = {draft.position: draft.partial for draft in rounds}
    for draft in rounds:
        keys = wanted.get(draft.position, {})
        if not keys:
            continue
        rows = conn.execute(
            f"{RUNS} JOIN provisions ON provisions.id = word_runs.provision_id "
            "WHERE draft_id = ? AND history_id IN (SELECT value FROM json_each(?)) "
            "ORDER BY provisions.ordinal, field, run_start",
            (draft.id, json.dumps(list(keys))),
        ).fetchall()
        provisions = provisions_by_id(conn, {row["provision_id"] for row in rows})
        last: WordPassage | None = None
        for row in rows:
            lives, turn = keys[row["history_id"]]
            run = run_of(row, lives)
            provision = provisions[run.provision_id]
            unsaid = partial[turn[1]] or partial[turn[2]]
            text = words_of(provision, run)
            one = WordPassage(turn[0], provision, draft.position, run, text, *turn[1:], unsaid)
            joined = _joined(last, one) if last is not None else None
            if last is not None and joined is None:
                yield last
            last = joined or one
        if last is not None:
            yield last


def _joined(before: WordPassage, one: WordPassage) -> WordPassage | None:
    """Passages with no word between them that did the same at the same time are one."""
    if _did(before) != _did(one):
        return None
    if word_spans(field_of(one.provision, one.run)[before.run.end : one.run.start]):
        return None
    words = before.run.words + one.run.words
    run = replace(before.run, end=one.run.end, words=words)
    return replace(before, run=run, text=words_of(one.provision, run))


def _did(one: WordPassage) -> tuple[object, ...]:
    run = one.run
    return one.kind, one.first, one.second, run.provision_id, run.field, run.certain
