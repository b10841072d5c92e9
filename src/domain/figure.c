/* SPDX-License-Identifier: Apache-2.0
 *
 * figure: comparing keys. The order is that of the list of a record: indicator, unit, period, then what is said of
 * it.
 */
#include "figure.h"

int figure_key_cmp(const struct figure_key *a, const struct figure_key *b)
{
    int c = str_cmp(a->indicator, b->indicator);
    if (c == 0) c = str_cmp(a->unit, b->unit);
    if (c == 0) c = period_cmp(a->period, b->period);
    if (c == 0) c = (a->kind > b->kind) - (a->kind < b->kind);
    if (c == 0) c = (a->aspect > b->aspect) - (a->aspect < b->aspect);
    if (c == 0) c = str_cmp(a->layer, b->layer);
    if (c == 0) c = (a->against > b->against) - (a->against < b->against);
    return c == 0 ? period_cmp(a->against_period, b->against_period) : c;
}

bool figure_key_eq(const struct figure_key *a, const struct figure_key *b)
{
    return figure_key_cmp(a, b) == 0;
}
