"""Which words of a change only follow a new numbering.

In: what became of the references. Out: for a change, the half-open ranges of characters in the
texts of its two provisions that are editorial: `17` that became `4` because the article did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from tracker.model import Change
from tracker.references.names import Followed, Reference

Spans = frozenset[tuple[int, int]]

_EDITORIAL = ("consequential", "unchanged")


def consequential(found: Iterable[Followed]) -> Callable[[Change], tuple[Spans, Spans]]:
    """For a change, the ranges on its older and its newer side.

    Only what is sure counts. The whole expression is one range where all its references are
    editorial on both sides; else each reference that is has its own.
    """
    told = list(found)
    old = _spans((one.old, _editorial(one)) for one in told if one.old is not None)
    new = _spans((one.new, _editorial(one)) for one in told if one.new is not None)
    nothing: Spans = frozenset()

    def of(change: Change) -> tuple[Spans, Spans]:
        return old.get(change.old or "", nothing), new.get(change.new or "", nothing)

    return of


def _editorial(one: Followed) -> bool:
    both = one.old is not None and one.new is not None
    return both and one.sure and one.outcome in _EDITORIAL


def _spans(found: Iterable[tuple[Reference, bool]]) -> dict[str, Spans]:
    """The ranges by provision, from references and whether each is editorial."""
    expressions: dict[tuple[str, int, int], list[tuple[int, int] | None]] = defaultdict(list)
    for one, editorial in found:
        key = one.provision, one.first, one.until
        expressions[key].append((one.start, one.end) if editorial else None)
    told: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for (eid, first, until), spans in expressions.items():
        kept = [span for span in spans if span is not None]
        told[eid].update([(first, until)] if len(kept) == len(spans) else kept)
    return {eid: frozenset(spans) for eid, spans in told.items() if spans}
