"""The lines of a document that say what it is: those of its first pages, and of its last.

In: a `Reading`. Out: `Front`, the lines with their pages; and `Told`, a value with where it was
read, which is what everything in this package gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from tracker.read import Reading

FIRST_PAGES = 3
FIRST_LINES = 60
LAST_LINES = 25
_TAG = re.compile(r"<[^<>]{0,5000}>")
_XML_HEAD = 30_000


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line that is not blank, without white space at its ends."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A value, and in words where it was read."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Front:
    """What is looked at: the lines of the first pages, the last lines, and all; of XML also the
    text with its marks."""

    head: tuple[PageLine, ...]
    tail: tuple[PageLine, ...]
    every: tuple[PageLine, ...]
    marked: str = ""

    @property
    def first(self) -> tuple[PageLine, ...]:
        """The lines of the first page that has any."""
        return tuple(line for line in self.head if line.page == self.head[0].page)


def front_of(reading: Reading) -> Front:
    """The lines that say what a document is; of XML, those between its tags."""
    pages = reading.pages
    marked = pages[0] if reading.format == "xml" and pages else ""
    if marked:
        pages = (unescape(_TAG.sub("\n", marked[:_XML_HEAD])),)
    every = tuple(_lines(pages))
    last = _third(every)
    head = tuple(line for line in every if line.page <= last)[:FIRST_LINES]
    return Front(head, every[-LAST_LINES:], every, marked)


def _third(lines: tuple[PageLine, ...]) -> int:
    """The page that ends the first pages; empty ones (the back of a cover) do not count."""
    pages = sorted({line.page for line in lines})[:FIRST_PAGES]
    return pages[-1] if pages else 0


def _lines(pages: tuple[str, ...]) -> Iterator[PageLine]:
    for number, page in enumerate(pages, 1):
        for line in page.split("\n"):
            text = " ".join(line.split())
            if text:
                yield PageLine(number, text)


def told(value: str, *lines: PageLine) -> Told:
    """A value that was read in these lines."""
    return Told(value, "; ".join(f"page {line.page}: “{shown(line.text)}”" for line in lines))


def shown(text: str, longest: int = 60) -> str:
    """A text short enough for a comment."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
