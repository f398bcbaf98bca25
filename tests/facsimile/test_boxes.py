"""Where the words of a passage stand on a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.facsimile.boxes import boxes
from tracker.read import Line


def lines(*rows: tuple[float, float, float]) -> list[Line]:
    """Lines of nine letters: left, top, right; each 0.02 high."""
    return [
        Line("ninechars", 1, 10 * n, left, right, top, top + 0.02)
        for n, (left, top, right) in enumerate(rows)
    ]


PARAGRAPH = ((0.1, 0.1, 0.9), (0.1, 0.13, 0.9), (0.1, 0.16, 0.5))
COLUMNS = ((0.1, 0.1, 0.4), (0.1, 0.13, 0.4), (0.6, 0.1, 0.9), (0.6, 0.13, 0.9))

CASES = {
    "a paragraph is one box": (PARAGRAPH, [(0, 29)], [(0.1, 0.1, 0.9, 0.18)]),
    "one line of it": (PARAGRAPH, [(10, 19)], [(0.1, 0.13, 0.9, 0.15)]),
    "a letter marks its line": (PARAGRAPH, [(14, 15)], [(0.1, 0.13, 0.9, 0.15)]),
    "the end is outside": (PARAGRAPH, [(0, 10)], [(0.1, 0.1, 0.9, 0.12)]),
    "what lies between is left out": (
        PARAGRAPH,
        [(0, 9), (20, 29)],
        [(0.1, 0.1, 0.9, 0.12), (0.1, 0.16, 0.5, 0.18)],
    ),
    "from column to column": (
        COLUMNS,
        [(10, 29)],
        [(0.1, 0.13, 0.4, 0.15), (0.6, 0.1, 0.9, 0.12)],
    ),
    "a wide hole parts": (
        ((0.1, 0.1, 0.9), (0.1, 0.5, 0.9)),
        [(0, 19)],
        [(0.1, 0.1, 0.9, 0.12), (0.1, 0.5, 0.9, 0.52)],
    ),
    "nothing": (PARAGRAPH, [], []),
    "words of another page": (PARAGRAPH, [(500, 600)], []),
}


@pytest.mark.parametrize(("rows", "words", "expected"), CASES.values(), ids=CASES)
def test_boxes(
    rows: tuple[tuple[float, float, float], ...],
    words: list[tuple[int, int]],
    expected: list[tuple[float, float, float, float]],
) -> None:
    found = boxes(lines(*rows), words)
    assert [pytest.approx(tuple(box)) for box in found] == expected


share = st.floats(-0.5, 1.5)


@given(
    st.lists(st.tuples(share, share, share), max_size=12),
    st.lists(st.tuples(st.integers(0, 130), st.integers(0, 130)), max_size=6),
)
def test_each_line_with_words_is_covered_and_all_boxes_are_on_the_page(
    rows: list[tuple[float, float, float]], words: list[tuple[int, int]]
) -> None:
    words = [(min(pair), max(pair)) for pair in words]
    there = lines(*rows)
    found = boxes(there, words)
    for box in found:
        assert 0 <= box.left <= box.right <= 1
        assert 0 <= box.top <= box.bottom <= 1
    for line in there:
        if any(line.start < end and start < line.start + 9 for start, end in words):
            top = min(max(line.top, 0), 1)
            assert any(box.top <= top <= box.bottom for box in found)
    assert (not words) <= (not found)
