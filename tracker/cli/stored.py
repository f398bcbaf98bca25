"""A negotiation as the database holds it, for questions over all its drafts.

In: its id, a language, the database. Out: its drafts in one language with what the store says of
them, their alignments and threads; what is not there is told in one line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from tracker.cli.options import optional
from tracker.errors import StoreError
from tracker.history import threads
from tracker.manifest import check_language
from tracker.model import Alignment, Draft, Thread
from tracker.render import Rounds
from tracker.store import Library, open_database
from tracker.store.naming import find
from tracker.store.records import DraftRow, ProvisionRow

form = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)

in_language = click.option(
    "--language",
    default="",
    callback=optional(check_language),
    help="ISO 639-1 code of the drafts to ask.  [default: the negotiation's own]",
)


@dataclass(frozen=True, slots=True)
class Stored:
    """The drafts of one negotiation in one language, in their order."""

    negotiation: str
    title: str
    rows: tuple[DraftRow, ...]
    drafts: tuple[Draft, ...]
    alignments: Mapping[tuple[str, str], Alignment]
    threads: tuple[Thread, ...]

    @property
    def rounds(self) -> Rounds:
        """The drafts as answers call them."""
        return Rounds(self.drafts, [row.name for row in self.rows])

    def place(self, symbol: str) -> int:
        """The place of a draft, from 0.

        Raises:
            StoreError: there is none with this symbol.
        """
        for place, row in enumerate(self.rows):
            if row.symbol == symbol:
                return place
        there = ", ".join(row.symbol for row in self.rows)
        raise StoreError(f"{self.negotiation}: no draft {symbol!r}; there are {there}")


def stored(negotiation: str, db: Path, language: str) -> Stored:
    """All that is held of a negotiation.

    Raises:
        StoreError: it is not there, or has no draft in this language, or not all of its drafts are
            compared.
    """
    with Library(db) as library:
        known = library.negotiation(negotiation)
        if known is None:
            there = ", ".join(one.id for one in library.negotiations())
            raise StoreError(f"no negotiation {negotiation!r} in {db}; there are {there or 'none'}")
        rows = library.drafts(negotiation, language or None)
    if not rows:
        which = f" in the language {language!r}" if language else ""
        raise StoreError(
            f"{negotiation}: no draft{which} in {db}; take one in with `tracker build`"
        )
    with open_database(db, create=False) as store:
        drafts = store.all_drafts(negotiation, rows[0].language)
        alignments = store.alignments(negotiation, rows[0].language)
    if len(alignments) != len(drafts) * (len(drafts) - 1) // 2:
        raise StoreError(
            f"{negotiation}: not all drafts in {db} are compared with each other; "
            "run `tracker build` again"
        )
    found = threads(drafts, alignments)
    return Stored(negotiation, known.title, tuple(rows), tuple(drafts), alignments, tuple(found))


def provision_asked(asked: Stored, db: Path, name: str, symbol: str) -> tuple[int, str]:
    """The place of a draft and the eId of the provision that is called `name` there: in the draft
    with this symbol, else in the newest that has one.

    Raises:
        StoreError: there is no such draft, or no such provision.
    """
    place = asked.place(symbol) if symbol else None
    with Library(db) as library:
        found: ProvisionRow | None
        if place is None:
            found = library.resolve(asked.negotiation, name, asked.rows[0].language)
        else:
            found = find(library.provisions(asked.rows[place].id), name)
    if found is None:
        where = f"the draft {symbol}" if symbol else f"any draft in {db}"
        raise StoreError(
            f"{asked.negotiation}: no provision {name!r} in {where}; "
            "give a number (“article 21”) or an eId (art_21__para_2)"
        )
    for n, row in enumerate(asked.rows):
        if row.id == found.draft_id:
            return n, found.eid
    raise StoreError(f"{name}: is of a draft in another language; name it with --language")
