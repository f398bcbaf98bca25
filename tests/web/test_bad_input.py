"""Whatever stands in an address: the right status, a page that explains, nothing of the machine."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web import sample
from tests.web.reading import Page
from web import create_app
from web.shelf import EXTENSION

MISSING = {
    "no-such-page": "/nothing",
    "no-negotiation": "/n/nothing",
    "digits-negotiation": f"/n/{'9' * 5000}",
    "nul-negotiation": "/n/%00",
    "dots-negotiation": "/n/..%2f..%2fetc%2fpasswd",
    "quote-negotiation": "/n/'%20OR%20'1'='1",
    "script-negotiation": "/n/<script>alert(1)</script>",
    "bad-utf8": "/n/%ff%fe",
    "no-draft": "/n/moon/d/M/99",
    "dots-draft": "/n/moon/d/../../../etc/passwd",
    "slashes-draft": "/n/moon/d//M//1",
    "nul-draft": "/n/moon/d/M/1%00",
    "no-language": "/n/moon?lang=fr",
    "no-draft-in-language": "/n/moon/d/M/1?lang=fr",
    "no-thread": "/t/000000000000",
    "digits-thread": f"/t/{'9' * 5000}",
    "nul-thread": "/t/%00",
    "script-thread": "/t/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "compare-no-draft": "/n/moon/compare?old=M/99&new=M/1",
    "compare-script": "/n/moon/compare?old=%3Cscript%3E&new=M/1",
    "search-no-negotiation": "/search?q=moon&n=nothing",
    "search-past-the-end": "/search?q=moon&page=999",
    "static-dots": "/static/../app.py",
    "static-encoded-dots": "/static/..%2fapp.py",
}

REFUSED = {
    "show": "/n/moon/compare?show=everything",
    "same-draft": "/n/moon/compare?old=M/1&new=M/1",
    "page-zero": "/search?q=moon&page=0",
    "page-word": "/search?q=moon&page=two",
    "page-minus": "/search?q=moon&page=-1",
    "page-digits": f"/search?q=moon&page={'9' * 5000}",
    "page-arabic-digits": "/search?q=moon&page=٣",
    "long-search": f"/search?q={'a' * 5000}",
    "language": "/n/moon?lang=../../etc",
    "language-script": "/n/moon?lang=%3Cscript%3E",
}

SEARCHES = {
    "quotes": '"""',
    "operators": 'NEAR(a b) OR NOT "',
    "star": "*",
    "column": "text:moon",
    "nul": "moon\0",
    "only-nul": "\0",
    "emoji": "🌒🌓",
    "percent": "%_%",
    "script": "<script>alert(1)</script>",
    "sql": "'; DROP TABLE provisions; --",
    "rtl-override": "\u202emoon",
    "underscores": "_" * 400,
    "brackets": "((((((((((",
    "number": "9" * 400,
    "roman": "iv",
    "spaces": " " * 400,
}


@pytest.mark.parametrize("name", MISSING)
def test_what_is_not_there(client: FlaskClient, name: str) -> None:
    answer = client.get(MISSING[name])
    assert answer.status_code == 404
    explains(answer.text)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_meant(client: FlaskClient, name: str) -> None:
    answer = client.get(REFUSED[name])
    assert answer.status_code == 400
    explains(answer.text)


@pytest.mark.parametrize("name", SEARCHES)
def test_any_search_is_safe(client: FlaskClient, name: str) -> None:
    answer = client.get("/search", query_string={"q": SEARCHES[name]})
    assert answer.status_code == 200
    assert "<script>" not in answer.text
    assert len(Page(answer.text).all("h1")) == 1


def explains(html: str) -> None:
    """An error page: sound, in words, without a trace or a path."""
    page = Page(html)
    assert len(page.all("h1")) == 1
    assert len(page.text) > 100
    assert "/" in page.links
    assert "<script>" not in html
    for word in ("Traceback", "sqlite", ".py", "tmp/", "None"):
        assert word not in page.text


@pytest.mark.parametrize("path", ["/", "/n/moon", "/search", "/n/moon/compare", "/data/"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_can_only_be_read(client: FlaskClient, path: str, method: str) -> None:
    answer = client.open(path, method=method, data={"q": "x"})
    assert answer.status_code == 405
    assert {"GET", "HEAD"} <= set(answer.headers["Allow"].split(", "))
    explains(answer.text)


def test_a_fault_shows_nothing_of_the_machine(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("secret at /srv/somebody/file.py")

    monkeypatch.setattr(app.extensions[EXTENSION], "negotiations", fail)
    answer = client.get("/?not-kept")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    explains(answer.text)


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()


def cut(path: Path) -> None:
    sample.make(path)
    path.write_bytes(path.read_bytes()[:9000])


BROKEN: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: None,
    "empty": lambda path: path.write_bytes(b""),
    "no-database": lambda path: path.write_bytes(b"moon" * 2000),
    "foreign": foreign,
    "cut-off": cut,
    "folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("path", ["/", "/n/moon", "/t/000000000000", "/healthz"])
def test_a_broken_database_is_explained(tmp_path: Path, kind: str, path: str) -> None:
    database = tmp_path / "some.db"
    BROKEN[kind](database)
    app = create_app(database)
    answer = app.test_client().get(path)
    app.extensions[EXTENSION].close()
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert str(tmp_path) not in answer.text
    assert "some.db" not in answer.text
    page = Page(answer.text)
    assert "atabase" in page.text
    assert len(page.all("h1")) == 1


def test_pages_come_back_with_the_database(tmp_path: Path) -> None:
    database = tmp_path / "some.db"
    app = create_app(database)
    client = app.test_client()
    assert client.get("/n/moon").status_code == 503
    assert client.get("/method").status_code == 200
    sample.make(database)
    assert client.get("/n/moon").status_code == 200
    app.extensions[EXTENSION].close()
