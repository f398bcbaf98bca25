"""`borrowed`: what a draft took over from its precedents, and which safeguards did not come along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.asked import built, manifest, one_line
from tests.cli.typed import run
from tracker.manifest import load
from tracker.model import PrecedentFile, ProposalFile

HARBOURS = {
    "title": "Old Convention on Harbours",
    "articles": [
        {
            "number": 5,
            "title": "Ringing of bells",
            "text": "1. Each Party shall pay the keepers of its bells a fair wage in silver every "
            "month.\n\n2. Keepers who are fined shall have the right to an effective remedy before "
            "a tribunal of pilots.",
        },
        {"number": 6, "title": "Herring", "text": "Herring is smoked over beech and juniper."},
    ],
}
PRECEDENTS = """
[[precedents]]
file = "given/harbours.json"
title = "Harbour Convention"
source = "Gazette of Harbours 12"

[[precedents]]
file = "given/missing.json"
title = "Quay Convention"
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("borrowed"))


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder of manifests; one of the two precedents is there."""
    folder = manifest(tmp_path, PRECEDENTS)
    (folder / "bells" / "given").mkdir()
    (folder / "bells" / "given" / "harbours.json").write_text(json.dumps(HARBOURS))
    return folder


def asked(db: Path, *arguments: str | Path) -> Any:
    result = run("borrowed", *arguments, "--db", db, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_each_precedent_of_the_manifest(db: Path, drafts: Path) -> None:
    found = asked(db, "bells", "B/2", "--drafts", drafts)
    assert (found["negotiation"], found["draft"]) == ("bells", "B/2")
    (one,) = found["precedents"]
    assert (one["title"], one["source"]) == ("Harbour Convention", "Gazette of Harbours 12")
    taken = {x["name"]: (x["verdict"], x["into"]) for x in one["taken"]}
    assert taken["Article 5(1)"] == ("same words", ["art_2__para_2"])
    assert taken["Article 5(2)"] == ("not taken over", [])


def test_the_last_draft_if_none_is_named(db: Path, drafts: Path) -> None:
    assert asked(db, "bells", "--drafts", drafts)["draft"] == "B/3"


def test_safeguards_that_did_not_come_along(db: Path, drafts: Path) -> None:
    (one,) = asked(db, "bells", "B/2", "--drafts", drafts)["precedents"]
    lost = one["safeguards_left_out"]
    assert {x["name"] for x in lost} == {"Article 5(2)"}
    assert all(x["nothing_of_it_taken_over"] for x in lost)
    assert {tuple(x["into"]) for x in lost} == {("art_2",)}
    assert "effective remedy" in " ".join(x["words"] for x in lost)


def test_what_the_draft_says_itself_is_not_lost(db: Path, drafts: Path) -> None:
    file = drafts / "bells" / "given" / "harbours.json"
    text = (
        "1. Lamps at the mouth of a harbour burn red to port. They are lit without delay, and "
        "nobody is punished without judicial review."
    )
    file.write_text(json.dumps({"articles": [{"number": 1, "title": "Lamps", "text": text}]}))
    (one,) = asked(db, "bells", "--drafts", drafts)["precedents"]
    assert [x["words"] for x in one["safeguards_left_out"]] == ["judicial review"]


def test_as_text(db: Path, drafts: Path) -> None:
    result = run("borrowed", "bells", "B/2", "--drafts", drafts, "--db", db)
    assert result.exit_code == 0
    told = result.stdout
    assert told.startswith("What B/2 ")
    assert "took over from Harbour Convention\n" in told
    flat = " ".join(told.split())
    assert (
        "in Article 5(2) “Ringing of bells” of Harbour Convention, not in Article 2 “Ringing of "
        "bells”, which took over 48% of the words of that article, without this part" in flat
    )
    assert told.index("WORDS OF SAFEGUARDS") < told.index("WHAT BECAME OF Harbour Convention")
    assert "given/missing.json: is not there; put the text of Quay Convention there" in (
        result.stderr
    )


def test_two_files(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.txt"
    old.write_text(json.dumps(HARBOURS))
    new.write_text("Article 1\nHerring\n\nHerring is smoked over beech and juniper.\n")
    found = asked(tmp_path / "none.db", new, old)
    assert (found["draft"], found["precedent"]) == ("new", "old")
    assert found["safeguards_left_out"] == []
    result = run("borrowed", new, old, "--db", tmp_path / "none.db")
    assert "WORDS OF SAFEGUARDS THAT DID NOT COME ALONG\n  none found" in result.stdout


def test_a_language_without_rules_is_not_looked_at(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    for file in (old, new):
        file.write_text(json.dumps({**HARBOURS, "language": "fi"}))
    found = asked(tmp_path / "none.db", new, old, "--language", "fi")
    assert found["safeguards_left_out"] is None
    result = run("borrowed", new, old, "--language", "fi", "--db", tmp_path / "none.db")
    assert "not looked at: there are no rules for 'fi'" in result.stdout


def test_the_manifest_may_name_files_that_are_not_there(drafts: Path) -> None:
    lakes = load(drafts / "bells" / "manifest.toml")
    assert lakes.precedents == (
        PrecedentFile("given/harbours.json", "Harbour Convention", "Gazette of Harbours 12"),
        PrecedentFile("given/missing.json", "Quay Convention"),
    )
    assert lakes.proposals == ()


def test_proposals_of_a_manifest(tmp_path: Path) -> None:
    more = '\n[[proposals]]\nfile = "given/p.json"\nauthor = "Pilots"\ndate = 2031-02-03\n'
    found = load(manifest(tmp_path, more) / "bells" / "manifest.toml").proposals
    assert found == (ProposalFile("given/p.json", "Pilots", "2031-02-03"),)


@pytest.mark.shared
def test_untoc_against_the_bundled_text(shared_data: Path, tmp_path: Path) -> None:
    text = Path(__file__).resolve().parents[2] / "drafts/un-cybercrime/texts/a-res-79-243.txt"
    untoc = shared_data / "precedents" / "UNTOC-2000.json"
    found = asked(tmp_path / "none.db", text, untoc)
    lost = {x["name"]: x["into_names"] for x in found["safeguards_left_out"]}
    assert lost["Article 18(10)(a)"] == ["Article 40"]
    # Its extradition has only a sentence of UNTOC's on mutual assistance: no article went there.
    assert not any(name.startswith("Article 16") for name in lost)
    assert len(lost) < 15


@pytest.mark.parametrize("key", ["proposals", "precedents"])
@pytest.mark.parametrize("file", ["../../x.json", "/etc/hosts"])
def test_a_file_outside_the_folder_is_refused(
    db: Path, tmp_path: Path, key: str, file: str
) -> None:
    title = 'title = "X"\n' if key == "precedents" else ""
    folder = manifest(tmp_path, f'\n[[{key}]]\nfile = "{file}"\n{title}')
    result = run("borrowed", "bells", "--drafts", folder, "--db", db)
    assert result.exit_code == 1
    assert f"{key}[1].file: {file!r} lies outside" in one_line(result.output)


def test_none_named(db: Path, tmp_path: Path) -> None:
    result = run("borrowed", "bells", "--drafts", manifest(tmp_path), "--db", db)
    assert result.exit_code == 1
    assert "names no [[precedents]]" in one_line(result.output)


def test_none_there(db: Path, tmp_path: Path) -> None:
    more = '\n[[precedents]]\nfile = "x.json"\ntitle = "X"\n'
    result = run("borrowed", "bells", "--drafts", manifest(tmp_path, more), "--db", db)
    assert result.exit_code == 1
    assert "x.json: is not there; put the text of X there" in one_line(result.output)


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        pytest.param(("gongs",), "no negotiation 'gongs'", id="no negotiation"),
        pytest.param(("bells", "B/9"), "no draft 'B/9'", id="no draft"),
        pytest.param(("B/1", "B/9"), "no draft with this symbol", id="no precedent"),
    ],
)
def test_what_is_not_there(db: Path, drafts: Path, arguments: tuple[str, ...], what: str) -> None:
    result = run("borrowed", *arguments, "--drafts", drafts, "--db", db)
    assert result.exit_code == 1
    assert what in one_line(result.output)
