"""Claims as rows, and back again to the letter.

In: the `Claim`s of a negotiation, in its manifest's order. Out: rows of `claims` and
`claim_checks`; and from those the same claims.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from tracker.model import Check, Claim
from tracker.store.tables import Row, put_rows, table

CLAIMS = table(
    "claims",
    "negotiation_id ordinal",
    "symbol provision_eid text source date document unsettled note",
)
CHECKS = table(
    "claim_checks",
    "negotiation_id claim_ordinal ordinal",
    "asked phrases exact one_is_enough looked_in provision_eid symbol legal_function target_eid",
)


def write(conn: sqlite3.Connection, negotiation: str, claims: Iterable[Claim]) -> None:
    """Make these the claims of a negotiation."""
    rows: list[Row] = []
    checks: list[Row] = []
    for n, one in enumerate(claims, 1):
        said = (one.symbol, one.provision, one.text, one.source, one.date)
        rows.append((negotiation, n, *said, one.document, one.unsettled, one.note))
        checks += [(negotiation, n, m, *_check(check)) for m, check in enumerate(one.checks, 1)]
    put_rows(conn, CLAIMS, rows, "negotiation_id = ?", (negotiation,))
    put_rows(conn, CHECKS, checks, "negotiation_id = ?", (negotiation,))


def _check(one: Check) -> Row:
    return (
        one.check,
        json.dumps(one.words, ensure_ascii=False),
        int(one.exact),
        int(one.any),
        one.where,
        one.provision,
        one.symbol,
        one.function,
        one.target,
    )


def read(conn: sqlite3.Connection, negotiation: str) -> tuple[Claim, ...]:
    """The claims of a negotiation as they were put in, in order."""
    checks: dict[int, list[Check]] = {}
    for claim, asked, phrases, exact, any_of_them, *where in conn.execute(
        "SELECT claim_ordinal, asked, phrases, exact, one_is_enough, looked_in, provision_eid, "
        "symbol, legal_function, target_eid FROM claim_checks WHERE negotiation_id = ? "
        "ORDER BY claim_ordinal, ordinal",
        (negotiation,),
    ):
        words = tuple(json.loads(phrases))
        check = Check(asked, words, bool(exact), bool(any_of_them), *where)
        checks.setdefault(claim, []).append(check)
    return tuple(
        Claim(provision, text, source, date, symbol, document, tuple(checks.get(n, ())), *rest)
        for n, provision, text, source, date, symbol, document, *rest in conn.execute(
            "SELECT ordinal, provision_eid, text, source, date, symbol, document, unsettled, note "
            "FROM claims WHERE negotiation_id = ? ORDER BY ordinal",
            (negotiation,),
        )
    )
