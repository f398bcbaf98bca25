"""What is of no substance, and what only looks so."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from tests.substance.changing import FREE, change, findings, told
from tracker.model import Change, Provision
from tracker.substance import Context, Spans, kinds

EDITORIAL = {
    "case": ("The treaty binds the Pacific Area.", "The Treaty binds the Pacific area."),
    "punctuation": ("Parties shall meet, vote, and report;", "Parties shall meet, vote and report."),
    "the title of an act": (
        "Directive 12/34/EC of the Council of 3 May 1999 on the marking of buoys[7] binds keepers.",
        "Directive 12/34/EC of the Council binds keepers.",
    ),
    "the mark of a footnote": (
        "Regulation 7 of the Council[12] binds keepers.",
        "Regulation 7 of the Council (3) binds keepers.",
    ),
    "a purpose": ("The aim of the plan is safety.", "The objective of the plan is safety."),
    "hyphen": ("States shall co-operate in complaint handling.", "States shall cooperate in complaint-handling."),
    "quotation marks": ('"buoy" means a float;', "“buoy” means a float;"),
    "spelling": ("The authorised organisation shall honour it.", "The authorized organization shall honor it."),
    "British doubled letter": ("Vessels travelling labelled lanes.", "Vessels traveling labeled lanes."),
    "article": ("The keeper of the light shall report.", "A keeper of a light shall report."),
    "number words": ("Three members shall be present.", "3 members shall be present."),
    "plural": ("The party shall keep the record.", "The parties shall keep the records."),
    "said": ("The said vessel shall leave.", "That vessel shall leave."),
    "pursuant to": ("Measures in accordance with the plan.", "Measures pursuant to the plan."),
    "with respect to": ("Rules with respect to reefs.", "Rules concerning reefs."),
    "must and shall": ("The master must report.", "The master shall report."),
    "prior to": ("Prior to departure, crews shall rest.", "Before departure, crews shall rest."),
    "carry out": ("The Board shall carry out its tasks.", "The Board shall perform its tasks."),
    "end of an item": ("the right to be heard; or", "the right to be heard;"),
    "order of words": ("Silence should therefore not bind.", "Silence should not therefore bind."),
    "initials": (
        "Article 3 of the Treaty on the Northern Lights applies.",
        "Article 3 of the TNL applies.",
    ),
    "said once for two": (
        "Under Union law or Member State law it is void.",
        "Under Union or Member State law it is void.",
    ),
    "possessive": ("The vessel's owner shall pay.", "The owner of the vessel shall pay."),
    "a footnote behind the end": ("The list binds keepers.", "The list binds keepers.[7]"),
    "a short name for a principle": (
        "Logs shall be kept openly and in full;",
        "Logs shall be kept openly and in full (‘openness’);",
    ),
    "a short name with an article": (
        "The Fund for Wrecks and Reefs pays divers.",
        "The Fund for Wrecks and Reefs (the “Fund”) pays divers.",
    ),
    "if any": (
        "The master and the pilot, if any, shall sign.",
        "The master and the pilot, where applicable, shall sign.",
    ),
    "as long as": (
        "Nets may stay as long as they are marked.",
        "Nets may stay provided that they are marked.",
    ),
    "footnote": ("The list of reefs[12] is annexed.", "The list of reefs[7] is annexed."),
    "fulfil and perform": (
        "The keeper shall fulfil the task at night.",
        "The keeper shall perform the task at night.",
    ),
    "manner and way": ("Nets shall be hung in a safe way.", "Nets shall be hung in a safe manner."),
    "null and void": ("The sale is null and void.", "The sale is void."),
    "each and every": ("Each and every vessel shall stop.", "Every vessel shall stop."),
    "until such time as": (
        "Nets stay ashore until such time as the ice melts.",
        "Nets stay ashore until the ice melts.",
    ),
    "in lieu of": ("A bond may be given in lieu of a fee.", "A bond may be given instead of a fee."),
    "next following": (
        "The report is due on the next following working day.",
        "The report is due on the next working day.",
    ),
    "be able to": (
        "The port may close its gates at night.",
        "The port shall be able to close its gates at night.",
    ),
    "not in compliance": (
        "The net does not comply with this rule.",
        "The net infringes this rule.",
    ),
    "as well as": (
        "The rule binds masters and also pilots of the strait.",
        "The rule binds masters as well as pilots of the strait.",
    ),
    "whether or not": (
        "The fee is due regardless of whether the vessel carries salt or not.",
        "The fee is due regardless of whether the vessel carries salt.",
    ),
}  # fmt: skip

SUBSTANCE = {
    "words in brackets that are no name": (
        "Logs shall be kept in full.",
        "Logs shall be kept in full (also by pilots).",
    ),
    "a paragraph in brackets": (
        "Article 7 (3) binds keepers of the lights.",
        "Article 7 (4) binds keepers of the lights.",
    ),
    "another act": (
        "Directive 12/34/EC of 3 May 1999 on buoys binds keepers.",
        "Directive 12/35/EC of 3 May 1999 on buoys binds keepers.",
    ),
    "and, or": ("Nets and traps are banned.", "Nets or traps are banned."),
    "not": ("Nets are banned.", "Nets are not banned."),
    "or as well as": (
        "The rule binds masters or pilots of the strait.",
        "The rule binds masters as well as pilots of the strait.",
    ),
    "or without": (
        "Vessels with lamps may sail.",
        "Vessels with or without lamps may sail.",
    ),
    "terminate and expire": ("The lease shall terminate.", "The lease shall expire."),
    "nominate and appoint": (
        "The port shall nominate a keeper.",
        "The port shall appoint a keeper.",
    ),
    "number": ("Within 30 days the Board shall meet.", "Within 60 days the Board shall meet."),
    "any, all": ("Parties may use all nets.", "Parties may use nets."),
    "with, without": ("Boats with lamps may sail.", "Boats without lamps may sail."),
    "to, from": ("Exports to the islands are free.", "Exports from the islands are free."),
    "to, and from": ("Flows to the islands are free.", "Flows to and from the islands are free."),
    "shall, may": ("Parties shall meet.", "Parties may meet."),
    "who does what to whom": (
        "The owner shall pay the keeper.",
        "The keeper shall pay the owner and wait.",
    ),
    "an item of a list": ("Nets and traps are banned.", "Nets, lines and traps are banned."),
    "a moved adjective": (
        "Develop effective mechanisms for enforcement.",
        "Develop mechanisms for effective enforcement.",
    ),
    "a reference": ("Article 5 applies.", "Article 6 applies."),
    "brackets": ("Parties shall meet [in public].", "Parties shall meet in public."),
    "a date": ("From 1 May 2020 it applies.", "From 1 June 2020 it applies."),
    "derived from one root": ("Public health rules apply.", "Public healthy rules apply."),
}

FRENCH = {
    "accord": ("Les Parties concernées se réunissent.", "La Partie concernée se réunissent."),
    "relatif à": ("Les règles relatives aux récifs.", "Les règles concernant les récifs."),
}
SPANISH = {
    "con arreglo a": ("Con arreglo a este plan.", "De conformidad con este plan."),
    "punctuation": ("Las Partes, sin demora, votarán.", "Las Partes sin demora votarán."),
}


@pytest.mark.parametrize(("old", "new"), EDITORIAL.values(), ids=EDITORIAL)
def test_editorial(old: str, new: str) -> None:
    assert told(old, new) == {("editorial", "")}
    assert told(new, old) == {("editorial", "")}


@pytest.mark.parametrize(("old", "new"), SUBSTANCE.values(), ids=SUBSTANCE)
def test_not_editorial(old: str, new: str) -> None:
    for found in (findings(old, new), findings(new, old)):
        assert found
        assert "editorial" not in {one.kind for one in found}


@pytest.mark.parametrize(("old", "new"), FRENCH.values(), ids=FRENCH)
def test_french(old: str, new: str) -> None:
    assert told(old, new, "fr") == {("editorial", "")}


@pytest.mark.parametrize(("old", "new"), SPANISH.values(), ids=SPANISH)
def test_spanish(old: str, new: str) -> None:
    assert told(old, new, "es") == {("editorial", "")}


def test_a_renamed_term_is_editorial() -> None:
    old, new = "The Executive Council shall meet.", "The Council shall meet."
    assert told(old, new) != {("editorial", "")}
    known = replace(FREE, renamed=MappingProxyType({"executiv council": "council"}))
    assert [one.kind for one in findings(old, new, known)] == ["editorial"]


def test_a_consequential_reference_is_editorial() -> None:
    old, new = "Subject to article 17, nets are banned.", "Subject to article 4, nets are banned."

    def follows(_: Change) -> tuple[Spans, Spans]:
        return frozenset(((11, 21),)), frozenset(((11, 20),))

    assert (old[11:21], new[11:20]) == ("article 17", "article 4,"[:9])
    assert [one.kind for one in findings(old, new, Context("en", follows))] == ["editorial"]
    assert ("reference", "replaced") in {(x.kind, x.direction) for x in findings(old, new)}


def test_only_white_space() -> None:
    assert findings("Parties shall  meet.", "Parties shall meet.") == ()


def test_nothing_changed() -> None:
    assert findings("Parties shall meet.", "Parties shall meet.") == ()


def test_only_the_heading() -> None:
    here = Provision("art_1", "article", heading="Nets", text="Nets are banned.")
    there = replace(here, heading="Use of nets")
    made = change(here.text, there.text, (here.heading, there.heading))
    (found,) = kinds(made, here, there, FREE)
    assert (found.kind, found.old[0].text, found.new[0].text) == ("heading", "Nets", "Use of nets")
    assert {words.place for words in (*found.old, *found.new)} == {"heading"}


def test_of_a_language_without_rules_only_the_same_words_are_told() -> None:
    assert told("Суда, сети.", "Суда сети;", "ru") == {("editorial", "")}
    assert findings("Суда могут плыть.", "Суда должны плыть.", Context("ru")) == ()
    assert findings("各缔约国应合作", "各缔约国可合作", Context("zh")) == ()
