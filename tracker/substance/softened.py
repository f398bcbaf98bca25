"""Duties that stayed, but are only to be worked for.

In: the two sides of a change, the modals of each and a language's rules. Out: findings of the kind
`force`: `shall protect` that became `shall take measures to protect`, `and shall ensure` that
became `with a view to ensuring`, a right that became a mere permission; and the reverse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from tracker.substance.languages import Rules
from tracker.substance.modals import Modal
from tracker.substance.names import Direction, Finding
from tracker.substance.sides import Side, Sides

_GRANT = 8
_NEAR_OUTCOME = 4
_GRANTED = ("duty", "option", "ban")
_NEAR = 60
"""The words between a duty and one of its verbs at most."""


def indirectness(sides: Sides, old: Modal, new: Modal, rules: Rules) -> Direction | None:
    """Whether of two duties one is for the deed and the other for measures to that end, or of two
    permissions only one is a right."""
    if old.force == new.force == "option":
        own = rules.modal_words.rights
        was, is_ = (
            any(u.form in own for u in side.words[one.first : one.last])
            for side, one in ((sides.old, old), (sides.new, new))
        )
        return None if was == is_ else "weaker" if was else "stronger"
    if old.force != "duty" or new.force != "duty" or min(old.verb, new.verb) < 0:
        return None
    if _aim(sides.new, new, rules) == sides.old.words[old.verb].key:
        return "weaker"
    if _aim(sides.old, old, rules) == sides.new.words[new.verb].key:
        return "stronger"
    return None


def _aim(side: Side, modal: Modal, rules: Rules) -> str:
    """The verb of `shall take measures to protect`, nothing if there is no such phrase."""
    found = rules.indirect.find(side.words[modal.verb : modal.verb + _NEAR])
    if not found or found[0].first or modal.verb + found[0].last >= len(side.words):
        return ""
    return side.words[modal.verb + found[0].last].key


def aims(
    sides: Sides, olds: Sequence[Modal], news: Sequence[Modal], rules: Rules
) -> Iterable[Finding]:
    """Verbs of a duty that became its aim, and aims that became duties. Only where the phrase of an
    aim took the place of the joining word itself it is sure: `and ensure`, `so as to ensure`."""
    for here, there, modals in ((sides.new, sides.old, olds), (sides.old, sides.new, news)):
        duties = {
            n: one for one in modals if one.force == "duty" for n in _verbs(there, one, rules)
        }
        for phrase in rules.purposes.find(here.words):
            inside = phrase.last < len(here.words)
            verb = here.partners[phrase.last] if inside else -1
            if verb < 1 or here.untouched(phrase.first, phrase.last + 1):
                continue
            joined = there.words[verb - 1].form == rules.lists.conjunctions[0]
            joined = joined and there.partners[verb - 1] < 0
            sure = joined
            duty = duties.get(verb)
            sure = sure or (duty is not None and _outcome(there, duty, rules))
            if duty is None and not sure:
                continue
            shown = (here.evidence(phrase.first, phrase.last + 1),)
            first, last = (duty.first, duty.last) if duty and not joined else (verb - 1, verb + 1)
            deed = (there.evidence(first, last),)
            if here is sides.new:
                yield Finding("force", "weaker", deed, shown, sure, "duty to aim")
            else:
                yield Finding("force", "stronger", shown, deed, sure, "aim to duty")


def _outcome(side: Side, duty: Modal, rules: Rules) -> bool:
    """Whether a modal tells what must come of the deed: `in such a way that it will hold`."""
    first = max(0, duty.subject - _NEAR_OUTCOME)
    found = rules.firmness.find(side.words[first : duty.first])
    return any(one.family == "outcome" and first + one.last == duty.subject for one in found)


def grants(
    sides: Sides, olds: Sequence[Modal], news: Sequence[Modal], rules: Rules
) -> Iterable[Finding]:
    """Rules that now hold only where somebody makes them, and the reverse: `States may provide
    that` before what stood alone."""
    for here, own, others in ((sides.new, news, olds), (sides.old, olds, news)):
        by_verb = {one.verb: one for one in others if one.verb >= 0}
        for one, under in pairwise(own):
            last = _granted(here, one, rules)
            if last is None or under.first < last or under.verb < 0:
                continue
            if here.units.sentences[one.first] != here.units.sentences[under.first]:
                continue
            was = by_verb.get(here.partners[under.verb])
            new = all(here.partners[n] < 0 for n in range(one.first, last))
            if was is None or not new or was.force not in _GRANTED:
                continue
            shown = (here.evidence(one.first, last),)
            if here is sides.new:
                rule = (sides.old.evidence(was.first, was.last),)
                yield Finding("force", "weaker", rule, shown, True, f"{was.force} to option")
            else:
                rule = (sides.new.evidence(was.first, was.last),)
                yield Finding("force", "stronger", shown, rule, True, f"option to {was.force}")


def _granted(side: Side, modal: Modal, rules: Rules) -> int | None:
    """Where the words end that leave it to somebody to make the rule behind them, if a modal begins
    such words: `may provide that`."""
    if modal.force != "option" or modal.verb < 0:
        return None
    found = rules.grants.find(side.words[modal.verb : modal.verb + _GRANT])
    return modal.verb + found[0].last if found and found[0].first == 0 else None


def _verbs(side: Side, modal: Modal, rules: Rules) -> Iterable[int]:
    """The places where a modal's verbs may stand: its own, and those behind a comma or a joining
    word in the same clause."""
    if modal.verb < 0:
        return
    yield modal.verb
    for n in range(modal.verb + 1, min(len(side.words), modal.verb + _NEAR)):
        if side.words[n].breaks:
            return
        if side.words[n].comma or side.words[n - 1].form in rules.lists.conjunctions:
            yield n
