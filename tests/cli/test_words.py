"""`words`: the age of every word of a provision, and what is left of each round."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.asked import ROUNDS, built, one_line
from tests.cli.typed import run
from tracker import render
from tracker.history import Aged, Ages, Life, Run
from tracker.model import Draft, Provision, Source

FOG = "and whenever thick fog hides the outer rocks from ships"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("words"))


def asked(db: Path, *arguments: str) -> Any:
    result = run("words", "bells", *arguments, "--db", db, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def said(db: Path, *arguments: str) -> str:
    """What is printed, in one line."""
    result = run("words", "bells", *arguments, "--db", db)
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def runs(found: Any, eid: str) -> list[tuple[str, str]]:
    (one,) = [p for p in found["provisions"] if p["eid"] == eid]
    return [(run["entered"], run["text"]) for run in one["runs"]]


def test_each_run_has_the_round_in_which_it_entered(db: Path) -> None:
    found = asked(db, "article 2")
    assert (found["draft"], found["eid"], found["name"]) == ("B/3", "art_2", "Article 2")
    assert runs(found, "art_2__para_1") == [
        ("B/1", "Each Party"),
        ("B/3", "may"),
        ("B/1", "ring the great bells of its harbours at dusk"),
        ("B/1", FOG),
    ]
    assert found["words"] == sum(found["entered"].values()) == 25
    assert found["entered"] == {"B/1": 24, "B/3": 1}


def test_words_that_came_back_are_named(db: Path) -> None:
    (one,) = [p for p in asked(db, "art_2")["provisions"] if p["eid"] == "art_2__para_1"]
    assert [run["former"] for run in one["runs"]][-1] == [{"entered": "B/1", "left": "B/2"}]
    assert not any(run["former"] for run in one["runs"][:-1])
    assert "(reintroduced: was there in B/1, gone in B/2, back in B/3)" in said(db, "art_2")


def test_what_was_deleted_stands_below_with_its_round(db: Path) -> None:
    gone = {one["text"]: one for one in asked(db, "article 2")["deleted"]}
    assert set(gone) == {
        FOG,
        "shall",
        "Each Party shall pay the keepers of its bells a fair wage in silver every month",
    }
    assert (gone[FOG]["deleted_in"], gone[FOG]["back_in"]) == ("B/2", "B/3")
    assert (gone["shall"]["deleted_in"], gone["shall"]["back_in"]) == ("B/3", None)
    assert gone[FOG]["name"] == "Article 1(1)"
    told = said(db, "article 2")
    assert f"in B/2, from Article 1(1) of B/1: “{FOG}” (back in B/3)" in told


@pytest.mark.parametrize("place", range(len(ROUNDS)), ids=["first", "second", "third"])
def test_offsets_lead_to_the_words(db: Path, place: int) -> None:
    symbol, _, text = ROUNDS[place]
    for n in (1, 2):
        found = asked(db, f"article {n}", "--draft", symbol)
        for provision in found["provisions"]:
            for one in provision["runs"]:
                assert one["text"] in text
                assert one["end"] - one["start"] == len(one["text"])


def test_an_earlier_draft_says_what_will_go(db: Path) -> None:
    found = asked(db, "article 1", "--draft", "B/1")
    assert found["standing_in_the_last_draft"] == found["words"] - 16 - 1
    told = said(db, "article 1", "--draft", "B/1")
    assert "in B/1, the first draft" in told
    assert "(deleted in B/2, back in B/3)" in told
    assert "(deleted in B/3)" in told
    assert "DELETED FROM IT" not in told


def test_of_what_is_new_nothing_was_deleted(db: Path) -> None:
    assert asked(db, "article 1")["deleted"] == []
    assert "DELETED FROM IT" not in said(db, "article 1")


def test_what_is_not_sure_is_said_with_a_possibly() -> None:
    source = Source("any", "0" * 64, "text", 1)
    drafts = [
        Draft("bells", symbol, date, "en", "", "plain", source, (article,))
        for symbol, date, article in (
            ("B/1", "2030-01-01", Provision("art_1", "article", "Article 1", "", "Bells ring.")),
            ("B/2", "2031-01-01", Provision("art_1", "article", "Article 1", "", "Bells ring.")),
        )
    ]
    (first,), (second,) = (
        (Run("text", 0, 10, 0, 2, (Life(0, None),), sure),) for sure in (True, False)
    )
    found = Ages(
        ("B/1", "B/2"), (False, False), ((Aged("art_1", (first,)),), (Aged("art_1", (second,)),))
    )
    rounds = render.Rounds(drafts, ["First draft", "Second draft"])
    told = render.ages_text(found, rounds, [], render.Asked(1, "art_1"))
    assert "First draft  Bells ring. (possibly)" in told
    told = render.ages_text(found, rounds, [], render.Asked(0, "art_1"))
    assert "First draft  Bells ring.\n" in f"{told}\n"


def test_survival_of_each_round(db: Path) -> None:
    found = asked(db)
    new = {one["symbol"]: one for one in found["survival"]}
    assert new["B/1"]["words"] - new["B/1"]["in_the_last_draft"] == 16 + 1
    assert new["B/2"]["standing"] == {"B/2": new["B/2"]["words"], "B/3": new["B/2"]["words"]}
    assert new["B/3"]["words"] == new["B/3"]["in_the_last_draft"] == 11
    (back,) = found["reintroduced"]
    assert (back["text"], back["symbol"], back["words"]) == (FOG, "B/3", 10)
    told = said(db)
    assert "DELETED, AND BACK AGAIN Article 2(1) “Ringing of bells” in B/3" in told
    assert f"“{FOG}” was there in B/1, gone in B/2, back in B/3" in told


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        pytest.param(("nowhere",), "no negotiation 'nowhere'", id="no negotiation"),
        pytest.param(("bells", "article 9"), "no provision 'article 9' in any", id="no provision"),
        pytest.param(
            ("bells", "article 3", "--draft", "B/1"), "in the draft B/1", id="not in that draft"
        ),
        pytest.param(("bells", "art_1", "--draft", "B/7"), "there are B/1, B/2, B/3", id="draft"),
        pytest.param(("bells", "art_1", "--language", "fr"), "no draft in the lang", id="language"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(
    db: Path, arguments: tuple[str, ...], what: str
) -> None:
    result = run("words", *arguments, "--db", db)
    assert result.exit_code == 1
    assert what in one_line(result.output)


def test_no_database(tmp_path: Path) -> None:
    result = run("words", "bells", "--db", tmp_path / "none.db")
    assert result.exit_code == 1
    one_line(result.output)


def test_a_draft_without_a_provision_is_wrong_usage(db: Path) -> None:
    assert run("words", "bells", "--draft", "B/1", "--db", db).exit_code == 2
