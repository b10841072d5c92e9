/* SPDX-License-Identifier: Apache-2.0
 *
 * grading: see grading.h.
 */
#include "grading.h"

#include "grading_private.h"

const struct grading_rule *grading_rule_on(struct date day)
{
    for (size_t i = 0; i < grading_rules_count; i++) {
        const struct grading_rule *r = &grading_rules[i];
        bool begun = !date_known(r->from) || date_cmp(r->from, day) <= 0;
        if (begun && (!date_known(r->to) || date_cmp(day, r->to) <= 0)) return r;
    }
    return NULL;
}

/* weight x (1 - times x loss %), not below 0. */
static bool left_of(struct rational *out, struct rational weight, uint32_t times, uint16_t loss)
{
    uint64_t lost = (uint64_t)times * loss;
    struct rational part;
    return rational_make(&part, lost < 100 ? 100 - (rational_int)lost : 0, 100) && rational_mul(out, weight, part);
}

static bool add_item(struct grade *g, const struct grading_rule *r, const struct grade_item *i)
{
    struct rational weight, quality, pace;
    if (!rational_of_decimal(&weight, i->weight) || !rational_add(&g->given, g->given, weight)) return false;
    if (!i->done) return true;
    return left_of(&quality, weight, i->returns, r->quality_loss) &&
           left_of(&pace, weight, i->late && !i->excused, r->delay_loss) && rational_add(&g->done, g->done, weight) &&
           rational_add(&g->quality, g->quality, quality) && rational_add(&g->pace, g->pace, pace);
}

/* The mean of a, b, c and other rates, of the points for results. */
static bool result_of(struct grade *g, const struct grading_rule *r, const struct rational *rates, uint16_t count)
{
    struct rational sum, share;
    if (!rational_add(&sum, g->a, g->b) || !rational_add(&sum, sum, g->c)) return false;
    for (uint16_t i = 0; i < count; i++)
        if (!rational_add(&sum, sum, rates[i])) return false;
    return rational_make(&share, r->result, 3 + count) && rational_mul(&g->result, sum, share);
}

bool grade_leader(struct grade *g, const struct grading_rule *r, const struct rational *rates)
{
    return g->has_a && g->has_bc && result_of(g, r, rates, r->unit_rates);
}

bool grade_reckon(struct grade *out, const struct grading_rule *r, const struct grade_item *items, size_t count)
{
    struct rational none = RATIONAL_OF(0);
    *out = (struct grade){
        .given = none, .done = none, .quality = none, .pace = none, .a = none, .b = none, .c = none, .result = none};
    for (size_t i = 0; i < count; i++)
        if (!add_item(out, r, &items[i])) return false;
    out->has_a = rational_sign(out->given) > 0;
    out->has_bc = rational_sign(out->done) > 0;
    if (out->has_a && !rational_div(&out->a, out->done, out->given)) return false;
    if (!out->has_bc) return true;
    return rational_div(&out->b, out->quality, out->done) && rational_div(&out->c, out->pace, out->done) &&
           result_of(out, r, NULL, 0);
}

enum grade_level grade_level(const struct grading_rule *r, struct rational points)
{
    const uint16_t from[] = {r->excellent, r->good, r->fair};
    for (unsigned i = 0; i < 3; i++)
        if (rational_cmp(points, RATIONAL_OF(from[i])) >= 0) return (enum grade_level)i;
    return GRADE_FAILED;
}

struct str grade_level_word(enum grade_level l)
{
    static const struct str WORDS[] = {STR_INIT("excellent"), STR_INIT("good"), STR_INIT("fair"), STR_INIT("failed")};
    return WORDS[l];
}

struct str grade_level_words(enum grade_level l)
{
    static const struct str WORDS[] = {STR_INIT("hoàn thành xuất sắc nhiệm vụ"), STR_INIT("hoàn thành tốt nhiệm vụ"),
                                       STR_INIT("hoàn thành nhiệm vụ"), STR_INIT("không hoàn thành nhiệm vụ")};
    return WORDS[l];
}
