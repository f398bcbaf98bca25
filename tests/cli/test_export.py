"""`tracker export`: the same files as over the web."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.web import sample
from tracker.cli import main
from tracker.export import COMPARISONS
from tracker.store import Library


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "sample.db"
    sample.make(path)
    return path


@pytest.mark.parametrize(
    "form", ["docx", "html", "json", "csv", "spreadsheet.csv", "sentences.csv"]
)
def test_two_drafts(database: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"it.{form}"
    # Whichever is named first, the older is compared with the newer.
    asked = ["export", "moon", "M/3", "M/1", "--format", form, "--to", str(target)]
    done = CliRunner().invoke(main, [*asked, "--db", str(database)])
    assert done.exit_code == 0, done.output
    with Library(database) as library:
        ends = [library.draft("moon", symbol) for symbol in ("M/1", "M/3")]
        assert ends[0] is not None
        assert ends[1] is not None
        found = library.compared(ends[0].id, ends[1].id)
    assert found is not None
    assert target.read_bytes() == COMPARISONS[form].make(found)
    assert list(tmp_path.iterdir()) == [target]


def test_a_draft_under_its_own_name(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["export", "moon", "M/1", "--db", str(database)])
    assert done.output == "moon-M_1-en.xml\n"
    assert (tmp_path / "moon-M_1-en.xml").read_bytes().startswith(b"<?xml")


def test_a_draft_printed(database: Path) -> None:
    asked = ["export", "moon", "M/1", "--format", "txt", "--to", "-", "--db", str(database)]
    assert "NOT THE OFFICIAL TEXT" in CliRunner().invoke(main, asked).output


def test_the_whole_database(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    done = CliRunner().invoke(main, ["export", "--to", str(copy), "--db", str(database)])
    assert done.exit_code == 0, done.output
    with Library(copy) as library, Library(database) as own:
        assert library.negotiations() == own.negotiations()


WRONG = {
    "no-draft": (["moon", "M/99"], 1, "no draft 'M/99'; there are M/1"),
    "no-format": (["moon", "M/1", "--format", "docx"], 1, "no format 'docx'; there are xml, txt"),
    "no-comparison-format": (["moon", "M/1", "M/3", "--format", "exe"], 1, "no format 'exe'"),
    "no-folder": (["moon", "M/1", "--to", "/nowhere/at/all.xml"], 1, "cannot be written"),
    "same": (["moon", "M/1", "M/1"], 1, "not compared"),
    "three": (["moon", "M/1", "M/2", "M/3"], 2, "name one draft, or two"),
    "none": (["moon"], 2, "name one draft, or two"),
    "database-nowhere": ([], 2, "--to"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be(database: Path, name: str) -> None:
    asked, code, said = WRONG[name]
    done = CliRunner().invoke(main, ["export", *asked, "--db", str(database)])
    assert done.exit_code == code
    assert said in done.output
