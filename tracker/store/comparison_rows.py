"""Comparisons as rows.

In: a `Comparison` of two stored drafts. Out: rows of `comparisons`, `links`, `changes`, `hunks`.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker import engine
from tracker.diff import variants
from tracker.errors import StoreError
from tracker.model import RELATIONS, Alignment, Candidate, Change, Comparison, Hunk, Link
from tracker.store import decision_rows
from tracker.store.keys import comparison_key, link_key, provision_key
from tracker.store.rows import sentences
from tracker.store.tables import CHANGES, COMPARISONS, HUNKS, LINKS, Row, put_rows
from tracker.words import bare_number


@dataclass(frozen=True, slots=True)
class Place:
    """A stored draft's id, its place among those of its negotiation and language, the printed
    numbers of its provisions by eId, and its language."""

    draft_id: str
    position: int
    numbers: Mapping[str, str]
    language: str


def write(
    conn: sqlite3.Connection,
    negotiation: str,
    draft_id: str,
    comparisons: Sequence[Comparison],
    places: Mapping[str, Place],
) -> None:
    """Write the comparisons that involve a draft; those it has no more are removed.

    Args:
        places: by symbol, all drafts of the draft's negotiation and language.
    Raises:
        StoreError: a comparison is of other drafts, or does not fit them.
    """
    pairs = [_ends(one, places) for one in comparisons]
    for old, new in pairs:
        if draft_id not in (old.draft_id, new.draft_id):
            raise StoreError(f"{draft_id}: was given a comparison of two other drafts")
    rows = [
        _comparison(negotiation, one, *pair) for one, pair in zip(comparisons, pairs, strict=True)
    ]
    put_rows(conn, COMPARISONS, rows, "? IN (old_draft_id, new_draft_id)", (draft_id,))
    for one, (old, new) in zip(comparisons, pairs, strict=True):
        _write_links(conn, negotiation, one, old, new)


def rewrite(
    conn: sqlite3.Connection,
    negotiation: str,
    comparisons: Sequence[Comparison],
    places: Mapping[str, Place],
) -> None:
    """Write these comparisons in the place of those of the same drafts, and touch no others."""
    for one in comparisons:
        old, new = _ends(one, places)
        row = _comparison(negotiation, one, old, new)
        put_rows(conn, COMPARISONS, [row], "id = ?", (row[0],))
        _write_links(conn, negotiation, one, old, new)


def _write_links(
    conn: sqlite3.Connection, negotiation: str, one: Comparison, old: Place, new: Place
) -> None:
    key = comparison_key(old.draft_id, new.draft_id)
    of_comparison = "link_id IN (SELECT id FROM links WHERE comparison_id = ?)"
    ids = [link_key(key, link.old, link.new) for link in one.alignment.links]
    links = _links(one, key, ids, old, new)
    both = list(zip(ids, one.alignment.links, one.changes, strict=True))
    changes = [_change(link_id, link, change, old, new) for link_id, link, change in both]
    hunks = [row for link_id, _, change in both for row in _hunks(link_id, change)]
    put_rows(conn, LINKS, links, "comparison_id = ?", (key,))
    put_rows(conn, CHANGES, changes, of_comparison, (key,))
    put_rows(conn, HUNKS, hunks, of_comparison, (key,))
    decision_rows.write_of_links(conn, negotiation, key, ids, one)


def _ends(one: Comparison, places: Mapping[str, Place]) -> tuple[Place, Place]:
    alignment = one.alignment
    for symbol in (alignment.old, alignment.new):
        if symbol not in places:
            raise StoreError(f"{symbol}: is compared with another draft but is not in the database")
    old, new = places[alignment.old], places[alignment.new]
    if old.position >= new.position:
        raise StoreError(
            f"{alignment.old}: is not older than {alignment.new}, with which it is compared"
        )
    if [(x.old, x.new) for x in alignment.links] != [(x.old, x.new) for x in one.changes]:
        raise StoreError(
            f"{alignment.old} and {alignment.new}: the changes are not those of the links"
        )
    return old, new


def _comparison(negotiation: str, one: Comparison, old: Place, new: Place) -> Row:
    relations = Counter(link.relation for link in one.alignment.links)
    reworded = sum(
        change.old is not None and change.new is not None and _reworded(change.text, change.heading)
        for change in one.changes
    )
    return (
        comparison_key(old.draft_id, new.draft_id),
        negotiation,
        old.draft_id,
        new.draft_id,
        new.position - old.position,
        *(relations[relation] for relation in RELATIONS),
        reworded,
        sum(change.words_deleted for change in one.changes),
        sum(change.words_inserted for change in one.changes),
        engine.fingerprint(),
    )


def _links(one: Comparison, key: str, ids: Sequence[str], old: Place, new: Place) -> list[Row]:
    # Here, because the package brings scipy, which those who only read have no use for.
    from tracker.align import SURE

    rows: list[Row] = []
    for ordinal, (link_id, link) in enumerate(zip(ids, one.alignment.links, strict=True), 1):
        one_sided = link.old is None or link.new is None
        # What was inserted might have come from the older draft; else a partner is of the newer.
        other = old if link.old is None else new
        runner_up = link.runner_up
        rows.append(
            (
                link_id,
                key,
                ordinal,
                None if link.old is None else provision_key(old.draft_id, link.old),
                None if link.new is None else provision_key(new.draft_id, link.new),
                link.relation,
                float(link.score),
                int(one_sided or link.score >= SURE),
                evidence(link),
                provision_key(other.draft_id, runner_up.eid) if runner_up else None,
                float(runner_up.score) if runner_up else None,
            )
        )
    return rows


def evidence(link: Link) -> str:
    """The reasons for a link as one text."""
    return "; ".join(link.evidence)


def _change(link_id: str, link: Link, change: Change, old: Place, new: Place) -> Row:
    paired = link.old is not None and link.new is not None
    number = paired and (
        bare_number(old.numbers.get(link.old or "", ""))
        != bare_number(new.numbers.get(link.new or "", ""))
    )
    return (
        link_id,
        change.words_deleted,
        change.words_inserted,
        int(number),
        int(_differs(change.heading)),
        int(_differs(change.text)),
        int(change.coarse),
    )


def _differs(*texts: tuple[Hunk, ...]) -> bool:
    """Whether more than white space differs."""
    return any(h.operation != "equal" and h.text.strip() for text in texts for h in text)


def _reworded(*texts: tuple[Hunk, ...]) -> bool:
    """Whether more differs than what prints the same otherwise."""
    return any(
        hunk.operation != "equal" and hunk.text.strip() and place not in plain
        for text in texts
        for plain in [variants(text)]
        for place, hunk in enumerate(text)
    )


def _hunks(link_id: str, change: Change) -> list[Row]:
    return [
        (link_id, field, place + 1, hunk.operation, hunk.text, int(place in plain))
        for field, hunks in (("heading", change.heading), ("text", change.text))
        for plain in [variants(hunks)]
        for place, hunk in enumerate(hunks)
    ]


def places(conn: sqlite3.Connection, negotiation: str, language: str) -> dict[str, Place]:
    """The stored drafts of a negotiation and language, by symbol."""
    scope, values = "negotiation_id = ? AND language = ?", (negotiation, language)
    numbers: dict[str, dict[str, str]] = {}
    for symbol, eid, number in conn.execute(
        f"SELECT symbol, eid, number FROM provisions JOIN drafts ON drafts.id = draft_id "
        f"WHERE {scope}",
        values,
    ):
        numbers.setdefault(symbol, {})[eid] = number
    found = conn.execute(f"SELECT symbol, id, position FROM drafts WHERE {scope}", values)
    return {
        symbol: Place(draft_id, position, numbers.get(symbol, {}), language)
        for symbol, draft_id, position in found
    }


def read(
    conn: sqlite3.Connection, negotiation: str, language: str
) -> dict[tuple[str, str], Alignment]:
    """The stored alignments, by the symbols of the older and the newer draft."""
    found: dict[tuple[str, str], list[Link]] = {}
    decided = decision_rows.of_links(conn, "decisions.negotiation_id = ?", (negotiation,))
    for key, old, new, relation, score, reasons, rival, rival_score, before, after in conn.execute(
        "SELECT links.id, older.symbol, newer.symbol, relation, score, evidence, rival.eid, "
        "runner_up_score, before.eid, after.eid FROM comparisons "
        "JOIN drafts AS older ON older.id = old_draft_id "
        "JOIN drafts AS newer ON newer.id = new_draft_id "
        "LEFT JOIN links ON links.comparison_id = comparisons.id "
        "LEFT JOIN provisions AS before ON before.id = old_provision_id "
        "LEFT JOIN provisions AS after ON after.id = new_provision_id "
        "LEFT JOIN provisions AS rival ON rival.id = runner_up_provision_id "
        "WHERE comparisons.negotiation_id = ? AND newer.language = ? "
        "ORDER BY older.position, newer.position, links.ordinal",
        (negotiation, language),
    ):
        links = found.setdefault((old, new), [])
        if relation is not None:  # two drafts without provisions have no links
            runner_up = None if rival is None else Candidate(rival, rival_score)
            why = sentences(reasons), runner_up, decided.get(key, ())
            links.append(Link(before, after, relation, score, *why))
    return {pair: Alignment(*pair, tuple(links)) for pair, links in found.items()}
