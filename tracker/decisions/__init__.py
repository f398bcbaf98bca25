"""What people decided of links: `links.toml`, which overrides the alignment.

In: `drafts/<negotiation>/links.toml` and the drafts. Out: `Decision`s (`load`), what becomes of
each with the texts as they are now (`rule`), and an alignment that follows them (`apply`).
"""

from tracker.decisions.apply import apply
from tracker.decisions.file import FILE, load
from tracker.decisions.ruling import STATES, Ruling, State, rule, rule_all

__all__ = ["FILE", "STATES", "Ruling", "State", "apply", "load", "rule", "rule_all"]
