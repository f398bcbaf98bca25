"""What another version of the rules made, made anew.

In: a negotiation whose drafts are stored. Out: the links, differences, legal jobs and threads that
the rules of this version give, in the place of others; so no two versions answer side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.model import Comparison, Draft
from tracker.pipeline.compare import compare_all
from tracker.pipeline.decided import ruled_again
from tracker.pipeline.put import jobs
from tracker.pipeline.xml_files import xml_name
from tracker.store import Outdated, Store


def make_anew(store: Store, negotiation: str, language: str) -> None:
    """Make anew what another version made of the stored drafts, in one transaction."""
    found = store.outdated(negotiation, language)
    if not found:
        return
    drafts = store.all_drafts(negotiation, language)
    of = {draft.symbol: draft for draft in drafts}
    with store.transaction():
        ruled = ruled_again(store.rulings(negotiation), drafts, language)
        store.put_rulings(negotiation, ruled)
        pairs = [(of[old], of[new]) for old, new in sorted(found.pairs)]
        compared = compare_all(pairs, [one.decision for one in ruled], None)
        again = [draft for draft in drafts if draft.symbol in found.drafts]
        write_anew(store, negotiation, language, again, list(compared.values()))


def write_anew(
    store: Store,
    negotiation: str,
    language: str,
    drafts: Iterable[Draft],
    compared: Sequence[Comparison],
) -> None:
    """Write these stored drafts with the legal jobs that the rules give now, these comparisons,
    and the threads that follow from all."""
    for draft in drafts:
        store.put_alone(draft, jobs(draft), xml_name(draft))
    store.put_comparisons(negotiation, language, compared)
    store.follow(negotiation, language)


def told_anew(found: Iterable[Outdated]) -> str:
    """What is made anew, in one line; `""` if nothing is."""
    each = list(found)
    if not any(one.drafts or one.pairs for one in each):
        return ""
    drafts, pairs = sum(len(one.drafts) for one in each), sum(len(one.pairs) for one in each)
    return (
        "another version of the program had found the legal jobs and links here; made anew for "
        f"drafts: {drafts}, pairs of drafts: {pairs}"
    )
