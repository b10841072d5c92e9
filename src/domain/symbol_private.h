/* SPDX-License-Identifier: Apache-2.0
 * symbol_private: data/document_kinds.tsv as compiled; seen by symbol.c alone.
 */
#ifndef SYMBOL_PRIVATE_H
#define SYMBOL_PRIVATE_H
#include "symbol.h"

extern const struct document_kind document_kinds[];
extern const size_t document_kinds_count;
#endif
