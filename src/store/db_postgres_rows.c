/* SPDX-License-Identifier: Apache-2.0
 *
 * db_postgres_rows: asking PostgreSQL and taking its rows (db_postgres.c). Values go and come in binary, so a text of a
 * megabyte is not written out digit by digit, and what comes back has the bytes that went.
 *
 *   - A statement that is asked again and again is prepared and kept; most are asked once or twice, and preparing is a
 *     journey of its own to the server.
 *   - libpq hands over all rows at once. A statement that can have very many (sql/: «rows:») is therefore asked with a
 *     cursor when there is a transaction for it to live in, and comes in portions of about a megabyte.
 *   - In bulk (db_bulk_begin) a row that is inserted as it comes is put into the buffer of its statement in the form of
 *     COPY. Before anything else is asked all buffers are sent, in the order in which the statements stand in sql/: a
 *     table that refers to another stands after it.
 */
#include "db_postgres_private.h"

#include <assert.h>
#include <endian.h>

enum {
    PARAMETERS_MOST = 64,
    TIMES_UNPREPARED = 2,
    PORTION_BYTES = 1 << 20,
    PORTION_MOST = 4096,
    BULK_BYTES = 4 << 20, /* sent when there are so many */
    OID_BOOL = 16,        /* pg_type.dat */
    OID_BYTEA = 17,
    OID_INT8 = 20,
    OID_TEXT = 25
};

static struct asked *asked_of(const struct db_rows *rows)
{
    return rows->cursor;
}

/* --- rows that wait --- */

static void put_u16(struct buf *b, uint16_t n)
{
    n = htobe16(n);
    buf_put(b, (struct str){(const char *)&n, sizeof n});
}

static void put_u32(struct buf *b, uint32_t n)
{
    n = htobe32(n);
    buf_put(b, (struct str){(const char *)&n, sizeof n});
}

static void put_value(struct buf *b, const struct db_value *v)
{
    uint64_t n = htobe64((uint64_t)v->number);
    switch (v->type) {
    case DB_NULL: put_u32(b, UINT32_MAX); return;
    case DB_INT:
        put_u32(b, sizeof n);
        buf_put(b, (struct str){(const char *)&n, sizeof n});
        return;
    case DB_TEXT:
    case DB_BYTES:
        put_u32(b, (uint32_t)v->text.len);
        buf_put(b, v->text);
        return;
    }
}

static void put_row(struct db_postgres *s, struct buf *b, struct db_values values)
{
    size_t before = b->len;
    if (!b->limit) *b = buf_make(SIZE_MAX); /* the first time; later its memory is used again */
    if (!b->len) {
        buf_put(b, (struct str){"PGCOPY\n\377\r\n\0", 11});
        put_u32(b, 0);
        put_u32(b, 0);
    }
    put_u16(b, (uint16_t)values.len);
    for (size_t i = 0; i < values.len; i++) put_value(b, &values.at[i]);
    s->waiting += b->len - before;
}

static bool send_rows(struct db_postgres *s, struct buf *b, const char *copy, struct err *err)
{
    const struct pq *pq = s->pq;
    PGresult *result = pq->PQexec(s->connection, copy);
    if (pq->PQresultStatus(result) != PGRES_COPY_IN) return postgres_fail(s, result, err);
    pq->PQclear(result);
    put_u16(b, UINT16_MAX);
    bool ok = true;
    for (struct str rest = buf_str(b); ok && rest.len;) {
        struct str piece = str_part(rest, 0, PORTION_BYTES);
        ok = pq->PQputCopyData(s->connection, piece.ptr, (int)piece.len) == 1;
        rest = str_from(rest, piece.len);
    }
    ok = ok && pq->PQputCopyEnd(s->connection, NULL) == 1;
    if (!ok) return postgres_fail(s, NULL, err);
    while ((result = pq->PQgetResult(s->connection))) {
        if (ok && pq->PQresultStatus(result) != PGRES_COMMAND_OK)
            ok = postgres_fail(s, result, err);
        else
            pq->PQclear(result);
    }
    return ok;
}

bool postgres_flush(struct db *db, struct err *err)
{
    struct db_postgres *s = postgres_of(db);
    bool ok = true;
    if (!s->waiting) return true;
    for (int i = 0; i < SQL_COUNT; i++) {
        struct buf *b = &s->asked[i].bulk;
        if (!b->len) continue;
        ok = ok && send_rows(s, b, sql_rows[i].copy, err);
        buf_clear(b);
    }
    s->waiting = 0;
    return ok;
}

/* --- asking --- */

struct parameters {
    const char *values[PARAMETERS_MOST];
    int lengths[PARAMETERS_MOST], formats[PARAMETERS_MOST];
    uint64_t numbers[PARAMETERS_MOST];
};

static bool fill(struct parameters *p, struct db_values values)
{
    assert(values.len <= PARAMETERS_MOST);
    for (size_t i = 0; i < values.len; i++) {
        const struct db_value *v = &values.at[i];
        p->formats[i] = 1;
        if (v->type == DB_NULL) {
            p->values[i] = NULL;
            p->lengths[i] = 0;
        } else if (v->type == DB_INT) {
            p->numbers[i] = htobe64((uint64_t)v->number);
            p->values[i] = (const char *)&p->numbers[i];
            p->lengths[i] = sizeof p->numbers[i];
        } else {
            if (v->text.len > INT32_MAX / 2) return false;
            p->values[i] = v->text.len ? v->text.ptr : "";
            p->lengths[i] = (int)v->text.len;
        }
    }
    return true;
}

static PGresult *ask(struct db_postgres *s, enum sql sql, const struct parameters *p, int count)
{
    struct asked *q = &s->asked[sql];
    if (q->times < TIMES_UNPREPARED) {
        q->times++;
        return s->pq->PQexecParams(s->connection, sql_rows[sql].text[SQL_POSTGRES], count, NULL, p->values, p->lengths,
                                   p->formats, 1);
    }
    if (!q->prepared) {
        PGresult *result = s->pq->PQprepare(s->connection, sql_rows[sql].name, sql_rows[sql].text[SQL_POSTGRES], 0,
                                            NULL);
        if (s->pq->PQresultStatus(result) != PGRES_COMMAND_OK) return result;
        s->pq->PQclear(result);
        q->prepared = true;
    }
    return s->pq->PQexecPrepared(s->connection, sql_rows[sql].name, count, p->values, p->lengths, p->formats, 1);
}

static PGresult *declare(struct db_postgres *s, enum sql sql, const struct parameters *p, int count)
{
    struct buf text = buf_make(SIZE_MAX);
    buf_format(&text, "DECLARE rows_%s NO SCROLL CURSOR FOR %s", sql_rows[sql].name, sql_rows[sql].text[SQL_POSTGRES]);
    buf_char(&text, 0);
    PGresult *result = s->pq->PQexecParams(s->connection, text.ptr, count, NULL, p->values, p->lengths, p->formats, 1);
    buf_free(&text);
    return result;
}

bool postgres_query(struct db_rows *out, struct db *db, enum sql sql, struct db_values values, struct err *err)
{
    struct db_postgres *s = postgres_of(db);
    struct asked *q = &s->asked[sql];
    struct parameters p;
    assert(!q->busy);
    out->cursor = q;
    if (db->in_bulk && sql_rows[sql].copy) {
        put_row(s, &q->bulk, values);
        q->busy = true;
        return s->waiting < BULK_BYTES || postgres_flush(db, err);
    }
    if (!postgres_flush(db, err)) return false;
    if (!fill(&p, values)) return fail(err, ERR_RECORD_TOO_BIG, db->where);
    q->cursor = sql_rows[sql].many && db->in_transaction;
    PGresult *result = (q->cursor ? declare : ask)(s, sql, &p, (int)values.len);
    ExecStatusType status = s->pq->PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return postgres_fail(s, result, err);
    q->rows = result;
    q->row = -1;
    q->portion = 16;
    q->busy = true;
    return true;
}

/* The next portion; its size follows from how big the rows were. */
static bool fetch(struct db_postgres *s, struct asked *q, enum sql sql)
{
    char text[128];
    if (s->pq->PQntuples(q->rows)) {
        size_t row = s->pq->PQresultMemorySize(q->rows) / (size_t)s->pq->PQntuples(q->rows) + 1;
        size_t more = PORTION_BYTES / row + 1;
        q->portion = more > PORTION_MOST ? PORTION_MOST : (int)more;
    }
    s->pq->PQclear(q->rows);
    snprintf(text, sizeof text, "FETCH FORWARD %d FROM rows_%s", q->portion, sql_rows[sql].name);
    q->rows = s->pq->PQexecParams(s->connection, text, 0, NULL, NULL, NULL, NULL, 1);
    q->row = 0;
    return s->pq->PQresultStatus(q->rows) == PGRES_TUPLES_OK;
}

bool postgres_next(struct db_rows *rows)
{
    struct asked *q = asked_of(rows);
    struct db_postgres *s = postgres_of(rows->db);
    if (!q->rows || rows->failed) return false;
    if (++q->row < s->pq->PQntuples(q->rows)) return true;
    if (!q->cursor) return false;
    if (!fetch(s, q, rows->sql)) {
        rows->failed = 1;
        return false;
    }
    return s->pq->PQntuples(q->rows) > 0;
}

bool postgres_end(struct db_rows *rows, struct err *err)
{
    struct db_postgres *s = postgres_of(rows->db);
    struct asked *q = asked_of(rows);
    char text[128];
    bool ok = true;
    if (rows->failed) {
        ok = postgres_fail(s, q->rows, err);
    } else {
        s->pq->PQclear(q->rows);
        snprintf(text, sizeof text, "CLOSE rows_%s", sql_rows[rows->sql].name);
        if (q->cursor && q->busy && rows->db->in_transaction) ok = postgres_execute(s, text, err);
    }
    q->rows = NULL;
    q->busy = q->cursor = false;
    rows->cursor = NULL;
    return ok;
}

void postgres_forget_rows(struct db_postgres *s)
{
    for (int i = 0; i < SQL_COUNT; i++) {
        struct asked *q = &s->asked[i];
        s->pq->PQclear(q->rows);
        q->rows = NULL;
        q->busy = q->cursor = false;
        buf_free(&q->bulk);
    }
    s->waiting = 0;
}

/* --- columns --- */

size_t postgres_column_count(const struct db_rows *rows)
{
    return (size_t)postgres_of(rows->db)->pq->PQnfields(asked_of(rows)->rows);
}

enum db_type postgres_column_type(const struct db_rows *rows, size_t column)
{
    const struct pq *pq = postgres_of(rows->db)->pq;
    struct asked *q = asked_of(rows);
    if (pq->PQgetisnull(q->rows, q->row, (int)column)) return DB_NULL;
    switch (pq->PQftype(q->rows, (int)column)) {
    case OID_BOOL:
    case OID_INT8: return DB_INT;
    case OID_BYTEA: return DB_BYTES;
    default: return DB_TEXT;
    }
}

int64_t postgres_column_int(const struct db_rows *rows, size_t column)
{
    const struct pq *pq = postgres_of(rows->db)->pq;
    struct asked *q = asked_of(rows);
    const char *value = pq->PQgetvalue(q->rows, q->row, (int)column);
    uint64_t n;
    if (pq->PQgetisnull(q->rows, q->row, (int)column)) return 0;
    if (pq->PQftype(q->rows, (int)column) == OID_BOOL) return *value != 0;
    assert(pq->PQftype(q->rows, (int)column) == OID_INT8);
    memcpy(&n, value, sizeof n);
    return (int64_t)be64toh(n);
}

struct str postgres_column_text(const struct db_rows *rows, size_t column)
{
    const struct pq *pq = postgres_of(rows->db)->pq;
    struct asked *q = asked_of(rows);
    if (pq->PQgetisnull(q->rows, q->row, (int)column)) return STR("");
    return (struct str){pq->PQgetvalue(q->rows, q->row, (int)column),
                        (size_t)pq->PQgetlength(q->rows, q->row, (int)column)};
}
