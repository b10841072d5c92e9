/* SPDX-License-Identifier: Apache-2.0
 *
 * register_table: the registers that the program brings (data/registers/), as the text of their files, as kind_table.h
 * has those of matters.
 */
#ifndef REGISTER_TABLE_H
#define REGISTER_TABLE_H
#include "kind_table.h"

extern const struct kind_text register_texts[]; /* by register */
extern const size_t register_texts_count;
#endif
