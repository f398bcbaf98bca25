"""Dates as the pages print them.

In: a date as the database keeps it. Out: the same in words, so that every page tells days in one
way; what is no whole date stays as it is, but for a month of a year.
"""

from __future__ import annotations

import re
from datetime import date

from tracker.store.records import DraftRow
from web import translation

_MONTH = re.compile(r"\d{4}-\d{2}")


def of_draft(draft: DraftRow) -> str:
    """When a draft is from as its manifest tells it to people (`mid-2023`), else the date in words:
    the date by which drafts are put in order may be more exact than what is known."""
    if draft.date_printed and draft.date_printed != draft.date:
        return draft.date_printed
    return in_words(draft.date)


def is_exact(draft: DraftRow) -> bool:
    """Whether its date may be given to the day."""
    return draft.date_printed in ("", draft.date, in_words(draft.date))


def in_words(told: str) -> str:
    """`2030-02-03` as `3 February 2030`, `2030-02` as `February 2030`, others unchanged."""
    month = _MONTH.fullmatch(told) is not None
    try:
        day = date.fromisoformat(f"{told}-01" if month else told)
    except ValueError:
        return told
    return translation.month(day) if month else translation.day(day)
