"""Checks of what came, went and came back from draft to draft.

In: an `Asked`. Out: a `Reading`. Words in brackets were on the table and count as there. Only a
whole draft can show that something was gone; where the provision is not in a draft and its words
stand elsewhere in it, nothing is said of that draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.claims.asked import Asked, Reading, Spot, cannot, quoted, shown
from tracker.claims.names import Evidence
from tracker.model import Check


@dataclass(frozen=True, slots=True)
class Stage:
    """How it is in one draft; `why` says what stands in the way of an answer."""

    symbol: str
    state: Literal["there", "gone", "unknown"]
    evidence: tuple[Evidence, ...] = ()
    why: str = ""
    partial: bool = False


def said_until(asked: Asked) -> Reading:
    """Whether the words stood in the draft named, and in none after it."""
    order = asked.record.order
    if asked.symbol not in order:
        return cannot(f"{asked.symbol} is not here.")
    first = _stage(asked, asked.symbol)
    if first.state == "unknown":
        return cannot(first.why, first.evidence, (asked.symbol,))
    if first.state == "gone":
        why = f"{asked.symbol} does not say {quoted(asked.check.words)} there."
        return Reading("fails", why, (), (asked.symbol,))
    later = [_stage(asked, one) for one in order[order.index(asked.symbol) + 1 :]]
    again = next((one for one in later if one.state == "there"), None)
    if again is not None:
        why = f"{again.symbol}, a later draft, says {shown(again.evidence)} too."
        evidence = first.evidence + again.evidence
        return Reading("fails", why, evidence, (asked.symbol, again.symbol))
    whole = [one for one in later if not one.partial]
    doubt = next((one for one in whole if one.state == "unknown"), None)
    relies = (asked.symbol, *(one.symbol for one in whole))
    if doubt is not None or not whole:
        why = doubt.why if doubt else f"There is no whole draft after {asked.symbol}."
        return cannot(why, first.evidence, relies)
    why = f"{asked.symbol} says {shown(first.evidence)}; no whole draft after it does"
    why += f" ({_listed(whole)})."
    return Reading("holds", why, first.evidence, relies)


def came_back(asked: Asked) -> Reading:
    """Whether it was there, then was not, and is there again."""
    order = asked.record.order
    if asked.symbol not in order:
        return cannot(f"{asked.symbol} is not here.")
    *earlier, last = (_stage(asked, one) for one in order[: order.index(asked.symbol) + 1])
    if last.state == "unknown":
        return cannot(last.why, last.evidence, (asked.symbol,))
    if last.state == "gone":
        what = quoted(asked.check.words) or "It"
        return Reading("fails", f"{what} is not in {asked.symbol}.", (), (asked.symbol,))
    first = next((n for n, one in enumerate(earlier) if one.state == "there"), None)
    doubts = [one for one in earlier if one.state == "unknown" and not one.partial]
    relies = (*(one.symbol for one in earlier if not one.partial), asked.symbol)
    if first is not None:
        gone = [one for one in earlier[first:] if one.state == "gone"]
        if gone:
            was = [one for one in earlier[first:] if one.state == "there"]
            what = f"{shown(last.evidence)}: in" if last.evidence else "In"
            why = f"{what} {_listed(was)}; not in {_listed(gone)}; again in {asked.symbol}."
            relies = (earlier[first].symbol, gone[0].symbol, asked.symbol)
            return Reading("holds", why, earlier[first].evidence + last.evidence, relies)
    if doubts:
        return cannot(doubts[0].why, last.evidence, relies)
    what = shown(last.evidence) or "It"
    why = f"{what} is in {asked.symbol} and in no draft before."
    if first is not None:
        what = shown(last.evidence) or "it"
        why = f"From {earlier[first].symbol} to {asked.symbol} no whole draft is without {what}."
    return Reading("fails", why, last.evidence, relies)


def _listed(stages: Sequence[Stage]) -> str:
    return ", ".join(one.symbol for one in stages)


def _stage(asked: Asked, symbol: str) -> Stage:
    """How it is in one draft."""
    partial = asked.record.drafts[symbol].partial
    problem = asked.other_language(symbol) if asked.check.words else ""
    if problem:
        return Stage(symbol, "unknown", (), problem, partial)
    spot = asked.spot(symbol)
    if isinstance(spot, str):
        return _nowhere(asked, symbol, spot, partial)
    if spot.doubt:
        return Stage(symbol, "unknown", (), spot.doubt, partial)
    if not asked.check.words:
        return Stage(symbol, "there")
    standing = asked.standing(spot)
    match standing.level:
        case "said" | "in brackets":
            return Stage(symbol, "there", standing.evidence)
        case "in part":
            why = f"{symbol} says only some of the words."
            return Stage(symbol, "unknown", standing.evidence, why, partial)
        case _ if partial:
            why = f"{symbol} covers only part of the text."
            return Stage(symbol, "unknown", standing.evidence, why, partial)
        case _:
            return Stage(symbol, "gone")


def _nowhere(asked: Asked, symbol: str, why: str, partial: bool) -> Stage:
    """How it is in a draft without the provision."""
    known = asked.eid in asked.record.text(asked.claim.symbol).of
    place = asked.places[symbol] if known else None
    if place is None or place.presence != "not there":
        return Stage(symbol, "unknown", (), why, partial)
    text = asked.record.text(symbol)
    all_of_it = Spot(text, text.looked_at("", Check("says", where="draft")), None, symbol)
    found = asked.standing(all_of_it).evidence
    if found:
        why = f"{symbol} has nothing of {asked.number()}, but says the words elsewhere."
        return Stage(symbol, "unknown", found, why)
    return Stage(symbol, "gone")
