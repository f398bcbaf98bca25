"""What a question of a stranger may do to a connection that reads the database.

In: an open connection. Out: the same with limits: no other file, no value of more than `LONGEST`
bytes, a bounded statement, no place in the file system shown; and with the function that turns
what somebody types into a search.

A connection that is read-only can still write other files by ATTACH and VACUUM INTO, and one
function call can ask for a gigabyte between two looks at the clock.
"""

from __future__ import annotations

import sqlite3

from tracker.store.search import match_expression

Connection = sqlite3.Connection

LONGEST = 8_000_000
"""Bytes of one value or row."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 64_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}

_READING = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_PRAGMA,
    }
)
# What FTS5 and table-valued functions make in memory when they are first used.
_OF_MEMORY = frozenset({sqlite3.SQLITE_CREATE_VTABLE, sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE})
_SCHEMA = ("sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema")
_PRAGMAS = frozenset(
    {
        *("table_info", "table_xinfo", "table_list", "foreign_key_list", "database_list"),
        *("index_list", "index_info", "index_xinfo", "function_list", "data_version"),
        *("page_count", "page_size", "schema_version", "cache_size", "recursive_triggers"),
        *("query_only", "collation_list", "encoding"),
    }
)


def limit(conn: sqlite3.Connection) -> None:
    """Set the limits, and let SQL ask `as_typed('what somebody typed')` for a search."""
    for name, most in _LIMITS.items():
        conn.setlimit(name, most)
    conn.create_function("as_typed", 1, as_typed, deterministic=True)
    conn.set_authorizer(_may)


def as_typed(text: object) -> str:
    """What somebody typed, as a search in which nothing is an operator.

    >>> as_typed('say "hello"* AND')
    '"say" "hello" "AND"'
    >>> as_typed("*"), as_typed(None)
    ('""', '""')
    """
    return match_expression("" if text is None else str(text)) or '""'


def _may(
    action: int, first: str | None, second: str | None, database: str | None, trigger: str | None
) -> int:
    if action == sqlite3.SQLITE_READ and (first, second) == ("pragma_database_list", "file"):
        return sqlite3.SQLITE_IGNORE  # read as NULL: where the file lies is nobody's business
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if second == "load_extension" else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA:
        return sqlite3.SQLITE_OK if first in _PRAGMAS else sqlite3.SQLITE_DENY
    if action in _READING or (action in _OF_MEMORY and first in _SCHEMA):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
