"""Dates in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from tracker.store import Library
from web import create_app
from web.terms.days import in_words, is_exact, of_draft


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


@pytest.mark.parametrize(
    ("date", "printed", "said", "exact"),
    [
        ("2030-02-03", "", "3 February 2030", True),
        ("2030-02-03", "2030-02-03", "3 February 2030", True),
        ("2030-02-03", "3 February 2030", "3 February 2030", True),
        ("2030-02-03", "early 2030", "early 2030", False),
        ("2030-13", "", "2030-13", True),
    ],
)
def test_a_draft_is_no_more_exact_than_what_is_known(
    app: Flask, library: Library, date: str, printed: str, said: str, exact: bool
) -> None:
    draft = replace(library.drafts("moon")[0], date=date, date_printed=printed)
    with app.test_request_context():
        assert (of_draft(draft), is_exact(draft)) == (said, exact)
