/* SPDX-License-Identifier: Apache-2.0
 *
 * db_postgres: the record in one schema of a PostgreSQL database (db_private.h), by libpq.
 *
 *   - A write transaction begins by locking the journal against other writers, so it is alone as with SQLite, and two
 *     meet at the beginning, where waiting is safe. Readers see one state (REPEATABLE READ) and never wait for a
 *     writer.
 *   - Whoever makes the tables anew (rebuild) locks `migration` against everybody, and a read transaction begins by
 *     locking it with all other readers: a table that is dropped and made again would look empty to a reader whose
 *     state is older.
 *   - A new record is made and committed in one transaction, and its schema with it when it is not there, so publishing
 *     is nothing more.
 *   - What the server says is told by its five-letter codes (PostgreSQL, Appendix A), not by its words.
 *   - When the connection breaks, the server rolls back. Only while COMMIT is under way nobody can know, and that has
 *     an error of its own.
 *
 * The password of an address is never in db.where, and messages of others are cleaned of it (db_address.h).
 */
#include "db_postgres_private.h"

#include "db_address.h"

#include <assert.h>
#include <stdlib.h>

enum { VERSION_LEAST = 140000 };

/* --- what went wrong --- */

static const struct {
    const char *begins; /* of the code */
    enum err_code code;
} failures[] = {
    {"55P03", ERR_RECORD_LOCKED},    /* lock_not_available */
    {"40", ERR_RECORD_LOCKED},       /* serialization, deadlock */
    {"53100", ERR_RECORD_FULL},      /* disk_full */
    {"53", ERR_RECORD_SERVER},       /* out of memory, too many connections */
    {"25006", ERR_RECORD_READ_ONLY}, /* read_only_sql_transaction */
    {"42501", ERR_RECORD_READ_ONLY}, /* insufficient_privilege */
    {"3F", ERR_RECORD_SCHEMA},       /* invalid_schema_name */
    {"23", ERR_RECORD_BROKEN},       /* integrity constraints */
    {"42P01", ERR_RECORD_BROKEN},    /* undefined_table */
    {"42703", ERR_RECORD_BROKEN},    /* undefined_column */
    {"42883", ERR_RECORD_BROKEN},    /* undefined_function: tables of an older program */
    {"42P07", ERR_RECORD_EXISTS},    /* duplicate_table: two programs make one record */
    {"42710", ERR_RECORD_EXISTS},    /* duplicate_object */
    {"42P06", ERR_RECORD_EXISTS},    /* duplicate_schema */
    {"XX001", ERR_RECORD_BROKEN},    /* data_corrupted */
    {"XX002", ERR_RECORD_BROKEN},    /* index_corrupted */
    {"54", ERR_RECORD_TOO_BIG},      /* program_limit_exceeded */
    {"58", ERR_RECORD_IO},           /* system_error */
    {"57P", ERR_RECORD_GONE},        /* admin_shutdown, crash_shutdown, cannot_connect_now */
    {"57014", ERR_RECORD_LOCKED},    /* query_canceled: a limit on its time */
    {"08", ERR_RECORD_GONE},         /* connection_exception */
};

/* One line, without password. */
static struct str words_of(struct db_postgres *s, const char *message)
{
    struct str text = str_trim(db_address_clean(s->arena, s->address, str_of(message)));
    char *line = str_copy_z(s->arena, text);
    for (size_t i = 0; i < text.len; i++)
        if (line[i] == '\n' || line[i] == '\t') line[i] = ' ';
    return (struct str){line, text.len};
}

bool postgres_fail(struct db_postgres *s, PGresult *result, struct err *err)
{
    const struct pq *pq = s->pq;
    const char *state = result ? pq->PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    const char *message = result ? pq->PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
    struct str where = s->db.where, why = words_of(s, message ? message : pq->PQerrorMessage(s->connection));
    enum err_code code = ERR_INTERNAL;
    for (size_t i = 0; state && i < sizeof failures / sizeof *failures; i++) {
        if (!str_starts(str_of(state), str_of(failures[i].begins))) continue;
        code = failures[i].code;
        break;
    }
    /* unique_violation in the lists of the server: two make one record at the same time. */
    if (state && str_eq(str_of(state), STR("23505")) && s->mode == DB_CREATE) code = ERR_RECORD_EXISTS;
    if (state && str_eq(str_of(state), STR("42501")) && s->mode == DB_CREATE) code = ERR_RECORD_CREATE_RIGHT;
    if (pq->PQstatus(s->connection) != CONNECTION_OK) code = ERR_RECORD_GONE;
    pq->PQclear(result);
    return code == ERR_INTERNAL ? fail(err, code, why) : fail(err, code, where, why);
}

bool postgres_execute(struct db_postgres *s, const char *text, struct err *err)
{
    PGresult *result = s->pq->PQexec(s->connection, text);
    ExecStatusType status = s->pq->PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return postgres_fail(s, result, err);
    s->pq->PQclear(result);
    return true;
}

/* --- transactions --- */

static void postgres_close(struct db *db)
{
    struct db_postgres *s = postgres_of(db);
    postgres_forget_rows(s);
    s->pq->PQfinish(s->connection);
    s->connection = NULL;
    arena_close(s->arena);
    s->arena = NULL;
}

static bool postgres_publish(struct db *db, struct err *err)
{
    (void)err;
    postgres_close(db);
    return true;
}

/* Inside of the transaction that makes the record, so that it goes with it. */
static bool make_schema(struct db_postgres *s, struct err *err)
{
    if (!s->make_schema) return true;
    if (postgres_execute(s, s->make_schema, err)) return true;
    if (err->code != ERR_RECORD_CREATE_RIGHT) return false;
    return fail(err, ERR_RECORD_SCHEMA_RIGHT, s->db.where, s->schema, s->schema_wish);
}

static bool postgres_begin(struct db *db, enum db_transaction kind, struct err *err)
{
    struct db_postgres *s = postgres_of(db);
    const char
        *text = kind == DB_TRANSACTION_READ
                    ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; LOCK TABLE migration IN ACCESS SHARE MODE"
                    : "BEGIN ISOLATION LEVEL READ COMMITTED; LOCK TABLE journal IN EXCLUSIVE MODE";
    if (postgres_execute(s, s->mode == DB_CREATE ? "BEGIN" : text, err) && make_schema(s, err)) return true;
    s->pq->PQclear(s->pq->PQexec(s->connection, "ROLLBACK"));
    return false;
}

static bool postgres_commit(struct db *db, struct err *err)
{
    struct db_postgres *s = postgres_of(db);
    PGresult *result = s->pq->PQexec(s->connection, "COMMIT");
    if (s->pq->PQresultStatus(result) != PGRES_COMMAND_OK) {
        bool lost = s->pq->PQstatus(s->connection) != CONNECTION_OK;
        (void)postgres_fail(s, result, err);
        if (lost) err->code = ERR_RECORD_UNKNOWN; /* with the same words */
        return false;
    }
    /* COMMIT of a transaction in which something failed rolls back, and says only so. */
    bool done = str_eq(str_of(s->pq->PQcmdStatus(result)), STR("COMMIT"));
    s->pq->PQclear(result);
    return done || fail(err, ERR_INTERNAL, STR("COMMIT"));
}

static void postgres_rollback(struct db *db)
{
    struct db_postgres *s = postgres_of(db);
    postgres_forget_rows(s);
    s->pq->PQclear(s->pq->PQexec(s->connection, "ROLLBACK")); /* a connection that broke has done it */
}

static bool postgres_script(struct db *db, const char *script, struct err *err)
{
    struct db_postgres *s = postgres_of(db);
    if (str_starts(str_of(script), STR("ROLLBACK")))
        postgres_forget_rows(s); /* what waits is taken back with the rest */
    if (str_starts(str_of(script), STR("DROP")) && s->mode != DB_CREATE &&
        !postgres_execute(s, "LOCK TABLE migration IN ACCESS EXCLUSIVE MODE", err))
        return false;
    return postgres_execute(s, script, err);
}

static bool postgres_words(struct str *out, struct db *db, struct arena *a, struct str text, struct err *err)
{
    struct db_postgres *s = postgres_of(db);
    if (!s->cutter && !word_cutter_open(&s->cutter, s->arena, err)) return false;
    *out = word_cutter_words(s->cutter, a, text);
    return true;
}

static const struct db_engine postgres_engine = {
    .dialect = SQL_POSTGRES,
    .close = postgres_close,
    .publish = postgres_publish,
    .begin = postgres_begin,
    .commit = postgres_commit,
    .rollback = postgres_rollback,
    .script = postgres_script,
    .flush = postgres_flush,
    .notify = postgres_notify,
    .wait = postgres_wait,
    .words = postgres_words,
    .query = postgres_query,
    .next = postgres_next,
    .end = postgres_end,
    .column_count = postgres_column_count,
    .column_type = postgres_column_type,
    .column_int = postgres_column_int,
    .column_text = postgres_column_text,
};

/* --- opening --- */

static void say_nothing(void *self, const char *message)
{
    (void)self;
    (void)message;
}

/* What the address itself says wrongly; *has_target: it says which of several servers is wanted. */
static bool look(struct db_postgres *s, bool *has_target, struct err *err)
{
    char *why = NULL;
    PQconninfoOption *options = s->pq->PQconninfoParse(str_copy_z(s->arena, s->address), &why);
    if (!options) {
        struct str reason = words_of(s, why ? why : "?");
        (void)fail(err, ERR_RECORD_ADDRESS, s->db.where, reason);
        s->pq->PQfreemem(why);
        return false;
    }
    *has_target = false;
    for (const PQconninfoOption *o = options; o->keyword; o++)
        if (o->val && str_eq(str_of(o->keyword), STR("target_session_attrs"))) *has_target = true;
    s->pq->PQconninfoFree(options);
    return true;
}

/* What the address does not say is as here; the environment of libpq (PGHOST, PGPASSFILE, ...) holds as ever. A server
 * that does not answer is given up after seconds, and one that went away without a word is noticed. */
static bool connect_to(struct db_postgres *s, struct err *err)
{
    bool has_target;
    if (!look(s, &has_target, err)) return false;
    const char *target = s->mode == DB_READ || has_target ? NULL : "read-write";
    const char *const keys[] = {"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                                "keepalives_count", "application_name", "target_session_attrs",
                                "dbname",           "client_encoding",  NULL};
    const char *const values[] = {"10",   "10", "5", "3", "dieuhanh", target, str_copy_z(s->arena, s->address),
                                  "UTF8", NULL};
    s->connection = s->pq->PQconnectdbParams(keys, values, 1);
    if (!s->connection) abort(); /* no memory */
    s->pq->PQsetNoticeProcessor(s->connection, say_nothing, NULL);
    if (s->pq->PQstatus(s->connection) != CONNECTION_OK)
        return fail(err, ERR_RECORD_SERVER, s->db.where, words_of(s, s->pq->PQerrorMessage(s->connection)));
    if (s->pq->PQserverVersion(s->connection) < VERSION_LEAST)
        return fail(err, ERR_RECORD_SERVER, s->db.where, STR("PostgreSQL < 14"));
    const char *encoding = s->pq->PQparameterStatus(s->connection, "server_encoding");
    if (!str_eq(str_of(encoding), STR("UTF8")))
        return fail(err, ERR_RECORD_SERVER, s->db.where, STR("server_encoding is not UTF8"));
    return true;
}

/* The schema of the record and no other: a name that it has not yet must not be found in the next of the path, where
 * another record may be, whose tables the scripts would drop. */
#define KEEP_TO_SCHEMA                                                                                                 \
    "SELECT set_config('search_path', quote_ident(current_schema()), false) WHERE current_schema() IS NOT NULL"

/* A commit that was reported is on the disk, whatever the server has as its custom. How long to wait is ours to say,
 * unless the address does (options=-clock_timeout%3D...). Plans are made once: with figures in parts making them is
 * dear. All in one message: each is a journey to the server. */
static bool set_up(struct db_postgres *s, unsigned wait_ms, struct err *err)
{
    char text[800];
    snprintf(
        text, sizeof text,
        "SET client_min_messages = error; SET jit = off; SET plan_cache_mode = force_generic_plan; "
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'; "
        "SELECT set_config('lock_timeout', '%u', false) WHERE current_setting('lock_timeout') = '0'%s%s",
        wait_ms ? wait_ms : 1, s->mode == DB_CREATE ? "" : "; " KEEP_TO_SCHEMA,
        s->mode == DB_READ ? "; SET default_transaction_read_only = on" : "");
    return postgres_execute(s, text, err);
}

/* The first name of search_path is where a record would be. When nothing of that name is there, what makes it, and what
 * an administrator would say; a path that begins with "$user" names nothing of its own. */
static bool look_for_schema(struct db_postgres *s, struct err *err)
{
    static const char text[] =
        "SELECT n, format('CREATE SCHEMA %I; SET LOCAL search_path = %I', n, n), format('CREATE SCHEMA %I "
        "AUTHORIZATION %I', n, current_user) FROM "
        "(SELECT CASE WHEN left(e, 1) = '\"' THEN "
        "replace(substring(e, 2, length(e) - 2), '\"\"', '\"') ELSE lower(e) END AS n FROM (SELECT "
        "substring(current_setting('search_path') FROM '^\\s*(\"(?:[^\"]|\"\")*\"|[^,\\s]+)') AS e) AS first) AS name "
        "WHERE n <> '$user' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = n)";
    PGresult *result = s->pq->PQexec(s->connection, text);
    if (s->pq->PQresultStatus(result) != PGRES_TUPLES_OK) return postgres_fail(s, result, err);
    if (s->pq->PQntuples(result)) {
        s->schema = str_copy(s->arena, str_of(s->pq->PQgetvalue(result, 0, 0)));
        s->make_schema = str_copy_z(s->arena, str_of(s->pq->PQgetvalue(result, 0, 1)));
        s->schema_wish = str_copy(s->arena, str_of(s->pq->PQgetvalue(result, 0, 2)));
    }
    s->pq->PQclear(result);
    return true;
}

/* Whether what is there is what this way of opening wants. */
static bool look_inside(struct db_postgres *s, struct err *err)
{
    int64_t there, empty;
    if (s->mode == DB_CREATE && !look_for_schema(s, err)) return false;
    if (s->make_schema) return true;
    if (s->mode == DB_CREATE && !postgres_execute(s, KEEP_TO_SCHEMA, err)) return false;
    if (!db_get_int(&there, &s->db, SQL_RECORD_IS_THERE, DB_NO_VALUES, err)) return false;
    s->db.record_there = (int)there;
    if (s->mode != DB_CREATE) return there || fail(err, ERR_RECORD_MISSING, s->db.where);
    if (there) return fail(err, ERR_RECORD_EXISTS, s->db.where);
    if (!db_get_int(&empty, &s->db, SQL_RECORD_IS_EMPTY, DB_NO_VALUES, err)) return false;
    return empty || fail(err, ERR_RECORD_OCCUPIED, s->db.where);
}

bool db_postgres_open(struct db **out, struct arena *a, struct str where, enum db_mode mode, unsigned wait_ms,
                      struct err *err)
{
    struct db_postgres *s = arena_new(a, struct db_postgres);
    s->db = (struct db){.engine = &postgres_engine, .where = db_shown(a, where)};
    s->mode = mode;
    *out = &s->db;
    if (!pq_load(&s->pq, err)) return false;
    s->arena = arena_make(SIZE_MAX);
    s->address = str_copy(s->arena, where);
    if (connect_to(s, err) && set_up(s, wait_ms, err) && look_inside(s, err)) return true;
    postgres_close(&s->db);
    return false;
}
