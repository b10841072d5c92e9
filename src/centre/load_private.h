/* SPDX-License-Identifier: Apache-2.0
 *
 * load_private: what the two halves of load share: the lines of a file as arrays (load_read.c), and what is made of
 * them (load.c).
 */
#ifndef LOAD_PRIVATE_H
#define LOAD_PRIVATE_H
#include "grid.h"
#include "load.h"
#include "load_map.h"

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
    struct {
        VEC_FIELDS(struct load_unknown);
    } unknown;
    uint64_t skipped;  /* lines that the map leaves out */
    uint64_t empty;    /* lines without a value */
    uint64_t rounded;  /* numbers that were finer than the record can hold */
    struct str passed; /* heads of columns that hold nothing of ours */
};

/* What stands in a file, unpacked if it was packed. Errors: ERR_SHEET_DAMAGED, ERR_SHEET_BOMB, those of child_run. */
[[nodiscard]] bool load_unpack(struct str *bytes, struct arena *a, struct str name, struct err *err);
enum { LOAD_FIELDS_MOST = 64 };
struct str load_after_mark(struct str bytes); /* without the mark of UTF-8 */
struct str load_take_line(struct str *rest);  /* without its end */
/* The fields of a line; how many there are, LOAD_FIELDS_MOST + 1 for more. */
size_t load_split(struct str *out, struct arena *a, struct str line, char mark);

/* The first line. */
struct load_heads {
    char mark; /* between fields */
    size_t fields;
    int at[LOAD_COLUMNS]; /* the field of a column; -1: there is none */
    unsigned missing;     /* bits 1 << enum load_column of those that are needed */
    struct str passed;    /* heads of columns that hold nothing of ours */
};
/* Errors: ERR_LOAD_HEAD_TOLD (the map names a head that is not there), ERR_LOAD_HEAD_TWICE, ERR_LOAD_FIELDS. */
[[nodiscard]] bool load_heads_read(struct load_heads *out, struct arena *a, struct str bytes, struct str name,
                                   const struct load_map *map, struct err *err);
/* A code that nobody knows does not end the reading: it is in unknown, and its lines are left out. */
[[nodiscard]] bool load_lines_read(struct load_lines *out, struct db *db, struct arena *a, struct str bytes,
                                   const struct load_options *o, struct err *err);

/* Its figures beside those of earlier years (load_jumps.c). */
struct load_jumps {
    struct grid *grid; /* of the record and of what came so far; NULL: the file is too large to be judged */
    uint32_t first;    /* id of its first figure */
};
[[nodiscard]] bool load_jumps_open(struct load_jumps *out, struct db *db, struct arena *a, const struct load_lines *l,
                                   uint32_t first, struct err *err);
/* place: of its first figure in the order, from 1. */
void load_jumps_part(struct load_jumps *j, const struct figure_part *p, uint32_t place);
/* Adds what was found. */
[[nodiscard]] bool load_jumps_end(struct validation *out, const struct load_jumps *j, struct db *db, struct arena *a,
                                  const struct load_lines *l, const uint32_t *order, struct str name, struct err *err);
void load_jumps_drop(struct load_jumps *j);

/* The sums of a file, judged as validate judges those of a record: what takes part in one is put into a grid of its
 * own, a part at a time, in the order of the sorted lines. */
struct load_check {
    struct arena *arena;
    struct sum_rules sums;
    struct grid *grid;
    bool *takes_part; /* of each indicator of the catalogue */
    struct load_jumps jumps;
};
/* first: the id that its first figure will get. */
[[nodiscard]] bool load_check_open(struct load_check *out, struct db *db, struct arena *a, const struct load_lines *l,
                                   uint32_t first, struct err *err);
/* first: place of its first figure in the order, from 1. */
void load_check_part(struct load_check *c, const struct figure_part *p, uint32_t first);
/* One finding, told at a line; texts of the grid are copied. */
void load_found_put(struct validation *out, struct arena *a, struct validated v, uint32_t line, struct str name);
/* All that was found, doubts of values as well, by line; order: of the lines. Closes the check. */
[[nodiscard]] bool load_check_end(struct validation *out, struct load_check *c, struct db *db,
                                  const struct load_lines *l, const uint32_t *order, struct str name, struct err *err);
void load_check_drop(struct load_check *c);
#endif
