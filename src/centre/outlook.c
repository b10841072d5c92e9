/* SPDX-License-Identifier: Apache-2.0
 *
 * outlook: see outlook.h. Here: the number of a time, found as it was reported, by its parts, or like for like; the
 * years that can be used and why the others cannot; the forecast and its tests. The plan is the matter of
 * outlook_plan.c.
 */
#include "outlook_private.h"

#include "buf.h"
#include "reckon.h"

static const struct str REASONS[] = {
    STR_INIT(""),
    STR_INIT("chỉ tiêu tỷ lệ, chỉ số: số của một phần năm không nói gì về cả năm"),
    STR_INIT("không có số thực hiện của kỳ này"),
    STR_INIT("số thực hiện của kỳ này không lớn hơn 0"),
    STR_INIT("chưa có năm trước nào có cả số cùng kỳ và số cả năm"),
    STR_INIT("số quá lớn"),
};
_Static_assert(sizeof REASONS / sizeof *REASONS == OUTLOOK_WHYS, "a reason for each");

struct str outlook_reason(enum outlook_why w)
{
    return REASONS[w];
}

/* --- one number */

static void add_figure(struct outlook_number *n, struct arena *a, const struct cube_figure *f)
{
    n->about |= f->figure.bound != BOUND_EXACT;
    n->estimate |= f->figure.key.aspect == ASPECT_ESTIMATE;
    *vec_push(a, &n->made) = f;
}

/* The figure of just that time, when it is one number. */
static const struct cube_figure *figure_of(const struct cube *c, struct str unit, const struct indicator *i,
                                           struct period p)
{
    struct question q = {unit, i, p};
    struct answer a = answer_value(c, &q);
    return a.made_count && a.value.known ? a.made[0] : NULL;
}

static struct outlook_number single(struct arena *a, const struct cube_figure *f)
{
    struct outlook_number n = {.known = true, .value = f->figure.value, .measure = f->figure.measure};
    add_figure(&n, a, f);
    return n;
}

/* The figures that went into a formula, down through the formulas in it. */
static void add_operands(struct outlook_number *n, const struct outlook_place *p, struct arena *a,
                         const struct reckoned *root)
{
    struct {
        VEC_FIELDS(const struct reckoned *);
    } open = {0};
    *vec_push(a, &open) = root;
    for (size_t k = 0; k < open.len && k < RECKON_MOST; k++)
        for (size_t i = 0; i < open.at[k]->operands.len; i++) {
            const struct reckoned_operand *o = &open.at[k]->operands.at[i];
            if (o->node && o->computed) *vec_push(a, &open) = o->computed;
            if (!o->node || o->computed) continue;
            struct cube_cell cell = cube_cell_find(p->cube, p->unit, o->indicator->code);
            for (uint32_t row = cell.first; row < cell.end; row++)
                if (cube_row(p->cube, row)->id == o->figure.id) add_figure(n, a, cube_row(p->cube, row));
        }
}

/* What a formula gives has decimals; where all of them are 0 it is a whole number of what tables show. */
static struct decimal whole_in(struct decimal d, const struct indicator *i)
{
    struct decimal t = d;
    int scale = -measure_power_over(i->unit, i->canonical_unit);
    while (t.scale > scale && t.coefficient % 10 == 0) t = (struct decimal){t.coefficient / 10, (int8_t)(t.scale - 1)};
    return t.scale == scale ? t : d;
}

/* What was reported for just that time, else what the formula gives of figures of that time. */
static struct outlook_number number_at(const struct outlook_place *p, struct arena *a, const struct indicator *i,
                                       struct period period)
{
    struct figure_source from = {.cube = p->cube, .unit = p->unit, .kind = p->kind};
    const struct cube_figure *f = figure_of(p->cube, p->unit, i, period);
    if (f) return single(a, f);
    const struct reckoned *r = p->book ? reckon(a, p->book, &from, i->code, period) : NULL;
    if (!r || !r->value.known || !r->fresh || r->carried) return (struct outlook_number){0};
    struct outlook_number n = {
        .known = true, .value = whole_in(r->value.value, i), .measure = r->value.measure, .rule = r->rule};
    add_operands(&n, p, a, r);
    n.about = r->value.bound != BOUND_EXACT;
    n.estimate = r->estimate;
    return n;
}

static bool add_number(struct outlook_number *n, struct arena *a, const struct outlook_number *more)
{
    if (!str_eq(more->measure, n->measure) || !decimal_add(&n->value, n->value, more->value)) return false;
    for (size_t i = 0; i < more->made.len; i++) *vec_push(a, &n->made) = more->made.at[i];
    n->about |= more->about;
    n->estimate |= more->estimate;
    if (more->rule) n->rule = more->rule;
    return true;
}

/* Numbers of shorter times that fill months 1..last, the longest first: step[m] is the last month of the one that
 * begins in m, or 0 when none leads to the end. */
static struct outlook_number sum_of_parts(const struct outlook_place *p, struct arena *a, const struct indicator *i,
                                          int year, int last)
{
    struct outlook_number from[14] = {0}, n;
    int step[14] = {0};
    for (int m = last; m >= 1; m--)
        for (int to = last; to >= m && !step[m]; to--) {
            if (to < last && !step[to + 1]) continue;
            from[m] = number_at(p, a, i, period_months(year, m, to));
            if (from[m].known) step[m] = to;
        }
    if (!step[1]) return (struct outlook_number){0};
    n = from[1];
    for (int m = step[1] + 1; m <= last; m = step[m] + 1)
        if (!add_number(&n, a, &from[m])) return (struct outlook_number){0};
    return n;
}

/* As of the last day of a period: in words of a shorter time that ends with it. */
static struct outlook_number as_of_end(const struct outlook_place *p, struct arena *a, const struct indicator *i,
                                       struct period period)
{
    int year = period.to.year, month = period.to.month;
    struct period ends[] = {period_month(year, month), period_quarter(year, (month + 2) / 3),
                            period_half(year, month > 6 ? 2 : 1), period_to_date(period.to)};
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        if (date_cmp(ends[k].to, period.to) != 0) continue;
        struct outlook_number n = number_at(p, a, i, ends[k]);
        if (n.known) return n;
    }
    return (struct outlook_number){0};
}

static bool ends_a_month(struct date d)
{
    return d.day == date_days_in_month(d.year, d.month);
}

static struct outlook_number number_of(const struct outlook_place *p, struct arena *a, const struct indicator *i,
                                       struct period period)
{
    struct outlook_number n = number_at(p, a, i, period);
    if (n.known) return n;
    if (i->time != TIME_FLOW) return as_of_end(p, a, i, period);
    if (ends_a_month(period.to)) return sum_of_parts(p, a, i, period.to.year, period.to.month);
    return (struct outlook_number){0};
}

/* The same of a past year, of the ground that the unit has now. */
static struct outlook_number like_number(const struct outlook_place *p, struct arena *a, const struct indicator *i,
                                         int back, struct period period, struct str *why)
{
    struct question q = {p->unit, i, period};
    struct like l = like_base(p->families[back - 1], p->cube, a, &q);
    if (l.rule == LIKE_SAME) return number_of(p, a, i, period);
    if (l.rule == LIKE_NOT) {
        *why = l.note;
        return (struct outlook_number){0};
    }
    struct outlook_number n = {.known = l.value.known, .value = l.value.value, .measure = l.value.measure};
    for (size_t k = 0; k < l.parts.len; k++) add_figure(&n, a, l.parts.at[k].figure);
    n.shared = l.rule == LIKE_ESTIMATED;
    n.note = l.note;
    return n;
}

/* --- the years */

static struct str says(struct arena *a, struct str before, struct period p)
{
    struct buf b = buf_make(1000);
    buf_put(&b, before);
    period_write_vi(&b, p);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str unusable(struct arena *a, const struct outlook_year *y, const struct outlook_number *done,
                           struct period window)
{
    const struct outlook_number *numbers[] = {&y->window, &y->whole};
    const struct period periods[] = {window, period_year(y->year)};
    for (size_t k = 0; k < 2; k++) {
        if (!numbers[k]->known) return says(a, STR("không có số của "), periods[k]);
        if (decimal_sign(numbers[k]->value) <= 0) return says(a, STR("không lớn hơn 0: "), periods[k]);
        if (done->known && !measures_compare(numbers[k]->measure, done->measure))
            return says(a, STR("khác đơn vị tính: "), periods[k]);
    }
    /* A share cancels out only where both have it of the same units. */
    if ((y->window.shared || y->whole.shared) && !str_eq(y->window.note, y->whole.note))
        return says(a, STR("số cùng kỳ và số cả năm lập từ những đơn vị khác nhau: "), periods[1]);
    return STR("");
}

static void add_year(struct outlook *o, const struct outlook_place *p, struct arena *a, int back)
{
    struct period window = period_years_back(p->period, back);
    const struct indicator *i = o->question.indicator;
    struct outlook_year y = {.year = p->period.to.year - back, .why = STR("")};
    struct str moved = STR("");
    y.window = like_number(p, a, i, back, window, &moved);
    y.whole = like_number(p, a, i, back, period_year(y.year), &moved);
    bool something = y.window.known || y.whole.known;
    if (!something && back > p->span) return;
    y.moved = moved.len && !(y.window.known && y.whole.known);
    y.why = y.moved ? moved : unusable(a, &y, &o->done, window);
    y.used = y.why.len == 0 && back <= p->span;
    *vec_push(a, &o->years) = y;
}

/* The list ends with the last year of which there is something to say. */
static void drop_empty(struct outlook *o)
{
    while (o->years.len) {
        const struct outlook_year *y = &o->years.at[o->years.len - 1];
        if (y->window.known || y->whole.known || y->moved) return;
        o->years.len--;
    }
}

static enum outlook_why go_by(struct outlook *o, struct arena *a, int span)
{
    struct forecast_year *usable = arena_array(a, struct forecast_year, o->years.len);
    size_t count = 0, used = 0;
    for (size_t k = 0; k < o->years.len; k++) {
        const struct outlook_year *y = &o->years.at[k];
        used += y->used;
        if (!y->why.len) usable[count++] = (struct forecast_year){y->year, y->window.value, y->whole.value};
    }
    if (!forecast_test(&o->tests, a, usable, count, span)) return OUTLOOK_TOO_LARGE;
    for (size_t k = 0, n = 0; k < o->years.len; k++)
        if (!o->years.at[k].why.len) o->years.at[k].test = &o->tests.at[n++];
    if (!o->done.known) return OUTLOOK_NO_VALUE;
    if (decimal_sign(o->done.value) <= 0) return OUTLOOK_NOT_POSITIVE;
    if (!used) return OUTLOOK_NO_PAST;
    return forecast_make(&o->forecast, o->done.value, usable, used) ? OUTLOOK_MADE : OUTLOOK_TOO_LARGE;
}

/* --- against last year */

static const struct outlook_year *last_year(const struct outlook *o)
{
    return o->years.len && o->years.at[0].year == o->question.period.to.year - 1 ? &o->years.at[0] : NULL;
}

static struct measured measured_of(const struct outlook_number *n)
{
    return (struct measured){.known = n->known,
                             .value = n->value,
                             .bound = n->about || n->shared ? BOUND_ABOUT : BOUND_EXACT,
                             .measure = n->measure};
}

static void add_growth(struct outlook *o)
{
    const struct outlook_year *last = last_year(o);
    struct outlook_number none = {0};
    const struct outlook_number *base = last ? &last->whole : &none;
    struct measured said = {.known = o->why == OUTLOOK_MADE, .value = o->forecast.value, .measure = o->done.measure};
    o->growth = comparison_growth(said, measured_of(base));
    if (o->growth.why != COMPARABLE || !o->forecast.has_interval || !str_eq(o->growth.measure, STR("%"))) return;
    struct interval ends = interval_between(o->forecast.low, o->forecast.high);
    struct comparison range = o->growth;
    range.exact = interval_sub(interval_shift(interval_div(ends, interval_point(base->value)), 2),
                               interval_point(DECIMAL_INT(100)));
    o->year_verdict = base->about || base->shared ? YEAR_NO_VERDICT : year_verdict_of(&range, o->question.indicator);
}

static void add_months(struct outlook *o)
{
    const struct outlook_year *last = last_year(o);
    struct date to = o->question.period.to;
    struct decimal rest;
    o->months = year_months_to(to.month, to.day, date_days_in_month(to.year, to.month));
    if (o->done.known && o->question.indicator->time == TIME_FLOW)
        o->has_average = per_month(&o->average, o->done.value, o->months.gone, o->months.parts, false);
    if (last && last->window.known && last->whole.known && decimal_sub(&rest, last->whole.value, last->window.value))
        o->has_last = per_month(&o->last, rest, o->months.left, o->months.parts, false);
}

/* --- the pace */

struct str pace_by_word(enum pace_by by)
{
    static const struct str WORDS[] = {STR_INIT(""), STR_INIT("season"), STR_INIT("calendar")};
    _Static_assert(sizeof WORDS / sizeof *WORDS == PACE_BYS, "a word for each");
    return WORDS[by];
}

static struct pace_share share_of(const struct outlook *o)
{
    if (o->question.indicator->time != TIME_FLOW) return (struct pace_share){0};
    if (o->why == OUTLOOK_MADE) return (struct pace_share){PACE_BY_SEASON, o->forecast.share, o->forecast.years};
    return (struct pace_share){.by = PACE_BY_CALENDAR, .expected = o->calendar};
}

/* What was done, the past years and the forecast by them. */
static void look_back(struct outlook *o, const struct outlook_place *place, struct arena *a)
{
    struct outlook_place p = *place;
    const struct indicator *i = o->question.indicator;
    if (p.book) o->rule = formula_rule_for(p.book, i->code, p.period, p.kind);
    if (!o->rule) p.book = NULL; /* not asked again for each time */
    if (!pace_expected(&o->calendar, p.period, period_year(p.period.to.year))) o->calendar = DECIMAL_INT(0);
    o->done = number_of(&p, a, i, p.period);
    o->reckoned = o->done.rule != NULL;
    if (i->time != TIME_RATE) {
        for (size_t k = 1; k <= p.family_count; k++) add_year(o, &p, a, (int)k);
        drop_empty(o);
        o->why = go_by(o, a, p.span);
    }
    for (size_t k = 0; k < o->years.len; k++)
        o->reckoned |= o->years.at[k].used && (o->years.at[k].window.rule || o->years.at[k].whole.rule);
    o->share = share_of(o);
}

static struct outlook empty_of(const struct outlook_place *p, const struct indicator *indicator)
{
    return (struct outlook){
        .question = {p->unit, indicator, p->period}, .why = OUTLOOK_RATE, .growth = {.why = NOT_WITHOUT_VALUE}};
}

struct pace_share outlook_pace(const struct outlook_place *p, struct arena *a, const struct indicator *indicator)
{
    struct outlook o = empty_of(p, indicator);
    look_back(&o, p, a);
    return o.share;
}

/* --- the whole */

bool outlook_takes(struct period p)
{
    bool begins = p.from.month == 1 && p.from.day == 1 && p.from.year == p.to.year;
    return p.kind != PERIOD_NONE && begins && !(p.to.month == 12 && p.to.day == 31);
}

struct outlook_place *outlook_place_again(const struct outlook_place *p, const struct snapshot *s, struct arena *a)
{
    struct outlook_place *again = arena_new(a, struct outlook_place);
    *again = *p;
    again->cube = s->cube;
    again->book = s->formulas ? &s->formulas->book : NULL;
    return again;
}

bool outlook_place_make(struct outlook_place **out, const struct snapshot *s, struct db *db, struct arena *a,
                        const struct kept_unit *unit, struct period period, int span, int most, struct err *err)
{
    struct outlook_place first = {.unit = unit->code, .kind = kept_unit_kind(unit), .period = period, .span = span};
    struct outlook_place *p = *out = outlook_place_again(&first, s, a);
    if (!outlook_takes(period)) {
        struct buf b = buf_make(100);
        period_write(&b, period);
        fail(err, ERR_FORECAST_PERIOD, buf_str(&b));
        buf_free(&b);
        return false;
    }
    for (int back = 1; back <= most && back <= FORECAST_YEARS_MOST; back++) {
        struct period before = period_year(period.to.year - back);
        if (before.to.year < cube_first_year(s->cube)) break;
        if (!like_family_make(&p->families[back - 1], db, a, unit->code, before, period, err)) return false;
        p->family_count++;
    }
    return true;
}

bool outlook_make(struct outlook *out, const struct outlook_place *p, struct arena *a,
                  const struct indicator *indicator)
{
    *out = empty_of(p, indicator);
    look_back(out, p, a);
    if (indicator->time != TIME_RATE) {
        add_months(out);
        add_growth(out);
    }
    outlook_add_plans(out, p, a);
    return out->done.known || out->plans.len;
}
