"""How sure it is that an article was dropped, or is new, where what became of articles is counted.

In: a connection; a comparison, or steps between drafts. Out: what findings doubt; the steps, as
sure as the same is told of each article by itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from tracker.store.absences import absences
from tracker.store.records.absences import Absence
from tracker.store.records.flow import FlowStep, FlowWay


def doubted(conn: sqlite3.Connection, comparison: str) -> frozenset[str]:
    """Provisions without a partner of which a finding says that they may just be missing from the
    other file."""
    found = conn.execute(
        "SELECT coalesce(old_provision_id, new_provision_id) FROM links JOIN findings "
        "ON findings.link_id = links.id WHERE links.comparison_id = ? AND findings.certain = 0 "
        "AND findings.kind IN ('new', 'gone', 'safeguard') "
        "AND (old_provision_id IS NULL OR new_provision_id IS NULL)",
        (comparison,),
    )
    return frozenset(row[0] for row in found)


_LACKING = ("dropped", "joined", "new", "parted")
"""Fates of articles that one of two drafts does not have by themselves."""


def _certain(way: FlowWay, absence: Absence) -> bool:
    """Of an article that is part of another both must be certain: where it is, and that enough of
    it is there."""
    if way.fate in ("joined", "parted"):
        return way.certain and absence.certain
    return absence.certain


def as_sure(conn: sqlite3.Connection, steps: Iterable[FlowStep]) -> tuple[FlowStep, ...]:
    """The steps, with what is dropped or new as sure as it is told of the articles."""
    found = list(steps)
    asked = {}
    for step in found:
        for way in step.ways:
            gone = way.fate in ("dropped", "joined")
            one, other = (way.old, step.new) if gone else (way.new, step.old)
            if way.fate in _LACKING and one is not None and not other.partial:
                asked[way] = one.provision_id, other.id
    told = absences(conn, asked.values())
    return tuple(
        replace(
            step,
            ways=tuple(
                replace(way, certain=_certain(way, told[asked[way]])) if way in asked else way
                for way in step.ways
            ),
        )
        for step in found
    )
