"""What the questions to the data ask, to be shown on a page.

Out: the titles of `tracker.store.questions` by name, in the language of the interface.
"""

from __future__ import annotations

from web.translation import later

TITLES: dict[str, str] = {
    "where_protections_went": later("Where did protections go?"),
    "duties_that_became_options": later("Which duties became options, and which options duties?"),
    "where_shall_became_may": later("Where did “shall” turn into “may”?"),
    "offences_that_became_something_else": later(
        "Which provisions were offences in one round and something else later?"
    ),
    "how_much_each_draft_obliges": later(
        "How much does each draft oblige, allow, forbid and protect?"
    ),
    "duties_by_article": later("Which articles oblige, allow, forbid or protect most?"),
    "what_changed_between_two_drafts": later("What changed between two drafts, in sentences?"),
    "what_was_dropped": later("Which articles were dropped for good?"),
    "dropped_and_came_back": later("What was dropped and came back?"),
    "most_rewritten_articles": later("Which articles were rewritten most?"),
    "history_of_an_article": later("What happened to an article, round by round?"),
    "what_became_of_each_article": later("What became of each article between two drafts?"),
    "how_long_each_draft_is": later(
        "How long is each draft, and how much changed since the one before?"
    ),
    "search_the_texts": later("Where in all drafts do these words stand?"),
    "phrase_through_the_rounds": later("In how many provisions of each draft does a phrase stand?"),
    "one_word_for_another": later("Where was one word put in the place of another?"),
    "words_deleted_and_back": later("Which words were deleted and came back?"),
    "survival_by_round": later("How much of each round's words is left?"),
    "who_wanted_which_words": later(
        "Which words of an article were in brackets in which round, and who wanted them?"
    ),
    "how_long_words_were_contested": later(
        "Which words stood in brackets longest, who wanted them, and how did it end?"
    ),
    "whose_words_entered": later("Whose proposals match words that entered the text later?"),
    "who_proposed_how_much": later("Who proposed how much, and how much of it matches the text?"),
    "borrowed_language": later("What does the last draft take over from earlier treaties or laws?"),
    "safeguards_that_did_not_come_along": later("Which borrowed safeguards were left out?"),
    "claims_not_borne_out": later("Which claims are not borne out by the texts, and why?"),
    "claims_and_what_the_texts_say": later("What do others claim, and what do the texts say?"),
    "references_that_lead_nowhere": later("Which references lead nowhere?"),
    "references_that_lead_elsewhere": later(
        "Which references lead elsewhere than in the draft before?"
    ),
    "uncertain_links_to_check": later("Which links should somebody check before writing?"),
    "decided_by_people": later(
        "Which links did a person decide, and which of these decisions are out of date?"
    ),
    "what_each_draft_is": later(
        "What is each document: official or a paraphrase, whole or in part?"
    ),
}
