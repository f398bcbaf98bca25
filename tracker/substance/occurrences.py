"""Phrases of a lexicon that came in, went out or were replaced.

In: the two sides of a change and a lexicon. Out: `Turn`s: the phrases on each side that have no
equal on the other. A phrase that only stands elsewhere in the provision is none, nor is one that
gave way to words of the same meaning; two words that open a clause (`where`) are equal only if
their clauses have words in common.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from tracker.stems import stems
from tracker.substance.languages import Rules
from tracker.substance.names import Direction
from tracker.substance.phrases import Found, Lexicon
from tracker.substance.sides import Side, Sides

NAMES = "-"
"""The family of phrases that are looked for only so that no other is found in them."""
_CLAUSE = 8
"""The words behind one that opens a clause by which the clause is known again."""
_ALIKE = 1 / 3
"""The share of these that two clauses must have in common."""
_TRIED = 50
"""So many equal phrases are looked at for the one with the same clause."""


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


def turns(sides: Sides, lexicon: Lexicon, rules: Rules) -> tuple[Turn, ...]:
    """What became of the phrases of `lexicon`, in the order of the texts."""
    old = [one for one in lexicon.find(sides.old.words) if one.family != NAMES]
    new = [one for one in lexicon.find(sides.new.words) if one.family != NAMES]
    gone = [one for one in old if not sides.old.untouched(one.first, one.last)]
    come = [one for one in new if not sides.new.untouched(one.first, one.last)]
    gone, come = _uncancelled(sides, gone, come, rules)
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
        if partner is None or not _said(sides, one, partner, rules):
            found.append(Turn(one, partner))
    for one in come:
        if one in told:
            continue
        partner = _partner(sides.new, one, at_old)
        if partner is None or not _said(sides, partner, one, rules):
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


def _said(sides: Sides, old: Found, new: Found, rules: Rules) -> bool:
    """Whether two phrases say the same, and of the same thing as far as they open a clause."""
    told = [_form(side, one, rules) for side, one in ((sides.old, old), (sides.new, new))]
    return told[0] == told[1] and _same_clause(sides, old, new, rules)


def _form(side: Side, one: Found, rules: Rules) -> tuple[str, ...]:
    """A phrase in the one form of all that say the same."""
    words = side.words[one.first : one.last]
    found = rules.same.find(words)
    if not found:
        return phrase(side, one, rules.lists.light)
    inside = {n for same in found for n in range(same.first, same.last)}
    rest = [u.form for n, u in enumerate(words) if n not in inside]
    kept = tuple(form for form in rest if form not in rules.lists.light)
    return (*(f"={same.family}" for same in found), *_stems(kept, side.units.language))


def _same_clause(sides: Sides, old: Found, new: Found, rules: Rules) -> bool:
    """Whether two phrases open the same clause, or none."""
    if sides.old.words[old.first].form not in rules.lists.openers:
        return True
    one, other = _clause(sides.old, old, rules), _clause(sides.new, new, rules)
    return len(one & other) >= _ALIKE * min(len(one), len(other))


def _clause(side: Side, one: Found, rules: Rules) -> frozenset[str]:
    following = side.words[one.last : one.last + _CLAUSE]
    end = next((n for n, unit in enumerate(following) if unit.breaks), len(following))
    return frozenset(u.key for u in following[:end] if u.form not in rules.lists.light)


def _uncancelled(
    sides: Sides, gone: Sequence[Found], come: Sequence[Found], rules: Rules
) -> tuple[list[Found], list[Found]]:
    """What is left when equal phrases on both sides are taken away, one for one."""
    waiting: dict[tuple[str, ...], deque[Found]] = {}
    for one in come:
        waiting.setdefault((one.family, *_form(sides.new, one, rules)), deque()).append(one)
    left: list[Found] = []
    for one in gone:
        equals = waiting.get((one.family, *_form(sides.old, one, rules)), deque())
        for place, other in enumerate(islice(equals, _TRIED)):
            if _same_clause(sides, one, other, rules):
                del equals[place]
                break
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
