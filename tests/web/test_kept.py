"""Pages that are kept: the same bytes, for whoever takes the same encoding, until the state changes."""

from __future__ import annotations

import gzip
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web import sample, untranslated
from web import create_app, kept
from web.overview import negotiations


@pytest.fixture
def counted(database: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Flask, list[str]]:
    """An application that says how often the front page was made."""
    app, made = create_app(database), []
    home = negotiations.home

    def counting() -> str:
        made.append("home")
        return home()

    monkeypatch.setitem(app.view_functions, "negotiations.home", counting)
    return app, made


def test_a_page_is_made_once_for_each_encoding(counted: tuple[Flask, list[str]]) -> None:
    app, made = counted
    client = app.test_client()
    plain = [client.get("/") for _ in range(3)]
    small = [client.get("/", headers={"Accept-Encoding": "gzip"}) for _ in range(3)]
    assert len(made) == 2
    assert {one.data for one in plain} == {gzip.decompress(one.data) for one in small}
    assert {tuple(one.headers) for one in plain} == {tuple(plain[0].headers)}
    assert small[2].headers["Content-Encoding"] == "gzip"
    assert (
        small[2].headers["Content-Security-Policy"] == plain[0].headers["Content-Security-Policy"]
    )
    assert "Accept-Encoding" in plain[0].headers["Vary"]


def test_head_has_no_page_and_is_not_kept(counted: tuple[Flask, list[str]]) -> None:
    app, made = counted
    client = app.test_client()
    assert client.head("/").data == b""
    assert client.get("/").data
    assert len(made) == 2


def test_errors_are_not_kept(database: Path) -> None:
    app = create_app(database)
    client = app.test_client()
    assert [client.get("/n/nothing").status_code for _ in range(2)] == [404, 404]
    assert client.get("/n/nothing").headers["Cache-Control"] == "no-store"


def test_what_is_written_is_seen(tmp_path: Path) -> None:
    database = tmp_path / "t.db"
    sample.make(database)
    client = create_app(database).test_client()
    before = client.get("/").data
    with closing(sqlite3.connect(database)) as conn, conn:
        conn.execute("UPDATE negotiations SET title = 'Other' WHERE id = 'qamar'")
    assert client.get("/").data != before


def test_another_file_that_was_written_to_as_often_is_seen(tmp_path: Path) -> None:
    database, other = tmp_path / "t.db", tmp_path / "other.db"
    sample.make(database)
    for path, title in ((other, "Other"), (database, "First")):
        if path is other:
            other.write_bytes(database.read_bytes())
        with closing(sqlite3.connect(path)) as conn, conn:
            conn.execute("UPDATE negotiations SET title = ? WHERE id = 'qamar'", (title,))
    client = create_app(database).test_client()
    assert "First" in client.get("/").text
    other.replace(database)
    assert "Other" in client.get("/").text


def test_the_least_recently_asked_for_goes_first() -> None:
    shelf = kept.Shelf(15_000)
    shelf.put(("a", ""), (b"x" * 4_000, ()))
    shelf.put(("b", ""), (b"x" * 4_000, ()))
    assert shelf.get(("a", "")) is not None
    shelf.put(("c", ""), (b"x" * 4_000, ()))
    assert shelf.get(("b", "")) is None
    assert shelf.get(("a", "")) is not None
    shelf.put(("d", ""), (b"x" * 20_000, ()))
    assert shelf.get(("d", "")) is None


def test_long_names_of_encodings_take_no_room(counted: tuple[Flask, list[str]]) -> None:
    app, made = counted
    client = app.test_client()
    longest = {"Accept-Encoding": "x" * (kept.LONGEST_ACCEPTED + 1)}
    assert len({client.get("/", headers=longest).data for _ in range(2)}) == 1
    assert len(made) == 2


def test_many_small_answers_are_not_many_more_than_their_room() -> None:
    shelf = kept.Shelf(10 * kept.BESIDE)
    for n in range(100):
        shelf.put((str(n), ""), (b"", ()))
    assert sum(shelf.get((str(n), "")) is not None for n in range(100)) == 10


def test_a_file_whose_address_tells_its_version_is_asked_for_once(client: FlaskClient) -> None:
    style = re.search(r'href="(/static/site.css\?v=\w+)"', client.get("/").text)
    assert style is not None
    for address, kept_for in (
        (style[1], "public, max-age=31536000, immutable"),
        ("/static/site.css", "no-cache"),
    ):
        with client.get(address) as answer:
            assert answer.headers["Cache-Control"] == kept_for


def test_a_browser_does_not_keep_a_page_of_another_language(database: Path, tmp_path: Path) -> None:
    """Nor one of the same language, if somebody translated it better."""
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder, more in zip(folders, ("", "!"), strict=True):
        untranslated.translate(folder, {"Search": f"Serĉi{more}"})
    apps = [
        create_app(database),
        create_app(database, interface=untranslated.LANGUAGE),
        *(create_app(database, interface=untranslated.LANGUAGE, catalogues=one) for one in folders),
    ]
    tags = [app.test_client().get("/").headers["ETag"] for app in apps]
    assert len(set(tags)) == len(tags)
    kept = apps[2].test_client().get("/", headers={"If-None-Match": ", ".join(tags[:2])})
    assert kept.status_code == 200
    assert "Serĉi" in kept.text
    assert "Serĉi!" in apps[3].test_client().get("/").text
    assert "Serĉi" not in apps[1].test_client().get("/").text
