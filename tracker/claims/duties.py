"""The check that something is only permitted.

In: an `Asked`. Out: a `Reading`. What counts is the sentence that holds the words, or without words
every sentence of the provision; a part of a list has the force of the words that lead to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tracker.claims.asked import Asked, Reading, Spot, cannot, quoted
from tracker.claims.names import Evidence
from tracker.claims.wording import readable
from tracker.model import Provision
from tracker.substance import rules_of

_SENTENCE_END = re.compile(r"[.;!?\u061b\u061f](?=\s)|\n|[\u3002\uff1b]")
_LEADS = (":", "\u2014", "\u2013", "-", "\uff1a")


class _Forces:
    """The modal words that were found, each once."""

    def __init__(self) -> None:
        self.permits: dict[Evidence, None] = {}
        self.requires: dict[Evidence, None] = {}
        self.recommends: dict[Evidence, None] = {}


def may_only(asked: Asked) -> Reading:
    """Whether what is said is an option and no duty."""
    spot = readable(asked)
    if isinstance(spot, Reading):
        return spot
    relies = (asked.symbol,)
    draft = spot.text.draft
    if rules_of(draft.language) is None:
        return cannot(f"Duties and options are not told in {draft.language}.", (), relies)
    said = asked.standing(spot) if asked.check.words else None
    if said is not None and said.level in ("not said", "in part", "struck out"):
        why = f"In {spot.named} there is no {quoted(said.missing or asked.check.words)}."
        return cannot(why, said.evidence, relies)
    if said is not None and said.level == "in brackets":
        why = f"In {spot.named} the words stand only in brackets or under a name."
        return cannot(why, said.evidence, relies)
    forces = _Forces()
    for one, start, end in _sentences(spot, said.evidence if said else None):
        _gather(forces, spot, one, start, end)
    return _told(forces, spot, relies)


def _told(forces: _Forces, spot: Spot, relies: tuple[str, ...]) -> Reading:
    permits, requires = tuple(forces.permits), tuple(forces.requires)
    if permits and requires:
        why = f"{spot.named} permits and requires there; which is meant cannot be told."
        return cannot(why, permits + requires, relies)
    if requires:
        return Reading("fails", f"{spot.named} says {_words(requires)}.", requires, relies)
    if permits:
        return Reading("holds", f"{spot.named} says {_words(permits)}.", permits, relies)
    if forces.recommends:
        found = tuple(forces.recommends)
        return cannot(f"{spot.named} neither permits nor requires: {_words(found)}.", found, relies)
    return cannot(f"{spot.named} holds no word that permits or requires.", (), relies)


def _words(found: tuple[Evidence, ...]) -> str:
    return quoted(dict.fromkeys(one.text for one in found))


def _sentences(
    spot: Spot, said: tuple[Evidence, ...] | None
) -> Iterator[tuple[Provision, int, int]]:
    """The sentences to look at: those that hold the words, or all; each once. The words of a
    heading are about the whole provision."""
    if said is None:
        for eid, one in spot.text.of.items():
            if eid in spot.eids:
                yield one, 0, len(one.text)
        return
    ends: dict[str, list[int]] = {}
    seen: dict[tuple[str, int, int], None] = {}
    for word in said:
        text = spot.text.of[word.eid].text
        if word.field == "heading":
            seen[word.eid, 0, len(text)] = None
            continue
        if word.eid not in ends:
            ends[word.eid] = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
        of = ends[word.eid]
        start = of[bisect_right(of, word.start) - 1]
        seen[word.eid, start, of[bisect_left(of, word.end)]] = None
    for eid, start, end in seen:
        yield spot.text.of[eid], start, end


def _gather(forces: _Forces, spot: Spot, one: Provision, start: int, end: int) -> None:
    """The modal words of a sentence, or where it has none and is a part of a list, of the words
    that lead to it."""
    if not one.text[start:end].strip():
        return
    for holder in spot.text.above(one.eid):
        here = holder is one
        if not here and not holder.text.rstrip().endswith(_LEADS):
            continue
        since, until = (start, end) if here else (_last_sentence(holder.text), len(holder.text))
        found = spot.text.force(holder.eid)
        told = False
        for kept, words in (
            (forces.permits, found.options),
            (forces.requires, found.duties),
            (forces.requires, found.bans),
            (forces.recommends, found.encouragements),
        ):
            first = bisect_left(words, since, key=lambda word: word.start)
            last = bisect_right(words, until, key=lambda word: word.end)
            for word in words[first:last]:
                place = (spot.text.draft.symbol, holder.eid)
                kept[Evidence(*place, "text", word.start, word.end, word.text)] = None
                told = True
        if told:
            return


def _last_sentence(text: str) -> int:
    ends = [m.end() for m in _SENTENCE_END.finditer(text.rstrip())]
    return ends[-1] if ends else 0
