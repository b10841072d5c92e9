-- Formulas that an office added (change.h, formula).

-- name: formula_insert
INSERT INTO formula (id, code, expression, valid_from, valid_to, decimals, name, measure, better, source, removed, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11);

-- name: formula_last
SELECT max(id) FROM formula;

-- name: formula_stands
SELECT count(*) FROM formula WHERE id = $1 AND removed = 0;

-- name: formula_remove
UPDATE formula SET removed = $1 WHERE id = $2;

-- name: formula_all
SELECT f.id, f.code, f.expression, f.valid_from, f.valid_to, f.decimals, f.name, f.measure, f.better, f.source, f.removed, f.entry,
       j.who, j.time
FROM formula f
JOIN journal j ON j.seq = f.entry
ORDER BY f.id;
