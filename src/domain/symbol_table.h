/* SPDX-License-Identifier: Apache-2.0
 * symbol_table: data/document_kinds.tsv as compiled; seen by symbol.c alone.
 */
#ifndef SYMBOL_TABLE_H
#define SYMBOL_TABLE_H
#include "symbol.h"

extern const struct document_kind document_kinds[];
extern const size_t document_kinds_count;
#endif
