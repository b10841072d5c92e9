/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_private: the words of a formula as its reader sees them; seen by the files of formula alone.
 */
#ifndef FORMULA_PRIVATE_H
#define FORMULA_PRIVATE_H
#include "formula.h"

enum formula_sign {
    SIGN_END,
    SIGN_NUMBER,
    SIGN_WORDS, /* a unit of measure, the name of a function, a layer of plan */
    SIGN_CODE,
    SIGN_PLUS,
    SIGN_MINUS,
    SIGN_TIMES,
    SIGN_OVER,
    SIGN_PERCENT,
    SIGN_OPEN,
    SIGN_CLOSE,
    SIGN_NEXT /* between arguments */
};

struct formula_token {
    enum formula_sign sign;
    struct span at;
    struct str text; /* part of the formula */
    struct decimal number;
};

/* The token at or after byte *at; *at moves behind it. Errors: ERR_FORMULA_SIGN, ERR_FORMULA_NUMBER. */
[[nodiscard]] bool formula_next(struct formula_token *out, struct str text, size_t *at, struct err *err);

/* Fail at a place: {1} is `what`, {2} the place in characters from 1, {3} and {4} the others; err->span is set. */
bool formula_fail(struct err *err, enum err_code code, struct str text, struct span at, struct str what,
                  struct str more, struct str last);
#endif
