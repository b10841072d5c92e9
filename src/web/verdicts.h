/* SPDX-License-Identifier: Apache-2.0
 *
 * verdicts: the verdicts of a row of stand.h as pages show them: shape, word, rate; against plan, against last year and
 * pace each by itself.
 */
#ifndef VERDICTS_H
#define VERDICTS_H
#include "answer_show.h"
#include "frame.h"
#include "stand.h"

struct verdict_view verdict_of_plan(struct visit *v, const struct stand_row *r);
struct verdict_view verdict_of_period(struct visit *v, const struct stand_row *r);
struct verdict_view verdict_of_pace(struct visit *v, const struct stand_row *r);
/* "8.343" with its bound, in the unit of tables; "" when there is none. */
struct str value_shown(struct visit *v, const struct answer *a, const struct indicator *i);
/* The id under which explain has it; "" when there is nothing to explain. */
struct str answer_id(struct visit *v, const struct answer *a, const struct question *q, enum asked what);

struct board_matter;
/* The clock of a matter: "Quá hạn 9 ngày", "Còn 2 ngày". */
struct verdict_view verdict_of_clock(struct visit *v, const struct board_matter *m);
#endif
