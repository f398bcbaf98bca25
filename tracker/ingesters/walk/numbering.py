"""Numbers that open provisions: 1., (a), (ii), a., 一、, § 1º, –, and which level each belongs to.

In: the beginning of a block's text. Out: the number as printed, its style, and, from the numbers
that are open, how deep it stands. A letter that is also a Roman numeral is told by what came before
and what comes next; so is one that counts otherwise in another order of its alphabet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.akn.numerals import HANZI, chinese, places
from tracker.ingesters.printed import plain, unfolded

HEAD = 60
"""Characters at the start of a text in which its number stands."""

_BIS = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|бис|тер|кватер|مكررا?)"
_SUFFIX = rf"(?:\s?{_BIS})?"
_IDEOGRAPH = "\u3001-\u303f\u3400-\u9fff"
_ARABIC = "\u0621-\u064a"

# Matched against plain letters: full-width brackets and digits of other scripts are ASCII there.
MARKER = re.compile(
    rf"""
    (?P<open>[\[【]\s?)?                          # a bracket may open before the number
    (?:
      §\s?(?P<sign>\d{{1,3}}|[IVX]{{1,5}})\s?º?[.:)]?\s?[-\u2013]?(?=\s)      # § 1º
    | (?i:Paragrafo|Parrafo)(?:\s(?P<named>\d{{1,3}}|[IVX]{{1,5}}|(?i:unico)))?
      \s?(?:º[.:)]?|[.:)])\s?[-\u2013]?(?=\s)                 # Párrafo 2.   PARÁGRAFO ÚNICO.-
    | (?P<ordinal>\d{{1,3}})\s?\.?[ºª]\s?(?:[.)]?[-\u2013]?)(?=\s)   # 1º   1°.-
    | (?P<decimal>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})\.?(?=\s+[(\[A-ZÀ-ÞА-Я{_IDEOGRAPH}])
                                                              # 2.1   2.1.3.
    | (?P<arabic_bis>\d{{1,3}}\.\s?{_BIS})\.?(?=\s)             # 4.bis   4. bis
    | (?P<arabic>\d{{1,3}}(?:[a-z]{{1,2}}|{_SUFFIX}))\s?\.
      (?:(?=\s|$|[A-ZÀ-ÞА-Я][^\W\d]|[{_IDEOGRAPH}])|-(?=\s))
                                                              # 1.   2 bis.   1.The   1．
    | (?P<arabic_dash>\d{{1,3}})\s?[-\u2013\u2014](?=\s?[{_ARABIC}])  # ١-
    | (?P<enumerated>\d{{1,3}}|[{HANZI}]{{1,5}})、                # 一、
    | (?P<arabic_paren>\d{{1,3}}{_SUFFIX})\)(?=[\s{_IDEOGRAPH}])  # 1)
    | \(\s?(?P<paren>[a-z]{{1,5}}|[A-Z]{{1,3}}|\d{{1,3}}[a-z]{{0,2}}|[ña-яё]|[{_ARABIC}]
        |[{HANZI}]{{1,5}}){_SUFFIX}\s?\)(?=[\s\W{_IDEOGRAPH}]|$)  # (a) (ii) (A) (1) （一）
    | (?P<letter_paren>[a-z]{{1,4}}|[ñа-яё]|[{_ARABIC}])\)(?=[\s{_IDEOGRAPH}])  # a)
    | (?P<letter>[a-z])\.(?=\s)                               # a.
    | (?P<letter_dash>[{_ARABIC}])\s?[-\u2013](?=\s)             # أ -
    | (?P<roman_stop>[IVXL]{{1,6}})\.\s?[-\u2013\u2014](?=\s)     # II. –
    | (?P<roman_dash>[IVXL]{{1,6}})\s?[-\u2013](?=\s)            # IV –
    | (?P<quoted>[\u2018\u2019'`]\d{{1,2}}[\u2018\u2019'])(?=\s)   # ’1’ in Arabic
    | (?P<dash>[\u2013\u2014\u2022\u2023\u25aa-])(?=\s)         # –  •
    )
    """,
    re.VERBOSE,
)

_INSERTED = re.compile(r"[a-z][a-e]")
"""Two letters that number; "of" and "to" do not."""

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_CYRILLIC_ROMAN = str.maketrans("\u0406\u0425", "IX")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed, where it ends in the text, its value, and the styles it may be of.

    Values count from 1; styles are `arabic`, `arabic.arabic` (2.1: its last part), `(arabic)`,
    `hanzi`, `(hanzi)`, `letter`, `(letter)`, `(LETTER)`, `(roman)`, `(ROMAN)`, `ROMAN`, `§`,
    `quoted`, `dash`; `(alphabet)` is the value of a letter in the full alphabet where lists use
    another order too.
    """

    printed: str
    end: int
    values: dict[str, int]


def roman(text: str) -> int | None:
    """The value of a Roman numeral in either case, None if it is none.

    >>> roman("XIV"), roman("iii"), roman("iiii"), roman("a")
    (14, 3, None, None)
    """
    small = text.translate(_CYRILLIC_ROMAN).casefold()
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
    small = "".join(c for c in text.casefold() if plain(c))
    if not small or any(c != small[0] for c in small):
        return None
    found = places(small[0])
    return found[0] + 26 * (len(small) - 1) if found else None


def number_at_start(text: str) -> Number | None:
    """The number that opens a block's text, if one does.

    >>> number_at_start("(i) to act").values
    {'(letter)': 9, '(roman)': 1}
    >>> number_at_start("12. Each Party").printed, number_at_start("（二）缔约国").values
    ('12.', {'(hanzi)': 2})
    >>> number_at_start("2.1 Each keeper").values, number_at_start("(ab) acts").values
    ({'arabic.arabic': 1}, {'(letter)': 1})
    >>> number_at_start("3.5 million") is None
    True
    >>> number_at_start("(ICT) systems") is None
    True
    """
    folded, stood = unfolded(text[:HEAD])
    match = MARKER.match(folded)
    if match is None:
        return None
    values = _values(match, text, stood)
    if not values:
        return None
    start, end = stood[len(match["open"] or "")], stood[match.end()]
    return Number(text[start:end].strip(), end, values)


_COUNTED = ("arabic", "arabic_bis", "arabic_dash", "ordinal")


def _values(match: re.Match[str], text: str, stood: Sequence[int]) -> dict[str, int]:
    """The values that a number may have, by its style."""
    groups = match.groupdict()
    for group in _COUNTED:
        if groups[group]:
            return {"arabic": _counted(groups[group])}
    if groups["decimal"]:
        parts = groups["decimal"].split(".")
        return {".".join(["arabic"] * len(parts)): int(parts[-1])}
    if groups["sign"] or groups["named"]:
        return {"§": _counted(groups["sign"] or groups["named"])}
    if groups["roman_stop"]:
        number = roman(groups["roman_stop"])
        return {} if number is None else {"§": number}
    if groups["enumerated"]:
        number = chinese(groups["enumerated"])
        return {"arabic": int(groups["enumerated"])} if number is None else {"hanzi": number}
    if groups["arabic_paren"]:
        return {"(arabic)": _counted(groups["arabic_paren"])}
    if groups["roman_dash"]:
        number = roman(groups["roman_dash"])
        return {} if number is None else {"ROMAN": number}
    if groups["quoted"]:
        return {"quoted": int(groups["quoted"][1:-1])}
    if groups["dash"]:
        return {"dash": 0}
    for group, form in (("paren", "({})"), ("letter_paren", "({})"), ("letter_dash", "({})")):
        if groups[group]:
            start, end = match.span(group)
            return _labelled(text[stood[start] : stood[end]], groups[group], form)
    if groups["letter"]:
        return _labelled(groups["letter"], groups["letter"], "{}")
    return {"§": 1}  # "Párrafo.-", the only one


def _counted(printed: str) -> int:
    """The value of digits, a Roman numeral or "único"."""
    digits = re.match(r"\d+", printed)
    return int(digits.group()) if digits else roman(printed) or 1


def _labelled(printed: str, folded: str, form: str) -> dict[str, int]:
    """The values of a label in brackets or before a stop; `folded` is it in plain letters."""
    if folded[0].isdigit():
        return {form.format("arabic"): _counted(folded)}
    number = chinese(folded)
    if number is not None:
        return {form.format("hanzi"): number}
    values: dict[str, int] = {}
    upper = folded.isupper()
    place, orders = letters(printed), places(printed.strip())
    if place is not None:
        values[form.format("LETTER" if upper else "letter")] = place
    if not folded.isascii() and len(orders) == 2 and orders[0] != orders[1]:
        values[form.format("alphabet")] = orders[1]
    number = roman(folded)
    if number is not None and form != "{}":
        values[form.format("ROMAN" if upper else "roman")] = number
    if not values and _INSERTED.fullmatch(folded):
        # (ab) was put between (aa) and (b), as 1a between 1 and 2.
        values[form.format("letter")] = letters(folded[0]) or 1
    return values


def _level(style: str) -> str:
    """Letters are of one level, in whatever order their alphabet is counted."""
    return "(letter)" if style == "(alphabet)" else style


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
        if style == "§":  # a paragraph, whatever list is open
            self.open[:] = [(style, value)]
            return 0
        for depth, (open_style, _) in enumerate(self.open):
            if _level(open_style) == _level(style):
                self.open[depth:] = [(style, value)]
                return depth
        self.open.append((style, value))
        return len(self.open) - 1

    def _style(self, number: Number, following: Number | None) -> str:
        styles = list(number.values)
        if len(styles) == 1:
            return styles[0]
        last = dict(self.open)
        if {_level(style) for style in styles} == {"(letter)"}:
            return self._order(number)
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
        return min(growing, key=lambda s: number.values[s] - last[s]) if growing else styles[0]

    def _order(self, number: Number) -> str:
        """The order of its alphabet in which a letter goes on from the one before, else the one
        in which that counts."""
        before = next(((s, v) for s, v in self.open if _level(s) == "(letter)"), None)
        if before is None:
            return next(iter(number.values))
        style, value = before
        fits = [s for s, v in number.values.items() if v == value + 1]
        return style if style in (fits or number.values) else (fits or list(number.values))[0]
