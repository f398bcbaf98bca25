"""How much words say: which numbers are amounts, which words belong to one, and what counts.

In: the words of a text. Out: places of amounts and of their units, and a number of words of
content. A number that counts something is content (`72` of "72 hours"); that of an article is not,
for it changes with every renumbering. A unit says nothing without its number, and articles,
conjunctions and modal verbs nothing by themselves. The languages stand together, as in
`tracker.diff.function_words`; in one without a list of units numbers are not content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tracker.diff.function_words import GLUE, LINKING
from tracker.diff.tokens import weight
from tracker.substance import RULES
from tracker.substance.figures import MONEY
from tracker.substance.units import DIGITS
from tracker.words import unspaced

_LITTLE = GLUE | LINKING
_MODALS_OF = {
    "en": "shall should may must can could will would might not no",
    "fr": "doit doivent peut peuvent ne pas",
    "es": "debe deben deberá deberán puede pueden no",
    "pt": "deve devem pode podem não",
    "de": "kann können soll sollen muss müssen nicht",
    "it": "deve devono può possono non",
}
_MODALS = frozenset(word for words in _MODALS_OF.values() for word in words.split())
_LISTS = [rules.lists for rules in RULES.values()]
_UNITS = frozenset[str]().union(*(one.measures for one in _LISTS)) - _LITTLE
_NAMED = frozenset[str]().union(*(one.divisions | one.instruments for one in _LISTS))
_SPELLED = frozenset(word for words in DIGITS.values() for word in words) - _LITTLE
_SIGNS = frozenset("%€$£¥")

_PARTING = (" ", "\u00a0", "\u202f", ".", ",")
"""What parts the digits of one number."""

NEAR = 2
"""Characters beside a number in which its sign stands."""

IDEOGRAPH = 0.5
"""Where a script has no spaces, about two characters are a word."""


def units(text: str, found: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> set[int]:
    """Places of words that say what a number before them counts, or in what currency the number
    behind them is.

    >>> units("72 hours, hours", ["72", "hours", "hours"], [0, 3, 10], [2, 8, 15])
    {1}
    >>> units("EUR 500", ["eur", "500"], [0, 4], [3, 7])
    {0}
    """
    there: set[int] = set()
    for n, word in enumerate(found):
        if n and word in _UNITS and not text[ends[n - 1] : starts[n]].strip():
            before = found[n - 1]
            if n - 1 in there or before.isdigit() or before in _SPELLED:
                there.add(n)
        if word in MONEY and found[n + 1 : n + 2] and found[n + 1].isdigit():
            there.add(n)
    return there


def amounts(
    text: str, found: Sequence[str], starts: Sequence[int], ends: Sequence[int], of: set[int]
) -> Iterator[int]:
    """Places of numbers that count something: before a unit (at the places `of`), beside a sign of
    money or percent, or as the first part of such a number.

    >>> found, starts, ends = ["article", "5", "72", "hours"], [0, 8, 10, 13], [7, 9, 12, 18]
    >>> list(amounts("article 5 72 hours", found, starts, ends, {3}))
    [2]
    """
    goes_on = False
    for n in range(len(found) - 1, -1, -1):
        number = found[n].isdigit() and not (n and found[n - 1] in _NAMED)
        last = n + 1 == len(found)
        after = text[ends[n] : ends[n] + NEAR if last else starts[n + 1]]
        before = text[max(0, starts[n] - NEAR) : starts[n]]
        beside = (after.lstrip()[:1], before.rstrip()[-1:]) if number else ()
        part = goes_on and after in _PARTING
        counts = n + 1 in of or part or (n and found[n - 1] in MONEY)
        goes_on = number and bool(counts or not _SIGNS.isdisjoint(beside))
        if goes_on:
            yield n


def parts(text: str, starts: Sequence[int], ends: Sequence[int], of: Iterable[int]) -> set[int]:
    """Places of the amounts `of` that are only the next digits of the number before them.

    >>> parts("20 000 000 EUR", [0, 3, 7, 11], [2, 6, 10, 14], [0, 1, 2])
    {1, 2}
    """
    there = set(of)
    return {n for n in there if n - 1 in there and text[ends[n - 1] : starts[n]] in _PARTING}


def content(said: Iterable[str]) -> float:
    """How many words of content there are; one that comes again counts once.

    >>> content(["the", "right", "of", "access", "shall", "right"]), content(["国", "家"])
    (2.0, 1.0)
    """
    return sum(map(_content, set(said)), 0.0)


@lru_cache(maxsize=50_000)
def _content(word: str) -> float:
    if word in _MODALS:
        return 0.0
    if len(word) == 1 and unspaced(word, word):
        return IDEOGRAPH
    return float(weight(word) == 1.0)
