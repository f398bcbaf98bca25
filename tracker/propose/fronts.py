"""When, where, at which session and under what name a document was issued.

In: the lines of its first pages and its last, and its symbol. Out: each as printed, with where it
was read, or nothing. A date is taken only from a place that says it is the document's: the line
after `Distr.`, the day of adoption of a resolution, a line of its own. Dates of which that is not
sure are given as what they may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.dates import Printed, dates, whole_date
from tracker.propose.pages import Front, PageLine, Told, told
from tracker.propose.symbols import Symbol

_ADOPTED = re.compile(
    "resolution adopted|résolution adoptée|resolución aprobada|резолюция, принятая|"
    "قرار اتخذته|大会决议|决议",
    re.IGNORECASE,
)
_DISTR = re.compile(r"distr\b|distribución|distribution", re.IGNORECASE)
_PASSED = re.compile(
    r"(?:passed|agreed to|received|ordered|reported|introduced)\b.{0,80}", re.IGNORECASE
)
_SESSIONS = (
    re.compile(r"(?:[\w-]+ ){1,5}session", re.IGNORECASE),
    re.compile(r"(?:[\w-]+ ){1,5}per[ií]odo (?:extraordinario )?de sesiones", re.IGNORECASE),
    re.compile(r"(?:[\w-]+ ){1,5}сессия", re.IGNORECASE),
    re.compile(r"الدورة(?: [^\W\d_]+){1,5}"),
    re.compile(r"第[〇零一二三四五六七八九十百\d]{1,7}届(?:会议|常会|特别会议)"),
)
_CONGRESS = re.compile(r"\d{2,3}(?:st|nd|rd|th) congress", re.IGNORECASE)
_AT_PLACE = re.compile(r"(?P<place>[^\W\d_][\w'’. -]{1,40}), ?(?:du |del? )?\d{1,2}\b.*\d{4}")
_STAGE = re.compile(
    r"\(?(?P<stage>as (?:initiated|introduced|amended|passed|reported|adopted|enacted)\b.{0,80}?)"
    r"\)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:draft (?:text|agreement|treaty|convention|protocol|articles?|resolution)|zero draft|"
    r"revised draft|negotiating (?:document|text)|advance,? unedited|final text|initialled|"
    r"counter-?draft|(?:avant-)?projet d(?:e|u|’accord)|texte (?:adopté|révisé)|"
    r"document de négociation|"
    r"proyecto de|anteproyecto|borrador|texto (?:aprobado|refundido|revisado)|propuesta|"
    r"проект (?:конвенции|текста|соглашения|протокола)|مشروع)\b|"
    r"(?:公约|条约|协定|议定书|案文|决议)草案",
    re.IGNORECASE,
)
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "russian": "ru",
    "русский": "ru",
    "arabic": "ar",
    "عربي": "ar",
    "chinese": "zh",
    "中文": "zh",
}
_NEAR_TOP = 25
_LONGEST_NAME = 90


def date_of(front: Front, symbol: Symbol | None) -> tuple[Told, str] | None:
    """The date (ISO 8601) that a document bears, and how it is printed."""
    ways = [_adopted(front, symbol), _masthead(front), _enacting(front, symbol)]
    for found in (*ways, _only(front.head), _only(front.tail)):
        if found is not None:
            line, printed = found
            return told(printed.iso, line), _tidy(line.text[printed.start : printed.end])
    return None


def dates_perhaps(front: Front) -> Iterator[Told]:
    """Dates on the first page and in the last lines that may be the document's, each once."""
    seen = set()
    for line in (*front.first[:_NEAR_TOP], *front.tail):
        for printed in dates(line.text) if len(line.text) <= 200 else ():
            if printed.iso not in seen:
                seen.add(printed.iso)
                yield told(printed.iso, line)


def language_on(front: Front) -> Told | None:
    """The language that a masthead names, between the date and the original language."""
    start = _distr(front)
    for line in front.first[start : start + 7] if start is not None else ():
        code = _LANGUAGES.get(line.text.lower())
        if code:
            return told(code, line)
    return None


def session_of(front: Front) -> Told | None:
    """The session, as printed; of the Congress, with its number."""
    congress = next((line for line in front.first if _CONGRESS.fullmatch(line.text)), None)
    for line in front.first[:_NEAR_TOP]:
        if any(pattern.fullmatch(line.text) for pattern in _SESSIONS):
            if congress is None:
                return told(_tidy(line.text), line)
            return told(f"{_tidy(congress.text)}, {_tidy(line.text)}", congress, line)
    return None


def place_of(front: Front) -> Told | None:
    """The place that stands before the days of a session, or before the date."""
    for line in front.first[:_NEAR_TOP]:
        found = _AT_PLACE.fullmatch(line.text)
        if found and (dates(line.text) or re.search(r"[–—-]", line.text)):
            return told(found["place"], line)
    return None


def name_of(front: Front, symbol: Symbol | None) -> Told | None:
    """What the draft is called: its stage, or a line that says what kind of draft it is."""
    if symbol is not None and symbol.stage is not None:
        return symbol.stage
    for line in front.first[:_NEAR_TOP]:
        found = _STAGE.fullmatch(line.text)
        if found:
            return told(found["stage"][0].upper() + found["stage"][1:], line)
    for line in front.first[:_NEAR_TOP]:
        if len(line.text) <= _LONGEST_NAME and _NAMED.search(line.text):
            return told(re.sub(r"\s*\[\d+\]$", "", line.text), line)
    return None


def _distr(front: Front) -> int | None:
    """Where a masthead says how widely the document is distributed."""
    for place, line in enumerate(front.first[:_NEAR_TOP]):
        if len(line.text) <= 40 and _DISTR.match(line.text):
            return place
    return None


Found = tuple[PageLine, Printed]


def _masthead(front: Front) -> Found | None:
    start = _distr(front)
    return _first(front.first[start : start + 7]) if start is not None else None


def _adopted(front: Front, symbol: Symbol | None) -> Found | None:
    """A resolution bears the day of its adoption, and that of its distribution."""
    if symbol is None or "/RES/" not in symbol.symbol.value:
        return None
    lines = front.first[: 2 * _NEAR_TOP]
    for place, line in enumerate(lines):
        if len(line.text) <= 120 and _ADOPTED.search(line.text):
            for near in lines[place : place + 2]:
                found = dates(near.text)
                if len(found) == 1 and found[0].sure:
                    return near, found[0]
    return None


def _enacting(front: Front, symbol: Symbol | None) -> Found | None:
    """A bill of the Congress lists what was done with it, day by day: the last day is its own."""
    if symbol is None or symbol.house != "us":
        return None
    days = [found for line in front.first if (found := _alone(line))]
    if days:
        return days[-1]
    for line in front.every:
        printed = dates(line.text) if _PASSED.fullmatch(line.text) else ()
        if len(printed) == 1:
            return line, printed[0]
    return None


def _first(lines: Iterable[PageLine]) -> Found | None:
    return next((found for line in lines if (found := _alone(line))), None)


def _only(lines: Iterable[PageLine]) -> Found | None:
    """The one date that has a line for itself, perhaps on several lines."""
    found = [one for line in lines if (one := _alone(line))]
    return found[0] if len({printed.iso for _, printed in found}) == 1 else None


def _alone(line: PageLine) -> Found | None:
    printed = whole_date(line.text, place=True)
    return (line, printed) if printed is not None and printed.sure else None


def _tidy(text: str) -> str:
    """Words set in capitals as words: `1ST SESSION` as `1st Session`."""
    return " ".join(word.capitalize() if word.isupper() else word for word in text.split())
