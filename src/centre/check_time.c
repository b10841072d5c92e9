/* SPDX-License-Identifier: Apache-2.0
 *
 * check_time: rules about periods: an estimate for a time long past, a cumulative figure that goes down, "5 tháng" said
 * of a figure "đến ngày 15-5", an estimate that hardly adds to what was already there.
 *
 * Only what is counted from 1 January on is cumulative: "..2022-05-15", "2022-01..2022-05", "2022-H1", "2022"; and only
 * flows (revenue, disbursement, dossiers received) must go up. That a subject is a flow is known from the catalogue,
 * else by its words; of the others nothing is said.
 */
#include "check_private.h"
#include "indicator.h"
#include "utf8.h"

enum { LATE_DAYS = 31, DAYS_OF_MONTH = 30, PARAGRAPH_MOST = 700 };

/* --- estimates for a time long past */

void check_late_estimate(struct checker *c)
{
    uint32_t said_document = CHECK_RECORD;
    struct period said = {.kind = PERIOD_NONE};
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        if (i->f->document == CHECK_RECORD || i->f->aspect != ASPECT_ESTIMATE || !is_figure(i, KIND_LEVEL) ||
            i->f->heading)
            continue;
        struct date written = i->f->in->date;
        if (!date_known(written) || i->f->period.kind == PERIOD_NONE || i->table) continue;
        if (date_to_days(written) - date_to_days(i->f->period.to) <= LATE_DAYS) continue;
        if (said_document == i->f->document && period_eq(said, i->f->period)) continue;
        said_document = i->f->document;
        said = i->f->period;
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_LATE_ESTIMATE, show_item(c, i),
                                  show_period(c, i->f->period), show_date(c, written));
        finding_numbers(f, (struct str){"", 0}, plain_item(c, i));
        finding_point(f, i);
    }
}

/* --- cumulative figures */

static bool is_flow(const struct item *i)
{
    static const char *const words[] = {"thu",           "chi",      "giải ngân", "kim ngạch",  "sản lượng",
                                        "doanh thu",     "doanh số", "xuất khẩu", "nhập khẩu",  "thu hút",
                                        "thành lập mới", "cấp mới",  "tiếp nhận", "giải quyết", "vận động",
                                        "xử phạt",       "số vụ",    NULL};
    static const char *const rates[] = {"bình quân", "tỷ lệ", "thu nhập", "chi phí", "dư nợ", "lũy kế đến nay", NULL};
    const struct indicator *known = i->f->indicator.len ? indicator_find(i->f->indicator) : NULL;
    bool flow = false;
    if (known) return known->time == TIME_FLOW;
    for (const char *const *w = words; *w; w++) flow = flow || speaks_of(i, *w);
    for (const char *const *w = rates; *w; w++) flow = flow && !speaks_of(i, *w);
    return flow;
}

static bool is_cumulative(const struct item *i)
{
    struct period p = i->f->period;
    if (!is_figure(i, KIND_LEVEL) || i->f->aspect == ASPECT_PLAN || is_percent(i) || i->f->has_max || i->f->heading)
        return false;
    if (p.kind == PERIOD_NONE || p.from.year != p.to.year || p.from.month != 1 || p.from.day != 1) return false;
    return p.kind != PERIOD_DAY && p.kind != PERIOD_DAYS && p.kind != PERIOD_YEARS;
}

static void say_drift(struct checker *c, const struct item *early, const struct item *late)
{
    if (!near_values(early, late)) return;
    bool sure = early->said && late->said && early->f->aspect == ASPECT_ACTUAL && late->f->aspect == ASPECT_ACTUAL &&
                early->f->document == late->f->document && early->f->bound == BOUND_EXACT &&
                late->f->bound == BOUND_EXACT && subject_words(&c->numbers, early->subject_number).count >= 2 &&
                !early->table && !late->table;
    struct finding *f = found(c, sure ? SEVERITY_CONTRADICTION : SEVERITY_DOUBT, MESSAGE_DRIFT,
                              show_period(c, late->f->period), show_item(c, late), show_period(c, early->f->period),
                              show_item(c, early));
    finding_numbers(f, plain_item(c, early), plain_item(c, late));
    finding_point(f, early);
    finding_point(f, late);
}

static struct interval added_by(const struct item *early, const struct item *late, enum printing how)
{
    return interval_sub(item_interval(late, how), item_interval(early, how));
}

static struct interval a_month(struct interval amount, int32_t days)
{
    return interval_div(interval_mul(amount, interval_point(DECIMAL_INT(DAYS_OF_MONTH))),
                        interval_point(DECIMAL_INT(days)));
}

/* What the estimate adds per month is well under what came before. */
static void pace(struct checker *c, const struct item *early, const struct item *late)
{
    if (early->f->aspect != ASPECT_ACTUAL || late->f->aspect != ASPECT_ESTIMATE ||
        early->f->document != late->f->document)
        return;
    if (early->f->bound != BOUND_EXACT || late->f->bound != BOUND_EXACT) return;
    int32_t first = date_to_days(early->f->period.to) - date_to_days(early->f->period.from) + 1;
    int32_t rest = date_to_days(late->f->period.to) - date_to_days(early->f->period.to);
    struct interval added = added_by(early, late, PRINTED_ROUNDED), digits = added_by(early, late, PRINTED_EXACT);
    struct interval before = a_month(item_interval(early, PRINTED_ROUNDED), first), after = a_month(added, rest);
    if (first < 2 * DAYS_OF_MONTH || rest < DAYS_OF_MONTH / 2 || !interval_finite(after)) return;
    if (!interval_below(after, interval_mul(before, interval_point((struct decimal){6, 1})))) return;
    struct str unit = late->f->unit;
    struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_PACE, show_date(c, early->f->period.to),
                              show_date(c, late->f->period.to), show_about(c, digits, added, unit),
                              show_about(c, a_month(digits, rest), after, unit),
                              show_about(c, a_month(item_interval(early, PRINTED_EXACT), first), before, unit));
    finding_numbers(f, plain_interval(c, before, unit), plain_interval(c, after, unit));
    finding_point(f, early);
    finding_point(f, late);
}

static void cumulative(struct checker *c)
{
    const struct item *last = NULL;
    for (uint32_t n = 0; n < c->count; n++) {
        const struct item *i = &c->items[c->by_series[n]];
        if (!is_cumulative(i) || i->f->place_number == 0 || !is_flow(i)) continue;
        bool goes_on = last && same_series(last, i) && last->f->period.to.year == i->f->period.to.year;
        if (goes_on && date_cmp(last->f->period.to, i->f->period.to) < 0) {
            if (interval_below(item_interval(i, PRINTED_ROUND_NUMBER), item_interval(last, PRINTED_ROUND_NUMBER)))
                say_drift(c, last, i);
            else
                pace(c, last, i);
        }
        last = i;
    }
}

/* --- "5 tháng" and "đến ngày 15-5" */

/* The last "N tháng đầu năm" left of the figure in its paragraph; 0 when there is none. */
static unsigned months_said(struct checker *c, const struct item *i)
{
    struct arena_mark mark = arena_mark(c->arena);
    struct str text = i->f->in->text;
    size_t start = i->start > PARAGRAPH_MOST ? i->start - PARAGRAPH_MOST : 0;
    while (start < i->start && ((unsigned char)text.ptr[start] & 0xC0) == 0x80) start++;
    struct str left = str_part(text, start, i->start);
    for (ptrdiff_t at; (at = str_find(left, STR("\n\n"))) >= 0;) left = str_from(left, (size_t)at + 2);
    left = utf8_lower(c->arena, left);
    unsigned months = 0;
    for (ptrdiff_t at; (at = str_find(left, STR(" tháng đầu năm"))) >= 0; left = str_from(left, (size_t)at + 1)) {
        size_t digits = (size_t)at;
        while (digits > 0 && left.ptr[digits - 1] >= '0' && left.ptr[digits - 1] <= '9') digits--;
        uint64_t n;
        if (str_to_u64(&n, str_part(left, digits, (size_t)at), 12)) months = (unsigned)n;
    }
    arena_reset(c->arena, mark);
    return months;
}

static void words_of_period(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        struct period p = i->f->period;
        if (i->f->document == CHECK_RECORD || p.kind != PERIOD_TO_DATE || !is_figure(i, KIND_LEVEL) || i->table)
            continue;
        if (p.to.day == date_days_in_month(p.to.year, p.to.month) || !has_words(words_before(i), "đến ngày")) continue;
        unsigned months = months_said(c, i);
        if (months == 0 || months != p.to.month) continue;
        struct str said = show_period(c, period_months(p.to.year, 1, (int)months));
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_DRIFT_WORDS, said, show_item(c, i), show_period(c, p));
        finding_numbers(f, (struct str){"", 0}, plain_item(c, i));
        finding_point(f, i);
    }
}

void check_period_drift(struct checker *c)
{
    cumulative(c);
    words_of_period(c);
}
