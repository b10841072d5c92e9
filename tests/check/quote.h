/* SPDX-License-Identifier: Apache-2.0
 *
 * quote: the number in a quote as a case writes it, for the tests of the checker: "15.547 tỷ 719 triệu đồng", "11/12
 * chỉ tiêu", "12 - 16 triệu đồng", "8,3%", "2,3 điểm %". It knows far less than the reader: cases are written so that
 * it understands.
 */
#ifndef QUOTE_H
#define QUOTE_H
#include "decimal.h"

struct quote_number {
    struct decimal value, value_max, of;
    bool has_max, has_of;
    struct str unit; /* "VND", "%", "điểm %", or what follows the number */
};

/* False when the quote does not begin with a number. */
bool quote_number(struct quote_number *out, struct str quote);
#endif
