"""Where the words went: how much of each provision of the older draft came to stand in each of the
newer one.

In: the terms of both drafts and the one-to-one links. Out: more links, between texts that are
contained in what other texts left over, and the shares of every provision's words, with all inside
it, that went to and came from every other. Each word goes to one place only: what a link's texts
have in common is taken first, then the rest is given out, the greatest share first. Terms are
weighed by their idf, so boilerplate is worth next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from tracker.align.pairs import Pair, Pairs
from tracker.align.terms import Floats, Terms, worth

INSIDE = 0.5
"""The least share of a text, by worth, that must be found in what another left over."""

FEWEST_WORDS = 5
"""Shorter texts are not looked for inside others: they are found everywhere."""

OUTSIDE, FEWEST_OUTSIDE = 0.6, 12
"""The same two where one of the texts is a recital, say, and the other stands in an article."""

SAID = 0.3
"""Of links with less likeness no words are said to have gone that way."""

REWORDED = 0.4
"""The share of a text that may have been exchanged for other words when all of it went one way."""

HOLDERS = 8
"""In how many others the words of a text are looked for."""

Row = dict[int, float]


class Flow:
    """The words of both drafts on their way.

    `found` are the links made of what was left over, with the share that made them. Shares are of
    text, headings apart.
    """

    def __init__(self, terms: Terms, pairs: Pairs) -> None:
        self.found: list[Pair] = []
        self._terms = terms
        self._texts = (terms.old_text, terms.new_text)
        self._idf = worth(vstack(self._texts).tocsr())
        self._worth = tuple(text @ self._idf for text in self._texts)
        self._length = tuple(
            np.array([len(one) for one in side.texts]) for side in (terms.old, terms.new)
        )
        self._matched: dict[tuple[int, int], float] = {}
        self._rest = self._take_common(pairs)
        self._rows: tuple[dict[int, Row], dict[int, Row]] = ({}, {})

    def _take_common(self, pairs: Pairs) -> tuple[csr_matrix, csr_matrix]:
        """Give the words that linked texts have in common to the links; what is left of each."""
        said = [(p.old, p.new) for p in pairs.all if p.score >= SAID]
        said = [(i, j) for i, j in said if self._length[0][i] and self._length[1][j]]
        ends = np.array(said, dtype=np.int64).reshape(-1, 2)
        common = self._texts[0][ends[:, 0]].minimum(self._texts[1][ends[:, 1]]).tocsr()
        for pair, matched in zip(said, (common @ self._idf).tolist(), strict=True):
            self._matched[pair] = matched
        rest = []
        for side, text in enumerate(self._texts):
            shape = (text.shape[0], len(said))
            at = csr_matrix((np.ones(len(said)), (ends[:, side], np.arange(len(said)))), shape)
            left = (text - at @ common).tocsr()
            left.data[left.data < 0] = 0
            left.eliminate_zeros()
            rest.append(left)
        return rest[0], rest[1]

    def give_out_the_rest(self, pairs: Pairs, usable: tuple[NDArray[np.bool_], ...]) -> None:
        """Link texts that are contained in what others left over, the greatest share first."""
        likely = self._holders(usable) | self._lists(pairs)
        waiting = [(-self._share(i, j), i, j) for i, j in sorted(likely)]
        waiting = [one for one in waiting if -one[0] >= INSIDE]
        heapify(waiting)
        while waiting:
            before, i, j = heappop(waiting)
            share = self._share(i, j)
            if share < self._least(i, j):
                continue
            if share < -before - 1e-9:
                heappush(waiting, (-share, i, j))
                continue
            went = self._value(self._common(i, j)) >= (share - 1e-9) * self._worth[0][i]
            self._take(i, j)
            if not pairs.linked(i, j):
                said = "of its words stand there" if went else "of the words there come from it"
                evidence = [f"{share:.0%} {said}"]
                self.found.append(Pair(i, j, share, evidence=evidence, flowed=True))

    def _least(self, i: int, j: int) -> float:
        """The least share that makes a link."""
        old, new = self._terms.old.outline, self._terms.new.outline
        outside = old.units[i] < 0 or new.units[j] < 0
        if not outside or old.nodes[i].level == new.nodes[j].level:
            return INSIDE
        # Recitals say in short what articles say.
        short = min(self._length[0][i], self._length[1][j]) < FEWEST_OUTSIDE
        return 2.0 if short else OUTSIDE

    def _holders(self, usable: tuple[NDArray[np.bool_], ...]) -> set[tuple[int, int]]:
        """Pairs of which one might hold `INSIDE` of the other: an upper bound, in one go."""
        found: set[tuple[int, int]] = set()
        left = [np.asarray(rest @ self._idf) for rest in self._rest]
        for side in (0, 1):
            long = self._length[side] >= FEWEST_WORDS
            parts = np.flatnonzero(usable[side] & long & (left[side] >= INSIDE * self._worth[side]))
            wholes = np.flatnonzero(
                usable[1 - side] & (self._length[1 - side] >= FEWEST_WORDS) & (left[1 - side] > 0)
            )
            if not len(parts) or not len(wholes):
                continue
            shares = self._rest[side][parts].copy()
            each = np.repeat(self._worth[side][parts], np.diff(shares.indptr))
            shares.data = shares.data * self._idf[shares.indices] / each
            holds = self._rest[1 - side][wholes].copy()
            holds.data = np.ones(len(holds.data))
            bounds = (shares @ holds.T).tocsr()
            for row, part in enumerate(parts.tolist()):
                at = slice(bounds.indptr[row], bounds.indptr[row + 1])
                near = bounds.data[at] >= INSIDE - 1e-9
                likely = sorted(
                    zip(
                        (-bounds.data[at][near]).round(6).tolist(),
                        wholes[bounds.indices[at][near]].tolist(),
                        strict=True,
                    )
                )
                for _, whole in likely[:HOLDERS]:
                    found.add((part, whole) if side == 0 else (whole, part))
        return found

    def _lists(self, pairs: Pairs) -> set[tuple[int, int]]:
        """A text and the points of a list that it became, or that became it, however short."""
        found: set[tuple[int, int]] = set()
        old, new = self._terms.old.outline, self._terms.new.outline
        for pair in pairs.all:
            if self._length[0][pair.old] and not old.children[pair.old]:
                inside = (j for j in new.children[pair.new] if j not in pairs.of_new)
                found |= {(pair.old, j) for j in inside if self._length[1][j]}
            if self._length[1][pair.new] and not new.children[pair.new]:
                inside = (i for i in old.children[pair.old] if i not in pairs.of_old)
                found |= {(i, pair.new) for i in inside if self._length[0][i]}
        return found

    def _row(self, side: int, place: int) -> Row:
        """What is left of a text, term by term."""
        rows = self._rows[side]
        if place not in rows:
            rest = self._rest[side]
            at = slice(rest.indptr[place], rest.indptr[place + 1])
            rows[place] = dict(zip(rest.indices[at].tolist(), rest.data[at].tolist(), strict=True))
        return rows[place]

    def _common(self, i: int, j: int) -> Row:
        here, there = self._row(0, i), self._row(1, j)
        if len(here) > len(there):
            here, there = there, here
        return {term: min(n, there[term]) for term, n in here.items() if term in there}

    def _value(self, counted: Row) -> float:
        return float(sum(n * self._idf[term] for term, n in sorted(counted.items())))

    def _share(self, i: int, j: int) -> float:
        """The greater of the shares that what both have left makes of either."""
        common = self._value(self._common(i, j))
        return max(
            common / whole if whole else 0.0 for whole in (self._worth[0][i], self._worth[1][j])
        )

    def _take(self, i: int, j: int) -> None:
        common = self._common(i, j)
        self._matched[i, j] = self._matched.get((i, j), 0.0) + self._value(common)
        for row in (self._row(0, i), self._row(1, j)):
            for term, n in common.items():
                row[term] -= n
                if row[term] <= 0:
                    del row[term]

    def shares(self) -> Shares:
        """The shares of what every provision holds that went to, and came from, every other."""
        ends = np.array(list(self._matched), dtype=np.int64).reshape(-1, 2)
        matched = np.fromiter(self._matched.values(), dtype=float, count=len(self._matched))
        size = (self._texts[0].shape[0], self._texts[1].shape[0])
        given: list[csr_matrix] = []
        for side in (0, 1):
            total = np.bincount(ends[:, side], weights=matched, minlength=size[side])
            # A text went there whole though words of it were exchanged, up to `REWORDED`.
            whole = np.minimum(self._worth[side], total / (1 - REWORDED))
            part = np.divide(
                matched, total[ends[:, side]], out=np.zeros(len(matched)), where=matched > 0
            )
            mass = part * whole[ends[:, side]]
            flow = csr_matrix((mass, (ends[:, 0], ends[:, 1])), size)
            given.append((self._terms.old.descent @ flow @ self._terms.new.descent.T).tocsr())
        whole = [
            side.descent @ worth
            for side, worth in zip((self._terms.old, self._terms.new), self._worth, strict=True)
        ]
        return Shares(_by_row(given[0], whole[0]), _by_column(given[1], whole[1]))


class Shares:
    """`went(i, j)`: the share of what `i` holds that went to `j`; `came(i, j)`: the share of what
    `j` holds that came from `i`."""

    def __init__(self, went: dict[tuple[int, int], float], came: dict[tuple[int, int], float]):
        self._went, self._came = went, came

    def went(self, i: int, j: int) -> float:
        return self._went.get((i, j), 0.0)

    def came(self, i: int, j: int) -> float:
        return self._came.get((i, j), 0.0)

    def pairs(self) -> Iterable[tuple[int, int]]:
        """Every two provisions between which words went, in order."""
        return sorted(self._went.keys() | self._came.keys())


def _by_row(matrix: csr_matrix, whole: Floats) -> dict[tuple[int, int], float]:
    found = matrix.tocoo()
    values = found.data / np.where(whole[found.row] > 0, whole[found.row], 1.0)
    return dict(
        zip(zip(found.row.tolist(), found.col.tolist(), strict=True), values.tolist(), strict=True)
    )


def _by_column(matrix: csr_matrix, whole: Floats) -> dict[tuple[int, int], float]:
    found = matrix.tocoo()
    values = found.data / np.where(whole[found.col] > 0, whole[found.col], 1.0)
    return dict(
        zip(zip(found.row.tolist(), found.col.tolist(), strict=True), values.tolist(), strict=True)
    )
