"""Operations of the API: an address, its parameters, its answer, and who makes that.

In: a request. Out: `{"data": …, "texts": …, "page": …, "links": …}`. The same table registers the
routes and is described in OpenAPI, so that the two cannot tell different things.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.urls import iri_to_uri

from tracker.model import NOT_OFFICIAL
from tracker.store.records import DraftRow, NegotiationRow
from web import shelf
from web.api import texts
from web.api.parameters import Parameter, values
from web.api.shapes import ADDRESS, COUNT, FLAG, TEXT, Field, Kind, Many, Maybe, Shape
from web.changes import pairs
from web.terms import plain

Asked = Mapping[str, Any]
"""The values of the parameters by their names."""


@dataclass(frozen=True)
class Answer:
    """What an operation found. `drafts` are those whose texts are told, `total` how many rows there
    are of which `data` is a part, `page` the address of the page that shows the same."""

    data: Any
    drafts: Sequence[DraftRow] = ()
    total: int | None = None
    page: str = ""
    negotiations: Sequence[NegotiationRow] = ()


@dataclass(frozen=True)
class Operation:
    """`path` stands behind `/api`; `parameters` are all of its path and query; `run` answers;
    `example` are values of a request that finds something, made of `examples`."""

    name: str
    path: str
    tag: str
    summary: str
    says: str
    parameters: tuple[Parameter, ...]
    data: Kind
    run: Callable[[Asked], Answer]
    example: Mapping[str, str] = field(default_factory=dict)

    @property
    def paged(self) -> bool:
        """Whether the answer is a part of a longer list."""
        return any(one.name == "limit" for one in self.parameters)


TEXTS = Shape(
    "Texts",
    "What the texts in this answer are. Whoever shows them must show the notice with them.",
    (
        Field("official", Maybe(FLAG), "Whether every draft that the answer tells of is the text "
              "as issued; `null` where nobody said so of some."),
        Field("standings", Many(TEXT), "What the drafts are: `official`, `paraphrase`, "
              "`reconstruction`, `unstated`."),
        Field("symbols", Many(TEXT), "The symbols of the drafts that are not official texts."),
        Field("notice", TEXT, "What a reader must be told; `\"\"` if there is nothing to tell."),
    ),
)  # fmt: skip
PAGE = Shape(
    "Page",
    "Which part of the rows this is.",
    (
        Field("limit", COUNT, "How many rows were asked for."),
        Field("offset", COUNT, "How many stand before the first."),
        Field("total", COUNT, "How many there are in all. Their order does not change while the "
              "database does not."),
        Field("next", Maybe(ADDRESS), "The address of the next part; `null` if this is the last."),
    ),
)  # fmt: skip
LINKS = Shape(
    "Links",
    "Where else this is.",
    (
        Field("self", ADDRESS, "The address of this answer."),
        Field("html", Maybe(ADDRESS), "The page that shows it to people; `null` if there is none."),
    ),
)


def answered(operation: Operation, path: Mapping[str, str]) -> Response:
    """The answer of an operation to this request."""
    asked = values(operation.parameters, path, request.args)
    answer = operation.run(asked)
    told: dict[str, Any] = {
        "data": operation.data.of(answer.data),
        "texts": TEXTS.of(_Texts(answer.drafts, answer.negotiations)),
    }
    links = ['</api/openapi.json>; rel="service-desc"']
    if operation.paged:
        told["page"] = page = PAGE.of(_Page(operation, path, asked, answer.total or 0))
        if page["next"]:
            links.append(f'<{page["next"]}>; rel="next"')
    told["links"] = {"self": _here(operation, path), "html": answer.page or None}
    return made(told, {"Link": ", ".join(links)})


def made(told: Any, headers: Mapping[str, str] | None = None) -> Response:
    """An object as an answer."""
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Response(body, content_type="application/json", headers=dict(headers or {}))


class _Texts:
    """What is to be said of the texts of some drafts."""

    def __init__(self, drafts: Iterable[DraftRow], negotiations: Sequence[NegotiationRow]) -> None:
        told = {one.id: one for one in drafts}.values()
        apart = [one for one in told if one.standing in NOT_OFFICIAL]
        standings = {one.standing for one in told}
        for row in negotiations:
            standings |= set(row.standings)
        unofficial = sorted(standings - {"official"})
        self.official = texts.official(standings)
        self.standings = sorted(standings)
        self.symbols = list(dict.fromkeys(one.symbol for one in apart))
        self.notice = " ".join(
            [*(f"{plain.STANDINGS[one][1]}." for one in unofficial), *_notices(apart, negotiations)]
        )


def _notices(apart: Sequence[DraftRow], negotiations: Sequence[NegotiationRow]) -> list[str]:
    known = {one.id: one for one in negotiations}
    for key in dict.fromkeys(one.negotiation_id for one in apart):
        row = known.get(key) or shelf.library().negotiation(key)
        if row is not None:
            known[key] = row
    said = (
        one.notice or str(plain.STANDINGS[standing][2])
        for one in known.values()
        for standing in [s for s in one.standings if s in NOT_OFFICIAL][:1]
    )
    return list(dict.fromkeys(said))


class _Page:
    def __init__(
        self, operation: Operation, path: Mapping[str, str], asked: Asked, total: int
    ) -> None:
        self.limit, self.offset, self.total = asked["limit"], asked["offset"], total
        after = self.offset + self.limit
        self.next = None
        if after < total:
            given: dict[str, Any] = {**path, **request.args.to_dict()}
            given |= {"limit": self.limit, "offset": after}
            self.next = url_for(f"api.{operation.name}", **given)


def _here(operation: Operation, path: Mapping[str, str]) -> str:
    """The address of this answer, its parameters in the order of the description."""
    given = MultiDict(request.args)
    own: dict[str, Any] = {
        one.name: given[one.name] for one in operation.parameters if one.name in given
    }
    return iri_to_uri(url_for(f"api.{operation.name}", **{**path, **own}))


@dataclass(frozen=True)
class Scope:
    """A negotiation and its drafts of one language."""

    row: NegotiationRow
    drafts: list[DraftRow]
    language: str
    own: bool

    @property
    def lang(self) -> str | None:
        """What the address of a page says of the language."""
        return None if self.own else self.language


def scope(asked: Asked) -> Scope:
    """The negotiation that is asked for; 404 without it or without drafts of the language."""
    row = shelf.negotiation_or_404(asked["negotiation"])
    language = asked.get("language", "") or None
    drafts = shelf.library().drafts(row.id, language)
    if language and not drafts:
        shelf.missing(f"There is no draft in the language “{language}” here.")
    told = drafts[0].language if drafts else row.language
    return Scope(row, drafts, told, told == row.language)


def pair(
    here: Scope, asked: Asked, usual: Callable[[Sequence[DraftRow]], pairs.Pair]
) -> pairs.Pair:
    """The two drafts that are asked for, the older first; 404 where there are not two."""
    if asked["old"] and asked["old"] == asked["new"]:
        shelf.missing("There is no comparison of a draft with itself; name two drafts.")
    found = pairs.in_order(pairs.asked(here.drafts, usual))
    return found or shelf.missing("There is no second draft here to compare with.")


def part(rows: Sequence[Any], asked: Asked) -> Sequence[Any]:
    """The rows that are asked for."""
    return rows[asked["offset"] : asked["offset"] + asked["limit"]]
