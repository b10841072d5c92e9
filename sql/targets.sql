-- Programmes, their targets, and what people said of them.

-- name: programme_save
INSERT INTO programme (code, kind, name, parent, unit, symbol, issued, issuer, term, place, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name, parent = excluded.parent, unit = excluded.unit,
    symbol = excluded.symbol, issued = excluded.issued, issuer = excluded.issuer, term = excluded.term;

-- name: programme_count
SELECT count(*) FROM programme;

-- name: programme_all
SELECT code, kind, name, parent, unit, symbol, issued, issuer, term FROM programme ORDER BY place;

-- name: target_insert
INSERT INTO target (code, revision, programme, name, indicator, kind, measure, comparator, base_coefficient, base_scale, base_period,
    weight_coefficient, weight_scale, clause, since, source, place, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18);

-- name: target_level_insert
INSERT INTO target_level (target, revision, period, value_coefficient, value_scale, max_coefficient, max_scale) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: target_count
SELECT count(*) FROM target;

-- name: target_revisions
SELECT count(*) FROM target WHERE code = $1;

-- name: target_all
SELECT code, revision, programme, name, indicator, kind, measure, comparator, base_coefficient, base_scale, base_period,
       weight_coefficient, weight_scale, clause, since, source, entry
FROM target ORDER BY place;

-- name: target_level_all
SELECT target, revision, period, value_coefficient, value_scale, max_coefficient, max_scale FROM target_level ORDER BY target, revision, period;

-- name: target_judgement_save
INSERT INTO target_judgement (target, period, reached, evidence, entry) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (target, period) DO UPDATE SET reached = excluded.reached, evidence = excluded.evidence, entry = excluded.entry;

-- name: target_judgement_all
SELECT g.target, g.period, g.reached, g.evidence, j.who, j.time FROM target_judgement g JOIN journal j ON j.seq = g.entry ORDER BY g.target, g.period;

-- name: target_note_save
INSERT INTO target_note (target, period, cause, remedy, owner, due, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (target, period) DO UPDATE SET cause = excluded.cause, remedy = excluded.remedy, owner = excluded.owner,
    due = excluded.due, entry = excluded.entry;

-- name: target_note_all
SELECT n.target, n.period, n.cause, n.remedy, n.owner, n.due, j.who, j.time FROM target_note n JOIN journal j ON j.seq = n.entry ORDER BY n.target, n.period;
