-- What only SQLite says in this way.

-- name: record_is_there
-- 1 when the database holds the tables of a record.
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('migration');
