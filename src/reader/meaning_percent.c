/* SPDX-License-Identifier: Apache-2.0
 *
 * meaning_percent: what a percentage tells: a share, a rate, a growth, points of a rate, or the per cent of a plan.
 *
 *   verb of the zone      chiếm: share    vượt: 100 + n of the plan    tăng, giảm: growth, points of a rate, of the
 * plan
 *   đạt, bằng, no verb    of a plan where the tail, the name or the number before speaks of one; n - 100 against a base
 */
#include "meaning_private.h"

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
    if (decimal_cmp(f->value, DECIMAL_INT(100)) < 0 && decimal_add(&sum, f->value, DECIMAL_INT(100))) {
        f->value = sum;
        if (f->has_max && decimal_add(&sum, f->value_max, DECIMAL_INT(100))) f->value_max = sum;
    }
}

/* "tỷ lệ hộ nghèo giảm còn 1,2% (giảm 2,99% so với năm 2012)", "chiếm 55,08% (tăng 2,78%)": what a rate or a share rose
 * or fell by is points of it. */
static bool of_rate(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    if (!prev || prev->quantity.unit_class != UNIT_CLASS_PERCENT || m->plan_tail || !meaning_leans(r, m)) return false;
    /* "đạt 6.916 triệu USD, chiếm 25,2% và tăng 29,2%": the amount rose, not the share. */
    if (prev->figure.kind == KIND_SHARE) return (m->bracket && !prev->bracket) || !meaning_leans(r, prev);
    if (prev->figure.kind == KIND_CHANGE && prev->figure.against != AGAINST_PLAN) return true;
    /* "tốc độ tăng trưởng đạt 11%, tăng 0,3%": the rate of growth rose. */
    if (prev->figure.kind == KIND_GROWTH && prev->cue != CUE_CHANGE && m->base_tail &&
        class_between(r, LEX_GROWTH_HEAD, prev->zone, prev->lead, NULL, NULL))
        return true;
    bool things = prev->cue == CUE_NONE && lexicon_is(&r->tokens, prev->last, LEX_NOUN); /* "29% hồ sơ ..., tăng 9%" */
    return prev->figure.kind == KIND_LEVEL &&
           (prev->to || things || class_between(r, LEX_RATE_HEAD, prev->zone, prev->lead, NULL, NULL));
}

static void change_percent(struct reader *r, struct figure_statement *f, const struct mention *m,
                           const struct mention *prev)
{
    bool plan_between = class_between(r, LEX_PLAN_WORD, m->cue_last, m->lead, NULL, NULL);
    /* "chiếm 35,1% lực lượng lao động, thấp hơn 0,4% so với chỉ tiêu": points between a rate and its target. */
    bool rate = prev && prev->quantity.unit_class == UNIT_CLASS_PERCENT && meaning_leans(r, m) &&
                (prev->figure.kind == KIND_SHARE || prev->figure.kind == KIND_LEVEL);
    bool distance = rate && m->plan_tail && lexicon_is(&r->tokens, m->cue_last - 1, LEX_BOUND);
    if ((plan_between || distance) && !m->base_tail) {
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
        if (decimal_add(&sum, DECIMAL_INT(100), f->value)) f->value = sum;
        if (f->has_max && decimal_add(&sum, DECIMAL_INT(100), f->value_max)) f->value_max = sum;
        return;
    } else if (of_rate(r, m, prev) || class_between(r, LEX_RATE_HEAD, m->cue_last, m->lead, NULL, NULL) ||
               (class_between(r, LEX_RATE_HEAD, m->zone, m->cue_first, NULL, NULL) && zone_adjacent(r, m))) {
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

static bool plan_by_subject(struct reader *r, const struct mention *m, const struct mention *prev)
{
    size_t n;
    if (class_between(r, LEX_DISBURSE, m->zone, m->lead, NULL, NULL)) return true;
    if ((!prev || names_place(r, m)) && class_between(r, LEX_DISBURSE, r->first, m->lead, NULL, NULL)) return true;
    if (m->cue == CUE_ATTAIN && lexicon_at(&r->tokens, m->cue_first, LEX_FULFIL, &n) &&
        (zone_adjacent(r, m) || meaning_only_links(r, m->cue_last, m->lead)))
        return true;
    if (m->cue == CUE_ATTAIN && class_between(r, LEX_BUDGET_FLOW, m->zone, m->cue_first, NULL, NULL) &&
        !meaning_name_has(r, m, LEX_RATE_HEAD))
        return true; /* "thu ngân sách đạt 162%" */
    if (!prev || !meaning_leans(r, m)) return false;
    bool amount = prev->quantity.unit_class == UNIT_CLASS_MONEY || prev->quantity.unit_class == UNIT_CLASS_MEASURE;
    if (amount && m->bracket && ratio_is_quotient(prev, m->figure.value)) return true; /* "45/50 tỷ đồng (90%)" */
    if (prev->figure.kind == KIND_PLAN_RATIO && m->cue != CUE_ATTAIN) return true;
    if (m->cue != CUE_ATTAIN) return false;
    if (prev->figure.kind == KIND_LEVEL && decimal_cmp(m->figure.value, DECIMAL_INT(100)) > 0)
        return true; /* "(đạt 100,3%)" */
    if (prev->figure.kind == KIND_LEVEL && !class_between(r, LEX_RATE_HEAD, m->cue_first, m->cue_last, NULL, NULL) &&
        ratio_named_before(r, prev))
        return true;
    return (prev->figure.kind == KIND_LEVEL || prev->figure.kind == KIND_FRACTION) && amount;
}

/* "chiếm tỷ lệ cao như: trộm cắp 53 vụ (29%), đánh bạc 33 vụ (18%)": one verb for the brackets of a list. */
static bool share_of_each(const struct reader *r, const struct mention *m)
{
    if (m == r->mentions.at || !m->bracket || m->cue != CUE_NONE || m[-1].noun_last == m[-1].noun_first) return false;
    if (!token_is_punct(&r->tokens, m[-1].last, '(') || m->lead != m[-1].last + 1) return false;
    for (const struct mention *p = r->mentions.at; p < m; p++)
        if (p->quantity.unit_class == UNIT_CLASS_PERCENT && p->cue == CUE_SHARE) return false;
    return class_between(r, LEX_SHARE, r->first, m[-1].lead, NULL, NULL);
}

/* "65% dân số", "33%/GRDP", "cơ cấu: dịch vụ 40%", "tỷ lệ lao động nông nghiệp trong tổng lao động: 50%"; but "90% dân
 * số tham gia bảo hiểm" is a rate. */
static bool is_share(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n, slash = token_is_punct(ts, m->last, '/');
    const struct lex_sense *s = lexicon_at(ts, m->last + slash, LEX_WHOLE, &n);
    if (s &&
        (slash || s->value == 0 || !(lexicon_is(ts, m->last + n, LEX_ACTION) || meaning_name_has(r, m, LEX_RATE_HEAD))))
        return true;
    if (meaning_name_has(r, m, LEX_SHARE_HEAD) || share_of_each(r, m)) return true;
    if (!meaning_name_has(r, m, LEX_RATE_HEAD)) return false;
    size_t at, end = m->cue != CUE_NONE ? m->cue_last : m->lead;
    if (meaning_name_has(r, m, LEX_PRODUCT)) return true;
    return class_between(r, LEX_WHOLE, m->zone, end, &at, &n) && lexicon_at(ts, at, LEX_WHOLE, &n)->value == 0;
}

/* "thấp hơn 0,4% so với chỉ tiêu tỉnh giao (35,5%)": the brackets say what the plan was. */
static bool value_of_plan(const struct reader *r, const struct mention *m)
{
    if (m == r->mentions.at || !m->bracket || m->cue != CUE_NONE) return false;
    const struct mention *before = m - 1;
    return before->plan_tail && before->figure.kind == KIND_CHANGE && before->figure.against == AGAINST_PLAN &&
           before->tail_end + 1 == m->lead && token_is_punct(&r->tokens, before->tail_end, '(');
}

/* "...; | 94,7% số hộ | sử dụng nước sạch": a rate of its own, whatever stood before. */
static bool rate_of_things(const struct reader *r, const struct mention *m)
{
    bool thing = lexicon_is(&r->tokens, m->last, LEX_NOUN) || lexicon_is(&r->tokens, m->last, LEX_MEASURE_HEAD);
    return thing && m->lead > m->zone && token_is_punct(&r->tokens, m->lead - 1, ';');
}

static void attained_percent(struct reader *r, struct figure_statement *f, const struct mention *m,
                             const struct mention *prev)
{
    size_t n;
    if (m->plan_tail) {
        f->kind = KIND_PLAN_RATIO;
        f->against = AGAINST_PLAN;
        if (meaning_name_has(r, m, LEX_GROWTH_HEAD) && lexicon_at(&r->tokens, m->last, LEX_ACCORDING, &n)) {
            f->kind = KIND_GROWTH;
            f->against = AGAINST_NONE;
        }
    } else if (meaning_name_has(r, m, LEX_FALL_HEAD)) {
        f->kind = KIND_CHANGE;
        f->value = decimal_neg(f->value);
        f->value_max = decimal_neg(f->value_max);
    } else if (meaning_name_has(r, m, LEX_GROWTH_HEAD)) {
        f->kind = KIND_GROWTH;
    } else if (m->base_tail && m->cue == CUE_ATTAIN && m->base.role == WHEN_BASE) {
        struct decimal rest;
        f->kind = KIND_GROWTH;
        if (decimal_sub(&rest, f->value, DECIMAL_INT(100))) f->value = rest;
        if (f->has_max && decimal_sub(&rest, f->value_max, DECIMAL_INT(100))) f->value_max = rest;
    } else if (value_of_plan(r, m)) {
        f->kind = m - r->mentions.at > 1 && m[-2].figure.kind == KIND_SHARE ? KIND_SHARE : KIND_LEVEL;
    } else if (is_share(r, m)) {
        f->kind = KIND_SHARE;
    } else if (meaning_name_has(r, m, LEX_PRODUCT) && !meaning_name_has(r, m, LEX_RATE_HEAD)) {
        f->kind = KIND_GROWTH;
    } else if (plan_by_subject(r, m, prev)) {
        f->kind = KIND_PLAN_RATIO;
        f->against = AGAINST_PLAN;
    } else if (prev && m->bracket && prev->figure.kind == KIND_GROWTH && meaning_only_links(r, m->zone, m->lead)) {
        f->kind = KIND_GROWTH;
    } else if (prev && (names_place(r, m) || meaning_in_a_row(r, m, prev)) &&
               prev->quantity.unit_class == UNIT_CLASS_PERCENT && prev->figure.kind != KIND_GROWTH &&
               prev->figure.kind != KIND_CHANGE) {
        f->kind = prev->figure.kind;
        f->against = prev->figure.against;
    } else if (prev && meaning_leans(r, m) && m->cue == CUE_NONE && !rate_of_things(r, m) &&
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
    if (token_is_punct(ts, prev->last, '(') && m->lead == prev->last + 1) return true; /* "nhiều hơn 15 vụ (4,95%)" */
    for (size_t i = prev->last; i < m->lead; i++)
        if (token_is_punct(ts, i, '=') || lexicon_is(ts, i, LEX_EQUIVALENT)) return m->lead < prev->last + 6;
    return false;
}

void meaning_percent(struct reader *r, struct mention *m, struct mention *prev)
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
    if (ratio_done_over_planned(r, m, prev)) return;
    switch (m->cue) {
    case CUE_SHARE: f->kind = m->plan_tail ? KIND_PLAN_RATIO : KIND_SHARE; break;
    case CUE_EXCEED: exceed_percent(f, m); break;
    case CUE_CHANGE:
        if (m->to || (m->from && !f->has_max))
            f->kind = meaning_name_has(r, m, LEX_GROWTH_HEAD) || (m->to && prev && prev->figure.kind == KIND_GROWTH)
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
