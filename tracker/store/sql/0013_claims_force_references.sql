-- All that a manifest says of a claim, so that it can be judged from what is stored.
ALTER TABLE claims ADD COLUMN document TEXT NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN unsettled TEXT NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- What in a claim the texts can settle; `phrases` is a JSON list.
CREATE TABLE claim_checks (
    negotiation_id TEXT NOT NULL,
    claim_ordinal INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    asked TEXT NOT NULL,
    phrases TEXT NOT NULL,
    exact INTEGER NOT NULL CHECK (exact IN (0, 1)),
    one_is_enough INTEGER NOT NULL CHECK (one_is_enough IN (0, 1)),
    looked_in TEXT NOT NULL CHECK (looked_in IN ('provision', 'article', 'operative', 'draft')),
    provision_eid TEXT NOT NULL,
    symbol TEXT NOT NULL,
    legal_function TEXT NOT NULL,
    target_eid TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, claim_ordinal, ordinal),
    FOREIGN KEY (negotiation_id, claim_ordinal) REFERENCES claims(negotiation_id, ordinal)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What the drafts in one language, that of the negotiation, say of a claim.
CREATE TABLE claim_verdicts (
    negotiation_id TEXT NOT NULL,
    claim_ordinal INTEGER NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('borne out', 'contradicted', 'in part', 'not settled',
        'cannot be told', 'no such provision', 'no such draft')),
    verdict TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, claim_ordinal),
    FOREIGN KEY (negotiation_id, claim_ordinal) REFERENCES claims(negotiation_id, ordinal)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- `found` is what the texts at hand show, `outcome` what they show of the official ones; `relies`
-- is a JSON list of symbols.
CREATE TABLE claim_check_results (
    negotiation_id TEXT NOT NULL,
    claim_ordinal INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    language TEXT NOT NULL,
    found TEXT NOT NULL CHECK (found IN ('holds', 'fails', 'cannot be told')),
    outcome TEXT NOT NULL CHECK (outcome IN ('holds', 'fails', 'cannot be told')),
    why TEXT NOT NULL,
    caveat TEXT NOT NULL,
    relies TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, claim_ordinal, ordinal),
    FOREIGN KEY (negotiation_id, claim_ordinal, ordinal)
        REFERENCES claim_checks(negotiation_id, claim_ordinal, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_evidence (
    negotiation_id TEXT NOT NULL,
    claim_ordinal INTEGER NOT NULL,
    check_ordinal INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    language TEXT NOT NULL,
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('heading', 'text')),
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('', 'in brackets', 'struck out')),
    PRIMARY KEY (negotiation_id, claim_ordinal, check_ordinal, ordinal),
    FOREIGN KEY (negotiation_id, claim_ordinal, check_ordinal)
        REFERENCES claim_checks(negotiation_id, claim_ordinal, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_evidence_by_provision ON claim_evidence (provision_id);

-- Where the provision of a claim stands in each draft.
CREATE TABLE claim_places (
    negotiation_id TEXT NOT NULL,
    claim_ordinal INTEGER NOT NULL,
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    presence TEXT NOT NULL CHECK (presence IN ('there', 'in another', 'possibly', 'not there',
        'not covered')),
    provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    number TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, claim_ordinal, draft_id),
    FOREIGN KEY (negotiation_id, claim_ordinal) REFERENCES claims(negotiation_id, ordinal)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_places_by_provision ON claim_places (provision_id);
CREATE INDEX claim_places_by_draft ON claim_places (draft_id);

CREATE VIEW claims_judged AS
SELECT claims.negotiation_id, claims.ordinal, claims.symbol, claims.document,
    coalesce(own.number, claims.provision_eid) AS number, claims.text AS claim, claims.source,
    claims.date AS date_of_claim, claim_verdicts.state, claim_verdicts.verdict,
    coalesce((
        SELECT group_concat(told, ' | ') FROM (
            SELECT outcome || ': ' || trim(why || ' ' || caveat) AS told FROM claim_check_results
            WHERE claim_check_results.negotiation_id = claims.negotiation_id
                AND claim_check_results.claim_ordinal = claims.ordinal
            ORDER BY claim_check_results.ordinal
        )
    ), '') AS checks, claims.unsettled, claims.note,
    coalesce((
        SELECT group_concat(told, '; ') FROM (
            SELECT drafts.symbol || ': ' || CASE WHEN presence = 'there' THEN number
                ELSE presence || CASE WHEN number <> '' THEN ' ' || number ELSE '' END
                END AS told
            FROM claim_places JOIN drafts ON drafts.id = claim_places.draft_id
            WHERE claim_places.negotiation_id = claims.negotiation_id
                AND claim_places.claim_ordinal = claims.ordinal
            ORDER BY drafts.position
        )
    ), '') AS stands, thread_members.thread_id, own.provision_id
FROM claims
JOIN claim_verdicts ON claim_verdicts.negotiation_id = claims.negotiation_id
    AND claim_verdicts.claim_ordinal = claims.ordinal
LEFT JOIN claim_places AS own ON own.negotiation_id = claims.negotiation_id
    AND own.claim_ordinal = claims.ordinal
    AND own.draft_id = claims.negotiation_id || ':' || claims.symbol || '@'
        || claim_verdicts.language
LEFT JOIN thread_members ON thread_members.provision_id = own.provision_id;

-- Whether there are rules for the language of a draft, so that "none" can be told from "not
-- known"; and its words in provisions that could oblige anybody.
CREATE TABLE drafts_looked_at (
    draft_id TEXT PRIMARY KEY REFERENCES drafts(id) ON DELETE CASCADE,
    for_force INTEGER NOT NULL CHECK (for_force IN (0, 1)),
    for_references INTEGER NOT NULL CHECK (for_references IN (0, 1)),
    operative_words INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE force_words (
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('duty', 'option', 'ban', 'encouragement', 'qualifier',
        'safeguard')),
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    operative INTEGER NOT NULL CHECK (operative IN (0, 1)),
    PRIMARY KEY (provision_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE VIEW force_by_draft AS
WITH sums AS (
    SELECT provisions.draft_id, sum(force_words.kind = 'duty') AS duties,
        sum(force_words.kind = 'option') AS options, sum(force_words.kind = 'ban') AS bans,
        sum(force_words.kind = 'encouragement') AS encouragements,
        sum(force_words.kind = 'qualifier') AS qualifiers,
        sum(force_words.kind = 'safeguard') AS safeguards
    FROM force_words JOIN provisions ON provisions.id = force_words.provision_id
    WHERE force_words.operative = 1
    GROUP BY provisions.draft_id
)
SELECT drafts.negotiation_id, drafts.language, drafts.position AS round, drafts.date,
    drafts.symbol, drafts.name AS draft, drafts.partial, drafts.standing, operative_words,
    coalesce(duties, 0) AS duties, coalesce(options, 0) AS options, coalesce(bans, 0) AS bans,
    coalesce(encouragements, 0) AS encouragements, coalesce(qualifiers, 0) AS qualifiers,
    coalesce(safeguards, 0) AS safeguards,
    round(coalesce(1000.0 * duties / nullif(operative_words, 0), 0), 1) AS duties_per_1000_words,
    round(coalesce(1000.0 * options / nullif(operative_words, 0), 0), 1) AS options_per_1000_words,
    round(coalesce(1000.0 * bans / nullif(operative_words, 0), 0), 1) AS bans_per_1000_words,
    round(coalesce(1000.0 * encouragements / nullif(operative_words, 0), 0), 1)
        AS encouragements_per_1000_words,
    round(coalesce(1000.0 * qualifiers / nullif(operative_words, 0), 0), 1)
        AS qualifiers_per_1000_words,
    round(coalesce(1000.0 * safeguards / nullif(operative_words, 0), 0), 1)
        AS safeguards_per_1000_words,
    drafts.id AS draft_id
FROM drafts_looked_at
JOIN drafts ON drafts.id = drafts_looked_at.draft_id
LEFT JOIN sums ON sums.draft_id = drafts.id
WHERE for_force = 1;

-- Every article in every draft, with all that stands inside it.
CREATE VIEW force_by_article AS
WITH RECURSIVE up(provision_id, at_id) AS (
    SELECT DISTINCT provision_id, provision_id FROM force_words
    UNION ALL
    SELECT up.provision_id, provisions.parent_id FROM up
    JOIN provisions ON provisions.id = up.at_id
    WHERE provisions.is_article = 0 AND provisions.parent_id IS NOT NULL
),
sums AS (
    SELECT up.at_id AS article_id, sum(force_words.kind = 'duty') AS duties,
        sum(force_words.kind = 'option') AS options, sum(force_words.kind = 'ban') AS bans,
        sum(force_words.kind = 'encouragement') AS encouragements,
        sum(force_words.kind = 'qualifier') AS qualifiers,
        sum(force_words.kind = 'safeguard') AS safeguards
    FROM up JOIN force_words ON force_words.provision_id = up.provision_id
    WHERE force_words.operative = 1
    GROUP BY up.at_id
)
SELECT drafts.negotiation_id, drafts.language, thread_members.thread_id,
    threads.label AS provision, drafts.position AS round, drafts.date, drafts.symbol,
    provisions.number, provisions.heading, coalesce(duties, 0) AS duties,
    coalesce(options, 0) AS options, coalesce(bans, 0) AS bans,
    coalesce(encouragements, 0) AS encouragements, coalesce(qualifiers, 0) AS qualifiers,
    coalesce(safeguards, 0) AS safeguards, provisions.id AS provision_id
FROM provisions
JOIN drafts ON drafts.id = provisions.draft_id
JOIN drafts_looked_at ON drafts_looked_at.draft_id = drafts.id AND for_force = 1
LEFT JOIN sums ON sums.article_id = provisions.id
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
LEFT JOIN threads ON threads.id = thread_members.thread_id
WHERE provisions.is_article = 1;

CREATE TABLE cross_references (
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    -- The words may name several; those for this one alone are at [own_start, own_end).
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    own_start INTEGER NOT NULL,
    own_end INTEGER NOT NULL,
    leads TEXT NOT NULL CHECK (leads IN ('exact', 'nearest', 'nowhere', 'elsewhere', 'unclear')),
    target_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    last_target_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    near_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    instrument TEXT NOT NULL,
    sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
    why TEXT NOT NULL,
    PRIMARY KEY (provision_id, ordinal)
) STRICT, WITHOUT ROWID;
-- These three are used when a provision goes and takes along what refers to it.
CREATE INDEX cross_references_by_target ON cross_references (target_provision_id)
    WHERE target_provision_id IS NOT NULL;
CREATE INDEX cross_references_by_last_target ON cross_references (last_target_provision_id)
    WHERE last_target_provision_id IS NOT NULL;
CREATE INDEX cross_references_by_near ON cross_references (near_provision_id)
    WHERE near_provision_id IS NOT NULL;

-- What became of each reference between two drafts. Those that stayed have no row.
CREATE TABLE reference_changes (
    comparison_id TEXT NOT NULL REFERENCES comparisons(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('consequential', 'repointed', 'stale', 'dangling',
        'added', 'removed', 'unclear')),
    old_provision_id TEXT,
    old_ordinal INTEGER,
    new_provision_id TEXT,
    new_ordinal INTEGER,
    old_target TEXT NOT NULL,
    new_target TEXT NOT NULL,
    became_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
    why TEXT NOT NULL,
    PRIMARY KEY (comparison_id, ordinal),
    FOREIGN KEY (old_provision_id, old_ordinal) REFERENCES cross_references(provision_id, ordinal)
        ON DELETE CASCADE,
    FOREIGN KEY (new_provision_id, new_ordinal) REFERENCES cross_references(provision_id, ordinal)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_changes_by_older ON reference_changes (old_provision_id, old_ordinal)
    WHERE old_provision_id IS NOT NULL;
CREATE INDEX reference_changes_by_newer ON reference_changes (new_provision_id, new_ordinal)
    WHERE new_provision_id IS NOT NULL;
CREATE INDEX reference_changes_by_what_it_became ON reference_changes (became_provision_id)
    WHERE became_provision_id IS NOT NULL;

CREATE VIEW references_that_lead_nowhere AS
SELECT drafts.negotiation_id, drafts.language, drafts.position AS round, drafts.date,
    drafts.symbol, threads.label AS provision, provisions.number, cross_references.words,
    near.number AS nearest_number, near.heading AS nearest_heading, cross_references.sure,
    cross_references.why, provisions.text, cross_references.text_start, cross_references.text_end,
    provisions.id AS provision_id, cross_references.near_provision_id
FROM cross_references
JOIN provisions ON provisions.id = cross_references.provision_id
JOIN drafts ON drafts.id = provisions.draft_id
LEFT JOIN provisions AS near ON near.id = cross_references.near_provision_id
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
LEFT JOIN threads ON threads.id = thread_members.thread_id
WHERE cross_references.leads = 'nowhere';

CREATE VIEW references_that_point_elsewhere AS
SELECT comparisons.negotiation_id, newer.language, older.symbol AS old_symbol,
    newer.symbol AS new_symbol, comparisons.rounds_apart, threads.label AS provision,
    changed.outcome, CASE WHEN changed.sure THEN '' ELSE 'Possibly: ' END || CASE changed.outcome
        WHEN 'stale' THEN '“' || now.words || '” stayed, but what it named, ' || changed.old_target
            || ', is no longer that; it leads to ' || changed.new_target
        WHEN 'dangling' THEN '“' || now.words || '” leads nowhere' || CASE
            WHEN changed.old_target <> '' THEN '; it led to ' || changed.old_target ELSE '' END
        ELSE '“' || was.words || '” led to ' || changed.old_target || '; “' || now.words
            || '” leads to ' || changed.new_target
        END || CASE WHEN changed.why <> '' THEN ' (' || changed.why || ')' ELSE '' END
        AS sentence,
    was.words AS old_words, now.words AS new_words, changed.old_target, changed.new_target,
    changed.sure, changed.why, changed.old_provision_id, changed.new_provision_id
FROM reference_changes AS changed
JOIN comparisons ON comparisons.id = changed.comparison_id
JOIN drafts AS older ON older.id = comparisons.old_draft_id
JOIN drafts AS newer ON newer.id = comparisons.new_draft_id
JOIN cross_references AS now ON now.provision_id = changed.new_provision_id
    AND now.ordinal = changed.new_ordinal
LEFT JOIN cross_references AS was ON was.provision_id = changed.old_provision_id
    AND was.ordinal = changed.old_ordinal
LEFT JOIN thread_members ON thread_members.provision_id = changed.new_provision_id
LEFT JOIN threads ON threads.id = thread_members.thread_id
WHERE changed.outcome IN ('repointed', 'stale', 'dangling')
    -- What led nowhere before is in `references_that_lead_nowhere`.
    AND changed.why NOT LIKE '%it did so before';
