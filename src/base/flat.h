/* SPDX-License-Identifier: Apache-2.0
 *
 * flat: records with named fields out of a text that a stranger made, one at a time: the objects of JSON or JSON Lines
 * (flat_json.c) and the rows of a CSV with a header (flat_csv.c). A record is flat: a field holds a text, a number,
 * true, false or nothing. A number is handed out as it is written: no double is ever made of it.
 *
 *     struct flat_reader r = flat_open(a, text, STR("so-lieu.json"));
 *     while (flat_json_next(&record, &r, err) && record.at) { ... }
 *
 * The text must be in the inside form (text.h). What is said about places counts lines from 1, columns in bytes from 1.
 */
#ifndef FLAT_H
#define FLAT_H
#include "arena.h"
#include "err.h"

enum { FLAT_FIELDS_MOST = 64, FLAT_RECORDS_MOST = 4 * 1024 * 1024 };

enum flat_kind { FLAT_NONE, FLAT_TEXT, FLAT_NUMBER, FLAT_BOOL }; /* NONE: null, or an empty cell */

struct flat_field {
    struct str name, value; /* of a text without its quotes and escapes */
    enum flat_kind kind;
    uint32_t start, end; /* of the value in the text, quotes left out */
};

struct flat_record {
    const struct flat_field *at; /* NULL: there are no more */
    size_t len;
    uint32_t start, end;
    size_t line; /* on which it begins */
};

struct flat_reader {
    struct arena *arena;
    struct str text, name;
    size_t at, line, line_start; /* where it stands */
    size_t count;                /* records so far */
    bool begun, list, ended;
    const struct flat_field *header; /* of a CSV: names of the columns */
    size_t columns;
};

/* name: of the file, for messages. Records live in the arena. The text is at most INT32_MAX long. */
struct flat_reader flat_open(struct arena *a, struct str text, struct str name);

/* The next object: of one list, or of a text with one object after the other on lines of their own. The grammar is that
 * of RFC 8259. Errors: ERR_FLAT_SYNTAX (file, line, column, what should stand there), ERR_FLAT_TWICE and
 * ERR_FLAT_NESTED (file, line, name), ERR_FLAT_FIELDS and ERR_FLAT_RECORDS (file, line, how many are allowed). */
[[nodiscard]] bool flat_json_next(struct flat_record *out, struct flat_reader *r, struct err *err);

/* The next row (RFC 4180: ',' between cells, '"' around what needs it). Errors: as above, and ERR_FLAT_CELLS (file,
 * line, cells that it has, that the header has). */
[[nodiscard]] bool flat_csv_next(struct flat_record *out, struct flat_reader *r, struct err *err);

/* --- for both */

bool flat_fail_syntax(const struct flat_reader *r, size_t at, const char *wanted, struct err *err);
/* Refuses a name that stands among `count` fields already. */
[[nodiscard]] bool flat_new_name(const struct flat_reader *r, const struct flat_field *at, size_t count,
                                 struct str name, struct err *err);
/* Counts a record; ERR_FLAT_RECORDS. */
[[nodiscard]] bool flat_count(struct flat_reader *r, struct err *err);
struct str flat_line_text(struct arena *a, size_t n); /* a number for a message */
#endif
