"""The parts of a provision through all rounds: its paragraphs and points, each with its own story.

In: a thread with its members. Out: `InnerPart`s in the order in which they last stood, those that
are no longer there behind them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.store.records import ChangeRow, ProvisionRow, ThreadPage
from web.terms.names import Names

_SHOWN = 8
"""Words of the beginning of a part."""


@dataclass(slots=True)
class InnerPart:
    """A part. `name` is its own name when it last stood here, `begins` how it begins, `indent` how
    deep it stands below the parts right inside the provision; `rounds` are those in which it stands
    here, `changed` those of them that brought it or changed its words; `here` says that the last
    draft that holds the provision has it."""

    thread_id: str
    name: str
    begins: str
    indent: int
    ordinal: int
    rounds: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    here: bool = False


def of_thread(page: ThreadPage, names: Names) -> tuple[InnerPart, ...]:
    """The parts that have a story of their own."""
    found: dict[str, InnerPart] = {}
    last = max((round.draft.position for round in page.rounds if round.members), default=0)
    for round in page.rounds:
        position = round.draft.position
        for member in round.members:
            changed = {row.new.id for row in member.changes if row.new and _has_news(row)}
            for one in member.provisions:
                if one.thread_id in (None, page.id):
                    continue
                part = _part(one, member.provision, names)
                before = found.get(part.thread_id)
                if before is not None:
                    part.rounds, part.changed = before.rounds, before.changed
                part.rounds.append(position)
                if one.id in changed:
                    part.changed.append(position)
                part.here = position == last
                found[part.thread_id] = part
    return tuple(sorted(found.values(), key=lambda one: (not one.here, one.ordinal)))


def _has_news(row: ChangeRow) -> bool:
    if row.old is None:
        return True
    return (row.text_changed or row.heading_changed) and not row.only_light


def _part(one: ProvisionRow, outer: ProvisionRow, names: Names) -> InnerPart:
    # Without a number, the name quotes the beginning already.
    words = (one.heading or one.text).split() if one.number else []
    begins = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    indent = max(0, one.depth - outer.depth - 1)
    return InnerPart(one.thread_id or "", names.own(one), begins, indent, one.ordinal)
