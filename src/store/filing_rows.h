/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_rows: report definitions of an office, who must send which report, and the reports (domain/filing.h) with
 * their cells and steps. A report keeps the window, the due day and the cells that held when it was opened, so a later
 * rule does not change what was owed.
 */
#ifndef FILING_ROWS_H
#define FILING_ROWS_H
#include "db.h"
#include "filing.h"
#include "report_definition.h"

struct definition_list {
    VEC_FIELDS(struct report_definition);
};
/* A definition of the record; one of the same code and first day is replaced. */
[[nodiscard]] bool definition_save(struct db *db, struct arena *a, const struct report_definition *d, int64_t entry,
                                   struct err *err);
[[nodiscard]] bool definition_list(struct definition_list *out, struct db *db, struct arena *a, struct err *err);

struct kept_requirement {
    struct str definition, unit;
    bool below;           /* every unit of the kind of senders below it; else the unit itself */
    struct str due;       /* rule that takes the place of the definition's; "": that counts */
    struct date from, to; /* owed for windows that end in this time; both included, or unknown */
    struct str source;
};

struct requirement_list {
    VEC_FIELDS(struct kept_requirement);
};
[[nodiscard]] bool requirement_save(struct db *db, struct arena *a, const struct kept_requirement *r, int64_t entry,
                                    struct err *err);
[[nodiscard]] bool requirement_list(struct requirement_list *out, struct db *db, struct arena *a, struct err *err);

struct filing_cell {
    struct str indicator; /* code */
    bool required, stock;
};

struct kept_filing {
    struct filing_id id;
    struct str definition, name, unit;
    struct period period;
    struct date first, last, due; /* due unknown: nobody said one */
    enum late_rule late;
    struct str times, stock_times; /* literals of periods with blanks between: where its figures stand */
    enum filing_state state;
    int64_t entry; /* that opened it */
};

struct filing_list {
    VEC_FIELDS(struct kept_filing);
};

struct filing_filter {
    struct filing_id id;         /* n == 0: any */
    struct str definition, unit; /* "": any */
    struct period period;        /* NONE: any */
};

/* The id that the next report gets. */
[[nodiscard]] bool filing_next(struct filing_id *out, struct db *db, struct err *err);
[[nodiscard]] bool filing_save(struct db *db, struct arena *a, const struct kept_filing *f,
                               const struct filing_cell *cells, size_t cell_count, struct err *err);
[[nodiscard]] bool filing_list(struct filing_list *out, struct db *db, struct arena *a, const struct filing_filter *f,
                               struct err *err);
/* ERR_FILING_MISSING when there is none. */
[[nodiscard]] bool filing_load(struct kept_filing *out, struct db *db, struct arena *a, struct filing_id id,
                               struct err *err);

struct cell_list {
    VEC_FIELDS(struct filing_cell);
};
[[nodiscard]] bool filing_cells(struct cell_list *out, struct db *db, struct arena *a, struct filing_id id,
                                struct err *err);

struct filing_event {
    struct filing_id filing;
    enum filing_state state;
    struct date day;
    bool said; /* the day was stated and is not that of the entry */
    struct str note;
    int64_t entry;
    struct str who, time; /* of the entry; read, not saved */
};

struct event_list {
    VEC_FIELDS(struct filing_event);
};
/* The next step of a report; its state becomes that of the step. */
[[nodiscard]] bool filing_event_save(struct db *db, struct arena *a, const struct filing_event *e, struct err *err);
/* In order, of one report or (n == 0) of all. */
[[nodiscard]] bool filing_events(struct event_list *out, struct db *db, struct arena *a, struct filing_id id,
                                 struct err *err);
#endif
