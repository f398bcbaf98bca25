"""Checks of the legal function of a provision, of articles of their own, and of references.

In: an `Asked`. Out: a `Reading`. Functions are told by rules, and what the rules cannot tell is
not held against a claim. What was in any earlier draft rests on that draft alone; that it was in
none, on all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tracker.claims.asked import Asked, Reading, Spot, cannot, quoted
from tracker.claims.names import Evidence
from tracker.claims.record import Text
from tracker.claims.wording import PARTIAL
from tracker.references import Reference, looked_at

_UNTOLD = ("other", "unclear")
_MOST_SHOWN = 5


def function_is(asked: Asked) -> Reading:
    """Whether the provision, or one with the words, has the function in the draft."""
    return _function_in(asked, asked.symbol)


def function_was(asked: Asked) -> Reading:
    """Whether it had the function in an earlier draft."""
    return _in_any(asked, _function_in)


def was_own_article(asked: Asked) -> Reading:
    """Whether an article of an earlier draft had the words in its heading."""
    return _in_any(asked, _article_in)


def _in_any(asked: Asked, reading_in: Callable[[Asked, str], Reading]) -> Reading:
    """What an earlier draft shows: the first that shows it; none only if all could be read."""
    symbols = asked.before()
    if not symbols:
        return cannot(f"There is no draft before {asked.claim.symbol}.")
    readings = [reading_in(asked, one) for one in symbols]
    for outcome in ("holds", "cannot be told"):
        found = [one for one in readings if one.outcome == outcome]
        if found and outcome == "holds":
            return found[0]
        if found:
            told = " ".join(dict.fromkeys(one.why for one in found[:_MOST_SHOWN]))
            evidence = tuple(e for one in found for e in one.evidence)
            return cannot(told, evidence, symbols)
    why = (
        readings[0].why
        if len(symbols) == 1
        else f"So it is in no draft before ({', '.join(symbols)})."
    )
    return Reading("fails", why, (), tuple(symbols))


def _function_in(asked: Asked, symbol: str) -> Reading:
    relies = (symbol,)
    spot = asked.spot(symbol)
    if isinstance(spot, str):
        return cannot(spot, (), relies if symbol in asked.record.drafts else ())
    of = asked.record.functions.get(symbol)
    if of is None:
        return cannot(f"The legal functions of {symbol} are not known.", (), relies)
    candidates = _candidates(asked, spot)
    if isinstance(candidates, Reading):
        return candidates
    if spot.doubt:
        return cannot(spot.doubt, (), relies)
    wanted = asked.check.function
    names = {eid: of[eid].name for eid in candidates if eid in of}
    for eid, name in names.items():
        if name == wanted:
            return Reading(
                "holds", _shown(spot, eid, of[eid].evidence, name), candidates[eid], relies
            )
    evidence = tuple(e for eid in candidates for e in candidates[eid])
    found = ", ".join(sorted({name for name in names.values() if name not in _UNTOLD}))
    where = ", ".join(spot.text.number(eid) for eid in list(names)[:_MOST_SHOWN])
    if not found or any(name in _UNTOLD for name in names.values()):
        return cannot(f"The rules cannot tell what {where} of {symbol} is.", evidence, relies)
    return Reading("fails", f"By the rules, {where} of {symbol} is: {found}.", evidence, relies)


def _shown(spot: Spot, eid: str, words: str, name: str) -> str:
    return (
        f"By the rules, {spot.text.number(eid)} of {spot.text.draft.symbol} is: {name} ({words})."
    )


def _candidates(asked: Asked, spot: Spot) -> dict[str, tuple[Evidence, ...]] | Reading:
    """The provisions that may have the function: that of the check, or those that say all the
    words, with where they do."""
    symbol = spot.text.draft.symbol
    if not asked.check.words:
        place = spot.place
        assert place is not None, "a whole draft is only looked at for words"
        own = place.eid if asked.check.where == "provision" else spot.text.article(place.eid)
        return {own: ()}
    problem = asked.other_language(symbol)
    if problem:
        return cannot(problem, (), (symbol,))
    found = _saying(asked, spot.text, spot.eids)
    if found:
        return found
    why = f"Nothing in {spot.named} says {quoted(asked.check.words)}."
    if spot.partial:
        return cannot(f"{why} {PARTIAL}", (), (symbol,))
    return Reading("fails", why, (), (symbol,))


def _saying(asked: Asked, text: Text, eids: frozenset[str]) -> dict[str, tuple[Evidence, ...]]:
    """The provisions that say all the words of a check, not struck out, in the draft's order."""
    each: list[dict[str, list[Evidence]]] = []
    for phrase in asked.check.words:
        held: dict[str, list[Evidence]] = {}
        for one in text.find(phrase, eids, exact=asked.check.exact):
            if one.status != "struck out":
                held.setdefault(one.eid, []).append(one)
        each.append(held)
    common = set.intersection(*(set(held) for held in each))
    return {
        eid: tuple(one for held in each for one in held[eid])
        for eid in sorted(common, key=text.place.__getitem__)
    }


def _article_in(asked: Asked, symbol: str) -> Reading:
    relies = (symbol,)
    if symbol not in asked.record.drafts:
        return cannot(f"{symbol} is not here.")
    problem = asked.other_language(symbol)
    if problem:
        return cannot(problem, (), relies)
    text = asked.record.text(symbol)
    articles = frozenset(
        eid for eid in text.of if text.article(eid) == eid and text.of[eid].heading
    )
    for eid, found in _saying(asked, text, articles).items():
        in_heading = tuple(one for one in found if one.field == "heading")
        if in_heading and _all_in_heading(asked, text, eid):
            heading = " ".join(text.of[eid].heading.split())
            why = f"{text.number(eid)} of {symbol} is headed “{heading}”."
            return Reading("holds", why, in_heading, relies)
    why = f"No article of {symbol} has {quoted(asked.check.words)} in its heading."
    if text.draft.partial:
        return cannot(f"{why} {PARTIAL}", (), relies)
    return Reading("fails", why, (), relies)


def _all_in_heading(asked: Asked, text: Text, eid: str) -> bool:
    only = frozenset((eid,))
    return all(
        any(e.field == "heading" for e in text.find(phrase, only, exact=asked.check.exact))
        for phrase in asked.check.words
    )


def refers_to(asked: Asked) -> Reading:
    """Whether a reference there leads to the target, or into it."""
    relies = (asked.symbol,)
    spot = asked.spot(asked.symbol)
    if isinstance(spot, str):
        return cannot(spot, (), relies if asked.symbol in asked.record.drafts else ())
    text, target = spot.text, asked.check.target
    if target not in text.of:
        return cannot(f"{asked.symbol} has no provision {target}.", (), relies)
    if not looked_at(text.draft.language):
        return cannot(f"References are not looked for in {text.draft.language}.", (), relies)
    if spot.doubt:
        return cannot(spot.doubt, (), relies)
    here = [one for one in text.references if one.provision in spot.eids]
    leading = [one for one in here if _leads(text, one, target)]
    evidence = tuple(_words_of(asked.symbol, one) for one in leading)
    if any(one.sure for one in leading):
        why = f"{quoted(dict.fromkeys(e.text for e in evidence))} leads to {text.number(target)}."
        return Reading("holds", why, evidence, relies)
    if leading:
        why = f"That {evidence[0].text} leads to {text.number(target)} is only possible, not sure."
        return cannot(why, evidence, relies)
    unclear = [one for one in here if one.standing == "unclear"]
    if unclear:
        why = f"Where {quoted(one.text for one in unclear[:_MOST_SHOWN])} leads cannot be told."
        return cannot(why, tuple(_words_of(asked.symbol, one) for one in unclear), relies)
    why = f"No reference in {spot.named} leads to {text.number(target)}."
    if spot.partial:
        return cannot(f"{why} {PARTIAL}", (), relies)
    return Reading("fails", why, (), relies)


def _leads(text: Text, one: Reference, target: str) -> bool:
    """Whether a reference names a provision, one in it, or with a range one of several."""
    ends: Sequence[str] = [eid for eid in one.targets if eid in text.of]
    if any(target in (p.eid for p in text.above(eid)) for eid in ends):
        return True
    if len(ends) < 2:
        return False
    between = text.place[ends[0]] <= text.place[target] <= text.place[ends[-1]]
    return between and text.of[target].kind == text.of[ends[0]].kind


def _words_of(symbol: str, one: Reference) -> Evidence:
    return Evidence(symbol, one.provision, "text", one.first, one.until, one.text)
