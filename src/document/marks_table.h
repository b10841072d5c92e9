/* SPDX-License-Identifier: Apache-2.0
 *
 * marks_table: data/document_marks.tsv as C, made by tools/tsv_compile.
 */
#ifndef MARKS_TABLE_H
#define MARKS_TABLE_H
#include "marks.h"

extern const struct document_mark document_marks[];
extern const size_t document_marks_count;
#endif
