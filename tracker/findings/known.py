"""What findings need to know of one draft, whatever it is compared with.

In: a draft. Out: `Known`: names, functions and the words of articles, each made when it is first
asked for and then kept, for a draft of ten is in nine pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from functools import cached_property

from tracker.findings.called import Called
from tracker.findings.names import Kind
from tracker.function import Function, functions
from tracker.model import Draft


class Known:
    """One draft with all that is looked up about it alone."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.shown: dict[Hashable, frozenset[Kind]] = {}
        """What kinds show in a provision that another draft lacks; kept by `wholes`."""

    @cached_property
    def names(self) -> Called:
        """What its provisions are called."""
        return Called(self.draft)

    @cached_property
    def functions(self) -> dict[str, Function]:
        """The legal job of each provision."""
        return functions(self.draft)

    @cached_property
    def articles(self) -> dict[str, str]:
        """By the eId of an article all its words, in small letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.draft.provisions:
            found[self.names.unit(one.eid)] += (one.heading, one.text)
        return {unit: " ".join(" ".join(texts).casefold().split()) for unit, texts in found.items()}
