"""The measure of word ages: histories whose every word is known, and a count that can be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from tracker.align import align
from tracker.history import Ages, ages, threads
from tracker.ingesters import About
from tracker.model import Draft
from tracker.texts import draft_of

ROOT = Path(__file__).parent.parent
NEEDED = 0.99


@pytest.fixture(autouse=True)
def scripts() -> Iterator[None]:
    """The folder of the measuring scripts on the path, as when one of them is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield


@pytest.fixture(scope="module")
def base() -> Draft:
    path = ROOT / "drafts" / "un-cybercrime" / "texts" / "a-res-79-243.txt"
    return draft_of(path, About("made", "X", "2030-01-01"), "un-resolution")


def _found(drafts: tuple[Draft, ...]) -> Ages:
    aligned = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    return ages(drafts, aligned, threads(drafts, aligned))


@pytest.mark.parametrize("partial", [(), (2,)], ids=["whole documents", "a partial one"])
def test_ages_are_right(base: Draft, partial: tuple[int, ...]) -> None:
    from made_histories import history
    from measure_ages import _judged

    made = history(base, (), 7, 5, partial=partial)
    judged = list(_judged(made, _found(made.drafts), errors=False))
    assert len(judged) > 15_000
    assert sum(entered for entered, _ in judged) / len(judged) >= NEEDED
    assert sum(life for _, life in judged) / len(judged) >= NEEDED


def test_a_history_is_a_true_one(base: Draft) -> None:
    """Each word stands in the rounds that are told of it, and rounds differ in many ways."""
    from made_histories import history

    made = history(base, (), 7, 6)
    assert made == history(base, (), 7, 6)
    lives = [life for at in made.truth for one in at.values() for life in one]
    for at, truth in enumerate(made.truth):
        assert all(at in life for one in truth.values() for life in one)
    back = [life for life in lives if any(b - a > 1 for a, b in pairwise(life))]
    assert back
    assert {life[0] for life in lives} == set(range(6))
    assert len({draft.provisions for draft in made.drafts}) == 6


def test_wrong_ages_are_counted(base: Draft) -> None:
    from made_histories import history
    from measure_ages import _judged

    made = history(base, (), 7, 3)
    found = _found(made.drafts)
    newborn = tuple(
        tuple(
            replace(
                one,
                runs=tuple(replace(r, lives=(replace(r.lives[0], entered=at),)) for r in one.runs),
            )
            for one in draft
        )
        for at, draft in enumerate(found.drafts)
    )
    judged = list(_judged(made, replace(found, drafts=newborn), errors=False))
    right = sum(entered for entered, _ in judged) / len(judged)
    assert right < 0.5
