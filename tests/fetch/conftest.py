"""What the tests of fetching share: servers."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.fetch.servers import Server


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.over.set()
        running.shutdown()
        thread.join()


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
