"""The database explained to Datasette: titles, columns, facets and questions one would ask.

In: the name under which Datasette shows the database. Out: its metadata as a dictionary, ready for
`metadata.json`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.model import NOT_OFFICIAL
from tracker.store.descriptions import EVERYWHERE, NOTES
from tracker.store.query import Library
from tracker.store.schema import columns_of_tables

Metadata = dict[str, object]

# Tables that hold no answers of their own.
_HIDDEN = ("provisions_fts", "_sqlite_migrations")


@dataclass(frozen=True, slots=True)
class Question:
    """A question a journalist would ask, and the SQL that answers it; `:names` are asked for."""

    title: str
    sql: str
    description: str = ""


QUESTIONS: dict[str, Question] = {
    "offences_that_became_something_else": Question(
        "Which provisions were offences in one round and something else later?",
        """
SELECT provision, old_symbol, old_number, new_symbol, new_number, new_legal_function, link_score
FROM legal_function_changes
WHERE old_legal_function = 'offence'
ORDER BY negotiation_id, language, round, provision""",
    ),
    "where_shall_became_may": Question(
        "Where did “shall” turn into “may”?",
        """
SELECT new_symbol, provision, words_deleted, words_inserted, new_provision_id
FROM replaced_words
WHERE ' ' || lower(words_deleted) || ' ' LIKE '% shall %'
    AND ' ' || lower(words_deleted) || ' ' NOT LIKE '% may %'
    AND ' ' || lower(words_inserted) || ' ' LIKE '% may %'
    AND ' ' || lower(words_inserted) || ' ' NOT LIKE '% shall %'
ORDER BY length(words_deleted) + length(words_inserted), negotiation_id, language, round,
    new_provision_id""",
        "A duty that became a choice. The shortest replacements come first: in long ones the two "
        "words may have nothing to do with each other.",
    ),
    "one_word_for_another": Question(
        "Where was one word put in the place of another?",
        """
SELECT new_symbol, provision, words_deleted, words_inserted, new_provision_id
FROM replaced_words
WHERE ' ' || lower(words_deleted) || ' ' LIKE '% ' || lower(:old_word) || ' %'
    AND ' ' || lower(words_inserted) || ' ' LIKE '% ' || lower(:new_word) || ' %'
ORDER BY length(words_deleted) + length(words_inserted), negotiation_id, language, round,
    new_provision_id""",
    ),
    "duties_that_became_options": Question(
        "Which duties became options, and which options duties?",
        """
SELECT sentence, provision, old_symbol, new_symbol, old_words, new_words, certain, why,
    new_provision_id
FROM duties_that_changed
ORDER BY negotiation_id, language, round, new_provision_id""",
        "Told by the words: “shall” obliges, “may” allows. What is not certain says why.",
    ),
    "decided_by_people": Question(
        "Which links did a person decide, and which of these decisions are out of date?",
        """
SELECT state, action, person, decided_on, reason, old_symbol, old_place, new_symbol, new_place, note
FROM decided_by_people
ORDER BY negotiation_id, state = 'applied', decided_on, old_symbol, old_place""",
    ),
    "dropped_and_came_back": Question(
        "What was dropped and came back?",
        """
SELECT provision, last_symbol_before, symbol_without_it, symbol_of_return, rounds_missed,
    whole_drafts_missed, old_number, new_number, old_text, new_text, link_score
FROM reintroduced_provisions
WHERE whole_drafts_missed > 0
ORDER BY negotiation_id, language, date_of_return, provision""",
        "Drafts that cover only part of the text are no proof that a provision was dropped, and "
        "do not count.",
    ),
    "who_wanted_which_words": Question(
        "Which words of an article were in brackets in which round, and who wanted them?",
        """
SELECT round, date, symbol, article_number, number, kind, words, proponents, printed, page,
    provision_id
FROM marked_words
WHERE kind IN ('bracket', 'alternative', 'proponent', 'agreed') AND field <> 'number'
    AND (lower(article_number) = lower(:article) OR lower(article) LIKE lower(:article) || ' %')
ORDER BY negotiation_id, language, round, place_in_draft, ordinal""",
        "Give the number as it is printed: Article 24. Found are the words of the article that has "
        "this number now, in every round, and of those that had it.",
    ),
    "how_long_words_were_contested": Question(
        "Which words were contested longest, who wanted them, and how did it end?",
        """
SELECT provision, words, proponents, rounds_contested, first_symbol, last_symbol, outcome,
    resolved_symbol, kept, instead, certain, provision_id
FROM contested_words
ORDER BY negotiation_id, language, rounds_contested DESC, first_round, provision_id, words""",
        "Words in brackets, in options or under a proponent's name. What is not certain was "
        "followed from a provision to another that may not be the same.",
    ),
    "whose_words_entered": Question(
        "Whose proposals match words that entered the text later?",
        """
SELECT author, date_of_proposal, symbol, provision, heading, words_matched, words, chance, sure,
    doubts, source, match_id
FROM whose_words
WHERE kind <> 'deletion'
ORDER BY negotiation_id, language, sure DESC, chance, author, match_id""",
        "That words are the same does not say who had them from whom: both may have them from a "
        "third text. `chance` is how many such matches one would expect by chance.",
    ),
    "safeguards_that_did_not_come_along": Question(
        "Which safeguards of an earlier treaty did not come along with what was borrowed?",
        """
SELECT precedent, precedent_provision, precedent_heading, words_left_out, taken_over_by, symbol,
    instead, sure, precedent_text, precedent_provision_id
FROM safeguards_left_out
ORDER BY negotiation_id, language, precedent, precedent_provision_id, text_start""",
        "Words that protect, in an article that was taken over, and nowhere in the articles that "
        "took it over.",
    ),
    "what_was_dropped": Question(
        "Which articles were dropped for good?",
        """
SELECT provision, last_symbol, first_symbol_without_it, that_draft_is_partial, legal_function
FROM dropped_provisions
WHERE is_article = 1
ORDER BY negotiation_id, language, last_date, last_provision_id""",
    ),
    "most_rewritten_articles": Question(
        "Which articles were rewritten most?",
        """
SELECT negotiation_id, language, label AS provision, changed_words, rounds_present, rounds_missed
FROM threads
WHERE is_article = 1 AND changed_words > 0
ORDER BY changed_words DESC, negotiation_id, language, id
LIMIT 50""",
    ),
    "words_deleted_and_back": Question(
        "Which words were deleted and came back?",
        """
SELECT symbol, provision, text, word_count, entered_round, gone_round, round, certain
FROM words_that_came_back
ORDER BY certain DESC, word_count DESC, negotiation_id, language, round, provision_id, run_start""",
        "Three words or more of a text. Where `certain` is 0, say “possibly”.",
    ),
}


STANDING = (
    "Not every text here is official: `standing` of its draft says what it is, and a paraphrase "
    "is not the official text"
)
"""Said at the foot of every page of Datasette, which shows texts without their notices."""


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
    if note.facets:
        found["facets"] = list(note.facets)
    if note.sort:
        found["sort"] = note.sort
    if name == "provisions":
        found["fts_table"] = "provisions_fts"
    if name in _HIDDEN:
        found["hidden"] = True
    return found


def _query(question: Question) -> Metadata:
    return {
        "title": question.title,
        "description": question.description,
        "sql": question.sql.strip(),
    }
