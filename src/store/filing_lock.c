/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_lock: see filing_lock.h. The times that a lock covers stand in the report as literals, so that a journal means
 * the same whatever a later program thinks of windows.
 */
#include "filing_lock.h"

#include "buf.h"
#include "columns.h"
#include "filing_rows.h"
#include "indicator.h"
#include "map.h"
#include "said.h"
#include "unit_rows.h"

struct lock {
    struct filing_id filing;
    struct str unit, times;
};

struct lock_list {
    VEC_FIELDS(struct lock);
};

bool lock_watch_start(struct lock_watch *w, struct db *tables, struct arena *a, struct err *err)
{
    int64_t n;
    *w = (struct lock_watch){.db = tables, .arena = a};
    if (!db_get_int(&n, tables, SQL_FILING_ANY_LOCKED, DB_NO_VALUES, err)) return false;
    w->any = n > 0;
    return true;
}

/* The locked reports with an indicator, of one unit or (unit "") of all. */
static bool list_locks(struct lock_list *out, struct lock_watch *w, struct str indicator, struct str unit,
                       struct err *err)
{
    struct db_rows rows;
    *out = (struct lock_list){0};
    if (!db_query(&rows, w->db, SQL_FILING_LOCKS, DB_VALUES(db_text(indicator), unit.len ? db_text(unit) : db_null()),
                  err))
        return false;
    while (db_next(&rows)) {
        bool stock = db_column_int(&rows, 4) != 0;
        *vec_push(w->arena, out) = (struct lock){
            .filing = {(uint32_t)db_column_int(&rows, 0)},
            .unit = column_text(&rows, w->arena, 1),
            .times = column_text(&rows, w->arena, stock ? 3 : 2),
        };
    }
    return db_end(&rows, err);
}

static bool has_word(struct str list, struct str word)
{
    while (list.len) {
        struct str_cut c = str_cut(list, STR(" "));
        if (str_eq(c.head, word)) return true;
        list = c.tail;
    }
    return false;
}

static void touch(struct lock_watch *w, struct filing_id filing, const struct figure *f, struct figure_id id,
                  bool taken)
{
    struct arena *a = w->arena;
    struct figure_key key = f->key;
    key.indicator = str_copy(a, key.indicator);
    key.unit = str_copy(a, key.unit);
    key.layer = str_copy(a, key.layer);
    *vec_push(a, &w->touched) = (struct touched){filing, key, str_copy(a, f->measure), {id, f->value, f->bound}, taken};
}

/* Of what was touched from `from` on: before which a newer figure stands. */
static bool mark_idle(struct lock_watch *w, size_t from, struct err *err)
{
    for (size_t i = from; i < w->touched.len; i++) {
        struct touched *t = &w->touched.at[i];
        struct kept_figure f;
        bool found;
        if (!figure_standing(&f, &found, w->db, w->arena, &t->key, NULL, NULL, err)) return false;
        t->idle = found && f.id.n > t->value.figure.n;
    }
    return true;
}

static bool watch_figure(struct lock_watch *w, const struct figure *f, struct figure_id id, bool taken, struct err *err)
{
    struct lock_list locks;
    size_t from = w->touched.len;
    if (!list_locks(&locks, w, f->key.indicator, f->key.unit, err)) return false;
    struct str period = period_text(w->arena, f->key.period);
    for (size_t i = 0; i < locks.len; i++)
        if (has_word(locks.at[i].times, period)) touch(w, locks.at[i].filing, f, id, taken);
    return mark_idle(w, from, err);
}

bool lock_watch_accept(struct lock_watch *w, const struct kept_figure *f, struct figure_id next, struct err *err)
{
    struct kept_figure row;
    bool found;
    if (!w->any || !f->id.n) return true;
    if (f->id.n >= next.n) return watch_figure(w, &f->figure, f->id, false, err);
    if (!figure_row(&row, &found, w->db, w->arena, f->id, err)) return false;
    return !found || row.is_current || watch_figure(w, &row.figure, f->id, false, err);
}

static bool is_among(struct statement_id id, const struct statement_id *ids, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ids[i].n == id.n) return true;
    return false;
}

static bool was_touched(const struct lock_watch *w, struct figure_id id)
{
    for (size_t i = 0; i < w->touched.len; i++)
        if (w->touched.at[i].value.figure.n == id.n) return true;
    return false;
}

/* Whether no accepted statement but those of the change says the figure. */
static bool rests_on(bool *alone, struct lock_watch *w, struct figure_id figure, const struct statement_id *ids,
                     size_t count, struct err *err)
{
    struct statement_list says;
    *alone = true;
    if (!statement_list_of_figure(&says, w->db, w->arena, figure, err)) return false;
    for (size_t i = 0; i < says.len; i++)
        if (says.at[i].state == STATE_ACCEPTED && !is_among(says.at[i].id, ids, count)) *alone = false;
    return true;
}

bool lock_watch_reject(struct lock_watch *w, const struct statement_id *ids, size_t count, struct err *err)
{
    for (size_t i = 0; w->any && i < count; i++) {
        struct kept_statement s;
        struct kept_figure row;
        bool found, alone;
        if (!statement_load(&s, w->db, w->arena, ids[i], err)) return false;
        if (s.state != STATE_ACCEPTED || !s.figure.n || was_touched(w, s.figure)) continue;
        if (!figure_row(&row, &found, w->db, w->arena, s.figure, err)) return false;
        if (!found) continue; /* of a load, which stands by itself */
        if (!rests_on(&alone, w, s.figure, ids, count, err)) return false;
        if (alone && !watch_figure(w, &row.figure, row.id, true, err)) return false;
    }
    return true;
}

/* The figure of a unit in a column; its count when there is none. */
static size_t find_place(const struct figure_column *c, uint32_t place)
{
    size_t low = 0, high = c->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->places[middle] < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->count && c->places[low] == place ? low : c->count;
}

static void watch_column(struct lock_watch *w, const struct figure_column *c, const struct lock_list *locks,
                         const struct map *units, uint32_t first, bool taken)
{
    struct str period = period_text(w->arena, c->key.period);
    for (size_t i = 0; i < locks->len; i++) {
        if (!has_word(locks->at[i].times, period)) continue;
        const uint32_t *place = map_find(units, locks->at[i].unit);
        size_t at = place ? find_place(c, *place) : c->count;
        if (at == c->count) continue;
        struct figure f = {.key = c->key, .value = {c->coefficients[at], c->scales[at]}, .measure = c->measure};
        f.key.unit = locks->at[i].unit;
        touch(w, locks->at[i].filing, &f, (struct figure_id){first + (uint32_t)at}, taken);
    }
}

bool lock_watch_part(struct lock_watch *w, const struct figure_part *p, uint32_t first, bool taken, struct err *err)
{
    struct map units = {0};
    struct lock_list locks = {0};
    struct str indicator = STR("");
    size_t from = w->touched.len;
    if (!w->any) return true;
    for (size_t i = 0; i < p->unit_count; i++) map_put(&units, w->arena, p->units[i], (uint32_t)i);
    for (size_t k = 0; k < p->column_count; k++) {
        const struct figure_column *c = &p->columns[k];
        bool same = k > 0 && str_eq(indicator, c->key.indicator);
        if (!same && !list_locks(&locks, w, c->key.indicator, STR(""), err)) return false;
        indicator = c->key.indicator;
        watch_column(w, c, &locks, &units, first, taken);
        first += (uint32_t)c->count;
    }
    return mark_idle(w, from, err);
}

bool lock_refuse(const struct lock_watch *w, struct err *err)
{
    struct kept_filing f;
    struct str unit;
    const struct touched *t = NULL;
    size_t count = 0;
    for (size_t i = 0; i < w->touched.len; i++) {
        if (w->touched.at[i].idle) continue;
        if (!t) t = &w->touched.at[i];
        count++;
    }
    if (!t) return true;
    const struct indicator *i = indicator_find(t->key.indicator);
    if (!filing_load(&f, w->db, w->arena, t->filing, err) || !unit_name_of(&unit, w->db, w->arena, f.unit, err))
        return false;
    struct buf name = buf_make(SIZE_MAX), period = buf_make(SIZE_MAX), what = buf_make(SIZE_MAX);
    filing_id_write(&name, f.id);
    buf_format(&name, " (%.*s)", STR_ARG(f.definition));
    period_write_vi(&period, f.period);
    buf_put(&what, t->key.indicator);
    if (i) buf_format(&what, " %.*s", STR_ARG(i->name));
    if (count > 1) buf_format(&what, " (+%zu)", count - 1);
    bool ok = fail(err, ERR_FILING_LOCKED, buf_str(&name), unit, buf_str(&period), buf_str(&what));
    buf_free(&name);
    buf_free(&period);
    buf_free(&what);
    return ok;
}
