"""Contested words: as rows, as views, and as they are read."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store import bracketed
from tests.store.helpers import dump, put
from tracker.history import Ages
from tracker.model import Decision, Link, Mark
from tracker.pipeline.analysed import analyse, analysis
from tracker.pipeline.between import Rounds
from tracker.store import Library, Store, open_database
from tracker.store.analysis import Analysis, Given
from tracker.store.contests import Wanted


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bracketed.build(tmp_path_factory.mktemp("contests") / "lamps.db")


@pytest.fixture(scope="module")
def rows(database: Path) -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    conn.row_factory = sqlite3.Row
    yield conn
    conn.close()


@pytest.fixture(scope="module")
def library(database: Path) -> Iterator[Library]:
    with Library(database) as found:
        yield found


@pytest.mark.parametrize("words", bracketed.EXPECTED)
def test_one_row_says_how_long_who_and_how_it_ended(rows: sqlite3.Connection, words: str) -> None:
    (row,) = rows.execute("SELECT * FROM contested_words WHERE words = ?", (words,)).fetchall()
    who, rounds, outcome, resolved, instead = bracketed.EXPECTED[words]
    found = (row["proponents"], row["rounds_contested"], row["outcome"], row["resolved_symbol"])
    assert found == (who, rounds, outcome, resolved)
    assert row["kept"] + row["instead"] == instead
    assert row["certain"] == 1
    assert row["again"] == 0


def test_there_is_a_row_for_nothing_else(rows: sqlite3.Connection) -> None:
    found = [row[0] for row in rows.execute("SELECT words FROM contested_words")]
    assert sorted(found) == sorted(bracketed.EXPECTED)


def test_days_and_rounds_are_those_of_the_drafts(rows: sqlite3.Connection) -> None:
    row = rows.execute("SELECT * FROM contested_words WHERE words = 'shall'").fetchone()
    # From 1 January to 1 March 2031.
    assert row["days_contested"] == 59
    assert (row["first_round"], row["last_round"], row["resolved_round"]) == (1, 2, 3)
    assert row["provision"] == "Article 1"


def test_words_may_be_older_than_their_mark(rows: sqlite3.Connection) -> None:
    row = rows.execute("SELECT * FROM contested_words WHERE words = 'three'").fetchone()
    assert (row["symbol_of_entry"], row["first_symbol"]) == ("L/1", "L/2")


def test_every_place_is_that_of_the_words(rows: sqlite3.Connection) -> None:
    found = rows.execute("SELECT words, symbol, proponents, text_end FROM contested_by_round")
    told = [(row["symbol"], row["words"], row["proponents"]) for row in found]
    assert ("L/1", "[shall]", "Aldova") in told
    assert ("L/2", "[may]", "Brecony; Corvane") in told
    assert {words[0] + words[-1] for _, words, _ in told} == {"[]"}
    assert len(told) == sum(rounds for _, rounds, *_ in bracketed.EXPECTED.values())


def test_the_longest_come_first(library: Library) -> None:
    page = library.contests("lamps", "en", Wanted())
    assert page is not None
    lengths = [len(row.rounds) for row in page.rows]
    assert lengths == sorted(lengths, reverse=True)
    assert page.outcomes == {
        "dropped": 1, "kept": 1, "not covered": 1, "open": 1, "partly kept": 1, "replaced": 2,
    }  # fmt: skip
    assert page.names == {"Aldova": 1, "Brecony": 1, "Corvane": 2}
    assert page.total == 7


FILTERS = [
    pytest.param(Wanted(outcome="replaced"), ["shall", "at once"], id="outcome"),
    pytest.param(Wanted(name="Corvane"), ["may", "clean"], id="name"),
    pytest.param(Wanted(outcome="kept", name="Corvane"), ["may"], id="both"),
    pytest.param(Wanted(outcome="open", name="Corvane"), [], id="none"),
    pytest.param(Wanted(name="'; --"), [], id="no such name"),
    pytest.param(Wanted(limit=1), ["Gulls are not fed on Sundays."], id="first"),
    pytest.param(Wanted(limit=1, offset=1), ["shall"], id="second"),
]


@pytest.mark.parametrize(("wanted", "words"), FILTERS)
def test_filters(library: Library, wanted: Wanted, words: list[str]) -> None:
    page = library.contests("lamps", "en", wanted)
    assert page is not None
    assert [row.words for row in page.rows] == words
    # Counts by outcome and name are those of the whole negotiation.
    assert sum(page.outcomes.values()) == 7


def test_those_on_a_provision(library: Library) -> None:
    found = library.contests_on(["lamps:L/2@en#art_1", "lamps:L/1@en#art_2", "nothing"])
    assert [one.words for one in found] == ["shall", "may", "clean"]
    shall, may, clean = found
    assert [one.draft.symbol for one in shall.rounds] == ["L/1", "L/2"]
    assert [one.name for one in may.names] == ["Brecony", "Corvane"]
    assert [(one.name, one.wants) for one in clean.names] == [("Corvane", "delete")]
    assert shall.rounds[0].spots[0].thread_id == shall.provision.thread_id
    assert library.contests_on([]) == ()


def test_nobody_has_looked(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    with open_database(path) as store:
        store.put_negotiation(bracketed.NEGOTIATION)
        put(store, bracketed.drafts()[0])
    with Library(path) as library:
        assert library.contests("lamps", "en", Wanted()) is None
        assert library.contests_on(["lamps:L/1@en#art_1"]) == ()


def test_the_order_of_ingestion_leaves_no_trace(database: Path, tmp_path: Path) -> None:
    other = bracketed.build(tmp_path / "other.db", bracketed.drafts()[::-1])
    assert dump(other) == dump(database)


def _analysed(store: Store) -> Analysis:
    """The analysis of drafts as they are stored."""
    drafts, alignments = store.all_drafts("lamps", "en"), store.alignments("lamps", "en")
    return analysis(bracketed.NEGOTIATION, "en", Rounds.of(drafts, alignments), Given())


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    path = bracketed.build(tmp_path / "again.db")
    before = path.read_bytes()
    with open_database(path) as store:
        analyse(store, "lamps", "en")
    assert path.read_bytes() == before


def test_a_draft_that_is_replaced_leaves_nothing_stale(tmp_path: Path) -> None:
    first, second, third, fourth = bracketed.drafts()
    settled = replace(
        second,
        provisions=tuple(replace(one, marks=()) for one in second.provisions),
        source=replace(second.source, sha256="f" * 64),
    )
    path = bracketed.build(tmp_path / "replaced.db")
    with open_database(path) as store:
        put(store, settled, replacing=True)
        analyse(store, "lamps", "en")
    straight = bracketed.build(tmp_path / "straight.db", [first, settled, third, fourth])
    names = ("contests", "contest_rounds", "contest_spots", "contest_names")
    one, other = dump(path), dump(straight)
    assert [one[name] for name in names] == [other[name] for name in names]
    assert not [row for row in one["contest_rounds"] if row[1] == "lamps:L/2@en"]


def test_words_that_were_followed_along_a_guess_say_so(tmp_path: Path) -> None:
    path = bracketed.build(tmp_path / "guess.db")
    with open_database(path) as store:
        found = _analysed(store)
        store.put_analysis(replace(found, ages=_doubted(found.ages, "art_1", 2)))
    conn = sqlite3.connect(path)
    doubtful = conn.execute("SELECT words FROM contested_words WHERE certain = 0").fetchall()
    conn.close()
    # What went away was not followed, but its place was; what stands on was followed.
    assert doubtful == [("shall",), ("may",)]


@pytest.mark.parametrize(
    ("scores", "decided", "doubtful"),
    [
        pytest.param((0.4, 0.9), False, ["four times in every minute", "at once"], id="guesses"),
        pytest.param((0.9, 0.9), False, [], id="sure"),
        pytest.param((0.4, 0.9), True, [], id="decided"),
    ],
)
def test_how_words_ended_is_as_sure_as_where_they_stood(
    tmp_path: Path, scores: tuple[float, float], decided: bool, doubtful: list[str]
) -> None:
    """Article 5 of L/1 and article 3 of L/2 go on with one score, all else with the other."""
    path = bracketed.build(tmp_path / "places.db")
    with open_database(path) as store:
        drafts, alignments = store.all_drafts("lamps", "en"), store.alignments("lamps", "en")
        for (old, new), found in alignments.items():
            guessed = {("L/1", "L/2"): "art_5", ("L/2", "L/3"): "art_3"}.get((old, new))
            links = (
                replace(
                    one,
                    score=scores[0] if one.old == guessed else scores[1],
                    decided=(
                        Decision("accept", old, "", "", new, "", "", "Somebody", "2031", "Seen."),
                    )
                    if decided
                    else (),
                )
                for one in found.links
            )
            alignments[old, new] = replace(found, links=tuple(links))
        rounds = Rounds.of(drafts, alignments)
        store.put_analysis(analysis(bracketed.NEGOTIATION, "en", rounds, Given()))
    with Library(path) as library:
        page = library.contests("lamps", "en", Wanted())
    assert page is not None
    assert [one.words for one in page.rows if not one.certain] == doubtful


NEW = "Whoever rides past the tower pays nine herrings."


@pytest.mark.parametrize(("score", "certain"), [(0.4, 0), (0.9, 1)])
def test_a_guess_that_no_word_followed_is_a_guess(
    tmp_path: Path, score: float, certain: int
) -> None:
    first, *others = bracketed.drafts()
    changed = replace(
        others[0],
        provisions=tuple(
            replace(one, text=NEW, marks=()) if one.eid == "art_4" else one
            for one in others[0].provisions
        ),
    )
    whole = tuple(
        replace(one, text="[Gulls sing.]", marks=(Mark("bracket", 0, 13),))
        if one.eid == "art_4"
        else one
        for one in first.provisions
    )
    path = bracketed.build(tmp_path / "gulls.db", [replace(first, provisions=whole), changed])
    with open_database(path) as store:
        drafts, alignments = store.all_drafts("lamps", "en"), store.alignments("lamps", "en")
        between = alignments["L/1", "L/2"]
        links = [one for one in between.links if "art_4" not in (one.old, one.new)]
        links.append(Link("art_4", "art_4", "same", score))
        alignments["L/1", "L/2"] = replace(between, links=tuple(links))
        rounds = Rounds.of(drafts, alignments)
        found = analysis(bracketed.NEGOTIATION, "en", rounds, Given())
        # What else is found of a link has rows that lead to it, and this one is not stored.
        store.put_analysis(replace(found, findings={}, followed={}, renumbered={}))
    with closing(sqlite3.connect(path)) as conn:
        told = conn.execute(
            "SELECT outcome, certain FROM contested_words WHERE words = 'Gulls sing.'"
        ).fetchone()
    assert told == ("dropped", certain)


def test_names_stand_in_the_order_of_the_drafts(database: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(database, tmp_path / "named.db"))
    rows = [
        ("L/1", 7, "Aldova"),
        ("L/1", 3000, "Zembla"),
        ("L/2", 1, "Brecony"),
        ("L/2", 2, "Aldova"),
    ]
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("DELETE FROM contest_names")
        conn.executemany(
            "INSERT INTO contest_names SELECT id, 'lamps:' || ? || '@en', ?, ?, '' FROM contests "
            "WHERE words = 'shall'",
            rows,
        )
        one = "SELECT proponents FROM contested_words WHERE words = 'shall'"
        each = "SELECT proponents FROM contested_by_round WHERE words = '[shall]' ORDER BY round"
        assert conn.execute(one).fetchall() == [("Aldova; Zembla; Brecony",)]
        assert conn.execute(each).fetchall() == [("Aldova; Zembla",), ("Brecony; Aldova",)]


def _doubted(ages: Ages, eid: str, place: int) -> Ages:
    """Ages that are not sure of one provision of one draft."""
    drafts = list(ages.drafts)
    drafts[place] = tuple(
        replace(one, runs=tuple(replace(run, sure=False) for run in one.runs))
        if one.eid == eid
        else one
        for one in drafts[place]
    )
    return Ages(ages.symbols, ages.partial, tuple(drafts))
