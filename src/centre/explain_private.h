/* SPDX-License-Identifier: Apache-2.0
 *
 * explain_private: between explain.c and explain_target.c.
 */
#ifndef EXPLAIN_PRIVATE_H
#define EXPLAIN_PRIVATE_H
#include "explain.h"

struct explain_maker {
    struct explanation *out;
    const struct snapshot *snapshot; /* NULL: not loaded yet */
    struct db *db;
    struct arena *arena;
    struct err *err;
};

/* A figure with all that says it joins the explanation. */
[[nodiscard]] bool explain_add_figure(struct explain_maker *m, uint32_t id);
[[nodiscard]] bool explain_snapshot(struct explain_maker *m, struct str unit);

/* Whether an id is that of a target or of a count of them (target_status.h). */
bool target_explained_by(struct str id);
[[nodiscard]] bool explain_target_id(struct explain_maker *m, struct str id);
#endif
