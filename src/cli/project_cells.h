/* SPDX-License-Identifier: Apache-2.0
 *
 * project_cells: what the parts of the command project have in common. `project` is `matter` for the kind of that name,
 * with words of its own for capital, stages, obstacles, rates and pressing.
 */
#ifndef PROJECT_CELLS_H
#define PROJECT_CELLS_H
#include "matter_command.h"
#include "project_book.h"
#include "project_make.h"

/* The project of an argument. Errors: those of matter_typed, ERR_MATTER_OTHER_KIND, ERR_ARGUMENTS_FEW. */
[[nodiscard]] bool project_argument(struct kept_matter *out, struct cli *c, size_t place, struct err *err);
/* --source as a code; "" when it is not given. ERR_PROJECT_SOURCE. */
[[nodiscard]] bool project_source_option(struct str *out, const struct cli *c, struct err *err);
/* --year, else the year of the day asked for. ERR_PROJECT_YEAR. */
[[nodiscard]] bool project_year_option(int16_t *year, int16_t *until, const struct cli *c, struct err *err);
/* The book that --unit, --under, --year, --source, --on ask for; `one`: of that project alone. */
[[nodiscard]] bool project_book_asked(struct project_book *out, struct cli *c, struct matter_id one, struct err *err);

/* Whether one more row is shown after so many: always, where no --limit was typed. What is left out is told once. */
bool project_row_left(struct cli *c, size_t shown);
struct str project_million_shown(struct cli *c, struct decimal d); /* "12.300,5" of đồng */
struct str project_money_shown(struct cli *c, struct money m);     /* the same; "chưa có" when it is not known */
/* "6.700 / 6.200 triệu đồng, hơn 500". */
struct str project_over_shown(struct cli *c, struct decimal done, struct decimal plan);
void project_money_cell(struct rows *r, struct cli *c, struct money m);
struct str project_group_shown(const struct cli *c, enum project_group g); /* "nhóm C" */
void project_percent_cell(struct rows *r, struct cli *c, bool known, struct decimal d);
struct str project_percent_shown(struct cli *c, struct decimal d); /* "12,30 %" */
struct str project_year_shown(struct cli *c, int year);            /* "2026", no points in it */
struct str project_base_shown(const struct cli *c, enum capital_base b);

[[nodiscard]] bool project_run_plan(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_adjust(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_supplement(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_carry(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_disburse(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_confirm(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_claim(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_strike(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_load(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_stage(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_obstacle(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_settle(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_capital(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_stages(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_obstacles(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_rates(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_pressing(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_outlook(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_terms(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_feed(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_contract(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_contracts(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_allot(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_allotments(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_settlement(struct cli *c, struct err *err);
[[nodiscard]] bool project_run_show(struct cli *c, struct err *err);
#endif
