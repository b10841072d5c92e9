-- The tables that are made from journal and content. The script throws away what is there and makes them empty; the entries
-- of the journal, applied in order, fill them, the same way when a change is made and when the record is rebuilt. Ids count
-- up from 1 in that order, so they are the same after every rebuild: F12 stays F12.

-- script: tables

DROP VIEW IF EXISTS figure_view;
DROP VIEW IF EXISTS statement_view;
DROP TABLE IF EXISTS tables_made;
DROP TABLE IF EXISTS person_event;
DROP TABLE IF EXISTS person_grant;
DROP TABLE IF EXISTS person;
DROP TABLE IF EXISTS sealed_event;
DROP TABLE IF EXISTS sealed_right;
DROP TABLE IF EXISTS sealed_box;
DROP TABLE IF EXISTS sealed_reader;
DROP TABLE IF EXISTS register_value;
DROP TABLE IF EXISTS register_event;
DROP TABLE IF EXISTS register_entry;
DROP TABLE IF EXISTS register_def;
DROP TABLE IF EXISTS delivery_attempt;
DROP TABLE IF EXISTS delivery_report;
DROP TABLE IF EXISTS delivery_item;
DROP TABLE IF EXISTS delivery;
DROP TABLE IF EXISTS contact;
DROP TABLE IF EXISTS outlet;
DROP TABLE IF EXISTS remind_rule;
DROP TABLE IF EXISTS matter_filter;
DROP TABLE IF EXISTS origin_document;
DROP TABLE IF EXISTS matter_statement;
DROP TABLE IF EXISTS project_allot;
DROP TABLE IF EXISTS project_contract;
DROP TABLE IF EXISTS project_obstacle;
DROP TABLE IF EXISTS project_stage;
DROP TABLE IF EXISTS project_line;
DROP TABLE IF EXISTS calendar_swap;
DROP TABLE IF EXISTS calendar_notice;
DROP TABLE IF EXISTS matter_list_part;
DROP TABLE IF EXISTS matter_list;
DROP TABLE IF EXISTS matter_count;
DROP TABLE IF EXISTS matter_deadline;
DROP TABLE IF EXISTS matter_unit;
DROP TABLE IF EXISTS matter_event;
DROP TABLE IF EXISTS matter;
DROP TABLE IF EXISTS matter_kind;
DROP TABLE IF EXISTS locked_part;
DROP TABLE IF EXISTS locked_value;
DROP TABLE IF EXISTS correction;
DROP TABLE IF EXISTS filing_event;
DROP TABLE IF EXISTS filing_cell;
DROP TABLE IF EXISTS filing;
DROP TABLE IF EXISTS filing_requirement;
DROP TABLE IF EXISTS report_definition;

DROP TABLE IF EXISTS indicator;
DROP TABLE IF EXISTS formula;
DROP TABLE IF EXISTS load_part;
DROP TABLE IF EXISTS load;
DROP TABLE IF EXISTS figure;
DROP TABLE IF EXISTS directive_statement;
DROP TABLE IF EXISTS reference_statement;
DROP TABLE IF EXISTS figure_statement;
DROP TABLE IF EXISTS statement;
DROP TABLE IF EXISTS block;
DROP TABLE IF EXISTS reading;
DROP TABLE IF EXISTS document;
DROP TABLE IF EXISTS target_note;
DROP TABLE IF EXISTS target_judgement;
DROP TABLE IF EXISTS target_level;
DROP TABLE IF EXISTS target;
DROP TABLE IF EXISTS programme;
DROP TABLE IF EXISTS unit_share;
DROP TABLE IF EXISTS unit_lineage;
DROP TABLE IF EXISTS unit_name;
DROP TABLE IF EXISTS unit;

-- One row: by which scripts these tables were made (schema.h). A program with other scripts asks for a rebuild.
CREATE TABLE tables_made (
    scripts TEXT NOT NULL
) STRICT;

-- A unit of government that the record speaks of. `code` is its id: of a unit that the program knows (data/units) its own
-- ("765", "26905.2025"), and then the rest is there too; of others one that was made up from the name ("quan-an-hoa"), and then what
-- a user said of it stands here: `parent` is the id of the unit above, kind and days are empty when nobody said them, both days are
-- included. Its names, as unit_key writes them, lead to it; one name may lead to several, then it resolves nothing.
CREATE TABLE unit (
    code       TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    parent     TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT NOT NULL,
    source     TEXT NOT NULL,
    entry      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_parent ON unit (parent);

CREATE TABLE unit_name (
    key  TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES unit,
    PRIMARY KEY (key, unit)
) STRICT, WITHOUT ROWID;

-- What people said that became of a unit, beside what the program knows: from `day` on `part` of `old` ("whole", "part", "" when
-- not known) is in `new`, after `source`. The last word counts.
CREATE TABLE unit_lineage (
    old    TEXT NOT NULL,
    new    TEXT NOT NULL,
    part   TEXT NOT NULL,
    day    TEXT NOT NULL,
    source TEXT NOT NULL,
    entry  INTEGER NOT NULL,
    PRIMARY KEY (old, new)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_lineage_new ON unit_lineage (new);

-- How much of `old` went to `new` by a measure: area, population, or the code of an indicator.
CREATE TABLE unit_share (
    old               TEXT NOT NULL,
    new               TEXT NOT NULL,
    measure           TEXT NOT NULL,
    share_coefficient INTEGER NOT NULL,
    share_scale       INTEGER NOT NULL,
    source            TEXT NOT NULL,
    entry             INTEGER NOT NULL,
    PRIMARY KEY (old, new, measure)
) STRICT, WITHOUT ROWID;

-- Resolutions, programmes, schemes and plans, the later word of one in place of the earlier: `parent` is the one above or empty, `unit`
-- whose it is, `symbol`, `issued` and `issuer` of the document, `term` a period or empty. `place` counts them in the order in which they
-- came.
CREATE TABLE programme (
    code   TEXT NOT NULL PRIMARY KEY,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL,
    parent TEXT NOT NULL,
    unit   TEXT NOT NULL REFERENCES unit,
    symbol TEXT NOT NULL,
    issued TEXT NOT NULL,
    issuer TEXT NOT NULL,
    term   TEXT NOT NULL,
    place  INTEGER NOT NULL,
    entry  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A target, as each revision has it (domain/target.h): from the day `since` on the greatest revision counts, after `source`. Earlier
-- ones stay. `place` counts as above.
CREATE TABLE target (
    code               TEXT NOT NULL,
    revision           INTEGER NOT NULL,
    programme          TEXT NOT NULL REFERENCES programme,
    name               TEXT NOT NULL,
    indicator          TEXT NOT NULL,
    kind               TEXT NOT NULL,
    measure            TEXT NOT NULL,
    comparator         TEXT NOT NULL,
    base_coefficient   INTEGER,
    base_scale         INTEGER,
    base_period        TEXT NOT NULL,
    weight_coefficient INTEGER,
    weight_scale       INTEGER,
    clause             TEXT NOT NULL,
    since              TEXT NOT NULL,
    source             TEXT NOT NULL,
    place              INTEGER NOT NULL,
    entry              INTEGER NOT NULL,
    PRIMARY KEY (code, revision)
) STRICT, WITHOUT ROWID;

-- What a revision wants for a year, a part of it, or the term; without a value: that it is done by then.
CREATE TABLE target_level (
    target            TEXT NOT NULL,
    revision          INTEGER NOT NULL,
    period            TEXT NOT NULL,
    value_coefficient INTEGER,
    value_scale       INTEGER,
    max_coefficient   INTEGER,
    max_scale         INTEGER,
    PRIMARY KEY (target, revision, period)
) STRICT, WITHOUT ROWID;

-- Of a target without an indicator: whether somebody found it reached, and what proves it. The last word counts.
CREATE TABLE target_judgement (
    target   TEXT NOT NULL,
    period   TEXT NOT NULL,
    reached  INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    PRIMARY KEY (target, period)
) STRICT, WITHOUT ROWID;

-- Of a target that is missed: why, what is done, by whom, by when. The last word counts.
CREATE TABLE target_note (
    target TEXT NOT NULL,
    period TEXT NOT NULL,
    cause  TEXT NOT NULL,
    remedy TEXT NOT NULL,
    owner  TEXT NOT NULL,
    due    TEXT NOT NULL,
    entry  INTEGER NOT NULL,
    PRIMARY KEY (target, period)
) STRICT, WITHOUT ROWID;

-- A document that came: shown as D7. Its bytes are content. `entry` is the journal entry that brought it: who and when.
CREATE TABLE document (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    size   INTEGER NOT NULL,
    entry  INTEGER NOT NULL
) STRICT;

-- One reading of a document: by which version of the reader, told what (encoding, date, place: empty when not told), which
-- date and place it took or found, with which text and which result (both content). The last reading of a document is the one
-- that counts.
CREATE TABLE reading (
    id         INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES document,
    reader     TEXT NOT NULL,
    format     TEXT NOT NULL,
    encoding   TEXT NOT NULL,
    told_date  TEXT NOT NULL,
    told_place TEXT NOT NULL,
    date       TEXT NOT NULL,
    place      TEXT NOT NULL,
    text       TEXT NOT NULL,
    said       TEXT NOT NULL,
    entry      INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_document ON reading (document, id);

-- The text of a reading, cut into paragraphs, headings, list items and cells: bytes [first, last) of the text.
CREATE TABLE block (
    id      INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading,
    kind    TEXT NOT NULL,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL
) STRICT;
CREATE INDEX block_reading ON block (reading, id);

-- What a document says: shown as S345. `reading` is the first that said it, `first` and `last` are bytes of its text. State:
--   proposed   nobody has judged it
--   accepted   it made, or confirms, the figure `figure`; or it is a reference or directive that was found right
--   rejected   it was found wrong
--   withdrawn  a later reading of the document did not say it again before anybody judged it
-- `decided` is the journal entry that brought the state; for proposed, the entry of the import.
CREATE TABLE statement (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    reading  INTEGER NOT NULL REFERENCES reading,
    kind     TEXT NOT NULL,
    state    TEXT NOT NULL,
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    quote    TEXT NOT NULL,
    rule     TEXT NOT NULL,
    figure   INTEGER,
    decided  INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_document ON statement (document, id);
CREATE INDEX statement_state ON statement (state, id);
CREATE INDEX statement_figure ON statement (figure, state) WHERE figure IS NOT NULL;

-- The rest of a statement, by kind. A decimal is a coefficient and a scale (value = coefficient x 10^-scale), so that the
-- printed precision stays. `unit` is the code of the unit of government that the place was resolved to, `layer` the layer of
-- plan that its words name; both empty when they could not be told.
CREATE TABLE figure_statement (
    statement         INTEGER PRIMARY KEY REFERENCES statement,
    value_coefficient INTEGER NOT NULL,
    value_scale       INTEGER NOT NULL,
    max_coefficient   INTEGER,
    max_scale         INTEGER,
    of_coefficient    INTEGER,
    of_scale          INTEGER,
    heading           INTEGER NOT NULL,
    kind              TEXT NOT NULL,
    bound             TEXT NOT NULL,
    aspect            TEXT NOT NULL,
    against           TEXT NOT NULL,
    period            TEXT NOT NULL,
    measure           TEXT NOT NULL,
    subject           TEXT NOT NULL,
    indicator         TEXT NOT NULL,
    place             TEXT NOT NULL,
    plan              TEXT NOT NULL,
    clause            INTEGER NOT NULL,
    unit              TEXT NOT NULL,
    layer             TEXT NOT NULL
) STRICT;

CREATE TABLE reference_statement (
    statement     INTEGER PRIMARY KEY REFERENCES statement,
    document_kind TEXT NOT NULL,
    symbol        TEXT NOT NULL,
    symbol_norm   TEXT NOT NULL,
    issuer        TEXT NOT NULL,
    date          TEXT NOT NULL,
    about         TEXT NOT NULL,
    implements    INTEGER -- the place, in the order of its reading, of the reference that this one carries out
) STRICT;

CREATE TABLE directive_statement (
    statement INTEGER PRIMARY KEY REFERENCES statement,
    who       TEXT NOT NULL,
    whom      TEXT NOT NULL,
    what      TEXT NOT NULL,
    due_words TEXT NOT NULL,
    due       TEXT NOT NULL
) STRICT;

-- figure and the words to search by stand in sqlite.sql and postgres.sql: here each engine has its own way. Both have the same
-- columns.

-- Files of figures that were loaded at once: shown as N1. Their figures have the ids `first` and on, and stand in no row: they are
-- in the parts, each of which is content (figure_part.h). `undone` is the journal entry that took the load back, 0 while it stands.
-- The bytes of the file are not kept, only what it was called, its SHA-256 and size. `low` and `high` are the least and the greatest
-- indicator of a part, so that one indicator does not need all of them. `map` is the SHA-256 of the map by which it was read, or ''.
CREATE TABLE load (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size   INTEGER NOT NULL,
    first  INTEGER NOT NULL,
    count  INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    entry  INTEGER NOT NULL,
    map    TEXT NOT NULL
) STRICT;

CREATE TABLE load_part (
    load    INTEGER NOT NULL REFERENCES load,
    part    INTEGER NOT NULL,
    first   INTEGER NOT NULL,
    count   INTEGER NOT NULL,
    low     TEXT NOT NULL,
    high    TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (load, part)
) STRICT, WITHOUT ROWID;

-- Report definitions that an office made for itself (domain/report_definition.h says what the words mean); those of law are compiled
-- in. `valid_to` "" when it is open.
CREATE TABLE report_definition (
    code       TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT NOT NULL,
    name       TEXT NOT NULL,
    basis      TEXT NOT NULL,
    every      TEXT NOT NULL,
    sender     TEXT NOT NULL,
    receiver   TEXT NOT NULL,
    due        TEXT NOT NULL,
    weekend    TEXT NOT NULL,
    late_by    TEXT NOT NULL,
    indicators TEXT NOT NULL,
    required   TEXT NOT NULL,
    citation   TEXT NOT NULL,
    note       TEXT NOT NULL,
    entry      INTEGER NOT NULL,
    PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

-- Who must send: the unit itself (scope "unit"), or every unit of the kind of senders below it ("below"). `due` is a rule that takes the
-- place of the definition's, "" where that counts. The last word of a (definition, unit, scope) counts.
CREATE TABLE filing_requirement (
    definition TEXT NOT NULL,
    unit       TEXT NOT NULL,
    scope      TEXT NOT NULL,
    due        TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT NOT NULL,
    source     TEXT NOT NULL,
    entry      INTEGER NOT NULL,
    PRIMARY KEY (definition, unit, scope)
) STRICT, WITHOUT ROWID;

-- A report that a unit owes for a period: shown as B7. Window, due day and cells are those that held when it was opened. `times` and
-- `stock_times` are the periods under which its figures stand, with blanks between: what a lock covers.
CREATE TABLE filing (
    id          INTEGER PRIMARY KEY,
    definition  TEXT NOT NULL,
    name        TEXT NOT NULL,
    unit        TEXT NOT NULL REFERENCES unit,
    period      TEXT NOT NULL,
    first       TEXT NOT NULL,
    last        TEXT NOT NULL,
    due         TEXT NOT NULL,
    late_by     TEXT NOT NULL,
    times       TEXT NOT NULL,
    stock_times TEXT NOT NULL,
    state       TEXT NOT NULL,
    entry       INTEGER NOT NULL,
    UNIQUE (definition, unit, period)
) STRICT;
CREATE INDEX filing_unit ON filing (unit, state);

CREATE TABLE filing_cell (
    filing    INTEGER NOT NULL REFERENCES filing,
    place     INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    required  INTEGER NOT NULL,
    stock     INTEGER NOT NULL,
    PRIMARY KEY (filing, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX filing_cell_indicator ON filing_cell (indicator, filing);

-- Every step of a report, from 0. `day` is the one of the step: of the entry, or (`said`) the one that was stated, of a paper that came
-- earlier.
CREATE TABLE filing_event (
    filing INTEGER NOT NULL REFERENCES filing,
    step   INTEGER NOT NULL,
    state  TEXT NOT NULL,
    day    TEXT NOT NULL,
    said   INTEGER NOT NULL,
    note   TEXT NOT NULL,
    entry  INTEGER NOT NULL,
    PRIMARY KEY (filing, step)
) STRICT, WITHOUT ROWID;

-- What a correction changed in a locked report: of one figure key the value that stood (null: none) and the one that stands since.
CREATE TABLE correction (
    entry           INTEGER NOT NULL,
    place           INTEGER NOT NULL,
    filing          INTEGER NOT NULL REFERENCES filing,
    indicator       TEXT NOT NULL,
    period          TEXT NOT NULL,
    kind            TEXT NOT NULL,
    aspect          TEXT NOT NULL,
    unit            TEXT NOT NULL,
    layer           TEXT NOT NULL,
    against         TEXT NOT NULL,
    measure         TEXT NOT NULL,
    old             INTEGER,
    old_coefficient INTEGER,
    old_scale       INTEGER,
    old_bound       TEXT NOT NULL,
    new             INTEGER,
    new_coefficient INTEGER,
    new_scale       INTEGER,
    new_bound       TEXT NOT NULL,
    reason          TEXT NOT NULL,
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_filing ON correction (filing, entry, place);

-- What a report showed without a figure on the day of its lock: the value that a formula gave. `since` is the first day of the formula
-- ('': always), `own` its id in the record (0: of the program).
CREATE TABLE locked_value (
    filing      INTEGER NOT NULL REFERENCES filing,
    place       INTEGER NOT NULL,
    indicator   TEXT NOT NULL,
    period      TEXT NOT NULL,
    formula     TEXT NOT NULL,
    since       TEXT NOT NULL,
    own         INTEGER NOT NULL,
    coefficient INTEGER NOT NULL,
    scale       INTEGER NOT NULL,
    bound       TEXT NOT NULL,
    measure     TEXT NOT NULL,
    estimate    INTEGER NOT NULL,
    entry       INTEGER NOT NULL,
    PRIMARY KEY (filing, place)
) STRICT, WITHOUT ROWID;

-- A figure that went into it: `role` is "value", "plan" or "previous"; wanted for `period`, it stands under `figure_period`.
CREATE TABLE locked_part (
    filing        INTEGER NOT NULL,
    place         INTEGER NOT NULL,
    part          INTEGER NOT NULL,
    indicator     TEXT NOT NULL,
    role          TEXT NOT NULL,
    period        TEXT NOT NULL,
    figure_period TEXT NOT NULL,
    aspect        TEXT NOT NULL,
    layer         TEXT NOT NULL,
    figure        INTEGER NOT NULL,
    coefficient   INTEGER NOT NULL,
    scale         INTEGER NOT NULL,
    bound         TEXT NOT NULL,
    measure       TEXT NOT NULL,
    PRIMARY KEY (filing, place, part)
) STRICT, WITHOUT ROWID;

-- An indicator that an office declared: what is measured, in which unit of measure; `time` is "flow", "stock" or "rate", `better` "up", "down"
-- or '', `added` 1 when it adds up over units. `entry` is the one that said so last.
CREATE TABLE indicator (
    code    TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    measure TEXT NOT NULL,
    time    TEXT NOT NULL,
    better  TEXT NOT NULL,
    added   INTEGER NOT NULL,
    source  TEXT NOT NULL,
    entry   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A formula that an office added: how the indicator `code` is reckoned on days from `valid_from` to `valid_to` (both included, '' for
-- always), after `source`. `name`, `measure` and `better` ("up", "down", "") make an indicator of a code that the catalogue does not
-- have, and are '' of one that it has. `removed` is the entry that took it out of use, or 0.
CREATE TABLE formula (
    id         INTEGER PRIMARY KEY,
    code       TEXT NOT NULL,
    expression TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT NOT NULL,
    decimals   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    measure    TEXT NOT NULL,
    better     TEXT NOT NULL,
    source     TEXT NOT NULL,
    removed    INTEGER NOT NULL,
    entry      INTEGER NOT NULL
) STRICT;

-- Kinds of matter, each version of them: the text is content (store/kind_read.h). A matter keeps the version with which it began.
CREATE TABLE matter_kind (
    kind    TEXT NOT NULL,
    version INTEGER NOT NULL,
    name    TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    entry   INTEGER NOT NULL,
    PRIMARY KEY (kind, version)
) STRICT, WITHOUT ROWID;

-- What somebody owes by a day: shown as M7. `grp`, `waits` and `returned` are what its kind says of its state. `due_at` and `ended_at` are
-- days since 1970 for the indexes; 9999999 when there is no due day, 0 when it has not ended. `due` and `ended` are days, or moments where the
-- clock is one of hours. `clock` is the question by which the due day was reckoned (domain/matter_clock.h), '' when somebody named the day;
-- `appointment` what was printed for the citizen and never moves. `fields` is JSON, `words` what it is searched by. How it stands against its
-- clock on a day is never kept, but how it ended is: `truth` 0 not yet, or without a due day, 1 early, 2 on the day, 3 late; `told` the same by
-- what the portal was told.
CREATE TABLE matter (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    year        INTEGER NOT NULL,
    serial      INTEGER NOT NULL,
    number      TEXT NOT NULL,
    title       TEXT NOT NULL,
    state       TEXT NOT NULL,
    grp         TEXT NOT NULL,
    waits       TEXT NOT NULL,
    returned    INTEGER NOT NULL,
    unit        TEXT NOT NULL REFERENCES unit,
    person      TEXT NOT NULL,
    giver       TEXT NOT NULL,
    follower    TEXT NOT NULL,
    document    TEXT NOT NULL,
    clause      TEXT NOT NULL,
    parent      INTEGER NOT NULL,
    priority    TEXT NOT NULL,
    secrecy     TEXT NOT NULL,
    fields      TEXT NOT NULL,
    opened      TEXT NOT NULL,
    since       TEXT NOT NULL,
    first_due   TEXT NOT NULL,
    due         TEXT NOT NULL,
    appointment TEXT NOT NULL,
    clock       TEXT NOT NULL,
    ended       TEXT NOT NULL,
    due_at      INTEGER NOT NULL,
    ended_at    INTEGER NOT NULL,
    truth       INTEGER NOT NULL,
    told        INTEGER NOT NULL,
    steps       INTEGER NOT NULL,
    words       TEXT NOT NULL,
    entry       INTEGER NOT NULL
) STRICT;
CREATE INDEX matter_by_number ON matter (number);

-- Everything that happened to a matter, from step 0, in order; never changed. `data` is JSON: what was set, old and new. `file` is the
-- SHA-256 of the file that came with it, or ''.
CREATE TABLE matter_event (
    matter     INTEGER NOT NULL REFERENCES matter,
    step       INTEGER NOT NULL,
    event      TEXT NOT NULL,
    move       TEXT NOT NULL,
    state_from TEXT NOT NULL,
    state_to   TEXT NOT NULL,
    day        TEXT NOT NULL,
    said       INTEGER NOT NULL,
    note       TEXT NOT NULL,
    data       TEXT NOT NULL,
    file       TEXT NOT NULL,
    entry      INTEGER NOT NULL,
    PRIMARY KEY (matter, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX matter_event_chased ON matter_event (matter, step) WHERE event = 'chase';

-- Units that help with it.
CREATE TABLE matter_unit (
    matter INTEGER NOT NULL REFERENCES matter,
    unit   TEXT NOT NULL REFERENCES unit,
    entry  INTEGER NOT NULL,
    PRIMARY KEY (matter, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX matter_unit_of ON matter_unit (unit, matter);

-- Every due day that a matter ever had, from place 0; `step` is the event that set it. Never changed.
CREATE TABLE matter_deadline (
    matter INTEGER NOT NULL REFERENCES matter,
    place  INTEGER NOT NULL,
    due    TEXT NOT NULL,
    clock  TEXT NOT NULL,
    step   INTEGER NOT NULL,
    reason TEXT NOT NULL,
    entry  INTEGER NOT NULL,
    PRIMARY KEY (matter, place)
) STRICT, WITHOUT ROWID;

-- The directive of a document from which a matter was made; several matters may come from one.
CREATE TABLE matter_statement (
    statement INTEGER NOT NULL REFERENCES statement,
    matter    INTEGER NOT NULL REFERENCES matter,
    entry     INTEGER NOT NULL,
    PRIMARY KEY (statement, matter)
) STRICT, WITHOUT ROWID;
CREATE INDEX matter_statement_of ON matter_statement (matter, statement);

-- Documents that give work and what they carry out: `document` is the key of the symbol (domain/origin_document.h), `basis` the key of the document
-- that it carries out or ''; that one need not be here. `used` 0: it was entered wrongly.
CREATE TABLE origin_document (
    document TEXT NOT NULL PRIMARY KEY,
    symbol   TEXT NOT NULL,
    name     TEXT NOT NULL,
    issuer   TEXT NOT NULL,
    day      TEXT NOT NULL,
    basis    TEXT NOT NULL,
    used     INTEGER NOT NULL,
    entry    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What lists of matters are asked for, under a name: `owner` is the author, '' where all may use it; `asked` is a JSON object of names and values
-- (store/filter_rows.h). `used` 0: dropped.
CREATE TABLE matter_filter (
    owner TEXT NOT NULL,
    name  TEXT NOT NULL,
    asked TEXT NOT NULL,
    used  INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (owner, name)
) STRICT, WITHOUT ROWID;

-- How many matters there are of each unit, kind and group, kept in the transaction that changes them; no row has 0. `due_at` is that of what has
-- not ended and does not stand, and of what has ended and was not told to the portal yet; of the rest 0, and 9999999 without a due day.
CREATE TABLE matter_count (
    unit   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    grp    TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    truth  INTEGER NOT NULL,
    told   INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    PRIMARY KEY (unit, kind, grp, truth, told, due_at)
) STRICT, WITHOUT ROWID;

-- An office's own rules of reminding (domain/remind.h), in the place of those of the program that have the same code; `used` 0: not used.
CREATE TABLE remind_rule (
    rule       TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    steps      TEXT NOT NULL,
    every      INTEGER NOT NULL,
    recipients TEXT NOT NULL,
    source     TEXT NOT NULL,
    used       INTEGER NOT NULL,
    entry      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- By which way messages go out: `type` is one of outlet/outlet.h, `place` a directory, the address of a server or of a web hook; `secret` is
-- the name of the environment variable that holds a password or key, never that itself.
CREATE TABLE outlet (
    outlet TEXT NOT NULL PRIMARY KEY,
    type   TEXT NOT NULL,
    place  TEXT NOT NULL,
    sender TEXT NOT NULL,
    login  TEXT NOT NULL,
    secret TEXT NOT NULL,
    used   INTEGER NOT NULL,
    entry  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where a recipient is reached by an outlet: `side` is person or unit, `who` the person as matters name him, or the id of the unit. An empty
-- address: no more.
CREATE TABLE contact (
    side    TEXT NOT NULL,
    who     TEXT NOT NULL,
    outlet  TEXT NOT NULL REFERENCES outlet,
    address TEXT NOT NULL,
    entry   INTEGER NOT NULL,
    PRIMARY KEY (side, who, outlet)
) STRICT, WITHOUT ROWID;

-- A message to one recipient by one outlet: shown as N7. Its text is content. State: waiting, sending, sent, failed (will be tried again, not before
-- `next_at`, seconds since 1970), refused (the other side will not have it), unknown (it may have arrived), dropped (a person gave it up).
CREATE TABLE delivery (
    id      INTEGER PRIMARY KEY,
    day     TEXT NOT NULL,
    outlet  TEXT NOT NULL,
    side    TEXT NOT NULL,
    who     TEXT NOT NULL,
    address TEXT NOT NULL,
    items   INTEGER NOT NULL,
    sha256  TEXT NOT NULL,
    state   TEXT NOT NULL,
    tries   INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    entry   INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_by_state ON delivery (state, id);

-- What it speaks of. The key is why nobody is told of the same thing twice: a step of a rule, for a due day of a matter.
CREATE TABLE delivery_item (
    matter   INTEGER NOT NULL REFERENCES matter,
    due      TEXT NOT NULL,
    rule     TEXT NOT NULL,
    side     TEXT NOT NULL,
    who      TEXT NOT NULL,
    outlet   TEXT NOT NULL,
    step     INTEGER NOT NULL,
    delivery INTEGER NOT NULL REFERENCES delivery,
    PRIMARY KEY (matter, due, rule, side, who, outlet, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_item_of ON delivery_item (delivery, matter);

-- The same of reports that are owed, which are no matters: `report` is DEFINITION/UNIT/PERIOD.
CREATE TABLE delivery_report (
    report   TEXT NOT NULL,
    due      TEXT NOT NULL,
    rule     TEXT NOT NULL,
    side     TEXT NOT NULL,
    who      TEXT NOT NULL,
    outlet   TEXT NOT NULL,
    step     INTEGER NOT NULL,
    delivery INTEGER NOT NULL REFERENCES delivery,
    PRIMARY KEY (report, due, rule, side, who, outlet, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_report_of ON delivery_report (delivery, report);

-- What became of it, in order; never changed.
CREATE TABLE delivery_attempt (
    delivery INTEGER NOT NULL REFERENCES delivery,
    place    INTEGER NOT NULL,
    state    TEXT NOT NULL,
    note     TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    PRIMARY KEY (delivery, place)
) STRICT, WITHOUT ROWID;

-- Capital of investment projects (domain/project_capital.h): plans, vouchers, what was stated of them; shown as V7. `amount` is coefficient and scale, in đồng
-- (of progress in per cent). Never changed; `contract` is the one that a voucher
-- belongs to, 0: none was said; `struck` is the entry that struck it out, 0: none has. `file` is the SHA-256 of the evidence, ''.
CREATE TABLE project_line (
    id          INTEGER PRIMARY KEY,
    project     INTEGER NOT NULL REFERENCES matter,
    sort        TEXT NOT NULL,
    year        INTEGER NOT NULL,
    until       INTEGER NOT NULL,
    source      TEXT NOT NULL,
    layer       TEXT NOT NULL,
    coefficient INTEGER NOT NULL,
    scale       INTEGER NOT NULL,
    day         TEXT NOT NULL,
    number      TEXT NOT NULL,
    note        TEXT NOT NULL,
    file        TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    file_size   INTEGER NOT NULL,
    struck      INTEGER NOT NULL,
    struck_note TEXT NOT NULL,
    contract    INTEGER NOT NULL,
    entry       INTEGER NOT NULL
) STRICT;
CREATE INDEX project_line_of ON project_line (project, id);

-- Days of the stages of a project, planned and actual; every word on them from step 0 on, the last one counts.
CREATE TABLE project_stage (
    project      INTEGER NOT NULL REFERENCES matter,
    stage        TEXT NOT NULL,
    step         INTEGER NOT NULL,
    planned_from TEXT NOT NULL,
    planned_to   TEXT NOT NULL,
    actual_from  TEXT NOT NULL,
    actual_to    TEXT NOT NULL,
    day          TEXT NOT NULL,
    note         TEXT NOT NULL,
    entry        INTEGER NOT NULL,
    PRIMARY KEY (project, stage, step)
) STRICT, WITHOUT ROWID;

-- What holds a project up; shown as X7. Every word on it from step 0 on, the last one counts; `settled` '' while it is open.
CREATE TABLE project_obstacle (
    id      INTEGER NOT NULL,
    step    INTEGER NOT NULL,
    project INTEGER NOT NULL REFERENCES matter,
    class   TEXT NOT NULL,
    title   TEXT NOT NULL,
    owner   TEXT NOT NULL,
    opened  TEXT NOT NULL,
    due     TEXT NOT NULL,
    settled TEXT NOT NULL,
    day     TEXT NOT NULL,
    note    TEXT NOT NULL,
    entry   INTEGER NOT NULL,
    PRIMARY KEY (id, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_obstacle_of ON project_obstacle (project, id);

-- Contracts of a project (domain/project_contract.h); shown as G7. Every word on one from step 0 on, the last one counts; days '' while nobody said.
CREATE TABLE project_contract (
    id           INTEGER NOT NULL,
    step         INTEGER NOT NULL,
    project      INTEGER NOT NULL REFERENCES matter,
    number       TEXT NOT NULL,
    package      TEXT NOT NULL,
    contractor   TEXT NOT NULL,
    coefficient  INTEGER NOT NULL,
    scale        INTEGER NOT NULL,
    signed_on    TEXT NOT NULL,
    finish       TEXT NOT NULL,
    guarantee_to TEXT NOT NULL,
    recover_by   TEXT NOT NULL,
    ended        TEXT NOT NULL,
    day          TEXT NOT NULL,
    note         TEXT NOT NULL,
    entry        INTEGER NOT NULL,
    PRIMARY KEY (id, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_contract_of ON project_contract (project, id);

-- Capital of a year that was given to a unit, to be spread over its projects; shown as P7. Signed, in đồng; never changed; `struck` as of project_line.
CREATE TABLE project_allot (
    id          INTEGER PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES unit,
    year        INTEGER NOT NULL,
    source      TEXT NOT NULL,
    coefficient INTEGER NOT NULL,
    scale       INTEGER NOT NULL,
    day         TEXT NOT NULL,
    number      TEXT NOT NULL,
    note        TEXT NOT NULL,
    struck      INTEGER NOT NULL,
    struck_note TEXT NOT NULL,
    entry       INTEGER NOT NULL
) STRICT;

-- A list of matters that came in at once: the file, the map by which it was read (SHA-256 or ''), the ids of the new ones. Its parts are content:
-- of rows (`events` 0) or of what happened to known matters (1).
CREATE TABLE matter_list (
    entry   INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    file    TEXT NOT NULL,
    size    INTEGER NOT NULL,
    map     TEXT NOT NULL,
    kind    TEXT NOT NULL,
    version INTEGER NOT NULL,
    first   INTEGER NOT NULL,
    n       INTEGER NOT NULL
) STRICT;

CREATE TABLE matter_list_part (
    entry   INTEGER NOT NULL REFERENCES matter_list,
    events  INTEGER NOT NULL,
    place   INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (entry, events, place)
) STRICT, WITHOUT ROWID;

-- What was announced of days off and of swapped days after the program was made: it takes the place of what the program knows of that year, and of
-- that day off. The last word counts.
CREATE TABLE calendar_notice (
    year          INTEGER PRIMARY KEY,
    tet_from      TEXT NOT NULL,
    tet_to        TEXT NOT NULL,
    national_from TEXT NOT NULL,
    national_to   TEXT NOT NULL,
    citation      TEXT NOT NULL,
    entry         INTEGER NOT NULL
) STRICT;

CREATE TABLE calendar_swap (
    off      TEXT NOT NULL PRIMARY KEY,
    work     TEXT NOT NULL,
    citation TEXT NOT NULL,
    entry    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A register in one of its versions (domain/register.h); its text is content.
CREATE TABLE register_def (
    def     TEXT NOT NULL,
    version INTEGER NOT NULL,
    name    TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    entry   INTEGER NOT NULL,
    PRIMARY KEY (def, version)
) STRICT, WITHOUT ROWID;

-- An entry of a register: shown as R7. `fields` is JSON, `words` what it is searched by, without what is masked. `key` is what no two open
-- entries of a register have in common, '' where nothing is. It is valid on the days from `valid_from` to `valid_to`, '' while nobody has
-- closed it; `from_at` and `to_at` are these as days since 1970 for the indexes, 9999999 where there is none. State `void`: it was never true.
CREATE TABLE register_entry (
    id         INTEGER PRIMARY KEY,
    def        TEXT NOT NULL,
    version    INTEGER NOT NULL,
    unit       TEXT NOT NULL REFERENCES unit,
    state      TEXT NOT NULL,
    fields     TEXT NOT NULL,
    key        TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT NOT NULL,
    from_at    INTEGER NOT NULL,
    to_at      INTEGER NOT NULL,
    words      TEXT NOT NULL,
    steps      INTEGER NOT NULL,
    entry      INTEGER NOT NULL
) STRICT;
CREATE INDEX register_entry_of ON register_entry (def, id);
CREATE INDEX register_entry_unit ON register_entry (def, unit, id);
CREATE INDEX register_entry_key ON register_entry (def, key) WHERE key <> '';

-- Everything that happened to an entry, from step 0, in order; never changed. `data` is JSON: what was set, old and new.
CREATE TABLE register_event (
    item  INTEGER NOT NULL REFERENCES register_entry,
    step  INTEGER NOT NULL,
    event TEXT NOT NULL,
    day   TEXT NOT NULL,
    note  TEXT NOT NULL,
    data  TEXT NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (item, step)
) STRICT, WITHOUT ROWID;

-- Values that lists are asked by: choices, units, flags, codes, hashes of secrets.
CREATE TABLE register_value (
    def   TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    item  INTEGER NOT NULL REFERENCES register_entry,
    PRIMARY KEY (def, field, value, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_value_of ON register_value (item);

-- Who may read who denounces (sealed_box.h): persons with the public half of their key; which box belongs to which matter, and the SHA-256 of what is
-- sealed in it; who may open those of a matter; and everything that happened, refusals too. Nobody who denounces stands in any of them.
CREATE TABLE sealed_reader (
    person TEXT PRIMARY KEY,
    public TEXT NOT NULL,
    entry  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sealed_box (
    box    TEXT PRIMARY KEY,
    matter INTEGER NOT NULL REFERENCES matter,
    sha256 TEXT NOT NULL,
    entry  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_box_of ON sealed_box (matter);
CREATE TABLE sealed_right (
    matter INTEGER NOT NULL REFERENCES matter,
    person TEXT NOT NULL,
    entry  INTEGER NOT NULL,
    PRIMARY KEY (matter, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealed_event (
    entry  INTEGER PRIMARY KEY,
    event  TEXT NOT NULL,
    matter INTEGER NOT NULL,
    person TEXT NOT NULL,
    box    TEXT NOT NULL,
    why    TEXT NOT NULL,
    note   TEXT NOT NULL
) STRICT;
CREATE INDEX sealed_event_of ON sealed_event (matter);

-- Who uses the centre, what each may do (person_rows.h), and what happened to them. No password and nothing by which one signs in stands here,
-- nor in the journal: see the script `access`.
CREATE TABLE person (
    login   TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    unit    TEXT NOT NULL,
    contact TEXT NOT NULL,
    active  INTEGER NOT NULL,
    entry   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE person_grant (
    id       INTEGER PRIMARY KEY,
    person   TEXT NOT NULL REFERENCES person,
    role     TEXT NOT NULL,
    unit     TEXT NOT NULL,
    fields   TEXT NOT NULL,
    kinds    TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    of_grant INTEGER NOT NULL,
    ended    INTEGER NOT NULL,
    entry    INTEGER NOT NULL
) STRICT;
CREATE INDEX person_grant_of ON person_grant (person);
CREATE TABLE person_event (
    entry  INTEGER PRIMARY KEY,
    event  TEXT NOT NULL,
    person TEXT NOT NULL,
    note   TEXT NOT NULL
) STRICT;
CREATE INDEX person_event_of ON person_event (person);

-- script: access

-- By what people sign in, and who has. These tables are no effect of the journal: they are not made again, not copied, in no digest, and what is
-- deleted here is gone. So a password that was changed is nowhere any more, and whoever is given the journal, or a copy of the record, has nothing
-- to guess at (access_rows.h). Words that were given away stand here as their SHA-256; passwords as argon2id. Times are seconds since 1970.
CREATE TABLE IF NOT EXISTS access_secret (
    person   TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    totp     TEXT NOT NULL,
    step     INTEGER NOT NULL,
    changed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS access_recovery (
    hash   TEXT PRIMARY KEY,
    person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS access_link (
    hash   TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    until  INTEGER NOT NULL,
    whole  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS access_session (
    hash    TEXT PRIMARY KEY,
    person  TEXT NOT NULL,
    stage   TEXT NOT NULL,
    began   INTEGER NOT NULL,
    used    INTEGER NOT NULL,
    proved  INTEGER NOT NULL,
    address TEXT NOT NULL,
    agent   TEXT NOT NULL,
    pending TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS access_token (
    hash   TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    name   TEXT NOT NULL,
    rights TEXT NOT NULL,
    made   INTEGER NOT NULL,
    until  INTEGER NOT NULL,
    used   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS access_try (
    hash   TEXT PRIMARY KEY,
    count  INTEGER NOT NULL,
    until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- script: matter_indexes
-- The ways along which matters are listed. Apart from their table, because where very many come in at once SQLite makes them anew behind that
-- (matter_indexes_away).
CREATE INDEX IF NOT EXISTS matter_by_group ON matter (grp, due_at, id);
CREATE INDEX IF NOT EXISTS matter_by_unit ON matter (unit, grp, due_at, id, kind, truth, told, ended_at);
CREATE INDEX IF NOT EXISTS matter_by_state ON matter (kind, state, grp, due_at, id);
CREATE INDEX IF NOT EXISTS matter_by_person ON matter (person, grp, due_at, id) WHERE person <> '';
CREATE INDEX IF NOT EXISTS matter_by_giver ON matter (giver, grp, due_at, id) WHERE giver <> '';
CREATE INDEX IF NOT EXISTS matter_by_follower ON matter (follower, grp, due_at, id) WHERE follower <> '';
CREATE INDEX IF NOT EXISTS matter_by_parent ON matter (parent, id) WHERE parent <> 0;
CREATE INDEX IF NOT EXISTS matter_by_serial ON matter (kind, year, serial) WHERE serial > 0;
CREATE INDEX IF NOT EXISTS matter_by_document ON matter (document, id) WHERE document <> '';
CREATE INDEX IF NOT EXISTS matter_by_clock ON matter (id, due, clock) WHERE clock <> '' AND ended_at = 0;

-- script: views

-- A statement with all that stands beside it, one row.
CREATE VIEW statement_view AS
SELECT s.id, s.document, s.reading, s.kind, s.state, s.first, s.last, s.quote, s.rule, s.figure, s.decided,
       f.value_coefficient, f.value_scale, f.max_coefficient, f.max_scale, f.of_coefficient, f.of_scale, f.heading,
       f.kind AS figure_kind, f.bound, f.aspect, f.against, f.period, f.measure, f.subject, f.indicator, f.place, f.plan,
       f.clause, f.unit, f.layer,
       r.document_kind, r.symbol, r.symbol_norm, r.issuer, r.date, r.about, r.implements,
       d.who, d.whom, d.what, d.due_words, d.due
FROM statement s
LEFT JOIN figure_statement f ON f.statement = s.id
LEFT JOIN reference_statement r ON r.statement = s.id
LEFT JOIN directive_statement d ON d.statement = s.id;

-- A figure with where it came from, one row. It stands while a statement that says it is accepted; of those of a key that stand the
-- last is the current one, which is for the reader of the rows to see: asked here it would be asked of every part of the table.
-- Counted and not asked with EXISTS, because of that PostgreSQL would look through all statements where one is wanted.
CREATE VIEW figure_view AS
SELECT f.id, f.indicator, f.period, f.kind, f.aspect, f.unit, f.layer, f.against, f.revision,
       f.value_coefficient, f.value_scale, f.max_coefficient, f.max_scale, f.of_coefficient, f.of_scale, f.bound, f.measure,
       f.statement, f.entry, s.document, s.first, s.last, s.quote, d.sha256, j.who,
       0 < (SELECT count(*) FROM statement a WHERE a.figure = f.id AND a.state = 'accepted') AS stands
FROM figure f
JOIN statement s ON s.id = f.statement
JOIN document d ON d.id = s.document
JOIN journal j ON j.seq = f.entry;
