/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_private: what the files of grid share: the parts of a snapshot.
 */
#ifndef GRID_PRIVATE_H
#define GRID_PRIVATE_H
#include "grid.h"
#include "grid_column.h"
#include "map.h"

#include <stdatomic.h>

/* Memory that was made at once and is given back at once, when no grid needs anything of it. */
struct grid_layer {
    atomic_uint references;
    struct arena *arena; /* the layer itself is in it */
    size_t size;         /* of all that was made in it: columns, families, names */
};

/* A layer in a grid, and how much of it this grid uses. */
struct grid_use {
    struct grid_layer *layer;
    size_t live;
};

/* The names, each with the place where it was first said. Never changed: more names are a new struct. */
struct grid_names {
    struct grid_layer *layer;
    size_t size;
    const struct str *units, *indicators, *measures;
    const struct period *periods;
    const struct grid_lane *lanes;
    uint32_t unit_count, indicator_count, measure_count, period_count, lane_count;
    struct map unit_of, indicator_of;
};

/* The columns of an indicator, by lane, then period. */
struct grid_family {
    struct grid_layer *layer;
    size_t size;
    uint32_t count;
    const uint64_t *keys; /* lane << 32 | period */
    const struct grid_column *const *columns;
};

struct grid {
    atomic_uint references;
    struct arena *arena; /* the grid itself is in it */
    const struct grid_names *names;
    const struct grid_family *const *families; /* an indicator each; NULL: nothing of it */
    const struct grid_use *uses;
    size_t use_count;
};

static inline uint64_t column_key(uint32_t lane, uint32_t period)
{
    return (uint64_t)lane << 32 | period;
}

/* The names with those that a batch says and they do not have. What a maker was given lives as long as it. */
struct names_maker {
    struct arena *arena;            /* scratch */
    const struct grid_names *names; /* the old ones */
    struct {
        VEC_FIELDS(struct str);
    } units, indicators, measures;
    struct {
        VEC_FIELDS(struct period);
    } periods;
    struct {
        VEC_FIELDS(struct grid_lane);
    } lanes;
    struct map unit_of, indicator_of; /* of the new ones */
};
uint32_t names_unit(struct names_maker *m, struct str unit);
uint32_t names_indicator(struct names_maker *m, struct str code);
uint32_t names_measure(struct names_maker *m, struct str measure);
uint32_t names_period(struct names_maker *m, struct period p);
uint32_t names_lane(struct names_maker *m, const struct grid_lane *l);
bool names_are_new(const struct names_maker *m);
/* Old and new ones, all of it in the layer. */
const struct grid_names *names_make(const struct names_maker *m, struct grid_layer *layer);

/* The column, or NULL. */
const struct grid_column *family_find(const struct grid_family *f, uint64_t key);
static inline const struct grid_family *family_of(const struct grid *g, uint32_t indicator)
{
    return indicator < g->names->indicator_count ? g->families[indicator] : NULL;
}
struct grid_cell column_cell(const struct grid *g, const struct grid_column *c, uint64_t key, uint32_t at);
#endif
