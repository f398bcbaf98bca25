"""The shape of the database, and files that are none of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.helpers import build, drafts
from tracker.errors import StoreError
from tracker.store import Library, open_database, tables
from tracker.store.schema import columns_of_tables, names


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two drafts."""
    return build(tmp_path_factory.mktemp("good") / "moon.db", drafts()[:2])


def _text(good: bytes) -> bytes:
    return b"Article 1. This is a text, not a database; somebody gave it the wrong name." * 9


def _zeroed(good: bytes) -> bytes:
    return bytes(len(good))


def _short(good: bytes) -> bytes:
    return good[:50]


def _cut_off(good: bytes) -> bytes:
    return good[: len(good) // 2]


def _hole(good: bytes) -> bytes:
    return good[:8192] + bytes(len(good) - 16384) + good[-8192:]


def _foreign(good: bytes) -> bytes:
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE TABLE recipes (name TEXT)")
    data = conn.serialize()
    conn.close()
    return data


def _newer(good: bytes) -> bytes:
    conn = sqlite3.connect(":memory:")
    conn.deserialize(good)
    conn.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('negotiation-tracker', '9999_later', '')"
    )
    conn.commit()
    data = conn.serialize()
    conn.close()
    return data


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "text": (_text, "is not a database"),
    "zeroed": (_zeroed, "is not a database"),
    "first bytes only": (_short, "is not a database"),
    "cut off": (_cut_off, r"is cut off \(.* of .* bytes\)"),
    "a hole in the middle": (_hole, "is damaged"),
    "another program's": (_foreign, "is a database of another program"),
    "a newer version's": (_newer, r"was made by a newer version \(9999_later\)"),
}


@pytest.mark.parametrize(("spoil", "message"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_is_refused_in_one_line_and_left_as_it_is(
    good: Path, tmp_path: Path, spoil: Callable[[bytes], bytes], message: str
) -> None:
    path = tmp_path / "spoilt.db"
    path.write_bytes(spoil(good.read_bytes()))
    before = path.read_bytes()
    with pytest.raises(StoreError, match=message) as writing:
        open_database(path)
    assert "\n" not in str(writing.value)
    assert str(path) in str(writing.value)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["spoilt.db"]


@pytest.mark.parametrize(("spoil", "message"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_is_not_read(
    good: Path, tmp_path: Path, spoil: Callable[[bytes], bytes], message: str
) -> None:
    path = tmp_path / "spoilt.db"
    path.write_bytes(spoil(good.read_bytes()))
    with Library(path) as library, pytest.raises(StoreError, match=message):
        library.rounds("moon")


def test_what_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with Library(path) as library, pytest.raises(StoreError, match="there is no database"):
        library.negotiations()
    with pytest.raises(StoreError, match="there is no database"):
        open_database(path, create=False)
    with pytest.raises(StoreError, match="is being|cannot be"):
        open_database(tmp_path / "no folder" / "some.db")
    with pytest.raises(StoreError, match="cannot be read: Is a directory"):
        open_database(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_that_a_killed_run_left_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with Library(path) as library, pytest.raises(StoreError, match="is not a database"):
        library.negotiations()
    with open_database(path) as store:
        assert store.drafts("moon") == []
    with Library(path) as library:
        assert library.negotiations() == []


def test_every_migration_has_its_file_and_is_applied(good: Path) -> None:
    conn = sqlite3.connect(good)
    applied = conn.execute("SELECT name, applied_at FROM _sqlite_migrations ORDER BY id").fetchall()
    conn.close()
    assert applied == [(name, "") for name in names()]


def test_what_is_written_are_the_columns_there_are() -> None:
    written = {
        one.name: set(one.columns) for one in vars(tables).values() if isinstance(one, tables.Table)
    }
    there = {name: set(columns) for name, columns in columns_of_tables().items()}
    assert written
    for name, columns in written.items():
        assert there[name] - columns == ({"position"} if name == "drafts" else set())
        assert columns <= there[name]


def test_foreign_keys_hold_and_can_be_followed_back_quickly(good: Path) -> None:
    conn = sqlite3.connect(good)
    assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
    slow = []
    referring = 0
    for (table,) in conn.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%REFERENCES%'"):
        indexed = {
            conn.execute(f"PRAGMA index_info({index[1]})").fetchone()[2]
            for index in conn.execute(f"PRAGMA index_list({table})")
        }
        keys = {row[3] for row in conn.execute(f"PRAGMA foreign_key_list({table})") if row[1] == 0}
        referring += len(keys)
        slow += [f"{table}.{key}" for key in keys - indexed]
    conn.close()
    assert referring > 20
    # Negotiations are never deleted; what hangs on them alone needs no index for that.
    assert [one for one in slow if not one.endswith(".negotiation_id")] == []


def test_a_row_that_refers_to_nothing_is_impossible(tmp_path: Path) -> None:
    with open_database(tmp_path / "some.db") as store:
        conn = store._conn
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            conn.execute("INSERT INTO stories VALUES ('sun', 1, 'Title', 'text', 'S', '')")
        conn.rollback()
