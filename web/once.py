"""Words of the interface that one page says thousands of times, looked up once for it.

In: a function that looks them up. Out: the same, which does so for the first who asks on a page and
remembers it for the others.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from flask import g
from flask_babel import get_locale

T = TypeVar("T")


def once_a_page(look_up: Callable[[], T]) -> Callable[[], T]:
    """`look_up`, called once for each page; outside of pages each time."""
    key = f"{look_up.__module__}.{look_up.__qualname__}"

    @wraps(look_up)
    def known() -> T:
        if not g:
            return look_up()
        kept = g.setdefault("once_a_page", {})
        if key not in kept:
            kept[key] = look_up()
        return cast(T, kept[key])

    return known


@once_a_page
def language() -> str:
    """The language of the interface as a page says it, English where there is no page."""
    locale = get_locale()
    return str(locale).replace("_", "-") if locale is not None else "en"
