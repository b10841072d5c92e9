/* SPDX-License-Identifier: Apache-2.0
 *
 * reader_table: cases of the reader as rows of a TSV in tests/reader, with «marks» around what is to be read.
 */
#ifndef READER_TABLE_H
#define READER_TABLE_H
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "file.h"
#include "token.h"

enum { CELLS = 5 };

static inline struct str table_open(struct arena *a, const char *path)
{
    struct err err;
    struct str text;
    char name[1000];
    const char *root = getenv("SOURCE_ROOT");
    snprintf(name, sizeof name, "%s/%s", root ? root : ".", path);
    if (!file_read(&text, a, str_of(name), 1000000, &err)) fail_msg("cannot read %s", name);
    return text;
}

/* Cells of the next line that is no comment; what is missing is empty. False at the end. */
static inline bool table_row(struct str cell[CELLS], struct str *rest)
{
    while (rest->len) {
        struct str_cut line = str_cut(*rest, STR("\n"));
        *rest = line.tail;
        if (line.head.len && line.head.ptr[0] == '#') continue;
        for (int c = 0; c < CELLS; c++) {
            struct str_cut cut = str_cut(line.head, STR("\t"));
            cell[c] = cut.head;
            line.head = cut.tail;
        }
        return true;
    }
    return false;
}

/* A sentence without its marks, as tokens; [*first, *last) is what was marked. */
static inline void marked(struct tokens *ts, struct arena *a, struct str sentence, size_t *first, size_t *last)
{
    struct str_cut open = str_cut(sentence, STR("«")), close = str_cut(open.tail, STR("»"));
    struct buf b = buf_make(10000);
    if (!open.found || !close.found) fail_msg("no marks in «%.*s»", STR_ARG(sentence));
    buf_put(&b, open.head);
    buf_put(&b, close.head);
    buf_put(&b, close.tail);
    struct str plain = str_copy(a, buf_str(&b));
    buf_free(&b);
    *ts = (struct tokens){0};
    tokens_scan(ts, a, plain, 0, (uint32_t)plain.len);
    for (*first = 0; *first + 1 < ts->len && ts->at[*first].start < open.head.len; ++*first) continue;
    for (*last = *first; *last + 1 < ts->len && ts->at[*last].start < open.head.len + close.head.len; ++*last) continue;
}
#endif
