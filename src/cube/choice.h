/* SPDX-License-Identifier: Apache-2.0
 *
 * choice: which figure is taken where several could be, as ranks (smaller is better). The rules stand here once, for
 * answers about one unit (answer.c) and for those over many (grid_ask.c):
 *
 *   value   aspect (actual, estimate), period (the same literal, the same days), id (newest)
 *   plan    period (of the period, of its year), layer (enum plan_layer), id
 *   base    of supplements: layer (plan_base_rank), period (the year by that name), id
 */
#ifndef CHOICE_H
#define CHOICE_H
#include "figure.h"
#include "indicator.h"

enum { RANK_NONE = 1000 };

/* 0: the same literal, 1: the same days (of what is no flow also its last day), RANK_NONE: another time. */
uint32_t choice_period_rank(enum time_behaviour time, struct period asked, struct period p);
/* The precedence of a layer of plan (plan.h). */
uint32_t choice_layer_rank(struct str layer);
/* Of a figure as the value, and as the plan, of what is asked; RANK_NONE: it is none. */
uint32_t choice_value_rank(enum time_behaviour time, struct period asked, const struct figure_key *k);
uint32_t choice_plan_rank(enum time_behaviour time, struct period asked, const struct figure_key *k);
/* Of a plan of a year as what its supplements are added to; RANK_NONE: they are not. */
uint32_t choice_base_rank(int year, const struct figure_key *k);
/* A supplement of the plan of a year: its time lies in it. */
bool choice_supplements(int year, const struct figure_key *k);
/* Whether supplements change a plan that was chosen: one of the year as a whole that has them not in it. */
bool choice_takes_supplements(int year, const struct figure_key *k);
#endif
