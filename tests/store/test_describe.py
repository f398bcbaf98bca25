"""The database explains itself: to Datasette, and to whoever asks it in SQL."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.store import harbours
from tests.store.given import given
from tests.store.helpers import build, drafts
from tracker.decisions import rule_all
from tracker.model import Decision
from tracker.pipeline.analysed import analyse
from tracker.store import open_database
from tracker.store.describe import STYLE, column_descriptions, datasette_metadata
from tracker.store.descriptions import EVERYWHERE, NOTES
from tracker.store.limits import limit
from tracker.store.questions import QUESTIONS
from tracker.store.questions.note import NAMES
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


UNITS = {
    r"days_.*|.*_days": ("day",),
    r"size_bytes": ("byte",),
    r"characters": ("character",),
    r"share.*|.*_share|score|.*_score": ("0 to 1", "part of", "share"),
    r"chance": ("expect", "chance"),
    r".*(text|run|page|field|common)_(start|end)|(text|run|page)_(start|end)": ("character",),
    r"words|word_count|changed_words|words_(deleted|inserted).*|operative_words": ("word",),
    r".*_per_1000_words": ("thousand", "1,000", "1000"),
    r"rounds_.*": ("draft", "round"),
    r"date|.*_date|date_of_.*|.*_on": ("date", "when", "iso", "month"),
}


@pytest.mark.parametrize("pattern", UNITS)
def test_a_column_of_amounts_says_in_what(pattern: str) -> None:
    found = 0
    for name, columns in columns_of_tables().items():
        for column, said in column_descriptions(name, columns).items():
            if re.fullmatch(pattern, column):
                found += 1
                assert any(unit in said.lower() for unit in UNITS[pattern]), f"{name}.{column}"
    assert found


def test_no_description_is_left_over() -> None:
    used = {column for columns in columns_of_tables().values() for column in columns}
    assert set(EVERYWHERE) <= used


ANSWERS = {
    "duties_that_became_options": ("new_words", "may"),
    "where_shall_became_may": ("new_words", "may"),
    "offences_that_became_something_else": ("new_legal_function", "aggravating circumstance"),
    "how_much_each_draft_obliges": ("duties_per_1000_words", "28.8"),
    "duties_by_article": ("heading", "Observers"),
    "what_changed_between_two_drafts": ("kind", "function"),
    "what_was_dropped": ("provision", "Article 6 Bells"),
    "dropped_and_came_back": ("provision", "Article 4 Observers"),
    "most_rewritten_articles": ("provision", "Article 3 Prosecution and sanctions"),
    "history_of_an_article": ("symbol", "M/4"),
    "what_became_of_each_article": ("relation", "merged"),
    "how_long_each_draft_is": ("words_deleted_since_round_before", "68"),
    "search_the_texts": ("number", "2."),
    "phrase_through_the_rounds": ("provisions", "1"),
    "one_word_for_another": ("words_deleted", "shall"),
    "words_deleted_and_back": ("provision", "Article 4 1."),
    "survival_by_round": ("percent", "55.0"),
    "who_wanted_which_words": ("proponents", "Selenia"),
    "how_long_words_were_contested": ("proponents", "Selenia"),
    "whose_words_entered": ("author", "Guild of Listeners"),
    "who_proposed_how_much": ("author", "Selenia"),
    "borrowed_language": ("precedent", "Lunar Convention"),
    "safeguards_that_did_not_come_along": ("words_left_out", "right to an effective remedy"),
    "claims_not_borne_out": ("state", "not settled"),
    "claims_and_what_the_texts_say": ("source", "A speech"),
    "decided_by_people": ("person", "Ada Lund"),
    "what_each_draft_is": ("standing", "paraphrase"),
}
# Of these the drafts here have none; other tests ask them of drafts that do.
ELSEWHERE = {
    "where_protections_went",
    "references_that_lead_nowhere",
    "references_that_lead_elsewhere",
    "uncertain_links_to_check",
}
ASKED = {
    "one_word_for_another": {"old_word": "Shall", "new_word": "may"},
    "who_wanted_which_words": {"article": "article 1"},
    "history_of_an_article": {"article": " article 4"},
    "what_became_of_each_article": {"old": "M/1", "new": "M/4"},
    "what_changed_between_two_drafts": {"old": "M/1", "new": "M/4"},
    "search_the_texts": {"words": "telescopes"},
    "phrase_through_the_rounds": {"phrase": "noise of a telescope"},
}


def asked(database: Path, name: str, **fields: str) -> list[sqlite3.Row]:
    """The answer to a question, asked as Datasette does: what is not filled in is empty."""
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    conn.row_factory = sqlite3.Row
    limit(conn)
    question = QUESTIONS[name]
    found = conn.execute(question.sql, {**dict.fromkeys(question.names, ""), **fields}).fetchall()
    conn.close()
    return found


def test_every_question_has_an_expected_answer() -> None:
    assert set(ANSWERS) | ELSEWHERE == set(QUESTIONS)
    assert len(QUESTIONS) >= 15


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_is_answered(database: Path, name: str) -> None:
    column, answer = ANSWERS[name]
    found = asked(database, name, **ASKED.get(name, {}))
    assert answer in [str(row[column]).strip() for row in found]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_keeps_to_a_negotiation_and_takes_anything(database: Path, name: str) -> None:
    fields = QUESTIONS[name].names
    assert "negotiation" in fields
    assert set(fields) <= set(NAMES)
    assert asked(database, name, **{**ASKED.get(name, {}), "negotiation": "nowhere"}) == []
    for odd in ('"', "*", "AND", "a\0b", "'; DROP TABLE drafts; --", "NEAR(", "%", "𝄞" * 300):
        asked(database, name, **dict.fromkeys(fields, odd))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_says_what_to_fill_in(name: str) -> None:
    question = QUESTIONS[name]
    assert question.title.endswith("?")
    assert question.description
    assert set(question.example) <= set(question.names)
    assert all(f"{field}: " in question.told for field in question.names)


def test_protections_and_references_are_found(tmp_path: Path) -> None:
    path = harbours.build(tmp_path / "harbours.db")
    (gained,) = asked(path, "where_protections_went")
    assert "gains words of protection: “privacy”" in gained["sentence"]
    nowhere = asked(path, "references_that_lead_nowhere")
    assert {row["words"] for row in nowhere} == {"article 99"}
    ends = {"old": "H/1", "new": "H/4"}
    elsewhere = asked(path, "references_that_lead_elsewhere", **ends)
    assert [row["new_symbol"] for row in elsewhere] == ["H/4"] * len(elsewhere)
    assert elsewhere


def test_a_weak_link_is_to_be_checked(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "weak.db"
    path.write_bytes(database.read_bytes())
    with sqlite3.connect(path) as conn:
        conn.execute(
            "UPDATE links SET certain = 0, score = 0.456 WHERE comparison_id LIKE '%M/1@en → %M/2@en' "
            "AND old_provision_id LIKE '%#art_4'"
        )
    (row,) = asked(path, "uncertain_links_to_check")
    assert (row["old_number"], row["new_number"], row["score"]) == ("Article 4", "Article 4", 0.46)
    assert row["open"].startswith("/t/")


def test_a_sign_of_sql_is_a_sign(database: Path) -> None:
    assert asked(database, "one_word_for_another", old_word="%", new_word="%") == []
    assert asked(database, "who_wanted_which_words", article="%") == []


def test_addresses_lead_to_pages(database: Path) -> None:
    conn = sqlite3.connect(database)
    known = {f"/t/{row[0]}" for row in conn.execute("SELECT address FROM provisions")}
    conn.close()
    for name in ANSWERS:
        for row in asked(database, name, **ASKED.get(name, {})):
            assert "open" not in row.keys() or row["open"] in {*known, None}  # noqa: SIM118


def test_what_a_partial_draft_lacks_did_not_come_back(tmp_path: Path) -> None:
    first, second, third, fourth = drafts()
    everything = [first, second, replace(third, partial=True), fourth]
    conn = sqlite3.connect(build(tmp_path / "moon.db", everything))
    seen = conn.execute("SELECT rounds_missed, whole_drafts_missed FROM reintroduced_provisions")
    assert set(seen.fetchall()) == {(1, 0)}
    conn.close()
    assert asked(tmp_path / "moon.db", "dropped_and_came_back") == []


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
    assert STYLE in found["front"][1]
    assert "Number of the round, from 1, by date and then by symbol" in found["table"][1]
    rows = json.loads(found["question"][1])["rows"]
    assert [row["provision"] for row in rows] == ["Article 4 1.", "Article 4 Observers"]
    assert {row["draft_id"] for row in json.loads(found["search"][1])["rows"]} == {
        "moon:M/1@en",
        "moon:M/2@en",
    }
