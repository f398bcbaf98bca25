"""Questions about whose words they are: of proposals, of earlier texts, of those who claim things.

Out: `PEOPLE`, by name.
"""

from __future__ import annotations

from tracker.store.questions.note import OF_ONE, Question, opened

PEOPLE: dict[str, Question] = {
    "whose_words_entered": Question(
        "Whose proposals match words that entered the text later?",
        f"""
SELECT author, date_of_proposal, symbol, provision, heading, words_matched, words,
    others_with_these_words, sure, doubts, source, chance,
    {opened("provision_id")}, match_id
FROM whose_words
WHERE kind <> 'deletion' AND {OF_ONE}
ORDER BY sure DESC, negotiation_id, language, chance, author, match_id""",
        "That words are the same does not say who had them from whom: both may have them from a "
        "third text, and others may have proposed them too. `chance` is how many such matches one "
        "would expect by chance.",
    ),
    "who_proposed_how_much": Question(
        "Who proposed how much, and how much of it matches the text?",
        f"""
SELECT author, proposals, surely_matched, possibly_matched, surely_gone, possibly_gone
FROM taken_up_by_author
WHERE {OF_ONE}
ORDER BY negotiation_id, surely_matched DESC, proposals DESC, author""",
        "A match says that the words are the same, not that the proposal was followed.",
    ),
    "borrowed_language": Question(
        "What does the last draft take over from earlier treaties or laws?",
        f"""
SELECT precedent, precedent_provision, precedent_heading, verdict, symbol, provision, heading,
    words, kept, sure,
    {opened("provision_id")}
FROM borrowed
WHERE {OF_ONE}
ORDER BY negotiation_id, language, precedent, precedent_provision_id, provision_id""",
        "Article by article, with how many of its words are kept.",
    ),
    "safeguards_that_did_not_come_along": Question(
        "Which borrowed safeguards were left out?",
        f"""
SELECT precedent, precedent_provision, precedent_heading, words_left_out, taken_over_by, symbol,
    instead, sure, precedent_text, precedent_provision_id
FROM safeguards_left_out
WHERE {OF_ONE}
ORDER BY sure DESC, negotiation_id, language, precedent, precedent_provision_id, text_start""",
        "Words that protect, in an article of an earlier treaty that was taken over, and nowhere "
        "in the articles that took it over.",
    ),
    "claims_not_borne_out": Question(
        "Which claims are not borne out by the texts, and why?",
        f"""
SELECT state, source, claim, verdict, checks, unsettled, symbol, number, date_of_claim,
    {opened("provision_id")}
FROM claims_judged
WHERE state IS NOT NULL AND state <> 'borne out' AND {OF_ONE}
ORDER BY CASE state WHEN 'contradicted' THEN 1 WHEN 'no such provision' THEN 2
    WHEN 'in part' THEN 3 WHEN 'not settled' THEN 4 ELSE 5 END, negotiation_id, ordinal""",
        "Contradicted first, then borne out only in part, then what the texts that are here cannot "
        "tell: that a claim cannot be told does not make it wrong.",
    ),
    "claims_and_what_the_texts_say": Question(
        "What do others claim, and what do the texts say?",
        f"""
SELECT ordinal, source, claim, state, verdict, checks, unsettled, note, stands, symbol, number,
    date_of_claim,
    {opened("provision_id")}
FROM claims_judged
WHERE {OF_ONE}
ORDER BY negotiation_id, ordinal""",
        "Every claim with its verdict. Where the state is empty, nothing in it was checked.",
    ),
}
