/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_late: see matter_late.h.
 */
#include "matter_late.h"

static void count_outcome(struct lateness_counts *c, enum matter_outcome o, bool over, uint64_t n)
{
    switch (o) {
    case OUTCOME_EARLY: c->early += n; return;
    case OUTCOME_ON_TIME: c->on_time += n; return;
    case OUTCOME_LATE: c->late += n; return;
    case OUTCOME_NONE: break;
    }
    if (over)
        c->overdue += n;
    else
        c->running += n;
}

static void add(struct late_sum *s, const struct matter_count *c)
{
    bool living = c->group == MATTER_WAITING || c->group == MATTER_OPEN;
    if (!c->clocked || (!living && c->group != MATTER_DONE)) return;
    count_outcome(&s->truth, c->truth, c->over, c->count);
    count_outcome(&s->told, c->told, c->over, c->count);
    bool late_told = c->told == OUTCOME_LATE || (c->told == OUTCOME_NONE && c->over);
    bool in_truth = c->truth == OUTCOME_EARLY || c->truth == OUTCOME_ON_TIME;
    if (in_truth && late_told) s->by_synchronisation += c->count;
}

bool matter_late(struct late_sums *out, struct db *db, struct arena *a, const struct late_wish *w, struct err *err)
{
    struct matter_filter f;
    struct matter_counts counts;
    struct late_sum all = {.unit = STR("")};
    *out = (struct late_sums){0};
    if (!board_filter(&f, db, a, &w->board, err)) return false;
    f.ended_from = w->ended_from;
    f.ended_to = w->ended_to;
    if (!matter_counts(&counts, db, a, &f, w->board.on, 0, err)) return false;
    for (size_t i = 0; i < counts.len; i++) {
        const struct matter_count *c = &counts.at[i];
        if (!out->len || !str_eq(out->at[out->len - 1].unit, c->unit)) {
            struct looked_unit u;
            if (!unit_look_id(&u, db, a, c->unit, err)) return false;
            *vec_push(a, out) = (struct late_sum){.unit = c->unit, .unit_name = u.name};
        }
        add(&out->at[out->len - 1], c);
        add(&all, c);
    }
    *vec_push(a, out) = all;
    return true;
}
