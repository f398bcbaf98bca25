"""A long comparison cut into pages.

In: how much each card shows, in characters. Out: ranges of cards, one a page, none of them much
larger than the others; and which of them an address asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from web import shelf

FULL = 36_000
"""So many characters make a page."""

ONE_CARD = 600
"""What a card takes beside its words."""

ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page of a comparison is asked for: its number from 1; all on one page if `whole`; or
    the one that shows the link `at`."""

    number: int = 1
    whole: bool = True
    at: str = ""


def asked() -> Asked:
    """`?page=` and `?at=`; the first page without them."""
    at = shelf.text_asked("at")
    if request.args.get("page") == ALL:
        return Asked(at=at)
    return Asked(shelf.page_asked(), whole=False, at=at)


def cut(weights: Sequence[int], full: int) -> list[range]:
    """Cards in a row that fill a page each; a last page that would hold little goes with the one
    before it.

    >>> cut([30, 30, 30, 90, 10], 60), cut([], 60)
    ([range(0, 2), range(2, 5)], [range(0, 0)])
    """
    ends: list[int] = []
    held = 0
    for place, weight in enumerate(weights, 1):
        held += weight
        if held >= full:
            ends.append(place)
            held = 0
    if not ends or held * 3 > full:
        ends.append(len(weights))
    ends[-1] = len(weights)
    starts = [0, *ends[:-1]]
    return [range(*both) for both in zip(starts, ends, strict=True)]
