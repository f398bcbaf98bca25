"""The database explains itself: to Datasette, and to whoever asks it in SQL."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.store.given import given
from tests.store.helpers import build, drafts
from tracker.decisions import rule_all
from tracker.model import Decision
from tracker.pipeline.analysed import analyse
from tracker.store import open_database
from tracker.store.describe import QUESTIONS, column_descriptions, datasette_metadata
from tracker.store.descriptions import EVERYWHERE, NOTES
from tracker.store.schema import columns_of_tables


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all four drafts, what stands beside them, and a decision of a person that
    waits for a fifth."""
    path = build(tmp_path_factory.mktemp("describe") / "moon.db", drafts())
    ends = ("M/4", "article 4", "Observers", "M/5", "article 5", "Observers")
    said = Decision("accept", *ends, "Ada Lund", "2003-01-01", "The same guests.", language="en")
    with open_database(path) as store:
        store.put_rulings("moon", rule_all([said], drafts()))
        store.put_given("moon", given())
        analyse(store, "moon", "en")
    return path


def test_every_table_and_view_is_described() -> None:
    assert set(NOTES) == set(columns_of_tables())


@pytest.mark.parametrize("name", columns_of_tables())
def test_every_column_is_described_and_nothing_else(name: str) -> None:
    columns = columns_of_tables()[name]
    note = NOTES[name]
    assert note.title
    assert note.description
    described = column_descriptions(name, columns)
    assert list(described) == list(columns)
    assert all(described.values())
    assert set(note.columns) <= set(columns)
    assert {*note.facets, *filter(None, [note.label, note.sort])} <= set(columns)


def test_no_description_is_left_over() -> None:
    used = {column for columns in columns_of_tables().values() for column in columns}
    assert set(EVERYWHERE) <= used


ANSWERS = {
    "offences_that_became_something_else": ("new_legal_function", "aggravating circumstance"),
    "where_shall_became_may": ("words_inserted", "may"),
    "one_word_for_another": ("words_deleted", "shall"),
    "duties_that_became_options": ("new_words", "may"),
    "decided_by_people": ("person", "Ada Lund"),
    "dropped_and_came_back": ("provision", "Article 4 Observers"),
    "what_was_dropped": ("provision", "Article 6 Bells"),
    "whose_words_entered": ("author", "Guild of Listeners"),
    "safeguards_that_did_not_come_along": ("words_left_out", "right to an effective remedy"),
    "who_wanted_which_words": ("proponents", "Selenia"),
    "how_long_words_were_contested": ("proponents", "Selenia"),
    "most_rewritten_articles": ("provision", "Article 3 Prosecution and sanctions"),
    "words_deleted_and_back": ("provision", "Article 4 1."),
}


ASKED = {
    "one_word_for_another": {"old_word": "Shall", "new_word": "may"},
    "who_wanted_which_words": {"article": "article 1"},
}


def test_every_question_has_an_expected_answer() -> None:
    assert set(ANSWERS) == set(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered(database: Path, name: str) -> None:
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    conn.row_factory = sqlite3.Row
    found = conn.execute(QUESTIONS[name].sql, ASKED.get(name, {})).fetchall()
    conn.close()
    column, answer = ANSWERS[name]
    assert answer in [str(row[column]).strip() for row in found]


def test_what_a_partial_draft_lacks_did_not_come_back(tmp_path: Path) -> None:
    first, second, third, fourth = drafts()
    everything = [first, second, replace(third, partial=True), fourth]
    conn = sqlite3.connect(build(tmp_path / "moon.db", everything))
    seen = conn.execute("SELECT rounds_missed, whole_drafts_missed FROM reintroduced_provisions")
    assert set(seen.fetchall()) == {(1, 0)}
    assert conn.execute(QUESTIONS["dropped_and_came_back"].sql).fetchall() == []
    conn.close()


def test_every_view_can_be_read_and_says_something(database: Path) -> None:
    conn = sqlite3.connect(database)
    views = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    empty = [name for name in views if not conn.execute(f"SELECT * FROM {name}").fetchall()]
    conn.close()
    assert len(views) > 16
    # References have drafts of their own (`tests/store/harbours.py`).
    assert set(empty) <= {
        "uncertain_links",
        "direct_and_step_by_step",
        "references_that_lead_nowhere",
        "references_that_point_elsewhere",
    }


def test_datasette_shows_it(database: Path) -> None:
    async def pages() -> dict[str, tuple[int, str]]:
        datasette = Datasette(
            [], immutables=[str(database)], metadata=datasette_metadata(database.stem)
        )
        await datasette.invoke_startup()
        asked = {
            "front": "/moon",
            "table": "/moon/drafts",
            "question": "/moon/dropped_and_came_back.json?_shape=objects",
            "search": "/moon/provisions.json?_search=telescope&_shape=objects",
        }
        found = {}
        for name, path in asked.items():
            response = await datasette.client.get(path)
            found[name] = (response.status_code, response.text)
        for executor in (datasette.executor,):
            executor.shutdown()
        for one in datasette.databases.values():
            one.close()
        return found

    # In a thread of its own: the browser of other tests may hold this one's event loop.
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(asyncio.run, pages()).result()
    assert {status for status, _ in found.values()} == {200}
    assert "What was dropped and came back?" in found["front"][1]
    assert "Number of the round, from 1, by date and then by symbol" in found["table"][1]
    rows = json.loads(found["question"][1])["rows"]
    assert [row["provision"] for row in rows] == ["Article 4 1.", "Article 4 Observers"]
    assert {row["draft_id"] for row in json.loads(found["search"][1])["rows"]} == {
        "moon:M/1@en",
        "moon:M/2@en",
    }
