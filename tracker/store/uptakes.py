"""What of proposals stands in drafts, read for a page.

In: a connection and a negotiation. Out: `UptakePage`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.store.records.drafts import DraftRow, ProvisionRow
from tracker.store.records.uptakes import AuthorRow, MatchRow, ProposalRow, RunRow, UptakePage
from tracker.store.rows import drafts, provisions_by_id

_OWN = "(SELECT id FROM proposal_matches WHERE negotiation_id = ?)"


@dataclass(frozen=True, slots=True)
class _Held:
    """What matches refer to, by id, and what belongs to each, by the id of the match."""

    drafts: Mapping[str, DraftRow]
    proposals: Mapping[str, ProposalRow]
    provisions: Mapping[str, ProvisionRow]
    runs: Mapping[str, list[RunRow]]
    elsewhere: Mapping[str, tuple[tuple[str, str], ...]]
    others: Mapping[str, list[ProposalRow]]


def page(conn: sqlite3.Connection, negotiation: str) -> UptakePage:
    """All that is told of a negotiation's proposals."""
    authors = conn.execute(
        "SELECT author, proposals, surely_matched, possibly_matched, surely_gone, possibly_gone "
        "FROM taken_up_by_author WHERE negotiation_id = ? "
        "ORDER BY surely_matched DESC, possibly_matched DESC, proposals DESC, author",
        (negotiation,),
    )
    found = tuple(AuthorRow(*row) for row in authors)
    compared = drafts(
        conn,
        "negotiation_id = ? AND language = (SELECT language FROM negotiations WHERE id = ?)",
        (negotiation, negotiation),
    )
    matches = _matches(conn, negotiation, {one.id: one for one in compared})
    files = conn.execute(
        "SELECT file FROM given_files WHERE negotiation_id = ? AND kind = 'proposals' "
        "ORDER BY ordinal",
        (negotiation,),
    )
    named = tuple(row[0] for row in files)
    return UptakePage(looked_at(conn, negotiation), len(compared), named, found, matches)


def looked_at(conn: sqlite3.Connection, negotiation: str) -> bool:
    """Whether there is an analysis of a negotiation in its own language."""
    row = conn.execute(
        "SELECT EXISTS (SELECT 1 FROM analyses JOIN negotiations "
        "ON negotiations.id = negotiation_id AND negotiations.language = analyses.language "
        "WHERE negotiation_id = ?)",
        (negotiation,),
    ).fetchone()
    return bool(row[0])


def _matches(
    conn: sqlite3.Connection, negotiation: str, of: Mapping[str, DraftRow]
) -> tuple[MatchRow, ...]:
    rows = conn.execute(
        "SELECT * FROM proposal_matches WHERE negotiation_id = ? ORDER BY language, ordinal",
        (negotiation,),
    ).fetchall()
    proposals = _proposals(conn, negotiation)
    runs: dict[str, list[RunRow]] = {}
    for key, *run in conn.execute(
        "SELECT match_id, text_start, text_end, proposal_start, proposal_end, common_start, "
        "common_end, proposal_common_start, proposal_common_end FROM match_runs "
        f"WHERE match_id IN {_OWN} ORDER BY match_id, ordinal",
        (negotiation,),
    ):
        runs.setdefault(key, []).append(RunRow(*run))
    others: dict[str, list[ProposalRow]] = {}
    for key, other in conn.execute(
        f"SELECT match_id, proposal_id FROM match_also WHERE match_id IN {_OWN} "
        "ORDER BY match_id, ordinal",
        (negotiation,),
    ):
        others.setdefault(key, []).append(proposals[other])
    held = _Held(
        of,
        proposals,
        provisions_by_id(conn, [row["provision_id"] for row in rows]),
        runs,
        _elsewhere(conn, negotiation),
        others,
    )
    return tuple(_match(row, held) for row in rows)


def _proposals(conn: sqlite3.Connection, negotiation: str) -> dict[str, ProposalRow]:
    """Those that a match names."""
    found = conn.execute(
        "SELECT proposal_id, address, author, date, text, old_text, aims_at, source FROM proposals "
        "WHERE negotiation_id = ?1 AND proposal_id IN (SELECT proposal_id FROM proposal_matches "
        f"WHERE negotiation_id = ?1 UNION SELECT proposal_id FROM match_also "
        f"WHERE match_id IN {_OWN.replace('?', '?1')})",
        (negotiation,),
    )
    return {row[0]: ProposalRow(*row) for row in found}


def _elsewhere(
    conn: sqlite3.Connection, negotiation: str
) -> dict[str, tuple[tuple[str, str], ...]]:
    """By match, names and addresses of other provisions with its words."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, called, address in conn.execute(
        "SELECT match_id, called, address FROM match_elsewhere "
        "JOIN provisions ON provisions.id = provision_id "
        f"WHERE match_id IN {_OWN} ORDER BY match_id, ordinal",
        (negotiation,),
    ):
        found[key] = (*found.get(key, ()), (called, address))
    return found


def _match(row: sqlite3.Row, held: _Held) -> MatchRow:
    provision = held.provisions[row["provision_id"]]
    return MatchRow(
        id=row["id"],
        proposal=held.proposals[row["proposal_id"]],
        kind=row["kind"],
        draft=held.drafts[row["draft_id"]],
        stands_in=held.drafts[provision.draft_id],
        provision=provision,
        called=row["called"],
        heading=row["called_heading"],
        matched=row["matched"],
        words=row["words"],
        new_words=row["new_words"],
        share=row["share"],
        chance=row["chance"],
        context=row["context"],
        drafts_later=row["drafts_later"],
        sure=bool(row["sure"]),
        doubts=tuple(row["doubts"].split("; ")) if row["doubts"] else (),
        coarse=bool(row["coarse"]),
        runs=tuple(held.runs.get(row["id"], ())),
        elsewhere=held.elsewhere.get(row["id"], ()),
        also=tuple(held.others.get(row["id"], ())),
    )
