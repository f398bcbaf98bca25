"""The ages of words, stored and read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from tests.store.helpers import dump, put, reread
from tests.store.lamps import drafts, made, partly
from tracker.history import Ages, ages, cohorts, there_and_back, threads
from tracker.model import Draft, Thread
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database
from tracker.store.records import ProvisionRow
from tracker.store.records.ages import WordLife, WordPassage, WordRun

NIGHT = "for every ship that comes in by night"
BELL = "and a bell that can be heard across the bay"
WHISTLE = "A keeper shall carry a whistle made of tin"
OIL = "Oil for the lamps shall be pressed from olives of the same island"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("ages") / "lamps.db")


@pytest.fixture(scope="module")
def partial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("ages") / "partial.db", partly())


@pytest.fixture
def library(database: Path) -> Iterator[Library]:
    with Library(database) as found:
        yield found


def asked(path: Path, sql: str) -> list[tuple[object, ...]]:
    conn = sqlite3.connect(path)
    try:
        return conn.execute(sql).fetchall()
    finally:
        conn.close()


def found_again(path: Path) -> tuple[list[Draft], list[Thread], Ages]:
    with open_database(path) as store:
        stored = store.all_drafts("moon", "en")
        alignments = store.alignments("moon", "en")
    through = threads(stored, alignments)
    return stored, through, ages(stored, alignments, through)


def test_each_word_of_the_last_draft_has_its_age(database: Path) -> None:
    rows = asked(
        database,
        "SELECT text, entered_round, since_round, times_back FROM ages_of_words "
        "WHERE round = 5 AND field = 'text' ORDER BY provision_id, run_start",
    )
    pier = "Each port of the two coasts shall keep one lamp lit on the longest pier"
    assert rows == [(pier, 1, 1, 0), (NIGHT, 1, 4, 1), (OIL, 1, 5, 1)]


def test_a_run_ends_where_words_of_another_age_begin(database: Path) -> None:
    rows = asked(
        database,
        "SELECT text, entered_symbol, left_symbol FROM ages_of_words "
        "WHERE symbol = 'L/4' AND field = 'text' AND entered_round > 1 ORDER BY run_start",
    )
    assert rows == [(BELL, "L/2", "L/5"), (WHISTLE, "L/3", "L/5")]


def test_what_is_left_of_each_round(database: Path, library: Library) -> None:
    rows = asked(
        database,
        "SELECT entered_round, round, words_standing, words_that_entered FROM survival_of_words "
        "WHERE entered_round > 1 ORDER BY 1, 2",
    )
    assert rows == [
        *((2, n, 10, 10) for n in (2, 3, 4)),
        (2, 5, 0, 10),
        *((3, n, 9, 9) for n in (3, 4)),
        (3, 5, 0, 9),
    ]
    _, _, told = found_again(database)
    read = {
        one.entered: (one.words, *one.standing.values())
        for one in library.word_cohorts("moon", "en")
    }
    assert read == {
        one.entered + 1: (one.words, *one.standing) for one in cohorts(told) if one.words
    }


def test_words_that_came_back(database: Path) -> None:
    rows = asked(
        database,
        "SELECT text, entered_round, gone_round, round, certain FROM words_that_came_back ORDER BY round",
    )
    assert rows == [(NIGHT, 1, 3, 4, 1), (OIL, 1, 3, 5, 1)]


def test_deleted_words(database: Path) -> None:
    rows = asked(
        database,
        "SELECT text, old_round, round, days_old, back_round FROM deleted_words "
        "WHERE field = 'text' ORDER BY round, provision_id, run_start",
    )
    assert rows == [
        (NIGHT, 2, 3, 59, 4),
        (OIL, 2, 3, 59, 5),
        (BELL, 4, 5, 89, None),
        (WHISTLE, 4, 5, 61, None),
    ]


def test_a_partial_document_deletes_only_inside_what_it_holds(partial: Path) -> None:
    rows = asked(
        partial,
        "SELECT text, round, back_round FROM deleted_words WHERE field = 'text' ORDER BY 1",
    )
    assert rows == [(WHISTLE, 5, None), (OIL, 3, 5), (BELL, 5, None), (NIGHT, 3, 4)]
    pairs = asked(
        partial,
        "SELECT DISTINCT text, partial FROM changed_and_changed_back "
        "WHERE old_round = 2 AND field = 'text' AND what = 'left and came back' ORDER BY 1",
    )
    assert pairs == [(OIL, 0), (NIGHT, 1)]


def test_changed_and_changed_back(database: Path) -> None:
    rows = asked(
        database,
        "SELECT what, text, first_round, second_round FROM changed_and_changed_back "
        "WHERE old_round = 1 AND new_round = 5 AND field = 'text' ORDER BY 1, first_round, 2",
    )
    assert rows == [
        ("came in and left", BELL, 2, 5),
        ("came in and left", WHISTLE, 3, 5),
        ("left and came back", OIL, 3, 5),
        ("left and came back", NIGHT, 3, 4),
    ]
    assert not asked(
        database, "SELECT * FROM changed_and_changed_back WHERE new_round = old_round + 1"
    )


@pytest.mark.parametrize("name", ["database", "partial"])
def test_every_pair_is_as_history_has_it(name: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(name)
    stored, through, told = found_again(path)
    with Library(path) as library:
        rounds = library.drafts("moon")
        for old, new in combinations(range(len(rounds)), 2):
            expected = sorted(
                (one.kind, one.place + 1, one.eid, one.field, one.start, one.end, one.text,
                 one.words, one.first + 1, one.second + 1, one.sure)
                for each in there_and_back(told, stored, through, old, new)
                for one in each.detours
            )  # fmt: skip
            read = library.words_changed_back(rounds, rounds[old], rounds[new])
            assert sorted(map(_as_told, read)) == expected


def _as_told(one: WordPassage) -> tuple[object, ...]:
    run = one.run
    return (
        one.kind, one.position, one.provision.eid, run.field, run.start, run.end, one.text,
        run.words, one.first, one.second, run.certain,
    )  # fmt: skip


def test_a_page_of_words(library: Library) -> None:
    rounds = library.drafts("moon")
    lamps = library.resolve("moon", "article 1")
    assert lamps is not None
    thread = library.word_thread(lamps.address)
    assert thread is not None
    assert list(thread.members) == [one.id for one in rounds]
    page = library.word_ages(rounds[3], [one.id for one in thread.members[rounds[3].id]])
    assert page is not None
    runs = page.runs[page.provisions[0].id]
    assert [(run.field, run.entered, run.words) for run in runs] == [
        ("heading", 1, 1),
        ("text", 1, 15),
        ("text", 1, 8),
        ("text", 2, 10),
        ("text", 3, 9),
    ]
    assert runs[2].former(4) == (WordLife(1, 3),)
    assert page.entered == {1: 24, 2: 10, 3: 9}
    assert [(one.text, one.printed, one.left, one.back) for one in page.deleted] == [
        (NIGHT, 2, 3, 4)
    ]


def test_an_address_that_leads_nowhere(library: Library) -> None:
    assert library.word_thread("000000000000") is None


def test_words_that_came_back_as_a_page_has_them(library: Library) -> None:
    found = library.words_back(library.drafts("moon"))
    texts = [(one.text, one.position, one.first, one.tells) for one in found]
    assert texts == [(NIGHT, 4, 3, True), ("Oil", 5, 3, False), (OIL, 5, 3, True)]


RUN = WordRun("p", "text", 0, 17, 3, (WordLife(1, 2), WordLife(3, None)), True)
TELLING = {
    "a passage": ({}, {}, "a keeper's whistle", True),
    "a heading": ({"field": "heading"}, {}, "a keeper's whistle", False),
    "two words": ({"words": 2}, {}, "a whistle", False),
    "numbers": ({}, {}, "3, 4, 5", False),
    "by a partial document": ({}, {"partial": True}, "a keeper's whistle", False),
    "not sure": ({"certain": False}, {}, "a keeper's whistle", False),
}


@pytest.mark.parametrize(("run", "more", "text", "expected"), TELLING.values(), ids=TELLING)
def test_what_is_told_first(
    run: dict[str, object],
    more: dict[str, object],
    text: str,
    expected: bool,
    library: Library,
) -> None:
    provision = _any(library)
    given = WordPassage("left and came back", provision, 3, RUN, text, 2, 3, False)
    one = replace(given, run=replace(RUN, **run), **more)
    assert one.tells is expected
    assert one.would_tell is (expected or run == {"certain": False})


def _any(library: Library) -> ProvisionRow:
    found = library.resolve("moon", "article 1")
    assert found is not None
    return found


def test_making_it_again_touches_nothing(database: Path) -> None:
    with open_database(database) as store:
        assert not analyse(store, "moon", "en")
    before = dump(database)
    again = made(database.with_name("again.db"))
    assert dump(again) == before


def _words(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {name: rows for name, rows in dump(path).items() if name.startswith("word_")}


def test_a_replaced_draft_leaves_nothing_behind(tmp_path: Path) -> None:
    path = made(tmp_path / "lamps.db")
    first, *_, last = drafts()
    changed = reread(last, provisions=tuple(first.provisions[:1]))
    with open_database(path) as store:
        assert put(store, changed, replacing=True) == "replaced"
        assert analyse(store, "moon", "en")
    assert not asked(path, "SELECT * FROM words_that_came_back WHERE text LIKE 'Oil%'")
    assert _words(path) == _words(_fresh(tmp_path / "fresh.db", changed))


def _fresh(path: Path, last: Draft) -> Path:
    return made(path, [*drafts()[:-1], last])


def test_the_order_of_ingestion_leaves_no_trace(tmp_path: Path, database: Path) -> None:
    assert _words(made(tmp_path / "other.db", reversed(drafts()))) == _words(database)
