/* SPDX-License-Identifier: Apache-2.0
 *
 * db_postgres_wait: telling others that the record has changed, and being told (NOTIFY, LISTEN). There is one channel a
 * database; the message is the schema that the record is in. The server hands it on after the commit, to all who
 * listen. A standby lets nobody listen; there the head of the journal is asked for some times a second.
 */
#include "db_postgres_private.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

bool postgres_notify(struct db *db, struct err *err)
{
    return postgres_execute(postgres_of(db), "SELECT pg_notify('dieuhanh', current_schema())", err);
}

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Whether one of the messages that came is about this record. */
static bool take(bool *changed, struct db_postgres *s, struct str schema, struct err *err)
{
    PGnotify *n;
    if (s->pq->PQconsumeInput(s->connection) != 1) return postgres_fail(s, NULL, err);
    while ((n = s->pq->PQnotifies(s->connection))) {
        if (str_eq(str_of(n->extra), schema)) *changed = true;
        s->pq->PQfreemem(n);
    }
    return true;
}

/* How many entries the journal has. */
static bool head_of(uint64_t *out, struct db_postgres *s, struct err *err)
{
    PGresult *result = s->pq->PQexec(s->connection, "SELECT COALESCE(max(size), 0) FROM checkpoint");
    if (s->pq->PQresultStatus(result) != PGRES_TUPLES_OK) return postgres_fail(s, result, err);
    bool right = str_to_u64(out, str_of(s->pq->PQgetvalue(result, 0, 0)), INT64_MAX);
    s->pq->PQclear(result);
    return right || fail(err, ERR_RECORD_BROKEN, s->db.where, STR("checkpoint"));
}

static bool look(bool *changed, struct db_postgres *s, int64_t end, struct err *err)
{
    enum { LOOK_EVERY_MS = 50 };
    for (;;) {
        uint64_t head;
        if (!head_of(&head, s, err)) return false;
        *changed = head != s->head;
        s->head = head;
        if (*changed || now_ms() >= end) return true;
        usleep(LOOK_EVERY_MS * 1000);
    }
}

/* LISTEN, and under which name this record is told of. */
static bool listen_once(bool *first, struct db_postgres *s, struct err *err)
{
    *first = !s->listening;
    if (s->listening) return true;
    PGresult *result = s->pq->PQexec(s->connection, "LISTEN dieuhanh; SELECT current_schema()");
    if (s->pq->PQresultStatus(result) != PGRES_TUPLES_OK) {
        (void)postgres_fail(s, result, err);
        if (err->code != ERR_RECORD_READ_ONLY) return false;
        s->looks = s->listening = true;
        return head_of(&s->head, s, err);
    }
    s->schema = str_copy(s->arena, str_of(s->pq->PQgetvalue(result, 0, 0)));
    s->pq->PQclear(result);
    s->listening = true;
    return true;
}

bool postgres_wait(bool *changed, struct db *db, unsigned timeout_ms, struct err *err)
{
    struct db_postgres *s = postgres_of(db);
    int64_t end = now_ms() + timeout_ms;
    *changed = false;
    if (!listen_once(changed, s, err)) return false;
    if (s->looks) return *changed || look(changed, s, end, err);
    for (;;) {
        if (!take(changed, s, s->schema, err)) return false;
        int64_t left = end - now_ms();
        if (*changed || left < 0) return true;
        struct pollfd ready = {.fd = s->pq->PQsocket(s->connection), .events = POLLIN};
        if (poll(&ready, 1, (int)left) < 0 && errno != EINTR)
            return fail(err, ERR_RECORD_GONE, db->where, str_of(strerror(errno)));
    }
}
