"""The cells of the grid: what is called new or back, by what came before."""

from __future__ import annotations

import pytest

from tracker.store.records import GridCell
from web.negotiations import _cells


def cell(function: str) -> GridCell:
    return GridCell(
        provision_id="p",
        address="a",
        number="Article 1",
        heading="",
        legal_function=function,
        relation="same",
        certain=True,
        rounds_missed=0,
        changed_words=0,
    )


CASES: dict[str, tuple[list[str | None], list[bool], list[bool]]] = {
    "another job": (["offence", "sanction"], [False, True], [False, False]),
    "the same again behind one that could not be told": (
        ["offence", "other", "offence"],
        [False, False, False],
        [False, False, False],
    ),
    "another behind one that could not be told": (
        ["offence", "unclear", "sanction"],
        [False, False, True],
        [False, False, False],
    ),
    "told for the first time": (["other", "offence"], [False, False], [False, False]),
    "back, though its job was never told": (
        ["other", None, "other"],
        [False, False],
        [False, True],
    ),
}


@pytest.mark.parametrize(("functions", "turned", "returned"), CASES.values(), ids=CASES)
def test_cells(functions: list[str | None], turned: list[bool], returned: list[bool]) -> None:
    columns = [[cell(one)] if one is not None else [] for one in functions]
    found = [one for column in _cells(columns, [False] * len(columns)) for one in column]
    assert [one.function_changed for one in found] == turned
    assert [one.returned for one in found] == returned
