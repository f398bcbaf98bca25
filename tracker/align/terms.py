"""The words of two drafts as numbers: what the likeness and the flow of words are computed from.

In: two outlines. Out: for each provision the terms of its own words (words and neighbouring word
pairs) as rows of a sparse matrix, and its words as a string of one character a word, on which
algorithms for characters compare words. What is inside a provision is added by a product with the
matrix of descent, so that nothing is counted twice.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from tracker.align.outline import Outline
from tracker.stems import stems

Floats = NDArray[np.float64]


class Side:
    """One draft's words: `own` and `text` hold the terms of each provision's heading and text, and
    of its text alone; `whole` the words of each with all inside it, one character a word."""

    def __init__(self, outline: Outline, numbers: dict[str, int]) -> None:
        self.outline = outline
        number = numbers.__getitem__
        self.headings = [list(map(number, words)) for words in outline.headings]
        self.texts = [list(map(number, words)) for words in outline.texts]

    @cached_property
    def descent(self) -> csr_matrix:
        """1 where the provision of the column is that of the row or stands inside it."""
        rows: list[int] = []
        columns: list[int] = []
        above: list[list[int]] = []
        for node in self.outline.nodes:
            holders = [node.place, *(above[node.parent] if node.parent >= 0 else ())]
            above.append(holders)
            rows.extend(holders)
            columns.extend([node.place] * len(holders))
        size = len(self.outline.nodes)
        return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(size, size))

    @cached_property
    def whole(self) -> list[str]:
        """The words of each provision and of everything inside it, one character a word."""
        # U+D800 to U+DFFF are no characters.
        found = [
            "".join([chr(n + 0x100 if n < 0xD700 else n + 0x900) for n in heading + text])
            for heading, text in zip(self.headings, self.texts, strict=True)
        ]
        for node in reversed(self.outline.nodes):
            inner = [found[child] for child in self.outline.children[node.place]]
            found[node.place] = "".join((found[node.place], *inner))
        return found


class Terms:
    """The terms of both drafts, numbered alike.

    `old_own`, `new_own`: one row a provision, the counts of its own terms, heading included;
    `old_text`, `new_text`: those of its text alone.
    """

    def __init__(self, old: Outline, new: Outline) -> None:
        of_stem: dict[str, int] = {}
        self.old, self.new = (Side(one, _numbers(one, of_stem)) for one in (old, new))
        sides = (self.old, self.new)
        lists = [one for side in sides for one in (*side.headings, *side.texts)]
        rows = np.repeat(np.arange(len(lists)), [len(one) for one in lists])
        flat = np.fromiter(chain.from_iterable(lists), dtype=np.int64)
        beside = rows[:-1] == rows[1:]
        pairs = flat[:-1][beside] * len(of_stem) + flat[1:][beside]
        beyond, columns = np.unique(pairs, return_inverse=True)
        self.size = len(of_stem) + len(beyond)
        terms = np.concatenate((flat, columns.ravel() + len(of_stem)))
        places = np.concatenate((rows, rows[:-1][beside]))
        counted = csr_matrix((np.ones(len(terms)), (places, terms)), (len(lists), self.size))
        ends = np.cumsum([0, len(old.nodes), len(old.nodes), len(new.nodes), len(new.nodes)])
        parts = [counted[a:b] for a, b in pairwise(ends.tolist())]
        self.old_text, self.new_text = parts[1], parts[3]
        self.old_own, self.new_own = parts[0] + parts[1], parts[2] + parts[3]

    @cached_property
    def old_whole(self) -> csr_matrix:
        """Rows as `old_own`, with the terms of everything inside."""
        return (self.old.descent @ self.old_own).tocsr()

    @cached_property
    def new_whole(self) -> csr_matrix:
        """Rows as `new_own`, with the terms of everything inside."""
        return (self.new.descent @ self.new_own).tocsr()


def _numbers(outline: Outline, of_stem: dict[str, int]) -> dict[str, int]:
    """The number of each word of a draft: that of its stem, alike for both drafts."""
    known = list(dict.fromkeys(chain.from_iterable((*outline.headings, *outline.texts))))
    return {
        word: of_stem.setdefault(stem, len(of_stem))
        for word, stem in zip(known, stems(known, outline.draft.language), strict=True)
    }


def worth(rows: csr_matrix) -> Floats:
    """What each term is worth: its idf, next to nothing for what stands nearly everywhere."""
    spread = np.bincount(rows.indices, minlength=rows.shape[1])
    weights: Floats = np.log((rows.shape[0] + 1) / (1 + spread)) + 0.05
    return weights
