"""Parameters: what may stand in an address, said once for the check and for its description.

In: what stands in a path or a query. Out: a text, a number or a flag; whatever does not fit its
description is refused in a sentence that says what would. Nothing that is not described is let
through: a name that is mistyped would otherwise be passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from werkzeug.datastructures import MultiDict

from web import shelf

_DIGITS = re.compile(r"0|[1-9][0-9]{0,8}")

MOST = 1000
"""So many rows one answer may hold."""

USUAL = 100
FURTHEST = 1_000_000


@dataclass(frozen=True)
class Parameter:
    """A parameter. `schema` is JSON Schema; of it `type`, `pattern`, `enum` and the limits are
    held. One that is not required is `default` where it is not given."""

    name: str
    where: Literal["path", "query"]
    schema: Mapping[str, Any]
    says: str
    default: Any = ""
    required: bool = False
    fits: str = ""

    def value(self, given: str | None) -> Any:
        """What is meant; a text that does not fit is refused."""
        if given is None:
            if self.required:
                shelf.refused(f"“{self.name}” is missing: {self._must()}.")
            return self.default
        kind = self.schema["type"]
        if kind == "integer":
            return self._number(given)
        if kind == "boolean":
            if given not in ("true", "false"):
                shelf.refused(f"“{self.name}” can only be “true” or “false”.")
            return given == "true"
        return self._text(given)

    def _number(self, given: str) -> int:
        least, most = self.schema["minimum"], self.schema["maximum"]
        if not _DIGITS.fullmatch(given) or not least <= int(given) <= most:
            shelf.refused(f"“{self.name}” must be {self._must()}.")
        return int(given)

    def _text(self, given: str) -> str:
        least, most = self.schema.get("minLength", 0), self.schema["maxLength"]
        known = self.schema.get("enum")
        pattern = self.schema.get("pattern", "^.*$")
        if known is not None and given not in known:
            told = ", ".join(one or "nothing" for one in known)
            shelf.refused(f"“{self.name}” can only be one of: {told}.")
        right = least <= len(given) <= most and re.fullmatch(pattern[1:-1], given, re.DOTALL)
        if not right and self.where == "path":
            # What cannot be an id is the id of nothing.
            shelf.missing(f"There is nothing called “{shelf.brief(given)}” in this collection.")
        if not right:
            shelf.refused(f"“{self.name}” must be {self._must()}.")
        return given

    def _must(self) -> str:
        if self.schema["type"] == "integer":
            return f"a whole number from {self.schema['minimum']:,} to {self.schema['maximum']:,}"
        if self.fits:
            return self.fits
        most = self.schema.get("maxLength")
        return f"a text of {self.schema.get('minLength', 0)} to {most} characters"


def values(
    parameters: Sequence[Parameter], path: Mapping[str, str], query: MultiDict[str, str]
) -> dict[str, Any]:
    """What an address asks for, by the names of the parameters."""
    known = {one.name for one in parameters if one.where == "query"}
    for name in query:
        if name not in known:
            told = f"Known here: {', '.join(sorted(known))}." if known else "None is known here."
            shelf.refused(f"There is no parameter “{shelf.brief(name)}”. {told}")
        if len(query.getlist(name)) > 1:
            shelf.refused(f"“{name}” is given more than once.")
    given = {**path, **query.to_dict()}
    return {one.name: one.value(given.get(one.name)) for one in parameters}


def _text(most: int, least: int = 0, **more: Any) -> dict[str, Any]:
    return {"type": "string", "minLength": least, "maxLength": most, **more}


NEGOTIATION = Parameter(
    "negotiation",
    "path",
    _text(120, 1, pattern="^[A-Za-z0-9~-]+$"),
    "The id of a negotiation, as the list of negotiations gives it.",
    required=True,
    fits="letters, digits and hyphens",
)
THREAD = Parameter(
    "address",
    "path",
    _text(64, 1, pattern="^[A-Za-z0-9_-]+$"),
    "The address of a provision in any draft. It leads to the provision's whole history, and stays "
    "good when drafts are added.",
    required=True,
    fits="letters and digits",
)
LANGUAGE = Parameter(
    "language",
    "query",
    _text(35, 2, pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
    "The language of the drafts, as a code such as `en`; the negotiation's own if none is given.",
    fits="a language code such as “en”",
)
SYMBOL = Parameter(
    "symbol", "query", _text(300, 1), "The symbol of a draft, as printed.", required=True
)
OF_DRAFT = Parameter(
    "symbol",
    "query",
    _text(300, 1),
    "The symbol of a draft; the last that has anything to show, if none is given.",
)
OLD = Parameter(
    "old",
    "query",
    _text(300, 1),
    "The symbol of the older draft. With only one of `old` and `new`, the draft beside it is "
    "taken; without both, the two that the page takes.",
)
NEW = Parameter("new", "query", _text(300, 1), "The symbol of the newer draft.")
LIMIT = Parameter(
    "limit",
    "query",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    "How many rows to send at most.",
    default=USUAL,
)
OFFSET = Parameter(
    "offset",
    "query",
    {"type": "integer", "minimum": 0, "maximum": FURTHEST, "default": 0},
    "How many rows to leave out before the first. Past the end there are none.",
    default=0,
)
PAGING = (LIMIT, OFFSET)
PAIR = (OLD, NEW, LANGUAGE)


def choice(name: str, says: str, values: Sequence[str], default: str = "") -> Parameter:
    """A parameter with a few values."""
    longest = max(len(one) for one in values)
    schema = _text(longest, 0, enum=list(values))
    return Parameter(name, "query", schema | ({"default": default} if default else {}), says,
                     default=default)  # fmt: skip


def flag(name: str, says: str) -> Parameter:
    """A parameter that is true or false; false if it is not given."""
    return Parameter(name, "query", {"type": "boolean", "default": False}, says, default=False)


def words(name: str, says: str, *, required: bool = False) -> Parameter:
    """A parameter that is any text."""
    return Parameter(name, "query", _text(shelf.LONGEST_WORDS, 1), says, required=required)
