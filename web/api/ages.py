"""Operations on the age of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from tracker.store.records import DraftRow, ProvisionRow
from tracker.store.records.ages import WordAges, WordCohort, WordPassage, WordThread
from web import shelf
from web.api import parameters as of
from web.api import texts
from web.api.operations import Answer, Asked, Operation, pair, part, scope
from web.api.shapes import COUNT, FLAG, TEXT, Field, Many, Maybe, Shape, Table, one_of
from web.changes import pairs

_LIFE = Shape(
    "Life",
    "A time in which words stood.",
    (
        Field("entered", COUNT, "The round in which they came in."),
        Field("left", Maybe(COUNT), "The first round without them; `null` if they stand to the "
              "end."),
    ),
)  # fmt: skip
_RUN = Shape(
    "WordRun",
    "Words in a row that have one history.",
    (
        Field("field", one_of("heading", "text"), "Of the heading or the text."),
        Field("start", COUNT, "Where they begin."),
        Field("end", COUNT, "Where they end."),
        Field("words", COUNT, "How many they are."),
        Field("lives", Many(_LIFE), "When they stood; several if they were gone and came back."),
        Field("certain", FLAG, "Whether every link by which they came here is sure."),
    ),
)


@dataclass(frozen=True)
class _Aged:
    provision: ProvisionRow
    runs: Sequence[object]


_AGED = Shape(
    "AgedProvision",
    "A provision with the age of each of its words.",
    (
        Field("provision", texts.PROVISION, "The provision."),
        Field("runs", Many(_RUN), "Its words."),
    ),
)
_GONE = Shape(
    "DeletedWords",
    "Words that the draft no longer has.",
    (
        Field("provision", texts.PROVISION_NAME, "Where they stood last."),
        Field("text", TEXT, "The words."),
        Field("entered", COUNT, "The round in which they came in.", lambda row: row.run.entered),
        Field("printed", COUNT, "The last round that prints them."),
        Field("left", COUNT, "The round that deleted them."),
        Field("back", Maybe(COUNT), "The round that brought them back."),
        Field("certain", FLAG, "Whether their history is sure.", lambda row: row.run.certain),
    ),
)


@dataclass(frozen=True)
class _Words:
    thread: WordThread
    draft: DraftRow
    ages: WordAges | None

    @property
    def provisions(self) -> list[_Aged]:
        if self.ages is None:
            return []
        return [_Aged(one, self.ages.runs.get(one.id, ())) for one in self.ages.provisions]


_WORDS = Shape(
    "WordAges",
    "The age of every word of a provision in one draft.",
    (
        Field("thread", TEXT, "The address of its history.", lambda told: told.thread.id),
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("looked", FLAG, "False where nobody has looked.",
              lambda told: told.ages is not None),
        Field("provisions", Many(_AGED), "It and all inside it."),
        Field("deleted", Many(_GONE), "What was deleted from it up to that draft.",
              lambda told: told.ages.deleted if told.ages else ()),
    ),
)  # fmt: skip

_COHORT = Shape(
    "WordCohort",
    "The words that came in with one round.",
    (
        Field("entered", COUNT, "The round."),
        Field("words", COUNT, "How many."),
        Field("standing", Table(COUNT, "By round."), "How many of them stand in each."),
    ),
)
_PASSAGE = Shape(
    "WordPassage",
    "Words that came back, or were changed and changed back.",
    (
        Field("kind", one_of("left and came back", "came in and left"), "Which of the two."),
        Field("provision", texts.PROVISION_NAME, "Where they stand."),
        Field("text", TEXT, "The words."),
        Field("words", COUNT, "How many.", lambda row: row.run.words),
        Field("first", COUNT, "The round that changed them."),
        Field("second", COUNT, "The round that changed them back."),
        Field("certain", FLAG, "Whether that is sure.", lambda row: row.run.certain),
        Field("partial", FLAG, "Whether one of the documents covers only part of the text."),
    ),
)


@dataclass(frozen=True)
class _Survival:
    drafts: Sequence[DraftRow]
    cohorts: Sequence[WordCohort]
    came_back: Sequence[WordPassage]


_SURVIVAL = Shape(
    "WordSurvival",
    "What is left of each round's words.",
    (
        Field("drafts", Many(texts.DRAFT_NAME), "The rounds."),
        Field("cohorts", Many(_COHORT), "By the round in which words came in."),
        Field("came_back", Many(_PASSAGE), "Words that were gone and are back."),
    ),
)


@dataclass(frozen=True)
class _Between:
    old: DraftRow
    new: DraftRow
    passages: Sequence[WordPassage]


_BETWEEN = Shape(
    "ChangedBack",
    "What was changed between two drafts and changed back before the second.",
    (
        Field("old", texts.DRAFT_NAME, "The older draft."),
        Field("new", texts.DRAFT_NAME, "The newer draft."),
        Field("passages", Many(_PASSAGE), "The words."),
    ),
)


def _words(asked: Asked) -> Answer:
    lib = shelf.library()
    thread = lib.word_thread(asked["address"])
    if thread is None:
        shelf.missing(f"There is no provision with the address “{shelf.brief(asked['address'])}”.")
    symbol = asked["symbol"]
    holding = [one for one in thread.drafts if one.id in thread.members]
    draft = next((one for one in reversed(holding) if symbol in ("", one.symbol)), None)
    if draft is None:
        shelf.missing(f"There is no such provision in a draft “{shelf.brief(symbol)}”.")
    ages = lib.word_ages(draft, [one.id for one in thread.members[draft.id]])
    page = url_for("word_ages.provision", address=thread.id, draft=draft.symbol)
    return Answer(_Words(thread, draft, ages), thread.drafts, page=page)


def _survival(asked: Asked) -> Answer:
    here = scope(asked)
    lib = shelf.library()
    back = lib.words_back(here.drafts)
    told = _Survival(here.drafts, lib.word_cohorts(here.row.id, here.language), part(back, asked))
    page = url_for("word_ages.negotiation", negotiation=here.row.id, lang=here.lang)
    return Answer(told, here.drafts, len(back), page)


def _between(asked: Asked) -> Answer:
    here = scope(asked)
    old, new = pair(here, asked, pairs.first_and_last)
    found = shelf.library().words_changed_back(here.drafts, old, new)
    page = url_for(
        "word_ages.negotiation",
        negotiation=here.row.id, old=old.symbol, new=new.symbol, lang=here.lang,
    )  # fmt: skip
    return Answer(_Between(old, new, part(found, asked)), here.drafts, len(found), page)


OPERATIONS = (
    Operation(
        "thread_words", "/threads/{address}/words", "One provision through all rounds",
        "The age of every word of a provision",
        "In which round each word came in, what was deleted, what came back.",
        (of.THREAD, of.OF_DRAFT), _WORDS, _words, {"address": "address"},
    ),
    Operation(
        "words", "/negotiations/{negotiation}/words", "Words through all rounds",
        "What is left of each round's words",
        "How many words of each round stand in every later draft; which were gone and came back.",
        (of.NEGOTIATION, of.LANGUAGE, *of.PAGING), _SURVIVAL, _survival,
        {"negotiation": "negotiation", "limit": "few"},
    ),
    Operation(
        "words_changed_back", "/negotiations/{negotiation}/words/changed-back",
        "Words through all rounds",
        "What was changed and changed back",
        "Between two drafts; between the first and the last whole one if none are named.",
        (of.NEGOTIATION, *of.PAIR, *of.PAGING), _BETWEEN, _between,
        {"negotiation": "negotiation", "limit": "few"},
    ),
)  # fmt: skip
"""In the order of the description."""
