/* SPDX-License-Identifier: Apache-2.0
 *
 * correction_rows: see correction_rows.h.
 */
#include "correction_rows.h"

#include "columns.h"
#include "locked_rows.h"
#include "said.h"

bool correction_save(struct db *db, struct arena *a, const struct correction *c, size_t place, struct err *err)
{
    const struct figure_key *k = &c->key;
    bool old = c->old.figure.n > 0, new = c->new.figure.n > 0;
    return db_run(db, SQL_CORRECTION_INSERT,
                  DB_VALUES(db_int(c->entry), db_int((int64_t)place), db_int(c->filing.n), db_text(k->indicator),
                            db_text(period_text(a, k->period)), db_text(kind_name(k->kind)),
                            db_text(aspect_name(k->aspect)), db_text(k->unit), db_text(k->layer),
                            db_text(against_text(a, k->against, k->against_period)), db_text(c->measure),
                            old ? db_int(c->old.figure.n) : db_null(), column_of_coefficient(old, c->old.value),
                            column_of_scale(old, c->old.value), db_text(old ? bound_name(c->old.bound) : STR("")),
                            new ? db_int(c->new.figure.n) : db_null(), column_of_coefficient(new, c->new.value),
                            column_of_scale(new, c->new.value), db_text(new ? bound_name(c->new.bound) : STR("")),
                            db_text(c->reason)),
                  err);
}

/* The id, the value and the bound of one side: columns from `column` on. */
static bool side_of(struct corrected_value *out, const struct db_rows *row, size_t column)
{
    bool has;
    *out = (struct corrected_value){.figure = {(uint32_t)db_column_int(row, column)}};
    if (!column_decimal(&out->value, &has, row, column + 1)) return false;
    return !has || bound_find(&out->bound, db_column_text(row, column + 3));
}

static bool correction_of(struct correction *c, struct arena *a, const struct db_rows *row)
{
    struct figure_key *k = &c->key;
    *c = (struct correction){
        .entry = db_column_int(row, 0),
        .filing = {(uint32_t)db_column_int(row, 1)},
        .measure = column_text(row, a, 9),
        .reason = column_text(row, a, 18),
        .who = column_text(row, a, 19),
        .time = column_text(row, a, 20),
    };
    k->indicator = column_text(row, a, 2);
    k->unit = column_text(row, a, 6);
    k->layer = column_text(row, a, 7);
    return column_period(&k->period, row, 3) && kind_find(&k->kind, db_column_text(row, 4)) &&
           aspect_find(&k->aspect, db_column_text(row, 5)) &&
           against_read(&k->against, &k->against_period, db_column_text(row, 8)) && side_of(&c->old, row, 10) &&
           side_of(&c->new, row, 14);
}

/* A correction of what a formula gave when the report was locked: no figure stood, a value did. */
static bool add_reckoned(struct correction *c, struct db *db, struct arena *a, struct err *err)
{
    struct locked_list locked;
    if (c->old.figure.n || c->key.aspect == ASPECT_PLAN || c->key.kind != KIND_LEVEL) return true;
    if (!locked_list(&locked, db, a, c->filing, c->key.unit, err)) return false;
    for (size_t i = 0; i < locked.len; i++) {
        const struct locked_value *v = &locked.at[i];
        bool same = str_eq(v->indicator, c->key.indicator) && period_same_time(v->period, c->key.period);
        if (same && v->entry < c->entry) c->reckoned = v->value;
    }
    return true;
}

bool correction_list(struct correction_list *out, struct db *db, struct arena *a, struct filing_id filing,
                     struct str indicator, struct str unit, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct correction_list){0};
    if (!db_query(&rows, db, SQL_CORRECTION_LIST,
                  DB_VALUES(filing.n ? db_int(filing.n) : db_null(), indicator.len ? db_text(indicator) : db_null(),
                            unit.len ? db_text(unit) : db_null()),
                  err))
        return false;
    while (right && db_next(&rows)) right = correction_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    if (!right) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("correction"));
    for (size_t i = 0; i < out->len; i++) {
        struct correction *c = &out->at[i];
        bool gone = false; /* a correction before this one took the figure away: then nothing stood */
        for (size_t k = 0; k < i; k++) gone |= figure_key_eq(&out->at[k].key, &c->key);
        if (!gone && !add_reckoned(c, db, a, err)) return false;
    }
    return true;
}
