"""The rounds of a negotiation as answers call them.

In: the drafts of a negotiation in one language, and the names of their rounds. Out: `Rounds`: short
names for a text ("Zero draft"), symbols for data, and the names of provisions in each draft.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from tracker.model import NOT_OFFICIAL, Draft, Provision
from tracker.precedent.names import Names

WIDTH = 100
"""Columns that a line of an answer has."""


class Rounds:
    """The drafts of a negotiation in their order; a place counts them from 0."""

    def __init__(self, drafts: Sequence[Draft], named: Sequence[str] = ()) -> None:
        """`named` has a name for each draft, `""` for one that has none."""
        self.drafts = tuple(drafts)
        self.named = tuple(named) or ("",) * len(drafts)
        self.places = {draft.symbol: place for place, draft in enumerate(drafts)}
        alike = Counter(self.named)
        # A name that two rounds share would not tell which is meant.
        self.called = tuple(
            name if name and alike[name] == 1 else draft.symbol
            for name, draft in zip(self.named, drafts, strict=True)
        )
        self._names: dict[int, Names] = {}

    def __len__(self) -> int:
        return len(self.drafts)

    @cached_property
    def provisions(self) -> tuple[Mapping[str, Provision], ...]:
        """For each draft, its provisions by eId."""
        return tuple({one.eid: one for one in draft.provisions} for draft in self.drafts)

    def the(self, place: int) -> str:
        """A round inside a sentence; a symbol needs no article."""
        called = self.called[place]
        return called if called == self.drafts[place].symbol else f"the {called}"

    def name(self, place: int, eid: str) -> str:
        """A provision as it is called in one draft: "Article 5(2)(a)", "recital 3"."""
        if place not in self._names:
            self._names[place] = Names(self.drafts[place])
        return self._names[place].spoken(eid)

    def titled(self, place: int, eid: str) -> str:
        """The same with the heading of the provision, or of the article that it stands in."""
        name = self.name(place, eid)
        heading = self._names[place].heading(eid)
        return name + (f" “{heading}”" if heading else "")

    def data(self) -> list[dict[str, object]]:
        """The rounds as JSON-ready data."""
        return [
            {
                "symbol": draft.symbol,
                "name": name,
                "date": draft.date,
                "standing": draft.source.standing,
                "partial": draft.partial,
            }
            for draft, name in zip(self.drafts, self.named, strict=True)
        ]

    def warnings(self) -> Iterator[str]:
        """What a reader of any answer must know of the drafts."""
        for standing in NOT_OFFICIAL:
            some = [n for n, one in enumerate(self.drafts) if one.source.standing == standing]
            if some:
                who = "All drafts here are" if len(some) == len(self) else f"{self.listed(some)}:"
                yield f"{who} {standing}s, not the official text{'s' * (len(some) > 1)}."
        partial = [n for n, one in enumerate(self.drafts) if one.partial]
        if partial:
            yield (
                f"{self.listed(partial)} {'covers' if len(partial) == 1 else 'cover'} only part of "
                "the text: words in a provision that a draft does not cover may be older than said."
            )

    def listed(self, places: Sequence[int]) -> str:
        """Rounds in a row of names."""
        names = [self.called[place] for place in places]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    def told(self, text: str) -> str:
        """A text with the warnings below it."""
        notes = [wrapped(line) for line in self.warnings()]
        return "\n\n".join([text, "\n".join(notes)]) if notes else text


def number(count: int, one: str, several: str = "") -> str:
    """A count in words.

    >>> number(1, "word"), number(2000, "word")
    ('1 word', '2,000 words')
    """
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def times(count: int) -> str:
    """How often, in words.

    >>> times(1), times(2), times(3)
    ('once', 'twice', '3 times')
    """
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """A text in lines that a terminal shows whole, with what stands before the first of them and
    before each of the rest."""
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
