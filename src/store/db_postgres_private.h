/* SPDX-License-Identifier: Apache-2.0
 *
 * db_postgres_private: what the files of the engine for PostgreSQL share.
 */
#ifndef DB_POSTGRES_PRIVATE_H
#define DB_POSTGRES_PRIVATE_H
#include "buf.h"
#include "db_private.h"
#include "db_sqlite_words.h"
#include "pq.h"

/* A statement: asked, with rows at hand, or with rows waiting to be sent. */
struct asked {
    int times; /* it was asked, up to the time when it is prepared */
    bool prepared;
    bool busy;        /* its rows are not ended */
    bool cursor;      /* they come in portions */
    PGresult *rows;   /* the portion at hand */
    int row, portion; /* the next row in it; how many rows the next portion asks for */
    struct buf bulk;  /* rows in the form of COPY */
};

struct db_postgres {
    struct db db;
    struct arena *arena; /* as long as the connection */
    struct str address;  /* with its password */
    const struct pq *pq;
    PGconn *connection;
    enum db_mode mode;
    struct word_cutter *cutter; /* NULL: not asked for yet */
    struct str schema;          /* of the record, when it is listened to or to be made */
    const char *make_schema;    /* what makes it; NULL: it is there */
    struct str schema_wish;     /* what an administrator says to make it for us */
    bool listening, looks;      /* looks: at the head of the journal, for on a standby nobody may listen */
    uint64_t head;
    size_t waiting; /* bytes in asked[].bulk */
    struct asked asked[SQL_COUNT];
};

static inline struct db_postgres *postgres_of(struct db *db)
{
    return (struct db_postgres *)(void *)db;
}

/* Tell what went wrong, by the result of it (NULL: there was none), and clear the result. */
bool postgres_fail(struct db_postgres *s, PGresult *result, struct err *err);
/* A statement without parameters and without rows that anybody wants. */
[[nodiscard]] bool postgres_execute(struct db_postgres *s, const char *text, struct err *err);

/* db_postgres_rows.c */
bool postgres_query(struct db_rows *out, struct db *db, enum sql sql, struct db_values values, struct err *err);
bool postgres_next(struct db_rows *rows);
bool postgres_end(struct db_rows *rows, struct err *err);
size_t postgres_column_count(const struct db_rows *rows);
enum db_type postgres_column_type(const struct db_rows *rows, size_t column);
int64_t postgres_column_int(const struct db_rows *rows, size_t column);
struct str postgres_column_text(const struct db_rows *rows, size_t column);
bool postgres_flush(struct db *db, struct err *err);
void postgres_forget_rows(struct db_postgres *s); /* of all statements: when a transaction is no more */

/* db_postgres_wait.c */
bool postgres_notify(struct db *db, struct err *err);
bool postgres_wait(bool *changed, struct db *db, unsigned timeout_ms, struct err *err);
#endif
