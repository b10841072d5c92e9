/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_cells: how a due day came about, step by step, for eyes and for programs: of `calendar deadline` and of `matter
 * show`.
 */
#ifndef CLOCK_CELLS_H
#define CLOCK_CELLS_H
#include "calendar_cells.h"

struct shown_clock {
    const struct clock_rule *rule;
    const struct clock_question *question;
    const struct clock_answer *answer;
};
/* The rule: its name, term, citation, since when it holds. */
void clock_put_rule(struct cli *c, const struct clock_rule *rule);
/* A line for the beginning and one for each step. */
void clock_put_steps(struct cli *c, const struct shown_clock *s);
/* The same as a list of objects: step, from, to, n, text. */
void clock_steps_cell(struct rows *r, struct cli *c, const struct shown_clock *shown);
/* "3 ngày làm việc" of what is left while a clock stands; in c->arena. */
struct str clock_left_shown(struct cli *c, const struct clock_rule *rule, int32_t left);
#endif
