-- Units of government, their names and their lineage.

-- name: unit_insert
INSERT INTO unit (code, name, kind, parent, valid_from, valid_to, source, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (code) DO NOTHING;

-- name: unit_name_insert
INSERT INTO unit_name (key, unit) VALUES ($1, $2) ON CONFLICT (key, unit) DO NOTHING;

-- name: unit_begins
-- A unit that people made, of which nobody said from when.
UPDATE unit SET valid_from = $2 WHERE code = $1 AND valid_from = '';

-- name: unit_ends
UPDATE unit SET valid_to = $2 WHERE code = $1 AND valid_to = '';

-- name: unit_of_key
-- Two are enough to know that a name is not unique.
SELECT unit FROM unit_name WHERE key = $1 ORDER BY unit LIMIT 2;

-- name: unit_all_of_key
SELECT u.code, u.name, u.kind, u.parent, u.valid_from, u.valid_to, u.source
FROM unit_name n JOIN unit u ON u.code = n.unit WHERE n.key = $1 ORDER BY u.code;

-- name: unit_list
SELECT code, name, kind, parent, valid_from, valid_to, source FROM unit ORDER BY code;

-- name: unit_load
SELECT code, name, kind, parent, valid_from, valid_to, source FROM unit WHERE code = $1;

-- name: unit_below
SELECT code, name, kind, parent, valid_from, valid_to, source FROM unit WHERE parent = $1 ORDER BY code;

-- name: unit_name
SELECT name FROM unit WHERE code = $1;

-- name: unit_lineage_insert
INSERT INTO unit_lineage (old, new, part, day, source, entry) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (old, new) DO UPDATE SET part = excluded.part, day = excluded.day, source = excluded.source, entry = excluded.entry;

-- name: unit_share_insert
INSERT INTO unit_share (old, new, measure, share_coefficient, share_scale, source, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (old, new, measure) DO UPDATE SET share_coefficient = excluded.share_coefficient,
    share_scale = excluded.share_scale, source = excluded.source, entry = excluded.entry;

-- name: unit_lineage_of_old
SELECT old, new, part, day, source FROM unit_lineage WHERE old = $1 ORDER BY new;

-- name: unit_lineage_of_new
SELECT old, new, part, day, source FROM unit_lineage WHERE new = $1 ORDER BY old;

-- name: unit_share_of_old
SELECT old, new, measure, share_coefficient, share_scale, source FROM unit_share WHERE old = $1 ORDER BY new, measure;
