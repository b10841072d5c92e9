/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_lacks: what stands in the way of a number that a formula would give, looked for down to the figures that
 * somebody has to enter: those that are not there, and denominators that are 0 because nothing happened.
 */
#ifndef FORMULA_LACKS_H
#define FORMULA_LACKS_H
#include "reckon.h"

struct lacked {
    const struct reckoned_operand *operand;
    struct str uses; /* codes of the formulas that want it: "H25d, H26d" */
};

struct lacked_list {
    VEC_FIELDS(struct lacked); /* each indicator, role and time once */
};

struct formula_lacks {
    struct lacked_list
        missing;             /* no figure, one that is too old or not one number; or a formula that fails otherwise */
    struct lacked_list zero; /* known, and 0 in a denominator */
};
/* Nothing of a number that is known. */
void formula_lacks_find(struct formula_lacks *out, struct arena *a, const struct reckoned *r);
/* The same, added to what others lack. */
void formula_lacks_add(struct formula_lacks *out, struct arena *a, const struct reckoned *r);
/* What somebody has to do about one: "chưa có số liệu", "số gần nhất là của ...", "mẫu số, đang bằng 0: ...". */
struct str formula_lacked_note(struct arena *a, const struct lacked *l, enum lang lang);

/* Everything that is missing: "H33a (Số xã ...), H33b (...)"; at most a few, then how many more; "" when nothing is. */
struct str formula_missing_words(struct arena *a, const struct formula_lacks *l, enum lang lang);
/* "chưa có hồ sơ nào trong quý III/2026: H20a (...) bằng 0; không có thủ tục nào: ..."; "" when there is none. */
struct str formula_zero_words(struct arena *a, const struct formula_lacks *l, enum lang lang);
/* Both: "thiếu H33b (...); chưa có hồ sơ nào ..."; "" when nothing stands in the way. */
struct str formula_lacks_words(struct arena *a, const struct reckoned *r, enum lang lang);
/* The same in brief: of more than a few only the codes: "thiếu 7 số liệu: H24a, H24b, ...". */
struct str formula_lacks_brief(struct arena *a, const struct reckoned *r, enum lang lang);
/* "không tính được: thiếu số liệu H01d (Số hồ sơ đã giải quyết), năm 2025"; "" when it was reckoned. */
struct str formula_why(struct arena *a, const struct reckoned *r, enum lang lang);
#endif
