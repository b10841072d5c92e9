/* SPDX-License-Identifier: Apache-2.0
 *
 * term: see term.h.
 */
#include "term.h"

#include "buf.h"

/* In the order of the enum. */
static const struct {
    enum term_unit unit;
    struct str vi, capital;
    const char *en;
} UNITS[] = {
    {TERM_WORKING_DAY, STR_INIT("ngày làm việc"), STR_INIT("Ngày làm việc"), "working day"},
    {TERM_WORKING_HOUR, STR_INIT("giờ làm việc"), STR_INIT("Giờ làm việc"), "working hour"},
    {TERM_HOUR, STR_INIT("giờ"), STR_INIT("Giờ"), "hour"},
    {TERM_DAY, STR_INIT("ngày"), STR_INIT("Ngày"), "day"},
    {TERM_WEEK, STR_INIT("tuần"), STR_INIT("Tuần"), "week"},
    {TERM_MONTH, STR_INIT("tháng"), STR_INIT("Tháng"), "month"},
    {TERM_YEAR, STR_INIT("năm"), STR_INIT("Năm"), "year"},
};
enum { UNIT_COUNT = sizeof UNITS / sizeof *UNITS };
static const struct str SAME_DAY = STR_INIT("trong ngày");

bool term_read(struct term *out, struct str s)
{
    uint64_t n;
    *out = (struct term){0};
    if (str_eq(s, SAME_DAY) || str_eq(s, STR("Trong ngày"))) return true;
    struct str_cut c = str_cut(s, STR(" "));
    if (!str_to_u64(&n, c.head, TERM_MOST) || n == 0) return false;
    for (int i = 0; i < UNIT_COUNT; i++) {
        if (!str_eq(c.tail, UNITS[i].vi) && !str_eq(c.tail, UNITS[i].capital)) continue;
        *out = (struct term){UNITS[i].unit, (uint16_t)n};
        return true;
    }
    return false;
}

void term_write(struct buf *b, struct term t)
{
    if (t.count == 0) {
        buf_put(b, SAME_DAY);
        return;
    }
    buf_u64(b, t.count);
    buf_char(b, ' ');
    buf_put(b, UNITS[t.unit].vi);
}

void term_write_en(struct buf *b, struct term t)
{
    if (t.count == 0) {
        buf_put(b, STR("the same day"));
        return;
    }
    buf_u64(b, t.count);
    buf_char(b, ' ');
    buf_put_z(b, UNITS[t.unit].en);
    if (t.count > 1) buf_char(b, 's');
}

bool term_is_hours(struct term t)
{
    return t.unit == TERM_WORKING_HOUR || t.unit == TERM_HOUR;
}
