"""Duties, permissions and bans that became weaker, stronger or another.

In: the two sides of a change and a language's rules. Out: findings of the kind `force`, and the
pairs of modals that belong together, which tell whose duty it is. Two modals are a pair if they
are the same word of the text, or if they govern the same verb in sentences that belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.substance.languages import Rules
from tracker.substance.modals import Force, Modal
from tracker.substance.names import Direction, Finding
from tracker.substance.sides import Side, Sides
from tracker.substance.softened import aims, grants, indirectness

_WEAKER: dict[Force, int] = {"duty": 3, "soft": 2, "option": 1}
_BANS: dict[Force, int] = {"ban": 2, "soft ban": 1}


_ALIKE = 0.6
"""The share of two subjects' words that must be the same."""
_MANY = 60
"""Beyond so many modals in one sentence only those that are the same word are a pair."""
_STEM = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two modals that belong together; `sure` if more than their verb says so."""

    old: Modal
    new: Modal
    sure: bool


def pairs(sides: Sides, rules: Rules) -> tuple[Pair, ...]:
    """The modals that belong together."""
    olds = rules.modals.find(sides.old.words)
    news = rules.modals.find(sides.new.words)
    waiting: dict[int, list[Modal]] = {}
    for new in news:
        waiting.setdefault(sides.new.units.sentences[new.first], []).append(new)
    found: list[Pair] = []
    for old in olds:
        sentence = sides.old.paired.get(sides.old.units.sentences[old.first], -1)
        candidates = waiting.get(sentence, [])
        if len(candidates) > _MANY:
            candidates = [new for new in candidates if sides.old.partners[old.first] == new.first]
        best, place = max(
            ((_closeness(sides, old, new, rules), -n) for n, new in enumerate(candidates)),
            default=(0.0, 0),
        )
        if best >= 1:
            new = candidates[-place]
            waiting[sentence].remove(new)
            found.append(Pair(old, new, best >= 2))
    if rules.modal_words.present and len(olds) + len(news) <= _MANY:
        left = [new for ones in waiting.values() for new in ones]
        missing = [m for m in olds if all(m is not p.old for p in found)]
        found += (Pair(m, p, True) for m in missing if (p := _plain(sides, m, rules, old=True)))
        found += (Pair(p, m, True) for m in left if (p := _plain(sides, m, rules, old=False)))
    return tuple(found)


def _plain(sides: Sides, modal: Modal, rules: Rules, *, old: bool) -> Modal | None:
    """The verb without a modal that a modal's verb stands for on the other side: `adoptent` for
    `peuvent adopter`. In languages whose present tense obliges it is a duty."""
    side, other = (sides.old, sides.new) if old else (sides.new, sides.old)
    sentence = side.paired.get(side.units.sentences[modal.first])
    if modal.verb < 0 or sentence is None:
        return None
    stem = _verb(side, modal, rules)
    for n, unit in enumerate(other.words):
        here = other.units.sentences[n] == sentence and other.partners[n] < 0
        bare = not unit.form.endswith(rules.modal_words.infinitives)
        if here and bare and len(stem) >= _STEM and unit.form.startswith(stem):
            return Modal("duty", n, n + 1, n, n, False, True)
    return None


def _closeness(sides: Sides, old: Modal, new: Modal, rules: Rules) -> float:
    """How surely two modals are the same clause's: 0 if not, 1 probably, 2 and more surely."""
    one, other = sides.old, sides.new
    verbs = old.verb >= 0 and new.verb >= 0 and _verb(one, old, rules) == _verb(other, new, rules)
    linked = verbs and one.partners[old.verb] == new.verb
    # A list of verbs follows: `Each Party shall:`.
    verbs = verbs or (old.verb < 0 and new.verb < 0)
    standing = one.partners[old.first] == new.first
    together = bool(one.edited(old.first, old.last) & other.edited(new.first, new.last))
    subjects = _share(_subject(one, old, rules), _subject(other, new, rules)) >= _ALIKE
    if linked or (standing and verbs):
        return 3
    if verbs and (together or subjects):
        return 2.5
    if verbs:
        return 1
    return 1.2 if standing and subjects else 0


def _verb(side: Side, modal: Modal, rules: Rules) -> str:
    form = side.words[modal.verb]
    for ending in rules.modal_words.infinitives:
        if form.form.endswith(ending):
            return form.form.removesuffix(ending)
    for ending in rules.modal_words.future:
        if form.form.endswith(ending):
            stem = form.form.removesuffix(ending)
            return stem[:-1] if stem[-1:] in "aei" and rules.modal_words.infinitives else stem
    return form.key


def _subject(side: Side, modal: Modal, rules: Rules) -> frozenset[str]:
    words = side.words[modal.subject : modal.first]
    return frozenset(u.key for u in words if u.form not in rules.lists.light)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def forces(sides: Sides, together: Sequence[Pair], rules: Rules) -> list[Finding]:
    """The changes of force in pairs of modals."""
    found: list[Finding] = []
    for pair in together:
        direction = _direction(pair)
        indirect = direction is None and indirectness(sides, pair.old, pair.new, rules)
        direction = direction or indirect or None
        if direction is None:
            continue
        found.append(
            Finding(
                "force",
                direction,
                (sides.old.evidence(pair.old.first, pair.old.last),),
                (sides.new.evidence(pair.new.first, pair.new.last),),
                _indirect_sure(sides, pair)
                if indirect
                else pair.sure and pair.old.sure and pair.new.sure,
                f"{_told(pair.old)} to {_told(pair.new)}",
            )
        )
    olds, news = (rules.modals.find(side.words) for side in (sides.old, sides.new))
    for one in (*aims(sides, olds, news, rules), *grants(sides, olds, news, rules)):
        told = {words for other in found for words in (*other.old, *other.new)}
        if not told & {*one.old, *one.new}:
            found.append(one)
    return found


def _indirect_sure(sides: Sides, pair: Pair) -> bool:
    """Whether a duty that is now for measures is surely the same one, or a right that became a
    permission is one to the same deed."""
    if pair.old.force == "duty":
        return sides.old.partners[pair.old.first] == pair.new.first
    return pair.old.verb >= 0 and sides.old.partners[pair.old.verb] == pair.new.verb


def _told(modal: Modal) -> str:
    return modal.force if modal.other is None else f"{modal.force} or {modal.other}"


def _direction(pair: Pair) -> Direction | None:
    """What became of the force, None if nothing. What shall be done only in some cases is
    for the most part a ban of the others, which is not comparable."""
    old, new = pair.old.force, pair.new.force
    if pair.old.other != pair.new.other:
        return "other"
    if old == new or (pair.old.restricted and pair.new.restricted):
        return None
    if any(one.restricted and one.force == "duty" for one in (pair.old, pair.new)):
        return None
    for order in (_WEAKER, _BANS):
        if old in order and new in order:
            return "weaker" if order[new] < order[old] else "stronger"
    return "other"
