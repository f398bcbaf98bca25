"""What kinds of provisions, of marks and of places of a source are called in plain English.

In: the short names of the data (`longTitle`, `proponent`, `running-head`). Out: the words that a
reader sees, for one and for several, and counts in words. One table each for the command line and
the viewer, so that both call a thing the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from tracker.model import Mark, MarkKind

OPTION = "option"
"""A container that holds one of several wordings on the table."""

PROVISIONS: dict[str, tuple[str, str]] = {
    OPTION: (OPTION, "options"),
    "point": ("point like (a)", "points like (a)"),
    "subparagraph": ("subparagraph", "subparagraphs"),
    "hcontainer": ("part", "parts"),
    "container": ("part", "parts"),
    "blockContainer": ("block", "blocks"),
    "tblock": ("titled block", "titled blocks"),
    "alinea": ("unnumbered paragraph", "unnumbered paragraphs"),
    "p": ("paragraph", "paragraphs"),
    "longTitle": ("title", "titles"),
    "docTitle": ("title", "titles"),
    "preface": ("opening note", "opening notes"),
    "preamble": ("preamble", "preambles"),
    "formula": ("opening formula", "opening formulas"),
    "citation": ("reference", "references"),
    "intro": ("opening words", "opening words"),
    "wrapUp": ("closing words", "closing words"),
    "conclusions": ("closing words", "closing words"),
    "attachment": ("annex", "annexes"),
    "annex": ("annex", "annexes"),
    "appendix": ("appendix", "appendices"),
    "crossHeading": ("heading", "headings"),
    "quotedStructure": ("quoted provision", "quoted provisions"),
    "transitional": ("transitional provision", "transitional provisions"),
}
"""One and several; a kind that is not here is plain English already."""

MARKS: dict[MarkKind, tuple[str, str]] = {
    "bracket": ("passage in brackets", "passages in brackets"),
    "alternative": ("alternative wording", "alternative wordings"),
    "agreed": ("passage called agreed or pending", "passages called agreed or pending"),
    "proponent": ("proposal with a name", "proposals with a name"),
    "struck": ("passage struck out", "passages struck out"),
    "added": ("passage added", "passages added"),
    "bold": ("passage in bold or italic letters", "passages in bold or italic letters"),
    "note": ("note or footnote sign", "notes or footnote signs"),
    "recovered": ("passage with recovered letters", "passages with recovered letters"),
    "ocr": ("passage read from a picture", "passages read from pictures"),
}

PLACES: dict[str, tuple[str, str]] = {
    "number": ("numbers of provisions", "The numbers of articles, paragraphs and points."),
    "heading": ("headings of provisions", "The headings of chapters and articles."),
    "text": ("text of provisions", "What the provisions say."),
    "mark": (
        "drafters' remarks beside the text",
        "Words about the text, such as “agreed ad referendum” or the name of whoever proposed it.",
    ),
    "running-head": ("running heads and feet", "Lines repeated at the top or foot of pages."),
    "page-number": ("page numbers", "The numbers of the pages, wherever they are printed."),
    "line-number": ("line numbers", "Numbers beside the lines, by which a bill is quoted."),
    "symbol": ("document symbols", "The number under which the organisation files the document."),
    "distribution": (
        "lines about the document",
        "To whom it goes, its date and the language it was written in, as its head says.",
    ),
    "origin": (
        "notes on where words come from",
        "What the institutions' own program writes under words that they agreed.",
    ),
    "job-number": ("printer's numbers", "By which the printing office knows its jobs."),
    "production-line": ("printer's lines", "Notes of the printing office at the edge of pages."),
    "bar-code": ("bar codes", "For the machines of the printing office."),
    "endorsement": (
        "endorsements",
        "Calendar numbers, dates and names that a house prints on the back or front of a bill.",
    ),
    "footnote": ("footnotes", "Notes at the foot of the page; their numbers stay in the text."),
    "comment": ("comments", "Remarks in the margin that somebody put on the file."),
    "side-note": ("side notes", "Notes that are printed beside the text."),
    "explanatory-note": (
        "explanatory notes",
        "What the text is meant to do, in the words of those who drafted it; no part of it.",
    ),
    "contents": ("tables of contents", "They repeat headings that stand in the text."),
    "cover": ("cover and opening notes", "What comes before the text itself begins."),
    "rule": ("drawn lines", "Lines drawn with dashes or the like."),
    "repeated-number": ("numbers printed again", "A number that the file prints a second time."),
    "row-number": ("row numbers", "Numbers of the rows of a table."),
    "column-title": ("titles of columns", "They say which text a column of the table holds."),
    "outside-table": (
        "text outside the tables",
        "Between or behind tables of which each column is a text; it is in none of these.",
    ),
    "other-layer": (
        "other texts in the same file",
        "The file holds several texts in one, such as a bill before and after changes. This is "
        "what belongs to the others only.",
    ),
    "hyphen": ("hyphens at the ends of lines", "They join the halves of a word cut by the line."),
    "unplaced": ("not placed", "Text that our rules could not place. It is listed below."),
    "lost": ("lost", "A fault of ours: characters of the file that are nowhere in this reading."),
    "counted-twice": ("counted twice", "A fault of ours: characters that stand in two places."),
}
"""The places in which the characters of a source end, provisions first and faults last: what they
are called, and what they are. Those between are the kinds of furniture."""


class Marked(Protocol):
    """A provision, in the model or in the store."""

    @property
    def kind(self) -> str: ...

    @property
    def marks(self) -> tuple[Mark, ...]: ...


def is_option(provision: Marked) -> bool:
    """Whether a container is one of several wordings on the table."""
    return provision.kind == "hcontainer" and any(
        mark.kind == "alternative" and mark.how for mark in provision.marks
    )


def counted(provisions: Iterable[Marked]) -> str:
    """Provisions by kind in words, the commonest first.

    >>> from tracker.model import Provision
    >>> counted([Provision("art_1", "article"), Provision("art_2", "article"),
    ...          Provision("longTitle", "longTitle")])
    '2 articles, 1 title'
    >>> counted([])
    'none'
    """
    kinds = Counter(OPTION if is_option(one) else one.kind for one in provisions)
    by_words: Counter[tuple[str, str]] = Counter()
    for kind, count in kinds.items():
        by_words[PROVISIONS.get(kind) or (kind, f"{kind}s")] += count
    return _listed(sorted(by_words.items(), key=lambda one: (-one[1], one[0])))


def marks_counted(counts: Sequence[tuple[MarkKind, int]]) -> str:
    """Marks by kind in words, in the order given.

    >>> marks_counted([("bracket", 67), ("proponent", 1)])
    '67 passages in brackets, 1 proposal with a name'
    """
    return _listed([(MARKS[kind], count) for kind, count in counts])


def _listed(counts: Sequence[tuple[tuple[str, str], int]]) -> str:
    said = (f"{count:,} {words[count != 1]}" for words, count in counts)
    return ", ".join(said) or "none"
