/* SPDX-License-Identifier: Apache-2.0
 *
 * stand: where a place stands in a period: for each indicator the plan, what was reached, both comparisons and the
 * verdicts, each with the figures that made it. The table of the command, the page and the report are made from this
 * one result.
 */
#ifndef STAND_H
#define STAND_H
#include "answer.h"
#include "like.h"
#include "snapshot.h"

struct stand_row {
    struct question question;
    struct answer value, plan, ratio, growth;
    struct like like; /* how last year's figure of the growth was found, where the unit was another then */
    enum plan_verdict plan_verdict;
    enum year_verdict year_verdict;
    enum pace_verdict pace;
    struct decimal expected; /* of the pace: per cent of the plan's time that has gone by */
    bool has_expected;
};

struct stand {
    struct kept_unit unit;
    struct period period;
    VEC_FIELDS(struct stand_row);                     /* in the order of the catalogue */
    size_t exceeded, reached, not_reached, under_way; /* how many rows have which verdict on their plan */
    size_t better, worse;
};

/* Every indicator of the catalogue of which something is known for the period: a value, a plan, or what a report
 * states of them. */
[[nodiscard]] bool stand_make(struct stand *out, const struct snapshot *s, struct db *db, struct arena *a,
                              struct kept_unit unit, struct period period, struct err *err);

/* The same from a cube, and the lines of the unit, which whoever shows it again and again keeps. */
void stand_fill(struct stand *out, const struct cube *cube, const struct like_family *family, struct arena *a,
                struct kept_unit unit, struct period period);

/* The figures that stand_make asks for: of all units, or of one (code) and of those that it came from. */
[[nodiscard]] bool stand_load(struct snapshot *out, struct db *db, struct arena *a, struct str unit, struct err *err);

/* The period to show when none was asked for: the latest that has at least half as many values as the fullest one.
 * NONE when the unit has no values. */
struct period stand_latest(const struct cube *cube, struct arena *a, struct str unit);
#endif
