"""Pages of a negotiation whose newer file lacks the words of an article."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tracker import pipeline
from tracker.export.as_csv import plain_csv
from tracker.export.as_html import comparison_html
from tracker.ingesters import About
from tracker.model import Negotiation
from tracker.store import Library, open_database
from tracker.texts import draft_of
from web import create_app
from web.shelf import EXTENSION

OLD = """\
Article 1
Lamps

Each harbour keeps a lamp burning on the pier from dusk to dawn.

Article 2
Old buoys

Buoys of wood are painted in red once a year by the guild of the painters.

Article 3
Nets

Nets are hung on the wall behind the chapel until the bell is rung.
"""
NEW = (
    re.sub(r"Article 2\n.*?(?=Article 3)", "", OLD, flags=re.DOTALL)
    .replace("Article 3", "Article 2")
    .rstrip()
    + "\n\nArticle 3\nHarbour dues\n"
)
WARNED = "1 article has a heading and no words: 3; the file may lack them."
WHY = "the newer file lacks the words of one article, and may lack this too"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hollow")
    path = folder / "hollow.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation("piers", "Convention on Piers", "Made up for the tests."))
        for n, text in enumerate((OLD, NEW), 1):
            (folder / f"{n}.txt").write_text(text, encoding="utf-8")
            about = About("piers", f"P/{n}", f"203{n}-01-01", standing="official")
            pipeline.add(store, draft_of(folder / f"{n}.txt", about), path)
    return path


@pytest.fixture(scope="module")
def page(database: Path) -> Iterator[FlaskClient]:
    app = create_app(database)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def words(page: FlaskClient, address: str) -> str:
    """The visible words of a page."""
    answer = page.get(address)
    assert answer.status_code == 200
    text = re.sub(
        r"<(script|style).*?</\1>|<[^>]+>", " ", answer.get_data(as_text=True), flags=re.DOTALL
    )
    return " ".join(html.unescape(text).split())


def story(database: Path, symbol: str, eid: str) -> str:
    with Library(database) as library:
        draft = library.draft("piers", symbol)
        assert draft is not None
        (one,) = [each for each in library.provisions(draft.id) if each.eid == eid]
    return f"/t/{one.thread_id}"


@pytest.mark.parametrize("address", ["/n/piers/d/P/2", "/n/piers/d/P/2/report"])
def test_the_articles_without_words_are_named(page: FlaskClient, address: str) -> None:
    assert WARNED in words(page, address)


def test_the_report_does_not_say_that_all_is_well(page: FlaskClient) -> None:
    said = words(page, "/n/piers/d/P/2/report")
    assert "Everything was read." not in said
    assert said.index(WARNED) < said.index("read the warnings above")


def test_the_comparison_says_possibly(page: FlaskClient) -> None:
    said = words(page, "/n/piers/compare?old=P/1&new=P/2")
    assert f"Read P/2 with care. {WARNED}" in said
    assert "No longer there 1 (1 possibly)" in said
    assert "New 1 (1 possibly)" in said
    assert WHY in said


CARED = {
    "/n/piers": "Read this draft with care.",
    "/n/piers/grid": "Read P/2 with care.",
    "/n/piers/flow": "Read P/2 with care.",
    "/n/piers/changes?old=P/1&new=P/2": "Read P/2 with care.",
}


@pytest.mark.parametrize("address", CARED)
def test_every_page_on_the_drafts_says_what_one_lacks(page: FlaskClient, address: str) -> None:
    said = words(page, address)
    assert said.count(f"{CARED[address]} {WARNED} How this file was read") == 1
    assert "/n/piers/d/P/2/report" in page.get(address).text


def test_a_story_says_what_a_draft_of_its_rounds_lacks(page: FlaskClient) -> None:
    library = page.application.extensions[EXTENSION]
    old, new = library.drafts("piers")
    found = library.comparison(old.id, new.id)
    (gone,) = [one.old for one in found.rows if one.new is None and one.old.is_article]
    said = words(page, f"/t/{gone.thread_id}")
    assert said.count(f"Read P/2 with care. {WARNED} How this file was read") == 1


def test_the_flow_says_possibly(page: FlaskClient) -> None:
    said = words(page, "/n/piers/flow")
    assert "1 was not found again: dropped 1 of them possibly" in said
    assert "1 is new 1 of them possibly" in said


def test_the_story_of_what_may_be_gone(page: FlaskClient, database: Path) -> None:
    said = words(page, story(database, "P/1", "art_2"))
    assert "Possibly taken out in round 2" in said
    assert WHY in said
    assert "Possibly no longer there. Gone Possibly" in said
    assert "no longer there not sure" in said


def test_the_story_of_a_heading_alone(page: FlaskClient, database: Path) -> None:
    said = words(page, story(database, "P/2", "art_3"))
    assert "Possibly it came in with round 2" in said
    assert "is new: its heading alone is there" in said


def test_a_table_that_leaves_the_site_keeps_the_doubt(database: Path) -> None:
    with Library(database) as library:
        old, new = (library.draft("piers", symbol) for symbol in ("P/1", "P/2"))
        assert old is not None
        assert new is not None
        compared = library.compared(old.id, new.id)
    assert compared is not None
    rows = list(csv.DictReader(io.StringIO(plain_csv(compared).decode("utf-8-sig"))))
    told = {row["what"]: row["certain"] for row in rows}
    assert told["Possibly no longer there"] == "no"
    assert told["Possibly new"] == "no"
    page = comparison_html(compared).decode()
    assert "Possibly no longer there" in page
    assert html.escape(f"Uncertain, because {WHY}.") in page
