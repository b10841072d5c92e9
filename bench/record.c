/* SPDX-License-Identifier: Apache-2.0
 *
 * record: what the record costs, asked of the store itself, because the commands do more than one thing at once.
 *
 *     record fill FILE N      a new record with N journal entries, many to a transaction; prints entries a second of
 *     processor time record verify FILE      reads and hashes all entries; prints entries a second of processor time
 *     (the best of three) record lines FILE       the entries as lines, for the peer
 *     record commits FILE N   N changes, each in a transaction of its own that is on the disk when it ends; prints
 *     commits a
 *                             second by the clock, because the disk is what is waited for
 */
#include "record.h"
#include "buf.h"
#include "change.h"
#include "journal_verify.h"
#include "schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TOGETHER = 20000 };

static const struct author author = {STR_INIT("nguyen.van.an"), 1707966000, NULL};

static double seconds(clockid_t which)
{
    struct timespec t;
    clock_gettime(which, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void stop(const struct err *err)
{
    struct buf b = buf_make(1 << 16);
    err_write(&b, err, LANG_EN);
    fprintf(stderr, "record: %.*s\n", STR_ARG(buf_str(&b)));
    exit(1);
}

static struct db *open_for(struct arena *a, const char *path, enum db_mode mode)
{
    struct db *db;
    struct err err;
    if (!record_open(&db, a, str_of(path), mode, &err)) stop(&err);
    return db;
}

/* As long as the entries of a day are: a decision on one statement. */
static bool append(struct db *db, struct arena *a, long n, struct err *err)
{
    struct journal_entry e;
    char payload[200];
    int len = snprintf(
        payload, sizeof payload,
        "{\"items\":[{\"statement\":%ld,\"figure\":%ld,\"indicator\":\"C01\",\"unit\":\"quan-binh-thanh\","
        "\"period\":\"2023-H1\",\"layer\":\"giao\"}]}",
        n, n);
    return journal_append(&e, db, a, &author, STR("accept"), (struct str){payload, (size_t)len}, err);
}

static void fill(struct arena *a, const char *path, long count)
{
    struct err err;
    if (!record_init(a, str_of(path), &author, &err)) stop(&err);
    struct db *db = open_for(a, path, DB_WRITE);
    double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (long n = 0; n < count;) {
        if (!db_begin(db, DB_TRANSACTION_WRITE, &err)) stop(&err);
        for (long end = n + TOGETHER; n < count && n < end; n++) {
            struct arena_mark mark = arena_mark(a);
            if (!append(db, a, n, &err)) stop(&err);
            arena_reset(a, mark);
        }
        if (!db_commit(db, &err)) stop(&err);
    }
    printf("%.0f\n", (double)count / (seconds(CLOCK_PROCESS_CPUTIME_ID) - start));
}

static void commits(struct arena *a, const char *path, long count)
{
    struct db *db = open_for(a, path, DB_WRITE);
    struct err err;
    double start = seconds(CLOCK_MONOTONIC);
    for (long n = 0; n < count; n++)
        if (!db_begin(db, DB_TRANSACTION_WRITE, &err) || !append(db, a, n, &err) || !db_commit(db, &err)) stop(&err);
    printf("%.0f\n", (double)count / (seconds(CLOCK_MONOTONIC) - start));
}

static void verify(struct arena *a, const char *path)
{
    struct db *db = open_for(a, path, DB_READ);
    struct err err;
    double best = 0;
    for (int i = 0; i < 3; i++) {
        struct journal_check check;
        double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
        if (!journal_verify(&check, db, a, NULL, &err)) stop(&err);
        double speed = (double)check.seq / (seconds(CLOCK_PROCESS_CPUTIME_ID) - start);
        if (check.fault != JOURNAL_SOUND) exit(1);
        if (speed > best) best = speed;
    }
    printf("%.0f\n", best);
}

static void lines(struct arena *a, const char *path)
{
    struct db *db = open_for(a, path, DB_READ);
    struct db_rows rows;
    struct err err;
    struct buf b = buf_make(SIZE_MAX);
    if (!db_query(&rows, db, SQL_JOURNAL_ALL, DB_NO_VALUES, &err)) stop(&err);
    while (db_next(&rows)) {
        struct journal_entry e = journal_entry_of(&rows);
        buf_clear(&b);
        journal_entry_write(&b, &e);
        printf("%.*s\n", STR_ARG(buf_str(&b)));
    }
    if (!db_end(&rows, &err)) stop(&err);
    buf_free(&b);
}

int main(int argc, char **argv)
{
    struct arena *a = arena_make(SIZE_MAX);
    if (argc < 3) return 2;
    long count = argc > 3 ? strtol(argv[3], NULL, 10) : 0;
    if (strcmp(argv[1], "fill") == 0) fill(a, argv[2], count);
    if (strcmp(argv[1], "commits") == 0) commits(a, argv[2], count);
    if (strcmp(argv[1], "verify") == 0) verify(a, argv[2]);
    if (strcmp(argv[1], "lines") == 0) lines(a, argv[2]);
    arena_close(a);
    return 0;
}
