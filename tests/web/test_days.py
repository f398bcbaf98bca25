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


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("de", "3. Februar 2030", "Februar 2030"),
        ("es", "3 de febrero de 2030", "febrero de 2030"),
        ("fr", "3 février 2030", "février 2030"),
    ],
)
def test_a_date_in_another_language(tmp_path: Path, language: str, day: str, month: str) -> None:
    with create_app(tmp_path / "none.db", interface=language).test_request_context():
        assert (in_words("2030-02-03"), in_words("2030-02")) == (day, month)
