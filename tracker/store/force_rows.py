"""How much provisions oblige, as rows.

In: an `Analysis`. Out: rows of `drafts_looked_at` and of `force_words`: the words by which a
provision obliges, permits, forbids, recommends, qualifies and protects, with their places in its
text. Words of a preamble or a title have rows too, but are not `operative`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from tracker.store.analysis import Analysis
from tracker.store.keys import draft_key, provision_key
from tracker.store.tables import Row, put_rows, table
from tracker.substance import Evidence, Force, draft_profile

LOOKED_AT = table("drafts_looked_at", "draft_id", "for_force for_references operative_words")
FORCE_WORDS = table(
    "force_words", "provision_id ordinal", "kind text_start text_end words operative"
)
OF_DRAFTS = "SELECT id FROM drafts WHERE negotiation_id = ? AND language = ?"


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    looked_at: list[Row] = []
    words: list[Row] = []
    for one in found.drafts:
        key = draft_key(found.negotiation, one.symbol, one.language)
        whole = draft_profile(one)
        operative = whole.of if whole is not None else {}
        sides = (int(whole is not None), int(one.symbol in found.references))
        looked_at.append((key, *sides, whole.words if whole is not None else 0))
        for eid, force in found.forces.get(one.symbol, {}).items():
            provision = provision_key(key, eid)
            words += ((provision, *row, int(eid in operative)) for row in _words(force))
    scope = (found.negotiation, found.language)
    put_rows(conn, LOOKED_AT, looked_at, f"draft_id IN ({OF_DRAFTS})", scope)
    of_provisions = f"SELECT id FROM provisions WHERE draft_id IN ({OF_DRAFTS})"
    put_rows(conn, FORCE_WORDS, words, f"provision_id IN ({of_provisions})", scope)


def _words(force: Force) -> Iterator[Row]:
    """The words in the order of the text; the same words may be of two kinds."""
    found = [
        (one.start, one.end, kind, one.text)
        for kind, several in _by_kind(force).items()
        for one in several
    ]
    for n, (start, end, kind, text) in enumerate(sorted(found), 1):
        yield n, kind, start, end, text


def _by_kind(force: Force) -> Mapping[str, tuple[Evidence, ...]]:
    return {
        "duty": force.duties,
        "option": force.options,
        "ban": force.bans,
        "encouragement": force.encouragements,
        "qualifier": force.qualifiers,
        "safeguard": force.safeguards,
    }
