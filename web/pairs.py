"""Two drafts that an address asks for.

In: the drafts of one language, `?old=` and `?new=`. Out: two of them, the older first; the usual
two unless others are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

from tracker.store.records import DraftRow
from web import shelf

Pair = tuple[DraftRow, DraftRow]


def asked(drafts: Sequence[DraftRow], usual: Pair | None) -> Pair | None:
    """The two drafts asked for; where one is missing, that of the usual two. None where there are
    not two."""
    if usual is None:
        return None
    known = {one.symbol: one for one in drafts}
    ends = []
    for name, one in zip(("old", "new"), usual, strict=True):
        symbol = request.args.get(name, "")
        if symbol and symbol not in known:
            shelf.missing(f"no draft “{shelf.brief(symbol)}” in this negotiation")
        ends.append(known[symbol] if symbol else one)
    if ends[0].id == ends[1].id:
        shelf.refused("Both sides are the same draft. Choose two different drafts.")
    old, new = sorted(ends, key=lambda one: one.position)
    return old, new


def first_and_last(drafts: Sequence[DraftRow]) -> Pair | None:
    """The first and the last draft that cover the whole text; failing two of these, of all."""
    ends = _whole(drafts)
    return (ends[0], ends[-1]) if len(ends) > 1 else None


def last_two(drafts: Sequence[DraftRow]) -> Pair | None:
    """The last two drafts that cover the whole text; failing two of these, of all."""
    ends = _whole(drafts)
    return (ends[-2], ends[-1]) if len(ends) > 1 else None


def _whole(drafts: Sequence[DraftRow]) -> Sequence[DraftRow]:
    whole = [one for one in drafts if not one.partial]
    return whole if len(whole) > 1 else drafts
