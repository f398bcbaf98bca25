"""Findings in the database: rows, views, what pages read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.drafts import outline
from tests.store.helpers import build, drafts, dump, make_older, put, reread
from tracker.align import align
from tracker.diff import changes, variants
from tracker.findings import Past, findings, first
from tracker.history import threads
from tracker.model import Draft, Negotiation
from tracker.pipeline.analysed import analyse, analysis
from tracker.pipeline.between import Rounds
from tracker.store import Library, open_database

QUOTED = (
    'Each State shall paint every "mooring buoy" white, and keep a list of the buoys it painted.'
)
SPELT = (
    "Each State shall paint every “mooring buoy” white, and keep a list of the buoys it painted."
)
POINTING = "The list under article {} is read out to all crews before the ebb of every second week."


@pytest.fixture(scope="module")
def moon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = build(tmp_path_factory.mktemp("findings") / "moon.db", drafts())
    with open_database(path) as store:
        assert analyse(store, "moon", "en")
        assert not analyse(store, "moon", "en")
    return path


@pytest.fixture
def conn(moon: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(moon)) as found:
        yield found


def buoys(symbol: str, date: str, *, quoted: bool, article: int) -> Draft:
    """A draft in which another article before the last two moves their numbers."""
    more = (
        "    art_1 | Article 1 | Purpose | Mariners of all coasts shall find their way at night."
        if article == 2
        else ""
    )
    text = f"""
{more}
    art_{article} | Article {article} | Paint | {QUOTED if quoted else SPELT}
    art_{article + 1} | Article {article + 1} | Crews | {POINTING.format(article)}
"""
    lines = "\n".join(line for line in text.splitlines() if line.strip())
    return outline(lines, symbol=symbol, date=date, negotiation="buoys")


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("buoys") / "buoys.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation("buoys", "Treaty on buoys"))
        put(store, buoys("B/1", "2031-01-01", quoted=True, article=1))
        put(store, buoys("B/2", "2031-06-01", quoted=False, article=2))
        analyse(store, "buoys", "en")
    return path


def test_the_rows_are_what_was_found(moon: Path, conn: sqlite3.Connection) -> None:
    with open_database(moon) as store:
        known = store.negotiation("moon")
        assert known is not None
        rounds = Rounds.of(store.all_drafts("moon", "en"), store.alignments("moon", "en"))
        made = analysis(known, "en", rounds, store.given("moon"))
    stored = conn.execute(
        "SELECT old_symbol, new_symbol, rank, first, kind, sentence, certain, why FROM findings_told"
    ).fetchall()
    expected = [
        (*pair, one.rank, int(one in first(found)), one.kind, one.sentence, int(one.sure), one.why)
        for pair, found in made.findings.items()
        for one in found
    ]
    assert sorted(stored) == sorted(expected)
    assert expected
    words = conn.execute("SELECT count(*) FROM finding_words").fetchone()[0]
    assert words == sum(len(one.evidence) for found in made.findings.values() for one in found)


def test_what_is_known_of_a_draft_does_not_change_what_is_found() -> None:
    """The analysis keeps what it knows of each draft for all its pairs."""
    everything = drafts()
    pairs = [(a, b) for n, a in enumerate(everything) for b in everything[n + 1 :]]
    alignments = {(a.symbol, b.symbol): align(a, b) for a, b in pairs}
    through = threads(everything, alignments)
    shared = Past(everything, through)
    for old, new in pairs:
        alignment = alignments[old.symbol, new.symbol]
        changed = changes(old, new, alignment)
        fresh = Past(everything, through)
        alone = findings(old, new, alignment, changed, past=fresh)
        assert findings(old, new, alignment, changed, past=shared) == alone


def test_words_stand_where_the_rows_say(conn: sqlite3.Connection) -> None:
    rows = conn.execute(
        "SELECT words, text_start, text_end, CASE field WHEN 'text' THEN provisions.text "
        "ELSE provisions.heading END FROM finding_words "
        "JOIN provisions ON provisions.id = provision_id"
    ).fetchall()
    assert rows
    for words, start, end, text in rows:
        if start is not None:
            assert text[start:end] == words


def test_ten_at_most_are_first(conn: sqlite3.Connection) -> None:
    counts = conn.execute(
        "SELECT sum(first), count(*) FROM findings GROUP BY comparison_id"
    ).fetchall()
    assert all(1 <= some <= min(10, every) for some, every in counts)


def test_a_duty_that_became_an_option(conn: sqlite3.Connection) -> None:
    found = conn.execute(
        "SELECT old_symbol, new_symbol, old_words, new_words, certain FROM duties_that_changed"
    ).fetchall()
    assert found == [("M/2", "M/4", "shall", "may", 1)]


def test_findings_of_a_thread_are_steps(conn: sqlite3.Connection) -> None:
    """What became of the observers: out in the third round, back in the fourth; from the second
    round to the fourth, which are its steps, a duty became an option."""
    found = conn.execute(
        "SELECT old_symbol, new_symbol, kind FROM findings_by_thread "
        "WHERE provision LIKE 'Article 4%' AND kind IN ('gone', 'new', 'force') ORDER BY round, kind"
    ).fetchall()
    assert found == [("M/2", "M/3", "gone"), ("M/2", "M/4", "force"), ("M/3", "M/4", "new")]


def test_pages_read_them_in_order(moon: Path) -> None:
    with Library(moon) as library:
        ends = {one.symbol: one.id for one in library.drafts("moon")}
        comparison = library.comparison(ends["M/2"], ends["M/4"])
        assert comparison is not None
        page = library.findings(comparison.comparison.id)
        assert page.looked
        assert [one.rank for one in page.findings] == list(range(1, len(page.findings) + 1))
        assert all(one.places[0] == one.link_id for one in page.findings)
        leading = library.first_findings([comparison.comparison.id])
        assert leading == {
            comparison.comparison.id: tuple(one for one in page.findings if one.first)
        }
        rows = {row.link_id for row in comparison.rows}
        told = library.findings_of(rows)
        assert {one.link_id for some in told.values() for one in some} == {
            one.link_id for one in page.findings
        }


def test_nobody_looked_yet(tmp_path: Path) -> None:
    path = build(tmp_path / "moon.db", drafts()[:2])
    with Library(path) as library:
        (comparison,) = library.comparisons("moon")
        assert not library.findings(comparison.id).looked
        assert library.first_findings([comparison.id]) == {}
        assert not library.findings("none of these").looked


def test_the_order_of_ingestion_leaves_no_trace(tmp_path: Path, moon: Path) -> None:
    other = build(tmp_path / "moon.db", drafts()[::-1])
    with open_database(other) as store:
        analyse(store, "moon", "en")
    expected, found = dump(moon), dump(other)
    tables = [name for name in found if name.startswith("finding") or name == "hunks"]
    assert len(tables) == 5
    assert {name: found[name] for name in tables} == {name: expected[name] for name in tables}


def test_a_draft_that_is_replaced_leaves_nothing_stale(tmp_path: Path) -> None:
    path = build(tmp_path / "moon.db", drafts())
    one = drafts()[3]
    with open_database(path) as store:
        analyse(store, "moon", "en")
        put(store, reread(one, provisions=drafts()[2].provisions), replacing=True)
        assert analyse(store, "moon", "en")
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        told = "SELECT count(*) FROM findings_told WHERE old_symbol = 'M/3' AND new_symbol = 'M/4'"
        assert conn.execute(told).fetchone() == (0,)
        links = "SELECT count(*) FROM findings WHERE link_id NOT IN (SELECT id FROM links)"
        assert conn.execute(links).fetchone() == (0,)


def test_what_only_prints_otherwise_is_trivial(painted: Path) -> None:
    with Library(painted) as library:
        old, new = (one.id for one in library.drafts("buoys"))
        page = library.comparison(old, new)
        assert page is not None
        row = next(one for one in page.rows if one.new and one.new.heading == "Paint")
    assert row.only_light
    assert set(row.light.values()) == {"trivial"}
    assert {place for of, place in row.light if of == "text"} == variants(row.text)
    assert "".join(h.text for h in row.text if h.operation != "insert") == QUOTED
    assert "".join(h.text for h in row.text if h.operation != "delete") == SPELT


def test_a_reference_that_follows_its_article_is_known(painted: Path) -> None:
    with Library(painted) as library:
        old, new = (one.id for one in library.drafts("buoys"))
        page = library.comparison(old, new)
        assert page is not None
        row = next(one for one in page.rows if one.new and one.new.heading == "Crews")
    assert row.only_light
    assert {why for (of, _), why in row.light.items() if of == "text"} == {"numbering"}
    drawn = [row.text[place].text for of, place in sorted(row.light) if of == "text"]
    assert drawn == ["1", "2"]


def test_an_older_database_takes_them_in(tmp_path: Path, moon: Path) -> None:
    path = tmp_path / "moon.db"
    path.write_bytes(moon.read_bytes())
    make_older(path, "0008")
    with open_database(path) as store:
        assert store.outdated("moon", "en").analysis
        assert analyse(store, "moon", "en")
    expected, found = dump(moon), dump(path)
    tables = [name for name in found if name.startswith("finding")]
    assert {name: found[name] for name in tables} == {name: expected[name] for name in tables}
