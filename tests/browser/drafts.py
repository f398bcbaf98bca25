"""Drafts with marks, in two rounds each, for the pages that show them: made-up texts only.

`ferries`: the golden consolidated document as PDF and as Word file (with who made which change),
then its text one round on, with a page that nobody could place. `bells`: the golden Arabic text,
then one with a word changed and words in brackets.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.golden.make import FOLDER
from tracker import pipeline
from tracker.ingesters import About
from tracker.model import Draft, Furniture, Mark, Negotiation
from tracker.read import read
from tracker.store import open_database
from tracker.texts import draft_of

FERRIES = About("ferries", "A/FERRY.7/2031/4", "2031-05-07", standing="official")
BELLS = About("bells", "B/BELL/1", "2031-02-03", "ar", standing="official")
PRINT, LATER, LATER_BELLS = "A/FERRY.7/2031/4/Print", "A/FERRY.7/2032/1", "B/BELL/2"

_ONE_ROUND_ON = (
    ("boat1", "boat"),
    ("ownsanswers", "answers"),
    ("forbidhinder", "hinder"),
    ("bridgesBridges", "Bridges"),
    ("inspectorolder", "older"),
    ("[in every season] (Aldova, Brecony)", "in every season"),
    ("[shall [, within its means,]]", "shall [, within its means – Corvane,]"),
    ("[Option 1: every hour] [Option 2: whenever three people wait]", "[every hour]"),
    ("the oars for more than ten hours", "the oars for more than nine hours"),
    ("Each Party shall", "[Each] Party shall"),
)
_STRAY = "Ferry house, second floor\nhands to be washed"


def make(database: Path) -> None:
    """Build the database."""
    folder = database.parent
    first = draft_of(FOLDER / "consolidated.docx", FERRIES)
    about = replace(FERRIES, symbol=PRINT, date="2031-05-08")
    printed = draft_of(FOLDER / "consolidated.pdf", about)
    about = replace(FERRIES, symbol=LATER, date="2032-02-11")
    later = draft_of(_later(folder / "later.txt"), about, first.convention)
    bells = (FOLDER / "bells.ar.txt").read_text(encoding="utf-8")
    (folder / "bells.txt").write_text(bells.replace("مرتين", "[ثلاث مرات]"), encoding="utf-8")
    about = replace(BELLS, symbol=LATER_BELLS, date="2032-02-03")
    with open_database(database) as store:
        store.put_negotiation(
            Negotiation("ferries", "Convention on Shared Ferries", "Made up for the tests.")
        )
        store.put_negotiation(
            Negotiation("bells", "اتفاقية أجراس العبّارات", "Made up for the tests.", "ar")
        )
        for draft in (
            first,
            printed,
            _with_stray(later),
            draft_of(FOLDER / "bells.ar.txt", BELLS),
            _recovered(draft_of(folder / "bells.txt", about)),
        ):
            pipeline.add(store, draft, database)


def _later(path: Path) -> Path:
    """The words of the golden document one round on, as a text file."""
    text = read(FOLDER / "consolidated.docx").pages[0]
    text = text[text.index("CONSOLIDATED") :]
    for old, new in _ONE_ROUND_ON:
        text = text.replace(old, new)
    lines = (line for line in text.split("\n") if not line.startswith("1 A raft"))
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def _with_stray(draft: Draft) -> Draft:
    """The draft with a last page that nobody could place."""
    page = len(draft.pages) + 1
    lines = _STRAY.split("\n")
    stray = tuple(
        Furniture("unplaced", line, page, _STRAY.index(line), _STRAY.index(line) + len(line))
        for line in lines
    )
    said = f"0.7% of the text could not be placed (2 passages, the first on page {page})"
    return replace(
        draft,
        pages=(*draft.pages, _STRAY),
        furniture=(*draft.furniture, *stray),
        warnings=(*draft.warnings, said),
    )


def _recovered(draft: Draft) -> Draft:
    """The draft with letters that a reader recovered, for which the text has no occasion."""
    found = list(draft.provisions)
    at = next(n for n, one in enumerate(found) if n > 4 and len(one.text) > 12)
    found[at] = replace(found[at], marks=(*found[at].marks, Mark("recovered", 0, 12)))
    return replace(draft, provisions=tuple(found))
