/* SPDX-License-Identifier: Apache-2.0
 *
 * when: expressions of time -> periods (domain/period.h), relative to the date of the text and to the period that is
 * being spoken of.
 *
 *   "6 tháng đầu năm"      2023-H1     "quý I/2024"   2024-Q1       "5 tháng đầu năm 2022"  2022-01..2022-05
 *   "đến ngày 15-5-2022"   ..2022-05-15      "giai đoạn 2020 - 2025"  2020-2025    "trong năm", "cả năm", "năm nay"
 *   "cùng kỳ năm trước"    the same window a year back (base, not the period of the figure)
 */
#ifndef WHEN_H
#define WHEN_H
#include "period.h"
#include "token.h"

enum when_role {
    WHEN_PERIOD, /* names a time: "năm 2023", "6 tháng đầu năm", "tháng 5/2024", "ngày 22/1/2025" */
    WHEN_AS_OF, /* "tính đến ngày ...", "đến hết tháng 6", "đến nay", "hiện nay", "lũy kế đến" : state at that day */
    WHEN_UNTIL, /* "đến năm 2025", "đến hết năm 2025", "trước ngày", "vào cuối năm 2024": horizon of a plan, deadline */
    WHEN_BASE /* "cùng kỳ", "năm trước", "so với năm 2022"'s "năm 2022" is PERIOD: the caller sees "so với" */
};

struct when {
    struct period period; /* resolved with what is known; NONE when it cannot be known (no date of the text) */
    enum when_role role;
    bool named_year;      /* the year is written in the expression itself */
    bool relative;        /* needs the date of the text or the current period: "năm nay", "cùng kỳ" */
    bool same_period;     /* BASE: cùng kỳ */
    bool previous_period; /* BASE: tháng trước, quý trước, tuần trước */
    bool previous_year;   /* BASE: năm trước, năm ngoái */
    size_t first, last;   /* tokens */
};

struct when_context {
    struct date date; /* of the text; unknown allowed */
    /* The period being spoken of (heading, paragraph, sentence), which gives the year of a "6 tháng đầu năm"; NONE
     * allowed. */
    struct period current;
    struct period first; /* that a figure of the text named for itself first; NONE allowed */
};

/* Read the longest expression of time that starts at token i. */
bool when_read(struct when *out, const struct tokens *ts, size_t i, const struct when_context *c);

/* True when token i begins or lies in a date, a time of day or a span of dates ("24/6/2023", "22.4", "18-10", "13h30",
 * "9 giờ 30", "24/7"), so that its numbers are not quantities; *last is the token after it. */
bool when_is_date(const struct tokens *ts, size_t i, size_t *last);

/* A time that cannot be ("Tháng 13/2026", "Quý V/2026", "31/6/2026") begins at token i; *last is the token after it. */
bool when_is_impossible(const struct tokens *ts, size_t i, size_t *last);
/* The first of them in the words, or "". */
struct str when_impossible_in(const struct tokens *ts);

/* `dieuhanh debug period --date`: a line that is one expression, spoken forms too ("ngày mười lăm tháng một năm hai
 * nghìn"). */
bool when_of_line(struct period *out, struct arena *a, struct str line, struct date date);
#endif
