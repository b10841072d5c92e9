-- What only SQLite says in this way.

-- name: record_is_there
-- 1 when the database holds the tables of a record.
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('migration');

-- name: passage_search_insert
INSERT INTO passage_search (rowid, words) VALUES ($1, $2);

-- name: statement_search_insert
INSERT INTO statement_search (rowid, quote, subject, party, code) VALUES ($1, $2, $3, $4, $5);

-- name: passage_search
-- Blocks of the last reading of each document that hold the words, best first.
SELECT r.document, r.id, b.first, b.last, b.kind
FROM passage_search p
JOIN block b ON b.id = p.rowid
JOIN reading r ON r.id = b.reading
WHERE passage_search MATCH $1 AND r.id = (SELECT max(x.id) FROM reading x WHERE x.document = r.document)
ORDER BY p.rank, b.id
LIMIT $2;

-- name: statement_search
SELECT s.id
FROM statement_search p
JOIN statement s ON s.id = p.rowid
WHERE statement_search MATCH $1 AND s.state <> 'withdrawn'
ORDER BY p.rank, s.id
LIMIT $2;

-- name: digest_passage_words
SELECT term, doc, cnt FROM passage_words ORDER BY term;

-- name: digest_statement_words
SELECT term, doc, cnt FROM statement_words ORDER BY term;
