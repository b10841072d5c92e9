-- Documents, their readings and the blocks of their texts.

-- name: document_insert
INSERT INTO document (id, sha256, name, size, entry) VALUES ($1, $2, $3, $4, $5);

-- name: document_last
SELECT max(id) FROM document;

-- name: document_find
SELECT id FROM document WHERE sha256 = $1;

-- name: document_list
-- Documents from $1 to $2 with their last reading and how many statements are in each state.
SELECT d.id, d.sha256, d.name, d.size, j.time, j.who, r.id, r.reader, r.format, r.encoding, r.told_date, r.told_place, r.date,
       r.place, r.text, r.said,
       (SELECT count(*) FROM statement s WHERE s.document = d.id AND s.state = 'proposed'),
       (SELECT count(*) FROM statement s WHERE s.document = d.id AND s.state = 'accepted'),
       (SELECT count(*) FROM statement s WHERE s.document = d.id AND s.state = 'rejected')
FROM document d
JOIN journal j ON j.seq = d.entry
JOIN reading r ON r.id = (SELECT max(x.id) FROM reading x WHERE x.document = d.id)
WHERE d.id BETWEEN $1 AND $2
ORDER BY d.id;

-- name: reading_insert
INSERT INTO reading (id, document, reader, format, encoding, told_date, told_place, date, place, text, said, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- name: reading_last
SELECT max(id) FROM reading;

-- name: reading_text
-- The text of a reading, as the name of its content.
SELECT text FROM reading WHERE id = $1;

-- name: block_insert
INSERT INTO block (id, reading, kind, first, last) VALUES ($1, $2, $3, $4, $5);

-- name: block_last
SELECT max(id) FROM block;
