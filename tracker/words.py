"""Words, as they are counted, matched and compared.

In: text. Out: its tokens. One definition for alignment, word differences and counts: a word is a
run of letters and digits with inner apostrophes and hyphens; a character of a script that writes
without spaces is a word by itself; every other visible character is a token of its own. Signs that
stand on a letter (accents, vowel signs) belong to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

# Scripts written without spaces between words: Thai, Lao, Burmese, Khmer, kana, CJK ideographs.
_IDEOGRAPHS = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = rf"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{_IDEOGRAPHS}"
_LETTER = rf"[^\W_{_UNSPACED}]"


_BLOCKS = (
    *((0x300, 0x3100), (0xA660, 0xAC00), (0xFB1E, 0xFB1F), (0xFE00, 0xFE30), (0x10100, 0x12000)),
    *((0x13400, 0x13500), (0x16A00, 0x17000), (0x1BC00, 0x1BD00), (0x1CF00, 0x1EA00)),
    (0xE0100, 0xE01F0),
)
"""Where Unicode has combining characters: the scripts around them are large."""


def _ranges() -> Iterator[str]:
    """The combining characters as ranges of a character class."""
    for first, end in _BLOCKS:
        found = (n for n in range(first, end) if unicodedata.category(chr(n)).startswith("M"))
        for _, codes in groupby(enumerate(found), lambda pair: pair[1] - pair[0]):
            run = [code for _, code in codes]
            yield f"{chr(run[0])}-{chr(run[-1])}"


# With the two joiners, which stand in words.
_SIGN = f"[{''.join(_ranges())}\u200c\u200d]"
# Below U+0300 there are none either: most words end at a blank, which need not be looked up.
_SIGNS = rf"(?![\x00-\u02ff]){_SIGN}+"
_RUN = rf"{_LETTER}+(?:{_SIGNS}{_LETTER}*)*"

TOKEN = re.compile(rf"{_RUN}(?:['\u2019\u2011-]{_RUN})*|\S(?:{_SIGNS})?")
"""One token as printed; white space is between tokens and belongs to none."""

_WORD = re.compile(rf"{_RUN}|[{_UNSPACED}](?:{_SIGNS})?")

# Texts without combining characters and unspaced scripts are most, and this is three times as fast.
_MANY_SCRIPTS = re.compile("[\u0300-\u1fff\u20d0-\u20ff\u2c00-\U0010ffff]")
_LATIN_WORD = re.compile(r"[^\W_]+")


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
    >>> [len(token) for token in tokens("تَتَّخِذُ الدولة")]
    [9, 6]
    """
    return TOKEN.findall(text)


def words(text: str) -> list[str]:
    """The words of `text` as they are matched: without case, punctuation, hyphens.

    >>> words("States Parties shall CO-operate (art. 5)")
    ['states', 'parties', 'shall', 'co', 'operate', 'art', '5']
    """
    folded = text.casefold()
    return (_WORD if _MANY_SCRIPTS.search(folded) else _LATIN_WORD).findall(folded)


def count(text: str) -> int:
    """How many words `text` has.

    >>> count("The law-making [process],")
    4
    """
    return len(words(text))


_SUFFIXES = frozenset(
    ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
)
_ORDINAL_WORDS = re.compile(rf"[^\W_]+(?:{_SIGNS}[^\W_]*)*")


def bare_number(num: str) -> str:
    """A printed number without its label and punctuation.

    >>> [bare_number(n) for n in ("Article 12 bis", "(a)", "3.", "", "ANNEX II", "(b bis)")]
    ['12 bis', 'a', '3', '', 'ii', 'b bis']
    """
    found: list[str] = _ORDINAL_WORDS.findall(num.casefold())
    if len(found) > 1 and not found[0][0].isdigit() and found[1] not in _SUFFIXES:
        found = found[1:]
    return " ".join(found)
