"""Which of several, in English figures.

In: a number. Out: "1st", "12th", "22nd". One place for what names provisions and what reads the
numbering of Word.
"""

from __future__ import annotations

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """A number as an ordinal.

    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '102nd', '111th']
    """
    of_tens = number % 100 // 10 == 1
    return f"{number}{'th' if of_tens else _ENDINGS.get(number % 10, 'th')}"
