/* SPDX-License-Identifier: Apache-2.0
 *
 * plan: the layers of a plan. One indicator of one year has several plans at once, and "đạt 56%" means nothing until
 * it is said of which (DOMAIN: Luật NSNN: the level above gives a budget, the council sets its own, often higher;
 * both are adjusted in the year):
 *
 *   layer        words                                       who
 *   giao         "Thành phố giao", "cấp trên giao", "Thủ tướng giao", "được giao"
 *                                                            the level above
 *   hdnd         "HĐND quận giao", "Nghị quyết HĐND"         the people's council
 *   giao+hdnd    "dự toán Thành phố và HĐND quận giao"       both, as one number
 *   phap_lenh    "chỉ tiêu pháp lệnh"                        the level above, legal minimum
 *   phan_dau     "phấn đấu"                                  an aim of one's own
 *   dieu_chinh   "điều chỉnh", "sau điều chỉnh"              replaces what was given
 *   bo_sung      "dự toán bổ sung", "bổ sung trong năm"      comes on top of what was given; several add up
 *   (empty)      "kế hoạch", "dự toán năm", "chỉ tiêu đề ra" not said
 */
#ifndef PLAN_H
#define PLAN_H
#include "str.h"

enum plan_layer {
    PLAN_ADJUSTED,
    PLAN_GIVEN,
    PLAN_GIVEN_AND_COUNCIL,
    PLAN_COUNCIL,
    PLAN_LEGAL,
    PLAN_UNNAMED,
    PLAN_STRIVING,
    PLAN_SUPPLEMENT,
    PLAN_LAYERS
};

/* The rule of the plan that counts, for every command (docs/ARCHITECTURE.md, "The plan that counts"). The order of the
 * enum is the precedence where one plan must be chosen: an adjusted plan replaces what it adjusts; an office answers
 * first to the level above, then to its council; an aim of one's own comes last, since missing it breaks no duty.
 *
 * A supplement is a part of a plan and is never chosen for one. Where a year has supplements and no adjusted plan, the
 * plan as it stands after them takes the place of an adjusted one: they are added to what the council decided, since it
 * decides the budget; where that is not known to the next of plan_base_rank. */

struct str plan_layer_literal(enum plan_layer l); /* "giao", "" for UNNAMED, ...: as kept in figure_key.layer */
bool plan_layer_find(enum plan_layer *out, struct str literal);
/* Where a layer stands among those that supplements are added to, from 0: council, both as one, given, legal, not
 * named; PLAN_LAYERS: never. */
unsigned plan_base_rank(enum plan_layer l);
struct str plan_layer_name(enum plan_layer l); /* "cấp trên giao", "Hội đồng nhân dân giao", ...: for people */

/* The layer that the words of a plan name; UNNAMED when they name none. No allocation. */
enum plan_layer plan_layer_of_words(struct str words);
#endif
