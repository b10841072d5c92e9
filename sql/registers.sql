-- Registers: what they are, their entries, what happened to these; pages of lists, counts.

-- name: register_def_insert
INSERT INTO register_def (def, version, name, sha256, entry) VALUES ($1, $2, $3, $4, $5);

-- name: register_def_all
SELECT k.def, k.version, k.name, k.sha256, k.entry, j.who, j.time
FROM register_def k JOIN journal j ON j.seq = k.entry ORDER BY k.def, k.version;

-- name: register_def_find
-- One version of a register, the last one when $2 is null. While the journal is applied to a record that has none, nobody is named.
SELECT k.def, k.version, k.name, k.sha256, k.entry, j.who, j.time
FROM register_def k LEFT JOIN journal j ON j.seq = k.entry
WHERE k.def = $1 AND k.version = COALESCE(CAST($2 AS BIGINT), (SELECT max(x.version) FROM register_def x WHERE x.def = k.def));

-- name: register_entry_insert
INSERT INTO register_entry (id, def, version, unit, state, fields, key, valid_from, valid_to, from_at, to_at, words, steps, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- name: register_entry_update
UPDATE register_entry SET version = $2, unit = $3, state = $4, fields = $5, key = $6, valid_from = $7, valid_to = $8, from_at = $9,
    to_at = $10, words = $11, steps = $12
WHERE id = $1;

-- name: register_entry_last
SELECT max(id) FROM register_entry;

-- name: register_entry_find
SELECT e.* FROM register_entry e WHERE e.id = $1;

-- name: register_entry_of_version
-- That of a key whose validity begins on a day.
SELECT e.id FROM register_entry e WHERE e.def = $1 AND e.key = $2 AND e.key <> '' AND e.valid_from = $3 AND e.state <> 'void' ORDER BY e.id LIMIT 1;

-- name: register_entry_of_key
-- The open entry of a key, beside one.
SELECT e.id FROM register_entry e WHERE e.def = $1 AND e.key = $2 AND e.key <> '' AND e.state = 'open' AND e.id <> $3 ORDER BY e.id LIMIT 1;

-- name: register_value_insert
INSERT INTO register_value (def, field, value, item) VALUES ($1, $2, $3, $4);

-- name: register_value_delete
DELETE FROM register_value WHERE item = $1;

-- name: register_event_insert
INSERT INTO register_event (item, step, event, day, note, data, entry) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: register_events
SELECT e.step, e.event, e.day, e.note, e.data, e.entry, j.who, j.time
FROM register_event e JOIN journal j ON j.seq = e.entry WHERE e.item = $1 ORDER BY e.step;

-- name: register_unit_codes
-- Every unit that has entries in a register.
SELECT u.code FROM unit u WHERE EXISTS (SELECT 1 FROM register_entry e WHERE e.def = $1 AND e.unit = u.code) ORDER BY u.code;

-- part: register_filter
-- Valid from a day on at the latest ($3) to a day at least ($4); what was never true only where $5 is 1.
  AND e.from_at <= $3 AND e.to_at >= $4 AND (e.state <> 'void' OR CAST($5 AS BIGINT) = 1)

-- name: register_page_all
-- A register ($1) behind an entry ($2), the next $6.
SELECT e.* FROM register_entry e WHERE e.def = $1 AND e.id > $2
{{register_filter}}
ORDER BY e.id LIMIT $6;

-- name: register_page_unit
SELECT e.* FROM register_entry e WHERE e.def = $1 AND e.id > $2 AND e.unit = $7
{{register_filter}}
ORDER BY e.id LIMIT $6;

-- name: register_page_value
SELECT e.* FROM register_value v CROSS JOIN register_entry e
WHERE v.def = $1 AND v.item > $2 AND v.field = $7 AND v.value = $8 AND e.id = v.item
{{register_filter}}
ORDER BY v.item LIMIT $6;

-- name: register_page_found
-- The same of those that the index of words has found ($7, a list). The list goes first, whatever an engine thinks of it.
SELECT e.* FROM json_each(CAST($7 AS TEXT)) i CROSS JOIN register_entry e
WHERE e.id = CAST(i.value ->> 0 AS BIGINT) AND e.def = $1 AND e.id > $2
{{register_filter}}
ORDER BY e.id LIMIT $6;

-- rows: register_scan
-- What is counted of a register: began from $2 to $3 and valid on $4 or later; what was never true does not count.
SELECT e.* FROM register_entry e
WHERE e.def = $1 AND e.from_at >= $2 AND e.from_at <= $3 AND e.to_at >= $4 AND e.state <> 'void'
ORDER BY e.id;
