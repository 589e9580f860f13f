-- Version 2. Shipped migrations are never edited; the next change is v3.sql.

-- Attached files in pieces, so that a large one streams; its revision says how many there are and
-- what they hash to.
CREATE TABLE attachment_piece (
    sequence INTEGER PRIMARY KEY,
    record BLOB NOT NULL CHECK (length(record) = 16),
    piece INTEGER NOT NULL CHECK (piece >= 0),
    sealed BLOB NOT NULL
) STRICT;

-- Psychotherapy notes (45 CFR 164.501), apart from every other record. Revision 0 of a client's
-- own id holds the key of that client's notes.
CREATE TABLE psychotherapy_note (
    sequence INTEGER PRIMARY KEY,
    record BLOB NOT NULL CHECK (length(record) = 16),
    revision INTEGER NOT NULL CHECK (revision >= 0),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    sealed BLOB NOT NULL
) STRICT;

CREATE TRIGGER attachment_piece_keeps BEFORE UPDATE ON attachment_piece
BEGIN SELECT RAISE(ABORT, 'attachments are append-only'); END;
CREATE TRIGGER attachment_piece_stays BEFORE DELETE ON attachment_piece
BEGIN SELECT RAISE(ABORT, 'attachments are append-only'); END;
CREATE TRIGGER psychotherapy_note_keeps BEFORE UPDATE ON psychotherapy_note
BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
CREATE TRIGGER psychotherapy_note_stays BEFORE DELETE ON psychotherapy_note
BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
