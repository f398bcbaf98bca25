"""One text with its changes in place: without what came it is the older draft, without what went
the newer, word for word and for any drafts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.drafts import outline
from tests.export.made import compared, draft_row, provision_rows, revisions
from tracker.export.notice import warnings
from tracker.export.order import Pair, in_both_orders
from tracker.export.pieces import words, words_of
from tracker.export.redline import Block, redline
from tracker.model import Draft

OLD = """
    art_1 | Article 1 | Purpose | The purpose of this Treaty is to keep lunar craters quiet and open.
    art_2 | Article 2 | Lamps | Each lamp shall burn from dusk until dawn unless the fog has lifted. Keepers of the lamps are paid in silver at the end of every month.
    art_3 | Article 3 | Bells | Bells ring at the mouth of the harbour whenever a ship is expected home.
    art_4 | Article 4 | Ropes | No rope shall be cut that holds a boat of another person.
    art_5 | Article 5 | Fees | Fees are paid before the boat is made fast to the pier.
"""
NEW = """
    art_1 | Article 1 | Fees | Fees are paid before the boat is made fast to the pier.
    art_2 | Article 2 | Purpose | The purpose of this Treaty is to keep lunar craters dark and open.
    art_3 | Article 3 | Lamps | Each lamp shall burn from dusk until dawn unless the fog has lifted.
    art_4 | Article 4 | Keepers | Keepers of the lamps are paid in silver at the end of every month.
    art_5 | Article 5 | Bells | Bells ring at the mouth of the harbour whenever a ship is expected home.
    art_6 | Article 6 | Oars | Oars are painted white by whoever lends them to a guest.
"""


def blocks() -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for one in redline(compared(_draft(OLD, "T/1"), _draft(NEW, "T/2")).page):
        found.setdefault(one.label, []).append(one)
    return found


def _draft(text: str, symbol: str) -> Draft:
    return outline(text, symbol=symbol, negotiation="harbour")


def test_what_moved_stands_at_both_places() -> None:
    here, there = (one for one in redline(compared(_draft(OLD, "T/1"), _draft(NEW, "T/2")).page)
                   if one.move)  # fmt: skip
    assert {here.paragraphs[-1].end, there.paragraphs[-1].end} == {"insert", "delete"}
    assert here.move == there.move
    note = "Article 5 of T/1 became Article 1 of T/2."
    assert note in " ".join(here.notes)
    assert note in " ".join(there.notes)
    moved = [piece.text for one in here.paragraphs for piece in one.pieces if piece.moved]
    assert "Fees are paid before the boat is made fast to the pier." in moved


def test_labels() -> None:
    found = blocks()
    assert [one.name for one in found["New"]] == ["Article 6"]
    assert [one.name for one in found["No longer there"]] == ["Article 4"]
    assert "Article 5" in [one.name for one in found["Renumbered"]]


@pytest.mark.parametrize(
    ("side", "label", "note"),
    [("new", "Not covered", "may or may not be gone"), ("old", "Not in the older document", "new")],
)
def test_a_partial_document_deletes_nothing(side: str, label: str, note: str) -> None:
    old, new = _draft(OLD, "T/1"), _draft(NEW, "T/2")
    if side == "new":
        new = replace(new, partial=True)
    else:
        old = replace(old, partial=True)
    found = [one for one in redline(compared(old, new).page) if one.label == label]
    assert found
    assert all(note in " ".join(one.notes) for one in found)
    told = warnings(compared(old, new).negotiation, [draft_row(old, 1), draft_row(new, 2)])
    assert "covers only part of the text" in " ".join(told)


@given(revisions())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_both_texts_word_for_word(both: tuple[Draft, Draft]) -> None:
    old, new = both
    made = redline(compared(old, new).page)
    paragraphs = [one for block in made for one in block.paragraphs]
    assert words(paragraphs, "delete") == words_of(provision_rows(old))
    assert words(paragraphs, "insert") == words_of(provision_rows(new))
    moves = [one.move for one in made if one.move]
    assert sorted(moves) == sorted([*set(moves)] * 2), "both ends of a move are there"


@pytest.mark.parametrize(
    ("pairs", "kept"),
    [
        ([], ""),
        ([("a", 0, 0, 1), ("b", 1, 1, 1)], "ab"),
        ([("a", 0, 1, 5), ("b", 1, 0, 3)], "a"),
        ([("a", 0, 2, 5), ("b", 1, 0, 3), ("c", 2, 1, 3)], "bc"),
        ([("a", 3, 0, 4), ("b", 0, 1, 1), ("c", 1, 2, 1), ("d", 2, 3, 1)], "a"),
    ],
    ids=["none", "in-order", "heavier-stays", "two-outweigh-one", "heaviest-alone"],
)
def test_what_stays_in_its_place(pairs: list[tuple[str, int, int, int]], kept: str) -> None:
    given_pairs = [
        Pair(old, old + 1, new, new + 1, weight, name) for name, old, new, weight in pairs
    ]
    assert "".join(one.what for one in in_both_orders(given_pairs)) == kept
