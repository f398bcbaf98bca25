"""Qualifiers whose first words stayed and that say another thing."""

from __future__ import annotations

import pytest

from tests.substance.changing import findings, told

CASES = {
    "a further condition": (
        "Where a vessel has left the port, the keeper shall warn the pilots.",
        "Where a vessel has left the port and is bound to carry salt, the keeper shall warn the "
        "pilots.",
        ("qualifier", "added"),
    ),
    "a condition less": (
        "Where a vessel has left the port and is bound to carry salt, the keeper shall warn the "
        "pilots.",
        "Where a vessel has left the port, the keeper shall warn the pilots.",
        ("qualifier", "removed"),
    ),
    "one more thing to weigh": (
        "The fee shall be set taking account of the size of the harbour.",
        "The fee shall be set taking account of the size of the harbour and the means of the crew.",
        ("qualifier", "added"),
    ),
    "one more thing behind other words": (
        "Having regard to the depth of the strait, the owner shall mark the net.",
        "Taking into account the depth of the strait and the usual direction of winds, the owner "
        "shall mark the net.",
        ("qualifier", "added"),
    ),
    "another limit behind only": (
        "The chart shall be used only in respect of the voyage for which it was lent.",
        "The chart shall be used only for the purpose for which it was lent.",
        ("qualifier", "replaced"),
    ),
}


@pytest.mark.parametrize(("old", "new", "told_of"), CASES.values(), ids=CASES)
def test_conditions(old: str, new: str, told_of: tuple[str, str]) -> None:
    assert told_of in told(old, new)


def test_another_condition_behind_the_same_word_is_not_sure() -> None:
    found = findings(
        "If the owner sells the vessel, the keeper shall strike it off.",
        "If ice closes the harbour, the keeper shall strike it off.",
    )
    (one,) = (x for x in found if x.kind == "qualifier")
    assert (one.direction, one.sure) == ("replaced", False)


NONE = {
    "one more case": (
        "Where a vessel takes in water, the keeper shall warn the pilots.",
        "Where a vessel takes in water and lies in the strait, or where it drifts towards the "
        "rocks, the keeper shall warn the pilots.",
    ),
    "one more thing to do": (
        "Where a vessel takes in water, the keeper shall warn the pilots.",
        "Where a vessel takes in water, the keeper shall warn the pilots and the divers of the bay.",
    ),
}


@pytest.mark.parametrize(("old", "new"), NONE.values(), ids=NONE)
def test_no_qualifier(old: str, new: str) -> None:
    assert "qualifier" not in {kind for kind, _ in told(old, new)}
