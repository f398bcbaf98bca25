"""Questions about words: found, replaced, in brackets, kept, gone and back.

Out: `WORDS`, by name.
"""

from __future__ import annotations

from tracker.store.questions.note import OF_ONE, Question, opened

_FOUND = """
FROM provisions_fts
JOIN provisions ON provisions.rowid = provisions_fts.rowid
JOIN drafts ON drafts.id = provisions.draft_id
WHERE drafts.negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)
    AND (:negotiation = '' OR drafts.negotiation_id = :negotiation)"""

WORDS: dict[str, Question] = {
    "search_the_texts": Question(
        "Where in all drafts do these words stand?",
        f"""
SELECT drafts.negotiation_id, drafts.position AS round, drafts.symbol, provisions.number,
    provisions.heading, snippet(provisions_fts, -1, '**', '**', ' … ', 32) AS words,
    '/t/' || provisions.address AS open{_FOUND}
    AND provisions_fts MATCH as_typed(:words)
ORDER BY bm25(provisions_fts, 4.0, 4.0, 1.0), drafts.negotiation_id, drafts.language,
    drafts.position DESC, provisions.ordinal""",
        "Anything may be typed. Words of the same stem count too: protect finds protection. What "
        "was found stands between **stars**.",
        {"words": '"human rights"'},
    ),
    "phrase_through_the_rounds": Question(
        "In how many provisions of each draft does a phrase stand?",
        f"""
SELECT drafts.negotiation_id, drafts.position AS round, drafts.name AS draft, drafts.symbol,
    drafts.date, drafts.partial, count(*) AS provisions{_FOUND}
    AND provisions_fts MATCH as_typed('"' || replace(:phrase, '"', ' ') || '"')
GROUP BY drafts.id
ORDER BY drafts.negotiation_id, drafts.language, drafts.position""",
        "Words of the same stem count too, and the heading of an article counts apart from its "
        "only paragraph, which the page counts as one. A round that is not listed does not have "
        "the phrase; where partial is 1, it covers only part of the text.",
        {"phrase": "human rights"},
    ),
    "one_word_for_another": Question(
        "Where was one word put in the place of another?",
        f"""
SELECT new_symbol, provision, words_deleted, words_inserted,
    {opened("new_provision_id")}
FROM replaced_words
WHERE instr(' ' || lower(words_deleted) || ' ', ' ' || lower(trim(:old_word)) || ' ')
    AND instr(' ' || lower(words_inserted) || ' ', ' ' || lower(trim(:new_word)) || ' ')
    AND {OF_ONE}
ORDER BY length(words_deleted) + length(words_inserted), negotiation_id, language, round,
    new_provision_id""",
        "The shortest replacements come first.",
        {"old_word": "shall", "new_word": "may"},
    ),
    "words_deleted_and_back": Question(
        "Which words were deleted and came back?",
        f"""
SELECT symbol, provision, text, word_count, entered_round, gone_round, round AS back_in_round,
    certain,
    {opened("provision_id")}
FROM words_that_came_back
WHERE {OF_ONE}
ORDER BY certain DESC, word_count DESC, negotiation_id, language, round, provision_id, run_start""",
        "Three words or more of a text. Where certain is 0, say “possibly”.",
    ),
    "survival_by_round": Question(
        "How much of each round's words is left?",
        f"""
SELECT entered_round, entered_draft, entered_symbol, round AS standing_in_round, draft, symbol,
    words_that_entered, words_standing,
    round(100.0 * words_standing / words_that_entered, 1) AS percent
FROM survival_of_words
WHERE {OF_ONE}
ORDER BY negotiation_id, language, entered_round, round""",
        "Words that entered in a round, and how many of them stand in it and in each later one.",
    ),
    "who_wanted_which_words": Question(
        "Which words of an article were in brackets in which round, and who wanted them?",
        f"""
SELECT round, date, symbol, article_number, number, kind, words, proponents, printed, page,
    {opened("provision_id")}
FROM marked_words
WHERE kind IN ('bracket', 'alternative', 'proponent', 'agreed') AND field <> 'number'
    AND (lower(article_number) = lower(trim(:article))
        OR instr(lower(article), lower(trim(:article)) || ' ') = 1) AND {OF_ONE}
ORDER BY negotiation_id, language, round, place_in_draft, ordinal""",
        "Give the number as it is printed: Article 24. Found are the words of the article that has "
        "this number now, in every round, and of those that had it.",
        {"article": "Article 5"},
    ),
    "how_long_words_were_contested": Question(
        "Which words stood in brackets longest, who wanted them, and how did it end?",
        f"""
SELECT provision, words, proponents, rounds_contested, days_contested, first_symbol, last_symbol,
    outcome, resolved_symbol, kept, instead, certain,
    {opened("provision_id")}
FROM contested_words
WHERE {OF_ONE}
ORDER BY rounds_contested DESC, days_contested DESC, negotiation_id, language, first_round,
    provision_id, words""",
        "Words in brackets, in options or under a proponent's name. What is not certain was "
        "followed from a provision to another that may not be the same.",
    ),
}
