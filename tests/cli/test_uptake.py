"""`uptake`: proposals, and the words of later drafts that match them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.cli.asked import BELLS, THIRD, built, manifest, one_line
from tests.cli.typed import run
from tests.uptake.lamps import LAMP, STAIRS, drafts
from tests.uptake.lamps import asked as asked_for
from tracker.render import Held, Rounds, uptake_text
from tracker.store.records.uptakes import CHECKED
from tracker.uptake import uptake as find_uptake

LAMPS = (
    "Lamps at the mouth of a harbour burn red to port and green to starboard, and are lit without "
    "delay by the harbour master, who answers for broken glass before the assembly of pilots."
)
ENTERED = "who answers for broken glass before the assembly of pilots"
WAGES = "Each Party shall pay the keepers of its bells a fair wage in silver every month."

PILOTS = {
    "author": "Guild of Pilots",
    "date": "2031-06",
    "source": "Letter, p. 3",
    "proposals": [{"id": "1", "text": LAMPS, "aims_at": "art_3__para_1"}],
}
SAILORS = {
    "author": "League of Sailors",
    "date": "2031-08-01",
    "proposals": [
        {"id": "1", "text": f"Glass is dear. The master, {ENTERED}."},
        {"id": "2", "text": "Gulls may be fed on Sundays with herring from the royal barrel."},
    ],
}


def written(folder: Path, name: str, proposals: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(proposals), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("uptake"))


def asked(db: Path, *arguments: str | Path) -> Any:
    result = run("uptake", *arguments, "--db", db, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def said(db: Path, *arguments: str | Path) -> str:
    result = run("uptake", *arguments, "--db", db)
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def test_words_that_entered_after_a_proposal(db: Path, tmp_path: Path) -> None:
    found = asked(db, "bells", written(tmp_path, "pilots.json", PILOTS))
    (match,) = found["matches"]
    assert (match["draft"], match["name"]) == ("B/3", "Article 3(1)")
    assert (match["text"], match["words"], match["kind"]) == (ENTERED, 10, "new words")
    assert (match["author"], match["proposal"]) == ("Guild of Pilots", "1")
    assert match["sure"] is True
    assert match["chance"] == 1 / CHECKED, "no smaller chance was checked"
    run_ = match["runs"][0]
    assert LAMPS[run_["proposal_start"] : run_["proposal_end"]] == ENTERED


def test_it_says_matches_and_never_copied(db: Path, tmp_path: Path) -> None:
    told = said(db, "bells", written(tmp_path, "pilots.json", PILOTS))
    assert (
        "Article 3(1) “Colours of lamps” of B/3 matches Guild of Pilots (2031-06; Letter, p. 3) [1]"
        in told
    )
    assert (
        f"“{ENTERED}” 10 words, in no earlier draft here, in the next draft here; 100% of what it"
        in told
    )
    assert "by chance fewer than one in 300 such proposals would match" in told
    assert "A match says that the words are the same, not who had them from whom" in told
    for word in ("copied", "copy", "plagiar", "stole"):
        assert word not in told.casefold()


def test_it_says_which_drafts_were_compared(db: Path, tmp_path: Path) -> None:
    told = said(db, "bells", written(tmp_path, "pilots.json", PILOTS))
    assert "Only B/1, B/2 and B/3 were compared. If there were drafts between them that are" in told


@pytest.mark.parametrize(
    ("share", "told"),
    [
        pytest.param(0.996, "99% of what it would put in", id="not all"),
        pytest.param(0.002, "1% of what it would put in", id="not nothing"),
        pytest.param(1.0, "100% of what it would put in", id="all"),
    ],
)
def test_a_part_is_never_told_as_all(share: float, told: str) -> None:
    there = drafts()
    proposal = asked_for(STAIRS, LAMP)
    (match,) = find_uptake([proposal], there)
    held = Held((proposal,), (replace(match, share=share),))
    assert told in " ".join(uptake_text(held, Rounds(there)).split())


def test_a_proposal_that_came_after_the_words_matches_nothing(db: Path, tmp_path: Path) -> None:
    late = written(tmp_path, "late.json", PILOTS | {"date": "2033"})
    assert asked(db, "bells", late)["matches"] == []
    assert "Words that entered the text after them match none of them." in said(db, "bells", late)


def test_a_date_that_does_not_tell_is_a_doubt(db: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "undated.json", PILOTS | {"date": "2032"})
    (match,) = asked(db, "bells", file)["matches"]
    assert match["sure"] is False
    told = said(db, "bells", file)
    assert "possibly matches Guild of Pilots" in told
    assert "why only possibly: the proposal's date does not tell whether it came first" in told
    assert "in B/3" in told
    assert "possibly match 1 of them" in told
    assert "such proposals would match" not in told, "which is of no use where a doubt is left"


def test_ids_bear_the_name_of_their_file_where_there_are_several(db: Path, tmp_path: Path) -> None:
    files = written(tmp_path, "a.json", PILOTS), written(tmp_path, "b.json", SAILORS)
    matches = {one["proposal"]: one for one in asked(db, "bells", *files)["matches"]}
    assert set(matches) == {"a:1", "b:1"}
    assert matches["a:1"]["also"] == ["b:1"]
    told = said(db, "bells", *files)
    assert "3 proposals of 2 authors, against 3 drafts." in told
    assert told.count("matches") == 1, "who proposed the same words is told beside the first"
    assert "the same words in proposals of League of Sailors [b:1]" in told


def test_files_of_one_name_are_told_apart(db: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    files = written(tmp_path, "a.json", PILOTS), written(tmp_path / "x", "a.json", SAILORS)
    ids = {one["proposal"] for one in asked(db, "bells", *files)["matches"]}
    assert ids == {f"{files[0]}:1", f"{files[1]}:1"}


def test_deletions_come_last(db: Path, tmp_path: Path) -> None:
    strikes = {"id": "2", "old_text": WAGES, "date": "2031-02-01"}
    file = written(tmp_path, "c.json", PILOTS | {"proposals": [strikes, *PILOTS["proposals"]]})
    kinds = [one["kind"] for one in asked(db, "bells", file)["matches"]]
    assert kinds == ["new words", "deletion"]
    told = said(db, "bells", file)
    assert told.index("WORDS THAT ENTERED") < told.index("WORDS THAT WENT")
    assert "gone in the next draft here; 100% of what it would strike" in told


def test_two_drafts_without_a_database(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(BELLS, encoding="utf-8")
    new.write_text(THIRD, encoding="utf-8")
    file = written(tmp_path, "pilots.json", PILOTS)
    found = asked(tmp_path / "none.db", "--between", old, new, file)
    (match,) = found["matches"]
    assert (match["draft"], match["text"], match["sure"]) == ("new", ENTERED, True)


def test_between_two_files_a_proposal_needs_no_date(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(BELLS, encoding="utf-8")
    new.write_text(THIRD, encoding="utf-8")
    file = written(tmp_path, "undated.json", PILOTS | {"date": ""})
    (match,) = asked(tmp_path / "none.db", "--between", old, new, file)["matches"]
    assert (match["sure"], match["date"]) == (True, "")


@pytest.mark.shared
def test_lobby_proposals_against_the_gdpr(shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "gdpr"
    entries = [
        {
            "id": one["uid"],
            "author": one["lobbyist_title"],
            "text": one["text"]["new"],
            "old_text": one["text"]["old"],
        }
        for one in json.loads((folder / "lobby-proposals.json").read_text(encoding="utf-8"))
        if one["text"]["new"].strip() or one["text"]["old"].strip()
    ]
    file = written(tmp_path, "lobby.json", {"proposals": entries})
    drafts = folder / "com-2012-11-proposal.en.txt", folder / "regulation-2016-679.en.txt"
    found = asked(tmp_path / "none.db", "--between", *drafts, file)
    assert found["proposals"] == 1158
    entered = {x["proposal"] for x in found["matches"] if x["kind"] != "deletion" and x["sure"]}
    assert 12 <= len(entered) <= 25
    assert {"Article 47(2)(d)", "Article 70(4)"} <= {x["name"] for x in found["matches"]}


def test_background_makes_usual_words_count_for_less(db: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "pilots.json", PILOTS)
    usual = tmp_path / "usual.txt"
    usual.write_text("Article 1\nGlass\n\n" + f"A cook, {ENTERED}, pays.\n\n" * 30)
    (alone,) = asked(db, "bells", file)["matches"]
    found = asked(db, "bells", file, "--background", usual)
    assert found["background"] == ["usual"]
    assert all(match["chance"] > alone["chance"] for match in found["matches"])
    assert "Phrases that are usual in usual count for less." in said(
        db, "bells", file, "--background", usual
    )


def test_proposals_of_the_manifest(db: Path, tmp_path: Path) -> None:
    more = '\n[[proposals]]\nfile = "p.json"\nauthor = "Harbour Watch"\ndate = "2031"\n'
    drafts = manifest(tmp_path, more)
    bare = {"proposals": [{"id": "7", "text": LAMPS}]}
    written(drafts / "bells", "p.json", bare)
    (match,) = asked(db, "bells", "--drafts", drafts)["matches"]
    assert (match["proposal"], match["author"], match["date"]) == ("7", "Harbour Watch", "2031")


FAULTY = {
    "no file": ("bells", "none.json"),
    "no proposal file named": ("bells",),
    "no negotiation": ("gongs", "empty.json"),
    "not JSON": ("bells", "text.json"),
    "the same file twice": ("bells", "empty.json", "empty.json"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_what_is_wrong_is_told_in_one_line(db: Path, tmp_path: Path, case: str) -> None:
    written(tmp_path, "empty.json", PILOTS)
    (tmp_path / "text.json").write_text("not JSON")
    first, *files = FAULTY[case]
    paths = [tmp_path / file for file in files]
    result = run("uptake", first, *paths, "--drafts", manifest(tmp_path), "--db", db)
    assert result.exit_code == 1
    one_line(result.output)


@pytest.mark.parametrize(
    "arguments",
    [pytest.param((), id="nothing"), pytest.param(("--between", "a", "b"), id="no file")],
)
def test_wrong_usage(db: Path, arguments: tuple[str, ...]) -> None:
    assert run("uptake", *arguments, "--db", db).exit_code == 2
