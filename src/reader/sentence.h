/* SPDX-License-Identifier: Apache-2.0
 *
 * sentence: the working form of one sentence while it is read: its mentions (quantities that may be figures) and its
 * expressions of time, in order, with the zones between them.
 *
 *    zone of mention 1                tail of 1      zone of 2            tail of 2
 *   |thu ngân sách quận| 8.343 tỷ đồng|            |, đạt       |111,24%| so với dự toán|, tăng ...
 *
 * A zone holds the subject and the verb of a mention, its tail what the mention is measured against or, for a count,
 * what is counted. All positions are indices of tokens of the block.
 */
#ifndef SENTENCE_H
#define SENTENCE_H
#include "lexicon.h"
#include "quantity.h"
#include "reader.h"
#include "when.h"

enum cue { CUE_NONE, CUE_CHANGE, CUE_EXCEED, CUE_ATTAIN, CUE_SHARE, CUE_TIMES };

/* Where the period of a mention comes from, strongest first. */
enum period_source { FROM_OWN, FROM_BEFORE, FROM_SENTENCE, FROM_BLOCK, FROM_HEADING, FROM_TEXT_SO_FAR, FROM_DATE };

struct mention {
    struct quantity quantity;
    size_t zone;                  /* first token of the zone */
    size_t lead;                  /* first token of the words that bound the number ("hơn", "khoảng", "từ") */
    size_t first, last;           /* the quote: number, unit, counted noun */
    size_t noun_first, noun_last; /* the counted noun; equal when there is none */
    size_t tail_end;              /* end of the tail */
    enum figure_bound bound;
    enum cue cue;  /* verb of the zone nearest to the number */
    int cue_value; /* of CUE_CHANGE: 1 up, -1 down */
    size_t cue_first, cue_last;
    bool rank;        /* "thứ 5", "Top 5", "34/63 tỉnh" after xếp */
    bool bracket;     /* stands in brackets that opened after another mention of the sentence */
    bool part;        /* a part of a count before it: "trong đó có 20 TTHC cấp tỉnh, 18 TTHC cấp huyện" */
    bool placed;      /* its own name is only a place */
    bool joined;      /* the subject is that of the whole and its own name */
    bool from, to;    /* "từ A xuống còn B" */
    bool governed;    /* a word of aiming earlier in the sentence makes it a plan */
    bool plan_tail;   /* the tail names a plan */
    bool base_tail;   /* the tail names another time */
    struct when base; /* of base_tail */
    size_t plan_first, plan_last; /* words of the plan */
    struct figure_statement figure;
    enum period_source period_source;
    size_t subject_first, subject_last; /* of its own words; equal when inherited */
};

/* What is carried from sentence to sentence. */
struct carry {
    struct period period;      /* what the blocks before this one spoke of last */
    struct period block_topic; /* time that opens this block: "Trong 10 tháng đầu năm, ..." */
    struct period block_last;  /* last time that a figure of this block named for itself */
    struct period heading;     /* of the heading above, or NONE */
    uint8_t heading_level;     /* of the heading that named it */
    bool heading_plan;         /* the heading is about targets */
    bool block_plan;           /* an introduction ending in ':' set targets */
    struct period intro;       /* time that such an introduction named */
    bool intro_open;           /* it ended its block: the list items after it are under it */
    struct period block_weak;  /* a time that the block named without a figure */
    struct period term;        /* last term of years: what an undated plan is for */
    struct str subject;        /* of the last level */
    struct str whole;          /* of the count whose parts follow */
    struct str place;
    uint32_t group;
};

struct reader {
    struct arena *work;  /* lists, and what lives as long as the reading */
    struct arena *arena; /* what the statements in `out` borrow; while streaming, set back when they have been put */
    struct arena *other; /* while streaming: takes the place of `arena` then */
    const struct reader_sink *sink; /* NULL: all statements stay in `out` */
    bool stopped;                   /* by the sink */
    const struct blocks *in;
    struct tokens tokens;
    struct date date;
    int year; /* that the text is about; 0 unknown */
    struct str place;
    struct carry carry;
    const struct block *block;
    bool heading;               /* the block is a heading or the lead */
    size_t first, last;         /* the sentence */
    struct lex_classes classes; /* of all phrases of the sentence: most questions for a class end here */
    bool colon;                 /* a ':' stands in it */
    size_t sentence;            /* its number in the block, from 0 */
    struct {
        VEC_FIELDS(struct mention);
    } mentions;
    struct {
        VEC_FIELDS(struct when);
    } whens;
    struct {
        VEC_FIELDS(struct statement);
    } out;
    size_t settled; /* of them: in order and with nothing left to repair */
    struct {
        VEC_FIELDS(uint32_t);
    } timeless; /* statements of headings and the lead whose period is a guess: places in `out` */
    struct {
        VEC_FIELDS(uint32_t);
    } early;         /* statements of flows before the text named any time: places in `out` */
    size_t repaired; /* of timeless */
    size_t batch;    /* goes up each time that the memory of `arena` is set back */
    struct problems problems;
};

enum { SIGHT = 48 }; /* tokens that any look to the left or right may pass */

/* Tokens [first, last) are what is read next. */
void sentence_set(struct reader *r, size_t first, size_t last);
/* Find mentions and times of the sentence [first, last); also references, which are put out at once. */
void mentions_find(struct reader *r);
/* Kind, against, sign, aspect and bound of mention k; needs those before k. */
void meaning_find(struct reader *r, size_t k);
/* The period of mention k; needs meaning. */
void period_choose(struct reader *r, size_t k);
/* After the mentions of a sentence: what its times mean for what follows. */
void period_remember(struct reader *r);
/* After a block: what it leaves to the next ones. */
void period_leave(struct reader *r);
/* Whether mention m flows over a time ("thu 577 tỷ đồng", "tăng 5%") and was given the date of the text for want of
 * one. */
bool period_is_early(const struct reader *r, const struct mention *m);
/* Figures of headings and the lead that named no time take it from the body that repeats them: from the statements
 * after them, PERIOD_BODY at most. Only the first PERIOD_TIMELESS such figures of a text do. */
enum { PERIOD_TIMELESS = 64, PERIOD_BODY = 400 };
void period_repair(struct reader *r);
/* After a block or a row: what is done with the statements so far when there are enough of them. */
void statements_settle(struct reader *r);
/* The subject and place of mention k; needs meaning, and subjects before k. */
void subject_find(struct reader *r, size_t k);
/* After all subjects of a sentence: counts that share one description. */
void subject_share(struct reader *r);
/* All cells of a table: blocks [first, last). */
void table_read(struct reader *r, size_t first, size_t last);
/* A reference to a document at token i; returns the token after it, or i when there is none. */
size_t reference_read(struct reader *r, size_t i);
/* Directives of the sentence. */
void directive_read(struct reader *r);

/* One statement of a mention with all fields set: shared by sentences and tables. */
void figure_put(struct reader *r, const struct figure_statement *f, uint32_t start, uint32_t end, struct str rule);

/* First time expression of the sentence that ends at or before token i and starts at or after `from`, nearest first;
 * NULL. */
const struct when *when_before(const struct reader *r, size_t i, size_t from);
/* The time expression that covers or starts at token i; NULL. */
const struct when *when_at(const struct reader *r, size_t i);
/* Whether the phrase with class c stands in tokens [from, to) of the sentence; *at its first token (may be NULL).
 * Nearest to `to`. */
bool class_between(const struct reader *r, enum lex_class c, size_t from, size_t to, size_t *at, size_t *len);
#endif
