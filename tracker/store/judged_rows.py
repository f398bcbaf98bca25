"""Judged claims as rows.

In: an `Analysis`. Out: rows of `claim_verdicts`, `claim_check_results`, `claim_evidence` and
`claim_places`: what the texts say of each claim, by which words of which provision, and where the
provision that it is about stands in every draft.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.claims import Checked, Judged
from tracker.store.analysis import Analysis
from tracker.store.keys import draft_key, provision_key
from tracker.store.tables import Row, put_rows, table

VERDICTS = table("claim_verdicts", "negotiation_id claim_ordinal", "language state verdict")
RESULTS = table(
    "claim_check_results",
    "negotiation_id claim_ordinal ordinal",
    "language found outcome why caveat relies",
)
EVIDENCE = table(
    "claim_evidence",
    "negotiation_id claim_ordinal check_ordinal ordinal",
    "language provision_id field text_start text_end words status",
)
PLACES = table(
    "claim_places",
    "negotiation_id claim_ordinal draft_id",
    "language presence provision_id number",
)


@dataclass(slots=True)
class _Rows:
    """The rows of the four tables."""

    verdicts: list[Row] = field(default_factory=list)
    results: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    rows = _Rows()
    for n, one in enumerate(found.judged, 1):
        _gather(rows, (found.negotiation, n), found.language, one)
    scope = (found.negotiation, found.language)
    for table_, made in (
        (VERDICTS, rows.verdicts),
        (RESULTS, rows.results),
        (EVIDENCE, rows.evidence),
        (PLACES, rows.places),
    ):
        put_rows(conn, table_, made, "negotiation_id = ? AND language = ?", scope)


def _gather(rows: _Rows, key: tuple[str, int], language: str, one: Judged) -> None:
    rows.verdicts.append((*key, language, one.state, one.verdict))
    for n, checked in enumerate(one.checks, 1):
        relies = json.dumps(checked.relies, ensure_ascii=False)
        told = (language, checked.found, checked.outcome, checked.why, checked.caveat, relies)
        rows.results.append((*key, n, *told))
        rows.evidence += _evidence((*key, n), language, checked)
    for place in one.follows:
        draft = draft_key(key[0], place.symbol, language)
        provision = provision_key(draft, place.eid) if place.eid else None
        rows.places.append((*key, draft, language, place.presence, provision, place.number))


def _evidence(key: tuple[str, int, int], language: str, checked: Checked) -> Iterator[Row]:
    for n, words in enumerate(checked.evidence, 1):
        provision = provision_key(draft_key(key[0], words.symbol, language), words.eid)
        place = (provision, words.field, words.start, words.end)
        yield (*key, n, language, *place, words.text, words.status)
