/* SPDX-License-Identifier: Apache-2.0
 *
 * report_targets: the section of a report about the targets of the place: a table for each programme, how many of how
 * many are reached, and for each that is missed what is lacking, why, who does what by when. Its numbers are linked to
 * the notes of the report as the others are.
 */
#ifndef REPORT_TARGETS_H
#define REPORT_TARGETS_H
#include "report.h"
#include "target_status.h"

struct html_writer;

/* Status and notes; no programmes: an empty section, of which nothing is written. */
[[nodiscard]] bool report_targets_make(struct report *r, const struct snapshot *s, struct db *db, struct arena *a,
                                       struct err *err);
void report_targets_markdown(struct buf *b, struct arena *a, const struct report *r);
void report_targets_html(struct html_writer *h, struct arena *a, const struct report *r);
#endif
