"""What is found between pairs of drafts."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.store.helpers import draft
from tracker.align import align
from tracker.diff import changes
from tracker.pipeline.between import Rounds, between
from tracker.references import indexed

VERBS = ("shall", "may", "should", "shall")


@pytest.fixture(scope="module")
def rounds() -> Rounds:
    """Four rounds of two articles of which one changes in each."""
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


def test_all_pairs_in_their_order(rounds: Rounds) -> None:
    found = between(rounds, {})
    symbols = [one.symbol for one in rounds.drafts]
    assert [one.pair for one in found] == list(combinations(symbols, 2))
    kinds = {one.pair: [each.kind for each in one.findings] for one in found}
    assert kinds["B/0", "B/1"] == ["force"]
    assert kinds["B/0", "B/3"] == []
    assert {one.followed for one in found} == {None}


def test_changes_that_are_known_are_not_made_again(rounds: Rounds) -> None:
    pointing = {d.symbol: at for d in rounds.drafts if (at := indexed(d)) is not None}
    made = {
        (a.symbol, b.symbol): changes(a, b, rounds.alignments[a.symbol, b.symbol])
        for a, b in combinations(rounds.drafts, 2)
    }
    known = Rounds(rounds.drafts, rounds.alignments, rounds.threads, made)
    assert between(known, pointing) == between(rounds, pointing)
    nothing = Rounds(rounds.drafts, rounds.alignments, rounds.threads, dict.fromkeys(made, ()))
    assert not any(one.findings for one in between(nothing, pointing))
