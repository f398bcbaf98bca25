"""The method page: figures that README has too, words with anchors, and explanations in place."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from tests.web.reading import Page
from tracker.store import Library
from web import measured
from web.changes.card_address import card_address
from web.terms import glossary, plain

ROOT = Path(__file__).resolve().parents[2]


def test_every_figure_stands_in_the_readme() -> None:
    lines = set((ROOT / "README.md").read_text(encoding="utf-8").splitlines())
    rows = [row for table in measured.tables() for row in table.rows]
    assert len(rows) > 12
    assert [row.what for row in rows if row.told not in lines] == []


def test_every_figure_stands_on_the_page(client: FlaskClient) -> None:
    text = Page(client.get("/method").text).text
    for table in measured.tables():
        assert str(table.title) in text
        for row in table.rows:
            assert row.figure in text


def test_how_often_possibly_is_right_is_that_of_the_readme() -> None:
    lines = set((ROOT / "README.md").read_text(encoding="utf-8").splitlines())
    rows = measured.possibly()
    assert [row.told for row in rows if row.told not in lines] == []
    for row in rows:
        assert row.told.endswith(f"| {row.sure.counts} | {row.possibly.counts} |")
        assert row.sure.of > 9
    assert {row.about for row in rows} >= {"links", "sentences"} == set(measured.possibly_first())


def test_the_page_says_how_often_possibly_is_right(client: FlaskClient) -> None:
    html = client.get("/method").text
    page = Page(html)
    for row in measured.possibly():
        assert row.what in page.text
        assert row.sure.said in page.text
        assert row.possibly.said in page.text
    assert "more often right than wrong, and wrong far too often to print" in page.text
    assert "Of sentences there are too few to give a rate" in page.text
    first = measured.possibly_first()
    assert 0.5 < first["links"].possibly.right / first["links"].possibly.of < 0.9
    assert first["sentences"].possibly.of < measured.FEW <= first["links"].possibly.of
    for row in first.values():
        assert row.sure.right / row.sure.of > row.possibly.right / row.possibly.of
        # In the sentences, in the table, and with the word itself.
        assert page.text.count(row.possibly.said) == 3
    assert 'id="possibly"' in html
    assert page.links.count("#possibly") == 2


@pytest.mark.parametrize(("right", "of"), [(3, 3), (0, 3), (29, 29), (1, 29)])
def test_of_few_cases_no_rate_is_told_alone(right: int, of: int) -> None:
    assert "so few that it may be" in measured.Share(right, of).share


def test_where_possibly_is_said_a_link_asks_how_often_that_is_right(
    app: Flask, client: FlaskClient, library: Library
) -> None:
    seen = {0: 0, 1: 0, 2: 0}
    for one in library.comparisons("moon"):
        page = library.comparison(one.old_draft_id, one.new_draft_id)
        assert page is not None
        for row in page.rows:
            html = client.get(f"/f/{card_address(row, page.old, page.new)}").text
            possible = 'data-term="word-possibly"' in html
            # Where the word is explained; and beside the sentence, if that is what it is said of.
            many = Page(html).links.count("/method#possibly")
            assert (many > 0) == possible
            seen[many] += 1
    assert seen[0]
    assert seen[2]


@pytest.mark.parametrize("job", plain.FUNCTIONS)
def test_what_a_job_means_holds_of_a_treaty_and_of_a_law(job: str) -> None:
    """What a treaty has States do, a bill or a regulation does itself."""
    meaning = str(plain.FUNCTIONS[job].meaning)
    assert "State" not in meaning or " or " in meaning


def test_keys_of_terms_are_their_own() -> None:
    keys = [one.key for section in glossary.sections() for one in section.terms]
    assert len(keys) == len(set(keys)) > 60
    assert all(one.meaning for section in glossary.sections() for one in section.terms)


@pytest.mark.parametrize("table", ["RELATIONS", "FINDINGS", "MARKS", "SURE", "STANDINGS"])
def test_every_word_of_the_tables_is_explained(client: FlaskClient, table: str) -> None:
    text = Page(client.get("/method").text).text.lower()
    for label, *_, meaning in getattr(plain, table).values():
        assert label.lower() in text
        assert meaning.lower() in text


def test_a_term_is_a_link_and_the_page_explains_it(app: Flask, client: FlaskClient) -> None:
    source = (
        "{% extends 'base.html' %}{% block main %}{{ term('became-moved', 'Moved <b>') }}"
        "{{ term('became-moved', 'moved') }}{% endblock %}"
    )
    with app.test_request_context():
        html = render_template_string(source)
    page = Page(html)
    assert "/method#w-became-moved" in page.links
    assert "Moved &lt;b&gt;" in html
    assert html.count('id="term-became-moved"') == 1
    assert str(plain.RELATIONS["moved"][1]) in page.text
    assert 'id="w-became-moved"' in client.get("/method").text


SAID_BY = {
    "/n/moon": "text-paraphrase",
    "/n/moon/d/M/2": "word-partial",
    "/n/moon/compare?old=M/1&new=M/3": "kind-gone",
    "/f/d39d7648d3a7-xdc6371148847": "word-partial",
    "/n/moon/changes": "word-possibly",
}


class _Nested(HTMLParser):
    """Links inside links, and in what else is clicked."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and self.open:
            self.found.append(f"{self.open[-1]}: {dict(attrs)}")
        if tag in ("a", "button", "summary", "label"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()


@pytest.mark.parametrize("path", SAID_BY)
def test_labels_are_explained_where_a_page_first_says_them(client: FlaskClient, path: str) -> None:
    html = client.get(path).text
    page = Page(html)
    key = SAID_BY[path]
    linked = [one["data-term"] for one in page.all("a") if "data-term" in one]
    assert key in linked
    assert len(set(linked)) == len(linked)
    explained = {one.get("id") for one in page.all("div")}
    assert {f"term-{one}" for one in linked} <= explained
    assert _Nested(html).found == []
    # A few per cent, also of a small page.
    assert html.count("data-term") * 100 < len(html) * 0.04


def test_a_label_that_says_something_else_is_not_explained(app: Flask) -> None:
    with app.test_request_context():
        assert glossary.of_told("promoted", "One level higher") == "One level higher"
        assert "data-term" in glossary.of_told("moved", "Possibly: moved")
        assert glossary.of_told("moved", "<b>") == "&lt;b&gt;"
        assert 'data-term="word-partial"' in glossary.of_told("deleted", "Not covered")


def test_an_embed_explains_nothing(client: FlaskClient, library: Library) -> None:
    for one in library.comparisons("moon"):
        page = library.comparison(one.old_draft_id, one.new_draft_id)
        assert page is not None
        for row in page.rows:
            embed = client.get(f"/embed/f/{card_address(row, page.old, page.new)}")
            assert embed.status_code == 200
            assert "data-term" not in embed.text


def test_a_page_without_terms_carries_none(client: FlaskClient) -> None:
    assert "terms.js" not in client.get("/method").text


def test_an_unknown_term_is_a_fault(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(KeyError):
        glossary.term("became-vanished", "Vanished")
