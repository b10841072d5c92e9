/* SPDX-License-Identifier: Apache-2.0
 *
 * answer_show: answers as people read them, and the ids by which a shown number is explained:
 *
 *   F12                                  a figure of the record
 *   C01/quan-an-hoa/2023/plan_ratio      what was reckoned: indicator, unit, period, which number
 *
 * The second form is no key of the record: it is the question itself, so it means the same tomorrow, with the
 * figures of tomorrow.
 */
#ifndef ANSWER_SHOW_H
#define ANSWER_SHOW_H
#include "answer.h"
#include "formula.h"

struct buf;

enum asked { ASKED_VALUE, ASKED_PLAN, ASKED_PLAN_RATIO, ASKED_GROWTH, ASKED_FORECAST, ASKED_COUNT };

struct str asked_name(enum asked w); /* "value", "plan", "plan_ratio", "growth", "forecast": in ids */

/* The number of a value in the unit in which tables show its indicator: 8343000000000 VND of C01 is "8.343" (tỷ
 * đồng); "hơn 8.300" with its bound. Another measure than the indicator's is written after the number. Nothing for
 * what is not known. */
void show_measured(struct buf *b, struct measured m, const struct indicator *i);
/* The same with the unit of tables behind it: "8.343 tỷ đồng". */
void show_with_unit(struct buf *b, struct measured m, const struct indicator *i);
/* The number alone, moved to the unit of the table. */
struct decimal shown_value(struct decimal value, struct str measure, const struct indicator *i);
/* "111,24 %", "+8,3 %" (signed), "hơn 110,67 %"; nothing when there is none. Growth that a report states keeps its
 * printed digits. */
void show_comparison(struct buf *b, const struct comparison *c, bool is_signed);

/* The id of an answer. Values and plans that are one figure as it stands have the id of that figure. */
void answer_id_write(struct buf *b, const struct answer *a, const struct question *q, enum asked what);
/* The question of an id of the second form; unit is part of the text. False for anything else. */
[[nodiscard]] bool answer_id_read(struct question *q, enum asked *what, struct str id,
                                  const struct formula_scope *scope);
#endif
