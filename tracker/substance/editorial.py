"""Whether what differs between two texts is of no substance.

In: the two sides of a change. Out: yes or no. Both texts are brought to one form: phrases that say
the same are one, words that carry no rule fall away, renamed terms have their new names, references
that only follow a new numbering are left out. What still differs must be the order of words inside
one clause, an abbreviation or a word that is said once for two. In doubt the answer is no.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tracker.substance.languages import Rules, rules_of
from tracker.substance.names import Spans
from tracker.substance.sides import LARGEST, Side, Sides
from tracker.substance.titles import titles
from tracker.substance.units import units

_REORDERED = 14
"""The words in another place, at most, that count as another order."""
_SAID_ONCE = 5
_SHORT = 3


class Token(NamedTuple):
    """What a text says at one place, in the one form; `[first, last)` are its words."""

    form: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Residue:
    """What still differs at one place: tokens of the older and the newer text. `place` is where
    that is among the words of the older."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    place: int


def residues(
    sides: Sides, rules: Rules, renamed: Mapping[str, str], consequential: tuple[Spans, Spans]
) -> tuple[Residue, ...]:
    """What of a change is left when everything harmless is taken away; nothing if it is
    editorial."""
    old = _renamed(tokens(sides.old, consequential[0]), renamed)
    new = _renamed(tokens(sides.new, consequential[1]), renamed)
    left = [one for one in _differences(old, new) if not _harmless(one, rules)]
    left = [one for one in left if not _abbreviated(one, sides) and not _once(one, old, new, rules)]
    return () if _reordered(left, sides, rules) else tuple(left)


def tokens(side: Side, left_out: Spans) -> list[Token]:
    """A text in the one form."""
    inside = frozenset(_inside(side, left_out)) if left_out else frozenset()
    return list(_tokens(side.units.text, side.units.language, inside))


# A text is compared in as many pairs as there are other drafts, and by several rules in each.
@lru_cache(maxsize=8_192)
def _tokens(text: str, language: str, inside: frozenset[int]) -> tuple[Token, ...]:
    rules = rules_of(language)
    if rules is None:
        return ()
    side = Side(units(text, language), (), "text", 0, {})
    same = {one.first: one for one in rules.same.find(side.words)}
    hidden = inside | titles(side, rules)
    found: list[Token] = []
    at = 0
    while at < len(side.words):
        phrase = same.get(at)
        last = at + 1 if phrase is None else phrase.last
        unit = side.words[at]
        if at in hidden or (phrase is not None and phrase.family in rules.lists.light):
            pass
        elif phrase is not None:
            joins = phrase.family in rules.lists.conjunctions
            found.append(Token(phrase.family if joins else f"={phrase.family}", at, last))
        elif unit.form not in rules.lists.light:
            found.append(Token(unit.key, at, last))
        at = last
    while found and found[-1].form in rules.lists.conjunctions:
        found.pop()  # what joins an item of a list to the next
    return tuple(found)


def _inside(side: Side, spans: Spans) -> set[int]:
    inside = {n for start, end in spans for n in range(start, end)}
    return {n for n, unit in enumerate(side.words) if unit.start + side.at in inside}


def _renamed(found: list[Token], renamed: Mapping[str, str]) -> list[Token]:
    """The tokens with each renamed term under one name; both are given as keys."""
    if not renamed:
        return found
    longest = max(len(name.split()) for name in renamed)
    given: list[Token] = []
    at = 0
    while at < len(found):
        for length in range(min(longest, len(found) - at), 0, -1):
            run = found[at : at + length]
            name = renamed.get(" ".join(token.form for token in run))
            if name is not None:
                given += (Token(word, run[0].first, run[-1].last) for word in name.split())
                at += length
                break
        else:
            given.append(found[at])
            at += 1
    return given


def _differences(old: Sequence[Token], new: Sequence[Token]) -> list[Residue]:
    head = 0
    while head < min(len(old), len(new)) and old[head].form == new[head].form:
        head += 1
    tail = 0
    while (
        tail < min(len(old), len(new)) - head
        and old[len(old) - 1 - tail].form == new[len(new) - 1 - tail].form
    ):
        tail += 1
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if not left and not right:
        return []
    words = [*(token.first for token in old), old[-1].last if old else 0]
    if len(left) * len(right) > LARGEST:
        return [Residue(tuple(left), tuple(right), words[head])]
    codes = Indel.opcodes([t.form for t in left], [t.form for t in right])
    found: list[Residue] = []
    olds: list[Token] = []
    news: list[Token] = []
    place = 0
    for code in codes:
        if code.tag == "equal":
            if olds or news:
                found.append(Residue(tuple(olds), tuple(news), place))
            olds, news = [], []
        else:
            place = place if olds or news else words[head + code.src_start]
            olds += left[code.src_start : code.src_end]
            news += right[code.dest_start : code.dest_end]
    if olds or news:
        found.append(Residue(tuple(olds), tuple(news), place))
    return found


def _harmless(one: Residue, rules: Rules) -> bool:
    """Whether only a conjunction came or went, as in a list that has more or fewer of them, or an
    `or not` that `whether` says already."""
    if one.old and one.new:
        return False
    said = [token.form for token in (*one.old, *one.new)]
    if len(said) == 2 and said[0] == rules.lists.conjunctions[1]:
        return said[1] in rules.modal_words.negation
    return set(said) <= set(rules.lists.conjunctions)


def _abbreviated(one: Residue, sides: Sides) -> bool:
    """Whether one side is the initials of the other."""
    for short, whole, side, other in (
        (one.old, one.new, sides.old, sides.new),
        (one.new, one.old, sides.new, sides.old),
    ):
        if len(short) != 1 or len(whole) < _SHORT:
            continue
        first, last = whole[0].first, whole[-1].last
        initials = "".join(u.form[0] for u in other.words[first:last] if u.title)
        unit = side.words[short[0].first]
        if unit.form == initials and side.units.text[unit.start : unit.end].isupper():
            return True
    return False


def _once(one: Residue, old: Sequence[Token], new: Sequence[Token], rules: Rules) -> bool:
    """Whether a word is now said once for two that are joined: `Union law or State law`."""
    for gone, other, side in ((one.old, one.new, old), (one.new, one.old, new)):
        if other or len(gone) != 1:
            continue
        place = bisect_left(side, gone[0].first, key=lambda token: token.first)
        following = [t.form for t in side[place + 1 : place + 1 + _SAID_ONCE]]
        if gone[0].form in following and following[0] in rules.lists.conjunctions:
            return True
    return False


def _reordered(left: Sequence[Residue], sides: Sides, rules: Rules) -> bool:
    """Whether the same words stand in another order, in one sentence; none of them nor between
    them may qualify what stands beside it."""
    if not left:
        return True
    olds = Counter(token.form for one in left for token in one.old)
    news = Counter(token.form for one in left for token in one.new)
    if olds != news or olds.total() > _REORDERED:
        return False
    ends = [one.old[-1].last for one in left if one.old]
    between = slice(min(one.place for one in left), max(*ends, *(one.place for one in left)))
    if rules.qualifiers.find(sides.old.words[between]):
        return False
    places = {sides.old.units.sentences[t.first] for one in left for t in one.old}
    return len(places) == 1
