/* SPDX-License-Identifier: Apache-2.0
 *
 * given: figures that are put into a record one by one, each by a document of its own, about any place.
 */
#ifndef GIVEN_H
#define GIVEN_H
#include "record_fixture.h"

struct given {
    const char *place, *period, *value, *indicator, *measure; /* indicator NULL: C01; measure NULL: VND */
    enum figure_aspect aspect;
};

/* A document a figure, so that each has its own place. */
static inline void give(struct fixture *f, const struct given *g)
{
    struct import_options o = {.accept = true};
    struct import_result result;
    struct err err = {0};
    char text[200];
    snprintf(text, sizeof text, "%s %s %s đạt %s", g->place, g->period, g->indicator ? g->indicator : "C01", g->value);
    struct hand_figure figure = {g->value,
                                 g->value,
                                 g->measure ? g->measure : "VND",
                                 g->indicator ? g->indicator : "C01",
                                 g->period,
                                 .kind = KIND_LEVEL,
                                 .aspect = g->aspect};
    char *kept = str_copy_z(f->a, str_of(text));
    struct read_result r = hand_reading(f->a, "a.txt", kept, &figure, 1);
    r.reading.place = str_of(g->place);
    r.reading.date = r.reading.at[0].figure.period.to;
    assert_true(import_save(&result, f->db, f->a, &officer, str_of(kept), &r, &o, &err));
    if (result.accepted != 1) fail_msg("«%s» was not accepted", text);
}
#endif
