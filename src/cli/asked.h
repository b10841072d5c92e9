/* SPDX-License-Identifier: Apache-2.0
 *
 * asked: what a command is asked about: indicators, a place, a period. Each can be named by an option (--indicator,
 * --unit, --period) or by an argument, and the arguments may come in any order: what each of them means is said by
 * itself (word_meaning.h). Help and man pages tell one order: CHỈ-TIÊU NƠI KỲ.
 *
 *   1. A word that means two things that the command asks about is an error that says both; the option decides then.
 *   2. A word that means nothing known is taken for what is still missing, so that the message is about that.
 *   3. What is named twice is an error and never the later one.
 */
#ifndef ASKED_H
#define ASKED_H
#include "command.h"
#include "office_formulas.h"
#include "stand.h"

/* What a command asks about. */
enum {
    ASK_INDICATOR = 1,  /* one */
    ASK_INDICATORS = 2, /* any number */
    ASK_UNIT = 4,
    ASK_PERIOD = 8,
    ASK_PERIODS = 16, /* several with commas */
    /* ... and cannot do without */
    NEED_INDICATOR = 32,
    NEED_UNIT = 64,
    NEED_PERIOD = 128,
    PREFER_INDICATOR = 512, /* a word that means nothing known is taken for one, though the command can do without */
    ASK_SCOPE = 256         /* a place for all that lies in it: --under and --unit are one */
};

struct wanted {
    struct office_formulas formulas; /* of the record */
    struct {
        VEC_FIELDS(const struct indicator *); /* in the order in which they were named */
    } indicators;
    const struct indicator *indicator; /* the first; NULL: none */
    struct str unit;                   /* as it was typed; "": none */
    struct str period;                 /* as it was typed; "": none */
};

/* The options of the command and its arguments from `first` on. Errors: ERR_ASKED_..., ERR_INDICATOR_UNKNOWN,
 * ERR_PERIOD_NEEDED, ERR_OPTION_MISSING. */
[[nodiscard]] bool asked_read(struct wanted *out, struct cli *c, size_t first, unsigned what, struct err *err);
/* The same of words that were picked out of the arguments. */
[[nodiscard]] bool asked_words(struct wanted *out, struct cli *c, const struct str *words, size_t count, unsigned what,
                               struct err *err);
/* The period that was asked for; NONE when none was. Errors: ERR_PERIOD_UNKNOWN. */
[[nodiscard]] bool asked_period(struct period *out, const struct wanted *a, struct err *err);

/* ERR_NO_FIGURES of the unit, or ERR_NO_FIGURES_THEN where it has figures of another period; always false. */
/* A note of the flows of which only parts of the period are known (period_parts.h); nothing when there are none. */
void asked_parts(struct cli *c, struct str parts, const struct kept_unit *unit, struct period period);
[[nodiscard]] bool asked_nothing(struct cli *c, const struct cube *cube, const struct kept_unit *unit,
                                 struct period period, struct err *err);

#define ASKED_INDICATOR_OPTION                                                                                         \
    {                                                                                                                  \
        "indicator", 'i', OPTION_TEXT, tr("CHỈ-TIÊU"), .help = tr("chỉ tiêu: mã hay tên, như C01")                     \
    }
#endif
