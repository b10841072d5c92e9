/* SPDX-License-Identifier: Apache-2.0
 *
 * period_parts: indicators that add up over time (flows) of which a unit has figures of some parts of a period, as of
 * five of its six months, and none of the period itself. Where the parts make the period their sum is its value
 * (reckon.h); these have none there, and who shows the period has to say so, and where the parts are.
 */
#ifndef PERIOD_PARTS_H
#define PERIOD_PARTS_H
#include "cube.h"
#include "indicator.h"

/* "C05 (6 kỳ con), C12 (2 kỳ con)"; "" when there are none. */
struct str parts_words(struct arena *a, const struct cube *cube, struct str unit, struct period period);
#endif
