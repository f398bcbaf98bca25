"""What others claim of a negotiation, beside what its texts say.

In: the claims of the database with what came of their checks. Out: the page of all claims, and for
other pages the words of a verdict. What rests on a text that is not official settles nothing, and
every claim says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.store.records import DraftRow, ThreadPage
from tracker.store.records.claims import ClaimCheck, ClaimPassage, ClaimPlace, ClaimRow
from web import shelf
from web.terms.phrases import joined, rounds_said
from web.terms.plain import slug
from web.terms.verdicts import (
    OUTCOMES,
    OUTCOMES_HERE,
    PRESENCE,
    SETTLES_NOTHING,
    UNCHECKED,
    VERDICTS,
    Verdict,
)
from web.translation import _

pages = Blueprint("claimed", __name__)


@dataclass(frozen=True, slots=True)
class Checked:
    """One check in words. `label` is what came of it, `state` the word that its looks go by; with
    the `words` that show it the number of their round, None if that is not here."""

    check: ClaimCheck
    label: str
    state: str
    words: tuple[tuple[ClaimPassage, int | None], ...]


@dataclass(frozen=True, slots=True)
class Stood:
    """In some rounds in a row the provision stood under the same number, or not at all: `words`
    say it, `place` leads to it (None where there is nothing)."""

    rounds: str
    words: str
    place: ClaimPlace | None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in words. `about` is what it is about, `round` the number of that draft's round;
    `drafts` are that draft, those in which the provision stands, and those that its checks rest on
    or quote. `unofficial` are sentences about those for want of whose official text something is
    not settled."""

    row: ClaimRow
    verdict: Verdict
    about: str
    round: int | None
    checks: tuple[Checked, ...]
    stood: tuple[Stood, ...]
    drafts: tuple[DraftRow, ...]
    unofficial: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Where on the page of claims it stands."""
        return f"claim-{self.row.ordinal}"

    @property
    def state(self) -> str:
        """The state as in `VERDICTS`, `""` where nobody has looked."""
        return self.row.state or ""


@pages.get("/n/<negotiation>/claims")
def claims(negotiation: str) -> str:
    """All claims about a negotiation, by verdict."""
    row = shelf.negotiation_or_404(negotiation)
    lib = shelf.library()
    drafts = lib.drafts(row.id, row.language)
    found = told(lib.claims_judged(row.id))
    groups = [(state, [one for one in found if one.state == state]) for state in VERDICTS]
    about = {draft.id for one in found for draft in one.drafts}
    return render_template(
        "claims.html",
        negotiation=row,
        drafts=drafts,
        many=len(found),
        groups=[(state, VERDICTS[state], some) for state, some in groups if some],
        unofficial=shelf.unofficial([one for one in drafts if one.id in about]),
    )


def told(rows: Sequence[ClaimRow]) -> list[Told]:
    """Claims in words, in their order."""
    about = {row.draft.negotiation_id: row.draft.language for row in rows if row.draft is not None}
    drafts = [
        one for key, language in about.items() for one in shelf.library().drafts(key, language)
    ]
    return [_told(row, drafts) for row in rows]


def of_thread(page: ThreadPage) -> list[Told]:
    """The claims about a provision or something inside it, whatever its number was when they were
    made."""
    ids = {one.id for member in page.members for one in member.provisions}
    return told(shelf.library().claims_judged(page.negotiation_id, sorted(ids)))


def of_whole_draft(negotiation: str, symbol: str) -> list[Told]:
    """The claims about a draft as a whole."""
    rows = shelf.library().claims_judged(negotiation)
    return told([one for one in rows if one.claim.symbol == symbol and not one.claim.provision])


def _told(row: ClaimRow, drafts: Sequence[DraftRow]) -> Told:
    claim = row.claim
    state = row.state or ""
    unchecked = state == "not settled" and not claim.unsettled
    relies = {symbol for one in row.checks for symbol in one.relies}
    shown = {words.draft_id for one in row.checks for words in one.evidence}
    shown |= {one.draft.id for one in row.places if one.eid}
    return Told(
        row=row,
        verdict=UNCHECKED if unchecked else VERDICTS[state],
        about=_about(row),
        round=row.draft.position if row.draft is not None else None,
        checks=tuple(_checked(one, drafts) for one in row.checks),
        stood=_stood(row.places),
        drafts=tuple(
            one for one in drafts if one == row.draft or one.symbol in relies or one.id in shown
        ),
        unofficial=_unofficial([one for one in drafts if one.symbol in relies]),
    )


def _about(row: ClaimRow) -> str:
    """What it is about, by the number that it had then."""
    if row.claim.document:
        return row.claim.document
    if row.own is not None:
        return row.own.number
    return row.claim.provision or _("The whole draft")


def _unofficial(relies: Sequence[DraftRow]) -> tuple[str, ...]:
    """What is not official of the drafts on which the checks of a claim rest, by what it is."""
    found: dict[str, list[str]] = {}
    for one in shelf.unofficial(list(relies)):
        found.setdefault(one.standing, []).append(one.symbol)
    return tuple(
        SETTLES_NOTHING[standing] % {"symbols": joined(symbols)}
        for standing, symbols in found.items()
    )


def _checked(one: ClaimCheck, drafts: Sequence[DraftRow]) -> Checked:
    label, state = OUTCOMES[one.outcome], slug(one.outcome)
    if one.found != one.outcome:
        relies = shelf.unofficial([draft for draft in drafts if draft.symbol in one.relies])
        standings = {draft.standing for draft in relies}
        here = OUTCOMES_HERE[one.found]
        label = here[standings.pop() if len(standings) == 1 else ""]
        state = f"{slug(one.found)}-here"
    positions = {draft.id: draft.position for draft in drafts}
    words = tuple((words, positions.get(words.draft_id)) for words in one.evidence)
    return Checked(one, str(label), state, words)


def _stood(places: Sequence[ClaimPlace]) -> tuple[Stood, ...]:
    """Where it stood, rounds in a row drawn together; what leads to it is that of the last."""
    runs: list[tuple[list[int], str, ClaimPlace]] = []
    for one in places:
        words = PRESENCE[one.presence] % {"number": one.number}
        if runs and runs[-1][1] == words:
            runs[-1] = ([*runs[-1][0], one.draft.position], words, one)
        else:
            runs.append(([one.draft.position], words, one))
    return tuple(
        Stood(rounds_said(rounds), words, place if place.eid else None)
        for rounds, words, place in runs
    )
