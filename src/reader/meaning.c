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
#include "meaning_private.h"

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

bool meaning_name_has(const struct reader *r, const struct mention *m, enum lex_class c)
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
    /* "(35,5%) (trong đó, bắt buộc: 199 người": another pair of brackets tells of what stands before both. */
    bool another = false;
    for (size_t i = k > 0 ? m[-1].last : m->lead; i < m->lead && i < m->zone + SIGHT; i++)
        another = another || token_is_punct(&r->tokens, i, ')');
    for (size_t i = k; i > 0 && another; i--)
        if (!r->mentions.at[i - 1].bracket) return &r->mentions.at[i - 1];
    return k > 0 ? &r->mentions.at[k - 1] : NULL;
}

/* No name of its own: right after another mention, with at most a verb between. */
bool meaning_leans(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n, end = m->cue != CUE_NONE ? m->cue_first : m->lead;
    for (size_t i = m->zone; i < end; i++) {
        if (token_is_punct(ts, i, '(') && i + 2 < end && (ts->at[i + 1].flags & TOKEN_ALL_CAPS) &&
            token_is_punct(ts, i + 2, ')'))
            i += 2; /* "lực lượng lao động (LLLĐ), ..." */
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

/* One of a row of names with numbers, "y tế 67,3%, văn hóa 65%": what holds for the first holds for all. */
bool meaning_in_a_row(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    const struct tokens *ts = &r->tokens;
    if (!prev || m->cue != CUE_NONE || prev->quantity.unit_class != m->quantity.unit_class ||
        prev->tail_end != prev->last)
        return false;
    return token_is_punct(ts, prev->last, ',') || token_is_punct(ts, prev->last, ';') ||
           token_is_punct(ts, prev->last, ')') || lexicon_is(ts, prev->last, LEX_AND);
}

/* "giảm 203 biên chế hành chính và 458 biên chế sự nghiệp": the verb governs both. */
static bool changes_with(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    const struct tokens *ts = &r->tokens;
    if (!prev || m->cue != CUE_NONE || prev->figure.kind != KIND_CHANGE || prev->cue_value == 0 ||
        prev->noun_last == prev->noun_first || m->noun_last == m->noun_first)
        return false;
    if (m->lead == prev->last + 1 && token_is_punct(ts, prev->last, ',') && prev->figure.against != AGAINST_PLAN)
        return true; /* "ít hơn 2 vụ, | 4 người chết" */
    if (prev->cue != CUE_CHANGE || m->lead > prev->last + 6 || m->lead <= prev->last ||
        !lexicon_is(ts, m->lead - 1, LEX_AND))
        return false;
    for (size_t i = prev->last; i + 1 < m->lead; i++)
        if (ts->at[i].kind != TOKEN_WORD) return false;
    return str_eq(token_text(ts, prev->noun_first), token_text(ts, m->noun_first));
}

/* "tăng 4,65% (tương đương 790 m3)", "giảm 6,26%, tương đương với 11.710 hộ": the same change in units. */
static bool same_in_units(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    if (!prev || m->cue == CUE_CHANGE || prev->quantity.unit_class != UNIT_CLASS_PERCENT) return false;
    if (prev->figure.kind != KIND_GROWTH && (prev->figure.kind != KIND_CHANGE || prev->cue != CUE_CHANGE)) return false;
    for (size_t i = prev->last; i < m->lead && m->lead < prev->last + 6; i++)
        if (lexicon_is(&r->tokens, i, LEX_EQUIVALENT)) return true;
    return false;
}

/* "phấn đấu đạt, vượt | 800 triệu đồng": the amount itself. */
static bool reaches_and_exceeds(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t i = m->cue_first;
    if (i < r->first + 2 || !(token_is_punct(ts, i - 1, ',') || lexicon_is(ts, i - 1, LEX_AND))) return false;
    return lexicon_is(ts, i - 2, LEX_ATTAIN) && !m->plan_tail;
}

static void other_kind(struct reader *r, struct mention *m, const struct mention *prev)
{
    struct figure_statement *f = &m->figure;
    if (same_in_units(r, m, prev)) {
        f->kind = KIND_CHANGE;
        if (decimal_sign(prev->figure.value) < 0 && decimal_sign(f->value) > 0) f->value = decimal_neg(f->value);
        return;
    }
    if (changes_with(r, m, prev)) {
        m->cue_value = prev->cue_value;
        f->kind = KIND_CHANGE;
        if (m->cue_value < 0) f->value = decimal_neg(f->value);
        return;
    }
    if (m->cue == CUE_CHANGE && zone_adjacent(r, m) && !m->to && !m->from) {
        f->kind = KIND_CHANGE;
        if (m->plan_tail) f->against = AGAINST_PLAN;
        if (m->cue_value < 0) {
            f->value = decimal_neg(f->value);
            f->value_max = decimal_neg(f->value_max);
        }
    } else if (m->cue == CUE_EXCEED && !reaches_and_exceeds(r, m) &&
               (zone_adjacent(r, m) || meaning_only_links(r, m->cue_last, m->lead)) &&
               (m->quantity.unit_class != UNIT_CLASS_NONE || m->base_tail)) {
        f->kind = KIND_CHANGE;
        if (!m->base_tail) f->against = AGAINST_PLAN;
    }
}

static void fraction_kind(const struct reader *r, struct mention *m)
{
    struct figure_statement *f = &m->figure;
    size_t n;
    bool fulfilled = m->cue == CUE_ATTAIN &&
                     lexicon_at(&r->tokens, m->cue_first, LEX_FULFIL, &n); /* places, no score */
    if (m->rank) {
        f->unit = STR("hạng");
    } else if (str_starts(f->unit, STR("điểm")) && !fulfilled) {
        f->kind = KIND_LEVEL;
    } else {
        f->kind = KIND_FRACTION;
    }
}

static void times_kind(struct reader *r, struct mention *m)
{
    struct figure_statement *f = &m->figure;
    const struct mention *prev = m > r->mentions.at ? m - 1 : NULL;
    bool both = prev && m->cue == CUE_NONE && prev->quantity.unit_class == UNIT_CLASS_TIMES &&
                prev->figure.kind == KIND_GROWTH && lexicon_is(&r->tokens, m->lead - 1, LEX_AND);
    if (both) { /* "tăng gấp 2 lần về số dự án và | 3 lần về số vốn" */
        to_times_growth(f);
        return;
    }
    if (m->cue != CUE_TIMES && m->cue != CUE_CHANGE) return;
    if (!m->base_tail && class_between(r, LEX_AVERAGE, m->last, m->tail_end, NULL, NULL)) return;
    to_times_growth(f);
    if (m->cue == CUE_CHANGE && m->cue_value < 0) f->kind = KIND_LEVEL;
}

static bool moves(const struct mention *m)
{
    return m->figure.kind == KIND_GROWTH || m->figure.kind == KIND_CHANGE;
}

/* "tăng bình quân hằng năm 10%" */
static bool yearly_average(const struct reader *r, const struct mention *m)
{
    size_t at, n;
    return class_between(r, LEX_AVERAGE, m->zone, m->lead, &at, &n) && lexicon_is(&r->tokens, at + n, LEX_YEARLY);
}

/* The base of a growth or change that does not name one: the next one of the sentence that does, else what is usual. */
static void default_base(struct reader *r, struct mention *m, struct mention *prev)
{
    struct figure_statement *f = &m->figure;
    if (f->against != AGAINST_NONE) return;
    size_t n;
    if (m->base_tail) {
        against_of_base(r, f, &m->base);
    } else if (prev && (prev->figure.kind == f->kind || (m->sign && moves(prev))) &&
               prev->figure.against != AGAINST_NONE && prev->figure.against != AGAINST_PLAN) {
        f->against = prev->figure.against;
        f->against_period = prev->figure.against_period;
    } else if (yearly_average(r, m)) {
        f->against = AGAINST_PREVIOUS_YEAR;
    } else if (r->carry.has_base && f->kind == KIND_GROWTH && lexicon_at(&r->tokens, r->first, LEX_PART, &n)) {
        against_of_base(r, f, &r->carry.base); /* "... so với tháng trước. Trong đó, khai khoáng tăng 16%" */
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
    zone_find(r, m, k > 0 ? m - 1 : NULL);
    prev = anchor(r, k);
    zone_tail(r, m, limit);
    if (k > 0 && m[-1].from && lexicon_before(&r->tokens, m->lead, LEX_TO, &n)) m->to = true;
    zone_cue(r, m);
    if (prev && m->to && m->cue == CUE_NONE) {
        m->cue = prev->cue;
        m->cue_value = prev->cue_value;
        m->cue_first = m->cue_last = m->lead;
    }
    if (m->cue == CUE_CHANGE && m->cue_last < m->lead && lexicon_is(&r->tokens, m->lead - 1, LEX_TO)) m->to = true;
    if (m->rank && !q->has_of) f->unit = STR("hạng");
    if (q->has_of) {
        fraction_kind(r, m);
    } else if (q->unit_class == UNIT_CLASS_PERCENT) {
        meaning_percent(r, m, prev);
    } else if (q->unit_class == UNIT_CLASS_POINTS) {
        f->kind = KIND_CHANGE;
        if ((m->plan_tail || m->cue == CUE_EXCEED) && !m->base_tail) f->against = AGAINST_PLAN;
        if (m->cue == CUE_CHANGE && m->cue_value < 0) f->value = decimal_neg(f->value);
    } else if (q->unit_class == UNIT_CLASS_TIMES) {
        times_kind(r, m);
    } else if (!m->rank) {
        other_kind(r, m, prev);
    }
    if (f->kind == KIND_GROWTH || f->kind == KIND_CHANGE) {
        zone_base_before(r, m);
        default_base(r, m, prev);
    }
    aspect_choose(r, m, prev, limit);
}
