"""What a build has to write, found out before the database is touched.

In: the drafts of a manifest's rounds, what is stored, and what people decided. Out: a `Plan` for
each language, with all comparisons that are new; and these plans carried out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import chain, combinations

from tracker.decisions import Ruling, rule_all
from tracker.model import Comparison, Decision, Draft, Negotiation, Round
from tracker.pipeline.anew import write_anew
from tracker.pipeline.compare import compare_all
from tracker.pipeline.put import in_order, put
from tracker.store import Outcome, Outdated, Store


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written of one language: its rounds' drafts, what is stored by symbol, the
    symbols of what is new or read anew, what another version of the rules made, what people
    decided, and all comparisons that are new: with what is fresh, of drafts on whose links
    something else is decided now, and those that another version made."""

    language: str
    rounds: Sequence[tuple[Draft, Round]]
    stored: dict[str, Draft]
    fresh: set[str]
    outdated: Outdated
    decided: Sequence[Decision]
    compared: Mapping[tuple[str, str], Comparison]


def planned(
    store: Store,
    negotiation: Negotiation,
    rounds: Sequence[tuple[Draft, Round]],
    decided: Sequence[Decision],
    executor: Executor | None,
) -> tuple[Sequence[Ruling], list[Plan]]:
    """What becomes of each decision, and a plan for each language."""
    before = store.rulings(negotiation.id)
    spoken = (d.language for d in (*decided, *(one.decision for one in before)))
    languages = dict.fromkeys((*(draft.language for draft, _ in rounds), *spoken))
    stored = {one: store.all_drafts(negotiation.id, one) for one in languages}
    current = [draft for draft, _ in rounds]
    ruled = rule_all(decided, (*chain.from_iterable(stored.values()), *current))
    plans = [
        _plan(
            one,
            negotiation.rounds,
            stored[one],
            store.outdated(negotiation.id, one),
            [(draft, round_) for draft, round_ in rounds if draft.language == one],
            [ruling for ruling in before if ruling.decision.language == one],
            [ruling for ruling in ruled if ruling.decision.language == one],
            executor,
        )
        for one in languages
    ]
    return ruled, plans


def _plan(
    language: str,
    described: Sequence[Round],
    there: Sequence[Draft],
    outdated: Outdated,
    rounds: Sequence[tuple[Draft, Round]],
    before: Sequence[Ruling],
    rulings: Sequence[Ruling],
    executor: Executor | None,
) -> Plan:
    stored = {d.symbol: d for d in there}
    fresh = {draft.symbol for draft, _ in rounds if stored.get(draft.symbol) != draft}
    everything = in_order({**stored, **{d.symbol: d for d, _ in rounds}}.values(), described)
    placed = {d.symbol: n for n, d in enumerate(there)}
    turned = {(r.decision.old_draft, r.decision.new_draft) for r in {*before} ^ {*rulings}}
    pairs = [
        (o, n)
        for o, n in combinations(everything, 2)
        if {o.symbol, n.symbol} & fresh
        or (o.symbol, n.symbol) in turned | outdated.pairs
        or placed[o.symbol] > placed[n.symbol]
    ]
    decided = [one.decision for one in rulings]
    compared = compare_all(pairs, decided, executor)
    return Plan(language, rounds, stored, fresh, outdated, decided, compared)


def carry_out(store: Store, negotiation: str, plan: Plan) -> dict[str, Outcome]:
    """Write what a plan holds; what became of each draft of its rounds, by symbol."""
    again = [c for key, c in plan.compared.items() if not plan.fresh & set(key)]
    old = [plan.stored[symbol] for symbol in sorted(plan.outdated.drafts - plan.fresh)]
    if again or old:
        write_anew(store, negotiation, plan.language, old, again)
    outcomes: dict[str, Outcome] = {}
    for draft, round_ in plan.rounds:
        outcomes[draft.symbol] = "unchanged"
        if draft.symbol not in plan.fresh:
            continue
        others = [d for d in plan.stored.values() if d.symbol != draft.symbol]
        # A draft that is read anew may still stand in the database as it was read before.
        stale = {d.symbol for d in others if d.symbol in plan.fresh}
        ready = {key: c for key, c in plan.compared.items() if not stale & set(key)}
        plan.fresh.discard(draft.symbol)
        last = not plan.fresh
        known = store.alignments(draft.negotiation, draft.language) if last else {}
        outcomes[draft.symbol] = put(
            store, draft, others, known, ready, round_, plan.decided, last=last
        )
        plan.stored[draft.symbol] = draft
    return outcomes
