"""How sure links are: a probability that holds, a floor, words for the evidence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.drafts import outline
from tracker.align import SURE, align
from tracker.align.confidence import NAMES, WEIGHTS, probability
from tracker.align.engine import FLOOR

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from bench_align_sure import said


def test_every_weight_has_a_name() -> None:
    assert len(NAMES) == len(WEIGHTS) == len(set(NAMES))


def test_more_evidence_is_more_sure() -> None:
    nothing = [1.0, *(0.0 for _ in NAMES[1:])]
    for name in ("words", "words by worth", "in order", "captions alike", "same number"):
        more = list(nothing)
        more[NAMES.index(name)] = 1.0
        assert probability(tuple(more)) > probability(tuple(nothing)), name


def test_nothing_below_the_floor_is_claimed() -> None:
    old = outline("art_1 | Article 1 | Lamps | Every tower carries a lamp of brass and glass.")
    new = outline(
        "art_1 | Article 1 | Whales | Whoever meets a whale dips the flag twice and bows low.",
        symbol="A/2",
    )
    links = align(old, new).links
    assert [(x.old, x.new, x.relation) for x in links] == [
        (None, "art_1", "inserted"),
        ("art_1", None, "deleted"),
    ]
    assert FLOOR < SURE


def test_the_evidence_is_told_in_words() -> None:
    text = "art_1 | Article 1 | Lamps | Every tower carries a lamp of brass and glass."
    (link,) = align(outline(text), outline(text, symbol="A/2")).links
    assert link.score >= 0.9
    assert set(link.evidence) >= {"the words are the same", "same heading", "same number"}


@pytest.mark.shared
@pytest.mark.parametrize("tier", ["synthetic", "official"])
def test_of_links_said_to_be_so_sure_so_many_are_right(shared_eval: Path, tier: str) -> None:
    """The synthetic sets were not used to fit the weights."""
    links = list(said(shared_eval, tier))
    assert len(links) > 700
    for low, high in ((0.4, 0.7), (0.7, 0.9), (0.9, 1.01)):
        here = [(score, right) for score, right in links if low <= score < high]
        mean = sum(score for score, _ in here) / max(1, len(here))
        right = sum(known for _, known in here) / max(1, len(here))
        assert not here or right >= mean - 0.05, (low, len(here), mean, right)
