"""Two drafts that an address asks for.

In: the drafts of one language, `?old=` and `?new=`. Out: two of them, as they are asked for; where
only one is named, with the draft beside it; without both, the usual two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from flask import request

from tracker.store.records import DraftRow
from web import shelf
from web.translation import _

Pair = tuple[DraftRow, DraftRow]


def asked(drafts: Sequence[DraftRow], usual: Callable[[Sequence[DraftRow]], Pair]) -> Pair | None:
    """The two drafts that the address names, which may be the newer first; None where there are
    not two.

    Args:
        usual: which of two drafts or more are meant if none is named.
    """
    return named(drafts, request.args, usual)


def named(
    drafts: Sequence[DraftRow],
    query: Mapping[str, str],
    usual: Callable[[Sequence[DraftRow]], Pair],
) -> Pair | None:
    """The same of the query of any address."""
    if len(drafts) < 2:
        return None
    known = {one.symbol: one for one in drafts}
    symbols = [query.get(name, "") for name in ("old", "new")]
    for symbol in symbols:
        if symbol and symbol not in known:
            shelf.no_draft(symbol)
    old, new = (known.get(symbol) for symbol in symbols)
    if old is None and new is None:
        return usual(drafts)
    if old is None or new is None:
        return _beside(drafts, old, new)
    if old is new:
        shelf.refused(_("Both sides are the same draft. Choose two different drafts to compare."))
    return old, new


def in_order(pair: Pair | None) -> Pair | None:
    """The older first."""
    return pair if pair is None or pair[0].position < pair[1].position else (pair[1], pair[0])


def first_and_last(drafts: Sequence[DraftRow]) -> Pair:
    """The first and the last draft that cover the whole text; failing two of these, of all."""
    ends = _whole(drafts)
    return ends[0], ends[-1]


def last_two(drafts: Sequence[DraftRow]) -> Pair:
    """The last two drafts that cover the whole text; failing two of these, of all."""
    ends = _whole(drafts)
    return ends[-2], ends[-1]


def _whole(drafts: Sequence[DraftRow]) -> Sequence[DraftRow]:
    whole = [one for one in drafts if not one.partial]
    return whole if len(whole) > 1 else drafts


def _beside(drafts: Sequence[DraftRow], old: DraftRow | None, new: DraftRow | None) -> Pair:
    """One side is given: the other is the draft before or after it."""
    one = old or new
    assert one is not None
    place = next(at for at, draft in enumerate(drafts) if draft.id == one.id)
    if new is None and place + 1 < len(drafts):
        return drafts[place], drafts[place + 1]
    if place == 0:
        return drafts[0], drafts[1]
    return drafts[place - 1], drafts[place]
