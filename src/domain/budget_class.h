/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_class: the budget classification (mục lục ngân sách nhà nước, data/budget/classes.tsv): chapters, levels,
 * sources, sectors and their parts, items and their parts, each with the years for which it holds and the text that
 * names it, and the line of the budget tables into which it goes where that is known.
 *
 * The table is not whole, and its comment says what is missing: a code that is not in it may well exist.
 */
#ifndef BUDGET_CLASS_H
#define BUDGET_CLASS_H
#include "arena.h"
#include "date.h"

enum budget_class_kind {
    CLASS_CHAPTER,   /* chương; code..end */
    CLASS_LEVEL,     /* cấp ngân sách */
    CLASS_SOURCE,    /* nguồn ngân sách */
    CLASS_SECTOR,    /* loại */
    CLASS_SUBSECTOR, /* khoản */
    CLASS_ITEM,      /* mục */
    CLASS_SUBITEM,   /* tiểu mục */
    CLASS_KINDS
};

/* All texts live as long as the program. */
struct budget_class {
    enum budget_class_kind kind;
    struct str code;
    struct str end;    /* of a range of chapters; else "" */
    struct str parent; /* code of the sector or item that it is a part of, or "" */
    struct str name;
    struct str line; /* indicator of the line that it goes into; "": not known, or decided by something else */
    struct date from, to;
    struct str citation;
};

struct budget_classes {
    const struct budget_class *at;
    size_t len;
};
struct budget_classes budget_classes(void);

struct str budget_class_word(enum budget_class_kind kind); /* "chapter", ..., "subitem" */

/* Whether it is the class of a code, or the range that a code lies in. */
bool budget_class_has(const struct budget_class *c, struct str code);
bool budget_class_holds(const struct budget_class *c, struct date day); /* an unknown day: ever */
#endif
