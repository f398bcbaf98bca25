"""Numbers that open provisions: 1., (a), (ii), a., –, and which level each belongs to.

In: the beginning of a block's text. Out: the number as printed, its style, and, from the numbers
that are open, how deep it stands. A letter that is also a Roman numeral is told by what came before
and what comes next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BIS = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|бис|тер|кватер)"
_SUFFIX = rf"(?:\s?{_BIS})?"
_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{0,3}))"

MARKER = re.compile(
    rf"""
    (?P<open>[\[\u3010]\s?)?                      # a bracket may open before the number
    (?:
      (?P<arabic>\d{{1,3}}{_SUFFIX})\s?\.(?=\s|$|[A-ZÀ-ÞА-Я][^\W\d])  # 1.   2 bis.   1.The
    | (?P<arabic_bis>\d{{1,3}}\.{_BIS})\.?(?=\s)                # 4.bis
    | (?P<arabic_dash>\d{{1,3}})\s?[-\u2013](?=\s[\u0600-\u06ff])  # ١-
    | (?P<arabic_paren>\d{{1,3}}{_SUFFIX})\)(?=\s)              # 1)
    | \(\s?(?P<paren>[a-z]{{1,5}}|[A-Z]{{1,3}}|\d{{1,3}}|[ñа-я]|[\u0621-\u064a]\u0640?)
      {_SUFFIX}\s?\)(?=[\s\W]|$)                              # (a) (ii) (A) (1)
    | (?P<letter_paren>[a-z]{{1,4}}|[ñа-я])\)(?=\s)             # a)
    | (?P<letter>[a-z])\.(?=\s)                                 # a.
    | (?P<quoted>[\u2018\u2019'`]\d{{1,2}}[\u2018\u2019'])(?=\s)   # ’1’ in Arabic
    | (?P<dash>[\u2013\u2014\u2022\u2023\u25aa-])(?=\s)         # –  •
    )
    """,
    re.VERBOSE,
)

_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed, where it ends in the text, its value, and the styles it may be of.

    Values count from 1; styles are `arabic`, `(arabic)`, `letter`, `(letter)`, `(LETTER)`,
    `(roman)`, `(ROMAN)`, `quoted`, `dash`.
    """

    printed: str
    end: int
    values: dict[str, int]


def roman(text: str) -> int | None:
    """The value of a Roman numeral in either case, None if it is none.

    >>> roman("XIV"), roman("iii"), roman("iiii"), roman("a")
    (14, 3, None, None)
    """
    small = text.casefold()
    if not small or not re.fullmatch(
        r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", small
    ):
        return None
    total = 0
    for here, following in zip(small, [*small[1:], None], strict=True):
        value = _VALUES[here]
        total += -value if following and _VALUES[following] > value else value
    return total


def letters(text: str) -> int | None:
    """The place of a letter label in its alphabet: a, b, … z, aa, bb, …; None for words.

    >>> letters("a"), letters("z"), letters("bb"), letters("ab"), letters("б"), letters("ب")
    (1, 26, 28, None, 2, 2)
    """
    small = text.casefold().rstrip("\u0640").replace("ا", "أ")
    if not small or any(c != small[0] for c in small):
        return None
    if small == "ñ":  # between n and o; o need not be its successor to stand beside it
        return 15
    for alphabet in _ALPHABETS:
        if small[0] in alphabet:
            return alphabet.index(small[0]) + 1 + len(alphabet) * (len(small) - 1)
    return None


def number_at_start(text: str) -> Number | None:
    """The number that opens a block's text, if one does.

    >>> number_at_start("(i) to act").values
    {'(letter)': 9, '(roman)': 1}
    >>> number_at_start("12. Each Party").printed
    '12.'
    >>> number_at_start("3.5 million") is None
    True
    >>> number_at_start("(ICT) systems") is None
    True
    """
    match = MARKER.match(text)
    if match is None:
        return None
    groups = match.groupdict()
    values: dict[str, int] = {}
    for style in ("arabic", "arabic_bis", "arabic_dash", "arabic_paren"):
        if groups[style]:
            values["arabic"] = int("".join(c for c in groups[style] if c.isdecimal()))
    label = groups["paren"] or groups["letter_paren"] or groups["letter"] or ""
    form = "({})" if groups["paren"] or groups["letter_paren"] else "{}"
    if label.isdigit():
        values[form.format("arabic")] = int(label)
    elif label:
        upper = label.isupper()
        for style, value in (("letter", letters(label)), ("roman", roman(label))):
            if value is not None and not (style == "roman" and form == "{}"):
                values[form.format(style.upper() if upper else style)] = value
    if groups["quoted"]:
        values["quoted"] = int(groups["quoted"][1:-1])
    if groups["dash"]:
        values["dash"] = 0
    if not values:
        return None
    start = len(groups["open"] or "")
    return Number(text[start : match.end()].strip(), match.end(), values)


class Levels:
    """The numbers that are open in an article, outermost first."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []

    def clear(self) -> None:
        """Close all levels."""
        self.open.clear()

    def place(self, number: Number, following: Number | None) -> int:
        """The depth (0 is outermost) at which `number` stands, and make it the last there.

        `following` is the next number in the document, which tells (i) after (h) from a new (i).
        """
        style = self._style(number, following)
        value = number.values[style]
        for depth, (open_style, _) in enumerate(self.open):
            if open_style == style:
                self.open[depth:] = [(style, value)]
                return depth
        self.open.append((style, value))
        return len(self.open) - 1

    def _style(self, number: Number, following: Number | None) -> str:
        styles = list(number.values)
        if len(styles) == 1:
            return styles[0]
        last = dict(self.open)
        fits = [s for s in styles if s in last and number.values[s] == last[s] + 1]
        if len(fits) == 1:
            alone = fits[0]
            other = next(s for s in styles if s != alone)
            restarts = number.values[other] == 1 and other not in last
            goes_on = following is not None and following.values.get(other) == 2
            ends_there = (
                following is None or following.values.get(alone) != number.values[alone] + 1
            )
            return other if restarts and goes_on and ends_there else alone
        if len(fits) == 2:
            return next(s for s, _ in reversed(self.open) if s in fits)
        fresh = [s for s in styles if s not in last and number.values[s] == 1]
        if fresh:
            return fresh[0]
        growing = [s for s in styles if s in last and number.values[s] > last[s]]
        return growing[0] if growing else styles[0]
