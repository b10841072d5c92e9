/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_rows: see formula_rows.h. Days are text, "" when unknown.
 */
#include "formula_rows.h"

#include "columns.h"
#include "said.h"

static struct date day_of(struct str text)
{
    struct date d;
    return date_read(&d, text) ? d : (struct date){0};
}

bool formula_list(struct kept_formulas *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    *out = (struct kept_formulas){0};
    if (!db_query(&rows, db, SQL_FORMULA_ALL, DB_NO_VALUES, err)) return false;
    while (db_next(&rows)) {
        struct kept_formula f = {
            .id = (uint32_t)db_column_int(&rows, 0),
            .code = column_text(&rows, a, 1),
            .expression = column_text(&rows, a, 2),
            .from = day_of(db_column_text(&rows, 3)),
            .to = day_of(db_column_text(&rows, 4)),
            .decimals = (int)db_column_int(&rows, 5),
            .name = column_text(&rows, a, 6),
            .measure = column_text(&rows, a, 7),
            .better = column_text(&rows, a, 8),
            .source = column_text(&rows, a, 9),
            .removed = db_column_int(&rows, 10),
            .entry = db_column_int(&rows, 11),
            .who = column_text(&rows, a, 12),
            .time = column_text(&rows, a, 13),
        };
        *vec_push(a, out) = f;
    }
    return db_end(&rows, err);
}

bool formula_save(uint32_t *id, struct db *db, struct arena *a, const struct kept_formula *f, struct err *err)
{
    if (!column_next_id(id, db, SQL_FORMULA_LAST, err)) return false;
    return db_run(db, SQL_FORMULA_INSERT,
                  DB_VALUES(db_int(*id), db_text(f->code), db_text(f->expression), db_text(date_text(a, f->from)),
                            db_text(date_text(a, f->to)), db_int(f->decimals), db_text(f->name), db_text(f->measure),
                            db_text(f->better), db_text(f->source), db_int(f->entry)),
                  err);
}

bool formula_stands(bool *out, struct db *db, uint32_t id, struct err *err)
{
    int64_t count;
    if (!db_get_int(&count, db, SQL_FORMULA_STANDS, DB_VALUES(db_int(id)), err)) return false;
    *out = count > 0;
    return true;
}

bool formula_remove_save(struct db *db, uint32_t id, int64_t entry, struct err *err)
{
    return db_run(db, SQL_FORMULA_REMOVE, DB_VALUES(db_int(entry), db_int(id)), err);
}
