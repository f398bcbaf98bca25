"""What a change of words means in law, with the words that show it.

In: a change between two drafts and its provisions. Out: `Finding`s of the kinds in `KINDS`
(`kinds`), and how much a text obliges, permits and protects (`profile`, `draft_profile`). Rules and
word lists by language, no more: `context_of` tells what two drafts say of their terms.
"""

from __future__ import annotations

from tracker.substance.amounts import Amount, amounts, on_sanctions
from tracker.substance.counts import Force, Sum, draft_profile, profile
from tracker.substance.languages import RULES, rules_of
from tracker.substance.names import KINDS, Context, Direction, Evidence, Finding, Kind, Spans
from tracker.substance.tell import kinds
from tracker.substance.terms import context_of

__all__ = [
    "KINDS",
    "RULES",
    "Amount",
    "Context",
    "Direction",
    "Evidence",
    "Finding",
    "Force",
    "Kind",
    "Spans",
    "Sum",
    "amounts",
    "context_of",
    "draft_profile",
    "kinds",
    "on_sanctions",
    "profile",
    "rules_of",
]
