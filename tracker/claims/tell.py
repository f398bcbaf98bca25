"""The verdict on a claim, in a sentence.

In: what came of its checks. Out: a `Judged`. One check that fails contradicts a claim, since a
claim says all of it at once; the sentence tells how much of it does hold.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.claims.names import VERDICTS, Checked, Judged, Outcome, Place, State
from tracker.claims.record import Record
from tracker.model import Claim

NOT_OFFICIAL = {
    "paraphrase": "as a paraphrase written for this project",
    "reconstruction": "as a text pieced together from others",
}
"""What is said of a draft that was not read from the official text, by its standing."""


def missing(claim: Claim, record: Record) -> Judged | None:
    """The answer where there is nothing to look at, None where there is."""
    if claim.document:
        why = f"{claim.document} is none of the drafts, and its text is not here"
        return Judged(claim, "no such draft", _sentence("no such draft", why))
    if claim.symbol not in record.drafts:
        why = f"there is no {claim.symbol} among the drafts"
        return Judged(claim, "no such draft", _sentence("no such draft", why))
    if claim.provision and claim.provision not in record.text(claim.symbol).of:
        draft = record.drafts[claim.symbol]
        why = f"{claim.symbol} as read here has no {claim.provision}"
        if draft.partial:
            why += ", and covers only part of the text"
        elif draft.source.standing in NOT_OFFICIAL:
            why += f", and is here only {NOT_OFFICIAL[draft.source.standing]}"
        return Judged(claim, "no such provision", _sentence("no such provision", why))
    return None


def tell(
    claim: Claim, checks: tuple[Checked, ...], follows: tuple[Place, ...], record: Record
) -> Judged:
    """The claim with its verdict."""
    state = _state(claim, [one.outcome for one in checks])
    return Judged(claim, state, _verdict(claim, state, checks, record), checks, follows)


def _state(claim: Claim, outcomes: Sequence[Outcome]) -> State:
    if not outcomes:
        return "not settled"
    if "fails" in outcomes:
        return "contradicted"
    if "holds" not in outcomes:
        return "cannot be told"
    return "in part" if claim.unsettled or "cannot be told" in outcomes else "borne out"


def _verdict(claim: Claim, state: State, checks: tuple[Checked, ...], record: Record) -> str:
    outcomes = [one.outcome for one in checks]
    match state:
        case "contradicted":
            failing = [one for one in checks if one.outcome == "fails"]
            counted = f"in {len(failing)} of {len(checks)} points" if len(checks) > 1 else ""
            return _sentence(state, failing[0].why, counted)
        case "borne out" if len(checks) == 1:
            return _sentence(state, checks[0].why)
        case "borne out":
            return _sentence(state, f"{_holding(outcomes)}. {_first(checks)}")
        case "in part":
            unsettled = f" No text settles {claim.unsettled}." if claim.unsettled else ""
            return _sentence(state, f"{_holding(outcomes)}. {_first(checks)}{unsettled}")
        case "cannot be told":
            return _sentence(state, _untold(checks, record))
        case _:
            return _sentence(state, claim.unsettled)


def _untold(checks: tuple[Checked, ...], record: Record) -> str:
    """Why nothing can be told, and what the texts show that are here."""
    standings = {
        record.drafts[symbol].source.standing
        for one in checks
        for symbol in one.relies
        if one.found != one.outcome
    }
    named = next((NOT_OFFICIAL[s] for s in NOT_OFFICIAL if s in standings), "")
    if not named:
        return checks[0].why
    shown = _holding([one.found for one in checks])
    return f"what it rests on is here only {named}, in which {shown}. {_first(checks)}"


def _first(checks: Sequence[Checked]) -> str:
    """What the first check that holds shows, in which draft and by which words; of several it is
    said to be the first. Where none holds, the same of the first that fails."""
    holding = [one for one in checks if one.found == "holds"]
    told = holding or [one for one in checks if one.found == "fails"] or list(checks)
    return f"First: {told[0].why}" if len(told) > 1 else told[0].why


def _holding(outcomes: Sequence[Outcome]) -> str:
    """How many of the points of a claim hold.

    >>> _holding(["holds"]), _holding(["holds", "holds"]), _holding(["holds", "fails", "holds"])
    ('what can be checked holds', 'both points that can be checked hold', '2 of 3 points hold')
    """
    holding = outcomes.count("holds")
    if holding < len(outcomes):
        return f"{holding or 'none'} of {_points(len(outcomes))} {_hold(holding)}"
    if holding == 1:
        return "what can be checked holds"
    return f"{'both' if holding == 2 else f'all {holding}'} points that can be checked hold"


def _points(count: int) -> str:
    return "1 point" if count == 1 else f"{count} points"


def _hold(count: int) -> str:
    return "holds" if count == 1 else "hold"


def _sentence(state: State, why: str, counted: str = "") -> str:
    """The verdict with what it rests on."""
    said = f"{VERDICTS[state]} {counted}".strip()
    joint = ". " if why[:1].isupper() else ": "
    whole = f"{said}{joint}{why}" if why else said
    return whole[0].upper() + whole[1:].rstrip(".") + "."
