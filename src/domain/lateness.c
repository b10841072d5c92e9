/* SPDX-License-Identifier: Apache-2.0
 *
 * lateness: see lateness.h.
 */
#include "lateness_private.h"

#include "buf.h"
#include "rational.h"

static enum lateness judge(struct moment due, struct moment done, struct moment now)
{
    if (!date_known(due.day)) return LATENESS_NONE;
    if (!date_known(done.day)) return moment_cmp(now, due) > 0 ? LATENESS_OVERDUE : LATENESS_RUNNING;
    int cmp = moment_cmp(done, due);
    return cmp < 0 ? LATENESS_EARLY : cmp == 0 ? LATENESS_ON_TIME : LATENESS_LATE;
}

static bool is_late(enum lateness l)
{
    return l == LATENESS_LATE || l == LATENESS_OVERDUE;
}

struct lateness_verdict lateness_of(const struct lateness_facts *f, const struct workdays *w)
{
    struct lateness_verdict v = {.truth = judge(f->due, f->done, f->now), .told = judge(f->due, f->recorded, f->now)};
    v.by_synchronisation = is_late(v.told) && !is_late(v.truth);
    if (v.truth == LATENESS_NONE) return v;
    struct date until = date_known(f->done.day) ? f->done.day : f->now.day, due = f->due.day;
    if (!workdays_has(until) || !workdays_has(due)) return v;
    bool past = date_cmp(until, due) > 0;
    struct date a = past ? due : until, b = past ? until : due;
    v.days = date_to_days(b) - date_to_days(a);
    v.working_days = workdays_count(w, a, b);
    struct moment end = date_known(f->done.day) ? f->done : f->now;
    if (end.minute == MINUTE_UNKNOWN || f->due.minute == MINUTE_UNKNOWN) return v;
    int32_t ahead = (date_to_days(end.day) - date_to_days(due)) * MINUTES_OF_DAY + end.minute - f->due.minute;
    v.minutes = ahead < 0 ? -ahead : ahead;
    return v;
}

static const struct {
    struct str word, words;
} NAMES[] = {
    [LATENESS_NONE] = {STR_INIT("none"), STR_INIT("chưa có hạn")},
    [LATENESS_EARLY] = {STR_INIT("early"), STR_INIT("trước hạn")},
    [LATENESS_ON_TIME] = {STR_INIT("on_time"), STR_INIT("đúng hạn")},
    [LATENESS_LATE] = {STR_INIT("late"), STR_INIT("quá hạn")},
    [LATENESS_RUNNING] = {STR_INIT("running"), STR_INIT("trong hạn")},
    [LATENESS_OVERDUE] = {STR_INIT("overdue"), STR_INIT("đang quá hạn")},
};

struct str lateness_word(enum lateness l)
{
    return NAMES[l].word;
}

struct str lateness_words(enum lateness l)
{
    return NAMES[l].words;
}

struct lateness_rates lateness_rate_catalogue(void)
{
    return (struct lateness_rates){lateness_rates, lateness_rates_count};
}

static uint64_t part_of(const struct lateness_counts *c, enum lateness_part part)
{
    switch (part) {
    case PART_EARLY: return c->early;
    case PART_ON_TIME: return c->on_time;
    case PART_LATE: return c->late;
    case PART_RUNNING: return c->running;
    case PART_OVERDUE: return c->overdue;
    }
    return 0;
}

uint64_t lateness_sum(const struct lateness_counts *c, uint32_t parts)
{
    uint64_t sum = 0;
    for (uint32_t part = PART_EARLY; part <= PART_OVERDUE; part *= 2)
        if (parts & part) sum += part_of(c, (enum lateness_part)part);
    return sum;
}

bool lateness_percent(struct decimal *out, const struct lateness_counts *c, const struct lateness_rate *r)
{
    struct rational q;
    rational_int above = lateness_sum(c, r->numerator), below = lateness_sum(c, r->denominator);
    return rational_make(&q, above * 100, below) && rational_round(out, q, 2);
}

void lateness_parts_write(struct buf *b, uint32_t parts)
{
    static const enum lateness ORDER[] = {LATENESS_EARLY, LATENESS_ON_TIME, LATENESS_LATE, LATENESS_RUNNING,
                                          LATENESS_OVERDUE};
    bool more = false;
    for (int i = 0; i < 5; i++) {
        if (!(parts & 1u << i)) continue;
        if (more) buf_put(b, STR(" + "));
        buf_put(b, lateness_words(ORDER[i]));
        more = true;
    }
}
