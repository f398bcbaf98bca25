"""Words of a sentence stay in it, though they stand in brackets and begin like a remark."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.ingesters.tracing import treaty
from tracker.ingesters.marks.status import SAID


@pytest.mark.parametrize(
    "sentence",
    [
        "The [proposals of the Council] shall bind.",
        "The Parties use the [agreed language] in harbour.",
        "The measures (agreed by the Parties in their yearly meeting) shall hold.",
        "The keepers (reservations by States that signed earlier) stay.",
    ],
)
def test_stays(tmp_path: Path, sentence: str) -> None:
    made = treaty(
        tmp_path, f"Article 1\nDuty\n\n{sentence}\n\nArticle 2\nOil\n\nThe Parties act.\n"
    )
    assert any(p.text == sentence for p in made.provisions)


def test_brackets_of_other_scripts_take_no_time() -> None:
    started = time.process_time()
    for _ in SAID.finditer("【由甲乙】" * 5_000 + "x"):
        pass
    assert time.process_time() - started < 5
