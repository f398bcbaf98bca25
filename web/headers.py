"""What goes with every page: what a browser may do with it, and whether it still has it.

In: a request and its answer. Out: security headers, and an ETag made of the state of the database,
the version of the viewer and the address, so that a page that a browser has is not made again, nor
one that is still kept here. What is sent is compressed.
"""

from __future__ import annotations

import hashlib

from flask import Flask, Response, current_app, make_response, request
from flask_compress import Compress

from tracker.errors import StoreError
from web import kept
from web.shelf import library

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

# Datasette's own pages, of which we are not the authors, carry style and script inside.
DATA_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_NOT_FROM_THE_DATABASE = ("static", "data.home", "data.proxy", "method.health")


def install(app: Flask) -> None:
    """Let `app` answer with these headers."""
    # What Datasette streams goes through as it comes.
    app.config.update(COMPRESS_STREAMS=False, COMPRESS_ALGORITHM=["br", "gzip"])
    app.extensions[kept.EXTENSION] = kept.Shelf()
    app.before_request(_still_fresh)
    app.before_request(kept.again)
    # These run from the last to the first.
    app.after_request(kept.keep)
    Compress(app)
    app.after_request(_add)


def _etag() -> str | None:
    """The tag of the page asked for; None where it does not depend on the database alone."""
    if request.method not in ("GET", "HEAD") or request.endpoint in (None, *_NOT_FROM_THE_DATABASE):
        return None
    try:
        state = library().state()
    except StoreError:
        return None
    parts = (current_app.config["VERSION"], state, request.full_path)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:24]


def _still_fresh() -> Response | None:
    etag = _etag()
    request.environ["tracker.etag"] = etag
    if etag is not None and etag in request.if_none_match.as_set(include_weak=True):
        return make_response("", 304)
    return None


def _add(response: Response) -> Response:
    etag = request.environ.get("tracker.etag")
    if etag and response.status_code in (200, 304):
        response.set_etag(etag, weak=True)
        response.headers["Cache-Control"] = "no-cache"
    elif request.endpoint == "static" and "v" in request.args:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    elif request.endpoint != "static" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", POLICY)
    return response
