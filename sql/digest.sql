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

-- rows: digest_programme
SELECT * FROM programme ORDER BY code;

-- rows: digest_target
SELECT * FROM target ORDER BY code, revision;

-- rows: digest_target_level
SELECT * FROM target_level ORDER BY target, revision, period;

-- rows: digest_target_judgement
SELECT * FROM target_judgement ORDER BY target, period;

-- rows: digest_target_note
SELECT * FROM target_note ORDER BY target, period;

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

-- name: digest_report_definition
SELECT * FROM report_definition ORDER BY code, valid_from;

-- name: digest_filing_requirement
SELECT * FROM filing_requirement ORDER BY definition, unit, scope;

-- rows: digest_filing
SELECT * FROM filing ORDER BY id;

-- rows: digest_filing_cell
SELECT * FROM filing_cell ORDER BY filing, place;

-- rows: digest_locked_value
SELECT * FROM locked_value ORDER BY filing, place;

-- rows: digest_locked_part
SELECT * FROM locked_part ORDER BY filing, place, part;

-- rows: digest_filing_event
SELECT * FROM filing_event ORDER BY filing, step;

-- rows: digest_correction
SELECT * FROM correction ORDER BY entry, place;

-- rows: digest_indicator
SELECT * FROM indicator ORDER BY code;

-- name: digest_formula
SELECT * FROM formula ORDER BY id;

-- name: digest_register_def
SELECT * FROM register_def ORDER BY def, version;

-- rows: digest_register_entry
SELECT * FROM register_entry ORDER BY id;

-- rows: digest_register_event
SELECT * FROM register_event ORDER BY item, step;

-- rows: digest_register_value
SELECT * FROM register_value ORDER BY def, field, value, item;

-- name: digest_sealed_reader
SELECT * FROM sealed_reader ORDER BY person;

-- name: digest_sealed_box
SELECT * FROM sealed_box ORDER BY box;

-- name: digest_sealed_right
SELECT * FROM sealed_right ORDER BY matter, person;

-- name: digest_sealed_event
SELECT * FROM sealed_event ORDER BY entry;

-- name: digest_person
SELECT * FROM person ORDER BY login;

-- name: digest_person_grant
SELECT * FROM person_grant ORDER BY id;

-- name: digest_person_event
SELECT * FROM person_event ORDER BY entry;

-- name: digest_matter_kind
SELECT * FROM matter_kind ORDER BY kind, version;

-- rows: digest_matter
SELECT * FROM matter ORDER BY id;

-- rows: digest_matter_event
SELECT * FROM matter_event ORDER BY matter, step;

-- rows: digest_matter_unit
SELECT * FROM matter_unit ORDER BY matter, unit;

-- rows: digest_matter_deadline
SELECT * FROM matter_deadline ORDER BY matter, place;

-- rows: digest_matter_statement
SELECT * FROM matter_statement ORDER BY statement, matter;

-- name: digest_origin_document
SELECT * FROM origin_document ORDER BY document;

-- name: digest_matter_filter
SELECT * FROM matter_filter ORDER BY owner, name;
-- rows: digest_project_line
SELECT * FROM project_line ORDER BY id;

-- rows: digest_project_stage
SELECT * FROM project_stage ORDER BY project, stage, step;

-- rows: digest_project_obstacle
SELECT * FROM project_obstacle ORDER BY id, step;

-- rows: digest_project_contract
SELECT * FROM project_contract ORDER BY id, step;

-- rows: digest_project_allot
SELECT * FROM project_allot ORDER BY id;

-- name: digest_matter_list
SELECT * FROM matter_list ORDER BY entry;

-- rows: digest_matter_list_part
SELECT * FROM matter_list_part ORDER BY entry, events, place;

-- rows: digest_matter_count
SELECT * FROM matter_count ORDER BY unit, kind, grp, truth, told, due_at;

-- name: digest_remind_rule
SELECT * FROM remind_rule ORDER BY rule;

-- name: digest_outlet
SELECT * FROM outlet ORDER BY outlet;

-- rows: digest_contact
SELECT * FROM contact ORDER BY side, who, outlet;

-- rows: digest_delivery
SELECT * FROM delivery ORDER BY id;

-- rows: digest_delivery_item
SELECT * FROM delivery_item ORDER BY matter, due, rule, side, who, outlet, step;

-- rows: digest_delivery_report
SELECT * FROM delivery_report ORDER BY report, due, rule, side, who, outlet, step;

-- rows: digest_delivery_attempt
SELECT * FROM delivery_attempt ORDER BY delivery, place;

-- name: digest_calendar_notice
SELECT * FROM calendar_notice ORDER BY year;

-- name: digest_calendar_swap
SELECT * FROM calendar_swap ORDER BY off;
