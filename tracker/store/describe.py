"""The database explained to Datasette: titles, columns, facets and questions one would ask.

In: the name under which Datasette shows the database. Out: its metadata as a dictionary, ready for
`metadata.json`.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracker.model import NOT_OFFICIAL
from tracker.store.descriptions import EVERYWHERE, NOTES
from tracker.store.query import Library
from tracker.store.questions import QUESTIONS, Question
from tracker.store.schema import columns_of_tables

Metadata = dict[str, object]

# Tables that hold no answers of their own.
_HIDDEN = ("provisions_fts", "_sqlite_migrations", "source_files")
_LARGE = {"source_files": 3}
"""Tables with large rows, of which a page shows so few."""


STANDING = (
    "Not every text here is official: `standing` of its draft says what it is, and a paraphrase "
    "is not the official text"
)
"""Said at the foot of every page of Datasette, which shows texts without their notices."""

STYLE = "/assets/data.css"
"""Where the style sheet for Datasette's pages lies, below its base address."""


def paraphrases(library: Library) -> str:
    """Which negotiations have drafts that are not official, in a sentence; `""` if none has."""
    found = [
        one.title
        for one in library.negotiations()
        if any(standing in NOT_OFFICIAL for standing in one.standings)
    ]
    named = "; ".join(found)
    return f"PARAPHRASE, NOT THE OFFICIAL TEXT, in whole or in part: {named}" if found else ""


def datasette_metadata(
    database: str = "tracker", title: str = "Negotiation tracker", notice: str = ""
) -> Metadata:
    """Metadata for Datasette 0.65 about one database.

    Args:
        database: the name Datasette gives the file: its name without `.db`.
        title: of the whole instance.
        notice: what must be said on every page, besides `STANDING`.
    """
    tables = {name: _table(name) for name in NOTES}
    tables["_sqlite_migrations"] = {"hidden": True}
    said = ". ".join(part for part in (notice, STANDING) if part)
    return {
        "title": title,
        "description": f"What became of every provision and every word, as tables. {said}.",
        # Datasette puts the source at the foot of every page, that of a query included.
        "source": said,
        "extra_css_urls": [STYLE],
        "databases": {
            database: {
                "title": "Drafts, provisions, changes and threads",
                "description": "Begin with the questions, or with the views: they join the tables "
                "into what people ask for.",
                "tables": tables,
                "queries": {name: _query(question) for name, question in QUESTIONS.items()},
            }
        },
    }


def column_descriptions(name: str, columns: Iterable[str]) -> dict[str, str]:
    """The descriptions of these columns of a table or view.

    Raises:
        KeyError: one is not described.
    """
    own = NOTES[name].columns
    return {column: own.get(column) or EVERYWHERE[column] for column in columns}


def _table(name: str) -> Metadata:
    note = NOTES[name]
    found: Metadata = {
        "title": note.title,
        "description": note.description,
        "columns": column_descriptions(name, columns_of_tables()[name]),
    }
    if note.label:
        found["label_column"] = note.label
    if facets := _facets(name, note.facets):
        found["facets"] = facets
    if note.sort:
        found["sort"] = note.sort
    if name == "provisions":
        found["fts_table"] = "provisions_fts"
    if name in _LARGE:
        found["size"] = _LARGE[name]
    if name in _HIDDEN:
        found["hidden"] = True
    return found


def _facets(name: str, own: tuple[str, ...]) -> list[str]:
    """What to count a table's rows by: its own, and the negotiation, for there may be several."""
    all_of_one = name in ("negotiations", "_sqlite_migrations")
    has = "negotiation_id" in columns_of_tables()[name] and not all_of_one
    first = ["negotiation_id"] if has and "negotiation_id" not in own else []
    return [*first, *own]


def _query(question: Question) -> Metadata:
    return {
        "title": question.title,
        "description": question.told,
        "short": question.description,
        "sql": question.sql.strip(),
    }
