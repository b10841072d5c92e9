/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_look: `budget tree` and `budget item`: the lines of the budget tables and the budget classification as data.
 */
#ifndef BUDGET_LOOK_H
#define BUDGET_LOOK_H
#include "budget_line.h"
#include "command.h"

extern const char *const BUDGET_LEVELS[]; /* choices of --level; "" stands for none */
extern const char *const BUDGET_PART_NAMES[];
/* --level and --part as flags and as parts; all when not given. */
uint32_t cli_budget_levels(const struct cli *c);
bool cli_budget_part_fits(const struct cli *c, enum budget_part part);

/* So many spaces a step in front of a name, of a kind that a table does not take off. */
void cli_indent(struct buf *b, int depth, int step);

[[nodiscard]] bool budget_run_tree(struct cli *c, struct err *err);
/* c->args[1]: a code, or words of a name. Errors: ERR_BUDGET_ITEM, ERR_BUDGET_ITEM_PAST. */
[[nodiscard]] bool budget_run_item(struct cli *c, struct err *err);
#endif
