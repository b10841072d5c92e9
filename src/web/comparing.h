/* SPDX-License-Identifier: Apache-2.0
 *
 * comparing: many units by one indicator in one period, as the pages that set units beside each other ask for it (a
 * table, a map): what a visitor chose, what there is to choose, and how each unit stands.
 *
 *   chi-tieu   the indicator; else the first that the record has figures of
 *   ky         the period; else the latest
 *   don-vi     the place in which the units lie, by name or code; else everywhere
 *   cap        their level; else that of which most units have a number
 *   xep        what they are compared by
 */
#ifndef COMPARING_H
#define COMPARING_H
#include "frame.h"
#include "grid_record.h"
#include "office_formulas.h"
#include "stand.h"

enum compare_by { BY_NUMBER, BY_PLAN, BY_PERIOD, COMPARE_BYS };

struct comparing {
    struct grid *grid;
    struct office_formulas formulas;
    const struct indicator *indicator; /* NULL: the record has no figures */
    struct period period;              /* NONE: likewise */
    struct str under;                  /* as it was typed; "": everywhere */
    enum unit_kind level;
    enum compare_by by;
    struct grid_scope scope;
    uint32_t *units;         /* those of the scope that the visitor may see: places in it, */
    uint32_t count;          /* ... so many */
    struct grid_cell *cells; /* beside the units of the scope: as reported, else by formula */
    struct grid_row *rows;   /* ... with plan and last year */
};

struct str compare_by_name(struct visit *v, enum compare_by by); /* "% kế hoạch" */

[[nodiscard]] bool comparing_read(struct comparing *out, struct comparing_view *view, struct visit *v, struct err *err);
/* `unit` below: a place in the scope. As stand.h has a row, for its verdicts; made[] stay empty. */
struct stand_row comparing_row(const struct comparing *c, uint32_t unit);
/* What it is ranked or coloured by: the number, or per cent; not known: it cannot be. */
struct grid_cell comparing_cell(const struct comparing *c, uint32_t unit);
/* The evidence of its number, and its page. */
struct link comparing_evidence(struct visit *v, const struct comparing *c, uint32_t unit);
struct link comparing_page(struct visit *v, const struct comparing *c, uint32_t unit);

#define COMPARING_FIELDS                                                                                               \
    {"chi-tieu", PAGE_TEXT, 100}, {"don-vi", PAGE_TEXT, 200}, {"ky", PAGE_WORD, 40}, {"cap", PAGE_WORD, 20},           \
    {                                                                                                                  \
        "xep", PAGE_WORD, 20                                                                                           \
    }
#endif
