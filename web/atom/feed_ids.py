"""Ids of feeds and of their entries, which never change.

In: what an entry is about: a negotiation, symbols, the address of a provision. Out: a URN, the same
wherever and whenever it is made. Positions, titles and the order in which drafts were taken in are
no part of it: a round that is added before others changes these, and an entry with another id would
be shown to every reader as new. The names of drafts are; so is the place (eId) of a provision.
"""

from __future__ import annotations

from uuid import UUID, uuid5

_OURS = UUID("6f1c5b0e-0f5e-5b52-9d0c-6a1e1f7c9a11")
"""Never to change: all ids hang on it."""


def feed_id(*about: str) -> str:
    """The id of a feed.

    >>> feed_id("negotiation", "moon", "en")
    'urn:uuid:a9665b51-7fb9-5ccb-a3be-80a99a7969a7'
    """
    return _urn("feed", *about)


def round_id(negotiation: str, language: str, symbol: str) -> str:
    """The id of the entry on what a draft changed."""
    return _urn("round", negotiation, language, symbol)


def change_id(address: str) -> str:
    """The id of the entry on what changed in a provision when it became the one with this address.
    It does not say since which draft: one that is found between the two changes that."""
    return _urn("change", address)


def gone_id(address: str) -> str:
    """The id of the entry that says that a provision, last at this address, is gone."""
    return _urn("gone", address)


def finding_id(negotiation: str, language: str, symbol: str, ends: tuple[str, str]) -> str:
    """The id of the entry on one finding: by the draft that brought the change and the eId of the
    provision in it. That in the draft before is told of what is gone, and where several became the
    same provision; else it is `""`, for a draft between may have it under another number."""
    return _urn("finding", negotiation, language, symbol, *ends)


def _urn(*about: str) -> str:
    # Lengths, so that no two lists of names make one text.
    told = "".join(f"{len(one)}:{one}" for one in about)
    return uuid5(_OURS, told).urn
