"""What an exception or a condition is about, where only the words that open it came or went.

In: the words that came or went, both texts, the articles of the other draft. Out: why it is no sure
gain or loss. `Ships pay, save in cases of distress` does not lose its exception where `this does
not apply in cases of distress` says it: another sentence, other words before the same case.
"""

from __future__ import annotations

import re

from tracker.findings.ground import Ground
from tracker.findings.names import Side, Words
from tracker.findings.quoting import around
from tracker.findings.readable import small
from tracker.findings.texts import Text
from tracker.model import Change

FAMILIES = frozenset({"exception", "condition"})
"""Families of limiting words that open a case."""
_LEAST = 3
"""Words of a case that name something, at least."""
_MOST = 30
"""Words behind the opening ones that are looked at."""
_NEARLY = 0.75
"""The share of the case's telling words that stand together elsewhere, if it is still spoken of."""
_END = re.compile(r"[.;:!?](?=\s|$)|\n")


def doubt(ground: Ground, change: Change, words: Words, own: Text) -> str:
    """Why the words that open a case are no sure gain or loss; `""` if the case came or went too,
    or there is none."""
    case = _case(own, words)
    if case is None:
        return ""
    other: Side = "new" if words.side == "old" else "old"
    like = ground.like(case, (change.new if other == "new" else change.old) or "")
    if like is None or like.share < _NEARLY:
        return ""
    which = "newer" if other == "new" else "older"
    shown = around(like.text, like.start, like.end)
    place = ground.names[other][like.eid]
    return f"what it is about stands in {place} of the {which} draft too: {shown}"


def _case(own: Text, words: Words) -> Words | None:
    """What stands behind the words up to the end of their sentence, if it names enough."""
    if words.place != own.place:
        return None
    end = _END.search(own.text, words.end)
    behind = own.text[words.end : end.start() if end else len(own.text)]
    kept = list(re.finditer(r"\S+", behind))[:_MOST]
    if sum(not small(one.group()) for one in kept) < _LEAST:
        return None
    return own.cut(words.end + kept[0].start(), words.end + kept[-1].end())
