/* SPDX-License-Identifier: Apache-2.0
 *
 * period_cover: see period_cover.h. Times inside the whole stand by their first day; each keeps how many parts lead
 * from the beginning to its end, and which part is before it. It needs only those that stand before it, since they
 * begin earlier.
 */
#include "period_cover.h"

#include <stdlib.h>

struct part {
    struct period period;
    int32_t from, to; /* days since 1970 */
    size_t steps;     /* parts from the beginning of the whole to `to`; 0: none lead here */
    size_t before;
};

static int by_first_day(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    if (x->to != y->to) return x->to < y->to ? -1 : 1;
    return period_cmp(x->period, y->period);
}

static size_t parts_inside(struct part *out, const struct period *at, size_t count, int32_t first, int32_t last)
{
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        if (at[i].kind == PERIOD_NONE || !date_known(at[i].from) || !date_known(at[i].to)) continue;
        struct part p = {.period = at[i], .from = date_to_days(at[i].from), .to = date_to_days(at[i].to)};
        if (p.from < first || p.to > last || (p.from == first && p.to == last)) continue;
        out[len++] = p;
    }
    return len;
}

/* The shortest way to each part. */
static void find_ways(struct part *all, size_t len, int32_t first)
{
    for (size_t i = 0; i < len; i++) {
        struct part *p = &all[i];
        if (p->from == first) p->steps = 1;
        for (size_t k = 0; k < i && p->from != first; k++) {
            if (!all[k].steps || all[k].to + 1 != p->from) continue;
            if (p->steps && p->steps <= all[k].steps + 1) continue;
            p->steps = all[k].steps + 1;
            p->before = k;
        }
    }
}

size_t period_cover(struct period **out, struct arena *a, const struct period *at, size_t count, struct period whole)
{
    const struct part *last = NULL;
    if (whole.kind == PERIOD_NONE || !date_known(whole.from) || !date_known(whole.to) || count > COVER_MOST) return 0;
    int32_t from = date_to_days(whole.from), to = date_to_days(whole.to);
    struct part *all = arena_array(a, struct part, count + 1);
    size_t len = parts_inside(all, at, count, from, to);
    if (len < 2) return 0;
    qsort(all, len, sizeof *all, by_first_day);
    find_ways(all, len, from);
    for (size_t i = 0; i < len; i++)
        if (all[i].to == to && all[i].steps && (!last || all[i].steps < last->steps)) last = &all[i];
    if (!last) return 0;
    size_t steps = last->steps;
    *out = arena_array(a, struct period, steps);
    for (size_t k = steps; k--; last = &all[last->before]) (*out)[k] = last->period;
    return steps;
}
