/* SPDX-License-Identifier: Apache-2.0
 *
 * moment_typed: days as people write them in lists: 31/1/2026, 31-01-2026, 31.01.2026, 2026-01-31, with an hour before
 * or behind: "14:30 31/01/2026", "31/01/2026 14:30:00". The day goes before the month, as everywhere in Việt Nam; a
 * year has four digits.
 */
#ifndef MOMENT_TYPED_H
#define MOMENT_TYPED_H
#include "moment.h"

/* False when it is no real day, or no real hour. Seconds are cut off; midnight that stands behind a day ("00:00:00") is
 * no hour, since spreadsheets write it behind every day. */
[[nodiscard]] bool moment_typed(struct moment *out, struct str s);
#endif
