"""Words that came or went in one place while the other draft has them: no gain and no loss."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.drafts import outline
from tests.findings.made import said_of, told, words_not_there
from tracker.align import align
from tracker.diff import changes
from tracker.findings import Found, findings
from tracker.findings.elsewhere import common, holds, like, plain, stemmed
from tracker.findings.known import Known
from tracker.ingesters import About
from tracker.model import Draft
from tracker.texts import draft_of

CLAIM = re.compile(r"\b(gains|loses) (?:words|the)\b([^“;]*)“([^”]*)”")


def false_claims(found: tuple[Found, ...], old: Draft, new: Draft) -> list[str]:
    """What is told for sure as gained, or lost, that the other article has in the same words."""
    before, after = Known(old), Known(new)
    false: list[str] = []
    for one in found:
        if one.old is None or one.new is None or not one.sure:
            continue
        there = {
            "gains": before.plain[before.names.unit(one.old)],
            "loses": after.plain[after.names.unit(one.new)],
        }
        false += [m.group() for m in CLAIM.finditer(one.sentence) if holds(there[m[1]], m[3])]
    return false


@pytest.mark.shared
def test_of_real_drafts_nothing_is_gained_that_was_there(shared_data: Path) -> None:
    old, new = (
        draft_of(shared_data / "gdpr" / name, About("n", name, date))
        for name, date in (
            ("com-2012-11-proposal.en.txt", "2012-01-25"),
            ("regulation-2016-679.en.txt", "2016-04-27"),
        )
    )
    found = told(old, new)
    assert sum(len(CLAIM.findall(one.sentence)) for one in found) > 200
    assert not false_claims(found, old, new)


RULE = """
art_1 | Article 1 | Keepers | {}
art_2 | Article 2 | Boats | Boats lie at the pier in winter.
art_3 | Article 3 | Nets | Nets dry on the wall behind the chapel.
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            "Where the guild referred to in paragraph 1 has made the harbour charts public, it shall "
            "take all fair steps, including technical measures, in relation to charts for the "
            "printing of which the guild is answerable, to tell pilots which are using such charts, "
            "that an owner asks them to erase any copy of that chart.",
            "Where the guild has made the harbour charts public and is obliged pursuant to paragraph "
            "1 to erase the harbour charts, the guild, taking account of the winds and the cost of "
            "paper, shall take fair steps, including technical measures, to tell guilds which are "
            "using the harbour charts that the owner has asked the erasure by such guilds of any "
            "copy of those harbour charts.",
            id="words that the comparison pairs with others",
        ),
        pytest.param(
            "The council lays down the term of the members of the guild of no less than a year.",
            "The council lays down the term of the member or members of the guild of no less than a "
            "year.",
            id="one word",
        ),
        pytest.param(
            "The guild has, on the land of its own town, the powers given to it by this law.",
            "The guild is competent for the powers given to it by this law on the land of its own "
            "town.",
            id="words in another place",
        ),
        pytest.param(
            "The pilot sounds the horn where fog hides the rocks. The keeper rings the bell at noon.",
            "The pilot sounds the horn where fog hides the rocks. The keeper rings the bell at noon "
            "where fog hides the rocks.",
            id="words once more",
        ),
    ],
)
def test_what_the_other_text_has_is_neither_gained_nor_lost(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        said = said_of(told(RULE.format(before), RULE.format(after)), "art_1")
        claims = [words for _, _, words in CLAIM.findall(said)]
        assert not [
            words for words in claims if holds(plain(before), words) == holds(plain(after), words)
        ]


def test_a_clause_that_got_a_word_is_told_as_it_was_and_is() -> None:
    rule = "The council lays down the term of the {}members of the guild."
    said = said_of(
        told(RULE.format(rule.format("")), RULE.format(rule.format("member or "))), "art_1"
    )
    assert said.endswith(
        "“The council lays down the term of the members of the guild” became "
        "“The council lays down the term of the member or members of the guild”."
    )


def test_a_new_sentence_did_not_come_of_its_neighbour() -> None:
    rule = "The pilot sounds the horn.{} The keeper rings the bell. The council meets in the tower."
    found = told(RULE.format(rule.format("")), RULE.format(rule.format(" The council meets.")))
    for one in found:
        assert "horn” became “The council meets”" not in one.sentence
        assert "bell” became “The council meets”" not in one.sentence


def test_what_joins_a_word_to_others_did_not_come_of_a_long_passage() -> None:
    old = (
        "The guild hears each complaint of a master, and answers the master concerned, if the master "
        "has sent a letter to the tower, within a week of the end of its inquiry."
    )
    new = "The guild hears each complaint of a master or other officer."
    assert "became “or other officer”" not in said_of(
        told(RULE.format(old), RULE.format(new)), "art_1"
    )


def test_a_small_word_at_the_end_of_a_long_item_is_told() -> None:
    item = f"lamps or wicks of {' and '.join(f'pier {n}' for n in range(30))}"
    for old, new in ((f"{item};", f"{item}; or"), (f"{item}; or", f"{item};")):
        found = told(RULE.format(old), RULE.format(new))
        assert "became" in said_of(found, "art_1")
        assert not words_not_there(found, outline(RULE.format(old)), outline(RULE.format(new)))


def test_words_of_another_paragraph_of_the_article_are_not_gained() -> None:
    text = """
art_1 | Article 1 | Keepers |
  art_1__para_1 | 1. | | The keeper rings the bell at the pier{} at noon on every day of the week.
  art_1__para_2 | 2. | | The pilot sounds the horn of the western tower when fog hides the rocks.
"""
    found = told(text.format(""), text.format(" of the western tower"))
    said = said_of(found, "art_1__para_1")
    assert "gains" not in said
    assert "rings the bell at the pier of the western tower at noon" in said


def test_what_is_new_to_the_article_is_gained() -> None:
    old = "The keeper rings the bell at noon on every day of the week."
    new = "The keeper rings the bell at noon on every day of the week and in heavy fog."
    assert "gains the words “and in heavy fog”" in said_of(
        told(RULE.format(old), RULE.format(new)), "art_1"
    )


def test_words_are_looked_for_as_whole_words() -> None:
    assert holds(plain("The keeper’s lamp (of oil)"), "lamp, of oil")
    assert not holds(plain("The keepers"), "keeper")
    assert not holds(plain("The keepers"), "—")


def test_another_form_of_the_words_is_like_them() -> None:
    there = stemmed("p", "An owner who got a licence shall be informed by the guild.", "en")
    found = like(stemmed("q", "inform the owner", "en"), [there], frozenset())
    assert found is not None
    assert found.text[found.start : found.end] == "owner who got a licence shall be informed"


def test_words_far_apart_are_not_like_a_phrase() -> None:
    far = " ".join(f"bell{n}" for n in range(20))
    there = stemmed("p", f"The lamp {far} wick {far} oil.", "en")
    assert like(stemmed("q", "lamp wick oil", "en"), [there], frozenset()) is None


def test_what_the_whole_draft_says_makes_nothing_alike() -> None:
    draft = [stemmed(f"p{n}", f"The owner shall keep rule{n}.", "en") for n in range(30)]
    known = common(draft)
    assert "owner" in known
    assert like(stemmed("q", "inform the owner", "en"), draft, known) is None


ARTICLE = """
art_1 | Article 1 | Licences |
  art_1__para_1 | 1. | | The guild issues a licence to each owner of a boat within a week.
  art_1__para_2 | 2. | | {}
art_2 | Article 2 | Boats | Boats lie at the pier in winter.
"""
INFORMS = (
    "Where a licence is withdrawn, the guild shall inform the person concerned before the day."
)
INFORMED = (
    "Where a licence is withdrawn, a person concerned by it shall be informed by the guild before "
    "that day."
)
SILENT = "Where a licence is withdrawn, the guild shall keep the paper in a box until the day."


@pytest.mark.parametrize(("old", "new"), [(INFORMS, INFORMED), (INFORMED, INFORMS)])
def test_protection_in_another_form_is_not_lost_for_sure(old: str, new: str) -> None:
    found = told(ARTICLE.format(old), ARTICLE.format(new))
    (one,) = [one for one in found if one.new == "art_1__para_2"]
    assert not (one.sure and "words of protection" in one.sentence)


@pytest.mark.parametrize(("gone", "age"), [(False, "older"), (True, "newer")])
def test_the_place_of_like_words_is_told(*, gone: bool, age: str) -> None:
    article = ARTICLE.replace(
        "within a week.", "within a week, and keeps confidentiality of names."
    )
    drafts = [
        article.format(f"The guild keeps a list{end}.") for end in ("", " that is confidential")
    ]
    said = said_of(told(*reversed(drafts)) if gone else told(*drafts), "art_1__para_2")
    assert said.startswith("Possibly: ")
    assert f"like words stand in Article 1, paragraph 1 of the {age} draft: “" in said


def test_protection_that_is_nowhere_is_lost() -> None:
    (one,) = [
        one
        for one in told(ARTICLE.format(INFORMS), ARTICLE.format(SILENT))
        if one.new == "art_1__para_2"
    ]
    assert "loses words of protection" in one.sentence
    assert one.sure


EXEMPT = [
    pytest.param("The guild names the owner to the council, unless {}.", id="unless"),
    pytest.param("This rule shall not apply to boats of the guild where {}.", id="not apply"),
]


@pytest.mark.parametrize("frame", EXEMPT)
def test_protection_in_an_exemption_is_not_gained_for_sure(frame: str) -> None:
    without = "the boat carries no more than four barrels of oil to the tower in one summer"
    words = " and is unlikely to harm the fundamental rights and freedoms of persons"
    old, new = (ARTICLE.format(frame.format(text)) for text in (without, without + words))
    found = [one for one in told(old, new) if one.new == "art_1__para_2"]
    assert found
    for one in found:
        assert not (one.sure and "gains words of protection" in one.sentence)


HELD = """
art_1 | Article 1 | Fines |
  art_1__para_1 | 1. | | The guild {} impose a fine of ten crowns on each owner of a boat.
  art_1__para_2 | 2. | | The pilot keeps the money in a chest of iron under the eastern tower.
  art_1__para_3 | 3. | | {}
art_8 | Article 8 | Boats | Boats lie at the pier in winter.
"""
GONE = "A warning in writing is given first by two members of the council of the port."
CAME = "Whoever pays before Easter gets half of the crowns back from the hospital."


def doubted(score: float) -> tuple[Found, ...]:
    """The findings of two drafts whose Article 1 is linked with this likelihood."""
    old = outline(HELD.format("shall", GONE), symbol="A/1")
    new = outline(HELD.format("may", CAME), symbol="A/2", date="2031-01-01")
    made = align(old, new)
    links = tuple(
        replace(one, score=score) if one.old == one.new == "art_1" else one for one in made.links
    )
    alignment = replace(made, links=links)
    return findings(old, new, alignment, changes(old, new, alignment))


def test_what_hangs_on_an_uncertain_article_is_possible_at_most() -> None:
    inside = [one for one in doubted(0.4) if (one.new or one.old or "").startswith("art_1__")]
    assert {one.kind for one in inside} >= {"force", "gone", "new"}
    for one in inside:
        assert one.sentence.startswith("Possibly: ")
        assert "it hangs on Article 1 of the older draft being Article 1 of the newer" in one.why


def test_what_stands_in_a_sure_article_is_sure() -> None:
    assert all(one.sure for one in doubted(0.99))
