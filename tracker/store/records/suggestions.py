"""What somebody who types may mean."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.store.records.drafts import DraftRow, ProvisionRow


@dataclass(frozen=True, slots=True)
class HeadingFound:
    """A provision whose heading has the words, as it stands in the last draft that has it."""

    negotiation_id: str
    language: str
    symbol: str
    provision: ProvisionRow


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a text may be the beginning of.

    `drafts`: those of that symbol or name, an exact symbol first; `headings`: provisions under
    such a heading; `words`: the text with its last word completed, what occurs most first;
    `instead`: the text with unknown words replaced by known ones that are spelt alike, `""`
    without any.
    """

    drafts: tuple[DraftRow, ...] = ()
    headings: tuple[HeadingFound, ...] = ()
    words: tuple[str, ...] = ()
    instead: str = ""
