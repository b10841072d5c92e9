/* SPDX-License-Identifier: Apache-2.0
 *
 * err: why one operation failed, filled by the callee and judged by the caller. It has parts: a code (a row of
 * data/errors.tsv, which holds the message and the hint in Vietnamese and English and the exit status), up to four
 * texts that fill {1}..{4} of the message, and the place in a document where there is one. It is a value of fixed size
 * on the caller's stack, so failing cannot fail, and it can be shown in any language later.
 *
 *     if (fd < 0) return fail(err, ERR_FILE_OPEN, path, str_of(strerror(errno)));
 *
 * Reading a document is not an error path: it collects problems (problem.h) and goes on. Our own mistakes are bugs:
 * assert.
 */
#ifndef ERR_H
#define ERR_H
#include "err_codes.h" /* generated from data/errors.tsv: enum err_code */
#include "span.h"
#include "str.h"

struct buf;

enum lang { LANG_VI, LANG_EN, LANG_COUNT };

enum { ERR_ARGS = 4, ERR_ARG_SIZE = 240 };

struct err {
    enum err_code code; /* ERR_NONE: nothing failed */
    struct span span;   /* start == end: no place */
    uint32_t line;      /* of the list where it was found, which the message begins with; 0: none */
    uint8_t arg_len[ERR_ARGS];
    char arg[ERR_ARGS][ERR_ARG_SIZE]; /* cut at a whole character when longer */
};

/* Fill *err and return false, so that a failure is one line. Missing arguments are empty. */
bool err_set(struct err *err, enum err_code code, const struct str *args, size_t count);
#define fail(err, code, ...)                                                                                           \
    err_set((err), (code), (const struct str[]){STR(""), ##__VA_ARGS__} + 1,                                           \
            sizeof((const struct str[]){STR(""), ##__VA_ARGS__}) / sizeof(struct str) - 1)

struct str err_arg(const struct err *err, size_t i);
void err_write(struct buf *b, const struct err *err, enum lang lang);      /* the message, arguments in place */
void err_write_hint(struct buf *b, const struct err *err, enum lang lang); /* what to do; may write nothing */
struct str err_name(enum err_code code);                                   /* "file_open": stable, for programs */
int err_exit_status(enum err_code code);                                   /* 1 data or system, 2 usage, ... */
#endif
