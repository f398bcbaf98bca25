"""One check, ready to be read in any draft.

In: a claim, one of its checks and the `Record`. Out: `Asked`, which finds where to look in a draft
(a `Spot`, or a sentence that says why nowhere), and how the words stand there (`Standing`); and
`Reading`, what a check's rule finds in the texts at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tracker.claims.names import Evidence, Outcome, Place
from tracker.claims.record import Record, Text
from tracker.model import Check, Claim

Level = Literal["said", "in brackets", "struck out", "in part", "not said"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the texts at hand show, of which drafts (`relies`, symbols), and by which words."""

    outcome: Outcome
    why: str
    evidence: tuple[Evidence, ...] = ()
    relies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a check looks in one draft: these provisions; `place` is that of the provision which
    it is of, None for a whole draft. `named` says it in words."""

    text: Text
    eids: frozenset[str]
    place: Place | None
    named: str

    @property
    def partial(self) -> bool:
        """Whether what is not there may stand in the rest of the text."""
        return self.text.draft.partial

    @property
    def doubt(self) -> str:
        """Why it may not be the right provision, `""` if it is."""
        if self.place is None or self.place.presence == "there":
            return ""
        if self.place.presence == "in another":
            return f"Then it was part of {self.place.number} of {self.place.symbol}."
        return f"That it is {self.named} is only possible, not sure."


@dataclass(frozen=True, slots=True)
class Standing:
    """How the words of a check stand in a spot: all of them plainly (`said`), some only in brackets
    or struck out, only some of them (`in part`), or none; `missing` are those that do not."""

    level: Level
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]


class Asked:
    """A check of a claim. `symbol` is the draft in which it looks, `eid` the provision that it is
    of in the draft of the claim, `""` for none."""

    def __init__(self, record: Record, claim: Claim, check: Check, language: str) -> None:
        self.record = record
        self.claim = claim
        self.check = check
        self.symbol = check.symbol or claim.symbol
        self.eid = check.provision or claim.provision
        self._language = _base(language or record.drafts[claim.symbol].language)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where the provision stands in each draft, by symbol."""
        return {one.symbol: one for one in self.record.follow(self.claim.symbol, self.eid)}

    def before(self) -> Sequence[str]:
        """The drafts that an earlier draft may be: the one named, else all before the claim's."""
        order = self.record.order
        return [self.check.symbol] if self.check.symbol else order[: order.index(self.claim.symbol)]

    def spot(self, symbol: str) -> Spot | str:
        """Where to look in a draft, or why it cannot be looked there."""
        if symbol not in self.record.drafts:
            return f"{symbol} is not here."
        text = self.record.text(symbol)
        if self.check.where in ("draft", "operative"):
            what = symbol if self.check.where == "draft" else f"{symbol} without its preamble"
            return Spot(text, text.looked_at("", self.check), None, what)
        if not self.eid:
            return "The check says neither in which provision to look nor that it is all of them."
        if self.eid not in self.record.text(self.claim.symbol).of:
            return f"{self.claim.symbol} has no provision {self.eid}."
        place = self.places[symbol]
        if not place.eid:
            without = "does not cover" if place.presence == "not covered" else "has nothing of"
            return f"{symbol} {without} {self.number()}."
        eids = text.looked_at(place.eid, self.check)
        at = place.eid if self.check.where == "provision" else text.article(place.eid)
        return Spot(text, eids, place, f"{text.number(at)} of {symbol}")

    def number(self) -> str:
        """The number of the provision in the draft of the claim."""
        return f"{self.places[self.claim.symbol].number} of {self.claim.symbol}"

    def other_language(self, symbol: str) -> str:
        """Why words cannot be looked for in a draft, `""` if they can."""
        there = _base(self.record.drafts[symbol].language)
        if there == self._language:
            return ""
        return f"The words asked for are in the language {self._language}, {symbol} is in {there}."

    def standing(self, spot: Spot) -> Standing:
        """How the words of the check stand in a spot."""
        found = [spot.text.find(one, spot.eids, exact=self.check.exact) for one in self.check.words]
        levels = [_level(one) for one in found]
        missing = tuple(
            phrase
            for phrase, level in zip(self.check.words, levels, strict=True)
            if level == "not said"
        )
        evidence = tuple(one for each in found for one in each)
        best_first = sorted(set(levels), key=_LEVELS.index)
        if not best_first or best_first == ["not said"]:
            return Standing("not said", (), missing)
        if self.check.any:
            return Standing(best_first[0], evidence, ())
        return Standing("in part" if missing else best_first[-1], evidence, missing)


_LEVELS: tuple[Level, ...] = ("said", "in brackets", "struck out", "in part", "not said")


def _level(found: tuple[Evidence, ...]) -> Level:
    if not found:
        return "not said"
    status = found[0].status
    return status or "said"


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def quoted(phrases: Iterable[str]) -> str:
    """Phrases in quotation marks, in a row.

    >>> print(quoted(["without right", "warrant"]))
    “without right”, “warrant”
    """
    return ", ".join(f"“{one}”" for one in phrases)


MOST_QUOTED = 6
"""So many different words are quoted in a sentence; the evidence has all."""


def shown(evidence: Iterable[Evidence]) -> str:
    """Words as they stand in the text, each once, in quotation marks."""
    words = tuple(dict.fromkeys(" ".join(one.text.split()) for one in evidence))
    return quoted(words[:MOST_QUOTED]) + (" …" if len(words) > MOST_QUOTED else "")


def cannot(why: str, evidence: tuple[Evidence, ...] = (), relies: Iterable[str] = ()) -> Reading:
    """That it cannot be told, and why."""
    return Reading("cannot be told", why, evidence, tuple(relies))
