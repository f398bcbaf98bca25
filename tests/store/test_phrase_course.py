"""A phrase in an article's heading and in a paragraph: what comes with the article and what alone."""

from __future__ import annotations

from pathlib import Path

from tests.drafts import outline
from tracker import pipeline
from tracker.model import Negotiation
from tracker.store import Library, open_database
from tracker.store.phrase import Question

BELLS = """
art_2 | Article 2 | Bells |
  art_2__para_1 | 1. | | The bell is rung in fog by the children of the guild until it clears.
"""
LIGHTS = """
art_1 | Article 1 | Lights{} |
  art_1__para_1 | 1. | | The keeper puts the light of the tower{} out at dawn and cleans the glass.
"""
FELT = "  art_1__para_2 | 2. | | Visitors of the tower wear felt shoes and leave umbrellas at the door.\n"
WITH = (" and beacons", " and of beacons")


def arrivals(path: Path, *texts: str) -> list[int]:
    """In how many provisions “beacons” came in with each draft."""
    with open_database(path) as store:
        store.put_negotiation(Negotiation("towers", "Treaty"))
        for n, text in enumerate(texts, 1):
            draft = outline(
                text.strip("\n") + BELLS.rstrip("\n"),
                symbol=f"T/{n}",
                date=f"203{n}-01-01",
                negotiation="towers",
            )
            pipeline.add(store, draft, path.parent)
    with Library(path) as library:
        return [one.came for one in library.phrase("towers", "en", Question("beacons")).counts]


def test_a_paragraph_beside_others_comes_in_by_itself(tmp_path: Path) -> None:
    """That it is the only one in the last draft says nothing of the round in which it came."""
    before, new = LIGHTS.format("", "") + FELT, LIGHTS.format(*WITH)
    assert arrivals(tmp_path / "x.db", before, new + FELT, new) == [0, 2, 0]


def test_the_only_paragraph_comes_in_with_its_article(tmp_path: Path) -> None:
    before, new = LIGHTS.format("", ""), LIGHTS.format(*WITH)
    assert arrivals(tmp_path / "x.db", before, new, new) == [0, 1, 0]
