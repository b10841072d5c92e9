/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_options: what the commands over many units (rank, rollup, pivot, series) are asked with, and how they show a
 * cell.
 */
#ifndef GRID_OPTIONS_H
#define GRID_OPTIONS_H
#include "command.h"
#include "corrected.h"
#include "grid_ask.h"
#include "locked_cells.h"
#include "office_formulas.h"

struct rows;

extern const char *const LEVEL_CHOICES[];
#define GRID_PERIOD_OPTION                                                                                             \
    {                                                                                                                  \
        "period", 'k', OPTION_TEXT, tr("KỲ"), .help = tr("kỳ: 2025, 2025-Q4, 2025-06, 2025-H1, ..2025-06-30")          \
    }
#define GRID_SCOPE_OPTIONS                                                                                             \
    {"under", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("các đơn vị thuộc nơi này; không nêu thì cả nước")},             \
        {"unit", 0, OPTION_TEXT, tr("NƠI"), .help = tr("như --under")},                                                \
    {                                                                                                                  \
        "level", 'l', OPTION_CHOICE, tr("CẤP"), LEVEL_CHOICES, "commune", .help = tr("cấp của các đơn vị")             \
    }

/* --period, which must be there. */
[[nodiscard]] bool grid_period_option(struct period *out, struct cli *c, struct err *err);
/* The units of --level in a place (typed; "": the country) on the last day of the period. */
[[nodiscard]] bool grid_scope_option(struct grid_scope *out, struct cli *c, struct str under, const struct grid *g,
                                     struct period period, struct err *err);
/* What stands behind a number: "(ước)", "=", "§", "‡". */
enum { MARK_ESTIMATE = 1, MARK_COMPUTED = 2, MARK_CORRECTED = 4, MARK_LOCKED = 8 };
/* A number in the unit in which tables show the indicator. */
void grid_value_cell(struct cli *c, struct rows *r, const struct indicator *i, struct measured m, unsigned marks);
/* The same of a cell. MARK_COMPUTED among the marks: one when a formula gives it, for tables that show no ids. */
void grid_cell_put(struct cli *c, struct rows *r, const struct grid *g, const struct indicator *i,
                   const struct grid_cell *cell, unsigned marks);
/* MARK_CORRECTED when the figure of a cell was corrected after its report was locked, else 0. */
unsigned grid_corrected(struct corrected_marks *m, const struct grid *g, const struct question *q,
                        const struct grid_cell *cell);
/* The marks of a cell that a lock keeps a value of. */
unsigned locked_mark(const struct locked_cell *l);
/* The report whose lock keeps it, "B1"; "". */
void locked_id_put(struct cli *c, struct rows *r, const struct locked_cell *l);
/* The corrections of what stands in a table, and what locks keep in it (NULL: not asked for), below it for eyes. */
void corrected_put(struct cli *c, const struct corrected_marks *m, const struct locked_marks *locked);
/* The figure of a cell; of one that a formula gives the id under which `explain` has it, and "=" for eyes. */
void grid_id_put(struct rows *r, const struct grid_cell *cell, const struct question *q);
struct str grid_why_shown(const struct cli *c, enum grid_why why); /* grid_why_reason in the language of the user */
/* A line about cells of an indicator that nobody reported; nothing when there are none. */
void grid_computed_note(struct cli *c, size_t count, const struct formula_book *book, const struct indicator *i,
                        struct period period, enum unit_kind kind);
void grid_period_put(struct rows *r, struct period p);
#endif
