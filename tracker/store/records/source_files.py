"""A page of the file that a draft was read from.

In: rows of the database. Out: records.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Furniture
from tracker.store.records.drafts import SourceRow

Words = tuple[int, int]
"""A stretch of a page's text: the first character, and the first one outside."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a page holds of one provision, and of the remarks beside it."""

    provision_id: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SourcePages:
    """How many pages a file has (1 where its format has none), and whether it is `kept`, so that
    they can be shown."""

    sha256: str
    format: str
    count: int
    kept: bool

    @property
    def printed(self) -> bool:
        """Whether its pages are those of a print."""
        return self.format == "pdf" or self.count > 1


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Page `number` of `pages` (of a format without pages: 1 of 1) with its text as it was read;
    `kept` says that the bytes of the file are in the database, so that the page can be shown."""

    source: SourceRow
    number: int
    pages: int
    text: str
    kept: bool
    passages: tuple[Passage, ...]
    furniture: tuple[Furniture, ...]

    @property
    def printed(self) -> bool:
        """Whether it is a page of a print."""
        return self.source.format == "pdf" or self.pages > 1
