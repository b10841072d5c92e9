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
 *
 * What a sentence leaves behind: only times of figures that are no plans, and times that open it; not every time that
 * it names.
 */
#include "sentence.h"

#include <assert.h>

/* The words before a time that make it something else than the time of a figure. */
bool period_is_base(const struct reader *r, const struct when *w)
{
    size_t n;
    const struct tokens *ts = &r->tokens;
    if (w->role == WHEN_BASE) return true;
    if (w->first == r->first) return false;
    if (str_eq(token_text(ts, w->first - 1), STR("bằng"))) return true; /* "bằng năm 2016" */
    for (size_t i = w->first; i > r->first && i + 8 > w->first; i--) {  /* "so với vụ mùa năm 2016" */
        const struct token *t = &ts->at[i - 1];
        if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER) return false;
        if (lexicon_is(ts, i - 1, LEX_VERSUS) || lexicon_before(ts, i, LEX_VERSUS, &n)) return true;
    }
    return false;
}

/* "(giá so sánh năm 2010)", "giá cố định 1994": whose prices, not when. */
static bool names_prices(const struct reader *r, const struct when *w)
{
    size_t from = w->first > r->first + 4 ? w->first - 4 : r->first;
    return class_between(r, LEX_PRICES, from, w->first, NULL, NULL);
}

/* A time of its own clause alone: "tại thời điểm 1/4/2016", "vụ mùa năm 2018", and a sum so far that follows the figure
 * of a month: "..., lũy kế 5 tháng 137 doanh nghiệp; | 6 doanh nghiệp". It ends at the next ';' and leaves nothing. */
enum { INSTANT_SEASON = 1, INSTANT_SUM = 2 };
static int aside_kind(const struct reader *r, const struct when *w)
{
    size_t n = 0;
    const struct lex_sense *s = lexicon_before(&r->tokens, w->first, LEX_INSTANT, &n);
    if (!s) s = lexicon_at(&r->tokens, w->first, LEX_INSTANT, &n);
    return s ? s->value : -1;
}

static bool aside(const struct reader *r, const struct when *w)
{
    size_t n = 0;
    const struct lex_sense *s = lexicon_before(&r->tokens, w->first, LEX_INSTANT, &n);
    if (!s) s = lexicon_at(&r->tokens, w->first, LEX_INSTANT, &n);
    return s && (s->value != INSTANT_SUM || w->first > r->first + n);
}

static bool names_plan(const struct reader *r, const struct when *w)
{
    size_t from = w->first > r->first + 6 ? w->first - 6 : r->first;
    for (size_t i = w->first; i > from && r->tokens.at[i - 1].kind != TOKEN_PUNCT; i--)
        if (lexicon_is(&r->tokens, i - 1, LEX_PLAN_WORD)) return true;
    return false;
}

/* "cao nhất | kể từ năm 2020", "từ năm 2019 đến nay": from when on, not for when. */
static bool since_year(const struct reader *r, const struct when *w)
{
    size_t n;
    if (w->period.kind != PERIOD_YEAR || w->first == r->first) return false;
    return lexicon_is(&r->tokens, w->first - 1, LEX_FROM) || lexicon_before(&r->tokens, w->first, LEX_TIME_LEAD, &n);
}

enum { SINCE_OPENS = 4 }; /* "Từ năm 2016 đến nay, đã xây ..." is a time */
static bool since(const struct reader *r, const struct when *w)
{
    bool now = w->period.kind == PERIOD_YEARS && str_eq(token_text(&r->tokens, w->last - 1), STR("nay"));
    return now ? w->first > r->first + SINCE_OPENS : since_year(r, w);
}

bool period_is_apart(const struct reader *r, const struct when *w)
{
    return period_is_base(r, w) || names_prices(r, w) || since(r, w);
}

/* "17 đồ án quy hoạch hiện có": which ones, not when; "hiện có 230 hộ" is a time. */
static bool only_describes(const struct reader *r, const struct when *w)
{
    const struct tokens *ts = &r->tokens;
    if (!lexicon_is(ts, w->first, LEX_EXISTING) || w->first == r->first) return false;
    return ts->at[w->first - 1].kind == TOKEN_WORD && w->last < r->last && ts->at[w->last].kind != TOKEN_NUMBER &&
           !lexicon_is(ts, w->last, LEX_BOUND) && !lexicon_is(ts, w->last, LEX_IS) &&
           !lexicon_is(ts, w->last, LEX_DIGIT);
}

static bool usable(const struct reader *r, const struct mention *m, const struct when *w)
{
    if (w->period.kind == PERIOD_NONE || period_is_apart(r, w) || only_describes(r, w)) return false;
    bool plan = m->figure.aspect == ASPECT_PLAN;
    if (names_plan(r, w) && !plan) return false;
    if (w->role == WHEN_UNTIL && !plan && m->figure.aspect != ASPECT_ESTIMATE) {
        return w->period.kind == PERIOD_TO_DATE || w->first < m->lead;
    }
    return true;
}

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
        bool alone = w->first > r->first && token_is_punct(&r->tokens, w->first - 1, '('); /* "trong 3 năm (2016-2018)" */
        if (w->last <= to && w->first >= from && usable(r, m, w) && (alone || !in_closed_bracket(r, w, m))) return w;
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
static struct period widen(struct period p)
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
    bool row = prev && prev->period_source == FROM_OWN && !prev->bracket && leans_on_before(m) && m->figure.kind == KIND_GROWTH &&
               prev->figure.kind == KIND_GROWTH; /* "quý I năm 2020 tăng 0,42%, năm 2021 tăng 4,58%" */
    if ((!m->bracket && !row) || p.kind != PERIOD_YEAR) return p;
    struct period now = prev ? prev->figure.period : r->carry.block_last;
    if (now.kind == PERIOD_NONE || now.kind == PERIOD_YEAR || now.kind == PERIOD_TO_DATE || year_of(now) == 0) return p;
    return period_years_back(now, year_of(now) - p.from.year);
}

static bool token_in(const struct reader *r, size_t from, size_t to, char c)
{
    for (size_t i = from; i < to; i++)
        if (token_is_punct(&r->tokens, i, c)) return true;
    return false;
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
        inside = inside || !token_in(r, m->zone, m->lead, '(');
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
        if (w->role == WHEN_AS_OF && !w->named_year && w->first < m->zone && w->first > r->first + 3) continue;
        if (aside(r, w) && aside_kind(r, w) != INSTANT_SEASON && token_in(r, w->last, m->lead, ';')) continue;
        if (w->last <= m->lead && usable(r, m, w) && !in_closed_bracket(r, w, m)) return w;
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
        return estimate && over(r, c->period) && year_of(c->period) ? period_year(year_of(c->period)) : c->period;
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
static struct period as_of(const struct reader *r, const struct mention *m, const struct when *w)
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
        if (w->last <= m->lead && w->period.kind == PERIOD_YEARS && !period_is_base(r, w) && !names_prices(r, w))
            return w->period;
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
    while (prev && prev->aside && prev->figure.period.kind != PERIOD_YEAR && token_in(r, prev->last, m->lead, ';'))
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
    bool same = p < m && p->bracket == m->bracket && p->noun_last > p->noun_first && str_eq(p->figure.unit, m->figure.unit);
    return same && p->figure.kind == KIND_LEVEL && p->period_source <= FROM_SENTENCE && !p->aside ? p : NULL;
}

/* "tăng 60,7% so với cùng kỳ năm 2023 (37,37 triệu USD)": brackets behind a base tell what it was. */
static bool value_of_base(const struct reader *r, const struct mention *m)
{
    const struct mention *p = m > r->mentions.at ? m - 1 : NULL;
    return p && m->bracket && !p->bracket && m->figure.kind == KIND_LEVEL && m->cue == CUE_NONE && p->base_tail &&
           p->base.same_period && year_of(p->figure.period) && m->lead == p->tail_end + 1 &&
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
    if (value_of_base(r, m)) return period_years_back(m[-1].figure.period, 1);
    if (base && base->period.kind) return base->period;
    if (base && prev && prev->figure.period.kind && year_of(prev->figure.period))
        return period_years_back(prev->figure.period, 1);
    m->aside = w && aside(r, w);
    if (w && aside_kind(r, w) == INSTANT_SEASON && w > r->whens.at && r->whens.at[0].first <= r->first + 2 &&
        usable(r, m, &r->whens.at[0]))
        w = &r->whens.at[0]; /* "Đến cuối tháng 5 năm 2019, đã thu hoạch xong vụ đông xuân 2018-2019 với | 68 ha" */
    if (w) return same_window(r, m, prev, as_of(r, m, w));
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
    m->aside = w && aside(r, w);
    if (w) return as_of(r, m, w);
    prev = before_asides(r, m, prev);
    w = prev ? NULL : first_in_range(r, m, m->last, next);
    if (w && !m->plan_tail && !token_in(r, m->last, w->first, ':')) return w->period;
    if (prev && prev->figure.period.kind != PERIOD_NONE && !only_now(r, m, prev))
        return other_horizon(r, m, prev) ? term_now(r, m) : prev->figure.period;
    return fall_back(r, m);
}

/* A plan that names no time is for the year, not for the months reported. */
static struct period whole_year(struct period p, bool any)
{
    int year = year_of(p);
    return year && (any || p.kind == PERIOD_MONTH) && p.kind != PERIOD_DAY ? period_year(year) : p;
}

static bool ahead(const struct reader *r, struct period p)
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
    if (m->figure.kind == KIND_LEVEL && m->quantity.unit_class == UNIT_CLASS_MONEY && m->figure.period.kind == PERIOD_TO_DATE &&
        m->period_source != FROM_OWN)
        return true; /* "vượt 7% so với chỉ tiêu được giao (17.500 tỷ đồng)" */
    for (size_t i = prev->plan_first; i < prev->plan_last; i++)
        if (str_eq(token_text(&r->tokens, i), STR("năm")) && r->tokens.at[i + 1].kind != TOKEN_NUMBER) return true;
    return false;
}

/* "tăng bình quân 7,6%/năm", "bình quân hằng năm đạt 10,66%": a mean of several years is of the term. */
static bool average_of_years(const struct reader *r, const struct mention *m)
{
    size_t at, n;
    if (m->figure.aspect == ASPECT_PLAN && class_between(r, LEX_YEARLY, m->zone, m->lead, &at, &n) &&
        !when_at(r, at) && (at == m->zone || !when_at(r, at - 1)))
        return true; /* "phấn đấu mỗi năm kết nạp 80 đảng viên" */
    if (!class_between(r, LEX_AVERAGE, m->zone, m->lead, &at, &n)) return false;
    return str_ends(m->figure.unit, STR("%/năm")) || lexicon_is(&r->tokens, at + n, LEX_YEARLY);
}

void period_choose(struct reader *r, size_t k)
{
    struct mention *m = &r->mentions.at[k];
    struct figure_statement *f = &m->figure;
    f->period = widen(chosen(r, k));
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
    if (ahead(r, f->period) && f->kind != KIND_PLAN_RATIO) f->aspect = ASPECT_PLAN;
    if (f->kind == KIND_GROWTH || f->kind == KIND_CHANGE) {
        int year = year_of(f->period);
        if (f->against == AGAINST_PERIOD && f->against_period.kind == PERIOD_YEAR &&
            year == f->against_period.from.year + 1)
            f->against = f->period.kind == PERIOD_YEAR ? AGAINST_PREVIOUS_YEAR : AGAINST_SAME_PERIOD;
        if (f->against == AGAINST_PERIOD && year && f->period.kind != PERIOD_YEAR &&
            period_eq(f->against_period, period_years_back(f->period, 1)))
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

static bool used(const struct reader *r, const struct when *w)
{
    for (size_t k = 0; k < r->mentions.len; k++)
        if (r->mentions.at[k].period_source == FROM_OWN && w->first >= r->mentions.at[k].zone &&
            w->last <= r->mentions.at[k].tail_end && period_eq(widen(w->period), r->mentions.at[k].figure.period))
            return true;
    return false;
}

/* "Theo báo cáo tại kỳ họp, 6 tháng đầu năm, dù gặp nhiều khó khăn nhưng ...": the time of what follows. */
static bool between_commas(const struct reader *r, const struct when *w)
{
    const struct tokens *ts = &r->tokens;
    size_t n, from = w->first;
    if (from > r->first && lexicon_at(ts, from - 1, LEX_INSIDE_TIME, &n)) from--;
    return w->first <= r->first + 20 && from > r->first && token_is_punct(ts, from - 1, ',') &&
           token_is_punct(ts, w->last, ',');
}

/* A later sentence goes over to another time: "Lũy kế 10 tháng, ...". */
static bool goes_over(const struct reader *r, const struct when *w)
{
    return w->first <= r->first + 2 && token_is_punct(&r->tokens, w->last, ',') && r->mentions.len;
}

/* The time that opens the block, when the sentence is one of its first. */
static void find_topic(struct reader *r)
{
    bool later = r->carry.block_topic.kind || r->sentence > 1;
    if (later && (r->whens.len == 0 || !goes_over(r, &r->whens.at[0]))) return;
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        bool opens = w->first <= r->first + 3 || between_commas(r, w);
        if (w->period.kind == PERIOD_NONE || w->role == WHEN_BASE || w->role == WHEN_UNTIL || period_is_base(r, w) ||
            names_plan(r, w) || names_prices(r, w) || aside(r, w) || since(r, w))
            continue;
        if (w->period.kind == PERIOD_YEARS && !opens) continue;
        if (class_between(r, LEX_TARGET, r->first, w->first, NULL, NULL)) continue;
        if (w->period.kind == PERIOD_DAY || ahead(r, w->period)) continue;
        if (!opens && (used(r, w) || r->mentions.len == 0 || w->first > r->first + 14)) continue;
        r->carry.block_topic = widen(r->mentions.len ? as_of(r, &r->mentions.at[0], w) : w->period);
        return;
    }
}

/* "13 xã đạt chuẩn từ năm 2014 đến năm 2020" of a text of 2022: history of this one figure. */
static bool over_years(const struct reader *r, struct period p)
{
    return p.kind == PERIOD_YEARS && date_known(r->date) && p.to.year < r->date.year;
}

/* Whether this sentence set targets with a word of aiming, or went on with them. */
static void remember_plan(struct reader *r)
{
    struct carry *c = &r->carry;
    bool all = r->mentions.len > 0, aimed = false;
    for (size_t k = 0; k < r->mentions.len; k++) {
        all = all && r->mentions.at[k].figure.aspect == ASPECT_PLAN;
        aimed = aimed || r->mentions.at[k].governed;
    }
    c->plan_run = all && (aimed || c->plan_run);
    if (!all || !aimed) return;
    c->plan_period = r->mentions.at[0].figure.period;
    for (size_t k = 0; k < r->whens.len; k++) /* a horizon is of one target */
        if (r->whens.at[k].role == WHEN_UNTIL) c->plan_period = (struct period){.kind = PERIOD_NONE};
}

void period_remember(struct reader *r)
{
    find_topic(r);
    if (r->mentions.len) remember_plan(r);
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (names_prices(r, w) || aside(r, w) || since(r, w)) continue;
        if (w->period.kind == PERIOD_YEARS) r->carry.term = w->period;
        if (r->mentions.len == 0 && w->role == WHEN_PERIOD && w->period.kind == PERIOD_YEAR && !period_is_base(r, w) &&
            !names_plan(r, w) && !ahead(r, w->period))
            r->carry.block_weak = w->period;
        bool running = !date_known(r->date) || date_cmp(w->period.to, r->date) >= 0;
        if (r->mentions.len == 0 && w->period.kind == PERIOD_YEARS && running &&
            (w->relative || lexicon_is(&r->tokens, w->first, LEX_STAGE)))
            r->carry.block_weak = w->period; /* "..., giai đoạn 2016-2020. Trong đó ..." */
    }
    for (size_t k = 0; k < r->mentions.len; k++) {
        const struct mention *m = &r->mentions.at[k];
        if ((m->period_source == FROM_OWN || m->period_source == FROM_SENTENCE) && m->figure.aspect != ASPECT_PLAN &&
            (!m->bracket || m->sign) && !m->aside && !over_years(r, m->figure.period))
            r->carry.block_last = m->figure.period;
        if (r->carry.first_own.kind == PERIOD_NONE && m->period_source == FROM_OWN)
            r->carry.first_own = m->figure.period;
    }
}

/* What flows in and was told before the text named its time ("Hải quan thu 577 tỷ đồng. ... Trong 5 tháng đầu năm,
 * ...") is of that time. */
static void settle_early(struct reader *r, struct period p)
{
    int year = date_known(r->date) ? r->date.year : 0;
    bool window = p.kind != PERIOD_TO_DATE && p.kind != PERIOD_YEARS && p.kind != PERIOD_YEAR && year_of(p) == year;
    for (size_t k = 0; k < r->early.len && window; k++) r->out.at[r->early.at[k]].figure.period = p;
    r->early.len = 0;
}

void period_leave(struct reader *r)
{
    struct carry *c = &r->carry;
    struct period p = c->block_topic.kind ? c->block_topic : c->block_last;
    if (p.kind && p.kind != PERIOD_TO_DATE && year_of(p) == r->date.year) settle_early(r, p);
    bool history = date_known(r->date) && p.kind && p.to.year + 1 < r->date.year;
    /* "Tính đến giữa tháng 10, ...": another day than that of the text is spoken of on. */
    bool day = p.kind == PERIOD_TO_DATE && (!date_known(r->date) || date_cmp(p.to, r->date) == 0);
    if (p.kind && !day && !history) c->period = p;
    c->plan_run = false;
    c->before = c->block_last;
    c->block_topic = c->block_last = c->block_weak = (struct period){.kind = PERIOD_NONE};
}

void period_repair(struct reader *r)
{
    for (; r->repaired < r->timeless.len; r->repaired++) {
        size_t at = r->timeless.at[r->repaired];
        struct figure_statement *f = &r->out.at[at].figure;
        const struct figure_statement *same = NULL, *near = NULL;
        for (size_t i = at + 1; i < r->out.len && i < at + PERIOD_BODY && !same; i++) {
            const struct figure_statement *g = &r->out.at[i].figure;
            if (r->out.at[i].kind != STATEMENT_FIGURE || g->heading || !str_eq(g->unit, f->unit)) continue;
            if (g->kind == f->kind && decimal_eq(g->value, f->value)) same = g;
            if (!near && i < at + 4 && g->kind == f->kind) near = g;
        }
        if (same)
            f->period = same->period;
        else if (near && r->out.at[at].figure.kind != KIND_FRACTION)
            f->period = near->period;
    }
}
