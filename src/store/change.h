/* SPDX-License-Identifier: Apache-2.0
 *
 * change: everything that can be done to a record. A change is one journal entry and its effect on the tables, both in
 * the write transaction of the caller:
 *
 *     values -> payload -> journal entry -> effect, reckoned from the payload alone -> read back and compared
 *
 * Because the effect comes from the payload (and from content that it names) and from nothing else, the same code makes
 * the tables when a change is made and when the record is rebuilt, and both give the same rows with the same ids.
 *
 * A change that makes figures count, or no longer count, is refused when it touches a locked report and is no
 * correction (author->correction): ERR_FILING_LOCKED (filing_lock.h).
 */
#ifndef CHANGE_H
#define CHANGE_H
#include "contract_rows.h"
#include "document_rows.h"
#include "figure_rows.h"
#include "filing_rows.h"
#include "filter_rows.h"
#include "formula_rows.h"
#include "indicator_rows.h"
#include "journal.h"
#include "load_rows.h"
#include "locked_rows.h"
#include "matter_event.h"
#include "origin_document_rows.h"
#include "person_rows.h"
#include "project_rows.h"
#include "register_event.h"
#include "remind_rows.h"
#include "sealed_rows.h"
#include "statement_rows.h"
#include "target_rows.h"
#include "unit_rows.h"
#include "workdays.h"

/* init: the first entry of a record. The record gets the public key of author->key, if there is one. */
[[nodiscard]] bool change_init(struct db *db, struct arena *a, const struct author *author, struct err *err);

/* A unit that a change needs and the record does not have. What is not known is empty. */
struct new_unit {
    struct str code, name, key;
    struct str kind, parent; /* as in unit_rows.h */
    struct date from, to;
    struct str source;
};

/* import: a document was read. Its bytes, its text and what was said (lines of said.h) are content already. */
struct import_change {
    struct kept_document document; /* sha256, name, size; the id is not looked at */
    struct kept_reading reading;   /* all but the id */
    const struct new_unit *units;
    size_t unit_count;
    struct str despite; /* the reason of an officer why figures that cannot be were imported; "" mostly */
};

struct import_effect {
    struct document_id document;
    uint32_t reading;
    struct id_list statements; /* of every statement that was said, in order */
    size_t fresh;              /* of them: said for the first time */
    size_t withdrawn;          /* earlier ones, not judged and not said again */
};
/* What an earlier reading of the same document said of the same text, and this one says in the same words, keeps its id
 * and its state. */
[[nodiscard]] bool change_import(struct import_effect *out, struct db *db, struct arena *a, const struct author *author,
                                 const struct import_change *c, struct err *err);

/* accept: statements were found right. A figure statement makes a figure, or confirms one that is there. */
struct accepted {
    struct statement_id statement;
    struct figure_id
        figure; /* the next free id makes it, an earlier one is confirmed; none for statements that are no figures */
    struct str indicator, unit, layer; /* of the key of the figure; the rest of it is the statement's */
    struct period period;
};

struct accept_change {
    const struct accepted *at;
    size_t len;
    const struct new_unit *units;
    size_t unit_count;
    struct str rule; /* the rule that accepted them; "" when a person did */
};
[[nodiscard]] bool change_accept(struct db *db, struct arena *a, const struct author *author,
                                 const struct accept_change *c, struct err *err);

/* reject: statements were found wrong. */
struct reject_change {
    const struct statement_id *at;
    size_t len;
    struct str reason; /* in words, or "" */
};
[[nodiscard]] bool change_reject(struct db *db, struct arena *a, const struct author *author,
                                 const struct reject_change *c, struct err *err);

/* unit: a user's own units join the record. */
[[nodiscard]] bool change_units(struct db *db, struct arena *a, const struct author *author,
                                const struct new_unit *units, size_t count, struct err *err);

/* lineage: from a day on, parts of a unit are in others. */
struct lineage_share {
    struct str measure;
    struct decimal share;
};

struct lineage_part {
    struct str new;  /* id */
    struct str part; /* "whole", "part", "" */
    struct lineage_share *shares;
    size_t share_count;
};

struct lineage_change {
    struct str old; /* id */
    struct date day;
    const struct lineage_part *parts;
    size_t len;
    bool existing; /* the new units were there before; else a unit of the record begins with that day */
    struct str source;
};
/* A unit of the record that became others ends with the day before, when nobody said when it ends. */
[[nodiscard]] bool change_lineage(struct db *db, struct arena *a, const struct author *author,
                                  const struct lineage_change *c, struct err *err);

/* load: the figures of a file at once. Its parts (figure_part.h) are content already. */
struct loaded_part {
    struct digest content;
    uint32_t count; /* figures */
};

struct load_change {
    struct str name; /* of the file */
    struct digest file;
    struct str map; /* SHA-256 of the map by which it was read, in hexadecimal, or "" */
    uint64_t size;
    const struct loaded_part *parts;
    size_t part_count;
    const struct new_unit *units;
    size_t unit_count;
};
[[nodiscard]] bool change_load(uint32_t *id, struct db *db, struct arena *a, const struct author *author,
                               const struct load_change *c, struct err *err);
/* unload: a load is taken back; its figures do not stand any more. The load must stand. */
[[nodiscard]] bool change_unload(struct db *db, struct arena *a, const struct author *author, uint32_t load,
                                 struct str reason, struct err *err);

/* report_definition: an office defines a report of its own, or defines it anew. */
[[nodiscard]] bool change_definition(struct db *db, struct arena *a, const struct author *author,
                                     const struct report_definition *d, struct err *err);
/* filing_require: units must send a report. */
[[nodiscard]] bool change_requirement(struct db *db, struct arena *a, const struct author *author,
                                      const struct kept_requirement *r, struct err *err);

/* filing_open: a report begins, as a draft. */
struct filing_open_change {
    struct kept_filing filing; /* all but id, state, entry */
    const struct filing_cell *cells;
    size_t cell_count;
    const struct new_unit *units;
    size_t unit_count;
    struct date day;
    struct str note;
};
[[nodiscard]] bool change_filing_open(struct filing_id *id, struct db *db, struct arena *a, const struct author *author,
                                      const struct filing_open_change *c, struct err *err);
/* filing_move: the next step of a report; e->entry, who and time are not looked at. The step must be one that may
 * follow (filing_may_go). locked: what a lock keeps of values that formulas give (all but filing, place, entry); none
 * of another step. */
[[nodiscard]] bool change_filing_move(struct db *db, struct arena *a, const struct author *author,
                                      const struct filing_event *e, const struct locked_list *locked, struct err *err);

/* programme: programmes and targets join the record; a target that is there gets its next revision, a programme that is
 * there the later word. */
struct programme_change {
    struct str file; /* its name; "": by hand */
    struct digest sha256;
    const struct programme *programmes;
    size_t programme_count;
    const struct kept_target *targets; /* entry is not looked at */
    size_t target_count;
    const struct new_unit *units;
    size_t unit_count;
};
[[nodiscard]] bool change_programmes(struct db *db, struct arena *a, const struct author *author,
                                     const struct programme_change *c, struct err *err);
/* target_judge, target_note: a person says whether a target is reached; why one is missed and what is done. */
[[nodiscard]] bool change_judgement(struct db *db, struct arena *a, const struct author *author,
                                    const struct kept_judgement *g, struct err *err);
[[nodiscard]] bool change_note(struct db *db, struct arena *a, const struct author *author, const struct kept_note *n,
                               struct err *err);
/* indicator: an office declares indicators; the later words on a code count. entry, who and when are not looked at. */
[[nodiscard]] bool change_indicators(struct db *db, struct arena *a, const struct author *author,
                                     const struct kept_indicator *list, size_t count, struct err *err);
/* formula: an office's own formula joins the record. What it says was checked before. */
struct new_formula {
    struct str code, expression;
    struct date from, to; /* unknown: always */
    int decimals;
    struct str name, measure, better; /* of a code that the catalogue does not have; else "" */
    struct str source;
};
[[nodiscard]] bool change_formula(uint32_t *id, struct db *db, struct arena *a, const struct author *author,
                                  const struct new_formula *f, struct err *err);
/* formula_remove: formulas that were added are used no more. They must be in use. */
[[nodiscard]] bool change_formula_remove(struct db *db, struct arena *a, const struct author *author,
                                         const uint32_t *ids, size_t count, struct str reason, struct err *err);

/* matter_kind: the next version of a kind of matter. Its text is content already, and the reader takes it. */
[[nodiscard]] bool change_kind(struct kept_kind *out, struct db *db, struct arena *a, const struct author *author,
                               struct digest sha256, struct str word, struct err *err);
/* matter: things that happen to matters, all of them or none. out: each matter as it is after its event. Errors beside
 * the usual: those of matter_happen, ERR_MATTER_MISSING, ERR_MATTER_NUMBER_TAKEN, ERR_KIND_UNKNOWN. */
struct matter_change {
    const struct matter_told *at;
    size_t len;
    const struct new_unit *units;
    size_t unit_count;
};
[[nodiscard]] bool change_matters(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                                  const struct matter_change *c, struct err *err);

/* project: capital of investment projects, their stages and obstacles: all of it or nothing. Of a stage and an obstacle
 * that is there (id) only what is new is said; the ids of new lines and obstacles, steps, entries are not looked at.
 * Errors beside the usual: ERR_MATTER_MISSING, ERR_PROJECT_KIND, ERR_PROJECT_LINE, ERR_PROJECT_STRUCK,
 * ERR_PROJECT_REASON, ERR_PROJECT_OBSTACLE, ERR_PROJECT_SETTLED, ERR_PROJECT_DAYS, ERR_PROJECT_CONTRACT,
 * ERR_PROJECT_CONTRACT_OTHER, ERR_PROJECT_CONTRACT_LACKS, ERR_PROJECT_ALLOT_LIST, ERR_PROJECT_ALLOT_STRUCK. */
struct project_change {
    const struct kept_line *lines;
    const uint32_t *strikes; /* ids of lines */
    const struct kept_stage *stages;
    const struct kept_obstacle *obstacles;
    const struct kept_contract *contracts; /* id 0: a new one; else another word on it */
    const struct kept_allot *allots;
    const uint32_t *allot_strikes; /* ids, with `strike_note` */
    size_t line_count, strike_count, stage_count, obstacle_count, contract_count, allot_count, allot_strike_count;
    struct str strike_note;
    const struct new_unit *units; /* that allotments are the first to name */
    size_t unit_count;
    struct str list_name; /* of the file that they came from; "" */
    struct digest list_file;
};
[[nodiscard]] bool change_project(struct db *db, struct arena *a, const struct author *author,
                                  const struct project_change *c, struct err *err);

/* register_def: the next version of a register. Its text is content already, and the reader takes it. */
[[nodiscard]] bool change_register_def(struct kept_register *out, struct db *db, struct arena *a,
                                       const struct author *author, struct digest sha256, struct str word,
                                       struct err *err);
/* register: things that happen to entries of registers, all of them or none. out: each entry after its event. Errors
 * beside the usual: those of register_happen, ERR_REGISTER_ENTRY_MISSING, ERR_REGISTER_KEY_TAKEN,
 * ERR_REGISTER_UNKNOWN. */
struct register_change {
    const struct register_told *at;
    size_t len;
    const struct new_unit *units;
    size_t unit_count;
};
[[nodiscard]] bool change_registers(struct register_entries *out, struct db *db, struct arena *a,
                                    const struct author *author, const struct register_change *c, struct err *err);

/* matter_list: the matters of a list come in at once, and those that were known go on. The parts are content already:
 * rows of new ones (matter_enter.h), which get the ids from `first` on, and lines with an event each, in the form of
 * the payload of `matter`. Errors beside the usual: those of matter_enter and matter_happen,
 * ERR_MATTER_NUMBER_TAKEN. */
struct json_writer;
void matter_told_write(struct json_writer *j, const struct matter_told *t); /* a line of events */
struct matter_list_part {
    struct digest content;
    uint32_t count; /* rows, events */
};
struct matter_list_change {
    struct str name; /* of the file */
    struct digest file;
    uint64_t size;
    struct str map; /* SHA-256 of the map by which it was read, in hexadecimal, or "" */
    struct str kind;
    uint32_t version;
    const struct matter_list_part *parts, *events;
    size_t part_count, event_count;
    const struct new_unit *units;
    size_t unit_count;
};
[[nodiscard]] bool change_matter_list(struct matter_id *first, struct db *db, struct arena *a,
                                      const struct author *author, const struct matter_list_change *c, struct err *err);

/* The figure that accepting makes of a statement; kept->id, revision and entry are not filled. */
struct kept_figure change_figure(const struct kept_statement *s, const struct accepted *item);

/* Make the effect of an entry again, in the tables of `tables`, from the content of `truth` (the same record, or
 * another). Errors: ERR_RECORD_BROKEN when the entry makes no sense. */
[[nodiscard]] bool change_replay(struct db *tables, struct db *truth, struct arena *a, const struct journal_entry *e,
                                 struct err *err);

/* origin_document: a document that gives work, and what it carries out; matter_filter: what lists are asked for under a
 * name. The later words on a document, or a name of an owner, count. d->basis: a symbol here as typed, or its key. */
[[nodiscard]] bool change_origin_document(struct db *db, struct arena *a, const struct author *author,
                                          const struct kept_origin_document *d, struct err *err);
[[nodiscard]] bool change_filter(struct db *db, struct arena *a, const struct author *author,
                                 const struct kept_filter *f, struct err *err);

/* calendar_notice, calendar_swap: what was announced of a year's days off, of a swapped day (calendar_rows.h). They fit
 * (announcement_fits, swap_fits) and name their text. */
[[nodiscard]] bool change_notice(struct db *db, struct arena *a, const struct author *author,
                                 const struct announcement *n, struct err *err);
[[nodiscard]] bool change_swap(struct db *db, struct arena *a, const struct author *author, const struct swap *s,
                               struct err *err);

/* remind_rule, outlet, contact: how people are reminded; the later words on a code, a name, a recipient count
 * (remind_rows.h). What they say was checked before. */
[[nodiscard]] bool change_remind_rule(struct db *db, struct arena *a, const struct author *author,
                                      const struct kept_remind_rule *r, struct err *err);
[[nodiscard]] bool change_outlet(struct db *db, struct arena *a, const struct author *author,
                                 const struct kept_outlet *o, struct err *err);
[[nodiscard]] bool change_contact(struct db *db, struct arena *a, const struct author *author,
                                  const struct kept_contact *c, struct err *err);

/* deliveries: messages are to be sent; their texts are content already. */
struct new_delivery {
    struct str outlet, side, who, address;
    struct digest sha256;
    const struct delivery_item *items;
    size_t item_count;
};
struct deliveries_change {
    struct date day;
    const struct new_delivery *at;
    size_t len;
};
/* first: the id of the first of them. */
[[nodiscard]] bool change_deliveries(struct delivery_id *first, struct db *db, struct arena *a,
                                     const struct author *author, const struct deliveries_change *c, struct err *err);
/* delivery_attempt: what became of one. It must be one that may follow (delivery_may_go). */
[[nodiscard]] bool change_delivery_attempt(struct db *db, struct arena *a, const struct author *author,
                                           struct delivery_id id, enum delivery_state to, int64_t next_at,
                                           struct str note, struct err *err);

/* sealed: something is done with the identity of who denounces. Errors: ERR_SEALED_KIND, ERR_SEALED_READER,
 * ERR_SEALED_NOT_ALLOWED, ERR_SEALED_LAST, ERR_SEALED_NONE. Who may read already is allowed once more when his key is
 * another one. */
[[nodiscard]] bool change_sealed(struct db *db, struct arena *a, const struct author *author,
                                 const struct sealed_event *e, struct err *err);

/* person: something happens to an account. Nothing of what one signs in with is told. What makes no sense (an account
 * that is there already, a grant that ended) is for the caller to have refused. */
[[nodiscard]] bool change_person(struct db *db, struct arena *a, const struct author *author,
                                 const struct person_told *t, struct err *err);
#endif
