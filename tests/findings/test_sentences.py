"""What is said of a change: the whole sentence, written by hand for each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.drafts import outline
from tests.findings.made import NEW, OLD, in_language, kinds, said_of, told, words_not_there
from tracker.findings import findings
from tracker.model import Alignment

SENTENCES = [
    pytest.param(
        "art_2__para_1",
        "Article 2 (“Keeping of lights”), paragraph 1: “shall” became “may”: what was a duty is now "
        "an option (“Each State Party may keep a light burning in every harbour at night”).",
        id="a duty that is an option",
    ),
    pytest.param(
        "art_3__para_1",
        "Article 3 (“Searches on board”), paragraph 1 loses words of protection: “judicial review”, "
        "in “subject to judicial review”.",
        id="a protection that is gone",
    ),
    pytest.param(
        "art_4__para_1",
        "Article 4 (“Attacks on lighthouses”), paragraph 1 loses the condition “without right” (“Each "
        "State Party shall adopt the laws needed to make it a criminal offence, where committed intentionally "
        "and without right, to put out the lamp of a lighthouse”).",
        id="a condition that is gone",
    ),
    pytest.param(
        "art_2__para_2",
        "Article 2 (“Keeping of lights”), paragraph 2: a number changed: “two days” became “five "
        "days” (“The keeper shall report each failure of a light to the harbour master within five days”).",
        id="a number",
    ),
    pytest.param(
        "art_3__para_2",
        "Article 3 (“Searches on board”), paragraph 2 pointed at Article 2 (“Keeping of lights”), "
        "paragraph 1, now points at Article 2 (“Keeping of lights”), paragraph 2 (“paragraph 1 of "
        "article 2” became “paragraph 2 of article 2”).",
        id="a reference that points elsewhere",
    ),
]


@pytest.mark.parametrize(("eid", "sentence"), SENTENCES)
def test_a_sentence(eid: str, sentence: str) -> None:
    assert said_of(told(OLD, NEW), eid) == sentence


def test_wholes_are_told_once_with_all_that_stands_in_them() -> None:
    found = told(OLD, NEW)
    (gone,) = [one for one in found if one.kind == "gone"]
    (new,) = [one for one in found if one.kind == "new"]
    assert (gone.old, gone.new, new.old, new.new) == ("art_5", None, None, "art_5")
    assert gone.sentence == (
        "Article 5 (“Old buoys”) is gone: “Buoys of wood are painted in red once a year by the "
        "guild of painters”."
    )
    assert new.sentence.startswith("Article 5 (“Bells in fog”) is new: “A bell is rung")


def test_the_order_is_that_of_kinds() -> None:
    assert kinds(told(OLD, NEW)) == [
        ("force", "art_2__para_1"),
        ("safeguard", "art_3__para_1"),
        ("qualifier", "art_4__para_1"),
        ("threshold", "art_2__para_2"),
        ("gone", "art_5"),
        ("new", "art_5"),
        ("reference", "art_3__para_2"),
    ]


def test_all_works_without_references() -> None:
    found = told(OLD, NEW, referring=False)
    assert ("force", "art_2__para_1") in kinds(found)
    assert not [one for one in found if "pointed at" in one.sentence]


def test_the_evidence_is_where_it_says() -> None:
    drafts = {"old": outline(OLD), "new": outline(NEW)}
    shown = [words for one in told(OLD, NEW) for words in one.evidence]
    assert len(shown) >= 7
    for words in shown:
        (provision,) = [p for p in drafts[words.side].provisions if p.eid == words.eid]
        held = provision.heading if words.place == "heading" else provision.text
        assert held[words.start : words.end] == words.text


def test_only_words_that_are_there_are_quoted() -> None:
    assert not words_not_there(told(OLD, NEW), outline(OLD), outline(NEW))


def test_nothing_is_said_of_the_same_text_with_other_numbers() -> None:
    new = OLD.replace("Article 5", "Article 6").replace("art_5", "art_6")
    assert told(OLD, OLD) == ()
    assert told(OLD, new) == ()


def test_a_change_of_job_is_told_first() -> None:
    old = """
    art_1 | Article 1 | Lamps |
      art_1__para_1 | 1. | | Each Party shall adopt the measures needed to make it a criminal offence, where \
committed intentionally, to break the lamp of a lighthouse on the coast.
    """
    new = """
    art_1 | Article 1 | Lamps |
      art_1__para_1 | 1. | | Each Party may provide for aggravating circumstances where somebody means \
to break the lamp of a lighthouse on the coast.
    """
    lead = told(old, new)[0]
    assert lead.kind == "function"
    assert (
        "was an offence of its own and is now an aggravating circumstance: “Each Party"
        in lead.sentence
    )


MOVED = "The watch is doubled in a storm, and no ship leaves the port until the bell has been rung twice."
STAYED = (
    "The bell of the harbour is rung at noon by the eldest keeper. Dues are paid in coin to the clerk \
of the town, who writes them into a book that all may read on the days of the market, and no other."
)


def test_words_that_moved_are_neither_gone_nor_new() -> None:
    old = f"""
    art_1 | Article 1 | Bells | {STAYED} {MOVED}
    art_2 | Article 2 | Ships | A ship in port pays the dues that the council has fixed. {STAYED[::-1]}
    """
    new = f"""
    art_1 | Article 1 | Bells | {STAYED}
    art_2 | Article 2 | Ships | A ship in port pays the dues that the council has fixed. {STAYED[::-1]} {MOVED}
    """
    found = told(old, new)
    assert not [one for one in found if "loses" in one.sentence or "gains" in one.sentence]
    assert any(
        one.kind == "moved" and "holds words that stood in Article 1: “The watch" in one.sentence
        for one in found
    )


def test_the_parts_of_a_provision_are_not_new_for_one_another() -> None:
    old = f"""
    art_1 | Article 1 | Bells | The bell of the harbour is rung at noon by the eldest keeper. {MOVED}
    art_2 | Article 2 | Ships | A ship in port pays the dues that the council of the town has fixed.
    """
    new = f"""
    art_1 | Article 1 | Bells | The bell of the harbour is rung at noon by the eldest keeper.
    art_2 | Article 2 | Ships | A ship in port pays the dues that the council of the town has fixed. {MOVED}
    """
    found = told(old, new)
    assert {one.kind for one in found} == {"moved"}


def test_what_an_excerpt_does_not_hold_is_not_gone() -> None:
    before, after = outline(OLD, symbol="A/1"), outline(NEW, symbol="A/2", partial=True)
    assert "gone" not in {one.kind for one in told(before, after)}
    found = told(replace(before, partial=True), replace(after, partial=False))
    (new,) = [one for one in found if one.kind == "new"]
    assert not new.sure
    assert new.sentence.startswith("Possibly: Article 5")
    assert new.sentence.endswith(
        "Uncertain, because A/1 covers only part of the text, and may just not hold it."
    )


def test_the_same_change_in_several_places_is_one_finding() -> None:
    lines = ["warden keeps the keys of the northern tower", "warden counts the boats at low water"]
    old = "\n".join(f"art_{n} | Article {n} | | The old {line}." for n, line in enumerate(lines, 1))
    new = old.replace("old warden", "grey warden")
    (found,) = told(old, new)
    assert found.places == (("art_1", "art_1"), ("art_2", "art_2"))
    assert found.sentence.startswith("Article 1 and Article 2: “old” became “grey”")


def test_a_language_without_rules_gets_no_claims_on_kinds() -> None:
    before, after = (in_language(outline(text), "sw") for text in (OLD, NEW))
    after = replace(after, symbol="A/2")
    assert {one.kind for one in told(before, after)} <= {
        "gone",
        "new",
        "editorial",
        "moved",
        "heading",
    }


def test_a_new_part_of_a_renumbered_article_says_which_article_it_was() -> None:
    old = """
    art_1 | Article 1 | Lamps |
      art_1__para_1 | 1. | | The keeper trims the lamps of the tower at dusk and again at midnight.
    """
    new = """
    art_3 | Article 3 | Lamps |
      art_3__para_1 | 1. | | The keeper trims the lamps of the tower at dusk and again at midnight.
      art_3__para_2 | 2. | | Oil for them is brought by boat from the far shore.
    """
    (one,) = told(old, new)
    assert one.sentence.startswith(
        "Article 3 (“Lamps”), paragraph 2 (Article 1 became Article 3) is new: “Oil for them"
    )


@pytest.mark.parametrize(
    ("old", "new", "kind", "said"),
    [
        pytest.param("Keepers", "KEEPERS", "editorial", "was called “Keepers” and", id="capitals"),
        pytest.param(
            "Keepers",
            "Guards of towers",
            "heading",
            "Article 1 was called “Keepers” and is now called “Guards of towers”.",
            id="another",
        ),
    ],
)
def test_headings(old: str, new: str, kind: str, said: str) -> None:
    text = (
        "art_1 | Article 1 | {} | The tower is kept by those whom the town has chosen at the fair."
    )
    (one,) = told(text.format(old), text.format(new))
    assert one.kind == kind
    assert said in one.sentence


def test_two_empty_drafts() -> None:
    empty = replace(outline(OLD), provisions=())
    assert findings(empty, empty, Alignment("A/1", "A/1", ()), ()) == ()


def test_a_reference_that_became_two_is_told_with_the_other() -> None:
    """“now points at paragraph 2” alone would be half of it."""
    old = OLD.replace(
        "used without prejudice to paragraph 1 of article 2.", "used pursuant to article 2 alone."
    )
    new = OLD.replace(
        "used without prejudice to paragraph 1 of article 2.",
        "used pursuant to article 1 alone, or pursuant to article 4.",
    )
    said = said_of(told(old, new), "art_3__para_2")
    assert "now points at Article 1 (“Purpose”), among others" in said
