"""Where a text and a draft have words in common.

In: the words of a text, and a draft. Out: `Stretch`es, as long as they can be, found by an index of
short phrases. What repeats itself is looked for at its first places only, and the work is bounded,
so that a page of one line printed 2,000 times takes no longer than another page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.uptake.words import Phrase, Read, Words, phrases

SEED = 3
"""Words in a row that make one look closer."""

MOST = 16
"""Places of a phrase in a draft that are looked at; of one that stands more often, the first place
in both texts."""

REPEATED = 6
"""Such phrases one after the other that are a passage which repeats itself. Fewer are words that
everybody uses: a stretch with any rarer phrase beside them is found by that."""

QUOTE = 4
"""Words in a row that quote something."""

OFTEN = 100
"""Places of a phrase that still tell which provision is quoted."""

WORK = 32
"""Words that are compared for each word of a text, before every further stretch is cut short."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """`length` words from word `at` of a text that are those from word `there` of the provision
    with the number `place` in its draft."""

    place: int
    at: int
    there: int
    length: int


class Index:
    """A draft's words by the short phrases they stand in."""

    def __init__(self, read: Read) -> None:
        self.texts = [text.found for text in read.texts]
        self._places: dict[Phrase, list[tuple[int, int]]] = defaultdict(list)
        for place, found in enumerate(self.texts):
            for there, phrase in enumerate(phrases(found, SEED)):
                self._places[phrase].append((place, there))

    def places(self, phrase: Phrase) -> Sequence[tuple[int, int]]:
        """Provision and word where a phrase stands; all places, in the order of the draft."""
        return self._places.get(phrase, ())

    def stretches(
        self, text: Words, fresh: bytearray, new: Sequence[bytearray]
    ) -> tuple[list[Stretch], bool]:
        """All stretches that hold a word that is fresh in the text and new in the draft, and
        whether one may be missing: the work had an end, or a whole passage stands so often that
        only its first places were looked at."""
        found: list[Stretch] = []
        seen: dict[tuple[int, int], int] = {}
        often: set[Phrase] = set()
        in_row, touched, repeated = 0, False, False
        work = WORK * len(text) + 10_000
        for at, phrase in enumerate(phrases(text.found, SEED)):
            places = self.places(phrase)
            is_fresh = any(fresh[at : at + SEED])
            in_row, touched = (
                (in_row + 1, touched or is_fresh) if len(places) > MOST else (0, False)
            )
            repeated = repeated or (touched and in_row >= REPEATED)
            if not is_fresh:
                continue
            if len(places) > MOST:
                places = () if phrase in often else places[:1]
                often.add(phrase)
            for place, there in places:
                if seen.get((place, there - at), -1) >= at:
                    continue
                marks = zip(fresh[at : at + SEED], new[place][there : there + SEED], strict=True)
                if not any(a and b for a, b in marks):
                    continue
                if work <= 0:
                    return found, True
                stretch = self._grown(text.found, place, at, there)
                work -= stretch.length
                seen[place, there - at] = stretch.at + stretch.length - SEED
                found.append(stretch)
        return found, repeated

    def _grown(self, text: Sequence[str], place: int, at: int, there: int) -> Stretch:
        """The longest stretch around a phrase that stands at `at` and `there`."""
        other = self.texts[place]
        start, first = at, there
        while start and first and text[start - 1] == other[first - 1]:
            start, first = start - 1, first - 1
        end, last = at + SEED, there + SEED
        while end < len(text) and last < len(other) and text[end] == other[last]:
            end, last = end + 1, last + 1
        return Stretch(place, start, first, end - start)

    def quotations(self, text: Words) -> list[Stretch]:
        """The provisions that a text quotes, as stretches of at least `QUOTE` words; none for
        a word of the text that a provision quoted more fully has already."""
        votes: dict[int, float] = defaultdict(float)
        hits: dict[int, int] = defaultdict(int)
        starts: dict[Phrase, list[int]] = defaultdict(list)
        for at, phrase in enumerate(phrases(text.found, SEED)):
            starts[phrase].append(at)
        for phrase in starts:
            places = self.places(phrase)
            for place, _ in places if len(places) <= OFTEN else ():
                votes[place] += 1 / len(places)
                hits[place] += 1
        tried = [place for place in votes if 4 * hits[place] >= self._less(text, place)]
        free = bytearray(b"\1" * len(text))
        found = []
        for place in sorted(tried, key=lambda p: (-votes[p], p)):
            inside = list(self._quoted(text.found, place, starts, free))
            words = sum(stretch.length for stretch in inside)
            if 2 * words >= self._less(text, place):
                found += inside
                for stretch in inside:
                    free[stretch.at : stretch.at + stretch.length] = bytes(stretch.length)
        return found

    def _less(self, text: Words, place: int) -> int:
        return min(len(text), len(self.texts[place]))

    def _quoted(
        self,
        text: Sequence[str],
        place: int,
        starts: dict[Phrase, list[int]],
        free: bytearray,
    ) -> Iterator[Stretch]:
        """From left to right the longest stretches that a provision shares with the free words."""
        there: dict[int, list[int]] = defaultdict(list)
        for start, phrase in enumerate(phrases(self.texts[place], SEED)):
            for at in starts.get(phrase, ())[:MOST]:
                if free[at] and len(there[at]) < MOST:
                    there[at].append(start)
        end = 0
        for at in sorted(there):
            if at >= end and there[at]:
                lengths = [self._length(text, place, at, start, free) for start in there[at]]
                longest = max(lengths)
                if longest >= QUOTE:
                    yield Stretch(place, at, there[at][lengths.index(longest)], longest)
                    end = at + longest

    def _length(self, text: Sequence[str], place: int, at: int, there: int, free: bytearray) -> int:
        other = self.texts[place]
        most = min(len(text) - at, len(other) - there)
        for n in range(most):
            if not free[at + n] or text[at + n] != other[there + n]:
                return n
        return most
