/* SPDX-License-Identifier: Apache-2.0
 *
 * parts: what a figure is made of (data/parts.tsv): a total is the signed sum of its parts by a dimension (source,
 * sector, group), wholly or in part; over units the parts are the units below. A sum is judged on intervals: it is
 * only broken when no rounding of any of its numbers saves it.
 */
#ifndef PARTS_H
#define PARTS_H
#include "arena.h"
#include "date.h"
#include "indicator.h"
#include "interval.h"

struct sum_part {
    const struct indicator *indicator;
    bool minus;
};

struct sum_rule {
    const struct indicator *total; /* NULL: the number `constant` */
    struct decimal constant;
    struct str dimension; /* "tiền sử dụng đất" */
    const struct sum_part *parts;
    size_t len;
    bool complete;        /* the parts are the whole; else they are not more than it */
    bool has_minus;       /* then all parts are needed to say anything */
    bool sure;            /* a break is a contradiction; else a doubt */
    bool over_units;      /* parts[0] is the total, of the units below */
    struct date from, to; /* of the last day of the period; unknown: open */
    struct str source;
};

struct sum_rules {
    const struct sum_rule *at;
    size_t len;
};

/* All of the table whose codes are in the catalogue, in its order. */
struct sum_rules sum_rules_make(struct arena *a);
bool sum_rule_holds_on(const struct sum_rule *r, struct date day);
/* The rule for the sum of an indicator over the units below; NULL: none is in the table. */
const struct sum_rule *sum_rule_over_units(const struct sum_rules *rules, const struct indicator *i);
/* Whether one is a total and the other a part of it, in any dimension. */
bool sum_rules_relate(const struct sum_rules *rules, const struct indicator *a, const struct indicator *b);

enum sum_verdict { SUM_HOLDS, SUM_DIFFERS, SUM_EXCEEDS };
/* whole: the parts must make the total; else they must not be more. */
enum sum_verdict sum_judge(struct interval total, struct interval parts, bool whole);
#endif
