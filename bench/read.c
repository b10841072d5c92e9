/* SPDX-License-Identifier: Apache-2.0
 *
 * read: what reading alone costs, without starting a program and without writing: the bytes are in memory, the document
 * is made, all statements are made with their indicators, and counted.
 *
 *     read FILE RUNS      prints MB a second of processor time (user and system), the best of RUNS, and the statements
 */
#include "read.h"

#include "arena.h"
#include "buf.h"
#include "err.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double cpu_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool count(void *to, const struct read_result *read, const struct statement *at, size_t n)
{
    (void)read, (void)at;
    *(size_t *)to += n;
    return true;
}

int main(int argc, char **argv)
{
    static const struct read_options usual;
    double best = 0;
    size_t statements = 0;
    if (argc < 3) return 2;
    for (long runs = strtol(argv[2], NULL, 10); runs > 0; runs--) {
        struct arena *a = arena_make(SIZE_MAX);
        struct read_result r;
        struct err err;
        statements = 0;
        double start = cpu_seconds();
        if (!read_file_stream(&r, a, str_of(argv[1]), &usual, (struct read_sink){count, &statements}, &err)) {
            struct buf b = buf_make(1 << 16);
            err_write(&b, &err, LANG_EN);
            fprintf(stderr, "read: %.*s\n", STR_ARG(buf_str(&b)));
            return 1;
        }
        double speed = (double)r.document.text.inside.len / 1e6 / (cpu_seconds() - start);
        if (speed > best) best = speed;
        arena_close(a);
    }
    printf("%.1f\t%zu\n", best, statements);
    return 0;
}
