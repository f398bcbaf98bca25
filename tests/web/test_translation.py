"""Every word of the interface can be translated: the sources look up what they say, and pages in a
language of brackets say nothing of ours outside of brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.browser.test_every_page import KINDS
from tests.web import untranslated
from tracker.store import Library
from web import create_app
from web.shelf import EXTENSION

MORE = {
    "compare, side by side": "/n/moon/compare?old=M/1&new=M/3&view=side",
    "compare, nothing": "/n/moon/compare?old=M/1&new=M/1",
    "grid, filtered": "/n/moon/grid?chapter=nothing",
    "no hits": "/search?q=zzzz",
    "no field": "/search",
    "phrase, empty": "/n/moon/phrase",
    "too long": "/search?q=" + "x" * 400,
    "qamar": "/n/qamar",
    "qamar, draft": "/n/qamar/d/Q/1",
}


@pytest.fixture(scope="module")
def stored(database: Path) -> untranslated.Stored:
    return untranslated.Stored(database)


@pytest.fixture(scope="module")
def bracketed(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("translations")
    untranslated.pseudo(folder)
    app = create_app(database, interface=untranslated.LANGUAGE, catalogues=folder)
    yield app.test_client()
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="module")
def beacons(library: Library) -> str:
    draft = library.draft("moon", "M/1")
    assert draft is not None
    found = next(one for one in library.provisions(draft.id) if one.eid == "art_3")
    return found.thread_id or ""


@pytest.mark.parametrize("path", untranslated.sources(), ids=lambda one: one.name)
def test_what_a_source_says_is_looked_up(path: Path) -> None:
    assert untranslated.places(path) == []


@pytest.mark.parametrize("kind", [*KINDS, *MORE])
def test_a_page_says_nothing_that_cannot_be_translated(
    bracketed: FlaskClient, stored: untranslated.Stored, beacons: str, kind: str
) -> None:
    address = {**KINDS, **MORE}[kind].format(beacons=beacons)
    page = bracketed.get(address, follow_redirects=True).get_data(as_text=True)
    assert untranslated.bare(page, stored) == []


@pytest.mark.parametrize(
    "path",
    [
        "/n/none",
        "/n/moon/d/none",
        "/n/moon/flow?lang=xx",
        "/t/none",
        "/f/none",
        "/n/moon/flow.xyz",
    ],
)
def test_what_is_not_there_is_told_in_one_message(bracketed: FlaskClient, path: str) -> None:
    """A translator may put its words in any order."""
    answer = bracketed.get(path)
    assert answer.status_code == 404
    assert re.search("⟦[^⟧]*⟦", answer.get_data(as_text=True)) is None


def test_no_message_has_two_plurals() -> None:
    """A catalogue finds a message by what it says of one: with another plural it would be lost."""
    plurals: dict[str, set[str | None]] = {}
    for message in untranslated.messages():
        one, several = message if isinstance(message, tuple) else (message, None)
        plurals.setdefault(one, set()).add(several)
    assert {one: several for one, several in plurals.items() if len(several) > 1} == {}


@pytest.mark.parametrize(
    "source",
    [
        "<p>Read this</p>",
        '<a title="Read this">x</a>',
        "{{ 'of a kind' if one }}",
        "{% trans %}Fine{% endtrans %} but not this",
        "{{ _('Fine: %(what)s', what='but not this') }}",
        "{% trans what='but not this' %}Fine: {{ what }}{% endtrans %}",
    ],
)
def test_a_template_that_says_something_is_found(source: str) -> None:
    assert len(list(untranslated.in_template(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "{% trans %}Read this{% endtrans %}",
        "{{ _('Read this now') }}",
        '<a class="one two" title="{{ _(\'Read it\') }}">–</a>',
        "{# Read this #}<code>tracker build</code>",
        "{% if one.state == 'struck out' %}{{ one.date }}{% endif %}",
    ],
)
def test_a_template_that_looks_up_is_not(source: str) -> None:
    assert list(untranslated.in_template(source)) == []


def test_a_module_that_says_something_is_found() -> None:
    source = '"""Of words like these."""\nfrom x import _\nA = "of words like these"\nB = _("of these words")\n'
    assert list(untranslated.in_module(source)) == ["3: 'of words like these'"]
    source = "A = _('%(what)s of these words', what='and of these')"
    assert list(untranslated.in_module(source)) == ["1: 'and of these'"]


def test_what_things_are_called_in_the_database_is_left_alone() -> None:
    source = "A = {'in part': _('In part')}\nB = A['in part'] if one.state == 'in part' else ''\n"
    assert list(untranslated.in_module(source)) == []


def test_what_a_module_writes_into_a_log_is_left_alone() -> None:
    source = 'current_app.logger.error("a page failed", exc_info=error)\n'
    assert list(untranslated.in_module(source)) == []


def test_what_stands_outside_of_brackets_is_found(stored: untranslated.Stored) -> None:
    page = "<title>⟦On⟧</title><p>⟦Read <b>this</b>⟧ and that</p><p lang='en'>M/1</p>"
    assert untranslated.bare(page, stored) == [" and that"]
