-- Version 1. Shipped migrations are never edited; the next change is v2.sql.
--
-- Every table grows at its end and has no second index: no cell ever moves between pages, so a
-- page holds its rows and zeros, and `vault verify` can notice any changed byte of the file.

-- The vault's header: ids, public key, key slots, and the code that authenticates them.
CREATE TABLE vault (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    header BLOB NOT NULL
) STRICT;

-- One wrapped key per client.
CREATE TABLE owner_key (
    sequence INTEGER PRIMARY KEY,
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    sealed BLOB NOT NULL
) STRICT;

-- Every revision of every record: ids and the small sealed header that lists read.
CREATE TABLE revision (
    sequence INTEGER PRIMARY KEY,
    record BLOB NOT NULL CHECK (length(record) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    header BLOB NOT NULL
) STRICT;

-- The sealed body of each revision, apart so that lists never read it.
CREATE TABLE body (
    sequence INTEGER PRIMARY KEY REFERENCES revision (sequence),
    sealed BLOB NOT NULL
) STRICT;

-- The audit trail. `subtree` is the root of the largest perfect subtree that ends with this entry;
-- `checkpoint` is the signed note over the tree up to and including it.
CREATE TABLE audit_entry (
    number INTEGER PRIMARY KEY CHECK (number >= 0),
    leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32),
    subtree BLOB NOT NULL CHECK (length(subtree) = 32),
    sealed BLOB NOT NULL,
    checkpoint TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_entry_keeps BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER revision_keeps BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_stays BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER body_keeps BEFORE UPDATE ON body
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER body_stays BEFORE DELETE ON body
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER owner_key_keeps BEFORE UPDATE ON owner_key
BEGIN SELECT RAISE(ABORT, 'client keys are append-only'); END;
CREATE TRIGGER owner_key_stays BEFORE DELETE ON owner_key
BEGIN SELECT RAISE(ABORT, 'client keys are append-only'); END;
