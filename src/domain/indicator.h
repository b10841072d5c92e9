/* SPDX-License-Identifier: Apache-2.0
 *
 * indicator: what is measured, as the catalogue (data/indicators.tsv, data/indicator_names.tsv) defines it. The catalogue is
 * compiled into the program; indicators that an office adds live in the record and are given as a second catalogue.
 */
#ifndef INDICATOR_H
#define INDICATOR_H
#include "measure.h"

struct arena;

struct indicator_id {
    uint32_t n; /* 0: none; else 1 + place in the catalogue */
};

enum time_behaviour {
    TIME_FLOW,  /* adds up over time: revenue, dossiers received */
    TIME_STOCK, /* as of a day: population, firms in operation */
    TIME_RATE,  /* numerator over denominator: never added */
    TIME_COUNT
};

enum direction { DIRECTION_UP, DIRECTION_DOWN, DIRECTION_NONE };             /* which way is good */
enum aggregation { AGGREGATE_SUM, AGGREGATE_WEIGHTED, AGGREGATE_NONE };      /* over units of a unit */

struct indicator {
    struct str code; /* "C01" */
    struct str name; /* official Vietnamese name */
    struct str unit; /* unit of measure shown: "tỷ đồng", "%", "hồ sơ" */
    struct str canonical_unit; /* as statements write it: "VND", "%", "hồ sơ" */
    enum time_behaviour time;
    enum direction direction;
    enum aggregation aggregation;
    struct str citation; /* where the definition comes from */
};

struct indicators {
    const struct indicator *at;
    size_t len;
};

struct indicators indicator_catalogue(void);
const struct indicator *indicator_find(struct str code); /* NULL when there is none */
/* The indicator that a phrase of a report names, given the unit of the figure ("" when unknown): the best match of the names
 * in data/indicator_names.tsv by folded words. NULL when nothing fits well or two fit equally. */
const struct indicator *indicator_of_phrase(struct arena *scratch, struct str phrase, struct str unit, enum figure_kind kind);
#endif
