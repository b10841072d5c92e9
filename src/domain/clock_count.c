/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_count: see clock_count.h.
 */
#include "clock_count.h"

static const struct moment NEVER = {.minute = MINUTE_UNKNOWN};

static struct moment whole_day(struct date d)
{
    return workdays_has(d) ? (struct moment){d, MINUTE_UNKNOWN} : NEVER;
}

struct moment clock_received(const struct clock_count *c, struct moment m)
{
    const struct receipt_rule *r = &c->rule->receipt;
    int16_t last = office_closes(c->office);
    switch (r->basis) {
    case RECEIPT_ANY: return m;
    case RECEIPT_OFFICE: break;
    case RECEIPT_AT: last = r->minute; break;
    case RECEIPT_LAST: last = (int16_t)(last - r->minute); break;
    }
    bool works = workdays_is(c->workdays, m.day);
    if (works && (m.minute == MINUTE_UNKNOWN || m.minute <= last)) return m;
    struct date next = workdays_add(c->workdays, m.day, 1);
    return date_known(next) ? (struct moment){next, office_opens(c->office)} : NEVER;
}

static struct moment add_minutes(struct moment m, int64_t minutes)
{
    int64_t all = m.minute + minutes;
    return (struct moment){date_add_days(m.day, (int32_t)(all / MINUTES_OF_DAY)), (int16_t)(all % MINUTES_OF_DAY)};
}

static struct moment with_minute(const struct clock_count *c, struct moment m)
{
    if (m.minute == MINUTE_UNKNOWN) m.minute = office_opens(c->office);
    return m;
}

static struct date add_months(struct date d, int32_t months)
{
    int32_t all = d.year * 12 + d.month - 1 + months;
    int year = all / 12, month = all % 12 + 1, most = date_days_in_month(year, month);
    return (struct date){(int16_t)year, (uint8_t)month, (uint8_t)(d.day < most ? d.day : most)};
}

static struct moment in_years(struct moment m)
{
    return workdays_has(m.day) ? m : NEVER;
}

struct moment clock_end(const struct clock_count *c, struct moment m, struct term t)
{
    int32_t n = t.count;
    if (!workdays_has(m.day)) return NEVER;
    switch (t.unit) {
    case TERM_WORKING_DAY: return n ? whole_day(workdays_add(c->workdays, m.day, n)) : whole_day(m.day);
    case TERM_WORKING_HOUR: return office_add(c->office, c->workdays, with_minute(c, m), n * 60);
    case TERM_HOUR: return in_years(add_minutes(with_minute(c, m), (int64_t)n * 60));
    case TERM_DAY: return whole_day(date_add_days(m.day, n));
    case TERM_WEEK: return whole_day(date_add_days(m.day, n * 7));
    case TERM_MONTH: return whole_day(add_months(m.day, n));
    case TERM_YEAR: return whole_day(add_months(m.day, n * 12));
    }
    return NEVER;
}

struct moment clock_end_before(const struct clock_count *c, struct moment m, struct term t)
{
    int32_t n = t.count;
    switch (t.unit) {
    case TERM_WORKING_DAY: return whole_day(n ? workdays_add(c->workdays, m.day, -n) : m.day);
    case TERM_DAY: return whole_day(date_add_days(m.day, -n));
    case TERM_WEEK: return whole_day(date_add_days(m.day, -n * 7));
    case TERM_MONTH: return whole_day(add_months(m.day, -n));
    case TERM_YEAR: return whole_day(add_months(m.day, -n * 12));
    case TERM_WORKING_HOUR:
    case TERM_HOUR: return NEVER; /* no rule is of that kind; the test of the catalogue watches */
    }
    return NEVER;
}

int32_t clock_left(const struct clock_count *c, struct moment at, struct moment end)
{
    int32_t left = 0, days = date_to_days(end.day) - date_to_days(at.day);
    switch (c->rule->term.unit) {
    case TERM_WORKING_DAY: left = days > 0 ? workdays_count(c->workdays, at.day, end.day) : 0; break;
    case TERM_WORKING_HOUR: return office_between(c->office, c->workdays, with_minute(c, at), with_minute(c, end));
    case TERM_HOUR: left = days * MINUTES_OF_DAY + with_minute(c, end).minute - with_minute(c, at).minute; break;
    case TERM_DAY:
    case TERM_WEEK:
    case TERM_MONTH:
    case TERM_YEAR: left = days; break;
    }
    return left > 0 ? left : 0;
}

struct moment clock_resume(const struct clock_count *c, struct moment at, int32_t left)
{
    if (!workdays_has(at.day)) return NEVER;
    switch (c->rule->term.unit) {
    case TERM_WORKING_DAY: return left ? whole_day(workdays_add(c->workdays, at.day, left)) : whole_day(at.day);
    case TERM_WORKING_HOUR: return office_add(c->office, c->workdays, with_minute(c, at), left);
    case TERM_HOUR: return in_years(add_minutes(with_minute(c, at), left));
    case TERM_DAY:
    case TERM_WEEK:
    case TERM_MONTH:
    case TERM_YEAR: return whole_day(date_add_days(at.day, left));
    }
    return NEVER;
}

/* A term in hours ends at its minute: Điều 148 khoản 5 speaks of a last day. A day of "trong ngày" that is no working
 * day moves too: nobody is there on it. */
struct moment clock_rolled(const struct clock_count *c, struct moment end)
{
    bool stays = c->rule->row.last_day == LAST_DAY_STAY || term_is_hours(c->rule->term);
    if (!date_known(end.day) || stays || workdays_is(c->workdays, end.day)) return end;
    return whole_day(workdays_add(c->workdays, end.day, 0));
}
