-- What the record holds.

-- name: figure_insert
INSERT INTO figure (id, indicator, period, kind, aspect, unit, layer, against, revision, value_coefficient, value_scale,
    max_coefficient, max_scale, of_coefficient, of_scale, bound, measure, statement, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

-- name: figure_last
-- Loads take their ids from the same row of numbers.
SELECT max(id) FROM (SELECT max(id) AS id FROM figure UNION ALL SELECT max(first + count - 1) AS id FROM load) AS ids;

-- name: figure_load
SELECT * FROM figure_view WHERE id = $1;

-- name: figure_of_key
-- All revisions of one key, the last one first.
SELECT * FROM figure_view
WHERE indicator = $1 AND period = $2 AND kind = $3 AND aspect = $4 AND unit = $5 AND layer = $6 AND against = $7
ORDER BY revision DESC;

-- name: figure_standing
-- Revisions of one key that an accepted statement says, the current one first.
SELECT v.* FROM figure_view v
WHERE v.indicator = $1 AND v.period = $2 AND v.kind = $3 AND v.aspect = $4 AND v.unit = $5 AND v.layer = $6 AND v.against = $7
  AND EXISTS (SELECT 1 FROM statement a WHERE a.figure = v.id AND a.state = 'accepted')
ORDER BY v.revision DESC;

-- name: figure_count_of_keys
-- How many figures of each key of the list $1 (indicator, period, kind, aspect, unit, layer, against, place in the list) there are.
SELECT CAST(k.value ->> 7 AS BIGINT),
    (SELECT count(*) FROM figure f
     WHERE f.indicator = k.value ->> 0 AND f.period = k.value ->> 1 AND f.kind = k.value ->> 2 AND f.aspect = k.value ->> 3
       AND f.unit = k.value ->> 4 AND f.layer = k.value ->> 5 AND f.against = k.value ->> 6)
FROM json_each(CAST($1 AS TEXT)) k;

-- name: figure_of_keys
-- The figures of the keys of the list $1, the last of each key at its end.
SELECT v.* FROM json_each(CAST($1 AS TEXT)) k
JOIN figure_view v ON v.indicator = k.value ->> 0 AND v.period = k.value ->> 1 AND v.kind = k.value ->> 2 AND v.aspect = k.value ->> 3
    AND v.unit = k.value ->> 4 AND v.layer = k.value ->> 5 AND v.against = k.value ->> 6
ORDER BY v.indicator, v.period, v.kind, v.aspect, v.unit, v.layer, v.against, v.revision;

-- name: figure_of_ids
-- The figures of the list $1 (id, period).
SELECT v.* FROM json_each(CAST($1 AS TEXT)) k
JOIN figure_view v ON v.id = CAST(k.value ->> 0 AS BIGINT) AND v.period = k.value ->> 1
ORDER BY v.id;

-- rows: figure_all
-- All figures; here and below the last of a key stands at its end.
SELECT * FROM figure_view ORDER BY indicator, period, kind, aspect, unit, layer, against, revision;

-- rows: figure_after
-- Those with greater ids than $1.
SELECT * FROM figure_view WHERE id > $1 ORDER BY indicator, period, kind, aspect, unit, layer, against, revision;

-- rows: figure_of_units
-- Those of the units of the list $1, and of one indicator when $2 is not null.
SELECT v.* FROM json_each(CAST($1 AS TEXT)) k
JOIN figure_view v ON v.unit = k.value ->> 0
WHERE CAST($2 AS TEXT) IS NULL OR v.indicator = $2
ORDER BY v.indicator, v.period, v.kind, v.aspect, v.unit, v.layer, v.against, v.revision;

-- rows: figure_of_indicator
SELECT * FROM figure_view WHERE indicator = $1 ORDER BY indicator, period, kind, aspect, unit, layer, against, revision;

-- name: figure_sources
-- The statements that made a figure or say the same.
SELECT * FROM statement_view WHERE figure = $1 ORDER BY id;
