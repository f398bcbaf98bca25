"""Contested words as rows.

In: an `Analysis`. Out: rows of `contests`, of the drafts in which each was contested
(`contest_rounds`), of where its words stand there (`contest_spots`), of who is named with them
(`contest_names`).
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tracker.align import SURE
from tracker.history import Contest, ContestRound, Run, Spot
from tracker.model import Link
from tracker.store.analysis import Analysis
from tracker.store.keys import draft_key, provision_key
from tracker.store.tables import Row, put_rows, table

CONTESTS = table(
    "contests",
    "id",
    "negotiation_id language ordinal kind label words entered_draft_id first_draft_id "
    "last_draft_id rounds_contested again outcome resolved_draft_id kept instead certain",
)
ROUNDS = table("contest_rounds", "contest_id draft_id", "words")
SPOTS = table(
    "contest_spots", "contest_id draft_id ordinal", "provision_id field text_start text_end"
)
NAMES = table("contest_names", "contest_id draft_id ordinal", "name wants")


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    rows = _Rows(found)
    for ordinal, contest in enumerate(found.contests, 1):
        rows.add(ordinal, contest)
    scope, values = "negotiation_id = ? AND language = ?", (found.negotiation, found.language)
    put_rows(conn, CONTESTS, rows.contests, scope, values)
    of_contests = f"contest_id IN (SELECT id FROM contests WHERE {scope})"
    put_rows(conn, ROUNDS, rows.rounds, of_contests, values)
    put_rows(conn, SPOTS, rows.spots, of_contests, values)
    put_rows(conn, NAMES, rows.names, of_contests, values)


@dataclass
class _Rows:
    """The rows in the making."""

    found: Analysis
    contests: list[Row] = field(default_factory=list)
    rounds: list[Row] = field(default_factory=list)
    spots: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        one = self.found
        self._ids = [draft_key(one.negotiation, d.symbol, one.language) for d in one.drafts]
        self._followed = _Followed(one)
        self._keys: set[str] = set()

    def add(self, ordinal: int, one: Contest) -> None:
        key = self._key(one)
        first, last = one.rounds[0], one.rounds[-1]
        self.contests.append(
            (
                *(key, self.found.negotiation, self.found.language, ordinal),
                *(one.kind, one.label, last.text, self._ids[one.entered]),
                *(self._ids[first.place], self._ids[last.place], len(one.rounds)),
                *(int(one.again), one.outcome),
                None if one.resolved is None else self._ids[one.resolved],
                *(one.kept, one.instead, int(self._followed.surely(one))),
            )
        )
        for each in one.rounds:
            draft = self._ids[each.place]
            self.rounds.append((key, draft, each.text))
            self.spots += (
                (key, draft, n, provision_key(draft, spot.eid), spot.field, spot.start, spot.end)
                for n, spot in enumerate(each.spots, 1)
            )
            named = dict.fromkeys(
                (name, by.wants) for by in each.by for name in by.name.split("; ")
            )
            self.names += ((key, draft, n, *said) for n, said in enumerate(named, 1))

    def _key(self, one: Contest) -> str:
        """Made of what it is about; the same words marked twice in the same way are told apart."""
        first = one.rounds[0]
        spots = (f"{s.eid} {s.field} {s.start} {s.end}" for s in first.spots)
        said = "\n".join((self._ids[first.place], one.kind, one.label, *spots))
        key = _digits(said)
        while key in self._keys:
            said += "\nonce more"
            key = _digits(said)
        self._keys.add(key)
        return key


def _digits(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:16]


class _Followed:
    """Whether contested words were followed along links that are all sure."""

    def __init__(self, found: Analysis) -> None:
        self._ages = found.ages
        self._doubtful = [
            {n for _, run in self._ages.runs(place) if not run.sure for n in run.ids}
            for place in range(len(self._ages.symbols))
        ]
        self._threads = {
            (member.symbol, member.eid): thread
            for thread in found.threads
            for member in thread.members
        }

    def surely(self, one: Contest) -> bool:
        """Words that were contested in one draft and are gone in the next were not followed; what
        is said of them hangs on their place."""
        if one.resolved is not None:
            last = {n for run in self._runs(one.rounds[-1]) for n in run.ids}
            if not last.isdisjoint(self._doubtful[one.resolved]):
                return False
            if one.outcome != "kept" and not self._place_is_sure(one, one.resolved):
                return False
        return all(run.sure for each in one.rounds[1:] for run in self._runs(each))

    def _place_is_sure(self, one: Contest, place: int) -> bool:
        """Whether the provisions are surely those of the draft at `place`, and so are the words
        beside; what had been in doubt before says nothing of it."""
        last = one.rounds[-1]
        if not self._doubtful[place].isdisjoint({*one.beside} - self._doubtful[last.place]):
            return False
        before, symbol = self._ages.symbols[last.place], self._ages.symbols[place]
        threads = (self._threads.get((before, spot.eid)) for spot in last.spots)
        return all(
            _sure(member.link)
            for thread in threads
            if thread is not None
            for member in thread.members
            if member.symbol == symbol
        )

    def _runs(self, each: ContestRound) -> Iterator[Run]:
        for spot in each.spots:
            yield from _at(self._ages.by_eid[each.place][spot.eid].runs, spot)


def _sure(link: Link | None) -> bool:
    return link is None or bool(link.decided) or link.score >= SURE


def _at(runs: Iterable[Run], spot: Spot) -> Iterator[Run]:
    """The runs that have words of a spot."""
    for run in runs:
        if run.field == spot.field and run.start < spot.end and spot.start < run.end:
            yield run
