"""A page of the source: its picture, the outline, what stands on it; and files without pages."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tests.golden.make import FOLDER
from tests.web.reading import Page
from tracker import pipeline
from tracker.facsimile import Busy, Desk
from tracker.ingesters import About
from tracker.store import open_database
from tracker.texts import draft_of
from web import create_app
from web.reading.facsimiles import DESK
from web.reading.page_words import MOST, page_words, whole
from web.shelf import EXTENSION

PDF, WORD = FOLDER / "consolidated.pdf", FOLDER / "consolidated.docx"
SHA = hashlib.sha256(PDF.read_bytes()).hexdigest()
PRINT = "/n/ferries/d/F/1"
TRICKY = "F/1/page/2"
"""The symbol of another draft, which is also the address of a page of the first."""
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("facsimiles") / "ferries.db"
    about = About("ferries", "F/1", "2031-05-07", standing="official")
    printed = draft_of(PDF, about)
    word = draft_of(WORD, replace(about, symbol="F/2", date="2031-06-07", standing="paraphrase"))
    other = replace(printed.source, sha256="0" * 64)
    lost = replace(printed, symbol="F/3", negotiation="lost", source=other)
    with open_database(path) as store:
        pipeline.add(store, printed, path, file=PDF)
        pipeline.add(store, word, path, file=WORD)
        pipeline.add(store, lost, path)
    return path


@pytest.fixture(scope="module")
def app(database: Path) -> Iterator[Flask]:
    app = create_app(database)
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def rects(html: str) -> list[tuple[float, ...]]:
    """The outlines on a page: x, y, width, height."""
    found = re.findall(r'<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"', html)
    return [tuple(map(float, one)) for one in found]


def test_a_page_is_shown_with_the_passage_outlined(client: FlaskClient) -> None:
    answer = client.get(f"{PRINT}/page/2?p=art_2")
    page = Page(answer.text)
    assert "Page 2 of 16" in page.text
    assert "The lines that hold Article 2 are outlined." in page.text
    assert "It goes on on page 3" in page.text
    assert page.ids_twice() == []
    (image,) = page.all("img")
    assert image["alt"] == "Page 2 of the file consolidated.pdf"
    assert image["src"] == f"{PRINT}/page/2.png?w=1200&h={SHA[:12]}"
    found = rects(answer.text)
    assert found
    assert all(x >= 0 and y >= 0 and x + w <= 1.01 and y + h <= 1.01 for x, y, w, h in found)
    assert f"{PRINT}#art_2" in page.links
    assert f"{PRINT}/page/1" in page.links
    assert f"{PRINT}/page/3" in page.links
    assert SHA in page.text


def test_what_the_outline_is_around_is_the_passage(client: FlaskClient, app: Flask) -> None:
    """The words under the outlines, read off the page anew, are the passage's."""
    (whole_article,) = [rects(client.get(f"{PRINT}/page/2.svg?p=art_2__para_2").text)]
    library = app.extensions[EXTENSION]
    sheet = Desk().sheet(SHA, PDF.read_bytes, 2)
    inside = [
        line.text
        for line in sheet.lines
        for x, y, width, height in whole_article
        if y <= (line.top + line.bottom) / 2 <= y + height
        and x <= (line.left + line.right) / 2 <= x + width
    ]
    draft = library.draft("ferries", "F/1")
    provision = next(one for one in library.provisions(draft.id) if one.eid == "art_2__para_2")
    said = " ".join(f"{provision.number} {provision.text}".split())
    assert inside
    assert said.startswith(" ".join(" ".join(inside).split())[:40])


def test_the_page_lists_what_stands_on_it(client: FlaskClient) -> None:
    page = Page(client.get(f"{PRINT}/page/2").text)
    assert "What stands on this page" in page.text
    assert "Article 2 in the text: Article 2 history: Article 2" in page.text
    assert "Running heads and feet" in page.text
    assert "A raft counts as a boat if it has a rudder." in page.text
    ids = {one["id"] for _, one in page.tags if "id" in one}
    assert "on-art_2" in ids
    assert rects(client.get(f"{PRINT}/page/2").text) == []


def test_a_passage_that_stands_elsewhere_is_said_to(client: FlaskClient) -> None:
    text = Page(client.get(f"{PRINT}/page/9?p=art_2").text).text
    assert "Nothing of Article 2 stands on this page." in text
    assert "It begins on page 2" in text


def test_every_link_of_a_draft_to_its_source_leads_to_a_page_that_outlines_it(
    client: FlaskClient,
) -> None:
    links = [one for one in Page(client.get(PRINT).text).links if "/page/" in one and "p=" in one]
    assert len(links) > 90
    for link in links[::9]:
        address, _, fragment = link.partition("#")
        answer = client.get(address)
        assert "outlined" in answer.text
        assert rects(answer.text)
        assert f'id="{fragment}"' in answer.text
        # And so does the page for all passages, which a copy of the site as files has.
        assert f'id="{fragment}"' in client.get(address.partition("?")[0]).text


def test_the_picture_has_its_type_its_tag_and_a_long_life(client: FlaskClient) -> None:
    answer = client.get(f"{PRINT}/page/2.png?w=480&h={SHA[:12]}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.data.startswith(PNG)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    tag = answer.headers["ETag"]
    again = client.get(f"{PRINT}/page/2.png?w=480", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    unnamed = client.get(f"{PRINT}/page/2.png?w=480")
    assert unnamed.data == answer.data
    assert unnamed.headers["Cache-Control"] == "no-cache"
    assert client.get(f"{PRINT}/page/3.png?w=480").headers["ETag"] != tag
    # A few digits may be those of the next file too.
    short = client.get(f"{PRINT}/page/2.png?w=480&h={SHA[:1]}")
    assert (short.status_code, short.headers["Cache-Control"]) == (200, "no-cache")


def test_the_outline_alone_is_a_picture(client: FlaskClient) -> None:
    answer = client.get(f"{PRINT}/page/2.svg?p=art_2")
    assert answer.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert rects(answer.text) == rects(client.get(f"{PRINT}/page/2?p=art_2").text)
    assert client.get(f"{PRINT}/page/2.svg").text.count("<rect") == 0


STATUS = {
    "page/0": 404,
    "page/17": 404,
    "page/-1": 404,
    "page/01": 404,
    "page/2.5": 404,
    "page/٢": 404,
    "page/99999999999": 404,
    f"page/{'9' * 5000}": 404,
    "page/": 404,
    "page/2%00": 404,
    "page/17.png": 404,
    "page/x.png": 404,
    "page/2.jpg": 404,
    "page/2.png?w=481": 400,
    "page/2.png?w=99999999999999999999": 400,
    "page/2.png?w=": 200,
    "page/2.png?h=000000000000": 404,
    "page/2?p=art_99": 404,
    "page/2?p=%3Cscript%3E": 404,
    f"page/2?p={'a' * 501}": 400,
    "page/2.svg?p=art_99": 404,
    "page/2?lang=fr": 404,
    "page/2?lang=%00": 400,
}


@pytest.mark.parametrize("path", STATUS)
def test_odd_addresses_get_the_right_status(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{PRINT}/{path}")
    assert answer.status_code == STATUS[path]
    if answer.status_code != 200:
        page = Page(answer.text)
        assert len(page.all("h1")) == 1
        assert "Traceback" not in answer.text
        assert "<script>" not in answer.text


def test_no_page_of_an_unknown_draft(client: FlaskClient) -> None:
    for path in (
        "/n/ferries/d/F/9/page/1",
        "/n/nothing/d/F/1/page/1",
        "/n/ferries/d/F/9/page/1.png",
    ):
        assert client.get(path).status_code == 404
    assert client.post(f"{PRINT}/page/2").status_code == 405


def test_a_draft_whose_symbol_looks_like_a_page_is_that_draft(tmp_path: Path) -> None:
    path = tmp_path / "tricky.db"
    about = About("ferries", "F/1", "2031-05-07", standing="official")
    with open_database(path) as store:
        for symbol in ("F/1", TRICKY, f"{TRICKY}.png"):
            pipeline.add(store, draft_of(PDF, replace(about, symbol=symbol)), path, file=PDF)
    client = create_app(path).test_client()
    for symbol in (TRICKY, f"{TRICKY}.png"):
        text = Page(client.get(f"/n/ferries/d/{symbol}").text).text
        assert "Source of this text" in text
    assert "Page 2 of 16" in client.get(f"/n/ferries/d/{TRICKY}/page/2").text
    assert "Page 3 of 16" in client.get("/n/ferries/d/F/1/page/3").text


def test_a_file_without_pages_shows_its_words(client: FlaskClient) -> None:
    path = "/n/ferries/d/F/2/page/1"
    answer = client.get(f"{path}?p=art_2__para_1")
    page = Page(answer.text)
    assert "A file of this kind (Word document) has no printed pages" in page.text
    assert "Article 2, paragraph 1 is marked in the words below" in page.text
    assert page.all("img") == []
    (marked,) = re.findall(r'<mark id="passage">([^<]*)', answer.text)
    assert "In this Convention" in marked
    assert "Paraphrase written for this project" in page.text
    assert client.get(f"{path}.png").status_code == 404
    assert client.get(f"{path}.svg").status_code == 404
    assert 'id="on-art_2__para_1"' in client.get(path).text
    assert Page(client.get(path).text).ids_twice() == []


def test_a_file_that_was_not_kept_says_so(client: FlaskClient) -> None:
    path = "/n/lost/d/F/3/page/2"
    page = Page(client.get(f"{path}?p=art_2").text)
    assert "There is no picture of this page here. The file was not kept" in page.text
    assert page.all("img") == []
    assert "marked in the words below" in page.text
    assert client.get(f"{path}.png").status_code == 404


def test_without_the_library_pages_say_so(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tracker.read

    monkeypatch.delattr(tracker.read, "pdf_image", raising=False)
    monkeypatch.setitem(sys.modules, "tracker.read.pdf_image", None)
    client = create_app(database).test_client()
    page = Page(client.get(f"{PRINT}/page/2?p=art_2").text)
    assert "is not installed on this server" in page.text
    assert "marked in the words below" in page.text
    answer = client.get(f"{PRINT}/page/2.png")
    assert answer.status_code == 503
    assert "is not installed on this server" in Page(answer.text).text


def test_a_crowd_is_asked_to_wait(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> bytes:
        raise Busy("too many pages are being drawn at the moment; try again in a minute")

    monkeypatch.setattr(Desk, "picture", busy)
    monkeypatch.setattr(Desk, "sheet", busy)
    client = create_app(database).test_client()
    for path in ("page/2", "page/2.png", "page/2.svg"):
        answer = client.get(f"{PRINT}/{path}")
        assert answer.status_code == 503
        assert "try again in a minute" in answer.text


def test_a_damaged_page_says_so(database: Path, tmp_path: Path) -> None:
    import shutil
    import sqlite3

    path = tmp_path / "damaged.db"
    shutil.copy(database, path)
    spoilt = b"%PDF-1.7\nnothing of a PDF\n%%EOF"
    digest = hashlib.sha256(spoilt).hexdigest()
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE sources SET sha256 = ? WHERE sha256 = ?", (digest, SHA))
        conn.execute("INSERT INTO source_files VALUES (?, ?)", (digest, spoilt))
    client = create_app(path).test_client()
    page = Page(client.get(f"{PRINT}/page/2?p=art_2").text)
    assert "This page of the file cannot be drawn: the file is damaged." in page.text
    assert "marked in the words below" in page.text
    assert client.get(f"{PRINT}/page/2.png").status_code == 404


def test_where_the_place_is_not_known_nothing_is_outlined(database: Path, tmp_path: Path) -> None:
    import shutil
    import sqlite3

    path = tmp_path / "recovered.db"
    shutil.copy(database, path)
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE source_pages SET text = replace(text, 'ferry', 'fęrry')")
    answer = create_app(path).test_client().get(f"{PRINT}/page/2?p=art_2")
    page = Page(answer.text)
    assert "we cannot tell for sure on which lines" in page.text
    assert rects(answer.text) == []
    assert page.all("img")
    assert 'class="read-words" open' in answer.text


def test_pictures_are_made_once(app: Flask, client: FlaskClient) -> None:
    client.get(f"{PRINT}/page/4.png?w=480")
    desk = app.extensions[DESK]
    assert (SHA, 4, 480) in desk._pictures
    assert isinstance(desk, Desk)


def test_texts_of_files_are_never_markup(tmp_path: Path) -> None:
    text = 'Article 1\n\nThe <script>alert(1)</script> & "quotes" {{7*7}} stay as they are.\n'
    file = tmp_path / "some.txt"
    file.write_text(f"{text}\nArticle 2\n\nNothing else is said in this article.\n")
    path = tmp_path / "some.db"
    about = About("some", "S/1", "2031-05-07", standing="official")
    with open_database(path) as store:
        pipeline.add(store, draft_of(file, about), path, file=file)
    client = create_app(path).test_client()
    for query in ("", "?p=art_1"):
        answer = client.get(f"/n/some/d/S/1/page/1{query}")
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "{{7*7}}" in answer.text


stretch = st.tuples(st.integers(-5, 3_000), st.integers(-5, 3_000))


@given(st.text(max_size=200), st.lists(stretch, max_size=5))
def test_nothing_of_a_page_is_lost_or_invented(text: str, marked: list[tuple[int, int]]) -> None:
    found = page_words(text, marked)
    assert (found.before, found.behind) == (0, 0)
    assert Markup(re.sub("</?mark[^>]*>", "", found.words)).unescape() == text


@given(st.integers(MOST, 4 * MOST), st.lists(stretch, max_size=5))
def test_of_a_long_file_what_is_around_the_passage_is_shown(
    length: int, marked: list[tuple[int, int]]
) -> None:
    text = ("A line of twenty-four.\n" * (length // 23 + 1))[:length]
    found = page_words(text, marked)
    shown = Markup(re.sub("</?mark[^>]*>", "", found.words)).unescape()
    assert text[found.before : len(text) - found.behind] == shown
    assert len(shown) <= 2 * MOST


@given(st.text(max_size=80), st.lists(st.tuples(*[st.integers(-2, 90)] * 2, st.text()), max_size=6))
def test_a_whole_file_is_whole(text: str, places: list[tuple[int, int, str]]) -> None:
    found = whole(text, places).words
    assert Markup(re.sub("</?span[^>]*>", "", found)).unescape() == text
