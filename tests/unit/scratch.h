/* SPDX-License-Identifier: Apache-2.0
 *
 * scratch: a folder for the files of one test, gone with them at the end; and SQL by another hand than the program's.
 *
 * Where TEST_POSTGRES is the address of a database (tests/postgres/with_server.sh), a record «x.db» is not a file of
 * the folder but a schema of that database, so that the tests of the record run on both engines.
 */
#ifndef SCRATCH_H
#define SCRATCH_H
#include "unit_test.h"

#include "arena.h"
#include "buf.h"

#include <ftw.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

struct scratch {
    struct arena *arena;
    char folder[64];
};

static inline int scratch_remove(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st;
    (void)kind;
    (void)where;
    return remove(path);
}

static inline struct scratch scratch_open(void)
{
    struct scratch s = {.arena = arena_make(SIZE_MAX), .folder = "/tmp/dieuhanh-test-XXXXXX"};
    assert_non_null(mkdtemp(s.folder));
    return s;
}

static inline void scratch_close(struct scratch *s)
{
    arena_close(s->arena);
    nftw(s->folder, scratch_remove, 8, FTW_DEPTH | FTW_PHYS);
}

static inline bool scratch_on_server(void)
{
    return getenv("TEST_POSTGRES") != NULL;
}

/* For the list of tests: what has to do with files is left out on a server. scratch_filter comes before the list is
 * run. */
#define unit_test_of_files(function)                                                                                   \
    {                                                                                                                  \
        "files_" #function, function, NULL, NULL, NULL                                                                 \
    }

static inline void scratch_filter(void)
{
    if (scratch_on_server()) cmocka_set_skip_filter("files_*");
}

/* Run statements on a server as a stranger would. */
static inline void scratch_server_sql(const char *address, const char *sql)
{
    PGconn *connection = PQconnectdb(address);
    PGresult *result = PQexec(connection, sql);
    if (PQresultStatus(result) != PGRES_COMMAND_OK && PQresultStatus(result) != PGRES_TUPLES_OK)
        fail_msg("%s: %s", sql, PQerrorMessage(connection));
    PQclear(result);
    PQfinish(connection);
}

/* The address of the schema that is called like the folder and the file; it is made when it is not there. */
static inline struct str scratch_schema(struct scratch *s, const char *name)
{
    char sql[160], schema[80], address[400];
    snprintf(schema, sizeof schema, "%s_%s", strrchr(s->folder, '-') + 1, name);
    snprintf(sql, sizeof sql, "SET client_min_messages = error; CREATE SCHEMA IF NOT EXISTS \"%s\"", schema);
    scratch_server_sql(getenv("TEST_POSTGRES"), sql);
    int n = snprintf(address, sizeof address, "%s&options=-csearch_path%%3D%%22%s%%22", getenv("TEST_POSTGRES"),
                     schema);
    assert_true(n < (int)sizeof address);
    return str_copy(s->arena, (struct str){address, (size_t)n});
}

/* The path of a file in the folder; in the arena. */
static inline struct str scratch_path(struct scratch *s, const char *name)
{
    char path[128];
    if (scratch_on_server() && str_ends(str_of(name), STR(".db"))) return scratch_schema(s, name);
    int n = snprintf(path, sizeof path, "%s/%s", s->folder, name);
    return str_copy(s->arena, (struct str){path, (size_t)n});
}

/* What a test does to a file, as it is done to a server. */
static inline const char *scratch_for_server(struct arena *a, const char *sql)
{
    static const char *const words[][2] = {{"AS BLOB", "AS BYTEA"},
                                           {"x'00'", "'\\x00'"},
                                           {"passage_search (rowid,", "passage_search (block,"},
                                           {"DROP TABLE passage_words;", ""},
                                           {"DROP TABLE figure_statement", "DROP TABLE figure_statement CASCADE"}};
    struct str text = str_of(sql);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str_cut cut = str_cut(text, str_of(words[i][0]));
        struct buf b = buf_make(SIZE_MAX);
        if (!cut.found) continue;
        buf_put(&b, cut.head);
        buf_put_z(&b, words[i][1]);
        buf_put(&b, cut.tail);
        text = str_copy(a, buf_str(&b));
        buf_free(&b);
    }
    return str_copy_z(a, text);
}

/* Run statements on a record as a stranger would. */
static inline void scratch_sql(struct scratch *s, struct str path, const char *sql)
{
    sqlite3 *handle;
    char *why = NULL;
    if (str_starts(path, STR("postgresql:"))) {
        scratch_server_sql(str_copy_z(s->arena, path), scratch_for_server(s->arena, sql));
        return;
    }
    assert_int_equal(sqlite3_open(str_copy_z(s->arena, path), &handle), SQLITE_OK);
    if (sqlite3_exec(handle, sql, NULL, NULL, &why) != SQLITE_OK) fail_msg("%s: %s", sql, why);
    assert_int_equal(sqlite3_close(handle), SQLITE_OK);
}
#endif
