"""Texts changed by the project's own mutations: links that are known from the changes."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from tracker.align import align
from tracker.ingesters import About
from tracker.model import Draft
from tracker.texts import draft_of

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from alignment_mutations import SORTS, Kind, Made, mutate

TEXTS = Path(__file__).resolve().parents[2] / "drafts" / "un-cybercrime" / "texts"


@cache
def _text(name: str) -> Draft:
    """One of the texts written for the project."""
    return draft_of(TEXTS / name, About("made", name, "2031-01-01"))


def _made(seed: int, kind: Kind) -> Made:
    return mutate(_text("a-ac.291-22-rev.2.txt"), [_text("a-75-980.txt")], seed, kind)


@pytest.mark.parametrize("kind", SORTS, ids=lambda kind: kind.name)
def test_the_same_seed_makes_the_same_changes(kind: Kind) -> None:
    made, again = (_made(7, kind) for _ in range(2))
    assert made == again
    assert made != _made(8, kind)


@pytest.mark.parametrize("kind", SORTS[:3], ids=lambda kind: kind.name)
def test_known_links_are_found(kind: Kind) -> None:
    found = right = wanted = 0
    for seed in range(3):
        made = _made(seed, kind)
        edges = {(x.old, x.new) for x in made.edges if x.relation != "optional"}
        spare = {(x.old, x.new) for x in made.edges} - edges
        links = {(x.old, x.new) for x in align(made.old, made.new).links if x.old and x.new}
        wanted += len(edges)
        right += len(edges & links)
        found += len(links - spare)
    least = {"light": 0.98, "rounds": 0.95, "upheaval": 0.85}[kind.name]
    assert 2 * right / (wanted + found) >= least


def test_ends_of_links_are_provisions() -> None:
    made = _made(3, SORTS[2])
    old, new = ({p.eid for p in draft.provisions} for draft in (made.old, made.new))
    assert all(x.old in old and x.new in new for x in made.edges)
    assert {x.relation for x in made.edges} >= {"same", "renumbered", "moved", "split", "merged"}
