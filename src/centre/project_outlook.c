/* SPDX-License-Identifier: Apache-2.0
 *
 * project_outlook: where the disbursement of a year will end (project_book.h), by the vouchers of all projects of the
 * book. Past years are asked in the same way: what was disbursed of that year's plan to the same day, and to the end of
 * its window; the rule is that of forecast.h. Where none is known the calendar says what should be done by now, and
 * what was done so far is drawn on: without interval, and it says so.
 *
 * What is needed per month is spread over what is left of the window, which goes on to 31 January.
 */
#include "project_book.h"
#include "project_table.h"

enum { YEARS_BACK = 5 };

static struct date window_end(int year)
{
    const struct project_window *w = project_window_find(WINDOW_YEAR, year);
    return w ? project_window_last(w, year) : (struct date){(int16_t)(year + 1), 1, 31};
}

static struct date back(struct date d, int years)
{
    struct date out = d;
    out.year = (int16_t)(d.year - years);
    if (out.day > date_days_in_month(out.year, out.month)) out.day = (uint8_t)date_days_in_month(out.year, out.month);
    return out;
}

static struct money done_of(const struct project_book *b, int year, struct date on, bool *too_large)
{
    struct money sum = {0};
    for (size_t i = 0; i < b->len; i++) {
        struct capital_year y;
        capital_year_of(&y, b->at[i].lines, b->at[i].line_count, year, on, STR(""));
        *too_large |= y.too_large;
        money_join(&sum, y.done, too_large);
    }
    return sum;
}

static bool past_years(struct book_outlook *out, struct arena *a, const struct project_book *b)
{
    bool too_large = false;
    for (int k = 1; k <= YEARS_BACK; k++) {
        int year = b->year - k;
        struct money window = done_of(b, year, back(b->on, k), &too_large),
                     whole = done_of(b, year, window_end(year), &too_large);
        if (!window.known || !whole.known || decimal_sign(window.value) <= 0 || decimal_sign(whole.value) <= 0)
            continue;
        *vec_push(a, &out->past) = (struct forecast_year){year, window.value, whole.value};
    }
    return !too_large;
}

/* Days of the year that are over, in per cent; 100 after it. */
static bool calendar_share(struct decimal *out, int year, struct date on)
{
    int32_t first = date_to_days((struct date){(int16_t)year, 1, 1}),
            next = date_to_days((struct date){(int16_t)(year + 1), 1, 1}), day = date_to_days(on) + 1;
    if (day > next) day = next;
    if (day < first) day = first;
    return decimal_div(out, DECIMAL_INT((int64_t)(day - first) * 100), DECIMAL_INT(next - first), 2, ROUND_HALF_UP);
}

static void say_value(struct book_outlook *out, struct decimal done)
{
    struct forecast f;
    struct decimal hundred;
    if (decimal_sign(done) <= 0) return;
    if (out->past.len && forecast_make(&f, done, out->past.at, out->past.len)) {
        out->by = BOOK_PACE_SEASON;
        out->years = f.years;
        out->expected = f.share;
        out->forecast = true;
        out->value = f.value;
        out->low = f.low;
        out->high = f.high;
        out->has_interval = f.has_interval;
        return;
    }
    out->forecast = decimal_sign(out->expected) > 0 && decimal_shift(&hundred, done, 2) &&
                    decimal_div(&out->value, hundred, out->expected, 0, ROUND_HALF_UP);
}

/* What is left of the window in months: to the end of the year, and January. */
static bool needed_per_month(struct book_outlook *out, const struct project_book *b)
{
    struct date on = b->on;
    int parts, left;
    if (on.year == b->year) {
        struct year_months m = year_months_to(on.month, on.day, date_days_in_month(on.year, on.month));
        parts = m.parts;
        left = m.left + m.parts * (out->last.year > b->year);
    } else if (on.year == b->year + 1 && on.month == 1) {
        parts = 31;
        left = 31 - on.day;
    } else {
        return false;
    }
    return left > 0 && decimal_sign(out->left) > 0 && per_month(&out->needed, out->left, left, parts, true);
}

bool book_outlook(struct book_outlook *out, struct arena *a, const struct project_book *b)
{
    *out = (struct book_outlook){.by = BOOK_PACE_CALENDAR, .last = window_end(b->year)};
    struct decimal percent;
    for (size_t i = 0; i < b->len; i++)
        if (b->at[i].row.matter.group != MATTER_DROPPED || b->at[i].year.done.known)
            capital_rate_add(&out->plan, BASE_CHANGED, &b->at[i].year);
    if (out->plan.too_large || !past_years(out, a, b) || !calendar_share(&out->expected, b->year, b->on)) return false;
    if (out->plan.done.known) say_value(out, out->plan.done.value);
    if (!out->plan.base.known) return true;
    struct decimal done = out->plan.done.known ? out->plan.done.value : DECIMAL_INT(0);
    out->has_left = decimal_sub(&out->left, out->plan.base.value, done);
    out->has_needed = out->has_left && needed_per_month(out, b);
    out->has_rate = out->forecast && decimal_sign(out->plan.base.value) > 0 && decimal_shift(&percent, out->value, 2) &&
                    decimal_div(&out->rate, percent, out->plan.base.value, 2, ROUND_HALF_UP);
    return true;
}

/* --- what was stated */

struct book_compared book_compare(const struct project_book *b, bool claim)
{
    struct book_compared out = {0};
    bool too_large = false;
    for (size_t i = 0; i < b->len; i++) {
        const struct capital_year *y = &b->at[i].year;
        const struct stated_money *m = claim ? &y->claim : &y->treasury;
        if (!m->known) continue;
        if (!out.projects++ || date_cmp(m->day, out.first) < 0) out.first = m->day;
        money_add(&out.stated, m->value, &too_large);
        money_join(&out.done, y->done, &too_large);
    }
    out.has_gap = out.stated.known && out.done.known && !too_large &&
                  decimal_sub(&out.gap, out.stated.value, out.done.value);
    return out;
}

/* --- pressing */

static void rate_facts(struct press_facts *f, const struct capital_year *y, const struct book_outlook *pace)
{
    struct capital_rate r = {0};
    capital_rate_add(&r, BASE_CHANGED, y);
    f->planned = y->changed.known && decimal_sign(y->changed.value) > 0;
    f->vouchers = y->vouchers;
    f->has_rate = pace->by != BOOK_PACE_NOTHING && capital_rate_percent(&f->rate, &r);
    f->expected = pace->expected;
}

static void difference_fact(struct press_facts *f, const struct capital_year *y)
{
    struct decimal gap;
    if (!y->claim.known || !y->treasury.known || decimal_sign(y->treasury.value) <= 0) return;
    if (!decimal_sub(&gap, y->claim.value, y->treasury.value)) return;
    if (decimal_sign(gap) < 0) gap = decimal_neg(gap);
    f->has_difference = decimal_shift(&gap, gap, 2) &&
                        decimal_div(&f->difference, gap, y->treasury.value, 2, ROUND_HALF_UP);
}

static struct press_facts facts_of(const struct book_project *p, const struct project_book *b,
                                   const struct book_outlook *pace)
{
    struct press_facts f = {.month = b->on.year > b->year ? 13 : b->on.year < b->year ? 0 : b->on.month};
    rate_facts(&f, &p->year, pace);
    difference_fact(&f, &p->year);
    for (size_t i = 0; i < p->obstacles.len; i++) f.obstacles += p->obstacles.at[i].open && p->obstacles.at[i].late > 0;
    for (size_t i = 0; i < p->stages.len; i++)
        if (p->stages.at[i].open && p->stages.at[i].late > f.stage_late) f.stage_late = p->stages.at[i].late;
    return f;
}

static struct press_reason reason_of(const struct press_rule *r, const struct press_facts *f)
{
    struct press_reason out = {.rule = r, .has_value = true};
    switch (r->measure) {
    case PRESS_OBSTACLE: out.value = DECIMAL_INT((int64_t)f->obstacles); break;
    case PRESS_BEHIND: out.has_value = decimal_sub(&out.value, f->expected, f->rate); break;
    case PRESS_STAGE: out.value = DECIMAL_INT(f->stage_late); break;
    case PRESS_DIFFERENCE: out.value = f->difference; break;
    case PRESS_NONE:
    case PRESS_MEASURES: out.has_value = false; break;
    }
    return out;
}

static int by_group(const void *x, const void *y)
{
    const struct pressed *a = x, *b = y;
    if (a->group != b->group) return a->group < b->group ? 1 : -1;
    if (a->reasons.len != b->reasons.len) return a->reasons.len < b->reasons.len ? 1 : -1;
    uint32_t m = a->project->row.matter.id.n, n = b->project->row.matter.id.n;
    return (m > n) - (m < n);
}

void book_press(struct pressed_list *out, struct arena *a, const struct project_book *b,
                const struct book_outlook *pace)
{
    struct press_rules rules = press_rule_catalogue();
    *out = (struct pressed_list){0};
    for (size_t i = 0; i < b->len; i++) {
        const struct book_project *p = &b->at[i];
        if (matter_group_ended(p->row.matter.group)) continue;
        struct pressed *x = vec_push(a, out);
        *x = (struct pressed){.project = p, .facts = facts_of(p, b, pace), .group = 1};
        for (size_t r = 0; r < rules.len; r++) {
            if (!press_holds(&rules.at[r], &x->facts)) continue;
            if (!x->reasons.len) x->group = rules.at[r].group;
            *vec_push(a, &x->reasons) = reason_of(&rules.at[r], &x->facts);
        }
    }
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_group);
}
