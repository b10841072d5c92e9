/* SPDX-License-Identifier: Apache-2.0
 *
 * problem: something wrong or doubtful in an input that reading goes on after. Problems are collected, each with its
 * place; an err (err.h) ends one operation, a problem never does. The text of a problem is a row of data/errors.tsv
 * too.
 */
#ifndef PROBLEM_H
#define PROBLEM_H
#include "arena.h"
#include "err.h"

enum severity { SEVERITY_NOTE, SEVERITY_DOUBT, SEVERITY_CONTRADICTION };

struct problem {
    enum err_code code;
    enum severity severity;
    struct span span;
    struct str arg[2]; /* borrowed */
};

struct problems {
    VEC_FIELDS(struct problem);
    size_t dropped; /* beyond PROBLEMS_MAX they are only counted */
};

enum { PROBLEMS_MAX = 10000 };

void problem_add(struct problems *list, struct arena *a, struct problem p);
void problem_write(struct buf *b, const struct problem *p, enum lang lang);
#endif
