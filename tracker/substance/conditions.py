"""Qualifiers whose first words stayed and that say another thing.

In: the two sides of a change and a language's rules. Out: findings of the kind `qualifier`: a
further condition inside one that was there (`where it is known and is feasible`), another one
behind the same word (`if they agree`, `if they are able`), further things that must be weighed,
another limit behind `only`. `held` tells of qualifiers that came or went as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tracker.substance.hosts import clause_end
from tracker.substance.languages import Rules
from tracker.substance.names import Finding
from tracker.substance.phrases import Found
from tracker.substance.sides import Side, Sides

_CONDITIONS = ("condition", "exception")
_WEIGHED = "consideration"
_FURTHER = 2
"""The words that bear meaning in a further condition, at least."""
_OTHER = 1 / 4
"""The share of a clause's words that may have stayed if it is another condition."""
_LEAST = 3
"""The words that bear meaning in a clause that may be another condition."""
_LONGEST = 60
_LIMIT = 4
_NEAR = 12
"""The words behind `only` among which its limit ends."""


class _Clause(NamedTuple):
    """The words `[first, last)` behind those that open a clause on one side."""

    opened: Found
    first: int
    last: int


def conditions(sides: Sides, rules: Rules) -> Iterator[Finding]:
    """The findings, in the order of the newer text."""
    olds = rules.qualifiers.find(sides.old.words)
    old = {one.first: one for one in olds}
    weighed: dict[int, list[Found]] = {}
    for one in olds:
        if one.family == _WEIGHED:
            weighed.setdefault(sides.old.units.sentences[one.first], []).append(one)
    for one in rules.qualifiers.find(sides.new.words):
        if not sides.new.kept(one.first):
            continue
        if one.family == _WEIGHED:
            yield from _weighed(sides, weighed, one, rules)
            continue
        was = old.get(sides.new.partners[one.first])
        if was is None or was.family != one.family:
            continue
        before = _Clause(was, was.last, _end(sides.old, was))
        after = _Clause(one, one.last, _end(sides.new, one))
        if _only(sides.new, one, rules):
            yield from _limit(sides, was, one, rules)
        elif one.family in _CONDITIONS and _opens(sides.new, one, rules):
            if _case(sides.new, after, rules) != _case(sides.old, before, rules):
                continue  # one of several cases now, or no longer
            further = list(_more(sides, before, after, rules, least=_FURTHER))
            yield from further or _another(sides, before, after, rules)


def _weighed(
    sides: Sides, olds: Mapping[int, list[Found]], one: Found, rules: Rules
) -> Iterator[Finding]:
    """What must be weighed further, or no longer, behind phrases that say the same."""
    paired = sides.new.paired.get(sides.new.units.sentences[one.first], -1)
    same = olds.get(paired, [])
    if len(same) != 1:
        return
    before, after = (
        _Clause(x, x.last, _until(side, x, rules))
        for side, x in ((sides.old, same[0]), (sides.new, one))
    )
    yield from _more(sides, before, after, rules, least=1)


def _until(side: Side, one: Found, rules: Rules) -> int:
    """Where what must be weighed ends at the latest: before the clause of the next
    modal, or with the sentence."""
    sentence = side.units.sentences[one.first]
    end = one.last
    while end < min(len(side.words), one.last + _LONGEST):
        if side.units.sentences[end] != sentence:
            break
        end += 1
    modals = rules.modals.find(side.words[one.last : end])
    if not modals:
        return end
    modal = one.last + modals[0].first
    return next((n for n in range(modal, one.last, -1) if side.words[n].comma), modal)


def _opens(side: Side, one: Found, rules: Rules) -> bool:
    return side.words[one.first].form in rules.lists.openers or one.last - one.first > 1


def _case(side: Side, clause: _Clause, rules: Rules) -> bool:
    """Whether `or` stands behind a clause: it is one of several cases."""
    inside = clause.last < len(side.words)
    return inside and side.words[clause.last].form == rules.lists.conjunctions[1]


def _only(side: Side, one: Found, rules: Rules) -> bool:
    words = side.words[one.first : one.last]
    return all(unit.form in rules.modal_words.only for unit in words)


def _end(side: Side, one: Found) -> int:
    """Where a clause ends: with the words of the text before a comma, or with the sentence."""
    last = clause_end(side, one, one.last)
    if last > one.last:
        return last
    sentence = side.units.sentences[one.first]
    last = one.last
    while last < min(len(side.words), one.last + _LONGEST):
        if side.units.sentences[last] != sentence:
            break
        last += 1
    return last


def _bearing(side: Side, first: int, last: int, rules: Rules) -> list[int]:
    return [n for n in range(first, last) if side.words[n].form not in rules.lists.light]


def _more(
    sides: Sides, before: _Clause, after: _Clause, rules: Rules, *, least: int
) -> Iterator[Finding]:
    """What was joined to a clause, or left out of it: words with the `and` that joins them, where
    the other side has none."""
    inside = {*sides.old.edits[before.first : before.last]}
    inside |= {*sides.new.edits[after.first : after.last]}
    for number in sorted(inside - {-1}):
        edit = sides.edits[number]
        spans = (
            (max(edit.old_first, before.first), min(edit.old_last, before.last)),
            (max(edit.new_first, after.first), min(edit.new_last, after.last)),
        )
        joined = [
            first < last and _joined(side, first, last, rules)
            for side, (first, last) in zip((sides.old, sides.new), spans, strict=True)
        ]
        if joined[0] == joined[1]:
            continue
        side = sides.new if joined[1] else sides.old
        first, last = spans[joined[1]]
        if len(_bearing(side, first, last, rules)) <= least:
            continue
        shown = (side.evidence(first, last),)
        family = after.opened.family
        if joined[1]:
            yield Finding("qualifier", "added", (), shown, True, family)
        else:
            yield Finding("qualifier", "removed", shown, (), True, family)


def _joined(side: Side, first: int, last: int, rules: Rules) -> bool:
    """Whether a run begins or ends with a word for `and`, which joins it to what stands beside."""
    joins = rules.lists.conjunctions[0]
    if side.words[first].form == joins or side.words[last - 1].form == joins:
        return True
    same = rules.same.find(side.words[first : first + _LIMIT])
    return bool(same) and same[0].first == 0 and same[0].family == joins


def _another(sides: Sides, before: _Clause, after: _Clause, rules: Rules) -> Iterator[Finding]:
    """Another condition behind the same word, before the same rule."""
    shares = []
    for side, clause in ((sides.old, before), (sides.new, after)):
        own = _bearing(side, clause.first, clause.last, rules)
        if len(own) < _LEAST:
            return
        shares.append(sum(side.partners[n] >= 0 for n in own) / len(own))
    rule = (
        _bearing(sides.new, after.last, after.last + _LIMIT, rules)
        if (after.last + _LIMIT <= len(sides.new.words))
        else []
    )
    if max(shares) <= _OTHER and any(sides.new.partners[n] >= 0 for n in rule):
        old = sides.old.evidence(before.opened.first, before.last)
        new = sides.new.evidence(after.opened.first, after.last)
        yield Finding("qualifier", "replaced", (old,), (new,), False, after.opened.family)


def _limit(sides: Sides, was: Found, one: Found, rules: Rules) -> Iterator[Finding]:
    """Another limit right behind `only`."""
    ends = [_changed(side, x, rules) for side, x in ((sides.old, was), (sides.new, one))]
    if all(first < last for first, last in ends):
        old = sides.old.evidence(was.first, ends[0][1])
        new = sides.new.evidence(one.first, ends[1][1])
        yield Finding("qualifier", "replaced", (old,), (new,), True, one.family)


def _changed(side: Side, one: Found, rules: Rules) -> tuple[int, int]:
    """The words right behind a phrase up to the last that bears meaning and has no partner; none if
    the first that bears meaning has one, or if they are many."""
    last = one.last
    end = min(len(side.words), one.last + _NEAR)
    for n in _bearing(side, one.last, end, rules):
        if side.partners[n] >= 0 or side.words[n].breaks:
            return one.last, last
        last = n + 1
    return one.last, one.last
