/* SPDX-License-Identifier: Apache-2.0
 *
 * table_head: what the words at the head of a column say of the numbers below: role, time, aspect, comparison, unit.
 * The reader of reports and the import of tables ask here, so that both understand a head alike.
 */
#ifndef TABLE_HEAD_H
#define TABLE_HEAD_H
#include "arena.h"
#include "decimal.h"
#include "measure.h"
#include "period.h"

enum head_role { HEAD_VALUE, HEAD_NUMBER, HEAD_NAME, HEAD_UNIT, HEAD_NOTE };

struct table_head {
    enum head_role role;
    struct period period;
    enum figure_aspect aspect;
    enum figure_kind kind; /* LEVEL, or PLAN_RATIO, GROWTH, SHARE of a column of comparison */
    enum figure_against against;
    struct period against_period; /* AGAINST_PERIOD */
    struct str unit;              /* text of a unit in the head, or "" */
    struct str not_time;          /* a time in the head that cannot be ("Tháng 13/2026"): then it has none; or "" */
    struct str name;              /* what the head says is measured, or "" */
    bool places;                  /* of names: the head says that they are of places */
    bool percent;                 /* the head says that it is a percentage of something */
    bool versus; /* a wide head compares: "So sánh ước thực hiện với (%)", and below it with what */
    bool has_text;
};

#define TABLE_HEAD_NONE ((struct table_head){.unit = STR(""), .not_time = STR(""), .name = STR("")})

/* What is known from outside of the table. */
struct table_context {
    struct date date;      /* of the document; unknown allowed */
    struct period current; /* that the title speaks of, or NONE */
};

/* Adds what `words` say to *h, which begins as TABLE_HEAD_NONE. Words of one column from above to below: those of a
 * wide head over several columns first, then its own. `column`: its place, from 0. */
void table_head_read(struct table_head *h, struct arena *a, struct str words, size_t column,
                     const struct table_context *c);

/* "Tỷ đồng", "Triệu người", "%" as a factor and a canonical unit. False when it is no unit. */
[[nodiscard]] bool table_unit_read(struct decimal *factor, struct str *name, struct arena *a, struct str unit);
/* Growth in % that is printed as an index, 106.9 for +6.9: the growth. True when it was one. */
bool table_growth_of_index(struct decimal *value);
/* A unit of the lexicon and nothing else stands in the text: "Tỷ đồng", "Nghìn ha"; not "Doanh nghiệp". */
bool table_unit_is(struct arena *a, struct str words);
/* "(Đơn vị tính: triệu đồng)": the unit that it names, or "". */
struct str table_unit_said(struct arena *a, struct str words);
/* The first time that a title names ("... tháng 1 năm 2000"), or NONE. */
struct period table_period_said(struct arena *a, struct str words, struct date date);
/* The first time in the words that cannot be, as written ("Tháng 13/2026"), or "". */
struct str table_time_impossible(struct arena *a, struct str words);
#endif
