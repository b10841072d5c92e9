/* SPDX-License-Identifier: Apache-2.0
 *
 * schema: see schema.h. A record goes through all migrations, first to last, in the transaction that makes it. The
 * tables that can be made again (sql/schema/tables.sql) have no numbered versions: they know the hash of the scripts
 * that made them, and where that is another the record is rebuilt. By what people sign in (the script `access`) is made
 * where it is not there, and stays through every rebuild.
 */
#include "schema.h"

#include "sha256.h"

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

/* Of the scripts for both engines, so that it says the same of a record and of its copy. */
static struct digest_text scripts_hash(void)
{
    const struct sql_script *const SCRIPTS[] = {&sql_script_tables, &sql_script_engine_tables, &sql_script_access,
                                                &sql_script_matter_indexes, &sql_script_views};
    struct sha256 h = sha256_start();
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++)
        for (size_t engine = 0; engine < SQL_ENGINES; engine++) sha256_add(&h, str_of(SCRIPTS[i]->text[engine]));
    return digest_text(sha256_end(&h));
}

bool schema_check(struct db *db, enum schema_need need, struct err *err)
{
    int64_t there = db_record_there(db), version;
    if (!there && !db_get_int(&there, db, SQL_RECORD_IS_THERE, DB_NO_VALUES, err)) return false;
    if (!there) return fail(err, ERR_RECORD_NOT, db_where(db));
    if (!db_get_int(&version, db, SQL_MIGRATION_VERSION, DB_NO_VALUES, err)) return false;
    char found[24], known[24];
    if (version > SQL_VERSION)
        return fail(err, ERR_RECORD_NEWER, db_where(db), number(found, version), number(known, SQL_VERSION));
    if (version < SQL_VERSION) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("migration"));
    if (need == SCHEMA_TRUTH) return true;
    if (there < 2) return fail(err, ERR_RECORD_TABLES, db_where(db));
    struct db_rows rows;
    struct digest_text ours = scripts_hash();
    bool same = false, ok = db_query(&rows, db, SQL_TABLES_MADE, DB_NO_VALUES, err);
    if (ok && db_next(&rows)) same = str_eq(db_column_text(&rows, 0), digest_str(&ours));
    ok = ok && db_end(&rows, err);
    return ok && (same || fail(err, ERR_RECORD_TABLES, db_where(db)));
}

bool schema_empty_tables(struct db *db, struct err *err)
{
    struct digest_text ours = scripts_hash();
    return db_script(db, &sql_script_tables, err) && db_script(db, &sql_script_engine_tables, err) &&
           db_script(db, &sql_script_access, err) && db_script(db, &sql_script_matter_indexes, err) &&
           db_script(db, &sql_script_views, err) &&
           db_run(db, SQL_TABLES_MADE_PUT, DB_VALUES(db_text(digest_str(&ours))), err);
}
