"""Cells of HTML tables stand in the column in which a browser shows them."""

from __future__ import annotations

import time

import pytest

from tracker.errors import ReadError
from tracker.read import html_grid
from tracker.read.html import read_html


def _columns(rows: str) -> dict[str, tuple[int, int]]:
    _, lines = read_html(f"<table>{rows}</table>".encode(), "grid.html")
    return {line.text: line.cell[1:] for line in lines if line.cell}


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        pytest.param(
            "<tr><td>a<td>b<tr><td>c<td>d",
            {"a": (0, 0), "b": (0, 1), "c": (1, 0), "d": (1, 1)},
            id="no spans",
        ),
        pytest.param(
            "<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e",
            {"a": (0, 0), "b": (0, 2), "c": (1, 0), "d": (1, 1), "e": (1, 2)},
            id="a cell that spans columns",
        ),
        pytest.param(
            "<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d",
            {"a": (0, 0), "b": (0, 1), "c": (1, 1), "d": (2, 0)},
            id="a cell that spans rows",
        ),
        pytest.param(
            "<tr><td>a<td rowspan=2 colspan=2>b<td>c<tr><td>d<td>e",
            {"a": (0, 0), "b": (0, 1), "c": (0, 3), "d": (1, 0), "e": (1, 3)},
            id="both",
        ),
        pytest.param(
            "<tr><td rowspan=3>a<td rowspan=2>b<td>c<tr><td>d<tr><td>e",
            {"a": (0, 0), "b": (0, 1), "c": (0, 2), "d": (1, 2), "e": (2, 1)},
            id="several side by side",
        ),
        pytest.param(
            "<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d",
            {"a": (0, 0), "b": (0, 1), "c": (1, 1), "d": (2, 1)},
            id="to the end of the table",
        ),
        pytest.param(
            "<thead><tr><td rowspan=9>a<td>b<tbody><tr><td>c",
            {"a": (0, 0), "b": (0, 1), "c": (1, 0)},
            id="not into the next group of rows",
        ),
        pytest.param(
            "<tr><td rowspan=-3 colspan=-2>a<td>b<tr><td>c",
            {"a": (0, 0), "b": (0, 1), "c": (1, 0)},
            id="spans that mean nothing",
        ),
    ],
)
def test_columns(rows: str, cells: dict[str, tuple[int, int]]) -> None:
    assert _columns(rows) == cells


def test_a_table_of_spanning_cells_is_refused_in_seconds() -> None:
    wide = "<tr>" + "<td rowspan=65000>" * 1000
    start = time.monotonic()
    with pytest.raises(ReadError, match="more cells that span rows than can be read"):
        _columns(wide + "<tr><td>a" * 60_000)
    assert time.monotonic() - start < 30
    assert html_grid.MOST_STEPS < 60_000 * 1000
