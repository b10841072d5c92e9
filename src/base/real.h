/* SPDX-License-Identifier: Apache-2.0
 *
 * real: numbers that another program kept as binary floating point, as exact decimals. Spreadsheets hold every number
 * as a double; what somebody typed as 1234.56 comes out of a file as "1234.5599999999999". The shortest decimal that
 * is the same double is what was typed: 1234.56. What was computed may be a little beside it ("1234.5600000000001"): of
 * such a number 15 digits are true.
 *
 * This is the only place where a double becomes a decimal, and none is ever reckoned with.
 */
#ifndef REAL_H
#define REAL_H
#include "decimal.h"

/* The shortest decimal that is the double of these bits (IEEE 754), or that its first 15 digits are when they end in
 * zeros. Digits behind the 18th after the point are rounded away (at a half away from zero). False when it is no
 * number or too large for a decimal. */
[[nodiscard]] bool real_of_bits(struct decimal *out, uint64_t bits);

/* The same of the text of a number as files write it: "1234.5600000000001", "1.5E-3", "+7". At most 40 characters. */
[[nodiscard]] bool real_read(struct decimal *out, struct str s);

/* To at most 15 significant digits, without zeros at the end: what a spreadsheet shows of its numbers. */
struct decimal real_shown(struct decimal d);
#endif
