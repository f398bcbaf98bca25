"""What became of one reference.

In: a reference of the older draft and its partner in the newer one. Out: a `Followed`. The links
say what became of what was named; whether the reference leads there, and whether its number is the
same, decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tracker.align.engine import SURE
from tracker.model import Alignment
from tracker.references.names import Followed, Outcome, Reference, Step
from tracker.references.outline import Outline

_RELATIVE = frozenset({"this", "previous", "next"})
_LED = ("exact", "nearest")


class Ways:
    """Two drafts with what the links say of each provision: what it became, what it was, and which
    of it is sure."""

    def __init__(self, old: Outline, new: Outline, alignment: Alignment) -> None:
        self.old = old
        self.new = new
        self._became: dict[str, list[str]] = defaultdict(list)
        self._was: dict[str, list[str]] = defaultdict(list)
        self._doubtful: set[tuple[str, str]] = set()
        for link in alignment.links:
            if link.old is not None and link.new is not None:
                self._became[link.old].append(link.new)
                self._was[link.new].append(link.old)
                if link.score < SURE:
                    self._doubtful.add((link.old, link.new))

    def became(self, eid: str) -> list[str]:
        """What a provision of the older draft became."""
        return self._became.get(eid, [])

    def was(self, eid: str) -> list[str]:
        """What a provision of the newer draft was."""
        return self._was.get(eid, [])

    def sure(self, old: str, new: str) -> bool:
        """Whether the link between the two is sure."""
        return (old, new) not in self._doubtful

    def leads(self, one: Reference, *, newer: bool) -> frozenset[Hashable]:
        """What a reference leads to, in the newer draft's terms, so that both sides compare: each
        end of a range with its place."""
        if one.standing == "elsewhere":
            return frozenset({("elsewhere", one.path, one.last)})
        if newer:
            return frozenset((n, eid) for n, eid in enumerate(one.targets))
        return frozenset((n, e) for n, eid in enumerate(one.targets) for e in self.became(eid))

    def homes(self, one: Reference, *, newer: bool) -> frozenset[str]:
        """The articles or sections of the newer draft that a reference leads into, without the one
        that it stands in."""
        targets = one.targets if newer else [e for t in one.targets for e in self.became(t)]
        own = [one.provision] if newer else self.became(one.provision)
        there, here = ({self._home(e) for e in eids} for eids in (targets, own))
        return frozenset(there - here)

    def _home(self, eid: str) -> str:
        return self.new.holder(eid, "article") or self.new.holder(eid, "section") or eid

    def holds(self, holder: str, inner: str) -> bool:
        """Whether one provision of the newer draft stands in another."""
        return holder in self.new.around(inner)


@dataclass(frozen=True, slots=True)
class _Verdict:
    outcome: Outcome
    why: str = ""
    sure: bool = True


def judge(
    ways: Ways,
    old: Reference | None,
    new: Reference | None,
    covered: frozenset[str],
    *,
    sure: bool,
) -> Followed:
    """What became of `old`, whose partner is `new`.

    Args:
        covered: all that the expression of `new` leads to.
        sure: whether the provisions they stand in belong together, and they to one another.
    """
    verdict = _alone(new) if old is None or new is None else _both(ways, old, new, covered)
    certain = sure and verdict.sure and all(one is None or one.sure for one in (old, new))
    became = tuple(dict.fromkeys(e for t in old.targets for e in ways.became(t))) if old else ()
    return Followed(
        outcome=verdict.outcome,
        old=old,
        new=new,
        old_target=_target(ways.old, old),
        new_target=_target(ways.new, new),
        became=became,
        why=verdict.why,
        sure=certain,
    )


def _target(outline: Outline, one: Reference | None) -> str:
    """What a reference leads to, in words."""
    if one is None:
        return ""
    if one.standing == "elsewhere":
        return one.instrument
    return " to ".join(outline.name(eid) for eid in one.targets)


def _alone(new: Reference | None) -> _Verdict:
    if new is None:
        return _Verdict("removed")
    if new.standing == "nowhere":
        return _Verdict("dangling", new.why)
    return _Verdict("added")


def _both(ways: Ways, old: Reference, new: Reference, covered: frozenset[str]) -> _Verdict:
    if new.standing == "nowhere":
        before = "; it did so before" if old.standing == "nowhere" else ""
        return _Verdict("dangling", new.why + before)
    if new.standing == "elsewhere" or old.standing == "elsewhere":
        return _elsewhere(old, new)
    if old.standing not in _LED or new.standing not in _LED:
        return _Verdict("unclear", old.why or new.why, False)
    if len(old.targets) != len(new.targets):
        return _Verdict("repointed", "one is a run of provisions, the other is not")
    ends = [_end(ways, a, b) for a, b in zip(old.targets, new.targets, strict=True)]
    ends = [_seen(ways, end, new, covered) for end in ends]
    return _together(ends, old, new)


def _elsewhere(old: Reference, new: Reference) -> _Verdict:
    same_number = (old.path, old.last) == (new.path, new.last)
    if old.standing != new.standing:
        if {"unclear", "nowhere"} & {old.standing, new.standing}:
            return _Verdict("unclear", old.why or new.why, False)
        why = "of another instrument now" if new.standing == "elsewhere" else "of this text now"
        return _Verdict("repointed", why, not same_number)
    if same_number:
        return _Verdict("unchanged")
    return _Verdict("repointed", "another provision of another instrument")


@dataclass(frozen=True, slots=True)
class _End:
    """What became of what one end named, and whether the links that say so are sure."""

    kind: Literal["same", "wider", "narrower", "moved", "covered", "lost", "replaced"]
    sure: bool
    why: str = ""
    became: tuple[str, ...] = ()


def _end(ways: Ways, old: str, new: str) -> _End:
    """Whether `new` is what `old` became."""
    became = tuple(ways.became(old))
    sure = all(ways.sure(old, one) for one in became)
    if new in became:
        return _End("same", ways.sure(old, new))
    if any(ways.holds(new, one) for one in became):
        return _End("wider", sure, "it names the whole of which it named a part")
    if any(ways.holds(one, new) for one in became):
        return _End("narrower", sure, "it names a part of what it named")
    if became:
        where = ", ".join(ways.new.name(one) for one in became)
        return _End("moved", sure, f"what it named is now {where}", became)
    was = ways.was(new)
    if was:
        where = ", ".join(ways.old.name(one) for one in was)
        why = f"what it named has no successor; under this number stands what was {where}"
        return _End("lost", False, why)
    return _End("replaced", False, "what it named was rewritten or replaced")


def _seen(ways: Ways, end: _End, new: Reference, covered: frozenset[str]) -> _End:
    """An end whose old target is still named: inside the run, or by the words beside it."""
    if end.kind != "moved":
        return end
    if len(new.targets) == 2:
        first, last = (ways.new.place[eid] for eid in new.targets)
        if all(first <= ways.new.place[eid] <= last for eid in end.became):
            return replace(end, kind="covered", why="the run takes in more than it did")
    if set(end.became) <= covered:
        return replace(end, kind="covered", why="what it named is named beside it", sure=False)
    return end


def _together(ends: list[_End], old: Reference, new: Reference) -> _Verdict:
    """The verdict on all ends."""
    sure = all(end.sure for end in ends)
    kinds = {end.kind for end in ends}
    why = "; ".join(dict.fromkeys(end.why for end in ends if end.why))
    number = _numbers(old, new)
    if kinds == {"same"}:
        if old.standing != new.standing and len(old.path) != len(new.path):
            return _Verdict("unclear", new.why or old.why, False)
        return _Verdict("consequential" if number == "other" else "unchanged", "", sure)
    resized = kinds <= {"same", "wider", "narrower"}
    if resized and number == "same":
        return _Verdict("unchanged", "what it names is divided in another way now", False)
    if resized or number == "other":
        return _Verdict("repointed", why, sure)
    if kinds <= {"same", "covered"} and len(ends) == 2:
        return _Verdict("unchanged", why, sure)
    if kinds & {"moved", "lost"}:
        # "this article" goes with the words it stands in; nothing was overlooked.
        return (
            _Verdict("stale", why, sure) if number == "same" else _Verdict("repointed", why, False)
        )
    return _Verdict("repointed" if "covered" in kinds else "unchanged", why, False)


def _numbers(old: Reference, new: Reference) -> Literal["same", "other", "relative"]:
    """Whether the two print the same numbers, as far as both print them: "paragraph 2" and
    "paragraph 2 of this article" do. `relative` where they cannot be held against each other: one
    says "this" or "preceding", or they name other units."""
    relative = False
    for one, other in ((old.path, new.path), (old.last, new.last)):
        for a, b in _facing(one, other):
            if a.number in _RELATIVE or b.number in _RELATIVE:
                relative = True
            elif a.number != b.number:
                return "other"
    alike = [_said(one.path) for one in (old, new)]
    if alike[0] == alike[1] or (not relative and len(old.path) == len(new.path)):
        return "same" if _plain(old) and _plain(new) else "relative"
    return "relative"


def _said(path: tuple[Step, ...]) -> tuple[str, ...]:
    """The numbers of a path, without "of this article"."""
    return tuple(step.number for step in path if step.number not in _RELATIVE)


def _facing(one: tuple[Step, ...], other: tuple[Step, ...]) -> Iterator[tuple[Step, Step]]:
    """The steps that are held against each other: all, or in paths of other lengths those of the
    same unit."""
    if len(one) == len(other):
        yield from zip(one, other, strict=True)
        return
    units = {step.unit: step for step in other if step.unit}
    yield from ((step, units[step.unit]) for step in one if step.unit in units)


def _plain(one: Reference) -> bool:
    """Whether the words name a number and are relative at most in "of this article"."""
    return one.path[-1].number not in _RELATIVE
