/* SPDX-License-Identifier: Apache-2.0
 *
 * remind: rules by which people are reminded of what they owe: how many working days before, on and after the due day,
 * again how often, and to whom. The program brings data/remind_rules.tsv; an office has its own in the record, which
 * take the place of those of the same code.
 *
 * A *step* is a number of working days after the due day (before it: negative). On a day the step that counts is the
 * last one that was reached; so a day on which nobody sent anything loses nothing, and what was not sent is not sent
 * twice later on.
 */
#ifndef REMIND_H
#define REMIND_H
#include "str.h"
#include "workdays.h"

struct buf;

enum remind_to {
    REMIND_PERSON = 1, /* who does it; the unit where nobody is named */
    REMIND_UNIT = 2,   /* the unit that answers for it */
    REMIND_HELPING = 4,
    REMIND_GIVER = 8,
    REMIND_FOLLOWER = 16,
    REMIND_ABOVE = 32 /* the unit above the one that answers for it */
};
enum { REMIND_TO_COUNT = 6, REMIND_STEPS_MOST = 12, REMIND_DAYS_MOST = 365, REMIND_NOT_YET = INT32_MIN };

struct remind_rule {
    struct str code, name;
    struct str kind; /* of matter; "": any */
    struct str at;   /* "-3,-1,0": rising */
    uint16_t every;  /* after the last of these; 0: never */
    uint32_t to;     /* enum remind_to */
    struct str source;
};

struct remind_rules {
    const struct remind_rule *at;
    size_t len;
};
struct remind_rules remind_rule_catalogue(void);

/* "-3,-1,0" -> steps. False when it is no list of rising whole numbers, at most REMIND_STEPS_MOST of them, none farther
 * than REMIND_DAYS_MOST. */
[[nodiscard]] bool remind_steps_read(int32_t steps[REMIND_STEPS_MOST], size_t *count, struct str at);
/* The last step that is reached on a day; REMIND_NOT_YET before the first. The rule's `at` is right. */
int32_t remind_step(const struct remind_rule *r, const struct workdays *w, struct date due, struct date on);
/* The first of the steps. */
int32_t remind_first(const struct remind_rule *r);

/* "person|above" <-> flags. */
[[nodiscard]] bool remind_to_read(uint32_t *out, struct str words);
void remind_to_write(struct buf *b, uint32_t to);
struct str remind_to_word(unsigned i); /* of the flag 1u << i */
#endif
