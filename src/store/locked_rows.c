/* SPDX-License-Identifier: Apache-2.0
 *
 * locked_rows: see locked_rows.h. Values and parts come from two statements in the same order and are put together
 * here.
 */
#include "locked_rows.h"

#include "columns.h"
#include "said.h"

static const struct str ROLES[] = {STR_INIT("value"), STR_INIT("plan"), STR_INIT("previous")};
enum { ROLE_WORDS = sizeof ROLES / sizeof *ROLES };
_Static_assert(ROLE_WORDS == ROLE_PREVIOUS + 1, "a word for each");

struct str formula_role_word(enum formula_role r)
{
    return ROLES[r];
}

bool formula_role_read(enum formula_role *out, struct str word)
{
    for (size_t i = 0; i < ROLE_WORDS; i++) {
        if (!str_eq(ROLES[i], word)) continue;
        *out = (enum formula_role)i;
        return true;
    }
    return false;
}

static bool save_part(struct db *db, struct arena *a, const struct locked_value *v, size_t i, struct err *err)
{
    const struct locked_part *p = &v->parts.at[i];
    return db_run(db, SQL_LOCKED_PART_INSERT,
                  DB_VALUES(db_int(v->filing.n), db_int((int64_t)v->place), db_int((int64_t)i), db_text(p->indicator),
                            db_text(formula_role_word(p->role)), db_text(period_text(a, p->period)),
                            db_text(period_text(a, p->of)), db_text(aspect_name(p->aspect)), db_text(p->layer),
                            db_int(p->figure.n), db_int(p->value.value.coefficient), db_int(p->value.value.scale),
                            db_text(bound_name(p->value.bound)), db_text(p->value.measure)),
                  err);
}

bool locked_save(struct db *db, struct arena *a, const struct locked_value *v, struct err *err)
{
    if (!db_run(db, SQL_LOCKED_VALUE_INSERT,
                DB_VALUES(db_int(v->filing.n), db_int((int64_t)v->place), db_text(v->indicator),
                          db_text(period_text(a, v->period)), db_text(v->formula), db_text(date_text(a, v->since)),
                          db_int(v->own), db_int(v->value.value.coefficient), db_int(v->value.value.scale),
                          db_text(bound_name(v->value.bound)), db_text(v->value.measure), db_int(v->estimate),
                          db_int(v->entry)),
                err))
        return false;
    for (size_t i = 0; i < v->parts.len; i++)
        if (!save_part(db, a, v, i, err)) return false;
    return true;
}

/* Value, bound and measure: columns from `column` on. */
static bool measured_of(struct measured *out, struct arena *a, const struct db_rows *row, size_t column)
{
    bool has;
    *out = (struct measured){.known = true, .measure = column_text(row, a, column + 3)};
    return column_decimal(&out->value, &has, row, column) && has &&
           bound_find(&out->bound, db_column_text(row, column + 2));
}

static bool value_of(struct locked_value *v, struct arena *a, const struct db_rows *row)
{
    struct str since = db_column_text(row, 5);
    *v = (struct locked_value){
        .filing = {(uint32_t)db_column_int(row, 0)},
        .place = (size_t)db_column_int(row, 1),
        .indicator = column_text(row, a, 2),
        .formula = column_text(row, a, 4),
        .own = (uint32_t)db_column_int(row, 6),
        .estimate = db_column_int(row, 11) != 0,
        .entry = db_column_int(row, 12),
        .unit = column_text(row, a, 13),
        .who = column_text(row, a, 14),
        .time = column_text(row, a, 15),
    };
    return column_period(&v->period, row, 3) && (!since.len || date_read(&v->since, since)) &&
           measured_of(&v->value, a, row, 7);
}

static bool part_of(struct locked_part *p, struct arena *a, const struct db_rows *row)
{
    *p = (struct locked_part){
        .indicator = column_text(row, a, 2),
        .layer = column_text(row, a, 7),
        .figure = {(uint32_t)db_column_int(row, 8)},
    };
    return formula_role_read(&p->role, db_column_text(row, 3)) && column_period(&p->period, row, 4) &&
           column_period(&p->of, row, 5) && aspect_find(&p->aspect, db_column_text(row, 6)) &&
           measured_of(&p->value, a, row, 9);
}

/* Parts come in the order of their values. */
static bool list_parts(struct locked_list *out, struct db *db, struct arena *a, struct filing_id filing,
                       struct str unit, bool *right, struct err *err)
{
    struct db_rows rows;
    size_t at = 0;
    if (!db_query(&rows, db, SQL_LOCKED_PART_LIST,
                  DB_VALUES(filing.n ? db_int(filing.n) : db_null(), unit.len ? db_text(unit) : db_null()), err))
        return false;
    while (*right && db_next(&rows)) {
        uint32_t id = (uint32_t)db_column_int(&rows, 0);
        size_t place = (size_t)db_column_int(&rows, 1);
        while (at < out->len && (out->at[at].filing.n != id || out->at[at].place != place)) at++;
        *right = at < out->len && part_of(vec_push(a, &out->at[at].parts), a, &rows);
    }
    return db_end(&rows, err);
}

bool locked_list(struct locked_list *out, struct db *db, struct arena *a, struct filing_id filing, struct str unit,
                 struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct locked_list){0};
    if (!db_query(&rows, db, SQL_LOCKED_VALUE_LIST,
                  DB_VALUES(filing.n ? db_int(filing.n) : db_null(), unit.len ? db_text(unit) : db_null()), err))
        return false;
    while (right && db_next(&rows)) right = value_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err) || !list_parts(out, db, a, filing, unit, &right, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("locked_value"));
}
