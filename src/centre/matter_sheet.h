/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_sheet: a list as rows of cells, one after the other, whatever file it stands in. CSV and TSV in UTF-8, which
 * may have millions of rows, are cut as they are read; everything else (XLSX, XLS, old encodings, packed files) is read
 * behind the fence of sheet.h and kept whole.
 */
#ifndef MATTER_SHEET_H
#define MATTER_SHEET_H
#include "sheet.h"

enum { LIST_COLUMNS_MOST = 256 };

struct list_cell {
    struct str text;
    bool number; /* of a spreadsheet: digits with a point */
};
struct list_row {
    struct list_cell at[LIST_COLUMNS_MOST];
    size_t len;
    uint32_t line; /* from 1 */
};

struct list_source {
    struct str name;
    bool is_text; /* cut as it is read */
    char mark;
    struct str text; /* of CSV, the inside form */
    size_t at;
    uint32_t line;
    const struct sheet *sheet; /* else */
    bool shown;                /* its texts are what stands in the file: CSV */
    uint32_t row;
};

struct list_options {
    enum legacy_encoding from;
};
/* The sheets of a file: a CSV has one for each mark that it could be cut by, and the caller takes the one in which it
 * finds heads. Errors: ERR_MATTER_LIST_KIND, those of workbook_read. */
struct list_sources {
    VEC_FIELDS(struct list_source);
};
[[nodiscard]] bool list_sources_open(struct list_sources *out, struct arena *a, struct str bytes, struct str name,
                                     const struct list_options *o, struct err *err);
/* The next row that is not empty; *more is false when there is none. Texts are borrowed from the source or, where a
 * quote was doubled, live in the arena. Errors: ERR_MATTER_LIST_COLUMNS, ERR_FLAT_SYNTAX. */
[[nodiscard]] bool list_source_next(struct list_row *out, bool *more, struct list_source *s, struct arena *a,
                                    struct err *err);
#endif
