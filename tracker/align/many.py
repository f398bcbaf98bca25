"""What one-to-one links cannot say: splits, merges, demotions and promotions.

In: two outlines and their one-to-one links. Out: more links, and the relation of those concerned.
A provision that stayed alone is looked for inside what its neighbours in likeness left over: the
words of the older text that its one partner did not take (a split), the words of the newer text
that did not come from its one partner (a merge), and across levels (demoted, promoted).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from tracker.align.outline import Outline
from tracker.align.pairs import Pair, Pairs
from tracker.align.similarity import CANDIDATES, Term, Text, likeness, weigh
from tracker.model import Relation

INSIDE = 0.5
"""The least idf-weighted share of a provision that must be found in what another left over."""

ACROSS = 0.45
"""The least likeness of provisions of different levels."""

FEWEST_WORDS = 5
"""Shorter provisions are not looked for inside others: they are found everywhere."""


def split_and_merged(old: Outline, new: Outline, pairs: Pairs) -> None:
    """Link the unlinked to what they were split from or merged into, level by level."""
    for level in old.levels:
        if level not in new.levels or level == "container":
            continue
        if all(i in pairs.of_old for i in old.levels[level]) and all(
            j in pairs.of_new for j in new.levels[level]
        ):
            continue
        texts = _Texts(old, new, old.levels[level], new.levels[level])
        _find(texts, pairs, "split")
        _find(texts, pairs, "merged")


class _Texts:
    """The texts of one level as counted terms, and what each term is worth (its idf): boilerplate
    is worth next to nothing."""

    def __init__(
        self,
        old: Outline,
        new: Outline,
        lefts: Sequence[int],
        rights: Sequence[int],
        texts: tuple[Sequence[Text], Sequence[Text]] | None = None,
    ) -> None:
        before, after = texts or (old.texts, new.texts)
        weights = weigh([before[i] for i in lefts], [after[j] for j in rights])
        self._idf = weights.idf
        self._vocabulary = weights.vocabulary
        self.old = {i: before[i].terms for i in lefts}
        self.new = {j: after[j].terms for j in rights}
        self.length_old = {i: len(old.whole[i]) for i in lefts}
        self.length_new = {j: len(new.whole[j]) for j in rights}

    def worth(self, counted: Mapping[Term, int]) -> float:
        """The total worth of counted terms."""
        columns = [self._vocabulary[t] for t in counted]
        return math.fsum(self._idf[columns] * np.fromiter(counted.values(), dtype=float))

    def share(self, part: Counter[Term], whole: Counter[Term]) -> float:
        """The share of `part`, by worth, that is found in `whole`."""
        common = {t: min(n, whole[t]) for t, n in part.items() if t in whole}
        total = self.worth(part)
        return self.worth(common) / total if total and common else 0.0

    def holders(
        self, parts: Mapping[int, Counter[Term]], wholes: Mapping[int, Counter[Term]]
    ) -> dict[int, list[int]]:
        """For each part the wholes that might hold `INSIDE` of it: an upper bound, in one go."""
        if not parts or not wholes:
            return {}
        left = self._matrix(parts.values(), shares=True)
        right = self._matrix(wholes.values(), shares=False)
        product = (left @ right.T).tocsr()
        keys, found = list(wholes), {}
        for row, part in enumerate(parts):
            at = slice(product.indptr[row], product.indptr[row + 1])
            bounds, columns = product.data[at], product.indices[at]
            usable = [(-b, keys[int(c)]) for b, c in zip(bounds, columns, strict=True)]
            likely = sorted((round(b, 6), key) for b, key in usable if -b >= INSIDE - 1e-9)
            found[part] = [key for _, key in likely[:CANDIDATES]]
        return found

    def _matrix(self, rows: Iterable[Counter[Term]], *, shares: bool) -> csr_matrix:
        starts: list[int] = [0]
        columns: list[int] = []
        values: list[float] = []
        for counted in rows:
            row = sorted((self._vocabulary[t], n) for t, n in counted.items())
            total = self.worth(counted) if shares else 1.0
            columns.extend(c for c, _ in row)
            values.extend(self._idf[c] * n / total if shares and total else 1.0 for c, n in row)
            starts.append(len(columns))
        shape = (len(starts) - 1, len(self._idf))
        return csr_matrix(
            (np.array(values), np.array(columns, dtype=np.int64), np.array(starts)), shape
        )


def _find(texts: _Texts, pairs: Pairs, relation: Relation) -> None:
    """Splits: newer provisions that stand alone, in what older ones left over. Merges: mirrored."""
    split = relation == "split"
    here, there = (texts.new, texts.old) if split else (texts.old, texts.new)
    length = texts.length_new if split else texts.length_old
    linked_here, linked_there = (
        (pairs.of_new, pairs.of_old) if split else (pairs.of_old, pairs.of_new)
    )
    alone = {x: here[x] for x in here if x not in linked_here and length[x] >= FEWEST_WORDS}
    taken = {y: there[y] for y in there if y in linked_there}
    whose = "older text that went nowhere else" if split else "newer text from nowhere else"
    left_over: dict[int, Counter[Term]] = {}
    for x, holders in texts.holders(alone, taken).items():
        best: tuple[float, int] | None = None
        for y in holders:
            if y not in left_over:
                left_over[y] = Counter(there[y])
                for pair in linked_there[y]:
                    left_over[y] -= here.get(pair.new if split else pair.old, Counter())
            share = texts.share(alone[x], left_over[y])
            if share >= INSIDE and (best is None or share > best[0]):
                best = (share, y)
        if best is None:
            continue
        share, y = best
        for pair in linked_there[y]:
            pair.relation = pair.relation or relation
        said = [f"{share:.0%} of its words are those of the {whose}"]
        i, j = (y, x) if split else (x, y)
        pairs.add(Pair(i, j, share, relation, said))
        del left_over[y]


def lists(old: Outline, new: Outline, pairs: Pairs) -> None:
    """Link the points of a list that was one sentence to that sentence, and the mirror of it: the
    words of a provision that now stand in points inside it, or stood in points and no longer do."""
    if not any(bool(new.children[p.new]) != bool(old.children[p.old]) for p in pairs.all):
        return
    every = [Text(own) for own in old.own], [Text(own) for own in new.own]
    worth = _Texts(old, new, range(len(old.nodes)), range(len(new.nodes)), every)
    for pair in list(pairs.all):
        apart = [c for c in new.children[pair.new] if c not in pairs.of_new]
        if apart and not old.children[pair.old]:
            rest = worth.old[pair.old] - worth.new[pair.new]
            for child in apart:
                share = worth.share(worth.new[child], rest)
                if share >= INSIDE and new.own[child]:
                    said = ["its words stood in the text of what holds it"]
                    pairs.add(Pair(pair.old, child, share, "split", said))
        gone = [c for c in old.children[pair.old] if c not in pairs.of_old]
        if gone and not new.children[pair.new]:
            rest = worth.new[pair.new] - worth.old[pair.old]
            for child in gone:
                share = worth.share(worth.old[child], rest)
                if share >= INSIDE and old.own[child]:
                    said = ["its words stand in the text of what held it"]
                    pairs.add(Pair(child, pair.new, share, "merged", said))


def across_levels(old: Outline, new: Outline, pairs: Pairs) -> None:
    """Link what stayed alone to provisions of other levels: demoted and promoted."""
    _across(old, new, pairs, demoted=True)
    _across(old, new, pairs, demoted=False)


def _ranked(outline: Outline) -> dict[int, int]:
    """The places of units (rank 0) and of what is inside them (rank 1, 2, …)."""
    found = {}
    for node in outline.nodes:
        if node.level == "unit":
            found[node.place] = 0
        elif node.level.startswith("inner") and outline.nodes[node.parent].level != "attachment":
            found[node.place] = node.depth
    return found


def _across(old: Outline, new: Outline, pairs: Pairs, *, demoted: bool) -> None:
    ranks_old, ranks_new = _ranked(old), _ranked(new)
    if demoted:
        lefts = [i for i in ranks_old if i not in pairs.of_old]
        rights = [j for j in ranks_new if ranks_new[j] > 0]
    else:
        lefts = [i for i in ranks_old if ranks_old[i] > 0]
        rights = [j for j in ranks_new if j not in pairs.of_new]
    lefts = [i for i in lefts if len(old.whole[i]) >= FEWEST_WORDS]
    rights = [j for j in rights if len(new.whole[j]) >= FEWEST_WORDS]
    if not lefts or not rights:
        return
    scores = likeness([old.texts[i] for i in lefts], [new.texts[j] for j in rights])
    ranked = sorted(
        ((score, lefts[i], rights[j]) for (i, j), score in scores.items() if score >= ACROSS),
        key=lambda x: (-x[0], x[1], x[2]),
    )
    used: set[tuple[bool, int]] = set()
    for score, i, j in ranked:
        deeper = ranks_new[j] > ranks_old[i]
        if ranks_new[j] == ranks_old[i] or deeper != demoted:
            continue
        if (True, i) in used or (False, j) in used:
            continue
        if not _whole_into(old, new, pairs, i, j):
            continue
        used |= {(True, i), (False, j)}
        name: Relation = "demoted" if demoted else "promoted"
        pairs.add(Pair(i, j, score, name, ["its words stand at another level"]))
        _inner_go_along(old, new, pairs, i, j, name)


def _whole_into(outer: Outline, inner: Outline, pairs: Pairs, i: int, j: int) -> bool:
    """Whether `i` of `outer` and all inside it went to `j` of `inner` and nothing else did.

    What came to stand as several provisions was merged, not demoted; mirrored for promotions.
    """
    forth, back = (pairs.of_old, pairs.of_new)
    inside_i, inside_j = {i, *outer.descendants(i)}, {j, *inner.descendants(j)}
    return all(p.old in inside_i for d in inside_j for p in back.get(d, ())) and all(
        p.new in inside_j for d in inside_i for p in forth.get(d, ())
    )


def _inner_go_along(
    old: Outline, new: Outline, pairs: Pairs, i: int, j: int, relation: Relation
) -> None:
    """What is inside a demoted or promoted provision went the same way."""
    inside: Iterable[Pair]
    if relation == "demoted":
        for d in old.descendants(i):
            if d not in pairs.of_old:
                text = f"inside what became {new.nodes[j].provision.eid}"
                pairs.add(Pair(d, j, pairs.scores.get((d, j), 0.5), relation, [text]))
        inside = [p for p in pairs.of_new[j] if p.old in set(old.descendants(i))]
    else:
        for d in new.descendants(j):
            if d not in pairs.of_new:
                text = f"inside what was {old.nodes[i].provision.eid}"
                pairs.add(Pair(i, d, pairs.scores.get((i, d), 0.5), relation, [text]))
        inside = [p for p in pairs.of_old[i] if p.new in set(new.descendants(j))]
    for pair in inside:
        pair.relation = relation
