"""Claims with what the texts say of them.

In: a connection, a negotiation and its drafts in its own language. Out: `ClaimRow`s in the order
of the manifest: all, or those about some provisions, however those were numbered when the claim was
filed.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.claims import VERDICTS, State
from tracker.model import Check
from tracker.store import claim_rows
from tracker.store.records.claims import ClaimCheck, ClaimPassage, ClaimPlace, ClaimRow
from tracker.store.records.drafts import DraftRow

AROUND = 90
"""So many characters are shown on each side of words."""
_FIRST = re.compile(r"\A\S*\s")
_LAST = re.compile(r"\s\S*\Z")

_EVIDENCE = """
SELECT claim_ordinal, check_ordinal, provisions.draft_id, provisions.id, provisions.eid,
    provisions.address, thread_members.thread_id, claim_evidence.field, text_start, text_end,
    claim_evidence.words, claim_evidence.status,
    CASE claim_evidence.field WHEN 'heading' THEN provisions.heading ELSE provisions.text END
    AS whole
FROM claim_evidence
JOIN provisions ON provisions.id = claim_evidence.provision_id
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
WHERE negotiation_id = ? ORDER BY claim_ordinal, check_ordinal, claim_evidence.ordinal
"""
_PLACES = """
SELECT claim_ordinal, claim_places.draft_id, presence, claim_places.number,
    coalesce(provisions.eid, ''), coalesce(provisions.address, ''), thread_members.thread_id
FROM claim_places
LEFT JOIN provisions ON provisions.id = claim_places.provision_id
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
WHERE negotiation_id = ?
"""


def claims(
    conn: sqlite3.Connection,
    negotiation: str,
    rounds: Sequence[DraftRow],
    about: Iterable[str] | None = None,
) -> tuple[ClaimRow, ...]:
    """The claims of a negotiation; with `about` only those whose provision is, or was, or became
    one of these provisions."""
    asked = None if about is None else _about(conn, negotiation, about)
    if asked is not None and not asked:
        return ()
    verdicts = {
        row[0]: (row[1], row[2])
        for row in conn.execute(
            "SELECT claim_ordinal, state, verdict FROM claim_verdicts WHERE negotiation_id = ?",
            (negotiation,),
        )
    }
    of_symbol = {one.symbol: one for one in rounds}
    said = list(enumerate(claim_rows.read(conn, negotiation), 1))
    checks = _checks(
        conn, negotiation, {(n, m): c for n, one in said for m, c in enumerate(one.checks, 1)}
    )
    places = _places(conn, negotiation, rounds)
    return tuple(
        ClaimRow(
            ordinal=n,
            claim=one,
            draft=of_symbol.get(one.symbol),
            state=verdicts[n][0] if n in verdicts else None,
            verdict=verdicts[n][1] if n in verdicts else "",
            reason=_reason(*verdicts[n]) if n in verdicts else "",
            checks=tuple(checks[n, m] for m in range(1, len(one.checks) + 1) if (n, m) in checks),
            places=tuple(places.get(n, ())),
        )
        for n, one in said
        if asked is None or n in asked
    )


def _about(conn: sqlite3.Connection, negotiation: str, provisions: Iterable[str]) -> set[int]:
    found = conn.execute(
        "SELECT DISTINCT claim_ordinal FROM claim_places WHERE negotiation_id = ? "
        "AND presence IN ('there', 'possibly') "
        "AND provision_id IN (SELECT value FROM json_each(?))",
        (negotiation, json.dumps(list(provisions))),
    )
    return {row[0] for row in found}


def _checks(
    conn: sqlite3.Connection, negotiation: str, asked: Mapping[tuple[int, int], Check]
) -> Mapping[tuple[int, int], ClaimCheck]:
    """What came of each check, by the places of the claim and of the check."""
    words: dict[tuple[int, int], list[sqlite3.Row]] = {}
    for row in conn.execute(_EVIDENCE, (negotiation,)):
        words.setdefault((row["claim_ordinal"], row["check_ordinal"]), []).append(row)
    return {
        (row["claim_ordinal"], row["ordinal"]): ClaimCheck(
            check=asked[row["claim_ordinal"], row["ordinal"]],
            found=row["found"],
            outcome=row["outcome"],
            why=row["why"],
            caveat=row["caveat"],
            relies=tuple(json.loads(row["relies"])),
            evidence=tuple(_passages(words.get((row["claim_ordinal"], row["ordinal"]), ()))),
        )
        for row in conn.execute(
            "SELECT claim_ordinal, ordinal, found, outcome, why, caveat, relies "
            "FROM claim_check_results WHERE negotiation_id = ?",
            (negotiation,),
        )
    }


def _passages(rows: Iterable[sqlite3.Row]) -> Iterator[ClaimPassage]:
    """Words of one text stand together, in their order there."""
    together: dict[tuple[str, str, str], list[sqlite3.Row]] = {}
    for row in rows:
        together.setdefault((row["id"], row["field"], row["status"]), []).append(row)
    for some in together.values():
        spans = sorted((row["text_start"], row["text_end"]) for row in some)
        yield ClaimPassage(
            draft_id=some[0]["draft_id"],
            provision_id=some[0]["id"],
            eid=some[0]["eid"],
            address=some[0]["address"],
            thread_id=some[0]["thread_id"],
            field=some[0]["field"],
            status=some[0]["status"],
            segments=tuple(_segments(some[0]["whole"], spans)),
        )


def _places(
    conn: sqlite3.Connection, negotiation: str, rounds: Sequence[DraftRow]
) -> Mapping[int, list[ClaimPlace]]:
    order = {one.id: one for one in rounds}
    found: dict[int, list[ClaimPlace]] = {}
    for claim, draft, *row in conn.execute(_PLACES, (negotiation,)):
        if draft in order:
            found.setdefault(claim, []).append(ClaimPlace(order[draft], *row))
    for places in found.values():
        places.sort(key=lambda one: one.draft.position)
    return found


def _segments(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Words with what stands around them; what stands far from them is left out.

    >>> list(_segments("one two three", [(4, 7)]))
    [('one ', False), ('two', True), (' three', False)]
    """
    done = 0
    for start, end in spans:
        if start < done:
            continue
        if start - done > (2 * AROUND if done else AROUND):
            if done:
                yield _LAST.sub("", text[done : done + AROUND]), False
            yield f"{' ' if done else ''}… {_FIRST.sub('', text[start - AROUND : start])}", False
        elif start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if len(text) - done > AROUND:
        yield _LAST.sub("", text[done : done + AROUND]) + " …", False
    elif done < len(text):
        yield text[done:], False


def _reason(state: State, verdict: str) -> str:
    """A verdict without the words that it begins with."""
    rest = verdict[len(VERDICTS[state]) :].lstrip(" .:")
    return rest[:1].upper() + rest[1:]
