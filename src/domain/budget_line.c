/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_line: see budget_line.h. The rows of the table stand in the order in which they are shown, and a parent
 * before its lines, so that one pass from above makes a tree and one from below adds it up.
 */
#include "budget_line.h"

#include "budget_line_private.h"

struct budget_lines budget_lines(void)
{
    return (struct budget_lines){budget_line_rows, budget_line_rows_count};
}

static bool holds(struct date from, struct date to, struct date day)
{
    return date_cmp(from, day) <= 0 && (!date_known(to) || date_cmp(day, to) <= 0);
}

uint32_t budget_levels_on(uint32_t levels, struct date day)
{
    uint32_t some = 0;
    if (!date_known(day)) return levels;
    for (size_t i = 0; i < budget_level_times_count; i++) {
        const struct budget_level_time *t = &budget_level_times[i];
        if (holds(t->from, t->to, day)) some |= t->levels & levels;
    }
    return some;
}

struct date budget_last_day(uint32_t level, struct date from, struct date to)
{
    struct date last = to;
    for (size_t i = 0; i < budget_level_times_count; i++) {
        const struct budget_level_time *t = &budget_level_times[i];
        if ((t->levels & level) && date_known(t->to) && date_cmp(from, t->to) <= 0 && date_cmp(t->to, to) < 0)
            last = t->to;
    }
    return last;
}

bool budget_line_holds(const struct budget_line *l, uint32_t levels, struct date day)
{
    if (!budget_levels_on(l->levels & levels, day)) return false;
    return !date_known(day) || holds(l->from, l->to, day);
}

struct str budget_part_word(enum budget_part part)
{
    switch (part) {
    case BUDGET_REVENUE: return STR("revenue");
    case BUDGET_LOCAL: return STR("local");
    case BUDGET_EXPENDITURE: return STR("expenditure");
    case BUDGET_PARTS: break;
    }
    return STR("");
}

struct str budget_sign_word(enum budget_sign sign)
{
    switch (sign) {
    case BUDGET_PLUS: return STR("plus");
    case BUDGET_MINUS: return STR("minus");
    case BUDGET_PLAN: return STR("plan");
    case BUDGET_APART: return STR("apart");
    }
    return STR("");
}

void budget_tree_make(struct budget_tree *out, struct arena *a, enum budget_part part, enum budget_level level,
                      struct date day)
{
    *out = (struct budget_tree){0};
    for (size_t i = 0; i < budget_line_rows_count; i++) {
        const struct budget_line *l = &budget_line_rows[i];
        struct budget_node n = {.line = l, .parent = BUDGET_ROOT};
        if (l->part != part || !budget_line_holds(l, level, day)) continue;
        for (size_t k = 0; k < out->len && n.parent == BUDGET_ROOT; k++)
            if (str_eq(out->at[k].line->indicator, l->parent)) n.parent = (int)k;
        if (n.parent != BUDGET_ROOT) n.depth = out->at[n.parent].depth + 1;
        *vec_push(a, out) = n;
    }
}
