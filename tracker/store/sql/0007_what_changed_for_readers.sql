-- Two more things that a rule can be; filled anew when the database is opened.
DROP VIEW duties_that_changed;
DROP TABLE duty_changes;
CREATE TABLE duty_changes (
    link_id TEXT PRIMARY KEY REFERENCES links(id) ON DELETE CASCADE,
    old_duty TEXT NOT NULL CHECK (old_duty IN ('duty', 'effort', 'advice', 'option', 'ban')),
    new_duty TEXT NOT NULL CHECK (new_duty IN ('duty', 'effort', 'advice', 'option', 'ban')),
    old_words TEXT NOT NULL,
    new_words TEXT NOT NULL
) STRICT;
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

-- As the pages tell it: without jobs that could not be told, and without chapters, which have the
-- jobs of the words in their headings; with whether the link is one that is claimed.
DROP VIEW legal_function_changes;
CREATE VIEW legal_function_changes AS
WITH RECURSIVE holders (id) AS (
    SELECT parent_id FROM provisions WHERE is_article = 1 AND parent_id IS NOT NULL
    UNION
    SELECT provisions.parent_id FROM provisions JOIN holders ON holders.id = provisions.id
    WHERE provisions.parent_id IS NOT NULL
)
SELECT threads.negotiation_id, threads.language, threads.id AS thread_id,
    threads.label AS provision, old_draft.symbol AS old_symbol, new_draft.symbol AS new_symbol,
    new_draft.position AS round, new_draft.date, old.number AS old_number,
    new.number AS new_number, old.heading AS old_heading, new.heading AS new_heading,
    old.legal_function AS old_legal_function, new.legal_function AS new_legal_function,
    thread_members.relation, thread_members.link_score, thread_members.certain,
    old.id AS old_provision_id, new.id AS new_provision_id
FROM thread_members
JOIN threads ON threads.id = thread_members.thread_id
JOIN provisions AS old ON old.id = thread_members.from_provision_id
JOIN provisions AS new ON new.id = thread_members.provision_id
JOIN drafts AS old_draft ON old_draft.id = old.draft_id
JOIN drafts AS new_draft ON new_draft.id = new.draft_id
WHERE old.legal_function <> new.legal_function
    AND old.legal_function NOT IN ('', 'other', 'unclear')
    AND new.legal_function NOT IN ('', 'other', 'unclear')
    AND (old.is_article = 1 OR old.id NOT IN (SELECT id FROM holders))
    AND (new.is_article = 1 OR new.id NOT IN (SELECT id FROM holders));
