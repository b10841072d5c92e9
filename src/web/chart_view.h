/* SPDX-License-Identifier: Apache-2.0
 *
 * chart_view: a chart (output/chart.h) as templates/chart.html draws it. Who calls fills in finding and unit.
 */
#ifndef CHART_VIEW_H
#define CHART_VIEW_H
#include "chart.h"
#include "frame.h"

void chart_view(struct chart_view *out, struct visit *v, const struct chart *c);
#endif
