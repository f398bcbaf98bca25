"""References between provisions as rows.

In: an `Analysis`. Out: rows of `cross_references`, where each leads, and by pair of drafts of
`reference_changes`, what became of each. A reference that stayed as it was has no row there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from tracker.references import Followed, Reference
from tracker.store.analysis import Analysis
from tracker.store.force_rows import OF_DRAFTS
from tracker.store.keys import comparison_key, draft_key, provision_key
from tracker.store.tables import Row, put_rows, table

REFERENCES = table(
    "cross_references",
    "provision_id ordinal",
    "text_start text_end words own_start own_end leads target_provision_id "
    "last_target_provision_id near_provision_id instrument sure why",
)
CHANGES = table(
    "reference_changes",
    "comparison_id ordinal",
    "outcome old_provision_id old_ordinal new_provision_id new_ordinal old_target new_target "
    "became_provision_id sure why",
)

Seats = Mapping[Reference, tuple[str, int]]
"""The key of the row of each reference of a draft."""


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    keys = {
        one.symbol: draft_key(found.negotiation, one.symbol, one.language) for one in found.drafts
    }
    seats = {symbol: _seats(keys[symbol], some) for symbol, some in found.references.items()}
    rows = [
        row for symbol, of_draft in seats.items() for row in _references(keys[symbol], of_draft)
    ]
    scope = (found.negotiation, found.language)
    of_provisions = f"SELECT id FROM provisions WHERE draft_id IN ({OF_DRAFTS})"
    put_rows(conn, REFERENCES, rows, f"provision_id IN ({of_provisions})", scope)
    changed = [
        row
        for (old, new), some in found.followed.items()
        for row in _changes((keys[old], keys[new]), (seats[old], seats[new]), some)
    ]
    of_pairs = f"SELECT id FROM comparisons WHERE new_draft_id IN ({OF_DRAFTS})"
    put_rows(conn, CHANGES, changed, f"comparison_id IN ({of_pairs})", scope)


def _seats(draft: str, references: Sequence[Reference]) -> Seats:
    seats: dict[Reference, tuple[str, int]] = {}
    many: dict[str, int] = {}
    for one in sorted(references, key=lambda one: (one.start, one.end)):
        if one not in seats:
            many[one.provision] = many.get(one.provision, 0) + 1
            seats[one] = (provision_key(draft, one.provision), many[one.provision])
    return seats


def _references(draft: str, seats: Seats) -> Iterator[Row]:
    for one, seat in seats.items():
        ends = [provision_key(draft, eid) for eid in one.targets]
        yield (
            *seat,
            one.first,
            one.until,
            one.text,
            one.start,
            one.end,
            one.standing,
            ends[0] if ends else None,
            ends[1] if len(ends) > 1 else None,
            provision_key(draft, one.near) if one.near else None,
            one.instrument,
            int(one.sure),
            one.why,
        )


def _changes(
    drafts: tuple[str, str], seats: tuple[Seats, Seats], followed: Sequence[Followed]
) -> Iterator[Row]:
    ordinal = 0
    for one in followed:
        if one.outcome == "unchanged":
            continue
        ordinal += 1
        yield (
            comparison_key(*drafts),
            ordinal,
            one.outcome,
            *(seats[0][one.old] if one.old is not None else (None, None)),
            *(seats[1][one.new] if one.new is not None else (None, None)),
            one.old_target,
            one.new_target,
            provision_key(drafts[1], one.became[0]) if one.became else None,
            int(one.sure),
            one.why,
        )
