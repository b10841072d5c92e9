-- Matters: their kinds, what happened to them, their due days; pages of lists, counts.

-- name: matter_kind_insert
INSERT INTO matter_kind (kind, version, name, sha256, entry) VALUES ($1, $2, $3, $4, $5);

-- name: matter_kind_all
SELECT k.kind, k.version, k.name, k.sha256, k.entry, j.who, j.time
FROM matter_kind k JOIN journal j ON j.seq = k.entry ORDER BY k.kind, k.version;

-- name: matter_kind_find
-- One version of a kind, the last one when $2 is null. While the journal is applied to a record that has none, nobody is named.
SELECT k.kind, k.version, k.name, k.sha256, k.entry, j.who, j.time
FROM matter_kind k LEFT JOIN journal j ON j.seq = k.entry
WHERE k.kind = $1 AND k.version = COALESCE(CAST($2 AS BIGINT), (SELECT max(x.version) FROM matter_kind x WHERE x.kind = k.kind));

-- name: matter_insert
INSERT INTO matter (id, kind, version, year, serial, number, title, state, grp, waits, returned, unit, person, giver, follower, document,
    clause, parent, priority, secrecy, fields, opened, since, first_due, due, appointment, clock, ended, due_at, ended_at, truth, told,
    steps, words, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
    $29, $30, $31, $32, $33, $34, $35);

-- name: matter_update
UPDATE matter SET title = $2, state = $3, grp = $4, waits = $5, returned = $6, unit = $7, person = $8, giver = $9, follower = $10,
    document = $11, clause = $12, priority = $13, secrecy = $14, fields = $15, since = $16, first_due = $17, due = $18, clock = $19,
    ended = $20, due_at = $21, ended_at = $22, steps = $23, words = $24, appointment = $25, truth = $26, told = $27
WHERE id = $1;

-- name: matter_last
SELECT max(id) FROM matter;

-- name: matter_serial_last
SELECT COALESCE(max(serial), 0) FROM matter WHERE kind = $1 AND year = $2 AND serial > 0;

-- name: matter_number_taken
SELECT count(*) FROM matter WHERE number = $1 AND kind || '' = $2;

-- name: matter_find
SELECT m.* FROM matter m WHERE m.id = $1;

-- name: matter_find_number
-- At most two, to see whether a number means one matter.
SELECT m.* FROM matter m WHERE m.number = $1 ORDER BY m.id LIMIT 2;

-- name: matter_children
SELECT m.* FROM matter m WHERE m.parent = $1 AND m.parent <> 0 ORDER BY m.id LIMIT $2;

-- name: matter_event_insert
INSERT INTO matter_event (matter, step, event, move, state_from, state_to, day, said, note, data, file, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- name: matter_events
SELECT e.step, e.event, e.move, e.state_from, e.state_to, e.day, e.said, e.note, e.data, e.entry, j.who, j.time
FROM matter_event e JOIN journal j ON j.seq = e.entry WHERE e.matter = $1 ORDER BY e.step;

-- name: matter_attached
-- How many files a matter has.
SELECT count(*) FROM matter_event WHERE matter = $1 AND file <> '';

-- name: matter_unit_insert
INSERT INTO matter_unit (matter, unit, entry) VALUES ($1, $2, $3) ON CONFLICT (matter, unit) DO NOTHING;

-- name: matter_unit_delete
DELETE FROM matter_unit WHERE matter = $1 AND unit = $2;

-- name: matter_units
SELECT u.unit FROM matter_unit u WHERE u.matter = $1 ORDER BY u.unit;

-- rows: matter_units_of
-- Units that help with the matters of a list ($1).
SELECT u.matter, u.unit FROM json_each(CAST($1 AS TEXT)) w CROSS JOIN matter_unit u
WHERE u.matter = CAST(w.value ->> 0 AS BIGINT) ORDER BY u.matter, u.unit;

-- name: matter_unit_codes
-- Every unit that answers for a matter.
SELECT u.code FROM unit u WHERE EXISTS (SELECT 1 FROM matter m WHERE m.unit = u.code) ORDER BY u.code;

-- name: matter_deadline_insert
INSERT INTO matter_deadline (matter, place, due, clock, step, reason, entry) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: matter_deadline_insert_many
-- The first due days of the matters from $1 to $2 that have one.
INSERT INTO matter_deadline (matter, place, due, clock, step, reason, entry)
SELECT m.id, 0, m.due, m.clock, 0, '', m.entry FROM matter m WHERE m.id BETWEEN $1 AND $2 AND m.due <> '' ORDER BY m.id;

-- name: matter_deadline_count
SELECT count(*) FROM matter_deadline WHERE matter = $1;

-- name: matter_deadlines
SELECT d.due, d.clock, d.step, d.reason, d.entry, j.who, j.time
FROM matter_deadline d JOIN journal j ON j.seq = d.entry WHERE d.matter = $1 ORDER BY d.place;

-- part: matter_filter
-- What every list can be asked for beside the path that it goes along: each when it is not null: kind, state, units (a list), person, who has to
-- do something, how it ended ($10: 1 late, 0 in time), patterns of words (a list), each with blanks where a word ends; $13 is the longest of these,
-- which is asked first because it is the one that most do not have.
  AND (CAST($5 AS TEXT) IS NULL OR m.kind = $5) AND (CAST($6 AS TEXT) IS NULL OR m.state = $6)
  AND (CAST($7 AS TEXT) IS NULL OR m.unit IN (SELECT u.value ->> 0 FROM json_each(CAST($7 AS TEXT)) u))
  AND (CAST($8 AS TEXT) IS NULL OR m.person = $8)
  AND (CAST($9 AS TEXT) IS NULL OR m.waits = $9)
  AND (CAST($10 AS BIGINT) IS NULL OR CASE WHEN m.truth = 3 THEN 1 ELSE 0 END = $10)
  AND (CAST($13 AS TEXT) IS NULL OR m.words || ' ' LIKE $13)
  AND NOT EXISTS (SELECT 1 FROM json_each(CAST($11 AS TEXT)) w WHERE m.words || ' ' NOT LIKE (w.value ->> 0))

-- part: matter_from
-- Of one group, behind (due_at $2, id $3), due until $4: the next $12.
SELECT m.* FROM matter m WHERE m.grp = $1 AND (m.due_at, m.id) > ($2, $3) AND m.due_at <= $4

-- name: matter_page_group
{{matter_from}}
{{matter_filter}}
ORDER BY m.due_at, m.id LIMIT $12;

-- name: matter_page_unit
{{matter_from}} AND m.unit = $14
{{matter_filter}}
ORDER BY m.due_at, m.id LIMIT $12;

-- name: matter_page_state
{{matter_from}} AND m.kind = $14 AND m.state = $15
{{matter_filter}}
ORDER BY m.due_at, m.id LIMIT $12;

-- name: matter_page_person
{{matter_from}} AND m.person = $14 AND m.person <> ''
{{matter_filter}}
ORDER BY m.due_at, m.id LIMIT $12;

-- name: matter_page_helping
-- What a unit helps with: along its own matters, which are few beside all.
SELECT m.* FROM matter_unit h CROSS JOIN matter m
WHERE h.unit = $14 AND m.id = h.matter AND m.grp = $1 AND (m.due_at, m.id) > ($2, $3) AND m.due_at <= $4
{{matter_filter}}
ORDER BY m.due_at, m.id LIMIT $12;

-- name: matter_page_giver
{{matter_from}} AND m.giver = $14 AND m.giver <> ''
{{matter_filter}}
ORDER BY m.due_at, m.id LIMIT $12;

-- name: matter_page_follower
{{matter_from}} AND m.follower = $14 AND m.follower <> ''
{{matter_filter}}
ORDER BY m.due_at, m.id LIMIT $12;

-- name: matter_page_words
-- The same of those that the index of words has found ($14, a list), whatever their path is; giver and follower of the paths are $15, $16. The list
-- goes first, whatever an engine thinks of it.
SELECT m.* FROM json_each(CAST($14 AS TEXT)) i CROSS JOIN matter m
WHERE m.id = CAST(i.value ->> 0 AS BIGINT) AND m.grp = $1 AND (m.due_at, m.id) > ($2, $3) AND m.due_at <= $4
  AND (CAST($15 AS TEXT) IS NULL OR m.giver = $15) AND (CAST($16 AS TEXT) IS NULL OR m.follower = $16)
{{matter_filter}}
ORDER BY m.due_at, m.id LIMIT $12;

-- rows: matter_counts
-- How many of each unit, kind, group, and ends in truth and as told there are: all; without a due day; due before day $1; due from then to $2.
-- Filters: due days, kind, units; of what has ended the days of its end.
SELECT m.unit, m.kind, m.grp, m.truth, m.told, count(*), CAST(sum(CASE WHEN m.due_at = 9999999 THEN 1 ELSE 0 END) AS BIGINT),
    CAST(sum(CASE WHEN m.due_at < $1 THEN 1 ELSE 0 END) AS BIGINT), CAST(sum(CASE WHEN m.due_at >= $1 AND m.due_at <= $2 THEN 1 ELSE 0 END) AS BIGINT)
FROM matter m
WHERE m.due_at >= $3 AND m.due_at <= $4 AND (CAST($5 AS TEXT) IS NULL OR m.kind = $5)
  AND (CAST($6 AS TEXT) IS NULL OR m.unit IN (SELECT u.value ->> 0 FROM json_each(CAST($6 AS TEXT)) u))
  AND (m.ended_at = 0 OR (m.ended_at >= $7 AND m.ended_at <= $8))
GROUP BY m.unit, m.kind, m.grp, m.truth, m.told
ORDER BY m.unit, m.kind, m.grp, m.truth, m.told;

-- rows: matter_counts_kept
-- The same of all due days and days of ending, from what is kept, in the order of its key.
SELECT m.unit, m.kind, m.grp, m.truth, m.told, CAST(sum(m.n) AS BIGINT), CAST(sum(CASE WHEN m.due_at = 9999999 THEN m.n ELSE 0 END) AS BIGINT),
    CAST(sum(CASE WHEN m.due_at < $1 THEN m.n ELSE 0 END) AS BIGINT), CAST(sum(CASE WHEN m.due_at >= $1 AND m.due_at <= $2 THEN m.n ELSE 0 END) AS BIGINT)
FROM matter_count m
WHERE (CAST($3 AS TEXT) IS NULL OR m.kind = $3)
  AND (CAST($4 AS TEXT) IS NULL OR m.unit IN (SELECT u.value ->> 0 FROM json_each(CAST($4 AS TEXT)) u))
GROUP BY m.unit, m.kind, m.grp, m.truth, m.told
ORDER BY m.unit, m.kind, m.grp, m.truth, m.told;

-- name: matter_count_more
INSERT INTO matter_count (unit, kind, grp, due_at, truth, told, n) VALUES ($1, $2, $3, $4, $5, $6, 1)
ON CONFLICT (unit, kind, grp, due_at, truth, told) DO UPDATE SET n = matter_count.n + 1;

-- name: matter_count_add
INSERT INTO matter_count (unit, kind, grp, due_at, truth, told, n) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (unit, kind, grp, due_at, truth, told) DO UPDATE SET n = matter_count.n + excluded.n;

-- name: matter_count_less
UPDATE matter_count SET n = n - 1 WHERE unit = $1 AND kind = $2 AND grp = $3 AND due_at = $4 AND truth = $5 AND told = $6;

-- name: matter_count_none
DELETE FROM matter_count WHERE unit = $1 AND kind = $2 AND grp = $3 AND due_at = $4 AND truth = $5 AND told = $6 AND n = 0;

-- rows: matter_clocks
-- Every clock that a rule reckons and that has not ended: what there is to reckon anew after a change of the calendar.
SELECT m.id, m.due, m.clock FROM matter m WHERE m.clock <> '' AND m.ended_at = 0 ORDER BY m.id;

-- name: calendar_notice_put
INSERT INTO calendar_notice (year, tet_from, tet_to, national_from, national_to, citation, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (year) DO UPDATE SET tet_from = excluded.tet_from, tet_to = excluded.tet_to, national_from = excluded.national_from,
    national_to = excluded.national_to, citation = excluded.citation, entry = excluded.entry;

-- name: calendar_notices
SELECT n.year, n.tet_from, n.tet_to, n.national_from, n.national_to, n.citation FROM calendar_notice n ORDER BY n.year;

-- name: calendar_swap_put
INSERT INTO calendar_swap (off, work, citation, entry) VALUES ($1, $2, $3, $4)
ON CONFLICT (off) DO UPDATE SET work = excluded.work, citation = excluded.citation, entry = excluded.entry;

-- name: calendar_swaps
SELECT s.off, s.work, s.citation FROM calendar_swap s ORDER BY s.off;

-- name: matter_statement_insert
INSERT INTO matter_statement (statement, matter, entry) VALUES ($1, $2, $3);

-- name: matters_of_statement
SELECT m.matter FROM matter_statement m WHERE m.statement = $1 ORDER BY m.matter;

-- name: statements_of_matter
SELECT m.statement FROM matter_statement m WHERE m.matter = $1 ORDER BY m.statement;

-- name: directive_waiting
-- Directives of the documents from $1 to $2 behind the statement $3 that nobody rejected and from which no matter was made: the next $4.
SELECT v.* FROM statement_view v
WHERE v.document BETWEEN $1 AND $2 AND v.kind = 'directive' AND v.state IN ('proposed', 'accepted') AND v.id > $3
  AND NOT EXISTS (SELECT 1 FROM matter_statement m WHERE m.statement = v.id)
ORDER BY v.id LIMIT $4;

-- rows: matters_of_numbers
-- Those of a kind ($2) that have one of the numbers ($1, a list). A number is rare and a kind is not: no index may be taken for the kind.
SELECT m.* FROM json_each(CAST($1 AS TEXT)) w CROSS JOIN matter m WHERE m.number = w.value ->> 0 AND m.kind || '' = $2;

-- name: matter_numbers_taken
-- How many of a kind ($2) have one of the numbers ($1, a list).
SELECT count(*) FROM json_each(CAST($1 AS TEXT)) w CROSS JOIN matter m WHERE m.number = w.value ->> 0 AND m.kind || '' = $2;

-- name: matter_kind_is_used
SELECT count(*) FROM (SELECT 1 FROM matter m WHERE m.kind = $1 LIMIT 1) x;

-- name: matters_entered
-- What stands of the matters from $1 to $2, to be compared with what was put in.
SELECT count(*), CAST(COALESCE(sum(m.due_at), 0) AS BIGINT), CAST(COALESCE(sum(m.ended_at), 0) AS BIGINT),
    CAST(COALESCE(sum(length(m.number) + length(m.title) + length(m.fields) + length(m.clock) + length(m.state)), 0) AS BIGINT)
FROM matter m WHERE m.id BETWEEN $1 AND $2;

-- rows: matters_of_kind
-- All of a kind, of a unit where $2 is not null.
SELECT m.* FROM matter m WHERE m.kind = $1 AND (CAST($2 AS TEXT) IS NULL OR m.unit = $2) ORDER BY m.id;

-- rows: matters_of_kind_then
-- The same, and those that came into other hands after $3.
SELECT m.* FROM matter m
WHERE m.kind = $1 AND (CAST($2 AS TEXT) IS NULL OR m.unit = $2
    OR EXISTS (SELECT 1 FROM matter_event e WHERE e.matter = m.id AND e.event = 'assign' AND e.day > $3))
ORDER BY m.id;

-- rows: matters_changed_after
-- Those of a kind that were there on a day ($2) and to which something happened later.
SELECT DISTINCT e.matter FROM matter_event e JOIN matter m ON m.id = e.matter
WHERE m.kind = $1 AND m.opened <= $2 AND e.day > $2 ORDER BY e.matter;

-- name: matter_list_insert
INSERT INTO matter_list (entry, name, file, size, map, kind, version, first, n) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: matter_list_part_insert
INSERT INTO matter_list_part (entry, events, place, n, content) VALUES ($1, $2, $3, $4, $5);

-- part: told_who_owes
-- A message that was sent (d, i) to who owes a matter (m), and not to who gave it, follows it, or stands above.
  AND d.state = 'sent' AND (CASE WHEN i.side = 'unit' THEN i.who = m.unit ELSE i.who = m.person OR (i.who <> m.giver AND i.who <> m.follower) END)

-- rows: matters_chased
-- Matters that somebody was chased or reminded for; each when it is not null: kind $1, units $2 (a list), $3 only those that have not ended.
SELECT m.id FROM (SELECT e.matter FROM matter_event e WHERE e.event = 'chase'
    UNION SELECT i.matter FROM delivery_item i JOIN delivery d ON d.id = i.delivery JOIN matter m ON m.id = i.matter WHERE 0 = 0 {{told_who_owes}}) x
JOIN matter m ON m.id = x.matter
WHERE (CAST($1 AS TEXT) IS NULL OR m.kind = $1)
  AND (CAST($2 AS TEXT) IS NULL OR m.unit IN (SELECT u.value ->> 0 FROM json_each(CAST($2 AS TEXT)) u))
  AND (CAST($3 AS BIGINT) IS NULL OR m.ended_at = 0)
ORDER BY m.id;

-- rows: matter_step_counts
-- How often each matter of a list was chased, and came into each state.
SELECT e.matter, e.event, e.state_to, count(*) FROM matter_event e
WHERE e.matter IN (SELECT CAST(m.value ->> 0 AS BIGINT) FROM json_each(CAST($1 AS TEXT)) m) AND e.event IN ('move', 'chase')
GROUP BY e.matter, e.event, e.state_to ORDER BY e.matter, e.event, e.state_to;

-- rows: matter_told_counts
-- How many messages were sent about each matter of a list to who owes it. The list goes first, whatever an engine thinks of it.
SELECT i.matter, count(DISTINCT i.delivery)
FROM json_each(CAST($1 AS TEXT)) v CROSS JOIN delivery_item i CROSS JOIN delivery d CROSS JOIN matter m
WHERE i.matter = CAST(v.value ->> 0 AS BIGINT) AND d.id = i.delivery AND m.id = i.matter
{{told_who_owes}}
GROUP BY i.matter ORDER BY i.matter;

-- rows: matters_between
-- Those of a kind ($1) that were there on some day from $4 (days since 1970) to $3: begun until then, and not ended before; of units ($2, a list)
-- where it is not null, and then also those that came into other hands after $5.
SELECT m.* FROM matter m
WHERE m.kind = $1 AND (CAST($2 AS TEXT) IS NULL OR m.unit IN (SELECT u.value ->> 0 FROM json_each(CAST($2 AS TEXT)) u)
    OR EXISTS (SELECT 1 FROM matter_event e WHERE e.matter = m.id AND e.event = 'assign' AND e.day > $5))
  AND m.opened <= $3 AND (m.ended_at = 0 OR m.ended_at >= $4)
ORDER BY m.id;

-- rows: matter_documents
-- Every text by which matters name a document.
SELECT DISTINCT m.document FROM matter m WHERE m.document <> '' ORDER BY m.document;

-- rows: matters_of_document
SELECT m.* FROM matter m WHERE m.document = $1 AND m.document <> '' ORDER BY m.id;

-- name: origin_document_put
INSERT INTO origin_document (document, symbol, name, issuer, day, basis, used, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (document) DO UPDATE SET symbol = excluded.symbol, name = excluded.name, issuer = excluded.issuer, day = excluded.day,
    basis = excluded.basis, used = excluded.used, entry = excluded.entry;

-- name: origin_document_all
SELECT o.document, o.symbol, o.name, o.issuer, o.day, o.basis, o.used FROM origin_document o ORDER BY o.document;

-- name: matter_filter_put
INSERT INTO matter_filter (owner, name, asked, used, entry) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (owner, name) DO UPDATE SET asked = excluded.asked, used = excluded.used, entry = excluded.entry;

-- name: matter_filter_all
SELECT f.owner, f.name, f.asked, f.used FROM matter_filter f ORDER BY f.name, f.owner;
