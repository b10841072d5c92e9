-- Every row of every table that is made from journal and content, in the order of its key: what the digest of the record is
-- reckoned from.

-- rows: digest_unit
SELECT * FROM unit ORDER BY code;

-- rows: digest_unit_name
SELECT * FROM unit_name ORDER BY key, unit;

-- rows: digest_unit_lineage
SELECT * FROM unit_lineage ORDER BY old, new;

-- rows: digest_unit_share
SELECT * FROM unit_share ORDER BY old, new, measure;

-- rows: digest_document
SELECT * FROM document ORDER BY id;

-- rows: digest_reading
SELECT * FROM reading ORDER BY id;

-- rows: digest_block
SELECT * FROM block ORDER BY id;

-- rows: digest_statement
SELECT * FROM statement ORDER BY id;

-- rows: digest_figure_statement
SELECT * FROM figure_statement ORDER BY statement;

-- rows: digest_reference_statement
SELECT * FROM reference_statement ORDER BY statement;

-- rows: digest_directive_statement
SELECT * FROM directive_statement ORDER BY statement;

-- rows: digest_figure
SELECT * FROM figure ORDER BY id;

-- name: digest_load
SELECT * FROM load ORDER BY id;

-- name: digest_load_part
SELECT * FROM load_part ORDER BY load, part;

-- name: digest_formula
SELECT * FROM formula ORDER BY id;
