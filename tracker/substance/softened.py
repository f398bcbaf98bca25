"""Duties that stayed, but are only to be worked for.

In: the two sides of a change, the modals of each and a language's rules. Out: findings of the kind
`force`: `shall protect` that became `shall take measures to protect`, `and shall ensure` that
became `with a view to ensuring`, a right that became a mere permission; and the reverse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.substance.languages import Rules
from tracker.substance.modals import Modal
from tracker.substance.names import Direction, Finding
from tracker.substance.sides import Side, Sides

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
    """Verbs of a duty that became its aim, and aims that became duties; none is sure."""
    for here, there, modals in ((sides.new, sides.old, olds), (sides.old, sides.new, news)):
        duties = {
            n: one for one in modals if one.force == "duty" for n in _verbs(there, one, rules)
        }
        for phrase in rules.purposes.find(here.words):
            inside = phrase.last < len(here.words)
            verb = here.partners[phrase.last] if inside else -1
            if verb not in duties or here.untouched(phrase.first, phrase.last + 1):
                continue
            shown = (here.evidence(phrase.first, phrase.last + 1),)
            duty = (there.evidence(duties[verb].first, duties[verb].last),)
            if here is sides.new:
                yield Finding("force", "weaker", duty, shown, False, "duty to aim")
            else:
                yield Finding("force", "stronger", shown, duty, False, "aim to duty")


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
