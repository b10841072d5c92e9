/* SPDX-License-Identifier: Apache-2.0
 *
 * scratch: a folder for the files of one test, gone with them at the end; and SQL by another hand than the program's.
 */
#ifndef SCRATCH_H
#define SCRATCH_H
#include "unit_test.h"

#include "arena.h"

#include <ftw.h>
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

/* The path of a file in the folder; in the arena. */
static inline struct str scratch_path(struct scratch *s, const char *name)
{
    char path[128];
    int n = snprintf(path, sizeof path, "%s/%s", s->folder, name);
    return str_copy(s->arena, (struct str){path, (size_t)n});
}

/* Run statements on a database file as a stranger would. */
static inline void scratch_sql(struct scratch *s, struct str path, const char *sql)
{
    sqlite3 *handle;
    char *why = NULL;
    assert_int_equal(sqlite3_open(str_copy_z(s->arena, path), &handle), SQLITE_OK);
    if (sqlite3_exec(handle, sql, NULL, NULL, &why) != SQLITE_OK) fail_msg("%s: %s", sql, why);
    assert_int_equal(sqlite3_close(handle), SQLITE_OK);
}
#endif
