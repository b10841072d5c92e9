/* SPDX-License-Identifier: Apache-2.0
 *
 * ahead: actual figures of a time that has not come. Nothing can have been reached in a period that has not begun, nor
 * been counted on a day that has not come; load and table refuse such figures alike.
 */
#ifndef AHEAD_H
#define AHEAD_H
#include "reader.h"

/* Whether an actual figure of a period cannot be there yet; never when today is unknown. */
bool ahead_is(const struct period *p, struct date today);
/* Errors: ERR_FORM_AHEAD (file, how many, subject and period of the first). */
[[nodiscard]] bool ahead_check(const struct reading *r, struct date today, struct str file, struct err *err);
#endif
