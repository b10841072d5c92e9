/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_rows: see figure_rows.h. Figures stand in two places: rows of the table, each made by a statement, and the
 * parts of loads (figure_look.h). Of one key the figure with the highest id is the newest, wherever it stands; of rows
 * that is the one with the highest revision that stands.
 */
#include "figure_rows.h"

#include "columns.h"
#include "figure_look.h"
#include "said.h"
#include "value_list.h"

#include <stdlib.h>

bool figure_save(struct db *db, struct arena *a, const struct kept_figure *kept, struct err *err)
{
    const struct figure *f = &kept->figure;
    const struct figure_key *k = &f->key;
    struct db_values values = DB_VALUES(
        db_int(kept->id.n), db_text(k->indicator), db_text(period_text(a, k->period)), db_text(kind_name(k->kind)),
        db_text(aspect_name(k->aspect)), db_text(k->unit), db_text(k->layer),
        db_text(against_text(a, k->against, k->against_period)), db_int(kept->revision), db_int(f->value.coefficient),
        db_int(f->value.scale), column_of_coefficient(f->has_max, f->value_max),
        column_of_scale(f->has_max, f->value_max), column_of_coefficient(f->has_of, f->of),
        column_of_scale(f->has_of, f->of), db_text(bound_name(f->bound)), db_text(f->measure),
        db_int(kept->statement.n), db_int(kept->entry));
    return db_run(db, SQL_FIGURE_INSERT, values, err);
}

bool figure_next(struct figure_id *out, struct db *db, struct err *err)
{
    return column_next_id(&out->n, db, SQL_FIGURE_LAST, err);
}

/* Columns of figure_view, in its order. */
enum {
    F_ID,
    F_INDICATOR,
    F_PERIOD,
    F_KIND,
    F_ASPECT,
    F_UNIT,
    F_LAYER,
    F_AGAINST,
    F_REVISION,
    F_VALUE,
    F_VALUE_SCALE,
    F_MAX,
    F_MAX_SCALE,
    F_OF,
    F_OF_SCALE,
    F_BOUND,
    F_MEASURE,
    F_STATEMENT,
    F_ENTRY,
    F_DOCUMENT,
    F_FIRST,
    F_LAST,
    F_QUOTE,
    F_SHA256,
    F_WHO,
    F_STANDS
};

static bool key_of(struct figure_key *k, struct arena *a, const struct db_rows *row)
{
    k->indicator = column_text(row, a, F_INDICATOR);
    k->unit = column_text(row, a, F_UNIT);
    k->layer = column_text(row, a, F_LAYER);
    return column_period(&k->period, row, F_PERIOD) && kind_find(&k->kind, db_column_text(row, F_KIND)) &&
           aspect_find(&k->aspect, db_column_text(row, F_ASPECT)) &&
           against_read(&k->against, &k->against_period, db_column_text(row, F_AGAINST));
}

static bool row_of(struct kept_figure *out, struct arena *a, const struct db_rows *row)
{
    struct figure *f = &out->figure;
    bool has_value;
    *out = (struct kept_figure){
        .id = {(uint32_t)db_column_int(row, F_ID)},
        .revision = (uint32_t)db_column_int(row, F_REVISION),
        .is_current = db_column_int(row, F_STANDS) != 0, /* so far: those of its key are not looked at yet */
        .statement = {(uint32_t)db_column_int(row, F_STATEMENT)},
        .document = {(uint32_t)db_column_int(row, F_DOCUMENT)},
        .entry = db_column_int(row, F_ENTRY),
    };
    f->measure = column_text(row, a, F_MEASURE);
    f->document = column_text(row, a, F_SHA256);
    f->start = (uint32_t)db_column_int(row, F_FIRST);
    f->end = (uint32_t)db_column_int(row, F_LAST);
    f->quote = column_text(row, a, F_QUOTE);
    f->by = column_text(row, a, F_WHO);
    return key_of(&f->key, a, row) && bound_find(&f->bound, db_column_text(row, F_BOUND)) &&
           column_decimal(&f->value, &has_value, row, F_VALUE) && has_value &&
           column_decimal(&f->value_max, &f->has_max, row, F_MAX) && column_decimal(&f->of, &f->has_of, row, F_OF);
}

static bool list(struct figure_list *out, struct db *db, struct arena *a, enum sql sql, struct db_values values,
                 struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct figure_list){0};
    if (!db_query(&rows, db, sql, values, err)) return false;
    while (right && db_next(&rows)) right = row_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("figure"));
}

/* Of rows in the order of keys and revisions: of each key the last that stands. */
static bool list_current(struct figure_list *out, struct db *db, struct arena *a, enum sql sql, struct db_values values,
                         struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct figure_list){0};
    if (!db_query(&rows, db, sql, values, err)) return false;
    while (right && db_next(&rows)) {
        struct kept_figure f;
        right = row_of(&f, a, &rows);
        if (!right || !f.is_current) continue;
        bool again = out->len && figure_key_eq(&out->at[out->len - 1].figure.key, &f.figure.key);
        *(again ? &out->at[out->len - 1] : vec_push(a, out)) = f;
    }
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("figure"));
}

static int newest_of_key_first(const void *a, const void *b)
{
    const struct kept_figure *x = a, *y = b;
    int c = figure_key_cmp(&x->figure.key, &y->figure.key);
    return c ? c : (x->id.n < y->id.n) - (x->id.n > y->id.n);
}

/* Rows and loads together: of each key only the newest. */
static void keep_newest(struct figure_list *list)
{
    size_t kept = 0;
    if (list->len) qsort(list->at, list->len, sizeof *list->at, newest_of_key_first);
    for (size_t i = 0; i < list->len; i++)
        if (!kept || !figure_key_eq(&list->at[kept - 1].figure.key, &list->at[i].figure.key))
            list->at[kept++] = list->at[i];
    list->len = kept;
}

static bool fail_missing(struct db *db, uint32_t id, struct err *err)
{
    char room[16];
    int len = snprintf(room, sizeof room, "F%u", (unsigned)id);
    return fail(err, ERR_FIGURE_MISSING, db_where(db), (struct str){room, (size_t)len});
}

/* The values of a key, in the order in which the statements want them. */
#define KEY_VALUES(a, k)                                                                                               \
    DB_VALUES(db_text((k)->indicator), db_text(period_text((a), (k)->period)), db_text(kind_name((k)->kind)),          \
              db_text(aspect_name((k)->aspect)), db_text((k)->unit), db_text((k)->layer),                              \
              db_text(against_text((a), (k)->against, (k)->against_period)))

/* Loads have no other figures. */
static bool can_be_loaded(const struct figure_key *k)
{
    return k->kind == KIND_LEVEL && k->against == AGAINST_NONE;
}

bool figure_revisions(struct figure_list *out, struct db *db, struct arena *a, const struct figure_key *k,
                      struct err *err)
{
    struct figure_wish wish = {.keys = k, .key_count = 1};
    if (!list(out, db, a, SQL_FIGURE_OF_KEY, KEY_VALUES(a, k), err)) return false;
    if (can_be_loaded(k) && !figure_look(out, db, a, &wish, err)) return false;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, newest_of_key_first);
    for (size_t i = 0, current = out->len; i < out->len; i++) { /* numbers and state among all of them */
        if (out->at[i].is_current && current == out->len) current = i;
        out->at[i].is_current = i == current;
        out->at[i].revision = (uint32_t)(out->len - 1 - i);
    }
    return true;
}

/* Its number and state among all figures of its key. */
static bool number_among_all(struct kept_figure *f, struct db *db, struct arena *a, struct err *err)
{
    struct figure_list all;
    if (!figure_revisions(&all, db, a, &f->figure.key, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        if (all.at[i].id.n != f->id.n) continue;
        f->is_current = all.at[i].is_current;
        f->revision = all.at[i].revision;
    }
    return true;
}

bool figure_row(struct kept_figure *out, bool *found, struct db *db, struct arena *a, struct figure_id id,
                struct err *err)
{
    struct figure_list rows;
    if (!list(&rows, db, a, SQL_FIGURE_LOAD, DB_VALUES(db_int(id.n)), err)) return false;
    *found = rows.len > 0;
    if (!*found) return true;
    *out = rows.at[0];
    return number_among_all(out, db, a, err);
}

bool figure_standing(struct kept_figure *out, bool *found, struct db *db, struct arena *a, const struct figure_key *k,
                     bool (*skip)(const void *self, struct figure_id id), const void *self, struct err *err)
{
    struct figure_list all;
    struct figure_wish wish = {.keys = k, .key_count = 1};
    *found = false;
    if (!list(&all, db, a, SQL_FIGURE_STANDING, KEY_VALUES(a, k), err)) return false;
    if (can_be_loaded(k) && !figure_look(&all, db, a, &wish, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        if (skip && skip(self, all.at[i].id)) continue;
        if (*found && all.at[i].id.n < out->id.n) continue;
        *out = all.at[i];
        *found = true;
    }
    return true;
}

bool figure_load(struct kept_figure *out, struct db *db, struct arena *a, struct figure_id id, struct err *err)
{
    struct figure_list found;
    if (!list(&found, db, a, SQL_FIGURE_LOAD, DB_VALUES(db_int(id.n)), err)) return false;
    struct figure_wish wish = {.ids = &id.n, .id_count = 1};
    if (found.len == 0 && id.n && !figure_look(&found, db, a, &wish, err)) return false;
    if (found.len == 0) return fail_missing(db, id.n, err);
    *out = found.at[0];
    return number_among_all(out, db, a, err);
}

/* --- many at once */

static void put_key(struct value_list *l, struct arena *a, const struct figure_key *k)
{
    value_list_row(l);
    value_list_text(l, k->indicator);
    value_list_text(l, period_text(a, k->period));
    value_list_text(l, kind_name(k->kind));
    value_list_text(l, aspect_name(k->aspect));
    value_list_text(l, k->unit);
    value_list_text(l, k->layer);
    value_list_text(l, against_text(a, k->against, k->against_period));
}

/* Add a list to the end of another. */
static void append(struct figure_list *out, struct arena *a, const struct figure_list *more)
{
    for (size_t i = 0; i < more->len; i++) *vec_push(a, out) = more->at[i];
}

static size_t portion(size_t from, size_t count)
{
    return count - from < VALUE_LIST_ROWS ? count - from : VALUE_LIST_ROWS;
}

bool figure_list_of_keys(struct figure_list *out, struct db *db, struct arena *a, const struct figure_key *keys,
                         size_t count, struct err *err)
{
    bool ok = true;
    struct figure_key *loaded = arena_array(a, struct figure_key, count);
    struct figure_wish wish = {.keys = loaded};
    *out = (struct figure_list){0};
    for (size_t from = 0, n; ok && from < count; from += n) {
        struct value_list asked = {0};
        struct figure_list found = {0};
        n = portion(from, count);
        for (size_t i = from; i < from + n; i++) {
            put_key(&asked, a, &keys[i]);
            if (can_be_loaded(&keys[i])) loaded[wish.key_count++] = keys[i];
        }
        ok = list_current(&found, db, a, SQL_FIGURE_OF_KEYS, DB_VALUES(value_list_end(&asked)), err);
        value_list_free(&asked);
        append(out, a, &found);
    }
    if (!ok || !wish.key_count) return ok;
    size_t rows = out->len;
    if (!figure_look(out, db, a, &wish, err)) return false;
    if (out->len != rows) keep_newest(out);
    return true;
}

static bool count_portion(uint32_t *out, struct db *db, struct arena *a, const struct figure_key *keys, size_t count,
                          struct err *err)
{
    struct value_list asked = {0};
    struct db_rows rows;
    for (size_t i = 0; i < count; i++) {
        put_key(&asked, a, &keys[i]);
        value_list_int(&asked, (int64_t)i);
    }
    bool ok = db_query(&rows, db, SQL_FIGURE_COUNT_OF_KEYS, DB_VALUES(value_list_end(&asked)), err);
    if (ok) {
        while (db_next(&rows)) out[db_column_int(&rows, 0)] = (uint32_t)db_column_int(&rows, 1);
        ok = db_end(&rows, err);
    }
    value_list_free(&asked);
    return ok;
}

bool figure_count_revisions(uint32_t *out, struct db *db, struct arena *a, const struct figure_key *keys, size_t count,
                            struct err *err)
{
    for (size_t from = 0; from < count; from += portion(from, count))
        if (!count_portion(out + from, db, a, keys + from, portion(from, count), err)) return false;
    return true;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static int by_id(const void *a, const void *b)
{
    const struct kept_figure *x = a, *y = b;
    return (x->id.n > y->id.n) - (x->id.n < y->id.n);
}

/* Of a list in the order of ids; NULL when it is not there. */
static const struct kept_figure *of_id(const struct figure_list *list, struct figure_id id)
{
    struct kept_figure key = {.id = id};
    return list->len ? bsearch(&key, list->at, list->len, sizeof *list->at, by_id) : NULL;
}

static bool load_portion(struct figure_list *out, struct db *db, struct arena *a, const struct figure_asked *at,
                         size_t count, struct err *err)
{
    struct value_list asked = {0};
    struct figure_list found = {0};
    uint32_t *missing = arena_array(a, uint32_t, count);
    struct figure_wish wish = {.ids = missing};
    for (size_t i = 0; i < count; i++) {
        value_list_row(&asked);
        value_list_int(&asked, at[i].id.n);
        value_list_text(&asked, period_text(a, at[i].period));
    }
    bool ok = list(&found, db, a, SQL_FIGURE_OF_IDS, DB_VALUES(value_list_end(&asked)), err);
    value_list_free(&asked);
    for (size_t i = 0; ok && i < count; i++)
        if (!of_id(&found, at[i].id)) missing[wish.id_count++] = at[i].id.n;
    if (ok && wish.id_count) {
        qsort(missing, wish.id_count, sizeof *missing, by_number);
        ok = figure_look(&found, db, a, &wish, err);
        if (found.len) qsort(found.at, found.len, sizeof *found.at, by_id);
    }
    for (size_t i = 0; ok && i < count; i++) {
        const struct kept_figure *f = of_id(&found, at[i].id);
        ok = f || fail_missing(db, at[i].id.n, err);
        if (ok) *vec_push(a, out) = *f;
    }
    return ok;
}

bool figure_load_all(struct figure_list *out, struct db *db, struct arena *a, const struct figure_asked *at,
                     size_t count, struct err *err)
{
    *out = (struct figure_list){0};
    for (size_t from = 0; from < count; from += portion(from, count))
        if (!load_portion(out, db, a, at + from, portion(from, count), err)) return false;
    return true;
}

/* --- what stands */

static bool list_rows(struct figure_list *out, struct db *db, struct arena *a, const struct str *units, size_t count,
                      struct str indicator, struct err *err)
{
    struct db_value of = indicator.len ? db_text(indicator) : db_null();
    struct value_list asked = {0};
    if (!count && !indicator.len) return list_current(out, db, a, SQL_FIGURE_ALL, DB_NO_VALUES, err);
    if (!count) return list_current(out, db, a, SQL_FIGURE_OF_INDICATOR, DB_VALUES(of), err);
    for (size_t i = 0; i < count; i++) {
        value_list_row(&asked);
        value_list_text(&asked, units[i]);
    }
    bool ok = list_current(out, db, a, SQL_FIGURE_OF_UNITS, DB_VALUES(value_list_end(&asked), of), err);
    value_list_free(&asked);
    return ok;
}

bool figure_list_current(struct figure_list *out, struct db *db, struct arena *a, const struct str *units, size_t count,
                         struct str indicator, struct err *err)
{
    struct figure_wish wish = {.units = units, .unit_count = count, .indicator = indicator};
    if (!list_rows(out, db, a, units, count, indicator, err)) return false;
    size_t rows = out->len;
    if (!figure_look(out, db, a, &wish, err)) return false;
    if (out->len != rows) keep_newest(out);
    return true;
}

bool figure_list_rows(struct figure_list *out, struct db *db, struct arena *a, struct err *err)
{
    return list_rows(out, db, a, NULL, 0, STR(""), err);
}

bool figure_list_after(struct figure_list *out, struct db *db, struct arena *a, struct figure_id after, struct err *err)
{
    return list_current(out, db, a, SQL_FIGURE_AFTER, DB_VALUES(db_int(after.n)), err);
}
