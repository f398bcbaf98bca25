"""What the places are called in which the characters of a file end.

In: the short names of the data (`running-head`). Out: the words of `tracker.kinds` for them, so
that the command line and the viewer call them the same, in the language of the interface.

>>> from tracker import kinds
>>> {name: (str(title), str(meaning)) for name, (title, meaning) in PLACES.items()} == kinds.PLACES
True
"""

from __future__ import annotations

from web.translation import later

PLACES: dict[str, tuple[str, str]] = {
    "number": (
        later("numbers of provisions"),
        later("The numbers of articles, paragraphs and points."),
    ),
    "heading": (
        later("headings of provisions"),
        later("The headings of chapters and articles."),
    ),
    "text": (
        later("text of provisions"),
        later("What the provisions say."),
    ),
    "mark": (
        later("drafters' remarks beside the text"),
        later(
            "Words about the text, such as “agreed ad referendum” or the name of whoever "
            "proposed it."
        ),
    ),
    "running-head": (
        later("running heads and feet"),
        later("Lines repeated at the top or foot of pages."),
    ),
    "page-number": (
        later("page numbers"),
        later("The numbers of the pages, wherever they are printed."),
    ),
    "line-number": (
        later("line numbers"),
        later("Numbers beside the lines, by which a bill is quoted."),
    ),
    "symbol": (
        later("document symbols"),
        later("The number under which the organisation files the document."),
    ),
    "distribution": (
        later("lines about the document"),
        later("To whom it goes, its date and the language it was written in, as its head says."),
    ),
    "origin": (
        later("notes on where words come from"),
        later("What the institutions' own program writes under words that they agreed."),
    ),
    "job-number": (
        later("printer's numbers"),
        later("By which the printing office knows its jobs."),
    ),
    "production-line": (
        later("printer's lines"),
        later("Notes of the printing office at the edge of pages."),
    ),
    "bar-code": (
        later("bar codes"),
        later("For the machines of the printing office."),
    ),
    "endorsement": (
        later("endorsements"),
        later(
            "Calendar numbers, dates and names that a house prints on the back or front of a bill."
        ),
    ),
    "footnote": (
        later("footnotes"),
        later("Notes at the foot of the page; their numbers stay in the text."),
    ),
    "comment": (
        later("comments"),
        later("Remarks in the margin that somebody put on the file."),
    ),
    "side-note": (
        later("side notes"),
        later("Notes that are printed beside the text."),
    ),
    "explanatory-note": (
        later("explanatory notes"),
        later("What the text is meant to do, in the words of those who drafted it; no part of it."),
    ),
    "contents": (
        later("tables of contents"),
        later("They repeat headings that stand in the text."),
    ),
    "cover": (
        later("cover and opening notes"),
        later("What comes before the text itself begins."),
    ),
    "rule": (
        later("drawn lines"),
        later("Lines drawn with dashes or the like."),
    ),
    "repeated-number": (
        later("numbers printed again"),
        later("A number that the file prints a second time."),
    ),
    "row-number": (
        later("row numbers"),
        later("Numbers of the rows of a table."),
    ),
    "column-title": (
        later("titles of columns"),
        later("They say which text a column of the table holds."),
    ),
    "outside-table": (
        later("text outside the tables"),
        later("Between or behind tables of which each column is a text; it is in none of these."),
    ),
    "other-layer": (
        later("other texts in the same file"),
        later(
            "The file holds several texts in one, such as a bill before and after changes. "
            "This is what belongs to the others only."
        ),
    ),
    "hyphen": (
        later("hyphens at the ends of lines"),
        later("They join the halves of a word cut by the line."),
    ),
    "unplaced": (
        later("not placed"),
        later("Text that our rules could not place. It is listed below."),
    ),
    "lost": (
        later("lost"),
        later("A fault of ours: characters of the file that are nowhere in this reading."),
    ),
    "counted-twice": (
        later("counted twice"),
        later("A fault of ours: characters that stand in two places."),
    ),
}
"""By the short name: what it is called, and what it is."""
