/* SPDX-License-Identifier: Apache-2.0
 *
 * period: see period.h. A period is its kind and two days; everything else is arithmetic on months.
 *
 *   literal  = "" | day | day ".." day | month | month ".." month | year | year "-" year | year "-" part | ".." day
 *   day      = YYYY-MM-DD     month = YYYY-MM     year = YYYY     part = Q1..Q4 | H1 | H2 | 9M
 *
 * Invariants:
 *   1. NONE has no days; every other period has two real days, from <= to.
 *   2. One time of whole months has one kind: 4..6 is a quarter and never a run, 1..12 is the year. So two periods
 * of whole
 *      months are equal exactly when their days are, and what period_read accepts, period_write writes in the one
 * form.
 *   3. Days are not promoted: "2021-10-01..2021-10-31" stays days and "..2023-06-30" stays to-date, because they are
 * written
 *      differently in reports; period_same_time is the question to ask of those.
 *
 * What it does not do: read Vietnamese ("6 tháng đầu năm"; the reader does), or know the windows of the statutory
 * reports (15/12 to 14/6: NĐ 09/2019/NĐ-CP Điều 12; they belong to the report definition).
 */
#include "period.h"

#include "buf.h"

static struct period none(void)
{
    return (struct period){0};
}

static struct date first_of(int year, int month)
{
    return (struct date){(int16_t)year, (uint8_t)month, 1};
}

static struct date last_of(int year, int month)
{
    return (struct date){(int16_t)year, (uint8_t)month, (uint8_t)date_days_in_month(year, month)};
}

struct period period_day(struct date d)
{
    if (!date_valid(d.year, d.month, d.day)) return none();
    return (struct period){PERIOD_DAY, d, d};
}

struct period period_days(struct date from, struct date to)
{
    if (!date_valid(from.year, from.month, from.day) || !date_valid(to.year, to.month, to.day)) return none();
    if (date_cmp(from, to) > 0) return none();
    if (date_cmp(from, to) == 0) return period_day(from);
    return (struct period){PERIOD_DAYS, from, to};
}

/* The one kind of a run of whole months inside a year. */
static enum period_kind kind_of_months(int first, int last)
{
    int count = last - first + 1;
    if (count == 12) return PERIOD_YEAR;
    if (count == 9 && first == 1) return PERIOD_NINE_MONTHS;
    if (count == 6 && (first == 1 || first == 7)) return PERIOD_HALF;
    if (count == 3 && first % 3 == 1) return PERIOD_QUARTER;
    return count == 1 ? PERIOD_MONTH : PERIOD_MONTHS;
}

struct period period_months(int year, int first, int last)
{
    if (!date_valid(year, first, 1) || !date_valid(year, last, 1) || first > last) return none();
    return (struct period){kind_of_months(first, last), first_of(year, first), last_of(year, last)};
}

struct period period_months_between(int first_year, int first, int last_year, int last)
{
    if (first_year == last_year) return period_months(first_year, first, last);
    if (!date_valid(first_year, first, 1) || !date_valid(last_year, last, 1) || first_year > last_year) return none();
    if (first == 1 && last == 12) return period_years(first_year, last_year);
    return (struct period){PERIOD_MONTHS, first_of(first_year, first), last_of(last_year, last)};
}

struct period period_month(int year, int month)
{
    return period_months(year, month, month);
}

struct period period_quarter(int year, int quarter)
{
    if (quarter < 1 || quarter > 4) return none();
    return period_months(year, quarter * 3 - 2, quarter * 3);
}

struct period period_half(int year, int half)
{
    if (half < 1 || half > 2) return none();
    return period_months(year, half * 6 - 5, half * 6);
}

struct period period_year(int year)
{
    return period_months(year, 1, 12);
}

struct period period_years(int first, int last)
{
    if (first == last) return period_year(first);
    if (!date_valid(first, 1, 1) || !date_valid(last, 1, 1) || first > last) return none();
    return (struct period){PERIOD_YEARS, first_of(first, 1), last_of(last, 12)};
}

struct period period_to_date(struct date to)
{
    if (!date_valid(to.year, to.month, to.day)) return none();
    return (struct period){PERIOD_TO_DATE, first_of(to.year, 1), to};
}

static bool read_year(int *out, struct str s)
{
    uint64_t n;
    if (s.len != 4 || !str_to_u64(&n, s, 9999) || n == 0) return false;
    *out = (int)n;
    return true;
}

static bool read_month(int *year, int *month, struct str s)
{
    uint64_t n;
    if (s.len != 7 || s.ptr[4] != '-' || !read_year(year, str_part(s, 0, 4))) return false;
    if (!str_to_u64(&n, str_part(s, 5, 7), 12) || n == 0) return false;
    *month = (int)n;
    return true;
}

/* One side of no "..": a year, a month, a day, or a year with a part or a second year. */
static struct period read_single(struct str s)
{
    int year, other;
    struct date d;
    if (date_read(&d, s)) return period_day(d);
    if (read_month(&year, &other, s)) return period_month(year, other);
    if (s.len < 4 || !read_year(&year, str_part(s, 0, 4))) return none();
    if (s.len == 4) return period_year(year);
    if (s.ptr[4] != '-') return none();
    struct str part = str_from(s, 5);
    if (read_year(&other, part)) return period_years(year, other);
    if (str_eq(part, STR("9M"))) return period_months(year, 1, 9);
    if (part.len == 2 && part.ptr[0] == 'Q') return period_quarter(year, part.ptr[1] - '0');
    if (part.len == 2 && part.ptr[0] == 'H') return period_half(year, part.ptr[1] - '0');
    return none();
}

bool period_read(struct period *out, struct str literal)
{
    *out = none();
    if (literal.len == 0) return true;
    struct str_cut c = str_cut(literal, STR(".."));
    struct date from, to;
    int first_year, first, last_year, last;
    if (!c.found)
        *out = read_single(literal);
    else if (date_read(&to, c.tail))
        *out = c.head.len == 0 ? period_to_date(to) : date_read(&from, c.head) ? period_days(from, to) : none();
    else if (read_month(&first_year, &first, c.head) && read_month(&last_year, &last, c.tail))
        *out = period_months_between(first_year, first, last_year, last);
    return out->kind != PERIOD_NONE;
}

static void write_year(struct buf *b, struct date d)
{
    buf_padded(b, (unsigned)d.year, 4);
}

static void write_month(struct buf *b, struct date d)
{
    write_year(b, d);
    buf_char(b, '-');
    buf_padded(b, d.month, 2);
}

/* "2023-Q1", "2023-H2" */
static void write_part(struct buf *b, struct period p, char part, int months)
{
    write_year(b, p.from);
    buf_char(b, '-');
    buf_char(b, part);
    buf_char(b, (char)('0' + p.to.month / months));
}

void period_write(struct buf *b, struct period p)
{
    switch (p.kind) {
    case PERIOD_NONE: return;
    case PERIOD_DAY: date_write(b, p.from); return;
    case PERIOD_DAYS:
        date_write(b, p.from);
        buf_put(b, STR(".."));
        date_write(b, p.to);
        return;
    case PERIOD_MONTH: write_month(b, p.from); return;
    case PERIOD_QUARTER: write_part(b, p, 'Q', 3); return;
    case PERIOD_HALF: write_part(b, p, 'H', 6); return;
    case PERIOD_NINE_MONTHS:
        write_year(b, p.from);
        buf_put(b, STR("-9M"));
        return;
    case PERIOD_MONTHS:
        write_month(b, p.from);
        buf_put(b, STR(".."));
        write_month(b, p.to);
        return;
    case PERIOD_YEAR: write_year(b, p.from); return;
    case PERIOD_YEARS:
        write_year(b, p.from);
        buf_char(b, '-');
        write_year(b, p.to);
        return;
    case PERIOD_TO_DATE:
        buf_put(b, STR(".."));
        date_write(b, p.to);
        return;
    case PERIOD_KINDS: return;
    }
}

static void write_day_vi(struct buf *b, struct date d)
{
    buf_format(b, "ngày %d/%d/%d", d.day, d.month, d.year);
}

static void write_months_vi(struct buf *b, struct period p)
{
    if (p.from.year != p.to.year)
        buf_format(b, "từ tháng %d/%d đến tháng %d/%d", p.from.month, p.from.year, p.to.month, p.to.year);
    else if (p.from.month == 1)
        buf_format(b, "%d tháng đầu năm %d", p.to.month, p.to.year);
    else
        buf_format(b, "từ tháng %d đến tháng %d/%d", p.from.month, p.to.month, p.to.year);
}

void period_write_vi(struct buf *b, struct period p)
{
    static const char *const roman[] = {"I", "II", "III", "IV"};
    switch (p.kind) {
    case PERIOD_NONE: return;
    case PERIOD_DAY: write_day_vi(b, p.from); return;
    case PERIOD_DAYS:
        buf_put(b, STR("từ "));
        write_day_vi(b, p.from);
        buf_put(b, STR(" đến "));
        write_day_vi(b, p.to);
        return;
    case PERIOD_MONTH: buf_format(b, "tháng %d/%d", p.from.month, p.from.year); return;
    case PERIOD_QUARTER: buf_format(b, "quý %s/%d", roman[p.to.month / 3 - 1], p.from.year); return;
    case PERIOD_HALF: buf_format(b, "6 tháng %s năm %d", p.from.month == 1 ? "đầu" : "cuối", p.from.year); return;
    case PERIOD_NINE_MONTHS: buf_format(b, "9 tháng đầu năm %d", p.from.year); return;
    case PERIOD_MONTHS: write_months_vi(b, p); return;
    case PERIOD_YEAR: buf_format(b, "năm %d", p.from.year); return;
    case PERIOD_YEARS: buf_format(b, "giai đoạn %d-%d", p.from.year, p.to.year); return;
    case PERIOD_TO_DATE:
        buf_put(b, STR("đến "));
        write_day_vi(b, p.to);
        return;
    case PERIOD_KINDS: return;
    }
}

bool period_eq(struct period a, struct period b)
{
    return a.kind == b.kind && date_cmp(a.from, b.from) == 0 && date_cmp(a.to, b.to) == 0;
}

int period_cmp(struct period a, struct period b)
{
    int c = date_cmp(a.from, b.from);
    if (c == 0) c = date_cmp(a.to, b.to);
    return c != 0 ? c : (a.kind > b.kind) - (a.kind < b.kind);
}

/* The same day of another year; 29 February of a year without one is the 28th. */
static bool move_year(struct date *d, int n)
{
    if (n < -9999 || n > 9999) return false;
    int year = d->year - n;
    if (year < 1 || year > 9999) return false;
    int most = date_days_in_month(year, d->month);
    *d = (struct date){(int16_t)year, d->month, d->day > most ? (uint8_t)most : d->day};
    return true;
}

static bool of_whole_months(enum period_kind k)
{
    switch (k) {
    case PERIOD_NONE:
    case PERIOD_DAY:
    case PERIOD_DAYS:
    case PERIOD_TO_DATE:
    case PERIOD_KINDS: return false;
    case PERIOD_MONTH:
    case PERIOD_QUARTER:
    case PERIOD_HALF:
    case PERIOD_NINE_MONTHS:
    case PERIOD_MONTHS:
    case PERIOD_YEAR:
    case PERIOD_YEARS: return true;
    }
    return false;
}

struct period period_years_back(struct period p, int n)
{
    if (p.kind == PERIOD_NONE || !move_year(&p.from, n) || !move_year(&p.to, n)) return none();
    if (of_whole_months(p.kind)) p.to = last_of(p.to.year, p.to.month);
    return p;
}

struct period period_before(struct period p)
{
    int year = p.from.year, month = p.from.month;
    switch (p.kind) {
    case PERIOD_MONTH: return month > 1 ? period_month(year, month - 1) : period_month(year - 1, 12);
    case PERIOD_QUARTER: return month > 1 ? period_quarter(year, month / 3) : period_quarter(year - 1, 4);
    case PERIOD_HALF: return month > 1 ? period_half(year, 1) : period_half(year - 1, 2);
    case PERIOD_YEAR: return period_year(year - 1);
    case PERIOD_NONE:
    case PERIOD_DAY:
    case PERIOD_DAYS:
    case PERIOD_NINE_MONTHS:
    case PERIOD_MONTHS:
    case PERIOD_YEARS:
    case PERIOD_TO_DATE:
    case PERIOD_KINDS: return none();
    }
    return none();
}

bool period_same_time(struct period a, struct period b)
{
    return a.kind != PERIOD_NONE && b.kind != PERIOD_NONE && date_cmp(a.from, b.from) == 0 && date_cmp(a.to, b.to) == 0;
}
