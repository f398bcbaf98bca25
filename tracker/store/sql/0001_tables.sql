-- Every key is made of what the row is about, never counted up, so that the content of the
-- database does not depend on the order in which drafts were read.
--   draft      <negotiation>:<symbol>@<language>
--   provision  <draft>#<eId>
--   source     <draft>~<first 12 digits of the file's SHA-256>
-- Offsets count Unicode characters from 0; the end is the first character outside.
-- Pages and ordinals count from 1. Dates are ISO 8601. Yes is 1, no is 0.

CREATE TABLE negotiations (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    language TEXT NOT NULL,
    country TEXT NOT NULL,
    notice TEXT NOT NULL
) STRICT;

-- What the manifest says of each round, whether or not its text has been read yet.
CREATE TABLE rounds (
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    round_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    symbol TEXT NOT NULL,
    date TEXT NOT NULL,
    date_printed TEXT NOT NULL,
    name TEXT NOT NULL,
    session TEXT NOT NULL,
    place TEXT NOT NULL,
    bundled_file TEXT NOT NULL,
    standing TEXT NOT NULL,
    convention TEXT NOT NULL,
    official_address TEXT NOT NULL,
    partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
    excerpt INTEGER NOT NULL CHECK (excerpt IN (0, 1)),
    PRIMARY KEY (negotiation_id, round_id)
) STRICT;
CREATE INDEX rounds_by_symbol ON rounds (negotiation_id, symbol);

CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    symbol TEXT NOT NULL,
    language TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    date TEXT NOT NULL,
    date_printed TEXT NOT NULL,
    name TEXT NOT NULL,
    session TEXT NOT NULL,
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    convention TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN
        ('official', 'paraphrase', 'reconstruction', 'unstated')),
    partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
    official_address TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    unplaced_share REAL NOT NULL,
    xml_file TEXT NOT NULL,
    UNIQUE (negotiation_id, symbol, language)
) STRICT;

CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    standing TEXT NOT NULL,
    address TEXT NOT NULL,
    current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT;
CREATE INDEX sources_by_draft ON sources (draft_id);

CREATE TABLE source_pages (
    source_id TEXT NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (source_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE furniture (
    source_id TEXT NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    page INTEGER NOT NULL,
    page_start INTEGER NOT NULL,
    page_end INTEGER NOT NULL,
    PRIMARY KEY (source_id, ordinal)
) STRICT;

CREATE TABLE provisions (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    eid TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    is_article INTEGER NOT NULL CHECK (is_article IN (0, 1)),
    number TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    parent_id TEXT REFERENCES provisions(id) DEFERRABLE INITIALLY DEFERRED,
    depth INTEGER NOT NULL,
    page INTEGER,
    legal_function TEXT NOT NULL,
    function_evidence TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    address TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX provisions_by_draft ON provisions (draft_id, ordinal);
CREATE INDEX provisions_by_parent ON provisions (parent_id);

CREATE TABLE provision_spans (
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('number', 'heading', 'text')),
    ordinal INTEGER NOT NULL,
    field_start INTEGER NOT NULL,
    page INTEGER NOT NULL,
    page_start INTEGER NOT NULL,
    page_end INTEGER NOT NULL,
    PRIMARY KEY (provision_id, field, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE marks (
    provision_id TEXT NOT NULL REFERENCES provisions(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    printed TEXT NOT NULL,
    proponent TEXT NOT NULL,
    PRIMARY KEY (provision_id, ordinal)
) STRICT;

CREATE TABLE mark_spans (
    provision_id TEXT NOT NULL,
    mark_ordinal INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    printed_start INTEGER NOT NULL,
    page INTEGER NOT NULL,
    page_start INTEGER NOT NULL,
    page_end INTEGER NOT NULL,
    PRIMARY KEY (provision_id, mark_ordinal, ordinal),
    FOREIGN KEY (provision_id, mark_ordinal) REFERENCES marks(provision_id, ordinal)
        ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE comparisons (
    id TEXT PRIMARY KEY,
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    old_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    new_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    rounds_apart INTEGER NOT NULL,
    same_count INTEGER NOT NULL,
    renumbered_count INTEGER NOT NULL,
    moved_count INTEGER NOT NULL,
    split_count INTEGER NOT NULL,
    merged_count INTEGER NOT NULL,
    demoted_count INTEGER NOT NULL,
    promoted_count INTEGER NOT NULL,
    inserted_count INTEGER NOT NULL,
    deleted_count INTEGER NOT NULL,
    reworded_count INTEGER NOT NULL,
    words_deleted INTEGER NOT NULL,
    words_inserted INTEGER NOT NULL,
    UNIQUE (old_draft_id, new_draft_id)
) STRICT;
CREATE INDEX comparisons_by_newer ON comparisons (new_draft_id);
CREATE INDEX comparisons_by_negotiation ON comparisons (negotiation_id, rounds_apart);

CREATE TABLE links (
    id TEXT PRIMARY KEY,
    comparison_id TEXT NOT NULL REFERENCES comparisons(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    old_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    new_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    relation TEXT NOT NULL CHECK (relation IN ('same', 'renumbered', 'moved', 'split', 'merged',
        'demoted', 'promoted', 'inserted', 'deleted')),
    score REAL NOT NULL,
    certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
    evidence TEXT NOT NULL,
    runner_up_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    runner_up_score REAL,
    CHECK (old_provision_id IS NOT NULL OR new_provision_id IS NOT NULL)
) STRICT;
CREATE INDEX links_by_comparison ON links (comparison_id, ordinal);
CREATE INDEX links_by_older ON links (old_provision_id, new_provision_id);
CREATE INDEX links_by_newer ON links (new_provision_id);
CREATE INDEX links_by_runner_up ON links (runner_up_provision_id);

CREATE TABLE changes (
    link_id TEXT PRIMARY KEY REFERENCES links(id) ON DELETE CASCADE,
    words_deleted INTEGER NOT NULL,
    words_inserted INTEGER NOT NULL,
    number_changed INTEGER NOT NULL CHECK (number_changed IN (0, 1)),
    heading_changed INTEGER NOT NULL CHECK (heading_changed IN (0, 1)),
    text_changed INTEGER NOT NULL CHECK (text_changed IN (0, 1)),
    coarse INTEGER NOT NULL CHECK (coarse IN (0, 1))
) STRICT;

CREATE TABLE hunks (
    link_id TEXT NOT NULL REFERENCES changes(link_id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('heading', 'text')),
    ordinal INTEGER NOT NULL,
    operation TEXT NOT NULL CHECK (operation IN ('equal', 'delete', 'insert')),
    text TEXT NOT NULL,
    PRIMARY KEY (link_id, field, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE threads (
    id TEXT PRIMARY KEY,
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_article INTEGER NOT NULL CHECK (is_article IN (0, 1)),
    first_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    last_draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    rounds_present INTEGER NOT NULL,
    rounds_missed INTEGER NOT NULL,
    changed_words INTEGER NOT NULL
) STRICT;
CREATE INDEX threads_by_negotiation ON threads (negotiation_id, language);
CREATE INDEX threads_by_first_draft ON threads (first_draft_id);
CREATE INDEX threads_by_last_draft ON threads (last_draft_id);

CREATE TABLE thread_members (
    provision_id TEXT PRIMARY KEY REFERENCES provisions(id) ON DELETE CASCADE,
    thread_id TEXT NOT NULL REFERENCES threads(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    draft_id TEXT NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
    from_provision_id TEXT REFERENCES provisions(id) ON DELETE CASCADE,
    relation TEXT,
    link_score REAL,
    certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
    evidence TEXT NOT NULL,
    rounds_missed INTEGER NOT NULL,
    changed_words INTEGER
) STRICT;
CREATE INDEX thread_members_by_thread ON thread_members (thread_id, ordinal);
CREATE INDEX thread_members_by_draft ON thread_members (draft_id);
CREATE INDEX thread_members_by_origin ON thread_members (from_provision_id);

CREATE TABLE facts (
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    symbol TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    provision_eid TEXT NOT NULL,
    text TEXT NOT NULL,
    sure TEXT NOT NULL CHECK (sure IN ('A', 'B', 'S', 'C')),
    source TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, symbol, ordinal)
) STRICT;

CREATE TABLE stories (
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    symbol TEXT NOT NULL,
    provision_eid TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, ordinal)
) STRICT;

CREATE TABLE claims (
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    symbol TEXT NOT NULL,
    provision_eid TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, ordinal)
) STRICT;

-- Its rows are those of `provisions` by rowid; it is built anew after each load, because triggers
-- make loading a hundred times slower. After a VACUUM it must be built anew too.
CREATE VIRTUAL TABLE provisions_fts USING fts5(
    number, heading, text,
    content="provisions",
    tokenize='porter unicode61 remove_diacritics 2'
);
