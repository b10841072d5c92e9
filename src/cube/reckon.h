/* SPDX-License-Identifier: Apache-2.0
 *
 * reckon: formulas (domain/formula_book.h) over the figures of one unit. Each operand is a figure where there is one,
 * else what its own formula gives, and the result keeps which it was, so that it can be explained.
 *
 * Time:
 *   - An operand is of the period that is asked for; "cùng kỳ" of the same window a year before; a plan of the period,
 *     else of its year (choice.h).
 *   - A stock (people, households, debts) is not reported for every period. Where it has no value for just this time
 *     the last one stands for it that ended on or before the last day of the period and not more than RECKON_MONTHS
 *     months before it; which one is kept (`carried`).
 *   - A flow without a value for the period, and without a formula, whose parts have one each (its months, its
 *     quarters; the fewest that make it exactly: period_cover.h) is their sum. A part that is missing makes it missing.
 *   - What is per year (its unit has "năm" in it) is reckoned for whole years alone: nothing is annualised.
 */
#ifndef RECKON_H
#define RECKON_H
#include "answer.h"
#include "formula_book.h"
#include "grid_ask.h"

enum { RECKON_MONTHS = 12, RECKON_MOST = 500 };

/* A figure as a source gives it. */
struct sourced {
    bool known;
    bool has_max; /* a range: not one number */
    struct measured value;
    uint32_t id; /* F12 */
    struct period period;
    enum figure_aspect aspect;
    struct str layer;
    bool changed; /* a plan with supplements added to that figure */
};

/* The figures of one unit: a cube or a grid. */
struct figure_source {
    const struct cube *cube; /* or NULL: */
    const struct grid *grid;
    struct str unit;
    enum unit_kind kind; /* some formulas are of some kinds of units alone; UNIT_KINDS: not known */
};

enum operand_state {
    OPERAND_KNOWN,
    OPERAND_MISSING,
    OPERAND_OLD,     /* a stock whose last value, `figure`, is too old */
    OPERAND_RANGE,   /* the figure is a range */
    OPERAND_MEASURE, /* the figure is measured in something that does not convert */
};

struct reckoned;

struct reckoned_operand {
    const struct formula_node *node;
    const struct indicator *indicator;
    struct period period; /* for which it is wanted */
    enum operand_state state;
    bool carried; /* a stock of an earlier time: figure.period */
    struct sourced figure;
    const struct reckoned *computed; /* by its formula, when there is no figure; NULL: not */
};

struct reckoned {
    const struct formula_rule *rule;
    struct period period;
    struct formula_value result;
    struct decimal fine;   /* value with more digits than tables show */
    bool rounded, inexact; /* value is not exact; nor is fine */
    struct measured
        value; /* rounded (never to 0), in the canonical unit of the indicator; known: result.why is FORMULA_KNOWN */
    bool estimate; /* something in it is an estimate */
    bool carried;  /* something in it is a stock of an earlier time */
    bool fresh;    /* something in it is a figure of just this period: not all is plan or carried on */
    struct {
        VEC_FIELDS(struct reckoned_operand); /* one a node of the formula; node NULL for what is no operand */
    } operands;
    const struct period *times; /* of a sum of parts: the time of each node; NULL: as the roles of the nodes say */
    bool begun, done;
};

/* The indicator by its formula, whether or not a figure is reported; else, of a flow without a figure, by the parts of
 * the period. NULL: neither. */
const struct reckoned *reckon(struct arena *a, const struct formula_book *book, const struct figure_source *from,
                              struct str code, struct period period);
/* The value for a comparison, with the digits that tables do not show; of percentages, whose comparison is a
 * difference, as it is shown. */
struct measured reckoned_full(const struct reckoned *r);
/* Whether a reported value cannot be the reckoned one, however the digits of both were rounded. Never when a stock was
 * carried on: the report may have had the number of its own time. */
bool reckoned_differs(const struct reckoned *r, const struct measured *reported);
/* What stands in the way: the first operand that is not known, looked for down to the figures; NULL: none. */
const struct reckoned_operand *reckoned_missing(const struct reckoned *r);

/* --- over many units and periods (reckon_many.c) */

/* Cells of a scope as grid_cells gives them, with what the formula gives for units that reported nothing. */
void reckon_cells(struct grid_cell *out, struct arena *a, const struct grid *g, const struct formula_book *book,
                  const struct indicator *indicator, struct period period, const struct grid_scope *scope);
/* One cell that nobody reported, by the formula or the parts of the period; not known: by neither. */
void reckon_one(struct grid_cell *out, struct arena *a, const struct grid *g, const struct formula_book *book,
                const struct question *q, enum unit_kind kind);
/* Cells of a table as grid_pivot gives them, for the units of a scope: out[unit * columns + column]. */
void reckon_pivot(struct grid_cell *out, struct arena *a, const struct grid *g, const struct formula_book *book,
                  const struct grid_scope *scope, const struct grid_axis *columns, size_t column_count);
/* What the units of a scope make together as grid_rollup has it, each unit with what the formula gives where it
 * reported nothing; so of the weight. */
struct grid_rollup reckon_rollup(struct arena *a, const struct grid *g, const struct formula_book *book,
                                 const struct indicator *indicator, struct period period,
                                 const struct grid_scope *scope, const struct indicator *weight);
/* A series as grid_series gives it, with what the formula gives for times without a figure: for those times of the grid
 * of which something in the formula was reported. Parts are added up for times of a kind that was reported too: a
 * quarter beside quarters. */
void reckon_series(struct grid_series *out, struct arena *a, const struct grid *g, const struct formula_book *book,
                   struct str unit, enum unit_kind kind, const struct indicator *indicator);

/* The figures that a source gives (reckon_source.c). */
struct sourced source_value(const struct figure_source *s, const struct indicator *i, struct period p);
struct sourced source_plan(const struct figure_source *s, const struct indicator *i, struct period p,
                           const struct formula_node *node);
/* The times inside a period, but not the period itself, for which it has a value that is one number. */
struct source_times {
    VEC_FIELDS(struct period);
};
void source_times(struct source_times *out, struct arena *a, const struct figure_source *s, const struct indicator *i,
                  struct period inside);
/* The value whose period ends last on or before a day. */
struct sourced source_latest(const struct figure_source *s, struct arena *a, const struct indicator *i,
                             struct date day);
#endif
