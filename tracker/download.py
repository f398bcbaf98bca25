"""One file from one of a few named hosts, and nothing else.

In: an https address and a `Partial`. Out: the bytes of the answer, complete, in that file; what was
had of it before is not asked for again, if the server says that it is still the same. Addresses
stand in files that others write and servers redirect, so every step is checked again: the scheme,
the host by name, the address it resolves to (the one that is then connected to, so that a name
cannot mean something else the second time), the size, and the time for all of it together.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from types import TracebackType
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tracker.errors import FetchError
from tracker.partial import Partial
from tracker.public_address import is_public

MAX_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = {301, 302, 303, 307, 308}
_PASSING = {408, 429, 500, 502, 503, 504}
"""Answers that say that another time may do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a download may do.

    `hosts` are the names of hosts that may be asked, by https at its usual port, at public
    addresses. `origin` (`http://127.0.0.1:8000`) is one server to which none of that applies;
    where it is given, no other is asked. `timeout` is in seconds, `max_bytes` in bytes, both for
    the whole download with its redirects.
    """

    hosts: Collection[str]
    origin: str = ""
    timeout: float = 60.0
    max_bytes: int = 50_000_000


@dataclass(frozen=True, slots=True)
class _Target:
    tls: bool
    host: str
    port: int
    path: str
    trusted: bool
    address: str


class _Interrupted(Exception):
    """The answer did not come, or broke off: what was had of it may be gone on with."""


def download(address: str, limits: Limits, part: Partial) -> None:
    """Fill `part` with the bytes that stand at `address`.

    Raises:
        FetchError: the address, or one it redirects to, may not be asked; no answer, another one
            than the file, an incomplete one, one too large or too slow. The message does not
            repeat `address`. If it broke off, `part` stays, where it can be gone on with.
    """
    deadline = time.monotonic() + limits.timeout
    for _ in range(MAX_REDIRECTS + 1):
        try:
            further = _ask(_target(address, limits), limits, deadline, part)
        except _Interrupted as error:
            more = f"; {part.kept:,} bytes are kept, fetch again to go on" if part.kept else ""
            raise FetchError(f"{error}{more}") from error
        if further is None:
            return
        try:
            address = urljoin(address, further)
        except ValueError as error:
            raise FetchError(
                f"redirected to {further[:200]!a}: not an address ({error})"
            ) from error
    raise FetchError(f"redirected more than {MAX_REDIRECTS} times")


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, as `https://host:443`.

    Raises:
        FetchError: it is not an http or https address.
    """
    parts = _split(address)
    return f"{parts.scheme}://{parts.hostname}:{parts.port or _PORTS[parts.scheme]}"


def _split(address: str) -> SplitResult:
    shown = ascii(address if len(address) <= 200 else address[:199] + "…")
    if not address.isascii() or not address.isprintable() or " " in address:
        raise FetchError(f"{shown} is not an address")
    try:
        parts = urlsplit(address)
        good = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise FetchError(f"{shown} is not an address: {error}") from error
    if parts.scheme not in _PORTS:
        raise FetchError(f"{shown} is not an https address")
    if not good or "@" in parts.netloc:
        raise FetchError(f"{shown} does not name a host, or more than one")
    return parts


def _target(address: str, limits: Limits) -> _Target:
    """What to connect to for `address`, if the limits let it be asked."""
    parts = _split(address)
    host = parts.hostname or ""
    port = parts.port or _PORTS[parts.scheme]
    trusted = bool(limits.origin) and origin_of(address) == origin_of(limits.origin)
    if not trusted:
        if limits.origin:
            raise FetchError(f"leads to {origin_of(address)}, not to {limits.origin}")
        if parts.scheme != "https":
            raise FetchError(f"leads to {address[:200]}, which is not https")
        if host not in {name.lower() for name in limits.hosts} or port != _PORTS["https"]:
            allowed = ", ".join(sorted(limits.hosts))
            raise FetchError(
                f"leads to {parts.netloc[:100]}; only {allowed} may be asked; --host, or "
                "`fetch.hosts` in the manifest, allows another"
            )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _Target(parts.scheme == "https", host, port, path, trusted, address)


def _ask(target: _Target, limits: Limits, deadline: float, part: Partial) -> str | None:
    """Write the body of the answer, or give the address to ask next."""
    connection = _Connection(target)
    with _Watchdog(connection, deadline - time.monotonic()) as watchdog:
        try:
            # `identity`: an answer that unpacks to a thousand times its size is not asked for.
            headers = {"Accept-Encoding": "identity", "User-Agent": "negotiation-tracker"}
            headers |= part.wanted(target.address)
            connection.request("GET", target.path, headers=headers)
            response = connection.getresponse()
            further = _further(response, target.address, part)
            if further is None:
                _body(response, target.address, limits.max_bytes, part)
        except TimeoutError as error:
            raise _late(target.host, limits) from error
        except (OSError, http.client.HTTPException, FetchError, _Interrupted) as error:
            if not watchdog.expired:
                if isinstance(error, FetchError | _Interrupted):
                    raise
                raise _Interrupted(f"{target.host}: {_reason(error)}") from error
        finally:
            connection.close()
    if watchdog.expired:
        raise _late(target.host, limits)
    return further


def _late(host: str, limits: Limits) -> _Interrupted:
    return _Interrupted(f"{host}: not complete after {limits.timeout:g} s")


def _further(response: http.client.HTTPResponse, address: str, part: Partial) -> str | None:
    """The address to ask next, None if the answer is the file; raises for all other answers."""
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return quote(location.strip(), safe="%/:?#[]@!$&'()*+,;=~", encoding="latin-1")
    asked = bool(part.wanted(address))
    if asked and response.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        part.restart()
        return address
    if response.status not in (HTTPStatus.OK, *([HTTPStatus.PARTIAL_CONTENT] if asked else [])):
        known = {status.value: status.phrase for status in HTTPStatus}
        told = f"the server answered {response.status} {known.get(response.status, '')}"
        if response.status in _PASSING:
            raise _Interrupted(told.strip())
        part.refuse()
        raise FetchError(told.strip())
    coding = response.headers.get("Content-Encoding", "identity")
    if coding.strip().lower() != "identity":
        part.refuse()
        raise FetchError(f"the server sent the content coding {coding[:40]!a}, not asked for")
    return None


def _body(response: http.client.HTTPResponse, address: str, max_bytes: int, part: Partial) -> None:
    """Write the file, or the rest of it."""
    if response.status == HTTPStatus.PARTIAL_CONTENT:
        announced = part.check_rest(response.headers)
    else:
        part.restart(address, response.headers)
        announced = response.length
    too_large = f"is larger than {max_bytes:,} bytes"
    if announced is not None and announced > max_bytes:
        part.refuse()
        raise FetchError(f"{too_large} ({announced:,} are announced)")
    while chunk := response.read1(65536):
        if part.size + len(chunk) > max_bytes:
            part.refuse()
            raise FetchError(too_large)
        part.write(chunk)
    if announced is not None and part.size < announced:
        raise _Interrupted(f"broke off after {part.size:,} of {announced:,} bytes")


def _reason(error: OSError | http.client.HTTPException) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "broke off in the middle of the file"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection ({error.reason or error.strerror or error})"
    if isinstance(error, OSError):
        return error.strerror or str(error) or type(error).__name__
    return f"not an answer in HTTP ({type(error).__name__})"


class _Connection(http.client.HTTPConnection):
    """Connects to the very address it has checked."""

    def __init__(self, target: _Target) -> None:
        super().__init__(target.host, target.port)
        self.default_port = _PORTS["https" if target.tls else "http"]  # of the Host header
        self._target = target
        self.live: socket.socket | None = None
        self.stopped = False

    def connect(self) -> None:
        sock = self._hold(_open(self._target, self.timeout))
        if self._target.tls:
            secure = ssl.create_default_context().wrap_socket(
                sock, server_hostname=self._target.host, do_handshake_on_connect=False
            )
            self._hold(secure)
            secure.do_handshake()  # only after `_hold`, so that a slow one can be stopped too

    def _hold(self, sock: socket.socket) -> socket.socket:
        self.sock = self.live = sock
        if self.stopped:
            raise TimeoutError
        return sock

    def stop(self) -> None:
        """End, from another thread, whatever the connection is waiting for."""
        self.stopped = True
        if self.live is not None:
            # Not `self.live.shutdown`: that of TLS takes away what the other thread is using.
            with suppress(OSError):  # closed meanwhile: it has ended by itself
                socket.socket.shutdown(self.live, socket.SHUT_RDWR)


class _Watchdog:
    """Stops a connection after `seconds`: a time limit of the socket begins anew at each byte."""

    def __init__(self, connection: _Connection, seconds: float) -> None:
        self._connection = connection
        connection.timeout = max(seconds, 0.001)
        self._timer = threading.Timer(max(seconds, 0.001), self._stop)
        self._timer.daemon = True
        self.expired = False

    def _stop(self) -> None:
        self.expired = True
        self._connection.stop()

    def __enter__(self) -> _Watchdog:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()


def _open(target: _Target, timeout: float | None) -> socket.socket:
    """A connection to the first address of the host that answers, if all of them are public."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise _Interrupted(f"{target.host}: no address found for this name ({error})") from error
    places = [(family, place) for family, _, _, _, place in found]
    for _, place in places:
        if not target.trusted and not is_public(str(place[0])):
            raise FetchError(
                f"{target.host}: resolves to {place[0]}, which is not a public address"
            )
    failure: OSError = OSError("no address found for this name")
    for family, place in places:
        sock = socket.socket(family, socket.SOCK_STREAM)
        sock.settimeout(timeout)
        try:
            sock.connect(place)
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    raise failure
