/* SPDX-License-Identifier: Apache-2.0
 *
 * period_choice: for what time a mention is. The first of these that says something:
 *
 *   own          a time in its zone or, without a base, in its tail     "năm 2019 đạt 86,94%", "9.300 tỷ đồng trong 6
 *   tháng" before       the mention before, when this one leans on it          "..., đạt 111,24% dự toán, tăng 8,3%"
 *   sentence     a time earlier in the sentence, nearest first; for the first mention also one after it
 *   block        the time that opens the block, else the last that a figure of the block named
 *   heading      the introduction ending in ':', else the heading
 *   text so far  what the blocks before spoke of
 *   date         the date of the text, as of that day; nothing for a plan
 *
 * Not taken: a base ("so với năm 2022", "cùng kỳ"), a time that names a plan ("kế hoạch năm 2025") unless the mention
 * is a plan, a horizon ("đến năm 2025") unless the mention is a plan or an estimate. A time ahead of the text makes a
 * plan.
 */
#include "period_private.h"

#include <assert.h>

/* A bracket that closed before the mention: its times are not for what follows. */
static bool in_closed_bracket(const struct reader *r, const struct when *w, const struct mention *m)
{
    int depth = 0;
    for (size_t i = w->last; i < m->lead; i++) {
        if (token_is_punct(&r->tokens, i, '(')) depth++;
        if (token_is_punct(&r->tokens, i, ')') && depth-- == 0) return true;
    }
    return false;
}

static const struct when *in_range(const struct reader *r, const struct mention *m, size_t from, size_t to)
{
    for (size_t k = r->whens.len; k > 0; k--) {
        const struct when *w = &r->whens.at[k - 1];
        bool alone = w->first > r->first &&
                     token_is_punct(&r->tokens, w->first - 1, '('); /* "trong 3 năm (2016-2018)" */
        if (w->last <= to && w->first >= from && period_usable(r, m, w) && (alone || !in_closed_bracket(r, w, m)))
            return w;
    }
    return NULL;
}

static const struct when *first_in_range(const struct reader *r, const struct mention *m, size_t from, size_t to)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->first >= from && w->last <= to && period_usable(r, m, w)) return w;
    }
    return NULL;
}

/* The year of a single month, half and so on; 0 for a term. */
int period_one_year(struct period p)
{
    return p.kind != PERIOD_NONE && p.from.year == p.to.year ? p.to.year : 0;
}

/* "từ ngày 15/12/2022 đến ngày 14/6/2023": reports of a year, a half, a quarter are closed before its end (ND 09/2019,
 * art. 12: 15 December to 14 March, June, September, December), so such a run of days is that time. */
static struct period report_window(struct period p)
{
    struct period none = {.kind = PERIOD_NONE};
    if (p.kind != PERIOD_DAYS || p.from.month != 12 || p.to.year != p.from.year + 1 || p.to.day > 20) return none;
    return p.to.month % 3 == 0 ? period_months(p.to.year, 1, p.to.month) : none;
}

/* A figure of a whole day's event is known by its month, as the other figures of the text are; one of many days ("từ
 * ngày 1/8/2018 đến 31/7/2019") by its months. */
struct period period_widen(struct period p)
{
    struct period window = report_window(p);
    if (window.kind) return window;
    /* "từ 16/7 đến 15/8" is how a month is reported. */
    bool new_year = p.kind == PERIOD_DAYS && p.from.month == 1 && p.from.day == 1 && p.from.year == p.to.year;
    if (new_year && date_add_days(p.to, 1).day != 1) return period_to_date(p.to); /* "từ ngày 1/1 đến ngày 6/7" */
    bool month = p.kind == PERIOD_DAYS && date_to_days(p.to) - date_to_days(p.from) <= 31;
    if (p.kind == PERIOD_DAYS && !month && (p.from.year != p.to.year || p.from.month != p.to.month))
        return period_months_between(p.from.year, p.from.month, p.to.year, p.to.month);
    return p.kind == PERIOD_DAY || p.kind == PERIOD_DAYS ? period_month(p.to.year, p.to.month) : p;
}

static struct period text_period(const struct reader *r)
{
    if (date_known(r->date)) return period_to_date(r->date);
    return r->year ? period_year(r->year) : (struct period){.kind = PERIOD_NONE};
}

static bool leans_on_before(const struct mention *m)
{
    return m->subject_last == 0 || m->joined;
}

/* "năm 2017 tăng 9,53%" in brackets: only the year differs from the window spoken of ("năm 2019 đạt 86,94%" of 11
 * months). */
static struct period same_window(const struct reader *r, const struct mention *m, const struct mention *prev,
                                 struct period p)
{
    bool row = prev && prev->period_source == FROM_OWN && !prev->bracket && leans_on_before(m) &&
               m->figure.kind == KIND_GROWTH &&
               prev->figure.kind == KIND_GROWTH; /* "quý I năm 2020 tăng 0,42%, năm 2021 tăng 4,58%" */
    if ((!m->bracket && !row) || p.kind != PERIOD_YEAR) return p;
    struct period now = prev ? prev->figure.period : r->carry.block_last;
    if (now.kind == PERIOD_NONE || now.kind == PERIOD_YEAR || now.kind == PERIOD_TO_DATE || period_one_year(now) == 0)
        return p;
    return period_years_back(now, period_one_year(now) - p.from.year);
}

/* "(cùng kỳ năm 2019 tăng 5,3%)", "(cùng kỳ 1.100 doanh nghiệp)": the base itself is spoken of. */
static const struct when *base_as_own(const struct reader *r, const struct mention *m)
{
    size_t n;
    if (!m->bracket) return NULL;
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        bool against = w->first > r->first && lexicon_before(&r->tokens, w->first, LEX_VERSUS, &n) != NULL;
        bool inside = false; /* the bracket opens before the time */
        for (size_t i = m->zone; i < w->first && i < m->lead; i++)
            inside = inside || token_is_punct(&r->tokens, i, '(');
        inside = inside || !mark_between(r, m->zone, m->lead, '(');
        if (w->first >= m->zone && w->last <= m->lead && w->role == WHEN_BASE && !against && inside &&
            (w->period.kind != PERIOD_NONE || w->same_period))
            return w;
    }
    return NULL;
}

static const struct when *left_of(const struct reader *r, const struct mention *m)
{
    for (size_t k = r->whens.len; k > 0; k--) {
        const struct when *w = &r->whens.at[k - 1];
        if (w->role == WHEN_AS_OF && w->first < m->zone && w->first > r->first + 3 &&
            (!w->named_year || mark_between(r, w->last, m->lead, ';')))
            continue;
        if (period_aside(r, w) && !period_season_of_text(r, w) && mark_between(r, w->last, m->lead, ';')) continue;
        if (w->last <= m->lead && period_usable(r, m, w) && !in_closed_bracket(r, w, m)) return w;
    }
    return NULL;
}

static bool is_event(const struct reader *r)
{
    return lexicon_is(&r->tokens, r->first, LEX_EVENT) ||
           (r->first + 1 < r->last && lexicon_is(&r->tokens, r->first + 1, LEX_EVENT));
}

/* A thing done or standing, counted in a new paragraph: as of the text, not for the time of the paragraph before. */
static bool standing(const struct reader *r, const struct mention *m)
{
    bool count = m->noun_last > m->noun_first && (m->figure.kind == KIND_LEVEL || m->figure.kind == KIND_FRACTION);
    return count && date_known(r->date) && class_between(r, LEX_STANDING, r->first, m->lead, NULL, NULL);
}

/* A term that is not over yet says nothing of a fact that names no time: the fact is of the day of the text. */
static bool running_term(const struct reader *r, const struct mention *m, struct period p)
{
    return p.kind == PERIOD_YEARS && m->figure.aspect == ASPECT_ACTUAL && m->figure.kind == KIND_LEVEL &&
           date_known(r->date) && date_cmp(r->date, p.to) < 0;
}

/* Over for so long that what is only estimated must be for more than it. */
static bool over(const struct reader *r, struct period p)
{
    return !date_known(r->date) || date_to_days(r->date) - date_to_days(p.to) > 45;
}

/* "đạt 385 nghìn tấn, tăng 6,8% so với năm 2016" in a text of 2018: years are compared with the one before. */
static int year_after_base(const struct reader *r)
{
    for (size_t k = 0; k < r->whens.len && date_known(r->date); k++) {
        const struct when *w = &r->whens.at[k];
        bool year = w->period.kind == PERIOD_YEAR && w->period.to.year + 2 == r->date.year;
        if (year && period_is_base(r, w) && !w->same_period) return w->period.to.year + 1;
    }
    return 0;
}

static struct period fall_back(struct reader *r, struct mention *m)
{
    const struct carry *c = &r->carry;
    bool plan = m->figure.aspect == ASPECT_PLAN;
    m->period_source = FROM_BLOCK;
    if (is_event(r) && date_known(r->date)) return text_period(r);
    if (plan && c->plan_run && c->plan_period.kind) return c->plan_period;
    if (c->block_topic.kind) return c->block_topic;
    if (c->block_last.kind) return c->block_last;
    if (c->before.kind && lexicon_is(&r->tokens, 0, LEX_PART)) return c->before; /* parts of what was said last */
    m->period_source = FROM_HEADING;
    if (c->intro.kind) return c->intro;
    bool listed = r->block->kind == BLOCK_LIST_ITEM || c->heading_plan;
    if (c->heading.kind && (listed || !running_term(r, m, c->heading))) return c->heading;
    m->period_source = FROM_TEXT_SO_FAR;
    if (c->block_weak.kind && !plan) return c->block_weak;
    bool estimate = m->figure.aspect == ASPECT_ESTIMATE;
    if (c->period.kind && !standing(r, m) && !running_term(r, m, c->period))
        return estimate && over(r, c->period) && period_one_year(c->period) ? period_year(period_one_year(c->period))
                                                                            : c->period;
    m->period_source = FROM_DATE;
    int year = plan ? 0 : year_after_base(r);
    if (year) {
        m->period_source = FROM_SENTENCE;
        return period_year(year);
    }
    if (plan) return c->term; /* an undated plan of a term is for the term */
    /* What is estimated is not yet over; in January a sum or a growth is of the year that ended. */
    bool january = date_known(r->date) && r->date.month == 1;
    bool sum = m->figure.kind == KIND_GROWTH || m->figure.kind == KIND_PLAN_RATIO ||
               m->quantity.unit_class == UNIT_CLASS_MONEY || m->rank;
    if (r->year && (estimate || (january && sum))) return period_year(january ? r->year - 1 : r->year);
    return text_period(r);
}

/* "Tính đến tháng 2/2021, có 318.011 người tham gia": things counted stand at the end of the month, money came in since
 * the beginning of the year. */
struct period period_as_of(const struct reader *r, const struct mention *m, const struct when *w)
{
    bool count = (m->noun_last > m->noun_first && m->figure.kind != KIND_PLAN_RATIO) ||
                 (str_eq(m->figure.unit, STR("ha")) && m->figure.kind == KIND_LEVEL) ||
                 class_between(r, LEX_STOCK_HEAD, m->zone, m->lead, NULL, NULL);
    bool months = w->period.kind != PERIOD_TO_DATE && w->period.kind != PERIOD_YEAR && w->period.kind != PERIOD_YEARS;
    return w->role == WHEN_AS_OF && months && count ? period_to_date(w->period.to) : w->period;
}

/* The term of years spoken of: in this sentence before the mention, else what was named last. */
static struct period term_now(const struct reader *r, const struct mention *m)
{
    for (size_t k = r->whens.len; k > 0; k--) {
        const struct when *w = &r->whens.at[k - 1];
        if (w->last <= m->lead && w->period.kind == PERIOD_YEARS && !period_is_apart(r, w)) return w->period;
    }
    return r->carry.term;
}

/* The horizon of one target of a list is not that of the next: "... đạt 40% đến năm 2030; tổng vốn đầu tư chiếm 35%".
 * */
static bool other_horizon(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    const struct period p = prev->figure.period, term = term_now(r, m);
    return m->governed && !leans_on_before(m) && prev->period_source <= FROM_SENTENCE && p.kind == PERIOD_YEAR &&
           term.kind && p.to.year >= term.to.year && date_known(r->date) && p.to.year > r->date.year;
}

/* "Đàn gia súc hiện có 10.923 con; đàn gia cầm có 602.000 con" of a half year: "hiện có" is of its own clause alone. */
static bool only_now(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    const struct carry *c = &r->carry;
    bool now = prev->figure.period.kind == PERIOD_TO_DATE && date_cmp(prev->figure.period.to, r->date) == 0;
    bool spoken_of = c->block_topic.kind || c->block_last.kind || c->intro.kind || c->heading.kind || c->period.kind;
    return now && spoken_of && !leans_on_before(m) &&
           class_between(r, LEX_EXISTING, prev->zone, prev->last, NULL, NULL);
}

/* The mention before, past those whose time was an aside that is over. */
static const struct mention *before_asides(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    while (prev && prev->aside && mark_between(r, prev->last, m->lead, ';'))
        prev = prev > r->mentions.at ? prev - 1 : NULL;
    return prev;
}

/* "đến nay có 9 chỉ tiêu đạt; | 8 chỉ tiêu | đạt trên 50%": counts of the same things one after the other. */
static const struct mention *same_things(const struct reader *r, const struct mention *m)
{
    const struct mention *p = m;
    if (m->noun_last == m->noun_first || m->figure.kind != KIND_LEVEL) return NULL;
    while (p > r->mentions.at && (p == m || p->noun_last == p->noun_first || (p->bracket && !m->bracket)))
        p--; /* over "đạt dưới 50%" */
    bool same = p < m && p->bracket == m->bracket && p->noun_last > p->noun_first &&
                str_eq(p->figure.unit, m->figure.unit);
    return same && p->figure.kind == KIND_LEVEL && p->period_source <= FROM_SENTENCE && !p->aside ? p : NULL;
}

/* "tăng 60,7% so với cùng kỳ năm 2023 (37,37 triệu USD)": brackets behind a base tell what it was. */
static bool value_of_base(const struct reader *r, const struct mention *m)
{
    const struct mention *p = m > r->mentions.at ? m - 1 : NULL;
    return p && m->bracket && !p->bracket && m->figure.kind == KIND_LEVEL && !m->rank && m->cue == CUE_NONE &&
           p->base_tail &&
           (p->base.same_period || (p->base.period.kind == PERIOD_YEAR && p->figure.period.kind == PERIOD_YEAR)) &&
           period_one_year(p->figure.period) && m->lead == p->tail_end + 1 &&
           token_is_punct(&r->tokens, p->tail_end, '(') && m->quantity.unit_class != UNIT_CLASS_PERCENT;
}

static struct period chosen(struct reader *r, size_t k)
{
    assert(r->mentions.at && k < r->mentions.len);
    struct mention *m = &r->mentions.at[k];
    const struct mention *prev = k > 0 ? &r->mentions.at[k - 1] : NULL;
    for (size_t i = k; prev && prev->bracket && !m->bracket && i > 0; i--)
        if (!r->mentions.at[i - 1].bracket) prev = &r->mentions.at[i - 1];
    size_t next = k + 1 < r->mentions.len ? r->mentions.at[k + 1].lead : r->last;
    const struct when *w = in_range(r, m, m->zone, m->lead);
    const struct when *base = base_as_own(r, m);
    m->period_source = FROM_OWN;
    if (value_of_base(r, m))
        return m[-1].base.period.kind == PERIOD_YEAR && m[-1].figure.period.kind == PERIOD_YEAR
                   ? m[-1].base.period
                   : period_years_back(m[-1].figure.period, 1);
    if (base && base->period.kind) return base->period;
    if (base && prev && prev->figure.period.kind && period_one_year(prev->figure.period))
        return period_years_back(prev->figure.period, 1);
    m->aside = w && period_aside(r, w);
    if (w && period_is_season(r, w) && w > r->whens.at && r->whens.at[0].first <= r->first + 2 &&
        period_usable(r, m, &r->whens.at[0]))
        w = &r->whens.at[0]; /* "Đến cuối tháng 5 năm 2019, đã thu hoạch xong vụ đông xuân 2018-2019 với | 68 ha" */
    if (w) return same_window(r, m, prev, period_as_of(r, m, w));
    w = first_in_range(r, m, m->last, m->tail_end);
    if (w && !m->plan_tail && !m->base_tail) return w->period;
    m->period_source = FROM_BEFORE;
    if (prev && leans_on_before(m)) {
        m->period_source = prev->period_source;
        m->aside = prev->aside;
        return prev->figure.period;
    }
    m->period_source = FROM_SENTENCE;
    const struct mention *same = same_things(r, m);
    if (same) return same->figure.period;
    w = left_of(r, m);
    m->aside = w && period_aside(r, w);
    if (w) return period_as_of(r, m, w);
    prev = before_asides(r, m, prev);
    w = prev ? NULL : first_in_range(r, m, m->last, next);
    if (w && !m->plan_tail && !mark_between(r, m->last, w->first, ':')) return w->period;
    if (prev && prev->figure.period.kind != PERIOD_NONE && !only_now(r, m, prev))
        return other_horizon(r, m, prev) ? term_now(r, m) : prev->figure.period;
    return fall_back(r, m);
}

/* A plan that names no time is for the year, not for the months reported. */
static struct period whole_year(struct period p, bool any)
{
    int year = period_one_year(p);
    return year && (any || p.kind == PERIOD_MONTH) && p.kind != PERIOD_DAY ? period_year(year) : p;
}

bool period_ahead(const struct reader *r, struct period p)
{
    if (p.kind == PERIOD_NONE || p.kind == PERIOD_TO_DATE) return false;
    return date_known(r->date) ? date_cmp(p.from, r->date) > 0 : r->year && p.from.year > r->year;
}

/* "đạt 57,18% dự toán năm Thành phố giao (820 tỷ đồng)": the plan in brackets is the one that was just named, of the
 * year. */
static bool plan_of_year(const struct reader *r, size_t k)
{
    const struct mention *m = &r->mentions.at[k], *prev = k > 0 ? m - 1 : NULL;
    if (!m->bracket || !prev || prev->figure.kind != KIND_PLAN_RATIO || !prev->plan_tail) return false;
    if (m->figure.kind == KIND_LEVEL && m->quantity.unit_class == UNIT_CLASS_MONEY &&
        m->figure.period.kind == PERIOD_TO_DATE && m->period_source != FROM_OWN)
        return true; /* "vượt 7% so với chỉ tiêu được giao (17.500 tỷ đồng)" */
    for (size_t i = prev->plan_first; i < prev->plan_last; i++)
        if (str_eq(token_text(&r->tokens, i), STR("năm")) && r->tokens.at[i + 1].kind != TOKEN_NUMBER) return true;
    return false;
}

/* "tăng bình quân 7,6%/năm", "bình quân hằng năm đạt 10,66%": a mean of several years is of the term. */
static bool average_of_years(const struct reader *r, const struct mention *m)
{
    size_t at, n;
    if (m->figure.aspect == ASPECT_PLAN && class_between(r, LEX_YEARLY, m->zone, m->lead, &at, &n) && !when_at(r, at) &&
        (at == m->zone || !when_at(r, at - 1)))
        return true; /* "phấn đấu mỗi năm kết nạp 80 đảng viên" */
    if (!class_between(r, LEX_AVERAGE, m->zone, m->lead, &at, &n)) return false;
    return str_ends(m->figure.unit, STR("%/năm")) || lexicon_is(&r->tokens, at + n, LEX_YEARLY);
}

static bool same_days(struct period a, struct period b)
{
    return date_cmp(a.from, b.from) == 0 && date_cmp(a.to, b.to) == 0;
}

void period_choose(struct reader *r, size_t k)
{
    struct mention *m = &r->mentions.at[k];
    struct figure_statement *f = &m->figure;
    f->period = period_widen(chosen(r, k));
    if (f->aspect == ASPECT_PLAN && m->period_source >= FROM_SENTENCE)
        f->period = whole_year(f->period, m->period_source >= FROM_BLOCK);
    if (f->aspect == ASPECT_PLAN && plan_of_year(r, k))
        f->period = f->period.kind == PERIOD_TO_DATE ? period_year(f->period.to.year) : whole_year(f->period, true);
    /* At the end of a year one strives for the next. */
    bool next = m->governed && date_known(r->date) && r->date.month >= 11 && m->period_source >= FROM_BLOCK &&
                f->period.kind == PERIOD_YEAR && f->period.to.year == r->date.year;
    if (next) f->period = period_year(r->date.year + 1);
    struct period term = term_now(r, m);
    if (average_of_years(r, m) && term.kind && f->period.kind != PERIOD_YEARS && m->period_source != FROM_OWN)
        f->period = term;
    bool a_year = str_ends(f->unit, STR("/năm")) && m->period_source >= FROM_BLOCK; /* "35 triệu đồng/người/năm" */
    if (a_year && f->period.kind != PERIOD_TO_DATE) f->period = whole_year(f->period, true);
    if (period_ahead(r, f->period) && f->kind != KIND_PLAN_RATIO) f->aspect = ASPECT_PLAN;
    if (f->kind == KIND_GROWTH || f->kind == KIND_CHANGE) {
        int year = period_one_year(f->period);
        if (f->against == AGAINST_PERIOD && f->against_period.kind == PERIOD_YEAR &&
            year == f->against_period.from.year + 1)
            f->against = f->period.kind == PERIOD_YEAR ? AGAINST_PREVIOUS_YEAR : AGAINST_SAME_PERIOD;
        if (f->against == AGAINST_PERIOD && year && f->period.kind != PERIOD_YEAR &&
            same_days(f->against_period, period_years_back(f->period, 1)))
            f->against = AGAINST_SAME_PERIOD; /* "so với 6 tháng đầu năm 2020" */
        if (f->against == AGAINST_PERIOD && f->against_period.kind != PERIOD_YEAR &&
            period_eq(f->against_period, period_before(f->period)))
            f->against = AGAINST_PREVIOUS_PERIOD; /* "tháng 11 giảm 0,74% so với tháng 10" */
        if (f->against == AGAINST_PERIOD && f->against_period.kind == PERIOD_NONE) f->against = AGAINST_NONE;
        bool month = f->period.kind == PERIOD_MONTH && f->kind == KIND_GROWTH;
        if (f->against == AGAINST_NONE && month && r->carry.monthly) f->against = AGAINST_PREVIOUS_PERIOD;
        if (month && m->base_tail) r->carry.monthly = f->against == AGAINST_PREVIOUS_PERIOD;
        if (f->against == AGAINST_NONE)
            f->against = f->period.kind == PERIOD_YEAR || f->period.kind == PERIOD_YEARS ? AGAINST_PREVIOUS_YEAR
                                                                                         : AGAINST_SAME_PERIOD;
    }
}

bool period_is_early(const struct reader *r, const struct mention *m)
{
    const struct figure_statement *f = &m->figure;
    bool flow = f->kind == KIND_PLAN_RATIO || f->kind == KIND_GROWTH || m->quantity.unit_class == UNIT_CLASS_MONEY;
    return flow && f->aspect != ASPECT_PLAN && m->period_source == FROM_DATE && r->carry.period.kind == PERIOD_NONE;
}
