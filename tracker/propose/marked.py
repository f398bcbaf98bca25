"""What a bill or an act in XML says of itself in its own marks.

In: the text of the file. Out: its symbol and date, from the identification of an Akoma Ntoso
expression, or from the title and the actions of a bill of the Congress (USLM or the older DTD). The
dates on which somebody made or converted the file are none of its own, and are passed over.
"""

from __future__ import annotations

import re

from tracker.dates import dates
from tracker.manifest_checks import check_symbol
from tracker.propose.pages import Told, shown
from tracker.propose.symbols import US_STAGES, Symbol, us_kind

_BODY = re.compile(r"</?(?:main|legis-body|resolution-body|engrossed-amendment-body|body)\b")
_VALUE = r"\s[^<>]{0,200}?\bvalue=\"([^\"<>]{1,200})\""
_URI = re.compile(rf"<FRBRuri{_VALUE}")
_EXPRESSED = re.compile(r"<FRBRdate\s[^<>]{0,200}?\bdate=\"(\d{4}-\d{2}-\d{2})\"")
_TITLE = re.compile(
    r"<dc:title>\s{0,5}\d{2,3} (?P<kind>[A-Z][A-Z. ]{0,11}?) (?P<number>\d{1,5})"
    r"(?: (?P<version>[A-Z]{2,4}\d?))?\s{0,5}:"
)
_VERSION = re.compile(r"<docStage>([A-Z]{2,4})</docStage>")
_ACTION = re.compile(
    r"<(?:action-date|date)(?:\s[^<>]{0,200}?\bdate=\"(\d{4})-?(\d{2})-?(\d{2})\")?[^<>]{0,200}>"
    r"((?:[^<]|<(?!/(?:action-)?date\b)){0,300})</"
)
_TAG = re.compile(r"<[^<>]{0,300}>")
_ISSUED = re.compile(r"<dublinCore>[^\0]{0,2000}?<dc:date>(\d{4}-\d{2}-\d{2})</dc:date>")


def marked_symbol(text: str) -> Symbol | None:
    """The symbol that the marks of a file give."""
    found = _TITLE.search(text)
    if found:
        staged = _VERSION.search(text)
        version = found["version"] or (staged[1] if staged else "")
        where = f"the file's title: “{shown(found[0].removeprefix('<dc:title>').strip(' :'))}”"
        symbol = f"{us_kind(found['kind'])} {found['number']} {version}".strip()
        stage = US_STAGES.get(version.rstrip("0123456789"))
        return Symbol("us", Told(symbol, where), Told(stage, where) if stage else None)
    uri = _URI.search(_expression(text))
    if uri is None:
        return None
    try:
        symbol = check_symbol(uri[1].strip("/"))
    except ValueError:
        return None
    return Symbol("bill", Told(symbol, "its FRBRuri as an expression"))


def marked_date(text: str) -> Told | None:
    """The date of the expression; of a bill of the Congress, that of the last action on it."""
    expressed = _EXPRESSED.search(_expression(text))
    if expressed:
        return _day(expressed[1], "its FRBRdate as an expression")
    bodies = [found.start() for found in _BODY.finditer(text)] or [len(text)]
    for part, where in ((text[: bodies[0]], "before"), (text[bodies[-1] :], "after")):
        actions = [day for found in _ACTION.finditer(part) if (day := _done(found))]
        if actions:
            return _day(max(actions), f"the last action named {where} its text")
    issued = _ISSUED.search(text)
    return _day(issued[1], "its dc:date") if issued else None


def _done(action: re.Match[str]) -> str:
    """The day of an action, `""` if it is not told: not all have it as an attribute."""
    if action[1]:
        return f"{action[1]}-{action[2]}-{action[3]}"
    return next((day.iso for day in dates(_TAG.sub("", action[4])) if day.sure), "")


def _day(text: str, where: str) -> Told | None:
    return Told(text, where) if dates(text) else None


def _expression(head: str) -> str:
    start = head.find("<FRBRExpression")
    return head[start : head.find("</FRBRExpression", start)] if start >= 0 else ""
