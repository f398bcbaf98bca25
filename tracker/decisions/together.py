"""Decisions that are about the same provisions: which of them cannot hold at once.

In: the rulings on all decisions of a negotiation, each made as if there were no other. Out: the
same, where those that are followed do not contradict each other. Of two that do, neither is
followed: it is not for a program to say which person is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from tracker.decisions.state import Ruling

ONE_TO_ONE = ("same", "renumbered", "moved", "demoted", "promoted")
"""What a decision calls a link that it takes for the only one of both provisions."""


def together(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """The rulings with regard to each other."""
    against: dict[int, set[str]] = defaultdict(set)
    alike: dict[int, set[str]] = defaultdict(set)
    for one, other in _pairs(rulings):
        if _at_odds(rulings[one], rulings[other]):
            said = against
        elif _ends(rulings[one]) == _ends(rulings[other]):
            said = alike
        else:
            continue
        said[one].add(_named(rulings[other]))
        said[other].add(_named(rulings[one]))
    return tuple(_noted(one, against[n], alike[n]) for n, one in enumerate(rulings))


def _pairs(rulings: Sequence[Ruling]) -> Iterable[tuple[int, int]]:
    """The places of all two that are followed and share a provision."""
    groups: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for n, one in enumerate(rulings):
        if one.state == "applied":
            said = one.decision
            drafts = said.old_draft, said.new_draft, said.language
            groups[*drafts, "old", one.old].append(n)
            groups[*drafts, "new", one.new].append(n)
    return sorted({pair for group in groups.values() for pair in combinations(group, 2)})


def _at_odds(one: Ruling, other: Ruling) -> bool:
    first, second = one.decision, other.decision
    rejects = (first.action == "reject") + (second.action == "reject")
    if _ends(one) == _ends(other):
        named = {first.relation, second.relation} - {""}
        return rejects == 1 or len(named) > 1
    # A link that is the only one of its provisions leaves no room for a second.
    return not rejects and (first.relation in ONE_TO_ONE or second.relation in ONE_TO_ONE)


def _ends(one: Ruling) -> tuple[str | None, str | None]:
    return one.old, one.new


def _named(one: Ruling) -> str:
    said = one.decision
    relation = f", {said.relation}" if said.relation else ""
    return f"{said.action} of {said.name} ({said.old} → {said.new}{relation})"


def _noted(one: Ruling, against: set[str], alike: set[str]) -> Ruling:
    if against:
        note = f"at odds with {'; '.join(sorted(against))}"
        return replace(one, state="contested", note=note)
    if alike:
        note = f"says the same as {'; '.join(sorted(alike))}: one of them is enough"
        return replace(one, note="; ".join(part for part in (one.note, note) if part))
    return one
