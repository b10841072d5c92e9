/* SPDX-License-Identifier: Apache-2.0
 *
 * indicator: what is measured, as the catalogue (data/indicators.tsv, data/indicator_names.tsv) defines it. The
 * table is compiled into the program. Indicators that an office declares live in its record; who opens the record
 * makes them known here (indicator_own_put), and from then on they are found like those of the table, by their codes.
 * They are the one thing here that is not the same in every run of the program: a program works on one record.
 */
#ifndef INDICATOR_H
#define INDICATOR_H
#include "measure.h"

struct indicator_id {
    uint32_t n; /* 0: none; else 1 + place in the catalogue */
};

enum time_behaviour {
    TIME_FLOW,  /* adds up over time: revenue, dossiers received */
    TIME_STOCK, /* as of a day: population, firms in operation */
    TIME_RATE,  /* numerator over denominator, an index, a score, a rank: never added */
    TIME_COUNT
};

enum direction { DIRECTION_UP, DIRECTION_DOWN, DIRECTION_NONE };        /* which way is good */
enum aggregation { AGGREGATE_SUM, AGGREGATE_WEIGHTED, AGGREGATE_NONE }; /* over units of a unit */

/* For what times an indicator is reported: flags. */
enum indicator_periods {
    EVERY_DAY = 1,
    EVERY_WEEK = 2,
    EVERY_MONTH = 4,
    EVERY_QUARTER = 8,
    EVERY_HALF = 16,
    EVERY_YEAR = 32,
    EVERY_SCHOOL_YEAR = 64,
    EVERY_SEASON = 128, /* vụ gieo trồng */
    EVERY_SESSION = 256 /* kỳ họp Hội đồng nhân dân */
};

struct indicator {
    struct str code;           /* "C01" */
    struct str name;           /* official Vietnamese name */
    struct str unit;           /* unit of measure shown: "tỷ đồng", "%", "hồ sơ" */
    struct str canonical_unit; /* as statements write it: "VND", "%", "hồ sơ" */
    enum time_behaviour time;
    enum direction direction;
    enum aggregation aggregation;
    uint32_t periods;    /* enum indicator_periods */
    struct str citation; /* where the definition comes from */
    struct str base;     /* code of the indicator that this one is a growth of, a ratio to the plan of, or the plan of;
                                 * or "" */
    enum figure_kind base_kind; /* GROWTH, PLAN_RATIO; LEVEL: the plan of it (D01 of D02), or no base */
    bool own;                   /* declared by an office: its unit of measure is free words, which say no more */
};

struct indicators {
    const struct indicator *at;
    size_t len;
};

struct indicators indicator_catalogue(void); /* those of the table, sorted by code, and behind them the office's own */
struct indicators indicator_table(void);     /* those of the table */
struct indicators indicator_own(void);       /* the office's own, in the order in which they came */
const struct indicator *indicator_find(struct str code); /* NULL when there is none */
/* Likewise, of a code that somebody typed: where none has these letters, the one that differs in capitals alone. What
 * is kept is the code of the indicator and not what was typed. */
const struct indicator *indicator_typed(struct str code);

/* An own indicator becomes known, or is defined anew under its code; texts are copied. It must not have a code of the
 * table. Pointers to indicators that were handed out stay good as long as the program runs. */
void indicator_own_put(const struct indicator *i);
/* None is known: another record is opened. */
void indicator_own_forget(void);

/* The indicator that a phrase of a report names, given the unit of the figure ("" when unknown) and its kind: the
 * one whose names in data/indicator_names.tsv have the same senses (phrase.h) and whose unit of measure fits. For
 * growth and per cent of plan it is the indicator that grew: "tốc độ tăng giá trị sản xuất" is B02 as a level and
 * B01 as growth. NULL when nothing fits or two fit equally: a wrong indicator is worse than none. No allocation;
 * about a microsecond. */
const struct indicator *indicator_of_phrase(struct str phrase, struct str unit, enum figure_kind kind);

/* Whether a value in `unit`, as statements write units, can be a level (or an absolute change) of an indicator. */
bool indicator_takes_unit(const struct indicator *i, struct str unit);

/* Whether a unit of measure is the noun of a count ("hộ", "trường hợp") and no money, rate, area, score or the
 * like. */
bool indicator_counts_by(struct str unit);
#endif
