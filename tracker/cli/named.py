"""Drafts that the command line names: a file, or the symbol of a draft in the database.

In: names as typed. Out: drafts of one negotiation, `LOOSE`, so that any two can be compared, and
what people decided of the links between them.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker import pipeline, texts
from tracker.errors import AlignmentError
from tracker.ingesters import About
from tracker.model import Decision, Draft
from tracker.store import open_database

UNDATED = "0001-01-01"
"""The date of a loose file, of which nothing is known."""

LOOSE = "loose"
"""The negotiation of loose files, and of drafts that are compared with them."""


def about_loose(file: Path, language: str, layer: str) -> About:
    """What is known of a file of which nothing is known but what it holds."""
    symbol = file.stem or "file"
    symbol = texts.layered(symbol, layer) if layer else symbol
    return About(LOOSE, symbol, UNDATED, language, layer=layer)


def both(
    old: str, new: str, db: Path, convention: str, language: str, layers: tuple[str, ...]
) -> tuple[Draft, Draft]:
    """OLD and NEW, each with its layer."""
    if len(layers) > 2:
        raise click.UsageError("--layer can be given twice: for OLD and for NEW")
    of_old, of_new = layers if len(layers) == 2 else (layers or ("",)) * 2
    before = one_draft(old, db, convention, language, of_old)
    return before, one_draft(new, db, convention, language, of_new)


def decided(old: str, new: str, before: Draft, after: Draft, db: Path) -> tuple[Decision, ...]:
    """What people decided of the links between two drafts of the database; nothing of files."""
    if Path(old).is_file() or Path(new).is_file():
        return ()
    with open_database(db, create=False) as store:
        return pipeline.decided_on(store, before, after)


def one_draft(name: str, db: Path, convention: str, language: str, layer: str) -> Draft:
    """A file, or the draft of that symbol, as one of a negotiation that all such drafts share."""
    if Path(name).is_file():
        file = Path(name)
        return texts.draft_of(file, about_loose(file, language, layer), convention)
    if not db.is_file():
        raise AlignmentError(
            f"{name}: no such file, and there is no database {db} to find a symbol in; "
            "name one with --db or TRACKER_DB"
        )
    with open_database(db, create=False) as store:
        found = store.drafts_called(name)
    if not found:
        raise AlignmentError(f"{name}: no such file, and no draft with this symbol in {db}")
    if len(found) > 1:
        found = [d for d in found if d.language == language] or found
    if len(found) > 1:
        where = ", ".join(f"{d.negotiation} ({d.language})" for d in found)
        raise AlignmentError(
            f"{name}: several drafts in {db} have this symbol: {where}; "
            "name another --language, or a file"
        )
    return pipeline.renamed(found[0], LOOSE)
