/* SPDX-License-Identifier: Apache-2.0
 *
 * load_private: what the two halves of load share: the lines of a file as arrays (load_read.c), and what is made of
 * them (load.c).
 */
#ifndef LOAD_PRIVATE_H
#define LOAD_PRIVATE_H
#include "load.h"
#include "map.h"

/* A column of the result: figures of one key. */
struct load_key {
    const struct indicator *indicator;
    uint32_t period; /* in periods */
    enum figure_aspect aspect;
    struct str layer;
};

struct load_lines {
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
#endif
