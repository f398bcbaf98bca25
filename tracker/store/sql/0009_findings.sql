-- What a reader should know of the changes between two drafts: a finding is of one link, which is
-- its key; the same change in several places is told once. Duties that became options are findings
-- now, and no longer found by rules of their own.
DROP VIEW duties_that_changed;
DROP TABLE duty_changes;

CREATE TABLE findings (
    link_id TEXT PRIMARY KEY REFERENCES links(id) ON DELETE CASCADE,
    comparison_id TEXT NOT NULL REFERENCES comparisons(id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    first INTEGER NOT NULL CHECK (first IN (0, 1)),
    kind TEXT NOT NULL CHECK (kind IN ('function', 'force', 'safeguard', 'qualifier', 'penalty',
        'threshold', 'gone', 'new', 'reference', 'scope', 'actor', 'definition', 'other',
        'recital', 'moved', 'heading', 'editorial')),
    sentence TEXT NOT NULL,
    certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
    why TEXT NOT NULL,
    gravity INTEGER NOT NULL,
    words INTEGER NOT NULL
) STRICT;
CREATE INDEX findings_by_comparison ON findings (comparison_id, rank);

CREATE TABLE finding_kinds (
    link_id TEXT NOT NULL REFERENCES findings(link_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (link_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_places (
    link_id TEXT NOT NULL REFERENCES findings(link_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    place_link_id TEXT NOT NULL REFERENCES links(id) ON DELETE CASCADE,
    PRIMARY KEY (link_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_places_by_link ON finding_places (place_link_id);

-- Offsets are empty where the words stand in the text of a provision with all that is inside it, or
-- in several provisions together.
CREATE TABLE finding_words (
    link_id TEXT NOT NULL REFERENCES findings(link_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('old', 'new')),
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('heading', 'text')),
    text_start INTEGER,
    text_end INTEGER,
    words TEXT NOT NULL,
    PRIMARY KEY (link_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_words_by_provision ON finding_words (provision_id);

-- Hunks that print the same otherwise: quotation marks, spelling, white space, numbers of items.
ALTER TABLE hunks ADD COLUMN trivial INTEGER NOT NULL DEFAULT 0 CHECK (trivial IN (0, 1));

-- Hunks of a reference whose number only follows that of what it names.
CREATE TABLE renumbered_references (
    link_id TEXT NOT NULL REFERENCES links(id) ON DELETE CASCADE,
    hunk_ordinal INTEGER NOT NULL,
    PRIMARY KEY (link_id, hunk_ordinal)
) STRICT, WITHOUT ROWID;

CREATE VIEW findings_told AS
SELECT comparisons.negotiation_id, newer.language, older.position AS old_round,
    older.symbol AS old_symbol, older.name AS old_draft, newer.position AS new_round,
    newer.symbol AS new_symbol, newer.name AS new_draft, comparisons.rounds_apart, findings.rank,
    findings.first, findings.kind, findings.sentence, findings.certain, findings.why,
    was.number AS old_number, was.heading AS old_heading, now.number AS new_number,
    now.heading AS new_heading, threads.label AS provision, thread_members.thread_id,
    links.relation, links.score, findings.link_id, links.old_provision_id, links.new_provision_id
FROM findings
JOIN comparisons ON comparisons.id = findings.comparison_id
JOIN drafts AS older ON older.id = comparisons.old_draft_id
JOIN drafts AS newer ON newer.id = comparisons.new_draft_id
JOIN links ON links.id = findings.link_id
LEFT JOIN provisions AS was ON was.id = links.old_provision_id
LEFT JOIN provisions AS now ON now.id = links.new_provision_id
LEFT JOIN thread_members
    ON thread_members.provision_id = coalesce(links.new_provision_id, links.old_provision_id)
LEFT JOIN threads ON threads.id = thread_members.thread_id;

-- From each draft to the next that holds the provision, or to the next of all where it came or
-- went.
CREATE VIEW findings_by_thread AS
SELECT comparisons.negotiation_id, threads.language, threads.id AS thread_id,
    threads.label AS provision, newer.position AS round, newer.date, older.symbol AS old_symbol,
    newer.symbol AS new_symbol, findings.rank, findings.kind, findings.sentence,
    findings.certain, findings.why, links.relation, finding_places.link_id,
    links.old_provision_id, links.new_provision_id
FROM finding_places
JOIN findings ON findings.link_id = finding_places.link_id
JOIN links ON links.id = finding_places.place_link_id
JOIN comparisons ON comparisons.id = findings.comparison_id
JOIN drafts AS older ON older.id = comparisons.old_draft_id
JOIN drafts AS newer ON newer.id = comparisons.new_draft_id
JOIN thread_members
    ON thread_members.provision_id = coalesce(links.new_provision_id, links.old_provision_id)
JOIN threads ON threads.id = thread_members.thread_id
WHERE comparisons.rounds_apart = 1
    OR (links.new_provision_id IS NOT NULL
        AND thread_members.from_provision_id = links.old_provision_id);

CREATE VIEW duties_that_changed AS
SELECT found.negotiation_id, found.language, found.thread_id, found.provision, found.old_symbol,
    found.new_symbol, found.round, found.date, found.sentence, found.certain, found.why,
    (SELECT group_concat(words, ' … ') FROM (SELECT words FROM finding_words
        WHERE link_id = found.link_id AND side = 'old' ORDER BY ordinal)) AS old_words,
    (SELECT group_concat(words, ' … ') FROM (SELECT words FROM finding_words
        WHERE link_id = found.link_id AND side = 'new' ORDER BY ordinal)) AS new_words,
    old.text AS old_text, new.text AS new_text, found.relation, found.old_provision_id,
    found.new_provision_id
FROM findings_by_thread AS found
JOIN provisions AS old ON old.id = found.old_provision_id
JOIN provisions AS new ON new.id = found.new_provision_id
WHERE found.kind = 'force';
