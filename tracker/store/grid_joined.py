"""Articles that joined others, or came out of them, without a link of their own.

In: what went between the articles of the grid, and the drafts. Out: the same, with what `flow` says
of the articles most of whose words stand in another: so the grid counts as gone, and as new, what
the page that draws the flow does.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from tracker.model import Relation
from tracker.store.flow import flow
from tracker.store.records import DraftRow
from tracker.store.records.flow import FlowStep, FlowWay
from tracker.store.records.grids import Crossing

_THREADS = """
SELECT provision_id, thread_id FROM thread_members
WHERE draft_id IN (SELECT value FROM json_each(?))
"""


def with_flow(
    conn: sqlite3.Connection, crossings: Iterable[Crossing], rounds: Sequence[DraftRow]
) -> list[Crossing]:
    """The crossings in the order of the rounds, with those that only their words tell."""
    found = list(crossings)
    whole = [one for one in rounds if not one.partial]
    steps = told.steps if (told := flow(conn, whole)) else ()
    threads = dict(conn.execute(_THREADS, (json.dumps([one.id for one in whole]),)).fetchall())
    for step in steps:
        for way in step.ways:
            one = _crossing(step, way, threads)
            if one is not None and not any(_tells(known, one) for known in found):
                # Its parts are told with it.
                found = [known for known in found if known.whole or _ends(known) != _ends(one)]
                found.append(one)
    return sorted(
        found, key=lambda one: (one.new_position, one.old_position, one.old_thread, one.new_thread)
    )


def _crossing(step: FlowStep, way: FlowWay, threads: Mapping[str, str]) -> Crossing | None:
    if way.fate not in ("joined", "parted") or way.old is None or way.new is None:
        return None
    old, new = (threads.get(one.provision_id) for one in (way.old, way.new))
    if old is None or new is None or old == new:
        return None
    relation: Relation = "demoted" if way.fate == "joined" else "promoted"
    positions = (step.old.position, step.new.position)
    return Crossing(relation, old, new, *positions, whole=True, certain=way.certain, parts=0)


def _ends(one: Crossing) -> tuple[str, str, int]:
    return one.old_thread, one.new_thread, one.new_position


def _tells(known: Crossing, one: Crossing) -> bool:
    """Whether a crossing says already where the article went, or came from."""
    if not known.whole or known.new_position != one.new_position:
        return False
    if one.relation == "demoted":
        return known.old_thread == one.old_thread
    return known.new_thread == one.new_thread
