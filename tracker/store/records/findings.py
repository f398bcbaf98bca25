"""What a reader should know of the changes between two drafts.

In: rows of the database. Out: records of findings, each with the words that show it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindingWords:
    """Words of a provision that show a finding, on the `old` or the `new` side; they stand at
    `[start, end)` of its heading or text, both None where they stand in several provisions."""

    side: str
    provision_id: str
    field: str
    start: int | None
    end: int | None
    text: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding in one sentence. `link_id` is the change that it is of, `places` are all links of
    which the same is told, that one first; `also` are further kinds of the same change. `first`:
    among the ten to see first. What is not `certain` says `why`. `thread_id` is that of the
    provision, the newer one if there is one; `covered` is False where one of the documents covers
    only part of the text, so that what came or went may just not be in it. `old_id` and `new_id`
    are the provisions of the link, None for the one that is not there."""

    link_id: str
    comparison_id: str
    rank: int
    first: bool
    kind: str
    sentence: str
    certain: bool
    why: str
    also: tuple[str, ...]
    places: tuple[str, ...]
    words: tuple[FindingWords, ...]
    thread_id: str | None
    covered: bool
    old_id: str | None = None
    new_id: str | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Its kind and the others of the same change."""
        return (self.kind, *self.also)


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """The findings between two drafts in the order of telling; `looked` is False where the drafts
    were not looked at yet, so that none are there for another reason than that nothing changed."""

    looked: bool
    findings: tuple[FindingRow, ...] = ()
