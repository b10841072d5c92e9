/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_event: what happens to a clock, as people write it:
 *
 *   waiting      2026-11-23..2026-11-27     2026-11-23T10:00..2026-11-23T15:30     2026-11-23..   (still)
 *   extension    2026-12-15     30 ngày     30 ngày@2026-12-01     2026-12-15@2026-12-01   (decided on that day)
 *
 * Several stand with commas between them.
 */
#ifndef CLOCK_EVENT_H
#define CLOCK_EVENT_H
#include "clock.h"

enum { CLOCK_EVENTS_MOST = 32 };

[[nodiscard]] bool clock_waiting_read(struct clock_event *out, struct str s);
[[nodiscard]] bool clock_extension_read(struct clock_event *out, struct str s);

struct clock_events {
    struct clock_event at[CLOCK_EVENTS_MOST];
    size_t len;
};
/* Both lists, in the order of time; an extension of which no day of decision is said comes after what there is. False
 * with the part that cannot be read in *wrong, whose kind is *kind. */
[[nodiscard]] bool clock_events_read(struct clock_events *out, struct str waits, struct str extensions,
                                     struct str *wrong, enum clock_event_kind *kind);
#endif
