/* SPDX-License-Identifier: Apache-2.0
 *
 * check_private: what the files of the checker share: items (figures with the words around them), the orders in which
 * rules go through them, readings, and how a finding is made. See check.c for the whole.
 */
#ifndef CHECK_PRIVATE_H
#define CHECK_PRIVATE_H
#include "buf.h"
#include "check.h"
#include "interval.h"
#include "map.h"

/* A text of millions of figures has to fit into ten times its size, so what figures share stands once: `about` for all
 * of a document that say the same of another number and subject, `more` for the few with more than a number, and
 * subjects and the words around a figure are parts of the text and of one copy of it in lower case. */

struct told;

/* What a figure says besides its number and subject. */
struct about {
    const struct told *in; /* the document, or the record */
    struct period period, against_period;
    struct str unit, indicator, place, plan; /* as in struct figure_statement */
    uint32_t place_number;                   /* same number: same place; 0: none said */
    uint32_t unit_number;                    /* same number: same unit of measure */
    uint32_t document;                       /* place in the input, or CHECK_RECORD */
    enum figure_kind kind : 8;
    enum figure_bound bound : 8;
    enum figure_aspect aspect : 8;
    enum figure_against against : 8;
    bool heading : 1, has_max : 1, has_of : 1;
    bool percent : 1, money : 1, count : 1; /* by its unit: see check_value.c */
    bool top : 1;                           /* the year of its period stands at the top of the document */
};

/* What names the plan of a plan_ratio ("dự toán hđnd quận giao"), lower case; "" unknown. */
struct item_plan {
    struct str text;
    uint32_t words; /* same number: same plan, as far as words tell; 0: unknown; see check_subject.c */
    bool bare;      /* no word tells whose plan it is: "kế hoạch", "dự toán năm" */
};

struct item_more {
    struct decimal max, of;
    struct item_plan plan;
};

/* Texts that are no part of a document, equal ones once. */
struct copies {
    struct map known; /* to their place */
    VEC_FIELDS(struct str);
};

/* A document, or the record. */
struct told {
    struct str text;
    struct date date;
    struct str lower;                  /* the text as lower_words writes it; see check_index.c */
    const struct check_figure *record; /* of the record: spans are places in it */
    const struct copies *copies;
    struct {
        VEC_FIELDS(struct item_more);
    } more;                      /* the first has nothing */
    uint32_t number, first, end; /* its items */
};

/* One figure with what the rules ask about it: 64 bytes, and there may be millions. */
struct item {
    const struct about *f;
    int64_t coefficient;          /* of its value */
    uint32_t start, end;          /* the quote; in the record: its place */
    uint32_t sentence;            /* same number: same sentence of the same document */
    uint32_t paragraph;           /* likewise */
    uint32_t chain;               /* figures of one clause about one subject: place in checker.chain_first */
    uint32_t more;                /* place in told.more */
    uint32_t subject;             /* its words: where they start in told.text, or place in told.copies */
    uint32_t subject_number;      /* same number: same content words; see check_subject.c */
    uint32_t left, right;         /* the words around it: where they start in told.lower, and their lengths */
    uint16_t left_len, right_len; /* left: of the quote in its sentence, of at most WINDOW_BEFORE bytes of text */
    uint16_t subject_len;
    int8_t scale;
    bool copied : 1; /* its subject */
    bool lead : 1;   /* in a heading, or in the first paragraph that has a figure: a summary of what follows */
    bool table : 1;  /* stands in a table */
    bool said : 1;   /* its subject stands in its own sentence, not only in one before */
    bool timed : 1;  /* the year of its period stands in its sentence, or at the top of the document */
    bool exact : 1;  /* counts whole things, or is money to the đồng: not rounded */
};

enum { WINDOW_BEFORE = 240, WINDOW_AFTER = 200 };

static inline struct decimal item_value(const struct item *i)
{
    return (struct decimal){i->coefficient, i->scale};
}

/* As in struct figure_statement. */
static inline struct str item_subject(const struct item *i)
{
    const struct told *d = i->f->in;
    const char *from = i->copied ? d->copies->at[i->subject].ptr : d->text.ptr + i->subject;
    return i->subject_len ? (struct str){from, i->subject_len} : (struct str){"", 0};
}

/* Of a range; of m/n. */
static inline struct decimal item_max(const struct item *i)
{
    return i->f->in->more.at[i->more].max;
}

static inline struct decimal item_of(const struct item *i)
{
    return i->f->in->more.at[i->more].of;
}

static inline const struct item_plan *item_plan(const struct item *i)
{
    return &i->f->in->more.at[i->more].plan;
}

/* Words left of the quote in its sentence, lower case, single spaces; and right of it. */
static inline struct str words_before(const struct item *i)
{
    return i->left_len ? (struct str){i->f->in->lower.ptr + i->left, i->left_len} : (struct str){"", 0};
}

static inline struct str words_after(const struct item *i)
{
    return i->right_len ? (struct str){i->f->in->lower.ptr + i->right, i->right_len} : (struct str){"", 0};
}

struct str last_words(const struct item *i, size_t most); /* the last bytes of words_before */
struct str quote_of(const struct item *i);
struct figure_id item_id(const struct item *i); /* of a figure of the record */

/* The content words of a subject, sorted numbers of words. */
struct subject {
    const uint32_t *words;
    uint32_t count;
};

enum { WORDS_MAX = 64 };

struct word_list {
    uint32_t at[WORDS_MAX];
    uint32_t len;
};

/* Keys and their numbers from 1 on (check_number.c): about 8 bytes a key beside its own. */
struct numbering {
    struct {
        VEC_FIELDS(char);
    } keys; /* of all, one after another */
    struct {
        VEC_FIELDS(uint32_t);
    } ends;          /* of each in `keys` */
    uint32_t *slots; /* hash table of numbers; 0: free */
    size_t size;     /* 0 or a power of two */
};

uint32_t number_of(struct numbering *n, struct arena *a, struct str key); /* the one it has or gets; 0: too many keys */
struct str number_key(const struct numbering *n, uint32_t number);        /* borrowed until the next number_of */

/* The number that a subject of a place had. */
struct subject_seen {
    struct str text;
    uint32_t place, number;
};

enum { SUBJECTS_SEEN = 1024 };

/* Words as numbers (check_subject.c). */
struct numbers {
    struct arena *arena;
    struct map place_names, unit_names;
    struct numbering words, subjects, places, units, plans, cores;
    struct word_list core_words;
    struct {
        VEC_FIELDS(uint32_t);
    } core_of;                 /* each subject: same number: one may be the plan of the other, as far as words tell */
    struct subject_seen *seen; /* SUBJECTS_SEEN of the last ones, by their hash */
};

void number_about(struct numbers *n, struct about *f); /* fills its numbers */
/* The number of a subject of a place, from 1; 0: too many. The text is kept. */
uint32_t number_subject(struct numbers *n, struct str subject, const struct about *f);
struct subject subject_words(const struct numbers *n, uint32_t subject); /* borrowed until the next is numbered */
void number_plan(struct numbers *n, struct item_plan *p);                /* fills words and bare for its text */

struct rule;

struct checker {
    struct arena *arena;
    enum lang lang;
    struct numbers numbers;
    struct findings *out;
    const struct rule *rule; /* the one that is running */
    struct arena *spare;     /* for texts of findings that are only counted */
    struct item *items;      /* in order of document and position; the record last */
    uint32_t count;
    struct {
        VEC_FIELDS(struct told *);
    } documents; /* the record is the last, if it was told */
    const struct check_figure *record;
    uint32_t *by_chain;    /* items of a chain stand together, in order of position */
    uint32_t *chain_first; /* in by_chain, of each chain from 1 on; one more at the end */
    uint32_t *by_series;   /* sorted by subject, place, unit, then first and last day: figures of one thing over time */
    uint32_t *by_plan;     /* plans, sorted by place, unit, core and last year */
    uint32_t plan_count;
    /* while it is told: check_told.c */
    struct buf *store; /* of items */
    struct copies copies;
    struct {
        VEC_FIELDS(struct about *);
    } abouts;
    uint32_t *about_table; /* hash table of places in `abouts`, from 1 */
    size_t about_size;
};

/* --- index (check_index.c) */
void check_index(struct checker *c);
bool year_digits(char out[4], struct period p); /* of its last day; false when it has none */
enum related { UNRELATED, RELATED, SAME };      /* RELATED: one says all content words of the other, at least two */
enum related subject_related(const struct checker *c, const struct item *a, const struct item *b);
int plan_order(const struct checker *c, const struct item *a, const struct item *b); /* place, unit, core, last year */
uint32_t item_core(const struct checker *c, const struct item *i);                   /* see struct numbers */
/* Plans [*first, *end) of by_plan that may be the plan of i. */
void plans_like(const struct checker *c, const struct item *i, uint32_t *first, uint32_t *end);
bool same_series(const struct item *a, const struct item *b); /* subject, place and unit */
/* Items [*first, *end) of by_series about the same series as item i. */
void series_of(const struct checker *c, const struct item *i, uint32_t *first, uint32_t *end);

/* --- words (check_words.c) */
/* Lower case with single spaces, as much as fits `out`; characters beyond the basic plane are left out. */
struct str lower_words(char *out, size_t cap, struct str text);
/* One step of it: the bytes that the character at text[*at] adds behind `last`, the byte written before (0 at the
 * start): at most 3, into out. Moves *at on. */
size_t lower_step(char out[3], char last, struct str text, size_t *at);
bool has_words(struct str text, const char *phrase);       /* whole words; text is lower case with single spaces */
bool has_any(struct str text, const char *const *phrases); /* NULL at the end */
bool ends_with_words(struct str text, const char *phrase); /* a space may follow */
bool has_digit(struct str text);
enum { GAP_MOST = 200 };
/* The text between two items of one document; "" when it is too long to mean anything. */
struct str gap(const struct item *a, const struct item *b);
struct between {
    char space[2 * GAP_MOST];
    struct str words, raw; /* words: lower case with single spaces, in `space` */
};
void between(struct between *out, const struct item *a, const struct item *b);

/* --- two items (check_value.c) */
bool is_plan(const struct item *i); /* by its aspect, or by the words of its subject: "Kế hoạch vốn đầu tư công" */
bool place_compatible(const struct item *a, const struct item *b); /* equal, or one not said */
bool unit_is_percent(struct str unit);
bool unit_is_money(struct str unit);
bool unit_is_count(struct str unit); /* counts things by a noun: not a measure, not a per cent, not money */
bool is_percent(const struct item *i);
bool is_money(const struct item *i);
bool is_count(const struct item *i);
bool kin_units(const struct item *a, const struct item *b); /* the same, or nouns of one thing: "hộ", "hộ nghèo" */
bool speaks_of(const struct item *i, const char *phrase);   /* its subject has this phrase; the phrase is lower case */

/* --- readings (check_value.c) */
struct interval item_interval(const struct item *i, enum printing how); /* as printed, with its bound */
struct interval item_factor(const struct item *i, enum printing how);   /* growth g%: (100 + g) / 100 */
struct interval item_ratio(const struct item *i, enum printing how);    /* x%: x / 100 */
bool is_figure(const struct item *i, enum figure_kind kind);
/* The strongest thing that may be said when the figures agree only from `how` on: PRINTED_ROUNDED: nothing;
 * PRINTED_CUT: note; later: doubt; PRINTINGS (never): contradiction. False when there is nothing to say. */
bool severity_of(enum severity *out, enum printing how);
enum severity at_most(enum severity s, enum severity most);

/* --- texts (check_message.c) */
enum message {
    MESSAGE_RATIO_PLAN,
    MESSAGE_IMPLIED_PLAN,
    MESSAGE_IMPLIED_BASE,
    MESSAGE_FRACTION,
    MESSAGE_IMPLIED_PERCENT,
    MESSAGE_ONE_PLAN,
    MESSAGE_TWO_PLANS,
    MESSAGE_RATIO_OF_TWO,
    MESSAGE_GROWTH_BASE,
    MESSAGE_GROWTH_CHANGE,
    MESSAGE_COUNT_GROWTH,
    MESSAGE_COUNT_RATIO,
    MESSAGE_RATE_GROWTH,
    MESSAGE_RATE_DIFFERENCE,
    MESSAGE_RATE_BASE,
    MESSAGE_RATE_GROWTH_PLAIN,
    MESSAGE_TWICE,
    MESSAGE_LEAD,
    MESSAGE_EXCEEDS,
    MESSAGE_EXCEEDS_BODY,
    MESSAGE_PARTS_OVER,
    MESSAGE_PARTS_DIFFER,
    MESSAGE_PART_ABOVE,
    MESSAGE_SHARE_OVER,
    MESSAGE_FRACTION_OVER,
    MESSAGE_SHARES_SUM,
    MESSAGE_ESTIMATE_ACTUAL,
    MESSAGE_HEADING_ESTIMATE,
    MESSAGE_LATE_ESTIMATE,
    MESSAGE_DRIFT,
    MESSAGE_DRIFT_WORDS,
    MESSAGE_PACE,
    MESSAGE_MET_BUT_FELL,
    MESSAGE_TARGET_MISSED,
    MESSAGES
};

/* A number in words of the output language: "8.343 tỷ đồng", "111,24 %", "3.409 doanh nghiệp". */
struct str show_item(struct checker *c, const struct item *i);
struct str show_decimal(struct checker *c, struct decimal d, struct str unit);
/* "10.810 - 10.831 tỷ đồng"; "từ 7.649,8 tỷ đồng" when it has no upper end. */
struct str show_interval(struct checker *c, struct interval i, struct str unit);
/* A result as people write it: what the digits alone give, rounded to what the intervals carry. */
struct str show_about(struct checker *c, struct interval digits, struct interval i, struct str unit);
struct str show_growth(struct checker *c, struct interval digits, struct interval i); /* "tăng 10,71 %" */
struct str show_factor(struct checker *c, const struct item *growth);                 /* "100 % + 8,3 %" */
struct str show_period(struct checker *c, struct period p);
struct str show_date(struct checker *c, struct date d);
struct str show_plan(struct checker *c, const struct item *i); /* the words of its plan as they are written */
struct str show_subject(struct checker *c, const struct item *i);
/* Canonical digits for expected and found; money in the unit in which show_ would write it. */
struct str plain_interval(struct checker *c, struct interval i, struct str unit);
struct str plain_item(struct checker *c, const struct item *i);

/* --- findings (check_message.c) */
/* A new finding of the running rule with its message; NULL when there are enough. Texts of args are borrowed. */
struct finding *find(struct checker *c, enum severity severity, enum message message, const struct str *args,
                     size_t count);
#define found(c, severity, message, ...)                                                                               \
    find((c), (severity), (message), (const struct str[]){__VA_ARGS__},                                                \
         sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))
/* Says under which reading of the printed digits the figures agree after all; nothing for PRINTINGS. NULL f is
 * allowed. */
void finding_remark(struct checker *c, struct finding *f, enum printing how);
void finding_point(struct finding *f, const struct item *i); /* adds its span once; NULL f is allowed */
void finding_numbers(struct finding *f, struct str expected, struct str found_); /* NULL f is allowed */

/* --- rules */
struct rule {
    struct str name;
    void (*run)(struct checker *c);
    bool quiet; /* its notes are shown only on wish */
    struct str needs, basis;
};

/* check_plan.c */
void check_value_ratio_plan(struct checker *c);
void check_implied_plan(struct checker *c);
void check_ratios_one_plan(struct checker *c);
void check_one_ratio_two_plans(struct checker *c);
void check_exceeds_means_reaches(struct checker *c);
/* check_share.c */
void check_fraction_percent(struct checker *c);
void check_implied_percent(struct checker *c);
void check_percent_over_100(struct checker *c);
void check_parts_total(struct checker *c);
/* check_growth.c */
void check_growth_base(struct checker *c);
void check_growth_change(struct checker *c);
void check_implied_base(struct checker *c);
void check_count_impossible(struct checker *c);
void check_rate_difference(struct checker *c);
/* check_same.c */
void check_same_figure_twice(struct checker *c);
void check_lead_against_body(struct checker *c);
void check_estimate_called_actual(struct checker *c);
void check_plan_met_but_fell(struct checker *c);
void check_target_missed(struct checker *c);
/* check_time.c */
void check_late_estimate(struct checker *c);
void check_period_drift(struct checker *c);

/* The level that a ratio or growth speaks of: of the same subject, the nearest one before it in its chain, else after
 * it in its chain, else before it in its sentence; NULL when there is none. A plan's own ratio takes the plan. */
const struct item *chain_value(const struct checker *c, const struct item *i);
/* Near enough for one to be the other with an error of writing: percentages within 15 points, other numbers within a
 * third, or the same digits with the point elsewhere. What is further off is something else, or was misread. */
bool near_values(const struct item *a, const struct item *b);
bool near_intervals(struct interval a, struct interval b,
                    bool percent);                          /* the same of intervals; true when not finite */
bool same_plan(const struct item *a, const struct item *b); /* words do not tell two plans apart */
bool constant_prices(const struct item *i); /* growth of it is reckoned at constant prices, its value is not */
#endif
