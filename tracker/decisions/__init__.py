"""What people decided of links: `links.toml`, which overrides the alignment.

In: `drafts/<negotiation>/links.toml` and the drafts. Out: `Decision`s (`load`), what becomes of
each with the texts as they are now (`rule`), and an alignment that follows them (`apply`).
"""

from tracker.decisions.apply import apply
from tracker.decisions.file import FILE, load, where
from tracker.decisions.ruling import rule, rule_all
from tracker.decisions.state import STATES, TO_DO, UNSEALED, Ruling, State

__all__ = [
    "FILE",
    "STATES",
    "TO_DO",
    "UNSEALED",
    "Ruling",
    "State",
    "apply",
    "load",
    "rule",
    "rule_all",
    "where",
]
