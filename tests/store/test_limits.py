"""What a stranger's question may not do, even where the database is open for reading only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.helpers import build, drafts
from tracker.store.limits import LONGEST, limit


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = build(tmp_path_factory.mktemp("limits") / "moon.db", drafts()[:2])
    found = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    limit(found)
    yield found
    found.close()


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH DATABASE '{}' AS other",
        "VACUUM INTO '{}'",
        "DETACH DATABASE main",
        "PRAGMA journal_mode = WAL",
        "PRAGMA writable_schema = 1",
        "PRAGMA temp_store_directory = '/'",
        "CREATE TEMP TABLE some AS SELECT 1",
        "CREATE TABLE some (x)",
        "DELETE FROM drafts",
        "INSERT INTO drafts SELECT * FROM drafts",
        "WITH x AS (SELECT 1) DELETE FROM drafts",
        "SELECT load_extension('x')",
        "SELECT length(randomblob(999999999))",
        "SELECT length(hex(zeroblob(400000000)))",
        "SELECT length(replace(hex(zeroblob(20000)), '0', hex(zeroblob(20000))))",
        f"SELECT length(zeroblob({LONGEST + 1}))",
    ],
)
def test_refused(conn: sqlite3.Connection, tmp_path: Path, sql: str) -> None:
    other = tmp_path / "other.db"
    with pytest.raises(sqlite3.Error):
        conn.execute(sql.format(other)).fetchall()
    assert list(tmp_path.iterdir()) == []


def test_where_the_file_lies_is_not_told(conn: sqlite3.Connection) -> None:
    assert conn.execute("SELECT name, file FROM pragma_database_list").fetchall() == [
        ("main", None)
    ]


def test_what_datasette_asks_is_answered(conn: sqlite3.Connection) -> None:
    assert conn.execute("PRAGMA table_info(drafts)").fetchall()
    assert conn.execute("PRAGMA foreign_key_list(drafts)").fetchall()
    assert conn.execute("SELECT json_extract('[1]', '$[0]'), count(*) FROM drafts").fetchone()
    nested = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 9) "
    assert conn.execute(nested + "SELECT max(n) FROM r").fetchone() == (9,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.sampled_from(['"', "*", '"*', "AND", "a NOT", "^a", "-", "x:y", "(", "\\"]))
def test_whatever_is_typed_can_be_searched_for(conn: sqlite3.Connection, typed: str) -> None:
    try:
        typed.encode()
    except UnicodeEncodeError:
        return  # half a pair cannot be sent to SQLite at all
    sql = "SELECT count(*) FROM provisions_fts WHERE provisions_fts MATCH as_typed(?)"
    assert conn.execute(sql, (typed,)).fetchone()[0] >= 0
