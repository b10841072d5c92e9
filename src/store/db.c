/* SPDX-License-Identifier: Apache-2.0
 *
 * db: see db.h. This file holds what is the same for every engine: the checks that a call makes sense, and the small
 * helpers.
 */
#include "db.h"

#include "db_private.h"

#include <assert.h>
#include <string.h>

static void close_deferred(void *db)
{
    db_close(db);
}

bool db_open(struct db **out, struct arena *a, struct str where, enum db_mode mode, unsigned wait_ms, struct err *err)
{
    bool ok = mode != DB_SCRATCH && db_is_address(where) ? db_postgres_open(out, a, where, mode, wait_ms, err)
                                                         : db_sqlite_open(out, a, where, mode, wait_ms, err);
    if (!ok) return false;
    arena_defer(a, close_deferred, *out);
    return true;
}

void db_close(struct db *db)
{
    if (!db->engine) return;
    db_rollback(db);
    db->engine->close(db);
    db->engine = NULL;
}

bool db_publish(struct db *db, struct err *err)
{
    assert(!db->in_transaction);
    bool ok = db->engine->publish(db, err);
    db->engine = NULL;
    return ok;
}

int db_record_there(const struct db *db)
{
    return db->record_there;
}

struct str db_where(const struct db *db)
{
    return db->where;
}

void db_content_from(struct db *db, struct db *behind)
{
    db->behind = behind;
}

bool db_is_earlier(const struct db *db)
{
    return db->behind != NULL;
}

/* What was known of the tables is no longer so. */
static void forget(struct db *db)
{
    db->in_bulk = false;
    memset(db->last_id, 0, sizeof db->last_id);
}

bool db_begin(struct db *db, enum db_transaction kind, struct err *err)
{
    assert(!db->in_transaction);
    if (!db->engine->begin(db, kind, err)) return false;
    forget(db);
    db->in_transaction = true;
    return true;
}

bool db_commit(struct db *db, struct err *err)
{
    assert(db->in_transaction);
    if (!db_bulk_end(db, err) || !db->engine->commit(db, err)) {
        db_rollback(db);
        return false;
    }
    db->in_transaction = false;
    return true;
}

void db_rollback(struct db *db)
{
    if (!db->in_transaction) return;
    db->engine->rollback(db);
    db->in_transaction = false;
}

bool db_finish(struct db *db, bool ok, struct err *err)
{
    if (ok) return db_commit(db, err);
    db_rollback(db);
    return false;
}

bool db_script(struct db *db, const struct sql_script *script, struct err *err)
{
    bool ok = db_bulk_end(db, err) && db->engine->script(db, script->text[db->engine->dialect], err);
    forget(db);
    return ok;
}

bool db_savepoint(struct db *db, struct err *err)
{
    assert(db->in_transaction);
    return db_bulk_end(db, err) && db->engine->script(db, "SAVEPOINT attempt", err);
}

bool db_restore(struct db *db, struct err *err)
{
    forget(db);
    return db->engine->script(db, "ROLLBACK TO SAVEPOINT attempt", err);
}

void db_bulk_begin(struct db *db)
{
    assert(db->in_transaction);
    db->in_bulk = true;
}

bool db_bulk_end(struct db *db, struct err *err)
{
    if (!db->in_bulk) return true;
    db->in_bulk = false;
    return !db->engine->flush || db->engine->flush(db, err);
}

bool db_next_id(int64_t *out, struct db *db, enum sql last, struct err *err)
{
    if (db->in_transaction && db->last_id[last]) {
        *out = ++db->last_id[last];
        return true;
    }
    if (!db_get_int(out, db, last, DB_NO_VALUES, err)) return false;
    *out += *out < INT64_MAX;
    db->last_id[last] = *out;
    return true;
}

bool db_notify(struct db *db, struct err *err)
{
    assert(db->in_transaction);
    return !db->engine->notify || db->engine->notify(db, err);
}

bool db_wait(bool *changed, struct db *db, unsigned timeout_ms, struct err *err)
{
    assert(!db->in_transaction);
    return db->engine->wait(changed, db, timeout_ms, err);
}

bool db_words(struct str *out, struct db *db, struct arena *a, struct str text, struct err *err)
{
    *out = text;
    return !db->engine->words || db->engine->words(out, db, a, text, err);
}

struct db_value db_null(void)
{
    return (struct db_value){.type = DB_NULL};
}

struct db_value db_int(int64_t n)
{
    return (struct db_value){.type = DB_INT, .number = n};
}

struct db_value db_text(struct str s)
{
    return (struct db_value){.type = DB_TEXT, .text = s};
}

struct db_value db_bytes(struct str s)
{
    return (struct db_value){.type = DB_BYTES, .text = s};
}

bool db_query(struct db_rows *out, struct db *db, enum sql sql, struct db_values values, struct err *err)
{
    assert(values.len == (size_t)sql_rows[sql].parameters);
    if (db->behind && sql == SQL_CONTENT_FIND) db = db->behind;
    *out = (struct db_rows){.db = db, .sql = sql};
    return db->engine->query(out, db, sql, values, err);
}

bool db_next(struct db_rows *rows)
{
    return rows->db->engine->next(rows);
}

bool db_end(struct db_rows *rows, struct err *err)
{
    return rows->db->engine->end(rows, err);
}

size_t db_column_count(const struct db_rows *rows)
{
    return rows->db->engine->column_count(rows);
}

enum db_type db_column_type(const struct db_rows *rows, size_t column)
{
    return rows->db->engine->column_type(rows, column);
}

int64_t db_column_int(const struct db_rows *rows, size_t column)
{
    return rows->db->engine->column_int(rows, column);
}

struct str db_column_text(const struct db_rows *rows, size_t column)
{
    return rows->db->engine->column_text(rows, column);
}

bool db_run(struct db *db, enum sql sql, struct db_values values, struct err *err)
{
    struct db_rows rows;
    if (!db_query(&rows, db, sql, values, err)) return false;
    while (db_next(&rows)) continue;
    return db_end(&rows, err);
}

bool db_get_int(int64_t *out, struct db *db, enum sql sql, struct db_values values, struct err *err)
{
    struct db_rows rows;
    *out = 0;
    if (!db_query(&rows, db, sql, values, err)) return false;
    if (db_next(&rows)) *out = db_column_int(&rows, 0);
    return db_end(&rows, err);
}
