"""Duties, permissions and bans that became weaker, stronger or another.

In: the two sides of a change and a language's rules. Out: findings of the kind `force`, and the
pairs of modals that belong together, which tell whose duty it is. Two modals are a pair if they
are the same word of the text, or if they govern the same verb in sentences that belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.substance.firmness import firmness
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
_PHRASE = 4
_DENIES = 12
"""The words on either side of a modal among which one may deny it."""
_BEHIND = 4
"""The words behind a verb among which one must have stayed if it is done to the same."""


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
    if together and subjects and _followed(sides, old, new):
        return 2  # only the verb changed with the modal: `shall publish`, `may make known`
    if verbs:
        return 1
    return 1.2 if standing and subjects else 0


def _followed(sides: Sides, old: Modal, new: Modal) -> bool:
    """Whether the same words of the text stand behind two modals with their verbs."""
    if min(old.verb, new.verb) < 0:
        return False
    behind = range(new.verb + 1, new.verb + 1 + _BEHIND)
    return any(p in behind for p in sides.old.partners[old.verb + 1 : old.verb + 1 + _BEHIND])


def _verb(side: Side, modal: Modal, rules: Rules) -> str:
    form = side.words[modal.verb]
    same = rules.same.find(side.words[modal.verb : modal.verb + _PHRASE])
    if same and same[0].first == 0:
        return f"={same[0].family}"
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
        denied = _denied(sides, pair, rules)
        found.append(
            Finding(
                "force",
                direction,
                (sides.old.evidence(pair.old.first, pair.old.last),),
                (sides.new.evidence(pair.new.first, pair.new.last),),
                not denied
                and (
                    _indirect_sure(sides, pair)
                    if indirect
                    else pair.sure and pair.old.sure and pair.new.sure
                ),
                f"{_told(pair.old)} to {_told(pair.new)}",
            )
        )
    olds, news = (rules.modals.find(side.words) for side in (sides.old, sides.new))
    further = (
        *firmness(sides, olds, news, rules),
        *aims(sides, olds, news, rules),
        *grants(sides, olds, news, rules),
    )
    for one in further:
        if one.sure:  # what a phrase says for sure, its modal need not guess
            found = [other for other in found if other.sure or not _overlap(one, other)]
        if not any(_overlap(one, other) for other in found):
            found.append(one)
    return found


def _denied(sides: Sides, pair: Pair, rules: Rules) -> bool:
    """Whether perhaps only the place changed of the word that denies: `should neither prevent` and
    `should prevent neither`."""
    denies = rules.modal_words.negation | rules.modal_words.nobody
    negated = [
        "ban" in one.force or any(u.form in denies for u in side.words[one.first : one.last])
        for side, one in ((sides.old, pair.old), (sides.new, pair.new))
    ]
    if negated[0] == negated[1]:
        return False
    own = []
    for side, modal in ((sides.old, pair.old), (sides.new, pair.new)):
        sentence = side.units.sentences[modal.first]
        near = range(max(0, modal.first - _DENIES), min(len(side.words), modal.last + _DENIES))
        own.append(
            [
                side.words[n].form
                for n in near
                if side.units.sentences[n] == sentence and side.words[n].form in denies
            ]
        )
    return bool(own[0] and own[1])


def _overlap(one: Finding, other: Finding) -> bool:
    """Whether two findings show some of the same words."""
    return any(
        mine.start < theirs.end and theirs.start < mine.end
        for ours, others in ((one.old, other.old), (one.new, other.new))
        for mine in ours
        for theirs in others
    )


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
