/* SPDX-License-Identifier: Apache-2.0
 *
 * office_hours: see office_hours.h. Days are walked one by one: the longest term in hours is some months.
 */
#include "office_hours.h"

#include "office_hours_private.h"

struct office_rows office_catalogue(void)
{
    return (struct office_rows){office_rows, office_rows_count};
}

bool office_hours_read(struct office_hours *out, struct str hours)
{
    *out = (struct office_hours){0};
    int16_t last = -1;
    while (hours.len) {
        struct str_cut c = str_cut(hours, STR(",")), times = str_cut(c.head, STR("-"));
        struct session s;
        if (out->count == SESSIONS_MOST || !minute_read(&s.from, times.head) || !minute_read(&s.to, times.tail))
            return false;
        if (s.from <= last || s.to <= s.from) return false;
        last = s.to;
        out->minutes += s.to - s.from;
        out->sessions[out->count++] = s;
        hours = c.tail;
    }
    return out->count > 0;
}

bool office_find(struct office_hours *out, struct str code, struct date on)
{
    for (size_t i = 0; i < office_rows_count; i++) {
        const struct office_row *r = &office_rows[i];
        bool in = (!date_known(r->from) || date_cmp(r->from, on) <= 0) &&
                  (!date_known(r->to) || date_cmp(on, r->to) <= 0);
        if (!in || !str_eq(r->code, code)) continue;
        bool read = office_hours_read(out, r->hours);
        out->row = r;
        return read;
    }
    return false;
}

enum office_day office_day(const struct office_hours *o, const struct workdays *w, struct date d)
{
    if (workdays_is(w, d)) return OFFICE_WHOLE;
    if (date_weekday(d) != 6 || !o->row || workdays_look(w, d).kind != DAY_WEEKEND) return OFFICE_OFF;
    switch (o->row->saturday) {
    case SATURDAY_OFF: return OFFICE_OFF;
    case SATURDAY_OPEN: return OFFICE_DESK;
    case SATURDAY_HALF: return OFFICE_HALF;
    }
    return OFFICE_OFF;
}

int16_t office_opens(const struct office_hours *o)
{
    return o->sessions[0].from;
}

int16_t office_closes(const struct office_hours *o)
{
    return o->sessions[o->count - 1].to;
}

static int sessions_of(const struct office_hours *o, const struct workdays *w, struct date d)
{
    switch (office_day(o, w, d)) {
    case OFFICE_OFF:
    case OFFICE_DESK: return 0;
    case OFFICE_WHOLE: return o->count;
    case OFFICE_HALF: return 1;
    }
    return 0;
}

struct moment office_add(const struct office_hours *o, const struct workdays *w, struct moment m, int32_t minutes)
{
    for (struct date d = m.day; workdays_has(d); d = date_add_days(d, 1)) {
        int count = sessions_of(o, w, d);
        for (int i = 0; i < count; i++) {
            int16_t from = o->sessions[i].from, to = o->sessions[i].to;
            if (date_cmp(d, m.day) == 0 && m.minute > from) from = m.minute;
            if (from >= to) continue;
            if (minutes <= to - from) return (struct moment){d, (int16_t)(from + minutes)};
            minutes -= to - from;
        }
    }
    return (struct moment){.minute = MINUTE_UNKNOWN};
}

int32_t office_between(const struct office_hours *o, const struct workdays *w, struct moment a, struct moment b)
{
    int32_t sum = 0;
    for (struct date d = a.day; date_cmp(d, b.day) <= 0 && workdays_has(d); d = date_add_days(d, 1)) {
        int count = sessions_of(o, w, d);
        for (int i = 0; i < count; i++) {
            int16_t from = o->sessions[i].from, to = o->sessions[i].to;
            if (date_cmp(d, a.day) == 0 && a.minute > from) from = a.minute;
            if (date_cmp(d, b.day) == 0 && (b.minute == MINUTE_UNKNOWN ? 0 : b.minute) < to)
                to = b.minute == MINUTE_UNKNOWN ? 0 : b.minute;
            if (from < to) sum += to - from;
        }
    }
    return sum;
}
