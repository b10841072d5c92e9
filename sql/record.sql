-- The truth: migrations, content, journal (schema/0001_record.sql).

-- name: migration_insert
INSERT INTO migration (version) VALUES ($1);

-- name: migration_version
SELECT max(version) FROM migration;

-- name: tables_made_put
INSERT INTO tables_made (scripts) VALUES ($1);

-- name: tables_made
SELECT min(scripts) FROM tables_made;

-- name: content_insert
INSERT INTO content (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING;

-- name: content_copy
INSERT INTO content (sha256, bytes) VALUES ($1, $2);

-- name: content_find
SELECT bytes FROM content WHERE sha256 = $1;

-- rows: content_all
SELECT sha256, bytes FROM content;

-- name: journal_insert
INSERT INTO journal (seq, time, who, kind, payload) VALUES ($1, $2, $3, $4, $5);

-- name: journal_find
SELECT seq, time, who, kind, payload FROM journal WHERE seq = $1;

-- rows: journal_all
SELECT seq, time, who, kind, payload FROM journal ORDER BY seq;

-- rows: journal_until
-- The beginning of the journal.
SELECT seq, time, who, kind, payload FROM journal WHERE seq <= $1 ORDER BY seq;

-- name: journal_first_after
SELECT min(seq) FROM journal WHERE time > $1;

-- name: journal_count_astray
-- Entries behind one that say a time before.
SELECT count(*) FROM journal WHERE seq > $1 AND time <= $2;

-- rows: journal_after
SELECT seq, time, who, kind FROM journal WHERE seq > $1 ORDER BY seq;

-- name: journal_node_put
INSERT INTO journal_node (level, hash) VALUES ($1, $2) ON CONFLICT (level) DO UPDATE SET hash = excluded.hash;

-- name: journal_node_remove_below
DELETE FROM journal_node WHERE level < $1;

-- name: journal_node_all
SELECT level, hash FROM journal_node ORDER BY level;

-- name: checkpoint_put
INSERT INTO checkpoint (one, size, root, signature) VALUES (1, $1, $2, $3)
ON CONFLICT (one) DO UPDATE SET size = excluded.size, root = excluded.root, signature = excluded.signature;

-- name: checkpoint_get
SELECT size, root, signature FROM checkpoint WHERE one = 1;

-- name: content_count_missing
-- Names that documents, readings and others give and under which nothing is kept.
SELECT count(*) FROM (
    SELECT sha256 AS name FROM document
    UNION SELECT text FROM reading
    UNION SELECT said FROM reading
    UNION SELECT content FROM load_part
    UNION SELECT content FROM matter_list_part
    UNION SELECT sha256 FROM matter_kind
    UNION SELECT sha256 FROM register_def
    UNION SELECT sha256 FROM delivery
    UNION SELECT file FROM matter_event WHERE file <> ''
    UNION SELECT file FROM project_line WHERE file <> ''
) AS named
WHERE name NOT IN (SELECT sha256 FROM content);

-- name: content_count_foreign
SELECT count(*) FROM content
WHERE sha256 NOT IN (SELECT sha256 FROM document UNION SELECT text FROM reading UNION SELECT said FROM reading
                     UNION SELECT content FROM load_part UNION SELECT content FROM matter_list_part
                     UNION SELECT sha256 FROM register_def UNION SELECT sha256 FROM matter_kind UNION SELECT sha256 FROM delivery
                     UNION SELECT file FROM matter_event WHERE file <> '' UNION SELECT file FROM project_line WHERE file <> '');
