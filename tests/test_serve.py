"""The viewer and Datasette as they are run: one address, two processes, no orphan."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from flask import Flask

from tests.web import sample
from tracker import data_server
from tracker.errors import TrackerError
from tracker.serve import Datasette, serve
from web import http_server
from web.headers import EVERYWHERE

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 20.0

RUN = """
import sys
from pathlib import Path
from tracker import data_server
from tracker.serve import serve
data_server.SETTINGS["sql_time_limit_ms"] = "700"
serve(Path(sys.argv[1]), "127.0.0.1", 0, announce=lambda line: print(line, flush=True))
"""


class Running:
    """A viewer in a process of its own, whose questions have less time than usual."""

    def __init__(self, database: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(database)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip().rstrip("/")

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=SECONDS) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def children(self) -> list[int]:
        found = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        )
        return [int(pid) for pid in found.stdout.split()]

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sample.db"
    sample.make(path)
    return path


@pytest.fixture
def running(database: Path) -> Iterator[Running]:
    found = Running(database)
    yield found
    found.end()


def until(true: Callable[[], bool]) -> bool:
    """Whether it comes true in time."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    # A process whose parent was killed is a zombie until somebody takes note of its end.
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return found.stdout.strip() == "" or found.stdout.startswith("Z")


def test_one_address_for_pages_and_data(running: Running, database: Path, tmp_path: Path) -> None:
    """From the first page to the end: SQL, limits, a killed Datasette, a new file, SIGTERM."""
    assert running.address.startswith("http://127.0.0.1:")
    assert running.get("/n/moon")[0] == 200
    status, page = running.get("/data/")
    assert status == 200
    assert "Negotiation tracker" in page

    count = "/data/sample.json?sql=select+count(*)+from+negotiations&_shape=arrays"
    assert json.loads(running.get(count)[1])["rows"] == [[2]]
    status, page = running.get("/data/sample.json?sql=delete+from+negotiations")
    assert status == 400
    assert "SELECT" in page
    # Datasette shows texts without their notices: its own pages say what they are.
    for path in (
        "/data/",
        "/data/sample/provisions",
        "/data/sample?sql=select+text+from+provisions",
    ):
        assert "is not the official text" in running.get(path)[1], path
        assert "PARAPHRASE, NOT THE OFFICIAL TEXT" in running.get(path)[1], path
    # More than it may have: an error, not the machine's memory.
    assert running.get("/data/sample.json?sql=select+length(randomblob(1100000000))")[0] >= 400
    assert json.loads(running.get(count)[1])["rows"] == [[2]]
    _ask_for_too_much(running, tmp_path)
    assert json.loads(running.get(count)[1])["rows"] == [[2]]

    # Nor may a question that is none be a failure, or lead away from the data.
    for path in ("provisions?_sort=moon", "provisions?_timelimit=x", "provisions?_facet=%00"):
        assert running.get(f"/data/sample/{path}")[0] == 400, path
    for path in ("provisions.moon", "..%2f..%2fx", "provisions/%2f%2fevil.example", "-/x/y"):
        assert running.get(f"/data/sample/{path}")[0] == 404, path
    assert running.get("/data/sample/provisions/")[0] == 200

    (first,) = running.children()
    os.kill(first, signal.SIGKILL)
    assert until(lambda: running.children() not in ([], [first]))
    assert running.get("/data/")[0] == 200
    assert running.get("/n/moon")[0] == 200

    # Another file takes the database's place, as a rebuild elsewhere and a rename would do.
    (second,) = running.children()
    other = tmp_path / "other.db"
    shutil.copy(database, other)
    other.replace(database)
    assert until(lambda: running.children() not in ([], [second]))
    assert json.loads(running.get(count)[1])["rows"] == [[2]]

    (third,) = running.children()
    running.process.terminate()
    assert running.process.wait(SECONDS) == 0
    assert until(lambda: gone(third))


ENDLESS = "with recursive r(n) as (select 1 union all select n+1 from r) select count(*) from r"
# SQL, the status of its answer, and a pattern of its words.
TOO_MUCH: dict[str, tuple[str, int, str]] = {
    "another file": ("attach database '{}' as other", 400, "SELECT"),
    "a copy": ("vacuum into '{}'", 400, "SELECT"),
    "two statements": ("select 1; attach database '{}' as other", 400, ""),
    "a write behind a with": ("with x as (select 1) delete from drafts", 400, "authorized"),
    "an extension": ("select load_extension('x')", 400, "load_extension"),
    "a setting": ("select * from pragma_journal_mode", 400, "PRAGMA"),
    "an endless recursion": (ENDLESS, 400, "took too long"),
    "a gigabyte": ("select length(randomblob(999999999))", 400, "too big"),
    "a thousand large rows": (
        "with recursive r(n) as (select 1 union all select n+1 from r where n < 1000) "
        "select zeroblob(4000000) from r",
        400,
        # On a slow day the other limit is met first.
        "too much memory|took too long",
    ),
    "a search of a quotation mark": (
        "select * from provisions_fts where provisions_fts match '\"'",
        400,
        "unterminated string",
    ),
}


def _ask_for_too_much(running: Running, folder: Path) -> None:
    before = sorted(folder.iterdir())
    for case, (sql, status, said) in TOO_MUCH.items():
        query = urllib.parse.urlencode({"sql": sql.format(folder / "other.db")})
        got, page = running.get(f"/data/sample?{query}")
        assert (case, got) == (case, status)
        assert re.search(said, page), case
    assert sorted(folder.iterdir()) == before
    # A question that took too long is still there, to be mended; and as a file it is no table.
    query = urllib.parse.urlencode({"sql": ENDLESS})
    assert "union all select n+1 from r" in running.get(f"/data/sample?{query}")[1]
    assert running.get(f"/data/sample.csv?{query}")[0] >= 400
    # What JSON cannot say.
    odd = urllib.parse.urlencode({"sql": 'select 9e999 as "a]b", -9e999', "_shape": "arrays"})
    answer = json.loads(running.get(f"/data/sample.json?{odd}")[1], parse_constant=pytest.fail)
    assert answer["columns"][0] == "a]b"
    hidden = running.get("/data/sample.json?sql=select+file+from+pragma_database_list")[1]
    assert "sample.db" not in hidden
    for typed in ('"', "*", "AND", "a OR", "x*)", "\0", "-"):
        words = urllib.parse.urlencode({"words": typed, "_search": typed})
        for path in ("search_the_texts", "provisions", "search_the_texts.json"):
            assert running.get(f"/data/sample/{path}?{words}")[0] in (200, 400), (path, typed)


def test_a_datasette_that_answers_no_more_is_started_again(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One function call may go on for hours, and no clock is looked at meanwhile."""
    monkeypatch.setattr("tracker.serve.PULSE_SECONDS", 0.2)
    monkeypatch.setattr("tracker.serve.PATIENCE_SECONDS", 0.4)
    with (
        TemporaryDirectory() as folder,
        Datasette(database, Path(folder, "s"), Path(folder)) as one,
    ):
        assert until(lambda: one.pid is not None and Path(folder, "s").exists())
        first = one.pid
        assert first is not None
        os.kill(first, signal.SIGSTOP)
        assert until(lambda: one.starts > 1)
        assert until(lambda: gone(first))


# What never reaches the application.
NO_REQUESTS: dict[str, tuple[bytes, int]] = {
    "too large": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n", 413),
    "no length": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: moon\r\n\r\n", 400),
    "bytes": (b"GET /n/\xff HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "noise": (b"\x00\x01\r\n\r\n", 400),
    "large head": (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", 431),
}


def test_what_is_no_request_gets_our_headers(running: Running) -> None:
    address = urllib.parse.urlsplit(running.address)
    for case, (request, status) in NO_REQUESTS.items():
        with socket.create_connection((address.hostname, address.port), SECONDS) as asked:
            asked.sendall(request)
            head = asked.recv(65536).decode("latin-1")
        assert head.split(" ")[1] == str(status), case
        for name, value in EVERYWHERE.items():
            assert f"{name}: {value}\r\n" in head, case


def test_a_busy_moment_is_no_warning(database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = http_server.server(Flask("moon"), listening)
        server.close()
    assert not logging.getLogger("waitress.queue").isEnabledFor(logging.WARNING)
    assert logging.getLogger("waitress").isEnabledFor(logging.WARNING)


def test_ctrl_c_stops_both(running: Running) -> None:
    assert until(lambda: bool(running.children()))
    (child,) = running.children()
    running.process.send_signal(signal.SIGINT)
    running.process.wait(SECONDS)
    assert until(lambda: gone(child))


def test_a_viewer_that_is_killed_leaves_nothing_behind(running: Running) -> None:
    assert running.get("/data/")[0] == 200
    (child,) = running.children()
    running.process.kill()
    assert until(lambda: gone(child))


def test_a_question_has_two_seconds() -> None:
    assert data_server.SETTINGS["sql_time_limit_ms"] == "2000"


def test_without_a_database_it_waits_for_one(tmp_path: Path) -> None:
    database = tmp_path / "later.db"
    running = Running(database)
    try:
        assert running.get("/")[0] == 503
        assert running.children() == []
        sample.make(database)
        assert running.get("/")[0] == 200
        assert until(lambda: bool(running.children()))
        assert running.get("/data/later")[0] == 200
    finally:
        running.end()


def test_an_address_that_is_taken(database: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(TrackerError, match=rf"127.0.0.1:{port}: .*--port"):
            serve(database, "127.0.0.1", port, announce=print)


def test_an_address_of_another_machine(database: Path) -> None:
    with pytest.raises(TrackerError, match="192.0.2.1"):
        serve(database, "192.0.2.1", 0, announce=print)


def test_a_datasette_that_cannot_live_is_not_started_without_pause(tmp_path: Path) -> None:
    """A file that is no database: each start waits longer than the one before."""
    broken = tmp_path / "broken.db"
    broken.write_text("no database " * 100)
    folder = tmp_path / "run"
    folder.mkdir()
    with Datasette(broken, folder / "s", folder) as kept:
        assert until(lambda: kept.starts >= 1)
        time.sleep(2.5)
        assert kept.starts <= 3
    assert kept.pid is None
