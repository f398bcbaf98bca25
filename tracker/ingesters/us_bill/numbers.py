"""Numbers in a bill of the US Congress, and which level each belongs to.

In: the label of a number and those that are open. Out: its level. The levels below a section have
fixed styles: (a) subsection, (1) paragraph, (A) subparagraph, (i) clause, (I) subclause, (aa) item,
(AA) subitem. A letter that is also a Roman numeral is told by what is open and by what comes next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.ingesters.walk.numbering import letters, roman

RANKS = ("subsection", "paragraph", "subparagraph", "clause", "subclause", "point", "indent")
"""Akoma Ntoso's words for the levels, outermost first."""

LABEL = re.compile(
    r"(?P<quote>(?:``|\u2018\u2018|[`\u2018\u201c\"]){0,2})\s?"
    r"(?P<num>\((?P<label>[a-z]{1,6}|[A-Z]{1,6}|\d{1,3}[A-Z]?)\))(?=[\s\u2018\u201c`(\u2014-]|$)"
)
"""A number at the start of a block, with the marks that open a quotation."""

_NAMED = re.compile(
    r"\b(subsection|paragraph|subparagraph|clause|subclause|item|subitem)s?\b[^.;]{0,40}[:\u2014-]+$"
)
_AS_PROVISION = {"item": "point", "subitem": "indent"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: its level, 0 to 6, and its value from 1."""

    rank: int
    value: int


def readings(label: str) -> list[Reading]:
    """The ways to read a label.

    >>> readings("i")
    [Reading(rank=0, value=9), Reading(rank=3, value=1)]
    >>> readings("7"), readings("BB")
    ([Reading(rank=1, value=7)], [Reading(rank=6, value=2)])
    """
    if label[0].isdigit():
        return [Reading(1, int("".join(c for c in label if c.isdigit())))]
    upper = label.isupper()
    found: list[Reading] = []
    if len(label) == 1:
        found.append(Reading(2 if upper else 0, letters(label) or 0))
    value = roman(label)
    if value is not None:
        found.append(Reading(4 if upper else 3, value))
    if len(label) == 2 and label[0] == label[1]:
        found.append(Reading(6 if upper else 5, ord(label[0].lower()) - ord("a") + 1))
    return found


def named(text: str) -> int | None:
    """The level that a sentence announces at its end: "the following new subparagraph:"."""
    match = _NAMED.search(text[-100:])
    if match is None:
        return None
    word = match[1]
    return RANKS.index(_AS_PROVISION.get(word, word))


class Levels:
    """The numbers that are open, outermost first, as (rank, value)."""

    def __init__(self) -> None:
        self.open: list[tuple[int, int]] = []

    def place(self, label: str, following: str, announced: int | None = None) -> int | None:
        """The level of a number, which is made the last of it; None if it is no number of a bill.

        `following` is the next label in the document, `announced` the level that the sentence
        before a quotation names.
        """
        ways = readings(label)
        if not ways:
            return None
        last = dict(self.open)
        best = max(ways, key=lambda way: self._fit(way, last, following, announced))
        self.open = [one for one in self.open if one[0] < best.rank] + [(best.rank, best.value)]
        return best.rank

    def _fit(
        self, way: Reading, last: dict[int, int], following: str, announced: int | None
    ) -> tuple[int, int, int]:
        """How well a reading goes on with what is open, then with what comes next, then whether
        it stands one level below."""
        deepest = self.open[-1][0] if self.open else -1
        if not self.open and announced is not None:
            fit = 3 if way.rank == announced else 0
        elif way.rank in last and way.value == last[way.rank] + 1:
            fit = 3
        elif way.rank > deepest and way.value == 1:
            fit = 3 if self.open else 2
        elif way.rank in last and way.value > last[way.rank]:
            fit = 1
        else:
            fit = 0
        after = readings(following) if following else []
        goes_on = Reading(way.rank, way.value + 1) in after
        below = 2 if way.rank == deepest + 1 else int(way.rank in last)
        return fit, int(goes_on), below
