"""A read-only connection to the database, shared by the threads of a server.

In: the path. Out: `reading()`, one consistent view of the database while a page is made. A write
that was cut off by a crash is undone first; a file that was replaced is opened anew.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from tracker.errors import StoreError
from tracker.store.schema import MIGRATIONS, check_file, check_migrations, told_in_one_line

PATIENCE_SECONDS = 3.0
"""How long a reader's page waits for a write to end before it says so."""


class Reader:
    """Opens on first use; one thread reads at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._conn: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection in a read transaction, inside another `reading` the same one.

        Raises:
            StoreError: there is no database, or it is damaged, foreign or of another version.
        """
        with self._lock, told_in_one_line(self.path):
            if self._conn is not None and self._conn.in_transaction:
                yield self._conn
                return
            conn = self._connected()
            conn.execute("BEGIN")
            try:
                yield conn
            finally:
                conn.rollback()

    def close(self) -> None:
        """Give the file back; the next `reading` opens it again."""
        with self._lock:
            if self._conn is not None:
                self._conn.close()
            self._conn = None

    def _connected(self) -> sqlite3.Connection:
        file = self._identity()
        _undo_cut_off_write(self.path)
        if self._conn is not None and file == self._file:
            return self._conn
        self.close()
        check_file(self.path)
        conn = sqlite3.connect(
            self.path.absolute().as_uri() + "?mode=ro",
            uri=True,
            timeout=PATIENCE_SECONDS,
            check_same_thread=False,
            isolation_level=None,
        )
        try:
            db = Database(conn)
            check_migrations(db, self.path)
            if MIGRATIONS.pending(db):
                raise StoreError(f"{self.path}: was made by an older version; build it again")
        except BaseException:
            conn.close()
            raise
        conn.row_factory = sqlite3.Row
        self._conn, self._file = conn, file
        return conn

    def _identity(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            raise StoreError(
                f"{self.path}: there is no database; make one with `tracker build`"
            ) from None
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be read: {error.strerror}") from error
        return (found.st_dev, found.st_ino)


def _undo_cut_off_write(path: Path) -> None:
    """Let SQLite roll back what a killed process left half written.

    A read-only connection may not do that. Where another process is writing just now, or nothing
    is left over, nothing is done.
    """
    if path.with_name(path.name + "-journal").exists():
        conn = sqlite3.connect(path, timeout=PATIENCE_SECONDS)
        try:
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            conn.close()
