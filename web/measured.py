"""How right the tracker is: the figures of the method page.

In: `measured.toml` beside this module. Out: tables of rows. The figures are those of README.md,
where the commands stand that print them; a test holds the two together.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: `of` says of how many cases, or of which; `told` is README's line with it."""

    what: str
    figure: str
    of: str
    told: str


@dataclass(frozen=True, slots=True)
class Table:
    """The figures that answer one question."""

    title: str
    about: str
    rows: tuple[Row, ...]


@cache
def tables() -> tuple[Table, ...]:
    """All tables, in the order in which a draft goes through the tracker."""
    found = tomllib.loads((Path(__file__).parent / "measured.toml").read_text(encoding="utf-8"))
    return tuple(
        Table(one["title"], one["about"], tuple(Row(**row) for row in one["rows"]))
        for one in found["tables"]
    )
