/* SPDX-License-Identifier: Apache-2.0
 *
 * lunar: see lunar.h. A lunar year lies in two spans from an eleventh month to the next: its first ten months, and
 * those that repeat one of them, in the earlier, the others in the later one. Both are numbered, and the year is cut
 * out of them.
 */
#include "lunar.h"

#include "buf.h"
#include "new_moon.h"

enum { SPAN_MOST = 13, WINTER = 9 };

/* The number of the new moon that begins the eleventh month of a year of the Gregorian calendar. */
static int32_t eleventh(int year)
{
    int32_t k = new_moon_before(date_to_days((struct date){(int16_t)year, 12, 31}));
    return sun_twelfth(new_moon_at(k).day) >= WINTER ? k - 1 : k;
}

/* The months from new moon number k on up to `end`, which begin eleventh months, or up to the next Tết; how many. */
static int span(struct lunar_month *out, int32_t k, int32_t end, bool to_new_year)
{
    int month = 11, count = 0;
    bool leap_due = end - k == SPAN_MOST;
    struct new_moon at = new_moon_at(k);
    int sun = sun_twelfth(at.day);
    for (; k < end; k++) {
        struct new_moon next = new_moon_at(k + 1);
        int sun_next = sun_twelfth(next.day);
        bool leap = leap_due && count > 0 && sun == sun_next;
        if (leap) leap_due = false;
        if (count > 0 && !leap) month = month % 12 + 1;
        if (to_new_year && month == 1) break;
        out[count++] = (struct lunar_month){at.day, (uint8_t)month, (uint8_t)(next.day - at.day), leap,
                                            at.margin < LUNAR_CLOSE_SECONDS};
        at = next;
        sun = sun_next;
    }
    return count;
}

bool lunar_year_make(struct lunar_year *out, int year)
{
    struct lunar_month months[2 * SPAN_MOST] = {0};
    if (year < LUNAR_FIRST || year > LUNAR_LAST) return false;
    int32_t before = eleventh(year - 1), this = eleventh(year), next = eleventh(year + 1);
    int count = span(months, before, this, false), i = 0;
    count += span(months + count, this, next, true);
    *out = (struct lunar_year){.year = year};
    while (i < count && months[i].month != 1) i++;
    for (; i < count; i++) out->months[out->count++] = months[i];
    return true;
}

bool lunar_find(struct lunar_date *out, const struct lunar_year *y, struct date d)
{
    int32_t day = date_to_days(d);
    for (int i = 0; i < y->count; i++) {
        const struct lunar_month *m = &y->months[i];
        if (day < m->start || day >= m->start + m->days) continue;
        *out = (struct lunar_date){(int16_t)y->year, m->month, (uint8_t)(day - m->start + 1), m->leap};
        return true;
    }
    return false;
}

bool lunar_from_date(struct lunar_date *out, struct date d)
{
    struct lunar_year y;
    if (lunar_year_make(&y, d.year) && lunar_find(out, &y, d)) return true;
    return lunar_year_make(&y, d.year - 1) && lunar_find(out, &y, d);
}

bool lunar_to_date(struct date *out, struct lunar_date l)
{
    struct lunar_year y;
    return lunar_year_make(&y, l.year) && lunar_day(out, &y, l);
}

bool lunar_day(struct date *out, const struct lunar_year *y, struct lunar_date l)
{
    for (int i = 0; i < y->count; i++) {
        const struct lunar_month *m = &y->months[i];
        if (m->month != l.month || m->leap != l.leap || l.day < 1 || l.day > m->days) continue;
        *out = date_from_days(m->start + l.day - 1);
        return true;
    }
    return false;
}

void lunar_write(struct buf *b, struct lunar_date l)
{
    buf_padded(b, (unsigned)l.year, 4);
    buf_char(b, '-');
    buf_padded(b, l.month, 2);
    if (l.leap) buf_char(b, 'L');
    buf_char(b, '-');
    buf_padded(b, l.day, 2);
}

bool lunar_read(struct lunar_date *out, struct str s)
{
    uint64_t year, month, day;
    bool leap = s.len == 11 && s.ptr[7] == 'L';
    struct str last = str_from(s, leap ? 8 : 7);
    if (s.len != (leap ? 11u : 10u) || s.ptr[4] != '-' || last.ptr[0] != '-') return false;
    if (!str_to_u64(&year, str_part(s, 0, 4), 9999) || !str_to_u64(&month, str_part(s, 5, 7), 12) ||
        !str_to_u64(&day, str_from(last, 1), 30))
        return false;
    *out = (struct lunar_date){(int16_t)year, (uint8_t)month, (uint8_t)day, leap};
    return year > 0 && month > 0 && day > 0;
}

void lunar_year_name(struct buf *b, int year)
{
    static const char *const STEMS[] = {"Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ"};
    static const char *const BRANCHES[] = {"Thân", "Dậu", "Tuất", "Hợi", "Tý",  "Sửu",
                                           "Dần",  "Mão", "Thìn", "Tỵ",  "Ngọ", "Mùi"};
    buf_put_z(b, STEMS[year % 10]);
    buf_char(b, ' ');
    buf_put_z(b, BRANCHES[year % 12]);
}
