/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_look: looking for figures in the parts of loads (load_rows.h), which no SQL can ask. Whatever is looked for,
 * each part that can hold it is read once.
 */
#ifndef FIGURE_LOOK_H
#define FIGURE_LOOK_H
#include "figure_rows.h"

struct figure_wish {
    const struct str *units; /* of one of these units; none: any */
    size_t unit_count;
    struct str indicator;          /* "": any */
    const struct figure_key *keys; /* or just these keys; none of them twice */
    size_t key_count;
    const uint32_t *ids; /* or just these figures, ascending */
    size_t id_count;
};

/* Add what stands in loads to the list. Of one key it can be several: the one with the highest id is the newest. */
[[nodiscard]] bool figure_look(struct figure_list *out, struct db *db, struct arena *a, const struct figure_wish *w,
                               struct err *err);
#endif
