"""Saying how a file is read, and what texts it holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.typed import TREATY, ingest, run
from tracker.ingesters import About, conventions
from tracker.ingesters.base import assemble
from tracker.model import Draft, Furniture, Provision, Span
from tracker.read import Reading
from tracker.store import Library


def test_inspect_says_where_everything_went() -> None:
    result = run("inspect", TREATY)
    assert result.exit_code == 0
    assert "treaty.txt: text, 1 page, SHA-256 " in result.stdout
    assert "Read as un-consolidated, which the document fits to " in result.stdout
    assert "; next best: un-treaty, " in result.stdout
    assert re.search(r"numbers of provisions +103 +9\.\d\d%", result.stdout)
    assert re.search(r"in all +1,116 +100%", result.stdout)
    assert "No passage is unplaced." in result.stdout
    assert re.search(r"^Provisions: .*\b5 articles\b", result.stdout, re.MULTILINE)
    assert re.search(
        r"^Marks of the drafters: .*\b3 passages in brackets", result.stdout, re.MULTILINE
    )


def test_inspect_as_json() -> None:
    found = json.loads(run("inspect", TREATY, "--format", "json").stdout)
    assert found["convention"] == "un-consolidated"
    assert found["scores"]["un-consolidated"] > found["scores"]["un-treaty"]
    assert sum(one["characters"] for one in found["shares"]) == found["characters"] == 1116
    assert sum(one["share"] for one in found["shares"]) == pytest.approx(1, abs=1e-4)
    assert (found["layers"], found["layer"]) == ([], "")
    assert (found["unplaced"], found["warnings"], found["errors"]) == ([], [], [])


def test_inspect_by_another_convention() -> None:
    found = json.loads(
        run("inspect", TREATY, "--format", "json", "--convention", "un-treaty").stdout
    )
    assert found["convention"] == "un-treaty"


class Faulty:
    """A convention that puts all text in one article, but the second line, which it loses, and
    the third, which it cannot place."""

    name = "faulty"

    def score(self, reading: Reading) -> float:
        return 1.0

    def ingest(self, reading: Reading, about: About) -> Draft:
        first, _, third = reading.lines[:3]
        span = Span(0, 1, first.start, first.start + len(first.text))
        start = third.start
        return assemble(
            reading,
            about,
            convention=self.name,
            title="",
            provisions=(Provision("art_1", "article", text=first.text, spans=(span,)),),
            furniture=[Furniture("unplaced", third.text, 1, start, start + len(third.text))],
        )


def test_inspect_hides_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "some.txt"
    path.write_text("Lamps burn.\n\nBells ring.\n\nGulls cry.")
    monkeypatch.setitem(conventions(), "faulty", Faulty())
    result = run("inspect", path)
    assert result.exit_code == 1
    assert "ERROR: page 1: 10 characters are in no place, from 13 on: “Bellsring.”" in result.stdout
    assert "Warning: 31.0% of the text could not be placed" in result.stdout
    assert "Unplaced passages (1):\n  page 1: Gulls cry." in result.stdout
    assert re.search(r"LOST +10 +", result.stdout)
    assert result.stderr == (
        "tracker: some.txt: 1 faults of the reading, told above; please report them with the file\n"
    )


TRILOGUE = (
    ("", "Commission Proposal", "EP Mandate", "Council Mandate", "Draft Agreement"),
    ("1", *["HAVE ADOPTED THIS REGULATION:"] * 3, ""),
    ("2", *["Article 1"] * 3, ""),
    ("3", *["Lamps"] * 3, ""),
    ("4", "Lamps burn.", "Lamps burn by night.", "Lamps may burn.", ""),
)


def columns(tmp_path: Path) -> Path:
    """A table of four columns; nothing is agreed yet."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in TRILOGUE)
    path = tmp_path / "table.html"
    path.write_text(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    return path


def test_all_texts_of_a_file_are_taken_in(db: Path, tmp_path: Path) -> None:
    result = ingest(db, columns(tmp_path), "T/1", "2031-01-01")
    assert result.exit_code == 0, result.output
    assert "the text 'Draft Agreement' of the same file was left out" in result.stderr
    with Library(db) as library:
        drafts = library.drafts("lights")
        told = library.report(drafts[1].id)
    assert [(one.position, one.symbol, one.layer) for one in drafts] == [
        (1, "A/1", ""),
        (2, "T/1 [Commission Proposal]", "Commission Proposal"),
        (3, "T/1 [EP Mandate]", "EP Mandate"),
        (4, "T/1 [Council Mandate]", "Council Mandate"),
    ]
    assert told is not None
    assert "Draft Agreement" in told.warnings[-1]
    again = ingest(db, columns(tmp_path), "T/1", "2031-01-01")
    assert again.stdout.count("already there, nothing changed") == 3
    changed = run("diff", "T/1 [Commission Proposal]", "T/1 [EP Mandate]", "--db", db)
    assert "{+ by night+}" in changed.stdout


def test_one_text_of_a_file_is_taken_in_by_name(db: Path, tmp_path: Path) -> None:
    result = ingest(db, columns(tmp_path), "T/1", "2031-01-01", "--layer", "Council Mandate")
    assert result.exit_code == 0, result.output
    with Library(db) as library:
        assert [(one.symbol, one.layer) for one in library.drafts("lights")][1:] == [
            ("T/1", "Council Mandate")
        ]
    result = ingest(db, columns(tmp_path), "T/2", "2031-01-01", "--layer", "Lobby")
    assert result.exit_code == 1
    assert "no column 'Lobby'" in result.stderr


def test_two_texts_of_a_file_are_compared(tmp_path: Path) -> None:
    path = columns(tmp_path)
    both = ("--layer", "Commission Proposal", "--layer", "Council Mandate")
    result = run("diff", path, path, *both)
    assert "From table [Commission Proposal] to table [Council Mandate]" in result.stdout
    assert "{+may +}" in result.stdout or "{+ may+}" in result.stdout
    assert run("align", path, path, *both).exit_code == 0
    assert run("diff", path, path, *both, "--layer", "x").exit_code == 2
    found = json.loads(run("convert", path, "--layer", "EP Mandate", "--format", "json").stdout)
    assert found[-1]["text"] == "Lamps burn by night."
    shown = run("inspect", path, "--layer", "EP Mandate").stdout
    assert "The file holds the texts “Commission Proposal” and “EP Mandate” and " in shown
    assert "; this is “EP Mandate”." in shown


def test_rounds_of_a_manifest_may_be_texts_of_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "drafts" / "lamps"
    folder.mkdir(parents=True)
    columns(folder)
    rounds = "".join(
        f"""
[[rounds]]
id = "{name.split()[0].lower()}"
symbol = "T/1 [{name}]"
date = 2031-01-0{n}
when = "January"
name = "{name}"
file = "table.html"
standing = "paraphrase"
layer = "{name}"
"""
        for n, name in enumerate(("Commission Proposal", "Council Mandate"), 1)
    )
    text = f'id = "lamps"\ntitle = "Act on lamps"\n{rounds}'
    (folder / "manifest.toml").write_text(text)
    db = tmp_path / "some.db"
    result = run("build", "--drafts", tmp_path / "drafts", "--db", db)
    assert result.exit_code == 0, result.output
    with Library(db) as library:
        assert [one.layer for one in library.drafts("lamps")] == [
            "Commission Proposal",
            "Council Mandate",
        ]
