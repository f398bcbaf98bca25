"""The tables that are written, and the one way to write them.

In: a table, the rows it should have within a scope. Out: only what differs is written, so that
writing the same again does not touch the file. Rows are tuples in the order of `Table.columns`,
whose first `keys` columns are the primary key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name, how many of its columns are its key, and all its columns, key first."""

    name: str
    keys: int
    columns: tuple[str, ...]


def table(name: str, key: str, others: str) -> Table:
    """A table by its name, the columns of its key, and the others, each divided by blanks."""
    keys = tuple(key.split())
    return Table(name, len(keys), (*keys, *others.split()))


NEGOTIATIONS = table(
    "negotiations", "id", "title summary language country notice address_pattern hosts beside"
)
ROUNDS = table(
    "rounds",
    "negotiation_id round_id",
    "ordinal symbol date date_printed name session place bundled_file standing convention "
    "official_address partial excerpt layer language sha256 format",
)
FACTS = table("facts", "negotiation_id symbol ordinal", "provision_eid text sure source")
STORIES = table("stories", "negotiation_id ordinal", "title text symbol provision_eid")
DRAFTS = table(
    "drafts",
    "id",
    "negotiation_id symbol language date date_printed name session place title convention "
    "standing partial official_address word_count unplaced_share xml_file layer layer_place "
    "engine",
)
"""Without `position`, which follows from all drafts together."""

SOURCES = table(
    "sources", "id", "draft_id sha256 file_name format size_bytes standing address current"
)
PAGES = table("source_pages", "source_id page", "text")
WARNINGS = table("draft_warnings", "draft_id ordinal", "is_error warning")
SHARES = table("reading_shares", "source_id ordinal", "place characters share")
FURNITURE = table("furniture", "source_id ordinal", "kind text page page_start page_end")
PROVISIONS = table(
    "provisions",
    "id",
    "draft_id eid ordinal kind is_article number heading text parent_id depth page "
    "legal_function function_evidence word_count address",
)
SPANS = table(
    "provision_spans", "provision_id field ordinal", "field_start page page_start page_end"
)
MARKS = table(
    "marks",
    "provision_id ordinal",
    "kind text_start text_end words printed proponent date how field",
)
MARK_SPANS = table(
    "mark_spans", "provision_id mark_ordinal ordinal", "printed_start page page_start page_end"
)
COMPARISONS = table(
    "comparisons",
    "id",
    "negotiation_id old_draft_id new_draft_id rounds_apart same_count renumbered_count "
    "moved_count split_count merged_count demoted_count promoted_count inserted_count "
    "deleted_count reworded_count words_deleted words_inserted engine",
)
LINKS = table(
    "links",
    "id",
    "comparison_id ordinal old_provision_id new_provision_id relation score certain evidence "
    "runner_up_provision_id runner_up_score",
)
CHANGES = table(
    "changes",
    "link_id",
    "words_deleted words_inserted number_changed heading_changed text_changed coarse",
)
HUNKS = table("hunks", "link_id field ordinal", "operation text trivial")
THREADS = table(
    "threads",
    "id",
    "negotiation_id language label kind is_article first_draft_id last_draft_id rounds_present "
    "rounds_missed changed_words",
)
MEMBERS = table(
    "thread_members",
    "provision_id",
    "thread_id ordinal draft_id from_provision_id relation link_score certain evidence "
    "rounds_missed changed_words",
)
DECISIONS = table(
    "decisions",
    "id",
    "negotiation_id ordinal action old_symbol old_place old_words old_seal new_symbol new_place "
    "new_words new_seal relation language person date reason state note old_provision_id "
    "new_provision_id old_seal_now new_seal_now",
)
LINK_DECISIONS = table("link_decisions", "link_id ordinal", "decision_id")
DIFFERENCES = table(
    "chain_differences",
    "old_draft_id new_draft_id ordinal",
    "way old_provision_id new_provision_id instead_provision_id",
)


def put_rows(
    conn: sqlite3.Connection,
    table: Table,
    rows: Iterable[Row],
    scope: str,
    values: Sequence[object],
) -> bool:
    """Make `rows` the rows of `table` within `scope`, an SQL condition with its `values`.

    Returns whether anything was written. Rows that stay are not touched; rows that change are
    updated in place, so that what refers to them stays.
    """
    columns = ", ".join(table.columns)
    existing = {
        tuple(row[: table.keys]): tuple(row)
        for row in conn.execute(f"SELECT {columns} FROM {table.name} WHERE {scope}", values)
    }
    wanted = {row[: table.keys]: row for row in rows}
    gone = [key for key in existing if key not in wanted]
    new = [row for key, row in wanted.items() if existing.get(key) != row]
    keys = table.columns[: table.keys]
    if gone:
        matches = " AND ".join(f"{key} = ?" for key in keys)
        conn.executemany(f"DELETE FROM {table.name} WHERE {matches}", gone)
    if new:
        conn.executemany(_upsert(table), new)
    return bool(gone or new)


def _upsert(table: Table) -> str:
    columns = ", ".join(table.columns)
    marks = ", ".join("?" for _ in table.columns)
    keys = ", ".join(table.columns[: table.keys])
    sets = ", ".join(f"{one} = excluded.{one}" for one in table.columns[table.keys :])
    again = f"DO UPDATE SET {sets}" if sets else "DO NOTHING"
    return f"INSERT INTO {table.name} ({columns}) VALUES ({marks}) ON CONFLICT ({keys}) {again}"
