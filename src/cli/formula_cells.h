/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_cells: how formulas and what they give are shown.
 */
#ifndef FORMULA_CELLS_H
#define FORMULA_CELLS_H
#include "command.h"
#include "formula_show.h"
#include "locked_cells.h"
#include "office_formulas.h"

/* Rows: the formulas of a code, or all ("") */
[[nodiscard]] bool formula_rows_put(struct cli *c, const struct office_formulas *f, struct str code, struct err *err);
/* For eyes: one formula with what its codes mean. */
void formula_put(struct cli *c, const struct office_formulas *f, const struct formula_rule *r);
/* One row: what an expression gives. */
[[nodiscard]] bool formula_check_put(struct cli *c, const struct office_formulas *f, const struct formula_rule *r,
                                     struct err *err);
/* Rows: the result, what a report states of the same, and each number that went into it. Where a lock keeps another
 * value (LOCKED_HELD) that is the result, and what is reckoned today has a row of its own. */
[[nodiscard]] bool formula_value_put(struct cli *c, const struct reckoned *r, struct str unit,
                                     const struct answer *reported, const struct locked_value *locked,
                                     const struct locked_look *look, struct err *err);
/* What has to be entered before a number can be reckoned, one row each; `lacks` of a number that is known: nothing. */
[[nodiscard]] bool formula_lacks_put(struct cli *c, const struct reckoned *root, const struct kept_unit *unit,
                                     struct err *err);
#endif
