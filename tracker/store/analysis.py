"""What is found out of all drafts of a negotiation in one language together.

In: nothing. Out: `Given`, what people put beside the drafts, and `Analysis`, what follows from
everything that is stored: findings, references, the force of provisions, the ages of words,
brackets over time, whose words they are, what was borrowed, whether claims are borne out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.claims import Judged
from tracker.findings import Found
from tracker.history import Ages, Contest
from tracker.model import Draft, PrecedentFile, Thread
from tracker.precedent import Uptake
from tracker.references import Followed, Reference
from tracker.substance import Force
from tracker.uptake import Match, Proposal

Pair = tuple[str, str]
"""The symbols of two drafts, the older first."""

Renumbered = Mapping[tuple[str, str], frozenset[int]]
"""By the eIds of a link, the places (from 0) of the hunks of its text that only follow a new
numbering; without an entry there are none."""


@dataclass(frozen=True, slots=True)
class Given:
    """What stands beside the drafts of a negotiation, in its own language: proposals for the text,
    and earlier instruments with their texts."""

    proposals: tuple[Proposal, ...] = ()
    precedents: tuple[tuple[PrecedentFile, Draft], ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that follows from the drafts of one negotiation in one language.

    `drafts` are all of them in order, `threads` theirs. `findings`, `followed` and `renumbered` are
    by pair of drafts, `references` and `forces` by symbol, forces also by eId; references have no
    entry where nobody looked. `matches` are those of the proposals, `borrowed` what the last draft
    has of each precedent, `judged` the negotiation's claims in their order: all three empty but in
    the negotiation's own language.
    """

    negotiation: str
    language: str
    made_of: str
    drafts: tuple[Draft, ...]
    threads: tuple[Thread, ...]
    findings: Mapping[Pair, tuple[Found, ...]]
    followed: Mapping[Pair, tuple[Followed, ...]]
    renumbered: Mapping[Pair, Renumbered]
    references: Mapping[str, tuple[Reference, ...]]
    forces: Mapping[str, Mapping[str, Force]]
    ages: Ages
    contests: tuple[Contest, ...]
    matches: tuple[Match, ...]
    borrowed: tuple[tuple[PrecedentFile, Uptake], ...]
    judged: tuple[Judged, ...]
