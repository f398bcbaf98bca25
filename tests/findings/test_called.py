"""What provisions are called in a sentence."""

from __future__ import annotations

import pytest

from tests.drafts import outline
from tracker.findings.called import Called


@pytest.mark.parametrize(
    ("place", "which"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th")),
        *((21, "21st"), (22, "22nd"), (23, "23rd"), (101, "101st"), (111, "111th")),
    ],
)
def test_which_of_its_unnumbered_paragraphs(place: int, which: str) -> None:
    lines = [f"  art_1__para_nn_{n} | | | Bell {n} is rung at dusk." for n in range(1, 113)]
    called = Called(outline("\n".join(["art_1 | Article 1 | Bells |", *lines])))
    assert called[f"art_1__para_nn_{place}"] == f"Article 1, {which} unnumbered paragraph"
