"""References to provisions and instruments that came, went or point elsewhere.

In: the two sides of a change. Out: findings of the kind `reference`, and the words of all
references, whose numbers are no thresholds. Which numbers only follow a new numbering is told by
whoever knows both drafts; where nobody does, another number is not a sure change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.substance.languages import Rules
from tracker.substance.names import Evidence, Finding, Spans
from tracker.substance.sides import Side, Sides

_ROMAN = frozenset("ivxlc")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words `[first, last)` that name a provision or an instrument; `key` is what they point at."""

    first: int
    last: int
    key: tuple[str, ...]


def pointers(side: Side, rules: Rules) -> list[Pointer]:
    """The references in a text, in order."""
    words = side.words
    found: list[Pointer] = []
    at = 0
    while at < len(words):
        form = words[at].form
        if form in rules.lists.divisions or form in rules.lists.instruments:
            last = _end(side, at, rules)
            if last > at + 1:
                key = tuple(
                    u.key
                    for u in words[at:last]
                    if _number(u.form, u.title) or u.form in rules.lists.instruments
                )
                found.append(Pointer(at, last, key))
                at = last
                continue
        at += 1
    return found


def _number(form: str, title: bool = False) -> bool:
    """Whether a word is the number of something: digits, one letter, a Roman number."""
    if form[0].isdigit():
        return True
    return len(form) == 1 or (len(form) <= 6 and set(form) <= _ROMAN)


def _end(side: Side, at: int, rules: Rules) -> int:
    """Where the reference that may begin at `at` ends; `at + 1` if there is no number."""
    words, lists = side.words, rules.lists
    last = n = at + 1
    while n < len(words) and n - at < _LONGEST and not words[n].breaks:
        form = words[n].form
        if form == "a" and not _bracketed(side, n):
            break
        if (_number(form) and form != "a") or _bracketed(side, n):
            last = n + 1
        elif (form not in lists.connectors and form not in lists.divisions | lists.instruments) or (
            form in lists.divisions and not (n + 1 < len(words) and _numbered(side, n + 1))
        ):
            break
        n += 1
    return last


def _numbered(side: Side, n: int) -> bool:
    return _number(side.words[n].form) or _bracketed(side, n)


def _bracketed(side: Side, n: int) -> bool:
    """Whether a word of one to four letters stands in round brackets: `(a)`, `(iii)`."""
    unit, text = side.words[n], side.units.text
    before, after = text[unit.start - 1 : unit.start], text[unit.end : unit.end + 1]
    return before == "(" and after == ")" and len(unit.form) <= 4


def references(
    sides: Sides, rules: Rules, consequential: tuple[Spans, Spans] | None
) -> list[Finding]:
    """The changes of references."""
    left_out = consequential or (frozenset(), frozenset())
    gone = [p for p in pointers(sides.old, rules) if _told(sides.old, p, left_out[0])]
    come = [p for p in pointers(sides.new, rules) if _told(sides.new, p, left_out[1])]
    equal = Counter(p.key for p in gone) & Counter(p.key for p in come)
    gone, come = _without(gone, equal), _without(come, equal)
    found: list[Finding] = []
    told: set[Pointer] = set()
    by_edit = {e: p for p in come[::-1] for e in sides.new.edited(p.first, p.last)}
    by_place = {n: p for p in come for n in range(p.first, p.last)}
    for one in gone:
        partner = _partner(sides, one, by_edit, by_place)
        old = (_words(sides.old, one),)
        if partner is None or partner in told:
            sure = sides.old.kept(one.first)
            found.append(Finding("reference", "removed", old, (), sure))
            continue
        told.add(partner)
        new = (_words(sides.new, partner),)
        found.append(Finding("reference", "replaced", old, new, consequential is not None))
    for one in come:
        if one in told:
            continue
        new = (_words(sides.new, one),)
        found.append(Finding("reference", "added", (), new, sides.new.kept(one.first)))
    return found


def _words(side: Side, one: Pointer) -> Evidence:
    """The words of a reference, with the bracket that closes its last number."""
    start, end = side.words[one.first].start, side.words[one.last - 1].end
    text = side.units.text
    inside = text[start:end]
    return side.passage(start, end + (text[end : end + 1] == ")" and "(" in inside))


def _told(side: Side, one: Pointer, left_out: Spans) -> bool:
    """Whether a reference is touched by an edit and is not one that only follows the numbering."""
    if side.untouched(one.first, one.last):
        return False
    start, end = side.words[one.first].start + side.at, side.words[one.last - 1].end + side.at
    return not any(left < end and start < right for left, right in left_out)


def _without(found: list[Pointer], equal: Counter[tuple[str, ...]]) -> list[Pointer]:
    """The pointers without as many of each key as `equal` counts."""
    left = Counter(equal)
    kept: list[Pointer] = []
    for one in found:
        if left[one.key]:
            left[one.key] -= 1
        else:
            kept.append(one)
    return kept


def _partner(
    sides: Sides, one: Pointer, by_edit: Mapping[int, Pointer], by_place: Mapping[int, Pointer]
) -> Pointer | None:
    """What came where a reference went: in the same edit, or with a word of it."""
    for edit in sorted(sides.old.edited(one.first, one.last)):
        if edit in by_edit:
            return by_edit[edit]
    places = sides.old.partners[one.first : one.last]
    return next((by_place[place] for place in places if place in by_place), None)
