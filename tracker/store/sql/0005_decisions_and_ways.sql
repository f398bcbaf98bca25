CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'add')),
    old_symbol TEXT NOT NULL,
    old_place TEXT NOT NULL,
    old_words TEXT NOT NULL,
    old_seal TEXT NOT NULL,
    new_symbol TEXT NOT NULL,
    new_place TEXT NOT NULL,
    new_words TEXT NOT NULL,
    new_seal TEXT NOT NULL,
    relation TEXT NOT NULL,
    language TEXT NOT NULL,
    person TEXT NOT NULL,
    date TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('applied', 'stale', 'unplaced', 'waiting')),
    note TEXT NOT NULL,
    -- Not references: both follow from the decision and the drafts, and are found anew with these.
    old_provision_id TEXT,
    new_provision_id TEXT,
    old_seal_now TEXT NOT NULL,
    new_seal_now TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_negotiation ON decisions (negotiation_id, ordinal);
CREATE INDEX decisions_by_older ON decisions (old_provision_id);
CREATE INDEX decisions_by_newer ON decisions (new_provision_id);

CREATE TABLE link_decisions (
    link_id TEXT NOT NULL REFERENCES links(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    decision_id TEXT NOT NULL REFERENCES decisions(id) ON DELETE CASCADE,
    PRIMARY KEY (link_id, ordinal)
) STRICT;
CREATE INDEX link_decisions_by_decision ON link_decisions (decision_id);

CREATE TABLE duty_changes (
    link_id TEXT PRIMARY KEY REFERENCES links(id) ON DELETE CASCADE,
    old_duty TEXT NOT NULL CHECK (old_duty IN ('duty', 'option', 'ban')),
    new_duty TEXT NOT NULL CHECK (new_duty IN ('duty', 'option', 'ban')),
    old_words TEXT NOT NULL,
    new_words TEXT NOT NULL
) STRICT;

CREATE TABLE chain_differences (
    old_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    new_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('direct', 'steps')),
    old_provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    new_provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    instead_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    PRIMARY KEY (old_draft_id, new_draft_id, ordinal)
) STRICT;
CREATE INDEX chain_differences_by_newer_draft ON chain_differences (new_draft_id);
CREATE INDEX chain_differences_by_older ON chain_differences (old_provision_id);
CREATE INDEX chain_differences_by_newer ON chain_differences (new_provision_id);
CREATE INDEX chain_differences_by_instead ON chain_differences (instead_provision_id);

CREATE VIEW decided_by_people AS
SELECT decisions.negotiation_id, decisions.language, decisions.action, decisions.state,
    decisions.person, decisions.date AS decided_on, decisions.reason, decisions.note,
    decisions.relation, decisions.old_symbol, decisions.old_place, old.heading AS old_heading,
    decisions.new_symbol, decisions.new_place, new.heading AS new_heading,
    decisions.old_provision_id, decisions.new_provision_id, decisions.id AS decision_id
FROM decisions
LEFT JOIN provisions AS old ON old.id = decisions.old_provision_id
LEFT JOIN provisions AS new ON new.id = decisions.new_provision_id;

CREATE VIEW duties_that_changed AS
SELECT threads.negotiation_id, threads.language, threads.id AS thread_id,
    threads.label AS provision, old_draft.symbol AS old_symbol, new_draft.symbol AS new_symbol,
    new_draft.position AS round, new_draft.date, duty_changes.old_duty, duty_changes.new_duty,
    duty_changes.old_words, duty_changes.new_words, old.text AS old_text, new.text AS new_text,
    thread_members.relation, thread_members.link_score, thread_members.certain,
    old.id AS old_provision_id, new.id AS new_provision_id
FROM thread_members
JOIN threads ON threads.id = thread_members.thread_id
JOIN links ON links.old_provision_id = thread_members.from_provision_id
    AND links.new_provision_id = thread_members.provision_id
JOIN duty_changes ON duty_changes.link_id = links.id
JOIN provisions AS old ON old.id = thread_members.from_provision_id
JOIN provisions AS new ON new.id = thread_members.provision_id
JOIN drafts AS old_draft ON old_draft.id = old.draft_id
JOIN drafts AS new_draft ON new_draft.id = new.draft_id;

CREATE VIEW direct_and_step_by_step AS
SELECT old_draft.negotiation_id, old_draft.language, old_draft.symbol AS old_symbol,
    new_draft.symbol AS new_symbol, chain_differences.way,
    old.number AS old_number, old.heading AS old_heading,
    new.number AS new_number, new.heading AS new_heading,
    instead.number AS number_the_other_way, instead.heading AS heading_the_other_way,
    old.is_article, old.text AS old_text, new.text AS new_text,
    chain_differences.old_provision_id, chain_differences.new_provision_id,
    chain_differences.instead_provision_id
FROM chain_differences
JOIN drafts AS old_draft ON old_draft.id = chain_differences.old_draft_id
JOIN drafts AS new_draft ON new_draft.id = chain_differences.new_draft_id
JOIN provisions AS old ON old.id = chain_differences.old_provision_id
JOIN provisions AS new ON new.id = chain_differences.new_provision_id
LEFT JOIN provisions AS instead ON instead.id = chain_differences.instead_provision_id;

-- As before, and with the draft in which it was taken out, the words changed since, and how sure.
DROP VIEW reintroduced_provisions;
CREATE VIEW reintroduced_provisions AS
WITH returned AS (
    SELECT thread_members.*, old_draft.position AS last_position, new_draft.position AS back_position,
        old_draft.symbol AS last_symbol_before, new_draft.symbol AS symbol_of_return,
        new_draft.date AS date_of_return, old.number AS old_number, new.number AS new_number,
        old.text AS old_text, new.text AS new_text
    FROM thread_members
    JOIN provisions AS old ON old.id = thread_members.from_provision_id
    JOIN provisions AS new ON new.id = thread_members.provision_id
    JOIN drafts AS old_draft ON old_draft.id = old.draft_id
    JOIN drafts AS new_draft ON new_draft.id = new.draft_id
    WHERE thread_members.rounds_missed > 0
)
SELECT threads.negotiation_id, threads.language, threads.id AS thread_id,
    threads.label AS provision, threads.kind, threads.is_article,
    returned.last_symbol_before,
    (SELECT symbol FROM drafts AS missed WHERE missed.negotiation_id = threads.negotiation_id
        AND missed.language = threads.language AND missed.partial = 0
        AND missed.position > last_position AND missed.position < back_position
        ORDER BY missed.position LIMIT 1) AS symbol_without_it,
    returned.symbol_of_return, returned.date_of_return, returned.rounds_missed,
    (SELECT count(*) FROM drafts AS missed WHERE missed.negotiation_id = threads.negotiation_id
        AND missed.language = threads.language AND missed.partial = 0
        AND missed.position > last_position AND missed.position < back_position
    ) AS whole_drafts_missed,
    returned.old_number, returned.new_number, returned.old_text, returned.new_text,
    returned.changed_words, returned.link_score, returned.certain,
    returned.from_provision_id AS old_provision_id, returned.provision_id AS new_provision_id
FROM returned
JOIN threads ON threads.id = returned.thread_id;
