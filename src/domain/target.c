/* SPDX-License-Identifier: Apache-2.0
 *
 * target: see target.h. A comparator becomes a goal, the numbers that reach it: from `low` up, to `high` down, or both.
 * Everything else is said of goals, so a new comparator is one more case in target_goal.
 *
 * Invariants:
 *   1. YES and NO are said only when every number that the figure can have been, and every end that the base can have
 *      meant, says the same.
 *   2. Goals of a base that is negative, or of a fall of more than all, reach over the whole line: nothing can be told.
 */
#include "target_private.h"

static const struct {
    struct str word, name;
} COMPARATORS[] = {
    {STR_INIT(">="), STR_INIT("≥")},
    {STR_INIT(">"), STR_INIT(">")},
    {STR_INIT("<="), STR_INIT("≤")},
    {STR_INIT("<"), STR_INIT("<")},
    {STR_INIT("="), STR_INIT("=")},
    {STR_INIT("within"), STR_INIT("")},
    {STR_INIT("fall_to"), STR_INIT("giảm còn ≤")},
    {STR_INIT("rise_by"), STR_INIT("tăng thêm ≥")},
    {STR_INIT("fall_by"), STR_INIT("giảm thêm ≥")},
    {STR_INIT("mean_rise"), STR_INIT("bình quân năm tăng ≥")},
    {STR_INIT("mean_fall"), STR_INIT("bình quân năm giảm ≥")},
    {STR_INIT("rank"), STR_INIT("hạng ≤")},
    {STR_INIT("done"), STR_INIT("hoàn thành")},
    {STR_INIT("dropped"), STR_INIT("đã bỏ")},
};
_Static_assert(sizeof COMPARATORS / sizeof *COMPARATORS == TARGET_COMPARATORS, "words for each");

static const struct {
    struct str word, name;
} VERDICTS[] = {
    {STR_INIT("reached"), STR_INIT("đạt")},
    {STR_INIT("missed"), STR_INIT("không đạt")},
    {STR_INIT("under_way"), STR_INIT("chưa đạt, còn thời gian")},
    {STR_INIT("unclear"), STR_INIT("không rõ vì làm tròn")},
    {STR_INIT("no_figure"), STR_INIT("chưa có số liệu")},
    {STR_INIT("not_judged"), STR_INIT("chưa đánh giá")},
    {STR_INIT("not_set"), STR_INIT("không đặt mức")},
};
_Static_assert(sizeof VERDICTS / sizeof *VERDICTS == TARGET_VERDICTS, "words for each");

struct str target_comparator_word(enum target_comparator c)
{
    return COMPARATORS[c].word;
}

struct str target_comparator_name(enum target_comparator c)
{
    return COMPARATORS[c].name;
}

struct str target_verdict_word(enum target_verdict v)
{
    return VERDICTS[v].word;
}

struct str target_verdict_name(enum target_verdict v)
{
    return VERDICTS[v].name;
}

bool target_comparator_find(enum target_comparator *out, struct str word)
{
    for (size_t i = 0; i < target_words_count; i++)
        if (str_eq(target_words[i].word, word)) {
            *out = target_words[i].comparator;
            return true;
        }
    return false;
}

bool target_needs_base(enum target_comparator c)
{
    return c == TARGET_RISE_BY || c == TARGET_FALL_BY || c == TARGET_MEAN_RISE || c == TARGET_MEAN_FALL;
}

bool target_needs_level(enum target_comparator c)
{
    return c != TARGET_DONE && c != TARGET_DROPPED;
}

/* --- which level */

static bool same_number(bool has, bool other_has, struct decimal a, struct decimal b)
{
    return has == other_has && (!has || (decimal_eq(a, b) && a.scale == b.scale));
}

static bool same_level(const struct target_level *a, const struct target_level *b)
{
    return period_eq(a->period, b->period) && same_number(a->has_value, b->has_value, a->value, b->value) &&
           same_number(a->has_max, b->has_max, a->max, b->max);
}

bool target_eq(const struct target *a, const struct target *b)
{
    bool same = str_eq(a->code, b->code) && str_eq(a->programme, b->programme) && str_eq(a->name, b->name) &&
                str_eq(a->indicator, b->indicator) && a->kind == b->kind && str_eq(a->measure, b->measure) &&
                a->comparator == b->comparator && same_number(a->has_base, b->has_base, a->base, b->base) &&
                period_eq(a->base_period, b->base_period) &&
                same_number(a->has_weight, b->has_weight, a->weight, b->weight) && str_eq(a->clause, b->clause) &&
                date_cmp(a->since, b->since) == 0 && str_eq(a->source, b->source) && a->levels.len == b->levels.len;
    for (size_t i = 0; same && i < a->levels.len; i++) same = same_level(&a->levels.at[i], &b->levels.at[i]);
    return same;
}

const struct target_level *target_level_of_year(const struct target *t, struct period p)
{
    const struct target_level *year = NULL;
    for (size_t i = 0; i < t->levels.len; i++) {
        const struct target_level *l = &t->levels.at[i];
        if (l->period.kind == PERIOD_YEARS) continue;
        if (period_same_time(l->period, p)) return l;
        if (l->period.kind == PERIOD_YEAR && l->period.to.year == p.to.year) year = l;
    }
    return p.kind == PERIOD_YEARS ? NULL : year;
}

const struct target_level *target_level_of_term(const struct target *t, struct period term, struct period at)
{
    const struct target_level *last = NULL, *years = NULL;
    for (size_t i = 0; i < t->levels.len; i++) {
        const struct target_level *l = &t->levels.at[i];
        bool begun = date_cmp(l->period.from, at.to) <= 0;
        if (l->period.kind == PERIOD_YEARS && (!years || begun)) years = l;
        if (l->period.kind == PERIOD_YEAR && (!last || l->period.to.year > last->period.to.year)) last = l;
    }
    if (years) return years;
    if (term.kind == PERIOD_NONE) return t->levels.len > 1 ? last : NULL;
    return last && term.kind == PERIOD_YEARS && last->period.to.year == term.to.year ? last : NULL;
}

/* --- the goal */

static bool goal_from(struct target_goal *out, struct interval low, bool strict)
{
    *out = (struct target_goal){.has_low = true, .low = low, .strict = strict};
    return true;
}

static bool goal_to(struct target_goal *out, struct interval high, bool strict)
{
    *out = (struct target_goal){.has_high = true, .high = high, .strict = strict};
    return true;
}

/* base x (1 + level/100)^years */
static struct interval grown(struct interval base, struct interval level, int years)
{
    struct interval factor = interval_add(interval_point(DECIMAL_INT(1)), interval_shift(level, -2));
    for (int i = 0; i < years; i++) base = interval_mul(base, factor);
    return base;
}

static struct interval moved(struct interval base, struct interval level, bool relative, int years)
{
    return relative ? grown(base, level, years)
                    : interval_add(base, interval_mul(level, interval_point(DECIMAL_INT(years))));
}

static struct interval fallen(struct interval base, struct interval level, bool relative, int years)
{
    struct interval none = interval_point(DECIMAL_INT(0));
    if (relative) return grown(base, interval_sub(none, level), years);
    return interval_sub(base, interval_mul(level, interval_point(DECIMAL_INT(years))));
}

bool target_goal(struct target_goal *out, const struct target *t, const struct target_level *level, bool relative,
                 int years, bool exact_base)
{
    if (!level || !level->has_value || (target_needs_base(t->comparator) && !t->has_base)) return false;
    if (t->comparator == TARGET_WITHIN && !level->has_max) return false;
    if ((t->comparator == TARGET_MEAN_RISE || t->comparator == TARGET_MEAN_FALL) && years < 1) return false;
    struct interval at = interval_point(level->value), base = interval_point(t->base);
    if (!exact_base) base = interval_printed(t->base, false, PRINTED_ROUNDED);
    switch (t->comparator) {
    case TARGET_AT_LEAST:
    case TARGET_OVER: return goal_from(out, at, t->comparator == TARGET_OVER);
    case TARGET_AT_MOST:
    case TARGET_UNDER:
    case TARGET_FALL_TO:
    case TARGET_RANK: return goal_to(out, at, t->comparator == TARGET_UNDER);
    case TARGET_EQUAL:
        *out = (struct target_goal){.has_low = true, .has_high = true, .low = at, .high = at};
        return true;
    case TARGET_WITHIN:
        *out = (struct target_goal){.has_low = true, .has_high = true, .low = at, .high = interval_point(level->max)};
        return true;
    case TARGET_RISE_BY: return goal_from(out, moved(base, at, relative, 1), false);
    case TARGET_FALL_BY: return goal_to(out, fallen(base, at, relative, 1), false);
    case TARGET_MEAN_RISE: return goal_from(out, moved(base, at, relative, years), false);
    case TARGET_MEAN_FALL: return goal_to(out, fallen(base, at, relative, years), false);
    case TARGET_DONE:
    case TARGET_DROPPED:
    case TARGET_COMPARATORS: break;
    }
    return false;
}

/* --- the verdict */

/* Whether every number of a is at least every one of b. */
static bool surely_from(const struct interval *a, const struct interval *b, bool strict)
{
    if (a->lo_free || b->hi_free) return false;
    int order = decimal_cmp(a->lo, b->hi);
    return order > 0 || (order == 0 && (!strict || a->lo_open || b->hi_open));
}

/* Every number of a from b on (low) or up to it. */
static enum target_reach reach_low(const struct interval *a, const struct interval *low, bool strict)
{
    if (surely_from(a, low, strict)) return TARGET_YES;
    return surely_from(low, a, !strict) ? TARGET_NO : TARGET_CANNOT_TELL;
}

enum target_reach target_reach(const struct target_goal *goal, struct interval actual)
{
    enum target_reach low = TARGET_YES, high = TARGET_YES;
    if (goal->has_low) low = reach_low(&actual, &goal->low, goal->strict);
    if (goal->has_high) high = reach_low(&goal->high, &actual, goal->strict);
    return low < high ? low : high;
}

static bool is_point(struct interval i, struct decimal *at)
{
    *at = i.lo;
    return interval_finite(i) && decimal_eq(i.lo, i.hi);
}

/* Whether the digits are those of an end of the goal. */
static bool touches(const struct target_goal *goal, struct interval said)
{
    struct decimal actual, end;
    if (!is_point(said, &actual)) return false;
    if (goal->has_low && is_point(goal->low, &end) && decimal_eq(end, actual)) return true;
    return goal->has_high && is_point(goal->high, &end) && decimal_eq(end, actual);
}

enum target_reach target_judge(const struct target_goal *said, const struct target_goal *rounded,
                               const struct target_level *level, const struct target_actual *actual)
{
    enum target_reach sure = target_reach(rounded, actual->rounded);
    if (sure != TARGET_CANNOT_TELL) return sure;
    bool fine = actual->digits >= decimal_trim(level->value).scale && touches(said, actual->said);
    return fine ? target_reach(said, actual->said) : TARGET_CANNOT_TELL;
}

bool target_lacking(struct interval *out, const struct target_goal *said, struct interval actual)
{
    if (said->has_low && reach_low(&actual, &said->low, said->strict) == TARGET_NO)
        *out = interval_sub(said->low, actual);
    else if (said->has_high && reach_low(&said->high, &actual, said->strict) == TARGET_NO)
        *out = interval_sub(actual, said->high);
    else
        return false;
    return interval_finite(*out);
}

enum target_verdict target_verdict_of(enum target_reach reach, enum target_comparator c, bool over, bool flow)
{
    bool limit = c == TARGET_AT_MOST || c == TARGET_UNDER || c == TARGET_FALL_TO || c == TARGET_FALL_BY;
    bool both = c == TARGET_EQUAL || c == TARGET_WITHIN;
    bool mean = c == TARGET_MEAN_RISE || c == TARGET_MEAN_FALL;
    if (reach == TARGET_CANNOT_TELL) return over ? TARGET_UNCLEAR : TARGET_UNDER_WAY;
    if (over) return reach == TARGET_YES ? TARGET_REACHED : TARGET_MISSED;
    if (reach == TARGET_NO) return flow && limit ? TARGET_MISSED : TARGET_UNDER_WAY;
    return mean || (flow && (limit || both)) ? TARGET_UNDER_WAY : TARGET_REACHED;
}
