/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_options: what the commands over many units (rank, rollup, pivot, series) are asked with, and how they show a
 * cell.
 */
#ifndef GRID_OPTIONS_H
#define GRID_OPTIONS_H
#include "command.h"
#include "grid_ask.h"
#include "office_formulas.h"

struct rows;

extern const char *const LEVEL_CHOICES[];
#define GRID_PERIOD_OPTION                                                                                             \
    {                                                                                                                  \
        "period", 'k', OPTION_TEXT, tr("KỲ"), .help = tr("kỳ: 2025, 2025-Q4, 2025-06, 2025-H1, ..2025-06-30")          \
    }
#define GRID_SCOPE_OPTIONS                                                                                             \
    {"under", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("các đơn vị thuộc nơi này; không nêu thì cả nước")},             \
    {                                                                                                                  \
        "level", 'l', OPTION_CHOICE, tr("CẤP"), LEVEL_CHOICES, "commune", .help = tr("cấp của các đơn vị")             \
    }

/* --period, which must be there. */
[[nodiscard]] bool grid_period_option(struct period *out, struct cli *c, struct err *err);
/* An indicator of the catalogue by its code. Errors: ERR_INDICATOR_UNKNOWN. */
[[nodiscard]] bool grid_indicator_option(const struct indicator **out, struct str code, struct err *err);
/* The same, or one of the office's own; with the formulas of the record. */
[[nodiscard]] bool grid_formula_option(struct office_formulas *f, const struct indicator **out, struct cli *c,
                                       struct str code, struct err *err);
/* The units of --under and --level on the last day of the period. */
[[nodiscard]] bool grid_scope_option(struct grid_scope *out, struct cli *c, const struct grid *g, struct period period,
                                     struct err *err);
/* A number in the unit in which tables show the indicator. */
void grid_value_cell(struct cli *c, struct rows *r, const struct indicator *i, struct measured m, bool estimate);
void grid_cell_put(struct cli *c, struct rows *r, const struct grid *g, const struct indicator *i,
                   const struct grid_cell *cell);
void grid_id_put(struct rows *r, const struct grid_cell *cell);
void grid_period_put(struct rows *r, struct period p);
#endif
