"""Annexes, and annexes of annexes: which one stands in which.

In: the numbers of annexes as their titles print them. Out: the annex that each stands in. An annex
without a number is the only one of what it belongs to; so a second one belongs to the first. The
number that follows one that is open goes on with that count, a first one begins a count below.
"""

from __future__ import annotations

import re

from tracker.ingesters.walk.numbering import roman
from tracker.ingesters.walk.tree import Node

_LAST_WORD = re.compile(r"[^\W_]+(?=[\W_]*$)")


class Annexes:
    """The annexes that are open, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[Node, str, int | None]] = []

    def parent(self, num: str) -> Node | None:
        """What the annex titled `num` ("Annex II") stands in, None for the document itself; all
        annexes that it is not inside of are closed."""
        word, value = _parts(num)
        depth = len(self._open)
        for place, (_, other, last) in enumerate(self._open):
            goes_on = value is not None and last is not None and other == word
            if goes_on and (value != 1 or last == 1):
                depth = place
                break
        del self._open[depth:]
        return self._open[-1][0] if self._open else None

    def enter(self, node: Node, num: str) -> None:
        """The annex `node`, titled `num`, is open."""
        self._open.append((node, *_parts(num)))


def _parts(num: str) -> tuple[str, int | None]:
    """The word of a title, in small letters, and the value of its number if it has one.

    >>> _parts("ANNEX IV"), _parts("Annex"), _parts("Appendix 2."), _parts("Annex B")
    (('annex', 4), ('annex', None), ('appendix', 2), ('annex', 2))
    """
    words = num.casefold().strip("[]().:\u2013\u2014- ").split()
    last = _LAST_WORD.search(num)
    if len(words) < 2 or last is None:
        return (words[0] if words else ""), None
    label = last.group()
    value = int(label) if label.isdecimal() else roman(label)
    if value is None and len(label) == 1:
        value = ord(label.casefold()) - ord("a") + 1
    return words[0], value
