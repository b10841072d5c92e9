/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_series: see matter_series.h. Numbers are gathered and sorted; then a gap is where the next one is greater by
 * more than one.
 */
#include "matter_series.h"

#include "buf.h"
#include "symbol.h"
#include "unit_look.h"

#include <stdlib.h>

struct numbered {
    struct str unit, kind, kind_name;
    int year;
    uint32_t number; /* 0: no symbol could be read */
};
struct numbered_list {
    VEC_FIELDS(struct numbered);
};

static int by_series(const struct numbered *a, const struct numbered *b)
{
    int units = str_cmp(a->unit, b->unit);
    if (units) return units;
    if (a->year != b->year) return a->year < b->year ? -1 : 1;
    int kinds = str_cmp(a->kind, b->kind);
    return kinds ? kinds : str_cmp(a->kind_name, b->kind_name);
}

static int by_number(const void *x, const void *y)
{
    const struct numbered *a = x, *b = y;
    int series = by_series(a, b);
    if (series) return series;
    return a->number < b->number ? -1 : a->number > b->number;
}

static struct numbered read_one(struct arena *a, const struct kept_matter *m, const struct matter_kind *k)
{
    struct symbol s;
    struct moment at;
    const struct name_value *symbol = name_value_find(&m->fields, k->series.symbol);
    const struct name_value *day = name_value_find(&m->fields, k->series.day);
    bool dated = day && moment_read(&at, day->value);
    struct numbered n = {.unit = str_copy(a, m->unit), .year = dated ? at.day.year : m->ended.year};
    if (!symbol || !symbol_read(&s, symbol->value)) {
        n.kind = n.kind_name = STR("");
        return n;
    }
    n.number = s.number;
    n.kind = str_copy(a, s.kind);
    n.kind_name = s.kind_name.len ? s.kind_name : STR("Công văn");
    if (s.year) n.year = s.year;
    return n;
}

static void add_gap(struct number_series *s, struct arena *a, uint32_t from, uint32_t to)
{
    for (uint32_t n = from; n < to && s->missing.len < SERIES_TOLD; n++) *vec_push(a, &s->missing) = n;
    s->missing_count += to - from;
}

static void add_number(struct number_series *s, struct arena *a, uint32_t number)
{
    s->n++;
    s->unread += number == 0;
    if (!number) return;
    if (!s->first) {
        s->first = number;
        if (number > 1) add_gap(s, a, 1, number);
    } else if (number == s->last) {
        bool told = s->twice.len && s->twice.at[s->twice.len - 1] == number;
        if (!told && s->twice.len < SERIES_TOLD) *vec_push(a, &s->twice) = number;
        s->twice_count++;
    } else if (number > s->last + 1) {
        add_gap(s, a, s->last + 1, number);
    }
    s->last = number;
}

static bool gather(struct numbered_list *out, struct db *db, struct arena *a, const struct matter_kind *k,
                   struct str unit, int year, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    if (!db_query(&rows, db, SQL_MATTERS_OF_KIND, DB_VALUES(db_text(k->word), unit.len ? db_text(unit) : db_null()),
                  err))
        return false;
    struct arena *own = arena_make(SIZE_MAX);
    while (right && db_next(&rows)) {
        struct kept_matter m;
        struct arena_mark mark = arena_mark(own);
        right = matter_row_read(&m, own, &rows);
        if (right && m.group == MATTER_DONE) {
            struct numbered n = read_one(a, &m, k);
            if (!year || n.year == year) *vec_push(a, out) = n;
        }
        arena_reset(own, mark);
    }
    arena_close(own);
    if (!right) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("matter"));
    return db_end(&rows, err);
}

/* The kind numbers no documents; those that do. */
static bool fail_none(struct db *db, struct arena *a, struct str kind, struct err *err)
{
    struct known_kinds kinds;
    struct buf b = buf_make(SIZE_MAX);
    struct str first = STR("document_out");
    if (!known_kinds(&kinds, db, a, err)) return false;
    for (size_t i = 0; i < kinds.len; i++) {
        if (!kinds.at[i].kind.series.symbol.len) continue;
        if (b.len) buf_put(&b, STR(", "));
        if (!b.len) first = kinds.at[i].kind.word;
        buf_put(&b, kinds.at[i].kind.word);
    }
    struct str words = str_copy(a, buf_str(&b));
    buf_free(&b);
    return fail(err, ERR_KIND_NO_SERIES, kind, words, first);
}

bool matter_series(struct number_series_list *out, struct db *db, struct arena *a, struct str kind, struct str unit,
                   int year, struct err *err)
{
    struct known_kind k;
    struct numbered_list all = {0};
    *out = (struct number_series_list){0};
    if (!known_kind(&k, db, a, kind, err)) return false;
    if (!k.kind.series.symbol.len) return fail_none(db, a, kind, err);
    if (!gather(&all, db, a, &k.kind, unit, year, err)) return false;
    if (all.len) qsort(all.at, all.len, sizeof *all.at, by_number);
    for (size_t i = 0; i < all.len; i++) {
        const struct numbered *n = &all.at[i];
        if (!i || by_series(&all.at[i - 1], n)) {
            struct looked_unit u;
            if (!unit_look_id(&u, db, a, n->unit, err)) return false;
            *vec_push(a, out) = (struct number_series){
                .unit = n->unit, .unit_name = u.name, .year = n->year, .kind = n->kind, .kind_name = n->kind_name};
        }
        add_number(&out->at[out->len - 1], a, n->number);
    }
    return true;
}
