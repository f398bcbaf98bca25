"""Which words of the text as it stood are which words of the next draft.

In: the text as it stood, the next draft's, and the links between their provisions. Out: for each
word of the draft the place of the same word in the text before. First inside what is linked, with
the parts of a split or a merger together; then what went across levels; then what is left inside
linked provisions and all they hold; at last runs of words that are found in any other provision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.align import SURE
from tracker.diff.changes import CROSSED
from tracker.history.ages_runs import LONG, anywhere, in_order
from tracker.history.ages_text import Key, Slot, Text, common
from tracker.model import Link

FEW = 4
"""Words from which on a run is the same words in another part of a linked provision."""

FEW_COPIES = 3
"""A run that stood so often may be known by itself, if it does not stand more often now."""

PHRASE = 3
"""Words from which on a whole heading or text is known by itself, or a run by where it stands."""

NEAR = 60
"""So many words beside others that moved are looked at."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between a provision of the text as it stood and one of the draft."""

    old: Key
    new: Key
    crossed: bool
    sure: bool

    @classmethod
    def of(cls, link: Link, old: Key, new: Key) -> Tie:
        """The tie that a link makes."""
        sure = bool(link.decided) or link.score >= SURE
        return cls(old, new, link.relation in CROSSED, sure)


class Matching:
    """The words of a draft against those of the text before. `source` says for each word of the
    draft where it stood, -1 if nowhere; `taken` which words of the text before were found."""

    def __init__(self, old: Text, new: Text) -> None:
        self.old = old
        self.new = new
        self.source = [-1] * len(new.codes)
        self.taken = bytearray(len(old.codes))
        self.common = common(old, new)
        self._counted: dict[int, Grams] = {}

    def run(self, ties: Sequence[Tie]) -> None:
        """Match all words."""
        plain = [tie for tie in ties if not tie.crossed]
        for group in _groups(plain):
            self._match_group(group)
        for tie in ties:
            if tie.crossed:
                # A heading may say the first words of the text once more.
                for headings in False, True:
                    olds, news = (
                        text.whole(key, headings=headings)
                        for text, key in ((self.old, tie.old), (self.new, tie.new))
                    )
                    self._match(olds, news, sure=tie.sure)
        self._match_inside(ties)
        self._match_fields()
        self._match_anywhere()

    def unmatched(self, places: Iterable[int]) -> list[int]:
        """Of these words of the draft those that come from nowhere so far."""
        return [j for j in places if self.source[j] < 0]

    def _match_group(self, group: Sequence[Tie]) -> None:
        """Provisions that are linked with each other, directly or over others."""
        olds = _slots(self.old, (tie.old for tie in group))
        news = _slots(self.new, (tie.new for tie in group))
        sure = all(tie.sure for tie in group)
        for slot in _headings, _texts:
            self._match(
                [i for one in olds for i in slot(one)],
                [j for one in news for j in slot(one)],
                sure=sure,
            )
        if len(group) > 1:
            for tie in group:
                old, new = self.old.slots[tie.old], self.new.slots[tie.new]
                self._match(_texts(old), _texts(new), sure=tie.sure)

    def _match(
        self, olds: Iterable[int], news: Iterable[int], *, sure: bool, least: int = 1
    ) -> None:
        """Match what is left of some words with what is left of others, in their order."""
        before = [i for i in olds if not self.taken[i]]
        after = self.unmatched(news)
        if not before or not after:
            return
        one = [self.old.codes[i] for i in before]
        other = [self.new.codes[j] for j in after]
        blocks, fine = (
            ([(0, 0, len(one))], True) if one == other else in_order(one, other, self.common)
        )
        for i, j, length in blocks:
            telling = least == 1 or (
                length >= least and self._grams(least, 1).telling(before, i, length)
            )
            if telling:
                self._take(before[i : i + length], after[j : j + length], sure=sure and fine)

    def _grams(self, size: int, most: int) -> Grams:
        if size not in self._counted:
            self._counted[size] = Grams(self.old, self.new, size, most)
        return self._counted[size]

    def _take(self, olds: Sequence[int], news: Sequence[int], *, sure: bool) -> None:
        for i, j in zip(olds, news, strict=True):
            self.source[j] = i
            self.taken[i] = 1
            self.new.ids[j] = self.old.ids[i]
            self.new.sure[j] = sure and self.old.sure[i]

    def _match_inside(self, ties: Sequence[Tie]) -> None:
        """What is left of linked provisions with all they hold, the innermost first."""
        for tie in sorted(ties, key=lambda x: -x.new[1].count("__")):
            self._match(self.old.whole(tie.old), self.new.whole(tie.new), sure=tie.sure, least=FEW)

    def _match_fields(self) -> None:
        """Whole headings and texts that stand in another provision, and only once in both."""
        before: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        after: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for text, free, found in (
            (self.old, [not taken for taken in self.taken], before),
            (self.new, [source < 0 for source in self.source], after),
        ):
            for _, start, end in text.fields():
                if end - start >= PHRASE and all(free[start:end]):
                    found.setdefault(tuple(text.codes[start:end]), []).append((start, end))
        for words, (first, *more) in after.items():
            there = before.get(words, ())
            if not more and len(there) == 1:
                self._take(range(*there[0]), range(*first), sure=True)

    def _match_anywhere(self) -> None:
        """Long runs wherever they stood, if something in them is rare: what all provisions say is
        no sign that words moved."""
        one = [-1 if gone else code for code, gone in zip(self.old.codes, self.taken, strict=True)]
        other = [
            code if source < 0 else -2
            for code, source in zip(self.new.codes, self.source, strict=True)
        ]
        if max(one, default=-1) < 0 or max(other, default=-2) < 0:
            return
        grams = self._grams(LONG, FEW_COPIES)

        def telling(start: int, end: int) -> bool:
            return grams.telling(range(start, end), 0, end - start)

        for i, j, length in anywhere(one, other, least=LONG, telling=telling):
            self._take(range(i, i + length), range(j, j + length), sure=True)
            self._match_beside((i, i + length), (j, j + length))

    def _match_beside(self, old: tuple[int, int], new: tuple[int, int]) -> None:
        """What stands on both sides of words that moved may have moved with them, edited."""
        for step in -1, 1:
            i, j = (old[0] - 1, new[0] - 1) if step < 0 else (old[1], new[1])
            olds: list[int] = []
            news: list[int] = []
            while 0 <= i < len(self.taken) and not self.taken[i] and len(olds) < NEAR:
                olds.append(i)
                i += step
            while 0 <= j < len(self.source) and self.source[j] < 0 and len(news) < NEAR:
                news.append(j)
                j += step
            one, other = (
                [text.codes[n] for n in row] for text, row in ((self.old, olds), (self.new, news))
            )
            blocks, _ = in_order(one, other, self.common)
            for a, b, length in blocks:
                if length >= PHRASE:
                    self._take(olds[a : a + length], news[b : b + length], sure=True)


class Grams:
    """How often each run of `size` words stands in a text: at most `most` times, and not more often
    in the next one, if it is to tell where words come from."""

    def __init__(self, text: Text, following: Text, size: int, most: int) -> None:
        self._size = size
        self._most = most
        self._grams = _grams(text.codes, size)
        self._counts = Counter(self._grams)
        self._after = Counter(_grams(following.codes, size))

    def telling(self, places: Sequence[int], start: int, length: int) -> bool:
        """Whether something in a run is rare. The run is `places[start:]`, of this length; where it
        leaps in the text, nothing is said."""
        return any(
            places[n + self._size - 1] - places[n] == self._size - 1
            and self._rare(self._grams[places[n]])
            for n in range(start, start + length - self._size + 1)
        )

    def _rare(self, gram: tuple[int, ...]) -> bool:
        count = self._counts[gram]
        return count == 1 or (count <= self._most and self._after[gram] <= count)


def _grams(codes: Sequence[int], size: int) -> list[tuple[int, ...]]:
    return list(zip(*(codes[n:] for n in range(size)), strict=False))


def _slots(text: Text, keys: Iterable[Key]) -> list[Slot]:
    """The slots of these provisions, each once, in the order of the text."""
    return sorted((text.slots[key] for key in {*keys}), key=lambda x: (x.start, x.end))


def _headings(slot: Slot) -> range:
    return range(slot.start, slot.middle)


def _texts(slot: Slot) -> range:
    return range(slot.middle, slot.end)


def _groups(ties: Sequence[Tie]) -> list[list[Tie]]:
    """The ties that hang together, over any number of provisions, in the order of the first."""
    leader: dict[tuple[str, Key], tuple[str, Key]] = {}

    def lead(end: tuple[str, Key]) -> tuple[str, Key]:
        while leader.setdefault(end, end) != end:
            leader[end] = leader[leader[end]]
            end = leader[end]
        return end

    for tie in ties:
        leader[lead(("old", tie.old))] = lead(("new", tie.new))
    found: dict[tuple[str, Key], list[Tie]] = {}
    for tie in ties:
        found.setdefault(lead(("new", tie.new)), []).append(tie)
    return list(found.values())
