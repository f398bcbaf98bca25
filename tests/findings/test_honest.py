"""What would make a reader print something wrong, and is said otherwise or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drafts import outline
from tests.findings.made import said_of, told, words_not_there
from tracker.findings import first
from tracker.findings.force_words import told as force_told
from tracker.findings.quoting import around, quoted

PORT = (
    "pier",
    "wall",
    "bell",
    "gate",
    "road",
    "roof",
    "well",
    "lamp",
    "door",
    "step",
    "boat",
    "rope",
)
WORDS = "keeper", "of,", "the", "lamp;", "and", "tower:", "shall", "(a)", "light."
KEEPS = "art_1 | Article 1 | Keepers | The keepers wear grey coats and carry a lantern at night.{}"
APPEALS = " A scheme made by a harbour under this article shall make provision for appeals."
OTHER = " A replacement scheme made under this article shall make provision for appeals."


def test_a_like_sentence_that_stays_is_no_loss_of_protection() -> None:
    found = told(KEEPS.format(APPEALS + OTHER), KEEPS.format(APPEALS))
    said = said_of(found, "art_1")
    assert "loses words of protection" not in said
    assert "loses the sentence “A replacement scheme made under this article" in said
    assert "one that is nearly the same still stands there" in said


def test_a_like_sentence_that_stood_is_no_gain_of_protection() -> None:
    said = said_of(told(KEEPS.format(APPEALS), KEEPS.format(APPEALS + OTHER)), "art_1")
    assert "gains words of protection" not in said
    assert "stood there already" in said


def test_where_nothing_like_it_stays_the_protection_is_lost() -> None:
    said = said_of(told(KEEPS.format(OTHER), KEEPS.format("")), "art_1")
    assert "loses words of protection: “appeals”" in said
    assert "“A replacement scheme made under this article shall make provision for appeals”" in said


UNLIKE = """
art_1 | Article 1 | Fish |
  art_1__para_1 | 1. | | Fish are sold on the eastern pier at dawn by those who hold a yellow card.
  art_1__para_2 | 2. | | {}
  art_1__para_3 | 3. | | Nets hang out to dry on the wall behind the chapel until the bell is rung.
"""
BEFORE = """A fisher who is hurt by an order of the council of a distant harbour may ask the council \
at home to bring proceedings on her behalf before the distant judge."""
AFTER = """Where somebody disputes an order that the guild of the painters has seen, the council \
shall send what the guild wrote to the court within a week of that."""


def test_of_unlike_texts_no_loss_is_claimed() -> None:
    said = said_of(told(UNLIKE.format(BEFORE), UNLIKE.format(AFTER)), "art_1__para_2")
    assert "loses" not in said
    assert "gains" not in said


GREW = """art_1 | Article 1 | Watch | The watch follows article {}. The keeper sleeps on board.{}
art_2 | Article 2 | Oil | Oil is kept in the cellar.
art_3 | Article 3 | Rope | Rope is kept in the loft.
"""
MUCH = """ The council of the harbour pays for the coals that are burnt on the pier in the months \
from the first frost to the day of the spring fair, and nobody else is asked for money. The smith of \
the town mends all grates that break in those months within one week."""


def test_many_new_words_are_told_before_a_reference() -> None:
    found = told(GREW.format(2, ""), GREW.format(3, MUCH))
    said = said_of(found, "art_1")
    assert "gains 53 words" in said
    assert said.index("The council of the harbour pays") < said.index("Article 3")
    assert not words_not_there(found, outline(GREW.format(2, "")), outline(GREW.format(3, MUCH)))


def test_the_change_of_the_most_words_is_among_the_first() -> None:
    lines = "\n".join(
        f"art_{n} | Article {n} | Rule {n} | Each State Party shall mend the {word} of the port."
        for n, word in enumerate(PORT, 4)
    )
    old = GREW.format(2, "") + lines
    new = GREW.format(2, MUCH) + lines.replace("shall", "may")
    assert [one.kind for one in told(old, new)].count("force") > 10
    assert "art_1" in [one.new for one in first(told(old, new))]


@pytest.mark.parametrize(
    ("detail", "direction"),
    [
        ("all to some", "weaker"),
        ("proof to ability", "weaker"),
        ("duty to aim", "weaker"),
        ("something to else", "other"),
    ],
)
def test_who_must_do_it_is_never_said_to_have_changed(detail: str, direction: str) -> None:
    assert "who" not in force_told(detail, direction)


def test_words_that_cannot_be_read_alone_are_told_with_their_clause() -> None:
    text = "art_1 | Article 1 | Lamps | {} in the tower at dusk."
    found = told(
        text.format("The old keeper should trim the lamp"),
        text.format("The guild of the east would like to see to the lamp"),
    )
    for one in found:
        assert "should” became" not in one.sentence
        assert "would”" not in one.sentence


def test_a_cut_keeps_the_word_that_tells() -> None:
    text = "Every replacement scheme that a harbour of the north makes under these rules of ours shall allow appeals."
    at = text.index("appeals")
    assert around(text, at, at + 7).startswith("“Every replacement scheme")


@given(st.lists(st.sampled_from(WORDS), max_size=90))
def test_quotations_are_parts_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    inside = quoted(text).strip("“”").removesuffix(" …")
    assert inside in text
    assert len(inside.split()) <= 38


CHAPTER = """
chp_1 | Chapter I | Lights |
  {art_1}
  {art_2}
"""
ARTICLES = {
    "art_1": "art_1 | Article 1 | Oil | Oil for the lamps is kept in the cellar under the tower.",
    "art_2": "art_2 | Article 2 | Wicks | Wicks are cut each morning before the boats go out.",
}
FLAT = "\n".join(ARTICLES.values())


def test_a_chapter_that_goes_takes_no_article_with_it() -> None:
    said = said_of(told(CHAPTER.format(**ARTICLES), FLAT), "chp_1")
    assert said.endswith("is gone as a heading; what stands under it is told by itself.")


def test_a_chapter_that_comes_brings_no_article() -> None:
    said = said_of(told(FLAT, CHAPTER.format(**ARTICLES)), "chp_1")
    assert said.endswith("is new as a heading; what stands under it is told by itself.")
