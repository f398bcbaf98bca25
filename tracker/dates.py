"""Dates as documents print them, in the six languages of the United Nations.

In: text. Out: the dates in it as ISO 8601, each with where it stands and whether it can be read in
one way only: `04/05/26` cannot. Months in words, Chinese year-month-day, ISO dates and numbers with
dots (day first, as in the European Union's documents) are understood; other calendars are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# The months in order; Arabic has two sets of names, which the UN prints side by side.
_MONTHS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr - jun jul aug sep oct nov dec",
    "- - - - - - - - sept - - -",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "- fevrier - - - - - aout - - - decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "- - - - - - - - setiembre - - -",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "- - - إبريل - يونيو يوليو - - - - -",
    "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
)
MONTHS = {
    name.replace("_", " "): number
    for line in _MONTHS
    for number, name in enumerate(line.split(), 1)
    if name != "-"
}
"""The number of each month by its name in small letters."""

_NAME = "|".join(
    re.escape(name).replace(r"\ ", r"\s{1,3}")
    for name in sorted(MONTHS, key=lambda name: (-len(name), name))
)
_MONTH = rf"(?P<month>{_NAME})\b\.?(?:\s?/\s?(?:{_NAME})\b)?"
_GAP = r"[\s,]{1,3}"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_HAN = "〇○零一二三四五六七八九十"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 7 November 2023, 17th April, 2014, 1er août 2023, 7 de noviembre de 2023, 7 ноября 2023
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|º|\.)?{_GAP}(?:(?:de|of)\s)?{_MONTH}{_GAP}(?:del?\s)?{_YEAR}",
        # March 18, 2021
        rf"(?<!\w){_MONTH}\s{{1,3}}{_DAY}(?:st|nd|rd|th)?{_GAP}{_YEAR}",
        # 2023年11月7日, 二〇二三年十一月七日
        rf"(?P<year>\d{{4}}|[{_HAN}]{{4}})\s?年\s?(?P<month>\d{{1,2}}|[{_HAN}]{{1,3}})\s?月\s?"
        rf"(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})\s?[日号]",
        # 2024-08-08
        r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        # 25.1.2012, 06.10.23, 04/05/2026
        r"(?<![\d./])(?P<day>\d{1,2})(?P<mark>[./])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})"
        r"(?![\d/]|\.\d)",
    )
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo"
)
# What may stand around a date that has a line for itself.
_BEFORE = re.compile(
    rf"(?:[([]|\b(?:{'|'.join(_WEEKDAYS.split())})\b|\b(?:of|du|le|de|el|on|от|vom)\b|[\s,])*", re.I
)
_AFTER = re.compile(r"(?:г\.|года|\.|,|;|[)\]]|\s)*")
# Washington; Draft, Washington: a few words each, not the beginning of a sentence.
_PLACE = re.compile(r"(?:[^\W\d_][\w'’.()-]{0,30}(?: [\w'’.()-]{1,30}){0,3},[ \t]*){1,2}")


@dataclass(frozen=True, slots=True)
class Printed:
    """A date at `text[start:end]`; `iso` is how it is read, `sure` that it has no other reading."""

    start: int
    end: int
    iso: str
    sure: bool = True


def dates(text: str) -> tuple[Printed, ...]:
    """The dates in a text, in its order.

    >>> [(d.iso, d.sure) for d in dates("on 1er août 2023, 2023年8月2日 or 04/05/26")]
    [('2023-08-01', True), ('2023-08-02', True), ('2026-05-04', False)]
    """
    found: dict[int, Printed] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            read = _read(match)
            if read is not None:
                found.setdefault(match.start(), read)
    return tuple(found[start] for start in sorted(found))


def whole_date(line: str, *, place: bool = False) -> Printed | None:
    """The date if the line holds nothing else but what belongs to a date.

    Args:
        place: where it was written may stand before it, as in `Brussels, 25.1.2012`.

    >>> whole_date("of 27 April 2016").iso, whole_date("until 27 April 2016")
    ('2016-04-27', None)
    >>> whole_date("Geneva, le 7 mai 2021", place=True).iso
    '2021-05-07'
    """
    if len(line) > 100:
        return None
    found = dates(line)
    if len(found) != 1:
        return None
    before, after = line[: found[0].start], line[found[0].end :]
    if place and (named := _PLACE.match(before)):
        before = before[named.end() :]
    if _BEFORE.fullmatch(before.strip()) and _AFTER.fullmatch(after):
        return found[0]
    return None


def _read(match: re.Match[str]) -> Printed | None:
    """The date that a match stands for, None if there is no such day."""
    parts = match.groupdict()
    day, year = _number(parts["day"]), _number(parts["year"], digits=True)
    name = " ".join(parts["month"].lower().split())
    month = MONTHS.get(name) or _number(parts["month"])
    sure = True
    if parts.get("mark"):
        short = len(parts["year"]) == 2
        # With strokes, half of the world puts the month first.
        sure = not short and (parts["mark"] == "." or day > 12 or day == month)
        year += 2000 if short else 0
    try:
        return Printed(match.start(), match.end(), date(year, month, day).isoformat(), sure)
    except ValueError:
        return None


def _number(text: str, *, digits: bool = False) -> int:
    """A number in any script's digits, or in Chinese: `十一` is 11; of a year, digit by digit."""
    if text.isdecimal():
        return int(text)
    values = {sign: max(0, place - 2) for place, sign in enumerate(_HAN)}
    if digits:
        return int("".join(str(values[sign]) for sign in text))
    tens, ten, units = text.rpartition("十")
    if not ten:
        return values.get(text, 0)
    return 10 * (values.get(tens, 0) if tens else 1) + (values.get(units, 0) if units else 0)
