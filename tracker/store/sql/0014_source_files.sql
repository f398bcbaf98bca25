-- The files themselves, as far as there are pages of them to show: they are kept by what they are,
-- so that several drafts out of one file keep it once, and no longer than a draft is read from it.
CREATE TABLE source_files (
    sha256 TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX sources_by_hash ON sources (sha256);
CREATE TRIGGER source_files_of_deleted AFTER DELETE ON sources BEGIN
    DELETE FROM source_files WHERE sha256 = OLD.sha256 AND NOT EXISTS (
        SELECT 1 FROM sources WHERE sha256 = OLD.sha256 AND current = 1);
END;
CREATE TRIGGER source_files_of_replaced AFTER UPDATE ON sources BEGIN
    DELETE FROM source_files WHERE sha256 = OLD.sha256 AND NOT EXISTS (
        SELECT 1 FROM sources WHERE sha256 = OLD.sha256 AND current = 1);
END;
