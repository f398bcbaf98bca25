"""The tables and views of the ages of words.

Out: `AGED`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

_RUN = {
    "field": "Where the words stand: heading or text",
    "run_start": "First character of the words in the heading or text, counted from 0",
    "run_end": "First character behind them",
    "word_count": "Number of words, numerals among them",
    "certain": "0 if a link by which the words came here is weak, so that they may be newer or "
    "older than said: read it as 'possibly'; else 1",
}
_SHOWN = {**_RUN, "text": "The words"}
_ENTERED = {
    "entered_round": "Number of the round in which the words stood first",
    "entered_symbol": "Symbol of the draft in which the words stood first",
}

AGED: dict[str, Note] = {
    "word_histories": Note(
        "Histories of words",
        "The rounds in which words of a negotiation stood in the text; words that entered and left "
        "together share one",
        {
            "id": "Key; its end says the rounds: 2-3,5- stood in rounds 2 and 3, was out in 4, and "
            "stands since 5",
            "words": "Number of words that have this history",
        },
    ),
    "word_lives": Note(
        "Lives of words",
        "When words entered and when they left, once or more in a history",
        {
            "history_id": "The history",
            "entered_draft_id": "The draft that has them first",
            "left_draft_id": "The first draft that has them no more; empty if they stay",
        },
    ),
    "word_runs": Note(
        "Runs of words with one history",
        "Every provision's words, cut where words of other rounds begin",
        {
            **_RUN,
            "history_id": "When they entered and left",
            "is_last": "1 if a later draft deletes them and none before that prints them again",
        },
        facets=("certain",),
    ),
    "ages_of_words": Note(
        "The age of every word",
        "Every provision's words, with the round in which they entered",
        {
            **_SHOWN,
            **_ENTERED,
            "since_round": "Number of the round since which they stand: later than that of their "
            "entry if they were out and came back",
            "since_symbol": "Symbol of the draft since which they stand",
            "times_back": "How often they had come back",
            "left_round": "Number of the round that deletes them next; empty if none does",
            "left_symbol": "Symbol of the draft that deletes them next",
            "is_last": "1 if they are deleted next and this draft is the last that prints them",
            "history_id": "When they entered and left",
        },
        facets=("symbol", "entered_symbol", "times_back"),
    ),
    "survival_of_words": Note(
        "What is left of each round's words",
        "How many of the words that entered in a round stand in it and in each later one; what a "
        "partial document does not cover stands as it stood",
        {
            "entered_round": "Number of the round in which the words entered",
            "entered_draft": "Name of that round",
            "entered_symbol": "Symbol of that draft",
            "words_standing": "How many of them stand in the text as of this round",
            "words_that_entered": "How many words entered in that round",
        },
        facets=("entered_symbol",),
    ),
    "words_that_came_back": Note(
        "Words that were deleted and came back",
        "Three words or more of a text that were out of it for a round at least; told in the draft "
        "that brought them back",
        {
            **{name: told for name, told in _SHOWN.items() if name != "field"},
            **_ENTERED,
            "gone_round": "Number of the round that had deleted them",
            "gone_symbol": "Symbol of the draft that had deleted them",
            "times_back": "The how-manieth time it is that they came back",
            "left_round": "Number of the round that deletes them again; empty if none does",
        },
        facets=("symbol", "certain"),
    ),
    "deleted_words": Note(
        "Deleted words",
        "What was deleted, in which round, from which provision, and how old it was",
        {
            **_SHOWN,
            **_ENTERED,
            "round": "Number of the round that deleted the words",
            "symbol": "Symbol of the draft that deleted the words",
            "old_round": "Number of the last round that prints the words",
            "provision_id": "The provision that holds them in the draft that prints them last",
            "days_old": "Days from the date of the draft in which they entered to that of the one "
            "that deleted them",
            "back_round": "Number of the round that brought them back; empty if none did",
            "back_symbol": "Symbol of the draft that brought them back",
            "back_certain": "0 if it is only possibly they that came back, or words with the same "
            "history; empty if none did",
        },
        facets=("symbol", "old_symbol"),
    ),
    "changed_and_changed_back": Note(
        "Changed, and changed back",
        "For every two drafts with others between them, what comparing the two does not show: "
        "words that stand in both and were out between, words that stand in neither and were in "
        "between. For what tells most, ask for certain = 1, partial = 0, field = 'text' and "
        "word_count >= 3",
        {
            **_SHOWN,
            "what": "left and came back, or came in and left",
            "old_round": "Number of the older draft's round",
            "new_round": "Number of the newer draft's round",
            "symbol": "Symbol of the draft in which the words are shown: the newer of the two, or "
            "the one between that brought them",
            "first_round": "Number of the round that changed them: took them out, or brought them",
            "first_symbol": "Symbol of that draft",
            "second_round": "Number of the round that changed them back",
            "second_symbol": "Symbol of that draft",
            "partial": "1 if one of these two documents covers only part of the text",
        },
        facets=("what", "old_symbol", "new_symbol"),
    ),
}
