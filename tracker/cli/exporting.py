"""`export`: a draft, two drafts compared, or the whole database as a file.

In: a database, and what to take out of it. Out: the same bytes as the downloads of the viewer, in a
file that is there whole or not at all.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from tracker.cli.options import database, optional
from tracker.errors import ExportError, StoreError
from tracker.export import COMPARISONS, DRAFTS, file_name
from tracker.manifest import check_language
from tracker.store import Library
from tracker.store.records import DraftRow
from tracker.store.snapshot import copy_to


@click.command()
@click.argument("negotiation", required=False)
@click.argument("drafts", nargs=-1, metavar="[DRAFT] [NEWER]")
@click.option(
    "--format",
    "form",
    default="",
    help=f"Of a draft: {', '.join(DRAFTS)}. Of two compared: {', '.join(COMPARISONS)}.  "
    "[default: xml, docx]",
)
@click.option(
    "--language",
    default="",
    callback=optional(check_language),
    help="ISO 639-1 code of the drafts.  [default: the negotiation's own]",
)
@click.option(
    "--to", "target", default="", help="The file; - prints it.  [default: named after what it is]"
)
@database
def export(
    negotiation: str | None,
    drafts: tuple[str, ...],
    form: str,
    language: str,
    target: str,
    db: Path,
) -> None:
    """Write one DRAFT, two compared, or (with no NEGOTIATION) the whole database to a file."""
    if negotiation is None:
        _whole(db, target)
        return
    if not 1 <= len(drafts) <= 2:
        raise click.UsageError("name one draft, or two to compare, by their symbols")
    with Library(db) as library:
        rows = [_row(library, negotiation, symbol, language) for symbol in drafts]
        body, name = (
            _draft(library, rows[0], form or "xml")
            if len(rows) == 1
            else _comparison(library, rows, form or "docx")
        )
    if target == "-":
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    _write(Path(target or name), body)
    click.echo(target or name)


def _row(library: Library, negotiation: str, symbol: str, language: str) -> DraftRow:
    found = library.draft(negotiation, symbol, language or None)
    if found is None:
        there = ", ".join(one.symbol for one in library.drafts(negotiation, language or None))
        raise StoreError(f"{negotiation}: no draft {symbol!r}; there are {there or 'none'}")
    return found


def _draft(library: Library, row: DraftRow, form: str) -> tuple[bytes, str]:
    made = DRAFTS.get(form)
    kept = library.kept(row.id)
    if made is None or kept is None:
        raise ExportError(f"a draft has no format {form!r}; there are {', '.join(DRAFTS)}")
    return made.make(kept), file_name([row.negotiation_id, row.symbol, row.language], made.ending)


def _comparison(library: Library, rows: list[DraftRow], form: str) -> tuple[bytes, str]:
    old, new = sorted(rows, key=lambda one: one.position)
    made = COMPARISONS.get(form)
    if made is None:
        raise ExportError(
            f"a comparison has no format {form!r}; there are {', '.join(COMPARISONS)}"
        )
    compared = library.compared(old.id, new.id)
    if compared is None:
        raise StoreError(f"{old.symbol} and {new.symbol} are not compared in this database")
    return made.make(compared), file_name(
        [old.negotiation_id, old.symbol, "to", new.symbol], made.ending
    )


def _whole(db: Path, target: str) -> None:
    if target in ("", "-"):
        raise click.UsageError("name the file to which the database is copied with --to")
    with Library(db) as library:
        library.state()
    path = Path(target)
    handle, name = _beside(path)
    os.close(handle)
    try:
        copy_to(db, Path(name))
        _settle(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    click.echo(target)


def _write(path: Path, body: bytes) -> None:
    handle, name = _beside(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
        _settle(name, path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise ExportError(f"{path}: cannot be written: {error.strerror}") from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _beside(path: Path) -> tuple[int, str]:
    try:
        return tempfile.mkstemp(dir=path.parent, prefix=".tracker-")
    except OSError as error:
        raise ExportError(f"{path}: cannot be written: {error.strerror}") from error


def _settle(name: str, path: Path) -> None:
    os.chmod(name, 0o644)
    os.replace(name, path)
