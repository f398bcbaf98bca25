"""Two drafts compared, with what people decided of their links.

In: drafts and decisions. Out: a `Comparison` for each pair, in processes if there are any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import replace

from tracker import decisions
from tracker.align import align
from tracker.decisions import rule_all
from tracker.diff import changes
from tracker.model import Comparison, Decision, Draft


def compare(old: Draft, new: Draft, decided: Sequence[Decision] = ()) -> Comparison:
    """Align two drafts, follow what people decided of their links, and take the differences of
    their words."""
    rulings = rule_all(decided, (old, new))
    alignment = decisions.apply(align(old, new), old, new, rulings)
    return Comparison(alignment, changes(old, new, alignment))


def compare_all(
    pairs: Sequence[tuple[Draft, Draft]], decided: Sequence[Decision], executor: Executor | None
) -> dict[tuple[str, str], Comparison]:
    """The comparison of each pair, by its symbols; one after the other without an executor."""
    each = [(old, new, decided_between(decided, old, new)) for old, new in pairs]
    if executor is None:
        found: Iterable[Comparison] = (compare(*one) for one in each)
    else:
        found = executor.map(compare, *zip(*each, strict=True), chunksize=4) if each else ()
    return {(o.symbol, n.symbol): c for (o, n), c in zip(pairs, found, strict=True)}


def decided_between(decided: Sequence[Decision], old: Draft, new: Draft) -> tuple[Decision, ...]:
    """The decisions on links between two drafts."""
    ends = old.symbol, new.symbol
    return tuple(one for one in decided if (one.old_draft, one.new_draft) == ends)


def renamed(draft: Draft, negotiation: str) -> Draft:
    """The draft as one of another negotiation, so that two loose files can be compared."""
    return replace(draft, negotiation=negotiation)
