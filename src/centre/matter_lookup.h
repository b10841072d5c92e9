/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_lookup: what a register says of a matter that begins (kind_lookup of matter_kind.h): a dossier names its
 * procedure, and the entry of the register of procedures that holds on that day has the term, the fee, the papers, the
 * steps. What somebody typed stays; what is filled is written into the event like any value, so a later version of the
 * procedure changes nothing of it. The entry is one of the unit itself, else one of a unit above it.
 */
#ifndef MATTER_LOOKUP_H
#define MATTER_LOOKUP_H
#include "matter_kinds.h"

/* out: what is to be set beside `set`; empty when the kind has no look-up, or no entry has that key. unit: its id. */
[[nodiscard]] bool matter_lookup(struct name_values *out, struct db *db, struct arena *a, const struct matter_kind *k,
                                 const struct name_values *set, struct str unit, struct date day, struct err *err);
#endif
