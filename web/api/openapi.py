"""The API described as OpenAPI 3.1 has it, from the table that registers its routes.

In: the table, and what the database holds (for examples that find something). Out: the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from web.api.operations import LINKS, PAGE, TEXTS, Operation
from web.api.parameters import Parameter
from web.api.problems import PROBLEM, SAID, TYPE
from web.api.shapes import Schema, Shape

VERSION = "1.0.0"
"""Of the API: the second number grows when something is added, the first when something that was
there is no more, or means something else."""

ABOUT = """\
Everything that the pages of this viewer show, as JSON: what became of each provision and each word
of a text while it was negotiated.

* **Read only**, without a key, from any origin. All answers have an `ETag`; send it back as
  `If-None-Match` and you get 304 while nothing changed.
* **Every answer** is `data`, `texts`, `links`, and where it is a part of a longer list `page`.
* **Some texts are not official.** `texts.official` is `false` where an answer tells of a paraphrase
  or a reconstruction: never quote these as the draft. It is `null` where nobody said what a text
  is. `texts.notice` must be shown with either.
* **Links between drafts are found by a program.** `certain` is `false` where one can only say
  “possibly”; `score` says how sure a link is, `runner_up` what the next best guess would be.
* **A provision's address never changes**; its number, and the `round` of a draft, do.
* Offsets are half-open and count Unicode code points. Dates are ISO 8601. Errors are RFC 9457
  problem details.

The texts are those of the bodies that issued them, and so are the rights in them. What this program
adds (links, differences, findings) may be used freely, with a word on where it is from.
"""

_TAGS = {
    "Negotiations and drafts": "What there is: negotiations, their drafts, the words of these.",
    "What changed": "Two drafts compared.",
    "One provision through all rounds": "Histories.",
    "Words through all rounds": "Phrases, words in brackets, duties and options, references.",
    "Beside the texts": "Claims, proposals, earlier instruments.",
    "Search": "Words to provisions.",
    "This description": "The API about itself.",
}

Examples = Mapping[str, str]
"""Values that find something in the database, by what they are: `negotiation`, `new`, …"""


def document(operations: Sequence[Operation], examples: Examples) -> dict[str, Any]:
    """The whole description."""
    shapes = {one.name: one for op in operations for one in op.data.shapes()}
    shapes |= {one.name: one for one in (TEXTS, PAGE, LINKS, PROBLEM)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Negotiation tracker",
            "version": VERSION,
            "summary": "What became of every provision of a text while it was negotiated",
            "description": ABOUT,
            "license": {"name": "MIT (the program and what it adds; not the texts)",
                        "identifier": "MIT"},
        },
        "servers": [{"url": "/api"}],
        "tags": [{"name": name, "description": says} for name, says in _TAGS.items()],
        "paths": {
            **{op.path: {"get": _operation(op, examples)} for op in operations},
            "/openapi.json": {"get": _itself()},
        },
        "components": {
            "schemas": {name: shapes[name].described() for name in sorted(shapes)},
            "responses": {f"Problem{status}": _problem(status) for status in sorted(SAID)},
            "headers": {"ETag": {"description": "Changes with the data.",
                                 "schema": {"type": "string"}}},
        },
    }  # fmt: skip


def _operation(op: Operation, examples: Examples) -> dict[str, Any]:
    return {
        "operationId": op.name,
        "tags": [op.tag],
        "summary": op.summary,
        "description": op.says,
        "parameters": [_parameter(one, op, examples) for one in op.parameters],
        "responses": {
            "200": {
                "description": "What was asked for.",
                "headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
                "content": {"application/json": {"schema": _envelope(op)}},
            },
            **_problems(),
        },
    }


def _envelope(op: Operation) -> Schema:
    parts: dict[str, Schema] = {
        "data": {**op.data.schema(), "description": op.summary},
        "texts": TEXTS.schema(),
    }
    if op.paged:
        parts["page"] = PAGE.schema()
    parts["links"] = LINKS.schema()
    return {"type": "object", "required": list(parts), "properties": parts}


def _parameter(one: Parameter, op: Operation, examples: Examples) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": one.name,
        "in": one.where,
        "required": one.required,
        "description": one.says,
        "schema": dict(one.schema),
    }
    example = examples.get(op.example.get(one.name, ""))
    if example is not None:
        told["example"] = int(example) if one.schema["type"] == "integer" else example
    return told


def _itself() -> dict[str, Any]:
    return {
        "operationId": "openapi",
        "tags": ["This description"],
        "summary": "This description",
        "description": "The API as OpenAPI 3.1 describes it.",
        "parameters": [],
        "responses": {
            "200": {
                "description": "The description.",
                "content": {"application/json": {"schema": {"type": "object"}}},
            },
            **_problems(),
        },
    }


def _problems() -> dict[str, Any]:
    return {str(status): {"$ref": f"#/components/responses/Problem{status}"} for status in SAID}


def _problem(status: int) -> dict[str, Any]:
    if status < 400:
        return {"description": SAID[status]}
    return {
        "description": SAID[status],
        "content": {TYPE: {"schema": PROBLEM.schema()}},
    }


def shapes_of(operations: Sequence[Operation]) -> dict[str, list[Shape]]:
    """All shapes by name; a name with two shapes is a fault, which a test looks for."""
    found: dict[str, list[Shape]] = {}
    for op in operations:
        for one in op.data.shapes():
            known = found.setdefault(one.name, [])
            if not any(one is other for other in known):
                known.append(one)
    return found
