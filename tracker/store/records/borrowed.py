"""What the last draft has of earlier instruments, and what it left out of that.

In: rows of the database. Out: records. Offsets count in the text of the provision beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tracker.model import PrecedentFile
from tracker.store.records.drafts import DraftRow, ProvisionRow

Verdict = Literal["same words", "other words", "in part", "usual phrases", "not taken over"]
Became = Literal["kept", "left out", "reworded", "elsewhere", "not counted"]


@dataclass(frozen=True, slots=True)
class Named:
    """A provision with what it is called in print."""

    provision: ProvisionRow
    called: str


@dataclass(frozen=True, slots=True)
class PieceRow:
    """What became of some words of a provision: `instead` is what the draft has in their place,
    `elsewhere` the provision of the draft that has exactly these words."""

    start: int
    end: int
    became: Became
    words: int
    instead: str
    elsewhere: Named | None


@dataclass(frozen=True, slots=True)
class OriginRow:
    """A provision of the draft: `taken` of its `words` words are those of the `sources`; `runs` are
    where they stand."""

    provision: ProvisionRow
    called: str
    article_id: str
    words: int
    taken: int
    is_new: bool
    sure: bool
    runs: tuple[tuple[int, int], ...]
    sources: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """What became of a provision of an earlier instrument: `kept` of its `words` words stand in
    `into`, which have `added` words besides; `pieces` are its words in order, empty where it was
    not taken over."""

    provision: ProvisionRow
    called: str
    verdict: Verdict
    words: int
    kept: int
    added: int
    sure: bool
    pieces: tuple[PieceRow, ...]
    into: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What became of an article of an earlier instrument, by its parts. `namesake` is an article of
    the draft with a like heading, where nothing was taken over."""

    provision: ProvisionRow
    called: str
    verdict: Verdict
    words: int
    kept: int
    sure: bool
    namesake: Named | None
    parts: tuple[PartRow, ...]

    @property
    def into(self) -> tuple[Named, ...]:
        """The provisions of the draft that took over any part of it, each once."""
        found = {one.provision.id: one for part in self.parts for one in part.into}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class LostRow:
    """Words that protect, from `start` to `end` of a provision of an earlier instrument, and are
    not in `into`, which took over `share` of the words of its article. `whole` says that nothing of
    the provision was taken over."""

    provision: ProvisionRow
    called: str
    article: ProvisionRow
    start: int
    end: int
    matched: str
    whole: bool
    instead: str
    share: float
    sure: bool
    into: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Borrowing:
    """What the last draft has of one earlier instrument. `lost` means nothing where
    `safeguards_looked_at` is False. `units` are the articles of the draft by id."""

    file: PrecedentFile
    precedent: DraftRow
    draft: DraftRow
    share_of_precedent: float
    share_of_draft: float
    safeguards_looked_at: bool
    articles: tuple[ArticleRow, ...]
    lost: tuple[LostRow, ...]
    origins: tuple[OriginRow, ...]
    units: Mapping[str, Named]


@dataclass(frozen=True, slots=True)
class BorrowedPage:
    """What the last draft has of each earlier instrument; `missing` are those whose files were not
    there. `analysed` says whether it was looked at."""

    analysed: bool
    borrowings: tuple[Borrowing, ...]
    missing: tuple[PrecedentFile, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside some provisions: how many proposals surely and possibly match words that
    entered them, and the names of earlier instruments from which they come, by title."""

    surely: int
    possibly: int
    origins: tuple[tuple[str, tuple[str, ...]], ...]
