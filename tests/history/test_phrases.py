"""A phrase through time."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.history.wording import Told, aged, drafted
from tracker.history import (
    Issue,
    Negotiated,
    Passage,
    PhraseBook,
    PhraseCourse,
    Stay,
    occurrence,
    passages,
)
from tracker.model import Alignment, Decision, Link
from tracker.render.phrases import phrase_text
from tracker.render.rounds import Rounds
from tracker.words import words


def book(*texts: str, language: str = "en") -> PhraseBook:
    return PhraseBook(
        [Passage("A/1", f"art_{n}", f"Article {n}", "", one) for n, one in enumerate(texts)],
        language,
    )


def found(text: str, asked: str, *, stemmed: bool = False, language: str = "en") -> list[str]:
    made = book(text, language=language)
    hits = made.find(made.phrase(asked, stemmed=stemmed))
    return [text[hit.start : hit.end] for hit in hits]


EXACT = [
    pytest.param("Acts without right.", "without right", ["without right"], id="words in a row"),
    pytest.param("WITHOUT Right", "without right", ["WITHOUT Right"], id="case"),
    pytest.param("“without”, [right]", "without right", ["without”, [right"], id="punctuation"),
    pytest.param("without\nright", '"without right"', ["without\nright"], id="breaks and quotes"),
    pytest.param("without rights", "without right", [], id="another word"),
    pytest.param("copyright right", "right", ["right"], id="not inside a word"),
    pytest.param("a co-operating State", "operating state", ["operating State"], id="hyphens part"),
    pytest.param("de l\u2019article 5", "article 5", ["article 5"], id="apostrophes part"),
    pytest.param("no no no", "no no", ["no no"], id="no overlap"),
    pytest.param("xno no no", "no no", ["no no"], id="after a longer word"),
    pytest.param("各缔约国应采取措施", "缔约国", ["缔约国"], id="without spaces"),
    pytest.param("DNA数据和DNA", "dna数据", ["DNA数据"], id="two scripts"),
    pytest.param("e\u0301te e", "e", ["e"], id="a sign on a letter"),
    pytest.param("لا حق له في حق", "حق", ["حق", "حق"], id="right to left"),
    pytest.param("Straße und STRASSE", "strasse", ["Straße", "STRASSE"], id="folded"),
    pytest.param("anything", "", [], id="nothing asked"),
    pytest.param("anything", "?! \x00", [], id="no word asked"),
    pytest.param("a.b(c|d)*", "c d", ["c|d"], id="signs of expressions"),
]


@pytest.mark.parametrize(("text", "asked", "expected"), EXACT)
def test_exact(text: str, asked: str, expected: list[str]) -> None:
    assert found(text, asked) == expected


STEMMED = [
    pytest.param("en", "critical infrastructures", "critical infrastructure", 1, id="plural"),
    pytest.param("en", "was terminated; on termination", "terminate", 2, id="forms"),
    pytest.param("fr", "les droits humains", "droit humain", 1, id="French"),
    pytest.param("es", "los derechos humanos", "derecho humano", 1, id="Spanish"),
    pytest.param("zh", "缔约国", "缔约国", 1, id="no algorithm"),
    pytest.param("en", "lamps", "bell", 0, id="another word"),
]


@pytest.mark.parametrize(("language", "text", "asked", "count"), STEMMED)
def test_stemmed(language: str, text: str, asked: str, count: int) -> None:
    assert len(found(text, asked, stemmed=True, language=language)) == count


def test_a_word_that_stands_nowhere_is_named() -> None:
    made = book("Gulls are fed on Sundays.")
    phrase = made.phrase("gulls are paid")
    assert phrase.unknown == ("paid",)
    assert list(made.find(phrase)) == []


def _read(text: str, asked: Sequence[str]) -> int:
    """How often words stand in a row, word by word, without overlap."""
    there, count, at = words(text), 0, 0
    while at + len(asked) <= len(there):
        if there[at : at + len(asked)] == list(asked):
            count, at = count + 1, at + len(asked)
        else:
            at += 1
    return count


TEXT = st.text(st.sampled_from("abA -'’\n.[]海e\u0301ß"), max_size=30)


@given(TEXT, st.text(st.sampled_from("abA 海-e"), max_size=4))
def test_the_expression_finds_what_reading_word_by_word_finds(text: str, asked: str) -> None:
    text = unicodedata.normalize("NFC", text)
    expected = _read(text, words(asked)) if words(asked) else 0
    assert len(found(text, asked)) == expected


CONTEXT = "The keeper of the tower shall ring the bell without right of pay in fog and by night."


def test_context_is_cut_at_words() -> None:
    made = book(CONTEXT)
    (hit,) = made.find(made.phrase("without right"))
    told = occurrence(made, hit, context=3)
    assert (told.before, told.found, told.after) == (
        "… ring the bell ",
        "without right",
        " of pay in …",
    )
    told = occurrence(made, hit, context=50)
    assert told.before + told.found + told.after == CONTEXT
    told = occurrence(made, hit, context=0)
    assert (told.before, told.after) == ("… ", " …")


@pytest.mark.parametrize("text", ["x" * 5000 + " bell " + "y" * 5000, " " * 5000 + "bell"])
def test_context_of_bad_texts_is_short(text: str) -> None:
    made = book(text)
    (hit,) = made.find(made.phrase("bell"))
    told = occurrence(made, hit)
    assert len(told.before) < 300
    assert len(told.after) < 300


LAMP = "art_1 | Article 1 | Lamps | Whoever puts out a lamp {} is fined nine herrings a night."
BELL = "art_2 | Article 2 | Bells | In fog the bell is rung four times in every minute by hand."


def lamps(*inserted: str) -> list[str]:
    return [f"{LAMP.format(one).replace('  ', ' ')}\n{BELL}" for one in inserted]


def course(told: Told, asked: str) -> PhraseCourse:
    made = PhraseBook(passages(told.drafts), "en")
    phrase = made.phrase(asked)
    issues = [Issue(draft.symbol, draft.partial) for draft in told.drafts]
    negotiated = Negotiated(issues, told.threads, told.alignments)
    return negotiated.course(made, phrase, made.find(phrase))


def test_where_a_phrase_entered_and_left() -> None:
    told = aged(drafted(*lamps("", "without right", "without right", "", "without right")))
    made = course(told, "without right")
    assert [one.occurrences for one in made.counts] == [0, 1, 1, 0, 1]
    assert (made.entered, made.left) == (1, None)
    (thread,) = made.threads
    assert [(one.place, one.num) for one in thread.stands] == [
        (1, "Article 1"),
        (2, "Article 1"),
        (4, "Article 1"),
    ]
    assert thread.stays == (Stay(1, 3), Stay(4, None))


def test_a_phrase_that_is_gone() -> None:
    made = course(aged(drafted(*lamps("without right", ""))), "without right")
    assert (made.entered, made.left) == (0, 1)
    assert made.threads[0].stays == (Stay(0, 1),)


def test_a_phrase_that_never_was() -> None:
    made = course(aged(drafted(*lamps("", ""))), "without right")
    assert (made.entered, made.left, made.threads) == (None, None, ())


def test_a_draft_that_does_not_cover_a_provision_says_nothing_of_it() -> None:
    first, _, last = lamps("without right", "", "without right")
    told = aged(drafted(first, BELL, last, partial=(1,)))
    made = course(told, "without right")
    assert made.threads[0].stays == (Stay(0, None),)
    assert [one.partial for one in made.counts] == [False, True, False]


TWO_PARAGRAPHS = """
    art_1 | Article 1 | Lamps |
     art_1__para_1 | 1. | | The lamp is lit at dusk by the keeper and by nobody else at all.
     art_1__para_2 | 2. | | Whoever puts it out without right is fined nine herrings a night.
    """
ONE_PARAGRAPH = """
    art_1 | Article 1 | Lamps |
     art_1__para_1 | 1. | | The lamp is lit at dusk by the keeper and by nobody else at all. \
Whoever puts it out without right is fined nine herrings a night.
    """
MOVED = [
    pytest.param((TWO_PARAGRAPHS, ONE_PARAGRAPH), False, id="merged"),
    pytest.param((ONE_PARAGRAPH, TWO_PARAGRAPHS), True, id="split off"),
]


@pytest.mark.parametrize(("rounds", "split"), MOVED)
def test_what_goes_on_in_another_thread_has_moved(rounds: tuple[str, str], split: bool) -> None:
    links = [Link("art_1", "art_1", "same", 1.0)]
    for eid, score in (("art_1__para_1", 0.9), ("art_1__para_2", 0.8)):
        ends = ("art_1__para_1", eid) if split else (eid, "art_1__para_1")
        links.append(Link(*ends, "split" if split else "merged", score))
    drafts = drafted(*rounds)
    told = aged(drafts, {("A/0", "A/1"): Alignment("A/0", "A/1", tuple(links))})
    made = course(told, "without right")
    first, second = sorted(made.threads, key=lambda one: one.stays[0].entered)
    assert first.stays == (Stay(0, 1, went_to=(second.thread,)),)
    assert second.stays == (Stay(1, None, came_from=(first.thread,)),)
    assert made.left is None


@pytest.mark.parametrize("split", [False, True])
@pytest.mark.parametrize(
    ("score", "decided", "sure"), [(0.3, False, False), (0.3, True, True), (0.7, False, True)]
)
def test_what_moved_along_a_guess_moved_possibly(
    score: float, decided: bool, sure: bool, split: bool
) -> None:
    links = [Link("art_1", "art_1", "same", 1.0)]
    by = (
        (Decision("accept", "A/0", "", "", "A/1", "", "", "Somebody", "2031", "Seen."),)
        if decided
        else ()
    )
    for eid, one in (("art_1__para_1", 0.9), ("art_1__para_2", score)):
        ends = ("art_1__para_1", eid) if split else (eid, "art_1__para_1")
        links.append(Link(*ends, "split" if split else "merged", one, decided=by))
    drafts = drafted(
        *((ONE_PARAGRAPH, TWO_PARAGRAPHS) if split else (TWO_PARAGRAPHS, ONE_PARAGRAPH))
    )
    told = aged(drafts, {("A/0", "A/1"): Alignment("A/0", "A/1", tuple(links))})
    made = course(told, "without right")
    first, second = sorted((one.stays[0] for one in made.threads), key=lambda one: one.entered)
    assert bool(first.went_to)
    assert bool(second.came_from)
    assert (first.went_surely, second.came_surely) == (sure, sure)
    rounds = Rounds(told.drafts)
    text = " ".join(phrase_text(made, rounds, told.threads).split())
    assert ("it possibly went to" in text, "it possibly came from" in text) == (not sure, not sure)
    assert ("it went to" in text, "it came from" in text) == (sure, sure)


BAD = [
    pytest.param(" " * 50_000 + "x", "x x", id="blanks"),
    pytest.param("a" + " " * 50_000 + "a", "a b", id="a gap"),
    pytest.param("a" * 20_000, "a", id="one letter"),
    pytest.param("xa " * 20_000, "a a", id="ends of words"),
    pytest.param("a " * 20_000 + "b", "a a a a a a a a a b", id="the same word"),
    pytest.param("lamp by night " * 2_000, "lamp by night " * 2_000, id="a long question"),
    pytest.param("'\u2019-" * 20_000, "'", id="joiners"),
]


@pytest.mark.parametrize(("text", "asked"), BAD)
def test_bad_texts_take_less_than_a_second(text: str, asked: str) -> None:
    start = time.process_time()
    made = book(text)
    for stemmed in (False, True):
        for hit in made.find(made.phrase(asked, stemmed=stemmed)):
            assert hit.end > hit.start
    assert time.process_time() - start < 1
