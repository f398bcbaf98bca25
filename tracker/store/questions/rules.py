"""Questions about what a text orders, allows and protects.

Out: `RULES`, by name.
"""

from __future__ import annotations

from tracker.store.questions.note import OF_ONE, Question, opened

RULES: dict[str, Question] = {
    "where_protections_went": Question(
        "Where did protections go?",
        f"""
SELECT sentence, old_symbol, new_symbol, certain, why, provision,
    {opened("new_provision_id")}
FROM findings_by_thread
WHERE kind = 'safeguard' AND {OF_ONE}
ORDER BY certain DESC, negotiation_id, language, round, rank""",
        "Words that protect people or limit power which were weakened, strengthened, dropped or "
        "came in, from each draft to the next that holds the provision. Where certain is 0, say "
        "“possibly”: why says why.",
    ),
    "duties_that_became_options": Question(
        "Which duties became options, and which options duties?",
        f"""
SELECT sentence, provision, old_symbol, new_symbol, old_words, new_words, certain, why,
    {opened("new_provision_id")}
FROM duties_that_changed
WHERE {OF_ONE}
GROUP BY sentence, new_provision_id
ORDER BY certain DESC, negotiation_id, language, round, new_provision_id""",
        "Told by the words: “shall” obliges, “may” allows. What is not certain says why.",
    ),
    "where_shall_became_may": Question(
        "Where did “shall” turn into “may”?",
        f"""
SELECT sentence, provision, old_symbol, new_symbol, old_words, new_words, certain, why,
    {opened("new_provision_id")}
FROM duties_that_changed
WHERE lower(old_words) || ' … ' LIKE 'shall … %' AND lower(new_words) || ' … ' LIKE 'may … %'
    AND {OF_ONE}
GROUP BY sentence, new_provision_id
ORDER BY certain DESC, negotiation_id, language, round, new_provision_id""",
        "A duty that became a choice: of the changes of duties those that these two words show. "
        "Two words in one replacement that have nothing to do with each other are not counted. "
        "What is not certain says why.",
    ),
    "offences_that_became_something_else": Question(
        "Which provisions were offences in one round and something else later?",
        f"""
SELECT provision, old_symbol, old_number, new_symbol, new_number, new_legal_function, certain,
    link_score,
    {opened("new_provision_id")}
FROM legal_function_changes
WHERE old_legal_function = 'offence' AND {OF_ONE}
ORDER BY certain DESC, negotiation_id, language, round, provision""",
        "The legal job is a first guess by simple rules. Where certain is 0, the two may not be "
        "the same provision: look at both.",
    ),
    "how_much_each_draft_obliges": Question(
        "How much does each draft oblige, allow, forbid and protect?",
        f"""
SELECT round, draft, symbol, date, partial, operative_words, duties, options, bans,
    encouragements AS recommendations, qualifiers AS conditions, safeguards AS protections,
    duties_per_1000_words, safeguards_per_1000_words AS protections_per_1000_words
FROM force_by_draft
WHERE {OF_ONE} AND negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)
ORDER BY negotiation_id, language, round""",
        "Counted by words: “shall” is a duty, “may” an option, “human rights” a protection. The "
        "preamble is left out. A draft with partial = 1 is shorter, so it holds fewer.",
    ),
    "duties_by_article": Question(
        "Which articles oblige, allow, forbid or protect most?",
        f"""
SELECT symbol, number, heading, duties, options, bans, encouragements AS recommendations,
    qualifiers AS conditions, safeguards AS protections,
    {opened("provision_id")}
FROM force_by_article
WHERE {OF_ONE} AND (symbol = :symbol OR (:symbol = '' AND round = (
        SELECT max(position) FROM drafts WHERE drafts.language = force_by_article.language
            AND drafts.negotiation_id = force_by_article.negotiation_id AND partial = 0)))
    AND negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)
ORDER BY duties + options + bans DESC, negotiation_id, language, round, provision_id""",
        "Every article with its counts of words: of the last draft that covers the whole text, "
        "unless another is named.",
    ),
    "what_changed_between_two_drafts": Question(
        "What changed between two drafts, in sentences?",
        f"""
SELECT rank, kind, sentence, certain, why, provision,
    {opened("coalesce(new_provision_id, old_provision_id)")}
FROM findings_told
WHERE old_symbol = :old AND new_symbol = :new AND {OF_ONE} AND (:kind = '' OR kind = :kind
    OR EXISTS (SELECT 1 FROM finding_kinds AS further
        WHERE further.link_id = findings_told.link_id AND further.kind = :kind))
ORDER BY negotiation_id, language, rank""",
        "The most telling first. Any two drafts can be compared, not only neighbours.",
        {"old": "A/AC.291/22", "new": "A/RES/79/243"},
    ),
}
