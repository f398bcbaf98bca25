"""A server on loopback that behaves and misbehaves, and what fetches from it."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tracker.download import Limits, download
from tracker.fetch import Fetched, Order, fetch, orders
from tracker.model import Negotiation, Round
from tracker.partial import Partial

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


def one(address: str = "https://documents.un.org/1", **more: str) -> Order:
    return Order("T/1", address, **more)


def run_order(server: Server, folder: Path, order: Order, **options: Any) -> Fetched:
    settings: dict[str, Any] = {"base": server.base, "symbols_in": words_of, "today": DAY}
    [result] = fetch([order], folder, **{**settings, **options})
    return result
