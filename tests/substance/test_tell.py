"""The other kinds of a change, provisions that are new or gone, and texts that want to be slow."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.substance.changing import FREE, change, findings, told
from tracker.model import Change, Hunk, Provision
from tracker.substance import KINDS, Context, Finding, kinds, profile

THRESHOLDS = {
    "days": ("Answer within 30 days.", "Answer within 60 days.", "replaced"),
    "days in words": ("Answer within thirty days.", "Answer within sixty days.", "replaced"),
    "another measure": ("It lasts for two years.", "It lasts for six months.", "removed"),
    "percentage": ("A tax of 5 per cent is due.", "A tax of 8 per cent is due.", "replaced"),
    "majority": (
        "The Board decides by a simple majority of members.",
        "The Board decides by a two-thirds majority of members.",
        "replaced",
    ),
    "consensus": (
        "The Conference shall adopt decisions.",
        "The Conference shall adopt decisions by consensus.",
        "added",
    ),
    "date": ("It applies from 1 May 2020.", "It applies from 4 May 2020.", "replaced"),
    "a limit that is new": (
        "The seal stays on the hatch.",
        "The seal stays on the hatch for at most 12 hours.",
        "added",
    ),
    "states": (
        "It enters into force after 40 ratifications.",
        "It enters into force after 60 ratifications.",
        "replaced",
    ),
}
FIGURES = {
    "parted by blanks": ("250 000 EUR", "500 000 EUR"),
    "parted by commas": ("1,000,000 euros", "20,000,000 euros"),
    "the currency before it": ("EUR 1 000 000", "EUR 20 000 000"),
    "a sign of money": ("£500", "£1,500"),
    "a sign of money and a blank": ("€ 1.000", "€ 20.000"),
    "decimals": ("0,5 %", "2,5 %"),
    "decimals of millions": ("$1.5 million", "$3 million"),
    "per cent in words": ("5 per cent", "7.5 per cent"),
    "hours": ("24 hours", "72 hours"),
    "a fraction": ("1/2", "1/3"),
    "cents": ("12.50 EUR", "12.75 EUR"),
    "cents behind a code": ("EUR 12.50", "EUR 12.75"),
    "cents behind a sign and a blank": ("$ 1.50", "$ 1.75"),
    "hours with decimals": ("7.5 hours", "7.8 hours"),
    "degrees": ("1.5 °C", "2.5 °C"),
    "short for millions": ("£1.5m", "£2.5m"),
    "millions and billions": ("EUR 5 million", "EUR 5 billion"),
    "the sign behind it": ("500 €", "900 €"),
    "rupees": ("Rs.500", "Rs.900"),
}
"""Amounts that took the place of others, as they are to be quoted: whole."""

FOREIGN_FIGURES = {
    "per cent in French": ("0,5 pour cent", "2,5 pour cent", "fr"),
    "per cent in Spanish": ("0,5 por ciento", "2,5 por ciento", "es"),
    "millions in French": ("1,5 millions d'euros", "2,5 millions d'euros", "fr"),
    "millions in Spanish": ("1,5 millones de euros", "2,5 millones de euros", "es"),
}
SAME_AMOUNTS = {
    "a sign for a code": ("500 EUR", "€500"),
    "a word for a code": ("500 EUR", "500 euros"),
    "a sign for a word": ("5 percent", "5 %"),
    "millions in digits": ("EUR 5 million", "EUR 5 000 000"),
    "a nought behind the point": ("5.0 %", "5 %"),
}

NO_THRESHOLD = {
    "the same amount parted otherwise": (
        "A tax of 1,000 euros is due.",
        "A tax of 1 000 euros is due.",
    ),
    "a number of provisions with a point": (
        "Rule 5.2 applies to nets.",
        "Rule 5.3 applies to nets.",
    ),
    "number of an article": ("Article 5 applies to nets.", "Article 6 applies to nets."),
    "number of an act": (
        "The Harbours Act of 1998 applies to it.",
        "The Harbours Act of 2001 applies to it.",
    ),
    "symbol of a document": (
        "The Board took note of A/AC.4/2026/CRP.9 and of rule 2016/679.",
        "The Board took note of A/AC.4/2028/CRP.4 and of rule 2018/675.",
    ),
    "list item": ("It applies (1) to nets.", "It applies (2) to nets."),
    "one or more": ("A keeper shall watch.", "One or more keepers shall watch."),
}
ACTORS = {
    "Commission to Board": (
        "The Commission shall publish the list of ports.",
        "The Board shall publish the list of ports.",
    ),
    "one more": (
        "Parties shall publish the list of ports.",
        "Parties and regional organizations shall publish the list of ports.",
    ),
    "concerned": (
        "States Parties shall publish the list of ports.",
        "Flag States shall publish the list of ports.",
    ),
}


def test_a_rule_that_is_now_one_for_somebody_else() -> None:
    old = "The Commission shall lay down in an act what the list of ports and of piers holds."
    new = "Each Party may publish the list of ports and of piers and shall keep it in its archive."
    (found,) = (one for one in findings(old, new) if one.kind == "actor")
    assert (found.direction, found.detail, found.sure) == ("replaced", "all subjects", True)
    assert (found.old[0].text, found.new[0].text) == ("The Commission", "Each Party")
    renamed = Context("en", renamed={"commission": "party"})
    assert "actor" not in {one.kind for one in findings(old, new, renamed)}


JOINED = {
    "one more who acts, anywhere": (
        "The list binds vessels of a company in the port.",
        "The list binds vessels of a company or undertaking in the port.",
    ),
    "one more to whom it is owed": (
        "The keeper shall report the wreck.",
        "The keeper shall report the wreck to the Council.",
    ),
    "one more by whom it is done": (
        "Wrecks may be raised for repair.",
        "Wrecks may be raised by the competent authority for repair.",
    ),
}
NO_ACTOR = {
    "a modal behind a member": ("A member may leave.", "A member shall leave."),
    "who stands in the sentence already": (
        "The Council and the Board shall meet.",
        "The Council and the Board shall meet and the Council shall vote.",
    ),
    "a majority of members": (
        "The Board shall adopt its rules.",
        "The Board shall adopt its rules by a majority of its members.",
    ),
    "number": ("Member States shall meet.", "Each Member State shall meet."),
    "article": ("A Party shall meet once.", "The Party shall meet twice."),
}
REFERENCES = {
    "article": ("Article 5 applies.", "Article 6 applies.", "replaced", False),
    "gone": (
        "Nets may be used in accordance with Article 80 of the code.",
        "Nets may be used in accordance with the code.",
        "removed",
        True,
    ),
    "new": (
        "The Board decides on nets as a body.",
        "The Board decides on nets as a body under paragraph 2(a).",
        "added",
        True,
    ),
    "instrument": (
        "The list in Directive 95/46 is used by ports.",
        "The list is used by ports.",
        "removed",
        True,
    ),
}
SCOPES = {
    "item": ("Nets and traps are banned.", "Nets, lines and traps are banned.", "wider"),
    "item gone": ("Nets, lines and traps are banned.", "Nets and traps are banned.", "narrower"),
    "attribute": ("Vessels shall carry a light.", "Vessels of the fleet shall carry a light.", "narrower"),
    "purpose": (
        "Samples may be taken for research.",
        "Samples may be taken for research or teaching.",
        "wider",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "direction"), THRESHOLDS.values(), ids=THRESHOLDS)
def test_threshold(old: str, new: str, direction: str) -> None:
    assert ("threshold", direction) in told(old, new)


@pytest.mark.parametrize(("old", "new"), FIGURES.values(), ids=FIGURES)
def test_figures_are_told_whole(old: str, new: str) -> None:
    said = "The keeper pays {} to the harbour each year."
    (found,) = [
        one for one in findings(said.format(old), said.format(new)) if one.kind == "threshold"
    ]
    assert [words.text for words in (*found.old, *found.new)] == [old, new]


def test_a_number_before_a_measure_is_no_symbol() -> None:
    old, new = "Answer within 24/48 hours.", "Answer within 24/72 hours."
    (found,) = [one for one in findings(old, new) if one.kind == "threshold"]
    assert [words.text for words in (*found.old, *found.new)] == ["48 hours", "72 hours"]


@pytest.mark.parametrize(("old", "new", "language"), FOREIGN_FIGURES.values(), ids=FOREIGN_FIGURES)
def test_figures_of_other_languages_are_told_whole(old: str, new: str, language: str) -> None:
    context = replace(FREE, language=language)
    said = "X {} Y."
    (found,) = [
        one
        for one in findings(said.format(old), said.format(new), context)
        if one.kind == "threshold"
    ]
    assert [words.text for words in (*found.old, *found.new)] == [old, new]


@pytest.mark.parametrize(("old", "new"), SAME_AMOUNTS.values(), ids=SAME_AMOUNTS)
def test_the_same_amount_in_another_notation_is_no_change_of_numbers(old: str, new: str) -> None:
    said = "The keeper pays {} to the harbour each year."
    assert "threshold" not in {one.kind for one in findings(said.format(old), said.format(new))}


@pytest.mark.parametrize(("old", "new"), NO_THRESHOLD.values(), ids=NO_THRESHOLD)
def test_no_threshold(old: str, new: str) -> None:
    assert "threshold" not in {one.kind for one in findings(old, new)}


@pytest.mark.parametrize(("old", "new"), ACTORS.values(), ids=ACTORS)
def test_actor(old: str, new: str) -> None:
    assert ("actor", "replaced") in told(old, new)


PERHAPS_THE_SAME = {
    "a person by another word": (
        "Any person shall report wrecks.",
        "Any individual shall report wrecks.",
    ),
    "the same body, one of it": (
        "The port officer shall report wrecks.",
        "A single port officer shall report wrecks.",
    ),
}


@pytest.mark.parametrize(("old", "new"), PERHAPS_THE_SAME.values(), ids=PERHAPS_THE_SAME)
def test_who_acts_may_be_the_same(old: str, new: str) -> None:
    assert {one.sure for one in findings(old, new) if one.kind == "actor"} == {False}


@pytest.mark.parametrize(("old", "new"), JOINED.values(), ids=JOINED)
def test_actor_joined(old: str, new: str) -> None:
    assert ("actor", "added") in told(old, new)
    assert ("actor", "removed") in told(new, old)


@pytest.mark.parametrize(("old", "new"), NO_ACTOR.values(), ids=NO_ACTOR)
def test_no_actor(old: str, new: str) -> None:
    assert "actor" not in {one.kind for one in findings(old, new)}


@pytest.mark.parametrize(("old", "new", "direction", "sure"), REFERENCES.values(), ids=REFERENCES)
def test_reference(old: str, new: str, direction: str, sure: bool) -> None:
    found = {(one.kind, one.direction, one.sure) for one in findings(old, new)}
    assert ("reference", direction, sure) in found


NO_SCOPE = {
    "in another place": (
        "The keeper shall, in winter, repair the lamp.",
        "The keeper shall repair the lamp in winter.",
    ),
    "a duty of its own": (
        "The keeper shall repair the lamp.",
        "The keeper shall repair the lamp and shall report it.",
    ),
    "beside a condition": (
        "The keeper shall repair the lamp.",
        "The keeper shall repair the lamp, subject to the conditions set out in the annex.",
    ),
    "a definition": ("“buoy” means a float;", "“buoy” means a float of cork;"),
    "a number alone": ("The lists bind keepers.", "The 2 lists bind keepers."),
}


@pytest.mark.parametrize(("old", "new"), NO_SCOPE.values(), ids=NO_SCOPE)
def test_no_scope(old: str, new: str) -> None:
    assert "scope" not in {kind for kind, _ in told(old, new)}


def test_what_a_recital_tells_covers_nothing() -> None:
    old, new = "Storms sank boats.", "Storms and floods sank boats."
    for kind, sure in (("article", True), ("recital", False)):
        sides = (Provision("x", kind, text=old), Provision("x", kind, text=new))
        found = kinds(change(old, new), *sides, FREE)
        assert [one.sure for one in found if one.kind == "scope"] == [sure]


def test_much_that_nothing_else_tells_is_another_scope() -> None:
    old = "The keeper shall watch the lamps of the port and paint the posts of the pier."
    metals = "brass hooks with copper chains that hang from iron beams over stone steps near gates"
    woods = "oak masts with pine spars that lean on cedar walls behind brick sheds near barns"
    new = f"The keeper shall watch the {metals} of the port and paint the {woods} of the pier."
    assert ("scope", "other") in told(old, new)


def test_little_that_was_replaced_is_no_sure_scope() -> None:
    old, new = "The keeper shall watch the lamps.", "The keeper shall watch the pier."
    found = [(one.kind, one.sure) for one in findings(old, new)]
    assert found == [("scope", False)]


@pytest.mark.parametrize(("old", "new", "direction"), SCOPES.values(), ids=SCOPES)
def test_scope(old: str, new: str, direction: str) -> None:
    assert ("scope", direction) in told(old, new)


def test_definition() -> None:
    old, new = "“buoy” means a float;", "“buoy” means a float or a spar;"
    assert ("definition", "") in told(old, new)
    assert "definition" not in {kind for kind, _ in told("A buoy means luck.", "A buoy means woe.")}
    among = Context("en", defining=frozenset(("art_1",)))
    assert "definition" in {one.kind for one in findings("a float;", "a spar;", among)}


def test_several_kinds_in_one_change() -> None:
    old = "The Board shall publish the list of wrecks within 30 days."
    new = "The Board may, where appropriate, publish the list of wrecks within 90 days."
    found = told(old, new)
    assert {kind for kind, _ in found} == {"force", "qualifier", "threshold"}


def test_brackets_are_no_editing() -> None:
    (found,) = findings("Parties shall meet [in public].", "Parties shall meet in public.")
    assert (found.kind, found.direction, found.detail) == ("other", "removed", "brackets")
    assert [words.text for words in found.old] == ["[", "]"]


def alone(text: str, *, came: bool) -> tuple[Finding, ...]:
    """What is found in a provision that is new or gone as a whole."""
    here = Provision("art_1", "article", text=text)
    hunk = Hunk("insert" if came else "delete", text)
    relation = "inserted" if came else "deleted"
    old, new = (None, "art_1") if came else ("art_1", None)
    made = Change(old, new, relation, (hunk,), (), 0, 0)
    return kinds(made, *((None, here) if came else (here, None)), FREE)


@pytest.mark.parametrize("came", [True, False])
def test_a_provision_that_is_new_or_gone(came: bool) -> None:
    found = alone("Wardens shall, where appropriate, respect human rights.", came=came)
    assert [(x.kind, x.direction, x.detail) for x in found] == [
        ("force", "added" if came else "removed", "duty"),
        ("qualifier", "added" if came else "removed", "appropriateness"),
        ("safeguard", "added" if came else "removed", "rights"),
    ]
    shown = found[0].new if came else found[0].old
    assert [words.text for words in shown] == ["shall"]


def test_offsets_of_a_share_count_in_the_provision() -> None:
    whole = "Nets are banned. Traps shall be marked."
    part, new = "Traps shall be marked.", "Traps may be marked."
    made = change(part, new)
    (found,) = kinds(
        made,
        Provision("art_1", "article", text=whole),
        Provision("art_2", "article", text=new),
        FREE,
    )
    assert whole[found.old[0].start : found.old[0].end] == "shall"


def test_what_is_far_from_every_edit_is_left_out_and_offsets_stay() -> None:
    far = "Nets are banned in winter. " * 400
    found = findings(f"{far}Traps shall be marked. {far}", f"{far}Traps may be marked. {far}")
    assert [(one.kind, one.direction) for one in found] == [("force", "weaker")]


def test_a_change_of_level_counts_in_the_compared_text() -> None:
    old, new = "Nets shall be marked.\n(a) traps", "Nets may be marked."
    (found, *_) = kinds(
        change(old, new),
        Provision("art_1", "article", text="Nets shall be marked."),
        Provision("art_1", "article", text=new),
        FREE,
    )
    assert (found.old[0].place, found.new[0].place) == ("compared", "text")
    assert old[found.old[0].start : found.old[0].end] == "shall"


_LETTERS = random.Random(7)
_BLOCK = (
    "The Parties shall, where appropriate, notify 12 States of Article 5(2) within 30 days and "
    "may not, unless necessary, refuse a judicial remedy. "
)
SLOW = {
    "50,000 blanks": ("a" + " " * 50_000 + "b", "a c"),
    "20,000 random characters": (
        "".join(_LETTERS.choices("abcdefghij ,.;()[]-“’", k=20_000)),
        "".join(_LETTERS.choices("abcdefghij ,.;()[]-“’", k=20_000)),
    ),
    "a block 2,000 times": (_BLOCK * 2_000, _BLOCK * 1_999 + "End."),
    "no common word": ("shall " * 9_000, "may " * 9_000),
    "references": ("Article 1, " * 4_000, "Article 2, " * 4_000),
    "numbers": (" ".join(map(str, range(7_000))), " ".join(map(str, range(7_000, 14_000)))),
    "conditions": ("where if when " * 3_000, "unless in accordance with " * 1_500),
    "brackets": ("[" * 40_000, "]" * 40_000),
    "quotation marks": ('"' * 40_000, "“ means" * 5_000),
    "those who act": ("the Board or the Council " * 1_150, "the Board and to the court " * 1_080),
    "rules left to others": ("may provide that a Party shall " * 900, "shall act " * 2_900),
    "short names": ("('a " * 7_000, "(the 'a " * 4_000),
    "protection given way": ("privacy or dignity " * 1_500, "consent or appeal " * 1_600),
    "sentences": ("The Board may act. " * 1_500, "The Council shall act, if any. " * 950),
    "accents": ("e\u0301" * 20_000, "e" * 20_000),
}


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "zh"])
@pytest.mark.parametrize(("old", "new"), SLOW.values(), ids=SLOW)
def test_slow_texts(old: str, new: str, language: str) -> None:
    hunks = (Hunk("delete", old), Hunk("insert", new))
    made = Change("art_1", "art_1", "same", hunks, (), 0, 0, coarse=True)
    here = Provision("art_1", "article", text=old)
    began = time.process_time()
    found = kinds(made, here, Provision("art_1", "article", text=new), Context(language))
    profile(here, language)
    assert time.process_time() - began < 5
    assert not any(one.sure and one.kind != "editorial" for one in found)


WORDS = st.sampled_from(
    [
        "shall",
        "may",
        "not",
        "only",
        "the",
        "of",
        "Party",
        "Parties",
        "where",
        "appropriate",
        "without",
        "right",
        "5",
        "30",
        "days",
        "article",
        "human",
        "rights",
        "and",
        "or",
        ",",
        ".",
        ";",
        ":",
        "[",
        "]",
        "(",
        ")",
        "'",
        "“",
        "”",
        "must",
        "should",
        "be",
        "to",
        "in",
        "accordance",
        "with",
        "law",
        "a",
        "is",
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@given(TEXTS, TEXTS, st.sampled_from(["en", "fr", "es", "ru"]))
def test_whatever_is_found_stands_where_it_says(old: str, new: str, language: str) -> None:
    found = findings(old, new, Context(language))
    assert {one.kind for one in found} <= set(KINDS)
    assert found == findings(old, new, Context(language))
    if "editorial" in {one.kind for one in found}:
        assert len(found) == 1


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(old: str, new: str) -> None:
    findings(old, new)


@given(TEXTS)
def test_upper_case_is_editorial(text: str) -> None:
    assert {one.kind for one in findings(text, text.upper())} <= {"editorial"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param("article", {"editorial"}, id="a paragraph made an article"),
        pytest.param("paragraph", {"heading"}, id="a paragraph that got a heading"),
    ],
)
def test_a_heading_that_came_with_the_level(kind: str, expected: set[str]) -> None:
    text = "Nets shall be marked."
    old = Provision("art_1", "paragraph", text=text)
    new = Provision("art_1", kind, heading="Marking of nets", text=text)
    found = kinds(change(text, text, ("", "Marking of nets")), old, new, FREE)
    assert {one.kind for one in found} == expected
