/* SPDX-License-Identifier: Apache-2.0
 *
 * period_choice: for what time a mention is. The first of these that says something:
 *
 *   1  a time in its own zone                      "năm 2019 đạt 86,94%", "10 tháng giảm 11,54%"
 *   2  a time in its own tail, no base             "9.300 tỷ đồng trong 6 tháng"
 *   3  the period of the mention before, when this one leans on it (no name of its own)
 *   4  a time earlier in the sentence, nearest first
 *   5  for the first mentions: a time later in the sentence, before any other mention
 *   6  what an introduction ending in ':' or the heading named
 *   7  what was spoken of last in the text
 *   8  the date of the text, as of that day
 *
 * Not taken: a base ("so với năm 2022", "cùng kỳ"), a time that names a plan ("kế hoạch năm 2025") unless the mention is a plan,
 * a horizon ("đến năm 2025") unless the mention is a plan.
 */
#include "sentence.h"

/* The words before a time that make it something else than the time of a figure. */
static bool is_base(const struct reader *r, const struct when *w)
{
    size_t n;
    if (w->role == WHEN_BASE) return true;
    return w->first > r->first && lexicon_before(&r->tokens, w->first, LEX_VERSUS, &n) != NULL;
}

static bool names_plan(const struct reader *r, const struct when *w)
{
    size_t from = w->first > r->first + 6 ? w->first - 6 : r->first, at, n;
    if (!class_between(r, LEX_PLAN_WORD, from, w->first, &at, &n)) return false;
    for (size_t i = at + n; i < w->first; i++)
        if (r->tokens.at[i].kind == TOKEN_PUNCT) return false;
    return true;
}

static bool usable(const struct reader *r, const struct mention *m, const struct when *w)
{
    if (w->period.kind == PERIOD_NONE || is_base(r, w)) return false;
    bool plan = m->figure.aspect == ASPECT_PLAN;
    if (names_plan(r, w) && !plan && m->figure.kind != KIND_LEVEL) return false;
    if (w->role == WHEN_UNTIL && !plan && m->figure.aspect != ASPECT_ESTIMATE) {
        return w->period.kind == PERIOD_TO_DATE || w->first < m->lead;
    }
    return true;
}

static const struct when *in_range(const struct reader *r, const struct mention *m, size_t from, size_t to)
{
    for (size_t k = r->whens.len; k > 0; k--) {
        const struct when *w = &r->whens.at[k - 1];
        if (w->last <= to && w->first >= from && usable(r, m, w)) return w;
    }
    return NULL;
}

static const struct when *first_in_range(const struct reader *r, const struct mention *m, size_t from, size_t to)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->first >= from && w->last <= to && usable(r, m, w)) return w;
    }
    return NULL;
}

/* The year of a single month, half and so on; 0 for a term. */
static int year_of(struct period p)
{
    return p.kind != PERIOD_NONE && p.from.year == p.to.year ? p.to.year : 0;
}

/* A figure of a whole day's event is known by its month, as the other figures of the text are. */
static struct period widen(struct period p)
{
    return p.kind == PERIOD_DAY || p.kind == PERIOD_DAYS ? period_month(p.to.year, p.to.month) : p;
}

static struct period text_period(const struct reader *r)
{
    if (date_known(r->date)) return period_to_date(r->date);
    return r->year ? period_year(r->year) : (struct period){.kind = PERIOD_NONE};
}

static bool leans_on_before(const struct reader *r, const struct mention *m)
{
    return m->subject_last == 0 && m->figure.group != 0 && r->mentions.len > 0;
}

/* "năm 2017 tăng 9,53%" in brackets: only the year differs from the window spoken of ("năm 2019 đạt 86,94%" of 11 months). */
static struct period same_window(const struct reader *r, const struct mention *m, struct period p)
{
    struct period now = r->carry.period;
    if (!m->bracket || p.kind != PERIOD_YEAR || now.kind != PERIOD_MONTHS || year_of(now) == 0) return p;
    return period_years_back(now, year_of(now) - p.from.year);
}

static struct period chosen(struct reader *r, size_t k)
{
    const struct mention *m = &r->mentions.at[k];
    const struct mention *prev = k > 0 ? m - 1 : NULL;
    size_t next = k + 1 < r->mentions.len ? r->mentions.at[k + 1].lead : r->last;
    const struct when *w = in_range(r, m, m->zone, m->lead);
    if (w) return same_window(r, m, w->period);
    w = first_in_range(r, m, m->last, m->tail_end);
    if (w && !m->plan_tail && !m->base_tail) return w->period;
    if (prev && leans_on_before(r, m)) return prev->figure.period;
    w = prev ? NULL : first_in_range(r, m, m->last, next);
    const struct when *left = in_range(r, m, r->first, m->lead);
    if (left && prev && prev->figure.period.kind && !m->bracket && left->last <= prev->zone) return prev->figure.period;
    if (left) return left->period;
    if (w && !m->plan_tail) return w->period;
    if (prev && prev->figure.period.kind != PERIOD_NONE) return prev->figure.period;
    if (r->carry.block_period.kind) return r->carry.block_period;
    if (r->carry.heading.kind && r->carry.period.kind == PERIOD_NONE) return r->carry.heading;
    if (r->carry.period.kind && !r->carry.as_of) return r->carry.period;
    if (r->carry.as_of && r->carry.period.kind) return r->carry.period;
    return text_period(r);
}

void period_choose(struct reader *r, size_t k)
{
    struct mention *m = &r->mentions.at[k];
    struct figure_statement *f = &m->figure;
    f->period = widen(chosen(r, k));
    if (f->kind == KIND_GROWTH || f->kind == KIND_CHANGE) {
        int year = year_of(f->period);
        if (f->against == AGAINST_PERIOD && f->against_period.kind == PERIOD_YEAR && year == f->against_period.from.year + 1)
            f->against = f->period.kind == PERIOD_YEAR ? AGAINST_PREVIOUS_YEAR : AGAINST_SAME_PERIOD;
        if (f->against == AGAINST_PERIOD && f->against_period.kind == PERIOD_NONE) f->against = AGAINST_NONE;
        if (f->against == AGAINST_NONE)
            f->against = f->period.kind == PERIOD_YEAR || f->period.kind == PERIOD_YEARS ? AGAINST_PREVIOUS_YEAR : AGAINST_SAME_PERIOD;
    }
}
