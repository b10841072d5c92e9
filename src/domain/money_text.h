/* SPDX-License-Identifier: Apache-2.0
 *
 * money_text: an amount of money as people type it into a field: "76.310.000.000", "76,31 tỷ", "850 triệu đồng",
 * "1.298 tỷ 911,2 triệu đồng", "2 nghìn tỷ", "giảm 15 triệu", "-15 triệu". In đồng, exact.
 *
 * A number has points between groups of three and a comma before its fraction. Behind the first part stand smaller
 * ones, each less than one of the unit before it ("1 tỷ 1.500 triệu" is nobody's amount); only the last one has a
 * fraction, and a part without a unit stands alone or before "đồng". What could mean two things ("1.5 tỷ") is refused.
 */
#ifndef MONEY_TEXT_H
#define MONEY_TEXT_H
#include "decimal.h"

/* True when it is one. *has_unit (may be NULL): a unit greater than đồng was named. Scale of *out is that of the last
 * digit typed, and at least 0. */
[[nodiscard]] bool money_read(struct decimal *out, bool *has_unit, struct str typed);

/* A number with Vietnamese marks, or none: "1.500.000", "12,5", "-3". */
[[nodiscard]] bool number_typed_read(struct decimal *out, struct str typed);
#endif
