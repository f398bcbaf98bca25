"""The way to Datasette: what is handed on, what comes back, what happens when it does not."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from flask.testing import FlaskClient

from tests.web.reading import Page
from web import create_app, data
from web.shelf import EXTENSION

ANSWERS = {
    "/": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n"
    b"Set-Cookie: a=b\r\nServer: x\r\nConnection: close\r\n\r\nhello",
    "/cut": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + b"x" * 200_000,
    "/away": b"HTTP/1.1 302 Found\r\nLocation: /data/there\r\nContent-Length: 0\r\n\r\n",
    "/short": b"HTTP/1.1 302 Found\r\nLocation: /db/table?a=1\r\nContent-Length: 0\r\n\r\n",
    "/evil": b"HTTP/1.1 302 Found\r\nLocation: //evil.example/\r\nContent-Length: 0\r\n\r\n",
    "/back": b"HTTP/1.1 302 Found\r\nLocation: /\\evil.example\r\nContent-Length: 0\r\n\r\n",
    "/missing": b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnope",
    "/some.csv": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\na,b\r\n1,2\r\n",
    "/empty.csv": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n\r\n",
    "/broken": b"HTTP/1.1 500 Oh\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n/home",
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
    assert client.get("/data").headers["Location"] == "/data/"


LED_TO = {
    "away": "/data/there",
    "short": "/data/db/table?a=1",
    "evil": "/data/evil.example/",
    "back": "/data/evil.example",
}


@pytest.mark.parametrize("path", LED_TO)
def test_a_redirect_stays_among_the_data(client: FlaskClient, path: str) -> None:
    """Datasette leaves its base address out of some."""
    with client.get(f"/data/{path}") as answer:
        assert answer.headers["Location"] == LED_TO[path]


@pytest.mark.parametrize(
    "path",
    [
        *("..", "db/..", "db/../../x", "db//x", "db/./x", "db/%2e%2e/x"),
        "db/table.moon",
        "db/table.",
        "-/static/" + "x" * 600,
    ],
)
def test_an_address_without_names_is_none(
    client: FlaskClient, upstream: _Server, path: str
) -> None:
    """Datasette takes them for names of templates, and fails."""
    assert client.get(f"/data/{path}").status_code == 404
    assert upstream.seen == []


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


def test_a_table_comes_whole(client: FlaskClient) -> None:
    with client.get("/data/some.csv") as answer:
        assert answer.data == b"a,b\r\n1,2\r\n"


def test_an_empty_file_is_not_taken_for_a_table(client: FlaskClient) -> None:
    """Datasette sends one, and says that all is well, if a question is wrong."""
    answer = client.get("/data/empty.csv")
    assert answer.status_code == 400
    assert "There is no table for this question" in answer.text


@pytest.mark.parametrize(("path", "status"), [("broken", 502), ("broken?_sort=moon", 400)])
def test_a_failure_is_explained_and_shows_nothing(
    client: FlaskClient, path: str, status: int
) -> None:
    """To Datasette, a question that is none is a failure of its own."""
    answer = client.get(f"/data/{path}")
    assert answer.status_code == status
    assert "too long or too much memory" in answer.text
    assert "/home" not in answer.text


@pytest.mark.parametrize("path", ["-/databases.json", "-/threads", "-/plugins.json", "-/"])
def test_pages_about_the_machine_are_not_handed_on(
    client: FlaskClient, upstream: _Server, path: str
) -> None:
    assert client.get(f"/data/{path}").status_code == 404
    assert upstream.seen == []


def test_styles_are_handed_on(client: FlaskClient, upstream: _Server) -> None:
    client.get("/data/-/static/app.css").close()
    assert len(upstream.seen) == 1


PAGES = {
    "/n/moon/brackets": "how_long_words_were_contested?negotiation=moon",
    "/n/moon/force": "how_much_each_draft_obliges?negotiation=moon",
    "/n/moon/references": "references_that_lead_nowhere?negotiation=moon",
    "/n/moon/claims": "claims_not_borne_out?negotiation=moon",
    "/n/moon/proposals": "whose_words_entered?negotiation=moon",
    "/n/moon/borrowed": "safeguards_that_did_not_come_along?negotiation=moon",
    "/n/moon/words": "survival_by_round?negotiation=moon",
    "/n/moon/phrase?q=dust": "phrase_through_the_rounds?negotiation=moon&phrase=dust",
    "/n/moon/changes?old=M/1&new=M/3": "what_changed_between_two_drafts?negotiation=moon"
    "&old=M/1&new=M/3",
    "/search?q=%22a+b%22&stay=1": "search_the_texts?words=%22a+b%22",
    "/method": "what_was_dropped",
    "/n/moon/flow": "what_became_of_each_article?negotiation=moon&old=M/1&new=M/3",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_leads_to_its_question(client: FlaskClient, path: str) -> None:
    links = Page(client.get(path).text).links
    assert f"/data/sample/{PAGES[path]}" in links


def test_no_page_leads_to_data_that_do_not_run(database: Path) -> None:
    found = create_app(database).test_client()
    assert all("/data/sample" not in found.get(path).text for path in PAGES)


def test_a_question_has_no_strange_field(client: FlaskClient) -> None:
    with client.application.test_request_context():
        assert data.question_address("what_was_dropped", negotiation="a&b=c").endswith(
            "?negotiation=a%26b%3Dc"
        )
        with pytest.raises(KeyError, match="colour"):
            data.question_address("what_was_dropped", colour="red")
        with pytest.raises(KeyError, match="nothing"):
            data.question_address("nothing")
