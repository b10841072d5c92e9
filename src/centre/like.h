/* SPDX-License-Identifier: Apache-2.0
 *
 * like: last year's figure of a unit that last year was not there, or not as it is now. Like is compared with like:
 *
 *   recomputed   the sum of what the old units that went into it as a whole reported, or of what lower units of them
 *                did (the wards of a district that was divided): phường 1 + phường 2 + phường 7 + phường 17
 *   estimated    where an old unit went there only in part: its figure times its share by a named measure:
 *                quận Bình Thạnh x 0,2218 of its people
 *   neither      "không so sánh được", with what is missing
 *
 * Only what adds up over units is summed or shared; a rate is taken over from a single old unit that went there as a
 * whole, or reckoned by its formula from figures that were found so, each by itself. An estimate is "about" what it
 * says, so verdicts on it are given only when they are clear.
 */
#ifndef LIKE_H
#define LIKE_H
#include "answer.h"
#include "snapshot.h"
#include "unit_lines.h"

struct formula_book; /* formula_book.h */
struct reckoned;     /* reckon.h */

enum like_rule {
    LIKE_SAME, /* the unit did not change between the two times: nothing is to be done here */
    LIKE_RECOMPUTED,
    LIKE_ESTIMATED,
    LIKE_NOT
};

/* What is put into the sum. */
struct like_part {
    struct str unit, name; /* id and name */
    struct str parent;     /* of a commune the name of the unit that it lies in, else "" */
    const struct cube_figure *figure;
    struct decimal share; /* {1, 0}: all of it */
    struct str measure;   /* by which it is shared; "" for all of it */
};

struct like {
    enum like_rule rule;
    struct measured value;
    struct {
        VEC_FIELDS(struct like_part);
    } parts;         /* by name, numbers in their order: phường 2 before phường 17 */
    struct str note; /* "tính lại từ ...", "ước theo tỷ lệ dân số của ...", or why not */
    const struct reckoned *reckoned; /* by the formula, of the parts of all its figures; NULL: the sum of the parts */
};

/* The lineage that matters for one unit and two times; the same for all its indicators. */
struct like_family;
[[nodiscard]] bool like_family_make(struct like_family **out, struct db *db, struct arena *a, struct str unit,
                                    struct period before, struct period now, struct err *err);
/* `before`: the question of last year, about the unit of the family. */
struct like like_base(const struct like_family *f, const struct cube *c, struct arena *a,
                      const struct question *before);

/* The same by the formula of the indicator, from the figures that it needs, each like for like (like_formula.c). False
 * when there is no formula for that time, or the unit did not change; *out is as it was then. */
bool like_by_formula(struct like *out, const struct like_family *f, const struct cube *c,
                     const struct formula_book *book, struct arena *a, const struct question *before);

/* Its note in a language; reasons why there is nothing to compare with are Vietnamese. */
struct str like_note(struct arena *a, const struct like *l, enum lang lang);
/* Its value for a comparison: of a formula with the digits that tables do not show. */
struct measured like_full(const struct like *l);

/* Ids of all units whose figures can be asked for: the unit, those it came from, and those of the record below them. */
struct like_ids {
    VEC_FIELDS(struct str);
};
[[nodiscard]] bool like_ids(struct like_ids *out, struct db *db, struct arena *a, struct str unit, struct err *err);

/* Growth of a unit over the same time of last year, like for like: answer_growth where the unit was the same, else
 * over the base of `like`, unless that is only an estimate and a report states the growth itself. */
struct answer like_growth(struct like *like, const struct like_family *f, const struct cube *c, struct arena *a,
                          const struct question *q);
#endif
