/* SPDX-License-Identifier: Apache-2.0
 *
 * grading: points of an officer by the products of his tasks (NĐ 335/2025/NĐ-CP; data/grading.tsv says what is not
 * compared with its text). Each product counts with its coefficient (sản phẩm quy đổi):
 *
 *     a, number    what is done of what was given
 *     b, quality   of what is done: 100 % less `quality_loss` for each time that it was sent back, not below 0
 *     c, time      of what is done: 100 % less `delay_loss` where it was late without an excuse
 *     result       (a + b + c) / 3 of the points for results; of a leader (a + b + c + d + đ + e) / 6, where d, đ, e
 *                  are results of his unit that somebody else has judged
 *
 * It is an aid: it shows its sums, and a person grades. Where nothing was given, or nothing is done, what follows from
 * it is not known, which is not 0. All is exact; rounded is only what is shown, to two digits.
 */
#ifndef GRADING_H
#define GRADING_H
#include "date.h"
#include "rational.h"
#include "str.h"

struct grading_rule {
    struct str code;
    struct date from, to;              /* both included; unknown: open */
    uint16_t common, result;           /* points at most */
    uint16_t quality_loss, delay_loss; /* % of a product */
    uint16_t excellent, good, fair;    /* points from which */
    uint16_t unit_rates;               /* of a leader: how many results of his unit go in */
    struct str citation, note;
};

/* The rule in force on a day; NULL: none. */
const struct grading_rule *grading_rule_on(struct date day);

struct grade_item {
    struct decimal weight; /* coefficient of the product, over 0 */
    bool done;
    bool late;        /* done after its due day */
    bool excused;     /* ... for reasons that do not count against him */
    uint32_t returns; /* times that it was sent back */
};

enum grade_level { GRADE_EXCELLENT, GRADE_GOOD, GRADE_FAIR, GRADE_FAILED };

struct grade {
    struct rational given, done, quality, pace; /* sums of products */
    bool has_a, has_bc;
    struct rational a, b, c; /* of 1 */
    struct rational result;  /* points; known when both are */
};
/* False when the sums do not fit (127 bits). */
[[nodiscard]] bool grade_reckon(struct grade *out, const struct grading_rule *r, const struct grade_item *items,
                                size_t count);
/* The result of a leader in place of that of grade_reckon: rates, of 1, are r->unit_rates of them. False also when the
 * rates a, b, c are not known. */
[[nodiscard]] bool grade_leader(struct grade *g, const struct grading_rule *r, const struct rational *rates);
enum grade_level grade_level(const struct grading_rule *r, struct rational points);
struct str grade_level_word(enum grade_level l);  /* "excellent", ... */
struct str grade_level_words(enum grade_level l); /* "hoàn thành xuất sắc nhiệm vụ", ... */
#endif
