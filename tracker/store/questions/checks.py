"""Questions about what leads nowhere, what is uncertain, and what people decided.

Out: `CHECKS`, by name.
"""

from __future__ import annotations

from tracker.store.questions.note import OF_ONE, Question, opened

CHECKS: dict[str, Question] = {
    "references_that_lead_nowhere": Question(
        "Which references lead nowhere?",
        f"""
SELECT round, symbol, provision, words, nearest_number, nearest_heading, sure, why, text,
    {opened("provision_id")}
FROM references_that_lead_nowhere
WHERE {OF_ONE} AND negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)
ORDER BY sure DESC, negotiation_id, language, round DESC, provision_id, text_start""",
        "A provision that is named and that the draft does not hold: a slip of the drafters, or a "
        "document that covers only part of the text. Where sure is 0, why says why.",
    ),
    "references_that_lead_elsewhere": Question(
        "Which references lead elsewhere than in the draft before?",
        f"""
SELECT sentence, outcome, old_symbol, new_symbol, provision, old_words, new_words, old_target,
    new_target, sure, why,
    {opened("new_provision_id")}
FROM references_that_point_elsewhere
WHERE {OF_ONE} AND (:old = '' OR old_symbol = :old) AND (:new = '' OR new_symbol = :new)
    AND (:old <> '' OR rounds_apart = 1)
GROUP BY sentence, new_provision_id
ORDER BY sure DESC, negotiation_id, language, new_symbol, new_provision_id""",
        "From a draft to the next, unless two drafts are named.",
    ),
    "uncertain_links_to_check": Question(
        "Which links should somebody check before writing?",
        f"""
SELECT old_symbol, old_number, old_heading, new_symbol, new_number, new_heading, relation,
    round(score, 2) AS score, evidence, old_text, new_text,
    (SELECT '/t/' || address FROM provisions JOIN links ON links.new_provision_id = provisions.id
        WHERE links.id = link_id) AS open
FROM uncertain_links
WHERE rounds_apart = 1 AND {OF_ONE}
ORDER BY score, negotiation_id, old_symbol, link_id""",
        "From a draft to the next: that the two are the same provision is only possible. The "
        "least sure come first; evidence says why they were linked at all.",
    ),
    "decided_by_people": Question(
        "Which links did a person decide, and which of these decisions are out of date?",
        f"""
SELECT state, action, person, decided_on, reason, old_symbol, old_place, new_symbol, new_place, note
FROM decided_by_people
WHERE {OF_ONE}
ORDER BY negotiation_id, state = 'applied', decided_on, old_symbol, old_place""",
        "No rows: nobody has decided any yet.",
    ),
    "what_each_draft_is": Question(
        "What is each document: official or a paraphrase, whole or in part?",
        f"""
SELECT negotiation_id, position AS round, name, symbol, language, date, standing, partial,
    word_count, official_address
FROM drafts
WHERE {OF_ONE} AND negotiation_id IN (SELECT id FROM negotiations WHERE beside IS NULL)
ORDER BY negotiation_id, language, position""",
        "Quote a text only where standing is official, and check it at the official address.",
    ),
}
