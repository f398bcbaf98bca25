"""Decisions through the whole way: files, database, command line, pages."""

from __future__ import annotations

import json
import sqlite3
from contextlib import nullcontext
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.store.helpers import dump
from tracker import pipeline
from tracker.cli import ingesting, main
from tracker.ingesters import About
from tracker.manifest import load
from tracker.model import Draft
from tracker.store import Library, open_database
from tracker.texts import draft_of
from web import create_app

LAMPS = "Lamps of the harbour\n\nEach Party shall light the lamps of its harbours at dusk."
SHIPS = (
    "Lamps of ships\n\nEach Party shall adopt the laws that it needs to make it a criminal offence "
    "to sail by night without a lamp at the mast."
)
SHIPS_LATER = SHIPS.replace("sail by night without", "sail in the dark, or in fog, without")
BELLS = "Bells\n\nIn fog the bell of the harbour is rung four times in every minute."
GULLS = "Gulls\n\nNobody may feed the gulls of a harbour from its kitchens or its boats."
ROUNDS = {
    "L/1": (LAMPS, SHIPS, BELLS),
    "L/2": (LAMPS, BELLS, GULLS),
    "L/3": (LAMPS, SHIPS_LATER, BELLS, GULLS),
}

MANIFEST = """
id = "harbour"
title = "Treaty on harbours"
"""

ACCEPT = """
[[decisions]]
decision = "{action}"
old_draft = "L/1"
old = "article 2"
old_words = "Lamps of ships"
new_draft = "L/3"
new = "article {new}"
new_words = "{words}"
name = "Ada Lund"
date = 2021-05-06
reason = "I read both & compared them."
{more}
"""


def decided(action: str, new: int = 2, words: str = "Lamps of ships", more: str = "") -> str:
    return ACCEPT.format(action=action, new=new, words=words, more=more)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A negotiation of three rounds; article 2 is left out of the second."""
    folder = tmp_path / "drafts" / "harbour"
    folder.mkdir(parents=True)
    text = MANIFEST
    for n, (symbol, articles) in enumerate(ROUNDS.items(), 1):
        body = "\n\n".join(f"Article {k}. {one}" for k, one in enumerate(articles, 1))
        title = "DRAFT CONVENTION ON HARBOURS\n\nThe States Parties have agreed as follows:\n\n"
        (folder / f"{n}.txt").write_text(title + body + "\n", encoding="utf-8")
        text += (
            f'[[rounds]]\nid = "r{n}"\nsymbol = "{symbol}"\ndate = 2031-0{n}-01\nwhen = "{n}"\n'
            f'name = "Draft {n}"\nfile = "{n}.txt"\nconvention = "un-treaty"\n'
        )
    (folder / "manifest.toml").write_text(text, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def build(folder: Path, db: Path) -> list[str]:
    told: list[str] = []
    with open_database(db) as store:
        pipeline.build(store, load(folder / "manifest.toml"), folder, db, report=told.append)
    return told


def decide(folder: Path, text: str) -> None:
    (folder / "links.toml").write_text(text, encoding="utf-8")


def links(db: Path, old: str = "L/1", new: str = "L/3") -> dict[tuple[object, object], str]:
    """The links between two drafts, of articles, with what became of them."""
    conn = sqlite3.connect(db)
    found = conn.execute(
        "SELECT before.eid, after.eid, relation FROM links JOIN comparisons AS c "
        "ON c.id = comparison_id JOIN drafts AS o ON o.id = old_draft_id "
        "JOIN drafts AS n ON n.id = new_draft_id "
        "LEFT JOIN provisions AS before ON before.id = old_provision_id "
        "LEFT JOIN provisions AS after ON after.id = new_provision_id "
        "WHERE o.symbol = ? AND n.symbol = ? "
        "AND coalesce(before.is_article, after.is_article) = 1",
        (old, new),
    ).fetchall()
    conn.close()
    return {(row[0], row[1]): row[2] for row in found}


def test_a_rejected_link_is_gone_and_comes_back_when_the_decision_goes(
    folder: Path, tmp_path: Path
) -> None:
    db = tmp_path / "a.db"
    build(folder, db)
    before = dump(db)
    assert ("art_2", "art_2") in links(db)
    decide(folder, decided("reject"))
    build(folder, db)
    found = links(db)
    assert ("art_2", None) in found
    assert (None, "art_2") in found
    threads = dump(db)["thread_members"]
    decide(folder, "")
    build(folder, db)
    assert dump(db) == before
    assert before["thread_members"] != threads
    (folder / "links.toml").unlink()
    build(folder, db)
    assert dump(db) == before


def test_building_again_writes_nothing(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    decide(folder, decided("accept"))
    build(folder, db)
    content = db.read_bytes()
    *told, seals = build(folder, db)
    assert all("unchanged" in line for line in told)
    assert seals.startswith(f"{folder / 'links.toml'}: decisions followed without seals: 1; ")
    assert db.read_bytes() == content


def drafts(folder: Path) -> list[Draft]:
    return [
        draft_of(folder / f"{n}.txt", About("harbour", symbol, f"2031-0{n}-01", "en"), "un-treaty")
        for n, symbol in enumerate(ROUNDS, 1)
    ]


def test_the_order_in_which_drafts_come_leaves_no_trace(folder: Path, tmp_path: Path) -> None:
    """Decided before any draft was there, or when all were."""
    decide(folder, decided("reject"))
    found = []
    for n, order in enumerate(permutations(drafts(folder))):
        db = tmp_path / f"{n}.db"
        with open_database(db) as store:
            negotiation = load(folder / "manifest.toml")
            store.put_negotiation(negotiation)
            store.put_rulings("harbour", pipeline.rulings(store, negotiation, folder))
            for draft in order:
                pipeline.add(store, draft, db)
        found.append(dump(db))
        assert ("art_2", None) in links(db)
    assert all(one == found[0] for one in found)
    assert [row for row in found[0]["decisions"] if "applied" in row]


def test_a_text_that_changes_makes_a_decision_stale_and_shows_it(
    folder: Path, tmp_path: Path
) -> None:
    db = tmp_path / "a.db"
    decide(folder, decided("reject"))
    build(folder, db)
    seals = json.loads(run_decisions(folder, db, "--format", "json"))[0]
    more = f'old_seal = "{seals["old_seal"]}"\nnew_seal = "{seals["new_seal"]}"'
    decide(folder, decided("reject", more=more))
    assert not [line for line in build(folder, db) if "links.toml" in line]
    assert "followed\n" in run_decisions(folder, db) + "\n"
    file = folder / "3.txt"
    file.write_text(file.read_text("utf-8").replace("or in fog", "or in snow"), "utf-8")
    (told,) = [line for line in build(folder, db) if "links.toml" in line]
    assert "decisions[1], reject of Ada Lund: not followed: a text has changed" in told
    assert told.startswith(f"{folder / 'links.toml'}:2: decisions[1], ")
    assert "article 2 of L/3 begins as it did" in told
    assert told.endswith("; read both texts again, then write their first words and seals anew, "
                         "or delete it")  # fmt: skip
    assert ("art_2", "art_2") in links(db)
    with Library(db) as library:
        (row,) = library.decisions("harbour")
        assert (row.state, row.person, row.reason) == (
            "stale",
            "Ada Lund",
            "I read both & compared them.",
        )
    assert "not followed: a text has changed" in run_decisions(folder, db)
    page = pages(db, "/n/harbour/compare?old=L/1&new=L/3")
    assert "Not followed now." in page
    file.write_text(file.read_text("utf-8").replace("or in snow", "or in fog"), "utf-8")
    build(folder, db)
    assert ("art_2", None) in links(db)


def test_a_text_that_changes_under_a_decision_without_seals_is_told_once(
    folder: Path, tmp_path: Path
) -> None:
    db = tmp_path / "a.db"
    decide(folder, decided("reject"))
    build(folder, db)
    file = folder / "3.txt"
    file.write_text(file.read_text("utf-8").replace("or in fog", "or in snow"), "utf-8")
    told = build(folder, db)
    (found,) = [line for line in told if "decisions[1]" in line]
    assert found.startswith(f"{folder / 'links.toml'}:2: decisions[1], reject of Ada Lund: ")
    assert "still followed, but article 2 of L/3 reads otherwise than at the last build" in found
    assert [line for line in build(folder, db) if "decisions[1]" in line] == []


def test_decisions_at_odds_are_told_and_none_is_followed(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    build(folder, db)
    before = links(db)
    other = decided("accept").replace('"article 2"', '"art_2"').replace("Ada Lund", "Bo Ek")
    decide(folder, decided("reject") + other)
    told = [line for line in build(folder, db) if "links.toml" in line]
    assert len(told) == 2
    assert "decisions[1], reject of Ada Lund: not followed: another decision says other" in told[0]
    assert "at odds with accept of Bo Ek (art_2 → art_2)" in told[0]
    assert "keep the one that is right and delete the other" in told[1]
    assert links(db) == before
    decide(folder, decided("reject"))
    build(folder, db)
    assert ("art_2", None) in links(db)


def test_a_decision_made_twice_is_told(folder: Path, tmp_path: Path) -> None:
    other = decided("reject").replace('"article 2"', '"art_2"').replace("Ada Lund", "Bo Ek")
    decide(folder, decided("reject") + other)
    told = [line for line in build(folder, tmp_path / "a.db") if "says the same" in line]
    assert len(told) == 2
    assert told[0].endswith("followed, but says the same as reject of Bo Ek (art_2 → art_2): one "
                            "of them is enough")  # fmt: skip
    assert ("art_2", None) in links(tmp_path / "a.db")


def test_what_a_reader_must_know_is_told_beside_a_progress_bar(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(folder, decided("reject", words="Lamps of trains"))
    monkeypatch.setattr(ingesting, "watched", lambda *_: nullcontext(lambda line: None))
    result = run("build", "--drafts", folder.parent, "--db", tmp_path / "a.db")
    assert "decisions[1], reject of Ada Lund: not followed" in result.stdout
    assert "unchanged" not in result.stdout


def test_a_mistyped_symbol_is_told_with_those_there_are(folder: Path, tmp_path: Path) -> None:
    decide(folder, decided("reject").replace('"L/3"', '"L/33"'))
    (told,) = [line for line in build(folder, tmp_path / "a.db") if "links.toml" in line]
    assert "L/33 (en) is not there; did you mean L/3? there are L/1, L/2, L/3" in told


def test_what_the_database_was_built_without_is_told(folder: Path, tmp_path: Path) -> None:
    """Drafts that were only ingested follow no decision; one taken back is followed until built."""
    db = tmp_path / "a.db"
    with open_database(db) as store:
        for draft in drafts(folder):
            pipeline.add(store, draft, db)
    decide(folder, decided("reject"))
    told = run_decisions(folder, db)
    assert "decisions[1]  not followed yet: the database was built without it" in told
    assert "1 of these are not in the database as they are here: run `tracker build`." in told
    assert json.loads(run_decisions(folder, db, "--format", "json"))[0]["in_database"] is False
    build(folder, db)
    assert run_decisions(folder, db).startswith("decisions[1]  followed (not sealed")
    assert "tracker build" not in run_decisions(folder, db)
    assert json.loads(run_decisions(folder, db, "--format", "json"))[0]["in_database"] is True
    decide(folder, "")
    assert run_decisions(folder, db) == (
        "1 that are no more in the file are still in the database: run `tracker build`.\n"
    )


def test_a_draft_taken_in_anew_tells_which_decisions_it_turns(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    decide(folder, decided("reject"))
    build(folder, db)
    file = folder / "3.txt"
    ingest = ("ingest", file, "--negotiation", "harbour", "--symbol", "L/3", "--date", "2031-03-01",
              "--convention", "un-treaty", "--db", db, "--replace")  # fmt: skip
    for was, now, told in (
        ("in the dark, or in fog", "in the dark, or in snow", "but article 2 of L/3 reads otherwi"),
        ("Lamps of ships", "Lights of ships", "harbour: reject of Ada Lund: not followed: a text"),
    ):
        file.write_text(file.read_text("utf-8").replace(was, now), "utf-8")
        assert told in run(*ingest).stderr
    assert run(*ingest).stderr == ""


def run_decisions(folder: Path, db: Path, *more: str) -> str:
    result = run("decisions", "harbour", "--drafts", folder.parent, "--db", db, *more)
    assert result.exit_code == 0, result.output
    return result.output


def pages(db: Path, address: str) -> str:
    app = create_app(db)
    try:
        answer = app.test_client().get(address, follow_redirects=True)
        assert answer.status_code == 200
        return answer.get_data(as_text=True)
    finally:
        app.extensions["negotiation-tracker"].close()


def test_an_added_link_is_in_the_json_of_align_and_on_the_pages(
    folder: Path, tmp_path: Path
) -> None:
    db = tmp_path / "a.db"
    decide(folder, decided("add", 4, "Gulls. Nobody may", 'relation = "moved"'))
    build(folder, db)
    result = run("align", "L/1", "L/3", "--format", "json", "--db", db)
    (link,) = [
        x for x in json.loads(result.stdout)["links"] if x["decided"] and x["old"] and x["new"]
    ]
    assert (link["old"], link["new"], link["relation"], link["score"]) == (
        "art_2",
        "art_4",
        "moved",
        1.0,
    )
    assert link["evidence"][0] == "added by Ada Lund on 2021-05-06: I read both & compared them."
    assert link["decided"][0]["name"] == "Ada Lund"
    compared = pages(db, "/n/harbour/compare?old=L/1&new=L/3")
    assert "<strong>Added by a person.</strong> <bdi>Ada Lund</bdi>" in compared
    assert "I read both &amp; compared them." in compared
    # What had its place is alone now, and says because of whom.
    assert 'that <bdi>article 2</bdi> of <span class="symbol">L/1</span> became' in compared
    with Library(db) as library:
        provision = library.resolve("harbour", "article 2")
        assert provision is not None
        assert "Decided by a person" in pages(db, f"/t/{provision.address}")


def test_files_are_compared_without_decisions(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    decide(folder, decided("reject"))
    build(folder, db)
    files = folder / "1.txt", folder / "3.txt"
    result = run("align", *files, "--convention", "un-treaty", "--format", "json", "--db", db)
    assert not [x for x in json.loads(result.stdout)["links"] if x["decided"]]


def test_a_provision_that_comes_back_is_called_a_reintroduction(
    folder: Path, tmp_path: Path
) -> None:
    db = tmp_path / "a.db"
    build(folder, db)
    conn = sqlite3.connect(db)
    found = conn.execute(
        "SELECT last_symbol_before, symbol_without_it, symbol_of_return, whole_drafts_missed "
        "FROM reintroduced_provisions WHERE is_article = 1"
    ).fetchall()
    conn.close()
    assert found == [("L/1", "L/2", "L/3", 1)]
    with Library(db) as library:
        provision = library.resolve("harbour", "article 2")
        assert provision is not None
        page = pages(db, f"/t/{provision.address}")
    told = " ".join(page.split())
    assert "Taken out in round 2, back in" in told
    assert "with changed words" in told
    assert "Back again" in told


def test_what_a_decision_breaks_is_reported_between_the_two_ways(
    folder: Path, tmp_path: Path
) -> None:
    """Article 1 goes from draft to draft; a person says it is not the one of the third."""
    db = tmp_path / "a.db"
    text = decided("reject", 1, "Lamps of the harbour").replace('old = "article 2"', 'old = "1"')
    decide(folder, text.replace('old_words = "Lamps of ships"', 'old_words = "Lamps of the"'))
    build(folder, db)
    page = " ".join(pages(db, "/n/harbour/compare?old=L/1&new=L/3").split())
    assert "The direct comparison and the step-by-step one differ here" in page
    assert "Compared directly, nothing came of" in page
    assert "Step by step, it became" in page
