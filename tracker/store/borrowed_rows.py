"""Borrowed language as rows.

In: an `Analysis` of a negotiation whose precedents are stored. Out: rows on what the last draft has
of each of them and what it left out, and on where the last draft's provisions come from.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from tracker.model import Draft
from tracker.precedent import Lost, Origin, Passage, Taken, Uptake, lost_safeguards, of_parts
from tracker.precedent.names import Names
from tracker.precedent.shares import rounded
from tracker.precedent.units import units
from tracker.store.analysis import Analysis
from tracker.store.keys import draft_key, provision_key
from tracker.store.tables import Row, put_rows, table

BORROWINGS = table(
    "borrowings",
    "precedent_draft_id",
    "negotiation_id language ordinal draft_id share_of_precedent share_of_draft "
    "safeguards_looked_at",
)
ARTICLES = table(
    "borrowed_articles",
    "provision_id",
    "precedent_draft_id ordinal called verdict words kept sure namesake_provision_id",
)
PARTS = table(
    "borrowed_parts",
    "provision_id",
    "article_provision_id precedent_draft_id ordinal called verdict words kept added sure",
)
INTO = table("borrowed_into", "provision_id ordinal", "into_provision_id")
WORDS = table(
    "borrowed_words",
    "provision_id ordinal",
    "text_start text_end became words instead elsewhere_provision_id",
)
SAFEGUARDS = table(
    "lost_safeguards", "provision_id text_start text_end", "matched whole instead share sure"
)
SAFEGUARDS_FROM = table("lost_safeguards_from", "provision_id ordinal", "into_provision_id")
ORIGINS = table(
    "origins",
    "provision_id precedent_draft_id",
    "ordinal article_provision_id called words taken is_new usual sure",
)
ORIGIN_WORDS = table(
    "origin_words", "provision_id precedent_draft_id ordinal", "text_start text_end"
)
ORIGIN_SOURCES = table(
    "origin_sources", "provision_id precedent_draft_id ordinal", "source_provision_id"
)

_OWN = "negotiation_id = ? AND language = ?"
_OF_PRECEDENT = f"precedent_draft_id IN (SELECT precedent_draft_id FROM borrowings WHERE {_OWN})"
_OF_PART = f"provision_id IN (SELECT provision_id FROM borrowed_parts WHERE {_OF_PRECEDENT})"


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    scope = (found.negotiation, found.language)
    rows = [_Rows(scope, n, one) for n, (_, one) in enumerate(found.borrowed, 1)]
    put_rows(conn, BORROWINGS, (one.borrowing() for one in rows), _OWN, scope)
    for table_, of_one, within in (
        (ARTICLES, _Rows.articles, _OF_PRECEDENT),
        (PARTS, _Rows.parts, _OF_PRECEDENT),
        (INTO, _Rows.into, _OF_PART),
        (WORDS, _Rows.words, _OF_PART),
        (SAFEGUARDS, _Rows.safeguards, _OF_PART),
        (SAFEGUARDS_FROM, _Rows.safeguards_from, _OF_PART),
        (ORIGINS, _Rows.origins, _OF_PRECEDENT),
        (ORIGIN_WORDS, _Rows.origin_words, _OF_PRECEDENT),
        (ORIGIN_SOURCES, _Rows.origin_sources, _OF_PRECEDENT),
    ):
        put_rows(conn, table_, (row for one in rows for row in of_one(one)), within, scope)


class _Rows:
    """Makes rows of what a draft has of one precedent."""

    def __init__(self, scope: tuple[str, str], ordinal: int, uptake: Uptake) -> None:
        self._scope, self._ordinal, self._uptake = scope, ordinal, uptake
        self._old_names, self._new_names = Names(uptake.precedent), Names(uptake.draft)
        self._old_units, self._new_units = units(uptake.precedent), units(uptake.draft)
        self._precedent, self._draft = _key(uptake.precedent), _key(uptake.draft)
        self._lost = lost_safeguards(uptake)

    def borrowing(self) -> Row:
        """The row of the whole."""
        shares = (rounded(self._uptake.share_kept), rounded(self._uptake.share_taken))
        looked_at = int(self._lost is not None)
        return (self._precedent, *self._scope, self._ordinal, self._draft, *shares, looked_at)

    def articles(self) -> Iterator[Row]:
        """What became of each article of the precedent."""
        parts: dict[str, list[Taken]] = {}
        for one in self._uptake.taken:
            parts.setdefault(self._old_units[one.eid].eid, []).append(one)
        for n, (eid, some) in enumerate(parts.items(), 1):
            held = [one for one in some if one.taken_over]
            namesake = next((one.namesake for one in some if one.namesake), "")
            yield (
                *(self._old(eid), self._precedent, n, self._old_names.spoken(eid), of_parts(some)),
                *(sum(one.words for one in some), sum(one.kept for one in held)),
                *(int(all(one.sure for one in held)), self._new(namesake) if namesake else None),
            )

    def parts(self) -> Iterator[Row]:
        """What became of each part of it that has words."""
        for n, one in enumerate(self._uptake.taken, 1):
            yield (
                *(self._old(one.eid), self._old(self._old_units[one.eid].eid), self._precedent, n),
                *(self._old_names.spoken(one.eid), one.verdict, one.words),
                *((one.kept, one.added, int(one.sure)) if one.taken_over else (0, 0, 1)),
            )

    def into(self) -> Iterator[Row]:
        """The provisions that took a part over."""
        for one in self._uptake.taken:
            for n, eid in enumerate(one.into if one.taken_over else (), 1):
                yield self._old(one.eid), n, self._new(eid)

    def words(self) -> Iterator[Row]:
        """What became of the words of a part that was taken over."""
        for one in self._uptake.taken:
            if one.taken_over:
                for n, row in enumerate(self._words(one), 1):
                    yield self._old(one.eid), n, *row

    def _words(self, one: Taken) -> Iterator[Row]:
        lost = list(one.passages)
        at = 0
        for hunk in one.text:
            start, at = at, at + len(hunk.text)
            if hunk.operation == "equal":
                yield start, at, "kept", 0, "", None
            elif lost and hunk.text.strip() == lost[0].text:
                passage = lost.pop(0)
                there = self._new(passage.elsewhere) if passage.elsewhere else None
                yield start, at, _became(passage), passage.words, passage.instead, there
            else:
                yield start, at, "not counted", 0, "", None

    def safeguards(self) -> Iterator[Row]:
        """The words that protect which did not come along."""
        for one in self._lost or ():
            words = self._old_names.of[one.eid].text[one.start : one.end]
            ends = (self._old(one.eid), one.start, one.end, " ".join(words.split()))
            yield (*ends, int(one.whole), one.instead, rounded(one.share), int(one.sure))

    def safeguards_from(self) -> Iterator[Row]:
        """The articles that took over the article in which they stand."""
        by_part: dict[str, Lost] = {one.eid: one for one in self._lost or ()}
        for eid, one in by_part.items():
            for n, into in enumerate(one.into, 1):
                yield self._old(eid), n, self._new(into)

    def origins(self) -> Iterator[Row]:
        """Where each provision of the draft comes from."""
        for n, one in enumerate(self._uptake.origins, 1):
            yield (
                *(self._new(one.eid), self._precedent, n, self._new(self._new_units[one.eid].eid)),
                *(self._new_names.spoken(one.eid), one.words, 0 if one.new else one.taken),
                *(int(one.new), int(one.usual), int(one.sure)),
            )

    def origin_words(self) -> Iterator[Row]:
        """Its words that the precedent has."""
        for one in self._not_new():
            at = 0
            ends = []
            for hunk in one.text:
                start, at = at, at + len(hunk.text)
                if hunk.operation == "equal":
                    ends.append((start, at))
            for n, (start, end) in enumerate(ends, 1):
                yield self._new(one.eid), self._precedent, n, start, end

    def origin_sources(self) -> Iterator[Row]:
        """The provisions of the precedent that it comes from."""
        for one in self._not_new():
            for n, eid in enumerate(one.sources, 1):
                yield self._new(one.eid), self._precedent, n, self._old(eid)

    def _not_new(self) -> Sequence[Origin]:
        return [one for one in self._uptake.origins if not one.new]

    def _old(self, eid: str) -> str:
        return provision_key(self._precedent, eid)

    def _new(self, eid: str) -> str:
        return provision_key(self._draft, eid)


def _became(passage: Passage) -> str:
    if passage.elsewhere:
        return "elsewhere"
    return "left out" if passage.left_out else "reworded"


def _key(draft: Draft) -> str:
    return draft_key(draft.negotiation, draft.symbol, draft.language)
