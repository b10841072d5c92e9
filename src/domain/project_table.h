/* SPDX-License-Identifier: Apache-2.0
 *
 * project_table: what the tables of data/project/ know of public investment: sources of capital, stages of a project,
 * classes of obstacles, and until when the capital of a year's plan may be paid. Rows are found by their code, by their
 * name, or by a word that lists use for them, as typed or in capitals.
 */
#ifndef PROJECT_TABLE_H
#define PROJECT_TABLE_H
#include "date.h"
#include "str.h"

struct buf;

/* A code with its name; words: others for it, '|' between them. */
struct project_term {
    struct str code, name, words, citation;
};
struct project_terms {
    const struct project_term *at;
    size_t len;
};
struct project_terms project_sources(void);
struct project_terms project_stages(void); /* in the order in which a project goes through them */
struct project_terms project_obstacles(void);

/* NULL when nothing is called so. */
const struct project_term *project_term_find(struct project_terms t, struct str typed);
/* Its name; the code where there is none. */
struct str project_term_name(struct project_terms t, struct str code);
void project_terms_write(struct buf *b, struct project_terms t); /* "central (Ngân sách trung ương), ..." */

/* The same letters, capital or small: "HĐND", "hđnd". */
bool project_word_eq(struct str a, struct str b);
/* Whether `word`, in any letters, is one of `words` with '|' between them. */
bool project_words_have(struct str words, struct str word);

/* Why capital of a year's plan may be paid as long as it may. */
enum project_window_kind { WINDOW_YEAR, WINDOW_LATE, WINDOW_CARRIED };
struct project_window {
    enum project_window_kind kind;
    struct date from, to; /* of the rule */
    struct str last;      /* month and day of the next year: "01-31" */
    struct str name, citation;
};
/* The rule for the plan of a year; NULL when the table knows none. */
const struct project_window *project_window_find(enum project_window_kind kind, int year);
/* The last day on which it may be paid. */
struct date project_window_last(const struct project_window *w, int year);
#endif
