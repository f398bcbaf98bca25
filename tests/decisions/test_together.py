"""Decisions that contradict each other: none of them is followed, whoever made them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tests.decisions.test_apply import NEW, OLD, decision
from tracker.decisions import rule_all
from tracker.model import Decision

ADA = decision("accept", 1, 1)
BO = {"name": "Bo Ek"}

AGREE = {
    "one decision": [ADA],
    "other provisions": [ADA, decision("reject", 2, 2)],
    "another link rejected": [ADA, decision("reject", 1, 2)],
    "parts of one": [decision("add", 1, 2, "split"), decision("add", 1, 3, "split")],
    "parts into one": [decision("add", 1, 2, "merged"), decision("add", 3, 2, "merged")],
    "a part into a whole": [decision("add", 1, 2, "split"), decision("add", 3, 2, "merged")],
    "two confirmed as found": [ADA, decision("accept", 1, 2)],
    "the same in another notation": [ADA, replace(ADA, old="art_1", **BO)],
    "the same with and without a relation": [
        ADA,
        replace(ADA, old="art_1", relation="moved", **BO),
    ],
    "both reject it": [
        decision("reject", 1, 1),
        replace(decision("reject", 1, 1), new="art_1", **BO),
    ],
    "one is out of date": [replace(decision("reject", 1, 1), old_words="Nothing like it"), ADA],
    "other drafts": [ADA, replace(decision("reject", 1, 1), new_draft="L/9")],
    "another language": [ADA, replace(decision("reject", 1, 1), language="fr")],
}

AT_ODDS = {
    "confirmed and rejected": [ADA, replace(decision("reject", 1, 1), old="art_1", **BO)],
    "added and rejected": [
        decision("add", 3, 4, "moved"),
        replace(decision("reject", 3, 4), new="4", **BO),
    ],
    "two names for one link": [
        decision("add", 3, 4, "moved"),
        replace(decision("add", 3, 4, "split"), old="3", **BO),
    ],
    "two places for one provision": [
        decision("add", 1, 2, "same"),
        replace(decision("add", 1, 3, "moved"), **BO),
    ],
    "two origins of one provision": [
        decision("add", 1, 3, "moved"),
        replace(decision("add", 2, 3, "promoted"), **BO),
    ],
    "the only one, and a part": [decision("add", 1, 2, "moved"), decision("add", 1, 3, "split")],
    "the only one, and one confirmed": [decision("add", 1, 2, "moved"), ADA],
}


def states(decided: tuple[Decision, ...]) -> set[str]:
    return {one.state for one in rule_all(decided, (OLD, NEW))}


@pytest.mark.parametrize("decided", AGREE.values(), ids=AGREE)
def test_what_can_hold_together_is_followed(decided: list[Decision]) -> None:
    for order in permutations(decided):
        assert "contested" not in states(order)
        assert "applied" in states(order)


@pytest.mark.parametrize("decided", AT_ODDS.values(), ids=AT_ODDS)
def test_of_decisions_at_odds_none_is_followed(decided: list[Decision]) -> None:
    first = {one.decision: one for one in rule_all(decided, (OLD, NEW))}
    for order in permutations(decided):
        assert states(order) == {"contested"}
        assert {one.decision: one for one in rule_all(order, (OLD, NEW))} == first


def test_each_names_what_it_is_at_odds_with() -> None:
    other = replace(decision("reject", 1, 1), old="art_1", **BO)
    aside = decision("accept", 2, 2)
    ada, bo, beside = rule_all((ADA, other, aside), (OLD, NEW))
    assert ada.note == "at odds with reject of Bo Ek (art_1 → article 1)"
    assert bo.note == "at odds with accept of Ada Lund (article 1 → article 1)"
    assert beside.state == "applied"


def test_a_decision_said_twice_is_told_to_be_enough_once() -> None:
    ada, bo = rule_all((ADA, replace(ADA, old="art_1", **BO)), (OLD, NEW))
    assert ada.note.endswith("says the same as accept of Bo Ek (art_1 → article 1): one of them is "
                             "enough")  # fmt: skip
    assert "accept of Ada Lund" in bo.note
