"""The ages of words, read.

In: a connection and a provision, a negotiation's language or two drafts. Out: the records of
`records.ages`. The histories of a negotiation are few; they are read first, and then only the runs
that a question is about.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.store.records import DraftRow, ProvisionRow
from tracker.store.records.ages import (
    DeletedRun,
    WordAges,
    WordCohort,
    WordLife,
    WordLives,
    WordRun,
    WordThread,
)
from tracker.store.rows import drafts, provisions_by_id, subtree, thread_at

Histories = Mapping[str, WordLives]
"""By the id of a history, its lives."""

RUNS = """
SELECT word_runs.provision_id, field, run_start, run_end, word_runs.word_count, history_id, certain,
    is_last
FROM word_runs
"""


def word_thread(conn: sqlite3.Connection, address: str) -> WordThread | None:
    """The thread to which the address of any of its provisions leads, None if there is none."""
    found = thread_at(conn, address)
    if found is None:
        return None
    ids = conn.execute(
        "SELECT provision_id FROM thread_members WHERE thread_id = ?", (found["id"],)
    )
    members: dict[str, list[ProvisionRow]] = {}
    for one in provisions_by_id(conn, [row[0] for row in ids]).values():
        members.setdefault(one.draft_id, []).append(one)
    return WordThread(
        id=found["id"],
        negotiation_id=found["negotiation_id"],
        language=found["language"],
        drafts=tuple(
            drafts(
                conn,
                "negotiation_id = ? AND language = ?",
                (found["negotiation_id"], found["language"]),
            )
        ),
        members={
            key: tuple(sorted(some, key=lambda one: one.ordinal)) for key, some in members.items()
        },
    )


def histories(conn: sqlite3.Connection, negotiation: str, language: str) -> dict[str, WordLives]:
    """All histories of a negotiation's words in one language."""
    found: dict[str, WordLives] = {}
    for key, entered, left in conn.execute(
        "SELECT word_histories.id, since_draft.position, left_draft.position FROM word_histories "
        "JOIN word_lives ON history_id = word_histories.id "
        "JOIN drafts AS since_draft ON since_draft.id = entered_draft_id "
        "LEFT JOIN drafts AS left_draft ON left_draft.id = left_draft_id "
        "WHERE word_histories.negotiation_id = ? AND word_histories.language = ? "
        "ORDER BY word_histories.id, ordinal",
        (negotiation, language),
    ):
        found[key] = (*found.get(key, ()), WordLife(entered, left))
    return found


def word_ages(
    conn: sqlite3.Connection, draft: DraftRow, provision_ids: Sequence[str]
) -> WordAges | None:
    """The ages of the words of provisions of one draft and of all inside them; None where nobody
    has looked."""
    known = histories(conn, draft.negotiation_id, draft.language)
    if not known:
        return None
    held = {one.id: one for key in provision_ids for one in subtree(conn, key)}
    runs: dict[str, list[WordRun]] = {key: [] for key in held}
    for run in _runs_of(conn, held, known):
        runs[run.provision_id].append(run)
    return WordAges(
        draft,
        tuple(sorted(held.values(), key=lambda one: one.ordinal)),
        {key: tuple(some) for key, some in runs.items()},
        tuple(_deleted(conn, draft, held, known)),
    )


def cohorts(conn: sqlite3.Connection, negotiation: str, language: str) -> tuple[WordCohort, ...]:
    """What is left of the words of each round that brought any."""
    standing: dict[int, dict[int, int]] = {}
    for entered, position, words in conn.execute(
        "SELECT entered_round, round, words_standing FROM survival_of_words "
        "WHERE negotiation_id = ? AND language = ? ORDER BY 1, 2",
        (negotiation, language),
    ):
        standing.setdefault(entered, {})[position] = words
    return tuple(WordCohort(one, found[one], found) for one, found in standing.items())


def _runs_of(
    conn: sqlite3.Connection, provision_ids: Iterable[str], known: Histories
) -> Iterator[WordRun]:
    found = conn.execute(
        f"{RUNS} WHERE provision_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY provision_id, field, run_start",
        (json.dumps(list(provision_ids)),),
    )
    return (run_of(row, known[row["history_id"]]) for row in found)


def run_of(row: sqlite3.Row, lives: WordLives) -> WordRun:
    return WordRun(
        provision_id=row["provision_id"],
        field=row["field"],
        start=row["run_start"],
        end=row["run_end"],
        words=row["word_count"],
        lives=lives,
        certain=bool(row["certain"]),
        is_last=bool(row["is_last"]),
    )


_STOOD = """
WITH RECURSIVE stood (id) AS (
    SELECT before.provision_id FROM thread_members AS here
    JOIN thread_members AS before ON before.thread_id = here.thread_id
    WHERE here.provision_id IN (SELECT value FROM json_each(?))
    UNION
    SELECT provisions.id FROM provisions JOIN stood ON provisions.parent_id = stood.id
)
SELECT word_runs.provision_id, field, run_start, run_end, word_runs.word_count, history_id,
    certain, is_last,
    drafts.position
FROM stood
JOIN word_runs ON word_runs.provision_id = stood.id
JOIN provisions ON provisions.id = stood.id
JOIN drafts ON drafts.id = provisions.draft_id
WHERE is_last = 1 AND drafts.position < ?
ORDER BY drafts.position, provisions.ordinal, field, run_start
"""


def _deleted(
    conn: sqlite3.Connection, draft: DraftRow, held: Iterable[str], known: Histories
) -> list[DeletedRun]:
    """What was deleted from these provisions, and from all in which they stood, up to their draft,
    in the order of the deletions."""
    rows = conn.execute(_STOOD, (json.dumps(list(held)), draft.position)).fetchall()
    provisions = provisions_by_id(conn, {row["provision_id"] for row in rows})
    unsure = _possibly_back(conn, {row["history_id"] for row in rows})
    found = []
    for row in rows:
        key = row["history_id"]
        run = run_of(row, known[key])
        left = run.now(row["position"]).left
        if left is not None and left <= draft.position:
            provision = provisions[run.provision_id]
            back = next((one.entered for one in run.lives if one.entered >= left), None)
            said, sure = words_of(provision, run), (key, back) not in unsure
            found.append(DeletedRun(provision, row["position"], run, said, left, back, sure))
    return sorted(found, key=lambda one: (one.left, one.printed))


def _possibly_back(
    conn: sqlite3.Connection, history_ids: Iterable[str]
) -> set[tuple[str, int | None]]:
    """Histories of which words only possibly stand in a draft, with the round of that."""
    found = conn.execute(
        "SELECT DISTINCT word_lives.history_id, drafts.position FROM word_lives "
        "JOIN drafts ON drafts.id = entered_draft_id "
        "JOIN provisions ON provisions.draft_id = drafts.id "
        "JOIN word_runs ON word_runs.provision_id = provisions.id "
        "AND word_runs.history_id = word_lives.history_id "
        "WHERE word_lives.ordinal > 1 AND NOT certain "
        "AND word_lives.history_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(history_ids)),),
    )
    return {(row[0], row[1]) for row in found}


def field_of(provision: ProvisionRow, run: WordRun) -> str:
    """The heading or text in which words stand."""
    return provision.heading if run.field == "heading" else provision.text


def words_of(provision: ProvisionRow, run: WordRun) -> str:
    """The words of a run."""
    return field_of(provision, run)[run.start : run.end]
