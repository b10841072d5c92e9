-- Report definitions, who must send, reports and their steps, and corrections of what is locked.

-- name: report_definition_put
INSERT INTO report_definition (code, valid_from, valid_to, name, basis, every, sender, receiver, due, weekend, late_by, indicators, required,
    citation, note, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
ON CONFLICT (code, valid_from) DO UPDATE SET valid_to = excluded.valid_to, name = excluded.name, basis = excluded.basis,
    every = excluded.every, sender = excluded.sender, receiver = excluded.receiver, due = excluded.due, weekend = excluded.weekend,
    late_by = excluded.late_by, indicators = excluded.indicators, required = excluded.required, citation = excluded.citation,
    note = excluded.note, entry = excluded.entry;

-- name: report_definition_all
SELECT code, valid_from, valid_to, name, basis, every, sender, receiver, due, weekend, late_by, indicators, required, citation, note
FROM report_definition ORDER BY code, valid_from;

-- name: filing_requirement_put
INSERT INTO filing_requirement (definition, unit, scope, due, valid_from, valid_to, source, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (definition, unit, scope) DO UPDATE SET due = excluded.due, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
    source = excluded.source, entry = excluded.entry;

-- name: filing_requirement_all
SELECT definition, unit, scope, due, valid_from, valid_to, source FROM filing_requirement ORDER BY definition, unit, scope;

-- name: filing_insert
INSERT INTO filing (id, definition, name, unit, period, first, last, due, late_by, times, stock_times, state, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- name: filing_last
SELECT max(id) FROM filing;

-- name: filing_cell_insert
INSERT INTO filing_cell (filing, place, indicator, required, stock) VALUES ($1, $2, $3, $4, $5);

-- name: filing_event_insert
INSERT INTO filing_event (filing, step, state, day, said, note, entry) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: filing_event_last
SELECT max(step) FROM filing_event WHERE filing = $1;

-- name: filing_set_state
UPDATE filing SET state = $2 WHERE id = $1;

-- rows: filing_list
-- Reports, one of them when $1 is not null, of one definition, unit and period when $2, $3, $4 are not.
SELECT id, definition, name, unit, period, first, last, due, late_by, times, stock_times, state, entry
FROM filing
WHERE (CAST($1 AS BIGINT) IS NULL OR id = $1) AND (CAST($2 AS TEXT) IS NULL OR definition = $2)
  AND (CAST($3 AS TEXT) IS NULL OR unit = $3) AND (CAST($4 AS TEXT) IS NULL OR period = $4)
ORDER BY id;

-- name: filing_cells
SELECT indicator, required, stock FROM filing_cell WHERE filing = $1 ORDER BY place;

-- rows: filing_events
-- The steps of one report, or of all when $1 is null.
SELECT e.filing, e.state, e.day, e.said, e.note, e.entry, j.who, j.time
FROM filing_event e JOIN journal j ON j.seq = e.entry
WHERE CAST($1 AS BIGINT) IS NULL OR e.filing = $1
ORDER BY e.filing, e.step;

-- name: filing_any_locked
SELECT count(*) FROM (SELECT 1 AS one FROM filing WHERE state = 'locked' LIMIT 1) AS those;

-- name: filing_locks
-- The locked reports that have an indicator, of one unit when $2 is not null.
SELECT f.id, f.unit, f.times, f.stock_times, c.stock
FROM filing_cell c JOIN filing f ON f.id = c.filing
WHERE c.indicator = $1 AND (CAST($2 AS TEXT) IS NULL OR f.unit = $2) AND f.state = 'locked'
ORDER BY f.id;

-- name: correction_insert
INSERT INTO correction (entry, place, filing, indicator, period, kind, aspect, unit, layer, against, measure, old, old_coefficient,
    old_scale, old_bound, new, new_coefficient, new_scale, new_bound, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20);

-- name: correction_list
-- Of one report when $1 is not null, of one indicator of one unit when $2 and $3 are not.
SELECT c.entry, c.filing, c.indicator, c.period, c.kind, c.aspect, c.unit, c.layer, c.against, c.measure, c.old, c.old_coefficient,
    c.old_scale, c.old_bound, c.new, c.new_coefficient, c.new_scale, c.new_bound, c.reason, j.who, j.time
FROM correction c JOIN journal j ON j.seq = c.entry
WHERE (CAST($1 AS BIGINT) IS NULL OR c.filing = $1) AND (CAST($2 AS TEXT) IS NULL OR c.indicator = $2)
  AND (CAST($3 AS TEXT) IS NULL OR c.unit = $3)
ORDER BY c.entry, c.place;

-- name: locked_value_insert
INSERT INTO locked_value (filing, place, indicator, period, formula, since, own, coefficient, scale, bound, measure, estimate, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- name: locked_part_insert
INSERT INTO locked_part (filing, place, part, indicator, role, period, figure_period, aspect, layer, figure, coefficient, scale, bound, measure)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- name: locked_value_list
-- Of one report when $1 is not null, of one unit when $2 is not.
SELECT v.filing, v.place, v.indicator, v.period, v.formula, v.since, v.own, v.coefficient, v.scale, v.bound, v.measure, v.estimate, v.entry,
    f.unit, j.who, j.time
FROM locked_value v JOIN filing f ON f.id = v.filing JOIN journal j ON j.seq = v.entry
WHERE (CAST($1 AS BIGINT) IS NULL OR v.filing = $1) AND (CAST($2 AS TEXT) IS NULL OR f.unit = $2)
ORDER BY v.filing, v.place;

-- name: locked_part_list
SELECT p.filing, p.place, p.indicator, p.role, p.period, p.figure_period, p.aspect, p.layer, p.figure, p.coefficient, p.scale, p.bound, p.measure
FROM locked_part p JOIN filing f ON f.id = p.filing
WHERE (CAST($1 AS BIGINT) IS NULL OR p.filing = $1) AND (CAST($2 AS TEXT) IS NULL OR f.unit = $2)
ORDER BY p.filing, p.place, p.part;
