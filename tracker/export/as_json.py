"""A comparison as JSON, for programs.

In: a comparison. Out: UTF-8 with every link, its certainty, the hunks of its words, the provisions
of both drafts and the files they were read from with their hashes. `SHAPE` says what each key
holds; it travels in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from tracker.export import notice
from tracker.export.names import Names
from tracker.export.redline import both_texts
from tracker.export.remarks import Remarks
from tracker.model import Hunk
from tracker.store.records import ChangeRow, DraftRow, FindingRow, ProvisionRow
from tracker.store.records.drafts import SourceRow
from tracker.store.records.exports import Compared

VERSION = 1

SHAPE = {
    "notice": "what a reader must not overlook; empty if both texts are official and whole",
    "old, new": "the two drafts, the older first; `standing` says what the text is, `sources` are "
    "the files it was read from, `provisions` all its provisions in order with their own words",
    "counts": "of links by what became of them; so many of `inserted` and `deleted` as "
    "`not_covered` says are of what only one document covers, and neither new nor gone",
    "provisions[].marks": "what drafters put on the words from `start` to `end` of a field; words "
    "marked `struck` are in the text and shown as struck out in the draft itself",
    "changes": "one for each link between the drafts, in reading order",
    "changes[].relation": "same, renumbered, moved, split, merged, demoted, promoted; inserted and "
    "deleted have one end only",
    "changes[].old, .new": "eId of the provision in each draft, null where there is none",
    "changes[].score": "how sure the link is, 0 to 1; `certain` false means a guess of a program",
    "changes[].runner_up": "the next best partner, null if there is none",
    "changes[].covered": "false where one document covers only part of the text, so that what it "
    "lacks is neither new nor gone",
    "changes[].heading, .text": "hunks [operation, text]: equal and delete joined are the older "
    "words, equal and insert the newer; a split or merger shares them out among its links; of "
    "demoted and promoted they are the words with all that is inside",
    "changes[].coarse": "true where the texts were compared roughly",
    "changes[].findings": "what a reader should know, in sentences, with kind and certainty",
}


def comparison_json(compared: Compared) -> bytes:
    """The file; keys in the order of `SHAPE`."""
    return (json.dumps(as_data(compared), ensure_ascii=False, indent=1) + "\n").encode()


def as_data(compared: Compared) -> dict[str, Any]:
    """The same as values."""
    page = compared.page
    old, new = both_texts(page)
    remarks = Remarks(page, Names([*old, *new]))
    told: dict[str, list[FindingRow]] = {}
    for one in compared.findings:
        told.setdefault(one.link_id, []).append(one)
    counted = page.comparison
    return {
        "version": VERSION,
        "made_by": notice.MADE_BY,
        "reading_aid": notice.READING_AID,
        "notice": notice.with_findings(compared),
        "shape": SHAPE,
        "negotiation": {"id": compared.negotiation.id, "title": compared.negotiation.title},
        "old": _draft(page.old, compared.old_sources, old),
        "new": _draft(page.new, compared.new_sources, new),
        "counts": {
            **counted.counts,
            "reworded": counted.reworded,
            "words_deleted": counted.words_deleted,
            "words_inserted": counted.words_inserted,
            "not_covered": sum(not remarks.covered(row) for row in page.rows),
        },
        "changes": [_change(row, remarks, told.get(row.link_id, ())) for row in page.rows],
    }


def _draft(
    draft: DraftRow, sources: Iterable[SourceRow], provisions: Iterable[ProvisionRow]
) -> dict[str, Any]:
    return {
        "symbol": draft.symbol,
        "name": draft.name,
        "date": draft.date,
        "language": draft.language,
        "standing": draft.standing,
        "partial": draft.partial,
        "official_address": draft.official_address,
        "sources": [
            {
                "file": one.file_name,
                "format": one.format,
                "bytes": one.size_bytes,
                "sha256": one.sha256,
                "standing": one.standing,
                "address": one.address,
                "current": one.current,
            }
            for one in sources
        ],
        "provisions": [_provision(one, draft.id) for one in provisions],
    }


def _provision(one: ProvisionRow, draft_id: str) -> dict[str, Any]:
    return {
        "eid": one.eid,
        "kind": one.kind,
        "number": one.number,
        "heading": one.heading,
        "text": one.text,
        "parent": one.parent_id and one.parent_id[len(draft_id) + 1 :],
        "page": one.page,
        "address": one.address,
        "thread": one.thread_id,
        "function": one.legal_function,
        "marks": [
            {"kind": mark.kind, "field": mark.field, "start": mark.start, "end": mark.end,
             "printed": mark.printed, "by": mark.by, "how": mark.how}
            for mark in one.marks
        ],
    }  # fmt: skip


def _change(row: ChangeRow, remarks: Remarks, told: Sequence[FindingRow]) -> dict[str, Any]:
    runner_up = row.runner_up
    return {
        "id": row.link_id,
        "relation": row.relation,
        "old": row.old and row.old.eid,
        "new": row.new and row.new.eid,
        "certain": row.certain,
        "score": row.score,
        "evidence": list(row.evidence),
        "runner_up": runner_up
        and {"eid": runner_up.provision.eid, "draft": runner_up.provision.draft_id,
             "score": runner_up.score},
        "covered": remarks.covered(row),
        "decided": [
            {"action": one.action, "by": one.name, "date": one.date, "reason": one.reason}
            for one in row.decided
        ],
        "number_changed": row.number_changed,
        "words_deleted": row.words_deleted,
        "words_inserted": row.words_inserted,
        "coarse": row.coarse,
        "heading": _hunks(row.heading),
        "text": _hunks(row.text),
        "findings": [
            {"kinds": list(one.kinds), "sentence": one.sentence, "certain": one.certain,
             "why": one.why}
            for one in told
        ],
    }  # fmt: skip


def _hunks(hunks: Iterable[Hunk]) -> list[list[str]]:
    return [[one.operation, one.text] for one in hunks]
