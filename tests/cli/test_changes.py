"""`changes`: what it prints."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.typed import TREATY, ingest, later, run
from tests.drafts import outline
from tracker.model import Source
from tracker.render.findings import notes


def test_files(tmp_path: Path) -> None:
    result = run("changes", TREATY, later(tmp_path))
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.split())
    assert said.startswith("What changed from treaty (")
    assert "1 new provisions" in said
    assert "In all: duties " in said
    assert "Article 4 (“Gulls”) is new: “Gulls are fed”." in said


def test_json_holds_the_evidence(tmp_path: Path) -> None:
    result = run("changes", TREATY, later(tmp_path), "--format", "json", "--all")
    found = json.loads(result.stdout)
    assert set(found) == {"old", "new", "notes", "counts", "profiles", "total", "findings"}
    assert found["total"] == len(found["findings"]) == sum(found["counts"].values())
    assert set(found["profiles"]["duties"]) == {"old", "new"}
    (gulls,) = [one for one in found["findings"] if one["kind"] == "new"]
    assert gulls["new"] == "art_4"
    assert gulls["evidence"][0]["text"] == "Gulls are fed."
    assert gulls["evidence"][0]["side"] == "new"


def test_all_lists_wording_too(tmp_path: Path) -> None:
    new = tmp_path / "wording.txt"
    text = TREATY.read_text(encoding="utf-8")
    assert "shall keep its lights" in text
    new.write_text(text.replace("shall keep its lights", "must keep its lights"))
    assert "“" not in run("changes", TREATY, new).stdout.split("In all:")[1]
    assert "wording alone" in run("changes", TREATY, new).stdout
    assert "“" in run("changes", TREATY, new, "--all").stdout.split("In all:")[1]


def test_nothing_changed() -> None:
    assert "Nothing changed." in run("changes", TREATY, TREATY).stdout


def test_symbols_of_a_negotiation(db: Path, tmp_path: Path) -> None:
    assert ingest(db, later(tmp_path), "A/2", "2031-01-01").exit_code == 0
    plain = run("changes", "A/1", "A/2", "--db", db)
    named = run("changes", "A/1", "A/2", "--negotiation", "lights", "--db", db)
    assert plain.exit_code == named.exit_code == 0, plain.output + named.output
    assert plain.stdout == named.stdout
    assert "nobody has said whether it is the official text" in " ".join(plain.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("A/1", "A/9"), "no draft with this symbol", id="no such symbol"),
        pytest.param(
            ("A/1", "A/9", "--negotiation", "lights"),
            "no draft 'A/9'",
            id="none in the negotiation",
        ),
        pytest.param(
            ("A/1", "A/1", "--negotiation", "lamps"), "no negotiation 'lamps'", id="no negotiation"
        ),
    ],
)
def test_what_is_not_there(db: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("changes", *arguments, "--db", db)
    assert result.exit_code == 1
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_paraphrase_and_an_excerpt_are_said_once() -> None:
    old = outline("art_1 | Article 1 | | A bell.", symbol="A/1", partial=True)
    source = Source("f", "0" * 64, "text", 1, "paraphrase")
    new = outline("art_1 | Article 1 | | A bell.", symbol="A/2")
    both = replace(old, source=source), replace(new, source=source)
    told = list(notes(*both))
    assert [one.split(" ", 4)[:4] for one in told] == [
        ["Each", "of", "the", "two"],
        ["A/1", "covers", "only", "part"],
    ]
