/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_rows: see unit_rows.h. Days are text, "" when unknown.
 */
#include "unit_rows.h"

#include "said.h"

static struct date day_of(struct str text)
{
    struct date d;
    return date_read(&d, text) ? d : (struct date){0};
}

enum unit_kind kept_unit_kind(const struct kept_unit *u)
{
    enum unit_kind kind;
    if (u->kind.len && unit_kind_read(&kind, u->kind)) return kind;
    return u->name.len ? unit_kind_of_name(u->name) : UNIT_KINDS;
}

static struct str copy_column(struct arena *a, const struct db_rows *rows, size_t column)
{
    return str_copy(a, db_column_text(rows, column));
}

static struct kept_unit unit_of_row(struct arena *a, const struct db_rows *rows)
{
    return (struct kept_unit){
        .code = copy_column(a, rows, 0),
        .name = copy_column(a, rows, 1),
        .kind = copy_column(a, rows, 2),
        .parent = copy_column(a, rows, 3),
        .from = day_of(db_column_text(rows, 4)),
        .to = day_of(db_column_text(rows, 5)),
        .source = copy_column(a, rows, 6),
    };
}

bool unit_save(struct db *db, struct arena *a, const struct kept_unit *u, struct str key, int64_t entry,
               struct err *err)
{
    return db_run(db, SQL_UNIT_INSERT,
                  DB_VALUES(db_text(u->code), db_text(u->name), db_text(u->kind), db_text(u->parent),
                            db_text(date_text(a, u->from)), db_text(date_text(a, u->to)), db_text(u->source),
                            db_int(entry)),
                  err) &&
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

static bool list_units(struct unit_list *out, struct db *db, struct arena *a, enum sql sql, struct db_values values,
                       struct err *err)
{
    struct db_rows rows;
    *out = (struct unit_list){0};
    if (!db_query(&rows, db, sql, values, err)) return false;
    while (db_next(&rows)) *vec_push(a, out) = unit_of_row(a, &rows);
    return db_end(&rows, err);
}

bool unit_list_of_key(struct unit_list *out, struct db *db, struct arena *a, struct str key, struct err *err)
{
    return list_units(out, db, a, SQL_UNIT_ALL_OF_KEY, DB_VALUES(db_text(key)), err);
}

bool unit_list(struct unit_list *out, struct db *db, struct arena *a, struct err *err)
{
    return list_units(out, db, a, SQL_UNIT_LIST, DB_NO_VALUES, err);
}

bool unit_list_below(struct unit_list *out, struct db *db, struct arena *a, struct str code, struct err *err)
{
    return list_units(out, db, a, SQL_UNIT_BELOW, DB_VALUES(db_text(code)), err);
}

bool unit_load(struct kept_unit *out, struct db *db, struct arena *a, struct str code, struct err *err)
{
    struct unit_list list;
    if (!list_units(&list, db, a, SQL_UNIT_LOAD, DB_VALUES(db_text(code)), err)) return false;
    *out = list.len ? list.at[0] : (struct kept_unit){.code = STR("")};
    return true;
}

bool unit_name_of(struct str *out, struct db *db, struct arena *a, struct str code, struct err *err)
{
    struct db_rows rows;
    *out = STR("");
    if (!db_query(&rows, db, SQL_UNIT_NAME, DB_VALUES(db_text(code)), err)) return false;
    if (db_next(&rows)) *out = str_copy(a, db_column_text(&rows, 0));
    return db_end(&rows, err);
}

bool unit_begin_save(struct db *db, struct arena *a, struct str code, struct date from, struct err *err)
{
    return db_run(db, SQL_UNIT_BEGINS, DB_VALUES(db_text(code), db_text(date_text(a, from))), err);
}

bool unit_end_save(struct db *db, struct arena *a, struct str code, struct date to, struct err *err)
{
    return db_run(db, SQL_UNIT_ENDS, DB_VALUES(db_text(code), db_text(date_text(a, to))), err);
}

bool lineage_save(struct db *db, struct arena *a, const struct kept_lineage *l, int64_t entry, struct err *err)
{
    return db_run(db, SQL_UNIT_LINEAGE_INSERT,
                  DB_VALUES(db_text(l->old), db_text(l->new), db_text(l->part), db_text(date_text(a, l->day)),
                            db_text(l->source), db_int(entry)),
                  err);
}

bool share_save(struct db *db, const struct kept_share *s, int64_t entry, struct err *err)
{
    return db_run(db, SQL_UNIT_SHARE_INSERT,
                  DB_VALUES(db_text(s->old), db_text(s->new), db_text(s->measure), db_int(s->share.coefficient),
                            db_int(s->share.scale), db_text(s->source), db_int(entry)),
                  err);
}

static bool list_lineage(struct lineage_list *out, struct db *db, struct arena *a, enum sql sql, struct str code,
                         struct err *err)
{
    struct db_rows rows;
    *out = (struct lineage_list){0};
    if (!db_query(&rows, db, sql, DB_VALUES(db_text(code)), err)) return false;
    while (db_next(&rows)) {
        *vec_push(a, out) = (struct kept_lineage){
            .old = copy_column(a, &rows, 0),
            .new = copy_column(a, &rows, 1),
            .part = copy_column(a, &rows, 2),
            .day = day_of(db_column_text(&rows, 3)),
            .source = copy_column(a, &rows, 4),
        };
    }
    return db_end(&rows, err);
}

bool lineage_list_of_old(struct lineage_list *out, struct db *db, struct arena *a, struct str old, struct err *err)
{
    return list_lineage(out, db, a, SQL_UNIT_LINEAGE_OF_OLD, old, err);
}

bool lineage_list_of_new(struct lineage_list *out, struct db *db, struct arena *a, struct str new, struct err *err)
{
    return list_lineage(out, db, a, SQL_UNIT_LINEAGE_OF_NEW, new, err);
}

bool share_list_of_old(struct share_list *out, struct db *db, struct arena *a, struct str old, struct err *err)
{
    struct db_rows rows;
    *out = (struct share_list){0};
    if (!db_query(&rows, db, SQL_UNIT_SHARE_OF_OLD, DB_VALUES(db_text(old)), err)) return false;
    while (db_next(&rows)) {
        struct kept_share s = {
            .old = copy_column(a, &rows, 0),
            .new = copy_column(a, &rows, 1),
            .measure = copy_column(a, &rows, 2),
            .share = {db_column_int(&rows, 3), (int8_t)db_column_int(&rows, 4)},
            .source = copy_column(a, &rows, 5),
        };
        *vec_push(a, out) = s;
    }
    return db_end(&rows, err);
}
