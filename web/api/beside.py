"""Operations on what stands beside the texts: claims, proposals, earlier instruments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from tracker.model import PrecedentFile
from tracker.store.records.borrowed import Borrowing
from tracker.store.records.uptakes import CHECKED, AuthorRow, MatchRow, told_chance
from web import shelf
from web.api import parameters as of
from web.api import texts
from web.api.operations import Answer, Asked, Operation, part, scope
from web.api.shapes import (
    COUNT,
    DATE,
    FLAG,
    NUMBER,
    SHARE,
    TEXT,
    Field,
    Many,
    Maybe,
    Shape,
)

_PASSAGE = Shape(
    "ClaimPassage",
    "Words that show what came of a check.",
    (
        Field("symbol", TEXT, "Of which draft.", lambda row: texts.symbol_of(row.draft_id)),
        Field("eid", TEXT, "In which provision."),
        Field("address", TEXT, "Its permanent address."),
        Field("field", TEXT, "In its heading or its text."),
        Field("status", TEXT, "`in brackets` or `struck out` where the words were not agreed."),
        Field("text", TEXT, "The words, with those around them.",
              lambda row: "".join(text for text, _ in row.segments)),
    ),
)  # fmt: skip
_CHECK = Shape(
    "ClaimCheck",
    "One thing that the texts were asked.",
    (
        Field("check", TEXT, "What was asked: `says`, `lacks`, `may_only`, …",
              lambda row: row.check.check),
        Field("words", Many(TEXT), "The phrases that were looked for.",
              lambda row: row.check.words),
        Field("found", TEXT, "What the texts at hand show: `holds`, `fails`, `cannot be told`."),
        Field("outcome", TEXT, "What they show of the official ones."),
        Field("why", TEXT, "Why, in a sentence."),
        Field("caveat", TEXT, "Why that is less."),
        Field("relies", Many(TEXT), "The symbols of the drafts on which it rests."),
        Field("evidence", Many(_PASSAGE), "The words."),
    ),
)  # fmt: skip
_PLACE = Shape(
    "ClaimPlace",
    "Where the provision stands in one draft.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("presence", TEXT, "`there`, `in another`, `possibly`, `not there`, `not covered`."),
        Field("number", TEXT, "Its number in words."),
        Field("address", TEXT, 'Its permanent address, `""` where it is not.'),
    ),
)
_CLAIM = Shape(
    "Claim",
    "What somebody says of a draft, and what the texts say of it.",
    (
        Field("place", COUNT, "Its place in the list, from 1.", lambda row: row.ordinal),
        Field("text", TEXT, "What is said.", lambda row: row.claim.text),
        Field("source", TEXT, "Who says it, and where.", lambda row: row.claim.source),
        Field("date", DATE, "When.", lambda row: row.claim.date),
        Field("symbol", TEXT, "Of which draft.", lambda row: row.claim.symbol),
        Field("eid", TEXT, "Of which provision; `\"\"` for the whole draft.",
              lambda row: row.claim.provision),
        Field("state", Maybe(TEXT), "`borne out`, `contradicted`, `in part`, `cannot be told`, "
              "`not settled`, …; `null` if nobody has looked."),
        Field("verdict", TEXT, "That in a sentence."),
        Field("reason", TEXT, "On what it rests."),
        Field("unsettled", TEXT, "What in it no text settles.", lambda row: row.claim.unsettled),
        Field("note", TEXT, "What else must be known of it.", lambda row: row.claim.note),
        Field("checks", Many(_CHECK), "What was checked."),
        Field("places", Many(_PLACE), "Where its provision stands in every draft."),
    ),
)  # fmt: skip

_PROPOSAL = Shape(
    "Proposal",
    "A change that somebody proposed.",
    (
        Field("id", TEXT, "Its id.", lambda row: row.proposal_id),
        Field("author", TEXT, "Who."),
        Field("date", DATE, "When."),
        Field("text", TEXT, "The words proposed."),
        Field("old_text", TEXT, "The words in whose place."),
        Field("aims_at", TEXT, "What it wants changed."),
        Field("source", TEXT, "Where it is from."),
    ),
)
_RUN = Shape(
    "MatchRun",
    "Words in a row that match.",
    (
        Field("start", COUNT, "Where they begin in the provision."),
        Field("end", COUNT, "Where they end."),
        Field("proposal_start", COUNT, "Where they begin in the proposal; of a deletion in its "
              "`old_text`."),
        Field("proposal_end", COUNT, "Where they end."),
    ),
)  # fmt: skip
_MATCH = Shape(
    "Match",
    "Words of a proposal that stand in a later draft. That words are the same does not say who had "
    "them from whom. Only the drafts that are here were compared: words may come from one between.",
    (
        Field("id", TEXT, "Its id."),
        Field("kind", TEXT, "`new words`, `new place`, `deletion`."),
        Field("proposal", _PROPOSAL, "The proposal."),
        Field("draft", texts.DRAFT_NAME, "The first draft that has the words; of a deletion the "
              "first that does not."),
        Field("provision", texts.PROVISION_NAME, "Where they stand."),
        Field("called", TEXT, "What that is called."),
        Field("matched", TEXT, "The words."),
        Field("words", COUNT, "How many."),
        Field("new_words", COUNT, "How many of them stood in no draft before that is here."),
        Field("share", SHARE, "The part of what the proposal would change."),
        Field("chance", NUMBER, f"How many such matches one would expect by chance, by an estimate "
              f"that was checked down to one in {CHECKED}: never less is given; `null` if that is "
              "beyond reckoning. It says little where `doubts` call the words few.",
              lambda row: told_chance(row.chance)),
        Field("sure", FLAG, "Whether it is more than a possibility."),
        Field("doubts", Many(TEXT), "What speaks against it."),
        Field("runs", Many(_RUN), "The words one after the other."),
        Field("also", Many(_PROPOSAL), "Other proposals with these words."),
    ),
)  # fmt: skip
_AUTHOR = Shape(
    "Author",
    "Who proposed, and how many of the proposals match.",
    (
        Field("author", TEXT, "Who."),
        Field("proposals", COUNT, "How many."),
        Field("surely", COUNT, "How many surely match words that came in."),
        Field("possibly", COUNT, "How many possibly do."),
        Field("surely_gone", COUNT, "How many surely match words that went."),
        Field("possibly_gone", COUNT, "How many possibly do."),
    ),
)


@dataclass(frozen=True)
class _Uptake:
    looked: bool
    authors: Sequence[AuthorRow]
    matches: Sequence[MatchRow]


_UPTAKE = Shape(
    "Proposals",
    "What of the proposals for a text stands in its drafts.",
    (
        Field("looked", FLAG, "Whether they were looked at."),
        Field("authors", Many(_AUTHOR), "Who proposed."),
        Field("matches", Many(_MATCH), "What came in first; the sure before the possible, the "
              "rarest first."),
    ),
)  # fmt: skip

_NAMED = Shape(
    "NamedProvision",
    "A provision with what it is called in print.",
    (
        Field("provision", texts.PROVISION_NAME, "The provision."),
        Field("called", TEXT, "What it is called."),
    ),
)
_PIECE = Shape(
    "BorrowedPiece",
    "What became of some words of an earlier instrument.",
    (
        Field("start", COUNT, "Where they begin in their provision."),
        Field("end", COUNT, "Where they end."),
        Field("became", TEXT, "`kept`, `left out`, `reworded`, `elsewhere`, `not counted`."),
        Field("words", COUNT, "How many."),
        Field("instead", TEXT, "What the draft has in their place."),
    ),
)
_PART = Shape(
    "BorrowedPart",
    "What became of a provision of an earlier instrument.",
    (
        Field("provision", texts.PROVISION_NAME, "The provision."),
        Field("text", TEXT, "Its words.", lambda row: row.provision.text),
        Field("called", TEXT, "What it is called."),
        Field("verdict", TEXT, "`same words`, `other words`, `in part`, `usual phrases`, `not "
              "taken over`."),
        Field("words", COUNT, "How many words it has."),
        Field("kept", COUNT, "How many of them the draft has."),
        Field("sure", FLAG, "Whether this is sure."),
        Field("pieces", Many(_PIECE), "Its words in order."),
        Field("into", Many(_NAMED), "The provisions of the draft that have them."),
    ),
)  # fmt: skip
_ARTICLE = Shape(
    "BorrowedArticle",
    "What became of an article of an earlier instrument.",
    (
        Field("provision", texts.PROVISION_NAME, "The article."),
        Field("called", TEXT, "What it is called."),
        Field("verdict", TEXT, "As of a part."),
        Field("words", COUNT, "How many words it has."),
        Field("kept", COUNT, "How many of them the draft has."),
        Field("sure", FLAG, "Whether this is sure."),
        Field("parts", Many(_PART), "Its parts."),
    ),
)
_LOST = Shape(
    "LostSafeguard",
    "Words that protect and did not come along.",
    (
        Field("provision", texts.PROVISION_NAME, "Where they stand."),
        Field("called", TEXT, "What that is called."),
        Field("text", TEXT, "The words of the provision.", lambda row: row.provision.text),
        Field("start", COUNT, "Where in it they begin."),
        Field("end", COUNT, "Where they end."),
        Field("matched", TEXT, "The words."),
        Field("whole", FLAG, "Whether nothing of the provision was taken over."),
        Field("instead", TEXT, "What the draft has in their place."),
        Field("sure", FLAG, "Whether this is sure."),
        Field("into", Many(_NAMED), "What has the rest of it."),
    ),
)
_PRECEDENT = Shape(
    "Precedent",
    "An earlier instrument.",
    (
        Field("title", TEXT, "What it is called."),
        Field("source", TEXT, "Where its file is from."),
    ),
)
_BORROWING = Shape(
    "Borrowing",
    "What the last draft has of one earlier instrument.",
    (
        Field("precedent", _PRECEDENT, "The instrument.", lambda row: row.file),
        Field("instrument", texts.DRAFT_NAME, "Its text, which can be asked for as a draft of the "
              "negotiation named here.", lambda row: row.precedent),
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("share_of_precedent", SHARE, "The part of its words that the draft has."),
        Field("share_of_draft", SHARE, "The part of the draft's words that are its."),
        Field("safeguards_looked_at", FLAG, "Whether words that protect were looked for."),
        Field("lost", Many(_LOST), "Those that did not come along."),
        Field("articles", Many(_ARTICLE), "Its articles."),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class _Borrowed:
    looked: bool
    borrowings: Sequence[Borrowing]
    missing: Sequence[PrecedentFile]


_BORROWED = Shape(
    "Borrowed",
    "What the last draft has of earlier instruments, and what it left out.",
    (
        Field("looked", FLAG, "Whether it was looked at."),
        Field("borrowings", Many(_BORROWING), "By instrument."),
        Field("missing", Many(_PRECEDENT), "Instruments whose files were not there."),
    ),
)


def _claims(asked: Asked) -> Answer:
    row = shelf.negotiation_or_404(asked["negotiation"])
    found = shelf.library().claims_judged(row.id)
    drafts = shelf.library().drafts(row.id)
    shown = url_for("claimed.claims", negotiation=row.id)
    return Answer(part(found, asked), drafts if found else (), len(found), shown)


def _proposals(asked: Asked) -> Answer:
    row = shelf.negotiation_or_404(asked["negotiation"])
    page = shelf.library().uptakes(row.id)
    author = asked["author"]
    if author and not any(one.author == author for one in page.authors):
        shelf.missing(f"There is no proposal of “{shelf.brief(author)}” in this negotiation.")
    found = [one for one in page.matches if author in ("", one.proposal.author)]
    told = _Uptake(page.analysed, page.authors, part(found, asked))
    drafts = shelf.library().drafts(row.id) if page.matches else ()
    shown = url_for("whose.proposals", negotiation=row.id, author=author or None)
    return Answer(told, drafts, len(found), shown)


def _borrowed(asked: Asked) -> Answer:
    here = scope(asked)
    page = shelf.library().borrowed(here.row.id)
    told = _Borrowed(page.analysed, page.borrowings, page.missing)
    drafts = [draft for one in page.borrowings for draft in (one.draft, one.precedent)]
    shown = url_for("borrowings.borrowed", negotiation=here.row.id)
    return Answer(told, drafts, page=shown)


OPERATIONS = (
    Operation(
        "claims", "/negotiations/{negotiation}/claims", "Beside the texts",
        "What others claim, and what the texts say of it",
        "Each claim with what was checked, what came of it and by which words.",
        (of.NEGOTIATION, *of.PAGING), Many(_CLAIM), _claims, {"negotiation": "negotiation"},
    ),
    Operation(
        "proposals", "/negotiations/{negotiation}/proposals", "Beside the texts",
        "Whose words: proposals that match later drafts",
        "Matches of words, with what speaks against each.",
        (of.NEGOTIATION, of.words("author", "Only the proposals of this author."), *of.PAGING),
        _UPTAKE, _proposals, {"negotiation": "negotiation", "limit": "few"},
    ),
    Operation(
        "borrowed", "/negotiations/{negotiation}/borrowed", "Beside the texts",
        "Borrowed language: what the last draft has of earlier instruments",
        "And which safeguards of theirs it left out.",
        (of.NEGOTIATION,), _BORROWED, _borrowed, {"negotiation": "negotiation"},
    ),
)  # fmt: skip
"""In the order of the description."""
