"""What people decided of the links of a negotiation's drafts, and what becomes of it.

In: `links.toml`, or the decisions in the database. Out: rulings, and a line on each.
"""

from __future__ import annotations

from pathlib import Path

from tracker import decisions
from tracker.decisions import Ruling, rule_all
from tracker.model import Decision, Draft, Negotiation
from tracker.pipeline.compare import decided_between
from tracker.store import Store


def rulings(store: Store, negotiation: Negotiation, folder: Path) -> tuple[Ruling, ...]:
    """What becomes of each decision in `folder / links.toml` with the drafts of the database."""
    decided = decisions.load(folder / decisions.FILE, language=negotiation.language)
    languages = dict.fromkeys(one.language for one in decided)
    drafts = [one for each in languages for one in store.all_drafts(negotiation.id, each)]
    return rule_all(decided, drafts)


def told(ruling: Ruling) -> str:
    """What becomes of a decision, in one line."""
    return ": ".join(part for part in (decisions.STATES[ruling.state], ruling.note) if part)


def decided_on(store: Store, old: Draft, new: Draft) -> tuple[Decision, ...]:
    """What people decided of the links between two drafts of the database, also if they are now
    called drafts of another negotiation."""
    here, there = (
        {d.negotiation for d in store.drafts_called(one.symbol) if d.source == one.source}
        for one in (old, new)
    )
    return tuple(
        ruling.decision
        for negotiation in sorted(here & there)
        for ruling in store.rulings(negotiation)
        if ruling.decision in decided_between([ruling.decision], old, new)
    )
