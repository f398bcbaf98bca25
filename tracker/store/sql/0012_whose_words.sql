-- What people put beside the drafts of a negotiation, and what of it stands in them.

-- An earlier instrument is a draft of a negotiation that is listed nowhere and stands `beside`
-- another: so every character of it leads to the file that it was read from.
ALTER TABLE negotiations ADD COLUMN beside TEXT;

-- What the manifest names, whether or not the file is there.
CREATE TABLE given_files (
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('proposals', 'precedent')),
    ordinal INTEGER NOT NULL,
    file TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    date TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, kind, ordinal)
) STRICT;

CREATE TABLE proposals (
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    proposal_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    address TEXT NOT NULL,
    author TEXT NOT NULL,
    date TEXT NOT NULL,
    text TEXT NOT NULL,
    old_text TEXT NOT NULL,
    aims_at TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, proposal_id)
) STRICT;

CREATE TABLE proposal_matches (
    id TEXT PRIMARY KEY,
    negotiation_id TEXT NOT NULL,
    language TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    proposal_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('new words', 'new place', 'deletion')),
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    called TEXT NOT NULL,
    called_heading TEXT NOT NULL,
    matched TEXT NOT NULL,
    words INTEGER NOT NULL,
    new_words INTEGER NOT NULL,
    share REAL NOT NULL,
    chance REAL NOT NULL,
    context INTEGER NOT NULL,
    drafts_later INTEGER,
    sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
    doubts TEXT NOT NULL,
    coarse INTEGER NOT NULL CHECK (coarse IN (0, 1)),
    FOREIGN KEY (negotiation_id, proposal_id) REFERENCES proposals(negotiation_id, proposal_id)
        ON DELETE CASCADE
) STRICT;
CREATE INDEX proposal_matches_by_proposal ON proposal_matches (negotiation_id, proposal_id);
CREATE INDEX proposal_matches_by_draft ON proposal_matches (draft_id);
CREATE INDEX proposal_matches_by_provision ON proposal_matches (provision_id);

CREATE TABLE match_runs (
    match_id TEXT NOT NULL REFERENCES proposal_matches(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    proposal_start INTEGER NOT NULL,
    proposal_end INTEGER NOT NULL,
    words INTEGER NOT NULL,
    new_words INTEGER NOT NULL,
    common_start INTEGER NOT NULL,
    common_end INTEGER NOT NULL,
    proposal_common_start INTEGER NOT NULL,
    proposal_common_end INTEGER NOT NULL,
    PRIMARY KEY (match_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Where else: another provision with the same words, or another proposal that has them.
CREATE TABLE match_elsewhere (
    match_id TEXT NOT NULL REFERENCES proposal_matches(id) ON DELETE CASCADE,
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    called TEXT NOT NULL,
    PRIMARY KEY (match_id, provision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_elsewhere_by_provision ON match_elsewhere (provision_id);
CREATE TABLE match_also (
    match_id TEXT NOT NULL REFERENCES proposal_matches(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    proposal_id TEXT NOT NULL,
    PRIMARY KEY (match_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE precedents (
    draft_id TEXT PRIMARY KEY REFERENCES drafts(id) ON DELETE CASCADE,
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    file TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

-- What the last draft has of an earlier instrument.
CREATE TABLE borrowings (
    precedent_draft_id TEXT PRIMARY KEY REFERENCES precedents(draft_id) ON DELETE CASCADE,
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    share_of_precedent REAL NOT NULL,
    share_of_draft REAL NOT NULL,
    safeguards_looked_at INTEGER NOT NULL CHECK (safeguards_looked_at IN (0, 1))
) STRICT;
CREATE INDEX borrowings_by_draft ON borrowings (draft_id);

-- What became of each article of an earlier instrument, and of each part of it with words.
CREATE TABLE borrowed_articles (
    provision_id TEXT PRIMARY KEY REFERENCES provisions(id) ON DELETE CASCADE,
    precedent_draft_id TEXT NOT NULL REFERENCES borrowings(precedent_draft_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    called TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN
        ('same words', 'other words', 'in part', 'usual phrases', 'not taken over')),
    words INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
    namesake_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX borrowed_articles_by_precedent ON borrowed_articles (precedent_draft_id, ordinal);
CREATE INDEX borrowed_articles_by_namesake ON borrowed_articles (namesake_provision_id);
CREATE TABLE borrowed_parts (
    provision_id TEXT PRIMARY KEY REFERENCES provisions(id) ON DELETE CASCADE,
    article_provision_id TEXT NOT NULL REFERENCES borrowed_articles(provision_id)
        ON DELETE CASCADE,
    precedent_draft_id TEXT NOT NULL REFERENCES borrowings(precedent_draft_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    called TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN
        ('same words', 'other words', 'in part', 'usual phrases', 'not taken over')),
    words INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    added INTEGER NOT NULL,
    sure INTEGER NOT NULL CHECK (sure IN (0, 1))
) STRICT;
CREATE INDEX borrowed_parts_by_precedent ON borrowed_parts (precedent_draft_id, ordinal);
CREATE INDEX borrowed_parts_by_article ON borrowed_parts (article_provision_id);
CREATE TABLE borrowed_into (
    provision_id TEXT NOT NULL REFERENCES borrowed_parts(provision_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    into_provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    PRIMARY KEY (provision_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX borrowed_into_by_draft ON borrowed_into (into_provision_id);
-- The words of a part that was taken over, from its first to its last, by what became of them.
CREATE TABLE borrowed_words (
    provision_id TEXT NOT NULL REFERENCES borrowed_parts(provision_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    became TEXT NOT NULL CHECK (became IN
        ('kept', 'left out', 'reworded', 'elsewhere', 'not counted')),
    words INTEGER NOT NULL,
    instead TEXT NOT NULL,
    elsewhere_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    PRIMARY KEY (provision_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX borrowed_words_by_elsewhere ON borrowed_words (elsewhere_provision_id);

-- Words that protect, in an article that was taken over, and nowhere in the articles that took it
-- over.
CREATE TABLE lost_safeguards (
    provision_id TEXT NOT NULL REFERENCES borrowed_parts(provision_id) ON DELETE CASCADE,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    matched TEXT NOT NULL,
    whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    instead TEXT NOT NULL,
    share REAL NOT NULL,
    sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
    PRIMARY KEY (provision_id, text_start, text_end)
) STRICT, WITHOUT ROWID;
CREATE TABLE lost_safeguards_from (
    provision_id TEXT NOT NULL REFERENCES borrowed_parts(provision_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    into_provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    PRIMARY KEY (provision_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX lost_safeguards_from_by_draft ON lost_safeguards_from (into_provision_id);

-- Where each provision of the last draft comes from, for each earlier instrument.
CREATE TABLE origins (
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    precedent_draft_id TEXT NOT NULL REFERENCES borrowings(precedent_draft_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    article_provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    called TEXT NOT NULL,
    words INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    is_new INTEGER NOT NULL CHECK (is_new IN (0, 1)),
    usual INTEGER NOT NULL CHECK (usual IN (0, 1)),
    sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
    PRIMARY KEY (provision_id, precedent_draft_id)
) STRICT;
CREATE INDEX origins_by_precedent ON origins (precedent_draft_id, ordinal);
CREATE INDEX origins_by_article ON origins (article_provision_id);
CREATE TABLE origin_words (
    provision_id TEXT NOT NULL,
    precedent_draft_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    PRIMARY KEY (provision_id, precedent_draft_id, ordinal),
    FOREIGN KEY (provision_id, precedent_draft_id)
        REFERENCES origins(provision_id, precedent_draft_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE origin_sources (
    provision_id TEXT NOT NULL,
    precedent_draft_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    source_provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    PRIMARY KEY (provision_id, precedent_draft_id, ordinal),
    FOREIGN KEY (provision_id, precedent_draft_id)
        REFERENCES origins(provision_id, precedent_draft_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_sources_by_source ON origin_sources (source_provision_id);

-- The rounds of a negotiation are its drafts alone, not what stands beside them.
DROP VIEW articles;
CREATE VIEW articles AS
SELECT drafts.negotiation_id, drafts.position AS round, drafts.name AS draft, drafts.symbol,
    drafts.date, provisions.ordinal AS place_in_draft, provisions.number, provisions.heading,
    provisions.legal_function, provisions.page, provisions.id AS provision_id
FROM provisions
JOIN drafts ON drafts.id = provisions.draft_id
JOIN negotiations ON negotiations.id = drafts.negotiation_id AND negotiations.beside IS NULL
WHERE provisions.is_article = 1;
DROP VIEW words_by_round;
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
JOIN negotiations ON negotiations.id = drafts.negotiation_id AND negotiations.beside IS NULL
LEFT JOIN comparisons ON comparisons.new_draft_id = drafts.id AND comparisons.rounds_apart = 1
    -- What a partial document does not hold was neither deleted nor, the round after, inserted.
    AND drafts.partial = 0
    AND (SELECT partial FROM drafts AS older WHERE older.id = comparisons.old_draft_id) = 0;

CREATE VIEW whose_words AS
SELECT proposal_matches.negotiation_id, proposal_matches.language, proposals.author,
    proposals.date AS date_of_proposal, proposals.source, proposal_matches.sure,
    proposal_matches.doubts, proposal_matches.kind, drafts.position AS round, drafts.symbol,
    proposal_matches.called AS provision, proposal_matches.called_heading AS heading,
    proposal_matches.matched AS words_matched, proposal_matches.words,
    proposal_matches.drafts_later, proposal_matches.chance, proposal_matches.share,
    (SELECT count(*) FROM match_also WHERE match_also.match_id = proposal_matches.id)
        AS others_with_these_words,
    proposals.text AS proposed_text, proposals.old_text AS text_to_be_replaced,
    provisions.text AS provision_text, proposal_matches.proposal_id,
    proposal_matches.provision_id, proposal_matches.id AS match_id
FROM proposal_matches
JOIN proposals ON proposals.negotiation_id = proposal_matches.negotiation_id
    AND proposals.proposal_id = proposal_matches.proposal_id
JOIN drafts ON drafts.id = proposal_matches.draft_id
JOIN provisions ON provisions.id = proposal_matches.provision_id;

CREATE VIEW taken_up_by_author AS
WITH found AS (
    SELECT negotiation_id, proposal_id, language,
        max(kind <> 'deletion' AND sure) AS entered_sure, max(kind <> 'deletion') AS entered,
        max(kind = 'deletion' AND sure) AS went_sure, max(kind = 'deletion') AS went
    FROM proposal_matches GROUP BY negotiation_id, proposal_id, language
)
SELECT proposals.negotiation_id, proposals.author, count(*) AS proposals,
    sum(coalesce(found.entered_sure, 0)) AS surely_matched,
    sum(coalesce(found.entered, 0) - coalesce(found.entered_sure, 0)) AS possibly_matched,
    sum(coalesce(found.went_sure, 0)) AS surely_gone,
    sum(coalesce(found.went, 0) - coalesce(found.went_sure, 0)) AS possibly_gone
FROM proposals
LEFT JOIN found ON found.negotiation_id = proposals.negotiation_id
    AND found.proposal_id = proposals.proposal_id
GROUP BY proposals.negotiation_id, proposals.author;

CREATE VIEW borrowed AS
SELECT borrowings.negotiation_id, borrowings.language, precedents.title AS precedent,
    borrowed_parts.called AS precedent_provision, article.heading AS precedent_heading,
    borrowed_parts.verdict, borrowed_parts.sure, borrowed_parts.words, borrowed_parts.kept,
    drafts.symbol, origins.called AS provision, held.heading AS heading,
    old.text AS precedent_text, new.text AS provision_text,
    borrowed_parts.provision_id AS precedent_provision_id, new.id AS provision_id
FROM borrowed_parts
JOIN borrowings ON borrowings.precedent_draft_id = borrowed_parts.precedent_draft_id
JOIN precedents ON precedents.draft_id = borrowings.precedent_draft_id
JOIN drafts ON drafts.id = borrowings.draft_id
JOIN provisions AS old ON old.id = borrowed_parts.provision_id
JOIN provisions AS article ON article.id = borrowed_parts.article_provision_id
JOIN borrowed_into ON borrowed_into.provision_id = borrowed_parts.provision_id
JOIN provisions AS new ON new.id = borrowed_into.into_provision_id
LEFT JOIN origins ON origins.provision_id = new.id
    AND origins.precedent_draft_id = borrowings.precedent_draft_id
LEFT JOIN provisions AS held ON held.id = origins.article_provision_id
WHERE borrowed_parts.verdict NOT IN ('usual phrases', 'not taken over');

CREATE VIEW left_out_of_what_was_borrowed AS
SELECT borrowings.negotiation_id, borrowings.language, precedents.title AS precedent,
    borrowed_parts.called AS precedent_provision, article.heading AS precedent_heading,
    trim(substr(old.text, borrowed_words.text_start + 1,
        borrowed_words.text_end - borrowed_words.text_start)) AS words_left_out,
    borrowed_words.words, borrowed_words.instead, borrowed_parts.sure,
    EXISTS (SELECT 1 FROM lost_safeguards
        WHERE lost_safeguards.provision_id = borrowed_words.provision_id
        AND lost_safeguards.text_start < borrowed_words.text_end
        AND lost_safeguards.text_end > borrowed_words.text_start) AS protects,
    drafts.symbol, old.text AS precedent_text,
    borrowed_words.text_start, borrowed_words.text_end,
    borrowed_words.provision_id AS precedent_provision_id
FROM borrowed_words
JOIN borrowed_parts ON borrowed_parts.provision_id = borrowed_words.provision_id
JOIN borrowings ON borrowings.precedent_draft_id = borrowed_parts.precedent_draft_id
JOIN precedents ON precedents.draft_id = borrowings.precedent_draft_id
JOIN drafts ON drafts.id = borrowings.draft_id
JOIN provisions AS old ON old.id = borrowed_words.provision_id
JOIN provisions AS article ON article.id = borrowed_parts.article_provision_id
WHERE borrowed_words.became = 'left out';

CREATE VIEW safeguards_left_out AS
SELECT borrowings.negotiation_id, borrowings.language, precedents.title AS precedent,
    borrowed_parts.called AS precedent_provision, article.heading AS precedent_heading,
    lost_safeguards.matched AS words_left_out, lost_safeguards.sure, lost_safeguards.whole,
    lost_safeguards.instead, lost_safeguards.share, drafts.symbol,
    (SELECT group_concat(taker.number || ' ' || taker.heading, '; ')
        FROM lost_safeguards_from JOIN provisions AS taker
            ON taker.id = lost_safeguards_from.into_provision_id
        WHERE lost_safeguards_from.provision_id = lost_safeguards.provision_id) AS taken_over_by,
    old.text AS precedent_text, lost_safeguards.text_start, lost_safeguards.text_end,
    lost_safeguards.provision_id AS precedent_provision_id
FROM lost_safeguards
JOIN borrowed_parts ON borrowed_parts.provision_id = lost_safeguards.provision_id
JOIN borrowings ON borrowings.precedent_draft_id = borrowed_parts.precedent_draft_id
JOIN precedents ON precedents.draft_id = borrowings.precedent_draft_id
JOIN drafts ON drafts.id = borrowings.draft_id
JOIN provisions AS old ON old.id = lost_safeguards.provision_id
JOIN provisions AS article ON article.id = borrowed_parts.article_provision_id;
