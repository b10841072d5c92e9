/* SPDX-License-Identifier: Apache-2.0
 *
 * db_private: what an engine must do. db.c checks the calls and passes them on; the contracts are those of db.h. An
 * engine keeps what it needs behind `struct db`, which is its first field.
 */
#ifndef DB_PRIVATE_H
#define DB_PRIVATE_H
#include "db.h"

struct db_engine {
    enum sql_engine dialect;
    void (*close)(struct db *db);
    bool (*publish)(struct db *db, struct err *err);
    bool (*begin)(struct db *db, enum db_transaction kind, struct err *err);
    bool (*commit)(struct db *db, struct err *err);
    void (*rollback)(struct db *db);
    bool (*script)(struct db *db, const char *script, struct err *err); /* also statements without rows */
    bool (*flush)(struct db *db, struct err *err);  /* send what db_bulk_begin let wait; NULL: nothing waits */
    bool (*notify)(struct db *db, struct err *err); /* NULL: who waits looks himself */
    bool (*wait)(bool *changed, struct db *db, unsigned timeout_ms, struct err *err);
    bool (*words)(struct str *out, struct db *db, struct arena *a, struct str text, struct err *err); /* NULL: as is */
    bool (*query)(struct db_rows *out, struct db *db, enum sql sql, struct db_values values, struct err *err);
    bool (*next)(struct db_rows *rows);
    bool (*end)(struct db_rows *rows, struct err *err);
    size_t (*column_count)(const struct db_rows *rows);
    enum db_type (*column_type)(const struct db_rows *rows, size_t column);
    int64_t (*column_int)(const struct db_rows *rows, size_t column);
    struct str (*column_text)(const struct db_rows *rows, size_t column);
};

struct db {
    const struct db_engine *engine; /* NULL: closed */
    struct str where;               /* without its password */
    struct db *behind;              /* who has the content; NULL: this one */
    bool in_transaction, in_bulk;
    int record_there;           /* db_record_there */
    int64_t last_id[SQL_COUNT]; /* db_next_id; 0: to be asked */
};

/* db_sqlite.c */
[[nodiscard]] bool db_sqlite_open(struct db **out, struct arena *a, struct str where, enum db_mode mode,
                                  unsigned wait_ms, struct err *err);
/* db_postgres.c */
[[nodiscard]] bool db_postgres_open(struct db **out, struct arena *a, struct str where, enum db_mode mode,
                                    unsigned wait_ms, struct err *err);
#endif
