-- The times in which words stood in the text. Words with the same times share one history, so that
-- a run of words holds no more than its key, and what is left of each round is told without
-- reading the runs. The key says the rounds: 2-3,5- stands for words that entered in round 2, were
-- out in round 4, and are back since round 5.
CREATE TABLE word_histories (
    id TEXT PRIMARY KEY,
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    words INTEGER NOT NULL
) STRICT;
CREATE INDEX word_histories_by_negotiation ON word_histories (negotiation_id, language);

CREATE TABLE word_lives (
    history_id TEXT NOT NULL REFERENCES word_histories(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    entered_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    left_draft_id TEXT REFERENCES drafts(id) ON DELETE CASCADE,
    PRIMARY KEY (history_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX word_lives_by_entry ON word_lives (entered_draft_id);
CREATE INDEX word_lives_by_end ON word_lives (left_draft_id);

-- `is_last`: a later draft deletes the words, and none before that prints them again. Histories are
-- written together with the runs; a foreign key to them would need an index as large as the table.
CREATE TABLE word_runs (
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('heading', 'text')),
    run_start INTEGER NOT NULL,
    run_end INTEGER NOT NULL,
    word_count INTEGER NOT NULL,
    history_id TEXT NOT NULL,
    is_last INTEGER NOT NULL CHECK (is_last IN (0, 1)),
    certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
    PRIMARY KEY (provision_id, field, run_start)
) STRICT, WITHOUT ROWID;

CREATE VIEW ages_of_words AS
SELECT drafts.negotiation_id, drafts.language, drafts.position AS round, drafts.name AS draft,
    drafts.symbol, threads.label AS provision, provisions.number, provisions.heading,
    word_runs.field,
    substr(iif(word_runs.field = 'text', provisions.text, provisions.heading),
        word_runs.run_start + 1, word_runs.run_end - word_runs.run_start) AS text,
    word_runs.word_count,
    first_draft.position AS entered_round, first_draft.symbol AS entered_symbol,
    since_draft.position AS since_round, since_draft.symbol AS since_symbol,
    life.ordinal - 1 AS times_back,
    left_draft.position AS left_round, left_draft.symbol AS left_symbol,
    word_runs.is_last, word_runs.certain, word_runs.run_start, word_runs.run_end,
    word_runs.history_id, word_runs.provision_id
FROM word_runs
JOIN provisions ON provisions.id = word_runs.provision_id
JOIN drafts ON drafts.id = provisions.draft_id
JOIN word_lives AS first_life
    ON first_life.history_id = word_runs.history_id AND first_life.ordinal = 1
JOIN drafts AS first_draft ON first_draft.id = first_life.entered_draft_id
JOIN word_lives AS life ON life.history_id = word_runs.history_id
JOIN drafts AS since_draft ON since_draft.id = life.entered_draft_id
    AND since_draft.position <= drafts.position
LEFT JOIN drafts AS left_draft ON left_draft.id = life.left_draft_id
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
LEFT JOIN threads ON threads.id = thread_members.thread_id
WHERE left_draft.position IS NULL OR left_draft.position > drafts.position;

-- Words count wherever they stand; what a partial document does not cover stands as it stood.
CREATE VIEW survival_of_words AS
SELECT word_histories.negotiation_id, word_histories.language,
    origin.position AS entered_round, origin.name AS entered_draft,
    origin.symbol AS entered_symbol, later.position AS round, later.name AS draft, later.symbol,
    sum(CASE WHEN EXISTS (
        SELECT 1 FROM word_lives AS life
        JOIN drafts AS since_draft ON since_draft.id = life.entered_draft_id
        LEFT JOIN drafts AS left_draft ON left_draft.id = life.left_draft_id
        WHERE life.history_id = word_histories.id AND since_draft.position <= later.position
            AND (left_draft.position IS NULL OR left_draft.position > later.position)
    ) THEN word_histories.words ELSE 0 END) AS words_standing,
    sum(word_histories.words) AS words_that_entered
FROM word_histories
JOIN word_lives AS first_life
    ON first_life.history_id = word_histories.id AND first_life.ordinal = 1
JOIN drafts AS origin ON origin.id = first_life.entered_draft_id
JOIN drafts AS later ON later.negotiation_id = word_histories.negotiation_id
    AND later.language = word_histories.language AND later.position >= origin.position
GROUP BY word_histories.negotiation_id, word_histories.language, origin.id, later.id;

-- Told where they are back for the first time. One or two words come and go; of a heading the
-- provision says more.
CREATE VIEW words_that_came_back AS
SELECT ages.negotiation_id, ages.language, ages.round, ages.draft, ages.symbol, ages.provision,
    ages.number, ages.heading, ages.text, ages.word_count, ages.entered_round, ages.entered_symbol,
    gone.position AS gone_round, gone.symbol AS gone_symbol, ages.times_back, ages.left_round,
    ages.certain, ages.run_start, ages.run_end, ages.provision_id
FROM ages_of_words AS ages
JOIN word_lives AS before
    ON before.history_id = ages.history_id AND before.ordinal = ages.times_back
JOIN drafts AS gone ON gone.id = before.left_draft_id
WHERE ages.since_round = ages.round AND ages.field = 'text' AND ages.word_count >= 3;

CREATE VIEW deleted_words AS
SELECT ages.negotiation_id, ages.language, gone.position AS round, gone.symbol,
    gone.name AS draft, ages.round AS old_round, ages.symbol AS old_symbol, ages.provision,
    ages.number, ages.heading, ages.field, ages.text, ages.word_count, ages.entered_round,
    ages.entered_symbol,
    CAST(julianday(gone.date) - julianday(origin.date) AS INTEGER) AS days_old,
    back.position AS back_round, back.symbol AS back_symbol,
    (SELECT min(word_runs.certain) FROM provisions
        JOIN word_runs ON word_runs.provision_id = provisions.id
        WHERE provisions.draft_id = back.id AND word_runs.history_id = ages.history_id
    ) AS back_certain,
    ages.certain, ages.run_start, ages.run_end, ages.provision_id
FROM ages_of_words AS ages
JOIN word_lives AS life
    ON life.history_id = ages.history_id AND life.ordinal = ages.times_back + 1
JOIN drafts AS gone ON gone.id = life.left_draft_id
JOIN word_lives AS first_life
    ON first_life.history_id = ages.history_id AND first_life.ordinal = 1
JOIN drafts AS origin ON origin.id = first_life.entered_draft_id
LEFT JOIN word_lives AS next_life
    ON next_life.history_id = ages.history_id AND next_life.ordinal = ages.times_back + 2
LEFT JOIN drafts AS back ON back.id = next_life.entered_draft_id
WHERE ages.is_last = 1;

-- What two drafts do not show when they are compared: words that stand in both and were out
-- between, words that stand in neither and were in between.
CREATE VIEW changed_and_changed_back AS
WITH lives AS MATERIALIZED (
    SELECT word_lives.history_id, word_lives.ordinal, since_draft.position AS since,
        coalesce(left_draft.position, 1000000000) AS gone
    FROM word_lives
    JOIN drafts AS since_draft ON since_draft.id = word_lives.entered_draft_id
    LEFT JOIN drafts AS left_draft ON left_draft.id = word_lives.left_draft_id
),
pairs AS MATERIALIZED (
    SELECT old_draft.negotiation_id, old_draft.language, old_draft.position AS old_round,
        old_draft.symbol AS old_symbol, new_draft.position AS new_round,
        new_draft.symbol AS new_symbol
    FROM drafts AS old_draft
    JOIN drafts AS new_draft ON new_draft.negotiation_id = old_draft.negotiation_id
        AND new_draft.language = old_draft.language
        AND new_draft.position > old_draft.position + 1
),
passed AS MATERIALIZED (
    SELECT pairs.*, word_histories.id AS history_id, 'left and came back' AS what,
        at_old.gone AS first_round, at_new.since AS second_round, pairs.new_round AS told_round
    FROM word_histories
    JOIN pairs USING (negotiation_id, language)
    JOIN lives AS at_old ON at_old.history_id = word_histories.id
        AND at_old.since <= pairs.old_round AND at_old.gone > pairs.old_round
    JOIN lives AS at_new ON at_new.history_id = word_histories.id
        AND at_new.since <= pairs.new_round AND at_new.gone > pairs.new_round
    WHERE at_old.ordinal < at_new.ordinal
    UNION ALL
    SELECT pairs.*, word_histories.id, 'came in and left', min(between_them.since),
        max(between_them.gone), min(between_them.since)
    FROM word_histories
    JOIN pairs USING (negotiation_id, language)
    JOIN lives AS between_them ON between_them.history_id = word_histories.id
        AND between_them.since > pairs.old_round AND between_them.gone <= pairs.new_round
    WHERE NOT EXISTS (
        SELECT 1 FROM lives AS other WHERE other.history_id = word_histories.id
            AND ((other.since <= pairs.old_round AND other.gone > pairs.old_round)
                OR (other.since <= pairs.new_round AND other.gone > pairs.new_round))
    )
    GROUP BY word_histories.id, pairs.negotiation_id, pairs.language, pairs.old_round,
        pairs.new_round
)
SELECT passed.negotiation_id, passed.language, passed.old_round, passed.old_symbol,
    passed.new_round, passed.new_symbol, passed.what, threads.label AS provision,
    told.symbol AS symbol, provisions.number, provisions.heading, word_runs.field,
    substr(iif(word_runs.field = 'text', provisions.text, provisions.heading),
        word_runs.run_start + 1, word_runs.run_end - word_runs.run_start) AS text,
    word_runs.word_count, passed.first_round, changed.symbol AS first_symbol, passed.second_round,
    changed_back.symbol AS second_symbol,
    changed.partial OR changed_back.partial AS partial, word_runs.certain, word_runs.run_start,
    word_runs.run_end, word_runs.provision_id
FROM word_runs
CROSS JOIN passed ON passed.history_id = word_runs.history_id
CROSS JOIN provisions ON provisions.id = word_runs.provision_id
CROSS JOIN drafts AS told ON told.id = provisions.draft_id AND told.position = passed.told_round
JOIN drafts AS changed ON changed.negotiation_id = passed.negotiation_id
    AND changed.language = passed.language AND changed.position = passed.first_round
JOIN drafts AS changed_back ON changed_back.negotiation_id = passed.negotiation_id
    AND changed_back.language = passed.language AND changed_back.position = passed.second_round
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
LEFT JOIN threads ON threads.id = thread_members.thread_id;
