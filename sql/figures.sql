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
-- All revisions of one key, the current one first.
SELECT * FROM figure_view
WHERE indicator = $1 AND period = $2 AND kind = $3 AND aspect = $4 AND unit = $5 AND layer = $6 AND against = $7
ORDER BY revision DESC;

-- name: figure_standing
-- Revisions of one key that an accepted statement says, the current one first.
SELECT v.* FROM figure_view v
WHERE v.indicator = $1 AND v.period = $2 AND v.kind = $3 AND v.aspect = $4 AND v.unit = $5 AND v.layer = $6 AND v.against = $7
  AND EXISTS (SELECT 1 FROM statement a WHERE a.figure = v.id AND a.state = 'accepted')
ORDER BY v.revision DESC;

-- name: figure_count_of_key
SELECT count(*) FROM figure
WHERE indicator = $1 AND period = $2 AND kind = $3 AND aspect = $4 AND unit = $5 AND layer = $6 AND against = $7;

-- rows: figure_current
-- The current figures, of one unit and one indicator when they are not null.
SELECT * FROM figure_view
WHERE is_current AND (CAST($1 AS TEXT) IS NULL OR unit = $1) AND (CAST($2 AS TEXT) IS NULL OR indicator = $2)
ORDER BY indicator, period, kind, aspect, unit, layer, against;

-- name: figure_sources
-- The statements that made a figure or say the same.
SELECT * FROM statement_view WHERE figure = $1 ORDER BY id;
