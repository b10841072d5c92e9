/* SPDX-License-Identifier: Apache-2.0
 *
 * remind: see remind.h.
 */
#include "remind.h"

#include "buf.h"
#include "remind_private.h"

struct remind_rules remind_rule_catalogue(void)
{
    return (struct remind_rules){remind_rules, remind_rules_count};
}

static bool step_read(int32_t *out, struct str s)
{
    bool minus = str_starts(s, STR("-"));
    uint64_t n;
    if (!str_to_u64(&n, str_from(s, minus), REMIND_DAYS_MOST)) return false;
    *out = minus ? -(int32_t)n : (int32_t)n;
    return true;
}

bool remind_steps_read(int32_t steps[REMIND_STEPS_MOST], size_t *count, struct str at)
{
    *count = 0;
    while (at.len) {
        struct str_cut c = str_cut(at, STR(","));
        if (*count == REMIND_STEPS_MOST || !step_read(&steps[*count], str_trim(c.head))) return false;
        if (*count && steps[*count] <= steps[*count - 1]) return false;
        ++*count;
        if (c.found && !str_trim(c.tail).len) return false;
        at = c.tail;
    }
    return *count > 0;
}

int32_t remind_step(const struct remind_rule *r, const struct workdays *w, struct date due, struct date on)
{
    int32_t steps[REMIND_STEPS_MOST], reached = REMIND_NOT_YET;
    size_t count;
    if (!remind_steps_read(steps, &count, r->at) || !workdays_has(due) || !workdays_has(on)) return REMIND_NOT_YET;
    int32_t days = workdays_count(w, due, on), last = steps[count - 1];
    for (size_t i = 0; i < count && steps[i] <= days; i++) reached = steps[i];
    if (r->every && days > last) reached = last + (days - last) / r->every * r->every;
    return reached;
}

int32_t remind_first(const struct remind_rule *r)
{
    int32_t steps[REMIND_STEPS_MOST];
    size_t count;
    return remind_steps_read(steps, &count, r->at) ? steps[0] : 0;
}

static const struct str WORDS[REMIND_TO_COUNT] = {
    STR_INIT("person"), STR_INIT("unit"),     STR_INIT("helping"),
    STR_INIT("giver"),  STR_INIT("follower"), STR_INIT("above"),
};

struct str remind_to_word(unsigned i)
{
    return WORDS[i];
}

bool remind_to_read(uint32_t *out, struct str words)
{
    *out = 0;
    while (words.len) {
        struct str_cut c = str_cut(words, STR("|"));
        unsigned i = 0;
        while (i < REMIND_TO_COUNT && !str_eq(WORDS[i], str_trim(c.head))) i++;
        if (i == REMIND_TO_COUNT) return false;
        *out |= 1u << i;
        words = c.tail;
    }
    return *out != 0;
}

void remind_to_write(struct buf *b, uint32_t to)
{
    bool some = false;
    for (unsigned i = 0; i < REMIND_TO_COUNT; i++) {
        if (!(to >> i & 1)) continue;
        if (some) buf_char(b, '|');
        buf_put(b, WORDS[i]);
        some = true;
    }
}
