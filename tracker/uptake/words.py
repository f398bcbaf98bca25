"""Texts as rows of words that know where they stand, and which of them stand in other texts.

In: texts. Out: `Words`, sets of phrases, and for each word whether a known phrase covers it. In a
script written without spaces every character counts as a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from tracker.model import Draft, Provision
from tracker.uptake import content
from tracker.words import TOKEN, unspaced, words

Phrase = tuple[str, ...]

_PREFIX = re.compile(r"\w{2,3}[-\u2011]")
_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|es|er|ers|ing|ation|ations)\Z)")
_LABEL = re.compile(r"\d+|[ivx]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order, and where each begins and ends; parts of a word with a hyphen
    have the place of the whole. `amounts` are the places of numbers that count something, `units`
    those of the words that say what, `parts` those of the next digits of a number."""

    found: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    amounts: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    parts: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.found)


def words_of(text: str) -> Words:
    """The words of a text as they are matched everywhere (`tracker.words`), in one spelling.

    >>> words_of("Cross-border co-operation.").found
    ('cross', 'border', 'cooperation')
    >>> words_of("States authorize").starts
    (0, 7)
    >>> sorted(words_of("Within 72 hours, article 5").amounts)
    [1]
    """
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in TOKEN.finditer(text):
        for part in _spelled(match.group()):
            found.append(part)
            starts.append(match.start())
            ends.append(match.end())
    measured = content.units(text, found, starts, ends)
    counted_in = frozenset(content.amounts(text, found, starts, ends, measured))
    parts = frozenset(content.parts(text, starts, ends, counted_in))
    return Words(tuple(found), tuple(starts), tuple(ends), counted_in, frozenset(measured), parts)


# The same words come again in every proposal and every draft.
@lru_cache(maxsize=50_000)
def _spelled(token: str) -> tuple[str, ...]:
    """The words of a token, with a prefix joined (`co-operation`) and an s for the z of `-ize`."""
    parts = words(token)
    if len(parts) == 2 and _PREFIX.match(token):
        parts = ["".join(parts)]
    return tuple(_IZE.sub("is", part) for part in parts)


def telling(word: str) -> bool:
    """Whether a word can be new wherever it stands: numbers and single letters change with every
    renumbering.

    >>> [telling(word) for word in ("data", "17", "b", "iv", "国")]
    [True, False, False, False, True]
    """
    if len(word) == 1:
        return unspaced(word, word)
    return _LABEL.fullmatch(word) is None


def phrases(found: Sequence[str], length: int) -> Iterator[Phrase]:
    """All phrases of so many words, in order."""
    return (tuple(found[at : at + length]) for at in range(len(found) - length + 1))


def covered(found: Sequence[str], known: AbstractSet[Phrase], length: int) -> bytearray:
    """For each word whether it stands in a known phrase of so many words: 1 or 0.

    >>> list(covered(["a", "b", "c", "d"], {("b", "c")}, 2))
    [0, 1, 1, 0]
    """
    marks = bytearray(len(found))
    row = b"\1" * length
    for at, phrase in enumerate(phrases(found, length)):
        if phrase in known:
            marks[at : at + length] = row
    return marks


@dataclass(frozen=True, slots=True)
class Read:
    """A draft whose texts have been split into words, one `Words` a provision."""

    draft: Draft
    texts: tuple[Words, ...]

    @classmethod
    def of(cls, draft: Draft) -> Read:
        return cls(draft, tuple(words_of(p.text) for p in draft.provisions))

    def provision(self, place: int) -> Provision:
        return self.draft.provisions[place]


class Phrases:
    """The phrases of all texts taken in so far: those of `longest` words, and all shorter."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        self._of: dict[int, set[Phrase]] = {length: set() for length in range(1, longest + 1)}

    def take(self, texts: Iterable[Words]) -> None:
        for text in texts:
            for length, known in self._of.items():
                known.update(phrases(text.found, length))

    def covered(self, found: Sequence[str]) -> bytearray:
        """For each word whether it stands in a known phrase of the longest kind."""
        return covered(found, self._of[self.longest], self.longest)

    def stands(self, found: Sequence[str]) -> bool:
        """Whether these words stand somewhere in a row; of more than `longest` words whether all
        phrases of them do."""
        length = min(len(found), self.longest)
        return all(phrase in self._of[length] for phrase in phrases(found, length))


def counted(texts: Iterable[Words], length: int) -> Counter[Phrase]:
    """How often each phrase of so many words stands in texts."""
    return Counter(phrase for text in texts for phrase in phrases(text.found, length))
