"""The words of this package: what can be asked, what comes of it.

In: nothing. Out: `CHECKS` and `VERDICTS`, each name with what it means, and the records that
`judge` gives. Offsets are half-open and count the code points of a heading or a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.model import Check, CheckName, Claim

CHECKS: dict[CheckName, str] = {
    "says": "these words stand there",
    "lacks": "none of these words stands there",
    "said_until": "these words stood there in that draft, and in no later one",
    "came_back": "it was there, then was not, and is there again",
    "may_only": "it is only permitted there, not required",
    "function_is": "it has this legal function",
    "function_was": "in an earlier draft it had this legal function",
    "was_own_article": "in an earlier draft an article of its own was about it",
    "refers_to": "a reference there leads to this provision",
}
"""Every check with what it means."""

Outcome = Literal["holds", "fails", "cannot be told"]

State = Literal[
    "borne out",
    "contradicted",
    "in part",
    "not settled",
    "cannot be told",
    "no such provision",
    "no such draft",
]

VERDICTS: dict[State, str] = {
    "borne out": "the texts bear it out",
    "contradicted": "the texts contradict it",
    "in part": "borne out in part",
    "not settled": "the texts cannot settle it",
    "cannot be told": "cannot be told here",
    "no such provision": "the draft has no such provision",
    "no such draft": "the draft is not here",
}
"""Every state with its verdict in plain words."""

Status = Literal["", "in brackets", "struck out"]
"""`""` for words that plainly stand in the text; those in brackets, in one of several options or
under a proponent's name were not agreed when the draft was issued."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words `text`, which stand at `[start, end)` of the heading or text (`field`) of the
    provision `eid` of the draft `symbol`."""

    symbol: str
    eid: str
    field: Literal["heading", "text"]
    start: int
    end: int
    text: str
    status: Status = ""


Presence = Literal["there", "in another", "possibly", "not there", "not covered"]
"""Where a provision is in a draft: it is there; it was part of another, from which it was split
off later; a link leads there of which one can only say "possibly"; it is not; the document covers
only part of the text, and does not hold it."""


@dataclass(frozen=True, slots=True)
class Place:
    """The provision of a claim in one draft: its eId and its number in words (`Article 21(2)`)
    there, both `""` where it is not."""

    symbol: str
    presence: Presence
    eid: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check.

    `found` is what the texts at hand show, `outcome` what they show of the official text: the
    same, unless one of `relies` (the symbols of the drafts that it rests on) is not the official
    text, which `caveat` then says. `why` is one sentence or more; `evidence` the words behind it,
    none where it rests on words that do not stand there.
    """

    check: Check
    found: Outcome
    outcome: Outcome
    why: str
    evidence: tuple[Evidence, ...] = ()
    relies: tuple[str, ...] = ()
    caveat: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim beside the texts: `state` is one of `VERDICTS`, `verdict` says it in a sentence with
    what it rests on, `follows` is where the provision stands in each draft, in their order; none
    for a claim on a whole draft."""

    claim: Claim
    state: State
    verdict: str
    checks: tuple[Checked, ...] = ()
    follows: tuple[Place, ...] = ()
