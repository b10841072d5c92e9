/* SPDX-License-Identifier: Apache-2.0
 *
 * templates: pages, and parts of pages, that tools/templates_compile.c made of templates/NAME.html.
 */
#ifndef TEMPLATES_H
#define TEMPLATES_H
#include "err.h"
#include "views.h"

void template_head(struct buf *o, enum lang lang, const struct head_view *v);
void template_foot(struct buf *o, enum lang lang, const struct foot_view *v);
void template_context(struct buf *o, enum lang lang, const struct context_view *v);
void template_verdict(struct buf *o, enum lang lang, const struct verdict_view *v);
void template_tile(struct buf *o, enum lang lang, const struct tile_view *v);
void template_problem(struct buf *o, enum lang lang, const struct problem_view *v);
void template_sign_in(struct buf *o, enum lang lang, const struct sign_in_view *v);
void template_home(struct buf *o, enum lang lang, const struct home_view *v);
void template_indicators(struct buf *o, enum lang lang, const struct indicators_view *v);
void template_chart(struct buf *o, enum lang lang, const struct chart_view *v);
void template_indicator(struct buf *o, enum lang lang, const struct indicator_view *v);
void template_comparing(struct buf *o, enum lang lang, const struct comparing_view *v);
void template_compare(struct buf *o, enum lang lang, const struct compare_view *v);
void template_map(struct buf *o, enum lang lang, const struct map_view *v);
void template_table(struct buf *o, enum lang lang, const struct table_view *v);
void template_listing(struct buf *o, enum lang lang, const struct listing_view *v);
void template_number(struct buf *o, enum lang lang, const struct number_view *v);
void template_work(struct buf *o, enum lang lang, const struct work_view *v);
void template_matter(struct buf *o, enum lang lang, const struct matter_view *v);
void template_documents(struct buf *o, enum lang lang, const struct documents_view *v);
void template_document(struct buf *o, enum lang lang, const struct document_view *v);
void template_search(struct buf *o, enum lang lang, const struct search_view *v);
void template_password(struct buf *o, enum lang lang, const struct password_view *v);
void template_once(struct buf *o, enum lang lang, const struct once_view *v);
void template_account(struct buf *o, enum lang lang, const struct account_view *v);
void template_second(struct buf *o, enum lang lang, const struct second_view *v);
void template_people(struct buf *o, enum lang lang, const struct people_view *v);
void template_person(struct buf *o, enum lang lang, const struct person_view *v);
#endif
