"""Opening a database for writing: `open_database` gives a `Store`.

In: a path. Out: a store whose file is ours, whole, and in the newest shape, with the rows that an
older version did not write.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from tracker.errors import StoreError
from tracker.store.schema import (
    BUSY_SECONDS,
    check_file,
    check_migrations,
    migrate,
    told_in_one_line,
)
from tracker.store.write import Store


def open_database(path: Path, *, create: bool = True) -> Store:
    """Open a database for writing; with `create`, make it if there is none.

    Raises:
        StoreError: the file is damaged, cut off, of another program or of a newer version, or
            cannot be written.
    """
    try:
        existed = path.exists()
        there = existed and path.stat().st_size > 0
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    if not there and not create:
        raise StoreError(f"{path}: there is no database; make one with `tracker build`")
    if there:
        check_file(path)
    with told_in_one_line(path):
        conn = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            db, is_old = _prepared(conn, path, there)
            store = Store(path, db, made=not there, existed=existed)
            if is_old:
                store.catch_up()
            return store
        except BaseException:
            conn.close()
            raise


def _prepared(conn: sqlite3.Connection, path: Path, there: bool) -> tuple[Database, bool]:
    """The database in its newest shape, and whether it was made in an older one."""
    # Readers are kept out only while a transaction is written at its end, not while it grows.
    conn.execute("PRAGMA cache_spill = OFF")
    db = Database(conn)
    if there:
        damage = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
        if damage != "ok":
            raise StoreError(
                f"{path}: the database is damaged ({' '.join(damage.split())}); restore a copy or "
                "move it away and build again"
            )
        check_migrations(db, path)
    is_old = migrate(db) and there
    conn.execute("PRAGMA foreign_keys = ON")
    return db, is_old
