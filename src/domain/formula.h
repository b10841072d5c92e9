/* SPDX-License-Identifier: Apache-2.0
 *
 * formula: one indicator reckoned from others, in a small language that an office can write:
 *
 *     H02b / H01d                                 a ratio; shown in % when the indicator is in %
 *     B24a / A02 / năm                            per head and year
 *     kế hoạch(C01; HĐND)                         a plan, of the layer that is named, or of any: plan(C01)
 *     C01 / cùng kỳ(C01) - 100%                   the same window of last year: previous(C01)
 *     nhỏ nhất(6 điểm; 6 điểm * H05 / 50%)        min; max; 6 điểm is a number with its unit of measure
 *     tỷ lệ(H01c; H01a; 0)                        H01c / H01a, and 0 where H01a is 0: ratio
 *
 *   expression = term (("+" | "-") term)*
 *   term       = factor (("*" | "/" | "×" | ":") factor)*        "÷" and "−" too
 *   factor     = ["-"] (number [unit | "%"] | unit | code | function | "(" expression ")")
 *   function   = name "(" argument (";" argument)* ")"           a comma divides arguments too, but not two digits
 *   code       = a capital, then letters and digits, with a digit in it: C01, H02b, KTXH_1
 *   number     = 1.234.567,8 or 1234567.8; 1.000 is a thousand; 1,000 could be either and is refused
 *   unit, name = words: người, hồ sơ, triệu đồng, năm; names with or without marks (ke hoach)
 *
 * It is safe: no loop, no call of anything else, bounded in length, parts and depth. Values are exact fractions in base
 * units of measure; nothing is rounded until it is shown. A missing number makes the result missing, never zero; a
 * denominator 0 is an answer ("không tính được: mẫu số bằng 0") unless the formula says what holds then.
 */
#ifndef FORMULA_H
#define FORMULA_H
#include "arena.h"
#include "comparison.h"
#include "dimension.h"
#include "err.h"
#include "plan.h"

enum { FORMULA_TEXT = 1000, FORMULA_NODES = 200, FORMULA_DEPTH = 50, FORMULA_ARGUMENTS = 20, FORMULA_DECIMALS = 6 };

enum formula_op {
    FORMULA_NUMBER,
    FORMULA_OPERAND,
    FORMULA_ADD,
    FORMULA_SUB,
    FORMULA_MUL,
    FORMULA_DIV,
    FORMULA_NEGATE,
    FORMULA_MIN,
    FORMULA_MAX,
    FORMULA_RATIO /* of three: a / b, or c when b is 0 */
};

/* What of an indicator is meant. */
enum formula_role {
    ROLE_VALUE,
    ROLE_PLAN,
    ROLE_PREVIOUS /* the value of the same window a year before */
};

/* One step of the formula in the order of reckoning: operands first, then what is done with them. */
struct formula_node {
    enum formula_op op;
    uint8_t count;  /* how many arguments an operation takes */
    bool percent;   /* NUMBER: written with % */
    bool any_layer; /* PLAN: no layer was named */
    enum formula_role role;
    enum plan_layer layer;
    struct str code; /* OPERAND */
    struct rational number;
    struct dimension dimension; /* NUMBER: of its unit */
    struct span at;             /* bytes of the text */
};

struct formula {
    struct str text;
    const struct formula_node *at;
    size_t len;
};

/* The text is copied. Errors (with err->span): ERR_FORMULA_...; nothing is known of codes yet. */
[[nodiscard]] bool formula_read(struct formula *out, struct arena *a, struct str text, struct err *err);

/* The indicators that formulas may speak of: the catalogue, and those that an office added. */
struct formula_scope {
    struct indicators known; /* sorted by code */
    struct indicators own;
};
const struct indicator *formula_scope_find(const struct formula_scope *s, struct str code); /* NULL: none */

struct formula_type {
    struct dimension dimension;
    enum time_behaviour time; /* a sum of flows is a flow; what divides or mixes is a rate */
};

/* Whether all codes are there and all units of measure fit, and what comes out. Errors: ERR_FORMULA_CODE,
 * ERR_FORMULA_MEASURE, ERR_FORMULA_UNITS, ERR_FORMULA_BARE, ERR_FORMULA_ZERO. */
[[nodiscard]] bool formula_check(struct formula_type *out, const struct formula *f, const struct formula_scope *s,
                                 struct err *err);
/* The same for an indicator that is measured in `unit`. Errors also: ERR_FORMULA_RESULT, ERR_FORMULA_HUNDRED (a
 * percentage is not multiplied by 100 once more), ERR_FORMULA_MEASURE_FORM. */
[[nodiscard]] bool formula_check_result(struct formula_type *out, const struct formula *f,
                                        const struct formula_scope *s, struct str unit, struct err *err);

/* --- reckoning */

/* One operand as it is put in, in base units of measure. */
struct formula_input {
    bool known;
    struct rational value;
    struct interval range; /* what the printed number can have been, and its bound */
    enum figure_bound bound;
};
/* A figure of an indicator as an input; false when it is measured in something that does not convert, or does not
 * fit. */
[[nodiscard]] bool formula_input_of(struct formula_input *out, const struct measured *m, const struct indicator *i);

enum formula_why {
    FORMULA_KNOWN,
    FORMULA_MISSING,    /* an operand is not known */
    FORMULA_ZERO,       /* a denominator is 0 */
    FORMULA_BOUNDS,     /* "hơn" and "gần" work against each other */
    FORMULA_TOO_LARGE,  /* does not fit */
    FORMULA_OTHER_TIME, /* the indicator is not reckoned for such a period */
    FORMULA_WHYS
};
struct str formula_why_reason(enum formula_why why); /* behind "không tính được: "; "" for KNOWN */

struct formula_value {
    enum formula_why why;
    struct rational value; /* in base units */
    struct interval range;
    enum figure_bound bound;
    size_t node; /* where it went wrong, when it did */
};
/* inputs[i]: of node i, for nodes that are operands. Allocates nothing. */
void formula_reckon(struct formula_value *out, const struct formula *f, const struct formula_input *inputs);

/* A value in base units as a number in a unit of measure, rounded half away from zero to so many decimals of the unit
 * `shown` in which tables show it. False when it does not fit. */
[[nodiscard]] bool formula_round(struct decimal *out, struct rational value, struct str unit, struct str shown,
                                 int decimals);

/* The text with its operands replaced: with[i] stands for node i; an empty one leaves what is there. */
void formula_write(struct buf *b, const struct formula *f, const struct str *with);
#endif
