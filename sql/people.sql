-- Who uses the centre (store/person_rows.h) and by what they sign in (store/access_rows.h).

-- name: person_put
INSERT INTO person (login, name, unit, contact, active, entry) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (login) DO UPDATE SET name = excluded.name, unit = excluded.unit, contact = excluded.contact, active = excluded.active,
entry = excluded.entry;

-- name: person_all
-- All of them, or one where $1 is not null.
SELECT p.login, p.name, p.unit, p.contact, p.active FROM person p WHERE CAST($1 AS TEXT) IS NULL OR p.login = $2 ORDER BY p.login;

-- name: person_count
SELECT count(*) FROM person;

-- name: person_grant_last
SELECT coalesce(max(g.id), 0) FROM person_grant g;

-- name: person_grant_put
INSERT INTO person_grant (id, person, role, unit, fields, kinds, from_day, to_day, of_grant, ended, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10);

-- name: person_grant_end
UPDATE person_grant SET ended = 1 WHERE id = $1;

-- name: person_grants
-- Of all persons; of one ($1) with those that they lean on.
SELECT g.id, g.person, g.role, g.unit, g.fields, g.kinds, g.from_day, g.to_day, g.of_grant, g.ended, p.active
FROM person_grant g JOIN person p ON p.login = g.person
WHERE CAST($1 AS TEXT) IS NULL OR g.person = $2 OR g.id IN (SELECT d.of_grant FROM person_grant d WHERE d.person = $3) ORDER BY g.id;

-- name: person_event_put
INSERT INTO person_event (entry, event, person, note) VALUES ($1, $2, $3, $4);

-- name: person_events
-- Of one person, or of all where $1 is null; newest first.
SELECT e.event, e.person, e.note, j.seq, j.who, j.time
FROM person_event e JOIN journal j ON j.seq = e.entry WHERE CAST($1 AS TEXT) IS NULL OR e.person = $2 ORDER BY e.entry DESC LIMIT 500;

-- name: access_secret_find
SELECT s.password, s.totp, s.step, s.changed FROM access_secret s WHERE s.person = $1;

-- name: access_secret_put
INSERT INTO access_secret (person, password, totp, step, changed) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (person) DO UPDATE SET password = excluded.password, totp = excluded.totp, step = excluded.step, changed = excluded.changed;

-- name: access_step
-- A code counts once: the step must be a later one.
UPDATE access_secret SET step = $1 WHERE person = $2 AND step < $3;

-- name: access_passwords
-- How many who may still use the centre have a password.
SELECT count(*) FROM access_secret s JOIN person p ON p.login = s.person WHERE s.password <> '' AND p.active = 1;

-- name: access_recovery_put
INSERT INTO access_recovery (hash, person) VALUES ($1, $2);

-- name: access_recovery_count
SELECT count(*) FROM access_recovery r WHERE r.person = $1;

-- name: access_recovery_find
SELECT count(*) FROM access_recovery r WHERE r.hash = $1 AND r.person = $2;

-- name: access_recovery_end
DELETE FROM access_recovery WHERE hash = $1;

-- name: access_recovery_end_all
DELETE FROM access_recovery WHERE person = $1;

-- name: access_link_put
INSERT INTO access_link (hash, person, until, whole) VALUES ($1, $2, $3, $4);

-- name: access_link_find
SELECT l.person, l.until, l.whole FROM access_link l WHERE l.hash = $1;

-- name: access_link_end
-- Those of a person; what is over goes with them.
DELETE FROM access_link WHERE person = $1 OR until < $2;

-- name: access_session_put
INSERT INTO access_session (hash, person, stage, began, used, proved, address, agent, pending) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '');

-- name: access_session_find
SELECT s.person, s.stage, s.began, s.used, s.proved, s.pending FROM access_session s WHERE s.hash = $1;

-- name: access_session_used
UPDATE access_session SET used = $1 WHERE hash = $2;

-- name: access_session_proved
UPDATE access_session SET proved = $1 WHERE hash = $2;

-- name: access_session_pending
UPDATE access_session SET pending = $1 WHERE hash = $2;

-- name: access_session_end
DELETE FROM access_session WHERE hash = $1;

-- name: access_session_end_others
-- Of a person all but one, which may be "".
DELETE FROM access_session WHERE person = $1 AND hash <> $2;

-- name: access_session_sweep
DELETE FROM access_session WHERE used < $1 OR began < $2;

-- name: access_sessions
SELECT s.hash, s.stage, s.began, s.used, s.address, s.agent FROM access_session s WHERE s.person = $1 ORDER BY s.used DESC, s.hash;

-- name: access_token_put
INSERT INTO access_token (hash, person, name, rights, made, until, used) VALUES ($1, $2, $3, $4, $5, $6, 0);

-- name: access_token_find
SELECT t.person, t.name, t.rights, t.made, t.until, t.used FROM access_token t WHERE t.hash = $1;

-- name: access_tokens
SELECT t.hash, t.name, t.rights, t.made, t.until, t.used FROM access_token t WHERE t.person = $1 ORDER BY t.made, t.hash;

-- name: access_token_used
UPDATE access_token SET used = $1 WHERE hash = $2;

-- name: access_token_end
-- One of a person ($2), or all of them where $1 is "".
DELETE FROM access_token WHERE (CAST($1 AS TEXT) = '' OR hash = $2) AND person = $3;

-- name: access_try_find
SELECT t.count, t.until FROM access_try t WHERE t.hash = $1;

-- name: access_try_put
INSERT INTO access_try (hash, count, until) VALUES ($1, $2, $3)
ON CONFLICT (hash) DO UPDATE SET count = excluded.count, until = excluded.until;

-- name: access_try_end
DELETE FROM access_try WHERE hash = $1 OR until < $2;
