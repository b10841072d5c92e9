/* SPDX-License-Identifier: Apache-2.0
 *
 * stand: where a place stands in a period: for each indicator the plan, what was reached, both comparisons and the
 * verdicts, each with the figures that made it. The table of the command, the page and the report are made from this
 * one result.
 */
#ifndef STAND_H
#define STAND_H
#include "answer.h"
#include "corrected.h"
#include "like.h"
#include "locked.h"
#include "outlook.h"
#include "reckon.h"
#include "snapshot.h"

struct stand_row {
    struct question question;
    struct answer value, plan, ratio, growth;
    struct like like; /* how last year's figure of the growth was found, where the unit was another then */
    enum plan_verdict plan_verdict;
    enum year_verdict year_verdict;
    enum pace_verdict pace;
    const struct reckoned
        *computed; /* by the formula of the indicator; NULL: it has none, or it lacks figures. It is the
                                      * value where nobody reported one (ANSWER_FORMULA) */
    const struct locked_value *locked; /* what a locked report keeps of the value, by a formula; NULL: nothing */
    struct locked_look look;           /* ... and how that stands to what is reckoned today */
    bool estimate;                     /* a value by a formula that an estimate is in */
    struct str formula;                /* ... and the formula; "" of others */
    bool contradicts;                  /* ... and what was reported cannot be it, however both were rounded */
    struct pace_share share;           /* what the pace goes by (outlook.h); by NOTHING: there is none */
    /* a figure that it is made of was, after a report that holds it was locked */
    bool value_corrected, plan_corrected, ratio_corrected, growth_corrected;
};

struct stand {
    struct kept_unit unit;
    struct period period;
    VEC_FIELDS(struct stand_row);                     /* in the order of the catalogue */
    size_t exceeded, reached, not_reached, under_way; /* how many rows have which verdict on their plan */
    size_t better, worse;
    struct correction_list corrections; /* of the numbers of the rows */
    struct str parts;                   /* what is known of parts of the period alone (period_parts.h) */
    struct {
        VEC_FIELDS(const struct reckoned *);
    } partial; /* scores of which some components are known and others lack: no number is given for them */
};

/* Every indicator of which something is known for the period: a value, a plan, what a report states of them, or what
 * its formula gives. A ratio to plan or growth that stands in the row of its own indicator anyway gets no row of its
 * own. */
[[nodiscard]] bool stand_make(struct stand *out, const struct snapshot *s, struct db *db, struct arena *a,
                              struct kept_unit unit, struct period period, struct err *err);

/* The same with the lines of the unit, which whoever shows it again and again keeps; paces by the calendar, until
 * stand_add_paces. */
void stand_fill(struct stand *out, const struct snapshot *s, const struct like_family *family, struct arena *a,
                struct kept_unit unit, struct period period);

/* Whether some row has a pace that past years can say. */
bool stand_wants_paces(const struct stand *s);
void stand_add_paces(struct stand *s, const struct outlook_place *past, struct arena *a);

/* What is to be said of values by formulas that a lock keeps, of rows in that state; in the order of the rows. */
struct locked_words {
    VEC_FIELDS(struct str);
};
struct locked_words stand_locked(struct arena *a, const struct stand *s, enum locked_state state);

/* Which numbers were corrected after their report was locked; of a stand that was filled. */
[[nodiscard]] bool stand_corrections(struct stand *s, struct db *db, struct arena *a, struct err *err);

/* The figures that stand_make asks for: of all units, or of one (code) and of those that it came from. */
[[nodiscard]] bool stand_load(struct snapshot *out, struct db *db, struct arena *a, struct str unit, struct err *err);

/* What a value that was reckoned is over its base: its plan, or last year's value, which may be reckoned too (*then;
 * NULL when it is a figure or not there). `growth`: else in per cent of the plan. */
struct answer computed_comparison(const struct reckoned **then, const struct snapshot *s, struct arena *a,
                                  const struct question *q, const struct measured *value, bool growth);

/* The period to show when none was asked for: the latest that has at least half as many values as the fullest one.
 * NONE when the unit has no values. */
struct period stand_latest(const struct cube *cube, struct arena *a, struct str unit);
#endif
