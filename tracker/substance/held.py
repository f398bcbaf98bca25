"""Qualifiers and sanctions that came in, went out or were replaced.

In: the two sides of a change and a language's rules. Out: findings of the kinds `qualifier` and
`penalty`. A qualifier of a sentence that is new or gone as a whole qualifies no rule that was
there, and is not sure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tracker.substance.hosts import Setting, clause_end, setting
from tracker.substance.languages import Rules
from tracker.substance.names import Evidence, Finding, Kind
from tracker.substance.occurrences import NAMES, Turn, turns
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
_SET = ("appropriateness", "possibility", "time", "rule", "discretion", "law", "consideration")
"""Families of set phrases that say how far the clause holds in which they stand."""
_EXCEPTION, _CONDITION, _WEIGHED = "exception", "condition", "consideration"
_RIGHT = "right"
_ASIDE = 15
_PAIR = 2
_REASON = "reason"
_MEASURES = ("degree", "reason", "law", "possibility", "discretion")
"""Families whose phrases of several words say the same in the midst of other words."""
WINDOW = 60
"""The words on either side of a phrase that are looked at."""


def qualifiers(sides: Sides, rules: Rules) -> list[Finding]:
    """The changes of qualifiers. What only may be one and stands in the midst of other words is
    left out, as is what stands in a sentence without a partner: both qualify nothing that was
    there before."""
    found: list[Finding] = []
    every = turns(sides, rules.qualifiers, rules)
    # What is `unlawful` may be `contrary to the rules` in the newer text.
    lawful = {turn.direction for turn in every if turn.family == _RIGHT}
    for turn in every:
        settings = [setting(sides, side, one, rules) for side, one in ends(sides, turn)]
        midst = {"buried", "rewritten"} & set(settings)
        if {"new", "item"} & set(settings) or (midst and not turn.sure):
            continue
        sure = not midst and "instead" not in settings
        sure = sure or (not {"instead", "rewritten"} & set(settings) and _measures(turn))
        sure = sure and (turn.family != _RIGHT or len(lawful) == 1)
        if len(settings) > 1:
            sure = sure and _replaced(sides, turn)
        else:
            sure = sure and (turn.sure or _plain(sides, turn, rules, settings[0]))
            sure = sure or (turn.sure and _aside(sides, turn, rules))
            sure = sure and not _rephrased(sides, turn, rules)
            sure = sure and not _instead(sides, turn, rules)
        found.append(finding("qualifier", sides, turn, sure=sure))
    return found


def _measures(turn: Turn) -> bool:
    """Whether a phrase says how far a rule holds wherever it stands: what is reasonable, or a set
    phrase of several words. A single adjective may have come with its noun."""
    if not turn.sure or turn.family not in _MEASURES:
        return False
    several = all(x.last - x.first >= _PAIR for x in (turn.old, turn.new) if x is not None)
    return several or turn.family == _REASON


def ends(sides: Sides, turn: Turn) -> list[tuple[Side, Found]]:
    """The phrases of a turn, each with its side."""
    both = (sides.old, turn.old), (sides.new, turn.new)
    return [(side, one) for side, one in both if one is not None]


def _rephrased(sides: Sides, turn: Turn, rules: Rules) -> bool:
    """Whether the words that bear the meaning of a phrase stayed: `on request` that became `of
    receiving the request` is only put otherwise."""
    ((side, one),) = ends(sides, turn)
    empty = rules.lists.light | rules.modal_words.prefaces | rules.lists.openers
    own = [n for n in range(one.first, one.last) if side.words[n].form not in empty]
    return bool(own) and all(side.partners[n] >= 0 for n in own)


def _instead(sides: Sides, turn: Turn, rules: Rules) -> bool:
    """Whether a phrase may say only what other words said that went for it: `fixed in proportion
    to` and `fixed taking into account`, `choose a keeper` and `use only keepers`. What names
    another law behind the words that stayed (`in accordance with`) is another reference."""
    ((side, one),) = ends(sides, turn)
    if turn.family == _LAW:
        return side.partners[one.first] >= 0
    numbers = side.edited(one.first, one.last)
    if not numbers:
        return False
    edit = sides.edits[min(numbers)]
    first, last, other = edit.new_first, edit.new_last, sides.new
    if side is sides.new:
        first, last, other = edit.old_first, edit.old_last, sides.old
    went = [u for u in other.words[first:last] if u.form not in rules.lists.light]
    if turn.family == _WEIGHED:  # what went may have said how much, as `proportionate to` does
        return bool(rules.safeguards.find(went) or rules.qualifiers.find(went))
    only = all(u.form in rules.modal_words.only for u in side.words[one.first : one.last])
    if not only or turn.old is not None or not went or one.last >= len(side.words):
        return False
    behind = side.words[one.last].form
    return behind not in rules.lists.light | rules.lists.openers | rules.lists.narrowing


def _aside(sides: Sides, turn: Turn, rules: Rules) -> bool:
    """Whether a set phrase stands apart from the words around it (`shall, where possible, keep`)
    or opens the sentence: then it qualifies the whole clause, however much of that is new."""
    ((side, one),) = ends(sides, turn)
    if all(unit.form in rules.modal_words.only for unit in side.words[one.first : one.last]):
        return True  # `only` limits the sentence in which it came, whatever else is new
    if turn.family not in _SET or one.last - one.first < _PAIR:
        return False
    words, last = side.words, one.last
    opens = one.first == 0 or words[one.first].breaks
    apart = words[one.first].comma or opens
    closed = last == len(words) or words[last].comma or words[last].breaks
    if not (apart and closed):
        return False
    around = [n for n in (one.first - 1, last) if 0 <= n < len(words)]
    return opens or any(side.partners[n] >= 0 for n in around)


def _replaced(sides: Sides, turn: Turn) -> bool:
    """Whether one phrase surely took another's place."""
    numbers = {n for side, one in ends(sides, turn) for n in side.edited(one.first, one.last)}
    edits = [sides.edits[number] for number in numbers]
    longest = max(max(e.old_last - e.old_first, e.new_last - e.new_first) for e in edits)
    return turn.sure and turn.family != _LAW and longest <= _SHORT


def _plain(sides: Sides, turn: Turn, rules: Rules, where: Setting) -> bool:
    """Whether a word that often does another job does this one: it came or went alone, or begins
    a clause that did."""
    ((side, one),) = ends(sides, turn)
    unit = side.words[one.first]
    if turn.family == _CONDITION and _apart(side, one):
        return True
    if unit.form not in rules.lists.openers and turn.family != _EXCEPTION:
        return turn.family in _FEW and where == "alone"
    bound = unit.comma or unit.breaks or one.first == 0
    joined = one.first > 0 and side.words[one.first - 1].form in rules.lists.conjunctions
    bound = bound or (joined and side.words[one.first - 1].comma)
    run = place = one.last
    end = min(len(side.words), one.last + WINDOW)
    while place < end and not side.words[place].breaks:
        if side.partners[place] < 0:
            run = place + 1
        elif side.words[place].form not in rules.lists.light:
            break
        place += 1
    last = clause_end(side, one, run)
    came = sum(1 for n in range(one.first, last) if side.partners[n] < 0)
    known = _known(sides, side, Found("", one.first, last, False), rules)
    return (
        (bound or where == "clause")
        and not known
        and came >= max(_CLAUSE, _CAME * (last - one.first))
    )


def _apart(side: Side, one: Found) -> bool:
    """Whether a phrase opens words between two commas that came or went as a whole, beside words
    that stayed: `shall, prior to the sale, warn`."""
    words, first = side.words, one.first
    if not words[first].comma or first == 0 or side.partners[first - 1] < 0:
        return False
    last = next(
        (n for n in range(one.last, min(len(words), first + _ASIDE)) if words[n].comma), first
    )
    new = all(side.partners[n] < 0 and not words[n].breaks for n in range(first, last))
    return last > one.last and new and side.partners[last] >= 0


def _known(sides: Sides, side: Side, clause: Found, rules: Rules) -> bool:
    """Whether most words of a clause stand on the other side too: it then only says what the rule
    is about (`where processing is based on consent, the consent …`)."""
    there = opposite(sides, side, clause, WINDOW)
    inside = side.words[clause.first + 1 : clause.last]
    own = [unit.key for unit in inside if unit.form not in rules.lists.light]
    return sum(key in there for key in own) >= _KNOWN * len(own)


def opposite(sides: Sides, side: Side, one: Found, width: int) -> set[str]:
    """The words of the other side in the place of a phrase, and `width` words around it."""
    other = sides.old if side is sides.new else sides.new
    edit = sides.edits[min(side.edited(one.first, one.last))]
    first, last = (
        (edit.old_first, edit.old_last) if other is sides.old else (edit.new_first, edit.new_last)
    )
    last = min(last, first + WINDOW)
    return {unit.key for unit in other.words[max(0, first - width) : last + width]}


def penalties(sides: Sides, rules: Rules, numbers: Sequence[Finding]) -> list[Finding]:
    """Sanctions that came, went or changed, and numbers in a sentence that tells a sanction."""
    found = [
        finding("penalty", sides, turn, sure=turn.sure)
        for turn in turns(sides, rules.penalties, rules)
    ]
    if found or not numbers:
        return found
    side = sides.new
    told = (one for one in rules.penalties.find(side.words) if one.family != NAMES and one.sure)
    sentences = {side.units.sentences[one.first] for one in told}
    ends = [unit.end + side.at for unit in side.words]
    for number in numbers:
        # A sign of money stands before the word.
        places = (bisect_right(ends, words.start) for words in number.new)
        if any(side.units.sentences[n] in sentences for n in places):
            found.append(replace(number, kind="penalty"))
    return found


def finding(kind: Kind, sides: Sides, turn: Turn, *, sure: bool) -> Finding:
    old, new = _words(sides.old, turn.old), _words(sides.new, turn.new)
    return Finding(kind, turn.direction, old, new, sure, turn.family)


def _words(side: Side, one: Found | None) -> tuple[Evidence, ...]:
    return () if one is None else (side.evidence(one.first, one.last),)
