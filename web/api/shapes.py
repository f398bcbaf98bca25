"""Shapes: what stands in an answer, said once for both its JSON and its description.

In: a record of the store. Out: `of`, its JSON; `schema`, what OpenAPI says of it. A field that is
sent is described, and a field that is described is sent, because both come from here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

Json = Any
"""What `json.dumps` takes."""

Schema = dict[str, Any]


class Kind(Protocol):
    """A kind of value."""

    def of(self, value: Any) -> Json:
        """The value as JSON."""

    def schema(self) -> Schema:
        """What OpenAPI says of it."""

    def shapes(self) -> Iterator[Shape]:
        """The named shapes that it is made of."""


@dataclass(frozen=True)
class Plain:
    """A text, a number, a flag."""

    says: Mapping[str, Any]

    def of(self, value: Any) -> Json:
        # JSON has no infinity; what is not a number is not there.
        return None if isinstance(value, float) and not math.isfinite(value) else value

    def schema(self) -> Schema:
        return dict(self.says)

    def shapes(self) -> Iterator[Shape]:
        return iter(())


TEXT = Plain({"type": "string"})
WHOLE = Plain({"type": "integer"})
COUNT = Plain({"type": "integer", "minimum": 0})
FLAG = Plain({"type": "boolean"})
SHARE = Plain({"type": "number", "minimum": 0, "maximum": 1})
NUMBER = Plain({"type": ["number", "null"]})
DATE = Plain({"type": "string", "description": "An ISO 8601 date, as exactly as is known."})
ADDRESS = Plain({"type": "string", "description": 'A web address, or `""`.'})


def one_of(*values: str) -> Plain:
    """One of a few words."""
    return Plain({"type": "string", "enum": list(values)})


@dataclass(frozen=True)
class Maybe:
    """A value that may be missing: `null`."""

    kind: Kind

    def of(self, value: Any) -> Json:
        return None if value is None else self.kind.of(value)

    def schema(self) -> Schema:
        return {"anyOf": [self.kind.schema(), {"type": "null"}]}

    def shapes(self) -> Iterator[Shape]:
        return self.kind.shapes()


@dataclass(frozen=True)
class Many:
    """Values in order."""

    kind: Kind

    def of(self, value: Any) -> Json:
        return [self.kind.of(one) for one in value]

    def schema(self) -> Schema:
        return {"type": "array", "items": self.kind.schema()}

    def shapes(self) -> Iterator[Shape]:
        return self.kind.shapes()


@dataclass(frozen=True)
class Table:
    """Values by names that are data, not fields."""

    kind: Kind
    says: str

    def of(self, value: Mapping[Any, Any]) -> Json:
        return {str(key): self.kind.of(one) for key, one in value.items()}

    def schema(self) -> Schema:
        return {
            "type": "object",
            "description": self.says,
            "additionalProperties": self.kind.schema(),
        }

    def shapes(self) -> Iterator[Shape]:
        return self.kind.shapes()


@dataclass(frozen=True)
class Field:
    """One field: its name in the answer, its kind, what it means, and how to get it of a record
    (by its name, if nothing else is said)."""

    name: str
    kind: Kind
    says: str
    get: Callable[[Any], Any] | None = None

    def of(self, value: Any) -> Json:
        return self.kind.of((self.get or attrgetter(self.name))(value))

    def schema(self) -> Schema:
        found = self.kind.schema()
        # Beside a reference its description holds as well, by JSON Schema 2020-12.
        own = found.get("description", "")
        said = f"{self.says} {own}".strip()
        return {**found, "description": said}


@dataclass(frozen=True)
class Shape:
    """An object with a name."""

    name: str
    says: str
    fields: tuple[Field, ...]

    def of(self, value: Any) -> Json:
        return {one.name: one.of(value) for one in self.fields}

    def schema(self) -> Schema:
        return {"$ref": f"#/components/schemas/{self.name}"}

    def described(self) -> Schema:
        """What stands among the components."""
        return {
            "type": "object",
            "description": self.says,
            "required": [one.name for one in self.fields],
            "properties": {one.name: one.schema() for one in self.fields},
        }

    def shapes(self) -> Iterator[Shape]:
        yield self
        for one in self.fields:
            yield from one.kind.shapes()

    def also(self, name: str, says: str, *fields: Field) -> Shape:
        """A shape with these fields besides."""
        return Shape(name, says, (*self.fields, *fields))
