/* SPDX-License-Identifier: Apache-2.0
 *
 * project_capital: the capital of investment projects as lines of a book, and the arithmetic over them. A line is never
 * changed; one that was wrong is struck out and stays to be seen.
 *
 * Plan of a year: given (by the Prime Minister, by the council), supplements, adjustments (signed). Of one source what
 * the council gave goes before what the Prime Minister gave, since it is the same capital on its way down.
 * Paid: for accepted volume + advances - advances recovered in payments - paid back (DOMAIN 6.6: what was counted as an
 * advance is not counted again).
 * Capital of year Y that is paid after the window of the plan (31 January) is that which was carried on: it counts for
 * the year Y + 1 apart.
 * Treasury, claim: cumulative for the year's plan as of a day; the last one stated counts. Progress: % of the volume.
 *
 * What nobody has written is not known, and not 0.
 */
#ifndef PROJECT_CAPITAL_H
#define PROJECT_CAPITAL_H
#include "date.h"
#include "decimal.h"
#include "matter.h"

enum capital_sort {
    CAPITAL_GIVEN,
    CAPITAL_SUPPLEMENT,
    CAPITAL_ADJUST,
    CAPITAL_CARRIED, /* of the plan of `year` into the next one */
    CAPITAL_MEDIUM,  /* medium-term plan, of the years from `year` to `until` */
    CAPITAL_MEDIUM_ADJUST,
    CAPITAL_PAID,
    CAPITAL_ADVANCE,
    CAPITAL_RECOVERED,
    CAPITAL_RETURNED,
    CAPITAL_TREASURY,
    CAPITAL_CLAIM,
    CAPITAL_PROGRESS,
    CAPITAL_SORTS
};
struct str capital_sort_word(enum capital_sort s);
struct str capital_sort_name(enum capital_sort s);                              /* as lists print it, in Vietnamese */
[[nodiscard]] bool capital_sort_read(enum capital_sort *out, struct str typed); /* word, name, usual words */
bool capital_is_voucher(enum capital_sort s); /* money moved: it counts as disbursed */
bool capital_is_plan(enum capital_sort s);    /* what may be paid */
bool capital_is_stated(enum capital_sort s);  /* as of a day: treasury, claim, progress */

enum capital_layer { CAPITAL_NO_LAYER, CAPITAL_BY_PM, CAPITAL_BY_COUNCIL, CAPITAL_LAYERS };
struct str capital_layer_word(enum capital_layer l); /* "", "pm", "council" */
struct str capital_layer_name(enum capital_layer l);
[[nodiscard]] bool capital_layer_read(enum capital_layer *out, struct str typed);

struct capital_line {
    uint32_t id; /* shown as V7 */
    struct matter_id project;
    enum capital_sort sort;
    int16_t year, until; /* of the plan; until: of the medium term, else 0 */
    struct str source;   /* code; "" of what is stated */
    enum capital_layer layer;
    struct decimal amount; /* đồng; of progress per cent */
    struct date day;
    struct str number; /* of the decision or voucher */
    struct str note;
    struct str file, file_name; /* evidence: SHA-256 and name, or "" */
    uint32_t contract;          /* of a voucher; 0: none was said */
    bool struck;
};

struct money {
    bool known;
    struct decimal value;
};
struct stated_money {
    bool known;
    struct decimal value;
    struct date day;
    bool evidence;
};

/* The capital of one project in one year as of a day. */
struct capital_year {
    int year;
    struct money pm, council, base; /* base: of each source the council's, else the Prime Minister's */
    struct money supplement, adjust;
    struct money changed; /* base + supplement + adjust: the plan of the year as it is */
    struct money carried; /* of the year before, carried on into this one */
    struct money all;     /* changed + carried */
    struct money medium;  /* medium-term plan that holds in this year, with its adjustments */
    struct money paid, advance, recovered, returned;
    struct money done;         /* disbursed of this year's plan, in its window */
    struct money done_carried; /* disbursed of what was carried on from the year before */
    struct money done_all;     /* done + done_carried, the latter where something was carried on */
    struct money open_advance; /* of all years: advances - recovered - returned */
    struct stated_money treasury, claim, progress;
    size_t vouchers;
    bool too_large; /* some sum did not fit: nothing of it is known */
};
/* lines: of one project, in any order; struck ones and those after `on` do not count. source: of this one alone; "": of
 * all. */
void capital_year_of(struct capital_year *out, const struct capital_line *lines, size_t count, int year, struct date on,
                     struct str source);

/* The sums of several projects; what was stated is added where it is known, with the earliest of its days. */
void capital_year_join(struct capital_year *to, const struct capital_year *y);

/* What a rate divides by. */
enum capital_base { BASE_PM, BASE_COUNCIL, BASE_CHANGED, BASE_CARRIED, CAPITAL_BASES };
struct str capital_base_word(enum capital_base b); /* "pm", "council", "changed", "carried" */
[[nodiscard]] bool capital_base_read(enum capital_base *out, struct str word);

/* Over several projects: only those of which the base is known are in the rate, and the others are told. */
struct capital_rate {
    struct money base, done;
    size_t with, without; /* projects with and without a base */
    size_t silent;        /* of those with one: without any voucher */
    struct money outside; /* disbursed by those without one */
    bool too_large;
};
void capital_rate_add(struct capital_rate *r, enum capital_base b, const struct capital_year *y);
/* done / base in per cent, two digits, half up. False when nothing is known or the base is not more than 0. */
bool capital_rate_percent(struct decimal *out, const struct capital_rate *r);

/* A sum that says whether it fits. */
void money_add(struct money *to, struct decimal d, bool *too_large);
void money_join(struct money *to, struct money m, bool *too_large);

/* Until when capital of the plan of a year may be paid for a project, by its lines (data/project/windows.tsv): from the
 * first of January of that year to *last; *why names the rule. False when no rule is known for that year. */
struct project_window;
bool capital_window(struct date *last, const struct project_window **why, const struct capital_line *lines,
                    size_t count, int year);
#endif
