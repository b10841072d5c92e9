/* SPDX-License-Identifier: Apache-2.0
 *
 * period_private: what period_choice.c, period_apart.c and period_memory.c share.
 */
#ifndef PERIOD_PRIVATE_H
#define PERIOD_PRIVATE_H
#include "sentence.h"

/* Whether mention m may be of the time w: no base, no year of prices, no plan's year of a fact. */
bool period_usable(const struct reader *r, const struct mention *m, const struct when *w);
/* A time of its own clause alone: "tại thời điểm 1/4/2016", "vụ mùa năm 2018", "..., lũy kế 5 tháng ...". */
bool period_aside(const struct reader *r, const struct when *w);
/* The year of a season: "vụ mùa năm 2019"; of the year of the text. */
bool period_is_season(const struct reader *r, const struct when *w);
bool period_season_of_text(const struct reader *r, const struct when *w);
/* "kế hoạch năm 2025": the year of a plan. */
bool period_names_plan(const struct reader *r, const struct when *w);

/* The year that a period lies in; 0 for a term and for none. */
int period_one_year(struct period p);
/* The period by which a figure of that time is known: a whole day's event by its month. */
struct period period_widen(struct period p);
/* The time w for mention m: things counted stand at its end where it says "tính đến". */
struct period period_as_of(const struct reader *r, const struct mention *m, const struct when *w);
/* Whether the period begins after the text. */
bool period_ahead(const struct reader *r, struct period p);

/* Whether the mark c stands in tokens [from, to). */
static inline bool mark_between(const struct reader *r, size_t from, size_t to, char c)
{
    for (size_t i = from; i < to; i++)
        if (token_is_punct(&r->tokens, i, c)) return true;
    return false;
}
#endif
