"""Words without their endings, so that "terminates" and "termination" are one word.

In: words and their language. Out: their stems, by the Snowball algorithm of that language. Stems
are for matching only and are never shown: some are no words, and "lawful" and "law" have the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import Stemmer


def stems(words: Sequence[str], language: str) -> list[str]:
    """The stem of each word, in order; a language for which there is no algorithm changes nothing.

    Args:
        words: in lower case, as `tracker.words.words` gives them.
        language: a tag as of BCP 47; what follows the first hyphen is not looked at.
    Source: the Snowball project's algorithms, https://snowballstem.org.

    >>> stems(["measures", "terminated", "shall"], "en-GB")
    ['measur', 'termin', 'shall']
    >>> stems(["缔约国"], "zh")
    ['缔约国']
    """
    try:
        stemmer = Stemmer.Stemmer(language.partition("-")[0].lower())
    except KeyError:  # what it raises for a language it does not know
        return list(words)
    stemmer.maxCacheSize = 0  # callers give each word once
    found: list[str] = stemmer.stemWords(list(words))
    return found
