/* SPDX-License-Identifier: Apache-2.0
 *
 * frame: what every page has around it: head with menu, foot with the checkpoint; the choice of unit and period; and
 * words that pages share.
 */
#ifndef FRAME_H
#define FRAME_H
#include "page.h"
#include "period.h"
#include "templates.h"
#include "tr.h"
#include "unit_rows.h"

enum menu { MENU_NONE, MENU_HOME, MENU_INDICATORS, MENU_WORK, MENU_DOCUMENTS, MENU_COMPARE, MENU_MAP, MENU_MORE };

/* Of a page that has its connection the foot tells the checkpoint; of others nothing. */
void frame_fill(struct head_view *head, struct foot_view *foot, struct visit *v, struct str title, enum menu menu);

/* A text of the program, tr("..."), with {1} {2} filled in. In the arena. */
struct str said_text(struct visit *v, const char *msgid, struct str one, struct str two);
struct str kept_text(struct visit *v, struct buf *b); /* copied, and the buf freed */
struct str shown_period(struct visit *v, struct period p);
struct str shown_day(struct visit *v, struct date d);        /* 16/02/2024; "" */
struct str shown_time(struct visit *v, struct str utc);      /* 16/02/2024 08:41, in Việt Nam */
struct str shown_count(struct visit *v, uint64_t n);         /* 1.234 */
struct str shown_decimal(struct visit *v, struct decimal d); /* 12,5 */
struct link shape_link(struct visit *v, struct str symbol);  /* "#plan-good" */
/* The evidence of an id of answer_show.h: /so/F12, /so/C01/gia-my/2023/value. No link for "". */
struct link evidence_link(struct visit *v, struct str id);

/* Which unit and period a page is about: the fields "don-vi" and "ky" of its query, else the first unit that has
 * figures, and the latest period that is nearly whole. Of many units the choice lists those that have figures, at most
 * UNITS_SHOWN. */
enum { UNITS_SHOWN = 400 };
struct snapshot;
struct context {
    struct kept_unit unit; /* code "": the record has no figures */
    struct period period;
    const struct snapshot *snapshot; /* of the unit */
};
[[nodiscard]] bool context_read(struct context *out, struct context_view *view, struct visit *v, struct link page,
                                struct err *err);
#endif
