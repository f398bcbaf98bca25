"""Articles that stand nowhere by themselves, and are in others all the same.

In: how many words of an article without a partner stand in provisions that have one, and how many
it has. Out: whether it is told as part of others, and not as gone, or as new. What is told of a
change and what is counted of the articles both ask here.
"""

from __future__ import annotations

HALF = 0.5
"""The share of its words that makes an article part of others."""


def mostly_elsewhere(linked: int, words: int) -> bool:
    """Whether an article without a partner is told as part of those that hold its words.

    >>> mostly_elsewhere(5, 10), mostly_elsewhere(4, 10)
    (True, False)
    """
    return linked >= HALF * words
