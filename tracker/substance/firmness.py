"""Duties and powers under the same modal that say more, or less, than they did.

In: the two sides of a change, the modals of each and a language's rules. Out: findings of the kind
`force`: rules that became advice, a burden of proof that became being able to prove, all steps
that became steps, a result that became work towards it, an order that became a request, a ban
whose keeping is only to be worked for; and the reverse of each. What each phrase says is in the
language's table `firmness`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.substance.languages import Rules
from tracker.substance.modals import Modal
from tracker.substance.names import Evidence, Finding
from tracker.substance.phrases import Found
from tracker.substance.sides import Side, Sides

_SCALES: Mapping[str, str] = {"result": "effort", "order": "asking"}
"""Families of verbs with those that say less in their place."""
_VERB = 6
"""The words of a verb with what belongs to it, at most."""
_BEHIND = 4
"""So many words behind the verb one must have stayed: it is done to the same."""
_REACH = 40
_INSTRUMENT = 0.3
"""The share of the shorter text that must have stayed if it still is about the same."""


def firmness(
    sides: Sides, olds: Sequence[Modal], news: Sequence[Modal], rules: Rules
) -> Iterator[Finding]:
    """The findings, in a fixed order."""
    old, new = (rules.firmness.find(side.words) for side in (sides.old, sides.new))
    if not old and not new:
        return
    yield from _instruments(sides, (olds, news), (old, new), rules)
    yield from _proofs(sides, (olds, news), (old, new), rules)
    yield from _every(sides, (olds, news), (old, new))
    yield from _verbs(sides, olds, news, rules)
    yield from _kept(sides, (olds, news), rules)


def _finding(sides: Sides, more: Evidence, less: Evidence, *, weaker: bool, detail: str) -> Finding:
    old, new = (more, less) if weaker else (less, more)
    return Finding("force", "weaker" if weaker else "stronger", (old,), (new,), True, detail)


def _both(sides: Sides) -> tuple[tuple[Side, Side, int, bool], tuple[Side, Side, int, bool]]:
    """The side that says more with the other one and its number: first as if the newer said less,
    then the reverse."""
    return (sides.old, sides.new, 0, True), (sides.new, sides.old, 1, False)


def _gone(side: Side, one: Found) -> bool:
    """Whether the last word of a phrase, which names its thing, has no partner."""
    return side.partners[one.last - 1] < 0


def _instruments(
    sides: Sides,
    modals: tuple[Sequence[Modal], Sequence[Modal]],
    found: tuple[Sequence[Found], Sequence[Found]],
    rules: Rules,
) -> Iterator[Finding]:
    """Rules that became advice on the same: no more than another force if it is not told that the
    same body is to give it."""
    shorter = min(len(sides.old.words), len(sides.new.words)) or 1
    kept = sum(
        1
        for unit, partner in zip(sides.old.words, sides.old.partners, strict=True)
        if partner >= 0 and unit.form not in rules.lists.light
    )
    if kept < _INSTRUMENT * shorter:
        return
    for more, less, at, weaker in _both(sides):
        binds = [x for x in found[at] if x.family == "binding" and _gone(more, x)]
        advice = [x for x in found[1 - at] if x.family == "advice" and _gone(less, x)]
        same = {x.family for x in found[at]} & {"advice"} or {x.family for x in found[1 - at]} & {
            "binding"
        }
        if not binds or not advice or same:
            continue
        one = more.evidence(binds[0].first, binds[0].last)
        other = less.evidence(advice[0].first, advice[0].last)
        if _same_subject(sides, modals, binds[0], advice[0], at):
            yield _finding(sides, one, other, weaker=weaker, detail="rules to advice")
        else:
            old, new = (one, other) if weaker else (other, one)
            detail = "rules to advice" if weaker else "advice to rules"
            yield Finding("force", "other", (old,), (new,), True, detail)


def _same_subject(
    sides: Sides,
    modals: tuple[Sequence[Modal], Sequence[Modal]],
    more: Found,
    less: Found,
    at: int,
) -> bool:
    """Whether the last word of the subject before two phrases is the same word of the text."""
    both = (sides.old, sides.new) if at == 0 else (sides.new, sides.old)
    heads = []
    for side, one, of_side in zip(both, (more, less), (at, 1 - at), strict=True):
        before = [m for m in modals[of_side] if m.first < one.first and m.subject < m.first]
        near = before[-1] if before else None
        if near is None or side.units.sentences[near.first] != side.units.sentences[one.first]:
            return False
        heads.append(near.first - 1)
    return both[0].partners[heads[0]] == heads[1]


def _proofs(
    sides: Sides,
    modals: tuple[Sequence[Modal], Sequence[Modal]],
    found: tuple[Sequence[Found], Sequence[Found]],
    rules: Rules,
) -> Iterator[Finding]:
    """Who had to prove must only be able to."""
    for more, less, at, weaker in _both(sides):
        burdens = {x.last - 1: x for x in found[at] if x.family == "burden"}
        gone = next((x for x in burdens.values() if more.partners[x.first] < 0), None)
        duties = {m.verb: m for m in modals[at] if m.force in ("duty", "soft") and m.verb >= 0}
        for able in found[1 - at]:
            if able.family != "able" or less.partners[able.first] >= 0:
                continue
            duty = duties.get(less.partners[able.last - 1])
            same = burdens.get(less.partners[able.last - 1], gone)
            if same is not None:
                shown = more.evidence(same.first, same.last)
            elif duty is not None:
                shown = more.evidence(duty.first, duty.verb + 1)
            else:
                continue
            other = less.evidence(able.first, able.last)
            yield _finding(sides, shown, other, weaker=weaker, detail="proof to ability")


def _every(
    sides: Sides,
    modals: tuple[Sequence[Modal], Sequence[Modal]],
    found: tuple[Sequence[Found], Sequence[Found]],
) -> Iterator[Finding]:
    """All steps that are possible became steps, under a duty."""
    for more, less, at, weaker in _both(sides):
        for one in found[at]:
            if one.family != "all" or more.partners[one.first] >= 0:
                continue
            if not more.untouched(one.first + 1, one.last):
                continue
            sentence = more.units.sentences[one.first]
            place = bisect_left(modals[at], one.first, key=lambda m: m.first) - 1
            if place < 0 or more.units.sentences[modals[at][place].first] != sentence:
                continue
            force = modals[at][place].force
            first, last = more.partners[one.first + 1], more.partners[one.last - 1] + 1
            instead = less.edited(first - 1, first) if first else set()
            if force in ("duty", "soft") and not instead & more.edited(one.first, one.first + 1):
                shown = more.evidence(one.first, one.last)
                other = less.evidence(first, last)
                yield _finding(sides, shown, other, weaker=weaker, detail="all to some")


def _verbs(
    sides: Sides, olds: Sequence[Modal], news: Sequence[Modal], rules: Rules
) -> Iterator[Finding]:
    """A verb under the same modal that became a weaker or a stronger one, on the same matter."""
    at_new = {one.first: one for one in news if one.verb >= 0}
    for old in olds:
        new = at_new.get(sides.old.partners[old.first])
        if new is None or old.verb < 0 or old.force != new.force or new.force == "ban":
            continue
        if sides.old.partners[old.verb] >= 0 or sides.new.partners[new.verb] >= 0:
            continue
        one, other = _verb(sides.old, old, rules), _verb(sides.new, new, rules)
        if one is None or other is None or not _same_matter(sides, one, other):
            continue
        shown = sides.old.evidence(old.first, one.last), sides.new.evidence(new.first, other.last)
        if _SCALES.get(one.family) == other.family:
            yield _finding(sides, *shown, weaker=True, detail=f"{one.family} to {other.family}")
        elif _SCALES.get(other.family) == one.family:
            yield _finding(
                sides, *shown[::-1], weaker=False, detail=f"{one.family} to {other.family}"
            )


def _verb(side: Side, modal: Modal, rules: Rules) -> Found | None:
    """The phrase of a modal's verb, if it is on a scale."""
    found = rules.firmness.find(side.words[modal.verb : modal.verb + _VERB])
    if not found or found[0].first:
        return None
    one = found[0]
    return Found(one.family, modal.verb, modal.verb + one.last, one.sure)


def _same_matter(sides: Sides, old: Found, new: Found) -> bool:
    """Whether what stands behind both verbs is the same word of the text."""
    behind = range(new.last, new.last + _BEHIND)
    return any(p in behind for p in sides.old.partners[old.last : old.last + _BEHIND])


def _kept(
    sides: Sides, modals: tuple[Sequence[Modal], Sequence[Modal]], rules: Rules
) -> Iterator[Finding]:
    """What was to be done or not done, and now somebody is only to work for its being done or not:
    `shall take steps to ensure that nobody fishes`."""
    for more, less, at, weaker in _both(sides):
        by_verb = {m.verb: m for m in modals[at] if m.verb >= 0 and more.partners[m.first] < 0}
        for one in modals[1 - at]:
            phrase = _working(less, one, rules)
            if phrase is None or not by_verb:
                continue
            for n in _clause(less, phrase.last):
                was = by_verb.get(less.partners[n])
                if was is not None and was.force in ("duty", "ban"):
                    shown = more.evidence(was.first, was.last)
                    other = less.evidence(one.first, phrase.last)
                    yield _finding(sides, shown, other, weaker=weaker, detail="deed to measures")
                    break


def _working(side: Side, modal: Modal, rules: Rules) -> Found | None:
    """`take steps to ensure` as the new verb of a duty."""
    if modal.force != "duty" or modal.verb < 0 or side.partners[modal.verb] >= 0:
        return None
    found = rules.indirect.find(side.words[modal.verb : modal.verb + _REACH])
    if not found or found[0].first:
        return None
    last = modal.verb + found[0].last
    ensures = rules.firmness.find(side.words[last : last + _VERB])
    if not ensures or ensures[0].first or ensures[0].family != "result":
        return None
    return Found("measures", modal.verb, last + ensures[0].last, True)


def _clause(side: Side, first: int) -> Iterable[int]:
    """The words behind `first` in the same sentence."""
    for n in range(first, min(len(side.words), first + _REACH)):
        if side.words[n].breaks:
            return
        yield n
