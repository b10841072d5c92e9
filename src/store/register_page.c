/* SPDX-License-Identifier: Apache-2.0
 *
 * register_page: see register_page.h.
 */
#include "register_page.h"

#include "buf.h"
#include "matter_page.h"
#include "value_list.h"

#include <stdlib.h>

enum { BATCH = 200 };

struct paging {
    struct db *db;
    struct arena *arena;
    const struct register_filter *filter;
    struct str words;        /* cut and folded, each with a blank before it */
    struct value_list found; /* of the index of words */
    struct db_value found_value;
    bool few; /* they are all there */
    struct register_entries *out;
};

static bool fail_broken(struct db *db, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("register_entry"));
}

/* --- what the index does not say */

/* Whether every word stands in those of the entry; the last one may be how a word begins. */
static bool has_words(const struct paging *p, struct str own)
{
    struct str rest = str_from(p->words, 1);
    struct buf b = buf_make(SIZE_MAX);
    bool all = true;
    while (all && rest.len) {
        struct str_cut cut = str_cut(rest, STR(" "));
        buf_clear(&b);
        buf_char(&b, ' ');
        buf_put(&b, cut.head);
        if (cut.tail.len) buf_char(&b, ' ');
        all = str_has(own, buf_str(&b));
        rest = cut.tail;
    }
    buf_free(&b);
    return all;
}

/* The words as the row has them, with a blank at the end. */
static bool words_met(const struct paging *p, const struct db_rows *row)
{
    if (!p->words.len) return true;
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, db_column_text(row, 11));
    buf_char(&b, ' ');
    bool met = has_words(p, buf_str(&b));
    buf_free(&b);
    return met;
}

static bool unit_met(const struct register_filter *f, struct str unit)
{
    return !f->by_units || word_list_has((struct word_list){f->units, f->unit_count}, unit);
}

static bool values_met(const struct register_filter *f, const struct register_entry *e)
{
    for (size_t i = 0; i < f->equal.len; i++)
        if (!str_eq(register_entry_value(e, f->equal.at[i].name), f->equal.at[i].value)) return false;
    return true;
}

/* --- streams */

/* One range of an index, a batch at a time, until the page is full and one more. */
static bool stream(struct paging *p, enum sql sql, struct db_value one, struct db_value two, struct err *err)
{
    const struct register_filter *f = p->filter;
    int64_t after = f->after.n, from = REGISTER_NEVER_AT, to = INT32_MIN;
    if (date_known(f->on)) from = to = date_to_days(f->on);
    size_t taken = 0, got = BATCH;
    while (got == BATCH && taken <= f->most) {
        struct db_rows rows;
        bool right = true;
        got = 0;
        const struct db_value values[] = {db_text(f->def->word), db_int(after), db_int(from), db_int(to),
                                          db_int(f->void_too),   db_int(BATCH), one,          two};
        size_t count = sql == SQL_REGISTER_PAGE_ALL ? 6 : sql == SQL_REGISTER_PAGE_VALUE ? 8 : 7;
        if (!db_query(&rows, p->db, sql, (struct db_values){values, count}, err)) return false;
        while (right && db_next(&rows)) {
            struct arena_mark mark = arena_mark(p->arena);
            struct register_entry e;
            got++;
            after = db_column_int(&rows, 0);
            if (taken > f->most) continue;
            right = register_entry_read(&e, p->arena, &rows);
            bool met = right && unit_met(f, e.unit) && words_met(p, &rows) && values_met(f, &e);
            if (met) *vec_push(p->arena, p->out) = e;
            if (!met) arena_reset(p->arena, mark);
            taken += met;
        }
        if (!db_end(&rows, err)) return false;
        if (!right) return fail_broken(p->db, err);
    }
    return true;
}

/* "a" "b"*, the code of the register first, so that words of other registers do not count as found. */
static struct str question(struct paging *p, bool last_whole)
{
    struct buf b = buf_make(SIZE_MAX);
    struct str rest = str_from(p->words, 1), def = p->filter->def->word;
    buf_put(&b, STR("\"rg"));
    for (size_t i = 0; i < def.len; i++)
        if (def.ptr[i] != '_') buf_char(&b, def.ptr[i]);
    buf_char(&b, '"');
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(" "));
        buf_put(&b, STR(" \""));
        buf_put(&b, cut.head);
        buf_char(&b, '"');
        rest = cut.tail;
    }
    if (!last_whole) buf_char(&b, '*');
    struct str s = str_copy(p->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool find(struct paging *p, size_t *count, struct str asked, struct err *err)
{
    struct db_rows rows;
    *count = 0;
    value_list_free(&p->found);
    if (!db_query(&rows, p->db, SQL_REGISTER_SEARCH, DB_VALUES(db_text(asked), db_int(REGISTER_FOUND_MOST + 1)), err))
        return false;
    while (db_next(&rows)) {
        value_list_row(&p->found);
        value_list_int(&p->found, db_column_int(&rows, 0));
        ++*count;
    }
    return db_end(&rows, err);
}

static bool find_words(struct paging *p, struct err *err)
{
    enum { WORDS_MOST = 2000 };
    size_t count;
    struct buf b = buf_make(SIZE_MAX);
    matter_words_put(&b, p->filter->words);
    p->words = str_copy(p->arena, buf_str(&b));
    buf_free(&b);
    if (!p->words.len || p->words.len > WORDS_MOST) return true;
    if (!find(p, &count, question(p, true), err)) return false;
    if (count > REGISTER_FOUND_MOST) return true;
    if (!find(p, &count, question(p, false), err)) return false;
    p->few = count <= REGISTER_FOUND_MOST;
    p->found_value = count ? value_list_end(&p->found) : db_null();
    return true;
}

/* The first of the values that the table of values knows. */
static const struct name_value *asked_by(const struct register_filter *f)
{
    for (size_t i = 0; i < f->equal.len; i++) {
        const struct register_field *field = register_field_find(f->def, f->equal.at[i].name);
        if (field && register_field_is_asked_by(field)) return &f->equal.at[i];
    }
    return NULL;
}

static bool streams(struct paging *p, struct err *err)
{
    const struct register_filter *f = p->filter;
    const struct name_value *value = asked_by(f);
    if (!find_words(p, err)) return false;
    if (p->few && p->found_value.type == DB_NULL) return true;
    if (p->few) return stream(p, SQL_REGISTER_PAGE_FOUND, p->found_value, db_null(), err);
    if (f->by_units && f->unit_count <= REGISTER_STREAMS_MOST) {
        for (size_t i = 0; i < f->unit_count; i++)
            if (!stream(p, SQL_REGISTER_PAGE_UNIT, db_text(f->units[i]), db_null(), err)) return false;
        return true;
    }
    if (value) return stream(p, SQL_REGISTER_PAGE_VALUE, db_text(value->name), db_text(value->value), err);
    return stream(p, SQL_REGISTER_PAGE_ALL, db_null(), db_null(), err);
}

static int by_id(const void *x, const void *y)
{
    const struct register_entry *a = x, *b = y;
    return a->id.n < b->id.n ? -1 : a->id.n > b->id.n;
}

bool register_page(struct register_entries *out, bool *more, struct db *db, struct arena *a,
                   const struct register_filter *f, struct err *err)
{
    struct paging p = {.db = db, .arena = a, .filter = f, .out = out, .found_value = db_null()};
    *out = (struct register_entries){0};
    *more = false;
    if (f->by_units && !f->unit_count) return true;
    bool ok = streams(&p, err);
    value_list_free(&p.found);
    if (!ok) return false;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_id);
    *more = out->len > f->most;
    if (*more) out->len = f->most;
    return true;
}

bool register_scan(struct db *db, struct str def, struct date first, struct date last, struct date valid,
                   const struct register_taker *taker, struct err *err)
{
    struct db_rows rows;
    struct arena *a = arena_make(SIZE_MAX);
    bool right = true, ok = true;
    int64_t from = date_known(first) ? date_to_days(first) : INT32_MIN;
    int64_t to = date_known(last) ? date_to_days(last) : REGISTER_NEVER_AT;
    int64_t on = date_known(valid) ? date_to_days(valid) : INT32_MIN;
    if (!db_query(&rows, db, SQL_REGISTER_SCAN, DB_VALUES(db_text(def), db_int(from), db_int(to), db_int(on)), err)) {
        arena_close(a);
        return false;
    }
    while (ok && right && db_next(&rows)) {
        struct arena_mark mark = arena_mark(a);
        struct register_entry e;
        right = register_entry_read(&e, a, &rows);
        ok = right && taker->take(taker->self, &e, err);
        arena_reset(a, mark);
    }
    struct err ended;
    bool closed = db_end(&rows, &ended);
    arena_close(a);
    if (!right) return fail_broken(db, err);
    if (ok && !closed) *err = ended;
    return ok && closed;
}
