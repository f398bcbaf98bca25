"""Texts made to be slow: seconds at most, and what was not looked at is said."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.uptake.lamps import asked, drafts
from tracker.model import Draft, Provision
from tracker.uptake import uptake

SECONDS = 10.0
"""Ten times what it takes on an idle machine."""

BLOCK = "The keeper shall light the lamp before dusk and note the hour in the book kept for it. "
RANDOM = random.Random(3)
NOISE = "".join(RANDOM.choice("abcdef ghij.,") for _ in range(20_000))
FEW = " ".join(RANDOM.choice(("oil", "of", "lamp")) for _ in range(20_000))


def pair(texts: Sequence[str]) -> tuple[Draft, Draft]:
    first, second, _ = drafts()
    provisions = tuple(Provision(f"art_{n}", "article", text=t) for n, t in enumerate(texts, 1))
    return first, replace(second, provisions=provisions)


@pytest.mark.parametrize(
    ("texts", "proposed", "coarse"),
    [
        pytest.param([BLOCK * 2000], BLOCK * 2000, True, id="one block repeated"),
        pytest.param([BLOCK] * 2000, BLOCK * 2000, True, id="in as many provisions"),
        pytest.param([NOISE], NOISE, False, id="random characters"),
        pytest.param([FEW], FEW[5000:] + FEW[:5000], True, id="three words"),
        pytest.param([" " * 50_000 + "x"], " " * 50_000 + "x", False, id="blanks"),
        pytest.param(["x" * 500_000], "x" * 500_000, False, id="one word"),
        pytest.param(["国" * 20_000], "国" * 20_000, True, id="one character"),
        pytest.param(["-".join("a" * 20_000)], "-".join("b" * 20_000), False, id="hyphens"),
    ],
)
def test_it_takes_seconds(texts: list[str], proposed: str, coarse: bool) -> None:
    there = pair(texts)
    start = time.perf_counter()
    found = uptake([asked(proposed), asked("", proposed, id="q")], there)
    assert time.perf_counter() - start < SECONDS
    assert all(match.coarse is coarse for match in found if match.kind != "deletion")


def test_usual_phrases_are_no_repetition() -> None:
    usual = [f"The keeper of the lamp shall count {n} gulls on quay {n}." for n in range(50)]
    entered = "The keeper of the lamp shall salute herring barges with a brass horn at dawn."
    (match,) = uptake([asked(entered)], pair([*usual, entered]))
    assert match.coarse is False


def test_a_thousand_proposals_of_one_line() -> None:
    there = pair([f"{BLOCK} {n}" for n in range(300)])
    start = time.perf_counter()
    uptake([asked(BLOCK, id=str(n)) for n in range(1000)], there)
    assert time.perf_counter() - start < SECONDS


def test_a_proposal_that_quotes_the_new_draft_ten_times() -> None:
    words = [f"{RANDOM.choice('bdfgklmnprst')}{RANDOM.choice('aeiou')}{n:x}" for n in range(3000)]
    texts = [" ".join(RANDOM.choices(words, k=60)) for _ in range(400)]
    there = pair(texts)
    start = time.perf_counter()
    found = uptake([asked("\n".join(texts) * 10)], there)
    assert time.perf_counter() - start < 2 * SECONDS
    assert {match.eid for match in found} == {f"art_{n}" for n in range(1, 401)}
