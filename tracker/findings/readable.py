"""Where a quotation may begin and end, so that it can be read.

In: texts and ranges of them. Out: ranges that begin and end at the border of a clause or sentence,
and whether words can be read by themselves: `data subject should` cannot, its end hangs in the air.
The small words of all languages that have rules count together: one too many makes a quotation
longer, and never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.substance import RULES

_LIGHT = frozenset().union(*(one.lists.light for one in RULES.values()))
_MORE = """from into under upon against between among within without where when if or and nor but
than after before during until unless about over per not shall should may must can could will would
et ou que qui pour dont sans sous y o ni para sin sobre entre cuando si"""
SMALL = _LIGHT | frozenset(_MORE.split())
"""Words with which nothing that can be read ends."""
_SIGNS = "“”‘’\"'()[]"
_BORDER = re.compile(r"[,;:—–]\Z|[.!?]\Z")
_SENTENCE = re.compile(r"[.;:!?](?=\s)|—(?=\s?\()|\n")
_CLAUSE = re.compile(r"[,.;:!?](?=\s)|—|\n")
_NUMBER = re.compile(r"[\s(\[]*(?:\d{1,3}[a-z]?|[a-z]{1,4})[)\].]\s+")
_ITEM = re.compile(r"—\s*\(|[;:]\s|(?:\A|\s)(?:and|or|et|ou|y|o)\s\([a-z]{1,4}\)\s")
_FAR = 600
"""Characters around a range that are looked at."""


def small(word: str) -> bool:
    """Whether a word names nothing by itself.

    >>> small("of"), small("the,"), small("court")
    (True, True, False)
    """
    bare = word.casefold().strip(_SIGNS).strip(",;:.—–").strip(_SIGNS)
    return not bare or bare in SMALL


def empty(text: str) -> bool:
    """Whether none of the words names anything."""
    return all(small(word) for word in text.split())


def ends_well(text: str) -> bool:
    """Whether words can be read by themselves: their last one names something, and no item of a
    list, with its number, begins in their midst.

    >>> ends_well("data subject should"), ends_well("the data subject")
    (False, True)
    """
    words = text.split()
    return bool(words) and not small(words[-1]) and not _ITEM.search(text)


def border(words: Sequence[str], least: int, most: int, *, last: bool = False) -> int:
    """How many of the words there are up to a clause's end, at least `least` and at most `most`: up
    to the first such end, or the last; 0 if there is none.

    >>> border("the keeper, if he can, rings the bell at noon".split(), 1, 9)
    2
    """
    found = [
        n for n in range(least, min(most, len(words)) + 1) if n and _BORDER.search(words[n - 1])
    ]
    return (found[-1] if last else found[0]) if found else 0


def joint(words: Sequence[str], least: int, most: int) -> int:
    """As `border`, where no clause ends: up to the last small word that follows one that is none; 0
    if there is none."""
    most = min(most, len(words) - 1)
    found = (
        n for n in range(most, max(least, 1) - 1, -1) if small(words[n]) and not small(words[n - 1])
    )
    return next(found, 0)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or item that holds the characters `[start, end)`, without its number."""
    return _widened(text, start, end, _SENTENCE)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clauses that hold the characters `[start, end)`, up to the signs around them."""
    return _widened(text, start, end, _CLAUSE)


def _widened(text: str, start: int, end: int, ends: re.Pattern[str]) -> tuple[int, int]:
    least = max(0, start - _FAR)
    inner = end - (len(text[start:end]) - len(text[start:end].rstrip(" \n,.;:")))
    begin = max((m.end() for m in ends.finditer(text, least, start)), default=least)
    stop = ends.search(text, max(inner, start), end + _FAR)
    finish = stop.start() if stop else min(len(text), end + _FAR)
    number = _NUMBER.match(text, begin, start)
    begin = number.end() if number else begin
    said = text[begin:finish]
    return begin + len(said) - len(said.lstrip()), begin + len(said.rstrip())
