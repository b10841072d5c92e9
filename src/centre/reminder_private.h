/* SPDX-License-Identifier: Apache-2.0
 *
 * reminder_private: what the files of reminder share.
 */
#ifndef REMINDER_PRIVATE_H
#define REMINDER_PRIVATE_H
#include "reminder.h"

/* Fill subject and text; outside: it leaves the office, so what is internal is told by its number only. */
void remind_write(struct arena *a, struct remind_message *m, struct date on, bool outside);
/* The message as JSON, canonical; in the arena. */
struct str remind_json(struct arena *a, const struct remind_message *m, struct date on);
#endif
