/* SPDX-License-Identifier: Apache-2.0
 *
 * date: see date.h. Days are counted by the method of eras of 400 years (146,097 days), March first, so that the leap
 * day is the last of its year and no table of months is needed.
 */
#include "date.h"

#include "buf.h"

static bool leap(int y)
{
    return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

int date_days_in_month(int year, int month)
{
    static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

bool date_valid(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= date_days_in_month(year, month);
}

bool date_known(struct date d)
{
    return d.year != 0;
}

int date_cmp(struct date a, struct date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

int32_t date_to_days(struct date d)
{
    int y = d.month <= 2 ? d.year - 1 : d.year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int yoe = y - era * 400;
    int doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

struct date date_from_days(int32_t days)
{
    int32_t z = days + 719468;
    int32_t era = (z >= 0 ? z : z - 146096) / 146097;
    int32_t doe = z - era * 146097;
    int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int32_t mp = (5 * doy + 2) / 153;
    int32_t day = doy - (153 * mp + 2) / 5 + 1;
    int32_t month = mp < 10 ? mp + 3 : mp - 9;
    int32_t year = yoe + era * 400 + (month <= 2);
    return (struct date){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

struct date date_add_days(struct date d, int32_t n)
{
    return date_from_days(date_to_days(d) + n);
}

int date_weekday(struct date d)
{
    int32_t n = (date_to_days(d) + 3) % 7; /* 1970-01-01 was a Thursday */
    return (n < 0 ? n + 7 : n) + 1;
}

bool date_read(struct date *out, struct str s)
{
    int number[10];
    if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-') return false;
    for (size_t i = 0; i < 10; i++) {
        number[i] = s.ptr[i] - '0';
        if (i != 4 && i != 7 && (number[i] < 0 || number[i] > 9)) return false;
    }
    int y = number[0] * 1000 + number[1] * 100 + number[2] * 10 + number[3];
    int m = number[5] * 10 + number[6], d = number[8] * 10 + number[9];
    if (!date_valid(y, m, d)) return false;
    *out = (struct date){(int16_t)y, (uint8_t)m, (uint8_t)d};
    return true;
}

void date_write(struct buf *b, struct date d)
{
    if (!date_known(d)) return;
    unsigned y = (unsigned)d.year;
    const char text[10] = {(char)('0' + y / 1000 % 10),
                           (char)('0' + y / 100 % 10),
                           (char)('0' + y / 10 % 10),
                           (char)('0' + y % 10),
                           '-',
                           (char)('0' + d.month / 10),
                           (char)('0' + d.month % 10),
                           '-',
                           (char)('0' + d.day / 10),
                           (char)('0' + d.day % 10)};
    buf_put(b, (struct str){text, sizeof text});
}

/* --- as people write it */

/* Digits at the beginning, at most `most` of them; how many there are. */
static size_t take_digits(int *out, struct str *s, size_t most)
{
    size_t n = 0;
    *out = 0;
    while (n < s->len && n < most && s->ptr[n] >= '0' && s->ptr[n] <= '9') *out = *out * 10 + (s->ptr[n++] - '0');
    *s = str_from(*s, n);
    return n;
}

static bool is_mark(char c)
{
    return c == '/' || c == '-' || c == '.';
}

bool date_typed(struct date *out, struct str s)
{
    int first, month, last;
    size_t digits = take_digits(&first, &s, 4);
    char mark = s.len ? s.ptr[0] : 0;
    if (!is_mark(mark)) return false;
    s = str_from(s, 1);
    if (!take_digits(&month, &s, 2) || !s.len || s.ptr[0] != mark) return false;
    s = str_from(s, 1);
    size_t behind = take_digits(&last, &s, 4);
    int year = digits == 4 ? first : last, day = digits == 4 ? last : first;
    bool fits = digits == 4 ? behind >= 1 && behind <= 2 : digits >= 1 && digits <= 2 && behind == 4;
    if (s.len || !fits || !date_valid(year, month, day)) return false;
    *out = (struct date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

bool date_typed_last(struct date *out, struct str s)
{
    struct str rest = s;
    int first, second = 12, year, month;
    if (date_typed(out, s)) return true;
    size_t digits = take_digits(&first, &rest, 4), behind = 2;
    if (rest.len) {
        if (!is_mark(rest.ptr[0])) return false;
        rest = str_from(rest, 1);
        behind = take_digits(&second, &rest, 4);
    }
    bool year_first = digits == 4;
    year = year_first ? first : second;
    month = year_first ? second : first;
    bool fits = year_first ? behind >= 1 && behind <= 2 : digits >= 1 && digits <= 2 && behind == 4;
    if (rest.len || !fits || !date_valid(year, month, 1)) return false;
    *out = (struct date){(int16_t)year, (uint8_t)month, (uint8_t)date_days_in_month(year, month)};
    return true;
}
