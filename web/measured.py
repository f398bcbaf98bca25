"""How right the tracker is: the figures of the method page.

In: `measured.toml` beside this module. Out: tables of rows; and how often what is told for sure is
right, and what is told with a "possibly". The figures are those of README.md, where the commands
stand that print them; tests hold them together. The rows are English, as README.md is.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from web.translation import _, later, number, percent

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
    return tuple(
        Table(*QUESTIONS[one["name"]], tuple(Row(**row) for row in one["rows"]))
        for one in _file()["tables"]
    )


FEW = 50
"""Of fewer cases no share is told without how far off it may be."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many were right, of how many."""

    right: int
    of: int

    @property
    def counts(self) -> str:
        """In numbers.

        >>> Share(58, 94).counts, Share(0, 0).counts
        ('58 of 94', 'none told')
        """
        if not self.of:
            return _("none told")
        return _("%(right)s of %(count)s", right=number(self.right), count=number(self.of))

    @property
    def share(self) -> str:
        """Of a hundred; of few cases, how far off that may be.

        >>> Share(9, 9).share, Share(620, 1000).share, Share(999, 1000).share
        ('so few that it may be 70% to 100%', '62%', 'more than 99%')
        """
        if not self.of:
            return ""
        if self.of < FEW:
            low, high = (percent(one) for one in self._likely())
            return _("so few that it may be %(low)s to %(high)s", low=low, high=high)
        if self.right < self.of and self.right / self.of > 0.99:
            return _("more than %(share)s", share=percent(0.99))
        if 0 < self.right < 0.01 * self.of:
            return _("less than %(share)s", share=percent(0.01))
        return percent(self.right / self.of)

    def _likely(self) -> tuple[float, float]:
        """Between what the true share lies in 95 of 100 such samples (Wilson's interval)."""
        n, share, z = self.of, self.right / self.of, 1.96
        middle = share + z * z / (2 * n)
        half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return max(0.0, (middle - half) / (1 + z * z / n)), (middle + half) / (1 + z * z / n)

    @property
    def said(self) -> str:
        """Both in one.

        >>> Share(6, 8).said
        '6 of 8 (so few that it may be 41% to 93%)'
        """
        if not self.of:
            return self.counts
        return _("%(counts)s (%(share)s)", counts=self.counts, share=self.share)


@dataclass(frozen=True, slots=True)
class Possibly:
    """Of what was told, how much was right; `about` what was told: links, sentences, proposals.
    `name` is that of the measure; `told` README's line, with the counts."""

    name: str
    about: str
    what: str
    of: str
    told: str
    first: bool = False

    @property
    def sure(self) -> Share:
        """Of what was told for sure."""
        return _counts(self.told.split("|")[-3])

    @property
    def possibly(self) -> Share:
        """Of what was told with a "possibly"."""
        return _counts(self.told.split("|")[-2])


@cache
def possibly() -> tuple[Possibly, ...]:
    """How often "possibly" is right, by what was told."""
    return tuple(Possibly(**row) for row in _file()["possibly"])


def possibly_first() -> dict[str, Possibly]:
    """The rows that are told in sentences, by what they are about."""
    return {row.about: row for row in possibly() if row.first}


def _counts(cell: str) -> Share:
    """A cell of README's table.

    >>> _counts(" 2,201 of 2,203 "), _counts(" none told ")
    (Share(right=2201, of=2203), Share(right=0, of=0))
    """
    right, _word, every = cell.strip().replace(",", "").partition(" of ")
    return Share(int(right), int(every)) if every else Share(0, 0)


def _file() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "measured.toml").read_text(encoding="utf-8"))
