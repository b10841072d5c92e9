/* SPDX-License-Identifier: Apache-2.0
 *
 * db_sqlite: the record in one SQLite file (db_private.h).
 *
 *   - WAL with synchronous=FULL: readers never wait for the writer, and a commit that was reported is on the disk.
 *   - Pages of 8 KB: rows of matters and figures are long and come by the hundred thousand, and every page costs a
 *     header, a checksum and two writes; an empty record is 1 MB. Files with other pages are read as they are.
 *   - A write transaction begins with BEGIN IMMEDIATE, so two writers meet at the beginning, where waiting is safe, and
 *     never in the middle, where SQLite could only refuse one of them.
 *   - A statement is prepared when it is first asked and kept. PostgreSQL's $1 is a name to SQLite, which numbers names
 *     in the order in which they appear, so the place of each is looked up once by name.
 *   - A record on a read-only medium cannot have the files that WAL wants beside it. When there is no WAL that would
 *     have to be read, the file is whole, and is opened as one that does not change (immutable).
 *
 * The codes of SQLite become our errors in one place (fail_sqlite). SQLITE_FULL is what it says; a write that fails
 * because of a quota or a limit on the size of files says the same to the user.
 */
#include "db_private.h"

#include "buf.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PARAMETERS_MOST = 64 };

struct prepared {
    sqlite3_stmt *statement;
    bool busy;                      /* its rows are not ended */
    uint8_t place[PARAMETERS_MOST]; /* [n]: SQLite's number of $n+1 */
};

struct db_sqlite {
    struct db db;
    sqlite3 *handle;
    const char *unpublished; /* the file of a record that is being made; NULL: stands under its own name */
    bool watched;            /* db_wait was called; `version` is what it saw */
    int64_t version;
    struct prepared prepared[SQL_COUNT];
};

static struct db_sqlite *self_of(struct db *db)
{
    return (struct db_sqlite *)(void *)db;
}

static sqlite3_stmt *cursor_of(const struct db_rows *rows)
{
    return rows->cursor;
}

static bool fail_sqlite(struct db_sqlite *s, int code, struct err *err)
{
    struct str where = s->db.where, why = str_of(sqlite3_errmsg(s->handle));
    int system = errno ? errno : sqlite3_system_errno(s->handle); /* SQLite forgets it when a commit fails */
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return fail(err, ERR_RECORD_LOCKED, where);
    case SQLITE_FULL: return fail(err, ERR_RECORD_FULL, where);
    case SQLITE_READONLY: return fail(err, ERR_RECORD_READ_ONLY, where);
    case SQLITE_NOTADB: return fail(err, ERR_RECORD_NOT, where);
    case SQLITE_CONSTRAINT:
    case SQLITE_CORRUPT: return fail(err, ERR_RECORD_BROKEN, where, why);
    case SQLITE_IOERR:
        if (system == ENOSPC || system == EFBIG || system == EDQUOT) return fail(err, ERR_RECORD_FULL, where);
        return fail(err, ERR_RECORD_IO, where, why);
    case SQLITE_CANTOPEN: return fail(err, ERR_RECORD_OPEN, where, system ? str_of(strerror(system)) : why);
    case SQLITE_NOMEM: abort();
    default: return fail(err, ERR_INTERNAL, why);
    }
}

static bool execute(struct db_sqlite *s, const char *text, struct err *err)
{
    errno = 0;
    int code = sqlite3_exec(s->handle, text, NULL, NULL, NULL);
    return code == SQLITE_OK || fail_sqlite(s, code, err);
}

/* --- transactions --- */

static void close_handle(struct db_sqlite *s)
{
    for (int i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(s->prepared[i].statement);
        s->prepared[i] = (struct prepared){0};
    }
    int code = sqlite3_close(s->handle);
    assert(code == SQLITE_OK);
    (void)code;
    s->handle = NULL;
}

static void sqlite_close(struct db *db)
{
    struct db_sqlite *s = self_of(db);
    close_handle(s);
    if (s->unpublished) unlink(s->unpublished);
}

/* Closing writes the WAL into the file and removes it, so what gets the name is one whole file. link() does not replace
 * what is there, which rename() would. */
static bool sqlite_publish(struct db *db, struct err *err)
{
    struct db_sqlite *s = self_of(db);
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%.*s", STR_ARG(s->db.where));
    close_handle(s);
    bool ok = link(s->unpublished, path) == 0;
    int why = errno;
    unlink(s->unpublished);
    if (ok) return true;
    if (why == EEXIST) return fail(err, ERR_RECORD_EXISTS, s->db.where);
    return fail(err, ERR_RECORD_OPEN, s->db.where, str_of(strerror(why)));
}

static bool sqlite_begin(struct db *db, enum db_transaction kind, struct err *err)
{
    return execute(self_of(db), kind == DB_TRANSACTION_WRITE ? "BEGIN IMMEDIATE" : "BEGIN", err);
}

static bool sqlite_commit(struct db *db, struct err *err)
{
    return execute(self_of(db), "COMMIT", err);
}

static void sqlite_rollback(struct db *db)
{
    struct db_sqlite *s = self_of(db);
    for (int i = 0; i < SQL_COUNT; i++) {
        if (!s->prepared[i].busy) continue;
        sqlite3_reset(s->prepared[i].statement);
        s->prepared[i].busy = false;
    }
    /* Some failures have rolled back already; what is left to fail is not worth a word beside the failure that led
     * here. */
    if (!sqlite3_get_autocommit(s->handle)) sqlite3_exec(s->handle, "ROLLBACK", NULL, NULL, NULL);
}

static bool sqlite_script(struct db *db, const char *script, struct err *err)
{
    return execute(self_of(db), script, err);
}

/* --- statements --- */

static bool prepare(struct db_sqlite *s, enum sql sql, struct err *err)
{
    struct prepared *p = &s->prepared[sql];
    int code = sqlite3_prepare_v3(s->handle, sql_rows[sql].text[SQL_SQLITE], -1, SQLITE_PREPARE_PERSISTENT,
                                  &p->statement, NULL);
    if (code != SQLITE_OK) return fail_sqlite(s, code, err);
    assert(sql_rows[sql].parameters <= PARAMETERS_MOST);
    for (int n = 0; n < sql_rows[sql].parameters; n++) {
        char name[16];
        snprintf(name, sizeof name, "$%d", n + 1);
        p->place[n] = (uint8_t)sqlite3_bind_parameter_index(p->statement, name);
    }
    return true;
}

static int bind(sqlite3_stmt *statement, int place, const struct db_value *v)
{
    const char *ptr = v->text.len ? v->text.ptr : ""; /* a NULL pointer would bind NULL */
    switch (v->type) {
    case DB_NULL: return sqlite3_bind_null(statement, place);
    case DB_INT: return sqlite3_bind_int64(statement, place, v->number);
    case DB_TEXT: return sqlite3_bind_text64(statement, place, ptr, v->text.len, SQLITE_STATIC, SQLITE_UTF8);
    case DB_BYTES: return sqlite3_bind_blob64(statement, place, ptr, v->text.len, SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

static bool sqlite_query(struct db_rows *out, struct db *db, enum sql sql, struct db_values values, struct err *err)
{
    struct db_sqlite *s = self_of(db);
    struct prepared *p = &s->prepared[sql];
    if (!p->statement && !prepare(s, sql, err)) return false;
    assert(!p->busy);
    for (size_t i = 0; i < values.len; i++) {
        int code = bind(p->statement, p->place[i], &values.at[i]);
        if (code == SQLITE_TOOBIG) return fail(err, ERR_RECORD_TOO_BIG, s->db.where);
        if (code != SQLITE_OK) return fail_sqlite(s, code, err);
    }
    p->busy = true;
    out->cursor = p->statement;
    return true;
}

static bool sqlite_next(struct db_rows *rows)
{
    errno = 0;
    int code = sqlite3_step(cursor_of(rows));
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) rows->failed = code;
    return false;
}

static bool sqlite_end(struct db_rows *rows, struct err *err)
{
    struct db_sqlite *s = self_of(rows->db);
    bool ok = rows->failed == 0 || fail_sqlite(s, rows->failed, err);
    sqlite3_reset(cursor_of(rows));
    sqlite3_clear_bindings(cursor_of(rows));
    s->prepared[rows->sql].busy = false;
    rows->cursor = NULL;
    return ok;
}

static size_t sqlite_column_count(const struct db_rows *rows)
{
    return (size_t)sqlite3_column_count(cursor_of(rows));
}

static enum db_type sqlite_column_type(const struct db_rows *rows, size_t column)
{
    switch (sqlite3_column_type(cursor_of(rows), (int)column)) {
    case SQLITE_INTEGER: return DB_INT;
    case SQLITE_TEXT: return DB_TEXT;
    case SQLITE_BLOB: return DB_BYTES;
    default: return DB_NULL; /* STRICT tables hold no floating point but where a column says so; ours do not */
    }
}

static int64_t sqlite_column_int(const struct db_rows *rows, size_t column)
{
    return sqlite3_column_int64(cursor_of(rows), (int)column);
}

static struct str sqlite_column_text(const struct db_rows *rows, size_t column)
{
    const char *ptr = sqlite3_column_blob(cursor_of(rows), (int)column); /* of text: its UTF-8 bytes */
    int len = sqlite3_column_bytes(cursor_of(rows), (int)column);
    return ptr ? (struct str){ptr, (size_t)len} : STR("");
}

/* --- waiting --- */

/* A number that is another one when, and only when, another connection has committed. */
static bool data_version(int64_t *out, struct db_sqlite *s, struct err *err)
{
    sqlite3_stmt *statement;
    int code = sqlite3_prepare_v2(s->handle, "PRAGMA data_version", -1, &statement, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
        *out = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
    }
    return code == SQLITE_ROW || fail_sqlite(s, code, err);
}

static bool sqlite_wait(bool *changed, struct db *db, unsigned timeout_ms, struct err *err)
{
    enum { LOOK_EVERY_MS = 10 };
    struct db_sqlite *s = self_of(db);
    for (unsigned waited = 0;; waited += LOOK_EVERY_MS) {
        int64_t version = 0;
        if (!data_version(&version, s, err)) return false;
        *changed = !s->watched || version != s->version;
        s->watched = true;
        s->version = version;
        if (*changed || waited >= timeout_ms) return true;
        usleep(LOOK_EVERY_MS * 1000);
    }
}

static const struct db_engine sqlite_engine = {
    .dialect = SQL_SQLITE,
    .wait = sqlite_wait,
    .close = sqlite_close,
    .publish = sqlite_publish,
    .begin = sqlite_begin,
    .commit = sqlite_commit,
    .rollback = sqlite_rollback,
    .script = sqlite_script,
    .query = sqlite_query,
    .next = sqlite_next,
    .end = sqlite_end,
    .column_count = sqlite_column_count,
    .column_type = sqlite_column_type,
    .column_int = sqlite_column_int,
    .column_text = sqlite_column_text,
};

/* --- opening --- */

/* What the file system says before SQLite is asked, because SQLite says it less clearly. */
static bool look(const char *path, struct str where, enum db_mode mode, struct err *err)
{
    struct stat st;
    if (stat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR)) return fail(err, ERR_RECORD_MISSING, where);
    if (access(path, R_OK) != 0) return fail(err, ERR_FILE_RIGHTS, where);
    if (!S_ISREG(st.st_mode)) return fail(err, ERR_RECORD_NOT, where);
    if (mode == DB_WRITE && access(path, W_OK) != 0) return fail(err, ERR_RECORD_READ_ONLY, where);
    return true;
}

/* A new empty file beside the name that it will get. */
static bool make_beside(struct db_sqlite *s, struct arena *a, struct err *err)
{
    struct str where = s->db.where;
    if (where.len >= PATH_MAX) return fail(err, ERR_RECORD_OPEN, where, str_of(strerror(ENAMETOOLONG)));
    if (access(str_copy_z(a, where), F_OK) == 0) return fail(err, ERR_RECORD_EXISTS, where);
    struct buf name = buf_make(SIZE_MAX);
    buf_format(&name, "%.*s.new-%ld", STR_ARG(where), (long)getpid());
    const char *path = str_copy_z(a, buf_str(&name));
    buf_free(&name);
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
    if (fd < 0) return fail(err, ERR_RECORD_OPEN, where, str_of(strerror(errno)));
    close(fd);
    s->unpublished = path;
    return true;
}

static bool wal_is_empty(struct arena *a, struct str where)
{
    struct buf name = buf_make(SIZE_MAX);
    buf_put(&name, where);
    buf_put(&name, STR("-wal"));
    struct stat st;
    bool empty = stat(str_copy_z(a, buf_str(&name)), &st) != 0 || st.st_size == 0;
    buf_free(&name);
    return empty;
}

/* file:PATH?immutable=1 with the bytes escaped that mean something in a URI. */
static const char *immutable_uri(struct arena *a, struct str where)
{
    struct buf uri = buf_make(SIZE_MAX);
    buf_put(&uri, STR("file:"));
    for (size_t i = 0; i < where.len; i++) {
        unsigned char c = (unsigned char)where.ptr[i];
        if (c == '%' || c == '?' || c == '#')
            buf_format(&uri, "%%%02X", c);
        else
            buf_char(&uri, (char)c);
    }
    buf_put(&uri, STR("?immutable=1"));
    const char *z = str_copy_z(a, buf_str(&uri));
    buf_free(&uri);
    return z;
}

/* Read the first page, which is when SQLite looks at the file at all. */
static int touch(sqlite3 *handle)
{
    return sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
}

static int open_handle(struct db_sqlite *s, const char *path, int flags)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* nobody asks; only before the first record is opened */
    int code = sqlite3_open_v2(path, &s->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (!s->handle) abort();
    return code;
}

static bool open_file(struct db_sqlite *s, struct arena *a, enum db_mode mode, unsigned wait_ms, struct err *err)
{
    const char *path = str_copy_z(a, s->db.where);
    if (mode == DB_CREATE) {
        if (!make_beside(s, a, err)) return false;
        path = s->unpublished;
    } else if (!look(path, s->db.where, mode, err)) {
        return false;
    }
    int code = open_handle(s, path, SQLITE_OPEN_READWRITE);
    sqlite3_busy_timeout(s->handle, (int)wait_ms);
    if (code == SQLITE_OK) code = touch(s->handle);
    if (mode == DB_READ && ((code & 0xFF) == SQLITE_CANTOPEN || (code & 0xFF) == SQLITE_READONLY) &&
        wal_is_empty(a, s->db.where)) {
        sqlite3_close(s->handle);
        code = open_handle(s, immutable_uri(a, s->db.where), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
        if (code == SQLITE_OK) code = touch(s->handle);
    }
    if (code != SQLITE_OK) return fail_sqlite(s, code, err);
    switch (mode) {
    case DB_READ: return execute(s, "PRAGMA query_only = ON", err);
    case DB_CREATE:
        return execute(s,
                       "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                       "PRAGMA foreign_keys = ON",
                       err);
    case DB_WRITE: return execute(s, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", err);
    case DB_SCRATCH: break;
    }
    return true;
}

bool db_sqlite_open(struct db **out, struct arena *a, struct str where, enum db_mode mode, unsigned wait_ms,
                    struct err *err)
{
    struct db_sqlite *s = arena_new(a, struct db_sqlite);
    s->db = (struct db){.engine = &sqlite_engine, .where = str_copy(a, where)};
    *out = &s->db;
    bool ok;
    if (mode == DB_SCRATCH) {
        int code = open_handle(s, "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        ok = code == SQLITE_OK ? execute(s, "PRAGMA journal_mode = MEMORY; PRAGMA foreign_keys = ON", err)
                               : fail_sqlite(s, code, err);
    } else {
        ok = open_file(s, a, mode, wait_ms, err);
    }
    if (ok) return true;
    if (s->handle) sqlite3_close(s->handle);
    if (s->unpublished) unlink(s->unpublished);
    return false;
}
