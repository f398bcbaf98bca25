"""What people decided of the links of a negotiation's drafts, and what becomes of it.

In: `links.toml`, or the decisions in the database. Out: rulings, and a line on each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def ruled_again(rulings: Sequence[Ruling], drafts: Sequence[Draft], language: str) -> list[Ruling]:
    """The rulings with those on drafts in this language made anew."""
    anew = iter(rule_all([r.decision for r in rulings if r.decision.language == language], drafts))
    return [next(anew) if one.decision.language == language else one for one in rulings]


def told_all(
    rulings: Sequence[Ruling], before: Sequence[Ruling], places: Sequence[str], file: Path
) -> Iterator[str]:
    """What a person must know of decisions: those that are not followed, those whose text is not
    the one of the last time, and that some have no seals.

    Args:
        before: the rulings of the last time.
        places: where each decision stands in its `file`.
    """
    known = {one.decision: one for one in before}
    for place, one in zip(places, rulings, strict=True):
        who = f"{place}, {one.decision.action} of {one.decision.name}"
        if one.state != "applied":
            yield f"{who}: {told(one)}"
        elif more := one.note.removeprefix(decisions.UNSEALED).removeprefix("; "):
            yield f"{who}: followed, but {more}"
        for what in changed(known.get(one.decision), one):
            yield f"{who}: still followed, but {what}: read it again, and seal the decision"
    unsealed = sum(decisions.UNSEALED in one.note for one in rulings if one.state == "applied")
    if unsealed:
        yield (
            f"{file}: decisions followed without seals: {unsealed}; a change behind their first "
            "words is seen by the next build only; `tracker decisions` prints the seals"
        )


def told(ruling: Ruling) -> str:
    """What becomes of a decision and what to do, in one line."""
    said = ": ".join(part for part in (decisions.STATES[ruling.state], ruling.note) if part)
    return "; ".join(part for part in (said, decisions.TO_DO[ruling.state]) if part)


def changed(before: Ruling | None, now: Ruling) -> Iterator[str]:
    """Which texts of a decision that was and is followed are not those of the last time."""
    if before is None or {before.state, now.state} != {"applied"}:
        return
    one = now.decision
    for was, seal, place, draft in (
        (before.old_seal, now.old_seal, one.old, one.old_draft),
        (before.new_seal, now.new_seal, one.new, one.new_draft),
    ):
        if was != seal:
            yield f"{place} of {draft} reads otherwise than at the last build"


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
