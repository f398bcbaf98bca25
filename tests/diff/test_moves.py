"""What moved is told as moved, with the edit inside, and nothing else is."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.strategies import drafts
from tracker.align import align
from tracker.diff import Moved, changes, difference, moves
from tracker.model import Change, Draft, Relation
from tracker.words import count


def change(old: str, new: str, relation: Relation = "same") -> Change:
    found = difference(old, new)
    gone, come = (
        sum(count(h.text) for h in found.hunks if h.operation == operation)
        for operation in ("delete", "insert")
    )
    return Change("a", "a", relation, found.hunks, (), gone, come, found.coarse)


WARDEN = "Complaints about the noise of foghorns go to the port warden in writing."
OTHERS = "The warden hears both sides within ten days. A decision is given in public by noon."
MUSEUM = "School classes enter the old museum without charge on the first Monday of a month."


def told(*given: Change) -> list[tuple[str, str]]:
    def joined(moved: Moved, without: str) -> str:
        return "".join(h.text for h in moved.hunks if h.operation != without)

    return [(joined(m, "insert"), joined(m, "delete")) for m in moves(given)]


def test_a_sentence_moved_inside_a_provision() -> None:
    assert told(change(f"{WARDEN} {OTHERS}", f"{OTHERS} {WARDEN}")) == [(WARDEN, WARDEN)]


def test_the_edit_inside_a_moved_sentence() -> None:
    edited = WARDEN.replace("go to", "may go to")
    (found,) = moves([change(f"{WARDEN} {OTHERS}", f"{OTHERS} {edited}")])
    assert [(h.operation, h.text.strip()) for h in found.hunks if h.operation != "equal"] == [
        ("insert", "may")
    ]


def test_a_short_sentence_moved_whole() -> None:
    short = "Dogs stay outside of the museum."
    assert told(change(f"{short} {MUSEUM}", f"{MUSEUM} {short}")) == [(short, short)]


def test_a_sentence_moved_to_another_provision() -> None:
    one, other = change(f"{OTHERS} {WARDEN}", OTHERS), change(MUSEUM, f"{WARDEN} {MUSEUM}")
    (found,) = moves([one, other])
    assert (found.old.change, found.new.change) == (0, 1)
    assert f"{OTHERS} {WARDEN}"[found.old.start : found.old.end] == WARDEN
    assert f"{WARDEN} {MUSEUM}"[found.new.start : found.new.end] == WARDEN
    assert found.words == count(WARDEN)


def test_a_whole_provision_without_a_link() -> None:
    gone = replace(change(WARDEN, "", "deleted"), new=None)
    come = replace(change("", f"{OTHERS} {WARDEN}", "inserted"), old=None)
    assert told(gone, come) == [(WARDEN, WARDEN)]


def test_the_label_of_an_item_does_not_move_with_it() -> None:
    first, second = (
        "the waters in which fishing with fixed nets is allowed;",
        "the size of the boat;",
    )
    third = "the name and the address of the holder and of the heirs of the boat;"
    old = f"A licence states:\n(a) {third}\n(b) {second}\n(c) {first}"
    new = f"A licence states:\n(a) {first}\n(b) {third}\n(c) {second}"
    assert told(change(old, new)) == [(first, first)]


NOT_MOVED = {
    "a few words used again": (
        "He reports to the port warden in writing. Nobody sleeps in the tower at all.",
        "Nobody sleeps in the tower at all. They write to the port warden in writing.",
    ),
    "a phrase of two long sentences": (
        "In the case of a storm that comes up within an hour of the sailing of any ship each"
        " master shall return. Gulls are fed on Sundays.",
        "Gulls are fed on Sundays. Wages are paid on the day of the sailing of any ship each and"
        " every week of the year to all hands who ask for them at the office.",
    ),
    "what is rewritten where it stands": (WARDEN, f"Nothing more. {OTHERS}"),
    "nothing": (WARDEN, WARDEN),
}


@pytest.mark.parametrize(("old", "new"), NOT_MOVED.values(), ids=NOT_MOVED.keys())
def test_not_moved(old: str, new: str) -> None:
    assert told(change(old, new)) == []


def test_boilerplate_that_goes_and_comes_in_many_places_did_not_move() -> None:
    gone = [change(f"{WARDEN} {OTHERS}", OTHERS), change(f"{WARDEN} {MUSEUM}", MUSEUM)]
    come = [change("Gulls fly.", f"Gulls fly. {WARDEN}"), change("Lamps.", f"Lamps. {WARDEN}")]
    assert told(*gone, *come) == []
    assert told(gone[0], come[0]) == [(WARDEN, WARDEN)]


@given(drafts(), drafts())
@settings(max_examples=40)
def test_passages_lie_in_what_was_deleted_and_inserted(old: Draft, new: Draft) -> None:
    new = replace(new, negotiation=old.negotiation, symbol="newer")
    found = changes(old, new, align(old, new))
    for moved in moves(found, fewest=3):
        for passage, side, without in (
            (moved.old, "delete", "insert"),
            (moved.new, "insert", "delete"),
        ):
            at, inside = 0, ""
            for hunk in found[passage.change].text:
                if hunk.operation == without:
                    continue
                if hunk.operation == side:
                    inside += hunk.text[max(0, passage.start - at) : max(0, passage.end - at)]
                at += len(hunk.text)
            assert inside == "".join(h.text for h in moved.hunks if h.operation != without)


def numbers(n: int, salt: int) -> str:
    return " ".join(f"w{(k * salt) % n}" for k in range(n))


SLOW = {
    "one block repeated": ("the ship sails at noon or at night. " * 2000, "x" * 10),
    "words in another order": (numbers(20_011, 7), numbers(20_011, 11)),
    "sentences in another order": (
        " ".join(
            f"Lamp {n} of tower {n * 7} burns oil number {n * 13} at hour {n}." for n in range(1500)
        ),
        " ".join(
            f"Lamp {n} of tower {n * 7} burns oil number {n * 13} at hour {n}."
            for n in reversed(range(1500))
        ),
    ),
}


@pytest.mark.parametrize(("old", "new"), SLOW.values(), ids=SLOW.keys())
def test_made_to_be_slow(old: str, new: str) -> None:
    one = change(old, new)
    start = time.process_time()
    moves([one, replace(one, old="b", new="b")])
    moves([one])
    assert time.process_time() - start < 2.0
