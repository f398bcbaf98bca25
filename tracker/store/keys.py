"""The keys of the database's rows, made of what the rows are about.

In: negotiation, symbol, language, eId. Out: text keys that are the same whatever was read before,
so that the order in which drafts are ingested leaves no trace.
"""

from __future__ import annotations

import hashlib
from dataclasses import astuple

from tracker.model import Decision


def draft_key(negotiation: str, symbol: str, language: str) -> str:
    """The id of a draft.

    >>> draft_key("moon", "A/1/Rev.2", "en")
    'moon:A/1/Rev.2@en'
    """
    return f"{negotiation}:{symbol}@{language}"


def provision_key(draft_id: str, eid: str) -> str:
    """The id of a provision.

    >>> provision_key("moon:A/1@en", "art_2__para_1")
    'moon:A/1@en#art_2__para_1'
    """
    return f"{draft_id}#{eid}"


def source_key(draft_id: str, sha256: str) -> str:
    """The id of a file that a draft was read from."""
    return f"{draft_id}~{sha256[:12]}"


def comparison_key(old_draft_id: str, new_draft_id: str) -> str:
    """The id of a comparison of two drafts."""
    return f"{old_draft_id} → {new_draft_id}"


def link_key(comparison_id: str, old_eid: str | None, new_eid: str | None) -> str:
    """The id of a link, from its two ends: 16 hexadecimal digits."""
    ends = "\n".join((comparison_id, old_eid or "", new_eid or ""))
    return hashlib.sha256(ends.encode()).hexdigest()[:16]


def decision_key(negotiation: str, decision: Decision) -> str:
    """The id of a decision, from all that it says: 16 hexadecimal digits."""
    said = "\n".join((negotiation, *astuple(decision)))
    return hashlib.sha256(said.encode()).hexdigest()[:16]
