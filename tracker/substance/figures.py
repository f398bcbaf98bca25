"""Figures: numbers as they are printed, and what they amount to.

In: nothing, or text. Out: `FIGURE`, which finds numbers whose digits are parted (`250 000`,
`1,000,000`, `0,5 %`, `$1.5m`, `1/3`) and not those of provisions (`Rule 5.2`, `45 CFR 164.512`);
`form` gives one without what parts it; `money` the currency that stands beside one.
"""

from __future__ import annotations

import re
from decimal import Decimal

_GAP = "[ \u00a0\u202f]"
_CODES = (
    *("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN"),
    *("CZK", "HUF", "RON", "INR", "BRL", "ZAR", "MXN", "KRW", "RUB", "TRY", "SGD", "HKD", "AED"),
)
_SIGN = rf"(?:(?<![A-Za-z])[A-Z]{{0,2}}\$|[€£¥]|\b(?:{'|'.join(_CODES)})\b|\bRs\.?)"
_SCALES = {"m": 6, "bn": 9, "k": 3}
_COUNTED = (
    r"%|°|[€£¥]|million|billion|milliard|millones|millón|thousand|per\b|pour\b|por\b|percent|euros?\b"
    r"|dollars?\b|pounds?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|minutes?\b|heures?\b|jours?\b"
    r"|semaines?\b|mois\b|ans?\b|années?\b|horas?\b|días?\b|semanas?\b|mes(?:es)?\b|años?\b|tonnes?\b"
    rf"|kilo\w+|met(?:re|er)s?\b|miles?\b|[kcm]?m\b|kg\b|(?:{'|'.join(_CODES)})\b"
)
"""What a decimal counts, in the languages that have rules; else it is the number of a provision."""
_PARTED = (
    rf"\d{{1,3}}(?:(?:{_GAP}|[,'\u2019])\d{{3}})+(?:[.,]\d+)?|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?"
)
_DECIMAL = r"\d+[.,]\d+"

FIGURE = (
    rf"(?<=[$€£¥])(?:{_PARTED}|{_DECIMAL}|\d+)(?:m|bn|k)?\b"
    rf"|(?<=[$€£¥]{_GAP})(?:{_PARTED}|{_DECIMAL})\b"
    rf"|(?<=(?:{'|'.join(_CODES)}){_GAP})(?:{_PARTED}|{_DECIMAL})\b"
    rf"|(?<![\w.,/])(?:{_PARTED})(?![.,]?\d)(?!\w)"
    rf"|(?<![\w.,/]){_DECIMAL}(?={_GAP}?(?:{_COUNTED}))"
    r"|(?<![\w./])\d/\d(?![\w/])"
)
"""A number whose digits are parted, or that a short unit follows, as the source of a pattern."""

_PRINTED = re.compile(rf"(?P<number>[\d.,' \u00a0\u202f\u2019]+)(?P<scale>{'|'.join(_SCALES)})?")
_BEFORE = re.compile(rf"({_SIGN}){_GAP}?$")
_BEHIND = re.compile(rf"{_GAP}?(%|°[CF]?|{_SIGN})")
_FAR = 6
_CALLED = {
    "€": "eur",
    "euro": "eur",
    "£": "gbp",
    "pound": "gbp",
    "¥": "yen",
    "rs.": "inr",
    "rs": "inr",
    "$": "dollar",
    "us$": "usd",
    "a$": "aud",
    "c$": "cad",
    "percent": "%",
    "percentag": "%",
}
PERCENT = "%"
MONEY = frozenset((*(code.casefold() for code in _CODES), "yen", "dollar"))
"""The measures of sums of money, as `measure` calls them."""


def form(printed: str) -> str:
    """A figure without what parts its digits, in small letters, its decimals behind a point.

    >>> [form(one) for one in ("1,000,000", "250 000", "0,125", "1.50", "1.234,56", "1.5m", "1/3")]
    ['1000000', '250000', '0.125', '1.5', '1234.56', '1500000', '1/3']
    >>> form("Years"), form("3a")
    ('years', '3a')
    """
    low = printed.casefold()
    if not low[:1].isdigit() or "/" in low or low.isdigit():
        return low
    found = _PRINTED.fullmatch(low)
    if found is None:
        return low
    *heads, last = re.split(r"\D", found["number"])
    whole = "".join(heads)
    parted = len(last) == 3 and heads and heads[0].strip("0")
    decimal = Decimal(whole + last if parted or not heads else f"{whole}.{last}")
    return plain(decimal.scaleb(_SCALES.get(found["scale"] or "", 0)))


def plain(number: Decimal) -> str:
    """A number in digits, without noughts at the end of its decimals.

    >>> plain(Decimal("5.0")), plain(Decimal("2E+6"))
    ('5', '2000000')
    """
    said = f"{number:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def measure(name: str) -> str:
    """One name for a currency or for per cent, whatever it is called; other measures as they are.

    >>> measure("€"), measure("EUR"), measure("percent"), measure("hour")
    ('eur', 'eur', '%', 'hour')
    """
    low = name.casefold()
    return _CALLED.get(low, low)


def before(text: str, start: int) -> tuple[str, int]:
    """The sign of a currency that stands before a number, and where it begins; `""` if none does.

    >>> before("up to EUR 500", 10), before("the COUNTRY 5", 12)
    (('eur', 6), ('', 12))
    """
    found = _BEFORE.search(text, max(0, start - _FAR), start)
    return (measure(found[1]), found.start()) if found else ("", start)


def behind(text: str, end: int) -> tuple[str, int]:
    """The sign of a currency or of per cent that stands behind a number, and where it ends.

    >>> behind("500 €.", 3), behind("0,5 %", 3), behind("5 ships", 1)
    (('eur', 5), ('%', 5), ('', 1))
    """
    found = _BEHIND.match(text, end)
    return (measure(found[1]), found.end()) if found else ("", end)
