"""The provisions of some drafts, and what they stand in.

In: a connection and drafts of one language, in order. Out: a `Tree`, of which the grid asks in
which article and chapter a provision stands, and which drafts are steps to each other.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

from tracker.store.records import DraftRow

_PROVISIONS = """
SELECT provisions.id, provisions.draft_id, parent_id, provisions.is_article, provisions.kind,
    number, heading, provisions.ordinal, word_count, thread_id, from_provision_id
FROM provisions JOIN thread_members ON thread_members.provision_id = provisions.id
WHERE provisions.draft_id IN (SELECT value FROM json_each(?)) ORDER BY provisions.ordinal
"""


class Tree:
    """The provisions of some drafts, and what they stand in."""

    def __init__(self, conn: sqlite3.Connection, rounds: Sequence[DraftRow]) -> None:
        self.rounds = tuple(rounds)
        self.ids = json.dumps([one.id for one in rounds])
        self.column = {one.id: at for at, one in enumerate(rounds)}
        found = conn.execute(_PROVISIONS, (self.ids,)).fetchall()
        self.of: dict[str, sqlite3.Row] = {row["id"]: row for row in found}

    def above(self, provision: str) -> Iterator[sqlite3.Row]:
        """The provision and all that it stands in, the innermost first."""
        at: str | None = provision
        while at is not None and (row := self.of.get(at)) is not None:
            yield row
            at = row["parent_id"]

    def article(self, provision: str) -> sqlite3.Row | None:
        """The article that a provision is or stands in."""
        return next((row for row in self.above(provision) if row["is_article"]), None)

    def group(self, provision: str) -> sqlite3.Row | None:
        """The outermost chapter that a provision stands in."""
        outer = [row for row in self.above(provision) if row["number"] or row["heading"]]
        inside = bool(outer) and outer[-1]["id"] != provision and not outer[-1]["is_article"]
        return outer[-1] if inside else None

    def is_step(self, old: sqlite3.Row, new: sqlite3.Row) -> bool:
        """Whether a link from one to the other is one of a step between drafts."""
        if new["from_provision_id"] == old["id"]:
            return True
        return self.neighbours(old["draft_id"], new["draft_id"])

    def neighbours(self, old: str, new: str) -> bool:
        """Whether two drafts stand next to each other, or are whole with partial ones between."""
        first, last = self.column[old], self.column[new]
        between = self.rounds[first + 1 : last]
        ends = (self.rounds[first], self.rounds[last])
        return not between or not (
            any(one.partial for one in ends) or any(not one.partial for one in between)
        )

    def next_whole(self, draft: str) -> str | None:
        """The first whole draft behind this one."""
        later = self.rounds[self.column[draft] + 1 :]
        return next((one.id for one in later if not one.partial), None)

    def last_whole(self, draft: str) -> str | None:
        """The last whole draft before this one."""
        earlier = self.rounds[: self.column[draft]]
        return next((one.id for one in reversed(earlier) if not one.partial), None)
