"""The page of a phrase through all rounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.drafts import outline
from tests.store.helpers import put
from tests.store.towers import BELL, BREAD, drafts
from tests.web.reading import Page
from tracker.model import Draft, Negotiation, Standing
from tracker.pipeline.analysed import analyse
from tracker.store import open_database
from web import create_app
from web.shelf import EXTENSION

PAGE = "/n/tower/phrase"


@pytest.fixture(scope="module")
def towers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    path = tmp_path_factory.mktemp("phrases") / "tower.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="tower", title="Rules of the tower"))
        store.put_negotiation(Negotiation(id="empty", title="Nothing yet"))
        store.put_negotiation(Negotiation(id="long", title="A long one"))
        for one in drafts():
            put(store, one)
        analyse(store, "tower", "en")
        put(store, _long())
    app = create_app(path)
    yield app
    app.extensions[EXTENSION].close()


def _long() -> Draft:
    """A draft of seventy articles, each with the bell."""
    lines = [f"art_{n} | Article {n} | | {BELL.format(f'for {n}')}" for n in range(1, 71)]
    return outline("\n".join(lines), symbol="P/1", negotiation="long")


@pytest.fixture
def tower(towers: Flask) -> FlaskClient:
    return towers.test_client()


def text(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert len(page.all("h1")) == 1
    assert page.ids_twice() == []
    return page.text


def test_where_it_stands_and_stood(tower: FlaskClient) -> None:
    told = text(tower, f"{PAGE}?q=without+right&stemmed=1")
    assert "It stands once in 1 provision of the newest draft, round 4 (P/4)." in told
    assert "It was there from the first draft on." in told
    assert "Most often it stood in round 2 (P/2): 3 times." in told
    assert "Counted in any form of its words." in told


SUMMARIES = [
    pytest.param(
        "sleep on Mondays",
        ["It is no longer in the newest draft, round 4 (P/4), since round 3 (P/3).",
         "It is first seen in round 2 (P/2)."],
        id="left",
    ),
    pytest.param(
        "eaten without rights",
        ["The newest draft, round 4 (P/4), covers only part of the text and does not have it."],
        id="not covered",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "sentences"), SUMMARIES)
def test_summary(tower: FlaskClient, phrase: str, sentences: list[str]) -> None:
    told = text(tower, f"{PAGE}?q={phrase}")
    assert all(one in told for one in sentences)


def test_the_picture_says_what_the_table_says(tower: FlaskClient) -> None:
    html = tower.get(f"{PAGE}?q=without+right&stemmed=1").text
    page = Page(html)
    (picture,) = [one for one in page.all("svg") if one.get("role") == "img"]
    said = "round 1: 1; round 2: 3; round 3: 3; round 4: 1"
    assert picture["aria-label"].endswith(said)
    heights = [int(one["height"]) for one in page.all("rect") if "%" in one.get("width", "")]
    assert heights[1] == heights[2] == max(heights)
    assert heights[0] == heights[3] == round(max(heights) / 3)
    assert [one["class"] for one in page.all("rect")].count("column part") == 2  # one is the key
    table = html[html.index('class="phrase-counts"') : html.index("</table>")]
    cells = Page(table[table.index("<tbody>") :].replace("</tbody>", "") + "</tbody>").text
    assert re.findall(r"in (\d) provisions?", cells) == ["1", "3", "3", "1"]


def test_columns_are_as_high_as_the_phrase_is_frequent(tower: FlaskClient) -> None:
    # Some provisions have it more than once.
    page = Page(tower.get(f"{PAGE}?q=the").text)
    (picture,) = [one for one in page.all("svg") if one.get("role") == "img"]
    counts = [int(one) for one in re.findall(r"\d: (\d+)", picture["aria-label"])]
    heights = [int(one["height"]) for one in page.all("rect") if "%" in one.get("width", "")]
    assert heights == [round(max(heights) * one / max(counts)) for one in counts]
    assert len(set(counts)) > 2


def test_the_grid_says_where_it_is_missing(tower: FlaskClient) -> None:
    told = text(tower, f"{PAGE}?q=without+right&stemmed=1")
    grid = told[told.index("Every provision that has") : told.index("Where it came in")]
    # By its number, its heading, and its state in each of the four rounds.
    assert "article 1 Towers 1 time ○there without the phrase 1 time 1 time" in grid
    assert "article 4 Acts without right –not in this draft 1 time –not in this draft" in grid
    assert "not covered by this document" in grid
    assert grid.index("Has it in the newest draft") < grid.index("article 1 Towers")
    assert grid.index("Had it before") < grid.index("article 2")


def test_the_turns_say_how(tower: FlaskClient) -> None:
    told = text(tower, f"{PAGE}?q=without+right&stemmed=1")
    turns = told[told.index("Where it came in and") : told.index("In context")]
    second, third = turns.split("Round 3")
    assert "Came with new provisions article 3" in second
    assert "Put into provisions that had stood without it article 2" in second
    assert "Taken out of provisions that stay article 1 Towers" in second
    assert "Back in provisions that had had it before article 1 Towers" in third
    assert "Gone, with the whole provision article 4" in third


def test_every_link_leads_somewhere(tower: FlaskClient) -> None:
    html = tower.get(f"{PAGE}?q=without+right&stemmed=1").text
    page = Page(html)
    own = {one["id"] for _, one in page.tags if "id" in one}
    for link in sorted(set(page.links)):
        path, _, anchor = link.partition("#")
        if path.startswith("/data"):
            continue
        answer = tower.get(path) if path else None
        assert answer is None or answer.status_code == 200, link
        if answer is not None and answer.mimetype != "text/html":
            continue
        ids = {one["id"] for _, one in Page(answer.text).tags if "id" in one} if answer else own
        assert not anchor or anchor in ids, link


def test_in_context(tower: FlaskClient) -> None:
    html = tower.get(f"{PAGE}?q=without+right&draft=P/2").text
    assert "A keeper who lets the lamp go out <mark>without right</mark> answers" in html
    assert '<span class="by" lang="en">Heading:</span> Acts <mark>without right</mark>' in html
    assert html.count('aria-current="true"') == 1
    none = text(tower, f"{PAGE}?q=gulls&draft=P/3")
    assert "This draft does not have it." in none
    part = text(tower, f"{PAGE}?q=gulls&draft=P/4")
    assert "This draft does not have it, but covers only part of the text." in part


@pytest.mark.parametrize("query", ["", "?q=lamp", "?q=zebra", "?lang=en"])
def test_what_is_not_official_says_so_wherever_its_words_are_shown(
    tmp_path: Path, query: str
) -> None:
    path = tmp_path / "told.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="tower", title="Rules of the tower"))
        for one in drafts():
            standing: Standing = "paraphrase" if one.symbol == "P/2" else "official"
            put(store, replace(one, source=replace(one.source, standing=standing)))
        analyse(store, "tower", "en")
    app = create_app(path)
    page = Page(app.test_client().get(PAGE + query).text)
    app.extensions[EXTENSION].close()
    assert "About this text" in {one.get("aria-label") for one in page.all("aside")}


NOWHERE = [
    pytest.param("zebra right", "No draft has the word “zebra”.", id="unknown word"),
    pytest.param("right without", "but nowhere in this order.", id="other order"),
    pytest.param("?!", "There is no word in “?!” to look for.", id="no word"),
    pytest.param("%00", "There is no word in what was typed to look for.", id="nul"),
    pytest.param("%01%02%7f", "There is no word in what was typed", id="control characters"),
    pytest.param("%E2%80%AE", "There is no word in what was typed", id="turning the line round"),
    pytest.param("a%00b", "No draft has the word “b”", id="nul inside"),
    pytest.param("%3Cb%3Ebold", "No draft has the word “b” or “bold”.", id="markup"),
    pytest.param("a" * 400, f"No draft has the word “{'a' * 59}…”.", id="a long word"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "answer"), NOWHERE)
def test_found_nowhere(tower: FlaskClient, phrase: str, answer: str) -> None:
    told = text(tower, f"{PAGE}?q={phrase}")
    assert "Found nowhere." in told
    assert answer in told
    # What to try instead.
    assert "For example" in told


def test_nothing_asked(tower: FlaskClient) -> None:
    told = text(tower, PAGE)
    assert "Type words that stand in a row" in told
    assert "without right" in told[told.index("For example") :]
    assert "Found nowhere" not in told
    bare = text(tower, "/n/empty/phrase?q=right")
    assert "No draft of this negotiation has been read yet." in bare
    assert "Found nowhere" not in bare


REFUSED = [
    pytest.param(f"{PAGE}?q={'a' * 5000}", 400, "longer than 500 characters", id="5,000 letters"),
    pytest.param(f"{PAGE}?q=right&stemmed=yes", 400, "can only be", id="stemmed"),
    pytest.param(f"{PAGE}?q=right&show=every", 400, "can only be", id="show"),
    pytest.param(f"{PAGE}?q=right&lang=../..", 400, "not a language code", id="language"),
    pytest.param(f"{PAGE}?q=right&lang=fr", 404, "no draft in the language", id="no language"),
    pytest.param(f"{PAGE}?q=right&draft=P/99", 404, "no draft “P/99”", id="no draft"),
    pytest.param(f"{PAGE}?q=right&draft={'9' * 5000}", 404, "no draft", id="a long draft"),
    pytest.param("/n/nothing/phrase?q=right", 404, "no negotiation called", id="no negotiation"),
]


@pytest.mark.parametrize(("address", "status", "why"), REFUSED)
def test_what_cannot_be_meant(tower: FlaskClient, address: str, status: int, why: str) -> None:
    answer = tower.get(address)
    assert answer.status_code == status
    assert why in Page(answer.text).text


def test_only_the_first_words_are_looked_for(tower: FlaskClient) -> None:
    told = text(tower, f"{PAGE}?q={'+'.join(['ship'] * 40)}")
    assert "only the first 32 words are looked for" in told


def test_long_answers_come_in_parts(tower: FlaskClient) -> None:
    part = tower.get("/n/long/phrase?q=the+bell")
    told = Page(part.text).text
    assert "10 more provisions are not shown" in told
    assert "10 more places are not shown" in told
    assert part.text.count("<mark>") == 60
    whole = tower.get("/n/long/phrase?q=the+bell&show=all").text
    assert whole.count("<mark>") == 70
    assert "not shown" not in whole


def test_search_leads_here(tower: FlaskClient) -> None:
    one = Page(tower.get("/search?q=without+right&n=tower").text)
    assert f"{PAGE}?q=without+right" in one.links
    several = Page(tower.get("/search?q=without+right").text)
    assert {f"{PAGE}?q=without+right", "/n/long/phrase?q=without+right"} <= set(several.links)
    assert PAGE in Page(tower.get("/n/tower").text).links


def test_what_has_no_number_is_called_by_what_it_stands_under(tmp_path: Path) -> None:
    text_of = """
    art_1 | Article 1 | Stores |
      art_1__para_nn_1 | | | {one}
    art_2 | Article 2 | Towers |
      art_2__para_nn_1 | | | {one}
      art_2__para_nn_2 | | | {two}
    """.format(one=BREAD, two=BREAD.replace("Bread", "Fish"))
    path = tmp_path / "bare.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="tower", title="Rules of the tower"))
        put(store, outline(text_of, symbol="P/1", negotiation="tower"))
    app = create_app(path)
    told = text(app.test_client(), f"{PAGE}?q=of+the+stores")
    app.extensions[EXTENSION].close()
    grid = told[told.index("Every provision") : told.index("In context")]
    assert "article 1 Stores 1 time" in grid
    # With one draft there is nowhere to come from.
    assert "Where it came in" not in told
    # Two of article 2 have it: neither may be called by it alone.
    assert "article 2, paragraph “Bread of the stores is…” Towers" in grid
    assert "article 2, paragraph “Fish of the stores is…” Towers" in grid
