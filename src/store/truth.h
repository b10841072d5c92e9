/* SPDX-License-Identifier: Apache-2.0
 *
 * truth: journal and content of a record, as they stand, into another one. Bytes, numbers and signatures stay what they
 * are; the tables that are made from them are not looked at.
 */
#ifndef TRUTH_H
#define TRUTH_H
#include "db.h"

struct truth_copied {
    uint64_t contents, entries;
};

/* Told after every portion; may be NULL. */
struct truth_progress {
    void (*tell)(void *self, uint64_t contents);
    void *self;
};

/* Into the empty tables of `to`, inside a write transaction of it; `from` inside a read transaction. */
[[nodiscard]] bool truth_copy(struct truth_copied *out, struct db *to, struct db *from,
                              const struct truth_progress *progress, struct err *err);
#endif
