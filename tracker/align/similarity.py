"""How alike provisions are, in words.

In: the terms of both drafts, and the places of the provisions to look at. Out: the pairs worth
looking at, with their likeness (0 to 1). Candidates come from the cosine of idf-weighted words and
word pairs, in blocks so that memory stays bounded; the likeness of a candidate is the mean of that
cosine and of the word Indel similarity, which sees order. Words that stand everywhere weigh
nothing, so boilerplate attracts no links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist
from scipy.sparse import csr_matrix, vstack

from tracker.align.terms import Floats, Terms, worth

CANDIDATES = 6
"""How many partners are looked at for each provision, from either side."""

NEAR = 0.35
"""The least share of the best partner's cosine, from one side at least, that is worth a look."""

_BLOCK = 512

Scores = dict[tuple[int, int], float]
Places = NDArray[np.int64]


def likeness(terms: Terms, lefts: Sequence[int], rights: Sequence[int]) -> Scores:
    """The score (0 to 1) of every pair worth looking at, by the places of its ends: provisions of
    the older draft at `lefts`, with all inside them, against those of the newer at `rights`."""
    lefts, rights = _few_alike(lefts, terms.old.whole), _few_alike(rights, terms.new.whole)
    if not lefts or not rights:
        return {}
    old, new = weighed(terms.old_whole[lefts], terms.new_whole[rights])
    rows, columns, cosines = _candidates(old, new)
    here = [terms.old.whole[lefts[n]] for n in rows]
    there = [terms.new.whole[rights[n]] for n in columns]
    ordered = in_order(here, there)
    scores = (cosines + ordered) / 2
    return {
        (lefts[i], rights[j]): float(score)
        for i, j, score in zip(rows.tolist(), columns.tolist(), scores.tolist(), strict=True)
    }


def _few_alike(places: Sequence[int], whole: Sequence[str]) -> list[int]:
    """The places, with no more than `CANDIDATES` of the same words: what says the same as many
    others is told apart by its number and order, not by its words."""
    count: Counter[str] = Counter()
    kept = []
    for place in places:
        count[whole[place]] += 1
        if count[whole[place]] <= CANDIDATES:
            kept.append(place)
    return kept


def in_order(old: Sequence[str], new: Sequence[str]) -> Floats:
    """Word Indel similarity, text by text: 1 for equal, 0 for nothing in common."""
    if not old:
        return np.zeros(0)
    found: Floats = cpdist(
        old, new, scorer=Indel.normalized_similarity, workers=1, dtype=np.float64
    )
    return found


LIKE = 0.5
"""Texts with less word Indel similarity are no twins; half of it is all they get."""


def likeness_of(
    terms: Terms, lefts: Sequence[int], rights: Sequence[int], pairs: Sequence[tuple[int, int]]
) -> Scores:
    """The scores of these pairs of provisions, which `likeness` did not look at; `lefts` and
    `rights` are all that the words are weighed by."""
    here, there = terms.old.whole, terms.new.whole
    ordered = in_order([here[i] for i, _ in pairs], [there[j] for _, j in pairs])
    scores = ordered / 2
    twins = np.flatnonzero(ordered >= LIKE)
    if len(twins):
        weights = worth(vstack((terms.old_whole[lefts], terms.new_whole[rights])).tocsr())
        for start in range(0, len(twins), _BLOCK):
            block = twins[start : start + _BLOCK]
            old = _unit_rows(terms.old_whole[[pairs[n][0] for n in block]], weights)
            new = _unit_rows(terms.new_whole[[pairs[n][1] for n in block]], weights)
            scores[block] += np.asarray(old.multiply(new).sum(axis=1)).ravel() / 2
    return dict(zip(pairs, scores.tolist(), strict=True))


def weighed(old: csr_matrix, new: csr_matrix) -> tuple[csr_matrix, csr_matrix]:
    """Counts as idf-weighted rows of Euclidean length 1 (or 0 when empty)."""
    rows = vstack((old, new)).tocsr()
    rows = _unit_rows(rows, worth(rows))
    return rows[: old.shape[0]], rows[old.shape[0] :]


def _unit_rows(rows: csr_matrix, weights: Floats) -> csr_matrix:
    rows.data = (1 + np.log(rows.data)) * weights[rows.indices]
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows.data /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(rows.indptr))
    return rows


def _candidates(old: csr_matrix, new: csr_matrix) -> tuple[Places, Places, Floats]:
    """The pairs that are among the best `CANDIDATES` of either end, with their cosine."""
    turned = new.T.tocsr()
    forth: list[tuple[Places, Places, Floats]] = []
    back: list[tuple[Places, Places, Floats]] = []
    for start in range(0, old.shape[0], _BLOCK):
        block = (old[start : start + _BLOCK] @ turned).toarray()
        rows, columns = _best(block)
        forth.append((rows + start, columns, block[rows, columns]))
        columns, rows = _best(np.ascontiguousarray(block.T))
        back.append((rows + start, columns, block[rows, columns]))
    found = [np.concatenate(parts) for parts in zip(*forth, strict=True)]
    others = _first([np.concatenate(parts) for parts in zip(*back, strict=True)])
    rows, columns, values = (np.concatenate(x) for x in zip(found, others, strict=True))
    _, kept = np.unique(rows * new.shape[0] + columns, return_index=True)
    rows, columns, values = rows[kept], columns[kept], values[kept]
    near = _near(rows, values) | _near(columns, values)
    return rows[near], columns[near], values[near]


def _near(places: Places, values: Floats) -> NDArray[np.bool_]:
    """Whether a value is not far behind the best of its place."""
    best = np.zeros(int(places.max(initial=-1)) + 1)
    np.maximum.at(best, places, values)
    near: NDArray[np.bool_] = values >= NEAR * best[places]
    return near


def _first(found: list[NDArray[Any]]) -> list[NDArray[Any]]:
    """Of the pairs gathered block by block, the best `CANDIDATES` of each column."""
    rows, columns, values = found
    order = np.lexsort((rows, -values, columns))
    columns = columns[order]
    new = np.concatenate(([True], columns[1:] != columns[:-1])) if len(columns) else columns
    begins = np.flatnonzero(new)
    rank = np.arange(len(columns)) - np.repeat(begins, np.diff([*begins, len(columns)]))
    kept = order[rank < CANDIDATES]
    return [rows[kept], found[1][kept], values[kept]]


def _best(block: Floats) -> tuple[Places, Places]:
    """Row and column of the `CANDIDATES` greatest values above 0 of each row; of equal values the
    first ones, whatever the machine's way of sorting."""
    chosen = block > 0.0
    if block.shape[1] > CANDIDATES:
        least = np.partition(block, -CANDIDATES, axis=1)[:, -CANDIDATES, None]
        chosen &= block >= least
        for row in np.flatnonzero(np.count_nonzero(chosen, axis=1) > CANDIDATES):
            above = np.count_nonzero(block[row] > least[row])
            chosen[row, np.flatnonzero(block[row] == least[row])[CANDIDATES - above :]] = False
    rows, columns = np.nonzero(chosen)
    return rows.astype(np.int64), columns.astype(np.int64)
