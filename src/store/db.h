/* SPDX-License-Identifier: Apache-2.0
 *
 * db: the database under the record, whatever engine it is. Behind it stands one struct of functions (db_private.h),
 * which db_sqlite.c fills for a record in a file and db_postgres.c for one on a server. Statements are named (enum sql,
 * made from sql/ by tools/sql_compile.c) and never built from pieces; values are typed and bound.
 *
 *     struct db_rows rows;
 *     if (!db_query(&rows, db, SQL_DOCUMENT_FIND, DB_VALUES(db_text(sha256)), err)) return false;
 *     while (db_next(&rows)) id = db_column_int(&rows, 0);
 *     if (!db_end(&rows, err)) return false;
 *
 * A db belongs to one thread at a time. The errors that every function may give, with the path as first argument:
 * ERR_RECORD_LOCKED (another program writes and did not finish within the time to wait), ERR_RECORD_FULL (disk),
 * ERR_RECORD_READ_ONLY, ERR_RECORD_IO, ERR_RECORD_BROKEN (damaged file, or rows that break a rule of the schema),
 * ERR_RECORD_OPEN; on a server also ERR_RECORD_SERVER (it cannot be reached or says no), ERR_RECORD_GONE (it went away
 * in the middle: nothing is half done), ERR_RECORD_UNKNOWN (it went away while a commit was under way). After an error
 * inside a transaction nothing but db_rollback, or db_restore, may follow.
 */
#ifndef DB_H
#define DB_H
#include "arena.h"
#include "err.h"
#include "sql.h" /* generated from sql/ */

struct db;

enum db_mode {
    DB_READ,   /* a record that is there; nothing is written, also not beside it */
    DB_WRITE,  /* a record that is there */
    DB_CREATE, /* a new one; it gets its name by db_publish, and without that is gone when it is closed */
    DB_SCRATCH /* a nameless one that goes when it is closed; `where` is not used */
};

/* `where` is the path of a file, or the address of a server: postgresql://... as libpq takes it, several hosts and
 * target_session_attrs included; to write, a server that can be written is looked for when the address does not say
 * otherwise. A new record on a server wants a schema (the first of search_path) that holds nothing yet; one that is not
 * there is made with the record. ERR_RECORD_SCHEMA_RIGHT (from db_begin): this user may not make it.
 *
 * Open. Closed when the arena is closed, or by db_close. wait_ms: how long to wait for another writer. Nothing is asked
 * of the contents: see schema.h. Errors also: ERR_RECORD_MISSING, ERR_RECORD_NOT (no database at all),
 * ERR_RECORD_EXISTS, ERR_RECORD_OCCUPIED. */
[[nodiscard]] bool db_open(struct db **out, struct arena *a, struct str where, enum db_mode mode, unsigned wait_ms,
                           struct err *err);
int db_record_there(const struct db *db); /* what opening has seen by SQL_RECORD_IS_THERE; 0: nobody looked */
void db_close(struct db *db);             /* a second time does nothing */
/* Give a created record its name, whole or not at all, and close it. Errors: ERR_RECORD_EXISTS when the name was taken
 * meanwhile; nothing is ever replaced. */
[[nodiscard]] bool db_publish(struct db *db, struct err *err);
struct str db_where(const struct db *db); /* as it was opened, without its password: for messages */

bool db_is_address(struct str where);                   /* of a server; else a path */
struct str db_shown(struct arena *a, struct str where); /* without its password: the only way to print it */

/* A record that was made from the beginning of the journal of `behind` (known.h): it has no content of its own, what is
 * asked for is read from there. `behind` must stay open as long. */
void db_content_from(struct db *db, struct db *behind);
bool db_is_earlier(const struct db *db); /* such a record; its checkpoint may be without a signature */

enum db_transaction { DB_TRANSACTION_READ, DB_TRANSACTION_WRITE };

/* All reads until the end see one state. A WRITE is alone among writers from here on, and what it wrote is on the disk
 * when db_commit is true. */
[[nodiscard]] bool db_begin(struct db *db, enum db_transaction kind, struct err *err);
[[nodiscard]] bool db_commit(struct db *db, struct err *err); /* false: rolled back */
void db_rollback(struct db *db);                              /* not in a transaction: does nothing */
/* Commit when ok, else roll back and give false, with *err as it stands: the last line of a change. */
[[nodiscard]] bool db_finish(struct db *db, bool ok, struct err *err);

/* Inside a transaction: a place to come back to, and coming back to it, also after an error. */
[[nodiscard]] bool db_savepoint(struct db *db, struct err *err);
[[nodiscard]] bool db_restore(struct db *db, struct err *err);

/* A script of the schema. */
[[nodiscard]] bool db_script(struct db *db, const struct sql_script *script, struct err *err);

enum db_type { DB_NULL, DB_INT, DB_TEXT, DB_BYTES };

struct db_value {
    enum db_type type;
    int64_t number;
    struct str text; /* TEXT, BYTES: borrowed until the rows are ended */
};

struct db_values {
    const struct db_value *at;
    size_t len;
};

struct db_value db_null(void);
struct db_value db_int(int64_t n);
struct db_value db_text(struct str s); /* valid UTF-8 */
struct db_value db_bytes(struct str s);
#define DB_VALUES(...)                                                                                                 \
    ((struct db_values){(const struct db_value[]){__VA_ARGS__},                                                        \
                        sizeof((const struct db_value[]){__VA_ARGS__}) / sizeof(struct db_value)})
#define DB_NO_VALUES ((struct db_values){0})

struct db_rows {
    struct db *db;
    enum sql sql;
    void *cursor; /* of the engine; NULL when ended */
    int failed;   /* the engine's own code of what went wrong in db_next; 0: nothing */
};

/* Ask. One statement is not asked again before its rows are ended. The values live until db_end. */
[[nodiscard]] bool db_query(struct db_rows *out, struct db *db, enum sql sql, struct db_values values, struct err *err);
bool db_next(struct db_rows *rows); /* false at the end, and after a failure that db_end tells */
[[nodiscard]] bool db_end(struct db_rows *rows, struct err *err);

/* The row that db_next came to. Columns count from 0; a column of another type is a bug, NULL reads as 0 and "". Text
 * and bytes are borrowed until the next db_next or db_end. */
size_t db_column_count(const struct db_rows *rows);
enum db_type db_column_type(const struct db_rows *rows, size_t column);
int64_t db_column_int(const struct db_rows *rows, size_t column);
struct str db_column_text(const struct db_rows *rows, size_t column); /* also bytes */

/* A statement that gives no rows. */
[[nodiscard]] bool db_run(struct db *db, enum sql sql, struct db_values values, struct err *err);
/* The first column of the first row; 0 when there is no row. */
[[nodiscard]] bool db_get_int(int64_t *out, struct db *db, enum sql sql, struct db_values values, struct err *err);

/* Between the two, rows that are inserted as they come may wait in memory and go to the server together (COPY), before
 * anything else is asked of it; what is wrong with them is told then. A file is written as ever. Inside a write
 * transaction, which ends it too. */
void db_bulk_begin(struct db *db);
[[nodiscard]] bool db_bulk_end(struct db *db, struct err *err);
/* The id after the greatest that `last` gives. Asked once in a write transaction and then counted on, so `last` must be
 * of a table that only grows, and every id that is given must be used. */
[[nodiscard]] bool db_next_id(int64_t *out, struct db *db, enum sql last, struct err *err);

/* Tell who waits that the record has changed: when the transaction is committed, and only then. */
[[nodiscard]] bool db_notify(struct db *db, struct err *err);
/* Wait, outside of transactions, until another program has changed the record or the time is over. The first call of a
 * db says that it has changed: what is read after that call misses nothing. A file is looked at a hundred times a
 * second, a server says it itself. */
[[nodiscard]] bool db_wait(bool *changed, struct db *db, unsigned timeout_ms, struct err *err);

/* The words of a folded text as the index of this engine is given them: as they are where the engine cuts them itself,
 * else cut in the same way, with one blank between two. */
[[nodiscard]] bool db_words(struct str *out, struct db *db, struct arena *a, struct str text, struct err *err);
#endif
