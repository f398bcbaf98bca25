"""Operations: negotiations, drafts and their provisions, each word with its place in its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from tracker.model import Fact, Story
from tracker.store.records import (
    DraftReport,
    DraftRow,
    NegotiationRow,
    ProvisionRow,
    RoundRow,
    SourceRow,
)
from tracker.store.records.traces import TraceRow, Traces
from web import shelf
from web.api import parameters as of
from web.api import texts
from web.api.operations import Answer, Asked, Operation, part, scope
from web.api.shapes import COUNT, SHARE, TEXT, Field, Many, Maybe, Shape
from web.reading import places


@dataclass(frozen=True)
class _Round:
    row: RoundRow
    facts: Sequence[Fact]


@dataclass(frozen=True)
class _Story:
    story: Story
    address: str | None


@dataclass(frozen=True)
class _One:
    negotiation: NegotiationRow
    language: str
    rounds: Sequence[_Round]
    stories: Sequence[_Story]


@dataclass(frozen=True)
class _Draft:
    draft: DraftRow
    report: DraftReport
    facts: Sequence[Fact]


@dataclass(frozen=True)
class _Traced:
    """A provision with where its words were read."""

    row: ProvisionRow
    traces: Traces

    def __getattr__(self, name: str) -> object:
        return getattr(self.row, name)

    @property
    def read_from(self) -> Sequence[TraceRow]:
        return self.traces.provisions.get(self.row.id, ())

    @property
    def marks_read_from(self) -> Sequence[Sequence[TraceRow]]:
        known = self.traces.marks
        return [known.get((self.row.id, place), ()) for place in range(len(self.row.marks))]


@dataclass(frozen=True)
class _Provisions:
    draft: DraftRow
    source: SourceRow | None
    provisions: Sequence[_Traced]


_ROUND = Shape(
    "Round",
    "A draft in its order, and what changed since the one before.",
    (
        Field("draft", texts.DRAFT, "The draft.", lambda told: told.row.draft),
        Field("provisions", COUNT, "How many provisions it has.",
              lambda told: told.row.provisions),
        Field("articles", COUNT, "How many of them are articles.", lambda told: told.row.articles),
        Field("since_before", Maybe(texts.COMPARED), "`null` for the first.",
              lambda told: told.row.since_before),
        Field("facts", Many(texts.FACT), "What is said of the round."),
    ),
)  # fmt: skip
_STORY = Shape(
    "Story",
    "One thing to see in a negotiation.",
    (
        Field("title", TEXT, "What it is called.", lambda told: told.story.title),
        Field("text", TEXT, "What there is to see.", lambda told: told.story.text),
        Field("symbol", TEXT, "The draft in which the provision is named.",
              lambda told: told.story.symbol),
        Field("eid", TEXT, "The provision.", lambda told: told.story.provision),
        Field("address", Maybe(TEXT), "Its permanent address; `null` if it is not there."),
    ),
)  # fmt: skip
_ONE = Shape(
    "NegotiationWithRounds",
    "A negotiation with its rounds in order and the stories to start from.",
    (
        Field("negotiation", texts.NEGOTIATION, "The negotiation."),
        Field("language", TEXT, "The language of the rounds told here."),
        Field("rounds", Many(_ROUND), "Its drafts in the order of their dates."),
        Field("stories", Many(_STORY), "What there is to see in it."),
    ),
)
_SHARE = Shape(
    "ReadingShare",
    "A place in which characters of the file ended.",
    (
        Field("place", TEXT, "Its short name."),
        Field("label", TEXT, "What it is called.", lambda row: places.title_of(row.place)),
        Field("characters", COUNT, "Visible characters."),
        Field("share", SHARE, "The part of all visible characters of the file."),
    ),
)
_DRAFT = Shape(
    "DraftWithReading",
    "A draft with the files it was read from, and how that went.",
    (
        Field("draft", texts.DRAFT, "The draft."),
        Field("sources", Many(texts.SOURCE), "Its files, the current one first.",
              lambda told: told.report.sources),
        Field("reading", Many(_SHARE), "Where every visible character of the file went.",
              lambda told: told.report.shares),
        Field("warnings", Many(TEXT), "What a reader of the text must know.",
              lambda told: told.report.warnings),
        Field("errors", Many(TEXT), "Faults of our reading.", lambda told: told.report.errors),
        Field("unplaced", Many(TEXT), "Passages that could not be placed.",
              lambda told: [one.text for one in told.report.unplaced]),
        Field("facts", Many(texts.FACT), "What is said of the round."),
    ),
)  # fmt: skip
_TRACED = texts.PROVISION.also(
    "ProvisionWithSource",
    "A provision with its words, and where each of them was read.",
    Field("read_from", Many(texts.TRACE), "Where its characters stand in the source. What none "
          "covers is white space where the source breaks a line or a page."),
    Field("marks_read_from", Many(Many(texts.TRACE)), "By mark, where the words stand that it "
          "has printed."),
)  # fmt: skip
_PROVISIONS = Shape(
    "ProvisionsOfDraft",
    "Provisions of a draft in the order of the document.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("source", Maybe(texts.SOURCE), "The file to which pages and offsets refer."),
        Field("provisions", Many(_TRACED), "The provisions."),
    ),
)


def _negotiations(asked: Asked) -> Answer:
    rows = shelf.library().negotiations()
    shown = part(rows, asked)
    return Answer(
        shown, total=len(rows), page=url_for("negotiations.home"), negotiations=list(shown)
    )


def _negotiation(asked: Asked) -> Answer:
    here = scope(asked)
    lib = shelf.library()
    facts = lib.facts(here.row.id)
    rounds = [
        _Round(one, facts.get(one.draft.symbol, ())) for one in lib.rounds(here.row.id, here.lang)
    ]
    stories = []
    for one in lib.stories(here.row.id):
        found = shelf.story_provision(here.row, one)
        stories.append(_Story(one, found.address if found else None))
    told = _One(here.row, here.language, rounds, stories)
    return Answer(told, here.drafts, page=texts.negotiations_html(here.row, here.lang))


def _drafts(asked: Asked) -> Answer:
    here = scope(asked)
    page = texts.negotiations_html(here.row, here.lang)
    return Answer(part(here.drafts, asked), here.drafts, len(here.drafts), page)


def _draft(asked: Asked) -> Answer:
    row = shelf.negotiation_or_404(asked["negotiation"], beside=True)
    draft = shelf.draft_or_404(row, asked["symbol"], asked["language"] or None)
    report = shelf.library().report(draft.id) or shelf.missing("There is no report of this draft.")
    facts = shelf.library().facts(row.id, draft.symbol).get(draft.symbol, [])
    page = url_for("drafts.draft", negotiation=row.id, symbol=draft.symbol, lang=draft.language)
    return Answer(_Draft(draft, report, facts), [draft], page=page)


def _provisions(asked: Asked) -> Answer:
    row = shelf.negotiation_or_404(asked["negotiation"], beside=True)
    draft = shelf.draft_or_404(row, asked["symbol"], asked["language"] or None)
    lib = shelf.library()
    found = lib.provisions(draft.id)
    report = lib.report(draft.id)
    shown = part(found, asked)
    traces = lib.traces(one.id for one in shown)
    current = next((one for one in report.sources if one.current), None) if report else None
    page = url_for("drafts.draft", negotiation=row.id, symbol=draft.symbol, lang=draft.language)
    told = _Provisions(draft, current, [_Traced(one, traces) for one in shown])
    return Answer(told, [draft], len(found), page)


OPERATIONS = (
    Operation(
        "negotiations", "/negotiations", "Negotiations and drafts",
        "All negotiations",
        "Every negotiation in this collection, by id.",
        of.PAGING, Many(texts.NEGOTIATION), _negotiations,
    ),
    Operation(
        "negotiation", "/negotiations/{negotiation}", "Negotiations and drafts",
        "One negotiation",
        "What it is about, its rounds in order with what changed in each, what is known of them, "
        "and the stories to start from.",
        (of.NEGOTIATION, of.LANGUAGE), _ONE, _negotiation, {"negotiation": "negotiation"},
    ),
    Operation(
        "drafts", "/negotiations/{negotiation}/drafts", "Negotiations and drafts",
        "The drafts of a negotiation",
        "In the order of their dates.",
        (of.NEGOTIATION, of.LANGUAGE, *of.PAGING), Many(texts.DRAFT), _drafts,
        {"negotiation": "negotiation"},
    ),
    Operation(
        "draft", "/negotiations/{negotiation}/draft", "Negotiations and drafts",
        "One draft, and how it was read",
        "The files it was read from with their hashes, where every character of the file went, "
        "what could not be placed, what a reader must know.",
        (of.NEGOTIATION, of.SYMBOL, of.LANGUAGE), _DRAFT, _draft,
        {"negotiation": "negotiation", "symbol": "new"},
    ),
    Operation(
        "provisions", "/negotiations/{negotiation}/provisions", "Negotiations and drafts",
        "The text of a draft",
        "Every provision with its words, the marks of the drafters, and the page and offset of "
        "the source at which each word was read.",
        (of.NEGOTIATION, of.SYMBOL, of.LANGUAGE, *of.PAGING), _PROVISIONS, _provisions,
        {"negotiation": "negotiation", "symbol": "new", "limit": "few"},
    ),
)  # fmt: skip
"""In the order of the description."""
