"""One draft put in the database.

In: a draft, what is stored of its negotiation, and the comparisons that are made already. Out: its
rows, the comparisons that were missing, and the threads through all drafts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tracker.function import functions
from tracker.history import differences, threads
from tracker.model import Alignment, Comparison, Decision, Draft, Round
from tracker.pipeline.compare import compare, decided_between
from tracker.pipeline.xml_files import xml_name
from tracker.store import Outcome, Store


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one draft: `outcome`, and its XML file."""

    draft: Draft
    outcome: Outcome
    xml: Path


def in_order(drafts: Iterable[Draft], rounds: Sequence[Round]) -> list[Draft]:
    """Drafts in the order of their rounds, as the store numbers them: by date; those of one day as
    the manifest has them, those that it does not name after them, by layer, by symbol."""
    places = {one.symbol: n for n, one in enumerate(rounds)}
    return sorted(
        drafts,
        key=lambda d: (d.date, places.get(d.symbol, len(places)), d.layer_place, d.symbol),
    )


def jobs(draft: Draft) -> dict[str, tuple[str, str]]:
    """By eId, the legal function and the words that showed it."""
    return {eid: (found.name, found.evidence) for eid, found in functions(draft).items()}


def put(
    store: Store,
    draft: Draft,
    stored: Sequence[Draft],
    known: Mapping[tuple[str, str], Alignment],
    compared: Mapping[tuple[str, str], Comparison],
    round_: Round | None,
    decided: Sequence[Decision],
    *,
    last: bool = True,
) -> Outcome:
    """One draft and its comparisons with all `stored` ones; with the `last` of several that are put
    one after the other also the threads through all of them."""
    described = store.negotiation(draft.negotiation)
    everything = in_order(
        [*(d for d in stored if d.symbol != draft.symbol), draft],
        described.rounds if described else (),
    )
    here = {
        (o.symbol, n.symbol): compared.get((o.symbol, n.symbol))
        or compare(o, n, decided_between(decided, o, n))
        for o, n in combinations(everything, 2)
        if draft.symbol in (o.symbol, n.symbol)
    }
    alignments = {**known, **{key: c.alignment for key, c in here.items()}}
    grown = threads(everything, alignments) if last else None
    ways = () if grown is None else differences(everything, alignments, grown)
    return store.put_draft(
        draft,
        round=round_,
        functions=jobs(draft),
        comparisons=tuple(here.values()),
        threads=grown,
        xml_file=xml_name(draft),
        replace=True,
        differences=ways,
    )
