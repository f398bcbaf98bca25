"""Operations: one provision through all rounds, and all of them as a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from tracker.store.records import ChangeRow, DraftRow, ThreadMember, ThreadPage, ThreadRound
from web import shelf
from web.api import changes, texts
from web.api import parameters as of
from web.api.operations import Answer, Asked, Operation, part, scope
from web.api.shapes import COUNT, DATE, FLAG, SHARE, TEXT, Field, Many, Maybe, Shape

_CLAIM = Shape(
    "ClaimBeside",
    "What somebody says of a provision.",
    (
        Field("text", TEXT, "What is said."),
        Field("source", TEXT, "Who says it, and where."),
        Field("date", DATE, "When."),
        Field("eid", TEXT, "Of which provision.", lambda row: row.provision),
    ),
)


def _rounds(page: ThreadPage) -> Iterator[ThreadRound]:
    """The rounds; that a draft does not have it yet is no absence."""
    there = False
    for one in page.rounds:
        there = there or bool(one.members)
        yield one if there else replace(one, absent=None)


def _linked(member: ThreadMember, rows: Sequence[Any]) -> list[changes.Linked]:
    if member.from_provision is None:
        return []
    return changes.linked(rows, member.from_provision.draft_id, member.provision.draft_id)


def _linked_ends(rows: Sequence[ChangeRow]) -> list[changes.Linked]:
    return [
        changes.Linked(one, one.old.draft_id, one.new.draft_id)
        for one in rows
        if one.old is not None and one.new is not None
    ]


_MEMBER = Shape(
    "ThreadMember",
    "The provision in one draft, and what changed in it since the draft before that has it.",
    (
        Field("provision", texts.PROVISION, "The provision."),
        Field("inside", Many(texts.PROVISION), "It and all that is inside it, in the order of the "
              "document.", lambda row: row.provisions),
        Field("comes_from", Maybe(texts.PROVISION_NAME), "What it was before; `null` for the "
              "first, unless that was split off.", lambda row: row.from_provision),
        Field("relation", Maybe(changes.RELATION), "What became of that."),
        Field("score", Maybe(SHARE), "How sure the link is."),
        Field("certain", FLAG, "False where one can only say “possibly”."),
        Field("evidence", Many(TEXT), "What speaks for the link."),
        Field("runner_up", Maybe(changes.RUNNER_UP), "The next best guess."),
        Field("rounds_missed", COUNT, "Drafts between the two that do not hold it."),
        Field("changed_words", Maybe(COUNT), "Words removed and added, in it and in all inside "
              "it."),
        Field("changes", Many(changes.CHANGE), "What changed in it and inside it.",
              lambda row: _linked(row, row.changes)),
        Field("moved_out", Many(changes.CHANGE), "Parts of it that stand elsewhere now.",
              lambda row: _linked(row, row.moved_out)),
        Field("findings", Many(changes.FINDING), "What a reader should know of the changes.",
              lambda row: _linked(row, row.findings)),
        Field("facts", Many(texts.FACT), "What is known of it."),
        Field("claims", Many(_CLAIM), "What others say of it."),
    ),
)  # fmt: skip
_INTO = Shape(
    "WordsElsewhere",
    "A provision that holds words of one that is no longer there by itself.",
    (
        Field("provision", texts.PROVISION_NAME, "The provision.", lambda row: row[0]),
        Field("certain", FLAG, "Whether that is sure.", lambda row: row[1]),
    ),
)
_ABSENT = Shape(
    "Absent",
    "That a draft does not have the provision any more.",
    (
        Field("certain", FLAG, "False where one can only say “possibly”."),
        Field("elsewhere", FLAG, "Whether at least half of its words stand in other provisions.",
              lambda row: row.went),
        Field("into", Many(_INTO), "These, as far as they are known."),
        Field("findings", Many(TEXT), "The sentences that tell it.",
              lambda row: [one.sentence for one in row.findings]),
    ),
)  # fmt: skip
_THREAD_ROUND = Shape(
    "ThreadRound",
    "One draft; without members the provision is not in it.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("members", Many(_MEMBER), "More than one where it was split."),
        Field(
            "absent",
            Maybe(_ABSENT),
            "That it is there no more, and how sure that is; `null` "
            "where it is there, was not yet, or the document covers only part of the text.",
        ),
    ),
)
_THREAD = Shape(
    "Thread",
    "One provision through all drafts of its language.",
    (
        Field("address", TEXT, "The address under which it is shown now: that of its first "
              "member. All others lead to it as well.", lambda row: row.id),
        Field("asked", texts.PROVISION_NAME, "The provision whose address was asked for."),
        Field("negotiation", TEXT, "The negotiation.", lambda row: row.negotiation_id),
        Field("language", TEXT, "The language."),
        Field("label", TEXT, "What it is called."),
        Field("kind", TEXT, "Its Akoma Ntoso element."),
        Field("is_article", FLAG, "Whether its number is the one that people cite."),
        Field("rounds_present", COUNT, "Drafts that hold it."),
        Field("rounds_missed", COUNT, "Drafts between these that do not."),
        Field("changed_words", COUNT, "Words removed and added through all rounds."),
        Field("rounds", Many(_THREAD_ROUND), "Every draft, in order.", lambda page: _rounds(page)),
        Field("became", Many(changes.CHANGE), "Into which other provisions its words went in the "
              "end.", lambda page: _linked_ends(page.became)),
    ),
)  # fmt: skip

_CELL = Shape(
    "GridCell",
    "A provision in one draft.",
    (
        Field("address", TEXT, "Its permanent address."),
        Field("number", TEXT, "Its number."),
        Field("heading", TEXT, "Its heading."),
        Field("legal_function", TEXT, "Its legal job."),
        Field("relation", Maybe(changes.RELATION), "What became of what it was before."),
        Field("certain", FLAG, "Whether that is sure."),
        Field("rounds_missed", COUNT, "Drafts since then that do not hold it."),
        Field("changed_words", Maybe(COUNT), "Words removed and added since then."),
    ),
)
_ROW = Shape(
    "GridRow",
    "A provision through all drafts.",
    (
        Field("thread", TEXT, "The address of its history.", lambda row: row.thread_id),
        Field("label", TEXT, "What it is called."),
        Field("kind", TEXT, "Its Akoma Ntoso element."),
        Field("is_article", FLAG, "Whether its number is the one that people cite."),
        Field("depth", COUNT, "How deep it stands."),
        Field("changed_words", COUNT, "Words removed and added through all rounds."),
        Field("cells", Many(Many(_CELL)), "For each draft its provisions: none where it is not "
              "there, several where it was split."),
    ),
)  # fmt: skip
_GRID = Shape(
    "Grid",
    "All provisions by round.",
    (
        Field("drafts", Many(texts.DRAFT_NAME), "The columns."),
        Field("rows", Many(_ROW), "In the reading order of the newest draft."),
    ),
)


@dataclass(frozen=True)
class _RoundFindings:
    draft: DraftRow
    comes_from: str | None
    findings: Sequence[changes.Linked]


_ROUND_FINDINGS = Shape(
    "FindingsOfRound",
    "What a reader should know of what a round changed in a provision.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("comes_from", Maybe(TEXT), "The symbol of the draft that it is held against."),
        Field("findings", Many(changes.FINDING), "The findings, the most telling first."),
    ),
)


def _page_of(address: str) -> ThreadPage:
    found = shelf.library().thread(address)
    return found or shelf.missing(
        f"There is no provision with the address “{shelf.brief(address)}”."
    )


def _told(page: ThreadPage) -> list[DraftRow]:
    return [one.draft for one in page.rounds if one.members]


def _thread(asked: Asked) -> Answer:
    page = _page_of(asked["address"])
    return Answer(page, _told(page), page=url_for("provisions.thread", address=page.id))


def _thread_findings(asked: Asked) -> Answer:
    page = _page_of(asked["address"])
    rows = [
        _RoundFindings(
            one.draft,
            texts.symbol_of(member.from_provision.draft_id) if member.from_provision else None,
            _linked(
                member,
                [found for found in member.findings if asked["kind"] in ("", *found.kinds)],
            ),
        )
        for one in page.rounds
        for member in one.members
    ]
    found = [one for one in rows if one.findings]
    return Answer(found, _told(page), page=url_for("provisions.thread", address=page.id))


def _grid(asked: Asked) -> Answer:
    here = scope(asked)
    grid = shelf.library().threads(
        here.row.id, here.language, articles_only=asked["show"] == "articles"
    )
    told = type(grid)(grid.drafts, tuple(part(grid.rows, asked)))
    page = url_for("grid.grid", negotiation=here.row.id, lang=here.lang)
    return Answer(told, here.drafts, len(grid.rows), page)


OPERATIONS = (
    Operation(
        "grid", "/negotiations/{negotiation}/grid", "One provision through all rounds",
        "All provisions by round",
        "One row a provision, one column a draft: its number, its legal job, how much changed.",
        (of.NEGOTIATION, of.LANGUAGE,
         of.choice("show", "`articles` leaves out what stands inside articles.",
                   ("articles", "all"), "articles"),
         *of.PAGING),
        _GRID, _grid, {"negotiation": "negotiation", "limit": "few"},
    ),
    Operation(
        "thread", "/threads/{address}", "One provision through all rounds",
        "The story of a provision",
        "Its words in every draft, what changed each time, how sure the links are and what the "
        "next best guess would be.",
        (of.THREAD,), _THREAD, _thread, {"address": "address"},
    ),
    Operation(
        "thread_findings", "/threads/{address}/findings", "One provision through all rounds",
        "What changed in a provision, in sentences",
        "By round; rounds in which nothing of the kind changed are left out.",
        (of.THREAD, changes.OPERATIONS[1].parameters[4]), Many(_ROUND_FINDINGS), _thread_findings,
        {"address": "address"},
    ),
)  # fmt: skip
"""In the order of the description."""
