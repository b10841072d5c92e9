/* SPDX-License-Identifier: Apache-2.0
 *
 * lateness: whether something was done in time, and the rates that offices make of it.
 *
 * Early (trước hạn) is before the last day, or the moment of a term in hours; on time (đúng hạn) on it; late (quá hạn)
 * after it. What is done in time but reported to the national portal only after it is late there and nowhere else: the
 * two are kept apart.
 *
 * Offices divide different things by different things and call all of it "tỷ lệ đúng hạn". Each way is a row of
 * data/lateness_rates.tsv under the name of its convention; a rate is never shown without that name.
 */
#ifndef LATENESS_H
#define LATENESS_H
#include "decimal.h"
#include "moment.h"
#include "workdays.h"

enum lateness {
    LATENESS_NONE, /* nothing is due: no last day, or the clock stands */
    LATENESS_EARLY,
    LATENESS_ON_TIME,
    LATENESS_LATE,
    LATENESS_RUNNING, /* not done, in time so far */
    LATENESS_OVERDUE  /* not done, and the last day has gone by */
};

struct lateness_facts {
    struct moment due;
    struct moment done;     /* in truth; no date: not yet */
    struct moment recorded; /* the end as the portal has it; no date: not yet */
    struct moment now;
};

struct lateness_verdict {
    enum lateness truth, told; /* by `done`, by `recorded` */
    bool by_synchronisation;   /* late for the portal alone */
    int32_t days;              /* in truth: past the last day when late, to it when running or early; else 0 */
    int32_t working_days;      /* likewise */
    int32_t minutes;           /* likewise, by the clock, where both minutes are known; else 0 */
};

struct lateness_verdict lateness_of(const struct lateness_facts *f, const struct workdays *w);
struct str lateness_word(enum lateness l);  /* "early", stable, for programs */
struct str lateness_words(enum lateness l); /* "trước hạn" */

/* How many there are of each; what waits is in none. */
struct lateness_counts {
    uint64_t early, on_time, late, running, overdue;
};

enum lateness_part { PART_EARLY = 1, PART_ON_TIME = 2, PART_LATE = 4, PART_RUNNING = 8, PART_OVERDUE = 16 };

struct lateness_rate {
    struct str convention; /* "A" */
    struct str code;       /* "on_time" */
    struct str name;
    uint32_t numerator, denominator; /* enum lateness_part */
    struct str citation, note;
};

struct lateness_rates {
    const struct lateness_rate *at;
    size_t len;
};
struct lateness_rates lateness_rate_catalogue(void);
uint64_t lateness_sum(const struct lateness_counts *c, uint32_t parts);
/* In %, with two digits; false when there is nothing to divide by. */
[[nodiscard]] bool lateness_percent(struct decimal *out, const struct lateness_counts *c,
                                    const struct lateness_rate *r);
void lateness_parts_write(struct buf *b, uint32_t parts); /* "trước hạn + đúng hạn" */
#endif
