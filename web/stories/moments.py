"""The rounds of a provision as moments to step through: what each did to it, in a few words.

In: the stages of a life. Out: `Moment`s, one a round, with the change before and behind each; and
which of them a page shows first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.model import NOT_OFFICIAL
from tracker.store.records import DraftRow
from web.stories.entries import Entry, What
from web.stories.stages import Stage
from web.terms.days import of_draft
from web.terms.phrases import number
from web.translation import _, ngettext

Kind = Literal[
    "entered",
    "back",
    "changed",
    "marked",
    "renumbered",
    "lightly",
    "same",
    "gone",
    "absent",
    "uncovered",
]
"""`gone` is the first draft without it, `absent` one before it came or after that."""

EVENTS: tuple[Kind, ...] = ("entered", "back", "changed", "marked", "renumbered", "gone")
"""Where something happened: what a reader steps through."""

_SHOWN_FIRST: tuple[Kind, ...] = ("entered", "back", "changed", "gone")
_STRONGEST: tuple[What, ...] = ("changed", "entered", "marked", "renumbered", "lightly", "same")


@dataclass(frozen=True, slots=True)
class Moment:
    """One round. `said` is what it did to the provision, `spoken` that with its number and date;
    `sure` is False where that hangs on a link, or on a departure, that is not sure. `previous` and
    `following` are the positions of the changes around it, `last_there` that
    of the last round before it that has the provision; each 0 for none."""

    stage: Stage
    kind: Kind
    said: str
    spoken: str
    sure: bool
    previous: int = 0
    following: int = 0
    last_there: int = 0

    @property
    def position(self) -> int:
        """The number of the round."""
        return self.stage.draft.position

    @property
    def day(self) -> str:
        """The date of its draft."""
        return of_draft(self.stage.draft)

    @property
    def anchor(self) -> str:
        """Where on the page it is."""
        return f"round-{self.position}"


def moments(stages: Sequence[Stage]) -> tuple[Moment, ...]:
    """All rounds, in order."""
    kinds = _kinds(stages)
    events = [one.draft.position for one, kind in zip(stages, kinds, strict=True) if kind in EVENTS]
    there = [one.draft.position for one in stages if one.entries]
    found = []
    for stage, kind in zip(stages, kinds, strict=True):
        here, said, sure = stage.draft.position, _said(stage, kind), _sure(stage)
        found.append(
            Moment(
                stage=stage,
                kind=kind,
                said=said,
                spoken=_spoken(stage.draft, len(stages), said if sure else _possibly(said)),
                sure=sure,
                previous=max((n for n in events if n < here), default=0),
                following=min((n for n in events if n > here), default=0),
                last_there=max((n for n in there if n < here), default=0),
            )
        )
    return tuple(found)


def shown_first(found: Sequence[Moment]) -> int:
    """The position of the round that a page shows unless another is asked for: the last that
    changed something, which is how the text stands now."""
    events = [one.position for one in found if one.kind in _SHOWN_FIRST]
    return events[-1] if events else found[-1].position


def _kinds(stages: Sequence[Stage]) -> list[Kind]:
    found: list[Kind] = []
    there = False
    for stage in stages:
        if stage.entries:
            found.append(_kind(stage.entries))
            there = True
        elif stage.state == "uncovered":
            found.append("uncovered")
        else:
            found.append("gone" if there and not stage.early else "absent")
            there = False
    return found


def _kind(entries: Sequence[Entry]) -> Kind:
    what = min((one.what for one in entries), key=_STRONGEST.index)
    if what != "changed" and any(one.missing for one in entries):
        return "back"
    return what


def _said(stage: Stage, kind: Kind) -> str:
    """What a round did, as a clause with a small first letter."""
    words = sum(one.words for one in stage.entries)
    back = any(one.missing for one in stage.entries)
    said: str = stage.words
    match kind:
        case "changed":
            said = _("changed")
            if words:
                said = ngettext(
                    "changed, %(count)s word",
                    "changed, %(count)s words",
                    words,
                    count=number(words),
                )
            if back:
                said = _("back again and %(what)s", what=said)
        case "back":
            said = _("back again, the same words")
        case "entered":
            said = _("here for the first time")
        case "renumbered":
            said = _("the same words under another number or in another place")
        case "marked":
            said = _("no word changed, only brackets or punctuation")
        case "lightly":
            said = _("only spelling, layout or references that follow the numbering differ")
        case "same":
            said = _("word for word the same")
            if stage.draft.standing in NOT_OFFICIAL:
                said = _("no change known to us")
        case "gone" if not stage.apart:
            said = _("no longer there")
    return said


def _possibly(said: str) -> str:
    return _("possibly %(what)s", what=said)


def _sure(stage: Stage) -> bool:
    return stage.sure and all(one.sure for one in stage.entries)


def _spoken(draft: DraftRow, rounds: int, said: str) -> str:
    return _(
        "Round %(round)s of %(rounds)s, %(day)s: %(what)s",
        round=draft.position,
        rounds=rounds,
        day=of_draft(draft),
        what=said,
    )
