/* SPDX-License-Identifier: Apache-2.0
 *
 * listing: a page that is a title, links to choose by, facts and tables: what most lists need. The view holds cells;
 * how they look is said once, in templates/listing.html and table.html.
 *
 *     struct listing l = listing_begin(v, title, MENU_MORE);
 *     struct table_view *t = listing_table(&l, tr("Chỉ tiêu"));
 *     listing_head(&l, t, tr("Mã"), false);
 *     listing_cell(&l, t, code, link);        the first cell of a row is its name: listing_row() begins one
 *     listing_done(&l);
 */
#ifndef LISTING_H
#define LISTING_H
#include "frame.h"

struct listing {
    struct visit *v;
    struct listing_view view;
    enum menu menu;
};

struct listing listing_begin(struct visit *v, struct str title, enum menu menu);
void listing_tab(struct listing *l, struct str name, struct link at, bool chosen);
void listing_fact(struct listing *l, const char *name, struct str value); /* "" is left out */
/* A table with a heading; it stays good until the next one is begun. */
struct table_view *listing_table(struct listing *l, const char *caption);
void listing_head(struct listing *l, struct table_view *t, const char *name, bool number);
void listing_row(struct listing *l, struct table_view *t);
/* In the columns in their order. `at` may be (struct link){0}. */
void listing_cell(struct listing *l, struct table_view *t, struct str text, struct link at);
/* ... with the shape and word of a verdict. */
void listing_verdict(struct listing *l, struct table_view *t, const struct verdict_view *verdict);
void listing_done(struct listing *l);
#endif
