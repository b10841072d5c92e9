-- What was loaded at once (change.h, load).

-- name: load_insert
INSERT INTO load (id, name, sha256, size, first, count, undone, entry, map) VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8);

-- name: load_part_insert
INSERT INTO load_part (load, part, first, count, low, high, content) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: load_last
SELECT max(id) FROM load;

-- name: load_stands
SELECT count(*) FROM load WHERE id = $1 AND undone = 0;

-- name: load_undo
UPDATE load SET undone = $1 WHERE id = $2;

-- name: load_all
SELECT l.id, l.name, l.sha256, l.size, l.first, l.count, l.undone, l.entry, j.who, j.time, l.map
FROM load l
JOIN journal j ON j.seq = l.entry
ORDER BY l.id;

-- name: load_parts
SELECT part, first, count, low, high, content FROM load_part WHERE load = $1 ORDER BY part;
