"""Duties that say more or less under the same modal, or in other words."""

from __future__ import annotations

import time

import pytest

from tests.substance.changing import findings, told

WEAKER = {
    "all steps": (
        "The keeper shall take all reasonable steps to warn the crews.",
        "The keeper shall take reasonable steps to warn the crews.",
    ),
    "ensure and promote": (
        "Each Party shall ensure the safety of the lighthouse.",
        "Each Party shall promote the safety of the lighthouse.",
    ),
    "comply with and take into account": (
        "The harbour shall comply with the advice of the pilots.",
        "The harbour shall take into account the advice of the pilots.",
    ),
    "order and invite": (
        "The keeper may order the master to leave the port.",
        "The keeper may invite the master to leave the port.",
    ),
    "burden of proof": (
        "The owner shall bear the burden of proof that the net was marked.",
        "The owner shall be able to demonstrate that the net was marked.",
    ),
    "demonstrate and be able to": (
        "The owner shall demonstrate that the net was marked.",
        "The owner shall be able to demonstrate that the net was marked.",
    ),
    "such that it will hold": (
        "The owner shall moor the barge in such a way that the rope will meet the strain of ice.",
        "The owner shall moor the barge in order to meet the strain of ice.",
    ),
    "steps to ensure that nobody does": (
        "A person working for the owner shall not open the sluice except at low tide.",
        "The owner shall take steps to ensure that a person working for the owner does not open "
        "the sluice except at low tide.",
    ),
    "rules to advice of the same body": (
        "The Council may adopt binding rules on the marking of nets in the strait.",
        "The Council may issue guidelines on the marking of nets in the strait.",
    ),
    "another verb after another modal": (
        "The Council shall publish the list of closed harbours.",
        "The Council may announce the list of closed harbours.",
    ),
    "a State may provide for it": (
        "A society of pilots shall have the right to lodge an objection with the court.",
        "A State may provide for a society of pilots to have the right to lodge an objection with "
        "the court.",
    ),
}

NOT_TOLD = {
    "competent to": (
        "The keeper shall be competent to close the port.",
        "The keeper may close the port.",
    ),
    "ensure and guarantee": (
        "Each Party shall ensure the safety of the lighthouse.",
        "Each Party shall guarantee the safety of the lighthouse.",
    ),
    "ensure one thing and promote another": (
        "Each Party shall ensure the safety of the lighthouse.",
        "Each Party shall promote trade in cod.",
    ),
    "neither in another place": (
        "The rule should neither prevent owners from marking nets nor from mending them.",
        "The rule should prevent owners neither from marking nets nor from mending them.",
    ),
    "neither for not": (
        "The owner shall not be obliged to carry a pilot.",
        "Neither the owner nor the master shall be obliged to carry a pilot.",
    ),
    "permission under the next sentence": (
        "The State may allow fishing. Vessels shall carry a light.",
        "The State may allow fishing and hunting. Vessels shall carry a light.",
    ),
}


@pytest.mark.parametrize(("old", "new"), WEAKER.values(), ids=WEAKER)
def test_weaker(old: str, new: str) -> None:
    assert ("force", "weaker") in told(old, new)


@pytest.mark.parametrize(("old", "new"), WEAKER.values(), ids=WEAKER)
def test_stronger_the_other_way(old: str, new: str) -> None:
    assert ("force", "stronger") in told(new, old)


def test_advice_of_another_body_is_not_comparable() -> None:
    old = "The Council shall adopt binding rules on the marking of nets in the strait."
    new = "The Office shall issue guidelines on the marking of nets in the strait."
    assert ("force", "other") in told(old, new)


@pytest.mark.parametrize(("old", "new"), NOT_TOLD.values(), ids=NOT_TOLD)
def test_no_force(old: str, new: str) -> None:
    assert "force" not in {kind for kind, _ in told(old, new)}


def test_many_phrases_take_no_time() -> None:
    old = "The Council shall take all reasonable steps and adopt rules. " * 1_000
    start = time.perf_counter()
    findings(
        old, old.replace("all reasonable", "reasonable").replace("adopt rules", "issue advice")
    )
    assert time.perf_counter() - start < 2
