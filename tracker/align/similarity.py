"""How alike two provisions are, in words.

In: two lists of word lists. Out: the pairs worth looking at, with their scores. Candidates come
from the cosine of idf-weighted words and word pairs, in sparse blocks so that memory stays bounded;
the score of a candidate is the mean of that cosine and of the word Indel similarity, which sees
order. Words that stand everywhere weigh nothing, so boilerplate attracts no links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from scipy.sparse import csr_matrix

CANDIDATES = 12
"""How many partners are looked at for each provision, from either side."""

_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Weights:
    """idf-weighted word and word-pair counts: one normalised row a text, and raw idf by term."""

    old: csr_matrix
    new: csr_matrix
    vocabulary: dict[Term, int]
    idf: NDArray[np.float64]


Term = tuple[str, ...]


class Text:
    """The words of a text, and its terms: words and neighbouring word pairs, counted once.

    >>> sorted(Text(["a", "b", "a"]).terms.items())
    [(('a',), 2), (('a', 'b'), 1), (('b',), 1), (('b', 'a'), 1)]
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    @cached_property
    def terms(self) -> Counter[Term]:
        """How often each term stands in the text."""
        counted: Counter[Term] = Counter((word,) for word in self.words)
        counted.update(pairwise(self.words))
        return counted


def weigh(old: Sequence[Text], new: Sequence[Text]) -> Weights:
    """Rows of idf-weighted terms for both sides, of Euclidean length 1 (or 0 when empty)."""
    vocabulary: dict[Term, int] = {}
    columns: list[int] = []
    counts: list[int] = []
    starts = [0]
    for text in (*old, *new):
        columns.extend([vocabulary.setdefault(term, len(vocabulary)) for term in text.terms])
        counts.extend(text.terms.values())
        starts.append(len(columns))
    at = np.array(columns, dtype=np.int64)
    spread = np.bincount(at, minlength=len(vocabulary))
    idf = np.log((len(starts)) / (1 + spread)) + 0.05
    values = (1 + np.log(np.array(counts, dtype=np.float64))) * idf[at]
    matrix = csr_matrix((values, at, np.array(starts)), shape=(len(starts) - 1, len(vocabulary)))
    matrix.sort_indices()
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix.data /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(matrix.indptr))
    return Weights(matrix[: len(old)], matrix[len(old) :], vocabulary, idf)


def candidates(weights: Weights) -> dict[tuple[int, int], float]:
    """The cosine of every pair that is among the best `CANDIDATES` of either of its ends."""
    found: dict[tuple[int, int], float] = {}
    for left, right, flip in (
        (weights.old, weights.new, False),
        (weights.new, weights.old, True),
    ):
        turned = right.T.tocsr()
        for start in range(0, left.shape[0], _BLOCK):
            block = (left[start : start + _BLOCK] @ turned).toarray()
            for row, column in _best(block):
                here, there = start + row, column
                found[(there, here) if flip else (here, there)] = float(block[row, column])
    return found


def _best(block: NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """The places of the `CANDIDATES` greatest values above 0 of each row; of equal values the first
    ones, whatever the machine's way of sorting."""
    wide = block.shape[1] > CANDIDATES
    least = np.partition(block, -CANDIDATES, axis=1)[:, -CANDIDATES] if wide else None
    for row, values in enumerate(block):
        if least is None or least[row] <= 0.0:
            chosen = np.flatnonzero(values > 0.0)
        else:
            above = np.flatnonzero(values > least[row])
            ties = np.flatnonzero(values == least[row])[: CANDIDATES - len(above)]
            chosen = np.concatenate((above, ties))
        for column in chosen:
            yield row, int(column)


class Encoder:
    """Words as single characters, so that character algorithms compare words."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def encode(self, text: Sequence[str]) -> str:
        """One character a word; the same word is the same character in every text."""
        codes = self._codes
        for word in set(text).difference(codes):
            number = 0x100 + len(codes)
            # U+D800 to U+DFFF are no characters.
            codes[word] = chr(number if number < 0xD800 else number + 0x800)
        return "".join([codes[word] for word in text])


def in_order(old: str, new: str) -> float:
    """Word Indel similarity of two encoded texts: 1 for equal, 0 for nothing in common."""
    return Indel.normalized_similarity(old, new)


def likeness(old: Sequence[Text], new: Sequence[Text]) -> dict[tuple[int, int], float]:
    """The score (0 to 1) of every pair worth looking at, by the places of its ends.

    >>> old, new = [Text(["the", "sea"]), Text(["free", "air"])], [Text(["free", "air"])]
    >>> round(likeness(old, new)[1, 0], 3)
    1.0
    """
    encoder = Encoder()
    left = [encoder.encode(text.words) for text in old]
    right = [encoder.encode(text.words) for text in new]
    return {
        (i, j): (cosine + in_order(left[i], right[j])) / 2
        for (i, j), cosine in sorted(candidates(weigh(old, new)).items())
    }
