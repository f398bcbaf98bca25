"""Fetching the official files, from a server on loopback that behaves and misbehaves."""

from __future__ import annotations

import io
import json
import os
import socket
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tracker import official
from tracker.download import Limits, download, is_public
from tracker.errors import FetchError, ReadError
from tracker.fetch import Fetched, bears, fetch, format_of
from tracker.manifest import source_file
from tracker.model import Negotiation, Round

PDF = b"%PDF-1.7\nwritten for the test, T/1\n%%EOF\n"
DAY = date(2024, 3, 1)


def docx() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    return stream.getvalue()


class Handler(BaseHTTPRequestHandler):
    """Answers each path by what the server's `answers` say of it."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.answers[self.path](self)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Callable[[Handler], None]] = {}
        self.asked: list[str] = []
        self.over = threading.Event()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients here hang up on purpose."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.over.set()
        running.shutdown()
        thread.join()


def answer(body: bytes, status: int = 200, **headers: str) -> Callable[[Handler], None]:
    def send(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def redirect(location: str) -> Callable[[Handler], None]:
    return answer(b"", 302, Location=location)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.over.is_set():
        handler.wfile.write(b"%PDF-" * 20_000)


def dripping_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    drip(handler)


def dripping_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    drip(handler)


def drip(handler: Handler) -> None:
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b"x")


def silent(handler: Handler) -> None:
    handler.server.over.wait()


def cut_off_chunks(handler: Handler) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"30\r\n" + PDF[:10])
    handler.close_connection = True


def babble(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0-server\r\n")
    handler.close_connection = True


def lakes(*paths: str, host: str = "https://documents.un.org") -> Negotiation:
    """A negotiation whose rounds T/1, T/2 … have their official files at these paths."""
    rounds = tuple(
        Round(
            f"r{number}",
            f"T/{number}",
            f"2020-01-{number:02}",
            "2020",
            "Draft",
            official=host + path,
        )
        for number, path in enumerate(paths, 1)
    )
    return Negotiation("lakes", "Lakes", rounds=rounds)


def words_of(path: Path) -> str:
    return path.read_bytes().decode("latin-1")


def run(server: Server, folder: Path, *paths: str, **options: Any) -> list[Fetched]:
    settings: dict[str, Any] = {
        "base": server.base,
        "today": DAY,
        "timeout": 5.0,
        "symbols_in": words_of,
    }
    return fetch(lakes(*paths), folder, **{**settings, **options})


def left(folder: Path) -> list[str]:
    """The names of all files below the folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_good_file_is_kept_with_its_record(server: Server, tmp_path: Path) -> None:
    server.answers["/doc?s=T%2F1&l=en"] = answer(PDF)
    lines: list[str] = []
    [result] = run(server, tmp_path, "/doc?s=T%2F1&l=en", report=lines.append)
    assert (result.status, result.size) == ("new", len(PDF))
    assert result.path == tmp_path / "official" / "T_1.pdf"
    assert result.path.read_bytes() == PDF
    record = json.loads((tmp_path / "official" / "T_1.json").read_text())
    assert record == {
        "symbol": "T/1",
        "file": "T_1.pdf",
        "address": "https://documents.un.org/doc?s=T%2F1&l=en",
        "sha256": result.sha256,
        "size": len(PDF),
        "fetched": "2024-03-01",
        "earlier": [],
    }
    assert lines == [result.line]
    assert "fetched" in lines[0]
    [one] = lakes("/x").rounds
    assert source_file(tmp_path, one) == (result.path, "official")


def test_a_word_file_is_kept_as_one(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(docx())
    [result] = run(server, tmp_path, "/1", symbols_in=lambda path: "T/1")
    assert result.path == tmp_path / "official" / "T_1.docx"
    assert left(tmp_path) == ["official/T_1.docx", "official/T_1.json"]


def test_the_same_file_again_changes_nothing(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in left(tmp_path)}
    [result] = run(server, tmp_path, "/1", today=date(2030, 1, 1))
    assert result.status == "unchanged"
    assert "unchanged since 2024-03-01" in result.note
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in left(tmp_path)} == before


def test_another_file_replaces_it_and_the_old_hash_stays_on_record(
    server: Server, tmp_path: Path
) -> None:
    server.answers["/1"] = answer(PDF)
    [first] = run(server, tmp_path, "/1")
    server.answers["/1"] = answer(docx())
    [second] = run(server, tmp_path, "/1", symbols_in=lambda path: "T/1")
    assert second.status == "replaced"
    record = official.recorded(tmp_path, "T/1")
    assert record is not None
    assert record.earlier == (first.sha256,)
    assert left(tmp_path) == ["official/T_1.docx", "official/T_1.json"]


BAD_ANSWERS: dict[str, tuple[Callable[[Handler], None], str]] = {
    "not found": (answer(b"no", 404), "the server answered 404 Not Found"),
    "server error": (answer(PDF, 500), "the server answered 500"),
    "no content": (answer(PDF, 206), "the server answered 206"),
    "login page": (answer(b"\n<!DOCTYPE html><title>Log in</title>"), "a web page (to log in"),
    "empty": (answer(b""), "the answer is empty"),
    "noise": (answer(b"\x00\x01\x02" * 50), "something else, not a PDF or Word file"),
    "another archive": (answer(b"PK\x03\x04" + b"x" * 90), "damaged"),
    "Word cut off": (answer(docx()[:-30]), "damaged"),
    "PDF cut off": (answer(PDF[:20]), "breaks off before its end"),
    "oversized, announced": (
        answer(PDF * 100),
        f"larger than 2,000 bytes ({len(PDF * 100):,} are announced)",
    ),
    "oversized, endless": (endless, "is larger than 2,000 bytes"),
    "length too long": (
        answer(PDF, Content_Length="1000"),
        f"broke off after {len(PDF)} of 1,000 bytes",
    ),
    "length too short": (answer(PDF, Content_Length="20"), "breaks off before its end"),
    "chunks cut off": (cut_off_chunks, "broke off in the middle"),
    "packed": (answer(PDF, Content_Encoding="gzip"), "content coding 'gzip'"),
    "not HTTP": (babble, "not an answer in HTTP"),
    "slow drip of the body": (dripping_body, "not complete after 0.4 s"),
    "slow drip of the head": (dripping_head, "not complete after 0.4 s"),
    "no answer": (silent, "not complete after 0.4 s"),
    "another document": (answer(PDF.replace(b"T/1", b"T/7")), "does not bear the symbol T/1"),
    "a revision": (answer(PDF.replace(b"T/1", b"T/1/Rev.1")), "does not bear the symbol T/1"),
    "to another host": (redirect("https://example.org/x.pdf"), "leads to https://example.org:443"),
    "to another port": (redirect("http://127.0.0.1:1/x.pdf"), "leads to http://127.0.0.1:1"),
    "to a private host": (redirect("http://169.254.169.254/x"), "leads to http://169.254.169.254"),
    "to a file": (redirect("file:///etc/passwd"), "is not an https address"),
    "to ftp": (redirect("ftp://127.0.0.1/x.pdf"), "is not an https address"),
    "to no address": (redirect("http://[::1/x.pdf"), "not an address"),
    "to itself": (redirect("/1"), "redirected more than 5 times"),
}


@pytest.mark.parametrize(("behaviour", "why"), BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_a_bad_answer_leaves_nothing_and_stops_nothing(
    server: Server, tmp_path: Path, behaviour: Callable[[Handler], None], why: str
) -> None:
    server.answers["/1"] = behaviour
    server.answers["/2"] = answer(PDF.replace(b"T/1", b"T/2"))
    slow = behaviour in (dripping_body, dripping_head, silent)
    started = time.monotonic()
    bad, good = run(server, tmp_path, "/1", "/2", max_bytes=2000, timeout=0.4 if slow else 5.0)
    assert time.monotonic() - started < 3
    assert (bad.status, good.status) == ("failed", "new")
    assert why in bad.note
    assert "(https://documents.un.org/1)" in bad.note
    assert "\n" not in bad.line
    assert left(tmp_path) == ["official/T_2.json", "official/T_2.pdf"]


def test_a_bad_answer_leaves_the_good_file_of_before(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    for content in (b"<html>log in", PDF.replace(b"T/1", b"T/7")):
        server.answers["/1"] = answer(content)
        assert run(server, tmp_path, "/1")[0].status == "failed"
    [one] = lakes("/x").rounds
    assert source_file(tmp_path, one)[0].read_bytes() == PDF


def test_a_redirect_within_the_server_is_followed(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = redirect("/a file.pdf?x=1")
    server.answers["/a%20file.pdf?x=1"] = answer(PDF)
    assert run(server, tmp_path, "/1")[0].status == "new"


def test_a_file_that_cannot_be_read_is_refused(server: Server, tmp_path: Path) -> None:
    def unreadable(path: Path) -> str:
        assert path.suffix == ".pdf"
        raise ReadError("encrypted")

    server.answers["/1"] = answer(PDF)
    [result] = run(server, tmp_path, "/1", symbols_in=unreadable)
    assert result.status == "failed"
    assert "encrypted" in result.note
    assert left(tmp_path) == []


def test_a_first_page_without_text_is_said(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    [result] = run(server, tmp_path, "/1", symbols_in=lambda path: " \n")
    assert result.status == "new"
    assert "could not be checked" in result.note


class PowerCut(BaseException):
    """Not an Exception: nothing may clean up after it."""


@pytest.mark.parametrize("cut_at", [1, 2], ids=["before the file", "before the record"])
@pytest.mark.parametrize("content", [PDF, PDF + b"%%EOF"], ids=["same", "other"])
def test_interrupted_then_repeated(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut_at: int, content: bytes
) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    (tmp_path / "official" / "T_1.pdf").write_bytes(b"damaged")
    calls = 0
    replace = os.replace

    def cut(old: Path, new: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == cut_at:
            raise PowerCut
        replace(old, new)

    server.answers["/1"] = answer(content)
    with monkeypatch.context() as patch:
        patch.setattr(official.os, "replace", cut)
        with pytest.raises(PowerCut):
            run(server, tmp_path, "/1")
    assert official.verified(tmp_path, "T/1") is None, "half a file must not count"
    [result] = run(server, tmp_path, "/1")
    assert result.path is not None
    assert result.path.read_bytes() == content
    assert official.verified(tmp_path, "T/1") == result.path
    assert left(tmp_path) == ["official/T_1.json", "official/T_1.pdf"]


def test_a_damaged_record_is_written_anew(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    (tmp_path / "official" / "T_1.json").write_text("{")
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert official.verified(tmp_path, "T/1") is not None


def test_a_folder_that_cannot_be_written(server: Server, tmp_path: Path) -> None:
    (tmp_path / "official").write_text("a file where the folder should be")
    server.answers["/1"] = answer(PDF)
    [result] = run(server, tmp_path, "/1")
    assert result.status == "failed"
    assert "cannot be written" in result.note


def test_a_negotiation_without_addresses(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="no round of its manifest has an `official` address"):
        fetch(Negotiation("lakes", "Lakes"), tmp_path)


@pytest.mark.parametrize("base", ["file:///srv", "127.0.0.1:80", "ftp://127.0.0.1", "http://a b"])
def test_a_base_that_is_none(tmp_path: Path, base: str) -> None:
    with pytest.raises(FetchError, match="address"):
        fetch(lakes("/1"), tmp_path, base=base)


REFUSED = {
    "loopback": "https://127.0.0.1/x",
    "loopback in IPv6": "https://[::1]/x",
    "this host": "https://0.0.0.0/x",
    "one number": "https://2130706433/x",
    "octal": "https://0177.0.0.1/x",
    "metadata in IPv6": "https://[::ffff:169.254.169.254]/x",
    "another host": "https://example.org/x",
    "the host as a user": "https://documents.un.org@example.org/x",
    "the host as a subdomain": "https://documents.un.org.example.org/x",
    "without encryption": "http://documents.un.org/x",
    "another port": "https://documents.un.org:22/x",
    "a port that is none": "https://documents.un.org:99999/x",
    "file": "file:///etc/passwd",
    "ftp": "ftp://documents.un.org/x",
    "a line break": "https://documents.un.org/x\r\nHost: example.org",
    "no host": "https:///x",
}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "socket", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("address", REFUSED.values(), ids=REFUSED)
def test_addresses_that_are_never_asked(address: str) -> None:
    with pytest.raises(FetchError) as caught:
        download(address, Limits(("documents.un.org",)))
    assert "\n" not in str(caught.value)


PRIVATE = [
    "127.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "::1",
    "::",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:127.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
]


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_name_that_resolves_to_a_private_address(
    monkeypatch: pytest.MonkeyPatch, ip: str
) -> None:
    """Also when a public one stands before it, as in an attack by changing the name's address."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in ("8.8.8.8", ip)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: found)

    def refuse(*arguments: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    with pytest.raises(FetchError, match="which is not a public address"):
        download("https://documents.un.org/x", Limits(("documents.un.org",)))


@pytest.mark.parametrize("ip", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_public_addresses(ip: str) -> None:
    assert is_public(ip)


def test_the_address_that_was_checked_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name is resolved once: a second answer could be another."""
    asked: list[str] = []

    def resolve(host: str, port: int, **options: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", port))]

    connected: list[object] = []

    class Recorder(socket.socket):
        def connect(self, address: object) -> None:
            connected.append(address)
            raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "socket", Recorder)
    with pytest.raises(FetchError, match="documents.un.org: Connection refused"):
        download("https://documents.un.org/x", Limits(("documents.un.org",)))
    assert asked == ["documents.un.org"]
    assert connected == [("8.8.8.8", 443)]


def test_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*arguments: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchError, match="no address found for this name"):
        download("https://documents.un.org/x", Limits(("documents.un.org",)))


def test_a_server_that_does_not_speak_https(server: Server) -> None:
    address = f"https://127.0.0.1:{server.server_port}"
    with pytest.raises(FetchError, match="127.0.0.1: no secure connection"):
        download(f"{address}/1", Limits((), origin=address, timeout=5))


@pytest.mark.parametrize("silence", [b"", b"\x16\x03\x03"], ids=["silent", "half a record"])
def test_a_handshake_that_does_not_end(silence: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"https://127.0.0.1:{listener.getsockname()[1]}"
        held: list[socket.socket] = []

        def accept() -> None:
            peer, _ = listener.accept()
            held.append(peer)
            peer.sendall(silence)

        thread = threading.Thread(target=accept)
        thread.start()
        with pytest.raises(FetchError, match="not complete after 0.3 s"):
            download(f"{address}/1", Limits((), origin=address, timeout=0.3))
        thread.join()
        held[0].close()


@pytest.mark.parametrize(
    "content",
    [pytest.param(b"\xef\xbb\xbf%PDF-1.4 %%EOF", id="mark before"), pytest.param(PDF, id="plain")],
)
def test_a_pdf_is_told_by_its_bytes(content: bytes) -> None:
    assert format_of(content) == "pdf"


BEARING = {
    "by itself": ("A/AC.1/22", "A/AC.1/22", True),
    "on a line": ("United Nations\nA/AC.1/22\nGeneral Assembly", "A/AC.1/22", True),
    "end of a sentence": ("as in A/AC.1/22.", "A/AC.1/22", True),
    "with a footnote star": ("A/AC.1/22*", "A/AC.1/22", True),
    "broken after a slash": ("A/AC.1/22/\nRev.1", "A/AC.1/22/Rev.1", True),
    "spaced": ("A / AC.1 / 22", "A/AC.1/22", True),
    "small capitals": ("a/ac.1/22", "A/AC.1/22", True),
    "wide letters": ("\uff21/AC.1/22", "A/AC.1/22", True),
    "a revision": ("A/AC.1/22/Rev.1", "A/AC.1/22", False),
    "a revision, spaced": ("A/AC.1/22 / Rev.1", "A/AC.1/22", False),
    "a longer number": ("A/AC.1/221", "A/AC.1/22", False),
    "the end of another": ("X/A/AC.1/22", "A/AC.1/22", False),
    "dot is a dot": ("A/AC91/22", "A/AC.1/22", False),
    "another": ("A/AC.1/21", "A/AC.1/22", False),
}


@pytest.mark.parametrize(("text", "symbol", "expected"), BEARING.values(), ids=BEARING)
def test_whether_a_page_bears_a_symbol(text: str, symbol: str, expected: bool) -> None:
    assert bears(text, symbol) is expected


@pytest.mark.parametrize("text", [" " * 50_000 + "x", "A/" * 25_000, "\n " * 25_000], ids=len)
def test_a_hostile_page_takes_no_time(text: str) -> None:
    started = time.monotonic()
    assert not bears(text, "A/AC.1/22")
    assert time.monotonic() - started < 1
