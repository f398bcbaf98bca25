"""`convert`, `align`, `diff` and `history`: what they print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.typed import TREATY, ingest, later, run
from tracker import akn
from tracker.cli import main


def test_convert_to_json() -> None:
    result = run("convert", TREATY, "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert set(found[0]) == {"eid", "kind", "num", "heading", "text", "page", "parent", "marks"}
    (keeper,) = [p for p in found if "[for pay]" in p["text"]]
    at = keeper["text"].index("[for pay]")
    assert keeper["marks"] == [
        {"kind": "bracket", "field": "text", "start": at, "end": at + 9, "words": "[for pay]"}
    ]
    (article,) = [p for p in found if p["eid"] == "art_3"]
    assert (article["kind"], article["heading"], article["text"]) == ("article", "Keepers", "")


def test_convert_to_xml_is_valid_and_reads_back() -> None:
    result = CliRunner().invoke(main, ["convert", str(TREATY)])
    assert result.exit_code == 0
    assert akn.validate(result.stdout_bytes) == []
    assert akn.build(akn.parse(result.stdout_bytes, "x")) == result.stdout_bytes


def test_align_files(tmp_path: Path) -> None:
    result = run("align", TREATY, later(tmp_path), "--format", "json")
    links = {(x["old"], x["new"]): x for x in json.loads(result.stdout)["links"]}
    assert links["art_4", "art_5"]["relation"] == "renumbered"
    assert links[None, "art_4"]["relation"] == "inserted"
    assert set(links["art_4", "art_5"]) == {
        "old",
        "new",
        "relation",
        "score",
        "evidence",
        "runner_up",
        "decided",
    }
    table = run("align", TREATY, later(tmp_path)).stdout
    assert "renumbered" in table
    assert "what became of it" in table


def test_diff_in_every_form(tmp_path: Path) -> None:
    new = later(tmp_path)
    assert "Each Party [-shall-]{+shall may+}" not in run("diff", TREATY, new).stdout
    assert "{+may +}keep" in run("diff", TREATY, new).stdout
    assert "<ins>may </ins>keep" in run("diff", TREATY, new, "--format", "html").stdout
    found = json.loads(run("diff", TREATY, new, "--format", "json").stdout)
    assert any(c["words_inserted"] == 1 for c in found["changes"])
    assert "Nothing changed." in run("diff", TREATY, TREATY).stdout


def test_symbols_stand_for_drafts(db: Path, tmp_path: Path) -> None:
    assert ingest(db, later(tmp_path), "A/2", "2031-01-01").exit_code == 0
    result = run("diff", "A/1", "A/2", "--db", db)
    assert result.exit_code == 0
    assert "{+may +}keep" in result.stdout


@pytest.mark.parametrize("asked", ["article 4", "Article 5", "art_5"])
def test_history(db: Path, tmp_path: Path, asked: str) -> None:
    ingest(db, later(tmp_path), "A/2", "2031-01-01")
    result = run("history", "lights", asked, "--db", db)
    assert result.exit_code == 0, result.output
    assert "A/1" in result.stdout
    found = json.loads(run("history", "lights", "art_5", "--db", db, "--format", "json").stdout)
    assert [[p["eid"] for p in r["provisions"]] for r in found["rounds"]] == [["art_4"], ["art_5"]]


def test_what_a_partial_document_lacks_is_not_listed(db: Path, tmp_path: Path) -> None:
    part = tmp_path / "part.txt"
    part.write_text("Article 4\nEntry into force\n\nThe Parties have lit nine lights.")
    assert (
        ingest(db, part, "A/2", "2031-01-01", "--partial", "--convention", "un-treaty").exit_code
        == 0
    )
    said = run("diff", "A/1", "A/2", "--db", db).output
    assert "covers only part of the text" in said
    assert "no longer there" not in said
