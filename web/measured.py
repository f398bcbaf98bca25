"""How right the tracker is: the figures of the method page.

In: `measured.toml` beside this module. Out: tables of rows. The figures are those of README.md,
where the commands stand that print them; a test holds the two together. The rows are English, as
README.md is.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from web.translation import later

QUESTIONS: dict[str, tuple[str, str]] = {
    "files": (
        later("Are the files read whole?"),
        later(
            "Real documents of which the right reading is known by other means. 100% means that "
            "nothing is lost and nothing invented."
        ),
    ),
    "links": (
        later("Is it the same provision?"),
        later("Whether we say rightly which provision of one draft became which of the next."),
    ),
    "words": (
        later("Are the changed words marked well?"),
        later(
            "How alike our marks are to those that a person made in the same pairs of texts (1 is "
            "the same)."
        ),
    ),
    "kinds": (
        later("Is the kind of change right?"),
        later(
            "When we say for sure that a change is of a kind, how often that is true; and how many "
            "of the changes of that kind we find at all. Measured on changes that nobody had "
            "looked at when the rules were made. So: what we say holds mostly; that we say nothing "
            "proves nothing."
        ),
    ),
    "rest": (later("Is the rest right?"), later("Legal jobs, ages of words, proposals.")),
}
"""What each table answers, with what is to be known of its figures, by its name in the file."""


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
        Table(*QUESTIONS[one["name"]], tuple(Row(**row) for row in one["rows"]))
        for one in found["tables"]
    )
