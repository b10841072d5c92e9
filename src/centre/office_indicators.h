/* SPDX-License-Identifier: Apache-2.0
 *
 * office_indicators: indicators that the catalogue does not have and an office (or a file of another institution)
 * measures. They are declared in the record under codes of their own and are from then on indicators like all others:
 * load, table, stand, rank, pivot, series, export know them. Names of theirs are not looked for in texts.
 */
#ifndef OFFICE_INDICATORS_H
#define OFFICE_INDICATORS_H
#include "change.h"
#include "named_rows.h"

/* Those of the record become known to the program (indicator_own_put). */
[[nodiscard]] bool office_indicators_use(struct db *db, struct err *err);

struct indicator_wish {
    struct str code, name;
    struct str measure; /* as tables show it */
    struct str time;    /* "flow", "stock", "rate"; "": rate, which is never added */
    struct str better;  /* "up", "down", "" */
    struct str added;   /* "yes", "no"; "": no */
    struct str source;
    uint32_t line; /* of the list; 0 when it was typed */
};

enum indicator_outcome { INDICATOR_NEW, INDICATOR_CHANGED, INDICATOR_SAME };

struct indicator_declared {
    struct kept_indicator is;
    enum indicator_outcome outcome;
};

struct indicators_declared {
    VEC_FIELDS(struct indicator_declared);
};

/* All of them or none, in one entry; dry: judge only. What is there in the same words changes nothing; in other words
 * it gets the later ones, but its unit of measure and its behaviour in time stay. Errors: ERR_INDICATOR_CODE,
 * ERR_INDICATOR_BUILT_IN, ERR_INDICATOR_FORMULA, ERR_INDICATOR_LACKS, ERR_INDICATOR_WORD, ERR_INDICATOR_TWICE,
 * ERR_INDICATOR_OTHER. */
[[nodiscard]] bool indicators_declare(struct indicators_declared *out, struct db *db, struct arena *a,
                                      const struct author *author, const struct indicator_wish *wishes, size_t count,
                                      bool dry, struct err *err);

/* Where a list is silent. */
struct indicator_defaults {
    struct str measure, time, better, added, source;
    bool measure_in_name; /* what stands in brackets in the name is the unit: "GDP (current US$)" */
};
/* The wishes of a list: code, name, measure, time, better, added, source. Errors: those of named_rows_read. */
[[nodiscard]] bool indicator_wishes_read(struct indicator_wish **out, struct named_rows *rows, struct arena *a,
                                         const struct workbook *w, struct str file, struct str told,
                                         const struct indicator_defaults *d, struct err *err);
/* Whether a text can be the code of an own indicator: a letter first, then letters, digits, '.', '_', '-'; 40 at most.
 * */
bool indicator_code_fits(struct str code);
#endif
