"""The permanent address of a change between two drafts.

In: the two provisions, or the one and the draft in which it has no partner. Out: a short text that
depends on their names alone: not on what else is in the database, nor on whether, and as what, the
engine links the two. So it stays when provisions of other drafts are renumbered, rounds are added,
the database is built anew, or the links are found by better rules; and when the two are no longer
linked, it still says which texts were meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.history import address

_END = "[0-9a-f]{12}"
_SHAPE = re.compile(f"({_END})-({_END})|({_END})-x({_END})|x({_END})-({_END})")


@dataclass(frozen=True, slots=True)
class Ends:
    """What an address names: the addresses of two provisions, or of one (the other is `""`) and of
    the `draft` that has no partner of it."""

    old: str
    new: str
    draft: str = ""


def link_address(old: str | None, new: str | None, drafts: tuple[str, str]) -> str:
    """The address of what happened to a provision between two drafts.

    Args:
        old, new: ids of provisions, None for what was inserted or deleted.
        drafts: the ids of the older and the newer draft.

    >>> link_address("moon:A/1@en#art_2", "moon:A/2@en#art_3", ("moon:A/1@en", "moon:A/2@en"))
    '5b66b9563eb3-bb72469577ba'
    >>> link_address(None, "moon:A/2@en#art_3", ("moon:A/1@en", "moon:A/2@en"))
    'x8256016911a1-bb72469577ba'
    """
    ends = [
        f"x{address(draft)}" if one is None else address(one)
        for one, draft in zip((old, new), drafts, strict=True)
    ]
    return "-".join(ends)


def ends_of(text: str) -> Ends | None:
    """What an address names; None if the text is no such address.

    >>> ends_of("xda2beadbfb31-5b8bd5f1d5bb")
    Ends(old='', new='5b8bd5f1d5bb', draft='da2beadbfb31')
    >>> ends_of("../etc") is None
    True
    """
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    old, new, gone, missing, lacking, came = (part or "" for part in found.groups())
    return Ends(old or gone, new or came, missing or lacking)
