/* SPDX-License-Identifier: Apache-2.0
 *
 * ratio: per cents that are known for ratios of a plan by the numbers before them.
 *
 *   "53,5/52 ha, tăng 2,9%"                       more than planned was done, and 2,9% is by how much
 *   "45/50 tỷ đồng (90%)"                         the quotient
 *   "650 người, đạt 117% kế hoạch; ... đạt 100%"  the first ratio of the sentence named the plan
 */
#include "meaning_private.h"

/* Whether x per cent is what m of n is: within the rounding of one per cent. */
bool ratio_is_quotient(const struct mention *whole, struct decimal x)
{
    const struct decimal hundred = {100, 0};
    struct decimal m, n, less;
    if (!whole || !whole->figure.has_of || !decimal_mul(&m, whole->figure.value, hundred) ||
        !decimal_mul(&n, whole->figure.of, x) || !decimal_sub(&less, m, n))
        return false;
    if (decimal_sign(less) < 0) less = decimal_neg(less);
    return decimal_cmp(less, whole->figure.of) <= 0;
}

/* "A: 650 người, đạt 117% kế hoạch năm; B: 1.100 người, đạt 100%": the first ratio of the sentence named the plan. */
bool ratio_named_before(const struct reader *r, const struct mention *m)
{
    size_t looks = 0;
    for (const struct mention *p = m; p > r->mentions.at && looks < 8; p--, looks++)
        if (p[-1].figure.kind == KIND_PLAN_RATIO && p[-1].plan_tail && p[-1].cue == CUE_ATTAIN) return true;
    return false;
}

/* "971/876 = 110,8%", "53,5/52 ha, tăng 2,9%": more was done than planned, and this is by how much. */
bool ratio_done_over_planned(const struct reader *r, struct mention *m, const struct mention *prev)
{
    const struct decimal hundred = {100, 0};
    struct figure_statement *f = &m->figure;
    struct decimal sum;
    if (!prev || m->base_tail || f->has_max || prev->figure.kind != KIND_FRACTION || !meaning_leans(r, m) ||
        decimal_cmp(prev->figure.value, prev->figure.of) <= 0 || !decimal_add(&sum, f->value, hundred))
        return false;
    bool more = (m->cue == CUE_CHANGE && m->cue_value > 0) || m->cue == CUE_EXCEED;
    if (!ratio_is_quotient(prev, more ? sum : f->value)) return false;
    if (more) f->value = sum;
    f->kind = KIND_PLAN_RATIO;
    f->against = AGAINST_PLAN;
    return true;
}
