"""The parts of what was split or put together: which of them are only a guess."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tracker.align import engine
from tracker.findings import changed
from tracker.model import Link

SURE, GUESS = 1.0, engine.FLOOR

PARTS = {
    "all sure": ((SURE, SURE), ["Article 6", "Article 7"]),
    "the second a guess": ((SURE, GUESS), ["Article 6", "possibly Article 7"]),
    # The whole sentence says "possibly" then.
    "the first a guess": ((GUESS, SURE), ["Article 6", "Article 7"]),
    "all a guess": ((GUESS, GUESS), ["Article 6", "Article 7"]),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_is_a_guess_is_named_as_one(name: str) -> None:
    scores, said = PARTS[name]
    ends = [("art_5", "art_6"), ("art_5", "art_7")]
    links = {end: Link(*end, "split", score) for end, score in zip(ends, scores, strict=True)}
    ground: Any = SimpleNamespace(links=links)
    named = changed._named(ground, list(zip(ends, ("Article 6", "Article 7"), strict=True)))
    assert named == said
