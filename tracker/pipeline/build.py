"""A negotiation as its manifest describes it, brought into the database, or nothing of it.

In: a manifest and the files that it names. Out: rows, XML files, and a line on each draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

from tracker import akn, decisions
from tracker.manifest import source_file
from tracker.model import Negotiation
from tracker.pipeline.analysed import analyse
from tracker.pipeline.anew import told_anew
from tracker.pipeline.decided import told_all
from tracker.pipeline.described import draft_of_round
from tracker.pipeline.given import absent_proposals, given_by
from tracker.pipeline.plan import Plan, carry_out, planned
from tracker.pipeline.put import Done
from tracker.pipeline.source_files import keep
from tracker.pipeline.xml_files import write, xml_path
from tracker.store import Outcome, Store

Report = Callable[[str], None]


def build(
    store: Store,
    negotiation: Negotiation,
    folder: Path,
    database: Path,
    *,
    executor: Executor | None = None,
    report: Report = lambda line: None,
    note: Report | None = None,
) -> list[Done]:
    """Bring a negotiation's manifest and all its drafts into the database, or nothing of them.

    Args:
        folder: where `manifest.toml` stands.
        executor: where pairs of drafts are compared; here, one after the other, if None.
        report: told a line for each draft.
        note: told what a reader must know of the whole, in lines; `report` if None.
    """
    file = folder / decisions.FILE
    decided = decisions.load(file, language=negotiation.language)
    places = decisions.where(file, len(decided))
    rounds = [(draft_of_round(negotiation, one, folder), one) for one in negotiation.rounds]
    xml = {draft.symbol: akn.build(draft, negotiation.country) for draft, _ in rounds}
    given = given_by(negotiation, folder)
    before = store.rulings(negotiation.id)
    ruled, plans = planned(store, negotiation, rounds, decided, executor)
    outcomes: dict[str, Outcome] = {}
    with store.transaction():
        store.put_negotiation(negotiation)
        store.put_rulings(negotiation.id, ruled)
        for plan in plans:
            outcomes |= carry_out(store, negotiation.id, plan)
        for draft, one in rounds:
            keep(store, draft, source_file(folder, one)[0])
        store.put_given(negotiation.id, given)
        compared = {plan.language: plan.compared for plan in plans}
        # Also of languages that the manifest no longer names: what stands beside may have changed.
        for language in store.languages(negotiation.id):
            analyse(store, negotiation.id, language, compared.get(language))
    done: list[Done] = []
    for draft, _ in rounds:
        outcome, target = outcomes[draft.symbol], xml_path(database, draft)
        write(target, xml[draft.symbol])
        done.append(Done(draft, outcome, target))
        report(f"{draft.symbol}: {outcome}, {len(draft.provisions)} provisions")
    told = [*_of_plans(plans, set(xml)), *told_all(ruled, before, places, file)]
    told += (
        f"{folder / one}: is not there; its proposals are left out"
        for one in absent_proposals(negotiation, folder)
    )
    for line in told:
        (note or report)(line)
    return done


def _of_plans(plans: Sequence[Plan], described: set[str]) -> Iterator[str]:
    """What is kept though the manifest does not name it, and what is made anew."""
    for symbol in sorted({symbol for plan in plans for symbol in plan.stored} - described):
        yield f"{symbol}: not in the manifest; kept as it is in the database"
    anew = told_anew(plan.outdated for plan in plans)
    if anew:
        yield anew
