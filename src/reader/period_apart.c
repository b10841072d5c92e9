/* SPDX-License-Identifier: Apache-2.0
 *
 * period_apart: times of a sentence that are not those of its figures, or only of one clause.
 *
 *   base        "so với năm 2022", "bằng năm 2016"        what something is compared with
 *   prices      "giá so sánh năm 2010", "chuẩn nghèo ..." whose prices, which poverty line
 *   since       "cao nhất kể từ năm 2020"                 from when on
 *   aside       "tại thời điểm 1/4", "vụ mùa năm 2018"    of its own clause
 *   plan        "kế hoạch năm 2025"                       the year of what was planned
 *   occasion    "nhân dịp năm học 2025-2026"              what something was done for
 */
#include "period_private.h"

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

bool period_aside(const struct reader *r, const struct when *w)
{
    size_t n = 0;
    const struct lex_sense *s = lexicon_before(&r->tokens, w->first, LEX_INSTANT, &n);
    if (!s) s = lexicon_at(&r->tokens, w->first, LEX_INSTANT, &n);
    return s && (s->value != INSTANT_SUM || w->first > r->first + n);
}

bool period_is_season(const struct reader *r, const struct when *w)
{
    return aside_kind(r, w) == INSTANT_SEASON;
}

/* "vụ mùa năm 2019" of a report of 2019 is what the sentence is about, over ';' too. */
bool period_season_of_text(const struct reader *r, const struct when *w)
{
    return period_is_season(r, w) && w->period.to.year == r->date.year;
}

bool period_names_plan(const struct reader *r, const struct when *w)
{
    size_t from = w->first > r->first + 6 ? w->first - 6 : r->first;
    for (size_t i = w->first; i > from && r->tokens.at[i - 1].kind != TOKEN_PUNCT; i--)
        if (lexicon_is(&r->tokens, i - 1, LEX_PLAN_WORD)) return true;
    return false;
}

/* "cao nhất | kể từ năm 2020", "từ năm 2019 đến nay": from when on, not for when. */
static bool since_year(const struct reader *r, const struct when *w)
{
    return w->period.kind == PERIOD_YEAR && w->first > r->first &&
           str_eq(token_text(&r->tokens, w->first - 1), STR("từ"));
}

enum { SINCE_OPENS = 4, OCCASION_NEAR = 6, EVENT_OCCASION = 1 }; /* "Từ năm 2016 đến nay, đã xây ..." is a time */
static bool since(const struct reader *r, const struct when *w)
{
    bool now = w->period.kind == PERIOD_YEARS && str_eq(token_text(&r->tokens, w->last - 1), STR("nay"));
    return now ? w->first > r->first + SINCE_OPENS : since_year(r, w);
}

/* "nhân dịp năm học 2025-2026", "chuẩn bị cho năm học mới 2025-2026": what for, not when. */
static bool occasion(const struct reader *r, const struct when *w)
{
    size_t from = w->first > r->first + OCCASION_NEAR ? w->first - OCCASION_NEAR : r->first;
    bool found = false;
    for (size_t i = from, n; i < w->first; i++) {
        const struct lex_sense *s = lexicon_at(&r->tokens, i, LEX_EVENT, &n);
        found = r->tokens.at[i].kind == TOKEN_WORD && (found || (s && s->value == EVENT_OCCASION));
    }
    return found;
}

bool period_is_apart(const struct reader *r, const struct when *w)
{
    if (occasion(r, w)) return true;
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

bool period_usable(const struct reader *r, const struct mention *m, const struct when *w)
{
    if (w->period.kind == PERIOD_NONE || period_is_apart(r, w) || only_describes(r, w)) return false;
    bool plan = m->figure.aspect == ASPECT_PLAN;
    if (period_names_plan(r, w) && !plan) return false;
    if (w->role == WHEN_UNTIL && !plan && m->figure.aspect != ASPECT_ESTIMATE) {
        return w->period.kind == PERIOD_TO_DATE || w->first < m->lead;
    }
    return true;
}
