"""Questions about what became of articles.

Out: `PROVISIONS`, by name.
"""

from __future__ import annotations

from tracker.store.questions.note import OF_ONE, Question, opened

PROVISIONS: dict[str, Question] = {
    "what_was_dropped": Question(
        "Which articles were dropped for good?",
        f"""
WITH gone AS (
    SELECT threads.negotiation_id, threads.language, threads.label, threads.last_draft_id,
        members.provision_id, last.position AS round, last.symbol AS last_symbol,
        (SELECT id FROM drafts AS later WHERE later.negotiation_id = threads.negotiation_id
            AND later.language = threads.language AND later.partial = 0
            AND later.position > last.position ORDER BY later.position LIMIT 1) AS whole_id
    FROM threads
    JOIN drafts AS last ON last.id = threads.last_draft_id
    JOIN thread_members AS members ON members.thread_id = threads.id
        AND members.draft_id = threads.last_draft_id
    WHERE threads.is_article = 1
)
SELECT label AS provision, last_symbol, whole.symbol AS first_whole_draft_without_it,
    provisions.legal_function, provisions.text AS last_text,
    {opened("provision_id")}
FROM gone
JOIN drafts AS whole ON whole.id = whole_id
JOIN provisions ON provisions.id = provision_id
JOIN comparisons ON comparisons.old_draft_id = gone.last_draft_id
    AND comparisons.new_draft_id = whole_id
JOIN links ON links.comparison_id = comparisons.id AND links.old_provision_id = provision_id
WHERE links.relation = 'deleted' AND (:negotiation = '' OR gone.negotiation_id = :negotiation)
ORDER BY gone.negotiation_id, gone.language, gone.round, provision_id""",
        "Articles that the next draft which covers the whole text does not hold, nor any later "
        "one. Some of their words may stand in another article: open the page of the article.",
    ),
    "dropped_and_came_back": Question(
        "What was dropped and came back?",
        f"""
SELECT provision, last_symbol_before, symbol_without_it, symbol_of_return, certain,
    whole_drafts_missed, old_number, new_number, old_text, new_text, link_score,
    {opened("new_provision_id")}
FROM reintroduced_provisions
WHERE whole_drafts_missed > 0 AND {OF_ONE}
ORDER BY certain DESC, negotiation_id, language, date_of_return, provision""",
        "Drafts that cover only part of the text are no proof that a provision was dropped, and "
        "do not count. Where certain is 0, it may be another provision: look at both texts.",
    ),
    "most_rewritten_articles": Question(
        "Which articles were rewritten most?",
        f"""
SELECT label AS provision, threads.changed_words, rounds_present, threads.rounds_missed,
    negotiation_id,
    {opened("thread_members.provision_id")}
FROM threads
JOIN thread_members ON thread_members.thread_id = threads.id
    AND thread_members.draft_id = threads.last_draft_id
WHERE is_article = 1 AND threads.changed_words > 0 AND {OF_ONE}
GROUP BY threads.id
ORDER BY threads.changed_words DESC, negotiation_id, language, threads.id
LIMIT 50""",
        "Words deleted plus words inserted, over all rounds.",
    ),
    "history_of_an_article": Question(
        "What happened to an article, round by round?",
        f"""
WITH asked AS (
    SELECT DISTINCT thread_id FROM thread_history
    WHERE is_article = 1 AND {OF_ONE} AND lower(number) = lower(trim(:article))
)
SELECT provision, round, draft, date, symbol, number, heading, relation, changed_words,
    link_score, legal_function, text,
    {opened("provision_id")}
FROM thread_history
WHERE thread_id IN (SELECT thread_id FROM asked)
ORDER BY negotiation_id, language, provision, thread_id, round""",
        "Every article that had this number in any round, under whatever number it stood in the "
        "others. Its paragraphs are on its page.",
        {"article": "Article 4", "negotiation": "un-cybercrime"},
    ),
    "what_became_of_each_article": Question(
        "What became of each article between two drafts?",
        """
SELECT links.relation, links.certain, round(links.score, 2) AS score, older.number AS old_number,
    older.heading AS old_heading, newer.number AS new_number, newer.heading AS new_heading,
    changes.words_deleted, changes.words_inserted,
    (SELECT '/t/' || address FROM provisions WHERE id = coalesce(newer.id, older.id)) AS open
FROM comparisons
JOIN drafts AS old_draft ON old_draft.id = comparisons.old_draft_id
JOIN drafts AS new_draft ON new_draft.id = comparisons.new_draft_id
JOIN links ON links.comparison_id = comparisons.id
LEFT JOIN provisions AS older ON older.id = links.old_provision_id
LEFT JOIN provisions AS newer ON newer.id = links.new_provision_id
LEFT JOIN changes ON changes.link_id = links.id
WHERE (older.is_article = 1 OR newer.is_article = 1)
    AND old_draft.symbol = :old AND new_draft.symbol = :new
    AND (:negotiation = '' OR comparisons.negotiation_id = :negotiation)
ORDER BY comparisons.id, links.ordinal""",
        "Kept (same), renumbered, moved, split, merged, demoted (now part of another), promoted, "
        "new (inserted) or gone (deleted). An article that was split or merged has several rows.",
        {"old": "COM(2012) 11", "new": "2016/679"},
    ),
    "how_long_each_draft_is": Question(
        "How long is each draft, and how much changed since the one before?",
        f"""
SELECT round, draft, symbol, date, words, articles, words_deleted_since_round_before,
    words_inserted_since_round_before, provisions_inserted, provisions_deleted,
    provisions_renumbered, provisions_moved
FROM words_by_round
WHERE {OF_ONE} AND negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)
ORDER BY negotiation_id, language, round""",
        "Counts of changes are empty where one of the two documents covers only part of the text.",
    ),
}
