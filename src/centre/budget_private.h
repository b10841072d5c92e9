/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_private: between the files of budget.
 */
#ifndef BUDGET_PRIVATE_H
#define BUDGET_PRIVATE_H
#include "budget.h"

struct budget_work {
    const struct cube *cube;
    struct arena *arena;
    struct budget_table *table;
    const struct like_family *family; /* of the time so far and the same of last year */
};

/* The five plans of a line. */
void budget_plans(const struct budget_work *w, struct budget_row *r);
/* What was done: in the period, so far, and so far last year. */
void budget_done(const struct budget_work *w, struct budget_row *r);

/* Lines that are empty and of which all parts are known, from below; then what contradicts. */
void budget_add_up(struct budget_work *w);
void budget_contradict(struct budget_work *w);

/* Takes b on top of a (sign 1) or off it (-1): value, bound, estimate. False when it is no number that adds up. */
[[nodiscard]] bool budget_add(struct budget_cell *a, const struct budget_cell *b, int sign);
/* A cell of a figure as it stands; nothing for NULL or a range. */
struct budget_cell budget_cell_of(const struct budget_work *w, const struct cube_figure *f);
#endif
