/* SPDX-License-Identifier: Apache-2.0
 *
 * project_doubt: see project_doubt.h.
 */
#include "project_doubt.h"

static const struct date LAST_DAY = {9999, 12, 31};

static void put(struct project_doubts *out, struct arena *a, const struct project_doubt *d)
{
    for (size_t i = 0; i < out->len; i++) {
        struct project_doubt *o = &out->at[i];
        bool same = o->kind == d->kind && o->sort == d->sort && o->year == d->year && str_eq(o->number, d->number) &&
                    str_eq(o->source, d->source);
        if (!same) continue;
        *o = *d;
        return;
    }
    *vec_push(a, out) = *d;
}

bool project_plan_of(struct decimal *out, const struct capital_line *lines, size_t count, int year, struct str source)
{
    struct capital_year y;
    capital_year_of(&y, lines, count, year, LAST_DAY, source);
    *out = y.changed.value;
    return y.changed.known && !y.too_large;
}

static bool is_over(struct project_doubt *d, const struct capital_line *lines, size_t count, struct str source)
{
    struct capital_year y;
    capital_year_of(&y, lines, count, d->year, LAST_DAY, source);
    d->source = source;
    d->value = y.done.value;
    d->other = y.changed.value;
    if (!y.done.known || y.too_large || decimal_sign(y.done.value) <= 0) return false;
    d->kind = y.changed.known ? DOUBT_OVER_PLAN : DOUBT_NO_PLAN;
    return !y.changed.known || decimal_cmp(y.done.value, y.changed.value) > 0;
}

static void add_paid(struct project_doubts *out, struct arena *a, struct project_doubt *d,
                     const struct capital_line *lines, size_t count, struct str source)
{
    d->sort = CAPITAL_PAID;
    if (is_over(d, lines, count, source) || is_over(d, lines, count, STR(""))) put(out, a, d);
}

/* The nearest one before it that is more, or behind it that is less. */
static void add_fall(struct project_doubts *out, struct arena *a, struct project_doubt *d,
                     const struct capital_line *lines, size_t count, const struct capital_line *l)
{
    const struct capital_line *worst = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct capital_line *k = &lines[i];
        bool of_year = l->sort == CAPITAL_PROGRESS || k->year == l->year;
        if (k == l || k->struck || k->sort != l->sort || !of_year) continue;
        int days = date_cmp(k->day, l->day), more = decimal_cmp(k->amount, l->amount);
        if (!(days <= 0 && more > 0) && !(days > 0 && more < 0)) continue;
        if (!worst || date_cmp(k->day, worst->day) > 0) worst = k;
    }
    if (!worst) return;
    d->kind = DOUBT_FALLS;
    d->sort = l->sort;
    d->value = l->amount;
    d->other = worst->amount;
    d->day = worst->day;
    put(out, a, d);
}

void project_line_doubts(struct project_doubts *out, struct arena *a, struct str number,
                         const struct capital_line *lines, size_t count, size_t place)
{
    const struct capital_line *l = &lines[place];
    struct project_doubt d = {.number = number, .year = l->year};
    bool less = l->sort == CAPITAL_RECOVERED || l->sort == CAPITAL_RETURNED;
    if (capital_is_stated(l->sort))
        add_fall(out, a, &d, lines, count, l);
    else if ((capital_is_voucher(l->sort) && !less) || (l->sort == CAPITAL_ADJUST && decimal_sign(l->amount) < 0))
        add_paid(out, a, &d, lines, count, l->source);
}
