"""What findings need to know of one draft, whatever it is compared with.

In: a draft. Out: `Known`: names, functions, the words of articles and the articles without words,
each made when it is first asked for and then kept, for a draft of ten is in nine pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from functools import cached_property

from tracker.findings.called import Called
from tracker.findings.elsewhere import Stemmed, common, plain, stemmed
from tracker.findings.names import Kind
from tracker.function import Function, functions
from tracker.hollow import hollow
from tracker.model import Draft, Provision


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
    def hollow(self) -> dict[str, Provision]:
        """By eId the articles of which the file has a number or a heading and no words."""
        return {one.eid: one for one in hollow(self.draft.provisions, self.draft.furniture)}

    @cached_property
    def articles(self) -> dict[str, str]:
        """By the eId of an article all its words, in small letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.draft.provisions:
            found[self.names.unit(one.eid)] += (one.heading, one.text)
        return {unit: " ".join(" ".join(texts).casefold().split()) for unit, texts in found.items()}

    @cached_property
    def plain(self) -> dict[str, str]:
        """The same, as `elsewhere.plain` gives them."""
        return {unit: plain(text) for unit, text in self.articles.items()}

    @cached_property
    def stemmed(self) -> dict[str, list[Stemmed]]:
        """By the eId of an article the words of all provisions in it, by their stems."""
        found: dict[str, list[Stemmed]] = defaultdict(list)
        for one in self.draft.provisions:
            words = stemmed(one.eid, one.text, self.draft.language)
            found[self.names.unit(one.eid)].append(words)
        return found

    @cached_property
    def openings(self) -> dict[str, str]:
        """By the eId of a provision the text of the passage that opens it, if it is by itself."""
        return {
            one.parent: one.text
            for one in self.draft.provisions
            if one.kind == "intro" and one.parent
        }

    @cached_property
    def common(self) -> frozenset[str]:
        """The stems that so many provisions hold that they tell nothing."""
        return common(one for inside in self.stemmed.values() for one in inside)
