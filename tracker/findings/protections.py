"""Words of protection that came or went, and why that need not be a gain or a loss.

In: the findings of a change. Out: whether words of both ways are among them, and a fact that takes
no side: where one word of protection came and another went, for sure or perhaps, the provision
neither loses nor gains protection as far as words tell. Why one way is uncertain: what is `to
inform` in one draft may be `shall be informed` in the other, in the same article; and in an
exemption such words may as well take protection away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracker.findings import standing
from tracker.findings.elsewhere import holds, plain
from tracker.findings.exempt import exempting
from tracker.findings.ground import Ground
from tracker.findings.names import Fact, Side, Words
from tracker.findings.quoting import around, listed
from tracker.findings.texts import Text
from tracker.findings.worded import long_enough
from tracker.model import Change
from tracker.substance import Finding

_NEUTRAL = 6
_NAMED = 3


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


def doubt(ground: Ground, change: Change, words: Words, own: Text) -> str:
    """Why words of protection that came or went are no sure gain or loss: an exemption around them,
    or like words in the same article of the other draft. `""` if neither is there."""
    held = ground.provision(words.side, words.eid)
    text = own.heading if words.place == "heading" else own.text
    leading = ground.leading(words.side, words.eid) if held is not None else ()
    opened = exempting(text, words.start, words.end, leading)
    if opened:
        return f"the words stand in an exemption (“{opened}”), which they may widen or narrow"
    other = "new" if words.side == "old" else "old"
    like = ground.like(words, (change.new if other == "new" else change.old) or "")
    if like is None:
        return _rewritten(ground, change, words, own)
    shown = around(like.text, like.start, like.end)
    which = "newer" if other == "new" else "older"
    alike = "the same" if holds(plain(like.text), words.text) else "like"
    return f"{alike} words stand in {ground.names[other][like.eid]} of the {which} draft: {shown}"


def _rewritten(ground: Ground, change: Change, words: Words, own: Text) -> str:
    """Why it is no sure gain or loss where the sentence of the words came or went as a whole: parts
    of the other article that have no partner may say it in other words."""
    if not standing.whole(own.text, words, own.edit(words.start)):
        return ""
    other: Side = "new" if words.side == "old" else "old"
    linked = ground.was if other == "new" else ground.became
    alone = [
        part.eid
        for unit in ground.partners(words.side, words.eid)
        for part in ground.units[other].get(unit, ())
        if part.text.strip() and not linked.get(part.eid)
    ]
    if not alone:
        return ""
    named = listed([ground.names[other][eid] for eid in alone], _NAMED)
    way, which = ("is gone", "newer") if other == "new" else ("is new", "older")
    return (
        f"their sentence as a whole {way}, and what stands in the {which} draft alone, in {named}, "
        "may say the same in other words"
    )
