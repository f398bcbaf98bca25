"""Operations on words: a phrase, words in brackets, search."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from tracker.store.contests import Wanted
from tracker.store.phrase import Question
from tracker.store.records import NegotiationRow, ProvisionRow, SearchHit
from tracker.store.records.contests import ContestRow
from web import shelf
from web.api import parameters as of
from web.api import texts
from web.api.operations import Answer, Asked, Operation, scope
from web.api.shapes import COUNT, FLAG, TEXT, Field, Many, Maybe, Shape, Table, one_of
from web.wording.contests import OUTCOMES

# What could be the name of a provision: it has a number or an eId's underscores.
_NAME = re.compile(r"[0-9]|_|\b[IVXLCivxlc]+\b")
_LONGEST_NAME = 80

MOST_SEEN = 200
"""So many places in context one answer about a phrase holds."""

_PHRASE_COUNT = Shape(
    "PhraseCount",
    "How often a draft has the phrase.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("occurrences", COUNT, "How often it stands there."),
        Field("provisions", COUNT, "In how many provisions."),
        Field("came", COUNT, "How many of them did not have it before."),
        Field("left", COUNT, "How many that had it before do not any more."),
    ),
)
_STAY = Shape(
    "PhraseStay",
    "A time in which a provision had the phrase. Rounds count from 1.",
    (
        Field("entered", COUNT, "The round that brought it.", lambda row: row.entered + 1),
        Field("left", Maybe(COUNT), "The round that has it no more; `null` if none.",
              lambda row: None if row.left is None else row.left + 1),
        Field("began", TEXT, "How that came about: `first`, `seen`, `moved`, `back`, `added`, "
              "`new`."),
        Field("ended", TEXT, "How it ended: `moved`, `removed`, `gone`; `\"\"` if it has not."),
        Field("came_from", Many(TEXT), "Histories of provisions from which it came."),
        Field("went_to", Many(TEXT), "Histories of provisions to which it went."),
        Field("certain", FLAG, "Whether the links on which this hangs are sure."),
    ),
)  # fmt: skip
_PHRASE_ROW = Shape(
    "PhraseProvision",
    "A provision that has or had the phrase.",
    (
        Field("thread", TEXT, "The address of its history.", lambda row: row.thread_id),
        Field("provision", texts.PROVISION_NAME, "The last of its provisions that has it."),
        Field("states", Many(one_of("has", "lacks", "absent", "uncovered")), "By draft: it has the "
              "phrase, lacks it, is absent, or the document does not cover it.",
              lambda row: [one.state for one in row.cells]),
        Field("stays", Many(_STAY), "The times in which it had the phrase."),
    ),
)  # fmt: skip
_SEEN = Shape(
    "PhraseSeen",
    "The phrase in one place.",
    (
        Field("provision", texts.PROVISION_NAME, "Where."),
        Field("field", one_of("heading", "text"), "In the heading or the text."),
        Field("before", TEXT, "Words before it."),
        Field("found", TEXT, "The words as they stand."),
        Field("after", TEXT, "Words after it."),
    ),
)
_PHRASE = Shape(
    "Phrase",
    "What became of a phrase in all drafts of one language.",
    (
        Field("words", Many(TEXT), "Its words as they were looked for."),
        Field("stemmed", FLAG, "Whether other forms of the words were found too."),
        Field("unknown", Many(TEXT), "Words that no draft has."),
        Field("entered", Maybe(COUNT), "The first round that has it.",
              lambda row: None if row.entered is None else row.entered + 1),
        Field("left", Maybe(COUNT), "The first whole draft after the last that has it.",
              lambda row: None if row.left is None else row.left + 1),
        Field("counts", Many(_PHRASE_COUNT), "By draft."),
        Field("provisions", Many(_PHRASE_ROW), "The provisions, in the order of the text.",
              lambda row: row.rows),
        Field("seen", Many(_SEEN), "Its places in one draft, with the words around it; at most "
              f"{MOST_SEEN}."),
    ),
)  # fmt: skip

_CONTEST_NAME = Shape(
    "ContestName",
    "Who is named with words in brackets.",
    (
        Field("name", TEXT, "Who."),
        Field("wants", TEXT, '`""` to have the words, else `delete`, `retain`, …'),
    ),
)
_CONTEST_ROUND = Shape(
    "ContestRound",
    "A draft that marks the words.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("words", TEXT, "The words as it prints them."),
        Field("names", Many(_CONTEST_NAME), "Who is named there."),
    ),
)
_CONTEST = Shape(
    "Contest",
    "Words that drafts put in brackets, side by side as options, or under a proponent's name.",
    (
        Field("id", TEXT, "Its id."),
        Field("kind", TEXT, "`bracket`, `alternative` or `proponent`."),
        Field("label", TEXT, "That of an option."),
        Field("words", TEXT, "The words."),
        Field("provision", texts.PROVISION_NAME, "Where they stood when last marked."),
        Field("names", Many(_CONTEST_NAME), "All who were ever named."),
        Field("rounds", Many(_CONTEST_ROUND), "The drafts that mark them."),
        Field("entered", texts.DRAFT_NAME, "The draft in which the first of them stood first."),
        Field("again", FLAG, "Whether they had been in brackets before, and agreed since."),
        Field(
            "outcome",
            one_of(*OUTCOMES),
            "How it ended; `open` means still in brackets in the "
            "newest draft, `not covered` that no later document holds their place.",
        ),
        Field("resolved", Maybe(texts.DRAFT_NAME), "The draft that settled it."),
        Field("kept", TEXT, "What is left of words that were partly kept."),
        Field("instead", TEXT, "What stands in their place."),
        Field("certain", FLAG, "Whether they were followed along sure links alone."),
    ),
)


@dataclass(frozen=True)
class _Contests:
    looked: bool
    outcomes: Mapping[str, int]
    names: Mapping[str, int]
    contests: Sequence[ContestRow]


_CONTESTS = Shape(
    "Contests",
    "Words in brackets, the longest in brackets first.",
    (
        Field("looked", FLAG, "False where nobody has looked."),
        Field("outcomes", Table(COUNT, "By how they ended."), "All of the negotiation."),
        Field("names", Table(COUNT, "By who is named."), "All of the negotiation."),
        Field("contests", Many(_CONTEST), "Those that were asked for."),
    ),
)

_SEGMENTS = Many(
    Shape(
        "Segment",
        "A piece of a text.",
        (
            Field("text", TEXT, "The piece.", lambda one: one[0]),
            Field("found", FLAG, "Whether it is what was searched for.", lambda one: one[1]),
        ),
    )
)
_HIT = Shape(
    "SearchHit",
    "A provision that holds what was searched for.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("provision", texts.PROVISION_NAME, "The provision."),
        Field("number", _SEGMENTS, "Its number."),
        Field("heading", _SEGMENTS, "Its heading."),
        Field("snippet", _SEGMENTS, "Words around the place."),
    ),
)


@dataclass(frozen=True)
class _Search:
    text: str
    named: Sequence[ProvisionRow]
    hits: Sequence[SearchHit]


_SEARCH = Shape(
    "Search",
    "What holds the words.",
    (
        Field("text", TEXT, "What was searched for."),
        Field("named", Many(texts.PROVISION_NAME), "Provisions that are called so, one of each "
              "negotiation: of `article 21` the one of the newest draft that has it."),
        Field("hits", Many(_HIT), "Best first."),
    ),
)  # fmt: skip


def _phrase(asked: Asked) -> Answer:
    here = scope(asked)
    if asked["symbol"]:
        shelf.draft_or_404(here.row, asked["symbol"], here.language)
    question = Question(asked["q"], asked["stemmed"], asked["symbol"], MOST_SEEN)
    page = shelf.library().phrase(here.row.id, here.language, question) if here.drafts else None
    if page is None:
        shelf.missing("There is no draft here in which to look for a phrase.")
    shown = url_for(
        "phrase.phrase", negotiation=here.row.id, q=asked["q"], lang=here.lang,
        stemmed="1" if asked["stemmed"] else None,
    )  # fmt: skip
    return Answer(page, here.drafts, page=shown)


def _contests(asked: Asked) -> Answer:
    here = scope(asked)
    wanted = Wanted(asked["outcome"], asked["who"], asked["limit"], asked["offset"])
    page = shelf.library().contests(here.row.id, here.language, wanted)
    told = _Contests(False, {}, {}, ())
    if page is not None:
        if asked["who"] and asked["who"] not in page.names:
            who = shelf.brief(asked["who"])
            shelf.missing(f"There is nobody called “{who}” named with words in brackets here.")
        told = _Contests(True, page.outcomes, page.names, page.rows)
    shown = url_for(
        "contests.contests", negotiation=here.row.id, lang=here.lang,
        outcome=asked["outcome"] or None, who=asked["who"] or None,
    )  # fmt: skip
    return Answer(told, here.drafts, page.total if page else 0, shown)


def _search(asked: Asked) -> Answer:
    lib = shelf.library()
    known = {one.id: one for one in lib.negotiations()}
    chosen = asked["in"]
    if chosen and chosen not in known:
        shelf.missing(f"There is no negotiation called “{shelf.brief(chosen)}”.")
    result = lib.search(
        asked["q"],
        chosen or None,
        language=asked["language"] or None,
        limit=asked["limit"],
        offset=asked["offset"],
    )
    places = [known[chosen]] if chosen else list(known.values())
    named = _named(asked["q"], places) if not asked["offset"] else []
    drafts = {hit.draft.id: hit.draft for hit in result.hits}
    for row, one in named:
        found = lib.draft(row.id, texts.symbol_of(one.draft_id))
        drafts |= {found.id: found} if found else {}
    told = _Search(result.text, [one for _, one in named], result.hits)
    shown = url_for("searching.search", q=asked["q"], n=chosen or None)
    return Answer(told, list(drafts.values()), result.total, shown)


def _named(
    text: str, places: Sequence[NegotiationRow]
) -> list[tuple[NegotiationRow, ProvisionRow]]:
    """The provisions that people call `text`."""
    if len(text) > _LONGEST_NAME or not _NAME.search(text):
        return []
    found = ((one, shelf.library().resolve(one.id, text)) for one in places)
    return [(row, one) for row, one in found if one is not None]


OPERATIONS = (
    Operation(
        "phrase", "/negotiations/{negotiation}/phrase", "Words through all rounds",
        "A phrase through all rounds",
        "How often, in which provisions, when it came in and went out, in which words.",
        (of.NEGOTIATION, of.words("q", "The phrase.", required=True),
         of.flag("stemmed", "Whether other forms of the words count as well."),
         of.OF_DRAFT, of.LANGUAGE),
        _PHRASE, _phrase, {"negotiation": "negotiation", "q": "words"},
    ),
    Operation(
        "contests", "/negotiations/{negotiation}/contests", "Words through all rounds",
        "Words in brackets, and how it ended",
        "Who wanted them, for how many rounds, and whether they were kept, dropped or replaced.",
        (of.NEGOTIATION, of.LANGUAGE,
         of.choice("outcome", "Only those that ended so.", ("", *OUTCOMES)),
         of.words("who", "Only those with which this name stands."), *of.PAGING),
        _CONTESTS, _contests, {"negotiation": "negotiation", "limit": "few"},
    ),
)  # fmt: skip
"""In the order of the description."""

SEARCH = (
    Operation(
        "search", "/search", "Search",
        "Search in all texts",
        "Provisions that hold all words, and “phrases in quotation marks” as they stand. The name "
        "of a provision (`article 21`) leads to that as well.",
        (of.words("q", "What to look for.", required=True),
         of.Parameter("in", "query", of.NEGOTIATION.schema, "Only in the negotiation with this "
                      "id.", fits=of.NEGOTIATION.fits),
         of.LANGUAGE, *of.PAGING),
        _SEARCH, _search, {"q": "words", "limit": "few"},
    ),
)  # fmt: skip
"""The same, of all negotiations."""
