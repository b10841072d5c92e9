/* SPDX-License-Identifier: Apache-2.0
 *
 * tr_table: the catalogue that tools/po_compile makes from po/en.po; only tr.c looks at it.
 */
#ifndef TR_TABLE_H
#define TR_TABLE_H
#include "tr.h"

extern const struct tr_entry tr_entries[];
extern const size_t tr_entry_count;
#endif
