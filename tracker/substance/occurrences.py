"""Phrases of a lexicon that came in, went out or were replaced.

In: the two sides of a change and a lexicon. Out: `Turn`s: the phrases on each side that have no
equal on the other. A phrase that only stands elsewhere in the provision is none.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.stems import stems
from tracker.substance.names import Direction
from tracker.substance.phrases import Found, Lexicon
from tracker.substance.sides import Side, Sides

NAMES = "-"
"""The family of phrases that are looked for only so that no other is found in them."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A phrase that came in (`new` alone), went out (`old` alone) or took another's place."""

    old: Found | None
    new: Found | None

    @property
    def direction(self) -> Direction:
        """What happened to it."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "replaced"

    @property
    def family(self) -> str:
        """The family of the phrase."""
        one = self.old or self.new
        return one.family if one is not None else ""

    @property
    def sure(self) -> bool:
        """Whether the lexicon is."""
        return all(one.sure for one in (self.old, self.new) if one is not None)


def turns(sides: Sides, lexicon: Lexicon, light: frozenset[str]) -> tuple[Turn, ...]:
    """What became of the phrases of `lexicon`, in the order of the texts; words that are `light`
    make no other phrase."""
    old = [one for one in lexicon.find(sides.old.words) if one.family != NAMES]
    new = [one for one in lexicon.find(sides.new.words) if one.family != NAMES]
    gone = [one for one in old if not sides.old.untouched(one.first, one.last)]
    come = [one for one in new if not sides.new.untouched(one.first, one.last)]
    gone, come = _uncancelled(sides, gone, come, light)
    at_old, at_new, by_edit = _by_place(old), _by_place(new), _by_edit(sides.new, come)
    told: set[Found] = set()
    found: list[Turn] = []
    for one in gone:
        partner = _partner(sides.old, one, at_new) or next(
            (
                p
                for e in sorted(sides.old.edited(one.first, one.last))
                for p in by_edit.get((e, one.family), ())
                if p not in told
            ),
            None,
        )
        if partner is not None:
            told.add(partner)
        if partner is None or not _said(sides, one, partner, light):
            found.append(Turn(one, partner))
    for one in come:
        if one in told:
            continue
        partner = _partner(sides.new, one, at_old)
        if partner is None or not _said(sides, partner, one, light):
            found.append(Turn(partner, one))
    return tuple(found)


def _by_place(found: Sequence[Found]) -> dict[int, Found]:
    return {n: one for one in found for n in range(one.first, one.last)}


def _by_edit(side: Side, found: Sequence[Found]) -> dict[tuple[int, str], list[Found]]:
    """Phrases by the edits and the family that they belong to."""
    held: dict[tuple[int, str], list[Found]] = {}
    for one in found:
        for edit in side.edited(one.first, one.last):
            held.setdefault((edit, one.family), []).append(one)
    return held


def phrase(side: Side, one: Found, light: frozenset[str]) -> tuple[str, ...]:
    """The stems of a phrase's words."""
    words = side.words[one.first : one.last]
    kept = [u.form for u in words if u.form not in light] or [u.form for u in words]
    return _stems(tuple(kept), side.units.language)


@lru_cache(maxsize=16_384)
def _stems(forms: tuple[str, ...], language: str) -> tuple[str, ...]:
    """A lexicon has few phrases, and each stands in a text many times."""
    return tuple(stems(forms, language))


def _said(sides: Sides, old: Found, new: Found, light: frozenset[str]) -> bool:
    """Whether two phrases are the same words but for their forms."""
    return phrase(sides.old, old, light) == phrase(sides.new, new, light)


def _uncancelled(
    sides: Sides, gone: Sequence[Found], come: Sequence[Found], light: frozenset[str]
) -> tuple[list[Found], list[Found]]:
    """What is left when equal phrases on both sides are taken away, one for one."""
    waiting: dict[tuple[str, ...], deque[Found]] = {}
    for one in come:
        waiting.setdefault((one.family, *phrase(sides.new, one, light)), deque()).append(one)
    left: list[Found] = []
    for one in gone:
        equals = waiting.get((one.family, *phrase(sides.old, one, light)))
        if equals:
            equals.popleft()
        else:
            left.append(one)
    rest = {one for ones in waiting.values() for one in ones}
    return left, [one for one in come if one in rest]


def _partner(side: Side, one: Found, others: Mapping[int, Found]) -> Found | None:
    """The phrase of the same family on the other side that holds a partner of one of its words."""
    for place in side.partners[one.first : one.last]:
        other = others.get(place)
        if other is not None and other.family == one.family:
            return other
    return None
