/* SPDX-License-Identifier: Apache-2.0
 *
 * project_settle: by when a finished project must be settled (quyết toán), by its group and the decree in force
 * (data/project/settlement.tsv). The clock of carrying it out has ended when it is handed over; this one begins then:
 * first the investor owes the file, then those who check and approve it owe the decision.
 */
#ifndef PROJECT_SETTLE_H
#define PROJECT_SETTLE_H
#include "project_group.h"

struct settle_rule {
    enum project_group group;
    struct date from, to;
    int32_t file_months;              /* from handing over to the full file */
    int32_t check_months, check_days; /* from the full file to the proposal */
    int32_t approve_days;             /* from the proposal to the decision */
    struct str citation;
};
/* NULL: the group is not known, or no rule was in force. */
const struct settle_rule *settle_rule_find(enum project_group g, struct date day);
/* The last days, before they are moved off a day of rest. */
struct date settle_file_due(const struct settle_rule *r, struct date handed);
struct date settle_decision_due(const struct settle_rule *r, struct date filed); /* checked and approved */
#endif
