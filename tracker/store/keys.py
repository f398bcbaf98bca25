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


def beside_key(negotiation: str) -> str:
    """The id of the negotiation that holds the earlier instruments beside another; no manifest can
    have such an id.

    >>> beside_key("moon")
    'moon~beside'
    """
    return f"{negotiation}~beside"


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


def proposal_key(negotiation: str, proposal: str) -> str:
    """The address of a proposal, short and fit for an anchor: 12 hexadecimal digits."""
    return hashlib.sha256(f"{negotiation}\n{proposal}".encode()).hexdigest()[:12]


def match_key(negotiation: str, proposal: str, provision_id: str, kind: str) -> str:
    """The id of a match, from its two ends and its kind: 16 hexadecimal digits."""
    said = "\n".join((negotiation, proposal, provision_id, kind))
    return hashlib.sha256(said.encode()).hexdigest()[:16]
