"""What can become of a decision, in a word, in a sentence, and with what shows it.

Out: `Ruling`, and by its `state` what that means (`STATES`) and what a person can do (`TO_DO`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.model import Decision

UNSEALED = "not sealed: a change is seen only if it is one of the first words"
"""The note on a decision that is followed without seals."""

State = Literal["applied", "stale", "unplaced", "waiting", "contested", "vague"]

STATES: dict[State, str] = {
    "applied": "followed",
    "stale": "not followed: a text has changed since it was decided",
    "unplaced": "not followed: a draft does not hold what it names",
    "waiting": "not followed yet: a draft is not there",
    "contested": "not followed: another decision says otherwise",
    "vague": "not followed: its first words do not tell which text was read",
}

TO_DO: dict[State, str] = {
    "applied": "",
    "stale": "read both texts again, then write their first words and seals anew, or delete it",
    "unplaced": "name the provision as the draft does, or delete it",
    "waiting": "mend the symbol, or take that draft in",
    "contested": "keep the one that is right and delete the other",
    "vague": "write at least three of the first words, or all if there are fewer",
}
"""What a person has to do about it, by state."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What becomes of a decision. `old` and `new` are the eIds of what it names, None where that is
    not found; `note` says why it is not followed, or what to mend although it is; the seals are
    those of the texts as they are now."""

    decision: Decision
    state: State
    note: str = ""
    old: str | None = None
    new: str | None = None
    old_seal: str = ""
    new_seal: str = ""
