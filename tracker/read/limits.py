"""What no draft has, and a file that is made to break readers does.

In: what a file says of itself. Out: nothing, or the `ReadError` that says in one line what is too
much. A few kilobytes can name one note a million times, base a style on itself, or print a number
of a megabyte before each paragraph; the limits are far above what the longest acts need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from tracker.errors import ReadError

MOST_CHARACTERS = 20_000_000
MOST_LINES = 500_000
"""Of one document; the longest acts have some 2 million characters."""
LONGEST_LABEL = 200
"""Characters of the number that a list prints before a paragraph."""
LONGEST_CHAIN = 100
"""Styles of which each is based on the next; templates have some ten."""

Style = TypeVar("Style")


def refuse_much(characters: int, lines: int, name: str) -> None:
    """Refuse a document that unfolds to more than `MOST_CHARACTERS` or `MOST_LINES`."""
    if characters > MOST_CHARACTERS:
        what = f"{MOST_CHARACTERS:,} characters"
    elif lines > MOST_LINES:
        what = f"{MOST_LINES:,} lines"
    else:
        return
    raise ReadError(
        f"{name}: the document unfolds to more than {what}; it is hostile or not a draft, give the "
        "draft alone"
    )


def refuse_label(label: str, name: str) -> None:
    """Refuse the number of a paragraph that is longer than `LONGEST_LABEL`."""
    if len(label) > LONGEST_LABEL:
        raise ReadError(
            f"{name}: a list prints a number of more than {LONGEST_LABEL} characters "
            f"({label[:20]!r}…); the file is damaged or hostile, get it again"
        )


def based_on(
    styles: Mapping[str, Style], key: str, parent: Callable[[Style], str], name: str
) -> list[Style]:
    """A style and those it is based on, the most particular first; a ring ends where it closes.

    Raises:
        ReadError: more than `LONGEST_CHAIN` styles.

    >>> based_on({"a": "b", "b": "a"}, "a", str, "x.docx")
    ['b', 'a']
    """
    found: dict[str, Style] = {}
    while key in styles and key not in found:
        if len(found) == LONGEST_CHAIN:
            raise ReadError(
                f"{name}: more than {LONGEST_CHAIN} styles, each based on the next (to {key!r}); "
                "the file is damaged or hostile, get it again"
            )
        found[key] = styles[key]
        key = parent(found[key])
    return list(found.values())


@contextmanager
def shallow(name: str) -> Iterator[None]:
    """Refuse a file whose notes, boxes, cells and changes stand in each other without end.

    Raises:
        ReadError: Python came to the end of its stack.
    """
    try:
        yield
    except RecursionError as error:
        raise ReadError(
            f"{name}: notes, boxes, cells or tracked changes nested too deep in each other; the "
            "file is damaged or hostile, get it again"
        ) from error
