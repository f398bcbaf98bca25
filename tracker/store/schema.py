"""The shape of the database, as migrations, and how a database of ours is told from other files.

In: a path. Out: a `sqlite_utils.Database` whose schema is the newest. The SQL of a migration
stands in `sql/`; once released it never changes, a new one is added behind it. Migrations leave no
time stamp, so that the same drafts make the same file whenever they are read.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

from sqlite_utils import Database, Migrations

from tracker.errors import StoreError

APPLICATION_ID = 0x54524B31
"""`TRK1`, in the file's header: tells our databases from other people's."""

BUSY_SECONDS = 30.0
"""How long a connection waits for another one that is writing."""

MIGRATIONS = Migrations("negotiation-tracker")

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_FIRST = "0001_tables"
_OF_THE_FILE = {
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_NOTADB: "is not a database",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_READONLY: "cannot be written to",
    sqlite3.SQLITE_PERM: "cannot be opened: permission denied",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
    sqlite3.SQLITE_FULL: "cannot be written to: the disk is full",
    sqlite3.SQLITE_BUSY: "is being written by another process; try again when that has ended",
    sqlite3.SQLITE_LOCKED: "is being written by another process; try again when that has ended",
}


def names() -> tuple[str, ...]:
    """The names of all migrations, in order."""
    folder = files(__package__).joinpath("sql")
    return tuple(sorted(item.name.removesuffix(".sql") for item in folder.iterdir()))


@cache
def _statements(name: str) -> tuple[str, ...]:
    """The statements of a migration. They are told apart at the ends of lines: to look after every
    character, as `executescript` does inside a transaction, takes most of the time of making a
    database."""
    sql = files(__package__).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    found: list[str] = []
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return (*found, pending) if pending.strip() else tuple(found)


def _step(name: str) -> Callable[[Database], None]:
    def apply(db: Database) -> None:
        for statement in _statements(name):
            db.execute(statement)
        if name == _FIRST:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    return apply


for _name in names():
    MIGRATIONS(name=_name)(_step(_name))


def migrate(db: Database) -> bool:
    """Bring the schema up to date in one transaction; nothing is written, and the answer is False,
    if it is."""
    if not MIGRATIONS.pending(db):
        return False
    db.conn.execute("BEGIN IMMEDIATE")
    with _committed(db):
        MIGRATIONS.apply(db)
        db.execute(f"UPDATE {MIGRATIONS.migrations_table} SET applied_at = ''")
    return True


@contextmanager
def _committed(db: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()


@contextmanager
def told_in_one_line(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file (damaged, locked, full, …) into a `StoreError`.

    Errors of a statement are faults of the program and pass through.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = _OF_THE_FILE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if said is None:
            raise
        raise StoreError(f"{path}: the database {said}") from error


@contextmanager
def storable(what: str) -> Iterator[None]:
    """Half a surrogate pair, which broken character maps give, cannot be stored."""
    try:
        yield
    except UnicodeEncodeError as error:
        found = ascii(error.object[error.start])
        raise StoreError(f"{what}: holds {found}, which is no character") from error


def check_file(path: Path) -> None:
    """Refuse a file that cannot be a whole database of ours, before SQLite touches it.

    Raises:
        StoreError: it is no SQLite database, or one of another program, or its end is missing.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
        size = path.stat().st_size
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise StoreError(
            f"{path}: is not a database (its first bytes are not SQLite's); move it away and "
            "build again"
        )
    page_size = int.from_bytes(header[16:18], "big")
    expected = (65536 if page_size == 1 else page_size) * int.from_bytes(header[28:32], "big")
    # While a journal lies beside it, the file is between two states and SQLite will mend it.
    if size < expected and not path.with_name(path.name + "-journal").exists():
        raise StoreError(
            f"{path}: the database is cut off ({size:,} of {expected:,} bytes); restore a copy or "
            "move it away and build again"
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError(f"{path}: is a database of another program; choose another --db")


def remove_empty(path: Path, *, existed: bool) -> None:
    """Take away a file that was made for what was then refused, or empty it again if it existed,
    unless another process has put something in it or is about to."""
    if not path.exists():
        return
    # A connection of its own, for that of the store may be closed already.
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA busy_timeout = 0")
        conn.execute("BEGIN EXCLUSIVE")
        if conn.execute("SELECT 1 FROM negotiations").fetchone() is not None:
            return
        if existed:
            os.truncate(path, 0)
        else:
            path.unlink(missing_ok=True)


def check_migrations(db: Database, path: Path) -> None:
    """Refuse a database that a newer version of the program has made.

    Raises:
        StoreError: it has migrations that this version does not know.
    """
    strange = sorted({m.name for m in MIGRATIONS.applied(db)} - set(names()))
    if strange:
        raise StoreError(
            f"{path}: was made by a newer version ({strange[0]}); use that version or build again"
        )


@cache
def columns_of_tables() -> dict[str, tuple[str, ...]]:
    """The columns of every table and view of the newest schema, without those that SQLite and
    sqlite-utils keep for themselves."""
    with Database(memory=True) as db:
        migrate(db)
        found = [*db.table_names(), *db.view_names()]
        return {
            name: tuple(row["name"] for row in db.query(f"PRAGMA table_info({name})"))
            for name in found
            if name != MIGRATIONS.migrations_table and not name.startswith("provisions_fts_")
        }
