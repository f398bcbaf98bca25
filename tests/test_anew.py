"""What another version of the rules made is made anew, by a build and by taking in a draft."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.decisions.test_built import build, decide, decided, drafts, folder, links, run
from tests.store.helpers import dump
from tracker import engine, pipeline
from tracker.store import Outdated, open_database

__all__ = ["folder"]

TOLD = "another version of the program had found the legal jobs and links here; made anew"


@pytest.fixture
def db(folder: Path, tmp_path: Path) -> Path:
    """A database of three drafts, built by this version."""
    path = tmp_path / "a.db"
    build(folder, path)
    return path


def age(db: Path) -> None:
    """Make a database what another version would have left: other links, other jobs, other
    threads, and all of it claimed to be that version's."""
    conn = sqlite3.connect(db)
    conn.executescript(
        """
        UPDATE drafts SET engine = 'other';
        UPDATE comparisons SET engine = 'other', same_count = 99;
        UPDATE provisions SET legal_function = 'offence', function_evidence = 'words', is_article = 0;
        UPDATE links SET score = 0.123, evidence = 'the old way', runner_up_provision_id = NULL;
        UPDATE hunks SET text = 'x';
        UPDATE hunks SET trivial = 1;
        UPDATE thread_members SET link_score = 0.123 WHERE link_score IS NOT NULL;
        UPDATE threads SET label = 'x';
        """
    )
    conn.close()


def test_a_build_makes_all_anew_and_says_so(folder: Path, db: Path) -> None:
    before = dump(db)
    age(db)
    assert dump(db) != before
    (told,) = [line for line in build(folder, db) if "version" in line]
    assert told == f"{TOLD} for drafts: 3, pairs of drafts: 3"
    assert dump(db) == before


def test_what_this_version_made_is_left_alone(folder: Path, db: Path) -> None:
    content = db.read_bytes()
    assert [line for line in build(folder, db) if "unchanged" not in line] == []
    assert db.read_bytes() == content


def test_a_draft_that_no_manifest_names_is_made_anew_too(folder: Path, db: Path) -> None:
    manifest = folder / "manifest.toml"
    text = manifest.read_text("utf-8")
    before = dump(db)
    age(db)
    manifest.write_text(text[: text.index('[[rounds]]\nid = "r3"')], encoding="utf-8")
    told = build(folder, db)
    assert "L/3: not in the manifest; kept as it is in the database" in told
    manifest.write_text(text, encoding="utf-8")
    assert TOLD not in "".join(build(folder, db))
    assert dump(db) == before


def ingest(folder: Path, db: Path, n: int, *more: str) -> str:
    result = run("ingest", folder / f"{n}.txt", "--negotiation", "harbour", "--symbol", f"L/{n}",
                 "--date", f"2031-0{n}-01", "--convention", "un-treaty", "--db", db, *more)  # fmt: skip
    assert result.exit_code == 0
    return result.stderr


def test_taking_in_a_draft_makes_the_others_anew(folder: Path, db: Path, tmp_path: Path) -> None:
    """The one that is taken in is there already, or it is new."""
    before = dump(db)
    age(db)
    assert ingest(folder, db, 2) == f"{TOLD} for drafts: 3, pairs of drafts: 3\n"
    assert dump(db) == before
    content = db.read_bytes()
    assert ingest(folder, db, 2) == ""
    assert db.read_bytes() == content
    whole, part = tmp_path / "whole.db", tmp_path / "part.db"
    for each in (whole, part):
        with open_database(each) as store:
            for n, draft in enumerate(drafts(folder), 1):
                if n == 3 and each == part:
                    age(part)
                pipeline.add(store, draft, each)
    assert dump(part) == dump(whole)


def test_a_decision_added_and_taken_back_leaves_one_version(folder: Path, db: Path) -> None:
    before = dump(db)
    age(db)
    decide(folder, decided("reject"))
    build(folder, db)
    assert ("art_2", None) in links(db)
    decide(folder, "")
    build(folder, db)
    assert dump(db) == before


def test_what_is_outdated(folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_database(db) as store:
        assert not store.outdated("harbour", "en")
        monkeypatch.setattr(engine, "fingerprint", lambda: "later")
        assert store.outdated("harbour", "fr") == Outdated()
        assert store.outdated("harbour", "en") == Outdated(
            frozenset(("L/1", "L/2", "L/3")),
            frozenset((("L/1", "L/2"), ("L/1", "L/3"), ("L/2", "L/3"))),
            analysis=True,
        )


def test_a_database_from_before_this_was_written_down_is_outdated(folder: Path, db: Path) -> None:
    before = dump(db)
    age(db)
    conn = sqlite3.connect(db)
    conn.executescript("UPDATE drafts SET engine = ''; UPDATE comparisons SET engine = ''")
    conn.close()
    build(folder, db)
    assert dump(db) == before
