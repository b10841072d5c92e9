-- Who may read who denounces, and what was done with it (store/sealed_rows.h).

-- name: sealed_reader_put
INSERT INTO sealed_reader (person, public, entry) VALUES ($1, $2, $3)
ON CONFLICT (person) DO UPDATE SET public = excluded.public, entry = excluded.entry;

-- name: sealed_reader_end
DELETE FROM sealed_reader WHERE person = $1;

-- name: sealed_readers
-- All of them, or one where $1 is not null.
SELECT r.person, r.public FROM sealed_reader r WHERE CAST($1 AS TEXT) IS NULL OR r.person = $1 ORDER BY r.person;

-- name: sealed_box_put
INSERT INTO sealed_box (box, matter, sha256, entry) VALUES ($1, $2, $3, $4);

-- name: sealed_boxes
-- Those of a matter, or all where $1 is null.
SELECT b.box, b.matter, b.sha256 FROM sealed_box b WHERE CAST($1 AS BIGINT) IS NULL OR b.matter = $1 ORDER BY b.entry, b.box;

-- name: sealed_right_put
INSERT INTO sealed_right (matter, person, entry) VALUES ($1, $2, $3) ON CONFLICT (matter, person) DO NOTHING;

-- name: sealed_right_end
DELETE FROM sealed_right WHERE matter = $1 AND person = $2;

-- name: sealed_rights
-- Who may, of a matter ($1), or what a person may ($2); each when it is not null.
SELECT r.matter, r.person FROM sealed_right r
WHERE (CAST($1 AS BIGINT) IS NULL OR r.matter = $1) AND (CAST($2 AS TEXT) IS NULL OR r.person = $2) ORDER BY r.matter, r.person;

-- name: sealed_event_put
INSERT INTO sealed_event (entry, event, matter, person, box, why, note) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: sealed_events
-- Of a matter, or all where $1 is null.
SELECT e.event, e.matter, e.person, e.why, e.note, j.seq, j.who, j.time
FROM sealed_event e JOIN journal j ON j.seq = e.entry WHERE CAST($1 AS BIGINT) IS NULL OR e.matter = $1 ORDER BY e.entry;
