"""What goes with every page: what a browser may do with it, and whether it still has it.

In: a request and its answer. Out: security headers, and an ETag made of the state of the database,
the version of the viewer and the address with its host (pages hold whole addresses of ours), so
that a page that a browser has is not made again, nor one that is still kept here. What is sent is
compressed. Only embeds may stand in a frame of somebody else's page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask, Response, abort, current_app, make_response, request
from flask_compress import Compress

from tracker.errors import StoreError
from web import kept
from web.sharing import public
from web.shelf import library, refused
from web.translation import _

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

EMBEDDED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
"""Of the pages that are made to stand in a frame of any other."""

# Datasette's own pages, of which we are not the authors, carry style and script inside.
DATA_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

EVERYWHERE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer has, if it has nothing else under these names."""


A_YEAR = 365 * 24 * 60 * 60
"""Seconds for which a browser need not ask again for a file whose address tells its version."""

LONGEST_QUERY = 32 * 1024
"""Bytes of a query, beyond which an address is too long."""

_UNSOUND = "tracker.unsound_host"
_NOT_FROM_THE_DATABASE = (
    *("static", "data.home", "data.proxy", "method.health"),
    "facsimiles.picture",  # has a tag and a life of its own
)


def install(app: Flask) -> None:
    """Let `app` answer with these headers."""
    # What Datasette streams goes through as it comes.
    app.config.update(COMPRESS_STREAMS=False, COMPRESS_ALGORITHM=["br", "gzip"])
    app.extensions[kept.EXTENSION] = kept.Shelf()
    inner = app.wsgi_app

    def hosted(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        # Before anything is made of it: with some hosts not even an error page can be.
        if not public.is_host(environ.get("HTTP_HOST", "localhost")):
            environ |= {"HTTP_HOST": "localhost", _UNSOUND: True}
        return inner(environ, start_response)

    app.wsgi_app = hosted  # type: ignore[method-assign]
    app.before_request(_believable)
    app.before_request(_still_fresh)
    app.before_request(kept.again)
    # These run from the last to the first.
    app.after_request(kept.keep)
    Compress(app)
    app.after_request(_add)


def _believable() -> None:
    """Refuse a request whose host is none, for it would stand in addresses that pages give out, and
    one of unbearable length."""
    if _UNSOUND in request.environ:
        refused(_("The host in the request is not the name of a host."))
    if len(request.query_string) > LONGEST_QUERY:
        abort(414)


def _etag() -> str | None:
    """The tag of the page asked for; None where it does not depend on the database alone."""
    if request.method not in ("GET", "HEAD") or request.endpoint in (None, *_NOT_FROM_THE_DATABASE):
        return None
    try:
        state = library().state()
    except StoreError:
        return None
    viewer = current_app.config["VERSION"], current_app.config["INTERFACE"]
    parts = (*viewer, state, public.root(), request.full_path)
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
        # Flask would have it asked for again each time.
        response.cache_control.no_cache = None
        response.cache_control.public = True
        response.cache_control.max_age = A_YEAR
        response.cache_control.immutable = True
    elif request.endpoint != "static" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    # Also of a 304, whose headers take the place of those that a browser has.
    framed = request.blueprint == "embeds"
    if framed:
        response.headers.setdefault("Content-Security-Policy", EMBEDDED)
    for name, value in EVERYWHERE.items():
        if name != "X-Frame-Options" or not framed:
            response.headers.setdefault(name, value)
    return response
