"""Threads as pages.

In: a connection and a thread. Out: `ThreadPage`, one provision through all drafts of its language.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tracker.model import Claim, Fact
from tracker.store import findings
from tracker.store.absences import of_threads, with_absences
from tracker.store.comparing import rows_from, rows_within
from tracker.store.keys import comparison_key
from tracker.store.records import (
    ChangeRow,
    DraftRow,
    ProvisionRow,
    ThreadMember,
    ThreadPage,
    ThreadRound,
)
from tracker.store.records.absences import Absence, Absent
from tracker.store.records.findings import FindingRow
from tracker.store.rows import drafts, provisions_by_id, sentences, subtree, thread_at
from tracker.store.ways import decisions_on, differences_on


def thread_page(conn: sqlite3.Connection, address: str) -> ThreadPage | None:
    """The thread to which an address leads, None if there is none."""
    found = thread_at(conn, address)
    if found is None:
        return None
    rounds = drafts(
        conn, "negotiation_id = ? AND language = ?", (found["negotiation_id"], found["language"])
    )
    members: dict[str, list[ThreadMember]] = {}
    for row in conn.execute(
        "SELECT * FROM thread_members WHERE thread_id = ? ORDER BY ordinal", (found["id"],)
    ).fetchall():
        draft = next(one for one in rounds if one.id == row["draft_id"])
        members.setdefault(draft.id, []).append(_member(conn, draft, row))
    members = _told(conn, members)
    last = [member for one in rounds for member in members.get(one.id, ())][-1]
    own = [member.provision.id for some in members.values() for member in some]
    return ThreadPage(
        id=found["id"],
        negotiation_id=found["negotiation_id"],
        language=found["language"],
        label=found["label"],
        kind=found["kind"],
        is_article=bool(found["is_article"]),
        asked=provisions_by_id(conn, [found["asked"]])[found["asked"]],
        rounds=_rounds(conn, rounds, members),
        rounds_present=found["rounds_present"],
        rounds_missed=found["rounds_missed"],
        changed_words=found["changed_words"],
        became=_became(conn, rounds, last.provision),
        decisions=decisions_on(conn, own),
        differences=differences_on(conn, own),
        all_of=_all_of(conn, last.provision),
    )


def _rounds(
    conn: sqlite3.Connection,
    rounds: Sequence[DraftRow],
    members: Mapping[str, Sequence[ThreadMember]],
) -> tuple[ThreadRound, ...]:
    """Every draft, with what is to be said of those that have it no more."""
    lives = [members[one.id][-1].provision.id if one.id in members else "" for one in rounds]
    told = {rounds[at].id: one for (_, at), one in of_threads(conn, rounds, {"": lives}).items()}
    named = {one for each in told.values() for one, _ in each.into}
    there = provisions_by_id(conn, sorted(named)) if named else {}
    found = _sentences(conn, told.values())
    absent = {
        draft: Absent(
            one.certain,
            one.went,
            tuple((there[end], certain) for end, certain in one.into),
            found.get(one.told, ()),
        )
        for draft, one in told.items()
    }
    return tuple(
        ThreadRound(one, tuple(members.get(one.id, ())), absent.get(one.id)) for one in rounds
    )


def _sentences(
    conn: sqlite3.Connection, told: Iterable[Absence]
) -> dict[str, tuple[FindingRow, ...]]:
    found = findings.of_links(conn, {one.told for one in told if one.told})
    return {link: tuple(some) for link, some in found.items()}


def _all_of(conn: sqlite3.Connection, provision: ProvisionRow) -> ProvisionRow | None:
    """What a provision is all the text of, if that is told of by itself."""
    if provision.parent_id is None:
        return None
    inside = subtree(conn, provision.parent_id)
    beside = [one for one in inside if one.parent_id == provision.parent_id]
    outer = inside[0]
    own = outer.text.strip() or len(beside) > 1 or outer.thread_id == provision.thread_id
    return None if own else outer


def _told(
    conn: sqlite3.Connection, members: Mapping[str, Sequence[ThreadMember]]
) -> dict[str, list[ThreadMember]]:
    """The members with the findings that are told of their changes."""
    rows = [row.link_id for some in members.values() for one in some for row in one.changes]
    found = findings.of_links(conn, rows)
    told: dict[str, list[ThreadMember]] = {}
    for draft, some in members.items():
        for one in some:
            of = {f.link_id: f for row in one.changes for f in found.get(row.link_id, ())}
            ranked = sorted(of.values(), key=lambda finding: finding.rank)
            told.setdefault(draft, []).append(replace(one, findings=tuple(ranked)))
    return told


def _became(
    conn: sqlite3.Connection, rounds: Sequence[DraftRow], last: ProvisionRow
) -> tuple[ChangeRow, ...]:
    following = [draft.id for draft in rounds]
    following = following[following.index(last.draft_id) + 1 :]
    if not following:
        return ()
    rows = rows_from(conn, comparison_key(last.draft_id, following[0]), last)
    return tuple(row for row in rows if row.new is not None)


def _member(conn: sqlite3.Connection, draft: DraftRow, row: sqlite3.Row) -> ThreadMember:
    inside = subtree(conn, row["provision_id"])
    before = subtree(conn, row["from_provision_id"]) if row["from_provision_id"] else []
    changes: list[ChangeRow] = []
    moved_out: list[ChangeRow] = []
    if before:
        compared = comparison_key(before[0].draft_id, draft.id)
        changes, moved_out = rows_within(conn, compared, before, inside)
        changes = with_absences(conn, compared, changes)
    itself = next((one for one in changes if _joins(one, before[0], inside[0])), None)
    eids = json.dumps([provision.eid for provision in inside])
    return ThreadMember(
        provision=inside[0],
        provisions=tuple(inside),
        from_provision=before[0] if before else None,
        relation=row["relation"],
        score=row["link_score"],
        certain=itself.certain if itself else not before,
        evidence=sentences(row["evidence"]),
        runner_up=itself.runner_up if itself else None,
        rounds_missed=row["rounds_missed"],
        changed_words=row["changed_words"],
        changes=tuple(changes),
        moved_out=tuple(moved_out),
        facts=_facts(conn, draft, eids),
        claims=_claims(conn, draft, eids),
    )


def _joins(row: ChangeRow, old: ProvisionRow, new: ProvisionRow) -> bool:
    return row.old == old and row.new == new


def _facts(conn: sqlite3.Connection, draft: DraftRow, eids: str) -> tuple[Fact, ...]:
    found = conn.execute(
        "SELECT text, sure, provision_eid, source FROM facts WHERE negotiation_id = ? "
        "AND symbol = ? AND provision_eid IN (SELECT value FROM json_each(?)) ORDER BY ordinal",
        (draft.negotiation_id, draft.symbol, eids),
    )
    return tuple(Fact(*row) for row in found)


def _claims(conn: sqlite3.Connection, draft: DraftRow, eids: str) -> tuple[Claim, ...]:
    found = conn.execute(
        "SELECT provision_eid, text, source, date, symbol FROM claims WHERE negotiation_id = ? "
        "AND symbol = ? AND provision_eid IN (SELECT value FROM json_each(?)) ORDER BY ordinal",
        (draft.negotiation_id, draft.symbol, eids),
    )
    return tuple(Claim(*row) for row in found)
