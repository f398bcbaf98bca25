"""Patterns that match text as it is printed, whatever its letters look like.

In: text with accents, vowel signs, stretched or joined letters, full-width or Arabic digits and
brackets, and marks that steer the direction of writing. Out: the same text with plain letters,
and for each of its characters where it stood, so that what a pattern finds in the plain text is
told in offsets of the printed one. `Wording` is a pattern that does this by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

_NOT_ONE = "\uffff"
"""Stands for a character that becomes none or several."""


class Opens(Protocol):
    """A pattern: the standard library's, or a `Wording`."""

    def match(self, text: str, /) -> object:
        """What it finds at the start of the text, or None."""
        ...


def plain(character: str) -> str:
    """A character as patterns know it: `""` for marks and vowel signs, several for a ligature.

    >>> [plain(c) for c in "éÁ５٥（ـﻻ㈠ºñ"]
    ['e', 'A', '5', '5', '(', '', 'لا', '(一)', 'º', 'ñ']
    """
    if character < "\u00a0":
        return character
    if character in "°ᵒ˚":
        return "º"
    if character in "ñÑºª":
        return character
    category = unicodedata.category(character)
    if category in ("Mn", "Cf") or character == "\u0640":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd":
        return character
    if "\u2460" <= character <= "\u2473":
        return f"({unicodedata.normalize('NFKC', character)})"
    if _is_form(character):
        character = unicodedata.normalize("NFKC", character)
    bases = (c for c in unicodedata.normalize("NFD", character) if unicodedata.category(c) != "Mn")
    return "".join(bases).translate({0x629: 0x647, 0x649: 0x64A, 0x671: 0x627, 0x3000: 0x20})


def _is_form(character: str) -> bool:
    """Whether a character is another one in a special shape."""
    return (
        "\ufb50" <= character <= "\ufdff"
        or "\ufe70" <= character <= "\uffef"
        or "\u2160" <= character <= "\u217f"
        or "\u2474" <= character <= "\u249b"
        or "\u3220" <= character <= "\u3229"
    )


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        found = plain(chr(code))
        self[code] = found if len(found) == 1 else _NOT_ONE
        return self[code]


_TABLE = _Table()


@lru_cache(maxsize=256)
def unfolded(text: str) -> tuple[str, Sequence[int]]:
    """The text with plain letters, and where each of them stood (and, last, where it ends)."""
    folded = text.translate(_TABLE)
    if _NOT_ONE not in folded:
        return folded, range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in plain(character):
            letters.append(letter)
            places.append(place)
    places.append(len(text))
    return "".join(letters), places


@dataclass(frozen=True, slots=True)
class Found:
    """What a `Wording` found; words and offsets are those of the printed text."""

    text: str
    match: re.Match[str]
    places: Sequence[int]

    def __getitem__(self, group: str | int) -> str:
        """The words of a group as printed, `""` if it took no part."""
        start, end = self.match.span(group)
        return self.text[self.places[start] : self.places[end]] if start >= 0 else ""

    def start(self, group: str | int = 0) -> int:
        """Where a group starts."""
        return self.places[self.match.start(group)]

    def end(self, group: str | int = 0) -> int:
        """Where a group ends."""
        return self.places[self.match.end(group)]


class Wording:
    r"""A pattern written in plain letters (`capitulo`, `5`, `(`) that matches printed ones.

    >>> Wording(r"capitulo\s(?P<num>\d+)", re.IGNORECASE).match("CAPÍTULO ٥.")["num"]
    '٥'
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._source = pattern
        self._flags = flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # The long ones take half a second to compile, which a command that reads no draft spares.
        return re.compile(self._source, self._flags)

    def match(self, text: str, /) -> Found | None:
        """What it finds at the start of the text, or None."""
        folded, places = unfolded(text)
        match = self._pattern.match(folded)
        return Found(text, match, places) if match else None
