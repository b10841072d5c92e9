/* SPDX-License-Identifier: Apache-2.0
 *
 * meaning: what kind of number a mention is. First the zones are cut (sentence.h), then three things decide:
 *
 *   cue    the verb of the zone that is nearest to the number      tăng / giảm, vượt, đạt / bằng, chiếm, gấp
 *   tail   what it is measured against                             "so với dự toán", "kế hoạch năm", "so với cùng kỳ"
 *   unit   per cent, points, times, money, things
 *
 *   per cent   share verb                            share
 *              exceed                                plan_ratio, 100 + x below 100 ("vượt 108%" means 108)
 *              change verb                           growth; of a rate: change in points;
 *                                                    "cao hơn chỉ tiêu 10%": change against plan
 *              attain or none  + plan in the tail    plan_ratio
 *                              + "so với cùng kỳ"    growth of x - 100
 *                              + growth in the name  growth
 *                              + disbursement        plan_ratio
 *                              after money, no name  plan_ratio ("20.604 tỷ đồng (đạt 89,59%)")
 *                              else                  level
 *   others     change verb right before              change, signed;   exceed: change against plan;   else level
 *   m/n        fraction; a rank or a score is a level with `of`
 *
 * The conventions are those of docs/FORMATS.md.
 */
#include "sentence.h"

#include <assert.h>

static const struct decimal HUNDRED = {100, 0};

bool class_between(const struct reader *r, enum lex_class c, size_t from, size_t to, size_t *at, size_t *len)
{
    size_t n;
    assert(from >= to || (from >= r->first && to <= r->last)); /* r->classes speaks of the sentence only */
    if (!lex_classes_have(r->classes, c)) return false;
    if (to > from + SIGHT) from = to - SIGHT;
    for (size_t i = to; i > from; i--)
        if (lexicon_at(&r->tokens, i - 1, c, &n) && i - 1 + n <= to) {
            if (at) *at = i - 1;
            if (len) *len = n;
            return true;
        }
    return false;
}

const struct when *when_at(const struct reader *r, size_t i)
{
    if (i >= r->tokens.len || !(r->tokens.at[i].flags & TOKEN_TIMED)) return NULL;
    for (size_t k = 0; k < r->whens.len; k++)
        if (i >= r->whens.at[k].first && i < r->whens.at[k].last) return &r->whens.at[k];
    return NULL;
}

const struct when *when_before(const struct reader *r, size_t i, size_t from)
{
    for (size_t k = r->whens.len; k > 0; k--) {
        const struct when *w = &r->whens.at[k - 1];
        if (w->last <= i && w->first >= from) return w;
    }
    return NULL;
}

/* Punctuation at which a tail ends. */
static bool tail_break(const struct tokens *ts, size_t i)
{
    return token_is_punct(ts, i, ',') || token_is_punct(ts, i, ';') || token_is_punct(ts, i, '(') ||
           token_is_punct(ts, i, ')') || token_is_punct(ts, i, ':') || token_is_punct(ts, i, 'E');
}

static bool new_verb(const struct tokens *ts, size_t i)
{
    return lexicon_is(ts, i, LEX_CHANGE) || lexicon_is(ts, i, LEX_EXCEED) || lexicon_is(ts, i, LEX_SHARE) ||
           lexicon_is(ts, i, LEX_ATTAIN);
}

/* "so với cùng kỳ", "so với dự toán Thành phố và HĐND quận giao", "kế hoạch năm 2025": sets tail fields. */
static void tail_read(struct reader *r, struct mention *m, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t i = m->last, n;
    bool versus = false;
    if (limit > i + SIGHT) limit = i + SIGHT;
    if (lexicon_at(ts, i, LEX_BOUND_AFTER, &n)) i += n;
    for (; i < limit; i++) {
        if (tail_break(ts, i)) break;
        if (lexicon_is(ts, i, LEX_AND) && i + 1 < limit &&
            (new_verb(ts, i + 1) || (!versus && !m->plan_tail && m->noun_last == m->noun_first)))
            break;
        if (lexicon_is(ts, i, LEX_WITH) && !versus && !m->plan_tail) break;
        if (new_verb(ts, i) && !(ts->at[i].flags & TOKEN_INSIDE) && !(versus && lexicon_is(ts, i, LEX_PLAN_WORD)))
            break;
        const struct when *w = when_at(r, i);
        if (w && w->first == i) {
            bool times = m->quantity.unit_class == UNIT_CLASS_TIMES && i == m->last; /* "gấp 1,86 lần năm 2020" */
            bool base = w->role == WHEN_BASE || versus || times;
            if (base && !m->base_tail && !m->plan_tail) {
                m->base_tail = true;
                m->base = *w;
            }
            i = w->last - 1;
            continue;
        }
        if (lexicon_at(ts, i, LEX_VERSUS, &n)) {
            versus = true;
            i += n - 1;
            continue;
        }
        if (!m->base_tail && !m->plan_tail && lexicon_at(ts, i, LEX_PLAN_WORD, &n) &&
            (versus || i <= m->last + 3 || m->quantity.unit_class == UNIT_CLASS_PERCENT)) {
            m->plan_tail = true;
            m->plan_first = i;
            i += n - 1;
        }
    }
    m->tail_end = i;
    if (!m->plan_tail) return;
    m->plan_last = i;
    while (m->plan_last > m->plan_first + 1 && ts->at[m->plan_last - 1].kind == TOKEN_PUNCT &&
           !token_is_punct(ts, m->plan_last - 1, ')'))
        m->plan_last--;
}

/* A comma and another name stand between the verb and the number: the verb is not of this number. */
static bool new_name_after(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    bool comma = false;
    size_t n;
    for (size_t i = m->cue_last; i < m->lead; i++) {
        const struct when *w = when_at(r, i);
        if (w) {
            i = w->last - 1;
        } else if (ts->at[i].kind == TOKEN_PUNCT) {
            comma = comma || token_is_punct(ts, i, ',');
        } else if (lexicon_at(ts, i, LEX_PART, &n)) {
            return true;
        } else if (lexicon_at(ts, i, LEX_LINK, &n) || lexicon_at(ts, i, LEX_BOUND, &n) ||
                   lexicon_at(ts, i, LEX_DEGREE, &n) || lexicon_at(ts, i, LEX_ESTIMATE, &n) ||
                   lexicon_at(ts, i, LEX_AND, &n)) {
            i += n - 1;
        } else if (comma) {
            return true;
        }
    }
    return false;
}

static void find_cue(const struct reader *r, struct mention *m)
{
    static const struct {
        enum lex_class class_;
        enum cue cue;
    } verbs[] = {{LEX_TIMES, CUE_TIMES},
                 {LEX_EXCEED, CUE_EXCEED},
                 {LEX_CHANGE, CUE_CHANGE},
                 {LEX_SHARE, CUE_SHARE},
                 {LEX_ATTAIN, CUE_ATTAIN}};
    const struct tokens *ts = &r->tokens;
    size_t from = m->lead > m->zone + SIGHT ? m->lead - SIGHT : m->zone;
    struct lex_classes any_verb = {{0, 0}};
    for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++) any_verb = lex_classes_with(any_verb, verbs[k].class_);
    for (size_t i = from; i < m->lead; i++) {
        size_t len = 0, n;
        const struct lex_sense *s = NULL;
        enum cue cue = CUE_NONE;
        const struct when *w = when_at(r, i);
        if (w) {
            i = w->last - 1;
            continue;
        }
        if (tail_break(ts, i) && !token_is_punct(ts, i, ',')) m->cue = CUE_NONE;
        if (!lex_classes_meet(lexicon_classes(ts, i), any_verb)) continue;
        for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++) {
            const struct lex_sense *found = lexicon_at(ts, i, verbs[k].class_, &n);
            if (found && n > len && i + n <= m->first) {
                s = found;
                len = n;
                cue = verbs[k].cue;
            }
        }
        if (!s) continue;
        m->cue = cue;
        m->cue_value = s->value;
        m->cue_first = i;
        m->cue_last = i + len;
        i += len - 1;
    }
    if (m->cue != CUE_NONE && new_name_after(r, m)) m->cue = CUE_NONE;
    if (m->cue_last > m->lead) m->lead = m->cue_last < m->first ? m->cue_last : m->first;
}

/* Whether the cue governs the number itself: nothing but words of degree between. */
static bool adjacent(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    for (size_t i = m->cue_last; i < m->lead; i++) {
        if (lexicon_at(ts, i, LEX_BOUND, &n) || lexicon_at(ts, i, LEX_DEGREE, &n)) {
            i += n - 1;
            continue;
        }
        return false;
    }
    return true;
}

static bool name_has(const struct reader *r, const struct mention *m, enum lex_class c)
{
    size_t end = m->cue != CUE_NONE ? m->cue_last : m->lead;
    return class_between(r, c, m->zone, end, NULL, NULL);
}

/* The mention that this one may lean on: the one before; for one outside brackets the last outside brackets. */
static struct mention *anchor(struct reader *r, size_t k)
{
    const struct mention *m = &r->mentions.at[k];
    if (!m->bracket)
        for (size_t i = k; i > 0; i--)
            if (!r->mentions.at[i - 1].bracket) return &r->mentions.at[i - 1];
    return k > 0 ? &r->mentions.at[k - 1] : NULL;
}

/* No name of its own: right after another mention, with at most a verb between. */
static bool leans(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n, end = m->cue != CUE_NONE ? m->cue_first : m->lead;
    for (size_t i = m->zone; i < end; i++) {
        if (ts->at[i].kind == TOKEN_PUNCT) continue;
        if (lexicon_at(ts, i, LEX_LINK, &n) || lexicon_at(ts, i, LEX_AND, &n) || lexicon_at(ts, i, LEX_ESTIMATE, &n)) {
            i += n - 1;
            continue;
        }
        return false;
    }
    return true;
}

static void against_of_base(struct reader *r, struct figure_statement *f, const struct when *w)
{
    (void)r;
    if (w->same_period) {
        f->against = AGAINST_SAME_PERIOD;
    } else if (w->previous_period) {
        f->against = AGAINST_PREVIOUS_PERIOD;
    } else if (w->previous_year) {
        f->against = AGAINST_PREVIOUS_YEAR;
    } else {
        f->against = AGAINST_PERIOD;
        f->against_period = w->period;
    }
}

static void to_times_growth(struct figure_statement *f)
{
    struct decimal less;
    if (!decimal_sub(&less, f->value, DECIMAL_INT(1)) || !decimal_mul(&less, less, HUNDRED)) return;
    f->value = less;
    if (f->has_max && decimal_sub(&less, f->value_max, DECIMAL_INT(1)) && decimal_mul(&less, less, HUNDRED))
        f->value_max = less;
    f->kind = KIND_GROWTH;
    f->unit = STR("%");
}

static void exceed_percent(struct figure_statement *f, const struct mention *m)
{
    f->kind = KIND_PLAN_RATIO;
    f->against = AGAINST_PLAN;
    if (m->base_tail && !m->plan_tail) {
        f->kind = KIND_GROWTH;
        f->against = AGAINST_NONE;
        return;
    }
    struct decimal sum;
    if (decimal_cmp(f->value, HUNDRED) < 0 && decimal_add(&sum, f->value, HUNDRED)) {
        f->value = sum;
        if (f->has_max && decimal_add(&sum, f->value_max, HUNDRED)) f->value_max = sum;
    }
}

/* "tỷ lệ hộ nghèo giảm còn 1,2% (giảm 2,99% so với năm 2012)", "chiếm 55,08% (tăng 2,78%)": what a rate or a share rose
 * or fell by is points of it. */
static bool of_rate(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    if (!prev || prev->quantity.unit_class != UNIT_CLASS_PERCENT || m->plan_tail || !leans(r, m)) return false;
    /* "đạt 6.916 triệu USD, chiếm 25,2% và tăng 29,2%": the amount rose, not the share. */
    if (prev->figure.kind == KIND_SHARE) return (m->bracket && !prev->bracket) || !leans(r, prev);
    if (prev->figure.kind == KIND_CHANGE && prev->figure.against != AGAINST_PLAN) return true;
    return prev->figure.kind == KIND_LEVEL &&
           (prev->to || class_between(r, LEX_RATE_HEAD, prev->zone, prev->lead, NULL, NULL));
}

static void change_percent(struct reader *r, struct figure_statement *f, const struct mention *m,
                           const struct mention *prev)
{
    bool plan_between = class_between(r, LEX_PLAN_WORD, m->cue_last, m->lead, NULL, NULL);
    if (plan_between && !m->base_tail) {
        f->kind = KIND_CHANGE;
        f->against = AGAINST_PLAN;
        f->unit = STR("điểm %");
    } else if (m->plan_tail && !m->base_tail) {
        struct decimal sum;
        f->kind = KIND_PLAN_RATIO;
        f->against = AGAINST_PLAN;
        if (m->cue_value < 0) {
            f->value = decimal_neg(f->value);
            f->value_max = decimal_neg(f->value_max);
        }
        if (decimal_add(&sum, HUNDRED, f->value)) f->value = sum;
        if (f->has_max && decimal_add(&sum, HUNDRED, f->value_max)) f->value_max = sum;
        return;
    } else if (of_rate(r, m, prev) ||
               (class_between(r, LEX_RATE_HEAD, m->zone, m->cue_first, NULL, NULL) && adjacent(r, m))) {
        f->kind = KIND_CHANGE;
        f->unit = STR("điểm %");
    } else {
        f->kind = KIND_GROWTH;
    }
    if (m->cue_value < 0) {
        f->value = decimal_neg(f->value);
        f->value_max = decimal_neg(f->value_max);
    }
}

static bool only_links(const struct reader *r, size_t from, size_t to);

/* The name is that of a place or of an average: what is measured was named before. */
static bool names_place(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n, end = m->cue != CUE_NONE ? m->cue_first : m->lead, i = m->zone;
    bool place = false;
    for (size_t k = i; k < end; k++)
        if (token_is_punct(ts, k, ')')) i = k + 1; /* a bracket that closed tells of what was before */
    while (i < end) {
        if (lexicon_at(ts, i, LEX_OTHER_PLACE, &n) || lexicon_at(ts, i, LEX_PLACE_KIND, &n)) {
            place = true;
            i += n;
        } else if (lexicon_at(ts, i, LEX_LINK, &n) || lexicon_at(ts, i, LEX_PART, &n) ||
                   lexicon_at(ts, i, LEX_AND, &n) || lexicon_at(ts, i, LEX_CHANGE, &n) ||
                   lexicon_at(ts, i, LEX_VERSUS, &n) || lexicon_at(ts, i, LEX_AVERAGE, &n) ||
                   lexicon_at(ts, i, LEX_OF, &n) || lexicon_at(ts, i, LEX_PLACE_WORD, &n)) {
            i += n;
        } else if (ts->at[i].kind == TOKEN_PUNCT || (ts->at[i].flags & TOKEN_CAPITAL)) {
            place = place || (ts->at[i].flags & TOKEN_CAPITAL);
            i++;
        } else {
            return false;
        }
    }
    return place;
}

/* One of a row of names with numbers, "y tế 67,3%, văn hóa 65%": what holds for the first holds for all. */
static bool in_a_row(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    const struct tokens *ts = &r->tokens;
    if (!prev || m->cue != CUE_NONE || prev->quantity.unit_class != m->quantity.unit_class ||
        prev->tail_end != prev->last)
        return false;
    return token_is_punct(ts, prev->last, ',') || token_is_punct(ts, prev->last, ';') ||
           token_is_punct(ts, prev->last, ')');
}

static bool plan_by_subject(struct reader *r, const struct mention *m, const struct mention *prev)
{
    size_t n;
    if (class_between(r, LEX_DISBURSE, m->zone, m->lead, NULL, NULL)) return true;
    if ((!prev || names_place(r, m)) && class_between(r, LEX_DISBURSE, r->first, m->lead, NULL, NULL)) return true;
    if (m->cue == CUE_ATTAIN && lexicon_at(&r->tokens, m->cue_first, LEX_FULFIL, &n)) return true;
    if (m->cue == CUE_ATTAIN && class_between(r, LEX_BUDGET_FLOW, m->zone, m->cue_first, NULL, NULL) &&
        !name_has(r, m, LEX_RATE_HEAD))
        return true; /* "thu ngân sách đạt 162%" */
    if (!prev || !leans(r, m)) return false;
    if (prev->figure.kind == KIND_PLAN_RATIO && m->cue != CUE_ATTAIN) return true;
    if (m->cue != CUE_ATTAIN) return false;
    return prev->figure.kind == KIND_LEVEL &&
           (prev->quantity.unit_class == UNIT_CLASS_MONEY || prev->quantity.unit_class == UNIT_CLASS_MEASURE);
}

static void attained_percent(struct reader *r, struct figure_statement *f, const struct mention *m,
                             const struct mention *prev)
{
    size_t n;
    if (m->plan_tail) {
        f->kind = KIND_PLAN_RATIO;
        f->against = AGAINST_PLAN;
        if (name_has(r, m, LEX_GROWTH_HEAD) && lexicon_at(&r->tokens, m->last, LEX_ACCORDING, &n)) {
            f->kind = KIND_GROWTH;
            f->against = AGAINST_NONE;
        }
    } else if (name_has(r, m, LEX_FALL_HEAD)) {
        f->kind = KIND_CHANGE;
        f->value = decimal_neg(f->value);
        f->value_max = decimal_neg(f->value_max);
    } else if (name_has(r, m, LEX_GROWTH_HEAD)) {
        f->kind = KIND_GROWTH;
    } else if (m->base_tail && m->cue == CUE_ATTAIN && m->base.role == WHEN_BASE) {
        struct decimal rest;
        f->kind = KIND_GROWTH;
        if (decimal_sub(&rest, f->value, HUNDRED)) f->value = rest;
        if (f->has_max && decimal_sub(&rest, f->value_max, HUNDRED)) f->value_max = rest;
    } else if (name_has(r, m, LEX_SHARE_HEAD) || lexicon_at(&r->tokens, m->last, LEX_WHOLE, &n) ||
               (token_is_punct(&r->tokens, m->last, '/') && lexicon_at(&r->tokens, m->last + 1, LEX_WHOLE, &n)) ||
               (name_has(r, m, LEX_RATE_HEAD) && name_has(r, m, LEX_PRODUCT))) {
        f->kind = KIND_SHARE;
    } else if (name_has(r, m, LEX_PRODUCT) && !name_has(r, m, LEX_RATE_HEAD)) {
        f->kind = KIND_GROWTH;
    } else if (plan_by_subject(r, m, prev)) {
        f->kind = KIND_PLAN_RATIO;
        f->against = AGAINST_PLAN;
    } else if (prev && m->bracket && prev->figure.kind == KIND_GROWTH && only_links(r, m->zone, m->lead)) {
        f->kind = KIND_GROWTH;
    } else if (prev && (names_place(r, m) || in_a_row(r, m, prev)) && prev->quantity.unit_class == UNIT_CLASS_PERCENT &&
               prev->figure.kind != KIND_GROWTH && prev->figure.kind != KIND_CHANGE) {
        f->kind = prev->figure.kind;
        f->against = prev->figure.against;
    } else if (prev && leans(r, m) && m->cue == CUE_NONE &&
               (prev->figure.kind == KIND_SHARE || prev->figure.kind == KIND_GROWTH) &&
               prev->quantity.unit_class == UNIT_CLASS_PERCENT) {
        f->kind = prev->figure.kind;
        if (prev->cue_value < 0) {
            f->value = decimal_neg(f->value);
            f->value_max = decimal_neg(f->value_max);
        }
    }
}

/* "giảm 351 vụ = 7,35%", "giảm 351 vụ, tương đương 7,35%": the same change in per cent. */
static bool same_change(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    const struct tokens *ts = &r->tokens;
    if (!prev || m->cue == CUE_CHANGE || prev->figure.kind != KIND_CHANGE || prev->figure.against == AGAINST_PLAN ||
        prev->quantity.unit_class == UNIT_CLASS_PERCENT || prev->quantity.unit_class == UNIT_CLASS_POINTS)
        return false;
    for (size_t i = m->zone; i < m->lead; i++)
        if (token_is_punct(ts, i, '=') || lexicon_is(ts, i, LEX_EQUIVALENT)) return m->lead < m->zone + 6;
    return false;
}

static void percent_kind(struct reader *r, struct mention *m, struct mention *prev)
{
    struct figure_statement *f = &m->figure;
    if (same_change(r, m, prev)) {
        f->kind = KIND_GROWTH;
        if (decimal_sign(prev->figure.value) < 0) {
            f->value = decimal_neg(f->value);
            f->value_max = decimal_neg(f->value_max);
        }
        return;
    }
    switch (m->cue) {
    case CUE_SHARE: f->kind = m->plan_tail ? KIND_PLAN_RATIO : KIND_SHARE; break;
    case CUE_EXCEED: exceed_percent(f, m); break;
    case CUE_CHANGE:
        if (m->to || (m->from && !f->has_max))
            f->kind = name_has(r, m, LEX_GROWTH_HEAD) || (m->to && prev && prev->figure.kind == KIND_GROWTH)
                          ? KIND_GROWTH
                          : KIND_LEVEL;
        else
            change_percent(r, f, m, prev);
        break;
    case CUE_TIMES:
    case CUE_NONE:
    case CUE_ATTAIN: attained_percent(r, f, m, prev); break;
    }
}

static void other_kind(struct reader *r, struct mention *m)
{
    struct figure_statement *f = &m->figure;
    if (m->cue == CUE_CHANGE && adjacent(r, m) && !m->to && !m->from) {
        f->kind = KIND_CHANGE;
        if (m->plan_tail) f->against = AGAINST_PLAN;
        if (m->cue_value < 0) {
            f->value = decimal_neg(f->value);
            f->value_max = decimal_neg(f->value_max);
        }
    } else if (m->cue == CUE_EXCEED && adjacent(r, m) && (m->quantity.unit_class != UNIT_CLASS_NONE || m->base_tail)) {
        f->kind = KIND_CHANGE;
        if (!m->base_tail) f->against = AGAINST_PLAN;
    }
}

static void fraction_kind(struct mention *m)
{
    struct figure_statement *f = &m->figure;
    if (m->rank) {
        f->unit = STR("hạng");
    } else if (str_starts(f->unit, STR("điểm"))) {
        f->kind = KIND_LEVEL;
    } else {
        f->kind = KIND_FRACTION;
    }
}

static void times_kind(struct reader *r, struct mention *m)
{
    struct figure_statement *f = &m->figure;
    if (m->cue != CUE_TIMES && m->cue != CUE_CHANGE) return;
    if (!m->base_tail && class_between(r, LEX_AVERAGE, m->last, m->tail_end, NULL, NULL)) return;
    to_times_growth(f);
    if (m->cue == CUE_CHANGE && m->cue_value < 0) f->kind = KIND_LEVEL;
}

/* "so với cùng kỳ tăng 14,24%", "so với năm 2025 tăng 30%": the base stands before the verb. */
static void base_before(const struct reader *r, struct mention *m)
{
    size_t at, n;
    if (m->base_tail || m->cue != CUE_CHANGE) return;
    if (!class_between(r, LEX_VERSUS, m->zone, m->cue_first, &at, &n)) return;
    for (size_t i = at + n; i < m->cue_first; i++) {
        const struct when *w = when_at(r, i);
        if (w) {
            m->base_tail = w->period.kind != PERIOD_NONE || w->role == WHEN_BASE;
            m->base = *w;
            return;
        }
        if (r->tokens.at[i].kind == TOKEN_PUNCT) return;
    }
}

/* The base of a growth or change that does not name one: the next one of the sentence that does, else what is usual. */
static void default_base(struct reader *r, struct mention *m, struct mention *prev)
{
    struct figure_statement *f = &m->figure;
    if (f->against != AGAINST_NONE) return;
    if (m->base_tail) {
        against_of_base(r, f, &m->base);
    } else if (prev && prev->figure.kind == f->kind && prev->figure.against != AGAINST_NONE &&
               prev->figure.against != AGAINST_PLAN) {
        f->against = prev->figure.against;
        f->against_period = prev->figure.against_period;
    }
}

/* Whether tokens [from, to) hold nothing but links, times and words of plans. */
static bool only_links(const struct reader *r, size_t from, size_t to)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    for (size_t i = from; i < to; i++) {
        const struct when *w = when_at(r, i);
        if (w) {
            i = w->last - 1;
        } else if (token_is_punct(ts, i, '(') || token_is_punct(ts, i, ':') ||
                   (token_is_punct(ts, i, ',') && i == from)) {
            continue;
        } else if (lexicon_at(ts, i, LEX_PLAN_WORD, &n) || lexicon_at(ts, i, LEX_TARGET, &n) ||
                   lexicon_at(ts, i, LEX_BOUND, &n) || lexicon_at(ts, i, LEX_IS, &n) ||
                   lexicon_at(ts, i, LEX_GIVEN, &n) || lexicon_at(ts, i, LEX_ISSUER, &n)) {
            i += n - 1;
        } else {
            return false;
        }
    }
    return true;
}

/* A word of aiming governs what follows it in the sentence ("phấn đấu"); a word of plans only the number that it stands
 * before ("kế hoạch là 9,4%", "dự toán được giao là 405.000 tỷ đồng"). "sẽ" after an estimate is no target. */
/* Tokens of the plan that an earlier mention is measured against: "bằng 115,1% mục tiêu" aims at nothing. */
static bool in_plan_tail(const struct reader *r, size_t i, const struct mention *m)
{
    for (const struct mention *p = r->mentions.at; p < m; p++)
        if (p->plan_tail && i >= p->plan_first && i < p->plan_last) return true;
    return false;
}

bool asks_for(const struct reader *r, size_t i, size_t n)
{
    const struct tokens *ts = &r->tokens;
    for (size_t k = 0; k < r->mentions.len; k++) /* "18 kiến nghị" */
        if (i >= r->mentions.at[k].noun_first && i < r->mentions.at[k].noun_last) return false;
    if (many_before(r, i) || lexicon_is(ts, i + n, LEX_OF) || lexicon_is(ts, i + n, LEX_ABOUT_WORD)) return false;
    bool done = class_between(r, LEX_DONE, i > r->first + SIGHT ? i - SIGHT : r->first, i, NULL, NULL);
    return !done || party_end(r, i + n, r->last) > i + n; /* "đã kiến nghị | thu hồi 2 tỷ đồng" is done */
}

static bool target_governs(struct reader *r, const struct mention *m, size_t zone)
{
    const struct tokens *ts = &r->tokens;
    size_t from = m->lead > r->first + SIGHT ? m->lead - SIGHT : r->first, n;
    bool strong = false, estimate = false;
    if (!lex_classes_have(r->classes, LEX_TARGET)) return false;
    for (size_t i = from; i < m->lead; i++) {
        const struct lex_sense *s = lexicon_at(ts, i, LEX_TARGET, &n);
        if (lexicon_is(ts, i, LEX_ESTIMATE)) estimate = true;
        if (s && i + n <= m->lead && !(ts->at[i].flags & TOKEN_INSIDE)) {
            bool governs = s->value == 2 || (s->value == 3 && !estimate) || (s->value == 4 && asks_for(r, i, n));
            if (governs && !in_plan_tail(r, i, m))
                strong = true;
            else if (s->value == 1 && i >= zone && (m->cue == CUE_NONE || i >= m->cue_last) &&
                     only_links(r, i + n, m->lead))
                return true;
            i += n - 1;
        } else if (lexicon_is(ts, i, LEX_DONE)) {
            strong = false;
        }
    }
    if (strong) return true;
    size_t first = r->first + (r->tokens.at[r->first].kind == TOKEN_PUNCT);
    const struct lex_sense *start = lexicon_at(ts, first, LEX_TARGET, &n);
    return start && !(start->value == 4 && !asks_for(r, first, n)) &&
           !class_between(r, LEX_DONE, r->first, m->lead, NULL, NULL) &&
           !class_between(r, LEX_ATTAIN, r->first, m->lead, NULL, NULL);
}

/* A deadline after the number: "hoàn thành 250 căn nhà trước ngày 30/7/2024". */
static bool deadline_after(const struct reader *r, const struct mention *m, size_t limit)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->first >= m->last && w->first < limit && w->role == WHEN_UNTIL) return true;
    }
    return false;
}

/* "Các chỉ tiêu quan trọng như: tốc độ tăng trưởng đạt 9,6%": an introduction of targets earlier in the sentence. */
static bool colon_aims(const struct reader *r, const struct mention *m)
{
    for (size_t i = m->lead; i > r->first && r->colon; i--) {
        if (!token_is_punct(&r->tokens, i - 1, ':')) continue;
        bool result = class_between(r, LEX_RESULT, r->first, i, NULL, NULL) ||
                      class_between(r, LEX_DONE, r->first, i, NULL, NULL) ||
                      class_between(r, LEX_ATTAIN, r->first, i, NULL, NULL);
        return !result && class_between(r, LEX_TARGET, r->first, i, NULL, NULL) &&
               !class_between(r, LEX_DONE, i, m->lead, NULL, NULL);
    }
    return false;
}

/* What a word of aiming governs goes on over a list: "phấn đấu thu ngân sách đạt 12 tỷ đồng; thành lập mới 70 doanh
 * nghiệp", also when the word is out of sight. */
static bool governed_before(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    return prev && prev->governed && !class_between(r, LEX_DONE, prev->last, m->lead, NULL, NULL) &&
           !class_between(r, LEX_RESULT, prev->last, m->lead, NULL, NULL);
}

/* "đề ra 27 chỉ tiêu, trong đó có tốc độ tăng trưởng trên 10,6%": what was set is listed after its number. */
static bool lists_what_was_set(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    const struct tokens *ts = &r->tokens;
    if (!prev || prev->noun_last == prev->noun_first || !lexicon_is(ts, prev->noun_first, LEX_SET_THING)) return false;
    if (!class_between(r, LEX_SETTING, prev->zone, prev->lead, NULL, NULL)) return false;
    return class_between(r, LEX_PART, prev->last, m->lead, NULL, NULL) &&
           !class_between(r, LEX_DONE, prev->last, m->lead, NULL, NULL);
}

static void find_aspect(struct reader *r, struct mention *m, struct mention *prev, size_t limit)
{
    struct figure_statement *f = &m->figure;
    size_t n, at;
    size_t from = m->lead > r->first + SIGHT ? m->lead - SIGHT : r->first;
    bool estimate = class_between(r, LEX_ESTIMATE, from, m->lead, &at, &n);
    bool set = m->noun_last > m->noun_first && lexicon_is(&r->tokens, m->noun_first, LEX_SET_THING) &&
               f->kind == KIND_LEVEL;
    bool done = class_between(r, LEX_DONE, r->first, m->lead, NULL, NULL);
    size_t zone = m > r->mentions.at && m[-1].last < m->zone ? m[-1].last : m->zone;
    bool required = class_between(r, LEX_REQUIRED, m->zone, m->first, NULL, NULL) && !done && !estimate;
    bool stands = m->noun_last > m->noun_first &&
                  class_between(r, LEX_EXISTING, m->noun_last, limit < m->noun_last + 8 ? limit : m->noun_last + 8,
                                NULL, NULL);
    bool governs = !set && !stands && target_governs(r, m, zone);
    m->governed = governs || lists_what_was_set(r, m, prev) || governed_before(r, m, prev);
    if (set || stands) {
        f->aspect = ASPECT_ACTUAL;
    } else if (required || colon_aims(r, m)) {
        f->aspect = ASPECT_PLAN;
    } else if (m->bracket && prev && class_between(r, LEX_TARGET, m->zone, m->lead, NULL, NULL)) {
        f->aspect = ASPECT_PLAN;
    } else if (prev && !m->bracket && (leans(r, m) || in_a_row(r, m, prev)) && !m->governed) {
        f->aspect = prev->figure.aspect;
    } else if (m->governed) {
        f->aspect = ASPECT_PLAN;
    } else if (estimate) {
        f->aspect = ASPECT_ESTIMATE;
    } else if (r->carry.block_plan || r->carry.heading_plan) {
        f->aspect = done ? ASPECT_ACTUAL : ASPECT_PLAN;
    } else if (!done && f->kind == KIND_LEVEL && m->noun_last > m->noun_first && deadline_after(r, m, limit)) {
        f->aspect = ASPECT_PLAN;
    } else if (prev && m->bracket &&
               !(prev->bracket && prev->figure.aspect == ASPECT_PLAN && when_before(r, m->lead, m->zone))) {
        f->aspect = prev->figure.aspect;
    }
    if (lexicon_at(&r->tokens, m->last, LEX_ACCORDING, &n) && m->plan_tail && f->kind == KIND_GROWTH)
        f->aspect = ASPECT_PLAN;
}

/* The zone begins where the tail of the mention before it ends; brackets that are open there are noted. */
static void find_zone(struct reader *r, struct mention *m, const struct mention *prev)
{
    m->zone = prev ? prev->tail_end : r->first;
    if (m->zone > m->lead) m->zone = m->lead;
    m->bracket = prev && prev->bracket;
    for (size_t i = m->zone; i < m->lead; i++) {
        if (token_is_punct(&r->tokens, i, '(')) m->bracket = true;
        if (token_is_punct(&r->tokens, i, ')')) m->bracket = false;
    }
}

void meaning_find(struct reader *r, size_t k)
{
    struct mention *m = &r->mentions.at[k], *prev;
    struct figure_statement *f = &m->figure;
    const struct quantity *q = &m->quantity;
    size_t limit = k + 1 < r->mentions.len ? r->mentions.at[k + 1].lead : r->last, n;
    *f = (struct figure_statement){.value = q->value,
                                   .value_max = q->max,
                                   .of = q->of,
                                   .has_max = q->has_max,
                                   .has_of = q->has_of,
                                   .bound = m->bound,
                                   .unit = f->unit.len ? f->unit : q->unit,
                                   .heading = r->heading};
    find_zone(r, m, k > 0 ? m - 1 : NULL);
    prev = anchor(r, k);
    tail_read(r, m, limit);
    if (k > 0 && m[-1].from && lexicon_before(&r->tokens, m->lead, LEX_TO, &n)) m->to = true;
    find_cue(r, m);
    if (prev && m->to && m->cue == CUE_NONE) {
        m->cue = prev->cue;
        m->cue_value = prev->cue_value;
        m->cue_first = m->cue_last = m->lead;
    }
    if (m->cue == CUE_CHANGE && m->cue_last < m->lead && lexicon_is(&r->tokens, m->lead - 1, LEX_TO)) m->to = true;
    if (m->rank && !q->has_of) f->unit = STR("hạng");
    if (q->has_of) {
        fraction_kind(m);
    } else if (q->unit_class == UNIT_CLASS_PERCENT) {
        percent_kind(r, m, prev);
    } else if (q->unit_class == UNIT_CLASS_POINTS) {
        f->kind = KIND_CHANGE;
        if (m->cue == CUE_CHANGE && m->cue_value < 0) f->value = decimal_neg(f->value);
    } else if (q->unit_class == UNIT_CLASS_TIMES) {
        times_kind(r, m);
    } else if (!m->rank) {
        other_kind(r, m);
    }
    if (f->kind == KIND_GROWTH || f->kind == KIND_CHANGE) {
        base_before(r, m);
        default_base(r, m, prev);
    }
    find_aspect(r, m, prev, limit);
}
