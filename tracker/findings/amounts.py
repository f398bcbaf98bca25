"""The sums and percentages that an article names, where it was written anew.

In: the ground, the change of an article. Out: one fact: what it named and names, side by side, if
paragraphs with amounts went and others came, or were rewritten. Which of them became which, the
words do not tell; `is gone: a fine up to 250 000 EUR` by itself would read as if nobody had to pay.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.findings.doubts import rewritten
from tracker.findings.ground import Ground
from tracker.findings.names import Fact, Kind, Side, Words
from tracker.findings.quoting import listed
from tracker.model import Change
from tracker.precedent.units import UNITS
from tracker.substance import amounts, on_sanctions

_SEVERITY = 9
_MOST = 8
"""The amounts that are listed of each draft."""

Named = dict[tuple[str, str], Words]
"""Amounts by number and measure, each with its first place."""


def facts(ground: Ground, change: Change) -> Iterator[Fact]:
    """That an article names other amounts, if its paragraphs that came and those that went do, or
    rewritten ones."""
    assert change.old is not None and change.new is not None
    if not _whole(ground, change.old, change.new):
        return
    before, after = _named(ground, "old", change.old), _named(ground, "new", change.new)
    alike = {measure for _, measure in before} & {measure for _, measure in after}
    if not alike or before.keys() == after.keys():
        return
    kind: Kind = (
        "penalty" if _punishes(ground, (*before.values(), *after.values())) else "threshold"
    )
    clause = (
        f"names other amounts where it was rewritten: {_said(before)} before, {_said(after)} now"
    )
    yield Fact(kind, clause, (*before.values(), *after.values()), _SEVERITY)


def _whole(ground: Ground, old: str, new: str) -> bool:
    """Whether one article became another, undivided."""
    names = ground.names
    articles = names["old"].of[old].kind in UNITS and names["new"].of[new].kind in UNITS
    return articles and ground.became[old] == [new] and ground.was[new] == [old]


def _named(ground: Ground, side: Side, unit: str) -> Named:
    """What is named in those parts of an article of which little or nothing stayed."""
    parts = [
        (one, named)
        for one in ground.units[side].get(unit, ())
        if (named := amounts(one.text, ground.new.language))
    ]
    stayed = _stayed(ground, side, {one.eid for one, _ in parts})
    found: Named = {}
    for one, named in parts:
        for amount in named if one.eid not in stayed else ():
            text = one.text[amount.start : amount.end]
            words = Words(side, one.eid, text, amount.start, amount.end)
            found.setdefault((amount.number, amount.measure), words)
    return found


def _stayed(ground: Ground, side: Side, parts: set[str]) -> set[str]:
    """Which of these parts stand in the other draft too, not rewritten."""
    found: set[str] = set()
    for change in ground.changes if parts else ():
        here, there = (change.old, change.new) if side == "old" else (change.new, change.old)
        if here in parts and here is not None and there is not None and not rewritten(change):
            found.add(here)
    return found


def _said(named: Named) -> str:
    return listed([f"“{words.text}”" for words in named.values()], _MOST)


def _punishes(ground: Ground, found: tuple[Words, ...]) -> bool:
    """Whether any of the provisions that name them speaks of a sanction."""
    held = {ground.names[words.side].of[words.eid].text for words in found}
    return any(on_sanctions(text, ground.new.language) for text in sorted(held))
