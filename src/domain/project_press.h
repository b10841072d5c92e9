/* SPDX-License-Identifier: Apache-2.0
 *
 * project_press: which projects have to be pressed, and in which group each stands: rules of data/project/pressing.tsv
 * over what is known of a project on a day. Every rule that holds is a reason; the first of them gives the group.
 */
#ifndef PROJECT_PRESS_H
#define PROJECT_PRESS_H
#include "arena.h"
#include "decimal.h"

enum press_measure { PRESS_OBSTACLE, PRESS_NONE, PRESS_BEHIND, PRESS_STAGE, PRESS_DIFFERENCE, PRESS_MEASURES };

struct press_rule {
    struct str code;
    int32_t group; /* from 1; 1: nothing has to be pressed */
    enum press_measure measure;
    int32_t limit;
    int32_t from_month; /* of the year of the plan; 0: always */
    struct str name, citation;
};
struct press_rules {
    const struct press_rule *at;
    size_t len;
};
struct press_rules press_rule_catalogue(void);

/* What is known of a project; numbers that are not known make no reason. */
struct press_facts {
    int month;                     /* of the year of the plan that is asked about; 13 when that year is over */
    bool planned;                  /* the year's plan is known and more than 0 */
    size_t vouchers;               /* of the year's plan */
    bool has_rate;                 /* and what should be done by now */
    struct decimal rate, expected; /* per cent */
    size_t obstacles;              /* open past their day */
    int32_t stage_late;            /* days of the latest stage */
    bool has_difference;
    struct decimal difference; /* claim over treasury, per cent of the treasury's, without sign */
};
bool press_holds(const struct press_rule *r, const struct press_facts *f);
#endif
