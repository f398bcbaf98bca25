"""Safeguards that came in, went out or were replaced.

In: the two sides of a change and a language's rules. Out: findings of the kind `safeguard`. A
safeguard protects in a sentence of its own too, so that it counts wherever it came or went. One
that is only put otherwise, or that is the matter of the whole text, is not sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.substance.held import WINDOW, ends, finding, opposite
from tracker.substance.hosts import setting
from tracker.substance.languages import Rules
from tracker.substance.names import Direction, Finding
from tracker.substance.occurrences import Turn, phrase, turns
from tracker.substance.phrases import Found
from tracker.substance.sides import Side, Sides
from tracker.substance.titles import titles

_LONG = 60
"""Where more words went, a safeguard that is named among them is rarely what it is about."""
_SHORT = 15
_NAMED = ("safeguard", "data protection", "privacy", "consent", "confidentiality")
"""Families whose words also name what others are about, in a longer phrase that went."""
_BY_ITSELF = ("remedy", "proportionality", "review", "right")
"""Families whose words protect by themselves, however much else went."""
_SAFEGUARD, _REVIEW, _REMEDY = "safeguard", "review", "remedy"
_REACH = 20
"""The words before a phrase among which it may be said that it holds elsewhere."""
_NEAR = 12
"""So far from where it stood, the words of a phrase are only put otherwise."""
_TOLD = "notification"
"""The family of words for telling somebody: another addressee is another actor."""
_APART = 3
_TRIED = 50
_FAR = 1_000_000
_PLACE = 40
"""In an edit of more words, what came need not do the job of what went."""


def safeguards(sides: Sides, rules: Rules, common: frozenset[str]) -> list[Finding]:
    """The changes of safeguards; what is `common` in the whole text shows little."""
    light = rules.lists.light
    there = [
        {phrase(side, one, light) for one in rules.safeguards.find(side.words)}
        for side in (sides.old, sides.new)
    ]
    sure: list[Turn] = []
    rest: list[Turn] = []
    weak: list[Turn] = []
    labels = [titles(side, rules) for side in (sides.old, sides.new)]
    for turn in turns(sides, rules.safeguards, rules):
        if _told_another(sides, turn) or _label(turn, labels):
            continue
        said = {phrase(side, one, light) for side, one in ends(sides, turn)}
        matter = all(" ".join(words) in common for words in said)
        once_more = turn.family in _NAMED and turn.direction != "replaced"
        surely = (
            (any(one.sure for _, one in ends(sides, turn)) or _alone(sides, turn, rules))
            and not matter
            and not _reserved(sides, turn, rules)
            and not _rephrased(sides, turn, light)
            and not _in_long(sides, turn)
            # What is said once more, or once less, may protect nothing else.
            and not (once_more and said <= there[turn.new is None])
        )
        (sure if surely else rest).append(turn)
        if not surely and not matter and (turn.sure or turn.family not in _NAMED):
            weak.append(turn)
    together = _in_place(sides, sure, weak, light)
    told = {one for turn in together for one in (turn.old, turn.new) if one is not None}
    found = _merged(_directed(sides, turn, light) for turn in together)
    left = (turn for turn in rest if not {turn.old, turn.new} & told)
    return found + [finding("safeguard", sides, turn, sure=False) for turn in left]


def _directed(sides: Sides, turn: Turn, light: frozenset[str]) -> Finding:
    """A turn as a finding; a phrase that got a further word protects more, and is no other one:
    `consent` that became `explicit consent`."""
    one = finding("safeguard", sides, turn, sure=True)
    return replace(one, direction=_direction(sides, turn, light))


def _direction(sides: Sides, turn: Turn, light: frozenset[str]) -> Direction:
    if turn.old is None or turn.new is None:
        return turn.direction
    gone, come = (
        not _kept(side, words, light)
        for side, words in ((sides.old, turn.old), (sides.new, turn.new))
    )
    return "replaced" if gone == come else "added" if come else "removed"


def _merged(found: Iterable[Finding]) -> list[Finding]:
    """The findings, with those that have the same new words as one: several went for one."""
    held: dict[object, Finding] = {}
    for one in found:
        key = one.new or one
        before = held.get(key)
        held[key] = one if before is None else replace(before, old=(*before.old, *one.old))
    return list(held.values())


def _in_place(
    sides: Sides, sure: Sequence[Turn], weak: Sequence[Turn], light: frozenset[str]
) -> list[Turn]:
    """The sure turns, with each phrase that went and a sure one that came in its place as one turn;
    what went may be one of the `weak`, which protect less surely. A phrase that only got a further
    word came in no other's place."""
    joined: list[Turn] = []
    nearby: dict[int, list[Turn]] = {}
    for turn in sure:
        further = turn.old is not None and _direction(sides, turn, light) != "replaced"
        if turn.new is not None and not further:
            nearby.setdefault(sides.new.units.sentences[turn.new.first], []).append(turn)
    for turn in (*sure, *weak):
        if turn.old is None or turn.new is not None:
            continue
        sentence = sides.old.paired.get(sides.old.units.sentences[turn.old.first], -1)
        others = nearby.get(sentence, ())[:_TRIED]
        other = next((t for t in others if _same_place(sides, turn, t)), None)
        if other is not None:
            joined.append(Turn(turn.old, other.new))
    placed = {one for turn in joined for one in (turn.old, turn.new)} - {None}
    whole = [t for t in sure if t.direction == "replaced" or not {t.old, t.new} & placed]
    return sorted(whole + joined, key=_place)


def _place(turn: Turn) -> tuple[int, int]:
    """Where a turn stands, for the order of telling."""
    return (turn.old.first if turn.old else _FAR, turn.new.first if turn.new else _FAR)


def _same_place(sides: Sides, gone: Turn, came: Turn) -> bool:
    """Whether two phrases stand in one edit, no longer than a clause; a few words that stayed in
    its midst do not part it."""
    old, new = gone.old, came.new
    if old is None or new is None:
        return False
    ones, others = sides.old.edited(old.first, old.last), sides.new.edited(new.first, new.last)
    if not ones or not others:
        return False
    first, last = min(*ones, *others), max(*ones, *others)
    if last - first > _PLACE:
        return False
    between = pairwise(sides.edits[first : last + 1])
    if any(after.old_first - before.old_last > _APART for before, after in between):
        return False
    begin, end = sides.edits[first], sides.edits[last]
    return max(end.old_last - begin.old_first, end.new_last - begin.new_first) <= _PLACE


def _told_another(sides: Sides, turn: Turn) -> bool:
    """Whether the same is told to somebody else: `inform the applicant`, `inform the owner`."""
    if turn.family != _TOLD or turn.old is None or turn.new is None:
        return False
    return sides.old.partners[turn.old.first] == turn.new.first


def _rephrased(sides: Sides, turn: Turn, light: frozenset[str]) -> bool:
    """Whether half of the words of a phrase that came or went have partners, or all stand on the
    other side in its place."""
    if turn.old is not None and turn.new is not None:
        return _kept(sides.old, turn.old, light) and _kept(sides.new, turn.new, light)
    ((side, one),) = ends(sides, turn)
    own = _own(side, one, light)
    held = sum(1 for n in own if side.partners[n] >= 0)
    if held * 2 >= len(own):
        return True
    there = opposite(sides, side, one, _NEAR)
    return all(side.words[n].key in there for n in own)


def _label(turn: Turn, labels: Sequence[frozenset[int]]) -> bool:
    """Whether a phrase is only the name that a rule got, in quotation marks and brackets."""
    both = zip((turn.old, turn.new), labels, strict=True)
    return any(one is not None and one.first in places for one, places in both)


def _alone(sides: Sides, turn: Turn, rules: Rules) -> bool:
    """Whether a word that protects in some sentences only came or went alone before a word that
    stayed (`an independent authority`), or named safeguards came where none were named."""
    if turn.old is not None and turn.new is not None:
        return False
    if turn.family == _SAFEGUARD:
        return turn.new is not None
    ((side, one),) = ends(sides, turn)
    words = sides.edits[min(side.edited(one.first, one.last), default=-1)]
    first, last = (
        (words.old_first, words.old_last)
        if side is sides.old
        else (words.new_first, words.new_last)
    )
    whole = (first, last) == (one.first, one.last)
    return whole and turn.family == _REVIEW and setting(sides, side, one, rules) == "alone"


def _reserved(sides: Sides, turn: Turn, rules: Rules) -> bool:
    """Whether a phrase names what holds elsewhere all the same: `without prejudice to the duty to
    inform`. A remedy that is kept so is named for its own sake."""
    if turn.family == _REMEDY:
        return False
    for side, one in ends(sides, turn):
        first = one.first
        while first > max(0, one.first - _REACH) and not side.words[first].comma:
            first -= 1
        if rules.reserves.find(side.words[first : one.first]):
            return True
    return False


def _kept(side: Side, one: Found, light: frozenset[str]) -> bool:
    """Whether all words of a phrase have partners, wherever they stand."""
    return all(side.partners[n] >= 0 for n in _own(side, one, light))


def _own(side: Side, one: Found, light: frozenset[str]) -> list[int]:
    return [n for n in range(one.first, one.last) if side.words[n].form not in light]


def _in_long(sides: Sides, turn: Turn) -> bool:
    """Whether a phrase that went did so in the midst of much else."""
    if turn.new is not None or turn.old is None:
        return False
    first = max(0, turn.old.first - WINDOW)
    gone = sum(1 for p in sides.old.partners[first : turn.old.last + WINDOW] if p < 0)
    edit = sides.edits[min(sides.old.edited(turn.old.first, turn.old.last))]
    length = edit.old_last - edit.old_first
    if turn.family in _BY_ITSELF:
        return False
    return gone > _LONG or (turn.family in _NAMED and length > _SHORT)
