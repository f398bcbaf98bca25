"""Paragraphs that every article repeats: told apart by where they stand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.align.test_flow import BELL, BOAT, BOOK, COAT, DUES, FEES, GULL, LAMP, ROPE, WINE
from tests.drafts import outline
from tracker.align import align
from tracker.model import Draft

MATTERS = (LAMP, BELL, DUES, GULL, ROPE, WINE, COAT, BOAT, FEES, BOOK)
SAVINGS = {
    "the same words": "Nothing in this rule prejudices what islanders may do under older charters.",
    "its own number": "Nothing in Article {n} prejudices what islanders may do under charters.",
}


def _draft(matters: Sequence[int], saving: str, symbol: str) -> Draft:
    rows = []
    for n, matter in enumerate(matters, 1):
        rows += [
            f"art_{n} | Article {n} | |",
            f"  art_{n}__para_1 | 1. | | {MATTERS[matter]}",
            f"  art_{n}__para_2 | 2. | | {saving.format(n=n)}",
        ]
    return outline("\n".join(rows), symbol=symbol)


@pytest.mark.parametrize("saving", SAVINGS.values(), ids=SAVINGS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(range(5), range(1, 5), id="few, the first dropped"),
        pytest.param(range(10), range(1, 10), id="many, the first dropped"),
        pytest.param(range(10), (0, 1, 3, 4, 5, 6, 7, 8, 9, 2), id="many, the third now the last"),
    ],
)
def test_each_stays_with_its_article(
    before: Sequence[int], after: Sequence[int], saving: str
) -> None:
    made = align(_draft(before, saving, "A/1"), _draft(after, saving, "A/2"))
    number = {matter: n for n, matter in enumerate(after, 1)}
    wanted = {
        (f"art_{n}{inner}", f"art_{number[matter]}{inner}")
        for n, matter in enumerate(before, 1)
        for inner in ("", "__para_1", "__para_2")
        if matter in number
    }
    assert {(x.old, x.new) for x in made.links if x.old and x.new} == wanted
    same = (x.evidence for x in made.links if (x.new or "").endswith("para_2"))
    number_counts = "{n}" in saving
    assert not number_counts or any("the words are nearly the same" in said for said in same)
