-- Units of government and their names.

-- name: unit_insert
INSERT INTO unit (code, name, entry) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING;

-- name: unit_name_insert
INSERT INTO unit_name (key, unit) VALUES ($1, $2) ON CONFLICT (key, unit) DO NOTHING;

-- name: unit_of_key
-- Two are enough to know that a name is not unique.
SELECT unit FROM unit_name WHERE key = $1 ORDER BY unit LIMIT 2;

-- name: unit_list
SELECT code, name FROM unit ORDER BY code;

-- name: unit_name
SELECT name FROM unit WHERE code = $1;
