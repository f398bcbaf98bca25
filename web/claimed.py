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
from web.phrases import joined, rounds_said

pages = Blueprint("claimed", __name__)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The words for a verdict: a `label`, a `heading` for several such claims, what it `means`."""

    label: str
    heading: str
    means: str


VERDICTS: dict[str, Verdict] = {
    "contradicted": Verdict(
        "Contradicted",
        "The texts contradict it",
        "At least one thing that was checked is otherwise in the drafts.",
    ),
    "borne out": Verdict(
        "Borne out",
        "The texts bear it out",
        "Everything in it that was checked is so in the drafts.",
    ),
    "in part": Verdict(
        "Borne out in part",
        "The texts bear it out in part",
        "Some of it is so in the drafts; the rest could not be told, or is for the reader to "
        "judge.",
    ),
    "cannot be told": Verdict(
        "Cannot be told here",
        "Cannot be told from the texts that are here",
        "It could be checked, but not by the texts that are here: a draft is here only as a "
        "paraphrase, covers only part of the text, or is not divided as the check needs it. What "
        "the texts that are here show is told all the same, and settles nothing.",
    ),
    "not settled": Verdict(
        "A matter of opinion",
        "A matter of opinion, which no text settles",
        "It judges or foresees something. The words of a draft neither bear that out nor "
        "contradict it.",
    ),
    "no such provision": Verdict(
        "No such provision",
        "About a provision that the draft, as it is here, does not have",
        "Either the claim names a wrong number, or the draft that is here is not all of it.",
    ),
    "no such draft": Verdict(
        "The document is not here",
        "About a document that is not here",
        "Nothing can be looked up in it.",
    ),
    "": Verdict(
        "Not looked at yet",
        "Not looked at yet",
        "The texts were not asked yet: run “tracker build”.",
    ),
}
"""By state, in the order in which they are told; `""` where nobody has looked."""

_UNCHECKED = Verdict(
    "Not checked",
    "Not checked",
    "Nobody has written down yet what in it the texts could settle.",
)

_OUTCOMES = {"holds": "Holds", "fails": "Does not hold", "cannot be told": "Cannot be told"}
_HERE = {
    "paraphrase": "in the paraphrase",
    "reconstruction": "in the reconstruction",
}
_SEVERAL = "in the texts that are here"


@dataclass(frozen=True, slots=True)
class Checked:
    """One check in words. `label` is what came of it, `state` the word that its looks go by."""

    check: ClaimCheck
    label: str
    state: str
    words: tuple[tuple[ClaimPassage, str], ...]


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
    or quote. `unofficial` names those for want of whose official text something is not settled,
    and where it is so instead."""

    row: ClaimRow
    verdict: Verdict
    about: str
    round: int | None
    checks: tuple[Checked, ...]
    stood: tuple[Stood, ...]
    drafts: tuple[DraftRow, ...]
    unofficial: tuple[tuple[str, str], ...]

    @property
    def anchor(self) -> str:
        """Where on the page of claims it stands."""
        return f"claim-{self.row.ordinal}"

    @property
    def state(self) -> str:
        """The state, `""` where nobody has looked."""
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
    verdict = VERDICTS[row.state or ""]
    if row.state == "not settled" and not claim.unsettled:
        verdict = _UNCHECKED
    relies = {symbol for one in row.checks for symbol in one.relies}
    shown = {words.draft_id for one in row.checks for words in one.evidence}
    shown |= {one.draft.id for one in row.places if one.eid}
    return Told(
        row=row,
        verdict=verdict,
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
    return row.claim.provision if row.claim.provision else "The whole draft"


def _unofficial(relies: Sequence[DraftRow]) -> tuple[tuple[str, str], ...]:
    """What is not official of the drafts on which the checks of a claim rest, by what it is."""
    found: dict[str, list[str]] = {}
    for one in shelf.unofficial(list(relies)):
        found.setdefault(_HERE[one.standing], []).append(one.symbol)
    return tuple((joined(symbols), here) for here, symbols in found.items())


def _checked(one: ClaimCheck, drafts: Sequence[DraftRow]) -> Checked:
    label, state = _OUTCOMES[one.outcome], str(one.outcome)
    if one.found != one.outcome:
        relies = shelf.unofficial([draft for draft in drafts if draft.symbol in one.relies])
        here = {_HERE[draft.standing] for draft in relies}
        label = f"{_OUTCOMES[one.found]} {here.pop() if len(here) == 1 else _SEVERAL}"
        state = f"{one.found} here"
    positions = {draft.id: draft.position for draft in drafts}
    words = tuple(
        (words, f"round {positions[words.draft_id]}" if words.draft_id in positions else "")
        for words in one.evidence
    )
    return Checked(one, label, state.replace(" ", "-"), words)


_PRESENCE = {
    "there": "{number}",
    "in another": "part of {number}",
    "possibly": "possibly {number}",
    "not there": "not there",
    "not covered": "not covered by the document",
}


def _stood(places: Sequence[ClaimPlace]) -> tuple[Stood, ...]:
    """Where it stood, rounds in a row drawn together; what leads to it is that of the last."""
    runs: list[tuple[list[int], str, ClaimPlace]] = []
    for one in places:
        words = _PRESENCE[one.presence].format(number=one.number)
        if runs and runs[-1][1] == words:
            runs[-1] = ([*runs[-1][0], one.draft.position], words, one)
        else:
            runs.append(([one.draft.position], words, one))
    return tuple(
        Stood(rounds_said(rounds), words, place if place.eid else None)
        for rounds, words, place in runs
    )
