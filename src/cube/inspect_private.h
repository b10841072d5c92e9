/* SPDX-License-Identifier: Apache-2.0
 *
 * inspect_private: what the rules of inspect share.
 */
#ifndef INSPECT_PRIVATE_H
#define INSPECT_PRIVATE_H
#include "grid_private.h"
#include "inspect.h"

struct inspecting {
    struct inspection *out;
    struct arena *arena;
    const struct grid *grid;
    const struct inspect_ask *ask;
    struct {
        VEC_FIELDS(uint32_t);
    } ids; /* of the figures of the sum that is looked at */
};

/* Whether findings of a rule are wanted at cells of an indicator, of a column (by its key), of a slot. */
bool inspect_wants(const struct inspecting *in, enum inspect_rule rule);
bool inspect_wants_indicator(const struct inspecting *in, const struct indicator *i);
bool inspect_wants_period(const struct inspecting *in, uint64_t key);
bool inspect_wants_slot(const struct inspecting *in, uint32_t slot);
/* Keep it, if a figure that takes part is new enough: of the cells listed, or `newest` of those that are not. */
void inspect_put(struct inspecting *in, const struct inspected *f, uint32_t newest);

/* The indicator of a family; NULL: not of the catalogue. */
const struct indicator *inspect_indicator(const struct grid *g, uint32_t family);
const struct grid_family *inspect_family(const struct grid *g, const struct indicator *i);
/* Whether a figure counts in the unit of the catalogue. */
bool inspect_fits(const struct indicator *i, const struct grid_cell *c);
static inline const struct grid_lane *inspect_lane(const struct inspecting *in, uint64_t key)
{
    return grid_lane(in->grid, (uint32_t)(key >> 32));
}

void inspect_ranges(struct inspecting *in);
void inspect_parts(struct inspecting *in);
void inspect_units(struct inspecting *in);
void inspect_jumps(struct inspecting *in);
void inspect_twins(struct inspecting *in);
#endif
