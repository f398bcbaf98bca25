"""How sure a link is: the share of links with the same evidence that are right.

In: two outlines, all links, and the flow of words. Out: for each link a probability, by a logistic
regression over the evidence. The weights were fitted, by `scripts/calibrate_align.py`, on texts
changed by that script's own mutations and on lineage that authors published.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import vstack

from tracker.align.flow import Shares
from tracker.align.outline import Outline
from tracker.align.pairs import SINGLES, Pair, Pairs
from tracker.align.similarity import Scores
from tracker.align.terms import Floats, Terms, worth

NAMES = (
    "bias",
    "words",
    "words by worth",
    "ahead of the runner-up",
    "parents linked",
    "no parents",
    "neighbours linked",
    "in order",
    "captions alike",
    "captions differ",
    "same number",
    "length",
    "most went or came",
    "least went or came",
    "made by the flow of words",
    "levels differ",
)

WEIGHTS: tuple[float, ...] = (
    -7.56,  # bias
    5.73,  # words
    1.54,  # words by worth
    1.03,  # ahead of the runner-up
    1.50,  # parents linked
    1.33,  # no parents
    -0.37,  # neighbours linked
    4.78,  # in order
    2.31,  # captions alike
    -1.25,  # captions differ
    0.84,  # same number
    1.37,  # length
    1.63,  # most went or came
    0.62,  # least went or came
    1.48,  # made by the flow of words
    3.56,  # levels differ
)

LITTLE = 0.08
"""Two provisions that have less in common, by worth, and are not called alike share what all
provisions say, which makes no link."""

FEW, OWN, ALIKE = 6, 0.05, 0.7
"""A term in no more than `FEW` provisions of both drafts is a provision's own. With less than `OWN`
of their worth in such terms in common, and less than `ALIKE` in all words, two provisions share
what many say."""

OTHERWISE = 0.3
"""As `LITTLE`, for two that are each called something, without a word in common: another offence
between the same opening and closing words is another offence."""

NEAR = 0.5
"""How alike names must be to be called alike."""

NEAREST = 6
"""How many provisions away a linked one is looked for."""

_BLOCK = 512
"""Links weighed at a time: of one long text linked to many, each takes a row as long as it."""

SAME = 0.9
"""The least probability of a link between the same words, between two provisions without any, and
between the one title of each draft."""


class Evidence:
    """What speaks for the links of two drafts."""

    def __init__(
        self,
        old: Outline,
        new: Outline,
        terms: Terms,
        pairs: Pairs,
        shares: Shares,
    ) -> None:
        self._old, self._new, self._pairs, self._shares = old, new, pairs, shares
        weights = worth(vstack((terms.old_own, terms.new_own)).tocsr())
        own = np.where(_spread(terms) <= FEW, weights, 0.0)
        self._by_worth, self._own = _shared(terms, pairs, (weights, own))
        self._ranked = pairs.ranked()
        self._links = len(pairs.all)
        self._rivals: dict[tuple[int, int], float] = {}

    def of(self, pair: Pair) -> tuple[float, ...]:
        """The evidence for a link, in the order of `NAMES`."""
        i, j = pair.old, pair.new
        here, there = self._old.nodes[i], self._new.nodes[j]
        words = min(1.0, self._pairs.scores.get((i, j), 0.0 if pair.flowed else pair.score))
        rival = self._rival(pair)
        orphans = here.parent < 0 and there.parent < 0
        both = bool(self._old.captions[i] and self._new.captions[j])
        alike = self._pairs.captions.get((i, j), 0.0)
        went, came = self._shares.went(i, j), self._shares.came(i, j)
        length = min(self._old.length(i), self._new.length(j))
        return (
            1.0,
            words,
            self._by_worth[pair.old, pair.new],
            words - rival,
            float(self._parents(pair)),
            float(orphans),
            self._neighbours(pair) / 2,
            self._in_order(pair),
            alike,
            float(both and alike < NEAR),
            float(bool(self._old.number(i)) and self._old.number(i) == self._new.number(j)),
            math.log10(1 + length) / 2,
            max(went, came),
            min(went, came),
            float(pair.flowed),
            float(here.level != there.level),
        )

    def _rival(self, pair: Pair) -> float:
        """The greatest likeness of either end to another that it is not linked to."""
        if self._links != len(self._pairs.all):  # some were dropped
            self._links, self._rivals = len(self._pairs.all), {}
        i, j, linked = pair.old, pair.new, self._pairs.linked
        if (0, i) not in self._rivals:
            others = self._ranked.of_old.get(i, ())
            self._rivals[0, i] = next((s for s, other in others if not linked(i, other)), 0.0)
        if (1, j) not in self._rivals:
            others = self._ranked.of_new.get(j, ())
            self._rivals[1, j] = next((s for s, other in others if not linked(other, j)), 0.0)
        return max(self._rivals[0, i], self._rivals[1, j])

    def _next_like(self, pair: Pair) -> float:
        """The greatest likeness of either end to any other, linked to it or not."""
        to_old = next((s for s, j in self._ranked.of_old.get(pair.old, ()) if j != pair.new), 0.0)
        to_new = next((s for s, i in self._ranked.of_new.get(pair.new, ()) if i != pair.old), 0.0)
        return max(to_old, to_new)

    def _parents(self, pair: Pair) -> bool:
        """Whether what holds the one became what holds the other."""
        above, there = self._old.nodes[pair.old].parent, self._new.nodes[pair.new].parent
        return above >= 0 and there >= 0 and self._pairs.linked(above, there)

    def _neighbours(self, pair: Pair) -> int:
        """How many of the two neighbours, before and after, are linked on both sides."""
        beside = zip(self._old.beside(pair.old), self._new.beside(pair.new), strict=True)
        return sum(
            any(p.new == b and p is not pair for p in self._pairs.of_old.get(a, ()))
            for a, b in beside
            if a is not None
        )

    def _in_order(self, pair: Pair) -> float:
        """How well the link stands in the order of those around it: for the nearest linked
        provision before, and after, of the same level, 1 where it stands as far away in the newer
        draft as in the older, less the more that differs; the mean of both sides. The beginning and
        the end of both drafts stand for linked provisions."""
        level = self._old.nodes[pair.old].level
        if level != self._new.nodes[pair.new].level:
            return 0.0
        here, there = self._old.rank(pair.old), self._new.rank(pair.new)
        row, last = self._old.levels[level], len(self._new.levels[level])
        total = 0.0
        for step in (-1, 1):
            for away in range(1, NEAREST + 1):
                at = here + step * away
                if 0 <= at < len(row):
                    found = [
                        step * (self._new.rank(p.new) - there)
                        for p in self._pairs.of_old.get(row[at], ())
                        if self._new.nodes[p.new].level == level
                    ]
                else:
                    found = [there + 1 if step < 0 else last - there]
                if found:
                    far = min((abs(x - away) if x >= 0 else NEAREST) for x in found)
                    total += max(0.0, 1 - far / NEAREST)
                    break
        return total / 2

    def probability(self, pair: Pair) -> float:
        """How probable the link is, 0 to 1."""
        words = self._pairs.scores.get((pair.old, pair.new), 0.0)
        silent = not self._old.length(pair.old) and not self._new.length(pair.new)
        found = probability(self.of(pair))
        single = self._old.nodes[pair.old].level in SINGLES and not pair.flowed
        if words > 0.9999 or silent or single:
            return max(found, SAME)
        common = self._by_worth[pair.old, pair.new]
        alike = self._pairs.captions.get((pair.old, pair.new), 0.0)
        usual = self._own[pair.old, pair.new] < OWN and words < ALIKE
        if common < LITTLE and alike < NEAR:
            return 0.0
        return 0.0 if (common < OTHERWISE or usual) and self._named_otherwise(pair) else found

    def _named_otherwise(self, pair: Pair) -> bool:
        """Whether both, or the units in which they stand, are called something, and have no word
        of it in common."""
        i, j = pair.old, pair.new
        if not (self._old.captions[i] and self._new.captions[j]):
            i, j = self._old.units[i], self._new.units[j]
        if i < 0 or j < 0 or (self._pairs.linked(i, j) and i != pair.old):
            return False
        called = bool(self._old.captions[i] and self._new.captions[j])
        return called and not self._pairs.captions.get((i, j), 0.0)

    def said(self, pair: Pair) -> list[str]:
        """The evidence in words, the strongest kind first."""
        i, j = pair.old, pair.new
        here, there = self._old.nodes[i], self._new.nodes[j]
        said = list(pair.evidence)
        words = self._pairs.scores.get((i, j))
        silent = not self._old.length(i) and not self._new.length(j)
        if silent:
            said.append("neither has any words")
        elif words is not None and words > 0.9999:
            same = self._old.printed(i) == self._new.printed(j) or (
                self._old.words(i) == self._new.words(j)
            )
            said.append("the words are the same" if same else "the words are nearly the same")
        elif words is not None:
            said.append(f"likeness of the words {min(1.0, words):.2f}")
        heading = here.provision.heading
        if heading and heading == there.provision.heading:
            said.append("same heading")
        elif self._pairs.captions.get((i, j), 0.0) >= NEAR:
            said.append("called alike")
        if self._parents(pair):
            said.append(f"what holds it became {_name(self._new, there.parent)}")
        if self._neighbours(pair):
            said.append("its neighbours belong together")
        number = self._old.number(i)
        if number and number == self._new.number(j) and here.level == there.level:
            said.append("same number")
        if words is not None and not silent and self._next_like(pair) < words / 2:
            said.append("nothing else is half as like it")
        return said


def _name(outline: Outline, place: int) -> str:
    """What a provision is called, with the basic unit that it stands in."""
    one = outline.nodes[place].provision
    unit = outline.units[place]
    name = one.num or one.heading or one.eid
    if unit not in (-1, place) and outline.nodes[unit].provision.num:
        name = f"{outline.nodes[unit].provision.num}, {name}"
    return name.replace(";", ",")


def _spread(terms: Terms) -> NDArray[np.int64]:
    """In how many provisions of both drafts each term stands."""
    rows = vstack((terms.old_own, terms.new_own)).tocsr()
    return np.bincount(rows.indices, minlength=rows.shape[1])


def _shared(terms: Terms, pairs: Pairs, weighings: Sequence[Floats]) -> list[Scores]:
    """For each link the share of both texts that they have in common (Dice), by each of several
    weighings of terms."""
    old, new = terms.old_whole, terms.new_whole
    worths = [(old @ weights, new @ weights) for weights in weighings]
    found: list[Scores] = [{} for _ in weighings]
    for start in range(0, len(pairs.all), _BLOCK):
        ends = [(p.old, p.new) for p in pairs.all[start : start + _BLOCK]]
        lefts, rights = [i for i, _ in ends], [j for _, j in ends]
        least = old[lefts].minimum(new[rights])
        for weights, (here, there), shares in zip(weighings, worths, found, strict=True):
            total = here[lefts] + there[rights]
            common = 2 * (least @ weights)
            share = np.divide(common, total, out=np.zeros(len(ends)), where=total > 0)
            shares.update(zip(ends, share.tolist(), strict=True))
    return found


def probability(evidence: tuple[float, ...]) -> float:
    """The share of links with this evidence that are right."""
    total = math.fsum(w * x for w, x in zip(WEIGHTS, evidence, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
