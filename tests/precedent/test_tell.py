"""What the `borrowed` command prints of two texts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.drafts import outline
from tests.precedent.test_compare import BELLS, LAMPS
from tracker.cli import main
from tracker.precedent import Taken, compare, tell
from tracker.precedent.names import Names


def test_as_text() -> None:
    said = tell.as_text(compare(BELLS, LAMPS)).split("\n")
    assert said[0] == "What LAMPS (Made up) took over from BELLS (Made up)"
    assert said[1].startswith("Of its 5 articles: 2 taken over in part, ")
    assert said[3] == "Of 3 articles of LAMPS, 1 is new."
    start = said.index(
        "Article 4 “Ringers” → Article 2 “Keepers”: taken over in part (76% of its 50 words)"
    )
    assert said[start + 1 : start + 6] == [
        "    Article 4(1) → Article 2(1): taken over in part (55%)",
        "      left out: “, after hearing the pilots and the widows of the parish,”",
        "    Article 4(2) → Article 2(2): taken over in the same words",
        "    Article 4(3) → Article 2(3): taken over in other words (91%)",
        "      other words: “forfeit one” became “lose a”",
    ]
    assert "Article 5 “Archives”: nothing of it found" in said
    origins = said[said.index("WHERE LAMPS COMES FROM") :]
    assert "Article 1 “Oil”: new" in origins
    assert "Article 2 “Keepers”: from Article 4 (95% of its 40 words)" in origins
    assert "    Article 3(2): new" in origins


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        pytest.param(999, "99% of the words of BELLS were taken over; they are", id="not all"),
        pytest.param(1, "1% of the words of BELLS were taken over; they are", id="not nothing"),
        pytest.param(1000, "100% of the words of BELLS were taken over; they are", id="all"),
    ],
)
def test_a_part_is_never_told_as_all(kept: int, told: str) -> None:
    found = compare(BELLS, LAMPS)
    one = Taken("art_1", ("art_1",), 1000, kept, 0, (), ())
    assert told in " ".join(tell.summary(replace(found, taken=(one,))))


def test_a_part_is_never_all_in_data() -> None:
    found = compare(BELLS, LAMPS)
    one = Taken("art_1", ("art_1",), 100_000, 99_999, 0, (), ())
    assert tell.as_data(replace(found, taken=(one,)))["share_of_precedent"] == 0.9999


def test_a_like_heading_is_said_where_no_words_are_alike() -> None:
    old = outline("art_1 | Article 1 | Theft of ropes | Whoever steals hemp pays in salt.")
    new = outline(
        """
        art_1 | Article 1 | Moon | Tides rise twice daily.
        art_2 | Article 2 | Ropes, theft of | A cable taken by night costs three goats.
        """,
        symbol="A/2",
        partial=True,
    )
    said = tell.as_text(compare(old, new))
    assert (
        "Article 1 “Theft of ropes”: nothing of it found, but Article 2 has a like heading" in said
    )
    assert "Article 2 “Ropes, theft of”: new" in said


def test_what_is_partial_is_said() -> None:
    said = list(tell.summary(compare(BELLS, replace(LAMPS, partial=True))))
    assert said[-1] == (
        "LAMPS covers only part of its text: what it does not hold may stand in the part that is "
        "not here."
    )


def test_other_languages_are_said() -> None:
    said = list(tell.summary(compare(BELLS, replace(LAMPS, language="fr"))))
    assert said[-1] == (
        "They are in different languages (en and fr), whose words cannot be compared."
    )


def test_long_passages_are_cut_and_say_so() -> None:
    long = " ".join(f"word{n}" for n in range(100))
    old = outline(
        f"art_1 | Article 1 | Ropes | All ropes are tarred {long} before the first frost."
    )
    new = outline(
        "art_1 | Article 1 | Ropes | All ropes are tarred before the first frost.", symbol="A/2"
    )
    said = tell.as_text(compare(old, new))
    assert "word59 … (40 more words)”" in said
    assert "word60" not in said


@pytest.mark.parametrize(
    ("eid", "said"),
    [
        pytest.param("art_2__para_1__point_a", "Article 2(1)(a)", id="numbers"),
        pytest.param("art_3__para_nn_1", "Article 3", id="the only paragraph"),
        pytest.param("art_4__para_nn_2", "Article 4, paragraph 2", id="one of two"),
        pytest.param("rec_nn_1", "recital", id="a recital"),
    ],
)
def test_names(eid: str, said: str) -> None:
    made = outline(
        """
        rec_nn_1 | | | Knowing fog,
        chp_1 | Chapter 1 | |
          art_2 | Article 2 | |
            art_2__para_1 | 1. | |
              art_2__para_1__point_a | (a) | | Bells.
          art_3 | Article 3 | |
            art_3__para_nn_1 | | | Bells.
          art_4 | Article 4. | |
            art_4__para_nn_1 | | | Bells.
            art_4__para_nn_2 | | | Gongs.
        """
    )
    assert Names(made)[eid] == said


# The command

OLD = {"articles": [{"number": 1, "title": "Fog", "text": "1. Bells ring in fog.\n2. Gongs rust."}]}
NEW = "Article 1\nFog\n\n1. The Parties ring bells.\n\n2. Gongs rust.\n"


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    return result.exit_code, result.output


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.json", tmp_path / "new.txt"
    old.write_text(json.dumps(OLD), encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return new, old


def test_command(files: tuple[Path, Path]) -> None:
    code, said = run("borrowed", *files)
    assert code == 0
    assert said.startswith("What new took over from old\n")
    assert "Article 1(2) → Article 1(2): taken over in the same words" in said


def test_command_as_json(files: tuple[Path, Path]) -> None:
    code, said = run("borrowed", *files, "--format", "json")
    assert code == 0
    found = json.loads(said)
    assert (found["draft"], found["precedent"]) == ("new", "old")
    assert [one["eid"] for one in found["taken"]] == ["art_1__para_1", "art_1__para_2"]
    assert found["taken"][1] == {
        "eid": "art_1__para_2",
        "name": "Article 1(2)",
        "verdict": "same words",
        "like_heading": None,
        "into": ["art_1__para_2"],
        "sure": True,
        "words": 2,
        "words_taken": 2,
        "words_added": 0,
        "text": [{"operation": "equal", "text": "Gongs rust."}],
        "left_out": [],
        "other_words": [],
        "elsewhere": [],
    }
    assert found["origins"][1]["from"] == ["art_1__para_2"]


def test_command_names_what_it_cannot_find(files: tuple[Path, Path], tmp_path: Path) -> None:
    code, said = run("borrowed", files[0], "A/1", "--db", tmp_path / "none.db")
    assert code == 1
    assert said.startswith("tracker: A/1: no such file")
    assert said.count("\n") == 1


def test_inspect_reads_the_precedent(files: tuple[Path, Path]) -> None:
    code, said = run("inspect", files[1])
    assert code == 0
    assert "Read as articles" in said
    assert "No passage is unplaced." in said
