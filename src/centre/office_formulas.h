/* SPDX-License-Identifier: Apache-2.0
 *
 * office_formulas: the formulas of a record, those of the program and those that the office added; adding and
 * removing them.
 */
#ifndef OFFICE_FORMULAS_H
#define OFFICE_FORMULAS_H
#include "change.h"
#include "formula_book.h"

struct office_formulas {
    struct formula_book book;  /* own ones first, in the order of their ids; then those of the table */
    struct kept_formulas kept; /* all that were ever added: book.at[i].own is an id of them */
};
/* Without a record (db NULL) those of the program alone. */
[[nodiscard]] bool formulas_load(struct office_formulas *out, struct db *db, struct arena *a, struct err *err);

struct formula_wish {
    struct str code, expression;
    struct date from, to;
    uint64_t decimals;
    struct str name, measure, better; /* of a new code; else "" */
    struct str source;
};
/* The formula as it would be, with nothing written: also its units of measure and its way round. Errors: those of
 * formula_rule_make and ERR_FORMULA_CYCLE, _EXISTS, _CODE_FORM, _NEW, _MEASURE_OTHER, _DECIMALS, _DAYS. */
[[nodiscard]] bool formula_try(struct formula_rule *out, const struct office_formulas *f, struct arena *a,
                               const struct formula_wish *w, struct err *err);
/* One change. Errors also: ERR_FORMULA_SOURCE. */
[[nodiscard]] bool formula_add(struct formula_rule *out, struct db *db, struct arena *a, const struct author *author,
                               const struct formula_wish *w, struct err *err);
/* The own formulas of a code, or that one which begins with `from`, are used no more. Errors: ERR_FORMULA_NONE,
 * ERR_FORMULA_BUILT_IN, ERR_FORMULA_REASON, ERR_FORMULA_USED. */
[[nodiscard]] bool formula_remove(size_t *count, struct db *db, struct arena *a, const struct author *author,
                                  struct str code, struct date from, struct str reason, struct err *err);
#endif
