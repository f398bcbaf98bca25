"""Errors of the API: RFC 9457 problem details, with nothing of the machine in them.

In: a status and why. Out: an answer of the type `application/problem+json`.
"""

from __future__ import annotations

import json
from http import HTTPStatus

from flask import Response, request

from web.api.shapes import TEXT, WHOLE, Field, Shape

TYPE = "application/problem+json"

PROBLEM = Shape(
    "Problem",
    "What went wrong, as RFC 9457 has it.",
    (
        Field("type", TEXT, "Always `about:blank`: the status says what kind of problem it is."),
        Field("title", TEXT, "The status in words."),
        Field("status", WHOLE, "The HTTP status."),
        Field("detail", TEXT, "What is wrong and what would be right, in a sentence for people."),
    ),
)

SAID: dict[int, str] = {
    304: "Nothing changed since the answer with this ETag.",
    400: "A parameter is not what its description says, or is not known.",
    404: "What the address names is not in this collection.",
    405: "The API can only be read: GET, HEAD and OPTIONS.",
    414: "The address is too long.",
    500: "A fault of the program.",
    503: "The database cannot be read at the moment.",
}
"""The statuses besides 200."""

OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
}
"""Public data, asked for without cookies: pages of any origin may read it."""

READ = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
"""What is said to a page of another origin that asks whether it may."""


def opened(response: Response) -> Response:
    """An answer that pages of any origin may read."""
    response.headers.update(OPEN)
    if request.method == "OPTIONS":
        response.headers.update(READ)
    return response


def is_asked() -> bool:
    """Whether the request is one of the API."""
    return request.path == "/api" or (request.path.startswith("/api/") and request.path != "/api/")


def problem(status: int, why: str) -> Response:
    """An error as an answer."""
    title = HTTPStatus(status).phrase if status in {one.value for one in HTTPStatus} else "Error"
    told = {"type": "about:blank", "title": title, "status": status, "detail": why}
    body = json.dumps(told, ensure_ascii=False)
    return Response(body, status, content_type=TYPE, headers=OPEN)
