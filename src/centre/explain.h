/* SPDX-License-Identifier: Apache-2.0
 *
 * explain: from a shown number back to the words of the documents. An id (answer_show.h) leads to the formula, the
 * figures that were put into it, and for each figure the documents that say it with the sentence and the quote in
 * it, who accepted it and when, and what stood there before. What is missing is named.
 */
#ifndef EXPLAIN_H
#define EXPLAIN_H
#include "answer_show.h"
#include "correction_rows.h"
#include "load_rows.h"
#include "snapshot.h"
#include "statement_rows.h"

struct buf;

/* One place in one document that says it. */
struct explain_quote {
    struct statement_id statement;
    enum statement_state state;
    struct document_id document;
    struct str document_name;
    uint32_t page;        /* of a document that has pages, from 1; else 0 */
    struct str time, who; /* of the entry that decided on the statement */
    struct str words;     /* the sentence, on one line */
    uint32_t first, last; /* bytes of `words`: the quote */
};

/* One figure with everything that says it. */
struct explain_figure {
    struct kept_figure kept;
    struct str unit_name;
    struct {
        VEC_FIELDS(struct explain_quote);
    } quotes;
    struct correction_list corrections; /* that put it in the place of another, or took it away */
    struct kept_load load;              /* that brought it, when no document says it; else id 0 */
    struct {
        VEC_FIELDS(struct kept_figure);
    } earlier; /* revisions that it replaced, the newest first */
};

enum explain_kind { EXPLAIN_FIGURE, EXPLAIN_STATEMENT, EXPLAIN_ANSWER };

struct explanation {
    enum explain_kind kind;
    struct str id;
    struct str title;   /* "Thu ngân sách nhà nước trên địa bàn, quận An Hòa, năm 2023" */
    struct str asked;   /* "thực hiện", "kế hoạch", "% kế hoạch", "so với cùng kỳ" */
    struct str result;  /* "8.343 tỷ đồng", "111,24 %"; "" when there is none */
    struct str formula; /* "8.343 / 7.500 × 100"; "" for a figure as it stands */
    struct str why;     /* why there is none, and what is missing; else "" */
    struct str remark;  /* what a report states instead; else "" */
    struct {
        VEC_FIELDS(struct explain_figure); /* in the order of the formula */
    } figures;
    struct explain_quote said; /* EXPLAIN_STATEMENT */
};

/* Errors: ERR_ANSWER_UNKNOWN (no id at all), ERR_FIGURE_MISSING, ERR_STATEMENT_MISSING, ERR_UNIT_UNKNOWN. */
[[nodiscard]] bool explain_make(struct explanation *out, struct db *db, struct arena *a, struct str id,
                                struct err *err);
/* The same by figures that were loaded before: for many numbers of one place. */
[[nodiscard]] bool explain_with(struct explanation *out, const struct snapshot *s, struct db *db, struct arena *a,
                                struct str id, struct err *err);

/* The sentence around a span of a text, on one line (at most EXPLAIN_SENTENCE bytes to each side of the quote), and
 * where the span is in it. */
enum { EXPLAIN_SENTENCE = 400 };
struct str explain_sentence(uint32_t *first, uint32_t *last, struct arena *a, struct str text, struct span span);

/* A figure's own words: "8.343 tỷ đồng", "tăng 8,3 %", "đạt 111,24 %", "35/38 chỉ tiêu". In the arena. */
struct str explain_number(struct arena *a, const struct figure *f);

void explain_write_json(struct buf *b, const struct explanation *e);
#endif
