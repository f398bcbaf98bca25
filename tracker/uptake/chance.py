"""How many matches one would expect by chance.

In: the drafts before, the draft in question and other texts. Out: the surprise of words in a row.

A proposal has m new words. The draft has n, in the provisions that are at least as like the old
words of the proposal as the one in question (`tracker.uptake.likeness`). If the two had nothing to
do with each other, the words w1 … wk would match about

    E = m · n · P(w1) · P(w2 | w1) · … · P(wk | wk-1)

times: m · n pairs of places to begin at, each with the probability that a writer on this subject
goes on with just these words. The probabilities are bigram frequencies of the drafts before and of
the background, mixed with word frequencies as Witten and Bell do; the frequencies of single words
are also those of the draft in question, whose subjects may be new. Each pair of words that may have
been exchanged inside a match makes it likelier by the number of ways to exchange them.

Words hang together over more than two, and E is too small for set phrases. Proposals were held
against texts on other subjects: matches become rarer with about the cube root of E. So E to the
power of 0.35 is told. Where four old words beside the new ones are the same too, n is the number of
places in the draft with these, and only the words that follow another new one count less. Where
eight are, it is the same sentence: n is 1, m the number of places that the proposal changes, and E
is told as it is.

What it leaves out: debate gives everybody the same new terms, and the drafts are small samples. It
ranks matches, and what it is worth was measured (`scripts/measure_uptake.py`).
Source: I. H. Witten, T. C. Bell, The zero-frequency problem, IEEE Trans. Inf. Theory 37 (1991).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log2

from tracker.uptake.words import Words


class Frequencies:
    """Word and word-pair frequencies.

    Args:
        written: texts of the subject written before, and any background; they give the pairs.
        also: texts that count for single words only.
    """

    def __init__(self, written: Iterable[Words], also: Iterable[Words] = ()) -> None:
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for text in written:
            self._words.update(text.found)
            self._pairs.update(zip(text.found, text.found[1:], strict=False))
        self._before: Counter[str] = Counter()
        self._after: Counter[str] = Counter()
        for (first, _), times in self._pairs.items():
            self._before[first] += times
            self._after[first] += 1
        for text in also:
            self._words.update(text.found)
        self._all = self._words.total()

    def surprise(self, word: str, before: str | None = None) -> float:
        """-log2 of the probability that a writer goes on with this word, in bits.

        >>> two = Frequencies([Words(("a", "b", "a", "b", "a", "c"), (), ())])
        >>> round(two.surprise("b", "a"), 1), round(two.surprise("z", "a"), 1)
        (1.1, 5.1)
        """
        kinds = len(self._words)
        # One share of the unseen for a word that nobody has written yet.
        alone = (self._words[word] or kinds / (kinds + 1)) / (self._all + kinds + 1)
        if before is None or not self._before[before]:
            return -log2(alone)
        follows = self._pairs[before, word] + self._after[before] * alone
        return -log2(follows / (self._before[before] + self._after[before]))

    def of_row(self, found: Sequence[str], new: Sequence[int]) -> float:
        """The surprise of the new words in a row, each after the one before it, in bits."""
        return sum(
            self.surprise(word, found[at - 1] if at else None)
            for at, word in enumerate(found)
            if new[at]
        )
