"""Where what somebody types leads: to a place of that very name, or to what it may be."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.reading import Page
from tests.web.sample import SCRIPT
from tracker.store import Library


def suggested(client: FlaskClient, text: str, within: str = "") -> list[dict[str, str]]:
    answer = client.get(f"/search/suggest?q={quote(text)}&n={within}")
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    found: list[dict[str, str]] = json.loads(answer.data)
    return found


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        pytest.param("article 2(2)", "/t/", id="a-provision"),
        pytest.param("  Article  3 ", "/t/", id="with-blanks"),
        pytest.param("M/2", "/n/moon/d/M/2", id="a-symbol"),
        pytest.param("m / 2", "/n/moon/d/M/2", id="a-symbol-as-people-type-it"),
    ],
)
def test_the_very_name_of_a_place_leads_there(client: FlaskClient, typed: str, place: str) -> None:
    answer = client.get(f"/search?q={quote(typed)}&n=moon")
    assert answer.status_code == 302
    assert answer.location.startswith(place)
    assert client.get(answer.location).status_code == 200
    staying = client.get(f"/search?q={quote(typed)}&n=moon&stay=1")
    assert staying.status_code == 200
    assert place in staying.text


@pytest.mark.parametrize(
    ("typed", "within"),
    [
        pytest.param("beacon", "", id="words"),
        pytest.param("article 999", "", id="no-such-article"),
        pytest.param("article 1", "", id="two-negotiations-have-one"),
        pytest.param("M/", "", id="the-beginning-of-symbols"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_may_mean_several_things_leads_nowhere(
    client: FlaskClient, typed: str, within: str
) -> None:
    assert client.get(f"/search?q={quote(typed)}&n={within}").status_code == 200


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        pytest.param("obs", "Article 3: Observers", id="a-heading-begun"),
        pytest.param("damage to b", "Article 3: Damage to beacons", id="two-words-and-a-letter"),
        pytest.param("M/3", "M/3", id="a-symbol"),
        pytest.param("treaty on the m", f"Treaty on the Moon {SCRIPT}", id="a-title"),
    ],
)
def test_what_is_typed_may_be_the_beginning(client: FlaskClient, typed: str, label: str) -> None:
    found = suggested(client, typed, "moon")
    assert any(one["label"].startswith(label) for one in found)
    for one in found:
        assert client.get(one["address"]).status_code in (200, 302)


def test_words_are_completed_by_what_would_be_found(client: FlaskClient, library: Library) -> None:
    found = library.suggest("lunar nav").words
    assert found == ("lunar navigation",)
    assert library.search(found[0]).total > 0
    assert library.suggest("lunar nav ").words == ()


def test_what_is_spelt_wrong_is_asked_about(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=becon+lunr").text)
    assert "No provision has all these words" in page.text
    assert "Did you mean beacon lunar" in page.text
    assert any(link.startswith("/search?q=beacon+lunar") for link in page.links)


def test_what_is_known_is_not_asked_about(client: FlaskClient, library: Library) -> None:
    assert library.suggest("beacon").instead == ""
    assert library.suggest("zqxwv").instead == ""
    assert "Did you mean" not in client.get("/search?q=zqxwv").text


def test_letters_are_compared_without_case_and_accents(library: Library) -> None:
    assert library.suggest("OBSÉRV").headings == library.suggest("observ").headings != ()


def test_of_a_history_the_last_heading_is_offered_once(library: Library) -> None:
    found = library.suggest("observers", "moon").headings
    assert len(found) == 1
    assert found[0].symbol == library.drafts("moon")[-1].symbol


@given(typed=st.text(max_size=40))
@settings(max_examples=60)
def test_anything_may_be_typed(app: Flask, typed: str) -> None:
    client = app.test_client()
    encoded = quote(typed, errors="replace")
    assert client.get(f"/search/suggest?q={encoded}").status_code == 200
    assert client.get(f"/search?q={encoded}").status_code in (200, 302)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        pytest.param("q=" + "x" * 501, 400, id="too-long"),
        pytest.param("q=moon&n=nothing", 404, id="no-such-negotiation"),
        pytest.param("q=" + "9" * 400, 200, id="a-number-of-400-digits"),
        pytest.param("q=%00%FF", 200, id="no-text"),
    ],
)
def test_bad_questions(client: FlaskClient, query: str, status: int) -> None:
    assert client.get(f"/search/suggest?{query}").status_code == status


def test_of_more_words_than_are_looked_for_the_page_says_so(client: FlaskClient) -> None:
    few, many = (client.get(f"/search?q={'+'.join(['the'] * n)}").text for n in (32, 33))
    assert "Only the first 32 words were looked for." in many
    assert "were looked for" not in few


def test_what_is_counted_is_said(client: FlaskClient) -> None:
    assert "A provision counts in each draft that has it." in client.get("/search?q=beacon").text
    assert "counts in each draft" not in client.get("/search?q=zebra").text
