"""Where the characters of provisions were read: back from a word to its page and offset.

In: a connection and the ids of provisions. Out: `Traces`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from tracker.store.records.traces import TraceRow, Traces

_OF = "provision_id IN (SELECT value FROM json_each(?))"


def traces(conn: sqlite3.Connection, provision_ids: Iterable[str]) -> Traces:
    """Where these provisions and the words of their marks stand in the draft's current source."""
    ids = (json.dumps(list(provision_ids)),)
    provisions: dict[str, list[TraceRow]] = {}
    for key, *place in conn.execute(
        "SELECT provision_id, field, field_start, page, page_start, page_end FROM provision_spans "
        f"WHERE {_OF} ORDER BY provision_id, CASE field WHEN 'number' THEN 0 WHEN 'heading' THEN 1 "
        "ELSE 2 END, ordinal",
        ids,
    ):
        provisions.setdefault(key, []).append(TraceRow(*place))
    marks: dict[tuple[str, int], list[TraceRow]] = {}
    for key, mark, *place in conn.execute(
        "SELECT provision_id, mark_ordinal, 'printed', printed_start, page, page_start, page_end "
        f"FROM mark_spans WHERE {_OF} ORDER BY provision_id, mark_ordinal, ordinal",
        ids,
    ):
        marks.setdefault((key, mark - 1), []).append(TraceRow(*place))
    return Traces(
        {key: tuple(found) for key, found in provisions.items()},
        {key: tuple(found) for key, found in marks.items()},
    )
