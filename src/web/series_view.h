/* SPDX-License-Identifier: Apache-2.0
 *
 * series_view: a series (centre/series.h) as a page shows it: the times of one span (years, halves, quarters, months)
 * as a picture and as the table below it, which say the same.
 *
 *   years     one line over the years, and the plan of each
 *   shorter   the year that is spoken of beside the year before, position by position
 *   others    (days, terms, as of a day) have a table and no picture
 */
#ifndef SERIES_VIEW_H
#define SERIES_VIEW_H
#include "chart.h"
#include "frame.h"
#include "series.h"

enum time_span { SPAN_YEAR, SPAN_HALF, SPAN_QUARTER, SPAN_MONTH, SPAN_OTHER, SPANS };

struct series_wish {
    const struct grid *grid; /* that the series was made from */
    const struct series *series;
    struct str unit;
    const struct indicator *indicator;
    enum time_span span;
    int year; /* that shorter spans are shown of; 0: the last one there is */
};

enum time_span span_of(struct period p);
struct str span_word(enum time_span s); /* as it stands in an address: "nam" */
/* The span of such a word that the series has rows of; else that with the most rows. */
enum time_span span_chosen(const struct series *s, struct str word);
/* One link for each span that the series has rows of; `page` with "bang" for its word. */
void span_tabs(struct tabs_view *out, struct visit *v, const struct series *s, enum time_span chosen, struct link page);

/* Rows with the latest time first, and what is to be said of some of them. */
void series_rows(struct series_rows_view *out, struct notes_view *notes, struct visit *v, const struct series_wish *w);
/* out->any is false when there is nothing that a picture could say. */
void series_chart(struct chart_view *out, struct visit *v, const struct series_wish *w);
#endif
