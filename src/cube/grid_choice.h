/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_choice: the rule of choice (choice.h) over the columns of a grid: which columns can hold the value, or the plan,
 * of a period, best first. It is the same for all indicators of one time behaviour, so a board makes it once.
 */
#ifndef GRID_CHOICE_H
#define GRID_CHOICE_H
#include "choice.h"
#include "grid_private.h"

enum { CHOICES_MOST = 32 };

struct grid_choice {
    uint32_t len;
    struct {
        uint64_t key;
        uint32_t rank;
    } at[CHOICES_MOST]; /* by rank; what comes behind the end is worse */
};

void choice_of_value(struct grid_choice *out, const struct grid *g, enum time_behaviour time, struct period period);
void choice_of_plan(struct grid_choice *out, const struct grid *g, enum time_behaviour time, struct period period);
/* Of an indicator that is a plan by itself (D01 of D02): its level, whatever the aspect. */
void choice_of_own_plan(struct grid_choice *out, const struct grid *g, enum time_behaviour time, struct period period);

/* The columns that an indicator has of a choice. */
struct grid_chosen {
    uint32_t len;
    struct {
        const struct grid_column *column;
        uint64_t key;
        uint32_t rank;
    } at[CHOICES_MOST];
};
void chosen_columns(struct grid_chosen *out, const struct grid *g, uint32_t indicator, const struct grid_choice *c);
/* The figure of a slot: of the best rank, then the newest. Not known: there is none. */
struct grid_cell chosen_cell(const struct grid *g, const struct grid_chosen *c, uint32_t slot);
#endif
