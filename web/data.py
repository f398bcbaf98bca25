"""Everything under `/data/`: handed on to Datasette, which runs beside the viewer.

In: GET and HEAD requests. Out: Datasette's answers, streamed, with our headers. Nothing is handed
on that could write, and no answer may be longer or take longer than a person would want.
"""

from __future__ import annotations

import http.client
import re
import socket
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    request,
    stream_with_context,
    url_for,
)
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response as AnyResponse

from tracker.store.questions import QUESTIONS
from web import headers
from web.terms import asked_of_data
from web.translation import _, later

pages = Blueprint("data", __name__)

SECONDS = 30.0
"""How long Datasette may be silent, and how long an answer may take."""

STARTING_SECONDS = 12.0
"""How long to wait for a Datasette that is just being started."""

LONGEST_ANSWER = 200 * 1024 * 1024

_PIECE = 64 * 1024
_STATIC, _ASSETS = "-/static/", "assets/"
_NO_NAMES = {"", ".", "..", "-"}
_LONGEST_NAME = 500
_ENDING = re.compile(r"\.([^./]*)$")
_ENDINGS = ("json", "csv", "blob")
_PLAIN = re.compile(r"[A-Za-z0-9_-]")
_HANDED_ON = ("accept", "accept-language", "if-none-match", "range")
_HANDED_BACK = (
    "content-type",
    "content-length",
    "content-disposition",
    "content-range",
    "etag",
    "link",
    "location",
    "access-control-allow-origin",
)


class _Connection(http.client.HTTPConnection):
    """HTTP over a Unix socket: nobody else on the machine can take its place or reach it."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=SECONDS)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        try:
            self.sock.connect(str(self._path))
        except OSError:
            self.sock.close()
            raise


@pages.record_once
def _for_templates(state: BlueprintSetupState) -> None:
    state.app.jinja_env.globals.update(
        question_address=question_address,
        question_title=question_title,
        all_questions=tuple(QUESTIONS),
    )


def question_address(question: str, **fields: str | None) -> str:
    """Where a question to the data is answered, its fields filled in; `""` for the question leads
    to all of them. Where no data pages run, it is `""`.

    Raises:
        KeyError: there is no such question, or it has no such field.
    """
    strange = set(fields) - set(QUESTIONS[question].names) if question else set(fields)
    if strange:
        raise KeyError(f"{question}: {sorted(strange)}")
    if current_app.config["DATA_SOCKET"] is None:
        return ""
    path = _named(current_app.config["DATABASE"].stem)
    given: dict[str, Any] = {name: value for name, value in fields.items() if value}
    if question:
        return url_for("data.proxy", path=f"{path}/{question}", **given)
    return url_for("data.proxy", path=path, _anchor="questions")


def question_title(question: str) -> str:
    """What a question asks."""
    return str(asked_of_data.TITLES.get(question) or QUESTIONS[question].title)


def _named(name: str) -> str:
    """A name as Datasette writes it in an address.

    >>> _named("un-2024"), _named("a b.c")
    ('un-2024', 'a+b~2Ec')
    """

    def written(character: str) -> str:
        if _PLAIN.fullmatch(character):
            return character
        if character == " ":
            return "+"
        return "".join(f"~{byte:02X}" for byte in character.encode())

    return "".join(map(written, name))


@pages.get("/data")
def home() -> AnyResponse:
    """The address without its slash."""
    return redirect("/data/", 308)


@pages.get("/data/", defaults={"path": ""})
@pages.get("/data/<path:path>")
def proxy(path: str) -> Response:
    """Hand a question on to Datasette."""
    if not _is_of_the_data(path):
        abort(404, description=_("There is no such page of the data."))
    target = quote(f"/{path}", safe="/~:@!$&'()*+,;=-._")
    if request.query_string:
        # Bytes above 127 and control characters have no place in a request line.
        target += "?" + quote(request.query_string, safe="/?~:@!$&'()*+,;=-._%")
    connection, answer = _asked(target)
    if answer.status >= 500:
        connection.close()
        # It says so also of a question that is no question.
        abort(400 if request.query_string else 502, description=_TOO_MUCH)
    pieces = _pieces(connection, answer)
    if path.endswith(".csv") and answer.status == 200 and request.method == "GET":
        pieces = _not_empty(pieces)
    response = Response(
        stream_with_context(pieces),
        status=answer.status,
        headers=[(k, v) for k, v in answer.getheaders() if k.lower() in _HANDED_BACK],
    )
    if "Location" in response.headers:
        response.headers["Location"] = _below(response.headers["Location"])
    response.headers["Content-Security-Policy"] = headers.DATA_POLICY
    response.headers["Cache-Control"] = "no-cache"
    response.call_on_close(answer.close)
    response.call_on_close(connection.close)
    return response


def _is_of_the_data(path: str) -> bool:
    """Whether Datasette may be asked for it. Its own pages tell of the machine, not of the data;
    and it fails on what can be the name of nothing."""
    file = path.startswith((_STATIC, _ASSETS))
    within = path.removeprefix(_STATIC)
    names = within.removesuffix("/").split("/") if within else ()
    ending = None if file else _ENDING.search(path)
    return all(one not in _NO_NAMES and len(one) <= _LONGEST_NAME for one in names) and (
        ending is None or ending[1] in _ENDINGS
    )


def _below(location: str) -> str:
    """Where a redirect of Datasette leads. Some of its redirects leave out where it stands, and
    what a stranger typed after that must not become the address of another site."""
    root = url_for("data.proxy")
    return location if location.startswith(root) else root + location.lstrip("/\\")


def _asked(target: str) -> tuple[_Connection, http.client.HTTPResponse]:
    path = current_app.config["DATA_SOCKET"]
    if path is None:
        abort(503, description=_("The data pages do not run here; they come with “tracker serve”."))
    wanted = {name: request.headers[name] for name in _HANDED_ON if name in request.headers}
    # Datasette makes addresses of it, for the next page of a table.
    wanted["Host"] = request.host
    waited_until = time.monotonic() + STARTING_SECONDS
    while True:
        connection = _Connection(path)
        try:
            connection.request(request.method, target, headers=wanted)
            return connection, connection.getresponse()
        except (FileNotFoundError, ConnectionRefusedError):
            connection.close()
            if time.monotonic() >= waited_until:
                why = _("The data pages are being restarted. Please try again.")
                abort(503, description=why)
            time.sleep(0.1)
        except TimeoutError:
            connection.close()
            why = _("The data took too long to answer. Please ask for less at once.")
            abort(504, description=why)
        except (OSError, http.client.HTTPException):
            connection.close()
            abort(502)


_TOO_MUCH = later(
    "The data pages could not answer this question: something in it may be wrong, or it takes too "
    "long or too much memory. Please ask for less at once."
)


def _not_empty(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same, for a table has a line of names at least: Datasette sends an empty file, and says
    that all is well, where a question could not be answered."""
    first = next(pieces, b"")
    if not first.strip():
        abort(
            400,
            description=_(
                "There is no table for this question. Ask it without “.csv”, to see what is wrong "
                "with it."
            ),
        )
    return chain([first], pieces)


def _pieces(connection: _Connection, answer: http.client.HTTPResponse) -> Iterator[bytes]:
    until = time.monotonic() + SECONDS
    left = LONGEST_ANSWER
    while piece := answer.read(_PIECE):
        left -= len(piece)
        if left < 0 or time.monotonic() > until:
            # The browser must see that the file is cut off, not take it for whole.
            connection.close()
            raise ConnectionError("an answer of the data was cut off: too long or too slow")
        yield piece
