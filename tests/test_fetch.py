"""Fetching the official files, from a server on loopback that behaves and misbehaves."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import socket
import ssl
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tracker import official
from tracker.cli import main
from tracker.download import Limits, download
from tracker.errors import FetchError, ReadError
from tracker.fetch import Fetched, Order, address_of, fetch, hosts_of, orders
from tracker.fetched_type import bears, check_format, format_of
from tracker.manifest import source_file
from tracker.model import Negotiation, Round
from tracker.partial import Partial
from tracker.public_address import is_public

PDF = b"%PDF-1.7\nwritten for the test, T/1\n%%EOF\n"
DAY = date(2024, 3, 1)


def archive_of(*members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in members:
            archive.writestr(member, "<document/>")
    return stream.getvalue()


def docx() -> bytes:
    return archive_of("word/document.xml")


def get(address: str, limits: Limits, folder: Path) -> bytes:
    """The bytes of an address, by way of a partial file in the folder."""
    with Partial(folder / "part") as part:
        download(address, limits, part)
        return part.path.read_bytes()


class Handler(BaseHTTPRequestHandler):
    """Answers each path by what the server's `answers` say of it."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.ranges.append(self.headers.get("Range", ""))
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
        self.ranges: list[str] = []
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
    return fetch(orders(lakes(*paths)), folder / "official", **{**settings, **options})


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
        "language": "",
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
    record = official.recorded(tmp_path / "official", "T/1")
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
    "text": (answer(b"Not found. Sorry!"), "the answer is plain text, not a PDF"),
    "XML": (answer(b"<?xml version='1.0'?><error/>"), "the answer is XML, not a PDF"),
    "XHTML": (answer(b"<?xml version='1.0'?>\n<HTML>Log in"), "a web page (to log in"),
    "a page called a PDF": (
        answer(b"<html>Log in", Content_Type="application/pdf"),
        "a web page (to log in",
    ),
    "an archive cut off": (answer(b"PK\x03\x04" + b"x" * 90), "damaged"),
    "another archive": (answer(archive_of("x.exe")), "an archive, not a PDF"),
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
    "another document": (
        answer(PDF.replace(b"T/1", b"T/7")),
        "does not bear the symbol T/1 but begins “%PDF-1.7 written for the test, T/7",
    ),
    "the rest, not asked for": (
        answer(PDF[9:], 206, Content_Range=f"bytes 9-{len(PDF) - 1}/{len(PDF)}"),
        "the server answered 206",
    ),
    "a bomb": (
        answer(gzip.compress(b"x" * 1_000_000), Content_Encoding="gzip"),
        "content coding 'gzip', not asked for",
    ),
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


@pytest.mark.parametrize("cut_at", [2, 3], ids=["before the file", "before the record"])
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
    assert official.verified(tmp_path / "official", "T/1") is None, "half a file must not count"
    [result] = run(server, tmp_path, "/1")
    assert result.path is not None
    assert result.path.read_bytes() == content
    assert official.verified(tmp_path / "official", "T/1") == result.path
    assert left(tmp_path) == ["official/T_1.json", "official/T_1.pdf"]


def test_a_damaged_record_is_written_anew(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    run(server, tmp_path, "/1")
    (tmp_path / "official" / "T_1.json").write_text("{")
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert official.verified(tmp_path / "official", "T/1") is not None


def test_a_folder_that_cannot_be_written(server: Server, tmp_path: Path) -> None:
    (tmp_path / "official").write_text("a file where the folder should be")
    server.answers["/1"] = answer(PDF)
    [result] = run(server, tmp_path, "/1")
    assert result.status == "failed"
    assert "cannot be written" in result.note


def test_a_negotiation_without_addresses(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="no round of its manifest has an `official` address"):
        orders(Negotiation("lakes", "Lakes"))


@pytest.mark.parametrize("base", ["file:///srv", "127.0.0.1:80", "ftp://127.0.0.1", "http://a b"])
def test_a_base_that_is_none(tmp_path: Path, base: str) -> None:
    with pytest.raises(FetchError, match="address"):
        fetch(orders(lakes("/1")), tmp_path, base=base)


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
def test_addresses_that_are_never_asked(address: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError) as caught:
        get(address, Limits(("documents.un.org",)), tmp_path)
    assert "\n" not in str(caught.value)
    assert left(tmp_path) == []


NUMBERS = [
    "127.0.0.1",
    "0.0.0.0",
    "2130706433",
    "0177.0.0.1",
    "0x7f.1",
    "[::1]",
    "[::ffff:169.254.169.254]",
]


@pytest.mark.parametrize("host", NUMBERS)
def test_a_private_address_that_somebody_allowed(tmp_path: Path, host: str) -> None:
    """However it is written: what it means is told by the resolver that the connection uses."""
    with pytest.raises(FetchError, match="resolves to .*, which is not a public address"):
        get(f"https://{host}/x", Limits((host.strip("[]"),)), tmp_path)


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
    "::127.0.0.1",
    "::8.8.8.8",
    "fec0::1",
    "64:ff9b:1::a00:1",
    "64:ff9b:1::808:808",
    "::ffff:0:10.0.0.1",
    "2002:a00:1::1",
    "2001:0:a00:1::f7f7:f7f7",  # Teredo: its server, in the inner network
    "2001:0:808:808::f5ff:fffe",  # Teredo: its client, 10.0.0.1
    "2606:4700::5efe:10.0.0.1",  # ISATAP
    "2606:4700::200:5efe:127.0.0.1",
]


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_name_that_resolves_to_a_private_address(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ip: str
) -> None:
    """Also when a public one stands before it, as in an attack by changing the name's address."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in ("8.8.8.8", ip)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: found)

    def refuse(*arguments: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    with pytest.raises(FetchError, match="which is not a public address"):
        get("https://documents.un.org/x", Limits(("documents.un.org",)), tmp_path)


PUBLIC = [
    "8.8.8.8",
    "2001:4860:4860::8888",
    "::ffff:8.8.8.8",
    "2002:808:808::1",
    "64:ff9b::808:808",
    "2001:0:808:808::f7f7:f7f7",
    "2606:4700::5efe:8.8.8.8",
]


@pytest.mark.parametrize("ip", PUBLIC)
def test_public_addresses(ip: str) -> None:
    assert is_public(ip)


def test_the_address_that_was_checked_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
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
        get("https://documents.un.org/x", Limits(("documents.un.org",)), tmp_path)
    assert asked == ["documents.un.org"]
    assert connected == [("8.8.8.8", 443)]


def test_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def resolve(*arguments: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchError, match="no address found for this name"):
        get("https://documents.un.org/x", Limits(("documents.un.org",)), tmp_path)


def test_a_server_that_does_not_speak_https(server: Server, tmp_path: Path) -> None:
    address = f"https://127.0.0.1:{server.server_port}"
    with pytest.raises(FetchError, match="127.0.0.1: no secure connection"):
        get(f"{address}/1", Limits((), origin=address, timeout=5), tmp_path)


@pytest.mark.parametrize("silence", [b"", b"\x16\x03\x03"], ids=["silent", "half a record"])
def test_a_handshake_that_does_not_end(silence: bytes, tmp_path: Path) -> None:
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
            get(f"{address}/1", Limits((), origin=address, timeout=0.3), tmp_path)
        thread.join()
        held[0].close()


@pytest.mark.parametrize(
    "content",
    [pytest.param(b"\xef\xbb\xbf%PDF-1.4 %%EOF", id="mark before"), pytest.param(PDF, id="plain")],
)
def test_a_pdf_is_told_by_its_bytes(content: bytes) -> None:
    assert format_of(content) == "pdf"
    check_format("pdf", "")


def serving(
    content: bytes, mark: str = '"v1"', stop: int | None = None, ranges: bool = True, **more: str
) -> Callable[[Handler], None]:
    """A server that breaks off after `stop` bytes, and gives the rest to who asks for it with the
    right mark."""

    def send(handler: Handler) -> None:
        start = int((handler.headers.get("Range") or "bytes=0-")[6:-1])
        rest = ranges and start and handler.headers.get("If-Range") == mark
        body = content[start:] if rest else content
        handler.send_response(206 if rest else 200)
        headers = {"Content-Length": str(len(body)), "ETag": mark}
        if rest:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        for name, value in {**headers, **more}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body if stop is None else body[:stop])

    return send


LONG = PDF[:-6] + b"x" * 5000 + PDF[-6:]


def test_an_interrupted_download_goes_on(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    [broken] = run(server, tmp_path, "/1")
    assert broken.status == "failed"
    assert "broke off after 1,000" in broken.note
    assert "1,000 bytes are kept, fetch again to go on" in broken.note
    assert left(tmp_path) == ["official/.partial-T_1", "official/.partial-T_1.json"]
    server.answers["/1"] = serving(LONG, stop=2000)
    [broken] = run(server, tmp_path, "/1")
    assert "3,000 bytes are kept" in broken.note
    server.answers["/1"] = serving(LONG)
    [result] = run(server, tmp_path, "/1")
    assert server.ranges == ["", "bytes=1000-", "bytes=3000-"]
    assert (result.status, result.sha256) == ("new", hashlib.sha256(LONG).hexdigest())
    assert left(tmp_path) == ["official/T_1.json", "official/T_1.pdf"]


def test_a_server_that_gives_less_than_the_rest(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    said = f"bytes 1000-1999/{len(LONG)}"
    server.answers["/1"] = answer(LONG[1000:2000], 206, Content_Range=said)
    [result] = run(server, tmp_path, "/1")
    assert f"broke off after 2,000 of {len(LONG):,} bytes; 2,000 bytes are kept" in result.note


OTHER = LONG.replace(b"xxx", b"yyy")
AFRESH = {
    "another version": serving(OTHER, mark='"v2"'),
    "no parts": serving(OTHER, ranges=False),
    "no such part": None,
}


@pytest.mark.parametrize("name", AFRESH)
def test_an_interrupted_download_starts_afresh(server: Server, tmp_path: Path, name: str) -> None:
    def no_such_part(handler: Handler) -> None:
        (answer(b"", 416) if handler.headers.get("Range") else serving(OTHER))(handler)

    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    server.answers["/1"] = AFRESH[name] or no_such_part
    [result] = run(server, tmp_path, "/1")
    assert server.ranges[:2] == ["", "bytes=1000-"]
    assert result.path is not None
    assert result.path.read_bytes() == OTHER
    assert left(tmp_path) == ["official/T_1.json", "official/T_1.pdf"]


def bad_rest(said: str, mark: str = '"v1"') -> Callable[[Handler], None]:
    return answer(LONG[1000:], 206, Content_Range=said, ETag=mark)


BAD_RESTS = {
    "from elsewhere": (bad_rest("bytes 999-5000/5001"), "asked for the bytes from 1,000, got"),
    "from nowhere": (answer(LONG[1000:], 206), "asked for the bytes from 1,000, got ''"),
    "nonsense": (bad_rest("bytes x"), "got 'bytes x'"),
    "of another version": (
        bad_rest(f"bytes 1000-{len(LONG) - 1}/{len(LONG)}", '"v2"'),
        "the rest of another version",
    ),
    "that makes no PDF": (
        answer(b"<html>", 206, Content_Range="bytes 1000-1005/1006"),
        "breaks off before its end",
    ),
    "that is too large": (
        answer(b"x" * 9000, 206, Content_Range="bytes 1000-9999/10000"),
        "is larger than 9,000 bytes (10,000 are announced)",
    ),
    "gone": (answer(b"", 404), "the server answered 404"),
}


@pytest.mark.parametrize(("behaviour", "why"), BAD_RESTS.values(), ids=BAD_RESTS)
def test_a_bad_rest_is_thrown_away_with_the_beginning(
    server: Server, tmp_path: Path, behaviour: Callable[[Handler], None], why: str
) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    server.answers["/1"] = behaviour
    [result] = run(server, tmp_path, "/1", max_bytes=9000)
    assert why in result.note
    assert left(tmp_path) == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_was_had_waits_for_a_server_that_is_busy(
    server: Server, tmp_path: Path, status: int
) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    server.answers["/1"] = answer(b"", status)
    [busy] = run(server, tmp_path, "/1")
    assert f"answered {status}" in busy.note
    assert "1,000 bytes are kept" in busy.note
    server.answers["/1"] = serving(LONG)
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert server.ranges[-1] == "bytes=1000-"


MARKS = {
    "none": ({"ETag": ""}, 0),
    "weak": ({"ETag": 'W/"v1"'}, 0),
    "a date": ({"ETag": "", "Last_Modified": "Mon, 01 Jan 2024 00:00:00 GMT"}, 1000),
}


@pytest.mark.parametrize(("headers", "kept"), MARKS.values(), ids=MARKS)
def test_by_what_a_version_is_told(
    server: Server, tmp_path: Path, headers: dict[str, str], kept: int
) -> None:
    """A weak mark does not say that two answers are the same to the byte."""
    server.answers["/1"] = serving(LONG, stop=1000, **headers)
    [broken] = run(server, tmp_path, "/1")
    assert ("are kept" in broken.note) is bool(kept)
    assert len(left(tmp_path)) == (2 if kept else 0)


def test_the_rest_is_not_asked_of_another_address(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = redirect("/a.pdf")
    server.answers["/a.pdf"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    server.answers["/1"] = redirect("/b.pdf")
    server.answers["/b.pdf"] = serving(LONG)
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert server.ranges == [""] * 4


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"address": 1}', b'{"mark": "\\n"}', b"\xff"])
def test_a_damaged_note_of_what_was_had(server: Server, tmp_path: Path, note: bytes) -> None:
    server.answers["/1"] = serving(LONG, stop=1000)
    run(server, tmp_path, "/1")
    (tmp_path / "official" / ".partial-T_1.json").write_bytes(note)
    server.answers["/1"] = serving(LONG)
    assert run(server, tmp_path, "/1")[0].status == "new"
    assert server.ranges == ["", ""]


def test_a_drip_is_kept_as_far_as_it_came(server: Server, tmp_path: Path) -> None:
    def dripping(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.send_header("ETag", '"v1"')
        handler.end_headers()
        handler.wfile.write(LONG[:100])
        silent(handler)

    server.answers["/1"] = dripping
    [slow] = run(server, tmp_path, "/1", timeout=0.4)
    assert "not complete after 0.4 s; 100 bytes are kept" in slow.note


def test_two_at_once(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    with Partial(tmp_path / "official" / ".partial-T_1"):
        [second] = run(server, tmp_path, "/1")
    assert "another process is fetching it" in second.note
    assert run(server, tmp_path, "/1")[0].status == "new"


def test_stopped_by_hand(tmp_path: Path) -> None:
    """What was received is in the file, however the program ends."""

    def receive() -> None:
        with Partial(tmp_path / "part") as part:
            headers = Message()
            headers["ETag"] = '"v1"'
            part.restart("https://a.example/", headers)
            part.write(b"some")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        receive()
    with Partial(tmp_path / "part") as part:
        assert part.wanted("https://a.example/") == {"Range": "bytes=4-", "If-Range": '"v1"'}
        assert part.wanted("https://b.example/") == {}


def one(address: str = "https://documents.un.org/1", **more: str) -> Order:
    return Order("T/1", address, **more)


def run_order(server: Server, folder: Path, order: Order, **options: Any) -> Fetched:
    settings: dict[str, Any] = {"base": server.base, "symbols_in": words_of, "today": DAY}
    [result] = fetch([order], folder, **{**settings, **options})
    return result


def test_the_hash_of_the_manifest(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    right = hashlib.sha256(PDF).hexdigest()
    assert run_order(server, tmp_path, one(sha256=right)).status == "new"
    for path in tmp_path.iterdir():
        path.unlink()
    refused = run_order(server, tmp_path, one(sha256="0" * 64))
    assert refused.status == "failed"
    assert f"its SHA-256 is {right}, and the manifest's {'0' * 64}" in refused.note
    assert left(tmp_path) == []
    taken = run_order(server, tmp_path, one(sha256="0" * 64), accept=("hash",))
    assert taken.status == "new"
    assert "accepted, though the manifest gives SHA-256 000000000000…" in taken.note


def test_a_symbol_that_is_not_printed_can_be_accepted(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF.replace(b"T/1", b"T/7"))
    assert run_order(server, tmp_path, one(), accept=("hash",)).status == "failed"
    taken = run_order(server, tmp_path, one(), accept=("symbol",))
    assert taken.status == "new"
    assert "accepted, though its first page does not bear the symbol" in taken.note


TYPES = {
    "a page that was asked for": (b"<!DOCTYPE html><p>T/1", "html", ".html", ""),
    "XML": (b"<bill>T/1</bill>", "xml", ".xml", ""),
    "text": (b"Bill T/1", "text", ".txt", ""),
    "OpenDocument": (archive_of("mimetype", "content.xml"), "odt", ".odt", ""),
    "a PDF for a page": (PDF, "html", "", "the answer is a PDF, not a web page"),
    "a page for XML": (b"<html>T/1", "xml", "", "is a web page (to log in, or an error), not XML"),
    "a PDF for Word": (PDF, "docx", "", "the answer is a PDF, not a Word file"),
}


@pytest.mark.parametrize(("content", "kind", "ending", "why"), TYPES.values(), ids=TYPES)
def test_the_type_of_the_manifest(
    server: Server, tmp_path: Path, content: bytes, kind: str, ending: str, why: str
) -> None:
    server.answers["/1"] = answer(content)
    result = run_order(server, tmp_path, one(format=kind), symbols_in=lambda path: "T/1")
    assert why in result.note
    names = [f"T_1{each}" for each in (".json", ending)] if ending else []
    assert left(tmp_path) == sorted(names)


def test_another_language_stands_beside(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    order = one(language="ar", suffix="ar")
    result = run_order(server, tmp_path, order, symbols_in=lambda path: "T/1 " + "the of and " * 9)
    assert result.path == tmp_path / "T_1.ar.pdf"
    assert "its first page is in en, not in ar" in result.note
    assert official.verified(tmp_path, "T/1", "ar") == result.path
    assert official.verified(tmp_path, "T/1") is None
    assert left(tmp_path) == ["T_1.ar.json", "T_1.ar.pdf"]


def two() -> Negotiation:
    rounds = (
        Round("a", "A/1", "2020-01-01", "2020", "Draft", official="https://a.example/en/1"),
        Round("b", "A/2", "2020-01-02", "2020", "Draft", file="x.txt", sha256="1" * 64),
        Round("c", "A/3", "2020-01-02", "2020", "Draft", file="x.txt", language="fr"),
        Round(
            "d", "A/4", "2020-01-03", "2020", "Draft", file="x.txt", sha256="2" * 64, format="pdf"
        ),
    )
    return Negotiation("lakes", "Lakes", rounds=rounds)


PATTERN = "https://b.example/{language}/{symbol}"
UN_A_4 = "https://documents.un.org/api/symbol/access?s=A%2F4"
ORDERS = {
    "those with an address": ({}, [Order("A/1", "https://a.example/en/1", "en")]),
    "all by a pattern": (
        {"pattern": PATTERN},
        [
            Order("A/1", "https://a.example/en/1", "en"),
            Order("A/2", "https://b.example/en/A/2", "en", sha256="1" * 64),
            Order("A/3", "https://b.example/fr/A/3", "fr"),
            Order("A/4", "https://b.example/en/A/4", "en", sha256="2" * 64, format="pdf"),
        ],
    ),
    "one": ({"symbol": "A/1"}, [Order("A/1", "https://a.example/en/1", "en")]),
    "one without an address": (
        {"symbol": "A/3"},
        [Order("A/3", "https://documents.un.org/api/symbol/access?s=A%2F3&l=fr&t=pdf", "fr")],
    ),
    "one without an address, held to what the manifest says": (
        {"symbol": "A/4"},
        [Order("A/4", f"{UN_A_4}&l=en&t=pdf", "en", sha256="2" * 64, format="pdf")],
    ),
    "the same in another language, which has another hash": (
        {"symbol": "A/4", "language": "ru"},
        [Order("A/4", f"{UN_A_4}&l=ru&t=pdf", "ru", "ru", format="pdf")],
    ),
    "one that no round has": (
        {"symbol": "A/9", "pattern": PATTERN},
        [Order("A/9", "https://b.example/en/A/9", "en")],
    ),
    "another language": (
        {"symbol": "A/1", "language": "ar"},
        [Order("A/1", "https://documents.un.org/api/symbol/access?s=A%2F1&l=ar&t=pdf", "ar", "ar")],
    ),
    "the language it has": (
        {"symbol": "A/1", "language": "en"},
        [Order("A/1", "https://a.example/en/1", "en")],
    ),
}


@pytest.mark.parametrize(("options", "expected"), ORDERS.values(), ids=ORDERS)
def test_what_is_fetched(options: dict[str, str], expected: list[Order]) -> None:
    assert orders(two(), **options) == expected


def test_a_pattern_of_the_manifest() -> None:
    described = Negotiation("lakes", "Lakes", rounds=two().rounds, pattern=PATTERN)
    assert [order.address for order in orders(described)][1:3] == [
        "https://b.example/en/A/2",
        "https://b.example/fr/A/3",
    ]


ADDRESSES = {
    "in the path": ("A/RES/2200(XXI)", PATTERN, "https://b.example/en/A/RES/2200%28XXI%29"),
    "in the query": (
        "A/1 & b",
        "https://b.example/?s={symbol}",
        "https://b.example/?s=A%2F1%20%26%20b",
    ),
    "no host from a symbol": (
        "evil.example/?#@",
        PATTERN,
        "https://b.example/en/evil.example/%3F%23%40",
    ),
}


@pytest.mark.parametrize(("symbol", "pattern", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_the_address_of_a_symbol(symbol: str, pattern: str, expected: str) -> None:
    assert address_of(symbol, "en", pattern) == expected


@pytest.mark.parametrize(
    ("symbol", "pattern", "why"),
    [
        pytest.param("COM(2012) 11", "", "not a symbol of the United Nations", id="another house"),
        pytest.param("A/1", "https://b.example/", "is not a pattern", id="no place for the symbol"),
        pytest.param("A/1", "https://b.example/{symbol!r}", "is not a pattern", id="a conversion"),
        pytest.param("A/1", "https://b.example/{symbol.x}", "is not a pattern", id="an attribute"),
        pytest.param("A/1", "https://b.example/{0}/{symbol}", "is not a pattern", id="a number"),
        pytest.param("A/1", "https://b.example/{symbol", "is not a pattern", id="not closed"),
        pytest.param("A/1", "file:///{symbol}", "is not an address", id="a file"),
    ],
)
def test_no_address(symbol: str, pattern: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        address_of(symbol, "en", pattern)


def test_the_host_of_a_pattern() -> None:
    assert hosts_of(PATTERN) == ("b.example",)
    assert hosts_of("") == ()


class Led(socket.socket):
    """A socket that leads 8.8.8.8 to the server of the test; all else is not to be asked."""

    port = 0

    def connect(self, address: Any) -> None:
        assert address == ("8.8.8.8", 443), f"{address} was connected to"
        super().connect(("127.0.0.1", self.port))

    def do_handshake(self) -> None:
        pass


@pytest.fixture
def public(server: Server, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """documents.un.org, as if at a public address; what each name resolves to, time by time."""
    names = {"documents.un.org": ["8.8.8.8"] * 9, "docs.un.org": ["10.0.0.1"]}
    found = socket.getaddrinfo

    def resolve(host: str, port: int, **options: Any) -> Any:
        if host not in names:
            return found(host, port, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (names[host].pop(0), port))]

    class Context:
        def wrap_socket(self, sock: socket.socket, **options: object) -> socket.socket:
            return sock

    monkeypatch.setattr(Led, "port", server.server_port)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "socket", Led)
    monkeypatch.setattr(ssl, "create_default_context", Context)
    return names


def test_a_public_host_is_asked(
    server: Server, public: dict[str, list[str]], tmp_path: Path
) -> None:
    server.answers["/1"] = redirect("https://documents.un.org/2")
    server.answers["/2"] = answer(PDF)
    result = run_order(server, tmp_path, one(), base=None)
    assert result.status == "new", result.note


PRIVATE_ENDS = {
    "an allowed host at a private address": (
        "https://docs.un.org/x",
        "docs.un.org: resolves to 10.0.0.1, which is not a public address",
    ),
    "loopback": ("https://127.0.0.1/x", "leads to 127.0.0.1"),
    "metadata": ("http://169.254.169.254/latest", "which is not https"),
    "a file": ("file:///etc/passwd", "is not an https address"),
    "another host": ("https://example.org/x", "--host, or `fetch.hosts` in the manifest"),
}


@pytest.mark.parametrize(("location", "why"), PRIVATE_ENDS.values(), ids=PRIVATE_ENDS)
def test_a_redirect_from_public_to_private(
    server: Server, public: dict[str, list[str]], tmp_path: Path, location: str, why: str
) -> None:
    server.answers["/1"] = redirect(location)
    result = run_order(server, tmp_path, one(), base=None)
    assert result.status == "failed"
    assert why in result.note
    assert server.asked == ["/1"]


def test_a_name_that_is_private_the_second_time(
    server: Server, public: dict[str, list[str]], tmp_path: Path
) -> None:
    """Each connection goes to the address that was checked for it."""
    public["documents.un.org"] = ["8.8.8.8", "127.0.0.1"]
    server.answers["/1"] = redirect("https://documents.un.org/2")
    result = run_order(server, tmp_path, one(), base=None)
    assert "documents.un.org: resolves to 127.0.0.1, which is not a public address" in result.note


def test_a_host_that_is_allowed(
    server: Server, public: dict[str, list[str]], tmp_path: Path
) -> None:
    public["a.example"] = ["8.8.8.8", "10.0.0.1"]
    server.answers["/1"] = answer(PDF)
    order = one("https://a.example/1")
    assert "only docs.un.org" in run_order(server, tmp_path, order, base=None).note
    assert run_order(server, tmp_path, order, base=None, hosts=("a.example",)).status == "new"
    again = run_order(server, tmp_path, order, base=None, hosts=("a.example",))
    assert "not a public address" in again.note


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["fetch", *(str(one) for one in arguments)])


TEXT = b"Bill T/1\n\nArticle 1\n\nThe lakes of the land shall be kept clean by all who use them.\n"


def test_the_command_by_symbol(server: Server, tmp_path: Path) -> None:
    server.answers["/en/T/1"] = answer(docx())
    options = ("--symbol", "T/1", "--to", tmp_path / "in", "--base", server.base)
    pattern = ("--pattern", "https://a.example/{language}/{symbol}")
    refused = command(*options, *pattern)
    assert refused.exit_code == 1
    assert "T/1: not fetched: " in refused.output, "a Word file with nothing in it"
    assert left(tmp_path) == []
    usage = command("--symbol", "T/1")
    assert usage.exit_code == 2
    assert "--to" in usage.output
    assert command(*options[:2], "--to", tmp_path, "--language", "English").exit_code == 1


def test_the_command_by_manifest(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "drafts" / "lakes"
    home.mkdir(parents=True)
    manifest = (
        'id = "lakes"\ntitle = "Lakes"\nfetch.hosts = ["a.example"]\n[[rounds]]\nid = "a"\n'
        'symbol = "T/1"\ndate = 2020-01-01\nwhen = "2020"\nname = "Draft"\nformat = "text"\n'
        'official = "https://a.example/1"\n'
    )
    (home / "manifest.toml").write_text(manifest + f'sha256 = "{"0" * 64}"\n')
    server.answers["/1"] = answer(TEXT)
    options = ("lakes", "--drafts", tmp_path / "drafts", "--base", server.base)
    refused = command(*options)
    assert refused.exit_code == 1
    assert "and the manifest's 000" in refused.output
    assert command(*options, "--accept", "hash").exit_code == 0
    assert left(home) == ["manifest.toml", "official/T_1.json", "official/T_1.txt"]
    (home / "manifest.toml").write_text(manifest)
    again = command(*options)
    assert again.exit_code == 0
    assert "unchanged since" in again.output
    server.answers["/fr/T/1"] = answer(TEXT)
    french = command(
        *options, "--language", "fr", "--pattern", "https://a.example/{language}/{symbol}"
    )
    assert french.exit_code == 0, french.output
    assert "its first page is in en, not in fr" in french.output
    assert (home / "official" / "T_1.fr.txt").read_bytes() == TEXT


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
