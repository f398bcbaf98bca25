"""What a walk makes of a reading: a tree of provisions, and the title found on the way.

In: a walk that has placed every block. Out: the draft, put together as those of all conventions.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracker.ingesters.base import About, assemble
from tracker.ingesters.walk.tree import Tree
from tracker.model import Draft, Furniture
from tracker.read import Reading


class Walk:
    """A walk over the blocks of one text."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.title = ""

    def draft(
        self, reading: Reading, about: About, convention: str, furniture: Iterable[Furniture]
    ) -> Draft:
        """What the walk made of the reading."""
        return assemble(
            reading,
            about,
            convention=convention,
            title=self.title,
            provisions=self.tree.provisions(),
            furniture=furniture,
        )
