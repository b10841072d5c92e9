/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_column: the figures of one indicator, lane and period over all units: values packed one behind the other in
 * the order of the units' slots, and which slots have one.
 *
 *     slots     0 1 2 3 4 5 6 7 ...      words   1 0 1 1 0 0 1 0     (or, of few, the list 0 2 3 6)
 *     packed    [0] [1] [2] [3]          values  12 7 40 3           rank(slot) = packed values before it
 *
 * So the values of a run of slots stand together, a sum over a run is a sum over an array, and what is missing costs a
 * bit. Values are coefficients of 4 bytes where all fit, else of 8, with one scale where all have it, else one each:
 * exact as they were reported. What a plain number does not say (a range, m of n, "hơn", another unit of measure)
 * stands aside, by place.
 *
 * Invariants:
 *   1. A column is never written after grid_column_pack.
 *   2. ids == NULL: the id of value i is first_id + i.
 *   3. asides are in the order of their places.
 */
#ifndef GRID_COLUMN_H
#define GRID_COLUMN_H
#include "arena.h"
#include "measure.h"
#include "wide.h"

struct grid_aside {
    uint32_t at; /* packed place */
    uint32_t measure;
    enum figure_bound bound;
    bool has_max, has_of;
    struct decimal max, of;
};

struct grid_layer;

/* 64 slots: which of them have a value, and how many packed values stand before them. */
struct grid_word {
    uint64_t bits;
    uint32_t before;
};

/* What a look-up reads stands in the first 64 bytes. */
struct grid_column {
    _Alignas(64) uint32_t count; /* values */
    uint32_t slots;              /* that words speak of */
    uint32_t measure;            /* of all that are not aside */
    uint32_t first_id, aside_count;
    bool is_wide; /* values are int64_t */
    bool is_full; /* every slot from 0 on has a value: place and slot are one */
    bool is_list; /* few values: their slots are in `list`, there are no words */
    int8_t scale; /* of all, when scales == NULL */
    const void *values;
    const struct grid_word *words;
    const int8_t *scales;
    const uint32_t *ids;
    uint64_t largest; /* magnitude of the coefficients */
    const uint32_t *list;
    const struct grid_aside *asides;
    struct grid_layer *layer; /* that the memory belongs to */
    size_t size;              /* bytes */
};

/* A value with its place, on the way in or out of a column. */
struct grid_value {
    uint32_t slot, id;
    struct decimal value;
    const struct grid_aside *aside; /* NULL: a plain number in the unit of measure of the column */
    bool gone;                      /* on the way in: the figure of that id does not stand any more */
};

/* Packed values before a slot: a run of slots [a, b) is the packed run [rank(a), rank(b)). */
uint32_t grid_column_rank(const struct grid_column *c, uint32_t slot);
bool grid_column_has(uint32_t *at, const struct grid_column *c, uint32_t slot);
/* Fetch what grid_column_has will read first, for whoever asks many columns one after the other. */
void grid_column_expect(const struct grid_column *c, uint32_t slot);
struct decimal grid_column_decimal(const struct grid_column *c, uint32_t at);
uint32_t grid_column_id(const struct grid_column *c, uint32_t at);
const struct grid_aside *grid_column_aside(const struct grid_column *c, uint32_t at); /* NULL: a plain number */

/* Slots of packed places [first, end), in order: for (w = grid_column_walk(c, first); w.at < end;
 * grid_column_step(&w)). */
struct column_walk {
    const struct grid_column *column;
    uint32_t at, slot;
    uint64_t rest;
};
struct column_walk grid_column_walk(const struct grid_column *c, uint32_t first);
void grid_column_step(struct column_walk *w);

/* Add packed places [first, end) to a sum. */
void grid_column_sum(struct wide *sum, const struct grid_column *c, uint32_t first, uint32_t end);

/* How many of packed places [first, end) lie in [low, high], their sum added to `sum`. NULL: no such end. */
struct column_range {
    bool has_low, has_high, low_open, high_open; /* open: the end itself is outside */
    struct decimal low, high;
};
uint32_t grid_column_scan(struct wide *sum, const struct grid_column *c, uint32_t first, uint32_t end,
                          const struct column_range *range);
bool range_holds(const struct column_range *range, struct decimal value);

/* Pack values that are sorted by slot, one a slot. */
struct grid_column *grid_column_pack(struct arena *a, const struct grid_value *values, uint32_t count,
                                     uint32_t measure);
/* A copy of all its memory. */
struct grid_column *grid_column_copy(struct arena *a, const struct grid_column *c);
/* An old column (or NULL) with new values in `measure`, sorted by slot, then those that are gone, then by id; the
 * newest id of a slot stays. NULL when nothing is left. The scratch arena is left as it was found. */
struct grid_column *grid_column_merge(struct arena *a, struct arena *scratch, const struct grid_column *old,
                                      const struct grid_value *values, size_t count, uint32_t measure);
#endif
