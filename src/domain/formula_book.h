/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_book: the formulas that hold, those of data/formulas.tsv and those that an office added to its record: which
 * indicator, how, from when to when, after what text. An office's own formula goes before one of the table.
 *
 * No formula may lead back to itself, by whatever way and over whatever time: then there would be nothing to begin
 * with. A plan is always a figure and never reckoned, so plan(C01) in a formula of C01 is no way back.
 *
 * A rule may be of some kinds of units alone: an index measures a commune otherwise than a province. It goes before the
 * rule of all units, and an office's own rule goes before both.
 */
#ifndef FORMULA_BOOK_H
#define FORMULA_BOOK_H
#include "formula.h"
#include "period.h"
#include "unit.h"

struct formula_row {
    struct str code, expression;
    uint32_t levels;      /* 1 << enum unit_kind of the units that it is for; 0: of all */
    struct date from, to; /* both included; unknown: always */
    int decimals;         /* of what is shown, in the unit of tables */
    struct str citation;
};

struct formula_rule {
    struct formula_row row;
    const struct indicator *indicator;
    struct formula formula;
    struct formula_type type;
    uint32_t own; /* id in the record; 0: of the table */
    bool parts;   /* of no book: the sum of the parts of a period (cube/reckon_parts.c) */
    bool broken;  /* an own one that this program cannot read (any more): `why`; it is not used */
    struct err why;
};

struct formula_book {
    struct formula_scope scope;
    struct formula_rule *at; /* own ones first */
    size_t len;
};

/* The rows of data/formulas.tsv. */
struct formula_rows {
    const struct formula_row *at;
    size_t len;
};
struct formula_rows formula_table(void);

/* One row read and checked against the scope; *indicator of its code must be in it. */
[[nodiscard]] bool formula_rule_make(struct formula_rule *out, struct arena *a, const struct formula_row *row,
                                     const struct formula_scope *scope, struct err *err);
/* The formula of an indicator for a period: one that holds on its last day, for a unit of that kind; NULL: there is
 * none. Of no certain unit: UNIT_KINDS. */
const struct formula_rule *formula_rule_for(const struct formula_book *b, struct str code, struct period period,
                                            enum unit_kind kind);
/* The indicator of a code: of the catalogue, or an office's own; NULL: none. */
const struct indicator *formula_indicator(const struct formula_book *b, struct str code);
/* Whether some formula leads back to itself; *path: "B01 → B02 → B01", in the arena. */
bool formula_cycle(struct str *path, struct arena *a, const struct formula_book *b);
#endif
