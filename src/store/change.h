/* SPDX-License-Identifier: Apache-2.0
 *
 * change: everything that can be done to a record. A change is one journal entry and its effect on the tables, both in
 * the write transaction of the caller:
 *
 *     values -> payload -> journal entry -> effect, reckoned from the payload alone -> read back and compared
 *
 * Because the effect comes from the payload (and from content that it names) and from nothing else, the same code makes
 * the tables when a change is made and when the record is rebuilt, and both give the same rows with the same ids.
 */
#ifndef CHANGE_H
#define CHANGE_H
#include "document_rows.h"
#include "figure_rows.h"
#include "formula_rows.h"
#include "journal.h"
#include "load_rows.h"
#include "statement_rows.h"
#include "unit_rows.h"

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

/* The figure that accepting makes of a statement; kept->id, revision and entry are not filled. */
struct kept_figure change_figure(const struct kept_statement *s, const struct accepted *item);

/* Make the effect of an entry again, in the tables of `tables`, from the content of `truth` (the same record, or
 * another). Errors: ERR_RECORD_BROKEN when the entry makes no sense. */
[[nodiscard]] bool change_replay(struct db *tables, struct db *truth, struct arena *a, const struct journal_entry *e,
                                 struct err *err);
#endif
