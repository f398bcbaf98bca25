"""What happened to the words: `difference` of two texts, `changes` of two aligned drafts,
`variants` that are no change of substance, `moves` of passages to another place."""

from tracker.diff.changes import changes
from tracker.diff.moves import Moved, Passage, moves
from tracker.diff.variants import substantive, variants
from tracker.diff.wording import Difference, difference

__all__ = [
    "Difference",
    "Moved",
    "Passage",
    "changes",
    "difference",
    "moves",
    "substantive",
    "variants",
]
