"""Plain text: pages, lines, gaps, indents, and the letters it may be written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.read.text import read_text, unwrapped

LONG = "Each Party shall do what it has promised, and shall say so in its report. " * 4


def test_lines_of_a_typed_page() -> None:
    text = "Article 1\r\n\r\n\r\n   1.\tEach Party keeps\r\nits promise.\fPage two\n"
    pages, lines = read_text(text.encode(), "a.txt")
    assert pages == ("Article 1\n\n\n   1.\tEach Party keeps\nits promise.", "Page two\n")
    assert [(li.text, li.page, li.start, li.gap, li.left) for li in lines] == [
        ("Article 1", 1, 0, 0.0, 0.0),
        ("1.\tEach Party keeps", 1, 15, 2.0, 0.03),
        ("its promise.", 1, 35, 0.0, 0.0),
        ("Page two", 2, 0, 0.0, 0.0),
    ]
    assert not any(line.block for line in lines)


ENCODINGS = {
    "UTF-8": "Étape 1 – اتفاق".encode(),
    "UTF-8 with its mark": "Étape 1 – اتفاق".encode("utf-8-sig"),
    "UTF-16, little end": b"\xff\xfe" + "Étape 1 – اتفاق".encode("utf-16-le"),
    "UTF-16, big end": b"\xfe\xff" + "Étape 1 – اتفاق".encode("utf-16-be"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS.keys())
def test_encodings(data: bytes) -> None:
    assert read_text(data, "a.txt")[0] == ("Étape 1 – اتفاق",)


WRAPPED = {
    "one line a paragraph": (f"Article 1\n{LONG}\n{LONG}\n", True),
    "set in lines": ("Each Party shall do what it has promised,\n" * 40, False),
    "set in lines, with one long address": ("Each Party shall act.\n" * 90 + "x" * 300, False),
    "nothing": ("", False),
}


@pytest.mark.parametrize(("text", "expected"), WRAPPED.values(), ids=WRAPPED.keys())
def test_unwrapped(text: str, expected: bool) -> None:
    assert unwrapped((text,)) is expected
    assert all(line.block is expected for line in read_text(text.encode(), "a.txt")[1])


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]) | st.sampled_from("\n\r\f\t ")))
def test_every_word_is_in_a_line_and_every_line_on_its_page(text: str) -> None:
    pages, lines = read_text(text.encode(), "a.txt")
    for line in lines:
        assert pages[line.page - 1][line.start : line.start + len(line.text)] == line.text
        assert line.text
    assert " ".join(line.text for line in lines).split() == " ".join(pages).split()
