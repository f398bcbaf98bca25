"""Words that went, or came, while nearly the same sentence with them stands there all the same.

In: words of a change, and all words of the articles on the other side. Out: whether such a sentence
is there. A provision does not lose its appeals where one of two sentences on appeals went: the
sentence did.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from tracker.findings.names import Words
from tracker.findings.readable import sentence
from tracker.words import words as _words

NEARLY = 0.75
"""The share of the words of both sentences from which they are nearly the same."""
SAME = 0.95
"""The share from which they are the same: what is told of the words is not so."""
_LEAST = 6
"""A sentence of fewer words is like too many others."""
_ENDS = re.compile(r"[.;:!?](?=\s)|—(?=\s?\()|\n")


def likeness(words: Words, own: str, other: str) -> float:
    """How like the sentence of the words in `own` that sentence of `other`, in small letters, is
    which has these words in it and is most like it: the share of words that both have, 0 to 1."""
    here = _bag(own[slice(*sentence(own, words.start, words.end))].casefold())
    said = " ".join(words.text.casefold().split())
    if here.total() < _LEAST or not said or said not in other:
        return 0.0
    return max(
        (
            2 * (here & bag).total() / (here.total() + bag.total())
            for text, bag in _sentences(other)
            if bag and said in text
        ),
        default=0.0,
    )


def whole(own: str, words: Words, edit: tuple[int, int, int] | None) -> bool:
    """Whether the sentence of the words came or went as a whole."""
    if edit is None:
        return False
    start, end = sentence(own, words.start, words.end)
    said = own[start:end].rstrip(" .;:!?\n")  # its full stop may be the next one's
    return edit[0] <= start and start + len(said) <= edit[1]


def _bag(text: str) -> Counter[str]:
    return Counter(word for word in _words(text) if not word.isdigit())


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[str, Counter[str]], ...]:
    return tuple((part, _bag(part)) for part in _ENDS.split(text) if part and part.strip())
