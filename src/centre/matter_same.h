/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_same: others of its kind that are probably the same thing entered twice, by the fields that the kind names
 * ("same", docs/FORMATS.md): an incoming document has one symbol, issuer and day.
 */
#ifndef MATTER_SAME_H
#define MATTER_SAME_H
#include "matter_kinds.h"

/* In the order of pages; none where the kind names no fields, or one of them has no value here. Capitals, tone marks
 * and blanks do not tell two apart. */
[[nodiscard]] bool matter_same(struct matter_list *out, struct db *db, struct arena *a, const struct kept_matter *m,
                               struct err *err);
#endif
