"""Who must, may or must not act, where that changed.

In: the two sides of a change and the modals that belong together. Out: findings of the kind
`actor`. The subject of a clause is compared without articles, number and renamed terms; another
actor elsewhere in a sentence (`informs the Commission`, `the Board`) is found by the nouns of those
who act.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from tracker.substance.editorial import Residue, Token, tokens
from tracker.substance.force import Pair
from tracker.substance.languages import Rules
from tracker.substance.modals import Modal
from tracker.substance.names import Finding
from tracker.substance.sides import Side, Sides

_LONGEST = 12
_OBJECT = 6
_NAME = 2
_SHORT = 8


def actors(
    sides: Sides, together: Sequence[Pair], rules: Rules, renamed: Mapping[str, str]
) -> list[Finding]:
    """The clauses whose subject is another one."""
    found: list[Finding] = []
    none: frozenset[tuple[int, int]] = frozenset()
    old = _Subjects(sides.old, tokens(sides.old, rules, none), rules, renamed)
    new = _Subjects(sides.new, tokens(sides.new, rules, none), rules, renamed)
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
                pair.sure and (len(one) + len(other) <= _SHORT or old.who(one) != new.who(other)),
                "subject",
            )
        )
    return found


def _head(side: Side, modal: Modal, rules: Rules) -> int:
    """Where the subject ends, without what is said beside it: `The Board, after a vote, may`."""
    for n in range(modal.subject + 1, modal.first):
        if side.words[n].comma and side.words[n].form in rules.modal_words.prefaces:
            return n
    return modal.first


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
    olds = {n for one in rules.actors.find(sides.old.words) for n in range(one.first, one.last)}
    news = {n for one in rules.actors.find(sides.new.words) for n in range(one.first, one.last)}
    found: list[Finding] = []
    for one in left:
        if not one.old or not one.new or max(len(one.old), len(one.new)) > _OBJECT:
            continue
        if any(t.first in olds for t in one.old) and any(t.first in news for t in one.new):
            gone = (sides.old.evidence(one.old[0].first, one.old[-1].last),)
            come = (sides.new.evidence(one.new[0].first, one.new[-1].last),)
            sure = max(len(one.old), len(one.new)) <= _NAME and sides.old.kept(one.old[0].first)
            found.append(Finding("actor", "replaced", gone, come, sure, "named"))
    return found
