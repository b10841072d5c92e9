-- What documents say.

-- name: statement_insert
INSERT INTO statement (id, document, reading, kind, state, first, last, quote, rule, figure, decided)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- name: statement_last
SELECT max(id) FROM statement;

-- name: figure_statement_insert
INSERT INTO figure_statement (statement, value_coefficient, value_scale, max_coefficient, max_scale, of_coefficient, of_scale, heading,
    kind, bound, aspect, against, period, measure, subject, indicator, place, plan, clause, unit, layer)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);

-- name: reference_statement_insert
INSERT INTO reference_statement (statement, document_kind, symbol, symbol_norm, issuer, date, about, implements)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: directive_statement_insert
INSERT INTO directive_statement (statement, who, whom, what, due_words, due) VALUES ($1, $2, $3, $4, $5, $6);

-- name: statement_load
SELECT * FROM statement_view WHERE id = $1;

-- name: statement_of_ids
-- The statements of the list $1 (id).
SELECT v.* FROM json_each(CAST($1 AS TEXT)) k JOIN statement_view v ON v.id = CAST(k.value ->> 0 AS BIGINT) ORDER BY v.id;

-- name: statement_list
-- Of the documents from $1 to $2, in the state $3 and of the kind $4 (each may be null: any), after the statement $5, at most $6.
SELECT * FROM statement_view
WHERE document BETWEEN $1 AND $2 AND (CAST($3 AS TEXT) IS NULL OR state = $3) AND (CAST($4 AS TEXT) IS NULL OR kind = $4) AND id > $5
ORDER BY id
LIMIT $6;

-- name: statement_of_text
-- What was said of one text of a document and still stands.
SELECT v.* FROM statement_view v JOIN reading r ON r.id = v.reading
WHERE v.document = $1 AND r.text = $2 AND v.state <> 'withdrawn'
ORDER BY v.id;

-- name: statement_decide
-- The statements of the list $1 (id, figure or null) get the state $2 by the entry $3.
UPDATE statement SET state = $2, figure = CAST(k.value ->> 1 AS BIGINT), decided = $3
FROM json_each(CAST($1 AS TEXT)) k
WHERE statement.id = CAST(k.value ->> 0 AS BIGINT);

-- name: statement_withdraw
-- The statements of the list $1 (id), unless somebody has judged them.
UPDATE statement SET state = 'withdrawn', decided = $2
FROM json_each(CAST($1 AS TEXT)) k
WHERE statement.id = CAST(k.value ->> 0 AS BIGINT) AND statement.state = 'proposed';

-- name: statement_proposed_of
SELECT id FROM statement WHERE document = $1 AND state = 'proposed' ORDER BY id;
