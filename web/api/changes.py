"""Operations: two drafts compared, and what a reader should know of that.

In: links with their words, findings. Out: their shapes, which the histories of provisions use too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from tracker.model import RELATIONS
from tracker.store.keys import comparison_key
from tracker.store.records import ChangeRow, ComparisonPage, DraftRow, FindingRow
from web import shelf
from web.api import parameters as of
from web.api import texts
from web.api.operations import Answer, Asked, Operation, Scope, pair, part, scope
from web.api.shapes import (
    ADDRESS,
    COUNT,
    DATE,
    FLAG,
    SHARE,
    TEXT,
    Field,
    Many,
    Maybe,
    Shape,
    Table,
    one_of,
)
from web.changes import pairs
from web.changes.card_address import card_url
from web.changes.findings import Said, counted
from web.terms import plain

RELATION = one_of(*RELATIONS)

HUNK = Shape(
    "Hunk",
    "One run of words that stayed, went or came. The `equal` and `delete` hunks joined are the "
    "older text, the `equal` and `insert` ones the newer.",
    (
        Field("operation", one_of("equal", "delete", "insert"), "What happened to the words."),
        Field("text", TEXT, "The words, with their white space."),
        Field("light", one_of("", "trivial", "numbering"), "`trivial`: prints the same otherwise "
              "(quotation marks, spelling, layout); `numbering`: a reference that only follows a "
              "new number. Neither is a change of substance."),
    ),
)  # fmt: skip
RUNNER_UP = Shape(
    "RunnerUp",
    "The next best guess.",
    (
        Field("provision", texts.PROVISION_NAME, "The provision."),
        Field("score", SHARE, "How sure that link would have been."),
    ),
)
_DECIDED = Shape(
    "DecisionOnLink",
    "What a person decided of a link.",
    (
        Field("action", one_of("accept", "reject", "add"), "What."),
        Field("name", TEXT, "Who."),
        Field("date", DATE, "When."),
        Field("reason", TEXT, "Why."),
    ),
)


@dataclass(frozen=True)
class Linked:
    """A change or a finding with the two drafts, by their ids, between which it lies."""

    row: ChangeRow | FindingRow
    old_draft: str
    new_draft: str

    def __getattr__(self, name: str) -> object:
        return getattr(self.row, name)

    @property
    def card(self) -> str:
        """Its permanent address."""
        return card_url(self.row, self.old_draft, self.new_draft)


def linked(
    rows: Iterable[ChangeRow] | Iterable[FindingRow], old_draft: str, new_draft: str
) -> list[Linked]:
    """Changes or findings, each with its permanent address."""
    return [Linked(one, old_draft, new_draft) for one in rows]


@dataclass(frozen=True)
class _Hunk:
    operation: str
    text: str
    light: str


def _hunks(row: ChangeRow, field: str) -> list[_Hunk]:
    held = row.heading if field == "heading" else row.text
    return [
        _Hunk(one.operation, one.text, row.light.get((field, place), ""))
        for place, one in enumerate(held)
    ]


CHANGE = Shape(
    "Change",
    "What became of one provision between two drafts: a link with its words. `old` is `null` for "
    "what is in the newer draft only, `new` for what is in the older one only.",
    (
        Field("id", TEXT, "The id of the link.", lambda row: row.link_id),
        Field("card", ADDRESS, "Its page, under an address that stays good, to cite and embed."),
        Field("relation", RELATION, "What became of it."),
        Field("score", SHARE, "How sure the link is, 0 to 1."),
        Field("certain", FLAG, "False where one can only say “possibly”."),
        Field("evidence", Many(TEXT), "What speaks for the link."),
        Field("runner_up", Maybe(RUNNER_UP), "The next best partner."),
        Field("old", Maybe(texts.PROVISION_NAME), "The provision of the older draft."),
        Field("new", Maybe(texts.PROVISION_NAME), "The provision of the newer draft."),
        Field("heading", Many(HUNK), "Its heading.", lambda row: _hunks(row, "heading")),
        Field("text", Many(HUNK), "Its words; if it was demoted or promoted, with all that is "
              "inside it.", lambda row: _hunks(row, "text")),
        Field("words_deleted", COUNT, "Words removed."),
        Field("words_inserted", COUNT, "Words added."),
        Field("number_changed", FLAG, "Whether its number is another."),
        Field("heading_changed", FLAG, "Whether its heading is."),
        Field("text_changed", FLAG, "Whether its text is."),
        Field("only_light", FLAG, "Whether its words differ in nothing of substance."),
        Field("coarse", FLAG, "Whether the texts were too long or too different for a comparison "
              "word by word."),
        Field("decided", Many(_DECIDED), "What people decided of the link."),
    ),
)  # fmt: skip

_WORDS = Shape(
    "FindingWords",
    "Words that show a finding.",
    (
        Field("side", one_of("old", "new"), "Of which of the two drafts."),
        Field("symbol", TEXT, "Its symbol.",
              lambda row: texts.symbol_of(row.provision_id.rpartition("#")[0])),
        Field("eid", TEXT, "In which provision.", lambda row: row.provision_id.rpartition("#")[2]),
        Field("field", TEXT, "In its `heading`, its `text` or its `number`."),
        Field("start", Maybe(COUNT), "Where they begin; `null` where they stand in several."),
        Field("end", Maybe(COUNT), "Where they end."),
        Field("text", TEXT, "The words."),
    ),
)  # fmt: skip
FINDING = Shape(
    "Finding",
    "What changed, in one sentence.",
    (
        Field("change", TEXT, "The id of the change that it is of.", lambda row: row.link_id),
        Field("card", ADDRESS, "Its page, under an address that stays good, to cite and embed."),
        Field("kind", one_of(*plain.FINDINGS), "Of which kind it is."),
        Field("label", TEXT, "The kind in plain words.", lambda row: Said(row).label),
        Field("also", Many(TEXT), "Further kinds of the same change."),
        Field("sentence", TEXT, "The sentence. Where it is not certain, it says so."),
        Field("certain", FLAG, "Whether it holds without a “possibly”."),
        Field("why", TEXT, "Why it is not certain."),
        Field("covered", FLAG, "False where one document covers only part of the text, so that "
              "what came or went may only not be in it."),
        Field("first", FLAG, "Whether it is among the ten to see first."),
        Field("thread", Maybe(TEXT), "The address of the provision's history.",
              lambda row: row.thread_id),
        Field("changes", Many(TEXT), "All changes of which the same is told.",
              lambda row: row.places),
        Field("words", Many(_WORDS), "The words that show it."),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class _Comparison:
    old: DraftRow
    new: DraftRow
    page: ComparisonPage
    changes: Sequence[Linked]


@dataclass(frozen=True)
class _Findings:
    old: DraftRow
    new: DraftRow
    looked: bool
    counts: Mapping[str, int]
    findings: Sequence[Linked]


_COMPARISON = Shape(
    "Comparison",
    "Two drafts compared.",
    (
        Field("old", texts.DRAFT_NAME, "The older draft."),
        Field("new", texts.DRAFT_NAME, "The newer draft."),
        Field("numbers", texts.COMPARED, "In numbers.", lambda told: told.page.comparison),
        Field("changes", Many(CHANGE), "What became of each provision, in the reading order of the "
              "newer draft; what is gone stands where it stood."),
    ),
)  # fmt: skip
_FINDINGS = Shape(
    "Findings",
    "What a reader should know of the changes between two drafts, the most telling first.",
    (
        Field("old", texts.DRAFT_NAME, "The older draft."),
        Field("new", texts.DRAFT_NAME, "The newer draft."),
        Field("looked", FLAG, "False where the drafts were not looked at: none are told for "
              "another reason than that nothing changed."),
        Field("counts", Table(COUNT, "By kind; a finding of several kinds counts in each."),
              "How many findings there are."),
        Field("findings", Many(FINDING), "The findings."),
    ),
)  # fmt: skip


def _address(endpoint: str, here: Scope, ends: pairs.Pair, kind: str = "") -> str:
    return url_for(
        endpoint,
        negotiation=here.row.id,
        old=ends[0].symbol,
        new=ends[1].symbol,
        lang=here.lang,
        kind=kind or None,
    )


def _comparison(asked: Asked) -> Answer:
    here = scope(asked)
    old, new = ends = pair(here, asked, pairs.last_two)
    page = shelf.library().comparison(old.id, new.id)
    if page is None:
        shelf.missing("There is no comparison of these two drafts in the database.")
    rows = page.rows
    if asked["show"] == "changes":
        rows = tuple(row for row in rows if row.changed)
    shown = linked(part(rows, asked), old.id, new.id)
    told = _Comparison(old, new, page, shown)
    return Answer(told, ends, len(rows), _address("compare.compare", here, ends))


def _findings(asked: Asked) -> Answer:
    here = scope(asked)
    old, new = ends = pair(here, asked, pairs.first_and_last)
    kind = asked["kind"]
    page = shelf.library().findings(comparison_key(old.id, new.id))
    rows = [one for one in page.findings if not kind or kind in one.kinds]
    shown = linked(part(rows, asked), old.id, new.id)
    told = _Findings(old, new, page.looked, counted(page.findings), shown)
    return Answer(told, ends, len(rows), _address("found.changes", here, ends, kind))


OPERATIONS = (
    Operation(
        "comparison", "/negotiations/{negotiation}/comparison", "What changed",
        "Two drafts compared, provision by provision",
        "Every link between the two with its words, how sure it is and what the next best guess "
        "would be. Any two drafts of a language can be compared; between the last two whole ones "
        "if none are named. The older comes first, whichever is called `old`.",
        (of.NEGOTIATION, *of.PAIR,
         of.choice("show", "`changes` leaves out what did not change.", ("changes", "all"),
                   "changes"),
         *of.PAGING),
        _COMPARISON, _comparison,
        {"negotiation": "negotiation", "old": "old", "new": "new", "limit": "few"},
    ),
    Operation(
        "findings", "/negotiations/{negotiation}/findings", "What changed",
        "What changed between two drafts, in sentences",
        "Findings of a kind or of all, each with the words that show it. Between the first and "
        "the last whole draft if none are named.",
        (of.NEGOTIATION, *of.PAIR,
         of.choice("kind", "Only findings of this kind.", ("", *plain.FINDINGS)),
         *of.PAGING),
        _FINDINGS, _findings,
        {"negotiation": "negotiation", "kind": "kind", "limit": "few"},
    ),
)  # fmt: skip
"""In the order of the description."""
