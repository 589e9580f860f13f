-- Version 3. Shipped migrations are never edited; the next change is v4.sql.

-- What an audit entry says beyond its leaf, sealed with the key of the client it is about, and gone
-- with it. Entries of before say all in their leaf.
ALTER TABLE audit_entry ADD COLUMN opening BLOB;
