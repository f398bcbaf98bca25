"""Phrases of a lexicon, and where they stand in a text.

In: patterns written as words, and the words of a text. Out: where the patterns hold. A pattern is
a row of words; `a|b` is either, `word*` any word that begins so, `*ing` any that ends so, `word?`
may be missing, `<3>` is up to three words of any kind. Nothing goes over the end of a clause. A
pattern is tried only where its first word stands and looks at a bounded number of words, so that
search is linear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.substance.units import Unit

_REMEMBERED = 2_048
"""The texts of which each lexicon remembers what it found."""

_INDEXED = 3
"""The letters by which a pattern that begins with `word*` is looked up."""


@dataclass(frozen=True, slots=True)
class _Element:
    """One place of a pattern: whole words, beginnings of words, or a gap of some words."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    optional: bool
    gap: int

    def holds(self, form: str) -> bool:
        if form in self.whole:
            return True
        return bool(self.begins or self.ends) and (
            form.startswith(self.begins) or form.endswith(self.ends)
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a lexicon: the family it belongs to, and whether it shows its kind for sure."""

    family: str
    elements: tuple[_Element, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Words `[first, last)` of a text in which a phrase of `family` was found."""

    family: str
    first: int
    last: int
    sure: bool


def word_set(written: str) -> frozenset[str]:
    """The words of a list that is written as a line."""
    return frozenset(written.split())


def table(written: str) -> tuple[Entry, ...]:
    """The entries of a table: a line `family: pattern; pattern`, or `family?: …` for patterns that
    do not show their kind for sure. A line that begins with `#` explains the one after it, one
    that begins with blanks goes on the one before.

    >>> [entry.family for entry in table("possibility: as far as possible; where|if possible")]
    ['possibility', 'possibility']
    """
    lines: list[str] = []
    for line in written.splitlines():
        if line.startswith(" ") and lines:
            rest = line.strip()
            lines[-1] += rest if rest.startswith("|") else f" {rest}"
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    found: list[Entry] = []
    for line in lines:
        name, _, patterns = line.partition(":")
        for pattern in filter(None, map(str.strip, patterns.split(";"))):
            elements = tuple(_element(word) for word in pattern.split())
            found.append(Entry(name.removesuffix("?"), elements, not name.endswith("?")))
    return tuple(found)


def _element(written: str) -> _Element:
    if written.startswith("<"):
        return _Element(frozenset(), (), (), True, int(written[1:-1]))
    optional = written.endswith("?")
    words = written.removesuffix("?").split("|")
    whole = frozenset(word for word in words if "*" not in word)
    begins = tuple(word[:-1] for word in words if word.endswith("*"))
    ends = tuple(word[1:] for word in words if word.startswith("*"))
    return _Element(whole, begins, ends, optional, 0)


class Lexicon:
    """Phrases that are looked for together; where several begin, the longest counts."""

    def __init__(self, phrases: Iterable[Entry]) -> None:
        self._by_word: dict[str, list[Entry]] = {}
        self._by_beginning: dict[str, list[Entry]] = {}
        for entry in phrases:
            first = entry.elements[0]
            for word in first.whole:
                self._by_word.setdefault(word, []).append(entry)
            for word in first.begins:
                self._by_beginning.setdefault(word[:_INDEXED], []).append(entry)
        # One text is asked by several rules, and stands in as many pairs as there are drafts.
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._find)

    def find(self, words: Sequence[Unit]) -> list[Found]:
        """The phrases in `words`, in order; none overlaps another.

        >>> from tracker.substance.units import units
        >>> lexicon = Lexicon(table("if: where|if appropriate; as <2> possible"))
        >>> text = units("They shall, where appropriate and as far as possible, act", "en")
        >>> [(found.first, found.last) for found in lexicon.find(text.words)]
        [(2, 4), (5, 9)]
        """
        return list(self._remembered(tuple(words)))

    def _find(self, words: tuple[Unit, ...]) -> tuple[Found, ...]:
        found: list[Found] = []
        free = 0
        plain = self._by_word.get
        for at, word in enumerate(words):
            if at < free:
                continue
            begin = self._beginning(word.form) if self._by_beginning else plain(word.form)
            if not begin:
                continue
            best: Entry | None = None
            last = at
            for entry in begin:
                end = _end(entry.elements, words, at)
                if end is not None and end > last:
                    best, last = entry, end
            if best is not None:
                found.append(Found(best.family, at, last, best.sure))
                free = last
        return tuple(found)

    def _beginning(self, form: str) -> Sequence[Entry]:
        """The entries whose first word this may be."""
        plain = self._by_word.get(form, ())
        begun = self._by_beginning.get(form[:_INDEXED])
        if begun is None:
            return plain
        return (*plain, *(one for one in begun if form.startswith(one.elements[0].begins)))


def _end(elements: tuple[_Element, ...], words: Sequence[Unit], at: int) -> int | None:
    """Where the pattern whose first word stands at `at` ends, None if it does not hold. All ways
    that the optional words and gaps leave are followed side by side, so that none is tried twice;
    as long as there is only one, which is nearly always, without sets."""
    place = at + 1
    for number, element in enumerate(elements[1:], 1):
        if element.optional:
            return _ends(elements[number:], words, at, place)
        if place >= len(words) or words[place].breaks or not element.holds(words[place].form):
            return None
        place += 1
    return place


def _ends(elements: tuple[_Element, ...], words: Sequence[Unit], at: int, place: int) -> int | None:
    """As `_end`, for elements of which the first need not be there."""
    places = {place}
    for element in elements:
        following: set[int] = set()
        for here in places:
            if element.gap:
                following.update(_over(words, at, here, element.gap))
                continue
            if element.optional:
                following.add(here)
            inside = here < len(words) and not words[here].breaks
            if inside and element.holds(words[here].form):
                following.add(here + 1)
        places = following
        if not places:
            return None
    return max(places)


def _over(words: Sequence[Unit], at: int, place: int, gap: int) -> Iterator[int]:
    for end in range(place, min(place + gap, len(words)) + 1):
        if end > place and end - 1 > at and words[end - 1].breaks:
            return
        yield end
