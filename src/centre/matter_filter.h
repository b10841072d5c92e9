/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_filter: what lists are asked for, under a name, for one author or for all. His own goes before one of all that
 * has the same name.
 */
#ifndef MATTER_FILTER_H
#define MATTER_FILTER_H
#include "change.h"

/* Errors: ERR_FILTER_NAME, ERR_FILTER_EMPTY (nothing is asked for), ERR_FILTER_MISSING (f->used false: there is none to
 * drop). */
[[nodiscard]] bool filter_set(struct db *db, struct arena *a, const struct author *author, const struct kept_filter *f,
                              struct err *err);
/* The one that a name means for somebody; ERR_FILTER_MISSING. */
[[nodiscard]] bool filter_load(struct kept_filter *out, struct db *db, struct arena *a, struct str owner,
                               struct str name, struct err *err);
#endif
