"""Safeguards that came in, went out or were replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.substance.changing import FREE, findings, told

SAFEGUARDS = {
    "human rights": (
        "Each Party shall apply the measures.",
        "Each Party shall apply the measures with full respect for human rights.",
    ),
    "proportionality": (
        "Searches shall be conducted by the warden.",
        "Searches shall be necessary and proportionate and be conducted by the warden.",
    ),
    "judicial review": (
        "The warden may detain a vessel.",
        "The warden may detain a vessel, subject to judicial review.",
    ),
    "remedy": (
        "A fisher whose nets are seized shall be told why.",
        "A fisher whose nets are seized shall be told why and have an effective remedy.",
    ),
    "appeal": (
        "The tribunal decides on the licence.",
        "The tribunal decides on the licence, and its decision is open to appeal.",
    ),
    "notification": (
        "The authority may open the records.",
        "The authority may open the records and shall inform the person concerned.",
    ),
    "privacy": (
        "Operators shall store the position of crews.",
        "Operators shall store the position of crews with due regard for their privacy.",
    ),
    "confidentiality": (
        "Observers shall hand over their notes.",
        "Observers shall hand over their notes, whose confidentiality is kept.",
    ),
    "prior informed consent": (
        "Traditional knowledge may be used.",
        "Traditional knowledge may be used with free, prior and informed consent.",
    ),
    "a sentence of its own": (
        "The warden may search a vessel.",
        "The warden may search a vessel. Fundamental freedoms shall be respected.",
    ),
    "plain language": (
        "The harbour shall tell passengers of the risk.",
        "The harbour shall tell passengers of the risk in clear and plain language.",
    ),
    "freely given": (
        "Divers may be filmed with consent.",
        "Divers may be filmed with freely given consent.",
    ),
    "in a list": (
        "The plan shall respect safety, order and fair trial.",
        "The plan shall respect safety, order, the presumption of innocence and fair trial.",
    ),
    "consent given in terms": (
        "The crew consented to the dive.",
        "The crew explicitly consented to the dive.",
    ),
    "rights of his or her own": (
        "The warden shall assist each diver.",
        "The warden shall assist each diver in the exercise of his or her rights.",
    ),
    "no more than needed": (
        "The log shall state the depth of the dive.",
        "The log shall state the depth of the dive and contain only what is necessary for rescue.",
    ),
    "a competent court": (
        "The wreck may be seized.",
        "The wreck may be seized by the competent national court.",
    ),
    "a language that is understood": (
        "Divers shall be told the charges.",
        "Divers shall be told the charges in a language that they understand.",
    ),
    "an intelligible form": (
        "Divers shall be told the charges.",
        "Divers shall be told the charges in an intelligible form.",
    ),
    "information free of charge": (
        "Divers shall receive the information on tides.",
        "Divers shall receive the information on tides and maps free of charge.",
    ),
    "a search warrant": (
        "The guard may open the hold.",
        "The guard may open the hold with a search warrant.",
    ),
}


NO_SAFEGUARD = {
    "consent of an authority": (
        "An airport may fix charges.",
        "An airport may, with the consent of the Minister, fix charges.",
    ),
    "to remedy a breach": (
        "The owner shall repair the breach.",
        "The owner shall remedy the breach.",
    ),
    "an office's name": (
        "The board shall keep the list.",
        "The data protection officer shall keep the list.",
    ),
    "another word of the same meaning": (
        "A warden may search a hold with appropriate safeguards.",
        "A warden may search a hold with suitable safeguards.",
    ),
    "said once more": (
        "The pilot's consent is kept on board.",
        "The pilot's consent is kept on board, where it is shown that consent is needed.",
    ),
    "an independent body": (
        "The Council shall be set up.",
        "The Council shall be set up as an independent body.",
    ),
    "a complaint that was made": (
        "The keeper shall hear the owner.",
        "The keeper shall hear the owner who lodged a complaint.",
    ),
    "the rights, put otherwise": (
        "The keeper shall ease the exercise of the rights of persons.",
        "The keeper shall ease the exercise of persons' rights.",
    ),
    "the name of a rule": (
        "Logs shall be kept for a year.",
        "Logs shall be kept for a year (\u2018storage limitation\u2019).",
    ),
    "what is told elsewhere all the same": (
        "The Board may fine the owner.",
        "Without prejudice to the duty to inform the persons concerned, the Board may fine the "
        "owner.",
    ),
    "a disproportionate amount": (
        "Wrecks stay where they are.",
        "Wrecks stay where they are if raising them takes a disproportionate amount of time.",
    ),
    "grounds to believe": (
        "The court may wait.",
        "The court may wait where there are reasonable grounds to believe that the ice melts.",
    ),
    "another form": (
        "Measures shall be proportionate to the harm.",
        "Measures shall stand in proportion, and be proportionate, to the harm.",
    ),
    "bank secrecy": (
        "Parties shall share the ledgers.",
        "Parties shall share the ledgers and not invoke bank secrecy.",
    ),
    "a trial that is awaited": (
        "The bond covers the boat.",
        "The bond covers the boat on release pending trial or appeal.",
    ),
    "somebody who is heard as a witness": (
        "The master may come ashore.",
        "The master may come ashore and be heard as a witness.",
    ),
    "who cannot consent": (
        "The rule covers all divers.",
        "The rule covers all divers who are incapable of giving consent.",
    ),
    "consent of a State": (
        "The wreck may be moved.",
        "The wreck may be moved without the prior consent of the coastal State.",
    ),
    "the secrecy of a measure": (
        "The master shall log the search.",
        "The master shall log the search and keep confidential the fact of the search.",
    ),
    "goods at no cost": (
        "Shops may sell maps.",
        "Shops may sell maps or offer them free of charge.",
    ),
    "a case that warrants": (
        "The guard may act at once.",
        "The guard may act at once where the circumstances so warrant.",
    ),
    "another one who is told": (
        "The warden shall inform the person concerned of the outcome.",
        "The warden shall inform the complainant of the outcome.",
    ),
    "the same remedy, put otherwise": (
        "Divers shall have the right to lodge a complaint in the port.",
        "Divers shall have the right to lodge, in the port, a complaint.",
    ),
}


FAMILIES = {
    "reasonable suspicion": ("in the port", "in the port on reasonable suspicion"),
    "additional safeguards": ("in the port", "in the port under additional safeguards"),
    "right to know": ("in the port", "in the port, and crews have the right to know why"),
    "brought to the attention": (
        "in the port",
        "in the port, which shall be brought to the attention of the crew",
    ),
    "easily understood": ("in the port", "in the port, in words that are easily understood"),
    "independent experts": ("in the port", "in the port with independent experts"),
    "to the extent necessary": ("in the port", "in the port to the extent strictly necessary"),
    "not disclosed": ("in the port", "in the port, and names shall not be disclosed"),
    "access to a lawyer": ("in the port", "in the port with access to a lawyer"),
    "procedural guarantees": ("in the port", "in the port with procedural guarantees"),
}


@pytest.mark.parametrize(("old", "new"), FAMILIES.values(), ids=FAMILIES)
def test_families(old: str, new: str) -> None:
    before, after = (f"The guard may search a vessel {words}." for words in (old, new))
    assert ("safeguard", "added") in told(before, after)
    assert ("safeguard", "removed") in told(after, before)


def test_an_independent_body_that_was_there() -> None:
    old = "Each State shall set up public authorities that watch over the reefs."
    new = "Each State shall set up independent public authorities that watch over the reefs."
    assert ("safeguard", "added") in told(old, new)


def test_safeguards_that_came_where_none_were_named() -> None:
    old = "The port may use its own terms in a contract with pilots."
    new = "The port may use its own terms or other safeguards in a contract with pilots."
    assert ("safeguard", "added") in told(old, new)


def test_a_remedy_in_a_long_deletion() -> None:
    long = "The port shall keep a list of wrecks, of lights, of nets and of buoys. " * 6
    kept = "Owners shall pay the fee for a light, a buoy and a pilot before the ice melts. " * 3
    old = f"{kept}{long}The court shall grant effective redress to crews."
    assert ("safeguard", "removed") in told(old, kept)


@pytest.mark.parametrize(("old", "new"), SAFEGUARDS.values(), ids=SAFEGUARDS)
def test_safeguard_added_and_removed(old: str, new: str) -> None:
    assert ("safeguard", "added") in told(old, new)
    assert ("safeguard", "removed") in told(new, old)


@pytest.mark.parametrize(("old", "new"), NO_SAFEGUARD.values(), ids=NO_SAFEGUARD)
def test_no_safeguard(old: str, new: str) -> None:
    assert "safeguard" not in {kind for kind, _ in told(old, new)}


REPLACED = {
    "another remedy": (
        "The owner shall be heard before the wreck is raised.",
        "The owner shall be paid compensation before the wreck is raised.",
        ("be heard", "compensation"),
    ),
    "a right for privacy, in one phrase": (
        "Divers shall avoid harm to the privacy of the crew.",
        "Divers shall avoid harm to the rights and freedoms of the crew.",
        ("privacy", "rights and freedoms"),
    ),
    "rights for mere interests": (
        "The register protects the interests of individuals.",
        "The register protects the rights and freedoms of individuals.",
        ("interests of individuals", "rights and freedoms"),
    ),
}


@pytest.mark.parametrize(("old", "new", "words"), REPLACED.values(), ids=REPLACED)
def test_safeguard_replaced(old: str, new: str, words: tuple[str, str]) -> None:
    (found,) = (one for one in findings(old, new) if one.kind == "safeguard")
    assert found.direction == "replaced"
    assert (found.old[0].text, found.new[0].text) == words


def test_a_safeguard_that_got_a_further_word_protects_more() -> None:
    old = "A crew member shall have a judicial remedy against the order."
    new = "A crew member shall have an effective judicial remedy against the order."
    (found,) = (one for one in findings(old, new) if one.kind == "safeguard")
    assert (found.direction, found.new[0].text) == ("added", "effective judicial remedy")
    (found,) = (one for one in findings(new, old) if one.kind == "safeguard")
    assert found.direction == "removed"


def test_a_further_word_does_not_hide_what_went_beside_it() -> None:
    old = "It needs the consent of the owner, subject to suitable safeguards."
    new = "It needs the explicit consent of the owner."
    assert {("safeguard", "added"), ("safeguard", "removed")} <= told(old, new)


def test_several_safeguards_that_gave_way_to_one_are_one_finding() -> None:
    old = "Divers shall avoid harm to the privacy or dignity of the crew."
    new = "Divers shall avoid harm to the fundamental rights of the crew."
    (found,) = (one for one in findings(old, new) if one.kind == "safeguard")
    assert found.direction == "replaced"
    assert [words.text for words in found.old] == ["privacy", "dignity"]


def test_much_that_was_added_to_a_short_text_leaves_it_the_same() -> None:
    old = "The warden may close the beach and clear the sand of wrecks."
    new = (
        "The warden may close the beach and clear the sand of wrecks, in particular in winter, "
        "in storms and at the request of fishing crews, divers, harbour pilots, customs officers, "
        "owners of boats, insurers or salvage firms that work within nine miles of its outer "
        "marks, and shall pay compensation to whoever lost nets, lines, buoys, pots, lamps or "
        "other gear that stood there lawfully in the week before."
    )
    assert ("safeguard", "added") in told(old, new)


def test_what_the_whole_text_is_about_is_not_sure() -> None:
    old, new = "The rules on buoys apply.", "The rules on buoys and on human rights apply."
    assert ("safeguard", "added") in told(old, new)
    common = replace(FREE, common=frozenset(("human right",)))
    assert [one.sure for one in findings(old, new, common) if one.kind == "safeguard"] == [False]
