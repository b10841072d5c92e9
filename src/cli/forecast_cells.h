/* SPDX-License-Identifier: Apache-2.0
 *
 * forecast_cells: an outlook (outlook.h) as rows, and as a page for eyes.
 */
#ifndef FORECAST_CELLS_H
#define FORECAST_CELLS_H
#include "command.h"
#include "outlook.h"
#include "unit_rows.h"

/* The list: one row for each layer of the plan, or one without. places: several, so that each row names its own. */
struct rows *forecast_rows(struct cli *c, bool places);
void forecast_row_put(struct cli *c, struct rows *r, const struct kept_unit *unit, const struct outlook *o);

/* The back-test as a list: one row for each past year. */
struct rows *backtest_rows(struct cli *c);
void backtest_put(struct cli *c, struct rows *r, const struct kept_unit *unit, const struct outlook *o);

/* One indicator of one place with all that made it. */
void forecast_page_put(struct cli *c, const struct kept_unit *unit, const struct outlook *o);

/* The verdict with what it goes by, and a layer of the plan, for eyes. */
struct str pace_text(struct cli *c, const struct outlook *o, const struct outlook_plan *p);
struct str plan_text(struct cli *c, const struct outlook_plan *p);
const char *pace_words(enum pace_verdict v, enum direction d); /* "đạt tiến độ", ...; to be looked up */
void forecast_id_put(struct buf *b, const struct outlook *o);  /* for `dieuhanh explain` */
/* A number in the unit of the table, in the language of the user. */
struct str forecast_number(struct cli *c, const struct outlook *o, struct decimal value);
/* "cần 125,3 tỷ đồng mỗi tháng", "đã đạt kế hoạch", ...; "" when nothing is known. */
struct str forecast_need(struct cli *c, const struct outlook *o, const struct outlook_plan *p, bool with_unit);
const char *outlook_words(enum outlook_verdict v);                 /* "dự báo đạt", ... */
struct str backtest_words(struct cli *c, const struct outlook *o); /* "3,2 %; 4/5" */
#endif
