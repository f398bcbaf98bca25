"""Internal cross-references: found, led to what they name, and followed from draft to draft.

In: a draft, or two with their alignment. Out: `Reference`s with where each leads (`references`,
`dangling`), and what became of each (`followed`): a number that only followed a new numbering, a
reference that points elsewhere now, one that kept its number while what it named moved away. Rules
and word lists, no more; what the text does not show is said to be unclear.
"""

from tracker.references.find import dangling, references
from tracker.references.follow import followed
from tracker.references.indexed import Indexed, indexed
from tracker.references.languages import looked_at
from tracker.references.names import OUTCOMES, Followed, Outcome, Reference, Standing, Step
from tracker.references.numbering import renumbered
from tracker.references.spans import consequential

__all__ = [
    "OUTCOMES",
    "Followed",
    "Indexed",
    "Outcome",
    "Reference",
    "Standing",
    "Step",
    "consequential",
    "dangling",
    "followed",
    "indexed",
    "looked_at",
    "references",
    "renumbered",
]
