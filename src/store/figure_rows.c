/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_rows: see figure_rows.h. Figures stand in two places: rows of the table, each made by a statement, and the
 * parts of loads (load_rows.h). Of one key the figure with the highest id is the newest, wherever it stands.
 */
#include "figure_rows.h"

#include "columns.h"
#include "load_rows.h"
#include "said.h"

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
    F_IS_CURRENT
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
        .is_current = db_column_int(row, F_IS_CURRENT) != 0,
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

/* --- figures of loads */

/* What is looked for in the loads. */
struct looking {
    struct figure_list *out;
    struct arena *arena;
    struct str unit, indicator;   /* "": any */
    const struct figure_key *key; /* just this key, unless NULL */
    uint32_t id;                  /* just this figure; 0: any */
};

static bool wants(void *self, const struct load_reach *part)
{
    const struct looking *l = self;
    struct str indicator = l->key ? l->key->indicator : l->indicator;
    if (l->id && (l->id < part->first || l->id - part->first >= part->count)) return false;
    return !indicator.len || (str_cmp(part->low, indicator) <= 0 && str_cmp(indicator, part->high) <= 0);
}

static void take(struct looking *l, const struct load_part *part, const struct figure_column *c, size_t i, uint32_t id)
{
    struct arena *a = l->arena;
    *vec_push(a, l->out) = (struct kept_figure){
        .id = {id},
        .is_current = true, /* of the loads: what is newer comes later */
        .entry = part->load->entry,
        .figure = {.key = {.indicator = str_copy(a, c->key.indicator),
                           .unit = str_copy(a, part->figures.units[c->places[i]]),
                           .period = c->key.period,
                           .kind = c->key.kind,
                           .aspect = c->key.aspect,
                           .layer = str_copy(a, c->key.layer)},
                   .value = {c->coefficients[i], c->scales[i]},
                   .measure = str_copy(a, c->measure),
                   .by = str_copy(a, part->load->who)},
    };
}

/* The place of a unit in a part; its unit_count when it is not there. */
static size_t place_of(const struct figure_part *p, struct str unit)
{
    size_t i = 0;
    while (i < p->unit_count && !str_eq(p->units[i], unit)) i++;
    return i;
}

static void see(void *self, const struct load_part *part)
{
    struct looking *l = self;
    struct str unit = l->key ? l->key->unit : l->unit;
    size_t place = unit.len ? place_of(&part->figures, unit) : 0;
    uint32_t id = part->first;
    if (unit.len && place == part->figures.unit_count) return;
    for (size_t k = 0; k < part->figures.column_count; k++) {
        const struct figure_column *c = &part->figures.columns[k];
        struct figure_key key = c->key;
        uint32_t first = id;
        id += (uint32_t)c->count;
        if (l->id && (l->id < first || l->id >= id)) continue;
        if (l->indicator.len && !str_eq(l->indicator, c->key.indicator)) continue;
        key.unit = unit;
        if (l->key && !figure_key_eq(l->key, &key)) continue;
        for (size_t i = 0; i < c->count; i++) {
            if (unit.len && c->places[i] != place) continue;
            if (!l->id || l->id == first + i) take(l, part, c, i, first + (uint32_t)i);
        }
    }
}

static bool look_in_loads(struct looking *l, struct db *db, struct err *err)
{
    struct load_visitor v = {.self = l, .wants = wants, .see = see};
    return load_each_part(db, &v, err);
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

bool figure_load(struct kept_figure *out, struct db *db, struct arena *a, struct figure_id id, struct err *err)
{
    struct figure_list found;
    char room[16];
    int len = snprintf(room, sizeof room, "F%u", (unsigned)id.n);
    if (!list(&found, db, a, SQL_FIGURE_LOAD, DB_VALUES(db_int(id.n)), err)) return false;
    struct looking l = {.out = &found, .arena = a, .id = id.n};
    if (found.len == 0 && id.n && !look_in_loads(&l, db, err)) return false;
    if (found.len == 0) return fail(err, ERR_FIGURE_MISSING, db_where(db), (struct str){room, (size_t)len});
    *out = found.at[0];
    return true;
}

/* The values of a key, in the order in which the statements want them. */
#define KEY_VALUES(a, k)                                                                                               \
    DB_VALUES(db_text((k)->indicator), db_text(period_text((a), (k)->period)), db_text(kind_name((k)->kind)),          \
              db_text(aspect_name((k)->aspect)), db_text((k)->unit), db_text((k)->layer),                              \
              db_text(against_text((a), (k)->against, (k)->against_period)))

bool figure_revisions(struct figure_list *out, struct db *db, struct arena *a, const struct figure_key *k,
                      struct err *err)
{
    struct looking l = {.out = out, .arena = a, .key = k};
    if (!list(out, db, a, SQL_FIGURE_OF_KEY, KEY_VALUES(a, k), err)) return false;
    size_t rows = out->len;
    if (k->kind != KIND_LEVEL || k->against != AGAINST_NONE) return true; /* no load has such figures */
    if (!look_in_loads(&l, db, err)) return false;
    if (out->len == rows) return true;
    qsort(out->at, out->len, sizeof *out->at, newest_of_key_first);
    for (size_t i = 0, current = out->len; i < out->len; i++) { /* numbers and state among all of them */
        if (out->at[i].is_current && current == out->len) current = i;
        out->at[i].is_current = i == current;
        out->at[i].revision = (uint32_t)(out->len - 1 - i);
    }
    return true;
}

bool figure_row(struct kept_figure *out, bool *found, struct db *db, struct arena *a, struct figure_id id,
                struct err *err)
{
    struct figure_list rows;
    if (!list(&rows, db, a, SQL_FIGURE_LOAD, DB_VALUES(db_int(id.n)), err)) return false;
    *found = rows.len > 0;
    if (*found) *out = rows.at[0];
    return true;
}

bool figure_standing(struct kept_figure *out, bool *found, struct db *db, struct arena *a, const struct figure_key *k,
                     bool (*skip)(const void *self, struct figure_id id), const void *self, struct err *err)
{
    struct figure_list all;
    struct looking l = {.out = &all, .arena = a, .key = k};
    *found = false;
    if (!list(&all, db, a, SQL_FIGURE_STANDING, KEY_VALUES(a, k), err)) return false;
    if (k->kind == KIND_LEVEL && k->against == AGAINST_NONE && !look_in_loads(&l, db, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        if (skip && skip(self, all.at[i].id)) continue;
        if (*found && all.at[i].id.n < out->id.n) continue;
        *out = all.at[i];
        *found = true;
    }
    return true;
}

bool figure_count_revisions(uint32_t *out, struct db *db, struct arena *a, const struct figure_key *k, struct err *err)
{
    int64_t n;
    if (!db_get_int(&n, db, SQL_FIGURE_COUNT_OF_KEY, KEY_VALUES(a, k), err)) return false;
    *out = (uint32_t)n;
    return true;
}

bool figure_list_current(struct figure_list *out, struct db *db, struct arena *a, struct str unit, struct str indicator,
                         struct err *err)
{
    struct looking l = {.out = out, .arena = a, .unit = unit, .indicator = indicator};
    if (!list(out, db, a, SQL_FIGURE_CURRENT,
              DB_VALUES(unit.len ? db_text(unit) : db_null(), indicator.len ? db_text(indicator) : db_null()), err))
        return false;
    size_t rows = out->len;
    if (!look_in_loads(&l, db, err)) return false;
    if (out->len != rows) keep_newest(out);
    return true;
}

bool figure_list_rows(struct figure_list *out, struct db *db, struct arena *a, struct err *err)
{
    return list(out, db, a, SQL_FIGURE_CURRENT, DB_VALUES(db_null(), db_null()), err);
}
