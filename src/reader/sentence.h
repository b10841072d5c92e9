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
    size_t verb_first, verb_last; /* of a count: the verb that governs it; equal when there is none */
    size_t name_end;              /* of a count: end of what says which things are counted; 0 unknown */
    enum figure_bound bound;
    enum cue cue;  /* verb of the zone nearest to the number */
    int cue_value; /* of CUE_CHANGE: 1 up, -1 down */
    int sign;      /* "(+56,87 ha)", "(-0,53%)": 1, -1; else 0 */
    size_t cue_first, cue_last;
    bool rank;        /* "thứ 5", "Top 5", "34/63 tỉnh" after xếp */
    bool bracket;     /* stands in brackets that opened after another mention of the sentence */
    bool part;        /* a part of a count before it: "trong đó có 20 TTHC cấp tỉnh, 18 TTHC cấp huyện" */
    bool placed;      /* its own name is only a place */
    bool whom;        /* a count of those for whom something is done: "tặng quà cho 45 hộ" */
    bool labelled;    /* a count that the words before it name: "đánh bạc 33 vụ" */
    bool joined;      /* the subject is that of the whole and its own name */
    bool from, to;    /* "từ A xuống còn B" */
    bool governed;    /* a word of aiming earlier in the sentence makes it a plan */
    bool plan_tail;   /* the tail names a plan */
    bool base_tail;   /* the tail names another time */
    struct when base; /* of base_tail */
    size_t plan_first, plan_last; /* words of the plan */
    struct figure_statement figure;
    enum period_source period_source;
    bool aside;                         /* its time is of its own clause alone */
    size_t subject_first, subject_last; /* of its own words; equal when inherited */
};

/* Who asks for what the sentences are about. */
struct talk {
    struct str speaker; /* the last one who asked or said something, or "" */
    struct str named;   /* the last speaker with a name: whom "đồng chí" stands for */
    struct str whom;    /* of the last order */
    struct str due_words;
    struct period due; /* of the introduction of a list of tasks */
    bool open;         /* sentences without a verb of asking go on asking */
    bool tasks;        /* a list of tasks: each item is one */
    bool listed;       /* ... that an introduction opened: what is no item ends it */
    bool own;          /* the one who has the task set it himself */
    bool unnamed;      /* who asks is not said */
    bool stale;        /* open since a block before, and this one asked for nothing yet */
    int level;         /* party_level of the speaker */
    bool quoted;       /* a sentence of the block opened a quotation, ... */
    uint32_t quote;    /* ... before this statement */
};

/* What is carried from sentence to sentence. */
struct carry {
    struct period period;      /* what the blocks before this one spoke of last */
    struct period block_topic; /* time that opens this block: "Trong 10 tháng đầu năm, ..." */
    struct period before;      /* block_last of the block before */
    struct period block_last;  /* last time that a figure of this block named for itself */
    struct period first_own;   /* that a figure named for itself first */
    struct period heading;     /* of the heading above, or NONE */
    uint8_t heading_level;     /* of the heading that named it, ... */
    bool heading_first;        /* ... a title, of level 0 when it is a long one */
    bool heading_plan;         /* the heading is about targets */
    bool targets;              /* inside a section of targets (targets.c) */
    uint8_t targets_level;     /* of its heading */
    bool plan_run;             /* the sentence before set targets: one that tells of nothing done goes on with them */
    struct period plan_period; /* ... for this time */
    bool plan_amount;          /* the last amount of this block outside brackets was planned */
    bool block_plan;           /* an introduction ending in ':' set targets */
    struct period intro;       /* time that such an introduction named */
    bool intro_open;           /* it ended its block: the list items after it are under it */
    struct when base;          /* that the last comparison of this block named */
    bool has_base;
    bool monthly;             /* the last growth of a month that named its base was against the month before */
    struct period block_weak; /* a time that the block named without a figure */
    struct period term;       /* last term of years: what an undated plan is for */
    struct str subject;       /* of the last level */
    struct str whole;         /* of the count whose parts follow */
    struct {
        struct str unit, rest; /* "vụ", "phạm pháp hình sự" */
        bool state;            /* `rest` is a state: "đang hoạt động" */
    } counted[6];              /* counts of this block and what was said of them */
    struct str last_rest;      /* of the count remembered last */
    size_t counted_len;
    const struct block *counted_block;
    struct str row_whole, row_unit; /* of a row of parts: "trong đó: ngô 50 ha, lạc 20 ha" */
    const struct block *row_block;  /* where the row is going on; NULL: nowhere */
    struct {
        struct str whole, unit;
    } heads[3]; /* measures of this row by their unit: "diện tích" ha, "năng suất" tạ/ha, "sản lượng" tấn */
    size_t head_count;
    struct str item_whole, item_unit; /* what the items "+" of a list are parts of */
    const struct block *item_block;   /* the last block with a figure or such a name */
    const struct block *level_block;  /* the last block that named a level, ... */
    enum unit_class level_class;      /* ... measured so */
    struct str phrase_verb;           /* of a row in this sentence: "thu giữ" 5 kg heroin; 2 kg cần sa */
    struct str topic;                 /* "Trên lĩnh vực phòng chống tội phạm, ..." */
    const struct block *topic_block;
    struct str place;
    struct talk talk;
    uint32_t group;
};

/* A resolution of a congress: what makes two mentions one. */
struct congress {
    uint32_t statement;
    int level;          /* of the Party organisation; -1 unknown */
    struct period term; /* NONE when not said */
};

struct reader {
    struct arena *work;  /* lists, and what lives as long as the reading */
    struct arena *arena; /* what the statements in `out` borrow; while streaming, set back when they have been put */
    struct arena *other; /* while streaming: takes the place of `arena` then */
    const struct reader_sink *sink; /* NULL: all statements stay in `out` */
    bool stopped;                   /* by the sink */
    const struct blocks *in;
    struct tokens tokens;
    struct tokens letters; /* of a symbol, for a look into the lexicon */
    struct date date;
    int year; /* that the text is about; 0 unknown */
    struct str place;
    struct carry carry;
    const struct block *block;
    bool heading;               /* the block is a heading or the lead */
    size_t first, last;         /* the sentence */
    struct lex_classes classes; /* of all phrases of the sentence: most questions for a class end here */
    uint64_t marks;             /* of its punctuation: see sentence_has */
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
    struct {
        VEC_FIELDS(struct congress);
    } congresses;            /* since the statements were settled */
    struct documents *named; /* what mentions of documents told so far */
    size_t referred;         /* tokens before it belong to a reference already */
    size_t tail;             /* the token after the reference before with its date and issuer */
    uint32_t tail_of;        /* that statement */
    struct problems problems;
};

/* What the classes work, party, duty and deadline say of a word (data/lexicon/directive.tsv). */
enum {
    WORK_OPENS = 1,
    WORK_BETWEEN,
    WORK_AFTER,
    WORK_MODAL,
    WORK_NOUN,
    WORK_NO_DUTY,
    WORK_NO_ORDER,
    WORK_TASKS,
    WORK_POINTS
};
enum { PARTY_ALONE = 1, PARTY_WEAK, PARTY_BEFORE, PARTY_BEHIND, PARTY_PERSON, PARTY_PRONOUN };
enum { DUTY_STRONG = 1, DUTY_LISTED, DUTY_MUST };
enum { DEADLINE_BEFORE = 1, DEADLINE_AGAIN, DEADLINE_SOON };
/* What the classes doc_word and congress say (data/lexicon/document.tsv). */
enum {
    DOC_ENDS = 1,
    DOC_OPENS,
    DOC_NO_NAME,
    DOC_SET_OUT,
    DOC_BEFORE_OPENS,
    DOC_NUMBER,
    DOC_ABOUT,
    DOC_IMPLEMENTS,
    DOC_GIVES,
    DOC_WORKS_ON,
    DOC_WORKS_OUT
};
enum { CONGRESS_OPENS = 1, CONGRESS_NTH };

/* Whether the phrase at token i has the class with this value; its length. */
static inline bool word_says(const struct tokens *ts, size_t i, enum lex_class c, int value, size_t *len)
{
    const struct lex_sense *s = lexicon_at(ts, i, c, len);
    return s && s->value == value;
}
/* "triển khai thực hiện", "theo": what follows is carried out. */
static inline bool carries_out_at(const struct tokens *ts, size_t i, size_t *len)
{
    const struct lex_sense *s = lexicon_at(ts, i, LEX_DOC_WORD, len);
    return s && (s->value == DOC_IMPLEMENTS || s->value == DOC_WORKS_OUT);
}
/* Whether "các", "một số" stands just before token i. */
static inline bool many_before(const struct reader *r, size_t i)
{
    const struct lex_sense *s = i > r->first ? lexicon_word(&r->tokens, i - 1, LEX_PARTY) : NULL;
    return s && s->value == PARTY_BEFORE;
}

enum { SIGHT = 48 }; /* tokens that any look to the left or right may pass */

/* The bit of a mark in reader.marks: those that are asked for have bits of their own, some others share one. */
static inline uint64_t mark_bit(char c)
{
    return (uint64_t)1 << ((unsigned char)c & 63);
}
/* Whether a mark may stand in the sentence. */
static inline bool sentence_has(const struct reader *r, char c)
{
    return r->marks & mark_bit(c);
}

/* What the whole text says of itself (text_facts.c): fills the date and the place of the reader, as far as they are
 * found. */
void facts_date(struct reader *r);
void facts_place(struct reader *r);
/* The year that the text names most, 0 when none; of two named as often the later. */
int facts_year(struct str text);

/* Tokens [first, last) are what is read next. */
void sentence_set(struct reader *r, size_t first, size_t last);
/* Find mentions and times of the sentence [first, last); also references, which are put out at once. */
void mentions_find(struct reader *r);
/* Kind, against, sign, aspect and bound of mention k; needs those before k. */
void meaning_find(struct reader *r, size_t k);
/* Whether the word of asking at token i, n tokens long, asks for what follows: it is no noun and nothing done. */
bool asks_for(const struct reader *r, size_t i, size_t n);
/* The period of mention k; needs meaning. */
void period_choose(struct reader *r, size_t k);
/* After the mentions of a sentence: what its times mean for what follows. */
void period_remember(struct reader *r);
/* After a block: what it leaves to the next ones. */
void period_leave(struct reader *r);
/* Whether a time is what something is compared with: "so với năm 2022", "bằng năm 2016". */
bool period_is_base(const struct reader *r, const struct when *w);
/* Whether a time is none of a figure: a base, the year of prices or of a poverty line, "cao nhất kể từ năm 2020". */
bool period_is_apart(const struct reader *r, const struct when *w);
/* Whether mention m flows over a time ("thu 577 tỷ đồng", "tăng 5%") and was given the date of the text for want of
 * one. */
bool period_is_early(const struct reader *r, const struct mention *m);
/* Figures of headings and the lead that named no time take it from the body that repeats them: from the statements
 * after them, PERIOD_BODY at most. Only the first PERIOD_TIMELESS such figures of a text do. */
enum { PERIOD_TIMELESS = 64, PERIOD_BODY = 400 };
void period_repair(struct reader *r);
/* After a block or a row: what is done with the statements so far when there are enough of them. */
void statements_settle(struct reader *r);
/* At the end of the text: all of them. */
void statements_settle_all(struct reader *r);
/* The subject and place of mention k; needs meaning, and subjects before k. */
void subject_find(struct reader *r, size_t k);
/* The sentence ends in ':' at `last` and names what the items of the list after it are parts of. */
void subject_introduce(struct reader *r, size_t last);
/* After all subjects of a sentence: counts that share one description. */
void subject_share(struct reader *r);
/* Whether the heading [0, last) names targets at its front: "Một số chỉ tiêu chủ yếu", not "Xã Mẫu phấn đấu đạt 10%".
 * */
bool targets_headed(const struct reader *r, size_t last);
/* Whether tokens [0, last) are a title that sets targets of a time ahead; needs their times. */
bool targets_titled(struct reader *r, size_t last);
/* A title in capitals of that kind at the front of a block that goes on after it: its end, else 0. */
size_t targets_title_end(struct reader *r);
/* At a heading [0, last): a section of targets begins, goes on or ends. */
void targets_heading(struct reader *r, size_t last);
/* All cells of a table: blocks [first, last). */
void table_read(struct reader *r, size_t first, size_t last);
/* A table that stands one cell a block from block `first` on (flat_table.c); returns the block after it, or `first`. */
size_t flat_table_read(struct reader *r, size_t first);
/* A reference to a document at token i; returns the token after it, or i when there is none. */
size_t reference_read(struct reader *r, size_t i);
/* The same for documents without a number: puts out a statement and takes no token (its name may hold times and
 * numbers), but for a congress or plenum, whose number is passed over. */
size_t reference_unnumbered(struct reader *r, size_t i);
/* What stands after number and name of the document at token i: date, issuer, subject; the token after date and
 * issuer. */
size_t reference_tail(struct reader *r, struct reference_statement *ref, size_t i);
/* The subject that begins at token i: its end. A name is shorter: no list of things to do. */
size_t reference_about_end(const struct reader *r, size_t i, size_t most, bool name);
/* Who gives out the document at token i, and when, as said before it. */
void reference_given(struct reader *r, struct reference_statement *ref, size_t i);
/* The chain: the document before carries out this one, the last put out, which stands at tokens [first, last). */
void reference_link(struct reader *r, size_t first, size_t last);
/* When statements are settled, those from `first` on: short forms and mentions without issuer take what another mention
 * of the same document says, one of them or one before. */
void references_join(struct reader *r, size_t first);
/* Directives of the sentence. */
void directive_read(struct reader *r);
/* A heading (true) or the end of a block: what it means for directives. */
void directive_heading(struct reader *r);
void directive_leave(struct reader *r, bool asked);
/* By when: of the words [from, to) of the sentence. */
void directive_due(const struct reader *r, struct directive_statement *d, size_t from, size_t to);

/* The end of the body, person or list of them that begins at token i; i when none does. */
size_t party_end(const struct reader *r, size_t i, size_t limit);
/* The same for one of a list. */
size_t party_one_end(const struct reader *r, size_t i, size_t limit);
/* The first token of the party that stands before the verb at `verb`, adverbs between them apart; `verb` when none. */
size_t party_before(const struct reader *r, size_t from, size_t verb);
/* 0 the centre, 1 province, 2 district, 3 commune; -1 when no word tells. */
int party_level(const struct reader *r, size_t from, size_t to);
/* Length in tokens of the word that a party can begin with; 0 when none stands there. */
size_t party_head(const struct reader *r, size_t i, bool *person);

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
