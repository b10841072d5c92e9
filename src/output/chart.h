/* SPDX-License-Identifier: Apache-2.0
 *
 * chart: a line chart as places on a picture. Exact numbers go in, whole pixels come out; who draws (a page, a printed
 * report) only writes them down, so a picture is the same everywhere and in every run.
 *
 *   What is missing is not drawn: a line stops before it and goes on behind it, and is never led across. A value that
 *   stands alone between two that are missing is a dot.
 *   The axis begins at 0 unless all values lie in a narrow band far from it (the lowest above three quarters of the
 *   highest): then it begins at a round number below, and `cut` says so.
 *   Lines are named at their ends and not in a legend; names that would stand on each other are moved apart.
 */
#ifndef CHART_H
#define CHART_H
#include "arena.h"
#include "decimal.h"
#include "tr.h"

enum {
    CHART_WIDTH = 1000,
    CHART_HEIGHT = 300,
    CHART_LEFT = 72,
    CHART_RIGHT = 130, /* room for the names of lines */
    CHART_TOP = 16,
    CHART_BOTTOM = 34
};

enum chart_style {
    CHART_NOW,    /* what is spoken of */
    CHART_BEFORE, /* the year before: grey, dashed */
    CHART_PLAN,   /* dotted */
    CHART_LOW,    /* the two ends of what is expected, between which is shaded */
    CHART_HIGH
};

struct chart_value {
    bool known;
    struct decimal value;
    struct str said; /* for who points at it: "tháng 3: 1.234 tỷ đồng" */
};

struct chart_series {
    enum chart_style style;
    struct str name;
    const struct chart_value *at; /* one a position */
};

/* --- places */

struct chart_dot {
    uint32_t x, y;
    struct str said;
};
struct chart_run {
    struct str path; /* "M72 40L130 52" */
};
struct chart_line {
    enum chart_style style;
    struct str name;
    uint32_t name_x, name_y;
    struct {
        VEC_FIELDS(struct chart_run);
    } runs;
    struct {
        VEC_FIELDS(struct chart_dot);
    } dots;
};
struct chart_mark {
    uint32_t at; /* x of a position, y of a number */
    struct str text;
};
struct chart {
    struct {
        VEC_FIELDS(struct chart_line);
    } lines;
    struct {
        VEC_FIELDS(struct chart_mark);
    } numbers, positions;
    struct str band; /* a closed path; "": none */
    bool cut;        /* the axis does not begin at 0 */
};

/* False, and nothing in *out, when fewer than two values are known or they do not fit one scale. `positions`: their
 * names, from left to right; where there is no room for all every second, third, ... is left out, never the last. */
bool chart_make(struct chart *out, struct arena *a, const struct str *positions, size_t count,
                const struct chart_series *series, size_t series_count, enum lang lang);
#endif
