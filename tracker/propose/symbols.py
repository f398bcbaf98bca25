"""The symbol that a document bears, by the rules of the house that issued it.

In: the lines of its first pages and its last. Out: the symbol as printed, and the house: the United
Nations (`A/AC.291/22/Rev.1`), the European Union (`COM(2012) 11 final`), the Congress of the United
States (`H. R. 2008` with the version, `IH`), a parliament that numbers its bills by year
(`[No. 35a of 2014]`) or session (`Bill 12`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tracker.propose.pages import Front, PageLine, Told, told

House = Literal["un", "eu", "us", "bill"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a document is called, by whom; `stage` is the name of its version where that is part
    of the symbol."""

    house: House
    symbol: Told
    stage: Told | None = None


_NEAR_TOP = 25
"""Lines in which the symbol of a masthead stands."""

_UN = re.compile(
    r"(?:[^\d/]{0,60}\s)?(?P<symbol>[A-Z][A-Z-]{0,11}(?:/[A-Za-z0-9.()_-]{1,20}){1,7})[*]{0,3}"
)
_EU = (
    re.compile(r"(?P<symbol>(?:COM|JOIN|SWD|SEC) ?\(\d{4}\) ?\d{1,4}(?: final)?(?:/\d{1,2})?)\b.*"),
    re.compile(
        r"(?i:(?P<kind>regulation|directive|decision)) (?P<number>\((?:EU|EC|EEC)\)"
        r"(?: No)? \d{1,4}/\d{1,4})\b.*"
    ),
    re.compile(r"(?P<symbol>(?:P\d{1,2}_TA(?:-PROV)?\(\d{4}\)\d{4}|A\d{1,2}-\d{4}/\d{4}))\b.*"),
    re.compile(r"(?P<symbol>\d{3,5}/\d{2}(?:(?: REV| ADD| COR) ?\d{1,2})*)"),
)
_CONGRESS = re.compile(r"(\d{2,3})(?:st|nd|rd|th) congress\b.*", re.IGNORECASE)
_US_KINDS = r"H|S|HJ|SJ|HC|SC|HE|SE|HR|SR|HRES|SRES|HJRES|SJRES|HCONRES|SCONRES"
_US_BILL = re.compile(
    r"(?P<kind>H\. ?(?:R|J\. ?RES|CON\. ?RES|RES)|S\. ?(?:J\. ?RES|CON\. ?RES|RES)|S)\. ?"
    r"(?P<number>\d{1,5})",
    re.IGNORECASE,
)
_US_VERSION = re.compile(
    rf"\W{{0,3}}(?:{_US_KINDS}) (?P<number>\d{{1,5}}) (?P<version>[A-Z]{{2,4}}\d?)"
)
_US_NAMED = re.compile(
    r"\[[HS]\..{0,20} (?P<number>\d{1,5}) (?P<stage>[A-Z][A-Za-z ]{3,60}) "
    r"\((?P<version>[A-Z]{2,4}\d?)\)\]"
)
US_STAGES = {
    "IH": "Introduced in House",
    "IS": "Introduced in Senate",
    "RH": "Reported in House",
    "RS": "Reported in Senate",
    "EH": "Engrossed in House",
    "ES": "Engrossed in Senate",
    "EAH": "Engrossed amendment of the House",
    "EAS": "Engrossed amendment of the Senate",
    "RFH": "Referred in House",
    "RFS": "Referred in Senate",
    "RDH": "Received in House",
    "RDS": "Received in Senate",
    "PCH": "Placed on calendar of the House",
    "PCS": "Placed on calendar of the Senate",
    "ATH": "Agreed to in House",
    "ATS": "Agreed to in Senate",
    "ENR": "Enrolled",
}
"""The stages of a bill in the Congress by the letters that its printer uses."""

_BILL = (
    re.compile(r"\W?(?P<symbol>(?:No\.|Bill) ?\d{1,4}[a-z]{0,2} of \d{4})\W?"),
    re.compile(r"(?P<symbol>(?:HL )?Bill \d{1,4}(?:[—–-][IVX]{1,5})?)"),
)


def symbol_of(front: Front) -> Symbol | None:
    """The symbol that a document bears, None if it bears none of a kind that is known."""
    return _un(front) or _us(front) or _eu(front) or _bill(front)


def _un(front: Front) -> Symbol | None:
    """A line for itself, near the top; in a masthead also at the end of one that names the body."""
    lines = front.first[:_NEAR_TOP]
    masthead = any(line.text.lower().startswith("distr") for line in lines)
    for place, line in enumerate(lines):
        text = re.sub(r" ?/ ?", "/", line.text)
        if text.endswith("/") and place + 1 < len(lines):
            text += lines[place + 1].text
        found = _UN.fullmatch(text)
        if found is None or not re.search(r"\d", found["symbol"]):
            continue
        # `I/2` for itself may be the number of a page.
        if masthead or (found["symbol"].count("/") > 1 and found.start("symbol") == 0):
            return Symbol("un", told(found["symbol"], line))
    return None


def _eu(front: Front) -> Symbol | None:
    council = any("COUNCIL OF" in line.text.upper() for line in front.first[:_NEAR_TOP])
    for pattern in _EU if council else _EU[:-1]:
        for line in front.first[:_NEAR_TOP]:
            found = pattern.fullmatch(line.text)
            if found:
                parts = found.groupdict()
                symbol = parts.get("symbol") or f"{parts['kind'].capitalize()} {parts['number']}"
                return Symbol("eu", told(symbol, line))
    return None


def _us(front: Front) -> Symbol | None:
    """The number of a bill of a Congress, with the letters of its version from any page's foot."""
    if not any(_CONGRESS.fullmatch(line.text) for line in front.head):
        return None
    for line in front.head:
        bill = _US_BILL.fullmatch(line.text)
        if bill is None:
            continue
        symbol = f"{us_kind(bill['kind'])} {bill['number']}"
        version, where, stage = _us_version(front, bill["number"])
        if where is None:
            return Symbol("us", told(symbol, line))
        lines = (line,) if where == line else (line, where)
        return Symbol(
            "us", told(f"{symbol} {version}", *lines), told(stage, where) if stage else None
        )
    return None


def us_kind(printed: str) -> str:
    """A kind of bill as it is written in short.

    >>> us_kind("H. CON. RES"), us_kind("HJRES"), us_kind("S")
    ('H.Con.Res.', 'H.J.Res.', 'S.')
    """
    letters = printed.replace(".", "").replace(" ", "").upper()
    parts = re.findall("CON|RES|[A-Z]", letters)
    return "".join(f"{part.capitalize()}." for part in parts)


def _us_version(front: Front, number: str) -> tuple[str, PageLine | None, str]:
    for line in front.every:
        found = _US_NAMED.fullmatch(line.text) or _US_VERSION.fullmatch(line.text)
        if found and found["number"] == number:
            stage = found.groupdict().get("stage") or US_STAGES.get(
                found["version"].rstrip("0123456789")
            )
            return found["version"], line, stage or ""
    return "", None, ""


def _bill(front: Front) -> Symbol | None:
    """On the first page or at the foot of the last, where some parliaments put it."""
    for pattern in _BILL:
        for line in (*front.first[:_NEAR_TOP], *reversed(front.tail)):
            found = pattern.fullmatch(line.text)
            if found:
                return Symbol("bill", told(found["symbol"], line))
    return None
