/* SPDX-License-Identifier: Apache-2.0
 *
 * comparison: see comparison.h. Each number is taken for the interval that its bound allows: "hơn 8.300 tỷ" is 8.300
 * tỷ or more, "khoảng" a tenth to both sides (interval.h). Printed digits themselves are taken at their word:
 * rounding is the matter of the checker, and a report that prints plan and value as the same number means that the
 * plan is reached.
 *
 * Verdicts are read off the interval of the unrounded result, so that 99,996 % is not "đạt" although it is shown as
 * 100,00 %.
 *
 * Invariants:
 *   1. Nothing rounds but the shown value (two digits, half away from zero, as reports do).
 *   2. A verdict is given only if every number in the interval leads to it.
 */
#include "comparison.h"

static const struct str REASONS[] = {
    STR_INIT(""),
    STR_INIT("không có số thực hiện"),
    STR_INIT("không có kế hoạch"),
    STR_INIT("không có số cùng kỳ năm trước"),
    STR_INIT("số gốc bằng 0"),
    STR_INIT("số gốc âm"),
    STR_INIT("khác đơn vị tính"),
    STR_INIT("số liệu chỉ nêu mức trên hoặc dưới"),
    STR_INIT("số quá lớn"),
};
_Static_assert(sizeof REASONS / sizeof *REASONS == INCOMPARABLE_COUNT, "a reason for each");
static const struct str PLAN_NAMES[] = {STR_INIT(""), STR_INIT("vượt"), STR_INIT("đạt"), STR_INIT("không đạt"),
                                        STR_INIT("chưa đạt")};
_Static_assert(sizeof PLAN_NAMES / sizeof *PLAN_NAMES == PLAN_VERDICTS, "a name for each");
static const struct str YEAR_NAMES[] = {STR_INIT(""),        STR_INIT("tốt hơn"), STR_INIT("ngang"),
                                        STR_INIT("kém hơn"), STR_INIT("tăng"),    STR_INIT("giảm")};
_Static_assert(sizeof YEAR_NAMES / sizeof *YEAR_NAMES == YEAR_VERDICTS, "a name for each");
static const struct str PACE_NAMES[] = {STR_INIT(""), STR_INIT("nhanh"), STR_INIT("đúng tiến độ"), STR_INIT("chậm")};
_Static_assert(sizeof PACE_NAMES / sizeof *PACE_NAMES == PACE_VERDICTS, "a name for each");

static const struct str PLAN_WORDS[] = {STR_INIT(""), STR_INIT("exceeded"), STR_INIT("reached"),
                                        STR_INIT("not_reached"), STR_INIT("under_way")};
_Static_assert(sizeof PLAN_WORDS / sizeof *PLAN_WORDS == PLAN_VERDICTS, "a word for each");
static const struct str YEAR_WORDS[] = {STR_INIT(""),      STR_INIT("better"), STR_INIT("equal"),
                                        STR_INIT("worse"), STR_INIT("more"),   STR_INIT("less")};
_Static_assert(sizeof YEAR_WORDS / sizeof *YEAR_WORDS == YEAR_VERDICTS, "a word for each");
static const struct str PACE_WORDS[] = {STR_INIT(""), STR_INIT("ahead"), STR_INIT("even"), STR_INIT("behind")};
_Static_assert(sizeof PACE_WORDS / sizeof *PACE_WORDS == PACE_VERDICTS, "a word for each");

struct str incomparable_reason(enum incomparable why)
{
    return REASONS[why];
}

struct str plan_verdict_name(enum plan_verdict v)
{
    return PLAN_NAMES[v];
}

struct str year_verdict_name(enum year_verdict v)
{
    return YEAR_NAMES[v];
}

struct str pace_verdict_name(enum pace_verdict v)
{
    return PACE_NAMES[v];
}

struct str plan_verdict_word(enum plan_verdict v)
{
    return PLAN_WORDS[v];
}

struct str year_verdict_word(enum year_verdict v)
{
    return YEAR_WORDS[v];
}

struct str pace_verdict_word(enum pace_verdict v)
{
    return PACE_WORDS[v];
}

bool measures_compare(struct str a, struct str b)
{
    return str_eq(a, b) || (indicator_counts_by(a) && indicator_counts_by(b));
}

static struct comparison not_because(enum incomparable why)
{
    return (struct comparison){.why = why, .measure = STR("%")};
}

static struct interval interval_of(struct measured m)
{
    return interval_bound(interval_point(m.value), m.value, m.bound);
}

static enum figure_bound opposite(enum figure_bound b)
{
    return b == BOUND_OVER ? BOUND_UNDER : b == BOUND_UNDER ? BOUND_OVER : b;
}

/* The bound of a result that grows with `up` and falls with `down`; false when they work against each other. */
static bool join_bounds(enum figure_bound *out, enum figure_bound up, enum figure_bound down)
{
    enum figure_bound turned = opposite(down);
    if (up == BOUND_EXACT || up == turned)
        *out = turned;
    else if (turned == BOUND_EXACT)
        *out = up;
    else if (up == BOUND_ABOUT || turned == BOUND_ABOUT)
        *out = BOUND_ABOUT;
    else
        return false;
    return true;
}

static enum incomparable check_base(struct measured value, struct measured base, enum incomparable missing)
{
    if (!value.known) return NOT_WITHOUT_VALUE;
    if (!base.known) return missing;
    if (!measures_compare(value.measure, base.measure)) return NOT_SAME_MEASURE;
    return COMPARABLE;
}

/* value in % of base, not yet judged. */
static struct comparison ratio_of(struct measured value, struct measured base)
{
    struct comparison c = {.measure = STR("%")};
    struct decimal hundredfold;
    int sign = decimal_sign(base.value);
    if (sign <= 0) return not_because(sign ? NOT_WITH_NEGATIVE : NOT_WITH_ZERO);
    if (decimal_sign(value.value) < 0) return not_because(NOT_WITH_NEGATIVE);
    if (!join_bounds(&c.bound, value.bound, base.bound)) return not_because(NOT_EXACT_ENOUGH);
    if (!decimal_shift(&hundredfold, value.value, 2) ||
        !decimal_div(&c.value, hundredfold, base.value, 2, ROUND_HALF_UP))
        return not_because(NOT_IN_DIGITS);
    c.exact = interval_shift(interval_div(interval_of(value), interval_of(base)), 2);
    return c;
}

static struct comparison points_of(struct measured value, struct measured base)
{
    struct comparison c = {.measure = STR("điểm %")};
    if (!join_bounds(&c.bound, value.bound, base.bound)) return not_because(NOT_EXACT_ENOUGH);
    if (!decimal_sub(&c.value, value.value, base.value)) return not_because(NOT_IN_DIGITS);
    c.exact = interval_sub(interval_of(value), interval_of(base));
    return c;
}

struct comparison comparison_plan(struct measured value, struct measured plan)
{
    enum incomparable why = check_base(value, plan, NOT_WITHOUT_PLAN);
    if (why != COMPARABLE) return not_because(why);
    return str_eq(value.measure, STR("%")) ? points_of(value, plan) : ratio_of(value, plan);
}

struct comparison comparison_growth(struct measured value, struct measured base)
{
    enum incomparable why = check_base(value, base, NOT_WITHOUT_BASE);
    if (why != COMPARABLE) return not_because(why);
    if (str_eq(value.measure, STR("%"))) return points_of(value, base);
    struct comparison c = ratio_of(value, base);
    if (c.why != COMPARABLE) return c;
    if (!decimal_sub(&c.value, c.value, DECIMAL_INT(100))) return not_because(NOT_IN_DIGITS);
    c.exact = interval_sub(c.exact, interval_point(DECIMAL_INT(100)));
    return c;
}

struct comparison comparison_stated(struct measured stated)
{
    if (!stated.known) return not_because(NOT_WITHOUT_VALUE);
    enum figure_bound bound = stated.bound;
    /* "giảm hơn 11%" bounds the size; here it is the signed number that is bounded. */
    if (decimal_sign(stated.value) < 0) bound = opposite(bound);
    return (struct comparison){
        .value = stated.value, .bound = bound, .exact = interval_of(stated), .measure = stated.measure};
}

/* Where an interval lies from a number: -1 all below, 1 all above, 0 at it, 2 on both sides. touches: the number
 * itself is in it. */
static int side(const struct interval *i, struct decimal n, bool *touches)
{
    *touches = interval_holds(*i, n);
    bool below = i->lo_free || decimal_cmp(i->lo, n) < 0;
    bool above = i->hi_free || decimal_cmp(i->hi, n) > 0;
    return below && above ? 2 : below ? -1 : above ? 1 : 0;
}

enum plan_verdict plan_verdict_of(const struct comparison *ratio, const struct indicator *i, bool over)
{
    bool touches;
    if (ratio->why != COMPARABLE || i->direction == DIRECTION_NONE) return PLAN_NO_VERDICT;
    int where = side(&ratio->exact, DECIMAL_INT(str_eq(ratio->measure, STR("%")) ? 100 : 0), &touches);
    if (where == 2 || (touches && where < 0 && i->direction == DIRECTION_UP) ||
        (touches && where > 0 && i->direction == DIRECTION_DOWN))
        return PLAN_NO_VERDICT;
    bool done = over || i->time != TIME_FLOW;
    if (i->direction == DIRECTION_UP) {
        if (where > 0 && !touches) return PLAN_EXCEEDED;
        return where >= 0 ? PLAN_REACHED : over ? PLAN_NOT_REACHED : PLAN_UNDER_WAY;
    }
    if (where > 0) return done ? (over ? PLAN_NOT_REACHED : PLAN_UNDER_WAY) : PLAN_NOT_REACHED;
    return done ? PLAN_REACHED : PLAN_UNDER_WAY;
}

enum year_verdict year_verdict_of(const struct comparison *growth, const struct indicator *i)
{
    bool touches;
    if (growth->why != COMPARABLE) return YEAR_NO_VERDICT;
    int where = side(&growth->exact, DECIMAL_INT(0), &touches);
    if (where == 0) return YEAR_EQUAL;
    if (where == 2 || touches) return YEAR_NO_VERDICT;
    switch (i->direction) {
    case DIRECTION_UP: return where > 0 ? YEAR_BETTER : YEAR_WORSE;
    case DIRECTION_DOWN: return where < 0 ? YEAR_BETTER : YEAR_WORSE;
    case DIRECTION_NONE: return where > 0 ? YEAR_MORE : YEAR_LESS;
    }
    return YEAR_NO_VERDICT;
}

bool measured_add(struct measured *a, const struct measured *b)
{
    struct decimal sum;
    if (!a->known || !b->known || !str_eq(a->measure, b->measure) || !decimal_add(&sum, a->value, b->value))
        return false;
    a->value = sum;
    if (a->bound == BOUND_EXACT)
        a->bound = b->bound;
    else if (b->bound != BOUND_EXACT && b->bound != a->bound)
        a->bound = BOUND_ABOUT;
    return true;
}

bool pace_expected(struct decimal *out, struct period figure, struct period plan)
{
    if (figure.kind == PERIOD_NONE || plan.kind == PERIOD_NONE) return false;
    if (date_cmp(figure.from, plan.from) != 0 || date_cmp(figure.to, plan.to) >= 0) return false;
    int32_t start = date_to_days(plan.from);
    int64_t gone = date_to_days(figure.to) - start + 1, all = date_to_days(plan.to) - start + 1;
    return decimal_div(out, DECIMAL_INT(gone * 100), DECIMAL_INT(all), 2, ROUND_HALF_UP);
}

enum pace_verdict pace_verdict_of(const struct comparison *ratio, const struct indicator *i, struct decimal expected)
{
    struct decimal low, high;
    if (ratio->why != COMPARABLE || ratio->bound != BOUND_EXACT || !str_eq(ratio->measure, STR("%")))
        return PACE_NO_VERDICT;
    if (i->time != TIME_FLOW || i->direction == DIRECTION_NONE) return PACE_NO_VERDICT;
    if (!decimal_sub(&low, expected, DECIMAL_INT(PACE_POINTS)) ||
        !decimal_add(&high, expected, DECIMAL_INT(PACE_POINTS)))
        return PACE_NO_VERDICT;
    bool behind = decimal_cmp(ratio->value, low)<0, ahead = decimal_cmp(ratio->value, high)> 0;
    if (!behind && !ahead) return PACE_EVEN;
    /* Of what should stay low, little is good: to be behind the calendar is to be ahead. */
    return behind == (i->direction == DIRECTION_UP) ? PACE_BEHIND : PACE_AHEAD;
}
