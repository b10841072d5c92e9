/* SPDX-License-Identifier: Apache-2.0
 *
 * outlook_private: between outlook.c (the years and the forecast) and outlook_plan.c (the plan).
 */
#ifndef OUTLOOK_PRIVATE_H
#define OUTLOOK_PRIVATE_H
#include "outlook.h"

struct outlook_place {
    const struct cube *cube;
    const struct formula_book *book; /* NULL: none */
    struct str unit;
    enum unit_kind kind;
    struct period period;
    int span;
    size_t family_count;
    struct like_family *families[FORECAST_YEARS_MOST]; /* of 1, 2, ... years back */
};

/* Pace, need and verdicts for every layer of the plan; the rest of *o stands. */
void outlook_add_plans(struct outlook *o, const struct outlook_place *p, struct arena *a);
#endif
