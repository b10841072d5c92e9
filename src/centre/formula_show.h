/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_show: what was reckoned by a formula, in words: the numbers in their places, where each comes from, what is
 * missing. Texts are Vietnamese and in the arena.
 */
#ifndef FORMULA_SHOW_H
#define FORMULA_SHOW_H
#include "answer_show.h"
#include "reckon.h"

/* "3.100 hồ sơ / 3.189 hồ sơ"; "?" for what is not known. */
struct str formula_numbers(struct arena *a, const struct reckoned *r);
/* "H02b / H01d = 3.100 hồ sơ / 3.189 hồ sơ" */
struct str formula_whole(struct arena *a, const struct reckoned *r);
/* Number and unit of an operand; "" when it is not known. */
struct str formula_operand_number(struct arena *a, const struct reckoned_operand *o);
/* What there is to say of an operand: the layer of a plan, an earlier time, a formula, or why it is not there; or
 * "". */
struct str formula_operand_note(struct arena *a, const struct reckoned_operand *o, enum lang lang);
/* "trong đó có số ấn định, không từ số liệu: H28d = 2,00 điểm (...)": what rules without a figure gave to the result,
 * with the text that gives it; "" when there is none. */
struct str formula_given(struct arena *a, const struct reckoned *r);
/* "làm tròn đến 2 chữ số thập phân; công thức của danh mục: ..." */
struct str formula_rule_note(struct arena *a, const struct formula_rule *r);
/* "báo cáo nêu 98,5 %, tính từ H02b / H01d được 97,21 %"; "" unless they differ beyond rounding. */
struct str formula_doubt(struct arena *a, const struct reckoned *r, const struct measured *reported);
#endif
