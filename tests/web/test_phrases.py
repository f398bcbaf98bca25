"""Numbers, lists and short sentences, in the language of the interface."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import web
from tests.web import untranslated
from tracker.store.questions import QUESTIONS
from web import create_app, measured, translation
from web.reading import places
from web.shelf import EXTENSION
from web.terms import asked_of_data, nouns, phrases, plain
from web.wording import borrowed_words, force

MANY = {
    "annex": "annexes",
    "appendix": "appendices",
    "closing words": "closing words",
    "opening words": "opening words",
}


@pytest.fixture
def german(database: Path) -> Iterator[Flask]:
    app = create_app(database, interface="de")
    with app.test_request_context():
        yield app
    app.extensions[EXTENSION].close()


@pytest.fixture
def bracketed(database: Path, tmp_path: Path) -> Iterator[Flask]:
    untranslated.pseudo(tmp_path)
    app = create_app(database, interface=untranslated.LANGUAGE, catalogues=tmp_path)
    with app.test_request_context():
        yield app
    app.extensions[EXTENSION].close()


def test_numbers_are_printed_as_the_language_does(german: Flask) -> None:
    assert phrases.number(12345) == "12.345"
    assert phrases.plural(12345, "word").startswith("12.345 ")


# In German a share has a narrow gap before its sign, a decimal a comma.
@pytest.mark.parametrize(
    ("said", "english", "german"),
    [
        (lambda: translation.percent(0.625), "62%", "62\xa0%"),
        (lambda: translation.percent(0.9731, 1), "97.3%", "97,3\xa0%"),
        (lambda: translation.percent(1), "100%", "100\xa0%"),
        (lambda: translation.decimal(14.755), "14.8", "14,8"),
        (lambda: translation.decimal(3), "3.0", "3,0"),
        (lambda: places.percent(0.9731), "97.3%", "97,3\xa0%"),
        (lambda: places.percent(0.0004), "less than 0.1%", "less than 0,1\xa0%"),
        (lambda: places.percent(0.9999), "over 99.9%", "over 99,9\xa0%"),
        (lambda: borrowed_words.share(1, 3), "33%", "33\xa0%"),
        (lambda: borrowed_words.share(3, 3), "100%", "100\xa0%"),
        (lambda: force.per_thousand(62, 4202), "14.8", "14,8"),
        (
            lambda: measured.Share(1562, 2000).said,
            "1,562 of 2,000 (78%)",
            "1.562 of 2.000 (78\xa0%)",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "said",
)
def test_shares_and_decimals_are_printed_as_the_language_does(
    app: Flask, database: Path, said: Callable[[], str], english: str, german: str
) -> None:
    with app.test_request_context():
        assert said() == english
    other = create_app(database, interface="de")
    with other.test_request_context():
        assert said() == german
    other.extensions[EXTENSION].close()


def test_no_module_prints_a_share_or_decimal_of_its_own() -> None:
    """`translation` knows how each language does; pictures are drawn by plain figures, and what
    the API and the commands say is English."""
    pages = (
        path
        for path in sorted(Path(web.__file__).parent.rglob("*.py"))
        if path.parent.name not in ("api", "frozen")
    )
    found = [
        f"{path.name}: {line.strip()}"
        for path in pages
        if path.name not in ("translation.py", "flow_picture.py", "phrase.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r":[,.0-9]*[%f,]\}", line)
    ]
    assert found == []


@pytest.mark.parametrize("kind", sorted(nouns.OF_KIND.keys() - nouns.MIXED.keys()))
def test_a_kind_is_counted_by_its_word(kind: str) -> None:
    word = plain.kind_word(kind)
    assert phrases.of_kind(1, kind) == f"1 {word}"
    assert phrases.of_kind(2, kind) == f"2 {MANY.get(word, word + 's')}"


@pytest.mark.parametrize("kind", sorted(nouns.FROM_TO))
def test_kinds_in_a_row_are_told_by_their_word(kind: str) -> None:
    word = plain.kind_word(kind)
    said = nouns.FROM_TO[kind] % {"first": "2", "last": "5"}
    assert said == f"{MANY.get(word, word + 's')} 2 to 5"


def test_every_question_to_the_data_can_be_translated() -> None:
    assert {name: str(title) for name, title in asked_of_data.TITLES.items()} == {
        name: one.title for name, one in QUESTIONS.items()
    }


def test_lists_and_counts_are_messages(bracketed: Flask) -> None:
    assert phrases.joined(["a", "b", "c"]) == "⟦⟦a, b⟧ and c⟧"
    assert phrases.plural(2, "word") == "⟦2 words⟧"
    assert phrases.of_kind(1, "section") == "⟦1 section⟧"
    assert phrases.sentence("it is so") == "⟦It is so.⟧"
    assert phrases.rounds_said([2, 3, 4]) == "⟦rounds 2–4⟧"
    assert phrases.told_by("stands as a longTitle") == "⟦It stands as a title.⟧"


def test_what_is_searched_for_stays_text(client: FlaskClient) -> None:
    page = client.get("/search?q=%3Cb%3E%25(text)s").text
    assert "&lt;b&gt;%(text)s" in page
    assert "<b>%" not in page


def test_every_kind_has_its_plural() -> None:
    assert nouns.OF_KIND.keys() - nouns.MIXED.keys() == plain.KINDS.keys()


def test_every_noun_is_counted_somewhere_and_every_one_counted_is_there() -> None:
    """What is counted under another name would be a fault of a page; what is not, a dead message."""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in untranslated.sources())
    assert set(re.findall(r"\bplural\(.+?, [\"'](\w[\w ]*)[\"']\)", sources)) == set(nouns.COUNTED)
