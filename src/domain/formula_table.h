/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_table: data/formulas.tsv as compiled; seen by formula_book.c alone.
 */
#ifndef FORMULA_TABLE_H
#define FORMULA_TABLE_H
#include "formula_book.h"

extern const struct formula_row formula_rows[];
extern const size_t formula_rows_count;
#endif
