"""Checks of words: that they stand in one draft, or do not.

In: an `Asked`. Out: a `Reading`. Words in brackets are neither said nor absent: they were on the
table. What a partial document does not hold may stand in the rest of the text.
"""

from __future__ import annotations

from tracker import words
from tracker.claims.asked import Asked, Reading, Spot, cannot, quoted, shown


def says(asked: Asked) -> Reading:
    """Whether the words stand there."""
    spot = readable(asked)
    if isinstance(spot, Reading):
        return spot
    relies = (asked.symbol,)
    standing = asked.standing(spot)
    if standing.level == "said":
        why = f"In {spot.named} stands {shown(standing.evidence)}."
        return Reading("holds", why, standing.evidence, relies)
    if standing.level == "in brackets":
        why = f"In {spot.named} words stand only in brackets or under a name: they were not agreed."
        return cannot(why, standing.evidence, relies)
    lacking = standing.missing or asked.check.words
    why = f"In {spot.named} there is no {quoted(lacking)}."
    if standing.level == "struck out":
        why = f"In {spot.named} words stand only struck out."
    if spot.partial:
        return cannot(f"{why} {PARTIAL}", standing.evidence, relies)
    return Reading("fails", why, standing.evidence, relies)


def lacks(asked: Asked) -> Reading:
    """Whether none of the words stands there."""
    spot = readable(asked)
    if isinstance(spot, Reading):
        return spot
    relies = (asked.symbol,)
    found = asked.standing(spot).evidence
    plain = tuple(one for one in found if not one.status)
    if plain:
        said = quoted(dict.fromkeys(one.text for one in plain))
        return Reading("fails", f"{said} stands in {spot.named}.", found, relies)
    if any(one.status == "in brackets" for one in found):
        why = f"In {spot.named} it stands in brackets or under a name: it was not agreed."
        return cannot(why, found, relies)
    read = _count(spot)
    if not read:
        return cannot(f"{spot.named} has no words.", (), relies)
    none = quoted(asked.check.words)
    why = f"In the {read:,} words of {spot.named} there is no {none}."
    if found:
        why = f"In {spot.named} it stands only struck out."
    if spot.partial:
        return cannot(f"{why} {PARTIAL}", found, relies)
    return Reading("holds", why, found, relies)


PARTIAL = "The document covers only part of the text."


def readable(asked: Asked) -> Spot | Reading:
    """The spot in the draft that is asked for, or why it cannot be read."""
    spot = asked.spot(asked.symbol)
    if isinstance(spot, str):
        return cannot(spot, (), (asked.symbol,) if asked.symbol in asked.record.drafts else ())
    problem = asked.other_language(asked.symbol) or spot.doubt
    return cannot(problem, (), (asked.symbol,)) if problem else spot


def _count(spot: Spot) -> int:
    return sum(
        words.count(one.heading) + words.count(one.text)
        for eid, one in spot.text.of.items()
        if eid in spot.eids
    )
