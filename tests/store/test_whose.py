"""Proposals and earlier instruments beside a negotiation, and what of them is in its drafts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.asked import ROUNDS, manifest
from tests.store.given import CIRCUMSTANCE, PROPOSALS, TREATY, given, precedent
from tests.store.helpers import NEGOTIATION, build, drafts, dump, put
from tracker import pipeline
from tracker.errors import TrackerError
from tracker.ingesters import About
from tracker.manifest import load
from tracker.model import PrecedentFile, ProposalFile
from tracker.pipeline.analysed import analyse
from tracker.pipeline.given import given_by, proposals_of
from tracker.store import Library, open_database
from tracker.store.analysis import Given
from tracker.texts import draft_of


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`moon` with what stands beside it."""
    path = build(tmp_path_factory.mktemp("whose") / "moon.db", drafts())
    with open_database(path) as store:
        store.put_given("moon", given())
        analyse(store, "moon", "en")
    return path


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path) as library:
        yield library


def rows(path: Path, sql: str) -> list[sqlite3.Row]:
    with closing(sqlite3.connect(path)) as conn:
        conn.row_factory = sqlite3.Row
        return conn.execute(sql).fetchall()


def test_what_was_given_is_read_back_equal(path: Path) -> None:
    with open_database(path) as store:
        assert store.given("moon") == given()
        assert store.given("sun") == Given()


def test_the_lists_of_the_manifest_survive(tmp_path: Path) -> None:
    named = replace(
        NEGOTIATION,
        proposals=(ProposalFile("a.json", "Selenia", "2001", "p. 3"), ProposalFile("b.json")),
        precedents=(TREATY, PrecedentFile("c.pdf", "Quay Convention")),
    )
    with open_database(tmp_path / "moon.db") as store:
        store.put_negotiation(named)
        assert store.negotiation("moon") == named
        store.put_negotiation(NEGOTIATION)
        assert store.negotiation("moon") == NEGOTIATION


def test_the_same_again_does_not_touch_the_file(path: Path) -> None:
    before = path.read_bytes()
    with open_database(path) as store:
        store.put_given("moon", given())
        assert not analyse(store, "moon", "en")
    assert path.read_bytes() == before


def test_it_does_not_matter_when_it_was_given(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "moon.db"
    first, second, third, fourth = drafts()
    build(other, [third])
    with open_database(other) as store:
        store.put_given("moon", given())
        for one in (fourth, second, first):
            put(store, one)
        analyse(store, "moon", "en")
    assert dump(other) == dump(path)


def test_an_earlier_instrument_is_listed_nowhere(path: Path, library: Library) -> None:
    assert [one.id for one in library.negotiations()] == ["moon"]
    assert library.search("cellars").total == 0
    assert library.search("sanctions").total > 0
    with open_database(path) as store:
        assert store.drafts_called("Lunar Convention") == []
        assert len(store.all_drafts("moon", "en")) == 4
    for view in ("articles", "words_by_round"):
        found = {row[0] for row in rows(path, f"SELECT negotiation_id FROM {view}")}
        assert found == {"moon"}, view


def test_an_earlier_instrument_can_be_read_to_its_file(path: Path, library: Library) -> None:
    beside = library.negotiation("moon~beside")
    assert beside is not None
    assert beside.beside == "moon"
    draft = library.draft("moon~beside", "Lunar Convention")
    assert draft is not None
    report = library.report(draft.id)
    assert report is not None
    assert report.sources[0].sha256 == precedent().source.sha256
    (span,) = rows(
        path,
        "SELECT page_start, page_end, source_pages.text FROM provision_spans "
        "JOIN sources ON sources.draft_id = 'moon~beside:Lunar Convention@en' "
        "JOIN source_pages ON source_pages.source_id = sources.id "
        "AND source_pages.page = provision_spans.page "
        "WHERE provision_id = 'moon~beside:Lunar Convention@en#art_2__para_1' AND field = 'text'",
    )
    assert span["text"][span["page_start"] : span["page_end"]].startswith("Cheese is stored")


def test_words_that_entered_after_a_proposal(path: Path) -> None:
    (sure, possible, gone) = rows(
        path, "SELECT * FROM whose_words ORDER BY kind = 'deletion', sure DESC"
    )
    assert (sure["author"], sure["provision"], sure["symbol"]) == (
        "Guild of Listeners",
        "Article 3(2)",
        "M/3",
    )
    assert sure["words_matched"] == "is a grave aggravating circumstance of"
    assert (sure["sure"], sure["doubts"], sure["drafts_later"], sure["kind"]) == (
        *(1, "", 1),
        "new words",
    )
    assert 0 < sure["chance"] < 1e-4
    assert sure["others_with_these_words"] == 1
    assert (possible["author"], possible["sure"]) == ("Selenia", 0)
    assert "by chance" in possible["doubts"]
    assert (gone["kind"], gone["provision"], gone["heading"]) == (
        *("deletion", "Article 3(2)"),
        "Criminalization of noise",
    )


def test_offsets_are_those_of_both_texts(path: Path) -> None:
    found = rows(
        path,
        "SELECT match_runs.*, provisions.text AS there, "
        "iif(proposal_matches.kind = 'deletion', proposals.old_text, proposals.text) AS here "
        "FROM match_runs JOIN proposal_matches ON proposal_matches.id = match_id "
        "JOIN provisions ON provisions.id = provision_id "
        "JOIN proposals USING (negotiation_id, proposal_id)",
    )
    assert len(found) == 3
    for row in found:
        there = row["there"][row["text_start"] : row["text_end"]]
        assert there == row["here"][row["proposal_start"] : row["proposal_end"]]
        common = row["there"][row["common_start"] : row["common_end"]]
        proposed = row["here"][row["proposal_common_start"] : row["proposal_common_end"]]
        assert common.split() == proposed.split()
        assert there in common
    assert {row["there"][row["common_start"] : row["common_end"]] for row in found} >= {
        CIRCUMSTANCE.rstrip("."),
        "is a grave aggravating circumstance of",
    }


def test_authors_are_counted(path: Path) -> None:
    found = {
        row["author"]: tuple(row)[2:] for row in rows(path, "SELECT * FROM taken_up_by_author")
    }
    assert found == {"Guild of Listeners": (2, 1, 0, 0, 1), "Selenia": (2, 0, 1, 0, 0)}


def test_what_was_borrowed_and_what_was_left_out(path: Path) -> None:
    (taken,) = rows(path, "SELECT * FROM borrowed")
    assert (taken["precedent"], taken["precedent_provision"], taken["provision"]) == (
        *("Lunar Convention", "Article 1(1)"),
        "Article 3(1)",
    )
    (out,) = rows(path, "SELECT * FROM left_out_of_what_was_borrowed")
    assert out["words_left_out"] == "They shall not fall on the family of whoever did it."
    lost = rows(path, "SELECT * FROM safeguards_left_out")
    assert "right to an effective remedy" in [row["words_left_out"] for row in lost]
    for row in lost:
        found = row["precedent_text"][row["text_start"] : row["text_end"]]
        assert found == row["words_left_out"]
        assert (row["whole"], row["taken_over_by"]) == (1, "Article 3 Prosecution and sanctions")


def test_the_words_of_a_part_are_all_told(path: Path) -> None:
    found = rows(
        path,
        "SELECT provisions.id, provisions.text, text_start, text_end FROM borrowed_words "
        "JOIN provisions ON provisions.id = provision_id ORDER BY 1, borrowed_words.ordinal",
    )
    texts: dict[str, str] = {}
    for row in found:
        texts[row["id"]] = (
            texts.get(row["id"], "") + row["text"][row["text_start"] : row["text_end"]]
        )
    assert texts
    assert texts == {row["id"]: row["text"] for row in found}


def test_what_is_no_longer_given_is_gone(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "moon.db"
    other.write_bytes(path.read_bytes())
    with open_database(other) as store:
        store.put_given("moon", Given(PROPOSALS[:2]))
        assert analyse(store, "moon", "en")
        assert store.given("moon") == Given(PROPOSALS[:2])
    found = dump(other)
    for table in ("precedents", "borrowings", "borrowed_parts", "lost_safeguards", "origins"):
        assert found[table] == [], table
    assert {row[0] for row in found["negotiations"]} == {"moon"}
    assert {row[1] for row in found["drafts"]} == {"moon"}
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("INSERT INTO provisions_fts(provisions_fts) VALUES ('integrity-check')")
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_there_may_be_nothing(tmp_path: Path) -> None:
    path = build(tmp_path / "moon.db", drafts()[:1])
    with open_database(path) as store:
        analyse(store, "moon", "en")
    with Library(path) as library:
        uptakes, borrowed = library.uptakes("moon"), library.borrowed("moon")
    assert (uptakes.analysed, uptakes.proposals, uptakes.matches) == (True, 0, ())
    assert (borrowed.analysed, borrowed.borrowings, borrowed.missing) == (True, (), ())


def test_precedents_whose_files_are_not_there_are_named(tmp_path: Path) -> None:
    path = tmp_path / "moon.db"
    missing = PrecedentFile("x.json", "Quay Convention")
    with open_database(path) as store:
        store.put_negotiation(replace(NEGOTIATION, precedents=(TREATY, missing)))
        store.put_given("moon", given())
    with Library(path) as library:
        page = library.borrowed("moon")
    assert page.missing == (missing,)
    assert page.analysed is False


def test_what_is_known_beside_provisions(library: Library) -> None:
    ids = ["moon:M/3@en#art_3__para_2", "moon:M/4@en#art_3__para_1"]
    found = library.beside(ids)
    assert (found.surely, found.possibly) == (1, 1)
    assert found.origins == (("Lunar Convention", ("Article 1",)),)
    assert library.beside([]).origins == ()


# From a manifest

GIVEN = """
[[proposals]]
file = "a.json"
author = "Guild of Pilots"
date = "2031-06"

[[proposals]]
file = "b.json"
author = "League of Sailors"
date = "2031-06"

[[precedents]]
file = "harbours.txt"
title = "Harbour Convention"
source = "Gazette of Harbours 12"

[[precedents]]
file = "missing.txt"
title = "Quay Convention"
"""
OWN_WORDS = "the master, who answers for broken glass before the assembly of pilots"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A manifest of two rounds with proposals and precedents, and the third round beside it."""
    home = manifest(tmp_path, GIVEN) / "bells"
    text = (home / "manifest.toml").read_text(encoding="utf-8")
    third = text.index('[[rounds]]\nid = "r3"')
    (home / "manifest.toml").write_text(
        text[:third] + text[text.index("\n[[proposals]]") :], encoding="utf-8"
    )
    for name in ("a", "b"):
        (home / f"{name}.json").write_text(
            f'{{"proposals": [{{"id": "1", "text": "{OWN_WORDS}"}}]}}', encoding="utf-8"
        )
    (home / "harbours.txt").write_text(ROUNDS[0][2], encoding="utf-8")
    return home


def test_a_manifest_gives_proposals_and_the_precedents_that_are_there(folder: Path) -> None:
    found = given_by(load(folder / "manifest.toml"), folder)
    assert [(one.id, one.author) for one in found.proposals] == [
        ("a:1", "Guild of Pilots"),
        ("b:1", "League of Sailors"),
    ]
    ((file, draft),) = found.precedents
    assert file.title == "Harbour Convention"
    assert (draft.negotiation, draft.symbol) == ("bells~beside", "Harbour Convention")
    assert draft.source.standing == "unstated"
    assert draft.source.name == "harbours.txt"


def test_a_file_of_proposals_that_is_not_there_is_left_out_and_told(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "a.json").unlink()
    described = load(folder / "manifest.toml")
    told: list[str] = []
    path = tmp_path / "t.db"
    with open_database(path) as store:
        pipeline.build(store, described, folder, path, report=told.append)
        assert [one.id for one in store.given("bells").proposals] == ["b:1"]
    assert f"{folder / 'a.json'}: is not there; its proposals are left out" in told
    with Library(path) as library:
        assert library.uptakes("bells").files == ("a.json", "b.json")
    with pytest.raises(TrackerError, match=r"a\.json"):
        proposals_of(described, folder)


def test_precedents_of_one_title_are_told_apart(folder: Path) -> None:
    described = load(folder / "manifest.toml")
    twice = (PrecedentFile("harbours.txt", "H"), PrecedentFile("round-2.txt", "H"))
    found = given_by(replace(described, precedents=twice), folder)
    assert [draft.symbol for _, draft in found.precedents] == [
        "H (harbours.txt)",
        "H (round-2.txt)",
    ]


def test_a_draft_taken_in_later_gives_the_same_as_one_that_was_there(
    folder: Path, tmp_path: Path
) -> None:
    described = load(folder / "manifest.toml")
    symbol, date, _ = ROUNDS[2]
    third = draft_of(folder / "round-3.txt", About("bells", symbol, date), "un-treaty")
    found = []
    for name, late in (("late", True), ("early", False)):
        path = tmp_path / f"{name}.db"
        with open_database(path) as store:
            if not late:
                pipeline.add(store, third, path)
            pipeline.build(store, described, folder, path)
            if late:
                pipeline.add(store, third, path)
        found.append(dump(path))
    assert found[0] == found[1]
    matched = {row[4] for row in found[0]["proposal_matches"]}
    assert matched == {"a:1", "b:1"}
    assert found[0]["borrowed_parts"]
