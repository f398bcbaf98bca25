"""Qualifiers, safeguards and sanctions that came in, went out or were replaced.

In: the two sides of a change and a language's rules. Out: findings of the kinds `qualifier`,
`safeguard` and `penalty`. A qualifier of a sentence that is new or gone as a whole qualifies no
rule that was there, and is not sure; a safeguard protects in a sentence of its own too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.substance.hosts import Setting, clause_end, setting
from tracker.substance.languages import Rules
from tracker.substance.names import Evidence, Finding, Kind
from tracker.substance.occurrences import Turn, phrase, turns
from tracker.substance.phrases import Found
from tracker.substance.sides import Side, Sides

_CLAUSE = 4
"""The words that a clause of a condition has at least, if the word that opens it is not sure."""
_CAME = 0.6
"""The share of these words that must have come or gone."""
_KNOWN = 2 / 3
"""The share of a clause's words that stand on the other side if it tells nothing new."""
_FEW = ("appropriateness", "degree", "necessity")
"""Families whose unsure words are sure where they came or went alone."""
_SHORT = 10
"""In an edit of more words, a phrase that took another's place is not sure to do its job."""
_LAW = "law"
"""The family of references to law: another law is another reference, not always a condition."""
_LONG = 60
"""Where more words went, a safeguard that is named among them is rarely what it is about."""
_WINDOW = 60
"""The words on either side of a phrase that are looked at."""
_NAMED = ("safeguard", "data protection", "privacy", "consent", "confidentiality")
"""Families whose words also name what others are about, in a longer phrase that went."""
_NEAR = 12
"""So far from where it stood, the words of a phrase are only put otherwise."""


def qualifiers(sides: Sides, rules: Rules) -> list[Finding]:
    """The changes of qualifiers. What only may be one and stands in the midst of other words is
    left out, as is what stands in a sentence without a partner: both qualify nothing that was
    there before."""
    found: list[Finding] = []
    for turn in turns(sides, rules.qualifiers, rules):
        settings = [setting(sides, side, one, rules) for side, one in _ends(sides, turn)]
        if {"new", "item"} & set(settings) or ("buried" in settings and not turn.sure):
            continue
        sure = not {"buried", "instead"} & set(settings)
        if len(settings) > 1:
            sure = sure and _replaced(sides, turn)
        else:
            sure = sure and (turn.sure or _plain(sides, turn, rules, settings[0]))
        found.append(_finding("qualifier", sides, turn, sure=sure))
    return found


def _ends(sides: Sides, turn: Turn) -> list[tuple[Side, Found]]:
    """The phrases of a turn, each with its side."""
    both = (sides.old, turn.old), (sides.new, turn.new)
    return [(side, one) for side, one in both if one is not None]


def _replaced(sides: Sides, turn: Turn) -> bool:
    """Whether one phrase surely took another's place."""
    numbers = {n for side, one in _ends(sides, turn) for n in side.edited(one.first, one.last)}
    edits = [sides.edits[number] for number in numbers]
    longest = max(max(e.old_last - e.old_first, e.new_last - e.new_first) for e in edits)
    return turn.sure and turn.family != _LAW and longest <= _SHORT


def _plain(sides: Sides, turn: Turn, rules: Rules, where: Setting) -> bool:
    """Whether a word that often does another job does this one: it came or went alone, or begins
    a clause that did."""
    ((side, one),) = _ends(sides, turn)
    unit = side.words[one.first]
    if unit.form not in rules.lists.openers:
        return turn.family in _FEW and where == "alone"
    bound = unit.comma or unit.breaks or one.first == 0
    run = place = one.last
    end = min(len(side.words), one.last + _WINDOW)
    while place < end and not side.words[place].breaks:
        if side.partners[place] < 0:
            run = place + 1
        elif side.words[place].form not in rules.lists.light:
            break
        place += 1
    last = clause_end(side, one, run)
    came = sum(1 for n in range(one.first, last) if side.partners[n] < 0)
    known = _known(sides, side, Found("", one.first, last, False), rules)
    return bound and not known and came >= max(_CLAUSE, _CAME * (last - one.first))


def _known(sides: Sides, side: Side, clause: Found, rules: Rules) -> bool:
    """Whether most words of a clause stand on the other side too: it then only says what the rule
    is about (`where processing is based on consent, the consent …`)."""
    there = _opposite(sides, side, clause, _WINDOW)
    inside = side.words[clause.first + 1 : clause.last]
    own = [unit.key for unit in inside if unit.form not in rules.lists.light]
    return sum(key in there for key in own) >= _KNOWN * len(own)


def _opposite(sides: Sides, side: Side, one: Found, width: int) -> set[str]:
    """The words of the other side in the place of a phrase, and `width` words around it."""
    other = sides.old if side is sides.new else sides.new
    edit = sides.edits[min(side.edited(one.first, one.last))]
    first, last = (
        (edit.old_first, edit.old_last) if other is sides.old else (edit.new_first, edit.new_last)
    )
    last = min(last, first + _WINDOW)
    return {unit.key for unit in other.words[max(0, first - width) : last + width]}


def safeguards(sides: Sides, rules: Rules, common: frozenset[str]) -> list[Finding]:
    """The changes of safeguards; what is `common` in the whole text shows little."""
    light = rules.lists.light
    there = [
        {phrase(side, one, light) for one in rules.safeguards.find(side.words)}
        for side in (sides.old, sides.new)
    ]
    found: list[Finding] = []
    for turn in turns(sides, rules.safeguards, rules):
        told = [
            " ".join(phrase(side, one, light))
            for side, one in ((sides.old, turn.old), (sides.new, turn.new))
            if one is not None
        ]
        sure = turn.sure and not all(words in common for words in told)
        sure = sure and not _rephrased(sides, turn, light) and not _in_long(sides, turn)
        if turn.family in _NAMED and (turn.old is None or turn.new is None):
            # What is said once more, or once less, may protect nothing else.
            said = {phrase(side, one, light) for side, one in _ends(sides, turn)}
            sure = sure and not said <= there[turn.new is None]
        found.append(_finding("safeguard", sides, turn, sure=sure))
    return found


def penalties(sides: Sides, rules: Rules, numbers: Sequence[Finding]) -> list[Finding]:
    """Sanctions that came, went or changed, and numbers in a sentence that tells a sanction."""
    found = [
        _finding("penalty", sides, turn, sure=turn.sure)
        for turn in turns(sides, rules.penalties, rules)
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


def _rephrased(sides: Sides, turn: Turn, light: frozenset[str]) -> bool:
    """Whether half of the words of a phrase that came or went have partners, or all stand on the
    other side in its place."""
    ends = _ends(sides, turn)
    if len(ends) > 1:
        return False
    ((side, one),) = ends
    own = [n for n in range(one.first, one.last) if side.words[n].form not in light]
    held = sum(1 for n in own if side.partners[n] >= 0)
    if held * 2 >= len(own):
        return True
    there = _opposite(sides, side, one, _NEAR)
    return all(side.words[n].key in there for n in own)


def _in_long(sides: Sides, turn: Turn) -> bool:
    """Whether a phrase that went did so in the midst of much else."""
    if turn.new is not None or turn.old is None:
        return False
    first = max(0, turn.old.first - _WINDOW)
    gone = sum(1 for p in sides.old.partners[first : turn.old.last + _WINDOW] if p < 0)
    edit = sides.edits[min(sides.old.edited(turn.old.first, turn.old.last))]
    length = edit.old_last - edit.old_first
    return gone > _LONG or (turn.family in _NAMED and length > _SHORT)
