"""A text as the tokens that references are made of.

In: text. Out: `Token`s: words, numbers, labels such as "(a)" or "a)", and signs, each with its
offsets. Every alternative of the pattern starts with another character or is bounded, so it is
linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tracker.akn import numerals
from tracker.akn.eid import number_part

TokenKind = Literal["word", "number", "label", "sign"]

_ROMAN = r"[ivxl]{1,6}|[IVXL]{1,6}"
_TOKEN = re.compile(
    rf"""
    (?P<label>
        \(\s?(?:\d{{1,3}}[A-Za-z]?|{_ROMAN}|[^\W\d_]|(?P<twice>[^\W\d_])(?P=twice))
            (?:\s(?:bis|ter|quater|quinquies))?\s?\)
      | (?<!\w)(?:[ivxl]{{1,6}}|[a-zñ]|(?P<again>[a-z])(?P=again))\)
    )
  | (?P<number>\d{{1,6}}(?:\.\d{{1,4}}){{0,3}}(?:-[A-Z](?!\w)|[A-Za-zº°ª]{{0,3}}(?!\w)))
  | (?P<word>[^\W\d_]{{1,60}}(?:[-\u2011][^\W\d_]{{1,60}}){{0,4}})
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_KINDS: dict[str, TokenKind] = {"number": "number", "word": "word", "sign": "sign"}
_ROMAN_NUMBER = re.compile(r"[IVXLC]{1,8}(?:[-\s]?[A-Z])?")


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `form` is its text in small letters, `breaks` says that a line ends before it."""

    kind: TokenKind
    text: str
    form: str
    start: int
    end: int
    breaks: bool


def tokens(text: str) -> list[Token]:
    """The tokens of a text.

    >>> [t.text for t in tokens("article 6(1) (a), l'alinéa b)")]
    ['article', '6', '(1)', '(a)', ',', 'l', "'", 'alinéa', 'b)']
    """
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        kind = _KINDS.get(match.lastgroup or "", "label")
        start, end = match.span()
        breaks = "\n" in text[last:start]
        found.append(Token(kind, match[0], match[0].casefold(), start, end, breaks))
        last = end
    return found


@lru_cache(maxsize=8192)
def number_of(text: str) -> str:
    """A number as eIds have it.

    >>> [number_of(text) for text in ("(a)", "17 bis", "IV", "1er", "5\u00ba")]
    ['a', '17bis', 'IV', '1', '5']
    """
    return number_part(text.replace("°", ""))


def is_roman(token: Token) -> bool:
    """Whether a word is a number in Roman capitals, perhaps with a letter: `XII`, `IV-A`."""
    return _ROMAN_NUMBER.fullmatch(token.text) is not None


def is_numeral(token: Token) -> bool:
    """Whether a token is a number in digits or Roman capitals."""
    return token.kind == "number" or (token.kind == "word" and is_roman(token))


def in_words(token: Token) -> int | None:
    """The value of a number in words, None if the word is none."""
    return numerals.value(token.form)
