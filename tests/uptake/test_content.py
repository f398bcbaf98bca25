"""How much of a match is content: words that say something, and numbers that count something."""

from __future__ import annotations

import pytest

from tests.drafts import outline
from tests.uptake.lamps import asked
from tracker.uptake import Match, uptake
from tracker.uptake.engine import FEW
from tracker.uptake.words import words_of

ALARM = (
    "In the case of a broken lamp, the keeper of the harbour shall without delay and, where that "
    "can be done, not later than {} after having become aware of it, notify the broken lamp to the "
    "inspector of towers{}."
)
LADDER = ", on a ladder of polished ebony"


def held(old: str, new: str, proposed: str) -> tuple[Match, ...]:
    """What a draft that says `new` where the one before said `old` has of a proposal."""
    first = outline(f"art_1 | 1 | | {old}", symbol="A/1", date="2030-01-01")
    second = outline(f"art_1 | 1 | | {new}", symbol="A/2", date="2031-01-01")
    found = uptake([asked(proposed, old)], (first, second), limit=1e9)
    return tuple(match for match in found if match.kind != "deletion")


def runs(match: Match, text: str) -> list[str]:
    return [text[run.start : run.end] for run in match.runs]


@pytest.mark.parametrize(
    ("old", "new", "proposed", "found", "firm"),
    [
        pytest.param(
            ("24 hours", ""), ("72 hours", ""), ("72 hours", ""), ["72"], False, id="a number"
        ),
        pytest.param(
            ("24 hours", ""),
            ("72 days", ""),
            ("72 days", ""),
            ["72 days"],
            False,
            id="with its unit",
        ),
        pytest.param(
            ("24 hours", ""),
            ("24 hours", ", or pay 1 234 567 EUR"),
            ("24 hours", ", or pay 1 234 567 EUR"),
            ["or pay 1 234 567 EUR"],
            False,
            id="one number of many digits",
        ),
        pytest.param(
            ("24 hours", ""), ("a week", ""), ("a week", ""), ["week"], False, id="one word"
        ),
        pytest.param(
            ("24 hours", ""),
            ("24 hours", LADDER),
            ("24 hours", LADDER),
            ["on a ladder of polished ebony"],
            True,
            id="three words of content",
        ),
        pytest.param(
            ("24 hours", ""),
            ("24 hours", ", on a ladder of ebony"),
            ("24 hours", ", on a ladder of ebony"),
            ["on a ladder of ebony"],
            False,
            id="two words of content among small ones",
        ),
        pytest.param(
            ("24 hours", ""),
            ("72 hours", ", on a ladder of ebony"),
            ("72 hours", ", on a ladder of ebony"),
            ["72", "on a ladder of ebony"],
            True,
            id="two words and a number",
        ),
    ],
)
def test_a_firm_match_says_enough(
    old: tuple[str, str],
    new: tuple[str, str],
    proposed: tuple[str, str],
    found: list[str],
    firm: bool,
) -> None:
    text = ALARM.format(*new)
    (match,) = held(ALARM.format(*old), text, ALARM.format(*proposed))
    assert runs(match, text) == found
    assert (match.sure, FEW not in match.doubts) == (firm, firm)


def test_a_unit_says_nothing_where_the_numbers_differ() -> None:
    ebony = ", on a ladder of ebony"
    old, new, proposed = (
        ALARM.format(*one)
        for one in (("24 hours", ""), ("72 minutes", ebony), ("48 minutes", ebony))
    )
    (match,) = held(old, new, proposed)
    assert runs(match, new) == ["minutes", "on a ladder of ebony"]
    assert FEW in match.doubts


@pytest.mark.parametrize(
    ("text", "amounts", "units"),
    [
        pytest.param("within 72 hours", ["72"], ["hours"], id="before a unit"),
        pytest.param("ten working days", [], ["working", "days"], id="spelled"),
        pytest.param("a fine of 20 000 000 EUR", ["20", "000", "000"], ["eur"], id="in groups"),
        pytest.param("a fine of 10,000 euros", ["10", "000"], ["euros"], id="with a comma"),
        pytest.param("up to 4 % of the turnover", ["4"], [], id="percent"),
        pytest.param("up to € 500, or less", ["500"], [], id="a sign before"),
        pytest.param("article 5 of that act", [], [], id="an article"),
        pytest.param("in article 5 States Parties shall", [], ["states"], id="a unit beside it"),
        pytest.param("1. States Parties shall", [], [], id="a label"),
        pytest.param("Articles 12 and 13", [], [], id="articles"),
        pytest.param("dans un délai de 72 heures", ["72"], ["heures"], id="French"),
        pytest.param("article 6 pour les enfants", [], [], id="no unit in French"),
        pytest.param("", [], [], id="nothing"),
    ],
)
def test_which_numbers_count_something(text: str, amounts: list[str], units: list[str]) -> None:
    found = words_of(text)
    assert [found.found[n] for n in sorted(found.amounts)] == amounts
    assert [found.found[n] for n in sorted(found.units)] == units
