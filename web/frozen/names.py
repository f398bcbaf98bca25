"""The name of a page's file.

In: the path and the query of an address. Out: a path below the folder, safe on every file system:
ASCII, no reserved characters, nothing that leads upwards. Where two addresses would share a file,
or two that differ in letters' case alone, the second is told apart by `apart`.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import unquote

_SAFE = re.compile(r"[^A-Za-z0-9._~-]+")
_LONGEST = 80
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")

EXTENSIONS = {
    "text/html": ".html",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/json+oembed": ".json",
    "application/problem+json": ".json",
    "text/csv": ".csv",
    "text/plain": ".txt",
    "image/png": ".png",
    "image/svg+xml": ".svg",
}
"""Of what has no extension in its address."""


def file_of(path: str, query: str, mimetype: str) -> str:
    """The file for an address.

    >>> file_of("/", "", "text/html"), file_of("/n/moon", "", "text/html")
    ('index.html', 'n/moon/index.html')
    >>> file_of("/static/site.css", "", "text/css")
    'static/site.css'
    >>> file_of("/n/moon/compare", "new=B&old=A", "text/html")
    'n/moon/compare/new-B-old-A.e9fe515c.html'
    """
    segments = [_segment(one) for one in path.split("/") if one]
    html = mimetype == "text/html"
    if not html and segments and not query and _has_extension(segments[-1]):
        return "/".join(segments)
    if not query:
        return "/".join([*segments, "index" + EXTENSIONS.get(mimetype, ".bin")])
    stem, extension = "", EXTENSIONS.get(mimetype, ".bin")
    if not html and segments and _has_extension(segments[-1]):
        last, _, own = segments.pop().rpartition(".")
        stem, extension = f"{last}-", f".{own}"
    said = _SAFE.sub("-", unquote(query).replace("=", "-")).strip("-.")[:_LONGEST]
    return "/".join([*segments, f"{stem}{said}.{_digest(query)}{extension}"])


def apart(file: str, address: str) -> str:
    """Another name for what would share a file with another address.

    >>> apart("n/moon/index.html", "/n/Moon")
    'n/moon/index.ef6cc02b.html'
    """
    stem, _, extension = file.rpartition(".")
    return f"{stem}.{_digest(address)}.{extension}"


def _segment(one: str) -> str:
    """A part of a path; what has to be changed has a digest, so that it stays different."""
    plain = unquote(one)
    safe = _SAFE.sub("-", plain)
    harmless = plain.strip(".") == plain and not _RESERVED.fullmatch(plain)
    if safe == plain and len(plain) <= _LONGEST and harmless:
        return plain
    return f"{safe.strip('.-')[:_LONGEST] or 'x'}.{_digest(plain)}"


def _has_extension(segment: str) -> bool:
    return re.search(r"\.[a-z0-9]{2,6}$", segment) is not None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
