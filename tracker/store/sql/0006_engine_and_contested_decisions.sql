-- Which version of the rules made it: empty where that was not written down yet.
ALTER TABLE drafts ADD COLUMN engine TEXT NOT NULL DEFAULT '';
ALTER TABLE comparisons ADD COLUMN engine TEXT NOT NULL DEFAULT '';

-- As before, and with two more states: SQLite changes no condition of a table that is there.
DROP VIEW decided_by_people;
CREATE TABLE decisions_anew (
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
    state TEXT NOT NULL CHECK (
        state IN ('applied', 'stale', 'unplaced', 'waiting', 'contested', 'vague')
    ),
    note TEXT NOT NULL,
    -- Not references: both follow from the decision and the drafts, and are found anew with these.
    old_provision_id TEXT,
    new_provision_id TEXT,
    old_seal_now TEXT NOT NULL,
    new_seal_now TEXT NOT NULL
) STRICT;
INSERT INTO decisions_anew SELECT * FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_anew RENAME TO decisions;
CREATE INDEX decisions_by_negotiation ON decisions (negotiation_id, ordinal);
CREATE INDEX decisions_by_older ON decisions (old_provision_id);
CREATE INDEX decisions_by_newer ON decisions (new_provision_id);

CREATE VIEW decided_by_people AS
SELECT decisions.negotiation_id, decisions.language, decisions.action, decisions.state,
    decisions.person, decisions.date AS decided_on, decisions.reason, decisions.note,
    decisions.relation, decisions.old_symbol, decisions.old_place, old.heading AS old_heading,
    decisions.new_symbol, decisions.new_place, new.heading AS new_heading,
    decisions.old_provision_id, decisions.new_provision_id, decisions.id AS decision_id
FROM decisions
LEFT JOIN provisions AS old ON old.id = decisions.old_provision_id
LEFT JOIN provisions AS new ON new.id = decisions.new_provision_id;
