"""Requests that find something in this database, for the description and the page of the API.

In: the database. Out: values by what they are. Without a database, values that could be right.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from tracker.errors import StoreError
from tracker.store import Library
from tracker.store.keys import comparison_key

WITHOUT: Mapping[str, str] = {
    "negotiation": "un-cybercrime",
    "old": "A/AC.291/22",
    "new": "A/AC.291/22/Rev.1",
    "address": "0123456789ab",
    "words": "human rights",
    "kind": "force",
    "few": "5",
}


ANYWHERE = frozenset(("words", "kind", "few"))
"""Values that find nothing in some databases, and are no mistake in any."""


def examples(library: Library) -> dict[str, str]:
    """What is `here`, else what could be."""
    return {**WITHOUT, **here(library)}


def here(library: Library) -> dict[str, str]:
    """Of the negotiation with the most drafts: the two between which most changed, a finding, a
    provision; what this database has not is not there."""
    found: dict[str, str] = {}
    try:
        known = library.negotiations()
        if not known:
            return found
        # A reader learns most where most happened.
        row = max(known, key=lambda one: (one.draft_count, one.id))
        found["negotiation"] = row.id
        rounds = library.rounds(row.id)
        steps = [
            (after.since_before.reworded, before.draft, after.draft)
            for before, after in pairwise(rounds)
            if after.since_before and not (before.draft.partial or after.draft.partial)
        ]
        if not steps:
            drafts = [one.draft.symbol for one in rounds]
            threads = [one.thread_id for one in library.threads(row.id).rows]
            found |= {"old": drafts[0], "new": drafts[-1]} if len(drafts) > 1 else {}
            return found | ({"address": threads[0]} if threads else {})
        _, old, new = max(steps, key=lambda one: one[0])
        found |= {"old": old.symbol, "new": new.symbol}
        told = library.findings(comparison_key(old.id, new.id)).findings
        rows = library.threads(row.id, new.language, articles_only=True).rows
        threads = [one.thread_id for one in told if one.thread_id] or [
            one.thread_id for one in rows
        ]
        found |= {"address": threads[0]} if threads else {}
        found |= {"kind": told[0].kind} if told else {}
        phrases = library.telling_phrases(row.id, new.language)
        found |= {"words": phrases[0]} if phrases else {}
    except StoreError:
        return {}
    return found
