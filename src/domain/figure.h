/* SPDX-License-Identifier: Apache-2.0
 *
 * figure: what the record holds: (indicator, unit, period, aspect) -> exact value with where it came from. A figure
 * is never overwritten: a revision is a new figure that names the one it replaces.
 */
#ifndef FIGURE_H
#define FIGURE_H
#include "decimal.h"
#include "measure.h"
#include "period.h"

struct figure_key {
    struct str indicator; /* code */
    struct str unit;      /* code of the unit of government */
    struct period period;
    enum figure_kind kind; /* LEVEL mostly; GROWTH and PLAN_RATIO as the report states them */
    enum figure_aspect aspect;
    enum figure_against against;  /* of growth, change and plan_ratio; else NONE */
    struct period against_period; /* AGAINST_PERIOD */
    struct str layer; /* of a plan: "giao" (given by above), "hdnd" (council), "phan_dau", "dieu_chinh"; else "" */
};

struct figure {
    struct figure_key key;
    struct decimal value;
    struct decimal value_max; /* of a range; only when has_max */
    struct decimal of;        /* n of m/n; only when has_of */
    bool has_max, has_of;
    enum figure_bound bound;
    struct str measure; /* canonical unit of measure: "VND", "%", ... */
    /* provenance */
    struct str document; /* SHA-256 in hex, or "" when entered by hand */
    uint32_t start, end; /* bytes of the quote in the text of the document */
    struct str quote;
    struct str by; /* who accepted or entered it */
};

int figure_key_cmp(const struct figure_key *a,
                   const struct figure_key *b); /* by indicator, unit, period, ...: an order for lists */
bool figure_key_eq(const struct figure_key *a, const struct figure_key *b);
#endif
