/* SPDX-License-Identifier: Apache-2.0
 *
 * project_press: see project_press.h.
 */
#include "project_press.h"

#include "project_private.h"

struct press_rules press_rule_catalogue(void)
{
    return (struct press_rules){press_rules, press_rules_count};
}

static bool is_behind(const struct press_rule *r, const struct press_facts *f)
{
    struct decimal gap;
    return f->has_rate && decimal_sub(&gap, f->expected, f->rate) && decimal_cmp(gap, DECIMAL_INT(r->limit)) > 0;
}

bool press_holds(const struct press_rule *r, const struct press_facts *f)
{
    if (f->month < r->from_month) return false;
    switch (r->measure) {
    case PRESS_OBSTACLE: return f->obstacles > (size_t)r->limit;
    case PRESS_NONE: return f->planned && f->vouchers == 0;
    case PRESS_BEHIND: return is_behind(r, f);
    case PRESS_STAGE: return f->stage_late > r->limit;
    case PRESS_DIFFERENCE: return f->has_difference && decimal_cmp(f->difference, DECIMAL_INT(r->limit)) > 0;
    case PRESS_MEASURES: break;
    }
    return false;
}
