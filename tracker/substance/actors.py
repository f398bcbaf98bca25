"""Who must, may or must not act, where that changed.

In: the two sides of a change and the modals that belong together. Out: findings of the kind
`actor`. The subject of a clause is compared without articles, number and renamed terms; another
actor elsewhere in a sentence (`informs the Commission`, `the Board`) is found by the nouns of those
who act.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from tracker.substance.editorial import Residue, Token, tokens
from tracker.substance.force import Pair
from tracker.substance.languages import Rules
from tracker.substance.modals import Modal
from tracker.substance.names import Direction, Evidence, Finding
from tracker.substance.sides import Side, Sides

_LONGEST = 12
_OBJECT = 6
_NAME = 2
_NEAR = 5
_ITEM = 4
_PAIR = 2


def actors(
    sides: Sides, together: Sequence[Pair], rules: Rules, renamed: Mapping[str, str]
) -> list[Finding]:
    """The clauses whose subject is another one."""
    found: list[Finding] = []
    none: frozenset[tuple[int, int]] = frozenset()
    old = _Subjects(sides.old, tokens(sides.old, none), rules, renamed)
    new = _Subjects(sides.new, tokens(sides.new, none), rules, renamed)
    for pair in together:
        first, last = pair.old.subject, _head(sides.old, pair.old, rules)
        start, end = pair.new.subject, _head(sides.new, pair.new, rules)
        if not 0 < last - first <= _LONGEST or not 0 < end - start <= _LONGEST:
            continue
        one, other = old.within(first, last), new.within(start, end)
        joins = set(rules.lists.conjunctions)
        if set(one) - joins == set(other) - joins or not (
            old.acts(first, last) and new.acts(start, end)
        ):
            continue
        found.append(
            Finding(
                "actor",
                "replaced",
                (sides.old.evidence(first, last),),
                (sides.new.evidence(start, end),),
                pair.sure and _others(old.who(one), new.who(other), rules),
                "subject",
            )
        )
    return found


def others(sides: Sides, rules: Rules, renamed: Mapping[str, str]) -> list[Finding]:
    """Where nobody who is told to act in the one text is told to act in the other: the rule is now
    one for somebody else, however much was written anew."""
    names: list[frozenset[str]] = []
    first: list[tuple[Evidence, ...]] = []
    for side in (sides.old, sides.new):
        places, keys = _places(side, rules), set[str]()
        shown: tuple[Evidence, ...] = ()
        for modal in rules.modals.find(side.words):
            who = {side.words[n].key for n in range(modal.subject, modal.first) if n in places}
            who -= rules.lists.anyone
            if who and not shown:
                shown = (side.evidence(modal.subject, modal.first),)
            keys |= who
        names.append(frozenset(keys))
        first.append(shown)
    old, new = names
    for name, now in renamed.items():
        old |= frozenset(now.split()) if old.issuperset(name.split()) else frozenset()
    if not old or not new or old & new:
        return []
    return [Finding("actor", "replaced", first[0], first[1], True, "all subjects")]


def _head(side: Side, modal: Modal, rules: Rules) -> int:
    """Where the subject ends, without what is said beside it: `The Board, after a vote, may`."""
    for n in range(modal.subject + 1, modal.first):
        if side.words[n].comma and side.words[n].form in rules.modal_words.prefaces:
            return n
    return modal.first


def _others(one: frozenset[str], other: frozenset[str], rules: Rules) -> bool:
    """Whether these are the names of others: `a person` and `an individual` may be the same."""
    anyone = rules.lists.anyone
    return one != other and not (one <= anyone and other <= anyone)


class _Subjects:
    """The words of one text as they are compared, by place."""

    def __init__(
        self, side: Side, found: Sequence[Token], rules: Rules, renamed: Mapping[str, str]
    ) -> None:
        self._side = side
        self._tokens = found
        self._rules = rules
        self._renamed = renamed
        found_actors = rules.actors.find(side.words)
        self._names = {
            side.words[n].key for one in found_actors for n in range(one.first, one.last)
        }
        self._actors = {n for one in found_actors for n in range(one.first, one.last)}
        self._names = {side.words[n].key for n in self._actors}

    def within(self, first: int, last: int) -> tuple[str, ...]:
        """The words `[first, last)`, with renamed terms under their new names."""
        begin = bisect_left(self._tokens, first, key=lambda token: token.first)
        end = bisect_left(self._tokens, last, key=lambda token: token.first)
        words = [t.form for t in self._tokens[begin:end]]
        row = f" {' '.join(words)} "
        for name in sorted(self._renamed, key=len, reverse=True):
            row = row.replace(f" {name} ", f" {self._renamed[name]} ")
        return tuple(sorted(row.split()))

    def who(self, subject: tuple[str, ...]) -> frozenset[str]:
        """Those words of a subject that name somebody who acts."""
        return frozenset(subject) & self._names

    def acts(self, first: int, last: int) -> bool:
        """Whether one of the words names somebody who acts."""
        return any(n in self._actors for n in range(first, last))


def objects(sides: Sides, left: Sequence[Residue], rules: Rules) -> list[Finding]:
    """Actors that took the place of others, wherever they stand in a sentence."""
    olds, news = _places(sides.old, rules), _places(sides.new, rules)
    keys = _keys(sides.old, olds), _keys(sides.new, news)
    found: list[Finding] = []
    for one in left:
        if not one.old or not one.new or max(len(one.old), len(one.new)) > _OBJECT:
            continue
        if any(t.first in olds for t in one.old) and any(t.first in news for t in one.new):
            gone = (sides.old.evidence(one.old[0].first, one.old[-1].last),)
            come = (sides.new.evidence(one.new[0].first, one.new[-1].last),)
            short = max(len(one.old), len(one.new)) <= _NAME
            who, other = frozenset(t.form for t in one.old), frozenset(t.form for t in one.new)
            named = _others(who & keys[0], other & keys[1], rules)
            sure = short and named and sides.old.kept(one.old[0].first)
            found.append(Finding("actor", "replaced", gone, come, sure, "named"))
    return found


def _keys(side: Side, places: Set[int]) -> frozenset[str]:
    return frozenset(side.words[n].key for n in places)


def joined(sides: Sides, left: Sequence[Residue], rules: Rules) -> list[Finding]:
    """One more or one less of those who act, beside another (`the owner or the master`) or as the
    one to whom something is owed (`report to the Council`)."""
    found: list[Finding] = []
    one_sided = [one for one in left if bool(one.old) != bool(one.new)]
    for side, other in ((sides.old, sides.new), (sides.new, sides.old)):
        runs = [one.old if side is sides.old else one.new for one in one_sided]
        names = _places(side, rules) if any(runs) else frozenset()
        known = set(zip((u.key for u in other.words), other.units.sentences, strict=True))
        for run in runs:
            own = [t for t in run if t.form not in rules.lists.conjunctions]
            if not 0 < len(own) <= _ITEM or not _whose(side, own, names, rules):
                continue
            key, at = side.words[own[-1].last - 1].key, side.units.sentences[own[-1].first]
            if at not in side.paired or (key, side.paired[at]) in known:
                continue  # the sentence is new, or names the same elsewhere
            words = (side.evidence(own[0].first, own[-1].last),)
            gone, come = (words, ()) if side is sides.old else ((), words)
            direction: Direction = "removed" if gone else "added"
            found.append(Finding("actor", direction, gone, come, True, "joined"))
    return _once(found)


def _places(side: Side, rules: Rules) -> frozenset[int]:
    """The places of nouns of those who act."""
    found = rules.actors.find(side.words)
    return frozenset(n for one in found for n in range(one.first, one.last))


def _whose(side: Side, own: Sequence[Token], names: Set[int], rules: Rules) -> bool:
    """Whether words name one who acts, at their end and not just anyone, beside another one or as
    the one to whom something is owed."""
    last = own[-1].last - 1
    if last not in names or side.words[last].key in rules.lists.anyone:
        return False
    if rules.votes.find(side.words[own[0].first : last + 1]):
        return False
    return _beside(side, own, names, rules) or _owed(side, own, rules)


def _once(found: Sequence[Finding]) -> list[Finding]:
    """The findings with those of the same words as one."""
    held: dict[tuple[str, ...], Finding] = {}
    for one in found:
        key = (one.direction, *(e.text.casefold() for e in (*one.old, *one.new)))
        before = held.get(key)
        held[key] = (
            replace(before, old=(*before.old, *one.old), new=(*before.new, *one.new))
            if before
            else one
        )
    return list(held.values())


def _beside(side: Side, own: Sequence[Token], names: Set[int], rules: Rules) -> bool:
    """Whether a word that joins these words to another one who acts stands before or behind."""
    for places in _around(side, own, rules):
        joins = len(places) == _PAIR and side.words[places[0]].form in rules.lists.conjunctions
        if joins and places[1] in names and side.partners[places[1]] >= 0:
            return True
    return False


def _owed(side: Side, own: Sequence[Token], rules: Rules) -> bool:
    """Whether words stand behind a new `to` or `by`."""
    first = own[0].first - 1
    while first >= max(0, own[0].first - _NEAR) and side.partners[first] < 0:
        if side.words[first].form in rules.lists.towards:
            return True
        if side.words[first].form not in rules.lists.light:
            return False
        first -= 1
    return False


def _around(side: Side, own: Sequence[Token], rules: Rules) -> Iterator[list[int]]:
    """The two words that bear meaning just before, and the two just behind."""
    first, last = own[0].first, own[-1].last
    before = range(first - 1, max(-1, first - _NEAR), -1)
    after = range(last, min(len(side.words), last + _NEAR))
    for places in (before, after):
        yield [n for n in places if side.words[n].form not in rules.lists.light][:_PAIR]
