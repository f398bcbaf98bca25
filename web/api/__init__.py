"""The JSON API: the same queries as the pages, described by OpenAPI.

In: addresses under `/api/`. Out: JSON; errors as problem details. `table` holds every operation,
`shapes` what stands in answers, `openapi` the description, made of the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from typing import Any

from flask import Blueprint, Response, redirect, render_template, url_for
from markupsafe import Markup, escape
from werkzeug.wrappers import Response as AnyResponse

from web import shelf
from web.api.examples import ANYWHERE, WITHOUT, examples, here
from web.api.openapi import document
from web.api.operations import Operation, answered, made
from web.api.problems import opened
from web.api.table import OPERATIONS
from web.sharing import public

pages = Blueprint("api", __name__)

_BRACED = re.compile(r"{[a-z]+}")


@pages.after_request
def _open(response: Response) -> Response:
    """Pages of any origin may read the data."""
    return opened(response)


@pages.get("/api")
def without_slash() -> AnyResponse:
    """The address without its slash."""
    return redirect("/api/", 308)


@pages.get("/api/")
def about() -> str:
    """What the API is, in plain words, with requests to try."""
    library = shelf.library()
    own = here(library)
    known = {**WITHOUT, **own}
    return render_template(
        "api.html",
        first=url_for("api.negotiation", negotiation=known["negotiation"])
        if own
        else url_for("api.negotiations"),
        groups=_groups(known, own.keys() | ANYWHERE),
        known=known,
        negotiations=library.negotiations(),
        root=public.root(),
    )


@pages.get("/api/openapi.json")
def description() -> Response:
    """The description of the API."""
    return made(document(OPERATIONS, examples(shelf.library())))


@pages.app_template_filter()
def ticked(text: str) -> Markup:
    """Words between back ticks as code.

    >>> ticked("`old` < `new`")
    Markup('<code>old</code> &lt; <code>new</code>')
    """
    pieces = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(one) if place % 2 else escape(one)
        for place, one in enumerate(pieces)
    )


def _groups(
    known: dict[str, str], here: Set[str]
) -> list[tuple[str, list[tuple[Operation, str, bool]]]]:
    """The operations by their subject, each with a request, and whether it finds something, as far
    as that hangs on what is `here`."""
    found: dict[str, list[tuple[Operation, str, bool]]] = {}
    for op in OPERATIONS:
        given: dict[str, Any] = {name: known[what] for name, what in op.example.items()}
        # Two drafts are compared also where the request leaves it to us which.
        needed = {*op.example.values(), *({"old", "new"} & {one.name for one in op.parameters})}
        found.setdefault(op.tag, []).append(
            (op, url_for(f"api.{op.name}", **given), needed <= here)
        )
    return list(found.items())


def _view(op: Operation) -> Callable[..., Response]:
    def view(**path: Any) -> Response:
        return answered(op, path)

    return view


for _op in OPERATIONS:
    _rule = f"/api{_op.path}".replace("{", "<").replace("}", ">")
    pages.add_url_rule(_rule, _op.name, _view(_op), methods=["GET"])

PAGES: dict[str, tuple[str, str]] = {
    "api.without_slash": ("/api", "The same without its slash."),
    "api.about": ("/api/", "What programs can ask for, as JSON, with requests to try."),
    "api.description": ("/api/openapi.json", "The same for programs, as OpenAPI describes it."),
    **{
        f"api.{op.name}": (f"/api{_BRACED.sub('…', op.path)}", f"As data: {op.summary}.")
        for op in OPERATIONS
    },
}
"""Every page of the API by its endpoint: address, and what it is for."""
