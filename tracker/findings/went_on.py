"""Articles that no longer stand by themselves, or do so now: most of their words are in others.

In: the ground, an article without a partner, the changes of what stands in it and has none either.
Out: a fact, in place of that it is gone or new; it is sure if half of the words stand in others for
sure. By the same rule the articles are counted.
"""

from __future__ import annotations

from collections.abc import Callable

from tracker.findings import doubts
from tracker.findings.ground import Ground
from tracker.findings.names import Fact, Side, Words
from tracker.findings.quoting import listed, quoted
from tracker.model import Link, Provision
from tracker.part_of import mostly_elsewhere
from tracker.precedent.units import UNITS
from tracker.words import count


def fact(ground: Ground, side: Side, root: Provision, shown: Words | None) -> Fact | None:
    """What is told of an article at least half of which stands in others; None if less does.

    Args:
        shown: the first words of it that stand nowhere else.
    """
    links = ground.within(side, root.eid)
    if root.kind not in UNITS or not links:
        return None
    inside = ground.units[side].get(root.eid, ())
    words = {one.eid: count(one.heading) + count(one.text) for one in inside}
    linked = {_own(side, link) for link in links}
    every = sum(words.values())
    if not mostly_elsewhere(sum(words[one] for one in linked), every):
        return None
    sure = {_own(side, link) for link in links if not doubts.of_link(link)}
    sure_enough = mostly_elsewhere(sum(words[one] for one in sure), every)
    holders = listed(_holders(ground, side, links))
    rest = f": {quoted(shown.text)}" if shown is not None else ""
    if side == "old":
        said = f"is no longer there by itself: at least half of its text went on in {holders}"
        rest = f"; what else it said is gone{rest}" if rest else ""
    else:
        said = f"stands by itself now: at least half of its text was in {holders}"
        rest = f"; what else it says is new{rest}" if rest else ""
    evidence = () if shown is None else (shown,)
    doubt = "" if sure_enough else _doubt(links, lambda link: words[_own(side, link)])
    return Fact("moved", said + rest, evidence, 5, doubt)


def _own(side: Side, link: Link) -> str:
    return (link.old if side == "old" else link.new) or ""


def _doubt(links: list[Link], length: Callable[[Link], int]) -> str:
    """Why it is not sure where the longest of the parts went whose link may be wrong."""
    doubtful = [link for link in links if doubts.of_link(link)]
    return doubts.of_link(max(doubtful, key=length, default=None))


def _holders(ground: Ground, side: Side, links: list[Link]) -> list[str]:
    """The articles that hold its words, the surest first."""
    other: Side = "new" if side == "old" else "old"
    names = ground.names[other]
    ordered = sorted(links, key=lambda link: (bool(doubts.of_link(link)), -link.score))
    ends = ((link.new if side == "old" else link.old) or "" for link in ordered)
    return list(dict.fromkeys(names[names.unit(end)] for end in ends))
