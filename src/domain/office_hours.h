/* SPDX-License-Identifier: Apache-2.0
 *
 * office_hours: when an office works, for terms in working hours and for what is received late in the day. The hours
 * are rows of data/calendar/offices.tsv; a working hour is a stretch of sixty of these minutes, so a day of two
 * sessions of four hours has eight.
 */
#ifndef OFFICE_HOURS_H
#define OFFICE_HOURS_H
#include "moment.h"
#include "workdays.h"

enum saturday_rule {
    SATURDAY_OFF,
    SATURDAY_OPEN, /* the desk is open in the morning, the time counts for nothing */
    SATURDAY_HALF  /* the morning counts for terms in working hours */
};

struct office_row {
    struct str code;
    struct date from, to;
    struct str hours; /* "07:30-11:30,13:00-17:00" */
    enum saturday_rule saturday;
    struct str name, citation, note;
};

struct office_rows {
    const struct office_row *at;
    size_t len;
};
struct office_rows office_catalogue(void); /* of data/calendar/offices.tsv; the first is the usual one */

enum { SESSIONS_MOST = 4 };

struct session {
    int16_t from, to; /* minutes of the day, from < to */
};

struct office_hours {
    const struct office_row *row;
    struct session sessions[SESSIONS_MOST]; /* in order, none touching the next */
    int count;
    int32_t minutes; /* of a whole day */
};

/* The row of that code on that day; false when there is none or its hours cannot be read. */
[[nodiscard]] bool office_find(struct office_hours *out, struct str code, struct date on);
[[nodiscard]] bool office_hours_read(struct office_hours *out, struct str hours);

enum office_day { OFFICE_OFF, OFFICE_WHOLE, OFFICE_HALF, OFFICE_DESK };
enum office_day office_day(const struct office_hours *o, const struct workdays *w, struct date d);

int16_t office_opens(const struct office_hours *o);
int16_t office_closes(const struct office_hours *o);
/* The moment after so many minutes of work from m on: m itself is where they begin, or the next hours of work. A
 * moment without a minute begins with its day. No date beyond the years of the calendar. */
struct moment office_add(const struct office_hours *o, const struct workdays *w, struct moment m, int32_t minutes);
/* Minutes of work from a to b; 0 when b is not after a. */
int32_t office_between(const struct office_hours *o, const struct workdays *w, struct moment a, struct moment b);
#endif
