/* SPDX-License-Identifier: Apache-2.0
 *
 * load_private: what the two halves of load share: the lines of a file as arrays (load_read.c), and what is made of
 * them (load.c).
 */
#ifndef LOAD_PRIVATE_H
#define LOAD_PRIVATE_H
#include "grid.h"
#include "load.h"
#include "map.h"

/* A column of the result: figures of one key. */
struct load_key {
    const struct indicator *indicator;
    uint32_t period; /* in periods */
    enum figure_aspect aspect;
    struct str layer;
};

/* A value outside a soft limit. */
struct load_doubt {
    uint32_t at; /* place among the lines */
    struct range_limit limit;
};

struct load_lines {
    struct {
        VEC_FIELDS(struct load_doubt);
    } doubts;
    size_t doubts_dropped; /* beyond INSPECT_MOST they are only counted */
    size_t count;
    uint32_t *key, *unit, *line; /* of each figure: in keys, in units; the line in the file, from 1 */
    int64_t *coefficient;
    int8_t *scale;
    struct {
        VEC_FIELDS(struct load_key);
    } keys;
    struct {
        VEC_FIELDS(struct str);
    } units; /* ids */
    struct {
        VEC_FIELDS(struct period);
    } periods;
};

[[nodiscard]] bool load_lines_read(struct load_lines *out, struct db *db, struct arena *a, struct str bytes,
                                   struct str name, struct err *err);

/* The sums of a file, judged as validate judges those of a record: what takes part in one is put into a grid of its
 * own, a part at a time, in the order of the sorted lines. */
struct load_check {
    struct arena *arena;
    struct sum_rules sums;
    struct grid *grid;
    bool *takes_part; /* of each indicator of the catalogue */
};
void load_check_open(struct load_check *out, struct arena *a, const struct load_lines *l);
/* first: place of its first figure in the order, from 1. */
void load_check_part(struct load_check *c, const struct figure_part *p, uint32_t first);
/* All that was found, doubts of values as well, by line; order: of the lines. Closes the check. */
[[nodiscard]] bool load_check_end(struct validation *out, struct load_check *c, struct db *db,
                                  const struct load_lines *l, const uint32_t *order, struct str name, struct err *err);
void load_check_drop(struct load_check *c);
#endif
