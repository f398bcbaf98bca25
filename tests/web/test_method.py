"""The method page: figures that README has too, words with anchors, and explanations in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from tests.web.reading import Page
from web import glossary, measured, plain

ROOT = Path(__file__).resolve().parents[2]


def test_every_figure_stands_in_the_readme() -> None:
    lines = set((ROOT / "README.md").read_text(encoding="utf-8").splitlines())
    rows = [row for table in measured.tables() for row in table.rows]
    assert len(rows) > 12
    assert [row.what for row in rows if row.told not in lines] == []


def test_every_figure_stands_on_the_page(client: FlaskClient) -> None:
    text = Page(client.get("/method").text).text
    for table in measured.tables():
        assert table.title in text
        for row in table.rows:
            assert row.figure in text


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
    assert plain.RELATIONS["moved"][1] in page.text
    assert 'id="w-became-moved"' in client.get("/method").text


def test_a_page_without_terms_carries_none(client: FlaskClient) -> None:
    assert "terms.js" not in client.get("/method").text


def test_an_unknown_term_is_a_fault(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(KeyError):
        glossary.term("became-vanished", "Vanished")
