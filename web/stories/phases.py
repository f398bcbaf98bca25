"""A provision's rounds drawn together: rounds in a row in which the same holds.

In: a `Phase` for each round. Out: fewer of them, for the strip at the head of a page. Where a
provision's legal job is told in some rounds and not in others, the others say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tracker.store.records import DraftRow
from web.terms.plain import UNTOLD
from web.translation import _, later, ngettext

State = Literal["present", "absent", "uncovered"]

NOT_YET = later("not there yet")
PRESENT = later("in the text")
UNKNOWN = later("in the text; its legal job could not be told")


@dataclass(frozen=True, slots=True)
class Phase:
    """Rounds in a row in which the same holds. `where` are the names it had; `early` says that this
    is before the provision was first seen: nothing was lost."""

    state: State
    words: str
    function: str
    first: DraftRow
    last: DraftRow
    where: list[str] = field(default_factory=list)
    certain: bool = True
    anchor: str = ""
    early: bool = False

    @property
    def rounds(self) -> str:
        """`Round 3` or `Rounds 3–5`."""
        first, last = self.first.position, self.last.position
        which = str(first) if first == last else f"{first}–{last}"
        return ngettext("Round %(which)s", "Rounds %(which)s", last - first + 1, which=which)

    @property
    def named(self) -> str:
        """The names it had, one after the other."""
        found = self.where[0] if self.where else ""
        for name in self.where[1:]:
            found = _("%(before)s, then %(after)s", before=found, after=name)
        return found


def drawn_together(rounds: Sequence[Phase]) -> tuple[Phase, ...]:
    """The phases; each round is one of its own at first."""
    told = any(one.function not in UNTOLD for one in rounds)
    phases: list[Phase] = []
    for one in rounds:
        if told and one.state == "present" and one.function in UNTOLD:
            one = replace(one, words=UNKNOWN)
        last = phases[-1] if phases else None
        if last is not None and _what(last) == _what(one):
            phases[-1] = replace(
                last,
                last=one.last,
                where=last.where + [name for name in one.where if name not in last.where[-1:]],
                certain=last.certain and one.certain,
            )
        else:
            phases.append(one)
    return tuple(phases)


def _what(phase: Phase) -> tuple[object, ...]:
    """What holds. Words alone do not tell: a language may have the same for two things."""
    function = "" if phase.function in UNTOLD else phase.function
    sure = phase.certain or phase.state != "absent"
    return phase.state, phase.early, function, phase.words, sure
