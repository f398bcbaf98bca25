"""Words that were deleted, kept so that they are known again when they come back.

In: each round's deleted words with what stood beside them, and each round's words that come from
nowhere. Out: which of these are deleted words that are back: because they stand again between the
same neighbours, because their whole provision is back (its thread says so), or because they are a
long run that stood nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from tracker.history.ages_match import PHRASE, Matching
from tracker.history.ages_runs import LONG, MOST_TRIED, in_order
from tracker.history.ages_text import NEW, Key, Text

MOST_PASSES = 8
"""Words that came back may be the neighbours of others; after so many passes all have been tried
that a text written by people has."""

MOST_LIVES = 32
"""Of runs that were deleted beside the same word, so many are tried, the last deleted first."""


@dataclass(frozen=True, slots=True)
class Dead:
    """A run of words deleted in one round: their codes and identities, and the identities of what
    stood before and after, None at the beginning or end of a heading or text."""

    codes: Sequence[int]
    ids: Sequence[int]
    sure: Sequence[bool]
    before: int | None
    after: int | None


@dataclass(slots=True)
class Graveyard:
    """All deleted words. `gone` are the identities of those that are not back."""

    gone: set[int] = field(default_factory=set)
    _dead: list[Dead] = field(default_factory=list)
    _beside: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    _stood: dict[Key, list[int]] = field(default_factory=dict)
    _fields: dict[tuple[int, ...], list[int]] = field(default_factory=dict)
    _grams: dict[tuple[int, ...], list[tuple[int, int]]] = field(default_factory=dict)

    def bury(self, text: Text, deleted: Sequence[bool]) -> list[int]:
        """Take in the words of a text that were deleted; gives their identities."""
        found: list[int] = []
        for key, start, end in text.fields():
            for first, last in _stretches(deleted, start, end):
                ids = text.ids[first:last]
                dead = Dead(
                    text.codes[first:last],
                    ids,
                    text.sure[first:last],
                    text.ids[first - 1] if first > start else None,
                    text.ids[last] if last < end else None,
                )
                self._keep(key, dead)
                found += ids
                if (first, last) == (start, end) and last - first >= PHRASE:
                    words = tuple(dead.codes)
                    self._fields.setdefault(words, []).append(len(self._dead) - 1)
        self.gone.update(found)
        return found

    def _keep(self, key: Key, dead: Dead) -> None:
        number = len(self._dead)
        self._dead.append(dead)
        self._stood.setdefault(key, []).append(number)
        for side, beside in (("before", dead.before), ("after", dead.after)):
            if beside is not None:
                self._beside.setdefault((side, beside), []).append(number)
        for at in range(len(dead.codes) - LONG + 1):
            there = self._grams.setdefault(tuple(dead.codes[at : at + LONG]), [])
            if len(there) < MOST_TRIED:
                there.append((number, at))

    def revive(self, matching: Matching, back: Iterable[tuple[Key, Set[Key], bool]]) -> list[int]:
        """Find deleted words among those that come from nowhere; gives their identities.

        Args:
            back: provisions that continue one which had been away: where they stand, where that
                and what was inside it stood, and whether this is sure.
        """
        if not self.gone:
            return []
        revival = _Revival(self, matching)
        revival.in_gaps()
        for key, former, sure in back:
            revival.of_provision(key, former, sure=sure)
        revival.whole_fields()
        revival.long_runs()
        revival.in_gaps()
        return revival.found

    def beside(self, before: int | None, after: int | None) -> Iterator[Dead]:
        """The runs that were deleted behind the one word or before the other, the last first."""
        numbers: set[int] = set()
        for side, beside in (("before", before), ("after", after)):
            if beside is not None:
                numbers.update(self._beside.get((side, beside), ())[-MOST_LIVES:])
        return (self._dead[number] for number in sorted(numbers, reverse=True))

    def stood_in(self, keys: Set[Key]) -> list[Dead]:
        """The runs that stood in these provisions when they were deleted."""
        return [self._dead[n] for key in sorted(keys) for n in self._stood.get(key, ())]

    def whole_field(self, codes: Sequence[int]) -> Dead | None:
        """The last deleted of the whole headings and texts with these words that is not back."""
        for number in reversed(self._fields.get(tuple(codes), ())):
            if self.gone.issuperset(self._dead[number].ids):
                return self._dead[number]
        return None

    def with_gram(self, gram: tuple[int, ...]) -> list[tuple[Dead, int]]:
        """The runs that hold these words, and where."""
        return [(self._dead[number], at) for number, at in self._grams.get(gram, ())]


class _Revival:
    """The search for one draft."""

    def __init__(self, graveyard: Graveyard, matching: Matching) -> None:
        self.found: list[int] = []
        self._graveyard = graveyard
        self._gone = graveyard.gone
        self._text = matching.new
        self._common = matching.common

    def in_gaps(self) -> None:
        """What stands again beside a word that was its neighbour."""
        text = self._text
        again = [(start, end) for _, start, end in text.fields()]
        for _ in range(MOST_PASSES):
            mended = []
            for start, end in again:
                gaps = list(self._gaps(start, end))
                # All of them are looked at, whatever the first ones give.
                if sum(self._in_gap(first, last, start, end) for first, last in gaps):
                    mended.append((start, end))
            again = mended
            if not again:
                break

    def _gaps(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        return _stretches([one == NEW for one in self._text.ids[start:end]], 0, end - start, start)

    def _in_gap(self, first: int, last: int, start: int, end: int) -> bool:
        text = self._text
        before = text.ids[first - 1] if first > start else None
        after = text.ids[last] if last < end else None
        revived = False
        for dead in self._graveyard.beside(before, after):
            both = dead.before == before and dead.after == after
            revived |= self._words_back(range(first, last), [dead], gap="both" if both else "one")
        return revived

    def of_provision(self, key: Key, former: Set[Key], *, sure: bool) -> None:
        """The words of a provision that had been away."""
        slot = self._text.slots[key]
        places = range(slot.start, slot.end)
        self._words_back(places, self._graveyard.stood_in(former), sure=sure)

    def whole_fields(self) -> None:
        """Headings and texts that are back as they were."""
        text = self._text
        for _, start, end in text.fields():
            if end - start >= PHRASE and all(one == NEW for one in text.ids[start:end]):
                codes = text.codes[start:end]
                dead = self._graveyard.whole_field(codes) if self._says(codes) else None
                for n, one in enumerate(dead.ids if dead else ()):
                    self._back(start + n, one, sure=dead is not None and dead.sure[n])

    def _words_back(
        self,
        places: Sequence[int],
        dead: Sequence[Dead],
        *,
        gap: Literal["none", "one", "both"] = "none",
        sure: bool = True,
    ) -> bool:
        """Match new words with deleted ones in their order; `gap` says whether they stand between
        the neighbours of the deleted ones or beside one of them."""
        text = self._text
        after = [j for j in places if text.ids[j] == NEW]
        before = [
            (run.codes[n], one, run.sure[n])
            for run in dead
            for n, one in enumerate(run.ids)
            if one in self._gone
        ]
        if not after or not before:
            return False
        codes, new = [one[0] for one in before], [text.codes[j] for j in after]
        blocks, fine = in_order(codes, new, self._common)
        whole = min(len(before), len(after))
        revived = False
        for i, j, length in blocks:
            says = gap == "both" and self._says(new[j : j + length])
            if gap == "none" or says or length == whole or length >= PHRASE:
                for (_, one, was_sure), place in zip(
                    before[i : i + length], after[j : j + length], strict=True
                ):
                    self._back(place, one, sure=sure and fine and was_sure)
                revived = True
        return revived

    def _says(self, codes: Sequence[int]) -> bool:
        return any(code not in self._common for code in codes)

    def _back(self, place: int, one: int, *, sure: bool) -> None:
        self._text.ids[place] = one
        self._text.sure[place] = sure
        self._gone.discard(one)
        self.found.append(one)

    def long_runs(self) -> None:
        """Runs that stood anywhere."""
        codes = self._text.codes
        for _, start, end in self._text.fields():
            for first, last in list(self._gaps(start, end)):
                at = first
                while at + LONG <= last:
                    best = self._longest(codes, at, last)
                    for n, one in enumerate(best):
                        self._back(at + n, one, sure=True)
                    at += len(best) or 1

    def _longest(self, codes: Sequence[int], at: int, last: int) -> Sequence[int]:
        """The identities of the longest run of deleted words that begins here."""
        best: Sequence[int] = ()
        for dead, start in self._graveyard.with_gram(tuple(codes[at : at + LONG])):
            n = 0
            while (
                at + n < last
                and start + n < len(dead.codes)
                and dead.codes[start + n] == codes[at + n]
                and dead.ids[start + n] in self._gone
            ):
                n += 1
            if n >= LONG and n > len(best):
                best = dead.ids[start : start + n]
        return best


def _stretches(
    flags: Sequence[bool], start: int, end: int, shift: int = 0
) -> Iterator[tuple[int, int]]:
    """The stretches of true flags between two places."""
    first = None
    for n in range(start, end):
        if flags[n]:
            first = n if first is None else first
        elif first is not None:
            yield first + shift, n + shift
            first = None
    if first is not None:
        yield first + shift, end + shift
