"""Words, as they are counted, matched and compared.

In: text. Out: its tokens. One definition for alignment, word differences and counts: a word is a
run of letters and digits with inner apostrophes and hyphens; a character of a script that writes
without spaces is a word by itself; every other visible character is a token of its own.
"""

from __future__ import annotations

import re

# Scripts written without spaces between words: Thai, Lao, Burmese, Khmer, kana, CJK ideographs.
_IDEOGRAPHS = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = rf"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{_IDEOGRAPHS}"
_LETTER = rf"[^\W_{_UNSPACED}]"

TOKEN = re.compile(rf"{_LETTER}+(?:['\u2019\u2011-]{_LETTER}+)*|\S")
"""One token as printed; white space is between tokens and belongs to none."""

_WORD = re.compile(rf"{_LETTER}+|[{_UNSPACED}]")


_CLOSE = re.compile(
    rf"[{_UNSPACED}\u3000-\u303f\uff00-\uff65][{_UNSPACED}\u3000-\u303f\uff00-\uff65]"
    rf"|[{_IDEOGRAPHS}]\d|\d[{_IDEOGRAPHS}]"
)


def unspaced(before: str, after: str) -> bool:
    """Whether no space belongs between the end of a printed line and the beginning of the next:
    their script has none between words.

    >>> unspaced("各缔约国应", "采取措施"), unspaced("第", "5条"), unspaced("各国", "States")
    (True, True, False)
    """
    return _CLOSE.fullmatch(before[-1:] + after[:1]) is not None


def tokens(text: str) -> list[str]:
    """The tokens of `text` as printed, without white space.

    >>> tokens("Parties [shall] co-operate; l\u2019article 5.")
    ['Parties', '[', 'shall', ']', 'co-operate', ';', 'l\u2019article', '5', '.']
    """
    return TOKEN.findall(text)


def words(text: str) -> list[str]:
    """The words of `text` as they are matched: without case, punctuation, hyphens.

    >>> words("States Parties shall CO-operate (art. 5)")
    ['states', 'parties', 'shall', 'co', 'operate', 'art', '5']
    """
    return _WORD.findall(text.casefold())


def count(text: str) -> int:
    """How many words `text` has.

    >>> count("The law-making [process],")
    4
    """
    return len(words(text))


_SUFFIXES = frozenset(
    ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
)
_ORDINAL_WORDS = re.compile(r"[^\W_]+")


def bare_number(num: str) -> str:
    """A printed number without its label and punctuation.

    >>> [bare_number(n) for n in ("Article 12 bis", "(a)", "3.", "", "ANNEX II", "(b bis)")]
    ['12 bis', 'a', '3', '', 'ii', 'b bis']
    """
    found: list[str] = _ORDINAL_WORDS.findall(num.casefold())
    if len(found) > 1 and not found[0][0].isdigit() and found[1] not in _SUFFIXES:
        found = found[1:]
    return " ".join(found)
