"""Shapes of negotiations, drafts and provisions.

In: rows of the store. Out: what stands of them in answers. A provision that is only spoken of is a
`ProvisionName`, one whose words are told a `Provision`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from tracker.model import NOT_OFFICIAL, Mark
from tracker.store.records import DraftRow, NegotiationRow, ProvisionRow
from tracker.store.records.traces import TraceRow
from web.api.shapes import (
    ADDRESS,
    COUNT,
    DATE,
    FLAG,
    SHARE,
    TEXT,
    WHOLE,
    Field,
    Many,
    Maybe,
    Shape,
    Table,
    one_of,
)

_UNDATED = "0001-01-01"
"""Stands in the database for the date of a text of which nobody said when it is from."""

STANDING = one_of("official", "paraphrase", "reconstruction", "unstated")


def _html(row: DraftRow) -> str:
    return url_for(
        "drafts.draft", negotiation=row.negotiation_id, symbol=row.symbol, lang=row.language
    )


def symbol_of(draft_id: str) -> str:
    """The symbol of a draft, of its id.

    >>> symbol_of("moon:A/1/Rev.2@en")
    'A/1/Rev.2'
    """
    return draft_id.rpartition("@")[0].partition(":")[2]


def official(standings: Iterable[str]) -> bool | None:
    """Whether texts of these standings are official; None where nobody said so of some.

    >>> official(["official"]), official(["official", "unstated"])
    (True, None)
    >>> official(["unstated", "paraphrase"])
    False
    """
    known = set(standings)
    if known & set(NOT_OFFICIAL):
        return False
    return None if "unstated" in known else True


def _day(date: str) -> str:
    return "" if date == _UNDATED else date


DRAFT_NAME = Shape(
    "DraftName",
    "A draft that is spoken of.",
    (
        Field("negotiation", TEXT, "The negotiation's id.", lambda row: row.negotiation_id),
        Field("symbol", TEXT, "The symbol of the document, as printed."),
        Field("language", TEXT, "Its language, as ISO 639-1 has it."),
        Field("round", COUNT, "Its place among the drafts of its language, from 1, by date. It "
              "changes when an earlier draft is added; the symbol does not.",
              lambda row: row.position),
        Field("name", TEXT, "What people call it."),
        Field("date", DATE, "By which the drafts are ordered; `\"\"` if nobody said.",
              lambda row: _day(row.date)),
        Field("partial", FLAG, "Whether the document covers only part of the text, so that what "
              "it lacks is not thereby gone."),
        Field("standing", STANDING, "What the text is: as issued, a paraphrase, pieced together, "
              "or nobody said."),
        Field("official", Maybe(FLAG), "False for a paraphrase or a reconstruction: never quote "
              "that as the draft. `null` where nobody said what the text is.",
              lambda row: official([row.standing])),
    ),
)  # fmt: skip

DRAFT = DRAFT_NAME.also(
    "Draft",
    "A draft without its provisions.",
    Field("title", TEXT, "The title that the text gives itself."),
    Field("date_printed", TEXT, "The date as it is told to people, such as `mid-2023`.",
          lambda row: _day(row.date_printed)),
    Field("session", TEXT, "The session of the round."),
    Field("place", TEXT, "Where that was held."),
    Field("convention", TEXT, "The drafting convention by which it was read."),
    Field("official_address", ADDRESS, "Where the official document is."),
    Field("words", COUNT, "How many words its provisions have.", lambda row: row.word_count),
    Field("unplaced_share", SHARE, "The part of the file's characters that no provision holds and "
          "nothing explains."),
    Field("layer", TEXT, "Which of several texts in one file it is; `\"\"` if there is one."),
    Field("html", ADDRESS, "The page of the draft.", _html),
)  # fmt: skip

SOURCE = Shape(
    "Source",
    "A file that a draft was read from.",
    (
        Field("file_name", TEXT, "Its name."),
        Field("sha256", TEXT, "The SHA-256 of its bytes, in hexadecimal."),
        Field("format", TEXT, "The reader's name for it: `pdf`, `docx`, …"),
        Field("size_bytes", COUNT, "Its size."),
        Field("standing", STANDING, "What the file is."),
        Field("address", ADDRESS, "Where the official file is."),
        Field("current", FLAG, "False for a file that another one took the place of."),
    ),
)

PROVISION_NAME = Shape(
    "ProvisionName",
    "A provision that is spoken of: in one draft, under one number.",
    (
        Field("address", TEXT, "Its permanent address; leads to its history."),
        Field("thread", Maybe(TEXT), "The address under which its history is shown now.",
              lambda row: row.thread_id),
        Field("symbol", TEXT, "The draft that it is of.", lambda row: symbol_of(row.draft_id)),
        Field("eid", TEXT, "Where it stands in that draft, as Akoma Ntoso has it: "
              "`art_21__para_2`."),
        Field("kind", TEXT, "Its Akoma Ntoso element: `article`, `paragraph`, `recital`, …"),
        Field("number", TEXT, "Its number as printed, `\"\"` where there is none."),
        Field("heading", TEXT, "Its heading."),
    ),
)  # fmt: skip

TRACE = Shape(
    "Trace",
    "Where characters were read: `field[at : at + end - start]` is `page_text[start:end]`. Offsets "
    "are half-open and count Unicode code points; pages count from 1.",
    (
        Field("field", one_of("number", "heading", "text", "printed"), "Of which text."),
        Field("at", COUNT, "Where in that text."),
        Field("page", COUNT, "The page of the source; 1 where its format has no pages."),
        Field("start", COUNT, "Where on the page it begins."),
        Field("end", COUNT, "And where it ends."),
    ),
)

_MARK = Shape(
    "MarkOfDrafters",
    "What drafters put on words: brackets, alternatives, who wants them, whether they are agreed.",
    (
        Field("kind", TEXT, "`bracket`, `alternative`, `agreed`, `proponent`, `struck`, `added`, "
              "`bold`, `note`; `recovered` and `ocr` are the reader's own doubts."),
        Field("field", one_of("text", "heading", "num"), "On which text."),
        Field("start", WHOLE, "Where in it the mark begins."),
        Field("end", WHOLE, "And where it ends."),
        Field("words", TEXT, "The words between."),
        Field("printed", TEXT, "The mark's own words, where they are no part of the text."),
        Field("by", TEXT, "Who proposed it or made the change; several joined by `; `."),
        Field("date", DATE, "When, as the file says."),
        Field("how", TEXT, "What the mark was read from, or what it says."),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Marked:
    """A mark with the words that it is on."""

    mark: Mark
    words: str
    sources: Sequence[TraceRow] = ()

    def __getattr__(self, name: str) -> object:
        return getattr(self.mark, name)


def _marks(row: ProvisionRow) -> list[Marked]:
    held = {"text": row.text, "heading": row.heading, "num": row.number}
    return [Marked(one, held[one.field][one.start : one.end]) for one in row.marks]


PROVISION = PROVISION_NAME.also(
    "Provision",
    "A provision with its words.",
    Field("place", COUNT, "Its place in the draft, from 1.", lambda row: row.ordinal),
    Field("depth", COUNT, "How deep it stands: 0 for the outermost."),
    Field("parent", Maybe(TEXT), "The eid of the provision that it stands in.",
          lambda row: row.parent_id.rpartition("#")[2] if row.parent_id else None),
    Field("is_article", FLAG, "Whether its number is the one that people cite."),
    Field("text", TEXT, "Its own words, without those of the provisions inside it."),
    Field("page", Maybe(COUNT), "The page of the source on which it begins."),
    Field("legal_function", TEXT, "Its legal job, such as `offence` or `safeguard`; `other` for "
          "none that the rules know, `unclear` where they cannot tell."),
    Field("function_evidence", TEXT, "What told the job."),
    Field("words", COUNT, "How many words it has.", lambda row: row.word_count),
    Field("marks", Many(_MARK), "What drafters put on its words.", _marks),
)  # fmt: skip

NEGOTIATION = Shape(
    "Negotiation",
    "A text under negotiation, through all its rounds.",
    (
        Field("id", TEXT, "Its id."),
        Field("title", TEXT, "Its title."),
        Field("summary", TEXT, "What it is about."),
        Field("language", TEXT, "Its own language."),
        Field("languages", Many(TEXT), "The languages of its drafts."),
        Field("drafts", COUNT, "How many drafts there are.", lambda row: row.draft_count),
        Field("first_date", DATE, "The date of the first.", lambda row: _day(row.first_date)),
        Field("last_date", DATE, "The date of the last.", lambda row: _day(row.last_date)),
        Field("standings", Many(STANDING), "What its texts are."),
        Field("official", Maybe(FLAG), "False if one of its drafts is a paraphrase or a "
              "reconstruction, `null` where nobody said what one is.",
              lambda row: official(row.standings)),
        Field("notice", TEXT, "What a reader of its texts must be told."),
        Field("html", ADDRESS, "Its page.",
              lambda row: url_for("negotiations.negotiation", negotiation=row.id)),
    ),
)  # fmt: skip

FACT = Shape(
    "Fact",
    "A sentence about a round or a provision.",
    (
        Field("text", TEXT, "The sentence."),
        Field("sure", one_of("A", "B", "S", "C"), "`A` read in the text or on an official page, "
              "`B` from a secondary source, `S` stated by an advocacy document, `C` recalled and "
              "not checked."),
        Field("eid", TEXT, "The provision that it is about, `\"\"` for the whole round.",
              lambda row: row.provision),
        Field("source", TEXT, "Where it is from."),
    ),
)  # fmt: skip

RELATION_COUNTS = Table(
    COUNT,
    "How many provisions are `same`, `renumbered`, `moved`, `split`, `merged`, `demoted`, "
    "`promoted`, `inserted`, `deleted`.",
)
COMPARED = Shape(
    "ComparisonInNumbers",
    "Two drafts compared, in numbers. Where one of them is partial, what is `inserted` or "
    "`deleted` may only not be covered.",
    (
        Field("counts", RELATION_COUNTS, "By what became of the provisions."),
        Field("reworded", COUNT, "Linked provisions whose words changed."),
        Field("words_deleted", COUNT, "Words removed."),
        Field("words_inserted", COUNT, "Words added."),
    ),
)


def negotiations_html(row: NegotiationRow, lang: str | None) -> str:
    """The page of a negotiation."""
    return url_for("negotiations.negotiation", negotiation=row.id, lang=lang)
