CREATE VIEW articles AS
SELECT drafts.negotiation_id, drafts.position AS round, drafts.name AS draft, drafts.symbol,
    drafts.date, provisions.ordinal AS place_in_draft, provisions.number, provisions.heading,
    provisions.legal_function, provisions.page, provisions.id AS provision_id
FROM provisions
JOIN drafts ON drafts.id = provisions.draft_id
WHERE provisions.is_article = 1;

CREATE VIEW words_by_round AS
SELECT drafts.negotiation_id, drafts.language, drafts.position AS round, drafts.name AS draft,
    drafts.symbol, drafts.date, drafts.word_count AS words,
    (SELECT count(*) FROM provisions
        WHERE provisions.draft_id = drafts.id AND provisions.is_article = 1) AS articles,
    comparisons.words_deleted AS words_deleted_since_round_before,
    comparisons.words_inserted AS words_inserted_since_round_before,
    comparisons.inserted_count AS provisions_inserted,
    comparisons.deleted_count AS provisions_deleted,
    comparisons.renumbered_count AS provisions_renumbered,
    comparisons.moved_count AS provisions_moved
FROM drafts
LEFT JOIN comparisons ON comparisons.new_draft_id = drafts.id AND comparisons.rounds_apart = 1
    -- What a partial document does not hold was neither deleted nor, the round after, inserted.
    AND drafts.partial = 0
    AND (SELECT partial FROM drafts AS older WHERE older.id = comparisons.old_draft_id) = 0;

CREATE VIEW changes_between_consecutive_rounds AS
SELECT comparisons.negotiation_id, new_draft.language, new_draft.position AS round,
    old_draft.symbol AS old_symbol, new_draft.symbol AS new_symbol, new_draft.date,
    links.relation, old.number AS old_number, new.number AS new_number,
    old.heading AS old_heading, new.heading AS new_heading,
    old.legal_function AS old_legal_function, new.legal_function AS new_legal_function,
    changes.words_deleted, changes.words_inserted,
    old.text AS old_text, new.text AS new_text, links.score, links.certain,
    links.old_provision_id, links.new_provision_id, links.id AS link_id
FROM comparisons
JOIN drafts AS old_draft ON old_draft.id = comparisons.old_draft_id
JOIN drafts AS new_draft ON new_draft.id = comparisons.new_draft_id
JOIN links ON links.comparison_id = comparisons.id
JOIN changes ON changes.link_id = links.id
LEFT JOIN provisions AS old ON old.id = links.old_provision_id
LEFT JOIN provisions AS new ON new.id = links.new_provision_id
WHERE comparisons.rounds_apart = 1
    AND (links.relation <> 'same' OR changes.heading_changed OR changes.text_changed);

CREATE VIEW replaced_words AS
SELECT comparisons.negotiation_id, new_draft.language, new_draft.position AS round,
    old_draft.symbol AS old_symbol, new_draft.symbol AS new_symbol,
    threads.label AS provision, new.number, new.heading, gone.text AS words_deleted,
    come.text AS words_inserted, gone.field, links.old_provision_id, links.new_provision_id
FROM hunks AS gone
JOIN hunks AS come ON come.link_id = gone.link_id AND come.field = gone.field
    AND come.ordinal = gone.ordinal + 1 AND come.operation = 'insert'
JOIN links ON links.id = gone.link_id
JOIN comparisons ON comparisons.id = links.comparison_id
JOIN drafts AS old_draft ON old_draft.id = comparisons.old_draft_id
JOIN drafts AS new_draft ON new_draft.id = comparisons.new_draft_id
JOIN provisions AS new ON new.id = links.new_provision_id
LEFT JOIN thread_members AS standing_in ON standing_in.provision_id = new.id
LEFT JOIN threads ON threads.id = standing_in.thread_id
WHERE gone.operation = 'delete' AND (
    comparisons.rounds_apart = 1
    -- A provision that was away comes back with words that no two consecutive drafts compare.
    OR EXISTS (SELECT 1 FROM thread_members WHERE thread_members.provision_id = new.id
        AND thread_members.from_provision_id = links.old_provision_id)
);

CREATE VIEW thread_history AS
SELECT threads.negotiation_id, threads.language, threads.id AS thread_id,
    threads.label AS provision, drafts.position AS round, drafts.name AS draft, drafts.symbol,
    drafts.date, thread_members.relation, thread_members.rounds_missed,
    provisions.number, provisions.heading, provisions.legal_function, provisions.text,
    thread_members.changed_words, thread_members.link_score, threads.is_article,
    provisions.id AS provision_id
FROM threads
JOIN thread_members ON thread_members.thread_id = threads.id
JOIN provisions ON provisions.id = thread_members.provision_id
JOIN drafts ON drafts.id = provisions.draft_id;

CREATE VIEW legal_function_changes AS
SELECT threads.negotiation_id, threads.language, threads.id AS thread_id,
    threads.label AS provision, old_draft.symbol AS old_symbol, new_draft.symbol AS new_symbol,
    new_draft.position AS round, new_draft.date, old.number AS old_number,
    new.number AS new_number, old.heading AS old_heading, new.heading AS new_heading,
    old.legal_function AS old_legal_function, new.legal_function AS new_legal_function,
    thread_members.relation, thread_members.link_score,
    old.id AS old_provision_id, new.id AS new_provision_id
FROM thread_members
JOIN threads ON threads.id = thread_members.thread_id
JOIN provisions AS old ON old.id = thread_members.from_provision_id
JOIN provisions AS new ON new.id = thread_members.provision_id
JOIN drafts AS old_draft ON old_draft.id = old.draft_id
JOIN drafts AS new_draft ON new_draft.id = new.draft_id
WHERE old.legal_function <> new.legal_function;

CREATE VIEW dropped_provisions AS
SELECT threads.negotiation_id, threads.language, threads.id AS thread_id,
    threads.label AS provision, threads.kind, threads.is_article,
    last_draft.symbol AS last_symbol, last_draft.date AS last_date,
    next_draft.symbol AS first_symbol_without_it, next_draft.partial AS that_draft_is_partial,
    provisions.legal_function, provisions.text AS last_text, provisions.id AS last_provision_id
FROM threads
JOIN drafts AS last_draft ON last_draft.id = threads.last_draft_id
JOIN drafts AS next_draft ON next_draft.negotiation_id = threads.negotiation_id
    AND next_draft.language = threads.language AND next_draft.position = last_draft.position + 1
JOIN thread_members ON thread_members.thread_id = threads.id
    AND thread_members.draft_id = threads.last_draft_id
JOIN provisions ON provisions.id = thread_members.provision_id
WHERE NOT EXISTS (SELECT 1 FROM links JOIN comparisons ON comparisons.id = links.comparison_id
    WHERE links.old_provision_id = provisions.id AND links.new_provision_id IS NOT NULL
    AND comparisons.new_draft_id = next_draft.id);

CREATE VIEW reintroduced_provisions AS
SELECT threads.negotiation_id, threads.language, threads.id AS thread_id,
    threads.label AS provision, threads.kind, threads.is_article,
    old_draft.symbol AS last_symbol_before, new_draft.symbol AS symbol_of_return,
    new_draft.date AS date_of_return, thread_members.rounds_missed,
    (SELECT count(*) FROM drafts AS missed WHERE missed.negotiation_id = threads.negotiation_id
        AND missed.language = threads.language AND missed.partial = 0
        AND missed.position > old_draft.position AND missed.position < new_draft.position
    ) AS whole_drafts_missed,
    old.number AS old_number, new.number AS new_number, old.text AS old_text, new.text AS new_text,
    thread_members.link_score, old.id AS old_provision_id, new.id AS new_provision_id
FROM thread_members
JOIN threads ON threads.id = thread_members.thread_id
JOIN provisions AS old ON old.id = thread_members.from_provision_id
JOIN provisions AS new ON new.id = thread_members.provision_id
JOIN drafts AS old_draft ON old_draft.id = old.draft_id
JOIN drafts AS new_draft ON new_draft.id = new.draft_id
WHERE thread_members.rounds_missed > 0;

CREATE VIEW uncertain_links AS
SELECT comparisons.negotiation_id, old_draft.symbol AS old_symbol, new_draft.symbol AS new_symbol,
    comparisons.rounds_apart, links.relation, links.score, links.evidence,
    old.number AS old_number, old.heading AS old_heading, old.text AS old_text,
    new.number AS new_number, new.heading AS new_heading, new.text AS new_text,
    links.runner_up_provision_id, links.runner_up_score, links.id AS link_id
FROM links
JOIN comparisons ON comparisons.id = links.comparison_id
JOIN drafts AS old_draft ON old_draft.id = comparisons.old_draft_id
JOIN drafts AS new_draft ON new_draft.id = comparisons.new_draft_id
JOIN provisions AS old ON old.id = links.old_provision_id
JOIN provisions AS new ON new.id = links.new_provision_id
WHERE links.certain = 0;

CREATE VIEW unplaced_text AS
SELECT drafts.negotiation_id, drafts.symbol, drafts.language, furniture.page, furniture.text,
    sources.file_name
FROM furniture
JOIN sources ON sources.id = furniture.source_id
JOIN drafts ON drafts.id = sources.draft_id
WHERE furniture.kind = 'unplaced';

CREATE VIEW claims_beside_text AS
SELECT claims.negotiation_id, claims.symbol, claims.date AS date_of_claim, claims.source,
    claims.text AS claim, provisions.number, provisions.heading, provisions.text AS provision_text,
    provisions.legal_function, provisions.id AS provision_id
FROM claims
LEFT JOIN drafts ON drafts.negotiation_id = claims.negotiation_id
    AND drafts.symbol = claims.symbol
LEFT JOIN provisions ON provisions.draft_id = drafts.id AND provisions.eid = claims.provision_eid;
