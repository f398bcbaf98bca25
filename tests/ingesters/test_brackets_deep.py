"""Brackets without end: no more marks than a reader could use, in time that grows with the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import treaty
from tracker.ingesters.marks.brackets import DEEPEST


@pytest.mark.parametrize(
    ("words", "most"),
    [
        pytest.param("[each " * 3_000, DEEPEST, id="never closed"),
        pytest.param("[" * 3_000 + "each" + "]" * 3_000, DEEPEST, id="nested"),
        pytest.param("[each] " * 3_000, 3_000, id="side by side"),
    ],
)
def test_marks_are_bounded(tmp_path: Path, words: str, most: int) -> None:
    made = treaty(tmp_path, f"Article 1\nDuty\n\nThe Parties keep {words} lamp.\n")
    marks = [mark for p in made.provisions for mark in p.marks if mark.kind == "bracket"]
    assert len(marks) == most
    assert sum(mark.end - mark.start for mark in marks) <= DEEPEST * len(words)


def test_what_follows_a_deep_nest_is_right(tmp_path: Path) -> None:
    deep = "[" * (DEEPEST + 5) + "each" + "]" * (DEEPEST + 5)
    made = treaty(tmp_path, f"Article 1\nDuty\n\nThe Parties keep {deep} lamp [and oil].\n")
    (holder,) = [p for p in made.provisions if p.marks]
    words = [holder.text[m.start : m.end] for m in holder.marks if m.kind == "bracket"]
    assert words[-1] == "[and oil]"
    assert len(words) == DEEPEST + 1
