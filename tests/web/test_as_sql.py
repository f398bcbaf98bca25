"""“This table as SQL”: a page and the question that it leads to give the same figures."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.store.test_describe import asked
from tests.web.reading import Page
from tracker.store import Library
from tracker.store.contests import Wanted
from tracker.store.phrase import Question

MOON = {"negotiation": "moon"}


def test_force(database: Path, library: Library) -> None:
    drafts = library.drafts("moon")
    counts = {one.draft.symbol: one for one in library.force(drafts)}
    rows = asked(database, "how_much_each_draft_obliges", **MOON)
    assert {row["symbol"] for row in rows} == {one.symbol for one in drafts}
    for row in rows:
        shown = counts[row["symbol"]].counts
        for column, kind in (("duties", "duty"), ("options", "option"), ("bans", "ban"),
                             ("recommendations", "encouragement"), ("conditions", "qualifier"),
                             ("protections", "safeguard")):  # fmt: skip
            assert row[column] == shown[kind]


def test_survival(database: Path, library: Library) -> None:
    rows = asked(database, "survival_by_round", **MOON)
    said = {(r["entered_round"], r["standing_in_round"]): r["words_standing"] for r in rows}
    for cohort in library.word_cohorts("moon", "en"):
        for position, words in cohort.standing.items():
            assert said.get((cohort.entered, position), 0) == words
    assert len(said) >= 4


def test_words_that_came_back(database: Path, library: Library) -> None:
    """The question leaves out what the page calls smaller things: a word or two, headings."""
    rows = asked(database, "words_deleted_and_back", **MOON)
    shown = library.words_back(library.drafts("moon"))
    assert sorted(row["word_count"] for row in rows) == sorted(
        one.run.words for one in shown if one.run.words >= 3 and one.run.field == "text"
    )


def test_brackets(database: Path, library: Library) -> None:
    page = library.contests("moon", "en", Wanted())
    assert page is not None
    rows = asked(database, "how_long_words_were_contested", **MOON)
    assert len(rows) == page.total > 0
    shown = [(one.words, len(one.rounds), one.outcome) for one in page.rows]
    assert sorted(shown) == sorted((r["words"], r["rounds_contested"], r["outcome"]) for r in rows)


def test_claims(database: Path, library: Library) -> None:
    rows = asked(database, "claims_and_what_the_texts_say", **MOON)
    assert [row["claim"] for row in rows] == [
        one.claim.text for one in library.claims_judged("moon")
    ]


def test_references(database: Path, library: Library) -> None:
    rows = asked(database, "references_that_lead_nowhere", **MOON)
    shown = [ref.words for one in library.references(library.drafts("moon")) for ref in one.nowhere]
    assert sorted(row["words"] for row in rows) == sorted(shown)


def test_proposals_and_what_was_borrowed(database: Path, client: FlaskClient) -> None:
    for name, path in (("who_proposed_how_much", "proposals"), ("borrowed_language", "borrowed")):
        text = Page(client.get(f"/n/moon/{path}").text).text
        rows = asked(database, name, **MOON)
        for row in rows:
            assert str(row[0]) in text


@pytest.mark.parametrize("kind", ["", "force", "gone"])
def test_changes(database: Path, client: FlaskClient, kind: str) -> None:
    ends = {"old": "M/1", "new": "M/3"}
    rows = asked(database, "what_changed_between_two_drafts", **MOON, **ends, kind=kind)
    path = f"/n/moon/changes?old=M/1&new=M/3&kind={kind}"
    shown = re.findall(r'id="f-([^"]+)"', client.get(path).text)
    text = Page(client.get(path).text).text
    assert all(row["sentence"].split("“")[0].strip() in text for row in rows)
    assert not shown or len(set(shown)) == len(rows)


def test_phrase(database: Path, library: Library) -> None:
    rows = asked(database, "phrase_through_the_rounds", **MOON, phrase="beacon")
    page = library.phrase("moon", "en", Question("beacon", stemmed=True))
    assert page is not None
    shown = {one.draft.symbol: one.provisions for one in page.counts if one.provisions}
    assert {row["symbol"]: row["provisions"] for row in rows} == shown


def test_search(database: Path, library: Library) -> None:
    for words in ('"quiet and open"', "beacon", "observers dust"):
        rows = asked(database, "search_the_texts", words=words)
        assert len(rows) == library.search(words, limit=500).total


def test_articles(database: Path, library: Library) -> None:
    """Every article of both drafts has its row, and what the picture counts as kept is kept."""
    whole = [one for one in library.drafts("moon") if not one.partial][:2]
    rows = asked(
        database, "what_became_of_each_article", **MOON, old=whole[0].symbol, new=whole[1].symbol
    )
    found = library.flow(whole)
    assert found is not None
    for fate, relation in (("kept", "same"), ("renumbered", "renumbered"), ("moved", "moved")):
        counted = sum(way.fate == fate for way in found.steps[0].ways)
        assert counted == sum(row["relation"] == relation for row in rows)
    with sqlite3.connect(database) as conn:
        numbers = conn.execute(
            "SELECT number FROM provisions WHERE draft_id = ? AND is_article = 1", (whole[0].id,)
        )
        assert {row["old_number"] for row in rows} >= {number for (number,) in numbers}
