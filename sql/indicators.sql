-- Indicators that an office declared (change.h, indicator).

-- name: indicator_save
INSERT INTO indicator (code, name, measure, time, better, added, source, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, measure = excluded.measure, time = excluded.time, better = excluded.better,
    added = excluded.added, source = excluded.source, entry = excluded.entry;

-- rows: indicator_all
SELECT i.code, i.name, i.measure, i.time, i.better, i.added, i.source, i.entry, j.who, j.time
FROM indicator i
JOIN journal j ON j.seq = i.entry
ORDER BY i.code;
