/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet: a file of tables as sheets of cells, whatever kind of file it was. This is what the import of tables works on;
 * document.c makes text and blocks of it for the reader (sheet_blocks.h).
 *
 *   bytes -> [ detect ] -> [ parse in a child: CSV, XLSX, XLS; gzip and zip around CSV ] -> message -> workbook
 *
 * The tables of a PDF (pdf.h) are sheets too, one each, named after their pages.
 *
 * All cells of all sheets stand in one text, which is the reference for places and quotes:
 *
 *   name of the sheet \n  cell \t cell \t cell \n  cell \t cell \n  \n  name of the next sheet ...
 *
 * Invariants: 1. the cells of a sheet are in order of row and column, one a place; empty cells are not there. 2. A cell
 * lies inside no merged range but as its first cell. 3. Numbers are exact decimals of what is stored, never of what is
 * shown. 4. A number that could mean two things stays text and is a problem.
 */
#ifndef SHEET_H
#define SHEET_H
#include "date.h"
#include "decimal.h"
#include "legacy.h"
#include "problem.h"

enum sheet_type {
    SHEET_TEXT,
    SHEET_NUMBER, /* number */
    SHEET_DATE,   /* number: days since 1970-01-01 (date_from_days) */
    SHEET_BOOL,   /* number: 0 or 1 */
    SHEET_ERROR,  /* text "#REF!": a formula that went wrong, or a number too large for a decimal */
    SHEET_TYPES
};

enum {
    SHEET_FORMULA = 1, /* the value was computed */
    SHEET_PERCENT = 2, /* shown times 100 with a percent sign: number 0.125, text "12,5%" */
    SHEET_HIDDEN = 4,  /* in a hidden row or column */
    SHEET_FLAGS = 7,
};

enum {
    SHEET_CELLS_MOST = 4 * 1024 * 1024, /* of a workbook */
    SHEET_SHEETS_MOST = 4096,
    SHEET_ROWS_MOST = 4 * 1024 * 1024,
    SHEET_COLUMNS_MOST = 16384,
};

struct sheet_cell {
    uint32_t row;    /* from 0 */
    uint16_t column; /* from 0 */
    uint8_t type;    /* enum sheet_type */
    uint8_t flags;
    uint16_t format; /* number format: place in workbook.formats; 0: general */
    struct decimal number;
    struct str text; /* part of workbook.text: what people see, numbers in Vietnamese form */
};

struct sheet_merge {
    uint32_t row, rows;
    uint16_t column, columns;
    bool centred; /* no merged cells: a text centred across empty neighbours, which looks alike */
};

struct sheet {
    struct str name; /* part of workbook.text */
    bool hidden;
    bool recoded; /* was neither UTF-8 nor known: taken as Western */
    const struct sheet_cell *cells;
    size_t cell_count;
    const struct sheet_merge *merges; /* in order of row and column */
    size_t merge_count;
    uint32_t rows;    /* one more than the last used */
    uint16_t columns; /* likewise */
};

enum workbook_kind { WORKBOOK_CSV, WORKBOOK_XLSX, WORKBOOK_XLS, WORKBOOK_PDF, WORKBOOK_KINDS };

struct workbook {
    enum workbook_kind kind;
    struct str text; /* NFC */
    const struct sheet *sheets;
    size_t sheet_count;
    const struct str *formats; /* number formats; the first is "" */
    size_t format_count;
    struct problems problems; /* without spans: the first argument says where; see sheet_number.h */
};

/* How numbers that stand as text are written. AUTO: decided column by column. */
enum sheet_habit { HABIT_AUTO, HABIT_VI, HABIT_EN };

struct workbook_options {
    enum legacy_encoding from; /* of CSV: --from; LEGACY_NONE: by what it looks like */
    enum sheet_habit habit;
    bool in_process; /* as document_options */
};

/* The kind of workbook that the bytes are, by their first bytes and, for CSV, by the suffix of the name (.csv, .tsv,
 * also .gz of them, .zip with CSV in it). False: none. */
bool workbook_detect(enum workbook_kind *out, struct str bytes, struct str name);

/* Reads the whole workbook. `name` is for messages and for the suffix. Errors: ERR_SHEET_DAMAGED (name, what),
 * ERR_SHEET_LOCKED (password), ERR_SHEET_BOMB (unpacks to too much), ERR_SHEET_TOO_LARGE (cells, sheets), ERR_SHEET_OLD
 * (before Excel 5), ERR_DOCUMENT_BLANK (no cell), ERR_PARSER_LIMIT, ERR_PARSER_STOPPED, ERR_FILE_NOT_UTF8,
 * ERR_NOT_UTF8_LIKE; of a PDF those of pdf_tsv (pdf.h), ERR_PDF_SCANNED (no word in it), ERR_PDF_NO_TABLE. */
[[nodiscard]] bool workbook_read(struct workbook *out, struct arena *a, struct str bytes, struct str name,
                                 enum workbook_kind kind, const struct workbook_options *o, struct err *err);

/* The cell at a place, or NULL. A place inside a merged range is its first cell. */
const struct sheet_cell *sheet_at(const struct sheet *s, uint32_t row, uint32_t column);
/* The range that begins at this cell, or NULL. */
const struct sheet_merge *sheet_merge_at(const struct sheet *s, const struct sheet_cell *c);
/* The cells of one row: the first and how many. */
const struct sheet_cell *sheet_row(const struct sheet *s, uint32_t row, size_t *count);

/* "B7", "AA12". */
void sheet_place_write(struct buf *b, uint32_t row, uint32_t column);
void sheet_column_write(struct buf *b, uint32_t column);
/* "text", "number", "date", "bool", "error": stable, for programs. */
struct str sheet_type_name(enum sheet_type t);
struct str workbook_kind_name(enum workbook_kind k); /* "csv", "xlsx", "xls", "pdf" */
#endif
