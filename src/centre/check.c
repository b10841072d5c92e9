/* SPDX-License-Identifier: Apache-2.0
 *
 * check: the table of rules and their run. See check.h.
 *
 * The way of a check:
 *
 *   check_told.c     statements -> items: what rules compare, what figures share once
 *   check_subject.c  words become numbers
 *   check_index.c    the words around each figure; figures are put in three orders: as they stand, by chain (one clause
 *                    about one subject), by series (one subject, place and unit over time)
 *   check_words.c    the words around a figure and between two
 *   check_value.c    item -> interval under a reading of its printed digits
 *   check_plan.c     value, plan, per cent of the plan
 *   check_share.c    parts and wholes
 *   check_growth.c   value, growth, base
 *   check_same.c     one figure said twice
 *   check_time.c     periods
 *   check_message.c  templates in both languages, numbers, findings
 *
 * A rule is a function over the orders and a row of RULES. It says something only through found(...), which takes a
 * template, and it gets its severity from the reading under which the figures agree:
 *
 *   rounded to the nearest    nothing is said
 *   cut off                   note
 *   last digit, round zeros   doubt
 *   never                     contradiction, unless the rule knows why it is not certain
 *
 * Invariants:
 *  1. Each rule goes a fixed number of times over an order with a fixed look to both sides: time is that of sorting.
 *  2. Findings depend on the input alone, and stand in the order of the text.
 *  3. Nothing is a contradiction that a reading of rounding, a bound, another plan, a revision or overlapping parts
 *     explains.
 */
#include "check.h"

#include "check_private.h"

static const struct rule RULES[] = {
    {STR_INIT("lead_against_body"), check_lead_against_body, false,
     STR_INIT("số ở tiêu đề hoặc phần đầu và số ấy trong bài"), STR_INIT("tiêu đề bỏ bớt chữ và chữ số, không đổi số")},
    {STR_INIT("same_figure_twice"), check_same_figure_twice, false,
     STR_INIT("hai số cùng chỉ tiêu, nơi, kỳ, loại, trong một hay nhiều văn bản"), STR_INIT("")},
    {STR_INIT("exceeds_means_reaches"), check_exceeds_means_reaches, false,
     STR_INIT("«vượt» trước số phần trăm từ 100 trở lên"), STR_INIT("«vượt x %» là 100 + x phần trăm kế hoạch")},
    {STR_INIT("value_ratio_plan"), check_value_ratio_plan, false,
     STR_INIT("giá trị, kế hoạch và phần trăm kế hoạch trong một câu"), STR_INIT("")},
    {STR_INIT("ratios_one_plan"), check_ratios_one_plan, false,
     STR_INIT("hai giá trị của một năm, mỗi giá trị kèm phần trăm của cùng một kế hoạch"), STR_INIT("")},
    {STR_INIT("one_ratio_two_plans"), check_one_ratio_two_plans, false, STR_INIT("một tỷ lệ so với hai kế hoạch"),
     STR_INIT("")},
    {STR_INIT("implied_plan"), check_implied_plan, true, STR_INIT("giá trị và phần trăm kế hoạch"), STR_INIT("")},
    {STR_INIT("fraction_percent"), check_fraction_percent, false, STR_INIT("m/n và phần trăm của nó đứng liền nhau"),
     STR_INIT("")},
    {STR_INIT("implied_percent"), check_implied_percent, true, STR_INIT("m/n mà văn bản không tự ghi phần trăm"),
     STR_INIT("")},
    {STR_INIT("percent_over_100"), check_percent_over_100, false,
     STR_INIT("tỷ trọng, phân số m/n, các tỷ trọng của một cơ cấu"), STR_INIT("phần không lớn hơn toàn thể")},
    {STR_INIT("parts_total"), check_parts_total, false,
     STR_INIT("tổng, rồi «trong đó» hoặc «gồm», rồi các phần cùng đơn vị tính"),
     STR_INIT("«trong đó» có thể không kể hết")},
    {STR_INIT("growth_base"), check_growth_base, false,
     STR_INIT("giá trị, mức tăng giảm và giá trị của kỳ gốc, ở bất cứ đâu"),
     STR_INIT("không xét chỉ tiêu tính theo giá so sánh")},
    {STR_INIT("growth_change"), check_growth_change, false, STR_INIT("giá trị, mức tăng giảm tương đối và tuyệt đối"),
     STR_INIT("")},
    {STR_INIT("implied_base"), check_implied_base, true, STR_INIT("giá trị và mức tăng giảm"), STR_INIT("")},
    {STR_INIT("count_growth_impossible"), check_count_impossible, false,
     STR_INIT("số đếm và mức tăng hoặc phần trăm kế hoạch của nó"),
     STR_INIT("kỳ gốc và kế hoạch của số đếm là số nguyên")},
    {STR_INIT("rate_difference_called_growth"), check_rate_difference, false,
     STR_INIT("mức tăng tính bằng % ngay sau một tỷ lệ"), STR_INIT("hiệu của hai tỷ lệ tính bằng điểm phần trăm")},
    {STR_INIT("estimate_called_actual"), check_estimate_called_actual, false,
     STR_INIT("một số chỗ ghi ước, chỗ ghi thực hiện"), STR_INIT("")},
    {STR_INIT("late_estimate"), check_late_estimate, false,
     STR_INIT("số ước của kỳ đã qua hơn một tháng, và ngày của văn bản"), STR_INIT("")},
    {STR_INIT("period_drift"), check_period_drift, false,
     STR_INIT("hai số lũy kế trong năm, hoặc kỳ của đoạn văn khác kỳ của số"), STR_INIT("")},
    {STR_INIT("plan_met_but_fell"), check_plan_met_but_fell, false, STR_INIT("đạt kế hoạch nhưng giảm so với kỳ gốc"),
     STR_INIT("")},
    {STR_INIT("target_missed"), check_target_missed, false, STR_INIT("mức tăng đạt được và mục tiêu của nó"),
     STR_INIT("")},
};
enum { RULE_COUNT = sizeof RULES / sizeof *RULES };

size_t check_rule_count(void)
{
    return RULE_COUNT;
}

struct check_rule_info check_rule(size_t i)
{
    return (struct check_rule_info){RULES[i].name, RULES[i].needs, RULES[i].basis};
}

/* In order of the first span; what was found first stays first. */
static int compare_findings(const void *a, const void *b, void *findings)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct finding *p = (const struct finding *)findings + x, *q = (const struct finding *)findings + y;
    struct span s = p->spans[0].span, t = q->spans[0].span;
    if (s.document != t.document) return s.document < t.document ? -1 : 1;
    if (s.start != t.start) return s.start < t.start ? -1 : 1;
    return (x > y) - (x < y);
}

/* What the record says of itself is not what was asked. */
static bool of_record_alone(const struct finding *f)
{
    for (size_t n = 0; n < f->span_count; n++)
        if (f->spans[n].span.document != CHECK_RECORD) return false;
    return true;
}

static void put_in_order(struct findings *out, struct arena *a)
{
    uint32_t *order = arena_array(a, uint32_t, out->len);
    struct finding *sorted = arena_array(a, struct finding, out->len);
    size_t count = 0;
    for (uint32_t i = 0; i < out->len; i++)
        if (!of_record_alone(&out->at[i])) order[count++] = i;
    if (count) qsort_r(order, count, sizeof *order, compare_findings, out->at);
    for (size_t i = 0; i < count; i++) sorted[i] = out->at[order[i]];
    out->at = sorted;
    out->len = out->cap = count;
}

void check_end(struct findings *out, struct checker *c)
{
    c->out = out;
    c->spare = arena_make(SIZE_MAX);
    *out = (struct findings){.at = NULL};
    check_index(c);
    for (size_t i = 0; i < RULE_COUNT; i++) {
        c->rule = &RULES[i];
        if (c->count) c->rule->run(c);
    }
    arena_close(c->spare);
    put_in_order(out, c->arena);
}

void check_run(struct findings *out, struct arena *a, const struct check_input *in)
{
    struct checker *c = check_begin(a, in->lang);
    for (size_t i = 0; i < in->document_count; i++) {
        check_tell_document(c, in->documents[i].text);
        check_tell_date(c, in->documents[i].date);
        check_tell(c, in->documents[i].statements, in->documents[i].count);
    }
    if (in->record_count) check_tell_record(c, in->record, in->record_count);
    check_end(out, c);
}
