"""Dates as documents print them."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.dates import MONTHS, Printed, dates, whole_date

READ = {
    "English": ("7 November 2023", "2023-11-07"),
    "English, ordinal": ("17th April, 2014", "2014-04-17"),
    "English, in capitals": ("MARCH 18, 2021", "2021-03-18"),
    "English, month first": ("June 1st, 1951", "1951-06-01"),
    "English, short": ("4 Sept. 2020", "2020-09-04"),
    "French": ("1er août 2023", "2023-08-01"),
    "French, no accent": ("3 fevrier 1999", "1999-02-03"),
    "Spanish": ("7 de noviembre de 2023", "2023-11-07"),
    "Spanish, with an article": ("9 de mayo del 2001", "2001-05-09"),
    "Russian": ("7 ноября 2023 года", "2023-11-07"),
    "Arabic": ("7 نوفمبر 2023", "2023-11-07"),
    "Arabic, both names": ("7 تشرين الثاني/نوفمبر 2023", "2023-11-07"),
    "Arabic, own digits": ("٧ أيار ٢٠٢١", "2021-05-07"),
    "Chinese": ("2023年11月7日", "2023-11-07"),
    "Chinese, in characters": ("二〇二三年十一月二十七日", "2023-11-27"),
    "ISO": ("2024-08-08", "2024-08-08"),
    "with dots": ("25.1.2012", "2012-01-25"),
    "with strokes, in one way only": ("25/1/2012", "2012-01-25"),
    "over two spaces": ("7  May\u00a02020", "2020-05-07"),
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_a_date_is_read(text: str, expected: str) -> None:
    assert dates(f"x {text} y") == (Printed(2, 2 + len(dates_text(text)), expected),)


def dates_text(text: str) -> str:
    """The part that is the date: what says "year" after it is not."""
    return text.removesuffix(" года")


UNSURE = {
    "day or month first": ("04/05/2026", "2026-05-04"),
    "two digits for the year": ("06.10.23", "2023-10-06"),
}


@pytest.mark.parametrize(("text", "expected"), UNSURE.values(), ids=UNSURE)
def test_a_date_with_two_readings(text: str, expected: str) -> None:
    assert [(one.iso, one.sure) for one in dates(text)] == [(expected, False)]
    assert whole_date(text) == Printed(0, len(text), expected, sure=False)


NONE = [
    "30 February 2020",
    "2020-13-01",
    "45.1.2012",
    "Rev. 1.2.3.4",
    "1/2",
    "May 2020",
    "7 Mayor 2020",
]


@pytest.mark.parametrize("text", [*NONE, "12024-08-08", "2024-08-081", "A/1.2.2020/3", "十月"])
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == ()


WHOLE = {
    "itself": ("7 May 2020", True),
    "in brackets": ("(7 May 2020)", True),
    "of": ("of 7 May 2020", True),
    "with a weekday": ("Thursday, 7 May 2020.", True),
    "a place, but none is expected": ("Geneva, 7 May 2020", False),
    "part of a sentence": ("until 7 May 2020", False),
    "two": ("7 May 2020 8 May 2020", False),
    "days of a session": ("24 July-4 August 1995", False),
    "a long line": ("7 May 2020" + " " * 100, False),
}


@pytest.mark.parametrize(("line", "expected"), WHOLE.values(), ids=WHOLE)
def test_whether_a_line_is_a_date(line: str, expected: bool) -> None:
    assert (whole_date(line) is not None) is expected


PLACES = {
    "Brussels, 25.1.2012": True,
    "Genève, le 7 mai 2021": True,
    "Draft, Washington, 12 July 1951": True,
    "New York, 24 July-4 August 1995": False,
    "Considering the text of the law, and what came of it, 7 May 2020": False,
}


@pytest.mark.parametrize(("line", "expected"), PLACES.items(), ids=str)
def test_a_place_may_stand_before(line: str, expected: bool) -> None:
    assert (whole_date(line, place=True) is not None) is expected


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_every_month_has_its_number(day: date, name: str) -> None:
    found = dates(f"{day.day} {name} {day.year:04}")
    try:
        expected = [day.replace(month=MONTHS[name]).isoformat()]
    except ValueError:
        expected = []
    assert [one.iso for one in found] == expected


@pytest.mark.parametrize(
    "text", [" " * 50_000 + "x", "1 " * 25_000, "1 de " * 10_000, "〇" * 50_000, "1." * 25_000]
)
def test_a_hostile_text_takes_no_time(text: str) -> None:
    started = time.monotonic()
    dates(text)
    whole_date(text, place=True)
    assert time.monotonic() - started < 1
