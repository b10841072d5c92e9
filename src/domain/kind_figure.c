/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_figure: see kind_figure.h.
 */
#include "kind_figure.h"

static const struct str WINDOWS[] = {STR_INIT("opened"),  STR_INIT("received"), STR_INIT("ended"),
                                     STR_INIT("carried"), STR_INIT("handled"),  STR_INIT("living")};
_Static_assert(sizeof WINDOWS / sizeof *WINDOWS == FIGURE_WINDOWS, "a word for each");

static const struct str STANDS[] = {STR_INIT("early"),   STR_INIT("on_time"), STR_INIT("late"), STR_INIT("running"),
                                    STR_INIT("overdue"), STR_INIT("waiting"), STR_INIT("free")};
_Static_assert(sizeof STANDS / sizeof *STANDS == FIGURE_STANDS, "a word for each");

struct str figure_window_word(enum figure_window w)
{
    return WINDOWS[w];
}

bool figure_window_read(enum figure_window *out, struct str word)
{
    for (size_t i = 0; i < FIGURE_WINDOWS; i++) {
        if (!str_eq(WINDOWS[i], word)) continue;
        *out = (enum figure_window)i;
        return true;
    }
    return false;
}

struct str figure_stand_word(enum figure_stand s)
{
    return STANDS[s];
}

bool figure_stand_read(enum figure_stand *out, struct str word)
{
    for (size_t i = 0; i < FIGURE_STANDS; i++) {
        if (!str_eq(STANDS[i], word)) continue;
        *out = (enum figure_stand)i;
        return true;
    }
    return false;
}

bool kind_condition_meets(const struct kind_condition *c, struct str value)
{
    struct decimal d;
    switch (c->test) {
    case TEST_ANY: return value.len > 0;
    case TEST_NONE: return value.len == 0;
    case TEST_VALUES: return word_list_has(c->values, value);
    case TEST_RANGE:
        return decimal_read(&d, value) && (!c->has_min || decimal_cmp(d, c->min) >= 0) &&
               (!c->has_max || decimal_cmp(d, c->max) <= 0);
    }
    return false;
}
