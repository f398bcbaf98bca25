"""Whether a proposal was there before a draft.

In: the proposal's date, as exact as it is known, and those of the drafts. Out: `Order`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tracker.model import Draft

Order = Literal["earlier", "unclear", "later"]
"""The proposal is earlier than the draft, later, or its date does not tell."""


def order(date: str, drafts: Sequence[Draft], place: int) -> Order:
    """Whether a proposal of this date (`2012-10-31`, `2012-10`, `2012` or `""`) is earlier than
    the draft at `place`.

    Where the date does not tell, it is later than the first draft: proposals answer to a draft.
    """
    there = drafts[place].date[: len(date)]
    if date and date != there:
        return "earlier" if date < there else "later"
    return "unclear" if place else "later"


def aimed_at(date: str, drafts: Sequence[Draft]) -> int:
    """The place of the draft that a proposal of this date is about: the last that was there."""
    there = [place for place in range(len(drafts)) if order(date, drafts, place) == "later"]
    return max(there, default=0)
