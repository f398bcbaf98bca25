"""Which hosts are asked, and under which address: none inside our own network."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from tests.fetch.servers import PDF, Server, answer, get, left, one, redirect, run_order
from tracker.download import Limits
from tracker.errors import FetchError
from tracker.public_address import is_public

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
