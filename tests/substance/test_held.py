"""Qualifiers and sanctions that came in, went out or were replaced."""

from __future__ import annotations

import pytest

from tests.substance.changing import findings, told

QUALIFIERS = {
    "intentionally": (
        "Each Party shall make it an offence to sink a buoy.",
        "Each Party shall make it an offence to sink a buoy intentionally.",
    ),
    "without right": (
        "Whoever opens the sluice commits an offence.",
        "Whoever without right opens the sluice commits an offence.",
    ),
    "serious": (
        "Parties shall report harm to the reef.",
        "Parties shall report serious harm to the reef.",
    ),
    "where appropriate": (
        "Parties shall consult coastal communities.",
        "Parties shall, where appropriate, consult coastal communities.",
    ),
    "as far as possible": (
        "Vessels shall avoid the nesting sites.",
        "Vessels shall avoid the nesting sites as far as possible.",
    ),
    "to the extent possible": (
        "Samples shall be kept cold.",
        "Samples shall, to the extent possible, be kept cold.",
    ),
    "subject to domestic law": (
        "Parties shall open their archives.",
        "Parties shall, subject to their domestic law, open their archives.",
    ),
    "in accordance with national law": (
        "The inspector may board the vessel.",
        "The inspector may board the vessel in accordance with the national law of the flag State.",
    ),
    "subject to the availability of resources": (
        "The secretariat shall train observers.",
        "Subject to the availability of resources, the secretariat shall train observers.",
    ),
    "reasonable": (
        "The inspector may board where there are grounds to suspect dumping.",
        "The inspector may board where there are reasonable grounds to suspect dumping.",
    ),
    "without undue delay": (
        "The master shall answer the call.",
        "The master shall answer the call without undue delay.",
    ),
    "only": ("Nets may be used in spring.", "Nets may be used only in spring."),
    "unless": (
        "Vessels shall not anchor in the area.",
        "Vessels shall not anchor in the area unless life is in danger.",
    ),
    "except": (
        "Fishing is closed for all vessels.",
        "Fishing is closed for all vessels except canoes.",
    ),
    "set apart in a clause that is new for the rest": (
        "Keepers shall record the position of the wreck.",
        "Keepers shall record, where possible, a full and dated sketch of the position of the "
        "wreck.",
    ),
    "at the beginning": (
        "The keeper shall mark the wreck.",
        "Where necessary, the keeper of the nearest light shall mark the wreck.",
    ),
    "one of two cases": (
        "The log states the hour at which the wreck was found.",
        "The log states the hour at which the wreck was found, or if that is not known, the day.",
    ),
    "other than": (
        "Vessels shall keep out of the area.",
        "Vessels, other than those of the harbour guard, shall keep out of the area.",
    ),
    "only, in words that are new for the rest": (
        "The port is open for yachts of the club and for boats of divers.",
        "The port, its piers, slips and cranes are open in spring only for yachts of the club and "
        "for boats of divers.",
    ),
    "between commas": (
        "The keeper shall warn divers.",
        "The keeper shall, prior to the sale, warn divers.",
    ),
    "as far as": (
        "The rule covers the anchoring of yachts.",
        "The rule covers the anchoring of yachts as far as they stay overnight.",
    ),
    "a case referred to": (
        "The Board shall hear the owner.",
        "In the cases referred to in the annex, the Board shall hear the owner.",
    ),
    "closest possible": (
        "The guards shall keep in touch with the ports.",
        "The guards shall keep in the closest possible touch with the ports.",
    ),
    "within the limits of": (
        "The Board may levy a fee.",
        "Within the limits of this Act, the Board may levy a fee.",
    ),
    "provided that": (
        "A Party may grant access to the site.",
        "A Party may grant access to the site, provided that the site is restored.",
    ),
    "as a rule": (
        "Meetings shall be held in public.",
        "Meetings shall, as a rule, be held in public.",
    ),
    "at its discretion": (
        "The Board may publish the list.",
        "The Board may, at its discretion, publish the list.",
    ),
    "on mutually agreed terms": (
        "Parties shall transfer marine technology.",
        "Parties shall transfer marine technology on mutually agreed terms.",
    ),
    "a clause with where": (
        "The owner shall bear the costs of salvage.",
        "Where the wreck blocks the fairway, the owner shall bear the costs of salvage.",
    ),
    "appropriate, alone": (
        "Parties shall take measures against erosion.",
        "Parties shall take appropriate measures against erosion.",
    ),
}

FAMILIES = {
    "on a large scale": "take cod on a large scale",
    "as appropriate": "take cod, as appropriate",
    "where the circumstances so require": "take cod where the circumstances so require",
    "on the basis of law": "take cod on the basis of State law",
    "as permitted by law": "take cod as permitted by national law",
    "in urgent cases": "take cod in urgent cases",
    "at the appropriate time": "take cod at the appropriate time",
    "with all speed": "take cod with all speed",
    "in good time": "take cod in good time",
    "to a considerable extent": "take cod to a considerable extent",
    "with the sole exception of": "take cod with the sole exception of roe",
    "unless otherwise agreed": "take cod unless otherwise agreed",
    "inadvertently": "take cod inadvertently",
    "in most cases": "take cod in most cases",
    "bearing in mind": "take cod, bearing in mind the state of the stock",
}


@pytest.mark.parametrize("said", FAMILIES.values(), ids=FAMILIES)
def test_families(said: str) -> None:
    old, new = "Vessels of the island shall take cod.", f"Vessels of the island shall {said}."
    assert ("qualifier", "added") in told(old, new)
    assert ("qualifier", "removed") in told(new, old)


INSTEAD = {
    "only before the object": (
        "The port shall choose a pilot knowing the strait and its reefs.",
        "The port shall use only pilots knowing the strait and its reefs.",
    ),
    "another law behind the same words": (
        "The lease of the pier ends in accordance with paragraph 5.",
        "The lease of the pier ends in accordance with the law of the State concerned.",
    ),
    "weighed instead of in proportion": (
        "The fee for each vessel shall be set proportionate to the load of salt.",
        "The fee for each vessel shall be set taking into account the load of salt.",
    ),
    "unlawful and contrary to the rules": (
        "The keeper may chain a boat which has been unlawfully moored at the pier.",
        "The keeper may chain a boat which has been moored contrary to the rules of the pier.",
    ),
    "otherwise in another place": (
        "Crews may leave where the vessel otherwise does not meet the rule.",
        "Crews may leave where the vessel does not otherwise meet the rule.",
    ),
    "one more case": (
        "Nets are banned where seals breed in the bay.",
        "Nets are banned where seals breed in the bay, or where whales pass the bay in spring.",
    ),
    "an item with its own condition": (
        "The log shall be kept in a lasting form.",
        "The log shall be kept in a lasting, printed, and where possible bound form.",
    ),
}


@pytest.mark.parametrize(("old", "new"), INSTEAD.values(), ids=INSTEAD)
def test_what_only_took_the_place_of_other_words(old: str, new: str) -> None:
    assert "qualifier" not in {kind for kind, _ in told(old, new)}


MIDST = {
    "a set phrase": (
        "Where oil is likely to harm the stock of cod in the bay, the master shall call the keeper.",
        "Where oil is likely to result in a high risk to birds, the master shall call the keeper.",
    ),
    "a measure of reason": (
        "The keeper may board any vessel of the island in the bay.",
        "The keeper may board any vessel of the island for which there is some reasonable doubt "
        "of the crew in the bay.",
    ),
    "a condition without a comma": (
        "The keeper shall call the pilots of the bay and the divers of the port.",
        "The keeper shall call the pilots of the bay and the divers of the port when ice has "
        "closed the strait to sailing boats.",
    ),
}


@pytest.mark.parametrize(("old", "new"), MIDST.values(), ids=MIDST)
def test_in_the_midst_of_other_words(old: str, new: str) -> None:
    assert ("qualifier", "added") in told(old, new)


NO_QUALIFIER = {
    "on request, put otherwise": (
        "The Board shall answer on request of a keeper.",
        "The Board shall answer within a day of receiving the request of a keeper.",
    ),
    "a condition, put as a list": (
        "Nets may be set only on condition that:",
        "Nets may be set only on one of the following conditions:",
    ),
    "measures that a duty needs": (
        "Parties shall mark the reefs.",
        "Parties shall adopt such measures as may be necessary to mark the reefs.",
    ),
    "what is merely lawful": (
        "Parties shall protect the use of nets.",
        "Parties shall protect the lawful use of nets.",
    ),
    "a minor who is a child": (
        "The crew shall assist the diver.",
        "The crew shall assist the minor diver.",
    ),
    "subject to ratification": (
        "The treaty is open for signature.",
        "The treaty is subject to ratification and open for signature.",
    ),
    "in another place": (
        "The keeper shall where necessary repair the lamp and the horn.",
        "The keeper shall repair the lamp and, where necessary, the horn.",
    ),
    "another form": (
        "Whoever intentionally sinks a buoy commits an offence.",
        "Whoever commits the intentional sinking of a buoy commits an offence.",
    ),
    "is subject to": (
        "The area is under the supervision of the Board.",
        "The area is subject to the supervision of the Board.",
    ),
    "a legal obligation": (
        "The duty rests on a legal obligation.",
        "The duty arises in compliance with a legal obligation.",
    ),
}

SANCTIONS = {
    "fine": (
        "Whoever breaks the seal commits an offence.",
        "Whoever breaks the seal commits an offence and is liable to a fine.",
        "added",
    ),
    "imprisonment": (
        "The court may order imprisonment or the loss of the licence.",
        "The court may order the loss of the licence.",
        "removed",
    ),
    "a sentence of a court": (
        "The court may impose a fine.",
        "The court may impose a fine or a suspended sentence.",
        "added",
    ),
    "amount": (
        "The fine shall not exceed 5,000 euro.",
        "The fine shall not exceed 9,000 euro.",
        "replaced",
    ),
}


@pytest.mark.parametrize(("old", "new"), QUALIFIERS.values(), ids=QUALIFIERS)
def test_qualifier_added_and_removed(old: str, new: str) -> None:
    assert ("qualifier", "added") in told(old, new)
    assert ("qualifier", "removed") in told(new, old)


@pytest.mark.parametrize(("old", "new"), NO_QUALIFIER.values(), ids=NO_QUALIFIER)
def test_no_qualifier(old: str, new: str) -> None:
    assert "qualifier" not in {kind for kind, _ in told(old, new)}
    assert "qualifier" not in {kind for kind, _ in told(new, old)}


def test_qualifier_replaced() -> None:
    old = "The master shall report the wreck immediately."
    new = "The master shall report the wreck without undue delay."
    (found,) = findings(old, new)
    assert (found.kind, found.direction, found.detail) == ("qualifier", "replaced", "time")
    assert (found.old[0].text, found.new[0].text) == ("immediately", "without undue delay")


BESIDE_NO_RULE = {
    "a sentence of its own": (
        "Parties shall mark their gear.",
        "Parties shall mark their gear. Lost nets shall be hauled in where necessary by divers.",
    ),
    "a case behind as well as": (
        "Section 3 binds owners and masters of all vessels in the strait.",
        "Section 3, as well as section 9 in so far as it is on pilots, binds owners and masters of "
        "all vessels in the strait.",
    ),
    "only, said otherwise": (
        "Nets may be used only in spring.",
        "Nets may be used solely in spring.",
    ),
    "an item of a list": (
        "A warden may board a vessel at anchor and close the hold.",
        "A warden may board a vessel at anchor or, with the consent of the keeper, a barge under "
        "tow and close the hold.",
    ),
    "a case among cases": (
        "Owners shall bear the costs of every salvage in the strait.",
        "Owners shall bear the costs of every salvage in the strait, including in case of storms.",
    ),
    "where, for when": (
        "When a buoy is lost, the keeper shall report it.",
        "Where a buoy is lost, the keeper shall report it.",
    ),
}
"""What looks like a qualifier, and qualifies nothing that stood before."""

UNSURE = {
    "with its noun": (
        "The warden may order an inspection of the hold and of the bridge of the vessel.",
        "The warden may order an inspection of the hold, a search by divers with substantial "
        "experience of wrecks in shallow water, and of the bridge of the vessel.",
    ),
    "a rule that is another": (
        "The Board shall publish the list of closed areas each spring, unless the sea is frozen.",
        "Masters of all trawlers must carry a list of closed areas, unless a pilot is on board.",
    ),
    "law that only names": (
        "The keeper respects the status of wrecks under old law.",
        "The keeper respects the status of wrecks under national maritime law.",
    ),
    "one adjective for another": (
        "It may be sensible for the keeper to wait.",
        "It may be reasonable for the keeper to wait.",
    ),
    "a clause that tells nothing new": (
        "The owner shall prove consent to the salvage of the vessel.",
        "Where the salvage needs consent, the owner shall prove consent to the salvage of the "
        "vessel.",
    ),
}


@pytest.mark.parametrize(("old", "new"), BESIDE_NO_RULE.values(), ids=BESIDE_NO_RULE)
def test_what_qualifies_no_rule_that_stood_before(old: str, new: str) -> None:
    assert "qualifier" not in {one.kind for one in findings(old, new)}
    assert "qualifier" not in {one.kind for one in findings(new, old)}


@pytest.mark.parametrize(("old", "new"), UNSURE.values(), ids=UNSURE)
def test_a_qualifier_that_is_not_sure(old: str, new: str) -> None:
    assert "qualifier" not in {kind for kind, _ in told(old, new)}


def test_two_conditions_that_open_with_the_same_word_are_told_apart() -> None:
    old = "When at anchor in fog, vessels shall ring a bell and show two lamps."
    new = "Vessels shall ring a bell, when the tide turns at night, and show two lamps."
    assert {("qualifier", "added"), ("qualifier", "removed")} <= told(old, new)


NO_SANCTION = {
    "a sentence of a text": (
        "The second rule applies to nets.",
        "The second sentence of paragraph 2 applies to nets.",
    ),
    "the first sentence": ("The rule applies.", "The first sentence of the rule applies."),
}


@pytest.mark.parametrize(("old", "new"), NO_SANCTION.values(), ids=NO_SANCTION)
def test_no_sanction(old: str, new: str) -> None:
    assert "penalty" not in {one.kind for one in findings(old, new)}


@pytest.mark.parametrize(("old", "new", "direction"), SANCTIONS.values(), ids=SANCTIONS)
def test_sanction(old: str, new: str, direction: str) -> None:
    assert ("penalty", direction) in told(old, new)


OTHER_LANGUAGES = {
    "French qualifier": (
        "fr",
        "Les Parties protègent les récifs.",
        "Les Parties protègent les récifs dans la mesure du possible.",
        "qualifier",
    ),
    "French law": (
        "fr",
        "L’inspecteur peut monter à bord.",
        "L’inspecteur peut monter à bord conformément à son droit interne.",
        "qualifier",
    ),
    "French safeguard": (
        "fr",
        "Les mesures sont appliquées par le gardien.",
        "Les mesures sont appliquées par le gardien dans le respect des droits de l’homme.",
        "safeguard",
    ),
    "Spanish qualifier": (
        "es",
        "Las Partes protegerán los arrecifes.",
        "Las Partes protegerán los arrecifes, en la medida de lo posible.",
        "qualifier",
    ),
    "Spanish law": (
        "es",
        "El inspector podrá subir a bordo.",
        "El inspector podrá subir a bordo de conformidad con su derecho interno.",
        "qualifier",
    ),
    "Spanish safeguard": (
        "es",
        "La medida será aplicada por el guardián.",
        "La medida será aplicada por el guardián con respeto de los derechos humanos.",
        "safeguard",
    ),
}


@pytest.mark.parametrize(
    ("language", "old", "new", "kind"), OTHER_LANGUAGES.values(), ids=OTHER_LANGUAGES
)
def test_other_languages(language: str, old: str, new: str, kind: str) -> None:
    assert (kind, "added") in told(old, new, language)
    assert (kind, "removed") in told(new, old, language)
