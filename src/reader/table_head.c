/* SPDX-License-Identifier: Apache-2.0
 *
 * table_head: see table_head.h. A head may name a time, say that what stands below is a plan, an estimate, a part or a
 * comparison, and name a unit in brackets:
 *
 *   "Ước thực hiện 6 tháng đầu năm 2024 (tỷ đồng)"     estimate, 2024-H1, tỷ đồng
 *   "Tháng 1/2000 so với tháng 12/1999 (%)"            growth of 2000-01 against the month before
 *   "So với cùng kỳ năm trước (%)"                     growth against the same period
 *   "% so với kế hoạch"                                per cent of the plan
 *   "Thực hiện cùng kỳ năm trước"                      the value itself, of the same period of last year
 *
 * In a comparison the time before "so với" is the time of the figure and the one behind it what it is compared with.
 */
#include "table_private.h"

#include "utf8.h"

enum { CELL_MOST = 400 };

void cell_scan(struct reader *r, struct str text, uint32_t start, uint32_t end)
{
    uint32_t stop = end > start + CELL_MOST ? start + CELL_MOST : end;
    while (stop < end && stop > start && ((unsigned char)text.ptr[stop] & 0xC0) == 0x80) stop--;
    tokens_scan(&r->tokens, r->work, text, start, stop);
    sentence_set(r, 0, r->tokens.len - 1);
    r->whens.len = 0;
}

bool cell_has(struct reader *r, enum lex_class c)
{
    return class_between(r, c, 0, r->last, NULL, NULL);
}

/* The head begins with such a word: "Nguồn", not "Phân chia nguồn thu". */
static bool begins_with(const struct reader *r, enum lex_class c)
{
    size_t i = 0, n;
    while (i < r->last && r->tokens.at[i].kind == TOKEN_PUNCT) i++;
    return i < r->last && lexicon_at(&r->tokens, i, c, &n) != NULL;
}

static void set_role(struct reader *r, struct table_head *h, size_t column)
{
    if (cell_has(r, LEX_HEAD_NUMBER) && r->last <= 2)
        h->role = HEAD_NUMBER;
    else if (begins_with(r, LEX_HEAD_UNIT))
        h->role = HEAD_UNIT;
    else if (begins_with(r, LEX_HEAD_NOTE))
        h->role = HEAD_NOTE;
    else if (cell_has(r, LEX_HEAD_NAME) && column < 3 && h->role == HEAD_VALUE)
        h->role = HEAD_NAME;
}

/* A comparison with a time that is named: which of the usual ones it is. */
static void set_base(struct table_head *h, const struct when *w)
{
    h->kind = KIND_GROWTH;
    h->against = AGAINST_SAME_PERIOD;
    if (w->previous_period)
        h->against = AGAINST_PREVIOUS_PERIOD;
    else if (w->role == WHEN_BASE && w->previous_year)
        h->against = AGAINST_PREVIOUS_YEAR;
    if (w->role == WHEN_BASE || w->period.kind == PERIOD_NONE || h->period.kind == PERIOD_NONE) return;
    if (period_eq(w->period, period_before(h->period)) && h->period.kind != PERIOD_YEAR) {
        h->against = AGAINST_PREVIOUS_PERIOD;
    } else if (!period_eq(w->period, period_years_back(h->period, 1))) {
        h->against = AGAINST_PERIOD;
        h->against_period = w->period;
    }
}

/* "Thực hiện cùng kỳ năm trước" compares nothing: what stands below are the values of that time. Where the time of the
 * table is not known, neither is this one. */
static void set_same_period(struct reader *r, struct table_head *h, const struct when *w)
{
    struct period now = h->period.kind ? h->period : r->carry.period;
    h->period = w->period.kind ? w->period : now.kind ? period_years_back(now, 1) : now;
}

static bool is_level_of_base(const struct reader *r, const struct table_head *h, const struct when *w, bool versus)
{
    if (!w->same_period || versus || h->versus || h->percent) return false;
    return str_find_char(tokens_text(&r->tokens, 0, r->last), '%') < 0;
}

static void set_times(struct reader *r, struct table_head *h)
{
    struct when_context now = {r->date, r->carry.period};
    size_t at = 0, n;
    if (!h->not_time.len) h->not_time = str_copy(r->arena, when_impossible_in(&r->tokens));
    if (h->not_time.len) {
        h->period = (struct period){0};
        return;
    }
    bool said = class_between(r, LEX_VERSUS, 0, r->last, &at, &n), versus = said || cell_has(r, LEX_CHANGE);
    for (size_t i = 0; i < r->last; i++) {
        struct when w;
        if (!when_read(&w, &r->tokens, i, &now)) continue;
        if (is_level_of_base(r, h, &w, versus)) {
            set_same_period(r, h, &w);
            i = w.last - 1;
            continue;
        }
        bool own = said && i < at && w.role == WHEN_PERIOD && w.named_year;
        if ((w.role == WHEN_BASE || versus) && !own) {
            if (w.same_period || versus)
                set_base(h, &w);
            else
                h->against = w.previous_period                        ? AGAINST_PREVIOUS_PERIOD
                             : w.role == WHEN_BASE && w.previous_year ? AGAINST_PREVIOUS_YEAR
                                                                      : AGAINST_SAME_PERIOD;
        } else if (w.period.kind && (h->period.kind == PERIOD_NONE || w.named_year)) {
            h->period = w.period;
        }
        i = w.last - 1;
    }
    for (size_t i = 0; i < r->last && h->period.kind == PERIOD_NONE && !versus; i++) { /* "Năm hiện hành 2025" */
        uint64_t year;
        if (i > 0 && token_is_punct(&r->tokens, i - 1, '/')) continue; /* a number before it says what of the year */
        if (r->tokens.at[i].kind == TOKEN_NUMBER && r->tokens.at[i].len == 4 &&
            str_to_u64(&year, token_text(&r->tokens, i), 2100) && year >= 1900)
            h->period = period_year((int)year);
    }
}

static void set_aspect(struct reader *r, struct table_head *h)
{
    bool percent = str_find_char(tokens_text(&r->tokens, 0, r->last), '%') >= 0;
    if (cell_has(r, LEX_PLAN_WORD)) {
        if (percent || cell_has(r, LEX_VERSUS) || (h->percent && h->versus)) {
            h->kind = KIND_PLAN_RATIO;
            h->against = AGAINST_PLAN;
        } else {
            h->aspect = ASPECT_PLAN;
        }
    } else if (cell_has(r, LEX_ESTIMATE)) {
        h->aspect = ASPECT_ESTIMATE;
    }
    h->percent = h->percent || percent;
    h->versus = h->versus || cell_has(r, LEX_VERSUS);
}

/* A head that names something measured ("Số hộ nghèo", "Diện tích (ha)"), or places ("Xã", "Đơn vị"). */
static void measured_name(struct reader *r, struct table_head *c)
{
    const struct tokens *ts = &r->tokens;
    size_t end = 0, n;
    while (end < r->last && !token_is_punct(ts, end, '(') && !token_is_punct(ts, end, ',')) end++;
    if (c->role == HEAD_NAME)
        c->places = c->places || (lexicon_at(ts, 0, LEX_PLACE_KIND, &n) && n == end) ||
                    (lexicon_at(ts, 0, LEX_PLACE_WORD, &n) && n == end);
    if (c->role != HEAD_VALUE || end == 0) return;
    if (lexicon_is(ts, 0, LEX_MEASURE_HEAD) || lexicon_is(ts, 0, LEX_RATE_HEAD) ||
        (lexicon_is(ts, 0, LEX_NOUN) && !lexicon_is(ts, 0, LEX_PLAN_WORD)))
        c->name = tokens_text(ts, 0, end);
}

void head_words(struct reader *r, struct table_head *h, struct str words, size_t column)
{
    cell_scan(r, words, 0, (uint32_t)words.len);
    if (r->last == 0) return;
    h->has_text = true;
    set_role(r, h, column);
    set_times(r, h);
    set_aspect(r, h);
    measured_name(r, h);
    for (size_t i = 0; i < r->last; i++)
        if (token_is_punct(&r->tokens, i, '(')) {
            struct str inner = tokens_text(&r->tokens, i + 1, r->last);
            ptrdiff_t close = str_find_char(inner, ')');
            if (close > 0) h->unit = str_part(inner, 0, (size_t)close);
        }
}

/* --- for those who have no reader --------------------------------------------------------------------------------- */

static struct reader *reader_make(struct arena *a, struct date date, struct period current)
{
    struct reader *r = arena_new(a, struct reader);
    r->work = r->arena = a;
    r->date = date;
    r->carry.period = current;
    return r;
}

void table_head_read(struct table_head *h, struct arena *a, struct str words, size_t column,
                     const struct table_context *c)
{
    head_words(reader_make(a, c->date, c->current), h, words, column);
}

bool table_unit_read(struct decimal *factor, struct str *name, struct arena *a, struct str unit)
{
    char *p = arena_alloc(a, unit.len + 3, 1);
    struct quantity q;
    memcpy(p, "1 ", 2);
    memcpy(p + 2, unit.ptr, unit.len);
    struct tokens small = {0};
    tokens_scan(&small, a, (struct str){p, unit.len + 2}, 0, (uint32_t)(unit.len + 2));
    if (!quantity_read(&q, a, &small, 0)) return false;
    *factor = q.value;
    *name = q.unit;
    if (q.unit.len == 0 && q.last < small.len - 1) {
        bool capitals = (small.at[q.last].flags & TOKEN_ALL_CAPS) != 0;
        *name = tokens_text(&small, q.last, small.len - 1);
        if (!capitals) *name = utf8_lower(a, *name);
    } else if (q.unit.len == 0) {
        *name = q.magnitude ? STR("VND") : unit;
    }
    return true;
}

bool table_growth_of_index(struct decimal *value)
{
    struct decimal rest;
    if (decimal_cmp(*value, DECIMAL_INT(70)) <= 0 || decimal_cmp(*value, DECIMAL_INT(400)) >= 0) return false;
    if (!decimal_sub(&rest, *value, DECIMAL_INT(100))) return false;
    *value = rest;
    return true;
}

bool table_unit_is(struct arena *a, struct str words)
{
    struct quantity q;
    words = str_trim(words);
    if (words.len == 0 || words.len > 60) return false;
    char *p = arena_alloc(a, words.len + 3, 1);
    memcpy(p, "1 ", 2);
    memcpy(p + 2, words.ptr, words.len);
    struct tokens small = {0};
    tokens_scan(&small, a, (struct str){p, words.len + 2}, 0, (uint32_t)(words.len + 2));
    return quantity_read(&q, a, &small, 0) && q.unit.len && q.last == small.len - 1;
}

struct str unit_named(struct reader *r)
{
    size_t at, n;
    if (!class_between(r, LEX_HEAD_UNIT, 0, r->last, &at, &n)) return STR("");
    size_t from = at + n, to = r->last;
    while (from < to && r->tokens.at[from].kind == TOKEN_PUNCT && !token_is_punct(&r->tokens, from, '%')) from++;
    while (to > from && r->tokens.at[to - 1].kind == TOKEN_PUNCT && !token_is_punct(&r->tokens, to - 1, '%')) to--;
    return tokens_text(&r->tokens, from, to);
}

struct str table_unit_said(struct arena *a, struct str words)
{
    struct reader *r = reader_make(a, (struct date){0}, (struct period){0});
    cell_scan(r, words, 0, (uint32_t)words.len);
    return unit_named(r);
}

struct period table_period_said(struct arena *a, struct str words, struct date date)
{
    struct reader *r = reader_make(a, date, (struct period){0});
    struct when_context now = {date, {0}};
    cell_scan(r, words, 0, (uint32_t)words.len);
    if (when_impossible_in(&r->tokens).len) return (struct period){0};
    for (size_t i = 0; i < r->last; i++) {
        struct when w;
        if (!when_read(&w, &r->tokens, i, &now)) continue;
        if (w.role != WHEN_BASE && w.period.kind) return w.period;
        i = w.last - 1;
    }
    return (struct period){0};
}

struct str table_time_impossible(struct arena *a, struct str words)
{
    struct reader *r = reader_make(a, (struct date){0}, (struct period){0});
    cell_scan(r, words, 0, (uint32_t)words.len);
    return str_copy(a, when_impossible_in(&r->tokens));
}
