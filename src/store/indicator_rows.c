/* SPDX-License-Identifier: Apache-2.0
 *
 * indicator_rows: see indicator_rows.h.
 */
#include "indicator_rows.h"

#include "columns.h"

bool indicator_list(struct kept_indicators *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    *out = (struct kept_indicators){0};
    if (!db_query(&rows, db, SQL_INDICATOR_ALL, DB_NO_VALUES, err)) return false;
    while (db_next(&rows)) {
        struct kept_indicator i = {
            .code = column_text(&rows, a, 0),
            .name = column_text(&rows, a, 1),
            .measure = column_text(&rows, a, 2),
            .time = column_text(&rows, a, 3),
            .better = column_text(&rows, a, 4),
            .added = db_column_int(&rows, 5) != 0,
            .source = column_text(&rows, a, 6),
            .entry = db_column_int(&rows, 7),
            .who = column_text(&rows, a, 8),
            .when = column_text(&rows, a, 9),
        };
        *vec_push(a, out) = i;
    }
    return db_end(&rows, err);
}

bool indicator_save(struct db *db, const struct kept_indicator *i, struct err *err)
{
    return db_run(db, SQL_INDICATOR_SAVE,
                  DB_VALUES(db_text(i->code), db_text(i->name), db_text(i->measure), db_text(i->time),
                            db_text(i->better), db_int(i->added), db_text(i->source), db_int(i->entry)),
                  err);
}
