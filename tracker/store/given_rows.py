"""What stands beside the drafts of a negotiation, as rows, and back again.

In: a `Given`, and the lists of files in a manifest. Out: rows of proposals and precedents; and from
those the same. The text of a precedent is a draft of a negotiation that is listed nowhere, so that
every character of it leads to its file.
"""

from __future__ import annotations

import sqlite3

from tracker.model import Draft, Negotiation, PrecedentFile, ProposalFile
from tracker.store import draft_rows
from tracker.store.analysis import Given
from tracker.store.keys import beside_key, draft_key, proposal_key
from tracker.store.positions import count_rounds
from tracker.store.tables import NEGOTIATIONS, Row, put_rows, table
from tracker.uptake import Proposal

FILES = table("given_files", "negotiation_id kind ordinal", "file title author date source")
PROPOSALS = table(
    "proposals",
    "negotiation_id proposal_id",
    "ordinal address author date text old_text aims_at source",
)
PRECEDENTS = table("precedents", "draft_id", "negotiation_id ordinal file title source")

_OWN = "negotiation_id = ?"


def write_files(conn: sqlite3.Connection, negotiation: Negotiation) -> None:
    """Write the lists of files that the manifest names."""
    key = negotiation.id
    rows: list[Row] = [
        (key, "proposals", n, one.file, "", one.author, one.date, one.source)
        for n, one in enumerate(negotiation.proposals, 1)
    ]
    rows += [
        (key, "precedent", n, one.file, one.title, "", "", one.source)
        for n, one in enumerate(negotiation.precedents, 1)
    ]
    put_rows(conn, FILES, rows, _OWN, (key,))


def read_files(
    conn: sqlite3.Connection, negotiation: str
) -> tuple[tuple[ProposalFile, ...], tuple[PrecedentFile, ...]]:
    """The lists of files as they were put in."""
    proposals: list[ProposalFile] = []
    precedents: list[PrecedentFile] = []
    for kind, file, title, author, date, source in conn.execute(
        "SELECT kind, file, title, author, date, source FROM given_files "
        "WHERE negotiation_id = ? ORDER BY kind, ordinal",
        (negotiation,),
    ):
        if kind == "proposals":
            proposals.append(ProposalFile(file, author, date, source))
        else:
            precedents.append(PrecedentFile(file, title, source))
    return tuple(proposals), tuple(precedents)


def write(conn: sqlite3.Connection, negotiation: str, given: Given) -> bool:
    """Make this what stands beside the drafts of a negotiation; whether the words that are searched
    changed."""
    proposals: list[Row] = [
        (
            *(negotiation, one.id, n, proposal_key(negotiation, one.id), one.author, one.date),
            *(one.text, one.old_text, one.aims_at, one.source),
        )
        for n, one in enumerate(given.proposals, 1)
    ]
    put_rows(conn, PROPOSALS, proposals, _OWN, (negotiation,))
    drafts = [draft for _, draft in given.precedents]
    searched = _write_drafts(conn, negotiation, drafts)
    precedents: list[Row] = [
        (_key(draft), negotiation, n, one.file, one.title, one.source)
        for n, (one, draft) in enumerate(given.precedents, 1)
    ]
    put_rows(conn, PRECEDENTS, precedents, _OWN, (negotiation,))
    return searched


def _write_drafts(conn: sqlite3.Connection, negotiation: str, drafts: list[Draft]) -> bool:
    """Make these the drafts beside a negotiation."""
    home = beside_key(negotiation)
    there = [
        (home, *row, negotiation)
        for row in conn.execute(
            "SELECT title, '', language, country, notice, '', '' FROM negotiations WHERE id = ?",
            (negotiation,),
        )
        if drafts
    ]
    kept = {_key(draft) for draft in drafts}
    stored = conn.execute("SELECT id FROM drafts WHERE negotiation_id = ?", (home,)).fetchall()
    gone = [row for row in stored if row[0] not in kept]
    conn.executemany("DELETE FROM drafts WHERE id = ?", gone)
    put_rows(conn, NEGOTIATIONS, there, "id = ?", (home,))
    written = [draft_rows.write(conn, draft, None, {}, "") for draft in drafts]
    for language in dict.fromkeys(draft.language for draft in drafts):
        count_rounds(conn, home, language)
    return bool(gone) or any(written)


def _key(draft: Draft) -> str:
    return draft_key(draft.negotiation, draft.symbol, draft.language)


def read(conn: sqlite3.Connection, negotiation: str) -> Given:
    """What stands beside the drafts of a negotiation, as it was put in."""
    proposals = conn.execute(
        "SELECT proposal_id, author, date, text, old_text, aims_at, source FROM proposals "
        "WHERE negotiation_id = ? ORDER BY ordinal",
        (negotiation,),
    )
    precedents = []
    for key, *file in conn.execute(
        "SELECT draft_id, file, title, source FROM precedents WHERE negotiation_id = ? "
        "ORDER BY ordinal",
        (negotiation,),
    ).fetchall():
        draft = draft_rows.read(conn, key)
        if draft is not None:
            precedents.append((PrecedentFile(*file), draft))
    return Given(tuple(Proposal(*row) for row in proposals), tuple(precedents))
