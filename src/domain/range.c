/* SPDX-License-Identifier: Apache-2.0
 *
 * range: see range.h. A row of the table is a selector and two ends; all rows whose selector means the indicator count,
 * so "a count is not negative" is said once and a scale of its own is added to it. Ends are read from their text when
 * a range is asked for: a caller asks once for a column of figures, not once for a figure.
 */
#include "range.h"

#include "range_private.h"

bool indicator_selected(const struct indicator *i, struct str who)
{
    if (str_eq(who, i->code) || str_eq(who, STR("any"))) return true;
    /* "current US$" looks like the noun of a count; what an own indicator counts nobody said. */
    if (str_eq(who, STR("counts"))) return !i->own && indicator_counts_by(i->canonical_unit);
    return str_starts(who, STR("unit=")) && str_eq(str_from(who, 5), i->canonical_unit);
}

static bool holds_then(const struct range_row *row, struct date day)
{
    bool always = !date_known(row->from) && !date_known(row->to);
    if (always || !date_known(day)) return always;
    return (!date_known(row->from) || date_cmp(row->from, day) <= 0) &&
           (!date_known(row->to) || date_cmp(day, row->to) <= 0);
}

void range_for(struct range *out, const struct indicator *i, enum figure_kind kind, struct date day)
{
    out->len = 0;
    for (enum range_strength s = STRENGTH_HARD; s <= STRENGTH_SOFT; s++)
        for (size_t k = 0; k < range_rows_count && out->len < RANGE_LIMITS; k++) {
            const struct range_row *row = &range_rows[k];
            if (row->strength != s || row->kind != kind || !indicator_selected(i, row->who) || !holds_then(row, day))
                continue;
            struct range_limit l = {.strength = s, .reason = row->reason, .source = row->source};
            l.whole = str_eq(row->low, STR("whole"));
            l.has_low = row->low.len && !l.whole && decimal_read(&l.low, row->low);
            l.has_high = row->high.len && decimal_read(&l.high, row->high);
            out->at[out->len++] = l;
        }
}

bool range_kept(const struct range_limit *l, struct decimal value)
{
    if (l->has_low && decimal_cmp(value, l->low) < 0) return false;
    if (l->has_high && decimal_cmp(value, l->high) > 0) return false;
    return !l->whole || decimal_trim(value).scale <= 0;
}

const struct range_limit *range_broken_by(const struct range *r, struct decimal value)
{
    for (size_t i = 0; i < r->len; i++)
        if (!range_kept(&r->at[i], value)) return &r->at[i];
    return NULL;
}

/* Whether some whole number is in an interval. One that is too large to be looked at counts as having one. */
static bool has_whole(struct interval i)
{
    struct decimal first, last, one = DECIMAL_INT(1);
    if (i.lo_free || i.hi_free) return true;
    if (!decimal_rescale(&first, i.lo, 0, ROUND_UP) || !decimal_rescale(&last, i.hi, 0, ROUND_DOWN)) return true;
    if (i.lo_open && decimal_eq(first, i.lo) && !decimal_add(&first, first, one)) return true;
    if (i.hi_open && decimal_eq(last, i.hi) && !decimal_sub(&last, last, one)) return true;
    return decimal_cmp(first, last) <= 0;
}

const struct range_limit *range_broken(const struct range *r, struct interval value)
{
    for (size_t i = 0; i < r->len; i++) {
        const struct range_limit *l = &r->at[i];
        struct interval allowed = {.lo = l->low, .hi = l->high, .lo_free = !l->has_low, .hi_free = !l->has_high};
        if (!interval_meets(allowed, value) || (l->whole && !has_whole(value))) return l;
    }
    return NULL;
}
