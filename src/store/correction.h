/* SPDX-License-Identifier: Apache-2.0
 *
 * correction: what a change that is a correction says of the locked figures that it touches, in the payload of its
 * entry:
 *
 *     "correction":{"reason":"nhập sai đơn vị tính","cells":[{"filing":3,"indicator":"C01","unit":"26740",
 *       "period":"2025-H1","kind":"level","aspect":"actual","measure":"VND",
 *       "old":12,"old_value":[12345,-8],"old_bound":"exact","new":15,"new_value":[12354,-8],"new_bound":"exact"}]}
 *
 * Both values stand in the journal, so that the old one cannot be lost.
 */
#ifndef CORRECTION_H
#define CORRECTION_H
#include "filing_lock.h"

struct json_writer;
struct payload;

struct corrected {
    struct str reason; /* "": the change is no correction */
    struct correction_list cells;
};

/* The old and the new value of all that a watch has seen. Asked before the change. */
[[nodiscard]] bool corrections_make(struct corrected *out, const struct lock_watch *w, struct str reason,
                                    struct err *err);
/* The key "correction" of a payload; left out when there is no reason. */
void corrections_put(struct json_writer *j, struct arena *a, const struct corrected *c);
/* Whether a payload is one of a correction. */
bool correction_is(const struct payload *p);
/* Its rows; p->bad when they make no sense. */
[[nodiscard]] bool corrections_apply(struct db *tables, struct arena *a, struct payload *p, int64_t entry,
                                     struct err *err);
#endif
