"""Where words stand in a row, in many provisions at once, found fast enough for a page.

In: `Passage`s, the headings and texts of provisions. Out: a `PhraseBook`, which knows all spellings
of all words in them, and the `Hit`s of a phrase. A phrase is looked for by one expression, made of
the spellings that count as its words, so that texts are not read word by word for each question.
Case, and punctuation, quotes, brackets, hyphens and line breaks between words do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.history.ages_text import FIELDS, Field
from tracker.stems import stems
from tracker.words import TOKEN, words

MOST_WORDS = 32
"""What is asked for beyond so many words is not looked at."""

LONGEST = 1000
"""Nor what is asked for beyond so many characters."""

_JOINERS = re.compile(r"['\u2019\u2011-]")


@dataclass(frozen=True, slots=True)
class Passage:
    """The heading and text of the provision `eid` of the draft `symbol`; `num` is its number as
    printed there."""

    symbol: str
    eid: str
    num: str
    heading: str
    text: str

    def held(self, field: Field) -> str:
        """The words of one of its fields."""
        return self.heading if field == "heading" else self.text


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the place of its passage in the book, and `held[start:end]` of the field."""

    passage: int
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was asked for, ready to be looked for. `words` are its words as they are matched, `keys`
    for each of them the words that count as the same; one without any stands nowhere."""

    words: tuple[str, ...]
    stemmed: bool
    keys: tuple[frozenset[str], ...]
    expression: re.Pattern[str] | None

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that stand nowhere."""
        return tuple(one for one, keys in zip(self.words, self.keys, strict=True) if not keys)


class PhraseBook:
    """Passages of one language, ready to be searched. To make it costs half a microsecond a word;
    it may be kept for as long as its passages stay."""

    def __init__(self, passages: Iterable[Passage], language: str) -> None:
        self.passages: Sequence[Passage] = tuple(passages)
        self.language = language
        self._spellings = _spellings(self.passages)
        self._stemmed: Mapping[str, Sequence[str]] | None = None

    def find(self, phrase: Phrase) -> Iterator[Hit]:
        """The hits, in the order of the passages and of their words. Hits do not overlap."""
        expression = phrase.expression
        if expression is None:
            return
        for n, passage in enumerate(self.passages):
            for field in FIELDS:
                for start, end in _matches(expression, phrase, passage.held(field)):
                    yield Hit(n, field, start, end)

    def phrase(self, asked: str, *, stemmed: bool = False) -> Phrase:
        """What to look for. Anything may be asked; what has no word is found nowhere.

        Args:
            stemmed: words count as the same if they have the same stem in the book's language;
                a language without an algorithm for stems is matched word by word.
        """
        found = tuple(words(asked[:LONGEST])[:MOST_WORDS])
        keys = tuple(frozenset(self._same(word, stemmed=stemmed)) for word in found)
        spelled = [{x for key in one for x in self._spellings[key]} for one in keys]
        expression = _expression(spelled) if found and all(spelled) else None
        return Phrase(found, stemmed, keys, expression)

    def _same(self, word: str, *, stemmed: bool) -> Sequence[str]:
        """The words of the book that count as this one."""
        if not stemmed:
            return [word] if word in self._spellings else []
        if self._stemmed is None:
            known: dict[str, list[str]] = {}
            for one, stem in zip(
                self._spellings, stems(list(self._spellings), self.language), strict=True
            ):
                known.setdefault(stem, []).append(one)
            self._stemmed = known
        return self._stemmed.get(stems([word], self.language)[0], ())


def _spellings(passages: Iterable[Passage]) -> dict[str, set[str]]:
    """By word as it is matched: as it is printed. Each piece between blanks is read once."""
    pieces: set[str] = set()
    for passage in passages:
        pieces.update(passage.heading.split(), passage.text.split())
    found: dict[str, set[str]] = {}
    tokens = {token for piece in sorted(pieces) for token in TOKEN.findall(piece)}
    for printed in sorted({part for token in tokens for part in _JOINERS.split(token)}):
        same = words(printed)
        if len(same) == 1:
            found.setdefault(same[0], set()).add(printed)
    return found


def _expression(spelled: Sequence[set[str]]) -> re.Pattern[str]:
    """What finds words in a row, each in one of its spellings. What it finds may begin or end
    inside a longer word. Where words are written with spaces, something stands between them."""
    parts: list[str] = []
    alone = False
    for n, spellings in enumerate(spelled):
        was_alone, alone = alone, all(_written_alone(one) for one in spellings)
        if n:
            parts.append(r"[\W_]*" if alone or was_alone else r"[\W_]+")
        # The longest first: of two spellings of which one begins the other, a shorter one would
        # be found inside the longer.
        ordered = sorted(spellings, key=lambda one: (-len(one), one))
        parts.append(f"(?:{'|'.join(re.escape(one) for one in ordered)})")
    return re.compile("".join(parts))


def _written_alone(spelling: str) -> bool:
    """Whether a word is of a script that is written without spaces."""
    return len(TOKEN.findall(spelling * 2)) > 1


def _matches(expression: re.Pattern[str], phrase: Phrase, held: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in a text."""
    search = expression.search
    match = search(held)
    while match is not None:
        start, end = match.span()
        found = _between(held, start) and _between(held, end) and _meant(phrase, match.group())
        if found:
            yield start, end
        match = search(held, end if found else start + 1)


def _meant(phrase: Phrase, found: str) -> bool:
    """Whether these are the words: a sign that stands on a letter makes another word of one."""
    if found.isascii():
        return True
    there = words(found)
    return len(there) == len(phrase.keys) and all(
        word in keys for word, keys in zip(there, phrase.keys, strict=True)
    )


def _between(held: str, at: int) -> bool:
    """Whether a word may begin or end here: no word goes on over this place.

    >>> [_between("the l\\u2019Etat DNA\\u6570e\\u0301", at) for at in (0, 1, 3, 6, 14, 16)]
    [True, False, True, True, True, False]
    """
    before, after = held[at - 1 : at], held[at : at + 1]
    if not before or not after or before.isspace() or after.isspace():
        return True
    if _JOINERS.match(before):
        return True
    # With a letter in front, a sign that stands on a letter is read as it stands in the text.
    return (
        TOKEN.fullmatch(f"x{before}{after}" if before.isalnum() else f"xx{before}{after}") is None
    )
