"""Alignment sets made by mutation: a text, changed as negotiators change texts, with what became
of each of its provisions.

In: a `Draft`, texts to borrow articles from, a seed, and how much is to change. Out: a `Made`: an
older and a newer draft, and the links between them as known from the changes themselves. Used to
develop and to measure the alignment on texts other than those it is judged by.

The changes: words (put in, taken out, exchanged), whole clauses, order, splits and mergers of
articles and of paragraphs, articles that become a paragraph of another, paragraphs that become
articles, articles and paragraphs dropped, articles of another text put in.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from mutation_changes import SORTS, Kind, Mutation
from mutation_links import Edge, edges_of
from mutation_trees import KINDS, numbered

from tracker.model import Draft

__all__ = ["SORTS", "Kind", "Made", "mutate"]


@dataclass(frozen=True, slots=True)
class Made:
    """Two drafts and the links between them."""

    old: Draft
    new: Draft
    edges: tuple[Edge, ...]

    def gold(self) -> dict[str, object]:
        """The links as the alignment sets write them."""
        edges = [{"old": e.old, "new": e.new, "relation": e.relation} for e in self.edges]
        return {"edges": edges, "levels": list(KINDS), "unscored_old": [], "unscored_new": []}


def mutate(draft: Draft, others: Sequence[Draft], seed: int, kind: Kind) -> Made:
    """Change a draft; the same seed makes the same changes."""
    mutation = Mutation(draft, others, random.Random(seed), kind)
    for _ in range(kind.rounds):
        mutation.round()
    new = numbered(mutation.units, "new", "2032-01-01")
    return Made(mutation.old, new, tuple(edges_of(mutation.old, mutation.units)))
