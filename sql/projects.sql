-- Public investment: lines of capital, stages, obstacles.

-- name: project_line_insert
INSERT INTO project_line (id, project, sort, year, until, source, layer, coefficient, scale, day, number, note, file, file_name, file_size,
    struck, struck_note, contract, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, '', $16, $17);

-- name: project_line_strike
UPDATE project_line SET struck = $2, struck_note = $3 WHERE id = $1;

-- name: project_line_last
SELECT max(id) FROM project_line;

-- part: project_line_columns
SELECT l.id, l.project, l.sort, l.year, l.until, l.source, l.layer, l.coefficient, l.scale, l.day, l.number, l.note, l.file, l.file_name,
       l.file_size, l.struck, l.struck_note, l.entry, j.who, j.time, l.contract
FROM project_line l LEFT JOIN journal j ON j.seq = l.entry

-- rows: project_lines_all
{{project_line_columns}}
ORDER BY l.project, l.id;

-- name: project_lines_of
{{project_line_columns}}
WHERE l.project = $1 ORDER BY l.id;

-- name: project_line_find
{{project_line_columns}}
WHERE l.id = $1;

-- name: project_stage_insert
INSERT INTO project_stage (project, stage, step, planned_from, planned_to, actual_from, actual_to, day, note, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: project_stage_steps
SELECT count(*) FROM project_stage WHERE project = $1 AND stage = $2;

-- part: project_stage_columns
SELECT s.project, s.stage, s.step, s.planned_from, s.planned_to, s.actual_from, s.actual_to, s.day, s.note, s.entry, j.who, j.time
FROM project_stage s LEFT JOIN journal j ON j.seq = s.entry

-- rows: project_stages_all
{{project_stage_columns}}
ORDER BY s.project, s.stage, s.step;

-- name: project_stages_of
{{project_stage_columns}}
WHERE s.project = $1 ORDER BY s.stage, s.step;

-- name: project_obstacle_insert
INSERT INTO project_obstacle (id, step, project, class, title, owner, opened, due, settled, day, note, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- name: project_obstacle_last
SELECT max(id) FROM project_obstacle;

-- part: project_obstacle_columns
SELECT o.id, o.step, o.project, o.class, o.title, o.owner, o.opened, o.due, o.settled, o.day, o.note, o.entry, j.who, j.time
FROM project_obstacle o LEFT JOIN journal j ON j.seq = o.entry

-- rows: project_obstacles_all
{{project_obstacle_columns}}
ORDER BY o.project, o.id, o.step;

-- name: project_obstacles_of
{{project_obstacle_columns}}
WHERE o.project = $1 ORDER BY o.id, o.step;

-- name: project_obstacle_find
-- The last word on it.
{{project_obstacle_columns}}
WHERE o.id = $1 ORDER BY o.step DESC LIMIT 1;

-- name: project_contract_insert
INSERT INTO project_contract (id, step, project, number, package, contractor, coefficient, scale, signed_on, finish, guarantee_to, recover_by,
    ended, day, note, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- name: project_contract_last
SELECT max(id) FROM project_contract;

-- part: project_contract_columns
SELECT g.id, g.step, g.project, g.number, g.package, g.contractor, g.coefficient, g.scale, g.signed_on, g.finish, g.guarantee_to, g.recover_by,
       g.ended, g.day, g.note, g.entry, j.who, j.time
FROM project_contract g LEFT JOIN journal j ON j.seq = g.entry

-- rows: project_contracts_all
{{project_contract_columns}}
ORDER BY g.project, g.id, g.step;

-- name: project_contracts_of
{{project_contract_columns}}
WHERE g.project = $1 ORDER BY g.id, g.step;

-- name: project_contract_find
-- The last word on it.
{{project_contract_columns}}
WHERE g.id = $1 ORDER BY g.step DESC LIMIT 1;

-- name: project_allot_insert
INSERT INTO project_allot (id, unit, year, source, coefficient, scale, day, number, note, struck, struck_note, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, '', $10);

-- name: project_allot_strike
UPDATE project_allot SET struck = $2, struck_note = $3 WHERE id = $1;

-- name: project_allot_last
SELECT max(id) FROM project_allot;

-- rows: project_allots
SELECT p.id, p.unit, p.year, p.source, p.coefficient, p.scale, p.day, p.number, p.note, p.struck, p.struck_note, p.entry, j.who, j.time
FROM project_allot p LEFT JOIN journal j ON j.seq = p.entry
ORDER BY p.id;
