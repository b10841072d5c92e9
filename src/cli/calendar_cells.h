/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar_cells: what the parts of `dieuhanh calendar` have in common: the calendar, days and moments for eyes, and
 * why a day is what it is.
 */
#ifndef CALENDAR_CELLS_H
#define CALENDAR_CELLS_H
#include "clock.h"
#include "command.h"

/* The calendar: of the record where there is one, else of the program alone; in c->arena. */
[[nodiscard]] bool cli_workdays(const struct workdays **out, struct cli *c, struct err *err);

/* A day or a moment of an argument or option. */
[[nodiscard]] bool cli_day(struct date *out, struct str typed, struct err *err); /* within 2015..2100 */
[[nodiscard]] bool cli_moment(struct moment *out, struct str typed, struct err *err);
struct moment cli_now(const struct cli *c); /* in Việt Nam */

struct str weekday_shown(const struct cli *c, struct date d);    /* "thứ hai" */
struct str day_shown(struct cli *c, struct date d);              /* "thứ ba 24/11/2026", in c->arena */
struct str moment_shown(struct cli *c, struct moment m);         /* with "16:30 " before it where it is known */
struct str term_shown(struct cli *c, struct term t);             /* in c->arena */
struct str day_kind_word(enum day_kind k);                       /* "swap_off" */
struct str day_kind_shown(const struct cli *c, enum day_kind k); /* "nghỉ hoán đổi" */
/* "Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)", of no entry "ngày nghỉ hằng tuần"; in c->arena. */
struct str day_reason(struct cli *c, const struct day_entry *e);
void moment_cell(struct rows *r, struct cli *c, struct moment m); /* nothing when there is none */

bool calendar_run_show(struct cli *c, struct err *err);
bool calendar_run_day(struct cli *c, struct err *err);
bool calendar_run_lunar(struct cli *c, struct err *err);
bool calendar_run_solar(struct cli *c, struct err *err);
bool calendar_run_add(struct cli *c, struct err *err);
bool calendar_run_count(struct cli *c, struct err *err);
bool calendar_run_rules(struct cli *c, struct err *err);
bool calendar_run_offices(struct cli *c, struct err *err);
bool calendar_run_rates(struct cli *c, struct err *err);
bool calendar_run_announce(struct cli *c, struct err *err);
bool calendar_run_swap(struct cli *c, struct err *err);
bool calendar_run_deadline(struct cli *c, struct err *err);
#endif
