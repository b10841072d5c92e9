/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_rows: see unit_rows.h.
 */
#include "unit_rows.h"

bool unit_save(struct db *db, const struct kept_unit *u, struct str key, int64_t entry, struct err *err)
{
    return db_run(db, SQL_UNIT_INSERT, DB_VALUES(db_text(u->code), db_text(u->name), db_int(entry)), err) &&
           db_run(db, SQL_UNIT_NAME_INSERT, DB_VALUES(db_text(key), db_text(u->code)), err);
}

bool unit_of_key(struct str *out, bool *ambiguous, struct db *db, struct arena *a, struct str key, struct err *err)
{
    struct db_rows rows;
    *out = STR("");
    *ambiguous = false;
    if (!db_query(&rows, db, SQL_UNIT_OF_KEY, DB_VALUES(db_text(key)), err)) return false;
    if (db_next(&rows)) *out = str_copy(a, db_column_text(&rows, 0));
    *ambiguous = db_next(&rows);
    if (*ambiguous) *out = STR("");
    return db_end(&rows, err);
}

bool unit_name_of(struct str *out, struct db *db, struct arena *a, struct str code, struct err *err)
{
    struct db_rows rows;
    *out = STR("");
    if (!db_query(&rows, db, SQL_UNIT_NAME, DB_VALUES(db_text(code)), err)) return false;
    if (db_next(&rows)) *out = str_copy(a, db_column_text(&rows, 0));
    return db_end(&rows, err);
}

bool unit_list(struct unit_list *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    *out = (struct unit_list){0};
    if (!db_query(&rows, db, SQL_UNIT_LIST, DB_NO_VALUES, err)) return false;
    while (db_next(&rows)) {
        struct kept_unit u = {str_copy(a, db_column_text(&rows, 0)), str_copy(a, db_column_text(&rows, 1))};
        *vec_push(a, out) = u;
    }
    return db_end(&rows, err);
}
