/* SPDX-License-Identifier: Apache-2.0
 *
 * when_private: what the files of when share. when_number.c reads the numbers in times, when_day.c days and runs of
 * days, when.c the rest of what texts have, when_line.c what only a line of its own has.
 */
#ifndef WHEN_PRIVATE_H
#define WHEN_PRIVATE_H
#include "lexicon.h"
#include "when.h"

/* Value column of class time in data/lexicon/time.tsv. */
enum time_word {
    W_DAY = 1,
    W_MONTH = 2,
    W_QUARTER = 3,
    W_YEAR = 4,
    W_WEEK = 5,
    W_PART_OF_DAY = 6,
    W_BEGIN = 10,
    W_END = 11,
    W_MIDDLE = 12,
    W_WHOLE = 13,
    W_FIRST_HALF = 14,
    W_SECOND_HALF = 15,
    W_TERM = 20,
    W_SCHOOL_YEAR = 21,
    W_TO = 30,
    W_AS_OF = 31,
    W_UP_TO_END = 32,
    W_BEFORE = 33,
    W_FROM = 34,
    W_CUMULATIVE = 35,
    W_SAME_PERIOD = 40,
    W_PREVIOUS_YEAR = 41,
    W_PREVIOUS_PERIOD = 42,
    W_SAME_PERIOD_LAST_YEAR = 43,
    W_PREVIOUS_QUARTER = 44,
    W_PREVIOUS_WEEK = 45,
    W_THIS_YEAR = 50,
    W_PAST_YEAR = 51,
    W_NOW = 52,
    W_SINCE_NEW_YEAR = 53,
    W_IN_YEAR = 54,
    W_NEXT_YEAR = 55,
    W_THIS_MONTH = 56,
    W_PAST_MONTH = 57,
    W_THIS_QUARTER = 58,
    W_TODAY = 59,
    W_YESTERDAY = 60,
    W_TOMORROW = 61,
    W_THIS_WEEK = 62,
    W_NEXT_WEEK = 63,
    W_NEXT_MONTH = 64,
    W_NEXT_QUARTER = 65,
    W_IN_MONTH = 66,
    W_DAY_BEFORE_YESTERDAY = 67
};

/* What is read, and against what. */
struct when_text {
    const struct tokens *ts;
    const struct when_context *c;
    bool spoken; /* a line of its own: numbers may be in words, years before 1900, "tháng năm" is May */
};

int when_word_find(const struct tokens *ts, size_t i, size_t *len);
/* The word of time at token i and its length; 0: none. */
static inline int when_word(const struct tokens *ts, size_t i, size_t *len)
{
    return lexicon_may(ts, i, LEX_TIME) ? when_word_find(ts, i, len) : 0;
}
/* Digits at token i, at most four, or -1. */
int when_digits(const struct tokens *ts, size_t i);
bool when_year_ok(int year);

/* Numbers at token i, *last after them; -1 when there is none. A number word counts where `spoken`; months in words
 * also where the text leaves no doubt ("tháng tư", "tháng giêng", "tháng mười hai"). */
int when_number(const struct when_text *t, size_t i, size_t *last);
int when_month_number(const struct when_text *t, size_t i, size_t *last);
int when_year_number(const struct when_text *t, size_t i, size_t *last);

/* The year of what is spoken of, else of the text; 0: unknown. */
int when_year_now(const struct when_context *c);
/* "năm 2024", "/2024", "năm nay" after a month, quarter or window: *year is set where one stands there, else stays; the
 * token after it, or i. */
size_t when_year_after(const struct when_text *t, size_t i, int *year, bool *named);

/* A day without the word "ngày": "24/6/2023", "15-5-2022", "22.4", "5 tháng 6 năm 2023". */
bool when_day(const struct when_text *t, size_t i, struct date *out, size_t *last, bool *named);
/* "ngày 22/1/2025", "từ ngày 15/12/2024 đến ngày 14/01/2025", "ngày 14-21/10/2021", "chiều 5-11-2024". */
bool when_days(struct when *w, const struct when_text *t, size_t i);

/* Any expression of when_read. */
bool when_read_as(struct when *out, const struct when_text *t, size_t i);

static inline bool when_done(struct when *w, struct period p, enum when_role role, size_t last)
{
    w->period = p;
    w->role = role;
    w->last = last;
    return p.kind != PERIOD_NONE || role == WHEN_BASE;
}
/* A day, month or quarter after "đến": as of its end, from the start of its year; ahead of the text it is a horizon. */
bool when_limit_of(struct when *w, const struct when_text *t, size_t at, int word, bool middle);
/* A time that needs the day of the text or the time spoken of, at token i. */
bool when_relative(struct when *w, const struct when_text *t, size_t i);
#endif
