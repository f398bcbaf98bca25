"""Words that a page says thousands of times are looked up once for it, in its own language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel import UnknownLocaleError
from flask import Flask
from markupsafe import Markup

from tests.web import untranslated
from tracker.model import Hunk, Mark
from web import create_app
from web.changes.ends import End
from web.once import language, once_a_page
from web.shelf import EXTENSION
from web.text import diffs, marks


@pytest.fixture(scope="module")
def bracketed(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("translations")
    untranslated.pseudo(folder)
    app = create_app(database, interface=untranslated.LANGUAGE, catalogues=folder)
    app.extensions[EXTENSION].close()
    return app


def test_a_page_looks_up_once(app: Flask) -> None:
    asked: list[str] = []

    @once_a_page
    def words() -> str:
        asked.append("once")
        return "words"

    for _page in range(2):
        with app.test_request_context("/"):
            assert [words(), words()] == ["words", "words"]
    assert len(asked) == 2
    assert [words(), words()] == ["words", "words"]
    assert len(asked) == 4


def test_pages_in_two_languages_do_not_mix(app: Flask, bracketed: Flask) -> None:
    hunks = [Hunk("delete", "lamp"), Hunk("insert", "light")]
    said = []
    for one in (app, bracketed, app):
        with one.test_request_context("/"):
            said.append((language(), diffs.markup(hunks)))
    assert [one for one, _ in said] == ["en", untranslated.LANGUAGE, "en"]
    assert said[0] == said[2]
    assert '<ins><span class="said" lang="en">[Added: </span>light<' in said[0][1]
    assert '<ins><span class="said" lang="eo">⟦[Added: </span>light<' in said[1][1]


def test_what_is_said_around_words_keeps_them_whole(bracketed: Flask) -> None:
    """Whatever stands in a text, it is neither markup nor a place in a message."""
    hostile = "100% <b> %(words)s {n}"
    hunks = [
        Hunk("equal", "see "), Hunk("delete", hostile), Hunk("insert", "5"), Hunk("equal", " or"),
    ]  # fmt: skip
    follows = diffs.Marked(light={1: "numbering", 2: "numbering"})
    with bracketed.test_request_context("/"):
        found = [
            diffs.markup(hunks),
            diffs.markup(hunks, follows),
            marks.marked(hostile, [Mark("bracket", 0, len(hostile), by=hostile)]),
            marks.marked(hostile, [Mark("struck", 0, 4, by=hostile, date="2031-01-02")]),
            End("Moved to %(place)s", "", "").at(hostile),
        ]
    for one in found:
        assert isinstance(one, Markup)
        assert "<b>" not in one
        assert hostile in re.sub(r"<[^>]*>", "", one).replace("&lt;b&gt;", "<b>")


@pytest.mark.parametrize(
    ("interface", "tag"),
    [("en", '"en"'), ("pt_BR", '"pt-BR"'), ("pt-br", '"pt-BR"'), ("ar-EG", '"ar-EG" dir="rtl"')],
)
def test_a_page_says_its_language(database: Path, interface: str, tag: str) -> None:
    app = create_app(database, interface=interface)
    page = app.test_client().get("/").text
    assert f"<html lang={tag}>" in page


@pytest.mark.parametrize("interface", ["xx", "", "../en", "e n"])
def test_what_is_no_language_is_refused_at_once(database: Path, interface: str) -> None:
    with pytest.raises((ValueError, UnknownLocaleError)):
        create_app(database, interface=interface)
