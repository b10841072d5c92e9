-- What PostgreSQL says in its own way; sqlite.sql has the same names.

-- engine: postgres

-- name: record_is_there
-- 2 when the schema holds a record, 1 when its tables were made before it was written into them by what.
SELECT CAST(CAST(to_regclass(quote_ident(current_schema()) || '.migration') IS NOT NULL AS INT) AS BIGINT)
    + CAST(CAST(to_regclass(quote_ident(current_schema()) || '.tables_made') IS NOT NULL AS INT) AS BIGINT);

-- name: record_is_empty
-- 1 when the schema holds nothing at all: what we would take for ours could be somebody else's.
SELECT count(*) = 0 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema();

-- script: engine_tables

-- What the record holds: shown as F12. A figure is never changed: the next of the same key is a revision, counted from 0, and
-- the highest counts. `statement` is the one that made it; others that say the same point here from statement.figure. The
-- order of the key is the order in which figures are asked for: all units of one indicator and period.
--
-- A part for each five-year plan in whose years a period begins: it is loaded, kept and one day taken off by itself. What begins in
-- another year, and days counted from the beginning of one (..2022-05-15), are in figure_other. A part a year would be five times as
-- many to look into whenever a figure is asked for by its id, which is what is asked most.
CREATE TABLE figure (
    id                BIGINT NOT NULL,
    indicator         TEXT COLLATE "C" NOT NULL,
    period            TEXT COLLATE "C" NOT NULL,
    kind              TEXT COLLATE "C" NOT NULL,
    aspect            TEXT COLLATE "C" NOT NULL,
    unit              TEXT COLLATE "C" NOT NULL REFERENCES unit,
    layer             TEXT COLLATE "C" NOT NULL,
    against           TEXT COLLATE "C" NOT NULL,
    revision          BIGINT NOT NULL,
    value_coefficient BIGINT NOT NULL,
    value_scale       BIGINT NOT NULL,
    max_coefficient   BIGINT,
    max_scale         BIGINT,
    of_coefficient    BIGINT,
    of_scale          BIGINT,
    bound             TEXT COLLATE "C" NOT NULL,
    measure           TEXT COLLATE "C" NOT NULL,
    statement         BIGINT NOT NULL REFERENCES statement,
    entry             BIGINT NOT NULL,
    PRIMARY KEY (id, period),
    UNIQUE (indicator, period, kind, aspect, unit, layer, against, revision)
) PARTITION BY RANGE (period);
DO $$
BEGIN
    FOR year IN 2011 .. 2035 BY 5 LOOP
        EXECUTE format('CREATE TABLE figure_%s_%s PARTITION OF figure FOR VALUES FROM (%L) TO (%L)', year, year + 4, year::TEXT, (year + 5)::TEXT);
    END LOOP;
END $$;
CREATE TABLE figure_other PARTITION OF figure DEFAULT;

CREATE INDEX figure_unit ON figure (unit);

-- A list that comes as one parameter, [[1, "a"], [2, "b"]]: its rows, as SQLite's json_each gives them.
DROP FUNCTION IF EXISTS json_each (TEXT);
CREATE FUNCTION json_each (list TEXT) RETURNS TABLE (value JSON) LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT r FROM json_array_elements(CAST(list AS JSON)) AS r';

DROP VIEW IF EXISTS bm25;
DROP VIEW IF EXISTS statement_search_words;
DROP TABLE IF EXISTS register_search;
DROP TABLE IF EXISTS matter_search;
DROP TABLE IF EXISTS statement_search;
DROP TABLE IF EXISTS passage_search;
DROP TABLE IF EXISTS search_total;
DROP FUNCTION IF EXISTS search_starts;
DROP FUNCTION IF EXISTS search_keys;
DROP FUNCTION IF EXISTS search_add_passages;
DROP FUNCTION IF EXISTS search_add_statements;

-- Words to search by, folded, with one blank between two. They were cut by the same code that cuts them for SQLite's index
-- (src/store/words.h), so that both engines find the same. Columns, because words one after the other must stand in one of
-- them; « | », which is no word, stands between two columns.
CREATE TABLE passage_search (
    block BIGINT PRIMARY KEY,
    words TEXT COLLATE "C" NOT NULL
);
CREATE TABLE statement_search (
    statement BIGINT PRIMARY KEY,
    quote     TEXT COLLATE "C" NOT NULL,
    subject   TEXT COLLATE "C" NOT NULL,
    party     TEXT COLLATE "C" NOT NULL,
    code      TEXT COLLATE "C" NOT NULL
);

-- What the index holds of a text: its words, but not those that are too long for an index, which are only compared.
CREATE FUNCTION search_keys (words TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN string_to_array(regexp_replace(words, '[^ ]{200,}', '', 'g'), ' ');
CREATE INDEX passage_search_keys ON passage_search USING gin (search_keys(words));
CREATE INDEX statement_search_keys ON statement_search
USING gin (search_keys(quote || ' | ' || subject || ' | ' || party || ' | ' || code));
CREATE VIEW statement_search_words AS
SELECT statement, quote || ' | ' || subject || ' | ' || party || ' | ' || code AS words FROM statement_search;

-- The words of matters. How words begin is asked of a text vector, whose index knows beginnings.
CREATE TABLE matter_search (
    matter BIGINT PRIMARY KEY,
    words  TEXT COLLATE "C" NOT NULL
);
CREATE FUNCTION search_starts (words TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(array_remove(search_keys(btrim(words)), ''));
CREATE INDEX matter_search_starts ON matter_search USING gin (search_starts(words));

-- The words of entries of registers, likewise.
CREATE TABLE register_search (
    item  BIGINT PRIMARY KEY,
    words TEXT COLLATE "C" NOT NULL
);
CREATE INDEX register_search_starts ON register_search USING gin (search_starts(words));

-- What SQLite's bm25() reckons with, in its kind of numbers, so that both put what they find in the same order.
CREATE VIEW bm25 AS
SELECT CAST(0.5 AS DOUBLE PRECISION) AS half, CAST(1e-6 AS DOUBLE PRECISION) AS least, CAST(2.2 AS DOUBLE PRECISION) AS k,
       CAST(1.2 AS DOUBLE PRECISION) AS k1, CAST(0.75 AS DOUBLE PRECISION) AS b, CAST(0.25 AS DOUBLE PRECISION) AS b1;

-- How many texts and words there are: the rank of a text asks how its length is to the usual one.
CREATE TABLE search_total (
    name  TEXT COLLATE "C" PRIMARY KEY,
    texts BIGINT NOT NULL,
    words BIGINT NOT NULL
);
INSERT INTO search_total (name, texts, words) VALUES ('passage', 0, 0), ('statement', 0, 0);
CREATE FUNCTION search_add_passages () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_total t SET texts = t.texts + f.texts, words = t.words + f.words
    FROM (SELECT count(*) AS texts, COALESCE(sum(cardinality(string_to_array(x.words, ' '))), 0) AS words FROM fresh x) f
    WHERE t.name = 'passage';
    RETURN NULL;
END $$;
CREATE FUNCTION search_add_statements () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_total t SET texts = t.texts + f.texts, words = t.words + f.words
    FROM (SELECT count(*) AS texts, COALESCE(sum(cardinality(string_to_array(x.quote, ' ')) + cardinality(string_to_array(x.subject, ' '))
              + cardinality(string_to_array(x.party, ' ')) + cardinality(string_to_array(x.code, ' '))), 0) AS words
          FROM fresh x) f
    WHERE t.name = 'statement';
    RETURN NULL;
END $$;
CREATE TRIGGER search_add AFTER INSERT ON passage_search REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION search_add_passages ();
CREATE TRIGGER search_add AFTER INSERT ON statement_search REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION search_add_statements ();

-- script: matter_indexes_away
-- Indexes stay as they are: taking them away would keep everybody from reading until all is in.
SELECT 1;

-- script: matter_words_usual
SELECT 1;

-- name: matter_search_insert
INSERT INTO matter_search (matter, words) VALUES ($1, $2);

-- name: matter_search_insert_many
-- Those of the matters from $1 to $2.
INSERT INTO matter_search (matter, words) SELECT m.id, m.words FROM matter m WHERE m.id BETWEEN $1 AND $2 ORDER BY m.id;

-- name: matter_search_delete
DELETE FROM matter_search WHERE matter = $1 AND words = $2;

-- name: matter_search
SELECT s.matter FROM matter_search s
WHERE search_starts(s.words) @@ CAST('''' || replace(btrim($1, '"*'), '" "', ''' & ''') || ''':*' AS TSQUERY)
LIMIT $2;

-- name: register_search_insert
INSERT INTO register_search (item, words) VALUES ($1, $2);

-- name: register_search_delete
DELETE FROM register_search WHERE item = $1 AND words = $2;

-- name: register_search
SELECT s.item FROM register_search s
WHERE search_starts(s.words) @@ CAST('''' || replace(btrim($1, '"*'), '" "', ''' & ''') || ''':*' AS TSQUERY)
LIMIT $2;

-- rows: digest_register_words
SELECT w AS term, count(DISTINCT s.item) AS doc
FROM register_search s CROSS JOIN LATERAL unnest(string_to_array(btrim(s.words), ' ')) AS w
GROUP BY w ORDER BY w COLLATE "C";

-- rows: digest_matter_words
SELECT w AS term, count(DISTINCT s.matter) AS doc
FROM matter_search s CROSS JOIN LATERAL unnest(string_to_array(btrim(s.words), ' ')) AS w
GROUP BY w ORDER BY w COLLATE "C";

-- name: passage_search_insert
INSERT INTO passage_search (block, words) VALUES ($1, $2);

-- name: statement_search_insert
INSERT INTO statement_search (statement, quote, subject, party, code) VALUES ($1, $2, $3, $4, $5);

-- name: passage_search
-- Blocks of the last reading of each document that hold the words, best first, reckoned as SQLite's bm25() does. $1 is "a" "b c".
WITH phrase AS MATERIALIZED (
    SELECT n, p, search_keys(p) AS keys, ' ' || replace(p, ' ', '  ') || ' ' AS apart
    FROM unnest(string_to_array(btrim($1, '"'), '" "')) WITH ORDINALITY AS u (p, n)
), hit AS MATERIALIZED (
    SELECT h.n, s.block AS id, cardinality(string_to_array(s.words, ' ')) AS size,
        (length(w.apart) - length(replace(w.apart, h.apart, ''))) / length(h.apart) AS times
    FROM phrase h
    JOIN passage_search s ON search_keys(s.words) @> h.keys AND strpos(' ' || s.words || ' ', ' ' || h.p || ' ') > 0
    CROSS JOIN LATERAL (SELECT replace(' ' || s.words || ' ', ' ', '  ') AS apart) w
), weight AS (
    SELECT h.n, CASE WHEN t.texts > 2 * count(*) THEN ln((t.texts - count(*) + c.half) / (count(*) + c.half)) ELSE c.least END AS idf,
        t.words / CAST(t.texts AS DOUBLE PRECISION) AS usual, c.*
    FROM hit h CROSS JOIN search_total t CROSS JOIN bm25 c
    WHERE t.name = 'passage'
    GROUP BY h.n, t.texts, t.words, c.half, c.least, c.k, c.k1, c.b, c.b1
), found AS (
    SELECT h.id, sum(w.idf * ((h.times * w.k) / (h.times + w.k1 * (w.b1 + w.b * h.size / w.usual))) ORDER BY h.n) AS score
    FROM hit h JOIN weight w ON w.n = h.n
    GROUP BY h.id HAVING count(*) = (SELECT count(*) FROM phrase)
)
SELECT r.document, r.id, b.first, b.last, b.kind
FROM found f
JOIN block b ON b.id = f.id
JOIN reading r ON r.id = b.reading
WHERE r.id = (SELECT max(x.id) FROM reading x WHERE x.document = r.document)
ORDER BY f.score DESC, b.id
LIMIT $2;

-- name: statement_search
-- The same for statements.
WITH phrase AS MATERIALIZED (
    SELECT n, p, search_keys(p) AS keys, ' ' || replace(p, ' ', '  ') || ' ' AS apart
    FROM unnest(string_to_array(btrim($1, '"'), '" "')) WITH ORDINALITY AS u (p, n)
), hit AS MATERIALIZED (
    SELECT h.n, s.statement AS id, w.size,
        (length(w.apart) - length(replace(w.apart, h.apart, ''))) / length(h.apart) AS times
    FROM phrase h
    JOIN statement_search_words s ON search_keys(s.words) @> h.keys AND strpos(' ' || s.words || ' ', ' ' || h.p || ' ') > 0
    CROSS JOIN LATERAL (
        SELECT replace(' ' || s.words || ' ', ' ', '  ') AS apart,
            cardinality(array_remove(array_remove(string_to_array(s.words, ' '), '|'), '')) AS size
    ) w
), weight AS (
    SELECT h.n, CASE WHEN t.texts > 2 * count(*) THEN ln((t.texts - count(*) + c.half) / (count(*) + c.half)) ELSE c.least END AS idf,
        t.words / CAST(t.texts AS DOUBLE PRECISION) AS usual, c.*
    FROM hit h CROSS JOIN search_total t CROSS JOIN bm25 c
    WHERE t.name = 'statement'
    GROUP BY h.n, t.texts, t.words, c.half, c.least, c.k, c.k1, c.b, c.b1
), found AS (
    SELECT h.id, sum(w.idf * ((h.times * w.k) / (h.times + w.k1 * (w.b1 + w.b * h.size / w.usual))) ORDER BY h.n) AS score
    FROM hit h JOIN weight w ON w.n = h.n
    GROUP BY h.id HAVING count(*) = (SELECT count(*) FROM phrase)
)
SELECT s.id
FROM found f
JOIN statement s ON s.id = f.id
WHERE s.state <> 'withdrawn'
ORDER BY f.score DESC, s.id
LIMIT $2;

-- rows: digest_passage_words
SELECT w AS term, count(DISTINCT s.block) AS doc, count(*) AS cnt
FROM passage_search s CROSS JOIN LATERAL unnest(string_to_array(s.words, ' ')) AS w
GROUP BY w ORDER BY w COLLATE "C";

-- rows: digest_statement_words
SELECT w AS term, count(DISTINCT s.statement) AS doc, count(*) AS cnt
FROM statement_search_words s CROSS JOIN LATERAL unnest(string_to_array(s.words, ' ')) AS w
WHERE w NOT IN ('', '|')
GROUP BY w ORDER BY w COLLATE "C";
