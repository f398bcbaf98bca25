"""The amounts of an article that was written anew: told side by side, and only where they are."""

from __future__ import annotations

import pytest

from tests.findings.made import kinds, said_of, told

HEAD = """
art_1 | Article 1 | Fines for dark lamps |
  art_1__para_1 | 1. | | Each harbour council punishes keepers under this article and hears them before.
"""
OLD = f"""{HEAD}  art_1__para_2 | 2. | | A fine of up to 250 EUR, or 0,5 % of the yearly dues, is imposed on a keeper who \
leaves the letters of the port without an answer.
"""
NEW = f"""{HEAD}  art_1__para_2 | 7. | | Breaking the rules on oil, wicks, ladders, visitors, dogs and boats costs whoever \
does it 20 000 EUR or 4 % of what the tower took in the year before, as a penalty.
"""

SILENT = {
    "the same amounts": OLD.replace("A fine", "Another fine"),
    "no amount any more": NEW.replace("20 000 EUR or 4 % of what the tower took", "what it took"),
    "other measures": NEW.replace("20 000 EUR or 4 %", "90 days"),
    "only a new paragraph": OLD
    + NEW.removeprefix(HEAD).replace("art_1__para_2 | 7", "art_1__para_7 | 7"),
}


def test_both_lists_of_amounts() -> None:
    """Neither paragraph became the other: alone they would read as if fines were abolished."""
    found = told(OLD, NEW)
    assert ("penalty", "art_1") in kinds(found)
    said = said_of(found, "art_1")
    assert (
        "names other amounts where it was rewritten: “250 EUR” and “0,5 %” before, “20 000 EUR” and “4 %” now"
        in said
    )


def test_outside_of_sanctions_they_are_numbers() -> None:
    """The same where nobody is punished."""
    old, new = (
        text.replace("A fine", "A fee").replace(", as a penalty", "") for text in (OLD, NEW)
    )
    old, new = (text.replace("punishes keepers", "pays keepers") for text in (old, new))
    old, new = (text.replace("Fines for", "Money for") for text in (old, new))
    assert ("threshold", "art_1") in kinds(told(old, new))


@pytest.mark.parametrize("new", SILENT.values(), ids=SILENT)
def test_nothing_is_told(new: str) -> None:
    assert not [one for one in told(OLD, new) if "names other amounts" in one.sentence]
