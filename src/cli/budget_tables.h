/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_tables: the tables of a budget as rows for programs and as tables for eyes.
 */
#ifndef BUDGET_TABLES_H
#define BUDGET_TABLES_H
#include "budget.h"
#include "command.h"

/* Of every table the lines that have a number, or with --all every line; values in the canonical unit. */
[[nodiscard]] bool budget_put_rows(struct cli *c, const struct budget_table *tables, size_t count, struct err *err);
/* One table in a measure, with what is to be said of it below; heads are short where the terminal is narrow. */
[[nodiscard]] bool budget_put_table(struct cli *c, const struct budget_table *t, enum budget_measure m,
                                    struct err *err);
#endif
