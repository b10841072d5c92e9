/* SPDX-License-Identifier: Apache-2.0
 *
 * outlook_text: a forecast as an explanation says it, in Vietnamese.
 */
#ifndef OUTLOOK_TEXT_H
#define OUTLOOK_TEXT_H
#include "outlook.h"

/* "1.324 tỷ đồng, từ 1.250 đến 1.390"; "" when there is none. */
struct str outlook_result(struct arena *a, const struct outlook *o);
/* "900 × (1.200 + 1.150) / (880 + 860)" */
struct str outlook_formula(struct arena *a, const struct outlook *o);
/* outlook_reason with where to look instead; "" when there is a forecast. */
struct str outlook_why_not(struct arena *a, const struct outlook *o);
/* What must be known of it: why there is none, or that it is weak, with what estimates, which years were left out. */
struct str outlook_remark(struct arena *a, const struct outlook *o);
/* A number of it in the unit of the table, without its unit. */
void outlook_put(struct buf *b, const struct outlook *o, struct decimal value);
#endif
