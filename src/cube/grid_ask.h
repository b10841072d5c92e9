/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_ask: questions to a grid. Each answer carries the ids of the figures that made it, or is followed to them by
 * grid_cells; what is missing is counted and never taken for zero; what cannot be reckoned says why.
 *
 * Which figure is the value or the plan of a period is said in choice.h, for all questions alike.
 */
#ifndef GRID_ASK_H
#define GRID_ASK_H
#include "answer.h"
#include "grid_column.h"
#include "grid_scope.h"

/* --- one unit */

/* The figure of just that key. */
struct grid_cell grid_point(const struct grid *g, const struct figure_key *key);
/* Whether some unit has a value of the indicator for a time inside a period, but not the period itself. */
bool grid_has_inside(const struct grid *g, struct str indicator, struct period period);
/* The value, and the plan, of an indicator for a period. */
struct grid_cell grid_value(const struct grid *g, const struct question *q);
struct grid_cell grid_plan(const struct grid *g, const struct question *q);

struct grid_series {
    VEC_FIELDS(struct grid_cell); /* by period */
};
/* The values of an indicator at all times; the plans (any layer) when `plans`. */
void grid_series(struct grid_series *out, struct arena *a, const struct grid *g, struct str unit,
                 const struct indicator *indicator, bool plans);

struct grid_figures {
    VEC_FIELDS(struct cube_figure);
};
/* All figures of some units, or those of one indicator unless `only` is NULL, as a cube takes them. Their strings live
 * as long as the grid; where they came from is not told. */
void grid_figures(struct grid_figures *out, struct arena *a, const struct grid *g, const struct str *units,
                  size_t unit_count, const struct indicator *only);

/* A comparison without its interval (comparison.h), which a board of hundreds can do without: whoever needs it asks
 * comparison_plan or comparison_growth for the two cells. */
struct grid_compared {
    enum incomparable why;   /* the rest has meaning when COMPARABLE */
    struct decimal value;    /* per cent to two digits, growth signed; or the difference in điểm % */
    enum figure_bound bound; /* of it */
    bool in_points;
    int8_t side; /* when both are exact: where the value is, unrounded: -1 below, 0 at, 1 above plan or base */
};

/* An indicator of a unit in a period beside its plan, the same period of last year and the period just before. */
struct grid_row {
    const struct indicator *indicator;
    struct grid_cell value, plan, last_year, before;
    struct grid_compared of_plan, on_last_year, on_before;
};
/* One row an indicator, in their order, into out[count]. Allocates nothing. */
void grid_board(struct grid_row *out, const struct grid *g, struct str unit, struct period period,
                const struct indicator *const *indicators, size_t count);

/* Two figures against each other: growth of a over b, by difference when they are in %. */
struct comparison grid_compare(const struct grid_cell *a, const struct grid_cell *b);
struct measured grid_measured(const struct grid_cell *c);

/* --- many units */

/* out[i]: the value of unit i of the scope. */
void grid_cells(struct grid_cell *out, const struct grid *g, const struct indicator *indicator, struct period period,
                const struct grid_scope *scope);

/* Cells of a table: out[unit * columns + column]. */
struct grid_axis {
    const struct indicator *indicator;
    struct period period;
};
void grid_pivot(struct grid_cell *out, const struct grid *g, const uint32_t *slots, size_t slot_count,
                const struct grid_axis *columns, size_t column_count);

enum grid_why {
    GRID_ADDED,
    GRID_NO_FIGURES,    /* none of the units has one */
    GRID_NOT_ADDITIVE,  /* neither a sum nor a weighted mean: an index, a rank */
    GRID_NEEDS_WEIGHT,  /* a rate: only with its denominator */
    GRID_ZERO_WEIGHT,   /* the denominators add up to zero or less */
    GRID_OTHER_MEASURE, /* in different units of measure */
    GRID_HAS_RANGE,     /* a figure is a range */
    GRID_TOO_LARGE,     /* does not fit in 18 digits */
    GRID_WHYS
};
struct str grid_why_reason(enum grid_why why); /* behind "không cộng được: "; "" for GRID_ADDED */

struct grid_rollup {
    enum grid_why why;
    struct decimal value; /* a mean: to the finest scale of its values, two digits at least, half away from zero */
    struct decimal of;    /* the n of figures m/n, when all are such */
    bool has_of;
    enum figure_bound bound; /* of the sum of what is there; "about" of what a formula gives without end */
    struct str measure;
    uint32_t units, have; /* asked for; with a figure (and a weight). The others are missing. */
    uint32_t estimates;   /* of those that have: not actual */
    uint32_t computed;    /* of those that have: nobody reported it, a formula gives it (reckon.h) */
};
/* What the units of a scope make together: the sum where the indicator adds up over units; where it is a rate, the mean
 * weighted by `weight` (its denominator: people, households), which may be NULL when it adds up. */
struct grid_rollup grid_rollup(const struct grid *g, const struct indicator *indicator, struct period period,
                               const struct grid_scope *scope, const struct indicator *weight);
/* The same of cells that were found in another way, in any order; `weights` beside them, or NULL. */
struct grid_rollup grid_rollup_cells(const struct grid *g, const struct indicator *indicator,
                                     const struct grid_cell *cells, const struct grid_cell *weights, uint32_t count);
/* Sums of many scopes at many columns at once: out[scope * columns + column]. Without weights. */
void grid_pivot_rollup(struct grid_rollup *out, const struct grid *g, const struct grid_scope *scopes,
                       size_t scope_count, const struct grid_axis *columns, size_t column_count);

/* A league table. The rule: better first, as the direction of the indicator says (where neither is good, more first);
 * equal values share a rank and the next ranks are left out (1, 2, 2, 4); who has no figure has no rank and stands at
 * the end; among equals the order is that of the tree, which says nothing. */
struct grid_ranked {
    uint32_t unit; /* place in the scope */
    uint32_t rank; /* from 1; 0: no figure, or a range */
    bool tied;
    struct grid_cell cell;
};
struct grid_ranking {
    const struct grid_ranked *at;
    uint32_t len, ranked; /* the first `ranked` have a rank */
    bool lowest_first;
};
struct grid_ranking grid_rank(struct arena *a, const struct grid *g, const struct indicator *indicator,
                              struct period period, const struct grid_scope *scope);

/* The same of cells that were found in another way: cells[i] is of unit i. */
struct grid_ranking grid_rank_cells(struct arena *a, const struct grid_cell *cells, uint32_t count,
                                    const struct indicator *indicator);

/* A scan: all figures of kind LEVEL whose value lies in a range, an indicator at a time. */
struct grid_scan {
    const struct grid_scope *scope; /* NULL: all units */
    bool has_aspect;
    enum figure_aspect aspect;
    struct date from, to; /* figures whose period lies in these days; unknown: any */
    struct column_range range;
};
struct grid_found {
    uint32_t seen, found;
    struct wide sum; /* of those found */
};
/* Of one indicator. */
struct grid_found grid_scan_one(const struct grid *g, uint32_t indicator, const struct grid_scan *q);
/* out[i] for each indicator of the grid (grid_size.indicators of them). */
void grid_scan_all(struct grid_found *out, const struct grid *g, const struct grid_scan *q);
/* The figures themselves, at most `most`, by lane, period and slot. */
struct grid_hit {
    uint32_t slot;
    struct grid_cell cell;
};
struct grid_hits {
    VEC_FIELDS(struct grid_hit);
};
void grid_scan_list(struct grid_hits *out, struct arena *a, const struct grid *g, uint32_t indicator,
                    const struct grid_scan *q, size_t most);
#endif
