"""What is found between pairs of drafts does not depend on what computes it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

import pytest

from tests.store.helpers import draft
from tracker.align import align
from tracker.pipeline.between import Rounds, between

VERBS = ("shall", "may", "should", "shall endeavour to", "must", "shall", "may not")


@pytest.fixture(scope="module")
def rounds() -> Rounds:
    """Seven rounds, 21 pairs, of two articles of which one changes in each."""
    drafts = [
        draft(
            f"B/{n}",
            f"203{n}-01-01",
            (
                ("Article 1", "Bells", (f"Each keeper {verb} ring the bell in fog.",)),
                ("Article 2", "Lamps", ("Each keeper shall trim the lamp under article 1.",)),
            ),
        )
        for n, verb in enumerate(VERBS)
    ]
    alignments = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    return Rounds.of(drafts, alignments)


def test_processes_or_not(rounds: Rounds) -> None:
    alone = between(rounds, None)()
    with ThreadPoolExecutor(2) as executor:
        assert between(rounds, executor)() == alone
    symbols = [one.symbol for one in rounds.drafts]
    assert [one.pair for one in alone] == list(combinations(symbols, 2))
    kinds = {one.pair: [found.kind for found in one.findings] for one in alone}
    assert kinds["B/0", "B/1"] == ["force"]
    assert kinds["B/0", "B/5"] == []


def test_an_error_in_another_process_is_not_lost(rounds: Rounds) -> None:
    broken = Rounds(rounds.drafts, {}, rounds.threads)
    with ThreadPoolExecutor(2) as executor, pytest.raises(KeyError):
        between(broken, executor)()
