/* SPDX-License-Identifier: Apache-2.0
 *
 * petition_cells: the words of the command petition that it does not share with matter.
 */
#ifndef PETITION_CELLS_H
#define PETITION_CELLS_H
#include "command.h"

/* --kind names one of the family, or is not given. Errors: ERR_KIND_UNKNOWN, ERR_PETITION_KIND. */
[[nodiscard]] bool petition_kind_fits(struct cli *c, struct err *err);
[[nodiscard]] bool petition_run_kinds(struct cli *c, struct err *err);
[[nodiscard]] bool petition_run_stats(struct cli *c, struct err *err);
[[nodiscard]] bool petition_run_outcomes(struct cli *c, struct err *err);
[[nodiscard]] bool petition_run_twins(struct cli *c, struct err *err);
[[nodiscard]] bool petition_run_join(struct cli *c, struct err *err);
#endif
