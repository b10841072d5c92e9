/* SPDX-License-Identifier: Apache-2.0
 *
 * project_settle: see project_settle.h. A term in months ends on the day of the same number, or on the last of a month
 * that has no such day (Bộ luật Dân sự 2015, Điều 148).
 */
#include "project_settle.h"

#include "project_private.h"

const struct settle_rule *settle_rule_find(enum project_group g, struct date day)
{
    for (size_t i = 0; i < settle_rules_count; i++) {
        const struct settle_rule *r = &settle_rules[i];
        bool holds = date_cmp(r->from, day) <= 0 && (!date_known(r->to) || date_cmp(day, r->to) <= 0);
        if (r->group == g && holds) return r;
    }
    return NULL;
}

static struct date add_months(struct date d, int32_t months)
{
    int32_t n = d.year * 12 + (d.month - 1) + months;
    struct date out = {(int16_t)(n / 12), (uint8_t)(n % 12 + 1), d.day};
    while (!date_valid(out.year, out.month, out.day)) out.day--;
    return out;
}

struct date settle_file_due(const struct settle_rule *r, struct date handed)
{
    return add_months(handed, r->file_months);
}

struct date settle_decision_due(const struct settle_rule *r, struct date filed)
{
    return date_add_days(add_months(filed, r->check_months), r->check_days + r->approve_days);
}
