"""Words of protection that came and others that went in one change.

In: the findings of a change. Out: whether both happened; a fact that takes no side. Where one word
of protection came and another went, for sure or perhaps, the provision neither loses nor gains
protection as far as words tell: they changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracker.findings.names import Fact
from tracker.findings.texts import Text
from tracker.findings.worded import long_enough
from tracker.substance import Finding

_NEUTRAL = 6


def mixed(said: Iterable[Finding]) -> bool:
    """Whether words of protection came as well as went, uncertain ones counted."""
    ways = {one.direction for one in said if one.kind == "safeguard"}
    return len(ways) > 1


def neutral(fact: Fact, both: tuple[Text, Text]) -> Fact:
    """A fact that words of protection came or went, as one that they changed."""
    sides = {words.side for words in fact.evidence}
    if len(sides) != 1:
        return fact
    (words,) = fact.evidence[:1]
    gone = words.side == "old"
    own, other = both if gone else both[::-1]
    which = "gone is" if gone else "new is"
    clause = f"words of protection changed: {which} {long_enough(own, words, other)}"
    return replace(fact, clause=clause, severity=min(fact.severity, _NEUTRAL))
