"""What to ask of words through time, as rows.

In: an `Analysis`. Out: rows of `telling_phrases`: of the qualifiers and safeguards that its forces
hold ("without right", "human rights") those whose number changed most between whole drafts.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping

from tracker.store.analysis import Analysis
from tracker.store.tables import Row, put_rows, table
from tracker.substance import Force

TELLING = table("telling_phrases", "negotiation_id language ordinal", "phrase fewest most")

MOST = 8
"""So many are offered."""

LONGEST = 4
"""Of so many words at most: longer ones are found in one form alone. A single word is not telling
by itself."""


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
    scope = (found.negotiation, found.language)
    rows = ((*scope, n, *one) for n, one in enumerate(_telling(found), 1))
    put_rows(conn, TELLING, rows, "negotiation_id = ? AND language = ?", scope)


def _telling(found: Analysis) -> list[Row]:
    """Each phrase with the fewest and the most times that a whole draft has it."""
    whole = [one.symbol for one in found.drafts if not one.partial]
    asked = whole if len(whole) > 1 else [one.symbol for one in found.drafts]
    counts = [Counter(_phrases(found.forces[symbol])) for symbol in asked]
    known = {phrase for one in counts for phrase in one}
    ends = {one: [each[one] for each in counts] for one in known}
    # A phrase that hardly any draft has is an accident of wording.
    common = [one for one in known if max(ends[one]) > 1]
    ordered = sorted(common, key=lambda x: (min(ends[x]) - max(ends[x]), -sum(ends[x]), x))
    return [(one, min(ends[one]), max(ends[one])) for one in ordered[:MOST]]


def _phrases(forces: Mapping[str, Force]) -> Iterator[str]:
    for force in forces.values():
        for one in (*force.qualifiers, *force.safeguards):
            words = one.text.lower().split()
            if 1 < len(words) <= LONGEST and all(word.isalpha() for word in words):
                yield " ".join(words)
