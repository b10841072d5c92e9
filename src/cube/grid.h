/* SPDX-License-Identifier: Apache-2.0
 *
 * grid: all current figures of a record as columns, for reckoning over many units: one column an (indicator, lane,
 * period), where the lane is what else is in the key of a figure (kind, aspect, layer of plan, what it is against). A
 * grid is immutable and counted: whoever holds one sees one state for as long as he holds it, on any thread.
 *
 *     grid 7 ---+--> layer A (the first load)   columns, columns, ...
 *               |
 *     grid 8 ---+--> layer B (one commit)       the columns that the commit touched
 *
 * The next state is made from the one before and what was committed: the columns that are touched are made anew in a
 * layer of their own, all others are shared. So a commit costs what it touches, not what is there. Layers that are
 * mostly outlived, or many small ones, are copied together on the way (grid_next), a bounded piece at a time.
 *
 * Units have slots, in the order in which they were told: when the first batch tells them in pre-order of a hierarchy,
 * whatever lies below a unit is a run of slots (unit_tree.h, grid_scope.h).
 *
 * A grid is a handle: it holds its memory itself and goes with the last grid_drop.
 */
#ifndef GRID_H
#define GRID_H
#include "cube.h"
#include "decimal.h"

struct grid;

/* What the key of a figure has beside indicator, unit and period. */
struct grid_lane {
    enum figure_kind kind;
    enum figure_aspect aspect;
    enum figure_against against;
    struct period against_period;
    struct str layer;
};

/* Many figures of one key, each of another unit. */
struct grid_block {
    struct figure_key key; /* its unit is not looked at */
    struct str measure;
    const uint32_t *places; /* of the units, among those of the batch */
    const int64_t *coefficients;
    const int8_t *scales;
    uint32_t first_id; /* the id of value i is first_id + i */
    size_t count;
};

/* What is new. Of one key the figure with the highest id counts. */
struct grid_batch {
    const struct str *units; /* to get slots in this order, before all that comes with figures; may repeat */
    size_t unit_count;
    const struct grid_block *blocks;
    size_t block_count;
    const struct cube_figure *figures;
    size_t figure_count;
    const struct cube_figure *gone; /* do not stand any more; what stands instead is among the figures */
    size_t gone_count;
};

/* An empty one; one reference, of the caller. */
struct grid *grid_open(void);
struct grid *grid_hold(struct grid *g);
void grid_drop(struct grid *g); /* NULL is allowed */
/* The state after a batch; g stays as it is. One reference, of the caller. Nothing of the batch is kept. */
struct grid *grid_next(struct grid *g, const struct grid_batch *batch);

/* The latest state of a record that lives on, for one writer and any number of readers. */
struct grid_live;
struct grid_live *grid_live_open(void); /* an empty grid */
void grid_live_close(struct grid_live *live);
struct grid *grid_live_hold(struct grid_live *live); /* to be dropped by the caller */
void grid_live_commit(struct grid_live *live, const struct grid_batch *batch);

struct grid_size {
    size_t figures, columns, layers;
    size_t units, indicators, lanes, periods; /* seen so far */
    size_t bytes;                             /* of the columns */
    size_t held;                              /* from the system, by all layers */
};
struct grid_size grid_size(const struct grid *g);

#define GRID_NONE UINT32_MAX

/* Places of names; GRID_NONE when nothing was said of them. */
uint32_t grid_unit_find(const struct grid *g, struct str unit); /* the slot */
uint32_t grid_indicator_find(const struct grid *g, struct str code);
uint32_t grid_period_find(const struct grid *g, struct period p);
struct str grid_unit(const struct grid *g, uint32_t slot);
struct str grid_indicator(const struct grid *g, uint32_t indicator);
struct period grid_period(const struct grid *g, uint32_t period);
const struct grid_lane *grid_lane(const struct grid *g, uint32_t lane);

/* One figure. Its strings live as long as the grid. */
struct grid_cell {
    bool known;
    uint32_t id; /* in the record: F12 */
    uint32_t lane, period;
    struct decimal value, max, of;
    bool has_max, has_of;
    bool computed, estimate; /* by a formula (reckon.h): no id, no lane; out of an estimate */
    bool changed;            /* a plan with supplements added to the figure of `id` (answer.h) */
    enum figure_bound bound;
    struct str measure;
    bool rounded;        /* of a formula: value was rounded for tables, and */
    struct decimal fine; /* has more digits, for sums and other programs */
    bool inexact;        /* so is fine: a third has no last digit */
};
#endif
