/* SPDX-License-Identifier: Apache-2.0
 *
 * word_meaning: what a word that an officer types can mean: an indicator, a unit, a period, or several of these. People
 * type "series Bình Tân C01" and "series C01 Bình Tân"; which is which the words say themselves.
 *
 *   indicator   its code ("C01", "c01"), its name, or a name that reports use ("thu ngân sách")
 *   unit        a code, an id, or a name that leads to one or several units (unit_look.h)
 *   period      a literal of period.h ("2023-H1")
 */
#ifndef WORD_MEANING_H
#define WORD_MEANING_H
#include "formula_book.h"
#include "unit_look.h"

struct word_meaning {
    const struct indicator *indicator; /* NULL: none */
    struct str unit;                   /* the name of the first one that it can be; "": none */
    bool is_period;
};

/* db may be NULL: then only units of the country. No error when it means nothing. */
[[nodiscard]] bool word_mean(struct word_meaning *out, struct db *db, struct arena *a,
                             const struct formula_scope *scope, struct str typed, struct err *err);

/* The indicator that is said; NULL: none, or more than one. */
const struct indicator *indicator_said(struct arena *a, const struct formula_scope *scope, struct str typed);
/* Some whose names have these words in them: "A02 (Dân số trung bình); ..."; "" when there are none. */
struct str indicator_near(struct arena *a, const struct formula_scope *scope, struct str typed);
#endif
