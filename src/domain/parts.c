/* SPDX-License-Identifier: Apache-2.0
 *
 * parts: see parts.h. Rows of one total and dimension that stand together are one rule; its other columns are those of
 * the first row. A rule that names an indicator that the catalogue does not have is left out as a whole: half a sum
 * would be worse than none.
 */
#include "parts.h"

#include "parts_private.h"

static bool is_sure(struct str dimension)
{
    for (size_t i = 0; i < dimensions_count; i++)
        if (str_eq(dimensions[i].name, dimension)) return dimensions[i].strength == DIMENSION_SURE;
    return false;
}

static size_t rows_of_rule(const struct part_row *first)
{
    size_t n = 1, most = (size_t)(part_rows + part_rows_count - first);
    while (n < most && str_eq(first[n].total, first->total) && str_eq(first[n].dimension, first->dimension)) n++;
    return n;
}

static bool rule_of_rows(struct sum_rule *out, struct arena *a, const struct part_row *rows, size_t n)
{
    struct sum_part *parts = arena_array(a, struct sum_part, n);
    *out = (struct sum_rule){.dimension = rows->dimension,
                             .parts = parts,
                             .len = n,
                             .complete = rows->complete == PARTS_YES,
                             .sure = is_sure(rows->dimension),
                             .over_units = str_eq(rows->dimension, STR("đơn vị")),
                             .from = rows->from,
                             .to = rows->to,
                             .source = rows->source};
    if (str_starts(rows->total, STR("="))) {
        if (!decimal_read(&out->constant, str_from(rows->total, 1))) return false;
    } else {
        out->total = indicator_find(rows->total);
        if (!out->total) return false;
    }
    for (size_t i = 0; i < n; i++) {
        parts[i] = (struct sum_part){indicator_find(rows[i].part), str_eq(rows[i].sign, STR("-"))};
        if (!parts[i].indicator) return false;
        out->has_minus = out->has_minus || parts[i].minus;
    }
    return true;
}

struct sum_rules sum_rules_make(struct arena *a)
{
    struct sum_rule *rules = arena_array(a, struct sum_rule, part_rows_count);
    size_t len = 0;
    for (size_t i = 0, n; i < part_rows_count; i += n) {
        n = rows_of_rule(&part_rows[i]);
        len += rule_of_rows(&rules[len], a, &part_rows[i], n);
    }
    return (struct sum_rules){rules, len};
}

bool sum_rule_holds_on(const struct sum_rule *r, struct date day)
{
    if (!date_known(day)) return !date_known(r->from) && !date_known(r->to);
    return (!date_known(r->from) || date_cmp(r->from, day) <= 0) && (!date_known(r->to) || date_cmp(day, r->to) <= 0);
}

const struct sum_rule *sum_rule_over_units(const struct sum_rules *rules, const struct indicator *i)
{
    for (size_t k = 0; k < rules->len; k++)
        if (rules->at[k].over_units && rules->at[k].total == i) return &rules->at[k];
    return NULL;
}

static bool has_part(const struct sum_rule *r, const struct indicator *i)
{
    for (size_t k = 0; k < r->len; k++)
        if (r->parts[k].indicator == i) return true;
    return false;
}

bool sum_rules_relate(const struct sum_rules *rules, const struct indicator *a, const struct indicator *b)
{
    for (size_t k = 0; k < rules->len; k++) {
        const struct sum_rule *r = &rules->at[k];
        if ((r->total == a && has_part(r, b)) || (r->total == b && has_part(r, a))) return true;
    }
    return false;
}

enum sum_verdict sum_judge(struct interval total, struct interval parts, bool whole)
{
    if (interval_meets(total, parts)) return SUM_HOLDS;
    if (interval_below(total, parts)) return SUM_EXCEEDS;
    return whole ? SUM_DIFFERS : SUM_HOLDS;
}
