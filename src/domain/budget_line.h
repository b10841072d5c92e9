/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_line: the lines of the tables of the budget as trees (data/budget/lines.tsv): what stands under what, how it
 * goes into it, for whom and for which years, and the text that says so. There are three trees, and no number of one
 * is ever added into another:
 *
 *   revenue       what is collected in the area of the unit, for all levels of the budget   thu trên địa bàn
 *   local         what the budget of the unit has: its share, what it is given, carried over tổng thu ngân sách
 *   expenditure   what the budget of the unit spends                                         tổng chi
 *
 * A line is known by the code of its indicator, which stands once in a tree of one level of government and year.
 */
#ifndef BUDGET_LINE_H
#define BUDGET_LINE_H
#include "arena.h"
#include "date.h"

enum budget_part { BUDGET_REVENUE, BUDGET_LOCAL, BUDGET_EXPENDITURE, BUDGET_PARTS };

/* How a line goes into the one above it. */
enum budget_sign {
    BUDGET_PLUS,
    BUDGET_MINUS, /* taken off, however the sign of the number is printed: refunds */
    BUDGET_PLAN,  /* added in plans alone: a reserve is spent as something else */
    BUDGET_APART  /* told apart, in no sum */
};

/* Whether the lines below one, those told apart left out, are all of it. */
enum budget_whole { BUDGET_NONE, BUDGET_SOME, BUDGET_COMPLETE };

/* Whose tables have the line: flags. */
enum budget_level { BUDGET_OF_COUNTRY = 1, BUDGET_OF_PROVINCE = 2, BUDGET_OF_DISTRICT = 4, BUDGET_OF_COMMUNE = 8 };

/* All texts live as long as the program. */
struct budget_line {
    enum budget_part part;
    struct str indicator; /* code */
    struct str parent;    /* code of the line above; "": none */
    struct str number;    /* as tables number it: "A", "I", "1", "-", or "" */
    struct str name;      /* as tables name it: shorter than the indicator, which stands alone */
    enum budget_sign sign;
    enum budget_whole whole;
    uint32_t levels;      /* enum budget_level */
    struct date from, to; /* both included; to unknown: not ended */
    struct str citation;
};

struct budget_lines {
    const struct budget_line *at; /* in the order of the tables */
    size_t len;
};
struct budget_lines budget_lines(void);

/* Those of some levels that have a budget on a day (data/budget/levels.tsv); an unknown day: all. */
uint32_t budget_levels_on(uint32_t levels, struct date day);
/* The last of the days from..to on which there was a level; `to` when it was over before, or is not over. */
struct date budget_last_day(uint32_t level, struct date from, struct date to);
/* For one of the levels and on a day; an unknown day: ever. */
bool budget_line_holds(const struct budget_line *l, uint32_t levels, struct date day);

struct str budget_part_word(enum budget_part part); /* "revenue", "local", "expenditure" */
struct str budget_sign_word(enum budget_sign sign); /* "plus", "minus", "plan", "apart" */

enum { BUDGET_ROOT = -1 };

struct budget_node {
    const struct budget_line *line;
    int parent; /* place in the tree, before this one; BUDGET_ROOT */
    int depth;  /* 0: at the top */
};

struct budget_tree {
    VEC_FIELDS(struct budget_node); /* in the order of the table, each behind its parent */
};

/* The tree of one part for one level of government on a day. Empty where there is none: before the first year of the
 * table, and of a level that is no more. */
void budget_tree_make(struct budget_tree *out, struct arena *a, enum budget_part part, enum budget_level level,
                      struct date day);
#endif
