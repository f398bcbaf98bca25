"""Finished pages, kept in memory until the database or the viewer is another one.

In: an answer with an ETag, which says all that the page depends on. Out: the same bytes again,
compressed already, for the next one who asks in the same way. The least recently asked for go
first; nothing is kept on disk.
"""

from __future__ import annotations

from threading import Lock

from cachetools import LRUCache
from flask import Response, current_app, request

BYTES = 64 * 1024 * 1024
"""Of all answers together."""

BESIDE = 2_000
"""What an answer takes beside its own bytes: its headers, and the key, which is no longer."""

LONGEST_ACCEPTED = 200
"""Of a request that names its encodings in more characters, nothing is kept."""

EXTENSION = "negotiation-tracker-kept"

_Key = tuple[str, str]
_Kept = tuple[bytes, tuple[tuple[str, str], ...]]


class Shelf:
    """Answers by their ETag and the encodings that a browser takes; safe in threads."""

    def __init__(self, size: int = BYTES) -> None:
        self._kept: LRUCache[_Key, _Kept] = LRUCache(size, getsizeof=_size)
        self._lock = Lock()

    def get(self, key: _Key) -> _Kept | None:
        with self._lock:
            return self._kept.get(key)

    def put(self, key: _Key, one: _Kept) -> None:
        with self._lock:
            if _size(one) <= self._kept.maxsize:
                self._kept[key] = one


def _size(one: _Kept) -> int:
    return len(one[0]) + BESIDE


def again() -> Response | None:
    """The answer to this request, if it is kept."""
    key = _key()
    found = _shelf().get(key) if key is not None else None
    if found is None:
        return None
    request.environ["tracker.kept"] = True
    body, headers = found
    response = Response(body)
    response.headers.clear()
    response.headers.extend(headers)
    return response


def keep(response: Response) -> Response:
    """Keep what was just made."""
    key = _key()
    made = response.status_code == 200 and not request.environ.get("tracker.kept")
    if key is not None and made and not response.is_streamed:
        _shelf().put(key, (response.get_data(), tuple(response.headers.items())))
    return response


def _key() -> _Key | None:
    etag = request.environ.get("tracker.etag")
    encodings = request.headers.get("Accept-Encoding", "")
    if not etag or request.method != "GET" or len(encodings) > LONGEST_ACCEPTED:
        return None
    return etag, encodings


def _shelf() -> Shelf:
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Shelf)
    return found
