"""Dates in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from web import create_app
from web.days import in_words


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("2030-02-03", "3 February 2030"),
        ("2030-02", "February 2030"),
        ("2030", "2030"),
        ("2030-13", "2030-13"),
        ("2030-02-31", "2030-02-31"),
        ("mid-2030 <b>", "mid-2030 <b>"),
        ("", ""),
    ],
)
def test_a_date_in_words(tmp_path: Path, told: str, said: str) -> None:
    with create_app(tmp_path / "none.db").test_request_context():
        assert in_words(told) == said
