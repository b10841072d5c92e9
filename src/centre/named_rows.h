/* SPDX-License-Identifier: Apache-2.0
 *
 * named_rows: a list that stands in a table (XLSX, XLS, CSV, TSV) as rows of named fields: the first row that has a
 * head for every field that is needed is the head row, in any order of columns; rows above it are titles. Which heads
 * name a field is known, or the caller was told ("code=country,name=tên nước"). A column that no field wants is passed
 * over, and the caller can say which ones: whoever brought the list sees what was not taken.
 */
#ifndef NAMED_ROWS_H
#define NAMED_ROWS_H
#include "sheet.h"

enum { NAMED_FIELDS_MOST = 12 };

struct named_field {
    struct str name;  /* "code": how messages and --columns call it */
    struct str heads; /* in lower case, '|' between them: "code|mã" */
    bool needed;
};

struct named_row {
    struct str of[NAMED_FIELDS_MOST]; /* "" where there is nothing */
    uint32_t line;                    /* in the file, from 1 */
};

struct named_rows {
    struct str passed; /* heads of the columns that were passed over, ", " between them */
    VEC_FIELDS(struct named_row);
};

/* told: "field=head,...", or "". Errors: ERR_LIST_FIELD (no such field), ERR_LIST_PAIR (no head), ERR_LIST_HEAD (file,
 * field: no column for it), ERR_LIST_HEAD_TWICE (file, field, cell: two columns for it). */
[[nodiscard]] bool named_rows_read(struct named_rows *out, struct arena *a, const struct workbook *w, struct str file,
                                   const struct named_field *fields, size_t count, struct str told, struct err *err);
#endif
