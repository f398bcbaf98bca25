"""Duties, permissions and bans: what became weaker or stronger, and what only looks so."""

from __future__ import annotations

import pytest

from tests.substance.changing import findings, told

WEAKER = {
    "shall to shall take measures to": (
        "Parties shall protect the nesting sites.",
        "Parties shall take appropriate measures to protect the nesting sites.",
    ),
    "shall to may": (
        "Parties shall share the results of their surveys.",
        "Parties may share the results of their surveys.",
    ),
    "shall to should": (
        "The keeper shall report each wreck to the harbour master.",
        "The keeper should report each wreck to the harbour master.",
    ),
    "shall to shall endeavour to": (
        "Parties shall cooperate in the mapping of reefs.",
        "Parties shall endeavour to cooperate in the mapping of reefs.",
    ),
    "endeavour behind an insertion": (
        "Parties shall, where appropriate, map their reefs.",
        "Parties shall, where appropriate, endeavour to map their reefs.",
    ),
    "shall to shall consider": (
        "Each Party shall establish a register of buoys.",
        "Each Party shall consider establishing a register of buoys.",
    ),
    "shall to are encouraged to": (
        "Parties shall publish their charts.",
        "Parties are encouraged to publish their charts.",
    ),
    "must to may": (
        "Every vessel must carry a logbook on board.",
        "Every vessel may carry a logbook on board.",
    ),
    "shall to is authorised to": (
        "The Council shall maintain relations with other bodies.",
        "The Council is authorised to maintain relations with other bodies.",
    ),
    "undertake to, to may": (
        "The Parties undertake to exchange charts of the strait.",
        "The Parties may exchange charts of the strait.",
    ),
    "are required to, to should": (
        "Masters are required to keep a radio watch.",
        "Masters should keep a radio watch.",
    ),
    "shall to need not": (
        "The observer shall sign the record.",
        "The observer need not sign the record.",
    ),
    "ban to should not": (
        "Vessels shall not anchor in the closed area.",
        "Vessels should not anchor in the closed area.",
    ),
    "passive": (
        "The report shall be circulated to all members.",
        "The report may be circulated to all members.",
    ),
    "one of two duties": (
        "The Board shall meet once a year and shall publish its minutes.",
        "The Board shall meet once a year and may publish its minutes.",
    ),
    "with other words changed": (
        "The Board shall, on the basis of the data, adopt a plan for the bank.",
        "The Board may, on the basis of the best data, adopt a plan for the shoal.",
    ),
}

STRONGER = {
    "may to shall": ("Parties may mark their gear.", "Parties shall mark their gear."),
    "should to shall": ("Parties should mark their gear.", "Parties shall mark their gear."),
    "endeavour to, to shall": (
        "Parties shall endeavour to mark their gear.",
        "Parties shall mark their gear.",
    ),
    "is entitled to, to must": (
        "The pilot is entitled to inspect the hull.",
        "The pilot must inspect the hull.",
    ),
    "reserve the right to, to shall": (
        "The Powers reserve the right to inspect the harbour.",
        "The Powers shall inspect the harbour.",
    ),
    "should not to shall not": (
        "Vessels should not anchor here.",
        "Vessels shall not anchor here.",
    ),
}

OTHER = {
    "may to shall not": ("Vessels may anchor here.", "Vessels shall not anchor here."),
    "no one may, to may": ("No vessel may anchor here.", "Each vessel may anchor here."),
    "brackets resolved": (
        "Parties [shall] [may] mark their gear.",
        "Parties shall mark their gear.",
    ),
}

NONE = {
    "must and shall": ("Parties must mark their gear.", "Parties shall mark their gear."),
    "may not and shall not": ("Vessels may not anchor.", "Vessels shall not anchor."),
    "no one shall, and shall not": (
        "No fee shall be charged for the copies.",
        "A fee shall not be charged for the copies.",
    ),
    "should not, in another order": (
        "Silence should therefore not count as assent.",
        "Silence should not therefore count as assent.",
    ),
    "may only and shall only": (
        "The data may only be used for research.",
        "The data shall only be used for research.",
    ),
    "the duty of, and shall": (
        "It shall be the duty of the Council to convene a meeting.",
        "The Council shall convene a meeting.",
    ),
    "a new sentence": (
        "Parties shall mark their gear.",
        "Parties shall mark their gear. They may also mark their traps with a second tag.",
    ),
    "another sentence gone": (
        "Parties shall mark their gear. They may keep a list of lost nets.",
        "Parties shall mark their gear.",
    ),
    "also": ("Parties shall mark their gear.", "Parties shall also mark their gear."),
    "another verb": ("Parties shall mark their gear.", "Parties shall register their gear."),
}


@pytest.mark.parametrize(("old", "new"), WEAKER.values(), ids=WEAKER)
def test_weaker(old: str, new: str) -> None:
    assert ("force", "weaker") in told(old, new)


@pytest.mark.parametrize(("old", "new"), WEAKER.values(), ids=WEAKER)
def test_the_way_back_is_stronger(old: str, new: str) -> None:
    assert ("force", "stronger") in told(new, old)


@pytest.mark.parametrize(("old", "new"), STRONGER.values(), ids=STRONGER)
def test_stronger(old: str, new: str) -> None:
    assert ("force", "stronger") in told(old, new)


@pytest.mark.parametrize(("old", "new"), OTHER.values(), ids=OTHER)
def test_not_comparable(old: str, new: str) -> None:
    assert ("force", "other") in told(old, new)


@pytest.mark.parametrize(("old", "new"), NONE.values(), ids=NONE)
def test_no_change_of_force(old: str, new: str) -> None:
    assert "force" not in {one.kind for one in findings(old, new)}
    assert "force" not in {one.kind for one in findings(new, old)}


BOTH_WAYS = {
    "a duty that became an aim": (
        "Masters shall mark the wreck and ensure the safety of divers.",
        "Masters shall mark the wreck with a view to ensuring the safety of divers.",
    ),
    "a duty in a list that became an aim": (
        "mark the wreck and protect the divers;",
        "mark the wreck in order to protect the divers;",
    ),
    "a right that became a permission": (
        "The owner shall have the right to inspect the wreck.",
        "The owner may inspect the wreck.",
    ),
    "a right that a State may grant": (
        "An owner shall have the right to inspect the wreck.",
        "Parties may provide that an owner has the right to inspect the wreck.",
    ),
    "a duty that a State may impose": (
        "The master shall mark the wreck.",
        "Coastal States may require that the master shall mark the wreck.",
    ),
}


@pytest.mark.parametrize(("old", "new"), BOTH_WAYS.values(), ids=BOTH_WAYS)
def test_weaker_and_back(old: str, new: str) -> None:
    assert [w for k, w in sorted(told(old, new)) if k == "force"] == ["weaker"]
    assert [w for k, w in sorted(told(new, old)) if k == "force"] == ["stronger"]


def test_an_aim_beside_a_verb_of_the_duty_is_not_sure() -> None:
    old = "Masters shall mark the wreck, ensure the safety of divers and report."
    new = "Masters shall mark the wreck, with a view to ensuring the safety of divers, and report."
    found = [one for one in findings(old, new) if one.kind == "force"]
    assert [(one.direction, one.sure) for one in found] == [("weaker", False)]


def test_a_power_to_make_another_rule_grants_nothing_that_stood_before() -> None:
    old = "The owner shall insure the wreck."
    new = "The owner shall insure the wreck. Parties may provide that divers shall wear a lamp."
    assert "force" not in {one.kind for one in findings(old, new)}


def test_the_words_and_the_sort_are_told() -> None:
    (found,) = findings("Parties shall mark nets.", "Parties should mark nets.")
    assert (found.old[0].text, found.new[0].text) == ("shall", "should")
    assert found.detail == "duty to soft"


FRENCH = {
    "present to peut": (
        "Les Parties adoptent des mesures contre l’érosion.",
        "Les Parties peuvent adopter des mesures contre l’érosion.",
        "weaker",
    ),
    "doit to peut": (
        "Le gardien doit signaler chaque épave.",
        "Le gardien peut signaler chaque épave.",
        "weaker",
    ),
    "s’efforcent de": (
        "Les Parties doivent protéger les récifs.",
        "Les Parties s’efforcent de protéger les récifs.",
        "weaker",
    ),
    "peut to ne peut": (
        "Le navire peut mouiller ici.",
        "Le navire ne peut mouiller ici.",
        "other",
    ),
}
SPANISH = {
    "deberá to podrá": (
        "El guardián deberá informar de cada naufragio.",
        "El guardián podrá informar de cada naufragio.",
        "weaker",
    ),
    "podrá to future": (
        "La autoridad podrá inspeccionar los buques.",
        "La autoridad inspeccionará los buques.",
        "stronger",
    ),
    "future to podrá": (
        "Las Partes protegerán los arrecifes.",
        "Las Partes podrán proteger los arrecifes.",
        "weaker",
    ),
    "procurarán": (
        "Las Partes deberán proteger los arrecifes.",
        "Las Partes procurarán proteger los arrecifes.",
        "weaker",
    ),
}


@pytest.mark.parametrize(("old", "new", "direction"), FRENCH.values(), ids=FRENCH)
def test_french(old: str, new: str, direction: str) -> None:
    assert ("force", direction) in told(old, new, "fr")


@pytest.mark.parametrize(("old", "new", "direction"), SPANISH.values(), ids=SPANISH)
def test_spanish(old: str, new: str, direction: str) -> None:
    assert ("force", direction) in told(old, new, "es")


SAME_DUTY = {
    "deberá and the future": (
        "La ley deberá establecer un registro.",
        "La ley establecerá un registro.",
        "es",
    ),
    "promover and fomentar": (
        "El Estado promoverá el desarrollo de los puertos.",
        "El Estado fomentará el desarrollo de los puertos.",
        "es",
    ),
    "favoriser and encourager": (
        "L'État favorise le développement des ports.",
        "L'État encourage le développement des ports.",
        "fr",
    ),
}


@pytest.mark.parametrize(("old", "new", "language"), SAME_DUTY.values(), ids=SAME_DUTY)
def test_the_same_duty_in_another_form(old: str, new: str, language: str) -> None:
    assert "force" not in {kind for kind, _ in told(old, new, language)}
