"""The way to Datasette: what is handed on, what comes back, what happens when it does not."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from flask.testing import FlaskClient

from web import create_app, data
from web.shelf import EXTENSION

ANSWERS = {
    "/": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n"
    b"Set-Cookie: a=b\r\nServer: x\r\nConnection: close\r\n\r\nhello",
    "/cut": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + b"x" * 200_000,
    "/away": b"HTTP/1.1 302 Found\r\nLocation: /data/there\r\nContent-Length: 0\r\n\r\n",
    "/missing": b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnope",
    "/garbage": b"moon moon moon\r\n\r\n",
    "/nothing": b"",
}


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        lines = []
        while (line := self.rfile.readline().strip()) and len(lines) < 100:
            lines.append(line.decode("latin-1"))
        self.server.seen.append(lines)
        target = lines[0].split(" ")[1].split("?")[0] if lines else "/nothing"
        if target == "/silent":
            self.server.released.wait(5)
            return
        self.wfile.write(ANSWERS.get(target, ANSWERS["/"]))


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    seen: list[list[str]]
    released: threading.Event


@pytest.fixture
def upstream(tmp_path: Path) -> Iterator[_Server]:
    # A Unix socket's path may be about 100 characters long, tmp_path can be longer.
    with TemporaryDirectory() as folder, _Server(f"{folder}/s", _Handler) as server:
        server.seen = []
        server.released = threading.Event()
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.released.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def client(database: Path, upstream: _Server) -> Iterator[FlaskClient]:
    app = create_app(database, data_socket=Path(str(upstream.server_address)))
    yield app.test_client()
    app.extensions[EXTENSION].close()


def test_an_answer_comes_back_without_its_own_headers(client: FlaskClient) -> None:
    with client.get("/data/") as answer:
        assert (answer.status_code, answer.text) == (200, "hello")
    assert "Set-Cookie" not in answer.headers
    assert "x" not in answer.headers.getlist("Server")
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("asked", "handed_on"),
    [
        ("/data/", "/"),
        ("/data/db/table?_size=2&a=b%20c", "/db/table?_size=2&a=b%20c"),
        ("/data/a%20b/%C3%A9", "/a%20b/%C3%A9"),
        ("/data/x?a=%0d%0aX: y", "/x?a=%0d%0aX:%20y"),
        ("/data/db.json?sql=select+1", "/db.json?sql=select+1"),
        ("/data/a%2Fb", "/a/b"),
    ],
)
def test_an_address_is_handed_on(
    client: FlaskClient, upstream: _Server, asked: str, handed_on: str
) -> None:
    with client.get(asked) as answer:
        assert answer.status_code == 200
    assert upstream.seen[0][0] == f"GET {handed_on} HTTP/1.1"


def test_only_harmless_headers_are_handed_on(client: FlaskClient, upstream: _Server) -> None:
    sent = {"Cookie": "a=b", "Authorization": "x", "Accept": "text/csv", "X-Forwarded-For": "1"}
    client.get("/data/", headers=sent).close()
    names = {line.split(":")[0].lower() for line in upstream.seen[0][1:]}
    assert names == {"host", "accept-encoding", "accept"}


def test_a_line_break_in_an_address_goes_nowhere(client: FlaskClient, upstream: _Server) -> None:
    assert client.get("/data/a%0d%0aHost:%20evil").status_code == 404
    assert upstream.seen == []


def test_head(client: FlaskClient, upstream: _Server) -> None:
    with client.head("/data/") as answer:
        assert answer.status_code == 200
    assert upstream.seen[0][0].startswith("HEAD ")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_that_could_write_is_handed_on(
    client: FlaskClient, upstream: _Server, method: str
) -> None:
    assert client.open("/data/db", method=method).status_code == 405
    assert upstream.seen == []


def test_statuses_and_addresses_come_back(client: FlaskClient) -> None:
    with client.get("/data/missing") as answer:
        assert answer.status_code == 404
    with client.get("/data/away") as answer:
        assert answer.headers["Location"] == "/data/there"
    assert client.get("/data").headers["Location"] == "/data/"


@pytest.mark.parametrize("path", ["/data/garbage", "/data/nothing"])
def test_an_answer_that_is_none(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 502
    assert "did not answer" in answer.text


def test_silence(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "SECONDS", 0.1)
    answer = client.get("/data/silent")
    assert answer.status_code == 504
    assert "too long" in answer.text


def test_an_endless_answer_is_cut_off_and_not_taken_for_whole(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "LONGEST_ANSWER", 100_000)
    with client.get("/data/cut") as answer, pytest.raises(ConnectionError, match="cut off"):
        assert answer.data


def test_a_question_of_unbearable_length(client: FlaskClient) -> None:
    assert client.get(f"/data/db?sql={'x' * 40_000}").status_code == 414


def test_nobody_there(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "STARTING_SECONDS", 0.2)
    app = create_app(database, data_socket=tmp_path / "no")
    answer = app.test_client().get("/data/")
    assert answer.status_code == 503
    assert "restarted" in answer.text
    assert str(tmp_path) not in answer.text


def test_without_datasette(database: Path) -> None:
    answer = create_app(database).test_client().get("/data/")
    assert answer.status_code == 503
    assert "tracker serve" in answer.text
