"""Matches of proposals as rows.

In: an `Analysis` of a negotiation whose proposals are stored. Out: rows on words of proposals that
stand in drafts: what is sure before what is possible, the rarest first, deletions last.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tracker.model import Draft
from tracker.precedent.names import Names
from tracker.store.analysis import Analysis
from tracker.store.keys import draft_key, match_key, provision_key
from tracker.store.tables import Row, put_rows, table
from tracker.uptake import Match, Run
from tracker.uptake.dating import aimed_at, order
from tracker.uptake.words import Words, words_of

MATCHES = table(
    "proposal_matches",
    "id",
    "negotiation_id language ordinal proposal_id kind draft_id provision_id called called_heading "
    "matched words new_words share chance context drafts_later sure doubts coarse",
)
RUNS = table(
    "match_runs",
    "match_id ordinal",
    "text_start text_end proposal_start proposal_end words new_words common_start common_end "
    "proposal_common_start proposal_common_end",
)
ELSEWHERE = table("match_elsewhere", "match_id provision_id", "called")
ALSO = table("match_also", "match_id ordinal", "proposal_id")

_OWN = "negotiation_id = ? AND language = ?"
_OF_MATCH = f"match_id IN (SELECT id FROM proposal_matches WHERE {_OWN})"


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    scope = (found.negotiation, found.language)
    rows = _Rows(conn, found)
    matches = rows.ordered(found.matches)
    numbered = (rows.match(n, one) for n, one in enumerate(matches, 1))
    put_rows(conn, MATCHES, numbered, _OWN, scope)
    for table_, of_one in ((RUNS, rows.runs), (ELSEWHERE, rows.elsewhere), (ALSO, rows.also)):
        each = (row for one in matches for row in of_one(one))
        put_rows(conn, table_, each, _OF_MATCH, scope)


class _Rows:
    """Makes rows of matches, with the drafts and the dates of the proposals at hand."""

    def __init__(self, conn: sqlite3.Connection, found: Analysis) -> None:
        self._scope = (found.negotiation, found.language)
        self._drafts: Sequence[Draft] = found.drafts
        self._places = {draft.symbol: place for place, draft in enumerate(found.drafts)}
        self._names: dict[str, Names] = {}
        self._dates: dict[str, str] = {}
        self._proposed: dict[tuple[str, bool], str] = {}
        self._split: dict[tuple[str, bool], Words] = {}
        for key, date, text, old_text in conn.execute(
            "SELECT proposal_id, date, text, old_text FROM proposals WHERE negotiation_id = ?",
            (found.negotiation,),
        ):
            self._dates[key] = date
            self._proposed[key, False], self._proposed[key, True] = text, old_text

    def ordered(self, matches: Sequence[Match]) -> list[Match]:
        """What entered first, then deletions; the sure before the possible, the rarest first."""

        def key(one: Match) -> tuple[bool, bool, float, int, str, str]:
            place = self._places[one.stands_in]
            return one.kind == "deletion", not one.sure, one.chance, place, one.eid, one.proposal

        return sorted(matches, key=key)

    def match(self, ordinal: int, one: Match) -> Row:
        """The row of a match."""
        names = self._named(one.stands_in)
        return (
            *(self._key(one), *self._scope, ordinal, one.proposal, one.kind),
            draft_key(self._scope[0], one.draft, self._scope[1]),
            self._provision(one.stands_in, one.eid),
            names.spoken(one.eid),
            names.heading(one.eid),
            self._words(one),
            *(one.words, one.new, one.share, one.chance, one.context, self._later(one)),
            *(int(one.sure), "; ".join(one.doubts), int(one.coarse)),
        )

    def runs(self, one: Match) -> Iterator[Row]:
        """The rows of its runs."""
        here = words_of(self._named(one.stands_in).of[one.eid].text)
        there = self._words_proposed(one.proposal, one.kind == "deletion")
        for n, run in enumerate(one.runs, 1):
            ends = (run.start, run.end, run.proposal_start, run.proposal_end)
            yield (self._key(one), n, *ends, run.words, run.new, *_common(run, here, there))

    def elsewhere(self, one: Match) -> Iterator[Row]:
        """The rows of other provisions with the same words."""
        for eid in one.elsewhere:
            called = self._named(one.draft).spoken(eid)
            yield self._key(one), self._provision(one.draft, eid), called

    def also(self, one: Match) -> Iterator[Row]:
        """The rows of other proposals with the same words."""
        return ((self._key(one), n, other) for n, other in enumerate(one.also, 1))

    def _key(self, one: Match) -> str:
        there = self._provision(one.stands_in, one.eid)
        return match_key(self._scope[0], one.proposal, there, one.kind)

    def _provision(self, symbol: str, eid: str) -> str:
        return provision_key(draft_key(self._scope[0], symbol, self._scope[1]), eid)

    def _named(self, symbol: str) -> Names:
        if symbol not in self._names:
            self._names[symbol] = Names(self._drafts[self._places[symbol]])
        return self._names[symbol]

    def _words_proposed(self, proposal: str, old: bool) -> Words:
        """The words of a proposal, which may match in a thousand provisions."""
        if (proposal, old) not in self._split:
            self._split[proposal, old] = words_of(self._proposed[proposal, old])
        return self._split[proposal, old]

    def _words(self, one: Match) -> str:
        text = self._named(one.stands_in).of[one.eid].text
        return " … ".join(" ".join(text[run.start : run.end].split()) for run in one.runs)

    def _later(self, one: Match) -> int | None:
        """How many drafts after the one that the proposal is about, None if its date does not
        tell."""
        date, place = self._dates[one.proposal], self._places[one.draft]
        if order(date, self._drafts, place) == "unclear":
            return None
        return place - aimed_at(date, self._drafts)


def _common(run: Run, here: Words, there: Words) -> tuple[int, int, int, int]:
    """Where the words of a run stand with all around that are the same in both texts: in the
    provision, and in the proposal."""
    first, last = here.starts.index(run.start), _last(here, run.end)
    start, end = there.starts.index(run.proposal_start), _last(there, run.proposal_end)
    while first and start and here.found[first - 1] == there.found[start - 1]:
        first, start = first - 1, start - 1
    while (
        last + 1 < len(here)
        and end + 1 < len(there)
        and here.found[last + 1] == there.found[end + 1]
    ):
        last, end = last + 1, end + 1
    return here.starts[first], here.ends[last], there.starts[start], there.ends[end]


def _last(words: Words, end: int) -> int:
    """The last word that ends here; parts of one with a hyphen all do."""
    return bisect_right(words.ends, end) - 1
