"""Qualifiers, safeguards and sanctions that came in, went out or were replaced.

In: the two sides of a change and a language's rules. Out: findings of the kinds `qualifier`,
`safeguard` and `penalty`. A qualifier of a sentence that is new or gone as a whole qualifies no
rule that was there, and is not sure; a safeguard protects in a sentence of its own too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.substance.languages import Rules
from tracker.substance.names import Evidence, Finding, Kind
from tracker.substance.occurrences import Turn, phrase, turns
from tracker.substance.phrases import Found
from tracker.substance.sides import Side, Sides

_PHRASE = 10
"""In an edit of more words, a qualifier that stands after the first `_BEGINNING` is buried."""
_BEGINNING = 2
_OPENING = ("condition", "exception")
"""Families whose words open a clause on what stands before them."""
_CLAUSE = 4
"""The words that a clause of a condition has at least."""
_ALONE = 3
_FEW = ("appropriateness", "degree")
"""Families whose unsure words are sure where they came or went nearly alone."""
_LONG = 80
"""In a deletion of more words, a safeguard that is named is rarely what it is about."""


def qualifiers(sides: Sides, rules: Rules) -> list[Finding]:
    """The changes of qualifiers."""
    return [
        _finding(
            "qualifier",
            sides,
            turn,
            sure=_kept(sides, turn)
            and not _buried(sides, turn, rules)
            and (turn.sure or _plain_case(sides, turn, rules)),
        )
        for turn in turns(sides, rules.qualifiers, rules.lists.light)
    ]


def _buried(sides: Sides, turn: Turn, rules: Rules) -> bool:
    """Whether a phrase came or went in the midst of others, so that what it qualifies is likely
    to have come or gone with it."""
    if turn.old is not None and turn.new is not None:
        return False
    side, one = (sides.new, turn.new) if turn.old is None else (sides.old, turn.old)
    if one is None or side.edits[one.first] < 0:
        return False
    edit = sides.edits[side.edits[one.first]]
    first, last = (
        (edit.new_first, edit.new_last) if turn.old is None else (edit.old_first, edit.old_last)
    )
    item = side.words[first].form in rules.lists.conjunctions
    deep = turn.family not in _OPENING and one.first - first > _BEGINNING and last - one.last > 1
    return last - first > _PHRASE and (item or deep)


def _plain_case(sides: Sides, turn: Turn, rules: Rules) -> bool:
    """Whether a word that often does another job does this one: it came or went alone or with a
    word or two, or begins a clause that did."""
    if turn.old is not None and turn.new is not None:
        return False
    side, one = (sides.new, turn.new) if turn.old is None else (sides.old, turn.old)
    if one is None:
        return False
    number = side.edits[one.first]
    if number < 0:
        return False
    edit = sides.edits[number]
    first, last = (
        (edit.new_first, edit.new_last) if turn.old is None else (edit.old_first, edit.old_last)
    )
    if edit.old_last > edit.old_first and edit.new_last > edit.new_first:
        return False
    unit = side.words[one.first]
    if unit.form in rules.lists.openers:
        return (unit.comma or unit.breaks or one.first == 0) and last - one.first >= _CLAUSE
    return turn.family in _FEW and last - first <= _ALONE


def safeguards(sides: Sides, rules: Rules, common: frozenset[str]) -> list[Finding]:
    """The changes of safeguards; what is `common` in the whole text shows little."""
    light = rules.lists.light
    found: list[Finding] = []
    for turn in turns(sides, rules.safeguards, light):
        told = [
            " ".join(phrase(side, one, light))
            for side, one in ((sides.old, turn.old), (sides.new, turn.new))
            if one is not None
        ]
        sure = turn.sure and not all(words in common for words in told)
        sure = sure and not _rephrased(sides, turn, light) and not _in_long(sides, turn)
        found.append(_finding("safeguard", sides, turn, sure=sure))
    return found


def penalties(sides: Sides, rules: Rules, numbers: Sequence[Finding]) -> list[Finding]:
    """Sanctions that came, went or changed, and numbers in a sentence that tells a sanction."""
    found = [
        _finding("penalty", sides, turn, sure=turn.sure)
        for turn in turns(sides, rules.penalties, rules.lists.light)
    ]
    if found or not numbers:
        return found
    side = sides.new
    sentences = {side.units.sentences[one.first] for one in rules.penalties.find(side.words)}
    starts = {unit.start + side.at: n for n, unit in enumerate(side.words)}
    for number in numbers:
        places = (starts[words.start] for words in number.new)
        if any(side.units.sentences[n] in sentences for n in places):
            found.append(replace(number, kind="penalty"))
    return found


def _finding(kind: Kind, sides: Sides, turn: Turn, *, sure: bool) -> Finding:
    old, new = _words(sides.old, turn.old), _words(sides.new, turn.new)
    return Finding(kind, turn.direction, old, new, sure, turn.family)


def _words(side: Side, one: Found | None) -> tuple[Evidence, ...]:
    return () if one is None else (side.evidence(one.first, one.last),)


def _kept(sides: Sides, turn: Turn) -> bool:
    return (turn.old is None or sides.old.kept(turn.old.first)) and (
        turn.new is None or sides.new.kept(turn.new.first)
    )


def _rephrased(sides: Sides, turn: Turn, light: frozenset[str]) -> bool:
    """Whether half of the words of a phrase that came or went are on the other side too."""
    if turn.old is not None and turn.new is not None:
        return False
    side, one = (sides.new, turn.new) if turn.old is None else (sides.old, turn.old)
    if one is None:
        return False
    own = [n for n in range(one.first, one.last) if side.words[n].form not in light]
    held = sum(1 for n in own if side.partners[n] >= 0)
    return held * 2 >= len(own)


def _in_long(sides: Sides, turn: Turn) -> bool:
    if turn.new is not None or turn.old is None or sides.old.edits[turn.old.first] < 0:
        return False
    edit = sides.edits[sides.old.edits[turn.old.first]]
    return edit.old_last - edit.old_first > _LONG
