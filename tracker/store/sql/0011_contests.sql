-- Words that were contested: in brackets, in options, under a proponent's name. A contest goes on
-- from draft to draft as long as its words are marked, wherever they stand, and ends with the first
-- draft that has them without the mark, or no longer has them.
--   contest  16 hexadecimal digits of the draft in which it began, its kind and its places there
CREATE TABLE contests (
    id TEXT PRIMARY KEY,
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('bracket', 'alternative', 'proponent')),
    label TEXT NOT NULL,
    words TEXT NOT NULL,
    entered_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    first_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    last_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    rounds_contested INTEGER NOT NULL,
    again INTEGER NOT NULL CHECK (again IN (0, 1)),
    outcome TEXT NOT NULL CHECK (outcome IN
        ('kept', 'partly kept', 'replaced', 'dropped', 'open', 'not covered')),
    resolved_draft_id TEXT REFERENCES drafts(id) ON DELETE CASCADE,
    kept TEXT NOT NULL,
    instead TEXT NOT NULL,
    certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
    CHECK ((resolved_draft_id IS NULL) = (outcome IN ('open', 'not covered')))
) STRICT;
CREATE INDEX contests_by_negotiation ON contests (negotiation_id, language, ordinal);
CREATE INDEX contests_by_entry ON contests (entered_draft_id);
CREATE INDEX contests_by_first ON contests (first_draft_id);
CREATE INDEX contests_by_last ON contests (last_draft_id);
CREATE INDEX contests_by_end ON contests (resolved_draft_id);

CREATE TABLE contest_rounds (
    contest_id TEXT NOT NULL REFERENCES contests(id) ON DELETE CASCADE,
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    PRIMARY KEY (contest_id, draft_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contest_rounds_by_draft ON contest_rounds (draft_id);

-- A stretch may go on through several provisions: a row for each.
CREATE TABLE contest_spots (
    contest_id TEXT NOT NULL REFERENCES contests(id) ON DELETE CASCADE,
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('heading', 'text')),
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    PRIMARY KEY (contest_id, draft_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX contest_spots_by_provision ON contest_spots (provision_id);
CREATE INDEX contest_spots_by_draft ON contest_spots (draft_id);

CREATE TABLE contest_names (
    contest_id TEXT NOT NULL REFERENCES contests(id) ON DELETE CASCADE,
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    wants TEXT NOT NULL,
    PRIMARY KEY (contest_id, draft_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX contest_names_by_draft ON contest_names (draft_id);

CREATE VIEW contested_words AS
SELECT contests.negotiation_id, contests.language, threads.label AS provision, provisions.number,
    contests.kind, contests.label, contests.words,
    coalesce((
        SELECT group_concat(who, '; ') OVER (
            ORDER BY round, ordinal ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) FROM (
            SELECT contest_names.name || CASE wants WHEN '' THEN '' ELSE ' (' || wants || ')' END
                AS who, min(drafts.position) AS round, contest_names.ordinal
            FROM contest_names JOIN drafts ON drafts.id = contest_names.draft_id
            WHERE contest_names.contest_id = contests.id GROUP BY contest_names.name, wants
        ) LIMIT 1
    ), '') AS proponents,
    contests.rounds_contested,
    CAST(julianday(coalesce(resolved.date, last.date)) - julianday(first.date) AS INTEGER)
        AS days_contested,
    entered.symbol AS symbol_of_entry, first.symbol AS first_symbol, first.position AS first_round,
    first.date AS first_date, last.symbol AS last_symbol, last.position AS last_round,
    contests.outcome, resolved.symbol AS resolved_symbol, resolved.position AS resolved_round,
    resolved.date AS resolved_date, contests.kept, contests.instead, contests.again,
    contests.certain, provisions.id AS provision_id, threads.id AS thread_id,
    contests.id AS contest_id
FROM contests
JOIN drafts AS entered ON entered.id = contests.entered_draft_id
JOIN drafts AS first ON first.id = contests.first_draft_id
JOIN drafts AS last ON last.id = contests.last_draft_id
LEFT JOIN drafts AS resolved ON resolved.id = contests.resolved_draft_id
JOIN contest_spots AS spot ON spot.contest_id = contests.id
    AND spot.draft_id = contests.last_draft_id AND spot.ordinal = 1
JOIN provisions ON provisions.id = spot.provision_id
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
LEFT JOIN threads ON threads.id = thread_members.thread_id;

CREATE VIEW contested_by_round AS
SELECT contests.negotiation_id, contests.language, drafts.position AS round, drafts.date,
    drafts.symbol, threads.label AS provision, provisions.number, contests.kind, contests.label,
    substr(CASE spot.field WHEN 'heading' THEN provisions.heading ELSE provisions.text END,
        spot.text_start + 1, spot.text_end - spot.text_start) AS words,
    coalesce((
        SELECT group_concat(
            name || CASE wants WHEN '' THEN '' ELSE ' (' || wants || ')' END, '; '
        ) OVER (
            ORDER BY contest_names.ordinal
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        FROM contest_names WHERE contest_names.contest_id = spot.contest_id
            AND contest_names.draft_id = spot.draft_id LIMIT 1
    ), '') AS proponents,
    contests.outcome, spot.field, spot.text_start, spot.text_end,
    coalesce((
        SELECT page FROM provision_spans WHERE provision_spans.provision_id = provisions.id
            AND provision_spans.field = spot.field AND field_start <= spot.text_start
        ORDER BY field_start DESC LIMIT 1
    ), provisions.page) AS page,
    provisions.id AS provision_id, threads.id AS thread_id, contests.id AS contest_id
FROM contest_spots AS spot
JOIN contests ON contests.id = spot.contest_id
JOIN drafts ON drafts.id = spot.draft_id
JOIN provisions ON provisions.id = spot.provision_id
LEFT JOIN thread_members ON thread_members.provision_id = provisions.id
LEFT JOIN threads ON threads.id = thread_members.thread_id;

-- What to ask first of words through time: the qualifiers and safeguards whose number changed most
-- between whole drafts.
CREATE TABLE telling_phrases (
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    phrase TEXT NOT NULL,
    fewest INTEGER NOT NULL,
    most INTEGER NOT NULL,
    PRIMARY KEY (negotiation_id, language, ordinal)
) STRICT;
