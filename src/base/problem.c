/* SPDX-License-Identifier: Apache-2.0
 *
 * problem: see problem.h. The list has an upper limit so that a hostile document cannot make its complaints larger than
 * itself.
 */
#include "problem.h"

void problem_add(struct problems *list, struct arena *a, struct problem p)
{
    if (list->len >= PROBLEMS_MAX) {
        list->dropped++;
        return;
    }
    *vec_push(a, list) = p;
}

void problem_write(struct buf *b, const struct problem *p, enum lang lang)
{
    struct err e;
    err_set(&e, p->code, p->arg, 2);
    err_write(b, &e, lang);
}
