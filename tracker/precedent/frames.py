"""Whether a link to a precedent rests on more than phrases that instruments repeat.

In: two drafts and the eIds of linked provisions. Out: how much of what the older one says by itself
stands in the newer. "Each Party shall adopt such legislative and other measures …" opens a dozen
articles of a convention: an offence that begins so too was not taken over from one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from tracker.model import Draft
from tracker.words import words

PHRASE = 4
"""Words in a row that make a phrase."""

OFTEN = 3
"""Provisions of one instrument in which a phrase stands that is its usual way to say things."""

OWN = 0.15
"""Share of its words that a provision must have to itself, to say anything of its own."""

BACKED, BACKING, FEW = 0.3, 0.35, 5
"""The share of its own words, rare ones counting more, from which on a link rests on them; and
from which on, with so many words, it speaks for other links between the same two articles. Set by
hand: offences that only begin alike share up to 0.22; rules retold in other words may share less,
but stand below a heading, or beside another rule, that was taken over too."""

ALIKE = 0.4
"""The share of what a heading says from which on it speaks for the links below it."""


class Frames:
    """The usual phrases of a precedent, and how telling each word is."""

    def __init__(self, precedent: Draft, draft: Draft) -> None:
        texts = [words(text) for p in precedent.provisions for text in (p.text, p.heading)]
        counted = Counter(phrase for text in texts for phrase in set(_phrases(text)))
        self._usual = {phrase for phrase, times in counted.items() if times >= OFTEN}
        texts += [words(text) for p in draft.provisions for text in (p.text, p.heading)]
        texts = [text for text in texts if text]
        self._held = Counter(word for text in texts for word in set(text))
        self._all = len(texts)

    def own(self, text: str) -> list[str]:
        """The words of a text that stand in none of the precedent's usual phrases."""
        found = words(text)
        usual = bytearray(len(found))
        for at, phrase in enumerate(_phrases(found)):
            if phrase in self._usual:
                usual[at : at + PHRASE] = b"\1" * PHRASE
        return [word for word, skip in zip(found, usual, strict=True) if not skip]

    def weight(self, found: Iterable[str]) -> float:
        """How much words tell: rare ones much, those of every provision nothing."""
        return sum(log(self._all / self._held[word]) for word in found if self._held[word])

    def share(self, old: str, new: str) -> float | None:
        """The share of what `old` says by itself whose words stand in `new`, 0 to 1; None if it
        says next to nothing by itself."""
        own = self.own(old)
        if len(own) < OWN * len(words(old)) or not self.weight(own):
            return None
        return self._overlap(own, new)

    def backs(self, old: str, new: str) -> bool:
        """Whether what stands in both says so much that the articles around it belong together."""
        share = self.share(old, new)
        return share is not None and share >= BACKING and len(self.own(old)) >= FEW

    def alike(self, old: str, new: str) -> bool:
        """Whether two headings say the same."""
        return self.likeness(old, new) >= ALIKE

    def likeness(self, old: str, new: str) -> float:
        """How much of each of two headings stands in the other, 0 to 1."""
        here, there = words(old), words(new)
        if not here or not there:
            return 0.0
        return 1.0 if here == there else min(self._overlap(here, new), self._overlap(there, old))

    def _overlap(self, found: Sequence[str], new: str) -> float:
        there = set(words(new))
        total = self.weight(found)
        return self.weight(word for word in found if word in there) / total if total else 0.0


def _phrases(text: list[str]) -> list[tuple[str, ...]]:
    return [tuple(text[at : at + PHRASE]) for at in range(len(text) - PHRASE + 1)]
