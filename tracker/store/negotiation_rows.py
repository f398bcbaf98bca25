"""A negotiation as rows, and back again to the letter.

In: a `Negotiation` with its rounds, facts, stories and claims. Out: rows of `negotiations`,
`rounds`, `facts`, `stories`, `claims`; and from those the same `Negotiation`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from tracker.errors import StoreError
from tracker.model import Draft, Fact, Negotiation, Round, Story
from tracker.store import claim_rows, given_rows
from tracker.store.tables import FACTS, NEGOTIATIONS, ROUNDS, STORIES, Row, put_rows


def check(negotiation: Negotiation) -> None:
    """Refuse a negotiation with two rounds of one id or symbol.

    Raises:
        StoreError: it has.
    """
    for what in ("id", "symbol"):
        seen: set[str] = set()
        for one in negotiation.rounds:
            if getattr(one, what) in seen:
                raise StoreError(
                    f"{negotiation.id}: two rounds have the {what} {getattr(one, what)!r}"
                )
            seen.add(getattr(one, what))


def write(conn: sqlite3.Connection, negotiation: Negotiation) -> None:
    """Write what is known of a negotiation besides its drafts, and name its drafts by it."""
    key = negotiation.id
    head: Row = (
        key,
        negotiation.title,
        negotiation.summary,
        negotiation.language,
        negotiation.country,
        negotiation.notice,
        negotiation.pattern,
        " ".join(negotiation.hosts),
        None,
    )
    stories: list[Row] = [
        (key, n, one.title, one.text, one.symbol, one.provision)
        for n, one in enumerate(negotiation.stories, 1)
    ]
    facts: list[Row] = [
        (key, one.symbol, n, fact.provision, fact.text, fact.sure, fact.source)
        for one in negotiation.rounds
        for n, fact in enumerate(one.facts, 1)
    ]
    put_rows(conn, NEGOTIATIONS, [head], "id = ?", (key,))
    for table, rows in (
        (ROUNDS, [_round(key, n, one) for n, one in enumerate(negotiation.rounds, 1)]),
        (FACTS, facts),
        (STORIES, stories),
    ):
        put_rows(conn, table, rows, "negotiation_id = ?", (key,))
    claim_rows.write(conn, key, negotiation.claims)
    given_rows.write_files(conn, negotiation)
    for one in negotiation.rounds:
        _name_drafts(conn, key, one)


def _round(key: str, n: int, one: Round) -> Row:
    return (
        key,
        one.id,
        n,
        one.symbol,
        one.date,
        one.when,
        one.name,
        one.session,
        one.place,
        one.file,
        one.standing,
        one.convention,
        one.official,
        int(one.partial),
        int(one.excerpt),
        one.layer,
        one.language,
        one.sha256,
        one.format,
    )


def _name_drafts(conn: sqlite3.Connection, negotiation: str, one: Round) -> None:
    """Give the stored drafts of a round its names, wherever they differ."""
    named = {
        "date_printed": one.when,
        "name": one.name,
        "session": one.session,
        "place": one.place,
    }
    if one.official:
        named["official_address"] = one.official
    conn.execute(
        f"UPDATE drafts SET {', '.join(f'{column} = :{column}' for column in named)} "
        "WHERE negotiation_id = :negotiation AND symbol = :symbol "
        f"AND ({' OR '.join(f'{column} <> :{column}' for column in named)})",
        {**named, "negotiation": negotiation, "symbol": one.symbol},
    )


def read(conn: sqlite3.Connection, key: str) -> Negotiation | None:
    """The negotiation as it was put in, None if there is none."""
    head = conn.execute(
        "SELECT id, title, summary, language, country, notice, address_pattern, hosts "
        "FROM negotiations WHERE id = ?",
        (key,),
    ).fetchone()
    if head is None:
        return None
    stories = conn.execute(
        "SELECT title, text, symbol, provision_eid FROM stories WHERE negotiation_id = ? "
        "ORDER BY ordinal",
        (key,),
    )
    proposals, precedents = given_rows.read_files(conn, key)
    return replace(
        Negotiation(*head[:6]),
        pattern=head[6],
        hosts=tuple(head[7].split()),
        rounds=rounds(conn, key),
        stories=tuple(Story(*row) for row in stories),
        claims=claim_rows.read(conn, key),
        proposals=proposals,
        precedents=precedents,
    )


def rounds(conn: sqlite3.Connection, key: str) -> tuple[Round, ...]:
    """The rounds of a negotiation as they were put in."""
    facts: dict[str, list[Fact]] = {}
    for symbol, *fact in conn.execute(
        "SELECT symbol, text, sure, provision_eid, source FROM facts WHERE negotiation_id = ? "
        "ORDER BY symbol, ordinal",
        (key,),
    ):
        facts.setdefault(symbol, []).append(Fact(*fact))
    found = conn.execute(
        "SELECT round_id, symbol, date, date_printed, name, session, place, bundled_file, "
        "standing, convention, official_address, partial, excerpt, layer, language, sha256, format "
        "FROM rounds WHERE negotiation_id = ? ORDER BY ordinal",
        (key,),
    )
    return tuple(
        replace(
            Round(*row[:11]),
            partial=bool(row[11]),
            excerpt=bool(row[12]),
            facts=tuple(facts.get(row[1], ())),
            layer=row[13],
            language=row[14],
            sha256=row[15],
            format=row[16],
        )
        for row in found
    )


def is_known(conn: sqlite3.Connection, negotiation: str) -> bool:
    """Whether a negotiation is in the database."""
    found = conn.execute("SELECT 1 FROM negotiations WHERE id = ?", (negotiation,))
    return found.fetchone() is not None


def round_of(conn: sqlite3.Connection, draft: Draft) -> Round | None:
    """What the manifest says of a draft, as it was put in."""
    known = rounds(conn, draft.negotiation)
    return next((one for one in known if one.symbol == draft.symbol), None)
