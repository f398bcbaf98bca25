"""The views, which join the tables into what people ask for.

Out: `VIEWS`, by view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import FIELD, HOW, MARK, PLACE, Note

VIEWS: dict[str, Note] = {
    "articles": Note(
        "Articles",
        "The units whose numbers people cite, in every draft",
        {"place_in_draft": "Place in the draft, in document order"},
        facets=("symbol", "legal_function"),
    ),
    "words_by_round": Note(
        "Length by round",
        "How long each draft is, and what changed since the round before (empty if one of the two "
        "covers only part of the text)",
        {
            "words": "Words in headings and text",
            "articles": "Number of articles",
            "words_deleted_since_round_before": "Words deleted since the round before",
            "words_inserted_since_round_before": "Words inserted since the round before",
            "provisions_inserted": "Provisions that are new since the round before",
            "provisions_deleted": "Provisions that are gone since the round before",
            "provisions_renumbered": "Provisions that changed their number only",
            "provisions_moved": "Provisions that moved",
        },
    ),
    "changes_between_consecutive_rounds": Note(
        "Changes from round to round",
        "Every provision that changed between a draft and the next",
        {"date": "Date of the newer draft, ISO 8601"},
        facets=("relation", "new_symbol"),
    ),
    "replaced_words": Note(
        "Words replaced by others",
        "Where words were deleted and others put in their place, from a draft to the next that "
        "holds the provision",
        {
            "words_deleted": "The words deleted",
            "words_inserted": "The words put in their place",
            "field": "Where: heading or text",
        },
    ),
    "thread_history": Note(
        "History of each provision",
        "Every thread, round by round",
        {"text": "Its own words in that round"},
    ),
    "legal_function_changes": Note(
        "Changes of legal job",
        "Provisions that had one legal job in a draft and another in the next that holds them; "
        "below a score of 0.8 say “possibly”",
        facets=("old_legal_function", "new_legal_function"),
    ),
    "decided_by_people": Note(
        "Decided by people",
        "What people decided of links, with name, date and reason",
        {
            "decided_on": "When, ISO 8601",
            "relation": "What the person says became of it; empty if left as found",
        },
        facets=("action", "state", "person"),
    ),
    "direct_and_step_by_step": Note(
        "Direct and step by step",
        "Provisions of which a direct comparison of two drafts says one thing, and the way from "
        "draft to draft another",
        {
            "number_the_other_way": "Number of the provision to which the other way leads; empty "
            "if it leads nowhere",
            "heading_the_other_way": "Heading of that provision",
        },
        facets=("way", "old_symbol", "new_symbol"),
    ),
    "dropped_provisions": Note(
        "Dropped provisions",
        "Provisions that stand in a draft, in no later one, and did not become part of another",
        {
            "last_symbol": "The last draft that holds it",
            "last_date": "Date of that draft, ISO 8601",
            "first_symbol_without_it": "The next draft",
            "that_draft_is_partial": "1 if that next draft covers only part of the text",
            "last_text": "Its last own words",
            "last_provision_id": "The provision in the last draft that holds it",
        },
        facets=("kind", "last_symbol"),
    ),
    "reintroduced_provisions": Note(
        "Provisions that came back",
        "Provisions that were absent from one or more drafts and stand in a later one",
        {
            "last_symbol_before": "The last draft that held it before",
            "symbol_without_it": "The first whole draft that does not hold it; empty if there is "
            "none, so that it may never have been taken out",
            "symbol_of_return": "The draft in which it is back",
            "date_of_return": "Date of that draft, ISO 8601",
            "whole_drafts_missed": "How many of the drafts in between cover the whole text; if 0, "
            "it may never have been dropped",
        },
    ),
    "uncertain_links": Note(
        "Uncertain links",
        "Links so weak that they should be read as 'possibly'",
        facets=("relation",),
    ),
    "unplaced_text": Note(
        "Text that could not be placed",
        "What the files hold that belongs to no provision and that nothing explains",
    ),
    "reading_report": Note(
        "Reading report",
        "Where every visible character of each draft's file went",
        {
            "ordinal": "Place in the report, from 1",
            "place": PLACE,
            "characters": "Visible characters",
            "share": "Part of all characters of the file, 0 to 1",
        },
        facets=("place",),
    ),
    "marked_words": Note(
        "Marked words",
        "Every mark with its words, its article, its round and who wanted it",
        {
            "article": "What people call the article that holds the words, by its last number and "
            "heading: the same in every round",
            "article_number": "Number of that article in this round, as printed",
            "article_heading": "Heading of that article in this round",
            "number": "Number of the provision that holds the words",
            "kind": MARK,
            "words": "The words marked",
            "proponents": "Who proposed them or made the change, if the draft names anybody; in "
            "round brackets what they want done, where that is not to have the words: Aldova "
            "(delete)",
            "printed": "Words of the mark that are not part of the text: [agreed ad referendum]",
            "marked_on": "When a tracked change was made, as the file says",
            "how": HOW,
            "field": FIELD,
            "place_in_draft": "Place of the provision in the draft, in document order",
            "ordinal": "Place of the mark in the provision, from 1",
            "article_id": "The article; empty for words outside articles",
        },
        facets=("kind", "symbol"),
    ),
    "claims_beside_text": Note(
        "Claims beside the text",
        "What somebody says of a provision, and what the provision says",
        {
            "date_of_claim": "When it was said: a date, a month or a year",
            "claim": "What is said",
            "provision_text": "The provision's own words",
        },
    ),
}
