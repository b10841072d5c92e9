-- Reminders: rules, outlets, where people are reached, what was sent.

-- name: remind_rule_put
INSERT INTO remind_rule (rule, name, kind, steps, every, recipients, source, used, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (rule) DO UPDATE SET name = excluded.name, kind = excluded.kind, steps = excluded.steps, every = excluded.every,
    recipients = excluded.recipients, source = excluded.source, used = excluded.used, entry = excluded.entry;

-- name: remind_rule_all
SELECT r.rule, r.name, r.kind, r.steps, r.every, r.recipients, r.source, r.used FROM remind_rule r ORDER BY r.rule;

-- name: outlet_put
INSERT INTO outlet (outlet, type, place, sender, login, secret, used, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (outlet) DO UPDATE SET type = excluded.type, place = excluded.place, sender = excluded.sender, login = excluded.login,
    secret = excluded.secret, used = excluded.used, entry = excluded.entry;

-- name: outlet_all
SELECT o.outlet, o.type, o.place, o.sender, o.login, o.secret, o.used FROM outlet o ORDER BY o.outlet;

-- name: contact_put
INSERT INTO contact (side, who, outlet, address, entry) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (side, who, outlet) DO UPDATE SET address = excluded.address, entry = excluded.entry;

-- rows: contact_all
SELECT c.side, c.who, c.outlet, c.address FROM contact c ORDER BY c.side, c.who, c.outlet;

-- name: delivery_last
SELECT max(id) FROM delivery;

-- name: delivery_insert
INSERT INTO delivery (id, day, outlet, side, who, address, items, sha256, state, tries, next_at, entry, changed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, 0, $9, $9);

-- name: delivery_item_insert
INSERT INTO delivery_item (matter, due, rule, side, who, outlet, step, delivery) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: delivery_report_insert
INSERT INTO delivery_report (report, due, rule, side, who, outlet, step, delivery) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: delivery_attempt_insert
INSERT INTO delivery_attempt (delivery, place, state, note, entry) VALUES ($1, $2, $3, $4, $5);

-- name: delivery_attempt_count
SELECT count(*) FROM delivery_attempt WHERE delivery = $1;

-- name: delivery_update
UPDATE delivery SET state = $2, tries = $3, next_at = $4, changed = $5 WHERE id = $1;

-- name: delivery_find
SELECT d.* FROM delivery d WHERE d.id = $1;

-- rows: delivery_list
-- Behind id $1, of state $2 when it is not null: the next $3; with the time of the last change, and of how many things each speaks, a
-- thing of which several rules speak counted once.
SELECT d.*, j.time, (SELECT count(DISTINCT i.matter) FROM delivery_item i WHERE i.delivery = d.id)
    + (SELECT count(DISTINCT r.report) FROM delivery_report r WHERE r.delivery = d.id)
FROM delivery d JOIN journal j ON j.seq = d.changed
WHERE d.id > $1 AND (CAST($2 AS TEXT) IS NULL OR d.state = $2) ORDER BY d.id LIMIT $3;

-- name: delivery_attempts
SELECT t.state, t.note, t.entry, j.who, j.time FROM delivery_attempt t JOIN journal j ON j.seq = t.entry WHERE t.delivery = $1 ORDER BY t.place;

-- rows: delivery_items
SELECT i.matter, i.due, i.rule, i.step FROM delivery_item i WHERE i.delivery = $1 ORDER BY i.due, i.matter, i.rule;

-- rows: delivery_items_of_matters
-- The last step that was told of each matter of a list, by due day, rule, recipient and outlet.
SELECT i.matter, i.due, i.rule, i.side, i.who, i.outlet, max(i.step)
FROM delivery_item i WHERE i.matter IN (SELECT CAST(m.value ->> 0 AS BIGINT) FROM json_each(CAST($1 AS TEXT)) m)
GROUP BY i.matter, i.due, i.rule, i.side, i.who, i.outlet ORDER BY i.matter;

-- rows: delivery_reports
SELECT r.report, r.due, r.rule, r.step FROM delivery_report r WHERE r.delivery = $1 ORDER BY r.due, r.report, r.rule;

-- rows: delivery_reports_told
-- The last step that was told of each report of a list.
SELECT r.report, r.due, r.rule, r.side, r.who, r.outlet, max(r.step)
FROM delivery_report r WHERE r.report IN (SELECT v.value ->> 0 FROM json_each(CAST($1 AS TEXT)) v)
GROUP BY r.report, r.due, r.rule, r.side, r.who, r.outlet ORDER BY r.report;

-- name: delivery_of_matter
-- What was sent about a matter.
SELECT i.due, i.rule, i.step, i.side, i.who, i.outlet, d.id, d.day, d.state, d.changed, j.who
FROM delivery_item i JOIN delivery d ON d.id = i.delivery JOIN journal j ON j.seq = d.entry
WHERE i.matter = $1 ORDER BY d.id, i.rule, i.step;
