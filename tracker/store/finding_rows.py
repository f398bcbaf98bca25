"""Findings as rows.

In: an `Analysis`. Out: rows on findings between drafts, the words that show them, the places where
the same change was made, and which hunks only follow a new numbering. A finding is of one change,
so its key is that of the change's link.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from tracker.findings import Found, Words, first
from tracker.store.analysis import Analysis, Pair
from tracker.store.keys import comparison_key, draft_key, link_key, provision_key
from tracker.store.tables import Row, put_rows, table

FINDINGS = table(
    "findings", "link_id", "comparison_id rank first kind sentence certain why gravity words"
)
KINDS = table("finding_kinds", "link_id ordinal", "kind")
PLACES = table("finding_places", "link_id ordinal", "place_link_id")
WORDS = table(
    "finding_words", "link_id ordinal", "side provision_id field text_start text_end words"
)
NUMBERING = table("renumbered_references", "link_id hunk_ordinal", "")

_OF_ALL = """
IN (SELECT links.id FROM comparisons JOIN drafts ON drafts.id = comparisons.new_draft_id
    JOIN links ON links.comparison_id = comparisons.id
    WHERE comparisons.negotiation_id = ? AND drafts.language = ?)
"""


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    scope = f"link_id {_OF_ALL}", (found.negotiation, found.language)
    texts = {d.symbol: {p.eid: p.text for p in d.provisions} for d in found.drafts}
    told: list[tuple[_Ends, Found, bool]] = []
    for pair, findings in found.findings.items():
        ends, leading = _Ends(found, pair, texts), {one.rank for one in first(findings)}
        told += [(ends, one, one.rank in leading) for one in findings]
    put_rows(conn, FINDINGS, [_finding(*one) for one in told], *scope)
    put_rows(conn, KINDS, [row for ends, one, _ in told for row in _kinds(ends, one)], *scope)
    put_rows(conn, PLACES, [row for ends, one, _ in told for row in _places(ends, one)], *scope)
    put_rows(conn, WORDS, [row for ends, one, _ in told for row in _words(ends, one)], *scope)
    put_rows(conn, NUMBERING, _numbering(found, texts), *scope)


_Texts = Mapping[str, Mapping[str, str]]
"""By symbol and eId."""


class _Ends:
    """The keys of two drafts that are compared, and of what stands in them."""

    def __init__(self, found: Analysis, pair: Pair, texts: _Texts) -> None:
        self._drafts = [draft_key(found.negotiation, symbol, found.language) for symbol in pair]
        self.comparison = comparison_key(*self._drafts)
        self._texts = [texts[symbol] for symbol in pair]

    def link(self, old: str | None, new: str | None) -> str:
        return link_key(self.comparison, old, new)

    def provision(self, words: Words) -> str:
        return provision_key(self._drafts[words.side == "new"], words.eid)

    def text(self, words: Words) -> str:
        return self._texts[words.side == "new"][words.eid]


def _kinds(ends: _Ends, one: Found) -> Iterator[Row]:
    for ordinal, kind in enumerate(one.also, 1):
        yield ends.link(one.old, one.new), ordinal, kind


def _finding(ends: _Ends, one: Found, leading: bool) -> Row:
    gravity, words = one.weight
    return (
        ends.link(one.old, one.new),
        ends.comparison,
        one.rank,
        int(leading),
        one.kind,
        one.sentence,
        int(one.sure),
        one.why,
        gravity,
        words,
    )


def _places(ends: _Ends, one: Found) -> Iterator[Row]:
    key = ends.link(one.old, one.new)
    for ordinal, place in enumerate(one.places or ((one.old, one.new),), 1):
        yield key, ordinal, ends.link(*place)


def _words(ends: _Ends, one: Found) -> Iterator[Row]:
    key = ends.link(one.old, one.new)
    for ordinal, words in enumerate(one.evidence, 1):
        field = "heading" if words.place == "heading" else "text"
        span = (words.start, words.end)
        where = span if words.place != "compared" else _only(ends.text(words), words.text)
        yield key, ordinal, words.side, ends.provision(words), field, *where, words.text


def _only(text: str, words: str) -> tuple[int, int] | tuple[None, None]:
    """Where the words stand in the provision's own text, if they stand there once."""
    at = text.find(words)
    if not words or at < 0 or text.find(words, at + 1) >= 0:
        return None, None
    return at, at + len(words)


def _numbering(found: Analysis, texts: _Texts) -> Iterator[Row]:
    for pair, of_links in found.renumbered.items():
        ends = _Ends(found, pair, texts)
        for link, places in of_links.items():
            for place in sorted(places):
                yield ends.link(*link), place + 1
