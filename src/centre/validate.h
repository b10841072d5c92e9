/* SPDX-License-Identifier: Apache-2.0
 *
 * validate: what cannot be, contradicts, or is hard to believe among figures (cube/inspect.h), each finding at its cell
 * and with its arithmetic: of a record, and of a file before any of it comes into the record. The same rules judge
 * both; figures of a file are judged together with those of the record that they would stand beside.
 *
 * Severities are those of check.h. A sum whose figures come from several documents is at most a doubt: each may have
 * been right on its day.
 */
#ifndef VALIDATE_H
#define VALIDATE_H
#include "change.h"
#include "import.h"
#include "inspect.h"
#include "sheet.h"

struct validated {
    enum severity severity;
    struct str rule; /* inspect_rule_name, or "twice": stable, for programs */
    /* the cell; names are "" where they are not known */
    const struct indicator *indicator; /* NULL: of none that the catalogue has */
    struct str unit, unit_name;
    struct period period;
    enum figure_kind kind;
    enum figure_aspect aspect;
    struct str layer;
    struct figure_id figure; /* none: not in the record */
    struct decimal value;
    struct str measure;
    struct str file, place; /* where it came from: "bieu.xlsx", "Bieu 1!C4"; "dòng 12" */
    size_t statement;       /* of a file: which one */
    struct str message;     /* Vietnamese, with the arithmetic */
};

struct validation {
    VEC_FIELDS(struct validated); /* the worst first, then by indicator, unit, period; of a file by statement */
    size_t dropped;               /* beyond INSPECT_MOST they are only counted */
};

size_t validation_count(const struct validation *v, enum severity s);

struct validate_ask {
    struct str unit, under;            /* ids: at this unit; at units below this one and at itself; "": all */
    const struct indicator *indicator; /* NULL: all */
    struct period period;              /* NONE: all */
};

[[nodiscard]] bool validate_record(struct validation *out, struct db *db, struct arena *a,
                                   const struct validate_ask *ask, struct err *err);

/* Figures of a file that is not in the record. book: the workbook that the spans are in, for the addresses of cells;
 * NULL: lines are named. given: as import_options. Nothing is written. */
struct validate_file {
    const struct read_result *read;
    const struct workbook *book;
    const struct given_key *given;
};
[[nodiscard]] bool validate_statements(struct validation *out, struct db *db, struct arena *a,
                                       const struct validate_file *f, struct err *err);

/* "Bieu 1!C4" of a place in the text of a workbook; "" when no cell stands there. */
struct str validate_cell_address(struct arena *a, const struct workbook *w, uint32_t start);
#endif
