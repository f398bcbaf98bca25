"""`phrase`: where words stand and stood, since when and until when."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.asked import built, one_line
from tests.cli.typed import run


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("phrase"))


def asked(db: Path, *arguments: str) -> Any:
    result = run("phrase", "bells", *arguments, "--db", db, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def said(db: Path, *arguments: str) -> str:
    result = run("phrase", "bells", *arguments, "--db", db)
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def test_counts_of_each_round(db: Path) -> None:
    found = asked(db, "thick fog")
    assert [one["occurrences"] for one in found["counts"]] == [1, 0, 1]
    assert (found["entered"], found["left"]) == ("B/1", None)
    assert [one["occurrences"] for one in asked(db, "each party")["counts"]] == [2, 2, 1]


def test_a_provision_keeps_its_course_under_another_number(db: Path) -> None:
    (one,) = asked(db, "great bells")["provisions"]
    assert [(x["symbol"], x["name"]) for x in one["stands"]] == [
        ("B/1", "Article 1(1)"),
        ("B/2", "Article 2(1)"),
        ("B/3", "Article 2(1)"),
    ]
    stay = {"entered": "B/1", "left": None, "came_from": [], "went_to": [], "sure": True}
    assert one["stays"] == [stay]
    told = said(db, "great bells")
    assert "Article 2(1) “Ringing of bells”" in told
    assert "B/1: Article 1(1); B/2 to B/3: Article 2(1) has it from the first" in told


def test_what_went_and_came_back_has_two_stays(db: Path) -> None:
    (one,) = asked(db, "thick fog")["provisions"]
    assert [(x["entered"], x["left"]) for x in one["stays"]] == [("B/1", "B/2"), ("B/3", None)]
    told = said(db, "thick fog")
    assert "had it from the first; gone in B/2 has it since B/3" in told


def test_what_is_gone_stands_apart(db: Path) -> None:
    found = asked(db, "fair wage")
    assert found["left"] == "B/3"
    told = said(db, "fair wage")
    assert told.startswith("“fair wage”: from the first draft on; no longer in B/3.")
    assert "WHERE IT STOOD Article 2(2) “Ringing of bells” of B/2" in told
    assert "WHERE IT STANDS" not in told


def test_stems_find_other_forms(db: Path) -> None:
    assert asked(db, "great bell")["entered"] is None
    assert asked(db, "great bell", "--stemmed")["entered"] == "B/1"
    assert "“great bell” in any form" in said(db, "great bell", "--stemmed")


def test_occurrences_in_context(db: Path) -> None:
    found = asked(db, "harbour", "--draft", "B/3")
    assert found["draft"] == "B/3"
    assert [one["found"] for one in found["occurrences"]] == ["harbour", "harbour"]
    told = said(db, "thick fog", "--draft", "B/3")
    assert "at dusk and whenever *thick fog* hides the outer rocks from ships." in told
    assert "does not stand in B/2" in said(db, "thick fog", "--draft", "B/2")


def test_what_stands_nowhere_is_said_with_the_reason(db: Path) -> None:
    assert said(db, "thick soup").startswith("“thick soup” stands in no draft: no draft has “soup”")
    assert "though each of its words does" in said(db, "fog thick")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(" ", id="blank"),
        pytest.param("“ … ”", id="punctuation"),
        pytest.param("", id="empty"),
    ],
)
def test_a_phrase_without_words_is_told_in_one_line(db: Path, words: str) -> None:
    result = run("phrase", "bells", words, "--db", db)
    assert result.exit_code == 1
    assert "no word" in one_line(result.output)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("x " * 25_000, id="many words"),
        pytest.param("x" * 50_000, id="one long word"),
        pytest.param("(?:zx.*)+ [", id="an expression"),
        pytest.param("نص", id="another script"),
    ],
)
def test_whatever_is_asked_has_an_answer(db: Path, words: str) -> None:
    assert asked(db, words)["entered"] is None


def test_an_unknown_draft(db: Path) -> None:
    result = run("phrase", "bells", "fog", "--draft", "B/9", "--db", db)
    assert result.exit_code == 1
    assert "no draft 'B/9'; there are B/1, B/2, B/3" in one_line(result.output)
