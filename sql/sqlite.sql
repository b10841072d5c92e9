-- What SQLite says in its own way; postgres.sql has the same names.

-- engine: sqlite

-- name: record_is_there
-- 2 when the database holds a record, 1 when its tables were made before it was written into them by what.
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('migration', 'tables_made');

-- name: record_is_empty
-- 1 when the database holds nothing at all.
SELECT count(*) = 0 FROM sqlite_schema;

-- script: engine_tables

-- What the record holds: shown as F12. A figure is never changed: the next of the same key is a revision, counted from 0, and
-- the highest counts. `statement` is the one that made it; others that say the same point here from statement.figure. The
-- order of the key is the order in which figures are asked for: all units of one indicator and period.
CREATE TABLE figure (
    id                INTEGER PRIMARY KEY,
    indicator         TEXT NOT NULL,
    period            TEXT NOT NULL,
    kind              TEXT NOT NULL,
    aspect            TEXT NOT NULL,
    unit              TEXT NOT NULL REFERENCES unit,
    layer             TEXT NOT NULL,
    against           TEXT NOT NULL,
    revision          INTEGER NOT NULL,
    value_coefficient INTEGER NOT NULL,
    value_scale       INTEGER NOT NULL,
    max_coefficient   INTEGER,
    max_scale         INTEGER,
    of_coefficient    INTEGER,
    of_scale          INTEGER,
    bound             TEXT NOT NULL,
    measure           TEXT NOT NULL,
    statement         INTEGER NOT NULL REFERENCES statement,
    entry             INTEGER NOT NULL,
    UNIQUE (indicator, period, kind, aspect, unit, layer, against, revision)
) STRICT;

CREATE INDEX figure_unit ON figure (unit);

DROP TABLE IF EXISTS register_words;
DROP TABLE IF EXISTS register_search;
DROP TABLE IF EXISTS matter_words;
DROP TABLE IF EXISTS matter_search;
DROP TABLE IF EXISTS statement_words;
DROP TABLE IF EXISTS passage_words;
DROP TABLE IF EXISTS statement_search;
DROP TABLE IF EXISTS passage_search;

-- Words to search by, folded (utf8_fold: «Đường» is «duong»), because the engine folds ế but not đ. Only the index is kept,
-- not the words; rowid is block.id and statement.id. Columns, because words one after the other must stand in one of them.
CREATE VIRTUAL TABLE passage_search USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE statement_search USING fts5 (quote, subject, party, code, content = '', tokenize = 'unicode61 remove_diacritics 0');

-- The words of the indexes with how often each stands where: two records with the same documents have the same lists, however
-- the engine has laid out its index.
CREATE VIRTUAL TABLE passage_words USING fts5vocab (passage_search, 'row');
CREATE VIRTUAL TABLE statement_words USING fts5vocab (statement_search, 'row');

-- The words of matters (matter.words), cut at the same places as matter_words_put cuts them; rowid is matter.id.
CREATE VIRTUAL TABLE matter_search USING fts5 (words, content = '', detail = none, prefix = '1 2 3', tokenize = 'ascii');
CREATE VIRTUAL TABLE matter_words USING fts5vocab (matter_search, 'row');

-- The words of entries of registers (register_entry.words), likewise.
CREATE VIRTUAL TABLE register_search USING fts5 (words, content = '', detail = none, prefix = '1 2 3', tokenize = 'ascii');
CREATE VIRTUAL TABLE register_words USING fts5vocab (register_search, 'row');

-- script: matter_indexes_away
-- Very many matters come in: the indexes that hold all of them are made once behind that, sorted beside it by a second thread, the index of words
-- writes larger pieces, and more pages are held.
PRAGMA cache_size = -131072;
PRAGMA threads = 1;
DROP INDEX matter_by_group;
DROP INDEX matter_by_unit;
DROP INDEX matter_by_state;
DROP INDEX matter_by_person;
INSERT INTO matter_search (matter_search, rank) VALUES ('hashsize', 67108864);

-- script: matter_words_usual
INSERT INTO matter_search (matter_search, rank) VALUES ('hashsize', 1048576);
PRAGMA cache_size = -2000;
PRAGMA threads = 0;

-- name: matter_search_insert
INSERT INTO matter_search (rowid, words) VALUES ($1, $2);

-- name: matter_search_insert_many
-- Those of the matters from $1 to $2.
INSERT INTO matter_search (rowid, words) SELECT m.id, m.words FROM matter m WHERE m.id BETWEEN $1 AND $2 ORDER BY m.id;

-- name: matter_search_delete
INSERT INTO matter_search (matter_search, rowid, words) VALUES ('delete', $1, $2);

-- name: matter_search
-- Matters with these words, of which the last one is how a word begins, at most $2: $1 is "a" "b"*.
SELECT s.rowid FROM matter_search s WHERE matter_search MATCH $1 LIMIT $2;

-- name: register_search_insert
INSERT INTO register_search (rowid, words) VALUES ($1, $2);

-- name: register_search_delete
INSERT INTO register_search (register_search, rowid, words) VALUES ('delete', $1, $2);

-- name: register_search
-- Entries with these words, as matter_search.
SELECT s.rowid FROM register_search s WHERE register_search MATCH $1 LIMIT $2;

-- rows: digest_register_words
SELECT term, doc FROM register_words ORDER BY term;

-- rows: digest_matter_words
SELECT term, doc FROM matter_words ORDER BY term;

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

-- rows: digest_passage_words
SELECT term, doc, cnt FROM passage_words ORDER BY term;

-- rows: digest_statement_words
SELECT term, doc, cnt FROM statement_words ORDER BY term;
