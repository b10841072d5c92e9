/* SPDX-License-Identifier: Apache-2.0
 *
 * target_lines: a table of programmes and targets as lines of named fields, whatever file it stood in: a sheet of a
 * workbook (XLSX, XLS, CSV, TSV) or JSON. What a field means is not decided here (target_parse.c); where it stood is
 * kept, so that a message can name the cell. docs/FORMATS.md ("Targets") has the fields.
 */
#ifndef TARGET_LINES_H
#define TARGET_LINES_H
#include "arena.h"
#include "decimal.h"
#include "err.h"
#include "period.h"

enum target_field {
    TARGET_FIELD_KIND,
    TARGET_FIELD_CODE,
    TARGET_FIELD_PARENT,
    TARGET_FIELD_NAME,
    TARGET_FIELD_UNIT,
    TARGET_FIELD_SYMBOL,
    TARGET_FIELD_ISSUED,
    TARGET_FIELD_ISSUER,
    TARGET_FIELD_TERM,
    TARGET_FIELD_INDICATOR,
    TARGET_FIELD_NUMBER, /* which number of the indicator: level, growth, plan_ratio */
    TARGET_FIELD_COMPARATOR,
    TARGET_FIELD_MEASURE,
    TARGET_FIELD_BASE,
    TARGET_FIELD_BASE_PERIOD,
    TARGET_FIELD_WEIGHT,
    TARGET_FIELD_CLAUSE,
    TARGET_FIELD_SINCE,
    TARGET_FIELD_SOURCE,
    TARGET_FIELDS,
    TARGET_FIELD_PASSED = TARGET_FIELDS, /* for people: "STT", "ghi chú" */
};

struct target_cell {
    struct str text; /* "" when there is nothing */
    bool has_number, percent;
    struct decimal number; /* of a cell that holds one; of a percent cell times 100 */
    bool canonical;        /* numbers in the text are written with a point: JSON */
    struct str place;      /* "ô C7", "dòng 12, trường «2023»" */
};

struct target_level_cell {
    struct period period;
    struct target_cell cell;
};

struct target_line {
    struct target_cell of[TARGET_FIELDS];
    struct {
        VEC_FIELDS(struct target_level_cell);
    } levels;
    struct str place; /* "dòng 7" */
};

struct target_lines {
    struct str file; /* for messages */
    VEC_FIELDS(struct target_line);
};

struct str target_field_name(enum target_field f); /* as tables head it: "mã", "đơn vị tính" */
bool target_cell_empty(const struct target_cell *c);
/* The field that a head names; false: none. */
[[nodiscard]] bool target_field_find(enum target_field *out, struct arena *a, struct str head);
/* A head that is a time ("2023", "năm 2023", "mục tiêu đến năm 2025", "2020-2025"). */
[[nodiscard]] bool target_head_period(struct period *out, struct arena *a, struct str head);

struct workbook;
/* The first sheet that has the heads; rows above them are titles. Errors: ERR_TARGET_HEADS, ERR_TARGET_COLUMN,
 * ERR_TARGET_COLUMN_TWICE. */
[[nodiscard]] bool target_lines_of_workbook(struct target_lines *out, struct arena *a, const struct workbook *w,
                                            struct str file, struct err *err);
/* JSON, or JSON Lines. Errors: those of flat.h, ERR_FILE_NOT_UTF8, ERR_TARGET_COLUMN, ERR_TARGET_COLUMN_TWICE. */
[[nodiscard]] bool target_lines_of_json(struct target_lines *out, struct arena *a, struct str bytes, struct str file,
                                        struct err *err);
#endif
