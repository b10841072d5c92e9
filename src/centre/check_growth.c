/* SPDX-License-Identifier: Apache-2.0
 *
 * check_growth: rules about growth: a value, its growth, its base, its absolute change.
 *
 *   value / (100 % + growth) = base     against the value of that period, wherever it is said, first of all beside it:
 *                                       "tăng 6,25% so với năm 2022 (1.164 doanh nghiệp)"
 *   change and growth of one value      v = |change| x (100 % + growth) / |growth|
 *   a count of whole things             its base is whole too: 3.409 with +6,25 % has none
 *   "đạt tỷ lệ 94,35%, tăng 4,45%"      of the amount, or of the rate in points? both are shown
 *
 * Traps. Growth of GRDP and of production values is reckoned at constant prices while the value is at current ones:
 * such subjects are passed over (constant_prices). Last year's figure is revised when it is final: a base from another
 * document or from the record makes a doubt, never a contradiction; so does one read from a table, where columns may be
 * mistaken.
 */
#include "check_private.h"

enum { BASES_MOST = 16, LEVELS_MOST = 64, COUNT_LEAST = 10, NEAR_MOST = 90 };

static bool can_grow(const struct item *i)
{
    return is_figure(i, KIND_GROWTH) && is_percent(i) && !i->f->has_max &&
           decimal_cmp(item_value(i), DECIMAL_INT(-100)) > 0 && i->f->against != AGAINST_PLAN;
}

static struct interval base_of(const struct item *v, const struct item *growth, enum printing how)
{
    return interval_div(item_interval(v, how), item_factor(growth, how));
}

/* In per cent. */
static struct interval growth_of(struct interval value, struct interval base)
{
    return interval_sub(interval_shift(interval_div(value, base), 2), interval_point(DECIMAL_INT(100)));
}

static struct period base_period(const struct item *growth, struct period of)
{
    switch (growth->f->against) {
    case AGAINST_SAME_PERIOD:
    case AGAINST_PREVIOUS_YEAR: return period_years_back(of, 1);
    case AGAINST_PREVIOUS_PERIOD: return period_before(of);
    case AGAINST_PERIOD: return growth->f->against_period;
    case AGAINST_NONE:
    case AGAINST_PLAN:
    case AGAINST_COUNT: break;
    }
    return (struct period){.kind = PERIOD_NONE};
}

/* --- the base beside the growth */

/* "so với năm 2022 (", "so với cùng kỳ (cùng kỳ đạt", "so với", "(cùng kỳ năm 2022:": what stands between a growth and
 * its base. */
static bool leads_to_base(struct str words)
{
    static const char *const against[] = {"so với", "so cùng kỳ", "cùng kỳ", NULL};
    static const char *const others[] = {"tăng",     "giảm", "thêm",   "kế hoạch",    "dự toán",   "chỉ tiêu",
                                         "trong đó", "gồm",  "tức",    "tương đương", "đạt tỷ lệ", "mục tiêu",
                                         "và",       "bằng", "đạt và", NULL};
    ptrdiff_t bracket = str_find_char(words, '(');
    struct str outside = bracket < 0 ? words : str_part(words, 0, (size_t)bracket);
    struct str inside = bracket < 0 ? (struct str){"", 0} : str_trim(str_from(words, (size_t)bracket + 1));
    if (has_any(words, others) || str_find_char(words, ',') >= 0 || str_find_char(words, ';') >= 0) return false;
    if (str_find_char(words, ')') >= 0 || str_find_char(inside, '(') >= 0) return false;
    if (bracket < 0) return ends_with_words(words, "so với") || ends_with_words(words, "so với mức");
    if (!has_any(outside, against) && !has_any(inside, against)) return false;
    return inside.len == 0 || has_any(inside, against) || str_starts(inside, STR("năm")) || str_eq(inside, STR("là")) ||
           str_eq(inside, STR("đạt"));
}

/* What ends the base: the bracket, or words of its time. */
static bool ends_base(const struct item *b, bool bracket)
{
    static const char *const times[] = {"năm", "cùng kỳ", "tháng", "quý", NULL};
    struct str after = str_trim(words_after(b));
    size_t end = 0;
    while (end < after.len && !strchr(",;.(", after.ptr[end])) end++;
    return bracket ? str_starts(after, STR(")")) : has_any(str_part(after, 0, end), times);
}

/* The next figure after a growth, when it is the base by its place in the sentence; NULL when it is not. */
static const struct item *base_beside(const struct checker *c, const struct item *growth)
{
    const struct item *b = growth + 1;
    if (b >= c->items + c->count || b->sentence != growth->sentence || growth->table || b->f->has_max || b->f->has_of ||
        item_value(b).coefficient <= 0)
        return NULL;
    if (is_figure(b, KIND_CHANGE) || (is_figure(b, KIND_GROWTH) && !is_percent(growth))) return NULL;
    struct between w;
    between(&w, growth, b);
    if (w.words.len == 0 || !leads_to_base(w.words) || !ends_base(b, str_find_char(w.words, '(') >= 0)) return NULL;
    return b;
}

/* --- against the value of the base period */

/* The value that grew: of the clause, or said elsewhere for the same time. */
static const struct item *grown_value(const struct checker *c, const struct item *growth)
{
    const struct item *v = chain_value(c, growth);
    if (v || growth->f->place_number == 0 || growth->f->period.kind == PERIOD_NONE) return v;
    struct about f = *growth->f;
    struct item like = *growth;
    uint32_t first, end;
    like.f = &f;
    f.unit_number = 0; /* before all units of this subject and place */
    series_of(c, &like, &first, &end);
    for (uint32_t n = first; n < c->count && n < first + LEVELS_MOST; n++) {
        const struct item *i = &c->items[c->by_series[n]];
        if (i->subject_number != growth->subject_number || i->f->place_number != growth->f->place_number) break;
        if (is_figure(i, KIND_LEVEL) && (is_money(i) || is_count(i)) && i->f->aspect == growth->f->aspect &&
            !i->f->heading && i->f->document == growth->f->document &&
            period_same_time(i->f->period, growth->f->period))
            return i;
    }
    return NULL;
}

static bool is_base(const struct item *b, const struct item *v, struct period p)
{
    return is_figure(b, KIND_LEVEL) && !b->f->has_max && period_same_time(b->f->period, p) &&
           (b->f->aspect != ASPECT_PLAN || v->f->aspect == ASPECT_PLAN);
}

/* First place in [first, end) of by_series whose period does not start before p. */
static uint32_t from_period(const struct checker *c, uint32_t first, uint32_t end, struct period p)
{
    while (first < end) {
        uint32_t mid = first + (end - first) / 2;
        if (date_cmp(c->items[c->by_series[mid]].f->period.from, p.from) < 0)
            first = mid + 1;
        else
            end = mid;
    }
    return first;
}

/* The values of the base period: how many, the first, and from which reading on one of them fits. */
static const struct item *bases_of(const struct checker *c, const struct item *v, const struct item *growth,
                                   enum printing *fits)
{
    struct period p = base_period(growth, v->f->period);
    const struct item *base = NULL;
    uint32_t first, end, tried = 0;
    *fits = PRINTINGS;
    if (p.kind == PERIOD_NONE || v->f->period.kind == PERIOD_NONE) return NULL;
    series_of(c, v, &first, &end);
    for (uint32_t n = from_period(c, first, end, p); n < end && tried < BASES_MOST; n++) {
        const struct item *b = &c->items[c->by_series[n]];
        if (date_cmp(b->f->period.from, p.from) != 0) break;
        if (!is_base(b, v, p)) continue;
        tried++;
        if (!base) base = b;
        for (enum printing how = PRINTED_ROUNDED; how < *fits; how++)
            if (interval_meets(base_of(v, growth, how), item_interval(b, how))) *fits = how;
    }
    return base;
}

static void say_growth_base(struct checker *c, const struct item *v, const struct item *growth, const struct item *b,
                            enum printing how, bool beside)
{
    enum severity severity;
    struct period of = beside ? base_period(growth, v->f->period) : b->f->period;
    struct interval is = growth_of(item_interval(v, PRINTED_ROUNDED), item_interval(b, PRINTED_ROUNDED));
    struct interval digits = growth_of(item_interval(v, PRINTED_EXACT), item_interval(b, PRINTED_EXACT));
    if (!severity_of(&severity, how) || !near_intervals(is, item_interval(growth, PRINTED_ROUNDED), true)) return;
    bool sure = v->sentence == growth->sentence && b->f->document == v->f->document && !b->table && !v->table;
    if (!sure || (!beside && !(b->f->aspect == v->f->aspect && b->said && v->said)))
        severity = at_most(severity, SEVERITY_DOUBT);
    struct finding *f = found(c, severity, MESSAGE_GROWTH_BASE, show_item(c, v), show_item(c, b), show_period(c, of),
                              show_growth(c, digits, is), show_item(c, growth));
    finding_remark(c, f, how);
    finding_numbers(f, plain_interval(c, is, STR("%")), plain_item(c, growth));
    finding_point(f, v);
    finding_point(f, growth);
    finding_point(f, b);
}

void check_growth_base(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        const struct item *v = can_grow(i) ? grown_value(c, i) : NULL;
        if (!v || v->f->place_number == 0 || item_value(v).coefficient <= 0 || constant_prices(v) || constant_prices(i))
            continue;
        enum printing how = PRINTED_ROUNDED;
        const struct item *b = base_beside(c, i);
        bool beside = b && !is_percent(b) && kin_units(b, v);
        if (beside)
            while (how < PRINTINGS && !interval_meets(base_of(v, i, how), item_interval(b, how))) how++;
        else
            b = bases_of(c, v, i, &how);
        if (b) say_growth_base(c, v, i, b, how, beside);
    }
}

/* --- growth and absolute change of one value */

/* The absolute change that stands with a growth: of its chain, or the figure next to it in its sentence. */
static const struct item *change_beside(const struct checker *c, const struct item *growth, const struct item *v)
{
    const struct item *around[] = {growth + 1, growth - 1};
    for (int n = 0; n < 2; n++) {
        const struct item *o = around[n];
        if (o < c->items || o >= c->items + c->count || o->sentence != growth->sentence) continue;
        if (is_figure(o, KIND_CHANGE) && o->f->unit_number == v->f->unit_number &&
            o->subject_number == growth->subject_number && o->f->against == growth->f->against && !o->f->has_max &&
            decimal_sign(item_value(o)) == decimal_sign(item_value(growth)))
            return o;
    }
    return NULL;
}

static struct interval size_of(struct interval i)
{
    return i.lo_free || i.lo.coefficient < 0 ? interval_sub(interval_point(DECIMAL_INT(0)), i) : i;
}

static struct interval value_needed(const struct item *growth, const struct item *change, enum printing how)
{
    struct interval moved = size_of(item_interval(change, how)), by = size_of(item_ratio(growth, how));
    return interval_div(interval_mul(moved, item_factor(growth, how)), by);
}

void check_growth_change(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        const struct item *v = can_grow(i) && item_value(i).coefficient ? chain_value(c, i) : NULL;
        const struct item *change = v && !constant_prices(v) ? change_beside(c, i, v) : NULL;
        if (!change) continue;
        enum printing how = PRINTED_ROUNDED;
        while (how < PRINTINGS && !interval_meets(value_needed(i, change, how), item_interval(v, how))) how++;
        enum severity severity;
        if (!severity_of(&severity, how)) continue;
        struct interval needed = value_needed(i, change, PRINTED_ROUNDED);
        if (!near_intervals(needed, item_interval(v, PRINTED_ROUNDED), false)) continue;
        struct str unit = v->f->unit;
        struct interval digits = value_needed(i, change, PRINTED_EXACT);
        struct finding *f = found(c, severity, MESSAGE_GROWTH_CHANGE, show_item(c, change), show_item(c, i),
                                  show_about(c, digits, needed, unit), show_interval(c, needed, unit), show_item(c, v));
        finding_remark(c, f, how);
        finding_numbers(f, plain_interval(c, needed, unit), plain_item(c, v));
        finding_point(f, v);
        finding_point(f, i);
        finding_point(f, change);
    }
}

/* --- the base that follows */

void check_implied_base(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        const struct item *v = can_grow(i) && i->f->aspect != ASPECT_PLAN ? grown_value(c, i) : NULL;
        enum printing how;
        if (!v || item_value(v).coefficient <= 0 || constant_prices(v) || bases_of(c, v, i, &how)) continue;
        struct interval base = base_of(v, i, PRINTED_ROUNDED);
        struct str unit = v->f->unit;
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_IMPLIED_BASE, show_item(c, v), show_factor(c, i),
                                  show_about(c, base_of(v, i, PRINTED_EXACT), base, unit),
                                  show_interval(c, base, unit));
        finding_numbers(f, plain_interval(c, base, unit), plain_item(c, v));
        finding_point(f, v);
        finding_point(f, i);
    }
}

/* --- counts of whole things */

/* v against a whole number, as growth or as a ratio in per cent. */
static struct str against_whole(struct checker *c, const struct item *v, int64_t whole, const struct item *percent)
{
    struct interval value = interval_point(item_value(v)), base = interval_point(DECIMAL_INT(whole));
    struct interval ratio = interval_shift(interval_div(value, base), 2), growth = growth_of(value, base);
    return is_figure(percent, KIND_GROWTH) ? show_growth(c, growth, growth) : show_about(c, ratio, ratio, STR("%"));
}

static struct interval whole_base(const struct item *v, const struct item *percent, enum printing how)
{
    struct interval by = is_figure(percent, KIND_GROWTH) ? item_factor(percent, how) : item_ratio(percent, how);
    return interval_div(interval_point(item_value(v)), by);
}

static void say_impossible(struct checker *c, const struct item *v, const struct item *percent, enum printing how)
{
    int64_t above;
    enum severity severity;
    struct interval base = whole_base(v, percent, PRINTED_ROUNDED), up = base;
    up.hi_free = true;
    if (!severity_of(&severity, how) || !interval_first_whole(&above, up) || above < 2) return;
    severity = at_most(severity, SEVERITY_DOUBT);
    struct str unit = v->f->unit;
    struct finding *f = found(c, severity, is_figure(percent, KIND_GROWTH) ? MESSAGE_COUNT_GROWTH : MESSAGE_COUNT_RATIO,
                              show_item(c, v), show_item(c, percent), show_decimal(c, DECIMAL_INT(above - 1), unit),
                              against_whole(c, v, above - 1, percent), show_decimal(c, DECIMAL_INT(above), unit),
                              against_whole(c, v, above, percent));
    finding_remark(c, f, how);
    finding_numbers(f, plain_interval(c, base, unit), plain_item(c, percent));
    finding_point(f, v);
    finding_point(f, percent);
}

/* A number between them that was not read: "55 dân tộc tăng 7.362.627, hay 6,92%". */
static bool unread_between(const struct item *v, const struct item *i)
{
    for (const struct item *o = v; o < i; o++)
        if (has_digit(gap(o, o + 1))) return true;
    return false;
}

/* Between the count and its percentage stands little, and no other count or change to which it could belong. */
static bool belongs(const struct item *v, const struct item *i)
{
    if (v > i || i->sentence != v->sentence || i->start - v->end > NEAR_MOST) return false;
    if (str_ends(str_trim(words_before(v)), STR("/"))) return false; /* "16,2 máy/100 dân" */
    for (const struct item *o = v + 1; o < i; o++)
        if (is_count(o) || is_figure(o, KIND_CHANGE) || is_figure(o, KIND_FRACTION)) return false;
    return str_has(quote_of(i), STR("%")) && !unread_between(v, i);
}

void check_count_impossible(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        bool ratio = is_figure(i, KIND_PLAN_RATIO) && !i->f->has_max && item_value(i).coefficient > 0;
        if ((!can_grow(i) && !ratio) || i->f->bound != BOUND_EXACT || i->table) continue;
        const struct item *v = chain_value(c, i);
        if (ratio && v && v->chain != i->chain && v + 1 != i) continue;
        if (!v || !belongs(v, i) || base_beside(c, i) || decimal_cmp(item_value(v), DECIMAL_INT(COUNT_LEAST)) < 0)
            continue;
        if (!v->exact || !is_count(v) || v->f->bound != BOUND_EXACT || item_value(v).coefficient <= 0) continue;
        int64_t whole;
        enum printing how = PRINTED_ROUNDED;
        while (how < PRINTED_LAST_PLACE && !interval_first_whole(&whole, whole_base(v, i, how))) how++;
        say_impossible(c, v, i, how);
    }
}

/* --- the difference of two rates */

/* "đạt tỷ lệ 94,35%, tăng 4,45%": the rate right before, with nothing between that gives the growth another subject. */
static const struct item *rate_before(const struct checker *c, const struct item *i)
{
    static const char *const others[] = {"so với", "kế hoạch", "dự toán",   "chỉ tiêu",
                                         "vượt",   "giá trị",  "doanh thu", NULL};
    static const char *const rates[] = {"tỷ lệ", "tỉ lệ", "tỷ suất", "tỉ suất", NULL};
    const struct item *r = i - 1;
    if (i == c->items || r->sentence != i->sentence || !is_percent(r) || r->f->has_max || i->table) return NULL;
    if (!is_figure(r, KIND_PLAN_RATIO) && !is_figure(r, KIND_LEVEL) && !is_figure(r, KIND_SHARE)) return NULL;
    if (i->start - r->end > 40 || words_before(i).len < i->start - r->end) return NULL;
    struct str between = str_from(words_before(i), words_before(i).len - (i->start - r->end));
    struct str near = last_words(r, 60);
    bool rate = has_any(near, rates) || speaks_of(r, "tỷ lệ") || speaks_of(r, "tỉ lệ");
    return rate && !has_any(between, others) && subject_related(c, r, i) != UNRELATED ? r : NULL;
}

/* "giảm 1,4 %", also where the reader understood points. */
static struct str as_printed(struct checker *c, const struct item *i)
{
    struct about f = *i->f;
    struct item like = *i;
    f.unit = STR("%");
    like.f = &f;
    return show_item(c, &like);
}

static struct str points(struct checker *c, const struct item *i)
{
    struct decimal d = item_value(i);
    return show_decimal(c, d.coefficient < 0 ? decimal_neg(d) : d, STR("điểm %"));
}

/* "tăng 4,45%": the verb stands right before the number, which is a percentage as printed. */
static bool moves_here(const struct item *i)
{
    static const char *const verbs[] = {"tăng", "giảm", "tăng thêm", "giảm thêm", "tăng hơn", "giảm hơn", NULL};
    bool moves = false;
    for (const char *const *v = verbs; *v; v++) moves = moves || ends_with_words(words_before(i), *v);
    return moves && !i->table && (str_has(quote_of(i), STR("%")) || str_eq(i->f->unit, STR("điểm %")));
}

static struct interval rate_moved(const struct item *rate, const struct item *old, enum printing how)
{
    return interval_sub(item_interval(rate, how), item_interval(old, how));
}

/* Rate, how it moved, and the rate before in brackets: "đạt 94,35%, tăng 4,45% so với năm 2022 (89,90%)". */
static void say_rate_base(struct checker *c, const struct item *i, const struct item *rate, const struct item *old)
{
    struct interval moved = rate_moved(rate, old, PRINTED_ROUNDED), by = item_interval(i, PRINTED_ROUNDED);
    struct interval rate_is = item_interval(rate, PRINTED_ROUNDED), old_is = item_interval(old, PRINTED_ROUNDED);
    struct interval growth = growth_of(rate_is, old_is);
    struct interval digits = growth_of(item_interval(rate, PRINTED_EXACT), item_interval(old, PRINTED_EXACT));
    bool in_points = str_has(quote_of(i), STR("điểm")), difference = interval_meets(moved, by);
    struct decimal points_moved = rate_moved(rate, old, PRINTED_EXACT).lo;
    struct str shown = show_decimal(c, points_moved.coefficient < 0 ? decimal_neg(points_moved) : points_moved,
                                    STR("điểm %"));
    struct finding *f;
    if ((in_points && difference) || (!in_points && !difference && interval_meets(growth, by))) return;
    if (difference)
        f = found(c, SEVERITY_DOUBT, MESSAGE_RATE_DIFFERENCE, as_printed(c, i), shown, show_item(c, rate),
                  show_decimal(c, item_value(old), STR("%")), show_growth(c, digits, growth));
    else if (near_intervals(moved, by, true) && !interval_meets(rate_moved(rate, old, PRINTED_LAST_PLACE), by))
        f = found(c, SEVERITY_CONTRADICTION, MESSAGE_RATE_BASE, show_item(c, rate),
                  show_decimal(c, item_value(old), STR("%")), shown, show_growth(c, digits, growth), show_item(c, i));
    else
        return;
    finding_numbers(f, plain_interval(c, interval_point(points_moved), STR("%")), plain_item(c, i));
    finding_point(f, rate);
    finding_point(f, i);
    finding_point(f, old);
}

static void say_rate_growth(struct checker *c, const struct item *i, const struct item *rate)
{
    const struct item *v = rate ? chain_value(c, rate) : NULL;
    struct decimal old;
    struct finding *f;
    if (v && can_grow(i) && item_value(v).coefficient > 0 && decimal_sub(&old, item_value(rate), item_value(i))) {
        struct interval digits = base_of(v, i, PRINTED_EXACT), base = base_of(v, i, PRINTED_ROUNDED);
        f = found(c, SEVERITY_DOUBT, MESSAGE_RATE_GROWTH, show_item(c, i), show_item(c, rate), show_item(c, v),
                  show_factor(c, i), show_about(c, digits, base, v->f->unit), points(c, i),
                  show_decimal(c, old, STR("%")));
        finding_numbers(f, plain_interval(c, base, v->f->unit), plain_item(c, i));
        finding_point(f, v);
    } else {
        f = found(c, is_percent(i) ? SEVERITY_DOUBT : SEVERITY_NOTE, MESSAGE_RATE_GROWTH_PLAIN, as_printed(c, i),
                  points(c, i));
        finding_numbers(f, (struct str){"", 0}, plain_item(c, i));
    }
    if (rate) finding_point(f, rate);
    finding_point(f, i);
}

void check_rate_difference(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        bool moves = is_figure(i, KIND_GROWTH) || is_figure(i, KIND_CHANGE);
        if (!moves || i->f->document == CHECK_RECORD || i->f->aspect == ASPECT_PLAN || i->f->against == AGAINST_PLAN ||
            i->f->has_max || !moves_here(i))
            continue;
        const struct item *rate = rate_before(c, i), *old = rate ? base_beside(c, i) : NULL;
        if (old && is_percent(old)) {
            say_rate_base(c, i, rate, old);
            continue;
        }
        if (str_has(quote_of(i), STR("điểm")) || !str_has(quote_of(i), STR("%"))) continue;
        bool of_rate = (is_figure(i, KIND_GROWTH) || !is_percent(i)) &&
                       (speaks_of(i, "tỷ lệ") || speaks_of(i, "tỉ lệ")) && i->said;
        if (rate || of_rate) say_rate_growth(c, i, rate);
    }
}
