/* SPDX-License-Identifier: Apache-2.0
 *
 * schema: see schema.h. A record goes through all migrations, first to last, in the transaction that makes it. The
 * tables that can be made again (sql/schema/tables.sql) have no version of their own: whoever migrates rebuilds them.
 */
#include "schema.h"

bool schema_create(struct db *db, struct err *err)
{
    for (int version = 0; version < SQL_VERSION; version++) {
        if (!db_script(db, &sql_migrations[version], err)) return false;
        if (!db_run(db, SQL_MIGRATION_INSERT, DB_VALUES(db_int(version + 1)), err)) return false;
    }
    return schema_empty_tables(db, err);
}

static struct str number(char room[24], int64_t n)
{
    int len = snprintf(room, 24, "%lld", (long long)n);
    return (struct str){room, (size_t)len};
}

bool schema_check(struct db *db, struct err *err)
{
    int64_t there = db_has_record(db), version;
    if (!there && !db_get_int(&there, db, SQL_RECORD_IS_THERE, DB_NO_VALUES, err)) return false;
    if (!there) return fail(err, ERR_RECORD_NOT, db_where(db));
    if (!db_get_int(&version, db, SQL_MIGRATION_VERSION, DB_NO_VALUES, err)) return false;
    char found[24], known[24];
    if (version > SQL_VERSION)
        return fail(err, ERR_RECORD_NEWER, db_where(db), number(found, version), number(known, SQL_VERSION));
    if (version < SQL_VERSION) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("migration"));
    return true;
}

bool schema_empty_tables(struct db *db, struct err *err)
{
    return db_script(db, &sql_script_tables, err) && db_script(db, &sql_script_engine_tables, err) &&
           db_script(db, &sql_script_views, err);
}
