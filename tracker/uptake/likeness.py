"""Which provisions of a draft are about what a proposal is about.

In: the old words of a proposal, and a draft. Out: for each provision that shares a rare one, in how
many places new words could stand that are as near to the proposal as this one. Words that match in
the very provision that a proposal would change match less by chance than in any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log, sqrt

from tracker.uptake.words import Words

RARE = 0.05
"""The share of the provisions in which a word may stand that still says what one is about."""

FEW = 6
"""Provisions in which it may stand however short the draft is."""


class Likeness:
    """The provisions of a draft by their rare words. `all` counts the draft's new words."""

    def __init__(self, texts: Sequence[Words], new: Sequence[int]) -> None:
        self._new = new
        self.all = sum(new)
        there: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for word in dict.fromkeys(text.found):
                there[word].append(place)
        most = max(FEW, RARE * len(texts))
        self._there = {word: places for word, places in there.items() if len(places) <= most}
        self._weight = {w: log((len(texts) + 1) / len(p)) ** 2 for w, p in self._there.items()}
        self._length = [1.0] * len(texts)
        for word, places in self._there.items():
            for place in places:
                self._length[place] += self._weight[word]

    def rooms(self, said: Iterable[str]) -> dict[int, int]:
        """For each provision that shares a rare word: how many new words stand in provisions that
        are at least as like."""
        likeness: dict[int, float] = defaultdict(float)
        for word in sorted(self._there.keys() & set(said)):
            for place in self._there[word]:
                likeness[place] += self._weight[word] / sqrt(self._length[place])
        found: dict[int, int] = {}
        room = 0
        for place, _ in sorted(likeness.items(), key=lambda one: (-one[1], one[0])):
            room += self._new[place]
            found[place] = max(1, room)
        return found
