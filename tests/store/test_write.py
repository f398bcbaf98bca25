"""Writing: whole or not at all, once or twice, in whatever order."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.helpers import (
    NEGOTIATION,
    build,
    compare,
    draft,
    drafts,
    dump,
    put,
    reread,
)
from tests.strategies import drafts as any_drafts
from tracker.diff import changes
from tracker.errors import StoreError
from tracker.model import Comparison, Draft, Link, Member, Negotiation, Provision, Round, Thread
from tracker.store import Library, Store, open_database, opening

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with all four drafts."""
    return build(tmp_path / "moon.db", drafts())


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    """The same, open for writing."""
    with open_database(database) as found:
        yield found


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    """What the database holds when the drafts come in their own order."""
    return dump(build(tmp_path_factory.mktemp("expected") / "moon.db", drafts()))


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_the_order_of_ingestion_leaves_no_trace(
    order: tuple[int, ...], tmp_path: Path, expected: dict[str, list[tuple[object, ...]]]
) -> None:
    everything = drafts()
    path = build(tmp_path / "moon.db", [everything[n] for n in order])
    assert dump(path) == expected
    with Library(path) as library:
        hits = [hit.provision.id for hit in library.search("silence").hits]
    assert hits == [
        f"moon:{place}__para_1" for place in ("M/4@en#art_4", "M/2@en#art_4", "M/1@en#art_4")
    ]


def test_the_same_drafts_make_the_same_bytes(tmp_path: Path) -> None:
    one, two = (build(tmp_path / name, drafts()) for name in ("one.db", "two.db"))
    assert one.read_bytes() == two.read_bytes()


def test_an_older_database_gets_the_threads_that_follow_from_its_links(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the differences between the two ways from draft to draft."""
    first, _, _, last = drafts()
    found = compare(first, last).alignment
    parted = [replace(x, old=None, relation="inserted") if x.new == "art_1" else x
              for x in found.links]  # fmt: skip
    alignment = replace(found, links=(*parted, Link("art_1", None, "deleted", 0.0)))
    with open_database(database) as store:
        anew = Comparison(alignment, changes(first, last, alignment))
        store.put_comparisons("moon", "en", [anew])
        store.follow("moon", "en")
    before = dump(database)
    assert [row[3] for row in before["chain_differences"]] == ["steps"]
    conn = sqlite3.connect(database)
    conn.executescript(
        "DELETE FROM chain_differences; UPDATE threads SET label = 'x'; "
        "UPDATE thread_members SET rounds_missed = 7"
    )
    conn.close()
    monkeypatch.setattr(opening, "migrate", lambda db: True)
    with open_database(database):
        pass
    assert dump(database) == before


def test_threads_are_not_made_of_drafts_that_are_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "moon.db"
    with open_database(path) as store:
        store.put_negotiation(NEGOTIATION)
        for one in drafts()[:2]:
            store.put_draft(one, None, {}, (), None, "x.xml")
        store.follow("moon", "en")
    assert dump(path)["threads"] == []


def test_names_may_come_before_or_after_the_drafts(
    tmp_path: Path, expected: dict[str, list[tuple[object, ...]]]
) -> None:
    path = tmp_path / "moon.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation("moon", "?"))
        for one in drafts():
            put(store, one)
        assert [row.name for row in store.drafts("moon")] == ["M/1", "M/2", "M/3", "M/4"]
        store.put_negotiation(NEGOTIATION)
    assert dump(path) == expected


def test_the_same_again_does_not_touch_the_file(database: Path) -> None:
    before = database.read_bytes()
    os.utime(database, (1, 1))
    with open_database(database) as store:
        store.put_negotiation(NEGOTIATION)
        assert [put(store, one) for one in drafts()] == ["unchanged"] * 4
        assert [put(store, one, replacing=True) for one in drafts()] == ["unchanged"] * 4
    assert database.read_bytes() == before
    assert database.stat().st_mtime == 1


def test_what_is_put_comes_back(store: Store) -> None:
    assert store.negotiation("moon") == NEGOTIATION
    assert store.all_drafts("moon", "en") == drafts()
    assert [store.draft("moon", one.symbol, "en") for one in drafts()] == drafts()
    assert store.drafts_called("M/2") == [drafts()[1]]
    assert store.draft("moon", "M/1", "en") == drafts()[0]
    one, two = drafts()[0], drafts()[3]
    assert store.alignments("moon", "en")["M/1", "M/4"] == compare(one, two).alignment


@pytest.mark.parametrize(
    "key", [("moon", "M/9", "en"), ("moon", "M/1", "fr"), ("sun", "M/1", "en")], ids=str
)
def test_what_is_not_there_is_none(store: Store, key: tuple[str, str, str]) -> None:
    assert store.draft(*key) is None
    assert store.draft(*key) is None
    assert store.negotiation("sun") is None


@settings(max_examples=60)
@given(one=any_drafts(), other=any_drafts())
def test_any_draft_comes_back_to_the_letter(
    tmp_path_factory: pytest.TempPathFactory, one: Draft, other: Draft
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation(one.negotiation, "Any"))
        put(store, one)
        assert store.draft(one.negotiation, one.symbol, one.language) == one
        assert put(store, one) == "unchanged"
        changed = replace(
            other, negotiation=one.negotiation, symbol=one.symbol, language=one.language
        )
        assert put(store, changed, replacing=True) == (
            "unchanged" if changed == one else "replaced"
        )
        assert store.draft(one.negotiation, one.symbol, one.language) == changed
    with Library(path) as library:
        key = library.drafts(one.negotiation)[0].id
        assert [row.text for row in library.provisions(key)] == [p.text for p in changed.provisions]


def test_other_bytes_are_refused(database: Path) -> None:
    before = database.read_bytes()
    with (
        open_database(database) as store,
        pytest.raises(StoreError, match=r"other\.txt: symbol M/1 .* already taken .* --replace"),
    ):
        put(store, reread(drafts()[0]))
    assert database.read_bytes() == before


def test_another_reading_of_the_same_bytes_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="was read from this file before.*--replace"):
        put(store, replace(drafts()[0], date="1999-01-01"))


def test_a_replaced_file_stays_on_record(store: Store, database: Path) -> None:
    old = drafts()[1]
    new = reread(old, provisions=old.provisions[:4], pages=("other",), furniture=())
    assert put(store, new, replacing=True) == "replaced"
    assert store.draft("moon", "M/2", "en") == new
    assert store.draft("moon", "M/2", "en") == new
    tables = dump(database)
    files = {row[2]: row[-1] for row in tables["sources"] if row[1] == "moon:M/2@en"}
    assert files == {old.source.sha256: 0, new.source.sha256: 1}
    assert {row[0] for row in tables["source_pages"]}.isdisjoint(
        row[0] for row in tables["sources"] if not row[-1]
    )
    assert put(store, old, replacing=True) == "replaced"
    again = {row[2]: row[-1] for row in dump(database)["sources"] if row[1] == "moon:M/2@en"}
    assert again == {old.source.sha256: 1, new.source.sha256: 0}


def test_after_a_replacement_all_else_is_as_if_it_had_been_first(
    tmp_path: Path, expected: dict[str, list[tuple[object, ...]]]
) -> None:
    path = tmp_path / "moon.db"
    first, second, third, fourth = drafts()
    wrong = reread(second, date="2003-01-01", provisions=third.provisions)
    build(path, [fourth, wrong, first, third])
    with open_database(path) as store:
        put(store, second, replacing=True)
    found = dump(path)
    found["sources"] = [row for row in found["sources"] if row[-1]]
    assert found == expected


def test_a_round_in_between_moves_the_others_apart(tmp_path: Path) -> None:
    first, second, *_ = drafts()
    path = build(tmp_path / "moon.db", [first, second])
    with open_database(path) as store:
        put(store, replace(first, symbol="M/1/Add.1", date="2001-06-01"))
        assert [row.position for row in store.drafts("moon")] == [1, 2, 3]
    with Library(path) as library:
        apart = {row.id: row.rounds_apart for row in library.comparisons("moon")}
    assert apart["moon:M/1@en → moon:M/2@en"] == 2
    assert apart["moon:M/1@en → moon:M/1/Add.1@en"] == 1


def test_languages_do_not_mix(store: Store, database: Path) -> None:
    before = dump(database)
    arabic = replace(drafts()[2], language="ar")
    assert put(store, arabic) == "new"
    after = dump(database)
    assert [row for row in after["drafts"] if row[3] == "en"] == before["drafts"]
    assert after["comparisons"] == before["comparisons"]
    assert {row[2] for row in after["threads"]} == {"en", "ar"}
    assert store.draft("moon", "M/3", "ar") == arabic


def test_a_transaction_is_all_or_nothing(database: Path) -> None:
    before = database.read_bytes()
    extra = draft("M/5", "2003-01-01", [("Article 1", "Peace", ("There is perfect peace.",))])
    with open_database(database) as store:

        def put_and_fail() -> None:
            with store.transaction():
                put(store, extra)
                store.put_negotiation(replace(NEGOTIATION, title="Another"))
                raise RuntimeError

        with pytest.raises(RuntimeError):
            put_and_fail()
        assert store.draft("moon", "M/5", "en") is None
    assert database.read_bytes() == before
    with Library(database) as library:
        assert library.search("perfect").total == 0


def test_search_knows_what_a_transaction_put(store: Store, database: Path) -> None:
    extra = draft("M/5", "2003-01-01", [("Article 1", "Peace", ("There is perfect peace.",))])
    with store.transaction():
        put(store, extra)
    with Library(database) as library:
        assert [hit.provision.eid for hit in library.search("perfect").hits] == ["art_1__para_1"]


def _twice(one: Draft) -> Draft:
    return replace(one, provisions=(*one.provisions, one.provisions[0]))


def _orphan(one: Draft) -> Draft:
    return replace(one, provisions=(*one.provisions, Provision("x", "point", parent="nowhere")))


def _half(one: Draft) -> Draft:
    return replace(one, provisions=(Provision("x", "article", text="broken \ud83d"),))


def _elsewhere(one: Draft) -> Draft:
    return replace(one, negotiation="sun")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_twice, "two provisions have the eId 'art_1'"),
        (_orphan, "'x' stands in 'nowhere', which does not come before it"),
        (_half, r"M/5: holds '\\ud83d', which is no character"),
        (_elsewhere, "negotiation 'sun' is not known"),
    ],
    ids=["eId twice", "no parent", "half a character", "unknown negotiation"],
)
def test_a_draft_that_does_not_fit_is_refused(database: Path, spoil: object, message: str) -> None:
    assert callable(spoil)
    before = database.read_bytes()
    bad = spoil(replace(drafts()[0], symbol="M/5", date="2003-01-01"))
    with open_database(database) as store, pytest.raises(StoreError, match=message):
        store.put_draft(bad, None, {}, (), None, "x.xml")
    assert database.read_bytes() == before


def test_comparisons_that_do_not_fit_are_refused(store: Store) -> None:
    first, second, third, _ = drafts()
    for given_, message in (
        (compare(second, third), "was given a comparison of two other drafts"),
        (compare(second, first), "M/2: is not older than M/1"),
        (compare(first, replace(second, symbol="M/9")), "M/9: .*not in the database"),
        (replace(compare(first, second), changes=()), "the changes are not those of the links"),
    ):
        with pytest.raises(StoreError, match=message):
            store.put_draft(first, None, {}, (given_,), None, "x.xml")


def test_threads_that_do_not_fit_are_refused(store: Store) -> None:
    here = Member("M/1", "art_1")
    address = "f" * 12
    with pytest.raises(StoreError, match="is not the address of"):
        store.put_threads("moon", "en", [Thread(address, (here,))])
    with pytest.raises(StoreError, match="draft M/9 is not in the database"):
        store.put_threads("moon", "en", [Thread(address, (Member("M/9", "art_1"),))])
    with pytest.raises(StoreError, match="#art_99 is not in the database"):
        store.put_threads("moon", "en", [Thread(address, (Member("M/1", "art_99"),))])
    with pytest.raises(StoreError, match="has no members"):
        store.put_threads("moon", "en", [Thread(address, ())])


@pytest.mark.parametrize("what", ["id", "symbol"])
def test_two_rounds_of_one_name_are_refused(store: Store, what: str) -> None:
    first, second = NEGOTIATION.rounds[:2]
    doubled = replace(second, **{what: getattr(first, what)})
    with pytest.raises(StoreError, match=f"two rounds have the {what}"):
        store.put_negotiation(replace(NEGOTIATION, rounds=(first, doubled)))


rounds = st.lists(
    st.builds(
        Round,
        id=st.uuids().map(str),
        symbol=st.uuids().map(str),
        date=st.dates().map(lambda day: day.isoformat()),
        when=st.sampled_from(["", "mid-2023"]),
        name=st.sampled_from(["", "Draft №3"]),
        partial=st.booleans(),
        excerpt=st.booleans(),
        layer=st.sampled_from(["", "before"]),
        language=st.sampled_from(["", "fr"]),
        sha256=st.sampled_from(["", "ab" * 32]),
        format=st.sampled_from(["", "pdf"]),
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=40)
@given(rounds=rounds)
def test_any_negotiation_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rounds: tuple[Round, ...]
) -> None:
    with open_database(tmp_path_factory.mktemp("any") / "any.db") as store:
        for told in (rounds, rounds[::-1], ()):
            store.put_negotiation(replace(NEGOTIATION, rounds=told))
            assert store.negotiation("moon") == replace(NEGOTIATION, rounds=told)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.store.helpers import draft, put
from tracker.store import open_database
path, after, spill = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "spill"
extra = draft("M/0", "2000-01-01", [("Article 1", "Dust", ("Dust shall lie.",) * 40)])
with open_database(path) as store:
    conn = store._conn
    if spill:
        conn.execute("PRAGMA cache_spill = ON")
        conn.execute("PRAGMA cache_size = 5")
    left = after
    def count(sql):
        global left
        if conn.in_transaction and not sql.lstrip().upper().startswith(("SELECT", "PRAGMA", "--")):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    conn.set_trace_callback(count)
    put(store, extra)
"""


@pytest.mark.parametrize("spill", ["spill", "hold"])
@pytest.mark.parametrize("after", [1, 40, 200, 400])
def test_killed_in_the_middle_it_is_as_before(database: Path, after: int, spill: str) -> None:
    before = dump(database)
    bytes_before = database.read_bytes()
    with Library(database) as library:
        assert len(library.drafts("moon")) == 4
        run = subprocess.run(
            [sys.executable, "-c", KILLED, str(database), str(after), spill],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=120,
            check=False,
        )
        assert run.returncode == -signal.SIGKILL
        # Only what has spilled out of memory has reached the file, and must be undone.
        assert (database.read_bytes() != bytes_before) == (spill == "spill" and after > 1)
        assert len(library.drafts("moon")) == 4
    assert database.read_bytes() == bytes_before
    assert dump(database) == before
    conn = sqlite3.connect(database)
    assert conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
    conn.close()
    extra = draft("M/0", "2000-01-01", [("Article 1", "Dust", ("Dust shall lie.",) * 40)])
    with open_database(database) as store:
        assert put(store, extra) == "new"
    assert not database.with_name(database.name + "-journal").exists()


def test_a_reader_goes_on_while_a_draft_is_put(store: Store, database: Path) -> None:
    extra = draft("M/5", "2003-01-01", [("Article 1", "Peace", ("There is perfect peace.",))])
    with Library(database) as library:
        with store.transaction():
            put(store, extra)
            assert len(library.drafts("moon")) == 4
        assert len(library.drafts("moon")) == 5


def test_two_writers_do_not_mix(
    store: Store, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.opening.BUSY_SECONDS", 0.1)
    with (
        open_database(database) as other,
        store.transaction(),
        pytest.raises(StoreError, match="is being written by another process"),
    ):
        put(other, replace(drafts()[0], symbol="M/5"))


def _refuse(path: Path, before: Callable[[Store], object]) -> None:
    with open_database(path) as store:
        before(store)
        raise StoreError("refused")


def test_a_refused_draft_leaves_no_database_behind(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="refused"):
        _refuse(tmp_path / "new.db", lambda store: store.drafts("moon"))
    assert list(tmp_path.iterdir()) == []


def test_a_refused_draft_leaves_an_empty_file_empty(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with pytest.raises(StoreError, match="refused"):
        _refuse(path, lambda store: store.drafts("moon"))
    assert [(one.name, one.stat().st_size) for one in tmp_path.iterdir()] == [("new.db", 0)]


def test_an_error_after_closing_is_the_one_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="refused"):
        _refuse(tmp_path / "new.db", lambda store: store.close())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("made_before", [False, True], ids=["by this run", "before"])
def test_what_was_stored_stays_when_the_next_is_refused(
    tmp_path: Path, *, made_before: bool
) -> None:
    path = tmp_path / "some.db"
    moon = Negotiation("moon", "Treaty on the Moon")
    if made_before:
        open_database(path).close()
    with pytest.raises(StoreError, match="refused"):
        _refuse(path, lambda store: None if made_before else store.put_negotiation(moon))
    with open_database(path, create=False) as store:
        assert (store.negotiation("moon") is None) is made_before


def test_a_database_that_another_process_fills_is_not_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    others: list[sqlite3.Connection] = []

    def write(store: Store) -> None:
        others.append(sqlite3.connect(path))
        others[0].execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreError, match="refused"):
        _refuse(path, write)
    others[0].close()
    assert path.exists()
