/* SPDX-License-Identifier: Apache-2.0
 *
 * register_quota: see register_quota.h.
 */
#include "register_quota.h"

#include "figure_rows.h"
#include "register_page.h"

struct counting {
    const struct register_def *def;
    struct register_quota_rows *out;
};

static bool take(void *self, const struct register_entry *e, struct err *err)
{
    struct counting *c = self;
    const struct register_quota *q = &c->def->quota;
    (void)err;
    if (!register_entry_meets(e, q->where, q->where_count)) return true;
    for (size_t i = 0; i < c->out->len; i++)
        if (str_eq(c->out->at[i].unit, e->unit)) c->out->at[i].has++;
    return true;
}

/* The last reported level of an indicator up to a day; NULL when there is none. */
static const struct figure *last_of(const struct figure_list *all, struct str unit, struct str indicator,
                                    struct date day)
{
    const struct figure *last = NULL;
    for (size_t i = 0; i < all->len; i++) {
        const struct figure *f = &all->at[i].figure;
        bool fits = str_eq(f->key.unit, unit) && str_eq(f->key.indicator, indicator) && f->key.kind == KIND_LEVEL &&
                    f->key.aspect == ASPECT_ACTUAL && !f->has_max && f->bound == BOUND_EXACT &&
                    date_cmp(f->key.period.to, day) <= 0;
        if (fits && (!last || date_cmp(last->key.period.to, f->key.period.to) < 0)) last = f;
    }
    return last;
}

static void judge(struct register_quota_row *r, const struct register_quota *q, const struct figure_list *all,
                  struct date day)
{
    r->may = q->base;
    r->known = true;
    for (size_t i = 0; i < q->step_count; i++) {
        const struct figure *f = last_of(all, r->unit, q->steps[i].indicator, day);
        r->indicator = q->steps[i].indicator;
        r->known = r->known && f != NULL;
        if (!f) continue;
        r->figured = true;
        r->value = f->value;
        r->period = f->key.period;
        if (decimal_cmp(f->value, q->steps[i].from) >= 0) r->may += q->steps[i].more;
    }
}

bool register_quota(struct register_quota_rows *out, struct db *db, struct arena *a, const struct register_def *d,
                    const struct str *units, size_t count, struct date day, struct err *err)
{
    struct figure_list all = {0};
    struct counting c = {d, out};
    struct register_taker taker = {take, &c};
    *out = (struct register_quota_rows){0};
    for (size_t i = 0; i < count; i++) *vec_push(a, out) = (struct register_quota_row){.unit = units[i]};
    if (!count) return true;
    if (!register_scan(db, d->word, (struct date){0}, day, day, &taker, err) ||
        !figure_list_current(&all, db, a, units, count, STR(""), err))
        return false;
    for (size_t i = 0; i < out->len; i++) judge(&out->at[i], &d->quota, &all, day);
    return true;
}
